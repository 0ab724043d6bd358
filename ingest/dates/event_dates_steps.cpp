#include "ingest/dates/event_dates_steps.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "ingest/dates/verb_time.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using date::days;
using date::sys_days;
using Index = std::int32_t;

/// A length in whole units; hours and minutes count as none of a day.
struct Length {
  Grain grain = Grain::day;
  int count = 0;
};

/// Reads a TIMEX3 duration of one unit: "P3D", "PT24H".
std::optional<Length> length_of(std::string_view value) {
  const bool clock = value.starts_with("PT");
  value.remove_prefix(clock ? 2 : value.starts_with("P") ? 1 : 0);
  int count = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), count);
  if (error != std::errc{} || end + 1 != value.data() + value.size() || count > 1000)
    return std::nullopt;
  if (clock) return Length{Grain::day, *end == 'H' ? count / 24 : 0};
  switch (*end) {
    case 'D':
      return Length{Grain::day, count};
    case 'W':
      return Length{Grain::week, count};
    case 'M':
      return Length{Grain::month, count};
    case 'Y':
      return Length{Grain::year, count};
    default:
      return std::nullopt;
  }
}

/// "the day after", which is no expression by itself.
std::optional<Length> single_unit(std::string_view lemma) {
  constexpr std::array<std::pair<std::string_view, Grain>, 4> units = {
      {{"day", Grain::day}, {"week", Grain::week}, {"month", Grain::month}, {"year", Grain::year}}};
  for (const auto& [name, grain] : units) {
    if (name == lemma) return Length{grain, 1};
  }
  return std::nullopt;
}

/// The length that ends right before `at`.
std::optional<Length> length_before(const Sentence& sentence, std::span<const TimexMention> timexes,
                                    const TimeWords& words, Index at) {
  for (const TimexMention& mention : timexes) {
    if (mention.last_token != at || mention.timex.type != "DURATION") continue;
    // "less than a week after", "questioned him for three days before"
    const Index first = mention.first_token;
    const bool lasts = first > 0 && one_of(sentence.at(first - 1).lemma, {"for", "within"});
    if (!mention.timex.mod.empty() || lasts) return std::nullopt;
    return length_of(mention.timex.value);
  }
  const Token& unit = sentence.at(at - 1);
  if (words.is(TimeWord::hours, unit.lemma)) return Length{Grain::day, 0};
  const bool the = at > 1 && sentence.at(at - 2).lemma == "the" && unit.xpos != "NNS";
  return the ? single_unit(unit.lemma) : std::nullopt;
}

/// The same day so many units on; the last of a month that has no such day.
sys_days day_after(sys_days day, Grain grain, int count) {
  if (grain == Grain::day) return day + days{count};
  if (grain == Grain::week) return day + date::weeks{count};
  const date::year_month_day from{day};
  const auto moved = from + date::months{grain == Grain::year ? count * 12 : count};
  return moved.ok() ? sys_days{moved} : sys_days{moved.year() / moved.month() / date::last};
}

/// "the first visit in ten years", "the worst attack in the past month": no time of the event.
bool is_record(const Sentence& sentence, Index length) {
  constexpr Index reach = 14;  // words
  for (Index i = length - 1; i >= 0 && i + reach > length; --i) {
    const Token& word = sentence.at(i);
    if (word.xpos == "JJS" || word.lemma == "first" || word.lemma == "only") return true;
  }
  return false;
}

bool is_clause_or_noun(const Token& word) {
  return word.upos == Upos::VERB || word.upos == Upos::NOUN || word.upos == Upos::PROPN ||
         word.upos == Upos::ADJ;
}

}  // namespace

std::vector<TimeStep> time_steps(const Sentence& sentence, std::span<const TimexMention> timexes,
                                 const TimeWords& words) {
  std::vector<TimeStep> steps;
  for (Index i = 1; i < static_cast<Index>(sentence.tokens.size()); ++i) {
    const Token& mark = sentence.at(i);
    if ((mark.lemma != "after" && mark.lemma != "before") || mark.head <= i) continue;
    if (mark.deprel != "mark" && mark.deprel != "case") continue;
    const auto length = length_before(sentence, timexes, words, i);
    if (!length) continue;
    const Token& other = sentence.at(mark.head);
    Index main = other.head;
    if (main == i - 1) main = sentence.at(main).head;  // the tree hung it on "days"
    if (main < 0 || !is_clause_or_noun(sentence.at(main)) || !is_clause_or_noun(other)) continue;
    steps.push_back({.main = main,
                     .other = mark.head,
                     .grain = length->grain,
                     .count = mark.lemma == "after" ? length->count : -length->count});
  }
  return steps;
}

std::vector<Stay> stays(const Sentence& sentence, std::span<const TimexMention> timexes,
                        const TimeWords& words) {
  constexpr int longest = 31;  // days
  std::vector<Stay> found;
  for (const TimexMention& mention : timexes) {
    const auto length =
        mention.timex.type == "DURATION" ? length_of(mention.timex.value) : std::nullopt;
    if (!length || length->count < 1) continue;
    if (length->grain != Grain::day && length->grain != Grain::week) continue;
    const int count = length->count * (length->grain == Grain::week ? 7 : 1);
    if (count > longest) continue;
    const Index head = head_of(sentence, mention.first_token, mention.last_token);
    Index word = sentence.at(head).head;
    const bool lasts =
        mention.first_token > 0 && sentence.at(mention.first_token - 1).lemma == "for";
    while (word > head && sentence.at(word).deprel == "compound" && sentence.at(word).head > word)
      word = sentence.at(word).head;
    if (word < 0) continue;
    const bool trip = words.is(TimeWord::trips, sentence.at(word).lemma);
    if (trip ? word > head || lasts : lasts && sentence.at(word).upos == Upos::VERB)
      found.push_back({word, days{count}});
  }
  return found;
}

std::optional<EventDate> stepped(const EventDate& date, Grain grain, int count) {
  if (date.precision == Precision::unknown || date.first == first_day || date.last == last_day)
    return std::nullopt;
  if (count == 0) return date;
  const days widest{grain == Grain::year ? 366 : grain == Grain::month ? 31 : 1};
  if (date.last - date.first >= widest) return std::nullopt;
  const auto moment = moment_after(grain, date.first, count);
  return moment ? std::optional(event_date(*moment)) : std::nullopt;
}

std::optional<EventDate> days_of_length(const Sentence& sentence, const TimexMention& length,
                                        const TimeWords& words, std::optional<sys_days> now) {
  const auto units = now ? length_of(length.timex.value) : std::nullopt;
  if (!units || length.timex.type != "DURATION") return std::nullopt;
  const auto is = [&](Index i, std::initializer_list<std::string_view> some) {
    return i >= 0 && i < static_cast<Index>(sentence.tokens.size()) &&
           one_of(sentence.at(i).lemma, some);
  };
  const Index first = length.first_token;
  const Index mark = is(first, {"in", "over", "during", "within"}) ? first : first - 1;
  // "in the last three days of the trial", "in two weeks before the vote"
  if (is(length.last_token, {"of", "before", "after"})) return std::nullopt;
  bool past = false;
  bool coming = false;
  for (Index i = first; i < length.last_token; ++i) {
    past = past || is(i, {"past", "last"});
    coming = coming || is(i, {"next", "coming"});
  }
  if (!coming && is_record(sentence, first)) return std::nullopt;
  const int count = units->count;
  if (past && is(mark, {"in", "over", "during", "within"}))
    return interval_date(day_after(*now, units->grain, -std::max(count, 1)), *now);
  const sys_days tomorrow = *now + days{count > 0 ? 1 : 0};
  if (coming && is(mark, {"in", "over", "during", "within"}))
    return interval_date(tomorrow, day_after(*now, units->grain, count));
  const Index verb = governing_verb(sentence, first);
  const bool future = verb >= 0 && verb_time(sentence, verb).direction == Direction::future &&
                      !words.is(TimeWord::figures, sentence.at(verb).lemma);
  if (!future || past) return std::nullopt;
  if (is(mark, {"within"})) return interval_date(tomorrow, day_after(*now, units->grain, count));
  if (!is(mark, {"in"})) return std::nullopt;
  const auto then = moment_after(units->grain, *now, count);
  return then ? std::optional(event_date(*then)) : std::nullopt;
}

}  // namespace annals
