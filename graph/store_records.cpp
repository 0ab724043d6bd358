// Reading events one by one: linked ones from their records, imported ones from the rows of their
// table.

#include <algorithm>

#include "graph/codec.h"
#include "graph/error.h"
#include "graph/imports.h"
#include "graph/keys.h"
#include "graph/store.h"
#include "graph/store_impl.h"
#include "graph/varint.h"

namespace annals {
namespace {

/// Reads imported events, keeping the chunk read last: ids of one question lie near each other.
class ImportedReader {
 public:
  ImportedReader(const Kv& kv, const KindTable& kinds) : kv_(kv), kinds_(kinds), actors_(kv) {}

  std::optional<Event> event(EventId id) {
    const auto row = find(id);
    return row ? std::optional(event_of(*row, id)) : std::nullopt;
  }
  std::optional<std::uint64_t> line(EventId id) {
    const auto row = find(id);
    return row ? std::optional(rows_.line[*row]) : std::nullopt;
  }

 private:
  Event event_of(std::size_t i, EventId id) {
    const EventKind& kind = kinds_.kind(rows_.kind[i]);
    Event event{.id = id, .type = kind.type, .cameo = kind.cameo};
    event.participants.push_back({.actor = actors_.at(rows_.source[i]), .role = Role::source});
    if (rows_.target[i] != no_actor) {
      event.participants.push_back({.actor = actors_.at(rows_.target[i]), .role = Role::target});
    }
    event.date = rows_.date[i];
    event.date_basis = DateBasis::expression;  // a field of the table
    event.confidence = 1;
    event.mentions = {MentionId{id.value}};
    return event;
  }

  std::optional<std::size_t> find(EventId id) {
    const std::uint64_t sequence = imported_sequence(id);
    if (auto key = rows_key(sequence); key != key_) {
      key_ = std::move(key);
      const auto bytes = kv_.get(Family::records, key_);
      rows_ = bytes ? decode_rows(*bytes) : ImportedRows{};
    }
    const auto i = static_cast<std::size_t>(sequence % rows_a_chunk);
    return i < rows_.size() ? std::optional(i) : std::nullopt;
  }

  const Kv& kv_;
  const KindTable& kinds_;
  NumberedActors actors_;
  std::string key_;
  ImportedRows rows_;
};

/// Whether an id has the shape of an imported event's; others have it once in a very long time.
bool is_imported(EventId id, const StoreState& state) {
  return imported_sequence(id) < state.next_sequence;
}

ArticleId article_of(const Import& import) { return ArticleId{import.id}; }

}  // namespace

std::optional<Event> Store::event(EventId id) const {
  const auto bytes = impl_->kv->get(Family::records, key_of(table::event, id.value));
  if (bytes) return decode_event(*bytes);
  if (!is_imported(id, impl_->state)) return std::nullopt;
  return ImportedReader(*impl_->kv, impl_->kinds).event(id);
}

std::vector<Event> Store::events(std::span<const EventId> ids) const {
  std::vector<std::string> keys;
  std::vector<std::pair<std::uint64_t, std::size_t>> imported;  // sequence number, place
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (is_imported(ids[i], impl_->state)) {
      imported.emplace_back(imported_sequence(ids[i]), i);
    } else {
      keys.push_back(key_of(table::event, ids[i].value));
    }
  }
  const auto missing = [](EventId id) {
    return Error(ErrorKind::store, "the database has no event " + format_hex(id.value) +
                                       "; `annals check` tells what is wrong");
  };
  std::vector<Event> events(ids.size());
  std::sort(imported.begin(), imported.end());  // so that each chunk of rows is read once
  ImportedReader reader(*impl_->kv, impl_->kinds);
  for (const auto& [sequence, i] : imported) {
    auto found = reader.event(ids[i]);
    if (!found) throw missing(ids[i]);
    events[i] = std::move(*found);
  }
  const auto values = impl_->kv->multi_get(Family::records, keys);
  std::size_t next = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (is_imported(ids[i], impl_->state)) continue;
    const auto& value = values[next++];
    if (!value) throw missing(ids[i]);
    events[i] = decode_event(*value);
  }
  return events;
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
  for (const auto& import : imports_in(*impl_->kv)) {
    for (std::uint64_t i = import.first; i < import.first + import.events; ++i) {
      const EventId id = imported_id(i);
      if (id.value >= from && id.value <= last) ids.push_back(id);
    }
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::optional<EventId> Store::event_of(MentionId id) const {
  const auto found = impl_->kv->get(Family::records, key_of(table::linked, id.value));
  if (found) return EventId{get_number(*found, 8)};
  const EventId same{id.value};  // an imported event is its own mention
  if (!is_imported(same, impl_->state)) return std::nullopt;
  return ImportedReader(*impl_->kv, impl_->kinds).event(same) ? std::optional(same) : std::nullopt;
}

namespace {

/// The mention that an imported event is; nothing when there is no such event.
std::optional<Mention> mention_of(ImportedReader& reader, const std::vector<Import>& imports,
                                  EventId id) {
  const auto event = reader.event(id);
  const auto sequence = imported_sequence(id);
  const auto import = std::find_if(imports.begin(), imports.end(), [&](const Import& each) {
    return sequence >= each.first && sequence < each.first + each.events;
  });
  if (!event || import == imports.end()) return std::nullopt;
  return Mention{.id = MentionId{id.value},
                 .article = article_of(*import),
                 .type = event->type,
                 .cameo = event->cameo,
                 .participants = event->participants,
                 .date = event->date,
                 .date_basis = event->date_basis,
                 .confidence = event->confidence,
                 .rule = import->name + ":" + std::to_string(*reader.line(id))};
}

}  // namespace

std::optional<Mention> Store::Impl::imported_mention(MentionId id) const {
  const EventId same{id.value};
  if (!is_imported(same, state)) return std::nullopt;
  ImportedReader reader(*kv, kinds);
  return mention_of(reader, imports_in(*kv), same);
}

std::vector<std::optional<Mention>> Store::mentions(std::span<const MentionId> ids) const {
  std::vector<std::optional<Mention>> mentions(ids.size());
  std::vector<std::pair<std::uint64_t, std::size_t>> imported;  // sequence number, place
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const EventId same{ids[i].value};
    if (is_imported(same, impl_->state)) {
      imported.emplace_back(imported_sequence(same), i);
    } else {
      mentions[i] = mention(ids[i]);
    }
  }
  if (imported.empty()) return mentions;
  std::sort(imported.begin(), imported.end());  // so that each chunk of rows is read once
  ImportedReader reader(*impl_->kv, impl_->kinds);
  const auto imports = imports_in(*impl_->kv);
  for (const auto& [sequence, i] : imported)
    mentions[i] = mention_of(reader, imports, EventId{ids[i].value});
  return mentions;
}

std::optional<Article> Store::Impl::imported_article(ArticleId id) const {
  for (const auto& import : imports_in(*kv)) {
    if (article_of(import) == id) return Article{.id = id, .path = import.name};
  }
  return std::nullopt;
}

std::vector<ImportReport> Store::imports() const {
  std::vector<ImportReport> reports;
  for (const auto& part : imports_in(*impl_->kv)) {  // one that was cut off may have several parts
    auto report = std::find_if(reports.begin(), reports.end(),
                               [&](const auto& other) { return other.id == part.id; });
    if (report == reports.end()) {
      report = reports.insert(report, {.id = part.id, .name = part.name});
    }
    report->events += part.events;
    report->done = report->done || part.done;
  }
  return reports;
}

}  // namespace annals
