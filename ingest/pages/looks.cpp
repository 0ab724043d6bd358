#include "ingest/pages/looks.h"

#include <algorithm>

#include "ingest/pages/stamps.h"
#include "ingest/text/abbreviations.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

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
  if (text.size() < 80 && text.find('@') < text.size() && text.find(' ') == std::string_view::npos)
    return true;
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
  // "Written by Ann Lee Friday, 03 June 2011"
  const std::size_t lead = words.prefix(PageWord::byline, paragraph.key);
  if (lead < paragraph.key.size() &&
      std::string_view(paragraph.key).substr(0, lead).ends_with(" by") && !paragraph.ends) {
    return true;
  }
  if (paragraph.ends && !is_abbreviation(text.substr(text.rfind(' ') + 1), words.text_words()))
    return false;
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
  const auto slash = text.rfind('/');
  if (slash != std::string_view::npos && (text.find("REUTERS/") != std::string_view::npos ||
                                          text.find("Reuters/") != std::string_view::npos)) {
    return true;
  }
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

/// "Tweet Share Email Print": nothing but words that are lines of furniture by themselves.
bool is_row_of_buttons(std::string_view key, const PageWords& words) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < key.size(); ++count) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (!words.find(PageWord::line, key.substr(at, end - at))) return false;
    at = end + 1;
  }
  return count > 1;
}

/// Holds a phrase that only the furniture of a page does: "Ann Lee contributed to this report".
bool holds_furniture(const std::string& key, const PageWords& words) {
  for (std::size_t at = 0; at < key.size(); ++at) {
    if ((at == 0 || key[at - 1] == ' ') &&
        words.begins(PageWord::within, std::string_view(key).substr(at))) {
      return true;
    }
  }
  return false;
}

/// The words before a colon head a list or name a field: "Related: ...", "Tags: ...".
bool is_labelled_furniture(std::string_view text, const PageWords& words) {
  const auto colon = text.substr(0, 40).find(':');
  return colon != std::string_view::npos &&
         words.find(PageWord::section, page_key(text.substr(0, colon))) && text.size() < 300;
}

}  // namespace

Look look_of(std::string_view text, const Paragraph& paragraph, const PageWords& words) {
  const std::string& key = paragraph.key;
  if (is_counter(key)) return is_stamp(text, paragraph, words) ? Look::stamp : Look::furniture;
  if (paragraph.words <= 12) {
    if (words.find(PageWord::closed, key)) return Look::closed;
    if (words.find(PageWord::comments, key)) return Look::comments;
    if (words.find(PageWord::section, key)) return Look::section;
    if (words.find(PageWord::line, key) || is_row_of_buttons(key, words)) return Look::furniture;
  }
  if (text.size() < 160 && words.begins(PageWord::closed, key)) return Look::closed;
  if (text.size() < 120 && words.begins(PageWord::comments, key) && key.starts_with("# "))
    return Look::comments;
  if (text.size() < 1000 && words.begins(PageWord::start, key)) {
    const bool signed_and_dated =
        is_byline(text, paragraph, words) && is_stamp(text, paragraph, words);
    return signed_and_dated ? Look::byline : Look::furniture;
  }
  if (text.size() < 240 && holds_furniture(key, words)) return Look::furniture;
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
    if (words.find(PageWord::agency, page_key(inside))) return at;
    if (marks && inside.size() <= 16 &&
        inside.find_first_not_of("abcdefghijklmnopqrstuvwxyz/-") == std::string_view::npos) {
      return at;
    }
  }
  if (paragraph.ends_with(" Enditem")) return end - 7;
  return end;
}

}  // namespace annals
