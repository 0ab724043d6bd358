#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "ingest/rules/ontology.h"
#include "ingest/text/rules.h"

namespace annals {

/// The verbs of a PETRARCH or TABARI dictionary as lines of the language of docs/rules.md, in the
/// order of the file; each line knows the line of the dictionary that it comes from.
///
/// Read are synonym sets (`&TREATY`, `+PACT`), blocks (`--- AGREE [050] ---`), verbs with their
/// irregular forms and of several words (`+BEEF_UP {+BEEFED_UP}`), and patterns in both styles:
/// `- * (TO &TREATY) [037]` of PETRARCH 2, `- * MILITARY_AID TO $ [072]` of TABARI and PETRARCH 1.
/// A noun before the verb must be its subject, one after it its object, one after a preposition
/// stand in that phrase; `+`, `$` and `%` say who is source, target and both. Of `[042:043]` the
/// first code counts, `[:173]` turns the sides round, `[030:030]` makes both sides alike. A leaf
/// that the ontology does not have is read as the nearest above it.
///
/// Takes any bytes. What a tree cannot be asked (auxiliaries, negation, discards, transformations)
/// and whatever else cannot be used is skipped, and a message with `name:line` goes to `problems`.
/// Source: the manuals of TABARI 0.8 and PETRARCH 2.
[[nodiscard]] std::vector<RuleLine> read_petrarch_verbs(std::istream& in, const std::string& name,
                                                        const Ontology& ontology,
                                                        std::vector<std::string>& problems);

}  // namespace annals
