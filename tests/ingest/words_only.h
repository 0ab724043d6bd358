#pragma once

#include <string>
#include <utility>

#include "ingest/text/sentences.h"
#include "ingest/text/tokens.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Words and sentences without tags or trees, which patterns of dates must not need.
inline Analysis words_only(const std::string& text, const TextWords& words) {
  Analysis analysis;
  const auto tokens = tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words);
  const auto starts = sentence_starts(text, tokens, false, words);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    Sentence sentence;
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : tokens.size();
    for (std::size_t t = starts[i]; t < end; ++t) {
      Token token;
      token.span = tokens[t].span;
      token.form = slice(text, tokens[t].span);
      sentence.tokens.push_back(token);
    }
    if (sentence.tokens.empty()) continue;
    sentence.span = {sentence.tokens.front().span.begin, sentence.tokens.back().span.end};
    analysis.sentences.push_back(std::move(sentence));
  }
  return analysis;
}

}  // namespace annals
