#include "ingest/dates/timex_shapes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "ingest/text/characters.h"

namespace annals {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// A year as news writes it: four digits, not too far from our time.
bool is_year(std::int64_t value) { return value >= 1400 && value <= 2100; }

void add_plain_number(DateAtom& atom, std::string_view digits) {
  atom.number = to_number(digits);
  atom.classes |= bit(shape::number);
  if (digits.size() <= 2 && atom.number >= 1 && atom.number <= 31) atom.classes |= bit(shape::day);
  if (digits.size() <= 2 && atom.number <= 24) atom.classes |= bit(shape::hour);
  if (digits.size() == 4 && is_year(atom.number)) atom.classes |= bit(shape::year);
}

bool add_clock(DateAtom& atom, std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 2) return false;
  const auto minutes = text.substr(colon + 1, 2);
  if (!all_digits(text.substr(0, colon)) || !all_digits(minutes) || minutes.size() != 2)
    return false;
  if (text.size() > colon + 3 && (text[colon + 3] != ':' || text.size() != colon + 6)) return false;
  atom.number = to_number(text.substr(0, colon));
  atom.number2 = to_number(minutes);
  if (atom.number > 24 || atom.number2 > 59) return false;
  atom.classes |= bit(shape::clock);
  return true;
}

}  // namespace

std::int64_t to_number(std::string_view digits) {
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool add_written_date(DateAtom& atom, std::string_view text) {
  const char mark = text.find('-') != std::string_view::npos ? '-' : '/';
  const auto one = text.find(mark);
  if (one == std::string_view::npos) return false;
  const auto two = text.find(mark, one + 1);
  if (two == std::string_view::npos) return false;
  const std::array<std::string_view, 3> fields = {
      text.substr(0, one), text.substr(one + 1, two - one - 1), text.substr(two + 1)};
  if (!std::all_of(fields.begin(), fields.end(), all_digits)) return false;
  atom.number = to_number(fields[0]);
  atom.number2 = to_number(fields[1]);
  atom.number3 = to_number(fields[2]);
  if (fields[0].size() == 4 && fields[1].size() <= 2 && fields[2].size() <= 2) {
    atom.classes |= bit(shape::isodate);
    return true;
  }
  if (fields[0].size() > 2 || fields[1].size() > 2 ||
      (fields[2].size() != 4 && fields[2].size() != 2)) {
    return false;
  }
  atom.classes |= bit(shape::slashdate);
  return true;
}

void add_number_shape(DateAtom& atom, std::string_view text) {
  const bool apostrophe = !is_digit(text.front());
  if (apostrophe) text = text.substr(text.find_first_of("0123456789"));
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view rest = text.substr(digits);
  if (digits > 9) return;
  if (rest.empty() && apostrophe) {
    if (digits != 2) return;
    atom.number = 1900 + to_number(text) + (to_number(text) < 30 ? 100 : 0);
    atom.classes |= bit(shape::year);
  } else if (rest.empty()) {
    add_plain_number(atom, text);
  } else if (rest == "s" || rest == "'s" || rest == "’s") {
    atom.number = to_number(text.substr(0, digits));
    if (digits == 2 && atom.number % 10 == 0) atom.number += 1900;
    if (is_year(atom.number) && atom.number % 10 == 0) atom.classes |= bit(shape::decade);
  } else if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") {
    atom.number = to_number(text.substr(0, digits));
    atom.classes |= bit(shape::ordinal);
    if (atom.number >= 1 && atom.number <= 31) atom.classes |= bit(shape::day);
  } else if (rest.front() == '.' && all_digits(rest.substr(1))) {
    atom.number = to_number(text.substr(0, digits));
    atom.half = rest == ".5";
    atom.classes |= bit(shape::number);
  } else if (rest.front() == ',' && rest.size() % 4 == 0) {
    std::string plain(text);
    plain.erase(std::remove(plain.begin(), plain.end(), ','), plain.end());
    if (!all_digits(plain)) return;
    atom.number = to_number(plain);
    atom.classes |= bit(shape::number);
  } else if (!add_clock(atom, text)) {
    add_written_date(atom, text);
  }
}

}  // namespace annals
