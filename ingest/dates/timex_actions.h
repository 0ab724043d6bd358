#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ingest/dates/date_rules_parts.h"
#include "ingest/dates/timex_atoms.h"
#include "ingest/dates/timex_calendar.h"
#include "ingest/dates/timex_direction.h"
#include "ingest/dates/timex_match.h"

namespace annals {

/// What an expression is read against.
struct TimexReading {
  const DateRules::Parts& rules;
  std::optional<date::sys_days> now;  ///< publication day, as printed
  std::optional<Moment> reference;    ///< the time spoken of last; placed
  std::optional<Moment> day;          ///< the day spoken of last; placed
  std::optional<Moment> quarter;      ///< the quarter or half that the text reports on; placed
  Look look;                          ///< where the governing verb looks
  /// What stands right before it: "January" for the second month of "January and February".
  std::optional<Moment> before;
};

/// What an expression means.
struct TimexValue {
  std::string type;  ///< DATE | TIME | DURATION | SET
  std::string value;
  std::string mod;
  EventDate date;
  std::optional<Moment> moment;  ///< a time of the calendar, for later expressions to refer to
};

/// The index of an action of dates.rules by its name.
[[nodiscard]] std::optional<std::uint8_t> find_timex_action(std::string_view name);
/// "ago, calendar, ..." for messages.
[[nodiscard]] std::string timex_action_names();

/// Gives the words that `match` took their value; nothing when they mean no time ("June 31").
[[nodiscard]] std::optional<TimexValue> timex_value_of(const DateMatch& match,
                                                       std::span<const DateAtom> atoms,
                                                       const TimexReading& reading);

/// The words of a match, by the names that its rule keeps them under.
class DateCaptures {
 public:
  DateCaptures(const DateMatch& match, std::span<const DateAtom> atoms,
               const DateRules::Parts& rules)
      : match_(match), atoms_(atoms), rules_(rules) {}

  [[nodiscard]] const DateAtom* find(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
  /// The value that dates.words gives the captured word; empty when there is none.
  [[nodiscard]] std::string value(std::string_view name) const;
  /// The same as a number, or the number that the word is.
  [[nodiscard]] std::optional<int> number(std::string_view name) const;
  /// The argument of the rule: itself, or the value of the capture when it is written as {name}.
  [[nodiscard]] std::string argument(std::size_t index) const;

 private:
  const DateMatch& match_;
  std::span<const DateAtom> atoms_;
  const DateRules::Parts& rules_;
};

// The actions, by what they give.
using TimexAction = std::optional<TimexValue> (*)(const DateCaptures&, const TimexReading&);
std::optional<TimexValue> read_calendar(const DateCaptures& words, const TimexReading& reading);
std::optional<TimexValue> read_century(const DateCaptures& words, const TimexReading& reading);
std::optional<TimexValue> read_quarter(const DateCaptures& words, const TimexReading& reading);
std::optional<TimexValue> read_weekday_of_week(const DateCaptures& words,
                                               const TimexReading& reading);
std::optional<TimexValue> read_clock(const DateCaptures& words, const TimexReading& reading);
std::optional<TimexValue> read_shift(const DateCaptures& words, const TimexReading& reading);
std::optional<TimexValue> read_step(const DateCaptures& words, const TimexReading& reading);
std::optional<TimexValue> read_step_weekday(const DateCaptures& words, const TimexReading& reading);
std::optional<TimexValue> read_ago(const DateCaptures& words, const TimexReading& reading);
std::optional<TimexValue> read_length(const DateCaptures& words, const TimexReading& reading);
std::optional<TimexValue> read_every(const DateCaptures& words, const TimexReading& reading);
std::optional<TimexValue> read_holiday(const DateCaptures& words, const TimexReading& reading);
std::optional<TimexValue> read_weekday_of_month(const DateCaptures& words,
                                                const TimexReading& reading);
std::optional<TimexValue> read_fixed(const DateCaptures& words, const TimexReading& reading);

/// The grain of a unit's letter; nothing for those shorter than a day.
[[nodiscard]] std::optional<Grain> grain_of(std::string_view unit);
/// A DATE (TIME when it has a clock) with the mod of the words.
[[nodiscard]] TimexValue calendar_value(const DateCaptures& words, const TimexReading& reading,
                                        Moment moment);
/// The day of a holiday in a year, or the one that `shift` (last, this, next) and the direction of
/// reading point at. Nothing for a name that holiday() does not know.
[[nodiscard]] std::optional<Moment> holiday_moment(std::string_view name, std::optional<int> year,
                                                   std::optional<int> shift,
                                                   const TimexReading& reading);
/// START, END, APPROX ... as the words say; empty when they say nothing.
[[nodiscard]] std::string mod_of(const DateCaptures& words);

}  // namespace annals
