#include "query/ranks.h"

#include <algorithm>
#include <map>
#include <set>

namespace annals {

std::vector<Standing> by_part(const Store& store, const Selection& selection,
                              std::optional<Role> role) {
  std::map<std::uint32_t, std::size_t> counts;
  for (const Chosen& event : selection.events) {
    const bool symmetric = is_symmetric(store.kind(event.kind).type);
    std::set<std::uint32_t> counted;
    for (const Party& each : selection.parties_of(event)) {
      const bool fits = !role || symmetric || each.role == *role || each.role == Role::other;
      if (fits && counted.insert(each.actor).second) ++counts[each.actor];
    }
  }
  std::vector<Standing> standing;
  for (const auto& [number, count] : counts)
    standing.push_back({store.actor_numbered(number), static_cast<double>(count)});
  std::sort(standing.begin(), standing.end(), [](const Standing& x, const Standing& y) {
    return x.value != y.value ? x.value > y.value : x.actor < y.actor;
  });
  return standing;
}

}  // namespace annals
