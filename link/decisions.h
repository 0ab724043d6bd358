#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "graph/facts.h"
#include "graph/store.h"

namespace annals {

/// What people decided about a graph, ready to be applied.
struct Rulings {
  std::vector<std::pair<ActorId, ActorId>> same_actors;
  std::vector<std::pair<ActorId, ActorId>> different_actors;
  std::map<ActorId, std::string> names;  ///< the name to be shown
  std::vector<std::pair<MentionId, MentionId>> same_events;
  std::vector<std::pair<MentionId, MentionId>> different_events;
  std::set<MentionId> wrong;
  std::map<MentionId, EventDate> dates;
  std::map<ArticleId, EventDate> published;
};

/// A decision before it is a record. Actors are named by the id that articles give them, which
/// their name and kind decide; events by the mention that is told first, for events themselves are
/// computed. So decisions hold when articles are read again. `docs/linking.md` shows the record of
/// each.
struct DecisionText {
  std::string what;    ///< same-actor | different-actors | rename-actor | same-event |
                       ///< different-events | wrong-event | right-date | article-date
  std::string first;   ///< "person:Rehman Malik", the hex id of a mention or of an article
  std::string second;  ///< the other actor or mention, the new name, or an EDTF date
  std::string who;     ///< who decided
  std::string why;

  bool operator==(const DecisionText&) const = default;
};

/// The record of a decision; its id is made from all but `who` and `why`, so that deciding twice
/// changes nothing. Throws Error(input) when a field does not fit.
[[nodiscard]] Decision make_decision(const DecisionText& text);
/// Reads what make_decision() wrote. Throws Error(input) for other text.
[[nodiscard]] DecisionText parse_decision(std::string_view json);

/// All of them; on one thing the record with the highest id counts. A record that cannot be read is
/// an Error(input).
[[nodiscard]] Rulings read_rulings(std::span<const Decision> decisions);

/// "person:Rehman Malik", as DecisionText wants it.
[[nodiscard]] std::string decision_name(ActorKind kind, std::string_view name);

}  // namespace annals
