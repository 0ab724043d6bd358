#pragma once

#include <cstdint>
#include <string_view>

#include "ingest/pages/page.h"

namespace annals {

/// What `text` looks like by itself. Requires everything of `paragraph` but its look.
[[nodiscard]] Look look_of(std::string_view text, const Paragraph& paragraph,
                           const PageWords& words);

/// Bytes of the stamp that `text` begins with where a page's line breaks were lost: "13 July 2011
/// Last updated at 08:49 GMT The ..."; 0 when it begins with none.
[[nodiscard]] std::uint32_t stamp_prefix(std::string_view text, const PageWords& words);

/// Where the credits at the end of a paragraph begin: "REUTERS/Arif Hussain" of a caption,
/// "(Reporting by ...)",
/// "(pvs/vi/ji)", "Enditem" of agency copy; the paragraph's size when it has none.
[[nodiscard]] std::size_t credits_begin(std::string_view paragraph, bool caption,
                                        const PageWords& words);

}  // namespace annals
