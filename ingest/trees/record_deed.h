#pragma once

#include <cstdint>

#include "ingest/trees/sentence.h"

namespace annals {

/// True for a noun that an adjective singles out of its kind: "the first minister", "the latest",
/// "the biggest".
[[nodiscard]] bool has_rank(const Sentence& sentence, std::int32_t noun);

/// True for an infinitive that tells what somebody has done as the first, the last or the only one:
/// "Smith is the first minister to visit Rome". Not what is to come ("will be the first to visit")
/// and not what a thing is good for ("this is the first step to end it").
[[nodiscard]] bool is_record_deed(const Sentence& sentence, std::int32_t infinitive);

}  // namespace annals
