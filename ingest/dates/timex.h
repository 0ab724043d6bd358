#pragma once

#include <cstdint>
#include <vector>

#include "graph/article.h"
#include "graph/facts.h"
#include "ingest/dates/date_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// A time expression and the words that it is made of.
struct TimexMention {
  Timex timex;
  std::uint32_t sentence = 0;    ///< index in Analysis::sentences
  std::int32_t first_token = 0;  ///< tokens [first_token, last_token) of that sentence
  std::int32_t last_token = 0;

  bool operator==(const TimexMention&) const = default;
};

/// The time expressions of an article in the order of its text, none overlapping another.
///
/// Values are resolved against article.published. Without one they stay underspecified: "XXXX-08"
/// for August, "XXXX-WXX-1" for Monday. Which Monday or August is meant is read from the tense and
/// modality of the verb that governs the expression, where the trees tell, then from distance.
/// Every sentence of `analysis` is read, whatever its block. Tags and trees may be poor or missing;
/// then only the directions of bare days suffer.
///
/// Pure; any number of threads may share `rules`. The time taken grows with the number of words,
/// for any text. Source of types and values: TIMEX3 of TimeML 1.2.1, as TimeBank 1.2 applies it.
[[nodiscard]] std::vector<TimexMention> find_timexes(const Article& article,
                                                     const Analysis& analysis,
                                                     const DateRules& rules);

}  // namespace annals
