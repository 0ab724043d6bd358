#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/event_date.h"
#include "ingest/gazetteer/petrarch_lines.h"

namespace annals::petrarch {

/// A code of an actor and when it holds.
struct DatedCode {
  std::string code;
  std::optional<EventDate> held;  ///< nothing: at all times
};

/// A line of a dictionary of actors or agents: what stands before the first bracket or brace, and
/// the codes in all brackets.
struct CodedLine {
  std::string phrase;
  std::vector<DatedCode> codes;
  std::string plural;  ///< in braces
  bool braces = false;
};

/// Reads `BARACK_OBAMA [USAGOV >090120] [USAELI 080604-081105]`, `MAN {MEN} [~CVL]`: a code and,
/// behind it, since when (`>`), until when (`<`) or from when to when (`-`) it holds. Days are
/// `20120930`, or `120930`, which lies from 1931 to 2030; the end of a range is not included. What
/// cannot be read is left out and reported to `lines`.
[[nodiscard]] CodedLine parse_coded_line(const std::string& text, const Lines& lines);

/// "FOREIGN_MINISTER" -> "FOREIGN MINISTER", without white space at both ends.
[[nodiscard]] std::string spaced(std::string_view phrase);

}  // namespace annals::petrarch
