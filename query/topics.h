#pragma once

#include <optional>
#include <vector>

#include "query/actor_names.h"
#include "query/reading.h"
#include "query/request.h"
#include "query/words.h"

namespace annals {

/// "accused Syria of the murder", "talks with Iran on its programme"
[[nodiscard]] bool leads_topic(const Word& word);

/// "who condemned the execution of Saddam": what nobody is called is what it was about. Takes it
/// out of the words, reads the rest anew and says so in a remark; else leaves all as it is.
void take_topic(const NameBook& names, std::vector<Word>& words, std::optional<Reading>& reading,
                Request& request);

}  // namespace annals
