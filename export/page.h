#pragma once

#include <string_view>

namespace annals {

/// The script and the styles of the HTML page, from export/page/; built into the program.
[[nodiscard]] std::string_view page_script();
[[nodiscard]] std::string_view page_styles();

}  // namespace annals
