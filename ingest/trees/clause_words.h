#pragma once

#include <cstdint>

#include "ingest/text/word_lists.h"

namespace annals {

/// The lists of `events/clauses.words`, which says what each is for.
enum class ClauseWord : std::uint8_t {
  object_control,
  told_to,
  object_needed,
  same_past,
  somebody_else,
  describing_place,
  doing,
  telling,
  accusing,
  reaching,
  adversary,
  condemning,
  taking,
  clashing,
  document,
  gathering,
  avenging,
  killing,
  intent,
  happening,
  plan,
  planning,
  compass,
  pending
};

/// The words of `events/clauses.words`: dictionary forms in lower case. Const after load.
class ClauseWords : public WordsOf<ClauseWord> {
 public:
  ClauseWords();
};

}  // namespace annals
