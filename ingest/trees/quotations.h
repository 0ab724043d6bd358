#pragma once

#include <cstddef>
#include <vector>

#include "ingest/trees/sentence.h"

namespace annals {

/// Which tokens stand inside quotation marks, and in which sentence the quotation that a sentence
/// begins in was opened: the sentence itself where it begins outside.
struct Quotations {
  std::vector<std::vector<bool>> inside;  ///< of each sentence and token; opening marks included
  std::vector<std::size_t> opened;

  /// True when the quotation goes on in the next sentence.
  [[nodiscard]] bool is_open_after(std::size_t sentence) const {
    return !inside[sentence].empty() && inside[sentence].back();
  }
};

/// Quotations run on over sentences of a block, nine at most. Linear in the number of words.
[[nodiscard]] Quotations find_quotations(const Analysis& analysis);

}  // namespace annals
