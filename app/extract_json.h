#pragma once

#include <ostream>

#include "ingest/ingest.h"

namespace annals {

/// Writes one article as `annals extract` prints it: one JSON object on one line, keys in the order
/// of docs/extract.md. Offsets are bytes of the article's text. Bytes that are no UTF-8 are written
/// as U+FFFD.
void write_extract_json(std::ostream& out, const Extracted& extracted);

}  // namespace annals
