#pragma once

#include <vector>

#include "query/actor_names.h"
#include "query/request.h"
#include "query/words.h"

namespace annals {

/// Writes words for events as they should be, where a small word is nobody's name and can only be
/// one of them with a letter too many, one missing or two that changed places: "assasinate",
/// "metings". A remark tells it.
void mend_typos(const NameBook& names, std::vector<Word>& words, Request& request);

}  // namespace annals
