#pragma once

#include <ostream>

#include "app/context.h"

namespace annals {

/// The way from the sentences to the event: words, tree, rule, date, status. Loads the model that
/// reads English. Throws Error(rule) when it is not there.
void write_why(std::ostream& out, const Context& context, const Store& store, const Event& event);

}  // namespace annals
