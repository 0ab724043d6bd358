#include "query/misread.h"

#include <algorithm>

#include "graph/names.h"
#include "query/forms.h"
#include "query/type_words.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Kind = FormPiece::Kind;
using Words = std::vector<Word>;

constexpr std::string_view first_words =
    "who, what, when, where, did, how many, list, timeline, path, chain, show, top; try: what "
    "happened, or: who met whom";

/// A question that is understood and has the names and words for events of this one: "; try:
/// timeline of Munter"; empty when it has none.
std::string something_like(const NameBook& names, const Words& words) {
  constexpr std::size_t most_words = 30;
  constexpr std::size_t longest_name = 4;
  if (words.size() > most_words) return {};
  std::vector<std::string> actors;
  std::string kind;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t taken = 0;
    for (std::size_t count = std::min(longest_name, words.size() - i); count > 0; --count) {
      const std::string text = join_words(std::span(words).subspan(i, count));
      const bool is_word = is_one_of(words[i], {"us"}) || find_type(std::span(words).subspan(i, 1));
      const bool common = (count == 1 && is_word) || is_one_of(words[i + count - 1], {"and"});
      if (common || find_exact_actor(names.store(), text).ids.size() != 1) continue;
      actors.push_back(without_owner(text));
      taken = count;
      break;
    }
    const auto found = taken == 0 ? find_kind(std::span(words).subspan(i)) : std::nullopt;
    if (found && kind.empty()) {
      kind = join_words(std::span(words).subspan(i, found->count));
      taken = found->count;
    }
    i += std::max<std::size_t>(taken, 1);
  }
  if (actors.size() > 2) actors.resize(2);
  const std::string who = actors.empty()       ? ""
                          : actors.size() == 1 ? actors[0]
                                               : actors[0] + " and " + actors[1];
  if (!who.empty() && kind.empty()) return "; try: timeline of " + who;
  if (kind.empty()) return {};
  return "; try: list " + kind + (who.empty() ? "" : " involving " + who);
}

}  // namespace

Error not_understood(const NameBook& names, std::string_view line, const Words& words) {
  const Form* nearest = nullptr;
  std::size_t best_reached = 0;
  std::size_t best_stopped = 0;
  std::vector<std::string> beginnings;
  for (const Form& form : forms()) {
    if (form.pieces.front().kind != Kind::words) continue;  // a name fits anything
    std::size_t reached = 0;
    std::size_t stopped = 0;
    static_cast<void>(fit(form, words, reached, stopped));
    // a name takes all that is left, so that it tells little
    if (stopped == words.size() && reached > 1 && form.pieces[reached - 1].kind == Kind::actor)
      --reached;
    for (const auto& word : form.pieces.front().words) beginnings.push_back(word);
    if (reached > best_reached) {
      best_reached = reached;
      best_stopped = stopped;
      nearest = &form;
    }
  }
  if (nearest == nullptr) {
    const std::size_t near = nearest_name(words.front().text, beginnings);
    const std::string attempt = something_like(names, words);
    const std::string meant =
        near < beginnings.size() ? "; did you mean \"" + beginnings[near] + "\"?"
        : attempt.empty()        ? "; questions begin with: " + std::string(first_words)
                                 : attempt;
    return error_at(line, words.front().begin,
                    "no question begins with \"" + words.front().text + "\"" + meant);
  }
  const std::string usage(usage_line(*nearest->verb, nearest->line));
  const bool short_line = best_stopped >= words.size();
  const bool wants_type =
      best_reached < nearest->pieces.size() && nearest->pieces[best_reached].kind == Kind::type;
  if (!short_line && wants_type) {
    std::vector<std::string> known;
    for (const TypeWord& type : type_words()) {
      any_form(type.words, [&](std::string_view word) {
        known.emplace_back(word);
        return false;
      });
    }
    const auto near = nearest_name(words[best_stopped].folded, known);
    const std::string meant = near < known.size() ? "; did you mean \"" + known[near] + "\"?" : "";
    return error_at(line, words[best_stopped].begin,
                    "no event is called \"" + words[best_stopped].text + "\"" + meant +
                        (meant.empty() ? "; write: " : " Write: ") + usage +
                        (meant.empty() ? something_like(names, words) : ""));
  }
  const bool wants_event =
      best_reached < nearest->pieces.size() && nearest->pieces[best_reached].kind == Kind::event;
  return error_at(
      line, short_line ? words.back().end : words[best_stopped].begin,
      std::string(short_line ? "the question stops early" : "this word does not fit here") +
          "; write: " + usage + something_like(names, words) +
          (wants_event && short_line
               ? ", with the event's id, such as E3f9a2c, from the last column of an answer"
               : ""));
}

}  // namespace annals
