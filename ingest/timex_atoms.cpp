#include "ingest/timex_atoms.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "ingest/characters.h"

namespace annals {
namespace {

using Parts = DateRules::Parts;

constexpr std::uint64_t bit(WordClass word_class) { return std::uint64_t{1} << word_class; }
constexpr std::size_t longest_word = 24;  // no word of time is longer

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::int64_t to_number(std::string_view digits) {
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
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

/// "2011-06-03" and "3/6/2011".
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

/// "3rd", "1980s", "'80s", "'97", "1,200", "2.5".
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

/// Normal form of a word: lower case, straight apostrophe, plain hyphen, no final full stop.
void normalize(std::string_view text, std::string& lower) {
  lower.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xE2 && text.substr(i).starts_with("’")) {
      lower += '\'';
      i += 2;
    } else if (byte == 0xE2 &&
               (text.substr(i).starts_with("–") || text.substr(i).starts_with("‐") ||
                text.substr(i).starts_with("‑"))) {
      lower += '-';
      i += 2;
    } else {
      lower += to_lower(text[i]);
    }
  }
  if (lower.size() > 1 && lower.back() == '.') lower.pop_back();
}

class AtomReader {
 public:
  AtomReader(const Sentence& sentence, const Parts& rules)
      : sentence_(sentence),
        rules_(rules),
        cardinal_(rules.find_class("cardinal").value_or(0)),
        scale_(rules.find_class("scale").value_or(0)),
        ordinal_word_(rules.find_class("ordinalword").value_or(0)) {}

  std::vector<DateAtom> read() {
    atoms_.reserve(sentence_.tokens.size() + 8);
    for (std::size_t i = 0; i < sentence_.tokens.size(); ++i)
      add_token(static_cast<std::int32_t>(i));
    if (saw_year_) join_written_dates();
    if (saw_number_word_) merge_numbers();
    return std::move(atoms_);
  }

 private:
  void add_token(std::int32_t index) {
    const Token& token = sentence_.tokens[static_cast<std::size_t>(index)];
    const std::string_view form = token.form;
    const std::size_t hyphen = form.size() > 2 ? form.find('-', 1) : std::string_view::npos;
    const bool splits = hyphen != std::string_view::npos && hyphen + 1 < form.size() &&
                        form.size() == token.span.size();
    DateAtom whole = atom_of(token, index, form, token.span);
    if (!splits || whole.word != nullptr || (whole.classes & bit(shape::isodate)) != 0) {
      atoms_.push_back(whole);
      return;
    }
    std::size_t at = 0;
    while (at < form.size()) {  // "mid-November": mid - November
      std::size_t end = form[at] == '-' ? at + 1 : std::min(form.find('-', at), form.size());
      const Span span{token.span.begin + static_cast<std::uint32_t>(at),
                      token.span.begin + static_cast<std::uint32_t>(end)};
      atoms_.push_back(atom_of(token, index, form.substr(at, end - at), span));
      at = end;
    }
  }

  DateAtom atom_of(const Token& /*token*/, std::int32_t index, std::string_view form, Span span) {
    DateAtom atom{.span = span, .token = index, .last_token = index, .text = form};
    atom.classes = bit(shape::any);
    if (form.size() > longest_word || form.empty()) return atom;
    normalize(form, lower_);
    atom.word = rules_.find_word(lower_);
    if (atom.word != nullptr) {
      atom.classes |= starts_upper(form) ? atom.word->classes : atom.word->classes_small;
      if (in(atom, cardinal_) || in(atom, scale_) || in(atom, ordinal_word_))
        saw_number_word_ = true;
      if (in(atom, cardinal_)) {
        atom.number = to_number(value_in(atom, cardinal_));
        atom.classes |= bit(shape::number);
        if (atom.number <= 12) atom.classes |= bit(shape::hour);
      } else if (in(atom, ordinal_word_)) {
        atom.number = to_number(value_in(atom, ordinal_word_));
        atom.classes |= bit(shape::ordinal);
      }
    }
    const bool number = is_digit(form.front()) ||
                        (form.size() > 2 && lower_.front() == '\'' && is_digit(lower_[1]));
    if (number) add_number_shape(atom, form);
    if (number && (atom.classes & bit(shape::year)) != 0) saw_year_ = true;
    return atom;
  }

  static bool in(const DateAtom& atom, WordClass word_class) {
    return word_class != 0 && (atom.classes & bit(word_class)) != 0;
  }
  bool is(std::size_t i, std::string_view word) const {
    return i < atoms_.size() && atoms_[i].text == word;
  }
  bool plain_number(std::size_t i) const {
    return i < atoms_.size() && (atoms_[i].classes & bit(shape::number)) != 0;
  }

  /// "2011-06-03" where the words were split at the hyphens.
  void join_written_dates() {
    std::size_t to = 0;
    for (std::size_t i = 0; i < atoms_.size(); ++i, ++to) {
      atoms_[to] = atoms_[i];
      if (i + 4 >= atoms_.size() || (atoms_[i].classes & bit(shape::year)) == 0) continue;
      std::string joined;
      for (std::size_t j = i;
           j < i + 5 && atoms_[j].span.begin == atoms_[i].span.begin + joined.size(); ++j) {
        joined += atoms_[j].text;
      }
      DateAtom whole = atoms_[i];
      whole.classes = bit(shape::any);
      if (joined.size() != atoms_[i + 4].span.end - atoms_[i].span.begin ||
          !add_written_date(whole, joined))
        continue;
      whole.span.end = atoms_[i + 4].span.end;
      whole.last_token = atoms_[i + 4].last_token;
      atoms_[to] = whole;
      i += 4;
    }
    atoms_.resize(to);
  }

  /// How many atoms from `i` make one number, and which.
  std::size_t number_at(std::size_t i, DateAtom& made) const;
  void merge_numbers();

  const Sentence& sentence_;
  const Parts& rules_;
  WordClass cardinal_, scale_, ordinal_word_;
  std::vector<DateAtom> atoms_;
  std::string lower_;
  bool saw_number_word_ = false;
  bool saw_year_ = false;
};

/// "twenty-four", "two hundred and ten", "nineteen ninety-six", "twenty-first", "2 million".
std::size_t AtomReader::number_at(std::size_t i, DateAtom& made) const {
  std::int64_t total = 0;
  std::int64_t current = 0;
  bool year = false;
  bool ordinal = false;
  bool any_scale = false;
  const bool in_digits = !in(atoms_[i], cardinal_);
  std::size_t at = i;
  const std::size_t limit = std::min(atoms_.size(), i + 12);
  while (at < limit) {
    std::size_t next = at;
    if (at > i && (is(at, "-") || (any_scale && is(at, "and")))) ++next;
    if (next >= limit) break;
    const DateAtom& atom = atoms_[next];
    if (in(atom, scale_) && at > i) {
      const std::int64_t scale = to_number(value_in(atom, scale_));
      if (next != at || current > 1000000) break;
      if (scale == 100) {
        current = std::max<std::int64_t>(current, 1) * scale;
      } else {
        total += std::max<std::int64_t>(current, 1) * scale;
        current = 0;
      }
      any_scale = true;
    } else if (at == i || (!in_digits && (in(atom, cardinal_) || in(atom, ordinal_word_)))) {
      const std::int64_t value = atom.number;
      const bool fits = at == i ||
                        (value < 10 && current % 10 == 0 && current % 100 != 10 && current != 0) ||
                        (value < 100 && current % 100 == 0 && (current != 0 || total != 0)) ||
                        (any_scale && current == 0);
      const bool starts_year = !any_scale && total == 0 &&
                               (current == 19 || current == 18 || current == 20) && value >= 10 &&
                               value < 100 && !in(atom, ordinal_word_);
      if (starts_year) {
        current = current * 100 + value;
        year = true;
      } else if (fits) {
        current += value;
      } else {
        break;
      }
      if (in(atom, ordinal_word_)) ordinal = true;
    } else {
      break;
    }
    at = next + 1;
    if (ordinal) break;
  }
  if (at <= i + 1) return 1;
  made.number = total + current;
  made.last_token = atoms_[at - 1].last_token;
  made.span.end = atoms_[at - 1].span.end;
  made.word = nullptr;
  made.classes = bit(shape::any) | bit(ordinal ? shape::ordinal
                                       : year  ? shape::year
                                               : shape::number);
  if (ordinal && made.number <= 31) made.classes |= bit(shape::day);
  return at - i;
}

void AtomReader::merge_numbers() {
  std::size_t to = 0;
  for (std::size_t i = 0; i < atoms_.size();) {
    DateAtom atom = atoms_[i];
    std::size_t used = plain_number(i) ? number_at(i, atom) : 1;
    atoms_[to++] = atom;
    i += used;
  }
  atoms_.resize(to);
}

}  // namespace

std::vector<DateAtom> date_atoms(const Sentence& sentence, const Parts& rules) {
  return AtomReader(sentence, rules).read();
}

std::string_view value_in(const DateAtom& atom, WordClass word_class) {
  if (atom.word == nullptr) return {};
  for (const auto& sense : atom.word->senses) {
    if (sense.word_class == word_class && (!sense.capital || starts_upper(atom.text)))
      return sense.value;
  }
  return {};
}

}  // namespace annals
