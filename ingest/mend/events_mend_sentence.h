#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "ingest/rules/event_rules.h"
#include "ingest/trees/relations.h"

namespace annals {

/// What those share that put a parsed sentence right: its tokens by their indices and what hangs on
/// them. A loan of sentence and rules.
class SentenceMender {
 protected:
  SentenceMender(Sentence& sentence, const EventRules& rules)
      : sentence_(sentence), rules_(rules), count_(sentence.size()) {}

  [[nodiscard]] Token& at(std::int32_t i) { return sentence_.at(i); }

  /// The first word that hangs on `head` by the relation, with or without a subtype; -1 when none.
  [[nodiscard]] std::int32_t child(std::int32_t head, std::string_view relation) const {
    return first_child(sentence_, head, relation);
  }
  [[nodiscard]] bool has_any(std::int32_t head,
                             std::initializer_list<std::string_view> relations) const {
    return std::any_of(relations.begin(), relations.end(),
                       [&](std::string_view relation) { return child(head, relation) >= 0; });
  }
  [[nodiscard]] bool nominal(std::int32_t i) const { return is_nominal(sentence_.at(i)); }
  [[nodiscard]] bool finite(std::int32_t i) const { return is_finite(sentence_.at(i)); }

  Sentence& sentence_;
  const EventRules& rules_;
  const std::int32_t count_;  ///< tokens
};

}  // namespace annals
