#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/gazetteer/petrarch_words.h"

namespace annals::petrarch {

/// What a pattern asks for, in terms of docs/rules.md.
struct Pattern {
  std::vector<std::string> tests;
  std::string source;  ///< slot that a sign names; empty when none does
  std::string target;
  bool alike = false;
  bool infinitive = false;  ///< a single word after "to": perhaps a verb
};

/// Reads what stands before the code of a pattern: `* (TO &TREATY)`, `* MILITARY_AID TO $`. Returns
/// nothing, and reports to `lines`, when a tree cannot be asked it.
[[nodiscard]] std::optional<Pattern> read_pattern(const std::string& text, const SynonymSets& sets,
                                                  const Lines& lines);

}  // namespace annals::petrarch
