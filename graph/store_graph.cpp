#include <algorithm>
#include <map>
#include <set>

#include "graph/codec.h"
#include "graph/error.h"
#include "graph/keys.h"
#include "graph/names.h"
#include "graph/span_class.h"
#include "graph/store.h"
#include "graph/store_impl.h"
#include "graph/varint.h"

namespace annals {
namespace {

using Rows = std::map<std::string, std::string, std::less<>>;

std::string id_value(std::uint64_t id) {
  std::string value;
  put_number(value, id, 8);
  return value;
}

std::uint64_t day_number(date::sys_days day) {
  return static_cast<std::uint64_t>((day - first_day).count());
}

std::string entry_key(SpanClass of, date::sys_days first, date::sys_days last, std::uint64_t id) {
  std::string key(1, static_cast<char>(of));
  put_number(key, day_number(sort_day(of, first, last)), 4);
  put_number(key, id, 8);
  return key;
}

std::string entry_value(const Event& event) {
  std::string value;
  put_varint(value, day_number(event.date.first));
  put_varint(value, day_number(event.date.last));
  return value;
}

void event_rows(const Event& event, Rows& records, Rows& index) {
  records[key_of(table::event, event.id.value)] = encode_event(event);
  for (const auto id : event.mentions) {
    records[key_of(table::linked, id.value)] = id_value(event.id.value);
  }
  const auto entry =
      entry_key(span_class(event.date), event.date.first, event.date.last, event.id.value);
  index[key_of(table::by_time, entry)] = entry_value(event);
  for (const auto& who : event.participants) {
    index[key_of(table::of_actor, who.actor.value, entry)] = entry_value(event);
  }
}

void actor_rows(const Actor& actor, Rows& records, Rows& index) {
  records[key_of(table::actor, actor.id.value)] = encode_actor(actor);
  const auto name_key = [&](std::string_view name) {
    return key_of(table::name, fold(name) + '\0' + id_value(actor.id.value));
  };
  index[name_key(actor.name)];
  for (const auto& alias : actor.aliases) index[name_key(alias)];
}

void make_equal(const Kv& kv, KvBatch& batch, Family family, std::string_view tables,
                const Rows& wanted) {
  for (const char table : tables) {
    const std::string prefix(1, table);
    const auto end = end_of_prefix(prefix);
    auto next = wanted.lower_bound(prefix);
    const auto last = wanted.lower_bound(end);
    kv.scan(family, prefix, end, [&](std::string_view key, std::string_view value) {
      for (; next != last && next->first < key; ++next)
        batch.put(family, next->first, next->second);
      if (next != last && next->first == key) {
        if (next->second != value) batch.put(family, next->first, next->second);
        ++next;
      } else {
        batch.erase(family, std::string(key));
      }
      return true;
    });
    for (; next != last; ++next) batch.put(family, next->first, next->second);
  }
}

struct Dated {
  date::sys_days first, last;
  EventId id;
  auto operator<=>(const Dated&) const = default;
};

std::vector<EventId> scan_window(const Kv& kv, const std::string& prefix, const Window& window,
                                 bool undated) {
  std::vector<Dated> found;
  for (std::size_t i = 0; i < span_classes; ++i) {
    const auto of = static_cast<SpanClass>(i);
    if (of == SpanClass::unknown && !undated) continue;
    const auto days = sort_days(of, window);
    std::string from = prefix + static_cast<char>(of), to = from;
    put_number(from, day_number(days.first), 4);
    put_number(to, day_number(days.last) + 1, 4);
    kv.scan(Family::index, from, to, [&](std::string_view key, std::string_view value) {
      ByteReader in(value);
      const auto day = [&] { return first_day + date::days{static_cast<int>(in.varint())}; };
      Dated entry{
          .first = day(), .last = {}, .id = EventId{get_number(key.substr(key.size() - 8), 8)}};
      entry.last = day();
      if (entry.first <= window.last && entry.last >= window.first) found.push_back(entry);
      return true;
    });
  }
  std::sort(found.begin(), found.end());
  std::vector<EventId> ids;
  ids.reserve(found.size());
  for (const auto& entry : found) ids.push_back(entry.id);
  return ids;
}

void scan_table(const Kv& kv, Family family, char table, const KvVisitor& see) {
  const std::string prefix(1, table);
  kv.scan(family, prefix, end_of_prefix(prefix), see);
}

}  // namespace

void Store::set_graph(const Graph& graph) {
  Rows records, index;
  for (const auto& actor : graph.actors) actor_rows(actor, records, index);
  for (const auto& event : graph.events) event_rows(event, records, index);
  for (const auto& [from, to] : graph.became) {
    records[key_of(table::became, from.value)] = id_value(to.value);
  }
  KvBatch batch;
  const char of_records[] = {table::actor, table::event, table::linked, table::became};
  const char of_index[] = {table::name, table::of_actor, table::by_time};
  make_equal(*impl_->kv, batch, Family::records, {of_records, sizeof of_records}, records);
  make_equal(*impl_->kv, batch, Family::index, {of_index, sizeof of_index}, index);
  if (batch.empty()) return;
  impl_->counts.actors = graph.actors.size();
  impl_->counts.events = graph.events.size();
  impl_->write(batch);
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
  const auto bytes = impl_->kv->get(Family::records, key_of(table::actor, id.value));
  return bytes ? std::optional(decode_actor(*bytes)) : std::nullopt;
}

std::optional<Event> Store::event(EventId id) const {
  const auto bytes = impl_->kv->get(Family::records, key_of(table::event, id.value));
  return bytes ? std::optional(decode_event(*bytes)) : std::nullopt;
}

std::vector<ActorId> Store::actors_named(std::string_view name) const {
  std::vector<ActorId> ids;
  const std::string folded = fold(name);
  scan_names(folded, [&](std::string_view found, ActorId id) {
    if (found != folded) return false;
    ids.push_back(id);
    return true;
  });
  return ids;
}

void Store::scan_names(std::string_view folded_prefix,
                       const std::function<bool(std::string_view, ActorId)>& see) const {
  const auto prefix = key_of(table::name, folded_prefix);
  impl_->kv->scan(Family::index, prefix, end_of_prefix(prefix), [&](std::string_view key, auto) {
    return see(key.substr(1, key.size() - 10), ActorId{get_number(key.substr(key.size() - 8), 8)});
  });
}

std::vector<ActorId> Store::actor_ids() const {
  std::vector<ActorId> ids;
  scan_table(*impl_->kv, Family::records, table::actor, [&](std::string_view key, auto) {
    ids.push_back(ActorId{id_in(key)});
    return true;
  });
  return ids;
}

std::vector<EventId> Store::events_in(const Window& window, bool undated) const {
  return scan_window(*impl_->kv, std::string(1, table::by_time), window, undated);
}

std::vector<EventId> Store::events_of(ActorId actor, const Window& window, bool undated) const {
  return scan_window(*impl_->kv, key_of(table::of_actor, actor.value), window, undated);
}

std::vector<Event> Store::events(std::span<const EventId> ids) const {
  std::vector<std::string> keys;
  keys.reserve(ids.size());
  for (const auto id : ids) keys.push_back(key_of(table::event, id.value));
  std::vector<Event> events;
  events.reserve(ids.size());
  const auto values = impl_->kv->multi_get(Family::records, keys);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!values[i]) {
      throw Error(ErrorKind::store, "the database has no event " + format_hex(ids[i].value) +
                                        "; `annals check` tells what is wrong");
    }
    events.push_back(decode_event(*values[i]));
  }
  return events;
}

std::optional<EventId> Store::event_of(MentionId id) const {
  const auto found = impl_->kv->get(Family::records, key_of(table::linked, id.value));
  return found ? std::optional(EventId{get_number(*found, 8)}) : std::nullopt;
}

std::vector<EventId> Store::events_by_prefix(std::string_view hex) const {
  if (hex.empty() || hex.size() > 16 || !parse_hex(hex)) return {};
  const auto from = *parse_hex(std::string(hex) + std::string(16 - hex.size(), '0'));
  const auto last = *parse_hex(std::string(hex) + std::string(16 - hex.size(), 'f'));
  std::vector<EventId> ids;
  const auto end = end_of_prefix(std::string(1, table::event));
  impl_->kv->scan(Family::records, key_of(table::event, from), end,
                  [&](std::string_view key, auto) {
                    if (id_in(key) > last) return false;
                    ids.push_back(EventId{id_in(key)});
                    return true;
                  });
  return ids;
}

std::vector<std::string> Store::check() const { return impl_->kv->verify(); }

}  // namespace annals
