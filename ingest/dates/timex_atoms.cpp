#include "ingest/dates/timex_atoms.h"

#include <algorithm>
#include <string>

#include "ingest/dates/timex_shapes.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

using Parts = DateRules::Parts;

constexpr std::size_t longest_word = 24;  // no word of time is longer

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
        ordinal_word_(rules.find_class("ordinalword").value_or(0)),
        month_(rules.find_class("month").value_or(0)) {}

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
    const Token& token = sentence_.at(index);
    const std::string_view form = token.form;
    const std::size_t hyphen = form.size() > 2 ? form.find('-', 1) : std::string_view::npos;
    const bool splits = hyphen != std::string_view::npos && hyphen + 1 < form.size() &&
                        form.size() == token.span.size();
    DateAtom whole = atom_of(index, form, token.span);
    if (!splits || whole.word != nullptr || (whole.classes & bit(shape::isodate)) != 0) {
      atoms_.push_back(whole);
      return;
    }
    std::size_t at = 0;
    while (at < form.size()) {  // "mid-November": mid - November
      std::size_t end = form[at] == '-' ? at + 1 : std::min(form.find('-', at), form.size());
      const Span span{token.span.begin + static_cast<std::uint32_t>(at),
                      token.span.begin + static_cast<std::uint32_t>(end)};
      atoms_.push_back(atom_of(index, form.substr(at, end - at), span));
      at = end;
    }
  }

  DateAtom atom_of(std::int32_t index, std::string_view form, Span span) {
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
    if (form.size() == 3 && in(atom, month_) && is_name(index)) atom.classes = bit(shape::any);
    if (number) add_number_shape(atom, form);
    if (number && (atom.classes & bit(shape::year)) != 0) saw_year_ = true;
    return atom;
  }

  /// "Jan" in "Chan Yung Jan", "Mar" in "Mar del Plata": no number beside it, no "in" before it.
  bool is_name(std::int32_t index) const {
    const auto& tokens = sentence_.tokens;
    const auto at = static_cast<std::size_t>(index);
    const auto digit = [&](std::size_t i) {
      return i < tokens.size() && !tokens[i].form.empty() && is_digit(tokens[i].form.front());
    };
    if (digit(at + 1) || (at > 0 && digit(at - 1))) return false;
    if (at + 2 < tokens.size() && tokens[at + 1].form == "," && digit(at + 2)) return false;
    return at == 0 || tokens[at - 1].upos == Upos::PROPN || tokens[at - 1].upos == Upos::PUNCT ||
           (at + 1 < tokens.size() && tokens[at + 1].upos == Upos::PROPN);
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
  WordClass cardinal_, scale_, ordinal_word_, month_;
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
