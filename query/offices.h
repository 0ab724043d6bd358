#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/actor_names.h"

namespace annals {

/// Somebody who held an office, as articles or the tables of persons say.
struct Holder {
  ActorId actor;
  std::string title;       ///< "Chinese president"
  Window seen;             ///< from the first day to the last on which it is known to hold
  std::size_t weight = 0;  ///< times that it was told; a table counts a hundred times

  bool operator==(const Holder&) const = default;
};

/// Who held the office that `text` names ("the Chinese president", "China's president", "president
/// of China", "the CIA director") on some day of `when`, or at all when nobody is known to have
/// held it then; the best known first.
[[nodiscard]] std::vector<Holder> holders_of(const NameBook& names, std::string_view text,
                                             const Window& when);

/// Whether some word of it is one for offices: "minister", "director".
[[nodiscard]] bool names_office(std::string_view text);

/// "Mullen" for "Admiral Mullen", "Olmert" for "Prime Minister Olmert"; empty when no rank stands
/// before a name.
[[nodiscard]] std::string without_rank(std::string_view text);

/// Fills `actor` with the one who held the office that its text names. False when it names none or
/// a table of names knows somebody called so. Throws Error(query) with the holders when there are
/// several.
bool resolve_office(const NameBook& names, std::string_view line, const Window& when,
                    NamedActor& actor);

}  // namespace annals
