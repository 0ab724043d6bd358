#pragma once

#include <vector>

#include "ingest/actors/actors_pieces.h"
#include "ingest/actors/gazetteer_match.h"

namespace annals {

/// The pieces of a sentence in its order: those that the gazetteer knows, and around them the names
/// that it does not. A known piece may be taken into a longer name: "Michael [Jordan]", "[National
/// Union] of Teachers". `known` do not overlap.
[[nodiscard]] std::vector<Piece> with_names(const Sentence& sentence, const Gazetteer& gazetteer,
                                            const Matcher& matcher, std::vector<Piece> known);

}  // namespace annals
