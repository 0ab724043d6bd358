#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/facts.h"

namespace annals {

/// A line of an answer's table.
struct AnswerRow {
  std::vector<std::string> cells;  ///< as many as Answer::columns
  std::optional<EventId> event;    ///< the event that the line tells of
  std::vector<ActorId> actors;     ///< the actors that the line names
  std::string section;  ///< heading that the line stands under: "planned"; empty for the main part
  bool certain = true;  ///< false when the dates only allow it: the event overlaps the window but
                        ///< may lie outside

  bool operator==(const AnswerRow&) const = default;
};

/// What every verb returns and every format writes.
///
/// Closed under reference: the actors of its events and mentions, the mentions of its events and
/// the articles of its mentions are all here, so that writers need no store.
struct Answer {
  std::string verb;        ///< the verb that answered: "met"
  std::string question;    ///< as asked
  std::string understood;  ///< how it was understood: "met(any, any) window=2011-09-01/2011-09-30
                           ///< status=happened"
  std::vector<std::string> columns;
  std::vector<AnswerRow> rows;    ///< in the order to be told
  std::vector<Event> events;      ///< in the order to be told
  std::vector<Actor> actors;      ///< sorted by id
  std::vector<Mention> mentions;  ///< sorted by id; their actors are the linked ones
  std::vector<Article> articles;  ///< sorted by id, with their texts
  std::vector<std::string>
      notes;  ///< what a reader should know: "2 planned meetings are left out; add `all`"

  bool operator==(const Answer&) const = default;
};

/// Takes a long list in pieces, so that it is never held whole.
struct Pieces {
  bool only_ids = false;  ///< a row names its event and holds nothing else
  /// Called with some thousand rows at a time, in the order of the answer, each piece an Answer of
  /// its own without notes. What is left when the verb returns is the last piece.
  std::function<void(Answer)> take;
};

}  // namespace annals
