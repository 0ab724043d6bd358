#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "ingest/gazetteer/gazetteer.h"

namespace annals {

/// Adds the actors of a PETRARCH or TABARI dictionary (`*.actors.txt`) to the gazetteer; they come
/// before what the gazetteer knew under the same name. A code of three letters that is a country's
/// names that country; a code with dates makes a person, one of a rebel sector an armed group, any
/// other an organisation. Of several codes with dates the first that fits the day counts, else the
/// one without, else none.
///
/// Takes any bytes: a line that cannot be used is skipped, and a message with `name:line` goes to
/// `problems`; so does a name that an earlier line of the file claimed, which keeps its first
/// owner. Phrases match whole words. Source: the manuals of TABARI 0.8 and PETRARCH 2, where they
/// differ the dates as the manual has them, the end of a range not included.
void read_petrarch_actors(std::istream& in, const std::string& name, Gazetteer& gazetteer,
                          std::vector<std::string>& problems);

}  // namespace annals
