#pragma once

#include <functional>
#include <string_view>

#include "graph/store.h"

namespace annals {

// What only the records and texts of an event can tell.

/// The sentence of some telling of the event passes the test.
[[nodiscard]] bool any_sentence(const Store& store, const Event& event,
                                const std::function<bool(std::string_view)>& test);
/// A telling of the event has the folded keyword in its sentence.
[[nodiscard]] bool keyword_in_text(const Store& store, const Event& event,
                                   std::string_view keyword);
/// A telling of the event has every word of the topic in its sentence, or their beginnings: "drone"
/// for "drones".
[[nodiscard]] bool speaks_about(const Store& store, const Event& event, std::string_view topic);
/// An article of this outlet tells it, or one that this agency signs.
[[nodiscard]] bool told_by(const Store& store, const Event& event, std::string_view outlet);
/// Its place is called so, or lies in the country of that name.
[[nodiscard]] bool is_at_place(const Store& store, const Event& event, std::string_view place);

}  // namespace annals
