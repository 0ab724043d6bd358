#include "ingest/pages/datelines.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/pages/stamps.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

constexpr std::size_t longest_dateline = 160;

/// Reads from the front of a paragraph. Each read_ function moves `at_` behind what it read or
/// leaves it.
class DatelineReader {
 public:
  DatelineReader(std::string_view paragraph, const PageWords& words)
      : text_(paragraph.substr(0, longest_dateline)), words_(words) {}

  std::optional<Dateline> read() {
    read_place();
    const std::size_t place_end = at_;
    const bool agency = read_agency();
    if (agency) read_date();
    const bool mark = read_divider(agency);
    if (!mark && !(agency && place_end > 0 && (dated_ || (upper_ > 0 && lower_ == 0))))
      return std::nullopt;
    if (mark) read_late_date();
    skip_spaces();
    if (at_ == 0 || !text_follows()) return std::nullopt;
    const auto size = static_cast<std::uint32_t>(at_);
    if (agency) return Dateline{.size = size, .sign = DatelineSign::agency};
    if (dated_ && upper_ > 0) return Dateline{.size = size, .sign = DatelineSign::agency};
    if (!is_place() || is_lower(here())) return std::nullopt;
    return Dateline{.size = size, .sign = DatelineSign::place};
  }

 private:
  void read_place();
  bool read_word();
  bool read_agency();
  void read_date();
  void read_late_date();
  bool read_divider(bool agency);
  bool is_place() const;
  bool text_follows() const;

  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  CodePoint point() const { return code_point_at(text_, at_); }
  void skip_spaces() {
    while (at_ < text_.size() && is_space_code(point().code) && here() != '\n') at_ += point().size;
  }

  std::string_view text_;
  const PageWords& words_;
  std::size_t at_ = 0;
  int upper_ = 0;  ///< words all in capitals, of two letters or more
  int lower_ = 0;  ///< capitalised words that are not
  int months_ = 0;
  bool dated_ = false;
  bool colon_ = false;
};

/// Takes a word that a dateline may have: a capitalised one, a particle, a month, a number.
bool DatelineReader::read_word() {
  const std::size_t start = at_;
  std::size_t letters = 0;
  std::size_t small = 0;
  while (at_ < text_.size()) {
    const CodePoint c = point();
    const bool ascii_letter = c.code < 0x80 && (is_lower(here()) || is_upper(here()));
    const bool letter =
        ascii_letter || (c.code >= 0xC0 && !is_space_code(c.code) && !is_mark_code(c.code));
    const bool inside = letters > 0 &&
                        (is_apostrophe_code(c.code) || c.code == '-' || c.code == '/') &&
                        at_ + c.size < text_.size() &&
                        (is_upper(text_[at_ + c.size]) || is_lower(text_[at_ + c.size]));
    if (!letter && !inside && !is_digit(here())) break;
    letters += letter ? 1 : 0;
    small += c.code < 0x80 && is_lower(here()) ? 1 : 0;
    at_ += c.size;
  }
  const std::string_view word = text_.substr(start, at_ - start);
  if (word.empty()) return false;
  if (letters == 0) {
    dated_ = dated_ || (months_ > 0 && word.size() <= 4);
    return true;
  }
  const std::string key = page_key(word);
  if (words_.find(PageWord::month, key) && starts_upper(word)) {
    ++months_;
    dated_ = true;
    return true;
  }
  if (words_.find(PageWord::weekday, key)) return true;
  if (starts_upper(word)) {
    if (small == 0 && letters >= 2) {
      ++upper_;
    } else if (small > 0) {
      ++lower_;
    }
    return true;
  }
  if (words_.find(PageWord::particle, key) || (is_digit(word[0]) && small <= 2)) return true;
  at_ = start;
  return false;
}

void DatelineReader::read_place() {
  int words = 0;
  while (at_ < text_.size() && words < 16) {
    skip_spaces();
    if (read_word()) {
      ++words;
      continue;
    }
    const char c = here();
    if (c == ',' || c == ';' || c == '\'' || c == '|' || (c == '.' && words > 0)) {
      ++at_;
      continue;
    }
    return;
  }
}

/// "(Reuters)", "(AP)", "(Xinhua/AFP)", "/PRNewswire/"; others in brackets after a place in
/// capitals.
bool DatelineReader::read_agency() {
  skip_spaces();
  const char open = here();
  if (open != '(' && open != '/' && open != '[') return false;
  const char close = open == '(' ? ')' : open == '[' ? ']' : '/';
  const auto end = text_.find(close, at_ + 1);
  if (end == std::string_view::npos || end - at_ > 60) return false;
  std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
  const std::string key = page_key(inside);
  bool known = words_.begins(PageWord::agency, key);
  if (!known && open == '(') {
    const auto part = inside.find_first_of("/-,");
    known = part != std::string_view::npos &&
            words_.find(PageWord::agency, page_key(inside.substr(part + 1)));
    known = known || (upper_ > 0 && lower_ <= upper_ && starts_upper(inside) &&
                      std::count(inside.begin(), inside.end(), ' ') <= 3);
  }
  if (!known) return false;
  at_ = end + 1;
  return true;
}

/// A date behind the agency: "(AP) June 3, 2011 -".
void DatelineReader::read_date() {
  const std::size_t start = at_;
  const auto [upper, lower, months] = std::array{upper_, lower_, months_};
  read_place();
  upper_ = upper;
  lower_ = lower;
  if (months_ == months) at_ = start;
}

/// "DURBAN, South Africa (Reuters) - Sep 01: ", "BOGOTA - November 30, 2014 - ".
void DatelineReader::read_late_date() {
  skip_spaces();
  const auto stamps = find_stamps(text_.substr(at_), words_);
  if (stamps.empty() || stamps.front().span.begin != 0) return;
  const std::size_t start = at_;
  at_ += stamps.front().span.end;
  skip_spaces();
  if (read_divider(true)) {
    dated_ = true;
  } else {
    at_ = start;
  }
}

bool DatelineReader::read_divider(bool agency) {
  skip_spaces();
  bool found = false;
  if (agency && here() == '.') ++at_;
  while (at_ < text_.size()) {
    const char32_t c = point().code;
    const bool dash = c == '-' || c == '_' || (c >= 0x2012 && c <= 0x2015);
    colon_ = colon_ || c == ':';
    if (!dash && c != ':' && !(found && is_space_code(c) && c != '\n')) break;
    // A lone hyphen between two words of a place or of a sentence has no space before it.
    if (c == '-' && !found && !agency && at_ > 0 && text_[at_ - 1] != ' ' &&
        at_ + 1 < text_.size() && text_[at_ + 1] != '-') {
      return false;
    }
    found = found || dash || c == ':';
    at_ += point().size;
  }
  return found;
}

/// "ISLAMABAD: ", "NEW DELHI — ", "Kabul, Afghanistan -- ", but not "Mr. Obama - ".
bool DatelineReader::is_place() const {
  // Four words in capitals before a colon are a speaker: "ANN LEE, HOST OF ...: ".
  if (upper_ > 0 && upper_ <= (colon_ ? 3 : 5)) return lower_ <= 3;
  // "New Delhi: The ..." of Indian newspapers; but "Clinton: We ..." and `Note: "..."`.
  if (colon_) return upper_ == 0 && lower_ >= 1 && lower_ <= 2 && text_.size() >= 120;
  return upper_ == 0 && lower_ >= 1 && lower_ <= 4;
}

bool DatelineReader::text_follows() const {
  if (at_ >= text_.size()) return text_.size() == longest_dateline;
  const CodePoint next = point();
  return is_upper(here()) || is_digit(here()) || next.code >= 0x80 || here() == '"' ||
         here() == '`' || here() == '\'' || here() == '(' || here() == '$' || is_lower(here());
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view paragraph, const PageWords& words) {
  // Most paragraphs have none of the marks that a dateline ends in near their start.
  if (paragraph.substr(0, longest_dateline).find_first_of(":-_)/\xE2") == std::string_view::npos) {
    return std::nullopt;
  }
  return DatelineReader(paragraph, words).read();
}

}  // namespace annals
