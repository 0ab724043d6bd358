#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/event.h"
#include "graph/index_entry.h"
#include "graph/kv.h"
#include "graph/span_class.h"

namespace annals {

/// Where the events of a list come from. Their ids have different shapes and they change in
/// different ways, so they never share a list.
enum class Origin : std::uint8_t { linked, imported };

/// The id of an event of this origin that lists store under this number.
[[nodiscard]] EventId event_id(Origin origin, std::uint64_t stored);

/// A list of events in the order of their sort days (span_class.h) and ids: the events of one
/// actor, or of one type, with dates of one span class and from one origin.
struct ListName {
  char table = 0;           ///< table::of_actor or table::by_time
  std::uint32_t owner = 0;  ///< the actor's number, or the type's
  SpanClass span = SpanClass::day;
  Origin origin = Origin::linked;

  auto operator<=>(const ListName&) const = default;
};

/// Rows of a list as columns. Row i has parties[party_end[i - 1]] to parties[party_end[i]].
struct EventRows {
  std::vector<std::uint32_t> day;     ///< sort day, counted from first_day
  std::vector<std::uint32_t> length;  ///< last day less first day
  std::vector<std::uint64_t>
      id;  ///< of a linked event its id, of an imported one its sequence number
  std::vector<std::uint32_t> kind;  ///< number of type and code (numbers.h)
  std::vector<Status> status;
  std::vector<std::uint32_t> party_end;
  std::vector<Party> parties;

  [[nodiscard]] std::size_t size() const { return id.size(); }
  [[nodiscard]] std::span<const Party> parties_of(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : party_end[i - 1];
    return {parties.data() + begin, party_end[i] - begin};
  }
  void clear();
  /// Appends row `i` of `from`.
  void take(const EventRows& from, std::size_t i);
  void add(std::uint32_t sort_day, std::uint32_t days, std::uint64_t event, std::uint32_t of_kind,
           Status with, std::span<const Party> who);

  bool operator==(const EventRows&) const = default;
};

/// How much of a segment is decoded.
enum class Columns : std::uint8_t { dates, all };

/// Days counted from first_day, as lists count them.
[[nodiscard]] inline std::uint32_t day_number(date::sys_days day) {
  return static_cast<std::uint32_t>((day - first_day).count());
}
[[nodiscard]] inline date::sys_days day_numbered(std::uint32_t number) {
  return first_day + date::days{static_cast<int>(number)};
}
/// The days that row `i` of a list covers.
[[nodiscard]] inline Window days_of(const EventRows& rows, std::size_t i, SpanClass span) {
  const auto day = day_numbered(rows.day[i]);
  const auto length = date::days{static_cast<int>(rows.length[i])};
  return span == SpanClass::before ? Window{day - length, day} : Window{day, day + length};
}

/// Rows to be put into a list or taken out of it.
struct ListChange {
  std::vector<std::pair<std::uint32_t, std::uint64_t>> gone;  ///< sort day and id, sorted
  EventRows come;                                             ///< sorted by sort day and id
};

using PutSegment = std::function<void(const std::string& key, std::string value)>;
using EraseSegment = std::function<void(const std::string& key)>;

/// A list lies in segments of about 256 rows. A row ends a segment when its id says so (one in 256
/// does); the key of the segment then has that row's sort day and id. Rows behind the last such row
/// lie under the greatest key of the list. So the segments follow from the rows alone, in whatever
/// order those came.
///
/// Calls `put` and `erase` for the segments that change. `fresh` promises that the list is empty so
/// far, which spares reading it. A row that comes where one was replaces it only when that one is
/// among those that go.
void change_list(const Kv& kv, const ListName& list, const ListChange& change, bool fresh,
                 const PutSegment& put, const EraseSegment& erase);

/// Sees rows `begin` to `end`, which are of one segment and whose sort days may overlap the window.
using SegmentVisitor =
    std::function<void(const ListName&, const EventRows&, std::size_t begin, std::size_t end)>;

/// Visits all segments of the lists of `owner` in `table` (of all owners when there is none) that
/// may hold events overlapping `window`; `undated` includes the class of unknown dates. In the
/// order of owner, origin, class.
void scan_lists(const Kv& kv, char table, std::optional<std::uint32_t> owner, const Window& window,
                bool undated, Columns columns, const SegmentVisitor& see);

/// How many bytes the lists of an owner have; tells which of two is the shorter.
[[nodiscard]] std::size_t lists_bytes(const Kv& kv, char table, std::uint32_t owner);

/// The list in a segment's key. Throws Error(store) when it is no such key.
[[nodiscard]] ListName list_in(std::string_view key);

}  // namespace annals
