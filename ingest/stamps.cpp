#include "ingest/stamps.h"

#include <algorithm>
#include <string>

#include "ingest/characters.h"

namespace annals {
namespace {

constexpr std::size_t longest_line = 400;

/// A run of digits, a run of letters, or a mark.
struct Piece {
  Span span;
  enum class Kind : std::uint8_t { number, word, mark } kind = Kind::mark;
  char mark = 0;            ///< the mark; '-' for every dash, ' ' for others beyond ASCII
  std::int64_t number = 0;  ///< of a number of at most 8 digits, else -1
  bool space_before = false;
};

std::vector<Piece> pieces_of(std::string_view line) {
  std::vector<Piece> pieces;
  bool space = true;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char c = line[at];
    Piece piece{.span = {}, .space_before = space};
    if (is_digit(c)) {
      std::int64_t number = 0;
      while (at < line.size() && is_digit(line[at])) {
        if (at - begin < 8) number = number * 10 + (line[at] - '0');
        ++at;
      }
      piece.kind = Piece::Kind::number;
      piece.number = at - begin <= 8 ? number : -1;
    } else if (is_lower(c) || is_upper(c)) {
      while (at < line.size() && (is_lower(line[at]) || is_upper(line[at]))) ++at;
      piece.kind = Piece::Kind::word;
    } else {
      const CodePoint point = code_point_at(line, at);
      at += point.size;
      if (is_space_code(point.code)) {
        space = true;
        continue;
      }
      const bool dash = point.code >= 0x2010 && point.code <= 0x2015;
      piece.mark = point.size == 1 ? c : dash ? '-' : ' ';
    }
    piece.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    pieces.push_back(piece);
    space = false;
  }
  return pieces;
}

/// Reads one stamp at a time out of the pieces of a line. Each read_ function moves `at_` behind
/// what it read, or leaves it where it was.
class StampReader {
 public:
  StampReader(std::string_view line, const PageWords& words)
      : line_(line), words_(words), pieces_(pieces_of(line)) {}

  std::vector<Stamp> read_all() {
    std::vector<Stamp> stamps;
    while (at_ < pieces_.size()) {
      const std::size_t start = at_;
      if (auto stamp = read_stamp()) {
        std::size_t last = at_ - 1;
        while (pieces_[last].kind == Piece::Kind::mark && pieces_[last].mark != ')') --last;
        stamp->span = {pieces_[start].span.begin, pieces_[last].span.end};
        stamps.push_back(*stamp);
      } else {
        at_ = start + 1;
      }
    }
    return stamps;
  }

 private:
  bool has(std::size_t ahead = 0) const { return at_ + ahead < pieces_.size(); }
  const Piece& piece(std::size_t ahead = 0) const { return pieces_[at_ + ahead]; }
  bool is_mark(std::size_t ahead, std::string_view marks) const {
    return has(ahead) && piece(ahead).kind == Piece::Kind::mark &&
           marks.find(piece(ahead).mark) != std::string_view::npos;
  }
  bool is_word(std::size_t ahead) const {
    return has(ahead) && piece(ahead).kind == Piece::Kind::word;
  }
  bool is_number(std::size_t ahead, std::int64_t from, std::int64_t to) const {
    return has(ahead) && piece(ahead).kind == Piece::Kind::number && piece(ahead).number >= from &&
           piece(ahead).number <= to;
  }
  std::uint32_t digits(std::size_t ahead) const { return piece(ahead).span.size(); }
  std::string key(std::size_t ahead) const { return page_key(slice(line_, piece(ahead).span)); }
  bool word_is(std::size_t ahead, std::initializer_list<std::string_view> words) const {
    if (!is_word(ahead)) return false;
    const std::string word = key(ahead);
    return std::find(words.begin(), words.end(), word) != words.end();
  }
  void skip_marks(std::string_view marks) {
    while (is_mark(0, marks)) ++at_;
  }
  bool starts_word() const {
    if (at_ == 0 || piece().space_before) return true;
    const Piece& before = pieces_[at_ - 1];
    return before.kind == Piece::Kind::mark && before.mark != '.' && before.mark != '\'' &&
           before.mark != '-' && before.mark != '$' && before.mark != '/';
  }

  std::optional<Stamp> read_stamp();
  bool read_weekday(Stamp& stamp);
  bool read_month(Stamp& stamp, std::size_t ahead) const;
  bool read_day(Stamp& stamp);
  bool read_year(Stamp& stamp);
  bool read_core(Stamp& stamp);
  bool read_month_first(Stamp& stamp);
  bool read_day_first(Stamp& stamp);
  bool read_year_first(Stamp& stamp);
  bool read_figures(Stamp& stamp);
  bool read_time(Stamp& stamp);
  void read_zone(Stamp& stamp);
  void read_rest(Stamp& stamp);

  std::string_view line_;
  const PageWords& words_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
};

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

/// A year of four figures, or of two after an apostrophe or glued by a dash.
bool StampReader::read_year(Stamp& stamp) {
  const bool apostrophe = is_mark(0, "'");
  const std::size_t ahead = apostrophe ? 1 : 0;
  if (!is_number(ahead, 0, 9999)) return false;
  const auto number = static_cast<int>(piece(ahead).number);
  if (digits(ahead) == 4) {
    if (is_mark(ahead + 1, ":") || (number != 0 && (number < 1000 || number > 2199))) return false;
    stamp.year = date::year{number};
  } else if (digits(ahead) == 2 && (apostrophe || !piece(ahead).space_before)) {
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
  return !has() || piece().space_before || piece().kind == Piece::Kind::mark;
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
  if (!starts_word() || !has() || piece().kind != Piece::Kind::number) return false;
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
  if (piece(0).number >= 0 && read_month(stamp, 0)) {
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

/// "6:03pm", "16.10", "4:10 p.m.", "T16:10:00.000", "1422" before a zone, "5 pm".
bool StampReader::read_time(Stamp& stamp) {
  const std::size_t start = at_;
  if (word_is(0, {"t"}) && is_number(1, 0, 235959)) ++at_;
  if (!is_number(0, 0, 235959)) {
    at_ = start;
    return false;
  }
  bool sure = false;
  if (digits(0) <= 2 && piece().number <= 24) {
    ++at_;
    while (is_mark(0, ":.,") && is_number(1, 0, 999999999) && !piece(1).space_before) {
      sure = true;
      at_ += 2;
    }
    if (!sure && word_is(0, {"h"}) && is_number(1, 0, 59)) {
      at_ += 2;
      sure = true;
    }
  } else if (digits(0) == 4 || digits(0) == 6) {
    ++at_;  // military time; only with a zone or "hours" behind it
  } else {
    at_ = start;
    return false;
  }
  if (word_is(0, {"am", "pm"})) {
    ++at_;
    sure = true;
  } else if (word_is(0, {"a", "p"}) && is_mark(1, ".") && word_is(2, {"m"})) {
    at_ += 3;
    skip_marks(".");
    sure = true;
  }
  if (word_is(0, {"hrs", "hours", "h"})) {
    ++at_;
    sure = true;
  }
  const std::size_t before_zone = at_;
  read_zone(stamp);
  sure = sure || at_ > before_zone;
  if (!sure) at_ = start;
  stamp.has_time = stamp.has_time || sure;
  return sure;
}

/// "EDT", "(UTC-5)", "+0500", "Z", "GMT+5:30".
void StampReader::read_zone(Stamp& stamp) {
  const std::size_t start = at_;
  const bool bracket = is_mark(0, "([");
  if (bracket) ++at_;
  bool found = false;
  if (is_word(0)) {
    const std::string word = key(0);
    if (const auto value = words_.find(PageWord::zone, word);
        value && (word == "local" || is_upper(line_[piece().span.begin]))) {
      found = true;
      if (*value == 1) stamp.order = DayOrder::day_first;
      if (*value == 2) stamp.order = DayOrder::month_first;
      ++at_;
      if (word_is(0, {"time"})) ++at_;
    }
  }
  if (is_mark(0, "+-") && is_number(1, 0, 1400) && !piece(1).space_before &&
      (found || digits(1) != 3)) {
    const bool hours = is_mark(2, ":") && is_number(3, 0, 59);
    if (found || digits(1) == 4 || hours) {
      at_ += hours ? 4 : 2;
      found = true;
    }
  }
  if (found && bracket && is_mark(0, ")]")) ++at_;
  if (!found) at_ = start;
}

/// What may stand behind a date: ", 6:03pm EDT", " / 1:27 PM", " at 4:10 pm (UTC-5)".
void StampReader::read_rest(Stamp& stamp) {
  const std::size_t start = at_;
  skip_marks(",/|-@;:. ");
  if (word_is(0, {"at", "on"})) ++at_;
  skip_marks(":");
  Stamp timed = stamp;
  if (read_time(timed)) {
    stamp = timed;
    return;
  }
  at_ = start;
  Stamp zoned = stamp;
  read_zone(zoned);
  stamp = zoned;
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

}  // namespace

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
