#pragma once

#include <cstdint>

#include "ingest/dates/event_dates_clauses.h"
#include "ingest/dates/time_words.h"

namespace annals {

/// Where the clause of an event stands, seen from the time of writing.
enum class ClauseTime : std::uint8_t {
  unknown,   ///< no verb tells
  now,       ///< goes on: "is meeting", "can find"
  told,      ///< past, in the line that the sentence tells: "met"
  done,      ///< past, of an unknown day up to now: "has met", "had earlier met"
  before,    ///< past before what the sentence tells of: "had met", "who met"
  reported,  ///< past in what somebody says: "said they met"
  ahead      ///< to come: "will meet", "plans to meet", "until they meet"
};

/// The time of the clause that `token` stands in, and what follows for the token itself: a verb's
/// from its tense, mood and place in the sentence; a noun's from the verb that governs it and from
/// the word that it complements ("a call for talks" points ahead, "condemned the attack" back).
[[nodiscard]] ClauseTime clause_time(const ClauseDates& clause, const TimeWords& words,
                                     std::int32_t token);

/// The word whose time a participle or an infinitive without tense shares: "said" for "speaking" in
/// "said, speaking on ...", "tried" for "leave" in "tried to leave"; `token` itself when it has its
/// own time.
[[nodiscard]] std::int32_t time_giver(const ClauseDates& clause, const TimeWords& words,
                                      std::int32_t token);

/// True for a verb of a state of mind and for being: "believed", "was alive".
[[nodiscard]] bool is_state(const ClauseDates& clause, const TimeWords& words, std::int32_t token);

/// True when the word's clause says when it was by another clause or a stay: "were captured while
/// fighting", "agreed during a visit".
[[nodiscard]] bool has_own_time(const ClauseDates& clause, const TimeWords& words,
                                std::int32_t token);

/// True for a word with another that takes it off the day that the text tells of: "had recently
/// met", "a recent visit", "died in an earlier raid".
[[nodiscard]] bool is_formerly(const ClauseDates& clause, const TimeWords& words,
                               std::int32_t token);

/// True when a quotation ends between the two words; one that begins there as well is of a few
/// words only: `killed ten "terrorists", the army said`.
[[nodiscard]] bool ends_quotation(const Sentence& sentence, std::int32_t from, std::int32_t to);

/// The verb of saying that the clause of `token` is told by; -1 for none.
[[nodiscard]] std::int32_t said_by(const ClauseDates& clause, const TimeWords& words,
                                   std::int32_t token);

}  // namespace annals
