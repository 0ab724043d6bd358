#pragma once

#include <string_view>
#include <vector>

#include "query/actor_names.h"
#include "query/request.h"
#include "query/words.h"

namespace annals {

/// What a question names that has no word of the grammar in it.
struct BareNames {
  std::vector<std::vector<Word>> names;  ///< one or two
  std::vector<Word> rest;                ///< where, or what about: "Munter Bashir Islamabad"
  bool is_place = false;                 ///< `rest` is where one of them was
};

/// Nothing in particular when the words name nobody: "Hamas and Fatah", "Hamas vs. Fatah", "Hamas
/// Fatah", "Hamas Fatah Cairo". Empty words name nobody and need not.
[[nodiscard]] bool names_somebody(const NameBook& names, const std::vector<Word>& words);

/// Where the second of two names beside each other begins, each clear by itself though it may be a
/// part of a name or misspelt: "Petreus Zaheer"; 0 when the words are no such two.
[[nodiscard]] std::size_t second_name(const NameBook& names, const std::vector<Word>& words);

/// Whether the word ends the name of some person, or is a misspelling of one person's only:
/// "olmert".
[[nodiscard]] bool is_surname(const NameBook& names, const Word& word);

/// "US-Pakistan talks": two names where nobody has the name of the whole.
void split_compounds(const NameBook& names, std::vector<Word>& words);

/// A time alone asks what happened then; a name alone, who that is; with a time, a place or another
/// name, what is told of them. Throws Error(query) with a caret for a name that is not clear.
void read_bare(const NameBook& names, std::string_view line, const std::vector<Word>& words,
               Request& request);

}  // namespace annals
