#pragma once

#include "ingest/trees/model.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// True when a name has one of the words [first, last).
[[nodiscard]] bool covers(const std::vector<NameSpan>& names, std::int32_t first,
                          std::int32_t last);
/// Puts a name among the others, which are in order.
void add_name(Sentence& sentence, const NameSpan& name);

/// Makes the names of one article agree: a name of one word that is the last word of a person's
/// full name elsewhere is that person, unless the gazetteer knows the word as something else.
void agree_over_article(Analysis& analysis, const HashTable& gazetteer);

/// Lets the places of an article vote where the same words stand: those that are a name in at least
/// half of the places are one in all of them, of the kind that most have. Headlines in capitals do
/// not vote. Source: Krishnan and Manning 2006 (one label a name and document).
void vote_over_article(Analysis& analysis);

}  // namespace annals
