#pragma once

#include "query/verbs.h"

namespace annals {

/// Where nothing was found, adds what comes nearest to it, each under a heading of its own: what
/// people and bodies of a country did that is asked for, what sentences tell that name the place,
/// and a note on what two actors share at all. An answer with rows stays as it is.
void add_fallbacks(const Store& store, const Request& request, const Verb& verb, Answer& answer);

}  // namespace annals
