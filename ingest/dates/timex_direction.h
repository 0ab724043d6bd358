#pragma once

#include <cstdint>

#include "ingest/dates/time_words.h"
#include "ingest/dates/timex_calendar.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Where an expression looks from the publication day.
struct Look {
  Direction direction = Direction::unknown;
  bool loose = false;  ///< the word above may govern it as well: "decided to cut output in October"
  bool open = false;   ///< the nearest is meant, also ahead: "lasts until March"
};

/// Where the expression at tokens [first, last) looks, by the verb that governs it: "met Monday" to
/// the past, "will meet Monday" to the future. Unknown when the tree does not say.
[[nodiscard]] Look direction_of(const Sentence& sentence, const TimeWords& words,
                                std::int32_t first, std::int32_t last);

}  // namespace annals
