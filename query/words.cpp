#include "query/words.h"

#include <algorithm>
#include <charconv>

#include "graph/names.h"

namespace annals {
namespace {

constexpr std::size_t shown_before = 60;  // bytes of a long line that are shown around the caret

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7F; }

/// Length of the quotation mark that `text` starts with; 0 when it starts with none.
std::size_t quote_size(std::string_view text) {
  if (text.starts_with('"')) return 1;
  if (text.starts_with("\xE2\x80\x9C") || text.starts_with("\xE2\x80\x9D")) return 3;
  return 0;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

Word quoted_word(std::string_view line, std::size_t begin, std::size_t quote) {
  std::size_t at = begin + quote;
  while (at < line.size() && quote_size(line.substr(at)) == 0) ++at;
  if (at == line.size()) {
    throw error_at(line, begin, "this quote is not closed; end the name with \"");
  }
  const std::string text(line.substr(begin + quote, at - begin - quote));
  return {.text = text,
          .folded = fold(text),
          .begin = begin,
          .end = at + quote_size(line.substr(at)),
          .quoted = true};
}

Word plain_word(std::string_view line, std::size_t begin) {
  std::size_t end = begin;
  while (end < line.size() && !is_blank(line[end]) && quote_size(line.substr(end)) == 0) ++end;
  std::string_view text = line.substr(begin, end - begin);
  while (text.size() > 1 && std::string_view(",?!;:").find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  // "U.S." keeps its full stop, a word that closes the sentence loses it
  if (text.size() > 1 && text.back() == '.' && text.find('.') == text.size() - 1)
    text.remove_suffix(1);
  return {.text = std::string(text), .folded = fold(text), .begin = begin, .end = end};
}

/// "Hamas & Fatah", "Moscow - Berlin"
bool is_joint(const Word& word) {
  constexpr std::string_view joints[] = {"&", "+", "-", "\xE2\x80\x93", "\xE2\x80\x94"};
  return !word.quoted &&
         std::find(std::begin(joints), std::end(joints), word.text) != std::end(joints);
}

}  // namespace

std::vector<Word> split_words(std::string_view line) {
  if (line.size() > longest_question) {
    throw Error(ErrorKind::query, "the question is " + std::to_string(line.size()) +
                                      " bytes long; at most " + std::to_string(longest_question) +
                                      " are read");
  }
  std::vector<Word> words;
  for (std::size_t at = 0; at < line.size();) {
    if (is_blank(line[at])) {
      ++at;
      continue;
    }
    const std::size_t quote = quote_size(line.substr(at));
    words.push_back(quote > 0 ? quoted_word(line, at, quote) : plain_word(line, at));
    at = words.back().end;
    if (is_joint(words.back())) words.back().folded = "and";
    if (!words.back().folded.empty()) continue;
    if (words.back().quoted && line.size() > at - words.back().begin)
      throw error_at(line, words.back().begin, "these quotes hold no name");
    words.pop_back();
  }
  return words;
}

bool is_one_of(const Word& word, std::initializer_list<std::string_view> choices) {
  return !word.quoted && std::find(choices.begin(), choices.end(), word.folded) != choices.end();
}

bool is_determiner(const Word& word) {
  return is_one_of(word, {"the", "a", "an", "his", "her", "its", "their"});
}

std::optional<long> number_of(const Word& word) {
  constexpr long most = 1000000;
  long value = 0;
  const char* const end = word.text.data() + word.text.size();
  const auto [at, error] = std::from_chars(word.text.data(), end, value);
  if (word.quoted || error != std::errc{} || at != end || value < 0 || value > most)
    return std::nullopt;
  return value;
}

long small_number(const Word& word) {
  static constexpr std::string_view names[] = {"one", "two",   "three", "four", "five",
                                               "six", "seven", "eight", "nine", "ten"};
  if (const auto number = number_of(word)) return *number;
  const auto* const at = std::find(std::begin(names), std::end(names), word.folded);
  return word.quoted || at == std::end(names) ? 0 : at - std::begin(names) + 1;
}

void rename(Word& word, const std::string& to) { word.text = word.folded = to; }

Word renamed(Word word, const std::string& to) {
  rename(word, to);
  return word;
}

void erase(std::vector<Word>& words, std::size_t at, std::size_t count) {
  const auto begin = words.begin() + static_cast<std::ptrdiff_t>(at);
  words.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
}

void insert(std::vector<Word>& words, std::size_t at, Word like,
            const std::vector<std::string>& texts) {
  like.quoted = false;
  std::vector<Word> fresh;
  for (const std::string& text : texts) fresh.push_back(renamed(like, text));
  words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), fresh.begin(), fresh.end());
}

void replace(std::vector<Word>& words, std::size_t begin, std::size_t end,
             const std::vector<std::string>& texts) {
  Word like = words[begin];
  erase(words, begin, end - begin);
  insert(words, begin, std::move(like), texts);
}

std::string without_owner(std::string_view text) {
  for (const std::string_view ending : {"'s", "\xE2\x80\x99s", "'", "\xE2\x80\x99"}) {
    if (text.size() > ending.size() && text.ends_with(ending))
      return std::string(text.substr(0, text.size() - ending.size()));
  }
  return std::string(text);
}

std::string join_words(std::span<const Word> words) {
  std::string result;
  for (const Word& word : words) {
    if (!result.empty()) result += ' ';
    result += word.text;
  }
  return result;
}

Error error_at(std::string_view line, std::size_t at, const std::string& message) {
  std::string shown(line);
  std::replace_if(shown.begin(), shown.end(), is_blank, ' ');
  std::size_t from = at > shown_before ? at - shown_before : 0;
  while (from > 0 && is_continuation(shown[from])) --from;
  std::size_t to = std::min(shown.size(), at + shown_before);
  while (to < shown.size() && is_continuation(shown[to])) ++to;
  shown = shown.substr(from, to - from);
  const auto columns =
      std::count_if(shown.begin(), shown.begin() + static_cast<std::ptrdiff_t>(at - from),
                    [](char c) { return !is_continuation(c); });
  return Error(ErrorKind::query, message + "\n  " + shown + "\n  " +
                                     std::string(static_cast<std::size_t>(columns), ' ') + "^");
}

}  // namespace annals
