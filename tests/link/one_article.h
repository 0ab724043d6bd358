#pragma once

#include <utility>
#include <vector>

#include "link/link.h"
#include "tests/support/link_words.h"
#include "tests/support/told.h"

namespace annals::test {

/// How many events an article of 27 September 2011 tells of that says all this.
inline std::size_t events_of(std::vector<Said> said) {
  const std::vector<Facts> facts = {
      facts_of({.name = "a", .source = "A", .published = "2011-09-27", .said = std::move(said)})};
  return link_facts(facts, {}, link_words()).events.size();
}

}  // namespace annals::test
