#pragma once

#include <string>
#include <vector>

#include "graph/article.h"
#include "ingest/actors/cast.h"
#include "ingest/rules/event_rules.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// A verb or noun that stands between two actors and tells no event.
struct UncodedWord {
  WordClass word_class = WordClass::verb;
  std::string word;    ///< as a rule would name it: "dither", "cosy_up", "confer_on"
  bool known = false;  ///< rules name the word, but none of them fits here
  Span sentence;       ///< bytes of the article's text

  bool operator==(const UncodedWord&) const = default;
};

/// The verbs of an article with one actor as subject and another as object or behind a preposition,
/// and the nouns with two actors of which one acts, that no rule makes an event of: what a rule
/// might be written for. Verbs of saying and those that only carry or govern an event are left out.
/// In the order of the text. Pure, as find_events() is.
[[nodiscard]] std::vector<UncodedWord> find_uncoded(const Article& article,
                                                    const Analysis& analysis, const Cast& cast,
                                                    const EventRules& rules);

}  // namespace annals
