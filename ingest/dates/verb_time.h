#pragma once

#include <cstdint>

#include "ingest/dates/timex_calendar.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// The token of [first, last) that the tree attaches the others by: the one whose head lies
/// outside.
[[nodiscard]] std::int32_t head_of(const Sentence& sentence, std::int32_t first, std::int32_t last);

/// The verb (or the word that stands for one: "is due") that governs `token`, itself included; -1
/// when there is none.
[[nodiscard]] std::int32_t governing_verb(const Sentence& sentence, std::int32_t token);

/// How a verb stands in time, read from its form and its helpers.
struct VerbTime {
  Direction direction = Direction::unknown;
  bool perfect = false;       ///< "has met", "had met"
  bool past_perfect = false;  ///< "had met"
  bool progressive = false;   ///< "is meeting"
  bool infinitive = false;    ///< "to meet"
  bool modal = false;         ///< "may meet", "would meet"
  bool able = false;          ///< "can meet"
  bool negated = false;       ///< "has not met"
  bool finite = false;        ///< has a tense of its own
};
[[nodiscard]] VerbTime verb_time(const Sentence& sentence, std::int32_t verb);

}  // namespace annals
