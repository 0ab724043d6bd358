// Reading the graph: records by id, names, and events by window.

#include <algorithm>
#include <tuple>

#include "graph/codec.h"
#include "graph/keys.h"
#include "graph/names.h"
#include "graph/store.h"
#include "graph/store_impl.h"
#include "graph/varint.h"

namespace annals {
namespace {

/// Gathers ids from the segments of lists, which are sorted by day each, and gives them in order.
class DatedIds {
 public:
  explicit DatedIds(const Window& window) : window_(window) {}

  void take(const ListName& list, const EventRows& rows, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const Window days = days_of(rows, i, list.span);
      if (days.first > window_.last || days.last < window_.first) continue;
      const Dated next{day_number(days.first), day_number(days.last),
                       event_id(list.origin, rows.id[i])};
      if (!found_.empty() &&
          std::tie(next.first, next.last) < std::tie(found_.back().first, found_.back().last)) {
        by_day_ = false;
      }
      found_.push_back(next);
    }
  }

  std::vector<EventId> sorted() {
    if (by_day_) {  // one list: only the ids within a day are in another order
      for (auto it = found_.begin(); it != found_.end();) {
        const auto begin = it;
        while (it != found_.end() && it->first == begin->first && it->last == begin->last) ++it;
        std::sort(begin, it, [](const Dated& a, const Dated& b) { return a.id < b.id; });
      }
    } else {
      std::sort(found_.begin(), found_.end());
    }
    std::vector<EventId> ids;
    ids.reserve(found_.size());
    for (const auto& entry : found_) ids.push_back(entry.id);
    return ids;
  }

 private:
  struct Dated {
    std::uint32_t first, last;
    EventId id;
    auto operator<=>(const Dated&) const = default;
  };
  Window window_;
  std::vector<Dated> found_;
  bool by_day_ = true;
};

void see_rows(const ListName& list, const EventRows& rows, std::size_t begin, std::size_t end,
              const Window& window, const std::function<void(const IndexEntry&)>& see) {
  for (std::size_t i = begin; i < end; ++i) {
    const Window days = days_of(rows, i, list.span);
    if (days.first > window.last || days.last < window.first) continue;
    see({.id = event_id(list.origin, rows.id[i]),
         .days = days,
         .undated = list.span == SpanClass::unknown,
         .kind = rows.kind[i],
         .status = rows.status[i],
         .parties = rows.parties_of(i)});
  }
}

/// Visits, row by row, what both take part in: the shorter of their lists is read.
void scan_shared(const Kv& kv, ActorId a, ActorId b, const Window& window, bool undated,
                 const SegmentVisitor& see) {
  auto one = actor_number(kv, a), other = actor_number(kv, b);
  if (!one || !other) return;
  if (lists_bytes(kv, table::of_actor, *other) < lists_bytes(kv, table::of_actor, *one)) {
    std::swap(one, other);
  }
  scan_lists(kv, table::of_actor, *one, window, undated, Columns::all,
             [&](const ListName& list, const EventRows& rows, std::size_t begin, std::size_t end) {
               const auto is_other = [&](const Party& who) { return who.actor == *other; };
               for (std::size_t i = begin; i < end; ++i) {
                 // What the actor does to itself has nobody else in it.
                 const auto parties = rows.parties_of(i);
                 const bool both = *one == *other
                                       ? std::all_of(parties.begin(), parties.end(), is_other) &&
                                             parties.size() > 1
                                       : std::any_of(parties.begin(), parties.end(), is_other);
                 if (both) see(list, rows, i, i + 1);
               }
             });
}

}  // namespace

void scan_table(const Kv& kv, Family family, char table, const KvVisitor& see) {
  const std::string prefix(1, table);
  kv.scan(family, prefix, end_of_prefix(prefix), see);
}

Graph Store::graph() const {
  Graph graph;
  scan_table(*impl_->kv, Family::records, table::actor, [&](auto, std::string_view value) {
    graph.actors.push_back(decode_actor(value));
    return true;
  });
  scan_table(*impl_->kv, Family::records, table::event, [&](auto, std::string_view value) {
    graph.events.push_back(decode_event(value));
    return true;
  });
  scan_table(*impl_->kv, Family::records, table::became,
             [&](std::string_view key, std::string_view value) {
               graph.became.emplace_back(ActorId{id_in(key)}, ActorId{get_number(value, 8)});
               return true;
             });
  return graph;
}

ActorId Store::became(ActorId id) const {
  const auto found = impl_->kv->get(Family::records, key_of(table::became, id.value));
  return found ? ActorId{get_number(*found, 8)} : id;
}

std::optional<Actor> Store::actor(ActorId id) const {
  for (const char table : {table::actor, table::known}) {
    if (const auto bytes = impl_->kv->get(Family::records, key_of(table, id.value))) {
      return decode_actor(*bytes);
    }
  }
  return std::nullopt;
}

std::vector<ActorId> Store::actors_named(std::string_view name) const {
  std::vector<ActorId> ids;
  const std::string folded = fold(name);
  scan_names(folded, [&](std::string_view found, ActorId id) {
    if (found != folded) return false;  // the name itself comes before the longer ones
    ids.push_back(id);
    return true;
  });
  return ids;
}

void Store::scan_names(std::string_view folded_prefix,
                       const std::function<bool(std::string_view, ActorId)>& see) const {
  const auto prefix = key_of(table::name, folded_prefix);
  impl_->kv->scan(Family::index, prefix, end_of_prefix(prefix), [&](std::string_view key, auto) {
    if (key.size() < 10) ByteReader::fail();
    return see(key.substr(1, key.size() - 10), ActorId{get_number(key.substr(key.size() - 8), 8)});
  });
}

std::vector<ActorId> Store::actor_ids() const {
  std::vector<ActorId> ids;
  for (const char table : {table::actor, table::known}) {
    const auto middle = static_cast<std::ptrdiff_t>(ids.size());
    scan_table(*impl_->kv, Family::records, table, [&](std::string_view key, auto) {
      ids.push_back(ActorId{id_in(key)});
      return true;
    });
    std::inplace_merge(ids.begin(), ids.begin() + middle, ids.end());
  }
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::vector<EventId> Store::events_in(const Window& window, bool undated) const {
  DatedIds found(window);
  scan_lists(*impl_->kv, table::by_time, std::nullopt, window, undated, Columns::dates,
             [&](const auto&... segment) { found.take(segment...); });
  return found.sorted();
}

std::vector<EventId> Store::events_of(ActorId actor, const Window& window, bool undated) const {
  const auto number = actor_number(*impl_->kv, actor);
  if (!number) return {};
  DatedIds found(window);
  scan_lists(*impl_->kv, table::of_actor, *number, window, undated, Columns::dates,
             [&](const auto&... segment) { found.take(segment...); });
  return found.sorted();
}

void Store::scan_events(const Window& window, std::string_view type, bool undated,
                        const std::function<void(const IndexEntry&)>& see) const {
  std::optional<std::uint32_t> owner;
  if (!type.empty()) {
    owner = impl_->kinds.type_number(type);
    if (!owner) return;
  }
  scan_lists(*impl_->kv, table::by_time, owner, window, undated, Columns::all,
             [&](const auto&... segment) { see_rows(segment..., window, see); });
}

void Store::scan_events_of(ActorId actor, const Window& window, bool undated,
                           const std::function<void(const IndexEntry&)>& see) const {
  const auto number = actor_number(*impl_->kv, actor);
  if (!number) return;
  scan_lists(*impl_->kv, table::of_actor, *number, window, undated, Columns::all,
             [&](const auto&... segment) { see_rows(segment..., window, see); });
}

std::vector<EventId> Store::events_between(ActorId a, ActorId b, const Window& window,
                                           bool undated) const {
  DatedIds found(window);
  scan_shared(*impl_->kv, a, b, window, undated, [&](const auto&... row) { found.take(row...); });
  return found.sorted();
}

void Store::scan_events_between(ActorId a, ActorId b, const Window& window, bool undated,
                                const std::function<void(const IndexEntry&)>& see) const {
  scan_shared(*impl_->kv, a, b, window, undated,
              [&](const auto&... row) { see_rows(row..., window, see); });
}

std::optional<std::uint32_t> Store::number_of(ActorId actor) const {
  return actor_number(*impl_->kv, actor);
}

ActorId Store::actor_numbered(std::uint32_t number) const {
  return annals::actor_numbered(*impl_->kv, number);
}

std::vector<ActorId> Store::numbered_actors() const { return annals::numbered_actors(*impl_->kv); }

std::vector<ActorId> Store::actors_numbered(std::span<const std::uint32_t> numbers) const {
  NumberedActors actors(*impl_->kv);
  std::vector<ActorId> ids;
  ids.reserve(numbers.size());
  for (const auto number : numbers) ids.push_back(actors.at(number));
  return ids;
}

const EventKind& Store::kind(std::uint32_t number) const { return impl_->kinds.kind(number); }

}  // namespace annals
