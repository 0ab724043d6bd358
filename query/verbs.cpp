#include "query/verbs.h"

#include <algorithm>

#include "query/fallbacks.h"
#include "query/parse.h"

namespace annals {
Answer ask(const Store& store, std::string_view line, const AskOptions& options) {
  return answer_request(store, parse_request(store, line, options));
}

const Verb* find_verb(std::string_view name) {
  const auto table = verbs();
  const auto verb =
      std::find_if(table.begin(), table.end(), [&](const Verb& row) { return row.name == name; });
  return verb == table.end() ? nullptr : &*verb;
}

Answer answer_request(const Store& store, const Request& request) {
  const Verb* verb = find_verb(request.verb);
  if (verb == nullptr) {
    throw Error(ErrorKind::query, "no question is called \"" + request.verb + "\"");
  }
  bool has_given = false;  // rows that are no longer in the answer
  Request asked = request;
  Pieces watched;
  if (request.pieces != nullptr) {
    watched = *request.pieces;
    watched.take = [&](Answer piece) {
      has_given = true;
      request.pieces->take(std::move(piece));
    };
    asked.pieces = &watched;
  }
  Answer answer = verb->run(store, asked);
  if (!has_given) add_fallbacks(store, request, *verb, answer);
  std::ptrdiff_t first = 0;  // notes on names come before the others, in the order of the names
  for (const std::string& remark : request.remarks)
    answer.notes.insert(answer.notes.begin() + first++, remark);
  for (const NamedActor& actor : request.actors) {
    if (actor.misspelt)
      answer.notes.insert(
          answer.notes.begin() + first++,
          "no actor is called \"" + actor.text + "\"; this is the answer for " + actor.name);
    if (!actor.office.empty())
      answer.notes.insert(answer.notes.begin() + first++,
                          "\"" + actor.text + "\" is " + actor.name + " here: " + actor.office);
    if (!actor.others.empty())
      answer.notes.push_back("\"" + actor.text + "\" is taken for " + actor.name + ", of " +
                             actor.others);
  }
  return answer;
}

}  // namespace annals
