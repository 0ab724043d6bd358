#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store.h"
#include "query/type_words.h"

namespace annals {

// What only the records and texts of an event can tell.

/// The sentence of some telling of the event passes the test.
[[nodiscard]] bool any_sentence(const Store& store, const Event& event,
                                const std::function<bool(std::string_view)>& test);
/// Whether the sentence of some telling holds one of the keywords of the entry, or, where no
/// sentence tells of the event, its code is one of those that the entry has for that.
[[nodiscard]] bool agrees_in_text(const Store& store, const Event& event, const TypeWord& word);
/// A telling of the event has every word of the topic in its sentence, or their beginnings: "drone"
/// for "drones".
[[nodiscard]] bool speaks_about(const Store& store, const Event& event, std::string_view topic);
/// An article of this outlet tells it, or one that this agency signs.
[[nodiscard]] bool told_by(const Store& store, const Event& event, std::string_view outlet);
/// A place that is asked for, or several joined by "or": their names, folded, and the codes of the
/// countries of those names.
struct AskedPlace {
  std::vector<std::string> folded;
  std::vector<std::string> countries;
};
[[nodiscard]] AskedPlace asked_place(const Store& store, std::string_view place);
/// The event's place is called so, or lies in the country of that name.
[[nodiscard]] bool is_at_place(const Event& event, const AskedPlace& place);

/// Some event of the actor was at the place; looks at no more than some of them.
[[nodiscard]] bool was_at_place(const Store& store, ActorId actor, const std::string& place);
/// The sentence of some event of the actor has these words; looks at no more than some of them.
[[nodiscard]] bool is_told_with(const Store& store, ActorId actor, const std::string& words);

}  // namespace annals
