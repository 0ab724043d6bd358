#include "ingest/events/topic.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace annals {
namespace {

bool is_figure(const Token& token) {
  return !token.form.empty() && token.form.size() <= 3 &&
         std::all_of(token.form.begin(), token.form.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

/// "97-92", "3 - 0": the score of a game, in one word or three; not "1975-1990".
bool is_score(const Sentence& sentence, std::size_t at) {
  const auto& tokens = sentence.tokens;
  const std::string_view form = tokens[at].form;
  if (at + 2 < tokens.size() && is_figure(tokens[at]) && is_figure(tokens[at + 2]))
    return tokens[at + 1].form == "-";
  const std::size_t dash = form.find('-');
  if (dash == std::string_view::npos || dash == 0 || dash > 3 || form.size() - dash - 1 > 3 ||
      dash + 1 == form.size())
    return false;
  return std::all_of(form.begin(), form.end(),
                     [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

}  // namespace

bool is_about_sport(const Analysis& analysis, const EventRules& rules) {
  constexpr std::size_t enough_words = 30;
  constexpr std::size_t enough_kinds = 3;
  constexpr std::size_t enough_with_score = 2;
  constexpr std::size_t one_in = 55;
  std::size_t words = 0;
  std::size_t found = 0;
  std::size_t scores = 0;
  std::vector<std::string_view> kinds;
  for (const Sentence& sentence : analysis.sentences) {
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      const Token& token = sentence.tokens[i];
      if (token.upos == Upos::PUNCT) continue;
      ++words;
      scores += is_score(sentence, i) ? 1 : 0;
      if (!rules.in_list("gamewords", token.lemma)) continue;
      ++found;
      if (std::find(kinds.begin(), kinds.end(), token.lemma) == kinds.end())
        kinds.push_back(token.lemma);
    }
  }
  const std::size_t wanted = scores > 0 ? enough_with_score : enough_kinds;
  return words >= enough_words && kinds.size() >= wanted && (found + scores) * one_in >= words;
}

}  // namespace annals
