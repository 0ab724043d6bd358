#pragma once

#include "link/words.h"

namespace annals::test {

/// The words for linking that Annals ships.
[[nodiscard]] const LinkWords& link_words();

}  // namespace annals::test
