// Writing the linked graph: what differs from the stored one is found by its records, and the
// indexes follow.

#include <algorithm>
#include <cassert>
#include <map>
#include <set>

#include "graph/codec.h"
#include "graph/keys.h"
#include "graph/list_changes.h"
#include "graph/names.h"
#include "graph/store.h"
#include "graph/store_impl.h"

namespace annals {
namespace {

class GraphWriter {
 public:
  GraphWriter(const Kv& kv, const StoreState& state, KindTable& kinds)
      : kv_(kv),
        state_(state),
        fresh_(state.linked_events == 0),
        kinds_(kinds),
        numbers_(kv, state.next_actor) {}

  void write(const Graph& graph, std::span<const Note> notes) {
    compare(table::actor, graph.actors, encode_actor,
            [&](const std::string* before, const Actor* after) { change_actor(before, after); });
    compare(table::event, graph.events, encode_event,
            [&](const std::string* before, const Event* after) { change_event(before, after); });
    compare_became(graph.became);
    compare_notes(notes);
    finish();
  }

  void write(const GraphChange& change) {
    for (const ActorId id : change.gone_actors) {
      const auto key = key_of(table::actor, id.value);
      const auto before = kv_.get(Family::records, key);
      if (!before) continue;
      batch_.erase(Family::records, key);
      change_actor(&*before, nullptr);
    }
    for (const EventId id : change.gone_events) {
      const auto key = key_of(table::event, id.value);
      const auto before = kv_.get(Family::records, key);
      if (!before) continue;
      batch_.erase(Family::records, key);
      change_event(&*before, nullptr);
    }
    const auto put = [&](char table, const auto& value, std::string after, auto see) {
      std::string key = key_of(table, value.id.value);
      const auto before = kv_.get(Family::records, key);
      if (before == after) return;
      batch_.put(Family::records, std::move(key), std::move(after));
      see(before ? &*before : nullptr, &value);
    };
    for (const Actor& actor : change.actors) {
      put(table::actor, actor, encode_actor(actor),
          [&](const std::string* before, const Actor* after) { change_actor(before, after); });
    }
    for (const Event& event : change.events) {
      put(table::event, event, encode_event(event),
          [&](const std::string* before, const Event* after) { change_event(before, after); });
    }
    for (const auto& [from, to] : change.became) {
      const auto key = key_of(table::became, from.value);
      if (to) {
        batch_.put(Family::records, key, id_value(to->value));
      } else {
        batch_.erase(Family::records, key);
      }
    }
    for (const Note& note : change.notes) put_note(note);
    finish();
  }

  KvBatch& batch() { return batch_; }
  [[nodiscard]] const StoreState& state() const { return state_; }

 private:
  /// What follows from the changed events, once all are known.
  void finish() {
    for (const auto& [mention, event] : unlinked_) {
      if (!linked_.contains(mention)) batch_.erase(Family::records, key_of(table::linked, mention));
    }
    for (const auto& [mention, event] : linked_) {
      const auto before = unlinked_.find(mention);
      if (before != unlinked_.end() && before->second == event) continue;
      batch_.put(Family::records, key_of(table::linked, mention), id_value(event));
    }
    lists_.write(kv_, fresh_, batch_);
    numbers_.write(batch_);
    state_.next_actor = numbers_.next();
    const std::string prefix = unlinked_prefix(state_);
    bool some = false;
    kv_.scan(Family::articles, prefix, end_of_prefix(prefix), [&](std::string_view key, auto) {
      batch_.erase(Family::articles, std::string(key));
      return some = true;
    });
    if (some) ++state_.linkings;
  }

  void put_note(const Note& note) {
    const auto key = key_of(table::note, note.key);
    if (note.bytes) {
      batch_.put(Family::records, key, *note.bytes);
    } else {
      batch_.erase(Family::records, key);
    }
  }

  void compare_notes(std::span<const Note> notes) {
    auto next = notes.begin();
    scan_table(kv_, Family::records, table::note,
               [&](std::string_view key, std::string_view value) {
                 const std::string_view name = key.substr(1);
                 while (next != notes.end() && next->key < name) put_note(*next++);
                 if (next == notes.end() || next->key != name) {
                   batch_.erase(Family::records, std::string(key));
                   return true;
                 }
                 if (next->bytes != value) put_note(*next);
                 ++next;
                 return true;
               });
    while (next != notes.end()) put_note(*next++);
  }

  /// Walks through the stored records and the wanted values together, both in the order of ids, and
  /// reports what came, went or changed: `see(bytes before or null, value after or null)`.
  template <class T, class See>
  void compare(char table, const std::vector<T>& wanted, std::string (*encode)(const T&), See see) {
    assert(
        std::is_sorted(wanted.begin(), wanted.end(), [](auto& a, auto& b) { return a.id < b.id; }));
    auto next = wanted.begin();
    const auto comes = [&] {
      batch_.put(Family::records, key_of(table, next->id.value), encode(*next));
      see(nullptr, &*next++);
    };
    scan_table(kv_, Family::records, table, [&](std::string_view key, std::string_view value) {
      const std::uint64_t id = id_in(key);
      while (next != wanted.end() && next->id.value < id) comes();
      const std::string before(value);
      if (next == wanted.end() || next->id.value != id) {
        batch_.erase(Family::records, std::string(key));
        see(&before, static_cast<const T*>(nullptr));
        return true;
      }
      std::string after = encode(*next);
      if (before != after) {
        batch_.put(Family::records, std::string(key), std::move(after));
        see(&before, &*next);
      }
      ++next;
      return true;
    });
    while (next != wanted.end()) comes();
  }

  void change_actor(const std::string* before, const Actor* after) {
    std::vector<std::string> old_keys, new_keys, gone;
    const ActorId id = after != nullptr ? after->id : decode_actor(*before).id;
    const auto known = kv_.get(Family::records, key_of(table::known, id.value));
    if (known) {  // what the imported actor is called stays
      old_keys = name_keys(decode_actor(*known));
    }
    const auto kept = old_keys;
    if (before != nullptr) old_keys = name_keys(decode_actor(*before));
    if (after != nullptr) new_keys = name_keys(*after);
    for (const auto& key : old_keys) {
      if (!std::binary_search(new_keys.begin(), new_keys.end(), key) &&
          !std::binary_search(kept.begin(), kept.end(), key)) {
        batch_.erase(Family::index, key);
      }
    }
    for (const auto& key : new_keys) {
      if (!std::binary_search(old_keys.begin(), old_keys.end(), key)) {
        batch_.put(Family::index, key, {});
      }
    }
    if (!known && before == nullptr) ++state_.actors;
    if (!known && after == nullptr) --state_.actors;
  }

  void change_event(const std::string* before, const Event* after) {
    IndexedEvent old_place, new_place;
    if (before != nullptr) {
      const Event event = decode_event(*before);
      for (const auto id : event.mentions) unlinked_.emplace(id.value, event.id.value);
      old_place = index_event(event, kinds_, numbers_, batch_);
    } else {
      ++state_.linked_events;
    }
    if (after != nullptr) {
      for (const auto id : after->mentions) linked_.emplace(id.value, after->id.value);
      new_place = index_event(*after, kinds_, numbers_, batch_);
    } else {
      --state_.linked_events;
    }
    if (old_place == new_place) return;
    if (before != nullptr) lists_.add(old_place, false);
    if (after != nullptr) lists_.add(new_place, true);
  }

  void compare_became(const std::vector<std::pair<ActorId, ActorId>>& became) {
    std::map<std::string, std::string, std::less<>> wanted;
    for (const auto& [from, to] : became) {
      wanted.emplace(key_of(table::became, from.value), id_value(to.value));
    }
    scan_table(kv_, Family::records, table::became,
               [&](std::string_view key, std::string_view value) {
                 const auto found = wanted.find(key);
                 if (found == wanted.end()) {
                   batch_.erase(Family::records, std::string(key));
                 } else if (found->second == value) {
                   wanted.erase(found);
                 }
                 return true;
               });
    for (const auto& [key, value] : wanted) batch_.put(Family::records, key, value);
  }

  const Kv& kv_;
  StoreState state_;
  bool fresh_;
  KindTable& kinds_;
  ActorNumbers numbers_;
  KvBatch batch_;
  ListChanges lists_;
  std::map<std::uint64_t, std::uint64_t> unlinked_, linked_;  // mention -> event, before and after
};

}  // namespace

std::vector<std::string> name_keys(const Actor& actor) {
  std::set<std::string> keys;
  const auto add = [&](std::string_view name) {
    std::string folded = fold(name);
    folded += '\0';
    keys.insert(key_of(table::name, folded + id_value(actor.id.value)));
  };
  add(actor.name);
  for (const auto& alias : actor.aliases) add(alias);
  return {keys.begin(), keys.end()};
}

IndexedEvent index_event(const Event& event, KindTable& kinds, ActorNumbers& actors,
                         KvBatch& batch) {
  const SpanClass span = span_class(event.date);
  const auto kind = kinds.number(event.type, event.cameo, batch);
  std::vector<Party> parties;
  for (const auto& who : event.participants) {
    parties.push_back({actors.number(who.actor), who.role});
  }
  IndexedEvent result;
  result.lists.push_back({table::by_time, kinds.kind(kind).type_number, span, Origin::linked});
  for (const auto& who : parties) {
    result.lists.push_back({table::of_actor, who.actor, span, Origin::linked});
  }
  std::sort(result.lists.begin(), result.lists.end());
  result.lists.erase(std::unique(result.lists.begin(), result.lists.end()), result.lists.end());
  result.row.add(day_number(sort_day(span, event.date.first, event.date.last)),
                 static_cast<std::uint32_t>((event.date.last - event.date.first).count()),
                 event.id.value, kind, event.status, parties);
  return result;
}

template <typename... Changes>
void Store::Impl::write_graph(const Changes&... changes) {
  KindTable after = kinds;
  GraphWriter writer(*kv, state, after);
  writer.write(changes...);
  if (writer.batch().empty()) return;
  write(writer.batch(), writer.state());
  kinds = std::move(after);
}

void Store::set_graph(const Graph& graph, std::span<const Note> notes) {
  impl_->write_graph(graph, notes);
}

void Store::change_graph(const GraphChange& change) { impl_->write_graph(change); }

std::optional<std::string> Store::note(std::string_view key) const {
  return impl_->kv->get(Family::records, key_of(table::note, key));
}

std::vector<Note> Store::notes() const {
  std::vector<Note> notes;
  scan_table(*impl_->kv, Family::records, table::note,
             [&](std::string_view key, std::string_view value) {
               notes.push_back({std::string(key.substr(1)), std::string(value)});
               return true;
             });
  return notes;
}

}  // namespace annals
