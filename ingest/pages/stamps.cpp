#include "ingest/pages/stamps.h"

#include <algorithm>
#include <string>

#include "ingest/pages/stamp_reader.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

constexpr std::size_t longest_line = 400;

}  // namespace

bool StampReader::read_weekday(Stamp& stamp) {
  if (!is_word(0)) return false;
  const auto value = words_.find(PageWord::weekday, key(0));
  if (!value) return false;
  stamp.weekday = date::weekday{static_cast<unsigned>(*value)};
  ++at_;
  skip_marks(".,-/|");
  if (word_is(0, {"the"})) ++at_;
  return true;
}

bool StampReader::read_month(Stamp& stamp, std::size_t ahead) const {
  if (!is_word(ahead)) return false;
  const auto value = words_.find(PageWord::month, key(ahead));
  // A month without a capital is a verb ("may", "march") more often than a date.
  if (!value || !starts_upper(slice(line_, piece(ahead).span))) return false;
  stamp.month = date::month{static_cast<unsigned>(*value)};
  return true;
}

bool StampReader::read_day(Stamp& stamp) {
  if (!is_number(0, 0, 31) || digits(0) > 2) return false;
  stamp.day = date::day{static_cast<unsigned>(piece().number)};
  ++at_;
  if (has() && !piece().space_before && word_is(0, {"st", "nd", "rd", "th"})) ++at_;
  return true;
}

/// A year of four figures, or of two after an apostrophe, glued by a dash, at the line's end or
/// before a time ("3 Jun 11 16:10:00 GMT", RFC 822).
bool StampReader::read_year(Stamp& stamp) {
  const bool apostrophe = is_mark(0, "'");
  const std::size_t ahead = apostrophe ? 1 : 0;
  if (!is_number(ahead, 0, 9999)) return false;
  const auto number = static_cast<int>(piece(ahead).number);
  if (digits(ahead) == 4) {
    if (is_mark(ahead + 1, ":") || (number != 0 && (number < 1000 || number > 2199))) return false;
    stamp.year = date::year{number};
  } else if (digits(ahead) == 2 && (apostrophe || !piece(ahead).space_before || !has(ahead + 1) ||
                                    (is_number(ahead + 1, 0, 23) && is_mark(ahead + 2, ":")))) {
    stamp.year = date::year{number + (number < 69 ? 2000 : 1900)};
  } else {
    return false;
  }
  at_ += ahead + 1;
  return true;
}

/// "June 3rd, 2011", "Jun. 03, 2011", "June 3", "Jun-03-2011", "Jul 30 18:03:00 EDT 2012".
bool StampReader::read_month_first(Stamp& stamp) {
  if (!starts_word() || !read_month(stamp, 0)) return false;
  const std::size_t start = at_++;
  skip_marks(".-/");
  if (word_is(0, {"the"})) ++at_;
  if (!read_day(stamp)) {
    at_ = start;
    return false;
  }
  const std::size_t after_day = at_;
  skip_marks(".,-/");
  if (word_is(0, {"of", "in"})) ++at_;
  if (read_year(stamp)) return true;
  at_ = after_day;
  Stamp timed = stamp;
  if (read_time(timed)) {
    skip_marks(",");
    if (has() && piece().space_before && read_year(timed)) {
      stamp = timed;
      return true;
    }
  }
  at_ = after_day;
  // "July 20 people died" and "May 10-year bonds": a day is not followed by letters of its own.
  return !has() || piece().space_before || piece().kind == StampPiece::Kind::mark;
}

/// "3 June 2011", "3rd of June, 2011", "03-Jun-11", "3 June".
bool StampReader::read_day_first(Stamp& stamp) {
  const std::size_t start = at_;
  if (!starts_word() || !read_day(stamp)) return false;
  skip_marks("-/. ");
  if (word_is(0, {"of", "day"})) ++at_;
  if (word_is(0, {"of"})) ++at_;
  if (!read_month(stamp, 0)) {
    at_ = start;
    return false;
  }
  ++at_;
  const std::size_t after_month = at_;
  skip_marks(".,-/");
  if (word_is(0, {"of"})) ++at_;
  if (!read_year(stamp)) at_ = after_month;
  return true;
}

/// "2011-06-03", "2011/06/03", "2011.06.03", "2011 June 3", "20110603".
bool StampReader::read_year_first(Stamp& stamp) {
  if (!starts_word() || !has() || piece().kind != StampPiece::Kind::number) return false;
  if (digits(0) == 8) {
    const auto number = piece().number;
    if (number < 18000000 || number > 21991231) return false;
    stamp.year = date::year{static_cast<int>(number / 10000)};
    stamp.month = date::month{static_cast<unsigned>(number / 100 % 100)};
    stamp.day = date::day{static_cast<unsigned>(number % 100)};
    if (!stamp.date()) return false;  // any number of eight figures
    ++at_;
    return true;
  }
  if (digits(0) != 4) return false;
  const std::size_t start = at_;
  stamp.year = date::year{static_cast<int>(piece().number)};
  if (is_mark(1, "-/.") && is_number(2, 0, 99) && is_mark(3, "-/.") &&
      piece(3).mark == piece(1).mark && is_number(4, 0, 99) && digits(2) <= 2 && digits(4) <= 2 &&
      !piece(2).space_before) {
    stamp.month = date::month{static_cast<unsigned>(piece(2).number)};
    stamp.day = date::day{static_cast<unsigned>(piece(4).number)};
    at_ += 5;
    return true;
  }
  ++at_;
  skip_marks(",-");
  if (read_month(stamp, 0)) {
    ++at_;
    skip_marks(".-");
    if (read_day(stamp)) return true;
  }
  at_ = start;
  return false;
}

/// "03/06/2011", "3.6.11", "03-06-2011".
bool StampReader::read_figures(Stamp& stamp) {
  if (!starts_word() || !is_number(0, 0, 99) || !is_mark(1, "/.-") || !is_number(2, 0, 99) ||
      !is_mark(3, "/.-") || piece(3).mark != piece(1).mark || !has(4) || digits(0) > 2 ||
      digits(2) > 2) {
    return false;
  }
  if (piece(2).space_before || (piece(4).space_before && piece(1).mark != '.')) return false;
  const std::size_t start = at_;
  const auto first = static_cast<unsigned>(piece(0).number);
  const auto second = static_cast<unsigned>(piece(2).number);
  at_ += 4;
  if (!read_year(stamp) ||
      (has() && !piece().space_before && is_mark(0, "./-") && is_number(1, 0, 99))) {
    at_ = start;  // the second case is an address or a version
    return false;
  }
  const bool day_first = second <= 12;
  stamp.day = date::day{day_first ? first : second};
  stamp.month = date::month{day_first ? second : first};
  stamp.ambiguous = first <= 12 && second <= 12 && first != second;
  if (first > 12 && day_first) stamp.order = DayOrder::day_first;
  if (!day_first) stamp.order = DayOrder::month_first;
  return true;
}

bool StampReader::read_core(Stamp& stamp) {
  const Stamp clean = stamp;
  for (const auto read : {&StampReader::read_month_first, &StampReader::read_day_first,
                          &StampReader::read_year_first, &StampReader::read_figures}) {
    if ((this->*read)(stamp)) return true;
    stamp = clean;
  }
  return false;
}

/// "6:13 a.m. ET, June 12, 2018", "1422 GMT (2222 HKT) June 3, 2011".
bool StampReader::read_time_first(Stamp& stamp) {
  if (!starts_word() || !is_number(0, 0, 235959) || !read_time(stamp)) return false;
  if (is_mark(0, "(")) {
    ++at_;
    Stamp elsewhere;
    if (!read_time(elsewhere)) return false;
    skip_marks(")");
  }
  skip_marks(",-|/");
  if (word_is(0, {"on"})) ++at_;
  read_weekday(stamp);
  return read_core(stamp) && stamp.year;
}

std::optional<Stamp> StampReader::read_stamp() {
  Stamp stamp;
  const std::size_t start = at_;
  if (starts_word() && read_weekday(stamp) && read_core(stamp)) {
    read_rest(stamp);
    return stamp;
  }
  at_ = start;
  stamp = {};
  if (read_time_first(stamp)) return stamp;
  at_ = start;
  stamp = {};
  if (!read_core(stamp)) return std::nullopt;
  // "3 June 2011, Friday", "June 3, 2011 (Friday)"
  const std::size_t after = at_;
  skip_marks(",( ");
  if (read_weekday(stamp)) {
    skip_marks(")");
  } else {
    at_ = after;
  }
  read_rest(stamp);
  return stamp;
}

std::optional<date::sys_days> Stamp::date() const {
  if (!year || int{*year} < 1) return std::nullopt;
  const auto whole = *year / month / day;
  if (!whole.ok()) return std::nullopt;
  return date::sys_days{whole};
}

std::vector<Stamp> find_stamps(std::string_view line, const PageWords& words) {
  return StampReader(line.substr(0, longest_line), words).read_all();
}

}  // namespace annals
