#pragma once

#include "ingest/language.h"
#include "link/words.h"

namespace annals {

/// The words of `linking.words` in the data folder and in each overlay that has one; later lines
/// add. Throws Error(rule) with file and line.
[[nodiscard]] LinkWords load_link_words(const LanguageOptions& options);

}  // namespace annals
