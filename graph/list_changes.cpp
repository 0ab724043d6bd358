#include "graph/list_changes.h"

#include <algorithm>

namespace annals {

void ListChanges::add(const IndexedEvent& event, bool comes) {
  std::size_t row = 0;
  if (comes) {
    row = rows_.size();
    rows_.take(event.row, 0);
  }
  for (const auto& list : event.lists) {
    changes_.push_back({list, event.row.day[0], event.row.id[0], comes, row});
  }
}

void ListChanges::write(const Kv& kv, bool fresh, KvBatch& batch) {
  std::sort(changes_.begin(), changes_.end());
  const auto put = [&](const std::string& key, std::string value) {
    batch.put(Family::index, key, std::move(value));
  };
  const auto erase = [&](const std::string& key) { batch.erase(Family::index, key); };
  for (std::size_t i = 0; i < changes_.size();) {
    const ListName list = changes_[i].list;
    ListChange change;
    for (; i < changes_.size() && changes_[i].list == list; ++i) {
      if (changes_[i].comes) {
        change.come.take(rows_, changes_[i].row);
      } else {
        change.gone.emplace_back(changes_[i].day, changes_[i].id);
      }
    }
    change_list(kv, list, change, fresh, put, erase);
  }
}

}  // namespace annals
