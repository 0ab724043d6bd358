#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/word_lists.h"

namespace annals {

/// The lists of `events/clauses.words`, which says what each is for.
enum class ClauseWord : std::uint8_t {
  object_control,
  purpose,
  object_needed,
  same_past,
  somebody_else,
  describing_place,
  doing,
  telling,
  accusing,
  reaching
};

/// The words of `events/clauses.words`: dictionary forms in lower case. Const after load.
class ClauseWords {
 public:
  ClauseWords();

  /// Adds lines of `clauses.words`. Throws Error(rule) for a list that is not known.
  void add(const std::vector<RuleLine>& lines) { lists_.add(lines); }

  /// True when `word` stands in the list.
  [[nodiscard]] bool is(ClauseWord list, std::string_view word) const {
    return lists_.is(static_cast<unsigned>(list), word);
  }

 private:
  WordLists lists_;
};

}  // namespace annals
