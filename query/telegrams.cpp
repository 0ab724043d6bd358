#include "query/telegrams.h"

#include <algorithm>
#include <string>

#include "graph/names.h"
#include "query/doers.h"
#include "query/periods.h"
#include "query/time_words.h"
#include "query/type_words.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Words = std::vector<Word>;

bool is_number_of(std::string_view text, std::size_t digits) {
  return text.size() == digits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_kind(const Words& words, std::size_t at) {
  return at < words.size() && find_kind(std::span<const Word>(words).subspan(at)).has_value();
}

/// "2013-2016", "in 2013-2016"
void write_years(Words& words) {
  // "in 2005 and 2006"
  for (std::size_t i = 1; i + 2 < words.size(); ++i) {
    if (is_one_of(words[i - 1], {"in", "during"}) && is_number_of(words[i].folded, 4) &&
        is_one_of(words[i + 1], {"and", "or"}) && is_number_of(words[i + 2].folded, 4) &&
        !words[i].quoted) {
      rename(words[i - 1], "from");
      rename(words[i + 1], "to");
    }
  }
  // "in november and december 2006"
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (!is_month_word(words[i]) || !is_one_of(words[i + 1], {"and", "or"}) ||
        !is_month_word(words[i + 2]))
      continue;
    const bool between = i > 0 && is_one_of(words[i - 1], {"between"});
    if (between) break;
    rename(words[i + 1], "to");
    if (i > 0 && is_one_of(words[i - 1], {"in", "during"})) {
      rename(words[i - 1], "from");
    } else {
      insert(words, i, words[i], {"from"});
    }
    break;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string folded = words[i].folded;
    const bool two = !words[i].quoted && folded.size() == 9 && folded[4] == ' ' &&
                     is_number_of(folded.substr(0, 4), 4) && is_number_of(folded.substr(5), 4) &&
                     words[i].text.find('/') == std::string::npos;
    if (!two) continue;
    const Word years = words[i];
    const bool led = i > 0 && is_one_of(words[i - 1], {"in", "during", "from", "between"});
    const std::size_t begin = led ? i - 1 : i;
    erase(words, begin, led ? 2 : 1);
    insert(words, begin, years, {"from", "", "to", ""});
    rename(words[begin + 1], folded.substr(0, 4));
    rename(words[begin + 3], folded.substr(5));
    i = begin + 3;
  }
}

bool begins_time(const Words& words, std::size_t at, std::size_t& count) {
  if (at >= words.size() || words[at].quoted) return false;
  const auto rest = std::span<const Word>(words).subspan(at);
  if (const auto time = find_time(rest, date::sys_days{date::year{2000} / 1 / 1})) {
    count = time->count;
    return words[at].folded.front() < 'a' || time->count > 1;
  }
  const auto day = find_month_day(rest);
  if (day) count = day->count;
  return day.has_value();
}

/// "april 5 to april 15 1997", "1-15 April 1997"
void write_range(Words& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (i > 0 && is_one_of(words[i - 1], {"from", "between", "since", "until", "to", "and"}))
      continue;
    const std::string folded = words[i].folded;
    const auto blank = folded.find(' ');
    const bool days = blank != std::string::npos && blank <= 2 && folded.size() - blank <= 3 &&
                      folded.find_first_not_of("0123456789 ") == std::string::npos &&
                      is_month_word(words[i + 1]);
    // "nov-dec 2006"
    const auto is_month = [&](const std::string& name) {
      Word month = words[i];
      rename(month, name);
      return is_month_word(month);
    };
    const bool months = !words[i].quoted && blank != std::string::npos &&
                        is_month(folded.substr(0, blank)) && is_month(folded.substr(blank + 1)) &&
                        is_number_of(words[i + 1].folded, 4);
    const bool led = i > 0 && is_one_of(words[i - 1], {"in", "on", "during"});
    if (days || months) {
      const Word both = words[i];
      if (led) erase(words, --i, 1);
      erase(words, i, 1);
      insert(words, i, both, {"from", "", "to", ""});
      rename(words[i + 1], folded.substr(0, blank));
      rename(words[i + 3], folded.substr(blank + 1));
      return;
    }
    std::size_t first = 0, second = 0;
    if (!begins_time(words, i, first) || i + first >= words.size()) continue;
    const std::size_t middle = i + first;
    const bool dash = words[middle].folded == "and" && words[middle].text != "and";
    if (!dash && !is_one_of(words[middle], {"to", "until", "till"})) continue;
    if (!begins_time(words, middle + 1, second)) continue;
    rename(words[middle], "to");
    if (led) erase(words, --i, 1);
    insert(words, i, words[middle], {"from"});
    return;
  }
}

/// "Mullen, who did he accuse": who did Mullen accuse.
void write_pronoun(Words& words) {
  for (std::size_t i = 1; i + 3 < words.size() && i < 7; ++i) {
    if (!is_one_of(words[i], {"who", "whom", "what", "when", "where"}) ||
        !is_one_of(words[i + 1], {"did", "has", "was", "does", "have", "were"}) ||
        !is_one_of(words[i + 2], {"he", "she", "they", "it"}))
      continue;
    const Words name(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
    const bool asks = std::any_of(name.begin(), name.end(), [](const Word& word) {
      return is_one_of(word, {"who", "whom", "what", "when", "where", "how", "did", "was", "and"});
    });
    if (asks) return;  // "when was X captured and when was he released"
    erase(words, i + 2, 1);
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(i) + 2, name.begin(), name.end());
    erase(words, 0, i);
    return;
  }
}

/// "april 97", "in '97"; in "april 7" it is the day.
void write_century(Words& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    Word& word = words[i];
    if (word.quoted || !is_number_of(word.folded, 2)) continue;
    const int number = std::stoi(word.folded);
    const bool marked = word.text.size() > 2 && !is_number_of(word.text, 2);  // "'97"
    const bool after_month = is_month_word(words[i - 1]) && number > 31;
    if (!marked && !after_month) continue;
    rename(word, (number >= 50 ? "19" : "20") + word.folded);
  }
}

/// "meetings called off", "visits by Y that were cancelled"
void write_status(Words& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (i + 1 < words.size() && is_one_of(words[i], {"called", "put"}) &&
        is_one_of(words[i + 1], {"off"})) {
      rename(words[i], "cancelled");
      erase(words, i + 1, 1);
    }
    if (!stands_in(WordList::told_status, words[i])) continue;
    std::size_t begin = i;
    while (begin > 1 &&
           is_one_of(words[begin - 1], {"was", "were", "is", "are", "been", "have", "has", "had"}))
      --begin;
    if (begin > 1 && is_one_of(words[begin - 1], {"that", "which"})) {
      erase(words, begin - 1, i - begin + 1);
      i = begin - 1;
    }
  }
}

/// "Kayani's plans for May": events of Kayani that are planned.
void write_plans(Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool owned = i > 0 && without_owner(words[i - 1].text) != words[i - 1].text;
    const bool owns = i == 0 && words.size() > 1 && is_one_of(words[1], {"of"});
    if (!is_one_of(words[i], {"plans"}) || !(owned || owns)) continue;
    rename(words[i], "events");
    insert(words, words.size(), words[i], {"planned"});
    return;
  }
}

/// "countries that accused Iran", "the groups which attacked Kabul"
void ask_which(Words& words) {
  const std::size_t at = !words.empty() && is_one_of(words[0], {"the", "all"}) ? 1 : 0;
  if (words.size() < at + 3 || !is_doers(words[at]) ||
      !is_one_of(words[at + 1], {"that", "who", "which"}))
    return;
  const Word doers = words[at];
  erase(words, 0, at + 2);
  insert(words, 0, doers, {"which", ""});
  words[1] = doers;
}

/// "who attacked the embassy most recently"
void ask_most_recent(Words& words) {
  if (words.size() < 4 || !is_one_of(words.back(), {"recently"})) return;
  const bool most = is_one_of(words[words.size() - 2], {"most"});
  words.pop_back();
  if (most) words.pop_back();
  const Word like = words.back();
  insert(words, words.size(), like, {"newest", "first"});
  if (most) insert(words, words.size(), like, {"limit", "1"});
}

/// "who first accused Russia", "who last met Kim"
void ask_who_first(Words& words) {
  if (words.size() < 4 || !is_one_of(words[0], {"who", "whom"}) || !is_kind(words, 2)) return;
  const bool first = is_one_of(words[1], {"first"});
  if (!first && !is_one_of(words[1], {"last"})) return;
  const Word adverb = words[1];
  erase(words, 1, 1);
  if (!first) insert(words, words.size(), adverb, {"newest", "first"});
  insert(words, words.size(), adverb, {"limit", "1"});
}

/// "how many died in May": people, not events.
void ask_toll(Words& words) {
  if (words.size() < 3 || !is_one_of(words[0], {"how"}) || !is_one_of(words[1], {"many"})) return;
  if (!stands_in(WordList::harmed, words[2])) return;
  if (is_one_of(words[2], {"died", "dead"})) rename(words[2], "killed");
  insert(words, 2, words[2], {"were"});
}

/// "Munter's last visit": the last visit of Munter.
void ask_owned(Words& words) {
  for (std::size_t i = 1; i + 1 < words.size() && i < 6; ++i) {
    if (!is_one_of(words[i], {"first", "last", "latest", "earliest"}) || words[i - 1].quoted)
      continue;
    const bool is_said = is_one_of(words[i + 1], {"statement", "statements", "remarks"});
    const auto kind = find_kind(std::span<const Word>(words).subspan(i + 1));
    const std::string owner = without_owner(words[i - 1].text);
    if ((!kind && !is_said) || owner.size() < 3 || owner == words[i - 1].text) continue;
    words[i - 1].folded = fold(owner);
    words[i - 1].text = owner;
    Words owners(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
    const Word of = renamed(words[i], "of");
    if (is_said) {  // the newest of what he said
      const bool newest = is_one_of(words[i], {"last", "latest"});
      rename(words[i + 1], "statements");
      if (newest) insert(words, words.size(), of, {"newest", "first"});
      insert(words, words.size(), of, {"limit", "1"});
    }
    owners.insert(owners.begin(), of);
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(i + 1 + (is_said ? 1 : kind->count)),
                 owners.begin(), owners.end());
    erase(words, 0, is_said ? i + 1 : i);
    return;
  }
}

/// "Clinton in Islamabad when?", "what did he warn about", "anything on the offensive"
void drop_loose_ends(Words& words) {
  const bool is_question = !words.empty() && is_one_of(words[0], {"who", "whom", "what", "which",
                                                                  "when", "where", "how"});
  if (words.size() > 2 && !is_question && is_one_of(words.back(), {"when"})) words.pop_back();
  if (words.size() > 3 && is_question && is_one_of(words.back(), {"about"})) words.pop_back();
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (is_one_of(words[i - 1], {"statements", "remarks", "comments"}) &&
        is_one_of(words[i], {"on"}))
      rename(words[i], "about");
  }
  if (words.size() > 2 && is_one_of(words[0], {"anything", "everything", "news", "information"}) &&
      is_one_of(words[1], {"on"}))
    rename(words[1], "about");
}

/// "most violent week": the one with most attacks.
void ask_most_violent(Words& words) {
  const std::size_t at = !words.empty() && is_one_of(words[0], {"the"}) ? 1 : 0;
  if (words.size() < at + 3 || !is_one_of(words[at], {"most"}) ||
      !is_one_of(words[at + 1], {"violent"}) || period_unit(words[at + 2]).empty())
    return;
  insert(words, at + 3, words[at], {"with", "most", "attacks"});
  erase(words, 0, at + 2);
}

}  // namespace

void write_out(Words& words) {
  drop_loose_ends(words);
  write_pronoun(words);
  write_years(words);
  write_range(words);
  write_century(words);
  write_status(words);
  write_plans(words);
  ask_which(words);
  ask_who_first(words);
  ask_most_recent(words);
  ask_toll(words);
  ask_owned(words);
  ask_most_violent(words);
}

}  // namespace annals
