#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/event_list.h"
#include "graph/store_impl.h"

namespace annals {

/// Gathers the changes of many lists, and makes them list by list. For one thread.
class ListChanges {
 public:
  /// An event that comes into its lists, or goes.
  void add(const IndexedEvent& event, bool comes);
  /// Puts the changed segments into `batch`. `fresh` promises that all lists are empty so far,
  /// which spares reading them. Throws Error(store) when a segment of before is damaged.
  void write(const Kv& kv, bool fresh, KvBatch& batch);

 private:
  struct Change {
    ListName list;
    std::uint32_t day;
    std::uint64_t id;
    bool comes;
    std::size_t row;  // in rows_, when it comes
    auto operator<=>(const Change&) const = default;
  };
  std::vector<Change> changes_;
  EventRows rows_;
};

}  // namespace annals
