#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>

#include "graph/facts.h"
#include "graph/store.h"

namespace annals {

/// Everything that one article contributes as one line of JSON without its line end: all fields of
/// Facts, the text of the article included. parse_facts() gives equal facts back, if all texts are
/// UTF-8.
[[nodiscard]] std::string format_facts(const Facts& facts);
/// Throws Error(input) that says what is wrong with the line.
[[nodiscard]] Facts parse_facts(std::string_view line);

/// Writes a store as JSON Lines: a head line, one line for each article by id, the rows of each
/// table of events that was imported, in their order, one line for each decision by id. What is
/// linked is not written: link_store() makes it again. The same store gives the same bytes.
void write_archive(std::ostream& out, const Store& store);

struct ArchiveCounts {
  std::size_t articles = 0;
  std::size_t known = 0;  ///< articles that the store held already
  std::size_t rows = 0;   ///< of tables of events, added
  std::size_t decisions = 0;
};

/// Adds what write_archive() wrote to `store`, which must be linked afterwards. Throws Error(input)
/// that names the line for anything else; what stood before that line has been added.
ArchiveCounts read_archive(std::istream& in, Store& store);

}  // namespace annals
