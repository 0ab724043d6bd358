#pragma once

#include "ingest/rules/event_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// The sentence as the event rules can use it best: verbs and common nouns under the lemmas that
/// the rules know, and two slips of taggers and parsers on short, headline-like sentences undone:
///  - "Libya freed 37 prisoners": a word with an object and the form of a verb is a verb;
///  - "Norway suspended trade talks": a participle between two noun phrases that make up the
///  sentence is its verb.
/// The views of the tokens may point into `rules`.
[[nodiscard]] Sentence mended(const Sentence& sentence, const EventRules& rules);

}  // namespace annals
