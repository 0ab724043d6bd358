#pragma once

#include <cstdint>
#include <vector>

#include "ingest/trees/sentence.h"

namespace annals {

/// A sentence with the short names in brackets put in the place of the long ones that they stand
/// for: "the African Union (AU) envoy Jean Ping" as "the AU envoy Jean Ping", and "African Union".
/// Read apart, neither the brackets nor the words of the long name part what belongs together.
/// Brackets that say where somebody stands in a picture, "Zahra Amin (R)", are left out.
struct Shortened {
  /// "African Union (AU)": the long name is tokens [first, bracket) of `whole`.
  struct Name {
    std::int32_t first = 0;
    std::int32_t bracket = 0;
  };

  /// "(R)", "(2nd left)": tokens [open, close] of `whole`.
  struct Pose {
    std::int32_t open = 0;
    std::int32_t close = 0;
  };

  Sentence* whole = nullptr;
  Sentence rest;                    ///< to be parsed in place of `whole`
  std::vector<Sentence> long_ones;  ///< to be parsed too: the long name of each of `names`
  std::vector<Name> names;
  std::vector<Pose> poses;
  std::vector<std::int32_t> kept;  ///< for each token of `rest` its index in `whole`
};

/// `names` holds the short names that stand between words that they have the initials of and a
/// noun; with no such and no poses, `rest` is empty and the tree stays. `sentence` has tags, must
/// outlive the result and keep its tokens.
[[nodiscard]] Shortened with_short_names(Sentence& sentence);

/// Gives `whole` its tags and its tree: each long name takes the place of the short one, which
/// stands beside it ("appos") with its brackets; a pose hangs on the word before it ("dep").
void put_long_names_back(const Shortened& parsed);

}  // namespace annals
