#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ingest/actors/actors_figures.h"
#include "ingest/actors/actors_phrases.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// The phrases of the sentences of an article that are read for events; other sentences have none.
using Phrases = std::vector<std::vector<NounPhrase>>;

/// Which figure each name of the article stands for, by (sentence, first token of the piece).
using NamedPieces = std::map<std::pair<std::uint32_t, std::int32_t>, std::int32_t>;

/// Makes one figure of each person, organisation and place that the article names, so that short
/// names find the full ones wherever they stand: "Malik" is "Rehman Malik", "Meng" is "Meng
/// Jianzhu", "CFVC" what it stood in brackets after. A short name that fits several persons is the
/// one named last before it.
[[nodiscard]] NamedPieces find_named(const Analysis& analysis, const Phrases& phrases,
                                     const Gazetteer& gazetteer, Figures& figures);

/// True when `part` may stand for the full name, both in folded words: the family name, a first
/// name, the whole name less initials.
[[nodiscard]] bool is_short_for(const std::vector<std::string>& part,
                                const std::vector<std::string>& full);

}  // namespace annals
