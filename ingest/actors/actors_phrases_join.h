#pragma once

#include <vector>

#include "ingest/actors/actors_phrases.h"

namespace annals {

/// Finds what the phrases of a sentence have to do with their neighbours and notes it in them:
/// owners, what follows after "of", "for" and "in", phrases that say the same ("X, the president"),
/// and those that share a country or a role ("Hungarian and Romanian officials"). `phrases` are in
/// the order of the text.
void join_phrases(const Sentence& sentence, const Gazetteer& gazetteer,
                  std::vector<NounPhrase>& phrases);

}  // namespace annals
