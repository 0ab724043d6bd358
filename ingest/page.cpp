#include "ingest/page.h"

#include <algorithm>
#include <array>

#include "ingest/characters.h"
#include "ingest/datelines.h"
#include "ingest/sentences.h"
#include "ingest/stamps.h"
#include "ingest/tokens.h"

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

bool is_counter(std::string_view key) {
  return key.find_first_not_of("# ") == std::string_view::npos;
}

/// "above-portrait-tablet", ".nav { color: red }", "var x = 1;": what style sheets and scripts
/// leave behind.
bool is_code(std::string_view text) {
  while (!text.empty()) {  // bullets
    const CodePoint point = code_point_at(text, 0);
    if (!is_space_code(point.code) && !is_mark_code(point.code) && point.code != '*') break;
    text.remove_prefix(point.size);
  }
  if (text.find(' ') == std::string_view::npos && std::count(text.begin(), text.end(), '-') >= 1 &&
      std::none_of(text.begin(), text.end(), is_upper) && text.size() > 8) {
    return true;
  }
  if (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")) {
    return text.find(' ') == std::string_view::npos;
  }
  return text.starts_with("var ") || text.starts_with("function ") || text.starts_with("window.") ||
         text.starts_with("document.") || text.starts_with("@media") ||
         text.starts_with("googletag") || text.starts_with("(function") ||
         text.starts_with("jQuery") || text.starts_with("$(") ||
         (text.find('{') != std::string_view::npos && text.find('}') != std::string_view::npos &&
          text.find(':') != std::string_view::npos && text.find(';') != std::string_view::npos);
}

/// Two names in capitals or with capitals: "KIMBERLY DOZIER", "Kimberly F. Dozier and John Smith".
bool is_name_line(std::string_view text) {
  int names = 0;
  bool capitals = true;
  while (!text.empty()) {
    const auto space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    if (word == "and" || word == "&") {
      if (names < 2) return false;
      names = 0;
      continue;
    }
    const bool initial = word.size() == 2 && word[1] == '.';
    if (word.size() < 2 || !starts_upper(word) || ++names > 3) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char c = word[i];
      const bool inside = i + 1 < word.size() && (c == '-' || c == '\'');
      if (!is_upper(c) && !is_lower(c) && !inside && static_cast<unsigned char>(c) < 0x80 &&
          !(initial && i == 1)) {
        return false;
      }
      capitals = capitals && !is_lower(c);
    }
  }
  return names == 2 || (names == 3 && !capitals);
}

bool is_byline(std::string_view text, const Paragraph& paragraph, const PageWords& words) {
  if (text.size() > 160 || paragraph.words > 16) return false;
  if (words.find(PageWord::byline, paragraph.key)) return true;
  if (paragraph.ends && !is_abbreviation(text.substr(text.rfind(' ') + 1))) return false;
  // "By Praveen Menon", "By KIM SENGUPTA in Kabul"; "By land and sea" has no name.
  const auto space = text.find(' ');
  if (space == std::string_view::npos || page_key(text.substr(0, space)) != "by") return false;
  const auto name = text.find_first_not_of(" :", space);
  if (name == std::string_view::npos || paragraph.words < 2) return false;
  return starts_upper(text.substr(name)) ||
         words.begins(PageWord::byline, page_key(text.substr(name)));
}

/// How many words of the paragraph stand outside of its stamps; labels, zones and particles do not
/// count.
std::size_t words_beside(std::string_view text, const std::vector<Stamp>& stamps,
                         const PageWords& words) {
  std::size_t count = 0;
  std::size_t at = 0;
  const auto add = [&](std::string_view part) {
    const std::string key = page_key(part);
    const std::size_t label =
        std::max(words.prefix(PageWord::published, key), words.prefix(PageWord::updated, key));
    for (std::size_t begin = label; begin < key.size();) {
      const std::size_t end = std::min(key.find(' ', begin), key.size());
      const std::string_view word(key.data() + begin, end - begin);
      const bool known = word.empty() || (word == "#" && label > 0) ||
                         words.find(PageWord::glue, word) || words.find(PageWord::zone, word);
      count += known ? 0 : 1;
      begin = end + 1;
    }
  };
  for (const auto& stamp : stamps) {
    add(text.substr(at, stamp.span.begin - at));
    at = stamp.span.end;
  }
  add(text.substr(at));
  return count;
}

bool is_stamp(std::string_view text, const Paragraph& paragraph, const PageWords& words) {
  if (text.size() > 160 || paragraph.words > 20 || paragraph.key.find('#') == std::string::npos)
    return false;
  const auto stamps = find_stamps(text, words);
  bool dated = false;
  bool timed = false;
  for (const auto& stamp : stamps) {
    dated = dated || stamp.year;
    timed = timed || stamp.has_time || stamp.weekday;
  }
  if (!dated) return false;
  const bool labelled = words.begins(PageWord::published, paragraph.key) ||
                        words.begins(PageWord::updated, paragraph.key);
  const std::size_t beside = words_beside(text, stamps, words);
  return beside <= (labelled ? 12U : timed && !paragraph.ends ? 6U : 3U);
}

bool is_caption(std::string_view text, const Paragraph& paragraph, const PageWords& words) {
  if (text.size() > 700) return false;
  if (text.find("REUTERS/") != std::string_view::npos ||
      text.find("Reuters/") != std::string_view::npos)
    return true;
  if (const auto bracket = text.find_last_of("([");
      bracket != std::string_view::npos && text.size() - bracket < 120) {
    const std::string_view inside = text.substr(bracket);
    const std::string key = page_key(inside);
    if (words.begins(PageWord::picture, key) && paragraph.words > 4) return true;
    // "(Xinhua/Li Tao)": an agency and its photographer.
    if (inside.find('/') < inside.size() && inside.find_first_of(")]") + 3 > inside.size() &&
        text.size() - bracket < 60 && words.begins(PageWord::agency, key)) {
      return true;
    }
  }
  const auto slash = text.rfind('/');
  if (slash != std::string_view::npos && text.size() - slash < 40 && slash > 2) {
    const auto before = text.find_last_of(" .(|", slash - 1);
    const std::string agency =
        page_key(text.substr(before == std::string_view::npos ? 0 : before + 1, slash));
    if (paragraph.words > 4 &&
        (words.begins(PageWord::picture, agency) || agency.starts_with("afp") ||
         agency.starts_with("ap ") || agency.starts_with("epa") || agency.starts_with("getty"))) {
      return true;
    }
  }
  return words.begins(PageWord::picture, paragraph.key) && paragraph.words > 6;
}

/// The words before a colon head a list or name a field: "Related: ...", "Tags: ...".
bool is_labelled_furniture(std::string_view text, const PageWords& words) {
  const auto colon = text.substr(0, 40).find(':');
  return colon != std::string_view::npos &&
         words.find(PageWord::section, page_key(text.substr(0, colon))) && text.size() < 300;
}

Look look_of(std::string_view text, const Paragraph& paragraph, const PageWords& words) {
  const std::string& key = paragraph.key;
  if (is_counter(key)) return is_stamp(text, paragraph, words) ? Look::stamp : Look::furniture;
  if (paragraph.words <= 12) {
    if (words.find(PageWord::closed, key)) return Look::closed;
    if (words.find(PageWord::comments, key)) return Look::comments;
    if (words.find(PageWord::section, key)) return Look::section;
    if (words.find(PageWord::line, key)) return Look::furniture;
  }
  if (text.size() < 160 && words.begins(PageWord::closed, key)) return Look::closed;
  if (text.size() < 120 && words.begins(PageWord::comments, key) && key.starts_with("# "))
    return Look::comments;
  if (text.size() < 1000 && words.begins(PageWord::start, key)) return Look::furniture;
  if (text.starts_with("©") || text.starts_with("Copyright ©")) return Look::furniture;
  if (text.size() < 2000 && is_code(text)) return Look::furniture;
  if (text.size() < 80 && text.ends_with(':')) {
    const auto space = key.rfind(' ');
    if (space != std::string::npos && paragraph.words <= 6 &&
        words.find(PageWord::speaker, std::string_view(key).substr(space + 1))) {
      return Look::speaker;
    }
  }
  if (is_stamp(text, paragraph, words))
    return is_byline(text, paragraph, words) ? Look::byline : Look::stamp;
  if (words.begins(PageWord::credit, key) && paragraph.words <= 12 &&
      text.substr(0, 40).find(':') != std::string_view::npos) {
    return Look::credit;
  }
  if (is_caption(text, paragraph, words)) return Look::caption;
  if (is_byline(text, paragraph, words)) return Look::byline;
  if (is_labelled_furniture(text, words)) return Look::furniture;
  if (paragraph.dateline > 0 && !paragraph.place_only) return Look::prose;
  if (paragraph.words >= 20 || (paragraph.ends && paragraph.words >= 6)) return Look::prose;
  if (is_name_line(text)) return Look::name;
  return Look::text;
}

/// Bytes of the stamp that a page's line breaks were lost behind: "13 July 2011 Last updated at
/// 08:49 GMT The ...".
std::uint32_t stamp_prefix(std::string_view text, const PageWords& words) {
  const auto stamps = find_stamps(text.substr(0, 120), words);
  if (stamps.empty() || !stamps.front().year) return 0;
  const std::string before = page_key(text.substr(0, stamps.front().span.begin));
  const bool labelled = !before.empty() && words.find(PageWord::published, before);
  if (!before.empty() && !labelled) return 0;
  std::size_t end = stamps.front().span.end;
  const std::string_view rest = text.substr(end, 60);
  if (words.begins(PageWord::updated, page_key(rest))) {  // up to the zone behind its time
    const auto digit = rest.find_first_of("0123456789");
    const auto space = digit == std::string_view::npos ? digit : rest.find(' ', digit);
    if (space == std::string_view::npos) return 0;
    end += space + 1;
    const auto next = text.find(' ', end);
    if (next != std::string_view::npos &&
        words.find(PageWord::zone, page_key(text.substr(end, next - end))))
      end = next + 1;
  } else if (!labelled && !stamps.front().has_time) {
    return 0;
  }
  while (end < text.size() && (text[end] == ' ' || text[end] == ':' || text[end] == '|')) ++end;
  return end < text.size() ? static_cast<std::uint32_t>(end) : 0;
}

}  // namespace

bool ends_sentence(std::string_view text) {
  for (int marks = 0; !text.empty() && marks < 8; ++marks) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) --last;
    const char32_t c = code_point_at(text, last).code;
    if (c == '!' || c == '?' || c == 0x2026) return true;
    if (c == '.') {
      const auto space = text.find_last_of(" \n\t(");
      const std::string_view word = text.substr(space == std::string_view::npos ? 0 : space + 1);
      return !is_abbreviation(word) || word.size() > 12;
    }
    const bool closes =
        c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB;
    if (!closes) return false;
    text = text.substr(0, last);
  }
  return false;
}

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
    paragraph.ends = ends_sentence(bytes) || (paragraph.words >= 12 && bytes.ends_with('.'));
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

std::size_t credits_begin(std::string_view paragraph, bool caption, const PageWords& words) {
  std::size_t end = paragraph.size();
  if (caption) {
    for (const std::string_view mark :
         {"REUTERS/", "Reuters/", "REUTERS", "(AP Photo", "AFP/", "AFP PHOTO"}) {
      const auto at = paragraph.rfind(mark);
      if (at != std::string_view::npos && at > 0 && end - at < 120) return at;
    }
  }
  if (caption) {  // "... shake hands. Photo: AP"
    const auto colon = paragraph.rfind(": ");
    const auto stop =
        colon == std::string_view::npos ? colon : paragraph.find_last_of(".)!", colon);
    if (stop != std::string_view::npos && end - stop < 100 &&
        words.find(PageWord::credit, page_key(paragraph.substr(stop, colon - stop)))) {
      return stop + 1;
    }
  }
  const std::size_t from = end > 600 ? end - 600 : 0;
  for (auto at = paragraph.find_first_of("([", from); at != std::string_view::npos;
       at = paragraph.find_first_of("([", at + 1)) {
    const std::string key = page_key(paragraph.substr(at));
    if (words.begins(PageWord::start, key)) return at;
    if (caption && words.begins(PageWord::picture, key)) return at;
    if (caption && words.begins(PageWord::agency, key) && paragraph.substr(at).find('/') < 40)
      return at;
  }
  if (!paragraph.empty() && paragraph.back() == ')' &&
      !caption) {  // initials of the desk: "(pvs/vi/ji)"
    const auto at = paragraph.rfind('(');
    const std::string_view inside = paragraph.substr(at + 1, end - at - 2);
    const bool marks = inside.find_first_of("/-") != std::string_view::npos;
    if (marks && inside.size() <= 16 &&
        inside.find_first_not_of("abcdefghijklmnopqrstuvwxyz/-") == std::string_view::npos) {
      return at;
    }
  }
  if (paragraph.ends_with(" Enditem")) return end - 7;
  return end;
}

}  // namespace annals
