#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "link/words.h"

namespace annals {

/// A person's folded name without what may be left out: suffixes such as "jr", and the articles
/// inside Arabic names ("omar al bashir").
[[nodiscard]] std::string bare_name(std::string_view folded, const LinkWords& words);

/// Whether two bare full names of persons may be one person's, as spellings go:
/// - one has all the words of the other between the same first and last word ("ashfaq parvez
/// kayani");
/// - as many words each, of which one pair differs by a letter or two or as transcriptions do
/// ("zaheer", "zahir"; "gaddafi", "qadhafi") and no short word differs;
/// - equal but for a given name that is cut short ("siraj", "sirajuddin").
/// Names of one word are never taken for others here.
[[nodiscard]] bool may_be_one_person(std::string_view a, std::string_view b);

/// What may_be_one_person() names have in common: two such names share a key, and few others do.
[[nodiscard]] std::vector<std::string> spelling_keys(std::string_view bare);

/// Whether one bare full name begins with an initial of the other's first word: "m dempsey",
/// "martin dempsey".
[[nodiscard]] bool initial_fits(std::string_view a, std::string_view b);

/// The folded name of a group without what only says that it is a group:
/// "haqqani militant group", "haqqani network" and "haqqanis" give "haqqani".
[[nodiscard]] std::string group_core(std::string_view folded, const LinkWords& words);

/// The last word of a folded text.
[[nodiscard]] std::string_view last_word(std::string_view folded);

}  // namespace annals
