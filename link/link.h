#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "graph/facts.h"
#include "graph/store.h"
#include "link/input.h"

namespace annals {

/// One graph out of what many articles say: actors that are the same become one, mentions that tell
/// of one happening become one event, and what is known of its date is what all its tellings
/// jointly allow.
///
/// A pure function of the two sets: neither the order of `facts` nor of `decisions` changes a byte
/// of the result. Articles with equal ids must not be given twice. `docs/linking.md` tells how
/// pairs are decided.
[[nodiscard]] Graph link_facts(std::span<const Facts> facts, std::span<const Decision> decisions);

/// What linking a store came to.
struct LinkReport {
  std::size_t articles = 0;
  std::size_t mentions = 0;
  std::size_t actors = 0;
  std::size_t events = 0;
  std::size_t copies = 0;  ///< articles that are wire copies of another one

  bool operator==(const LinkReport&) const = default;
};

/// link_facts() for articles whose text is dropped already; fills `report`.
[[nodiscard]] Graph link_articles(std::vector<LinkArticle> articles,
                                  std::span<const Decision> decisions, LinkReport& report);

/// Reads every article's facts and the decisions, links them, and makes the store's graph equal to
/// the result. Articles are read one at a time and their texts are not kept.
LinkReport link_store(Store& store);

}  // namespace annals
