#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "ingest/gazetteer/gazetteer.h"

namespace annals {

/// Adds the role nouns of an agents dictionary (`*.agents.txt`): `FOREIGN_MINISTER [~GOV]`,
/// irregular plurals in braces, `{}` for none, `NGO~` codes that stand before the country's,
/// `!PERSON! = MAN, MEN` sets used inside words. A noun that the gazetteer knows keeps what it is
/// and takes the code. Takes any bytes: what cannot be used is skipped,
/// and a message with `name:line` goes to `problems`. Source: the manual of PETRARCH 2.
void read_petrarch_agents(std::istream& in, const std::string& name, Gazetteer& gazetteer,
                          std::vector<std::string>& problems);

}  // namespace annals
