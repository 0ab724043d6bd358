#include "query/guide.h"

#include "query/forms.h"
#include "query/type_words.h"
#include "query/verbs.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

constexpr std::string_view opening = R"(# Questions

A question is one line of plain English with fixed forms. `annals ask "..."` answers one, `annals repl` opens a prompt.
Each answer first says how the question was understood. What is not understood is shown with a caret at the word and
the form that would fit.

This page is made from the tables in `query/`; a test keeps it current.

)";

constexpr std::string_view grammar_text = R"(## Grammar

```
question = form { modifier }          modifiers may stand anywhere outside names
ACTOR    = a name, an alias, the beginning of a name, or some of its words; "in quotes" when it holds a word
           of the grammar. One that fits several actors is refused with the candidates, unless one has ten times
           the events of any other. A misspelt name is answered for the one that it can only mean, and that is said.
TYPE     = an everyday word for events, below; `events` for all
EVENT    = E and four or more hex digits, as the last column of an answer shows them
DOERS    = actors | people | countries | states | governments | leaders | presidents | ministers | officials | groups
           | rebels | militants | organizations, and each of them as one
MEASURE  = degree | betweenness | pagerank | events
PERIOD   = day | week | month | quarter | year, and more than one of them
NUMBER   = digits          TEXT = any words
modifier = window | "strictly" | "loosely" | status | topic | place | source | split | except | number
         | "limit" NUMBER | "max" NUMBER ["hops"]
         | "sort by" ("date" | "sources" | "confidence" | "killed" | "wounded" | "arrested" | "size" | "type" | "name") ["descending"]
         | "newest first" | "deadliest" | "worst" | "largest"
except   = ("except" | "other than" | "apart from" | "besides" | "without" | "excluding" | "but not") ["by" | "against" | "with"]
           (ACTOR | TYPE) { ("and" | "or") (ACTOR | TYPE) }
number   = ("killed" | "wounded" | "arrested" | "kidnapped" | "freed") bound NUMBER | bound NUMBER ["people"] ("killed" | "dead" | ...)
         | bound NUMBER "times"           of rankings and of counts by day, week, month, quarter or year
bound    = "more than" | "over" | "at least" | "fewer than" | "less than" | "at most" | "exactly"
window   = ("in" | "on" | "during" | "around") time | ("since" | "from") time | ("before" | "after" | "until") time
         | "between" time "and" time | "from" time "to" time | "within" NUMBER unit ["of" time]
         | ["the"] [NUMBER] unit ("before" | "after") time
unit     = "day" | "week" | "month" | "year", and more than one of them
time     = 2011-09-26 | 2011-09 | 2011 | September 2011 | 26 September 2011 | September 26, 2011 | early September 2011
         | last week of 2011-09 | week of 2011-09-26 | summer 2011 | Q3 2011 | third quarter of 2011 | the 1990s
         | today | yesterday | last month | this year | EVENT | EDTF
         | September | September 26        of the latest year, up to today, in which something happened then
status   = ["including"] ("planned" | "cancelled" | "alleged" | "denied" | "hypothetical" | "confirmed" | "all") ["only"]
place    = ("at" | "in") name
topic    = "about" words                  the sentence holds them; behind a name also "of", "for", "over" or "on" words
source   = ("by source" | "reported by" | "according to" | "not by") name
split    = ("per" | "by") ("day" | "week" | "month" | "quarter" | "year" | "type" | "actor" | "status")
```

)";

constexpr std::string_view meaning_text =
    R"(**As people type.** A verb may carry its noun: "imposed sanctions", "signed an agreement". `will` asks for plans. "What's going on" is
"what happened", "who has been talking to" is "who talked to", "got killed" is "was killed", "which meetings were planned" is "planned
meetings", "the number of attacks" is "how many attacks", and "attacks per month" counts them. A thing that nobody is called is what it was
about: "who condemned the execution of Saddam", "peace talks". In "between 20 and 27 September 2011" the first time has the
month and year of the second. Who owns events may be written "Munter's meetings".

**In free words.** A question that fits no form is taken apart: what it asks, the first word for events, the names and, by the words before
them, who did it and whom it befell, in the active or the passive; what is left over is looked for in the sentences. A note tells the question
that it is read as, and each such question is one of the forms below. "By whom was Munter criticized?", "anyone from the CIA who met Pakistani
officials", "did Kayani cancel a trip to London", "how often was Mobutu urged to quit", "which country was accused most often by Israel", "how did Munter
get connected to Meng", "Larijani's last three statements". When no sentence holds what is left over, the first rows without it stand under
a heading of their own. Two questions in one line, and what no question can ask for (the last table of this page), are refused with what can be asked.

**One question after another.** At the prompt a question may lean on the one before: "when did they meet" and "what did he say" mean whom that one
named, "and in 2006?", "and November?" or "what about planned ones" ask it again, "and Iran?" asks it of somebody else, "except Munter?" leaves
somebody out, and "who else?" behind a question of two asks for the others.

**In the style of telegrams.** Names beside each other ask for what they share, and a place or a topic may follow: "Munter Bashir",
"Castro Santos Havana 2015". "US accusations against Pakistan" is what the one did to the other, "soldiers killed by rebels" the same turned
round, "Uribe denounced what" what he denounced. "2013-2016" is from 2013 to 2016, "April 97" is April 1997, "meetings called off" are
cancelled ones, "countries that accused Iran" is "which countries accused Iran", "who first met X" gives one row, "attacks and kidnappings"
are events of either kind, and "how many died" counts people. "Mullen, who did he accuse" is who Mullen accused, "US-Pakistan talks" are
those of both, "1-15 April 1997" is a range, "in Oslo or Malmo" either place, and "most recently" gives the newest row.

**Countries and what is theirs.** "Israeli attacks on Gaza" are attacks by Israel with its people and bodies, where nobody is called so. A
small word that can only be a slip of the pen for a word for events ("metings") is read as that word, and a note says so. "Met on
Somalia" is what they spoke of.

**Except.** "Who met Kayani except Petraeus" leaves out whom the name calls: an event in which he takes part stays only where the question
names somebody and another one has the same part beside him, as when Petraeus and Mullen met Kayani. "Except by Hamas" leaves out what Hamas
did and keeps what befell it, "timeline of Kayani except meetings" leaves out a kind of events, and "path from A to B except C" goes another
way. A time cannot be left out.

**Numbers.** "Attacks that killed more than 10 people", "at least 5 arrests", "raids with 10 or more wounded" and "more than 10 dead in Gaza"
are the events that tell such a number; an event that tells none agrees with no bound. "Who accused Pakistan at least twice", "who met whom
more than once" and "days with more than 3 attacks" bound how many events a row counts. "How many people were killed per month" adds the
numbers up, and "the deadliest day" puts the largest sum first; "which attack killed the most people" and "most wounded in a single attack"
list attacks, the largest first.

**Most.** "Who attacked Norway most often", "which countries did Israel criticize the most", "who was most often accused by Mullen", "who carried
out most attacks on Israel", "the most attacked country" and "top 5 groups by attacks against Israel" rank actors by the events in which they
have this part; "who met whom most often" ranks pairs, "which month had the most attacks" months.

**Offices.** "The Chinese president", "China's president", "president of China" or "the CIA director" is who is known to have held the
office in the time that is asked for, from articles and from the tables of persons; the answer says who that is. When there were
several, they are listed with their times, and the question wants a name or a time. A rank before a name ("Admiral Mullen") is passed over.

**Times beside others.** "The week before 2011-09-26", "three months after E17" and "the day after the attack in Karachi" are so many days on one
side of a time, a month counted as 30 of them. "The beginning of January 2018", like "early January 2018", is its first third.

**Events in words.** Behind `after`, `before`, `since`, `until`, `around`, "within 30 days of", "who could have told X about" and "sources
for", an event may be told with "the": "after the assassination of Pierre Gemayel", "before the attack in Karachi". A note says which event that
is; where several fit and none is told twice as often as the others, they are listed with their ids.

**Windows and vague dates.** An event is found when some day of its date lies in the window. It is certain when every
day does; a row that is only possible is marked. `strictly` leaves possible ones out. An event that is bounded on one
side only, by a day outside the window ("by January 2015" for August 2014), is counted in a note; `loosely` lists it too.
`before D` ends the day before D,
`after D` begins the day after it; `since`, `from`, `until` and `between` include their days. `around D` is a week on
either side. Two windows in one question are both kept to.

**What did not happen.** Without a status word, a question is answered with what happened; what is planned stands apart
below it, and all else is counted in a note. When nothing happened, everything told of it is shown under its status.

**Nobody in particular.** Paths, chains, contacts and `top` leave out "people", "police" or "soldiers" of no country: two who met them
have met nobody in common. One may be asked for by name.

**Countries and places.** When nothing is told of a country itself, what its people and bodies did, or what befell them, is shown under a
heading of its own; when nothing is told to have been at a place, what sentences tell that name it, and when that place is a country, what
its people and bodies did or what befell them. "Southern Thailand" is in Thailand.

**Two names.** When a question about two actors finds nothing, what one of them did in a sentence that also names the
other is shown under a heading of its own.

**Chains and time.** In a chain each event must be able to follow the one before it. With vague dates that is *certain*
when the one ends before the other begins, *possible* when their days leave room for it, else *impossible*. Two events
of one day may have come in either order. `after D` lets a chain begin on D itself.

)";

std::string code(std::string_view text) { return "`" + std::string(text) + "`"; }

/// "a" or "b", of words split by blanks
std::string any_of(std::string_view words) {
  std::string result;
  any_word(words, [&](std::string_view word) {
    result += (result.empty() ? "\"" : " or \"") + std::string(word) + "\"";
    return false;
  });
  return result;
}

}  // namespace

std::string_view guide_grammar() { return grammar_text; }

std::string_view guide_meaning() { return meaning_text; }

std::string words_of_type(const TypeWord& type) {
  std::string result;
  any_form(type.words, [&](std::string_view word) {
    result += (result.empty() ? "" : ", ") + std::string(word);
    return false;
  });
  return result;
}

std::string format_guide() {
  std::string guide(opening);
  guide += grammar_text;
  guide += meaning_text;
  guide += "## Forms\n\nWords in brackets may be left out, `a|b` is a choice.\n\n";
  for (const Verb& verb : verbs()) {
    guide += "### " + std::string(verb.name) + "\n" + std::string(verb.summary) + ".\n\n```\n";
    guide += std::string(verb.usage) + "\n```\nExample: " + code(verb.example) + "\n\n";
  }
  guide += "## Words for events\n\n| words | events |\n| --- | --- |\n";
  for (const TypeWord& word : type_words()) {
    std::string events = word.type.empty() ? "all" : std::string(word.type);
    if (!word.cameo.empty()) events += ", CAMEO " + std::string(word.cameo);
    if (!word.keyword.empty()) events += ", with " + any_of(word.keyword) + " in the sentence";
    if (!word.untold.empty()) events += "; imported, CAMEO " + std::string(word.untold);
    guide += "| " + words_of_type(word) + " | " + events + " |\n";
  }
  guide += "\n## What no question asks\n\n| words | instead |\n| --- | --- |\n";
  for (const WordRow& row : rows_of(WordTable::refusals))
    guide += "| " + std::string(row[0]) + " | " + std::string(row[1]) + " |\n";
  return guide;
}

}  // namespace annals
