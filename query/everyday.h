#pragma once

#include <vector>

#include "query/words.h"

namespace annals {

/// Puts what people say in passing into the words of the grammar: "what's going on" is "what
/// happened", "who has been talking to" is "who talking to", "got killed" is "was killed", "where
/// has he been" is "where has he go". Names in quotes stay.
[[nodiscard]] std::vector<Word> in_plain_words(std::vector<Word> words);

/// "who will visit China", "when will Bush meet Maliki": takes the word out. True when it asks for
/// plans so.
[[nodiscard]] bool take_will(std::vector<Word>& words);

/// Words that people put in and that change nothing.
[[nodiscard]] bool is_filler(const Word& word);

/// The words without articles and possessives before them: "its nuclear programme".
[[nodiscard]] std::vector<Word> without_determiner(std::vector<Word> words);

}  // namespace annals
