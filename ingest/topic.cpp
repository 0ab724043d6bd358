#include "ingest/topic.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace annals {

bool is_about_sport(const Analysis& analysis, const EventRules& rules) {
  constexpr std::size_t enough_words = 60;
  constexpr std::size_t enough_kinds = 3;
  constexpr std::size_t one_in = 50;
  std::size_t words = 0;
  std::size_t found = 0;
  std::vector<std::string_view> kinds;
  for (const Sentence& sentence : analysis.sentences) {
    for (const Token& token : sentence.tokens) {
      if (token.upos == Upos::PUNCT) continue;
      ++words;
      if (!rules.in_list("gamewords", token.lemma)) continue;
      ++found;
      if (std::find(kinds.begin(), kinds.end(), token.lemma) == kinds.end())
        kinds.push_back(token.lemma);
    }
  }
  return words >= enough_words && kinds.size() >= enough_kinds && found * one_in >= words;
}

}  // namespace annals
