#pragma once

#include <vector>

#include "query/actor_names.h"
#include "query/request.h"
#include "query/words.h"

namespace annals {

/// "Israeli attacks on Gaza" as "attacks by Israel on Gaza", of Israel with its people and bodies:
/// then Request::of_their_people is set, with a remark. Nothing where somebody is called so or
/// where another word for events comes first, which the attacks are what it was about.
void write_adjective(const NameBook& names, std::vector<Word>& words, Request& request);

}  // namespace annals
