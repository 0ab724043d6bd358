#include "query/bare_names.h"

#include <algorithm>
#include <optional>

#include "graph/names.h"
#include "query/tellings.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Words = std::vector<Word>;

constexpr std::size_t most_words = 12;  // more are no names

bool joins_two(const Word& word) { return is_one_of(word, {"and", "vs", "versus"}); }

Words slice_of(const Words& words, std::size_t begin, std::size_t end) {
  return {words.begin() + static_cast<std::ptrdiff_t>(begin),
          words.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// Somebody is called exactly so.
bool is_called(const NameBook& names, const Words& words) {
  return !words.empty() && !find_exact_actor(names.store(), join_words(words)).ids.empty();
}

/// The only one who can be meant: somebody of that very name, or of a longer or a misspelt one.
std::optional<ActorId> only_one(const NameBook& names, const Words& words) {
  constexpr std::size_t most = 3, least_letters = 4;
  const std::string text = join_words(words);
  const auto exact = find_exact_actor(names.store(), text).ids;
  if (!exact.empty()) return exact.size() == 1 ? std::optional(exact.front()) : std::nullopt;
  if (words.size() > most || text.size() < least_letters) return std::nullopt;
  const NameLookup found = find_actor(names, text);
  if (found.ids.size() == 1) return found.ids.front();
  return found.ids.empty() ? found.misspelt : std::nullopt;
}

bool is_known(const NameBook& names, const Words& words) {
  return !words.empty() && !find_actor(names, join_words(words)).ids.empty();
}

/// How many words from `at` on are the longest name that somebody has; 0 for none.
std::size_t name_at(const NameBook& names, const Words& words, std::size_t at) {
  for (std::size_t end = words.size(); end > at; --end) {
    if (is_called(names, slice_of(words, at, end))) return end - at;
  }
  return 0;
}

/// Names beside each other, and what is left behind them when one of them was there or is told of
/// with it.
std::optional<BareNames> side_by_side(const NameBook& names, const Words& words) {
  BareNames found;
  std::size_t at = 0;
  while (at < words.size() && found.names.size() < 2) {
    if (at > 0 && joins_two(words[at])) ++at;
    const std::size_t count = name_at(names, words, at);
    if (count == 0) break;
    found.names.push_back(slice_of(words, at, at + count));
    at += count;
  }
  if (found.names.empty()) return std::nullopt;
  found.rest = slice_of(words, at, words.size());
  // "Castro Havana": the second name may be where the first one was
  const auto ids = find_exact_actor(names.store(), join_words(found.names.front())).ids;
  if (ids.size() != 1) return found.rest.empty() ? std::optional(found) : std::nullopt;
  if (found.rest.empty()) return found;
  const std::string rest = join_words(found.rest);
  found.is_place = was_at_place(names.store(), ids.front(), rest);
  if (!found.is_place && !is_told_with(names.store(), ids.front(), rest)) return std::nullopt;
  return found;
}

std::optional<BareNames> find_names(const NameBook& names, const Words& words) {
  if (words.empty() || words.size() > most_words) return std::nullopt;
  const bool small = words.size() == 1 && (stands_in(WordList::link, words[0]) ||
                                           stands_in(WordList::auxiliary, words[0]));
  if (small) return std::nullopt;  // "and then?"
  if (is_called(names, words)) return BareNames{.names = {words}, .rest = {}};
  const auto middle = std::find_if(words.begin(), words.end(), joins_two);
  if (middle != words.end()) {
    const Words first(words.begin(), middle);
    const Words second(middle + 1, words.end());
    if (is_known(names, first) && is_known(names, second))
      return BareNames{.names = {first, second}, .rest = {}};
  }
  if (auto found = side_by_side(names, words)) return found;
  if (is_known(names, words)) return BareNames{.names = {words}, .rest = {}};
  if (const auto second = second_name(names, words); second > 0) {
    return BareNames{.names = {slice_of(words, 0, second), slice_of(words, second, words.size())},
                     .rest = {}};
  }
  return std::nullopt;
}

}  // namespace

std::size_t second_name(const NameBook& names, const Words& words) {
  constexpr std::size_t most = 6;
  for (std::size_t at = 1; at < words.size() && words.size() <= most; ++at) {
    const auto first = only_one(names, slice_of(words, 0, at));
    if (!first) continue;
    const auto second = only_one(names, slice_of(words, at, words.size()));
    if (second && *second != *first) return at;
  }
  return 0;
}

bool is_surname(const NameBook& names, const Word& word) {
  constexpr std::size_t least_letters = 4;
  if (word.quoted || word.folded.size() < least_letters) return false;
  const NameLookup found = find_actor(names, word.text);
  const auto is_person = [&](ActorId id) {
    const auto actor = names.store().actor(id);
    return actor && actor->kind == ActorKind::person;
  };
  const auto ends_with_it = [&](ActorId id) {
    return is_person(id) &&
           (" " + fold(names.store().actor(id)->name)).ends_with(" " + word.folded);
  };
  if (!found.ids.empty()) return std::any_of(found.ids.begin(), found.ids.end(), ends_with_it);
  return found.misspelt && is_person(*found.misspelt);
}

void split_compounds(const NameBook& names, Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word whole = words[i];
    std::size_t at = whole.text.find('-');
    std::size_t width = 1;
    if (at == std::string::npos) {
      at = whole.text.find("\xE2\x80\x93");
      width = 3;
    }
    if (whole.quoted || at == std::string::npos || at == 0 || at + width >= whole.text.size())
      continue;
    const auto half = [&](std::string text) {
      Word word = whole;
      word.folded = fold(text);
      word.text = std::move(text);
      return word;
    };
    const Word first = half(whole.text.substr(0, at));
    const Word second = half(whole.text.substr(at + width));
    if (!is_called(names, {first}) || !is_called(names, {second}) || is_called(names, {whole}))
      continue;
    words[i] = first;
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, second);
    ++i;
  }
}

bool names_somebody(const NameBook& names, const Words& words) {
  return words.empty() || find_names(names, words).has_value();
}

void read_bare(const NameBook& names, std::string_view line, const Words& words, Request& request) {
  constexpr std::size_t of_actors = 0, what_happened = 1, show_actor = 1;
  if (words.empty()) {
    if (!request.windowed && request.statuses.empty())
      throw error_at(line, 0, "what is asked for? Try: what happened, who met whom");
    request.verb = "timeline";
    request.form = what_happened;
    return;
  }
  const BareNames found =
      find_names(names, words).value_or(BareNames{.names = {words}, .rest = {}});
  for (const Words& name : found.names) {
    NamedActor actor{.text = join_words(name), .at = name.front().begin};
    resolve(names, line, actor);
    request.actors.push_back(std::move(actor));
  }
  if (!found.rest.empty()) {
    std::string& where = found.is_place ? request.place : request.about;
    where += (where.empty() ? "" : " ") + join_words(found.rest);
  }
  const bool narrowed = request.windowed || !request.statuses.empty() || !request.place.empty() ||
                        !request.about.empty() || !request.source.empty();
  const bool alone = found.names.size() == 1 && !narrowed;
  request.verb = alone ? "show" : "timeline";
  request.form = alone ? show_actor : of_actors;
}

}  // namespace annals
