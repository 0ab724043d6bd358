#include "ingest/pages/foreign.h"

#include <string>

#include "ingest/text/characters.h"

namespace annals {
namespace {

constexpr std::size_t enough_bytes = 20000;
constexpr std::size_t enough_letters = 60;
constexpr std::size_t enough_words = 6;  // small words of other languages, at least
constexpr char32_t first_other_script = 0x370;
constexpr char32_t last_letter_of_alphabets = 0x2fff;  // above stand ideographs and syllables
constexpr char32_t marks_from = 0x2000;
constexpr char32_t marks_to = 0x2bff;

/// What a text is made of.
struct Share {
  std::size_t letters = 0;
  std::size_t other_letters = 0;  ///< of scripts other than Latin
  std::size_t common = 0;         ///< small words of this language
  std::size_t foreign = 0;
};

bool is_other_script(char32_t code) {
  if (code < first_other_script || (code >= marks_from && code <= marks_to)) return false;
  return code <= last_letter_of_alphabets || (code >= 0x3040 && code <= 0xd7ff);
}

void count(std::string_view text, const PageWords& words, Share& share) {
  std::string word;
  const auto end_word = [&] {
    if (words.find(PageWord::common, word)) ++share.common;
    if (words.find(PageWord::foreign, word)) ++share.foreign;
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (is_lower(c) || is_upper(c)) {
      word += to_lower(c);
      ++share.letters;
      ++at;
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x80) {
      if (!word.empty()) end_word();
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    if (is_space_code(point.code) || is_mark_code(point.code)) {
      if (!word.empty()) end_word();
    } else {
      ++share.letters;
      if (is_other_script(point.code)) ++share.other_letters;
      word.append(text.substr(at, point.size));
    }
    at += point.size;
  }
  if (!word.empty()) end_word();
}

}  // namespace

bool is_foreign(const Article& article, const PageWords& words) {
  Share share;
  std::size_t left = enough_bytes;
  for (const Block& block : article.blocks) {
    if (!is_read(block.kind) || left == 0) continue;
    const std::string_view text = slice(article.text, block.span).substr(0, left);
    left -= text.size();
    count(text, words, share);
  }
  if (share.letters < enough_letters) return false;
  if (share.other_letters * 2 > share.letters) return true;
  return share.foreign >= enough_words && share.foreign > share.common * 2;
}

}  // namespace annals
