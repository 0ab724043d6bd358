#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "graph/facts.h"
#include "graph/store.h"
#include "link/words.h"

namespace annals {

/// One graph out of what many articles say: actors that are the same become one, mentions that tell
/// of one happening become one event, and what is known of its date is what all its tellings
/// jointly allow.
///
/// A pure function of the sets: neither the order of `facts` nor of `decisions` changes a byte of
/// the result. Articles with equal ids must not be given twice. `docs/linking.md` tells how
/// pairs are decided.
[[nodiscard]] Graph link_facts(std::span<const Facts> facts, std::span<const Decision> decisions,
                               const LinkWords& words);

/// What linking a store came to.
struct LinkReport {
  std::size_t articles = 0;  ///< added, changed or removed since the store was linked last, or all
  std::size_t mentions = 0;  ///< that were clustered anew

  bool operator==(const LinkReport&) const = default;
};

/// Makes the store's graph equal to what linking all its articles gives. Only what changed articles
/// touch is linked anew, unless the store was never linked, decisions or `words` changed, or very
/// many articles did.
LinkReport link_store(Store& store, const LinkWords& words);
/// The same from nothing, whatever the store remembers. Articles are read one at a time and their
/// texts are not kept.
LinkReport relink_store(Store& store, const LinkWords& words);

}  // namespace annals
