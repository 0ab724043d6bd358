#pragma once

#include <optional>
#include <vector>

#include "query/actor_names.h"
#include "query/forms.h"

namespace annals {

/// One way to understand a question: a form, and what fills its slots.
struct Reading {
  const Form* form = nullptr;
  std::vector<Filled> filled;
  /// 0 when every name is known as it stands, more the less of it is; from `guessed` on a name is
  /// not known at all.
  int unlikeliness = 0;
};
inline constexpr int guessed = 8;

/// The likeliest reading, the first of equals; nothing when no form fits. Readings are told apart
/// by whether the actors that they need are known.
[[nodiscard]] std::optional<Reading> best_reading(const NameBook& names,
                                                  const std::vector<Word>& words);

}  // namespace annals
