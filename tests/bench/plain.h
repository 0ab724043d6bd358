#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/event_date.h"

namespace annals::bench {

/// A row of the table: `who` and `whom` are indices into PlainTable::names.
struct PlainEvent {
  date::sys_days day;
  std::uint32_t who = 0;
  std::uint32_t whom = 0;
  std::string_view code;
};

/// What a query gave: how many rows, and a sum over them that tells wrong rows from right ones.
struct Result {
  long rows = 0;
  long sum = 0;

  bool operator==(const Result&) const = default;
};

/// A table of events (date, source, CAMEO code, target; tab separated, sorted by date), the
/// parameters of the queries, which follow from it without chance, and their right answers by plain
/// loops over all events.
///
/// w30 are the days 120 to 149 after the first, w90 the days 90 to 179. `hub` has most events,
/// `middling` are the hundred actors about the median, `active` those about the ninth decile. `top`
/// is the pair with most events. `pairs` are fifty pairs of actors who consult in w30.
class PlainTable {
 public:
  explicit PlainTable(std::string text);
  PlainTable(const PlainTable&) = delete;
  PlainTable& operator=(const PlainTable&) = delete;

  Window w30, w90;
  std::uint32_t hub = 0;
  std::vector<std::uint32_t> middling, active;
  std::pair<std::uint32_t, std::uint32_t> top;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<PlainEvent>& events() const { return events_; }
  [[nodiscard]] const std::vector<std::string_view>& names() const { return names_; }
  /// The table five times in a row, a third of the minor actors renamed each time.
  [[nodiscard]] std::string five_times() const;

  [[nodiscard]] Result met() const;  ///< pairs that consulted in w30; sum of their counts
  [[nodiscard]] Result timeline(const std::vector<std::uint32_t>& actors, const Window& window)
      const;                                         ///< events; sum of their days since 1970
  [[nodiscard]] Result between() const;              ///< events of `top`; the same sum
  [[nodiscard]] Result hops(bool consulting) const;  ///< reachable pairs; sum of steps, -1 for none
  [[nodiscard]] Result arrivals(
      bool consulting) const;            ///< the same with days after the first of w30
  [[nodiscard]] Result degrees() const;  ///< ten; sum of the ten greatest degrees in w30
  /// Ten; sum of the ten greatest numbers of shortest routes through an actor, each rounded, among
  /// those who consult in w30.
  [[nodiscard]] Result betweenness() const;

 private:
  [[nodiscard]] std::vector<PlainEvent> in_w30(bool consulting) const;

  std::string text_;
  std::vector<std::string_view> names_;
  std::vector<PlainEvent> events_;
};

/// Reads a file; gzip when its name ends in .gz (through `gzip -dc`). Ends the program when it
/// cannot.
[[nodiscard]] std::string read_table(const std::string& file);

}  // namespace annals::bench
