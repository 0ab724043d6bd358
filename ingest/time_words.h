#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/rules.h"

namespace annals {

/// The lists of `time.words`: what a word does to the time of what it governs or stands beside.
enum class TimeWord : std::uint8_t {
  says,
  holds,
  figures,
  realis,
  due,
  deferred,
  plannable,
  ends,
  ahead,
  ahead_for,
  ahead_of,
  ahead_against,
  resolves,
  behind,
  goes,
  formerly,
  while_mark,
  until_mark,
  behind_mark,
  during,
  beside,
  edge,
  stage,
  stages,
  ending,
  speech
};

/// Words by the lists that they stand in. Const after load.
class TimeWords {
 public:
  /// Adds the lines of `time.words`. Throws Error(rule) for a list that is not known.
  void add(const std::vector<RuleLine>& lines);

  /// True when `word`, a lemma in lower case, stands in the list.
  [[nodiscard]] bool is(TimeWord list, std::string_view word) const {
    const auto found = words_.find(word);
    return found != words_.end() && (found->second >> static_cast<unsigned>(list) & 1U) != 0;
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> words_;
};

}  // namespace annals
