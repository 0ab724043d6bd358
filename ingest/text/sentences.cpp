#include "ingest/text/sentences.h"

#include <algorithm>
#include <string>

#include "graph/calendar_names.h"
#include "ingest/text/abbreviations.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

enum class Mark { none, stop, open, close, straight };

Mark mark_of(std::string_view word) {
  if (word.empty()) return Mark::none;
  const char c = word[0];
  if (c == '.' || c == '!' || c == '?') return Mark::stop;
  if (one_of(word, {"…", "!", "?", "。", "؟"})) return Mark::stop;
  if (one_of(word, {"“", "‘", "(", "[", "«", "``", "{", "„"})) return Mark::open;
  if (one_of(word, {"”", "’", ")", "]", "»", "''", "}"})) return Mark::close;
  if (word == "\"" || word == "'") return Mark::straight;
  return Mark::none;
}

/// A capitalised word that begins a sentence and hardly ever goes on a name.
bool is_starter(std::string_view word, const TextWords& words) {
  return starts_upper(word) && words.is(TextWord::starter, lowered(word));
}

/// Words that say more of a time of day: "10 p.m. Wednesday", "5 p.m. EST", "6 a.m. Nov. 9".
bool goes_on_a_clock(std::string_view word, const TextWords& words) {
  if (find_weekday(word) || find_month(word)) return true;
  if (word.ends_with('.')) word.remove_suffix(1);
  return words.is(TextWord::clock, lowered(word));
}

bool is_single_initial(std::string_view word) {
  return word.size() == 2 && word[1] == '.' && is_upper(word[0]);
}

class Splitter {
 public:
  Splitter(std::string_view text, std::span<const RawToken> tokens, bool wrapped,
           const TextWords& words)
      : text_(text), tokens_(tokens), wrapped_(wrapped), words_(words) {}

  std::vector<std::size_t> run() {
    std::vector<std::size_t> starts;
    if (tokens_.empty()) return starts;
    starts.push_back(0);
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      note_quotes(i);
      if (ends_at(i)) {
        begin(starts, i + 1);
      } else if (i + 1 - starts.back() >= longest_sentence) {
        begin(starts, cut_before(starts.back(), i + 1));
      }
    }
    return starts;
  }

 private:
  std::string_view word(std::size_t i) const { return slice(text_, tokens_[i].span); }

  void begin(std::vector<std::size_t>& starts, std::size_t at) {
    starts.push_back(at);
    if (at > 0 && tokens_[at - 1].blank_after) inside_quote_ = false;
  }

  /// Keeps whether a straight double quote is open, so that the next one is known to close.
  void note_quotes(std::size_t i) {
    const std::string_view here = word(i);
    if (here == "\"") {
      const bool glued_left = i > 0 && !tokens_[i - 1].space_after;
      const bool glued_right = !tokens_[i].space_after;
      inside_quote_ = glued_left != glued_right ? glued_right : !inside_quote_;
    }
    if (tokens_[i].blank_after) inside_quote_ = false;
  }

  bool closes(std::size_t i) const {
    const Mark mark = mark_of(word(i));
    if (mark == Mark::close) return !(word(i) == "’" && tokens_[i - 1].space_after);
    if (mark != Mark::straight) return false;
    return !tokens_[i - 1].space_after || tokens_[i].space_after;
  }

  bool ends_at(std::size_t i) const;
  bool stop_ends(std::size_t stop, std::size_t next) const;
  bool speaker_follows(std::size_t next) const;
  bool is_bullet(std::size_t i) const;
  std::size_t cut_before(std::size_t first, std::size_t limit) const;

  std::string_view text_;
  std::span<const RawToken> tokens_;
  bool wrapped_;
  const TextWords& words_;
  bool inside_quote_ = false;
};

bool Splitter::is_bullet(std::size_t i) const {
  return one_of(word(i), {"•", "-", "*", "–", "—", "·", "▪", "●", "◦", "‣", "►", "--", "o"});
}

/// A sentence ends after token i when a blank line or a telling line break follows, or when i is
/// the last of its final marks and closing quotes.
bool Splitter::ends_at(std::size_t i) const {
  const RawToken& token = tokens_[i];
  if (token.blank_after) return true;
  if (token.line_after && (!wrapped_ || is_bullet(i + 1))) return true;
  std::size_t stop = i;
  while (stop > 0 && i - stop < 4 && closes(stop) && mark_of(word(stop)) != Mark::stop) --stop;
  if (closes(i + 1) && !token.space_after) return false;  // the closing mark belongs to this one
  if (mark_of(word(i + 1)) == Mark::stop && !token.space_after) return false;
  const bool final_mark = mark_of(word(stop)) == Mark::stop;
  if (!final_mark && !is_abbreviation(word(stop), words_)) return false;
  if (!token.space_after) {
    // "word.Next": a missing space after a full stop, when both sides are plain words.
    return stop == i && word(i) == "." && i > 0 && is_lower(word(i - 1).back()) &&
           starts_upper(word(i + 1)) && word(i + 1).size() > 1;
  }
  return stop_ends(stop, i + 1);
}

bool Splitter::stop_ends(std::size_t stop, std::size_t next) const {
  const std::string_view mark = word(stop);
  std::size_t first = next;  // the first word proper of what would be the next sentence
  while (first + 1 < tokens_.size() && first < next + 3 &&
         (mark_of(word(first)) == Mark::open || mark_of(word(first)) == Mark::straight))
    ++first;
  const std::string_view begin = word(first);
  const bool opened = first > next;
  const bool upper = starts_upper(begin);
  if (mark_of(mark) != Mark::stop) {  // an abbreviation's own full stop
    if (is_title_abbreviation(mark, words_)) return false;
    if (is_single_initial(mark)) {
      return mark != "I." && stop > 0 && is_starter(begin, words_) && !starts_upper(word(stop - 1));
    }
    if (one_of(mark, {"a.m.", "p.m."})) {
      const bool other_clock = word(next) == "(" && !begin.empty() && is_digit(begin[0]);
      if (other_clock || goes_on_a_clock(begin, words_)) return false;
    }
    if (one_of(mark, {"a.m.", "p.m.", "etc.", "Jr.", "Sr."})) return upper || opened;
    return is_starter(begin, words_) || (opened && upper && stop + 1 != next);
  }
  if (begin.empty()) return true;
  const bool digit = is_digit(begin[0]);
  const bool quoted = stop + 1 < next;
  if (mark[0] == '.' && mark.size() > 1) return upper || opened;  // an ellipsis may go on
  if (mark == "…") return upper || opened;
  if ((mark == "?" || mark == "!" || mark[0] == '?' || mark[0] == '!') && quoted)
    return (upper || opened || digit) && !speaker_follows(first);
  if (is_lower(begin[0])) {
    // Careless writers begin sentences with small letters; but after a quote the sentence goes on,
    // and a full stop after a short or capitalised word may be an abbreviation that nobody listed.
    if (quoted || opened || stop == 0) return false;
    const std::string_view last = word(stop - 1);
    return is_lower(last[0]) ? last.size() > 3 || mark != "." : mark != "." || last.size() > 5;
  }
  if (quoted && speaker_follows(first)) return false;
  // A number that counts the items of a list: "1. The ..."
  if (stop > 0 && mark == "." && is_digit(word(stop - 1)[0]) && word(stop - 1).size() <= 2 &&
      (stop == 1 || tokens_[stop - 2].line_after || mark_of(word(stop - 2)) == Mark::stop))
    return false;
  return true;
}

/// "Malik asked", "he said", "the spokesman told": within a few words and before any comma.
bool Splitter::speaker_follows(std::size_t next) const {
  const bool pronoun = one_of(word(next), {"he", "she", "they", "I", "we"});
  for (std::size_t i = next; i < tokens_.size() && i < next + (pronoun ? 2U : 5U); ++i) {
    if (words_.is(TextWord::speaks, word(i))) {
      // "The official said that ..." tells something new: no speaker of the quote before it.
      return i + 1 >= tokens_.size() || one_of(word(i + 1), {".", ",", ":"}) ||
             !starts_upper(word(next));
    }
    if (mark_of(word(i)) != Mark::none || word(i) == ",") return false;
    if (tokens_[i].line_after) return false;
  }
  return false;
}

/// The best place to cut a run of words without an end: after a mark, else after a comma or before
/// a conjunction, else at the limit.
std::size_t Splitter::cut_before(std::size_t first, std::size_t limit) const {
  const std::size_t earliest = first + (limit - first) / 3;
  for (std::size_t at = limit; at > earliest; --at) {
    if (tokens_[at - 1].line_after || one_of(word(at - 1), {";", ":", ".", "!", "?", "|"}))
      return at;
  }
  for (std::size_t at = limit; at > earliest; --at)
    if (one_of(word(at - 1), {",", "--", "–", "—"})) return at;
  return limit;
}

}  // namespace

std::vector<std::size_t> sentence_starts(std::string_view text, std::span<const RawToken> tokens,
                                         bool wrapped, const TextWords& words) {
  return Splitter(text, tokens, wrapped, words).run();
}

bool is_wrapped(std::string_view text) {
  // Lines that another line of their paragraph follows: neither a blank nor an indented one.
  std::vector<std::size_t> followed;
  std::size_t longest = 0;
  std::size_t bytes = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::size_t size = end - at;
    if (size > 0 && text[end - 1] == '\r') --size;
    const char next = end + 1 < text.size() ? text[end + 1] : '\n';
    const bool last = next == '\n' || next == '\r' || next == ' ' || next == '\t';
    if (size > 0 && !last) {
      followed.push_back(size);
      longest = std::max(longest, size);
      bytes += size;
    }
    at = end + 1;
  }
  if (followed.size() < 2 || longest > 110 || longest < 40 || bytes * 3 < text.size()) return false;
  const auto full = static_cast<std::size_t>(
      std::count_if(followed.begin(), followed.end(),
                    [&](std::size_t size) { return size * 10 >= longest * 7; }));
  return full > 3 * (followed.size() - full);
}

}  // namespace annals
