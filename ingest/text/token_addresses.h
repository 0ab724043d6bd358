#pragma once

#include <cstddef>
#include <string_view>

namespace annals {

/// True when `chunk`, a run of text without white space, begins with an address of the web or of
/// mail, a name of a file or of a news group: "www.un.org", "alt.animals.cat", "report.pdf".
[[nodiscard]] bool is_address(std::string_view chunk);

/// How many bytes of `chunk` are the address, the handle ("@name") or the tag ("#tag") that it
/// begins with, without the marks behind; 0 when it begins with none.
[[nodiscard]] std::size_t address_size(std::string_view chunk);

}  // namespace annals
