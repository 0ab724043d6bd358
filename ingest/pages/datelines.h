#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ingest/pages/page_words.h"

namespace annals {

/// How much a dateline found at the start of a paragraph can be trusted.
enum class DatelineSign : std::uint8_t {
  agency,  ///< names an agency or has a date: "DUBAI (Reuters) - ", "ISLAMABAD, June 2: "
  place,   ///< a place alone: "ISLAMABAD: ", "Kabul, Afghanistan — "; only a first paragraph has
           ///< these
};

struct Dateline {
  std::uint32_t size = 0;  ///< bytes with the mark and the spaces that divide it from the text
  DatelineSign sign = DatelineSign::agency;
};

/// The dateline that `paragraph` begins with, of AP, AFP, Reuters, Xinhua, newspapers and press
/// releases: place, date, and agency in brackets or slashes, each optional but for one, then a
/// dash, a colon or an underscore. Nothing when the paragraph has none. At most 160 bytes are read.
[[nodiscard]] std::optional<Dateline> find_dateline(std::string_view paragraph,
                                                    const PageWords& words);

}  // namespace annals
