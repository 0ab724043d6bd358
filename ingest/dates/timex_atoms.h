#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/dates/date_rules_parts.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// What the patterns of dates match: a word, a part of a word at a hyphen, or a number of several
/// words.
struct DateAtom {
  Span span;
  std::int32_t token = 0;          ///< first token it is made of
  std::int32_t last_token = 0;     ///< last token, included
  const DateWord* word = nullptr;  ///< what dates.words and dates.rules know of it, or nothing
  std::uint64_t classes = 0;       ///< bit n: it belongs to class n
  std::int64_t number = 0;         ///< its value, for shapes of numbers
  std::int64_t number2 = 0;        ///< minutes of a clock, the second part of a date
  std::int64_t number3 = 0;        ///< the third part of a date
  bool half = false;               ///< and a half
  std::string_view text;           ///< as written
};

/// The atoms of a sentence, in order; every visible byte belongs to one.
[[nodiscard]] std::vector<DateAtom> date_atoms(const Sentence& sentence,
                                               const DateRules::Parts& rules);

/// The value that dates.words gives the atom in a class; empty when it is not in it.
[[nodiscard]] std::string_view value_in(const DateAtom& atom, WordClass word_class);

}  // namespace annals
