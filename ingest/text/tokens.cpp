#include "ingest/text/tokens.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/text/abbreviations.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"
#include "ingest/text/token_addresses.h"

namespace annals {
namespace {

constexpr std::array emoticons = {":-)", ":-(", ";-)", ":-D", ":-P", ":)", ":(", ";)",
                                  ":D",  ":P",  ":p",  ":/",  "<3",  "=)", ":'("};

bool is_letter_code(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return !is_space_code(c) && !is_mark_code(c);
}

/// Splits one run of text without white space.
class ChunkSplitter {
 public:
  ChunkSplitter(std::string_view text, Span chunk, const TextWords& words,
                std::vector<RawToken>& tokens)
      : text_(text), at_(chunk.begin), end_(chunk.end), words_(words), tokens_(tokens) {}

  void run() {
    // An address may stand in brackets or quotes.
    std::uint32_t opened = 0;
    while (opened < 3 &&
           std::string_view("<([{\"'").find(peek(at_ + opened)) != std::string_view::npos &&
           at_ + opened + 1 < end_)
      ++opened;
    if (opened > 0 && is_word_byte(peek(at_ + opened)) &&
        is_address(text_.substr(at_ + opened, end_ - at_ - opened)))
      while (opened-- > 0) push(1);
    if (take_address()) return;
    while (at_ < end_) take_next();
  }

 private:
  char peek(std::uint32_t at) const { return at < end_ ? text_[at] : '\0'; }
  std::string_view rest() const { return text_.substr(at_, end_ - at_); }

  void emit(std::uint32_t size) {
    while (size > longest_token) {  // a cut must not fall inside a code point
      std::uint32_t cut = longest_token;
      while (cut > 1 && (static_cast<unsigned char>(text_[at_ + cut]) & 0xC0) == 0x80) --cut;
      push(cut);
      size -= cut;
    }
    if (size > 0) push(size);
  }

  void push(std::uint32_t size) {
    tokens_.push_back({.span = {at_, at_ + size}});
    at_ += size;
  }

  bool take_address();
  void take_next();
  void take_number();
  void take_word();
  std::uint32_t slashed_size() const;
  void emit_word(std::uint32_t size);
  std::uint32_t word_end() const;
  bool keeps_stop(std::string_view word, std::uint32_t stop) const;
  bool begins_sentence(std::uint32_t at) const;
  bool joins_mark(char32_t mark, std::uint32_t at) const;
  bool joins_hyphen(std::uint32_t from, std::uint32_t hyphen) const;

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  const TextWords& words_;
  std::vector<RawToken>& tokens_;
};

/// An address and the marks after it.
bool ChunkSplitter::take_address() {
  const std::size_t size = address_size(rest());
  if (size == 0) return false;
  emit(static_cast<std::uint32_t>(size));
  while (at_ < end_) take_next();
  return true;
}

void ChunkSplitter::take_next() {
  const CodePoint here = code_point_at(text_, at_);
  const char c = text_[at_];
  if (is_digit(c) || (c == '.' && is_digit(peek(at_ + 1)) && at_ + 1 < end_)) return take_number();
  if (is_letter_code(here.code)) return take_word();
  const std::string_view left = rest();
  for (const std::string_view face : emoticons) {
    if (left.substr(0, face.size()) != face) continue;
    const char next = peek(at_ + static_cast<std::uint32_t>(face.size()));
    if (next != '/' && !is_word_byte(next)) return emit(static_cast<std::uint32_t>(face.size()));
  }
  if (left.substr(0, 5) == "[...]") return emit(5);
  if (c == '.' || c == '-' || c == '<' || c == '>' || c == '$' || c == '*' || c == '=' ||
      c == '_' || c == '~' || c == '+' || c == '!' || c == '?') {
    std::uint32_t run = 1;
    while (peek(at_ + run) == c ||
           ((c == '!' || c == '?') && (peek(at_ + run) == '!' || peek(at_ + run) == '?')))
      ++run;
    return emit(run);
  }
  if (is_apostrophe_code(here.code)) {
    // "'90s" and "'em" are words; an apostrophe before anything else is a quote.
    std::uint32_t end = at_ + here.size;
    while (end < end_ && is_word_byte(text_[end])) ++end;
    const std::string word = lowered(text_.substr(at_ + here.size, end - at_ - here.size));
    const bool decade =
        word.size() == 3 && is_digit(word[0]) && is_digit(word[1]) && word[2] == 's';
    static constexpr std::array clipped = {"em", "til", "cause", "tis", "twas", "s",
                                           "ll", "re",  "ve",    "m",   "d",    "n"};
    if (decade || one_of(word, clipped)) return emit(end - at_);
    if (c == '\'' && peek(at_ + 1) == '\'') return emit(2);
    if (c == '`' && peek(at_ + 1) == '`') return emit(2);
  }
  emit(here.size);
}

/// Numbers with their inner points, commas, colons and slashes; a year's or an ordinal's ending
/// stays with it: "1990s", "21st".
void ChunkSplitter::take_number() {
  std::uint32_t end = at_;
  std::uint32_t hyphens = 0;
  const auto digits_after = [&](std::uint32_t at) {
    std::uint32_t count = 0;
    while (is_digit(peek(at + count))) ++count;
    return count;
  };
  while (end < end_) {
    const char c = text_[end];
    const bool mark = (c == '.' || c == ',' || c == ':' || c == '/') && is_digit(peek(end + 1));
    const bool telephone = c == '-' && end - at_ >= 3 && hyphens == 0 &&
                           digits_after(end + 1) == 3 && peek(end + 4) == '-';
    const bool telephone_end = c == '-' && hyphens == 1 && digits_after(end + 1) == 4;
    const bool short_telephone = c == '-' && end - at_ == 3 && hyphens == 0 &&
                                 digits_after(end + 1) == 4 && !is_word_byte(peek(end + 5)) &&
                                 peek(end + 5) != '-';
    if (!is_digit(c) && !mark && !telephone && !telephone_end && !short_telephone) break;
    if (telephone) hyphens = 1;
    ++end;
  }
  std::uint32_t letters = 0;
  while (end + letters < end_ && (is_lower(text_[end + letters]) || is_upper(text_[end + letters])))
    ++letters;
  const std::string ending = lowered(text_.substr(end, letters));
  if (ending == "s" || ending == "st" || ending == "nd" || ending == "rd" || ending == "th") {
    end += letters;
  } else if (letters > 0) {
    if (!words_.is(TextWord::unit, ending)) end += letters;  // "3D", "F16": a name
  }
  emit(end - at_);
}

std::uint32_t ChunkSplitter::word_end() const {
  std::uint32_t end = at_;
  while (end < end_) {
    const CodePoint c = code_point_at(text_, end);
    if (is_letter_code(c.code) || (c.code >= '0' && c.code <= '9') || c.code == '_') {
      end += c.size;
      continue;
    }
    const std::uint32_t next = end + c.size;
    const bool word_follows = next < end_ && is_letter_code(code_point_at(text_, next).code);
    const bool apostrophe = is_apostrophe_code(c.code) && word_follows && c.code != '`';
    const bool hyphen =  // "co-operation", "mid-1980s"
        c.code == '-' && (word_follows || is_digit(peek(next))) && joins_hyphen(at_, end);
    if (!apostrophe && !hyphen && !(word_follows && joins_mark(c.code, end))) break;
    end = next;
  }
  return end;
}

/// Whether the mark at `at`, with a letter behind it, stands inside a word.
bool ChunkSplitter::joins_mark(char32_t mark, std::uint32_t at) const {
  const std::string_view before = text_.substr(at_, at - at_);
  const std::uint32_t next = at + 1;
  if (mark == '&')  // "AT&T"
    return before.size() <= 3 && is_upper(text_[at - 1]) && is_upper(peek(next));
  if (mark != '.') return false;
  if (lowered(before) == "ph") return true;  // "Ph.D"
  return is_initials(before) &&              // "U.S", "a.m"
         (peek(next + 1) == '.' || next + 1 == end_ || !is_lower(peek(next + 1)));
}

bool ChunkSplitter::joins_hyphen(std::uint32_t from, std::uint32_t hyphen) const {
  if (hyphen - from > 8) return false;
  // "UN-backed" is backed by the UN
  const std::string_view part = text_.substr(from, hyphen - from);
  if (part.size() > 1 && std::all_of(part.begin(), part.end(), is_upper)) return false;
  const std::string first = lowered(part);
  // "co-operation" but not "re-e-..." chains of capitals such as "RE-".
  return words_.is(TextWord::prefix, first);
}

/// Whether a full stop, a line's end or nothing stands before the word at `at`.
bool ChunkSplitter::begins_sentence(std::uint32_t at) const {
  while (at > 0 && text_[at - 1] == ' ') --at;
  return at == 0 || text_[at - 1] == '\n' || text_[at - 1] == '.';
}

/// Whether the full stop at `stop`, right after `word`, is part of the word.
bool ChunkSplitter::keeps_stop(std::string_view word, std::uint32_t stop) const {
  // Two full stops after an abbreviation: its own and the sentence's. More are an ellipsis.
  if (peek(stop + 1) == '.' && (peek(stop + 2) == '.' || stop + 2 != end_)) return false;
  const std::string lower = lowered(word);
  if (is_initials(word)) {
    if (word.size() == 1 && word != "I") return is_upper(word[0]) || lower == "v" || lower == "c";
    // "I. Lewis Libby" at the beginning of a sentence; "It was I. Then" elsewhere.
    if (word == "I" && begins_sentence(stop - 1) && stop + 2 < text_.size() &&
        text_[stop + 1] == ' ' && is_upper(text_[stop + 2]))
      return true;
    return word.size() > 1 ||
           (stop + 1 == end_ && stop + 2 < text_.size() && is_upper(text_[stop + 2]) &&
            stop + 3 < text_.size() && text_[stop + 3] == '.');
  }
  if (keeps_full_stop(word, words_)) return true;
  if (keeps_full_stop_before_number(word, words_)) {
    std::uint32_t next = stop + 1;
    while (next < text_.size() && next < stop + 4 && (text_[next] == ' ' || text_[next] == '\n'))
      ++next;
    const bool month = is_upper(word[0]) && word.size() >= 3 && lower != "sun" && lower != "sat";
    return (next < text_.size() && is_digit(text_[next])) ||
           (month && next < text_.size() && !is_upper(text_[next]) && stop + 1 == end_);
  }
  return false;
}

/// "c/o", "n/a": the size of a word that has a slash inside; 0 for another one.
std::uint32_t ChunkSplitter::slashed_size() const {
  std::uint32_t end = at_;
  while (is_word_byte(peek(end))) ++end;
  if (peek(end) != '/') return 0;
  do ++end;
  while (is_word_byte(peek(end)));
  return words_.is(TextWord::slashed, lowered(text_.substr(at_, end - at_))) ? end - at_ : 0;
}

void ChunkSplitter::take_word() {
  if (const std::uint32_t size = slashed_size(); size > 0) return emit(size);
  const std::uint32_t end = word_end();
  const std::string_view word = text_.substr(at_, end - at_);
  if (peek(end) == '.' && end < end_ && keeps_stop(word, end)) return emit(end + 1 - at_);
  if (peek(end) == '$' && end < end_ && is_upper(text_[end - 1]) && end - at_ <= 2)
    return emit(end + 1 - at_);  // "US$"
  emit_word(end - at_);
}

/// Parts the clitics from a word: "n't", "'s", "cannot", "gonna".
void ChunkSplitter::emit_word(std::uint32_t size) {
  const std::string lower = lowered(text_.substr(at_, size));
  const auto ends = [&](std::string_view tail) {
    return lower.size() > tail.size() &&
           lower.compare(lower.size() - tail.size(), tail.size(), tail) == 0;
  };
  for (const std::string_view tail : {"n't", "n’t"}) {
    if (!ends(tail)) continue;
    emit(size - static_cast<std::uint32_t>(tail.size()));
    return emit(static_cast<std::uint32_t>(tail.size()));
  }
  for (const std::string_view tail :
       {"'s", "'m", "'d", "'re", "'ve", "'ll", "’s", "’m", "’d", "’re", "’ve", "’ll"}) {
    if (!ends(tail)) continue;
    emit_word(size - static_cast<std::uint32_t>(tail.size()));
    return emit(static_cast<std::uint32_t>(tail.size()));
  }
  struct Joined {
    std::string_view word;
    std::uint32_t first;
  };
  static constexpr std::array joined = {
      Joined{"cannot", 3}, Joined{"gonna", 3}, Joined{"wanna", 3},  Joined{"gotta", 3},
      Joined{"dont", 2},   Joined{"didnt", 3}, Joined{"doesnt", 4}, Joined{"isnt", 2},
      Joined{"wont", 2},   Joined{"im", 1},    Joined{"ive", 1},    Joined{"thats", 4},
      Joined{"havent", 4}, Joined{"youre", 3}, Joined{"wasnt", 3}};
  for (const Joined& row : joined) {
    if (lower != row.word) continue;
    emit(row.first);
    return emit(size - row.first);
  }
  emit(size);
}

void note_space(RawToken& token, std::string_view gap) {
  token.space_after = true;
  const auto first = gap.find('\n');
  token.line_after = first != std::string_view::npos;
  if (!token.line_after) return;
  token.blank_after = gap.find('\n', first + 1) != std::string_view::npos;
}

}  // namespace

std::vector<RawToken> tokenize(std::string_view text, Span range, const TextWords& words) {
  std::vector<RawToken> tokens;
  const std::uint32_t end =
      std::min<std::uint32_t>(range.end, static_cast<std::uint32_t>(text.size()));
  const std::string_view seen = text.substr(0, end);
  std::uint32_t at = std::min(range.begin, end);
  std::uint32_t gap = at;
  while (at < end) {
    const CodePoint c = code_point_at(seen, at);
    if (is_space_code(c.code)) {
      at += c.size;
      continue;
    }
    if (!tokens.empty() && at > gap) note_space(tokens.back(), seen.substr(gap, at - gap));
    const std::uint32_t begin = at;
    while (at < end) {
      const CodePoint next = code_point_at(seen, at);
      if (is_space_code(next.code)) break;
      at += next.size;
    }
    ChunkSplitter(seen, {begin, at}, words, tokens).run();
    gap = at;
  }
  if (!tokens.empty()) note_space(tokens.back(), seen.substr(gap, end - gap));
  return tokens;
}

}  // namespace annals
