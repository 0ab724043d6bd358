#include "query/exceptions.h"

#include <algorithm>
#include <optional>
#include <string>

#include "query/offices.h"
#include "query/time_words.h"
#include "query/type_words.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Words = std::span<const Word>;

constexpr std::size_t longest_name = 6;

/// How many words lead to the name behind "except": "those with", "the ones by"; and the part that
/// they give it.
std::size_t lead_of(Words words, std::optional<Role>& role) {
  std::size_t at = 0;
  const auto is_at = [&](std::initializer_list<std::string_view> choices) {
    return at < words.size() && is_one_of(words[at], choices);
  };
  if (is_at({"the"}) && at + 1 < words.size() && is_one_of(words[at + 1], {"ones"})) at += 2;
  if (is_at({"those", "that", "ones", "for"})) ++at;
  if (is_at({"by"})) role = Role::source;
  if (is_at({"against", "on", "to"})) role = Role::target;
  if (is_at({"by", "against", "on", "to", "with", "of", "from", "involving", "between"})) ++at;
  if (is_at({"the"})) ++at;
  return at;
}

/// The longest name at the front that somebody has; else the words up to the next one of the
/// grammar.
std::size_t name_length(const NameBook& names, Words words) {
  std::size_t open = 0;
  if (!words.empty() && words[0].quoted) return 1;
  while (open < std::min(longest_name, words.size()) && !words[open].quoted &&
         !stands_in(WordList::link, words[open]) && !stands_in(WordList::auxiliary, words[open]) &&
         !stands_in(WordList::ends_name, words[open]))
    ++open;
  for (std::size_t count = open; count > 0; --count) {
    const std::string name = without_owner(join_words(words.first(count)));
    if (!find_exact_actor(names.store(), name).ids.empty()) return count;
  }
  for (std::size_t i = 1; i < open; ++i) {
    if (find_type(words.subspan(i))) return i;  // "who besides Munterr met Bashir"
  }
  return open;
}

/// "except meetings": nobody is called so, and events are.
std::size_t take_type(const NameBook& names, Words words, Request& request) {
  const auto kind = find_kind(words);
  if (!kind || !find_exact_actor(names.store(), join_words(words.first(kind->count))).ids.empty())
    return 0;
  request.except_types.push_back(kind->word);
  return kind->count;
}

std::size_t take_name(const NameBook& names, std::string_view line, Words words,
                      std::optional<Role> role, Request& request) {
  const std::size_t count = name_length(names, words);
  if (count == 0) return 0;
  Exception left_out{
      .actor = {.text = without_owner(join_words(words.first(count))), .at = words.front().begin},
      .role = role};
  if (!resolve_office(names, line, request.window, left_out.actor))
    resolve(names, line, left_out.actor);
  request.except.push_back(std::move(left_out));
  return count;
}

/// "except in 2006": a window is one stretch of days.
void refuse_time(std::string_view line, Words words) {
  const std::size_t at = !words.empty() && is_one_of(words[0], {"in", "on", "during"}) ? 1 : 0;
  if (at >= words.size()) return;
  const bool time = is_month_word(words[at]) || find_time(words.subspan(at), first_day);
  if (!time || words[at].quoted) return;
  throw error_at(line, words[at].begin,
                 "a time cannot be left out of a window; ask for the time before it, `before " +
                     words[at].text + "`, and for the time after it");
}

}  // namespace

std::size_t take_exception(const NameBook& names, std::string_view line, Words words,
                           Request& request) {
  std::size_t at = entry_at(WordList::except, words);
  if (at == 0 || at == words.size()) return 0;
  const bool undated =
      is_one_of(words[0], {"without"}) && is_one_of(words[at], {"a", "an", "any", "date", "dates"});
  if (undated) return 0;
  refuse_time(line, words.subspan(at));
  std::size_t taken = 0;
  do {
    std::optional<Role> role;
    const std::size_t lead = lead_of(words.subspan(at), role);
    const Words rest = words.subspan(at + lead);
    std::size_t count = take_type(names, rest, request);
    if (count == 0) count = take_name(names, line, rest, role, request);
    if (count == 0) break;
    at += lead + count;
    taken = at;
    const bool goes_on = at + 1 < words.size() && is_one_of(words[at], {"and", "or", "nor"});
    if (!goes_on) break;
    ++at;
  } while (at < words.size());
  return taken;
}

void check_exceptions(std::string_view line, const Request& request) {
  for (const NamedActor& asked : request.actors) {
    const auto twice = std::find_if(
        request.except.begin(), request.except.end(),
        [&](const Exception& each) { return each.actor.ids == asked.ids && !each.role; });
    if (twice == request.except.end()) continue;
    throw error_at(line, twice->actor.at,
                   twice->actor.name + " is asked for and left out at once; name one of both");
  }
}

}  // namespace annals
