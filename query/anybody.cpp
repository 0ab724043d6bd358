#include "query/anybody.h"

#include <algorithm>
#include <unordered_map>

#include "graph/stop.h"

namespace annals {

bool is_anybody(const Actor& actor) {
  // tables of events have a name for those whom they do not name
  const bool unspecified = actor.name.starts_with("Unspecified ");
  return unspecified || (actor.kind == ActorKind::role_group && actor.country.empty());
}

void leave_out_anybody(const Store& store, const Request& request, Selection& selection) {
  std::unordered_map<std::uint32_t, bool> known;
  const auto is_left_out = [&](const Party& party) {
    const auto [at, fresh] = known.try_emplace(party.actor, false);
    if (!fresh) return at->second;
    stop_if_wanted();
    const ActorId id = store.actor_numbered(party.actor);
    const bool asked = std::any_of(request.actors.begin(), request.actors.end(),
                                   [&](const NamedActor& each) { return each.ids.front() == id; });
    if (asked) return false;
    const auto actor = store.actor(id);
    return at->second = actor && is_anybody(*actor);
  };
  for (auto* events : {&selection.events, &selection.others}) {
    for (Chosen& event : *events) {
      const auto begin = selection.parties.begin() + event.party;
      const auto end = std::stable_partition(begin, begin + event.parties,
                                             [&](const Party& each) { return !is_left_out(each); });
      event.parties = static_cast<std::uint16_t>(end - begin);
    }
  }
}

}  // namespace annals
