#pragma once

#include <cstdint>
#include <vector>

#include "ingest/actors/coreference.h"
#include "ingest/trees/quotations.h"

namespace annals {

/// A word of the first person inside quotation marks, and whose words they are.
struct FirstPerson {
  std::uint32_t sentence = 0;
  std::int32_t token = 0;
  std::int32_t speaker = 0;  ///< figure
  bool plural = false;       ///< "we", "us", "our"
};

/// Finds "I" and "we" in quotations with their speakers: the subject of the verb of saying in the
/// same sentence, else of the sentence that the quotation goes on from or leads to, three sentences
/// away at most. Words without a speaker are left out; so are sentences that `read` does not have.
[[nodiscard]] std::vector<FirstPerson> first_persons(const Analysis& analysis,
                                                     const Quotations& quotations,
                                                     const std::vector<bool>& read,
                                                     const std::vector<Spoken>& spoken);

}  // namespace annals
