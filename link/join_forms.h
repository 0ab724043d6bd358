#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "link/actor_forms.h"
#include "link/decisions.h"

namespace annals {

/// Groups of indices into `forms`, each the forms of one actor, sorted; the groups by their first.
/// `forms` must be sorted by id and ActorForm::under. ActorLinker tells when forms are joined.
///
/// Whether two forms are joined depends on those alone that concern() leads to from them.
[[nodiscard]] std::vector<std::vector<std::size_t>> join_forms(
    const std::vector<const ActorForm*>& forms, const Rulings& rulings);

/// Whether two forms may be joined, or one may keep the other from being joined to a third or from
/// having the id of its name. Decisions are left out.
[[nodiscard]] bool concern(const ActorForm& a, const ActorForm& b);

/// Hashes under which a form is found, and those under which the forms that concern it are: every
/// form that concerns another has a key that is a question of the other.
[[nodiscard]] std::vector<std::uint64_t> keys_of(const ActorForm& form, const Rulings& rulings);
[[nodiscard]] std::vector<std::uint64_t> questions_of(const ActorForm& form,
                                                      const Rulings& rulings);

}  // namespace annals
