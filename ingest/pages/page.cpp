#include "ingest/pages/page.h"

#include <algorithm>

#include "ingest/pages/datelines.h"
#include "ingest/pages/looks.h"
#include "ingest/text/abbreviations.h"
#include "ingest/text/characters.h"
#include "ingest/text/sentences.h"

namespace annals {
namespace {

/// [begin, end) of `text` without the white space at its ends.
Span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const CodePoint point = code_point_at(text, begin);
    if (!is_space_code(point.code)) break;
    begin += point.size;
  }
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) --last;
    const CodePoint point = code_point_at(text, last);
    if (!is_space_code(point.code) || last + point.size != end) break;
    end = last;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Joins lines to paragraphs.
class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Block>& marked, const PageWords& words)
      : text_(text), marked_(marked), words_(words), wrapped_(is_wrapped(text)) {}

  std::vector<Paragraph> run() {
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t end = std::min(text_.find('\n', at), text_.size());
      if (block_ < marked_.size()) end = std::min<std::size_t>(end, marked_[block_].span.end);
      add_line(at, end);
      at = end < text_.size() && text_[end] == '\n' ? end + 1 : end;
      while (block_ < marked_.size() && marked_[block_].span.end <= at) {
        ++block_;
        open_ = false;
      }
    }
    return std::move(paragraphs_);
  }

 private:
  void add_line(std::size_t begin, std::size_t end) {
    const Span line = trimmed(text_, begin, end);
    if (line.size() == 0) {
      open_ = false;
      return;
    }
    const bool indented = line.begin > begin + 1;
    // A line far from the margin is the last of its paragraph, or a heading.
    const bool joins = wrapped_ && open_ && !indented && last_size_ * 10 >= longest_ * 6;
    last_size_ = line.size();
    longest_ = std::max(longest_, std::min<std::size_t>(line.size(), 110));
    open_ = true;
    if (joins) {
      paragraphs_.back().span.end = line.end;
      return;
    }
    std::uint32_t begin_of = line.begin;
    if (const std::size_t glued = glued_text(slice(text_, line)); glued > 0) {
      add({line.begin, line.begin + static_cast<std::uint32_t>(glued)});
      begin_of += static_cast<std::uint32_t>(glued);
    }
    add({begin_of, line.end});
  }

  void add(Span span) {
    Paragraph paragraph;
    paragraph.span = span;
    if (block_ < marked_.size()) paragraph.marked = marked_[block_].kind;
    paragraphs_.push_back(std::move(paragraph));
  }

  /// Where a story begins that a caption was glued to: "... dawn Saturday. (AP Photo/Ann Lee)CAIRO
  /// (AP) - ...".
  std::size_t glued_text(std::string_view line) const {
    if (line.find('/') == std::string_view::npos) return 0;
    for (const std::string_view mark : {" Photo/", "REUTERS/"}) {
      const auto photo = line.find(mark);
      const auto close = photo == std::string_view::npos ? photo : line.find(')', photo);
      if (close == std::string_view::npos || close > photo + 80 || close + 2 >= line.size())
        continue;
      const auto dateline = find_dateline(line.substr(close + 1), words_);
      if (dateline && dateline->sign == DatelineSign::agency) return close + 1;
    }
    return 0;
  }

  std::string_view text_;
  const std::vector<Block>& marked_;
  const PageWords& words_;
  std::vector<Paragraph> paragraphs_;
  std::size_t block_ = 0;
  std::size_t last_size_ = 0;
  std::size_t longest_ = 40;
  bool wrapped_;
  bool open_ = false;  ///< the line before belongs to a paragraph that may go on
};

/// True when `text` ends like a sentence: with a full stop that is no abbreviation's, a question or
/// exclamation mark, or an ellipsis, closing quotes and brackets aside.
bool ends_sentence(std::string_view text, const TextWords& words) {
  for (int marks = 0; !text.empty() && marks < 8; ++marks) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) --last;
    const char32_t c = code_point_at(text, last).code;
    if (c == '!' || c == '?' || c == 0x2026) return true;
    if (c == '.') {
      const auto space = text.find_last_of(" \n\t(");
      const std::string_view word = text.substr(space == std::string_view::npos ? 0 : space + 1);
      return !is_abbreviation(word, words) || word.size() > 12;
    }
    const bool closes =
        c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB;
    if (!closes) return false;
    text = text.substr(0, last);
  }
  return false;
}

}  // namespace

std::vector<Paragraph> paragraphs_of(std::string_view text, const std::vector<Block>& marked,
                                     const PageWords& words) {
  std::vector<Paragraph> paragraphs = Splitter(text, marked, words).run();
  bool dated = false;  // the first sentence was met
  for (auto& paragraph : paragraphs) {
    const std::string_view bytes = slice(text, paragraph.span);
    paragraph.key = page_key(bytes);
    const auto gaps = std::count(paragraph.key.begin(), paragraph.key.end(), ' ');
    paragraph.words = paragraph.key.empty()
                          ? 0
                          : static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(gaps + 1, 24));
    paragraph.ends =
        ends_sentence(bytes, words.text_words()) || (paragraph.words >= 12 && bytes.ends_with('.'));
    if (const auto dateline = find_dateline(bytes, words)) {
      paragraph.dateline = dateline->size;
      paragraph.place_only = dateline->sign == DatelineSign::place;
    }
    paragraph.look = look_of(bytes, paragraph, words);
    if (!dated && paragraph.look == Look::prose && paragraph.dateline == 0) {
      dated = true;
      paragraph.dateline = stamp_prefix(bytes, words);
    }
  }
  return paragraphs;
}

}  // namespace annals
