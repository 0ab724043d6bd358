#include "query/everyday.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "query/telegrams.h"
#include "query/type_words.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Words = std::vector<Word>;

bool is_type(const Words& words, std::size_t at) {
  return at < words.size() && find_type(std::span<const Word>(words).subspan(at)).has_value();
}

/// "what's", "who's": folding leaves "what s".
void split_contractions(Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_one_of(words[i], {"what s", "who s", "where s", "when s", "whats", "whos"})) continue;
    std::string asked = words[i].folded.substr(0, words[i].folded.size() - 1);
    if (asked.back() == ' ') asked.pop_back();
    replace(words, i, i + 1, {asked, "is"});
  }
}

/// "who wasn't invited": folding leaves "wasn t".
void split_negations(Words& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string folded = words[i].folded;
    if (words[i].quoted || !folded.ends_with("n t") || folded.size() < 5) continue;
    const std::string stem = folded.substr(0, folded.size() - 3);
    if (!stands_in(WordList::auxiliary, stem)) continue;
    replace(words, i, i + 1, {stem, "not"});
  }
}

/// "most active armed groups"
void drop_armed(Words& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (stands_in(WordList::armed, words[i]) && is_one_of(words[i + 1], {"group", "groups"}))
      erase(words, i, 1);
  }
}

/// "Didn't Kayani go to London?" asks whether he did. Folding leaves "didn t".
void affirm(Words& words) {
  constexpr std::string_view verbs[] = {"did", "was", "were", "has", "have",
                                        "is",  "are", "does", "do"};
  for (std::string_view verb : verbs) {
    const std::string stem(verb);
    if (!words.empty() && is_one_of(words[0], {stem + "n t", stem + "nt"})) rename(words[0], stem);
  }
}

/// "what is happening", "what has been going on"
void ask_what_happened(Words& words) {
  if (words.size() < 3 || !is_one_of(words[0], {"what"})) return;
  std::size_t at = 1;
  while (at < words.size() && is_one_of(words[at], {"is", "was", "has", "been"})) ++at;
  if (at == 1 || at == words.size()) return;
  const bool going_on =
      is_one_of(words[at], {"going"}) && at + 1 < words.size() && is_one_of(words[at + 1], {"on"});
  if (!going_on && !is_one_of(words[at], {"happening", "happened"})) return;
  rename(words[at], "happened");
  if (going_on) erase(words, at + 1, 1);
  erase(words, 1, at - 1);
}

/// "who has been talking to Syria", "who is attacking", "who got killed"
void drop_auxiliaries(Words& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (is_one_of(words[i], {"got", "gets", "get"}) && is_type(words, i + 1))
      rename(words[i], "was");
  }
  if (words.size() < 3 || !is_one_of(words[0], {"who", "which"})) return;
  const bool had = is_one_of(words[1], {"has", "have", "had"});
  const bool is_doing =
      is_one_of(words[1], {"is", "are", "was", "were"}) && words[2].folded.ends_with("ing");
  if (had && is_one_of(words[2], {"been"})) {
    const bool doing = is_type(words, 3) && words[3].folded.ends_with("ing");
    rename(words[1], "was");
    erase(words, doing ? 1 : 2, doing ? 2 : 1);
  } else if ((had || is_doing) && is_type(words, 2)) {
    erase(words, 1, 1);
  }
}

bool is_auxiliary(const Word& word) {
  return is_one_of(word, {"is", "are", "was", "were", "has", "have", "had"});
}

/// How many words from `at` on name events, of some kind or of any ("incidents"); 0 when they do
/// not.
std::size_t count_naming_events(const Words& words, std::size_t at) {
  if (at >= words.size()) return 0;
  const auto rest = std::span<const Word>(words).subspan(at);
  const bool any = is_one_of(words[at], {"events", "incidents", "happenings"});
  const auto found = any ? find_type(rest) : find_kind(rest);
  return found ? found->count : 0;
}

/// "who are the common contacts of A and B", "when was the first attack": asks for what follows.
void drop_lead(Words& words) {
  if (words.size() < 4 || !is_auxiliary(words[1])) return;
  if (!is_one_of(words[0], {"who", "what", "which", "when"})) return;
  const std::size_t at = is_one_of(words[2], {"the"}) ? 3 : 2;
  if (at + 1 >= words.size()) return;
  const bool is_active = is_one_of(words[at], {"most"}) && at + 2 < words.size() &&
                         is_one_of(words[at + 2], {"actors"});
  const bool is_number = is_one_of(words[at], {"number"}) && is_one_of(words[at + 1], {"of"});
  const bool is_order =
      is_one_of(words[at], {"first", "earliest", "last", "latest"}) &&
      (is_one_of(words[at + 1], {"time"}) || count_naming_events(words, at + 1) > 0);
  const bool is_route =
      is_one_of(words[at], {"common", "shortest", "top", "path", "chain", "connection", "link"});
  if (is_active || is_number || is_order || is_route) erase(words, 0, at);
}

/// "number of attacks by Israel"
void count_number(Words& words) {
  const std::size_t at = !words.empty() && is_one_of(words[0], {"the"}) ? 1 : 0;
  if (words.size() < at + 3 || !is_one_of(words[at], {"number"}) ||
      !is_one_of(words[at + 1], {"of"}))
    return;
  erase(words, 0, at);
  rename(words[0], "how");
  rename(words[1], "many");
}

/// "which meetings were planned for May 2012", "what attacks were there", "which talks took place":
/// a list.
void list_which(Words& words) {
  if (words.size() < 3 || !is_one_of(words[0], {"which", "what"})) return;
  const std::size_t kind = count_naming_events(words, 1);
  if (kind == 0 || words[1].folded.ends_with("ed")) return;
  std::size_t at = 1 + kind;
  if (at == words.size()) return;
  if (is_one_of(words[at], {"by", "against", "of", "involving", "between", "with", "in"})) {
    erase(words, 0, 1);
    return;
  }
  const std::size_t begin = at;
  while (at < words.size() && (is_auxiliary(words[at]) || is_one_of(words[at], {"been"}))) ++at;
  if (at == words.size()) return;
  if (is_one_of(words[at], {"took", "taken", "held", "there", "happened", "happen", "occurred"})) {
    const bool place = at + 1 < words.size() && is_one_of(words[at + 1], {"place"});
    erase(words, begin, at + (place ? 2 : 1) - begin);
    erase(words, 0, 1);
    return;
  }
  if (at == begin || !stands_in(WordList::told_status, words[at])) return;
  const Word status = words[at];
  if (at + 1 < words.size() && is_one_of(words[at + 1], {"for"})) rename(words[at + 1], "in");
  erase(words, begin, at + 1 - begin);
  words[0] = status;
}

/// "agreements signed by Vietnam", "attacks carried out by Hamas"
void drop_participles(Words& words) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    const std::size_t at = i + count_naming_events(words, i);
    if (at == i || at + 1 >= words.size()) continue;
    // "attacks blamed on Hamas": somebody says that it was them
    if (stands_in(WordList::laid_to, words[at]) && is_one_of(words[at + 1], {"on", "to", "by"})) {
      rename(words[at], "by");
      erase(words, at + 1, 1);
      for (const char* word : {"including", "alleged"}) {
        words.push_back(words[at]);
        rename(words.back(), word);
      }
      return;
    }
    if (!stands_in(WordList::carried, words[at])) continue;
    const std::size_t count = is_one_of(words[at + 1], {"out"}) ? 2 : 1;
    if (at + count < words.size() && is_one_of(words[at + count], {"by", "against", "with", "on"}))
      erase(words, at, count);
  }
}

/// "what has Iran denied": not what is told as denied.
void ask_denials(Words& words) {
  if (words.size() < 4 || !is_one_of(words[0], {"what"}) ||
      !is_one_of(words[1], {"has", "have", "did", "had"}))
    return;
  for (std::size_t i = 3; i < words.size(); ++i) {
    if (is_one_of(words[i], {"denied"})) rename(words[i], "deny");
  }
}

/// "when did Arafat die", "who died": it befell them.
void ask_befallen(Words& words) {
  const auto died = std::find_if(words.begin(), words.end(), [](const Word& word) {
    return stands_in(WordList::befall, word) && !is_one_of(word, {"dead"});
  });
  if (died == words.end()) return;
  if (is_one_of(words[0], {"how"})) return rename(*died, "killed");  // people are counted
  const auto did = std::find_if(words.begin(), died, [](const Word& word) {
    return is_one_of(word, {"did", "does", "has", "have", "had"});
  });
  if (did != died) return rename(*did, "was");
  if (died != words.begin() + 1 || !is_one_of(words[0], {"who"})) return;
  words.insert(died, *died);
  rename(words[1], "was");
}

}  // namespace

Words in_plain_words(Words words) {
  while (const std::size_t count = entry_at(WordList::plea, words)) {
    if (count == words.size()) break;
    erase(words, 0, count);
  }
  split_contractions(words);
  split_negations(words);
  drop_armed(words);
  affirm(words);
  write_out(words);
  ask_what_happened(words);
  drop_auxiliaries(words);
  drop_lead(words);
  count_number(words);
  drop_participles(words);
  list_which(words);
  ask_denials(words);
  ask_befallen(words);
  // "list of meetings", "show me the attacks"
  while (words.size() > 2 && is_one_of(words[0], {"list", "show", "find"}) &&
         is_one_of(words[1], {"of", "me", "the", "all"}) && is_type(words, 2))
    erase(words, 1, 1);
  if (words.size() > 2 && is_one_of(words[0], {"where"}) && is_one_of(words.back(), {"been"}))
    rename(words.back(), "go");
  return words;
}

bool take_will(Words& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (!is_one_of(words[i], {"will", "shall"})) continue;
    if (is_type(words, i + 1)) {
      erase(words, i, 1);
    } else {
      rename(words[i], "did");
    }
    return true;
  }
  return false;
}

bool is_filler(const Word& word) { return stands_in(WordList::idle, word); }

Words without_determiner(Words words) {
  while (words.size() > 1 && (is_determiner(words[0]) || is_one_of(words[0], {"this", "that"})))
    erase(words, 0, 1);
  return words;
}

}  // namespace annals
