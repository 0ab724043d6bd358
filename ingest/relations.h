#pragma once

#include <string_view>

namespace annals {

/// True when a token's relation is `relation`, with or without a subtype: "nsubj:pass" is "nsubj".
/// Universal Dependencies v2.
[[nodiscard]] inline bool is_relation(std::string_view deprel, std::string_view relation) {
  return deprel.starts_with(relation) &&
         (deprel.size() == relation.size() || deprel[relation.size()] == ':');
}

}  // namespace annals
