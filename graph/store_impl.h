#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "graph/event_list.h"
#include "graph/kv.h"
#include "graph/numbers.h"
#include "graph/store.h"

namespace annals {

/// What a store remembers about itself, written with every batch that changes it.
struct StoreState {
  std::uint64_t articles = 0;
  std::uint64_t mentions = 0;
  std::uint64_t actors = 0;  ///< linked or imported
  std::uint64_t linked_events = 0;
  std::uint64_t imported_events = 0;
  std::uint64_t next_sequence = 0;  ///< of the next imported event
  std::uint32_t next_actor = 0;     ///< number of the next new actor
  std::uint64_t linkings = 0;       ///< how often the graph was written after articles had changed

  bool operator==(const StoreState&) const = default;
};

struct Store::Impl {
  std::unique_ptr<Kv> kv;
  StoreState state;
  KindTable kinds;

  /// Writes the batch with the new state beside it, and takes the state over when that has worked.
  void write(KvBatch& batch, const StoreState& next);
  /// Writes what a GraphWriter makes of the changes; nothing when that is nothing.
  template <typename... Changes>
  void write_graph(const Changes&... changes);
  [[nodiscard]] std::optional<Mention> imported_mention(MentionId id) const;
  [[nodiscard]] std::optional<Article> imported_article(ArticleId id) const;
};

[[nodiscard]] std::string setting_key(std::string_view name);
inline constexpr const char* state_setting = "state";
[[nodiscard]] std::string encode_state(const StoreState& state);
[[nodiscard]] StoreState decode_state(std::string_view bytes);

/// Gives a new store this program's layout, and refuses one of another layout; store_layout.h.
void check_layout(Kv& kv, const std::filesystem::path& folder, OpenMode mode);

/// The keys of the articles that changed since the graph was written. Each time has its own prefix:
/// a scan would go through what was erased before, one by one.
[[nodiscard]] std::string unlinked_prefix(const StoreState& state);

/// An id as the eight bytes of a value.
[[nodiscard]] std::string id_value(std::uint64_t id);

/// Visits all keys of one table.
void scan_table(const Kv& kv, Family family, char table, const KvVisitor& see);

/// The keys of Family::index under which an actor is found by name: one for each name and alias,
/// sorted.
[[nodiscard]] std::vector<std::string> name_keys(const Actor& actor);

/// The lists that an event stands in, its place in them, and its row there.
struct IndexedEvent {
  std::vector<ListName> lists;  ///< sorted
  EventRows row;                ///< one row; its sort day is right in every list

  bool operator==(const IndexedEvent&) const = default;
};
/// Gives new numbers to new kinds and actors on the way.
[[nodiscard]] IndexedEvent index_event(const Event& event, KindTable& kinds, ActorNumbers& actors,
                                       KvBatch& batch);

}  // namespace annals
