#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/actor.h"
#include "graph/article.h"
#include "graph/event.h"

namespace annals {

/// A time expression of an article. Source of types and values: TIMEX3 (TimeML 1.2.1).
struct Timex {
  Span span;
  std::string type;   ///< DATE | TIME | DURATION | SET
  std::string value;  ///< "2012-W31", "XXXX-08", "P2D", "PRESENT_REF"
  std::string mod;    ///< START | MID | END | APPROX ...; empty when none
  EventDate date;     ///< the days it covers; unknown for durations, sets and vague references

  bool operator==(const Timex&) const = default;
};

/// Everything that one article contributes. One article in, one Facts out, one atomic write.
///
/// Closed: every actor that a mention refers to is among `actors`.
struct Facts {
  Article article;
  std::vector<Span> sentences;
  std::vector<Timex> timexes;     ///< in the order of the text
  std::vector<Actor> actors;      ///< sorted by id
  std::vector<Mention> mentions;  ///< in the order of the text
  /// Fingerprint of the language data and program that read the article; another one may read it
  /// differently.
  std::uint64_t language = 0;

  bool operator==(const Facts&) const = default;
};

}  // namespace annals
