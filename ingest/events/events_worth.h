#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/actor.h"
#include "graph/event.h"
#include "ingest/dates/event_dates.h"
#include "ingest/events/events_match.h"

namespace annals {

/// Whether a match tells of something that somebody did, rather than in passing.
///
/// Not worth telling are definite nouns that bring nobody with them ("the talks"): they point back
/// at what was told before; talks of which only the place is known; what reporters asked; bare
/// words, as in lists and code; and nouns that name nobody, but for protests that the sentence is
/// about. `alone` says that the sentence has no other match.
[[nodiscard]] bool is_worth_telling(const SentenceTree& tree, const SentenceActors& actors,
                                    const EventRules& rules, const Match& match, bool alone);

/// "the Sept. 19 coup", "the bombing of May 4": a deed or talks of nobody in particular with a time
/// of their own that lies within 400 days of `now`, and for talks is a day. `dated` is how the noun
/// is dated.
[[nodiscard]] bool is_known_by_day(const SentenceTree& tree, const EventRules& rules,
                                   const Match& match, const DatedBy& dated, date::sys_days now);

/// "Jordan hosts refugees", "militants attack patrols often": a deed in the simple present, with no
/// date of its own, is a habit or a state; so is "groups fighting the army". To be asked of the
/// body behind its opening sentence: titles, captions and openings tell in that tense what happens.
/// One demands, accuses and promises in it at any time.
[[nodiscard]] bool is_habit(const SentenceTree& tree, const EventRules& rules, const Match& match,
                            const Mention& mention);

/// Whether what is told is likely enough an event: what may be, or was not, and has one side only
/// says little; of such, 8 in 25 were events to a reader.
[[nodiscard]] bool is_sure_enough(const Mention& mention);

/// "men held at the base", behind its noun: nobody is told to have done it, and nobody is named.
[[nodiscard]] bool is_passing_participle(const SentenceTree& tree, const SentenceActors& actors,
                                         const Match& match);

/// Where the triggers of a sentence begin that tell an event in passing.
struct Passing {
  std::vector<std::uint32_t> nouns;        ///< that no verb carries
  std::vector<std::uint32_t> participles;  ///< see is_passing_participle
};

/// Leaves out of one sentence's mentions, from `first` on, what is told in passing: beside an act
/// with both its sides a bare noun with one ("a year after the war in Georgia"); of such, 2 in 5
/// were events to a reader. Kept is what has a day of its own, and whom violence or an arrest was
/// done to; of participles ("rejected a request to question men held at the base") only violence.
void leave_out_asides(std::size_t first, const Passing& passing, std::vector<Mention>& mentions);

/// Adds to `mentions`, where each stands in the text, those of `doubtful` (rules with
/// `needs=story`) to whose type the article tells another event that happened: "two were wounded"
/// in a story of an attack, not in one of a landslide.
void add_doubtful(std::vector<Mention> doubtful, std::vector<Mention>& mentions);

/// Who said something is told only where a text of one sentence, as a brief or a caption, has
/// nothing else to tell; a named person's words also beside acts of which one side is known.
/// `sentences` is the number of sentences that were read, `cast` holds every source.
void keep_lone_statement(std::size_t sentences, const EventRules& rules,
                         std::span<const Actor> cast, std::vector<Mention>& mentions);

}  // namespace annals
