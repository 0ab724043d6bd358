#pragma once

#include <filesystem>

#include "ingest/gazetteer/gazetteer.h"

namespace annals {

/// Adds the rows of all tables of one folder: countries, regions, places, first names, words of
/// names, organisations, armed groups, persons, roles, their modifiers and portfolios, in this
/// order; a table that is not there adds nothing. Throws Error(rule) with file and line for a row
/// that cannot be used.
void read_gazetteer_tables(const std::filesystem::path& folder, Gazetteer& all);

}  // namespace annals
