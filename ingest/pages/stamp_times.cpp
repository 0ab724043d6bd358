#include <algorithm>

#include "ingest/pages/stamp_reader.h"
#include "ingest/text/characters.h"

namespace annals {

namespace {

/// Where a year ends that a time was glued to: "20195:44 PM" of "March 11, 2019" and "5:44 PM" in
/// two elements of a page. 0 when there is none.
std::size_t glued_year(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && is_digit(line[end])) ++end;
  const std::size_t digits = end - at;
  const bool clock = end + 2 < line.size() && line[end] == ':' && is_digit(line[end + 1]) &&
                     is_digit(line[end + 2]);
  const bool year = line.substr(at, 2) == "19" || line.substr(at, 2) == "20";
  return clock && year && (digits == 5 || digits == 6) ? at + 4 : 0;
}

}  // namespace

std::vector<StampPiece> stamp_pieces(std::string_view line) {
  std::vector<StampPiece> pieces;
  bool space = true;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char c = line[at];
    StampPiece piece{.span = {}, .space_before = space};
    if (is_digit(c)) {
      std::int64_t number = 0;
      const std::size_t glued = glued_year(line, at);
      while (at < line.size() && is_digit(line[at]) && (glued == 0 || at < glued)) {
        if (at - begin < 8) number = number * 10 + (line[at] - '0');
        ++at;
      }
      piece.kind = StampPiece::Kind::number;
      piece.number = at - begin <= 8 ? number : -1;
    } else if (is_lower(c) || is_upper(c)) {
      while (at < line.size() && (is_lower(line[at]) || is_upper(line[at]))) ++at;
      piece.kind = StampPiece::Kind::word;
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

}  // namespace annals
