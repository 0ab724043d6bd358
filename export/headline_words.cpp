#include "export/headline_words.h"

#include <algorithm>
#include <cctype>

#include "export/escape.h"
#include "graph/ascii.h"

namespace annals {
namespace {

/// The date stands beside the headline.
void drop_date(std::string& title, const std::string& words) {
  if (words.empty()) return;
  const auto at = title.find(words);
  const auto end = at + words.size();
  if (at == std::string::npos || at == 0 || title[at - 1] != ' ') return;
  if (end < title.size() && title[end] != ' ' && title[end] != ',') return;
  const bool spans = std::string_view(title).substr(0, at).ends_with(" from ") &&
                     std::string_view(title).substr(end).starts_with(" to ");
  if (spans) return;  // "from 1980 to 1988"
  std::size_t begin = at;
  const auto reach_back = [&](std::initializer_list<std::string_view> words_before) {
    for (const auto word : words_before) {
      if (begin >= word.size() && std::string_view(title).substr(0, begin).ends_with(word))
        begin -= word.size() - 1;
    }
  };
  reach_back({" on ", " in ", " at ", " over ", " during ", " since ", " within ", " from "});
  reach_back({" late ", " early ", " earlier ", " only ", " just "});
  title.erase(begin - 1, end - begin + 1);
  if (title.substr(begin - 1).starts_with(" alone")) title.erase(begin - 1, 6);
}

void drop_weekday(std::string& title) {
  for (const auto* day :
       {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}) {
    const std::string words = std::string(" on ") + day;
    const auto at = title.find(words);
    if (at == std::string::npos) continue;
    const auto end = at + words.size();
    if (end == title.size() || title[end] == ' ' || title[end] == ',')
      title.erase(at, words.size());
  }
}

void drop_odd_quotes(std::string& title) {
  const auto count = [&title](std::string_view mark) {
    std::size_t found = 0;
    for (auto at = title.find(mark); at != std::string::npos; at = title.find(mark, at + 1))
      ++found;
    return found;
  };
  const auto erase = [&title](std::string_view mark) {
    for (auto at = title.find(mark); at != std::string::npos; at = title.find(mark, at))
      title.erase(at, mark.size());
  };
  if (count("\u201C") != count("\u201D")) {
    erase("\u201C");
    erase("\u201D");
  }
  if (count("\"") % 2 != 0) erase("\"");
  if (count("(") != count(")")) {
    erase("(");
    erase(")");
  }
}

}  // namespace

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  const std::string folded = lowered(word);
  return std::find(words.begin(), words.end(), folded) != words.end();
}

std::string_view opening_word(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find(' ', begin) - begin);
}

std::string_view ending_word(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  const auto space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

bool has_upper_start(std::string_view text) {
  return !text.empty() && std::isupper(static_cast<unsigned char>(text.front())) != 0;
}

bool is_amount(std::string_view word) {
  return has_digit_start(word) ||
         is_one_of(word, {"some", "several", "many", "most", "more", "about", "all", "two", "three",
                          "four", "five", "six", "seven", "eight", "nine", "ten", "dozens",
                          "hundreds", "thousands"});
}

bool is_subject_start(std::string_view opening) {
  return is_amount(opening) || (has_upper_start(opening) && !leads_elsewhere(opening)) ||
         is_one_of(opening, {"the", "a", "an", "other", "others", "another", "no", "heavy",
                             "fierce", "fresh", "sporadic"});
}

bool leads_elsewhere(std::string_view opening) {
  return is_one_of(
      opening,
      {"after", "before", "when",  "while", "since", "as",    "if",   "because", "in",  "on",
       "at",    "of",     "by",    "for",   "from",  "with",  "to",   "but",     "and", "until",
       "amid",  "during", "he",    "she",   "they",  "it",    "we",   "i",       "you", "who",
       "whom",  "whose",  "which", "that",  "this",  "there", "where"});
}

bool is_past_verb(std::string_view word) {
  return word.ends_with("ed") || word.ends_with("en") ||
         is_one_of(word, {"broke", "shot", "held", "fought", "hit", "hurt", "slain", "began"});
}

bool denies(std::string_view text) {
  const std::string folded = " " + lowered(text) + " ";
  for (const auto* word : {" not ", " no ", " never ", " nor ", " neither ", " denie", " deny",
                           " refut", " reject", "n't ", "n\u2019t "}) {
    if (folded.find(word) != std::string::npos) return true;
  }
  return false;
}

bool is_small_word(std::string_view word) {
  return is_one_of(
      word, {"of",      "to",      "the",    "a",      "an",    "in",    "on",    "at",    "with",
             "for",     "by",      "from",   "his",    "its",   "their", "and",   "or",    "as",
             "late",    "early",   "about",  "than",   "that",  "who",   "which", "would", "will",
             "was",     "is",      "are",    "were",   "be",    "been",  "has",   "have",  "had",
             "not",     "after",   "before", "during", "since", "until", "over",  "under", "into",
             "against", "between", "where",  "when",   "if",    "but"});
}

bool has_digit_start(std::string_view text) {
  return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) != 0;
}

std::size_t full_stop(std::string_view text) {
  for (auto at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] != ' ') continue;
    const auto word = ending_word(text.substr(0, at));
    const bool initial = word.size() == 1 || word.find('.') != std::string_view::npos;
    if (!(initial && has_upper_start(word)) &&
        !is_one_of(word, {"gen", "sen", "rep", "mr", "mrs", "dr", "st", "lt", "col", "jan", "feb",
                          "aug", "sep", "sept", "oct", "nov", "dec"}))
      return at;
  }
  return std::string_view::npos;
}

namespace {

/// Where the words pause next: at a mark, or at a word that opens another clause.
std::size_t next_pause(const std::string& rest, std::size_t from) {
  std::size_t end = std::min(rest.find_first_of(",;:!?\"()", from), rest.size());
  if (const auto stop = full_stop(rest); stop >= from) end = std::min(end, stop);
  for (const auto* word :
       {"\u201C",  "\u201D",   "\u2014",     " - ",         " -- ",     " that ",
        " which ", " who ",    " whom ",     " whose ",     " as ",     " while ",
        " after ", " before ", " because ",  " when ",      " where ",  " and ",
        " but ",   " though ", " although ", " if ",        " unless ", " since ",
        " said ",  " says ",   " adding ",   " according ", " saying "})
    end = std::min(end, rest.find(word, from));
  return end;
}

/// Behind a pause that is none: a word or two in quotation marks ("to take \u201Cspecific\u201D
/// action"), "and" between two adjectives, or "after" behind a lone infinitive ("to go after the
/// rebels"). Else `end`.
std::size_t goes_on_at(const std::string& rest, std::size_t end) {
  constexpr std::size_t longest_quote = 30;
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>("\u201C", "\u201D"), {"\"", "\""}}) {
    if (rest.compare(end, open.size(), open) != 0) continue;
    const auto closed = rest.find(close, end + open.size());
    const bool inside = closed != std::string::npos && closed - end <= longest_quote &&
                        rest.find_first_of(".,!?", end) > closed;
    return inside ? closed + close.size() : end;
  }
  const std::string before = rest.substr(0, end);
  const auto last = ending_word(before);
  // "for early presidential and parliamentary elections"
  const bool quality = last.ends_with("ial") || last.ends_with("cal") || last.ends_with("nal") ||
                       last.ends_with("ral") || last.ends_with("ive") || last.ends_with("ous") ||
                       last.ends_with("ic") || last.ends_with("ary");
  if (quality && rest.compare(end, 5, " and ") == 0) return end + 5;
  const bool infinitive = before.ends_with(" to " + std::string(last));
  return infinitive && rest.compare(end, 7, " after ") == 0 ? end + 7 : end;
}

}  // namespace

std::string up_to_pause(const std::string& rest) {
  constexpr std::size_t longest = 80;
  // "proud of Iraq's progress" is more than of Iraq
  const bool owner = rest.starts_with("'s ") || rest.starts_with("\u2019s ");
  if (!rest.starts_with(' ') && !owner) return {};
  // "denied that ..." is nothing without what follows.
  std::size_t end = next_pause(rest, rest.starts_with(" that ") ? 5 : 0);
  for (std::size_t on = goes_on_at(rest, end); on > end; on = goes_on_at(rest, end))
    end = next_pause(rest, on);
  if (end <= longest) return rest.substr(0, end);
  std::string more = rest.substr(0, rest.rfind(' ', longest));  // where a word ends
  while (is_small_word(ending_word(more))) more.resize(more.rfind(' '));
  return more.empty() ? more : more + " ...";
}

std::string tidy_headline(std::string title, std::string_view date_words) {
  title = one_line(valid_utf8(title));
  drop_date(title, one_line(date_words));
  drop_weekday(title);
  drop_odd_quotes(title);
  for (;;) {  // what the cut left hanging
    while (!title.empty() && std::string_view(" ,;:-").find(title.back()) != std::string_view::npos)
      title.pop_back();
    const auto last = ending_word(title);
    if (!is_small_word(last)) {
      break;
    }
    title.resize(title.size() - last.size());
  }
  if (!title.starts_with("al-") && !title.empty())
    title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
  return title;
}

}  // namespace annals
