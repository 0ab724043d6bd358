#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/event_list.h"

namespace annals {

/// Rows `begin` to `end` as the bytes of a segment, column by column; docs/store.md draws them.
[[nodiscard]] std::string encode_segment(const ListName& list, const EventRows& rows,
                                         std::size_t begin, std::size_t end);

/// Which rows of a segment are decoded, by their sort days; both ends are included.
struct SortDays {
  std::uint32_t from = 0;
  std::uint32_t to = ~0U;
};

/// Rows of a segment: those before, those wanted, and those behind them.
struct Part {
  std::size_t before = 0, count = 0, behind = 0;
};

/// Decodes the wanted rows of a segment alone, and gives which of its rows these are. Throws
/// Error(store) when the bytes are damaged.
Part decode_segment(const ListName& list, std::string_view bytes, Columns columns, SortDays wanted,
                    EventRows& rows);

}  // namespace annals
