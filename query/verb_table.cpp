#include <array>

#include "query/verb_runs.h"
#include "query/verbs.h"

namespace annals {
namespace {

constexpr std::array table = {
    Verb{.name = "who",
         .usage = "who TYPE [with|to|at|against|on|from] whom|who|what [of|for|about|over what]\n"
                  "who|which [DOERS] TYPE [with|to|at|against|on|from|of] ACTOR\n"
                  "who [was|were|is] TYPE\n"
                  "who did what [to|with whom]\n"
                  "what DOERS TYPE [with|to|at|against|on|from|of] ACTOR\n"
                  "which|what DOERS TYPE",
         .summary = "who did it to whom, oldest first; `which countries` and the like leave out "
                    "what others did; what was only planned stands apart, and so "
                    "does whom somebody blamed for an attack",
         .example = "who met whom in September 2011",
         .run = run_who},
    Verb{.name = "whom",
         .usage = "whom|who did|has|does ACTOR TYPE [with|to|at|against]\n"
                  "who was|were TYPE by ACTOR\n"
                  "who was|were TYPE from ACTOR",
         .summary = "to whom somebody did it",
         .example = "whom did \"Cameron Munter\" meet",
         .run = run_whom},
    Verb{.name = "accused",
         .usage = "who TYPE whom|who of|for TYPE ACTOR\n"
                  "who TYPE ACTOR of|for TYPE ACTOR\n"
                  "who was|were TYPE of|for TYPE ACTOR\n"
                  "who TYPE [to] TYPE ACTOR",
         .summary = "who said it of whom, where the sentence speaks of a third",
         .example = "who accused whom of supporting \"Haqqani network\"",
         .run = run_who_of},
    Verb{.name = "did",
         .usage = "did|has|have|does|do ACTOR TYPE [with|to|at|against|on|from|into] ACTOR\n"
                  "did|have|has|do ACTOR and ACTOR TYPE\n"
                  "was|were|is|are [there] [a|an|the] TYPE of|by|between|with|on|against ACTOR "
                  "[and|with ACTOR]\n"
                  "did|has|have|does|do ACTOR TYPE\n"
                  "was|were|is|are|has|have ACTOR [been] TYPE [by ACTOR]",
         .summary = "whether one did it to the other, with what speaks for it",
         .example = "did \"David Petraeus\" meet \"Zaheer ul-Islam\"",
         .run = run_did},
    Verb{.name = "when",
         .usage = "when did|has|does ACTOR TYPE [with|to|at|against|on|from|into] ACTOR\n"
                  "when did|has|does ACTOR TYPE\n"
                  "when was|were|is ACTOR TYPE [by ACTOR]\n"
                  "when did|have ACTOR and ACTOR TYPE",
         .summary = "on what day, how precisely that is known, and from what",
         .example = "when did \"US officials\" meet \"Ibrahim Haqqani\"",
         .run = run_when},
    Verb{.name = "where",
         .usage = "where did|has ACTOR TYPE [with|to|at|against|on|from|into] ACTOR\n"
                  "where did|has ACTOR TYPE\n"
                  "where was|were ACTOR TYPE [by ACTOR]\n"
                  "where did|have ACTOR and ACTOR TYPE\n"
                  "where was|were|is|are ACTOR\n"
                  "which|what place|places|city|cities|country|countries did|has|have ACTOR TYPE",
         .summary = "at what places",
         .example = "where did \"David Petraeus\" go",
         .run = run_where},
    Verb{.name = "what",
         .usage = "what did|has|does ACTOR TYPE [to|with|against|from] ACTOR [of|for]\n"
                  "what did|has|does ACTOR TYPE\n"
                  "what was|were|is TYPE by ACTOR\n"
                  "what|which TYPE did|has|have ACTOR sign|signed|make|made|hold|held|launch|"
                  "launched|commit|committed|impose|imposed|stage|staged|carry [out]\n"
                  "ACTOR TYPE whom|who|what",
         .summary = "what somebody did; with `deny`, also what is told as denied",
         .example = "what did Pakistan deny",
         .run = run_what},
    Verb{.name = "said",
         .usage =
             "what did|has|does ACTOR say|said|claim|claimed|confirm|confirmed|announce|announced|"
             "declare|declared|state|stated|report|reported|admit|admitted|tell|told\n"
             "statements of|by|from ACTOR\n"
             "what was|is said by ACTOR\n"
             "ACTOR statements|remarks|comments",
         .summary =
             "what is told on somebody's word, and what somebody accused, refused, demanded, "
             "praised or threatened; `about` narrows it",
         .example = "what did \"Mike Mullen\" say",
         .run = run_said},
    Verb{.name = "timeline",
         .usage = "timeline|chronology|history of [both] ACTOR [and ACTOR]\n"
                  "what happened\n"
                  "what happened to|with ACTOR\n"
                  "what happened between ACTOR and ACTOR\n"
                  "[list|show|find] TYPE\n"
                  "[list|show|find] TYPE of|involving|with|about|between|for [both] ACTOR "
                  "[and|with ACTOR]\n"
                  "ACTOR TYPE\n"
                  "timeline|chronology|history [of everything]\n"
                  "what was|were|is TYPE",
         .summary = "events in the order of time",
         .example = "timeline of \"Haqqani network\" in 2011",
         .run = run_timeline},
    Verb{.name = "deeds",
         .usage = "[list|show|find] TYPE by|from ACTOR against|on|to ACTOR\n"
                  "[list|show|find] TYPE by ACTOR\n"
                  "[list|show|find] TYPE against|on|to ACTOR\n"
                  "ACTOR TYPE [with|to|at|against|on] ACTOR\n"
                  "ACTOR TYPE by ACTOR\n"
                  "which|what ACTOR was|were TYPE by ACTOR\n"
                  "[list|show|find] TYPE against|on|to ACTOR by ACTOR",
         .summary = "events by who did them, or to whom",
         .example = "attacks by \"Haqqani network\" all",
         .run = run_directed},
    Verb{.name = "until",
         .usage =
             "what happened between EVENT and the next TYPE [of|between|with ACTOR [and ACTOR]]",
         .summary = "events from one to the next of a kind",
         .example = "what happened between EVENT and the next meeting of \"Ashfaq Kayani\" and "
                    "\"Hillary Clinton\"",
         .run = run_until_next},
    Verb{.name = "first",
         .usage = "[the] first|earliest TYPE [of|between|involving|with ACTOR [and|with ACTOR]]\n"
                  "when did ACTOR first TYPE [[with|to|at|against|on|from|into] ACTOR]\n"
                  "[the] first|earliest TYPE on|against ACTOR\n"
                  "[the] first time ACTOR TYPE [[with|to|at|against|on|from|into] ACTOR]\n"
                  "[the] first|earliest TYPE by ACTOR\n"
                  "ACTOR first|earliest TYPE [with|to|of|by ACTOR]",
         .summary = "the first event of a kind; `limit 3` gives three",
         .example = "first meeting of \"Ashfaq Kayani\"",
         .run = run_first,
         .counts_by_limit = true},
    Verb{.name = "last",
         .usage = "[the] last|latest TYPE [of|between|involving|with ACTOR [and|with ACTOR]]\n"
                  "when did ACTOR last TYPE [[with|to|at|against|on|from|into] ACTOR]\n"
                  "when did ACTOR and ACTOR last TYPE\n"
                  "[the] last|latest TYPE on|against ACTOR\n"
                  "[the] last time ACTOR TYPE [[with|to|at|against|on|from|into] ACTOR]\n"
                  "[the] last|latest TYPE by ACTOR\n"
                  "ACTOR last|latest TYPE [with|to|of|by ACTOR]",
         .summary = "the last event of a kind",
         .example = "last meeting of \"Ashfaq Kayani\"",
         .run = run_last,
         .counts_by_limit = true},
    Verb{.name = "undated",
         .usage = "undated TYPE [of|involving ACTOR]\n"
                  "TYPE without [a|any] date",
         .summary = "events of which no day is known",
         .example = "undated events",
         .run = run_undated},
    Verb{.name = "count",
         .usage = "how many|count TYPE [were|are|was] [there]\n"
                  "how many|count TYPE by ACTOR\n"
                  "how many|count TYPE against|on ACTOR\n"
                  "how many|count TYPE [were|are] [there] of|involving|between|with ACTOR "
                  "[and|with ACTOR]\n"
                  "how often|many [times] did|has ACTOR TYPE [with|to|against|on] ACTOR\n"
                  "how often|many [times] did|have ACTOR and ACTOR TYPE\n"
                  "how many|count TYPE by ACTOR against|on ACTOR\n"
                  "[the] busiest PERIOD [for|of TYPE]\n"
                  "which|what PERIOD had|saw [the] most TYPE\n"
                  "PERIOD with [the] most TYPE",
         .summary =
             "number of events; `per day|week|month|quarter|year|type|actor|status` splits it",
         .example = "how many meetings per month in 2011",
         .run = run_count},
    Verb{.name = "toll",
         .usage = "how many people|persons|civilians|soldiers|troops|policemen|children|women|men|"
                  "protesters|rebels|militants|hostages|journalists [were|was|have|has|are] [been] "
                  "TYPE [by ACTOR]\n"
                  "how many ACTOR were|was|have|has|are [been] TYPE [by ACTOR]\n"
                  "how many were|was|have|are [been] TYPE [by ACTOR]",
         .summary = "how many were killed, wounded, arrested or freed, event by event and added up",
         .example = "how many people were killed in 2011",
         .run = run_toll},
    Verb{.name = "pairs",
         .usage = "pairs [of|with ACTOR]\n"
                  "contacts of ACTOR\n"
                  "who|what is|are ACTOR contacts\n"
                  "who TYPE [with|to|at|against|on] whom|who [the] most [often]",
         .summary = "how many events each two actors share, most first",
         .example = "pairs in 2011 limit 5",
         .run = run_pairs},
    Verb{.name = "matrix",
         .usage = "who with whom\n"
                  "matrix [of|with ACTOR]",
         .summary = "who shares how many events with whom, as a square of the busiest actors; "
                    "`limit 30` takes thirty",
         .example = "who with whom in 2011 limit 5",
         .run = run_matrix,
         .counts_by_limit = true},
    Verb{.name = "actors",
         .usage = "actors\n"
                  "actors like TEXT",
         .summary = "everybody known, or whose name holds or resembles the text",
         .example = "actors like haqqani",
         .run = run_actors},
    Verb{.name = "show",
         .usage = "show EVENT\n"
                  "show ACTOR\n"
                  "who|what is|was|are ACTOR\n"
                  "tell [me] about ACTOR\n"
                  "what is known about|of ACTOR",
         .summary = "all that is known of an event or an actor",
         .example = "show Munter",
         .run = run_show},
    Verb{.name = "articles",
         .usage = "articles|documents\n"
                  "articles|documents without [a|any] date\n"
                  "undated articles|documents",
         .summary = "what was read; for an undated article the day before which it cannot have "
                    "appeared, and why",
         .example = "documents without a date",
         .run = run_articles},
    Verb{.name = "new",
         .usage = "new [articles|documents]\n"
                  "new since [the] last ingest\n"
                  "what is new [since [the] last ingest]",
         .summary = "articles that the last ingest added",
         .example = "new since last ingest",
         .run = run_new},
    Verb{.name = "sources",
         .usage = "sources [for|of] EVENT\n"
                  "why EVENT\n"
                  "who reported EVENT",
         .summary = "every telling of an event: sentence, bytes, rule, and where its date is from",
         .example = "sources for EVENT",
         .run = run_sources},
    Verb{.name = "contested",
         .usage = "contested TYPE\n"
                  "where do sources disagree\n"
                  "where do sources disagree about|on EVENT",
         .summary = "what sources tell differently",
         .example = "contested events",
         .run = run_contested},
    Verb{.name = "outcome",
         .usage = "what became of TYPE\n"
                  "outcome of TYPE",
         .summary = "what was planned, and whether it is told as happened or cancelled later",
         .example = "what became of meetings",
         .run = run_outcome},
    Verb{.name = "path",
         .usage = "[shortest] path|paths from ACTOR to ACTOR [through|via TYPE]\n"
                  "[shortest] path|paths|connection|connections|link|links between ACTOR and ACTOR "
                  "[through|via TYPE]\n"
                  "how is|are ACTOR connected|linked|related to|with ACTOR\n"
                  "how is|are ACTOR and ACTOR connected|linked|related\n"
                  "[shortest] path ACTOR to|and ACTOR\n"
                  "what|who links|connects|joins|ties ACTOR to|with|and ACTOR\n"
                  "is|are|was there [a|any] link|links|connection|connections|path|paths between "
                  "ACTOR and ACTOR",
         .summary = "the fewest events that join two actors; `limit 3` gives three paths, `max 4` "
                    "bounds their length",
         .example = "path from \"David Petraeus\" to \"Haqqani network\" all max 4",
         .run = run_path,
         .counts_by_limit = true},
    Verb{.name = "chain",
         .usage = "[earliest] chain from ACTOR to ACTOR [through|via TYPE]\n"
                  "shortest chain from ACTOR to ACTOR [through|via TYPE]\n"
                  "latest chain from ACTOR to ACTOR [through|via TYPE]\n"
                  "could ACTOR have told|reached ACTOR\n"
                  "chain ACTOR to ACTOR",
         .summary = "the way from one to the other that respects time and arrives earliest, has "
                    "fewest steps, or begins latest: certain, possible or impossible",
         .example = "chain from \"Ibrahim Haqqani\" to \"David Petraeus\" after 2011-08",
         .run = run_chain},
    Verb{.name = "told",
         .usage = "who could have told ACTOR about|of EVENT",
         .summary = "who can have known of an event and then met somebody",
         .example = "who could have told \"David Petraeus\" about EVENT before 2011-10-31",
         .run = run_told},
    Verb{.name = "reach",
         .usage = "whom|who could ACTOR have told|reached [about|of EVENT]",
         .summary = "to whom news can have come from somebody, earliest first",
         .example = "whom could \"Ibrahim Haqqani\" have told since 2011-08",
         .run = run_reach},
    Verb{.name = "contacts",
         .usage = "common contacts of|between ACTOR and ACTOR\n"
                  "who knows|met both ACTOR and ACTOR",
         .summary = "who shares events with both",
         .example = "common contacts of \"Ashfaq Kayani\" and \"David Petraeus\"",
         .run = run_contacts},
    Verb{.name = "top",
         .usage = "top [NUMBER] DOERS\n"
                  "top [NUMBER] DOERS by MEASURE\n"
                  "[the] most active DOERS\n"
                  "who is|was|were [the] most active\n"
                  "top [NUMBER] DOERS by [number of] TYPE\n"
                  "who|which [DOERS] TYPE [the] most [often]\n"
                  "who|which [DOERS] was|were TYPE [the] most [often]\n"
                  "who|which [DOERS] was|were [the] most TYPE\n"
                  "who|which [DOERS] TYPE [with|to|at|against|on|from|of] ACTOR [the] most "
                  "[often]\n"
                  "whom|who|which [DOERS] did|has|have ACTOR TYPE [with|to|at|against|on|from] "
                  "[the] most [often]\n"
                  "who|which [DOERS] was|were TYPE by ACTOR [the] most [often]\n"
                  "top [NUMBER] DOERS by [number of] TYPE against|on|to|with ACTOR\n"
                  "top [NUMBER] DOERS TYPE [against|on|to|with] ACTOR",
         .summary = "who stands out in the network: by degree, betweenness, pagerank or events; "
                    "who did most of a kind, or whom most of it befell; `at least twice` leaves "
                    "out who did it less often",
         .example = "top 5 actors by betweenness in 2011",
         .run = run_top},
    Verb{.name = "groups",
         .usage = "groups|components",
         .summary = "actors that events join, largest group first",
         .example = "groups in 2011",
         .run = run_groups},
    Verb{.name = "gaps",
         .usage = "gaps over|of NUMBER days for|of|in ACTOR\n"
                  "gaps for|of|in ACTOR",
         .summary = "stretches of days without events of somebody",
         .example = "gaps over 60 days for \"Ashfaq Kayani\"",
         .run = run_gaps},
};

}  // namespace

std::span<const Verb> verbs() { return table; }

}  // namespace annals
