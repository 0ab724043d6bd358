#include "query/follow_up.h"

#include <algorithm>
#include <optional>
#include <string>

#include "query/actor_names.h"
#include "query/gist_pieces.h"
#include "query/modifiers.h"
#include "query/parse.h"
#include "query/time_words.h"
#include "query/vocabulary.h"
#include "query/words.h"

namespace annals {
namespace {

using Words = std::vector<Word>;

std::string names_of(const Request& request) {
  std::string result;
  for (const NamedActor& actor : request.actors)
    result += (result.empty() ? "" : " and ") + ("\"" + actor.name + "\"");
  return result;
}

/// The line with the first pronoun that has no name before it in the line written out.
std::string with_pronoun_named(const NameBook& names, std::string_view line, const Words& words,
                               const Request& before) {
  for (const GistPiece& piece : gist_pieces(names, words)) {
    if (piece.kind == GistPiece::Kind::actor) break;
    if (piece.kind != GistPiece::Kind::pronoun) continue;
    const Word& word = piece.words.front();
    const bool of_one = !is_one_of(word, {"they", "them", "their"});
    if (of_one && before.actors.size() > 1) {
      throw error_at(line, word.begin,
                     "\"" + word.text + "\" may be " + before.actors[0].name + " or " +
                         before.actors[1].name + "; write the name");
    }
    return std::string(line.substr(0, word.begin)) + names_of(before) +
           std::string(line.substr(word.end));
  }
  return std::string(line);
}

/// What `changed` names in place of what `request` had.
void change(const Request& changed, Request& request) {
  if (changed.windowed) {
    request.window = changed.window;
    request.begun = changed.begun;
    request.windowed = true;
  }
  request.except.insert(request.except.end(), changed.except.begin(), changed.except.end());
  request.except_types.insert(request.except_types.end(), changed.except_types.begin(),
                              changed.except_types.end());
  if (!changed.statuses.empty()) request.statuses = changed.statuses;
  if (!changed.place.empty()) request.place = changed.place;
  if (!changed.source.empty()) request.source = changed.source;
  if (!changed.about.empty()) request.about = changed.about;
  if (!changed.unit.empty()) request.unit = changed.unit;
  if (changed.limit) request.limit = changed.limit;
}

/// "and in 2006?", "what about Iran": the question before with this in it; nothing when the line
/// says more.
std::optional<Request> changed(const NameBook& names, std::string_view line, const Words& words,
                               const AskOptions& options, const Request& before) {
  // "except Suleiman?" needs no "and"
  const bool excepts = entry_at(WordList::except, words) > 0;
  const std::size_t lead = excepts ? 0 : entry_at(WordList::lead, words);
  if ((lead == 0 && !excepts) || lead == words.size()) return std::nullopt;
  Request result = before;
  Request said;
  AskOptions then = options;  // "and in November?" is of the year that was asked for
  if (before.windowed && before.window.last != last_day)
    then.year = date::year_month_day{before.window.last}.year();
  Words asked(words.begin() + static_cast<std::ptrdiff_t>(lead), words.end());
  if (is_month_word(asked.front())) {  // "and november?"
    asked.insert(asked.begin(), asked.front());
    rename(asked.front(), "in");
  }
  const Words rest = take_modifiers(names, line, asked, then, Leniency::lenient, said);
  if (!rest.empty()) {
    if (result.actors.empty()) return std::nullopt;
    NamedActor actor{.text = join_words(rest), .at = rest.front().begin};
    if (find_exact_actor(names.store(), actor.text).ids.empty()) return std::nullopt;
    resolve(names, line, actor);
    result.actors.back() = std::move(actor);
  }
  change(said, result);
  result.question = line;
  result.remarks.clear();
  return result;
}

/// "who else?": those of whom the question before did not ask. Nothing when the line says more.
std::optional<Request> others(std::string_view line, Words words, const Request& before) {
  while (words.size() > 2 && is_one_of(words.front(), {"and", "so", "but"}))
    words.erase(words.begin());
  const bool asks = words.size() == 2 && is_one_of(words[1], {"else"}) &&
                    is_one_of(words[0], {"who", "whom", "anyone", "anybody", "what", "somebody"});
  if (!asks) return std::nullopt;
  Request request = before;
  request.question = line;
  request.remarks.clear();
  if (before.actors.size() == 2) {
    request.verb = "whom";
    request.form = 0;
    request.except.push_back({.actor = before.actors.back(), .role = {}});
    request.actors.pop_back();
    return request;
  }
  if (!before.limit)
    throw error_at(line, words[1].begin,
                   "the answer before holds all that were asked for; ask `except` and a name, or "
                   "something else");
  request.limit.reset();
  return request;
}

}  // namespace

FollowUp parse_follow_up(const Store& store, std::string_view line, const AskOptions& options,
                         const Request& before) {
  const Words words = split_words(line);
  const NameBook names(store);
  if (auto request = others(line, words, before))
    return {.request = std::move(*request), .continues = true};
  if (auto request = changed(names, line, words, options, before))
    return {.request = std::move(*request), .continues = true};
  if (before.actors.empty()) return {.request = parse_request(store, line, options)};
  return {.request = parse_request(store, with_pronoun_named(names, line, words, before), options)};
}

}  // namespace annals
