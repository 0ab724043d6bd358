#pragma once

#include <string>
#include <string_view>

#include "query/type_words.h"

namespace annals {

/// The guide to questions, in Markdown, made from the table of verbs and of type words.
/// docs/queries.md holds it.
[[nodiscard]] std::string format_guide();

/// The rules of the grammar as they stand in the guide, `NAME = ...` with lines that go on
/// indented.
[[nodiscard]] std::string_view guide_grammar();

/// What the rules mean, in paragraphs that begin with their heading in `**`.
[[nodiscard]] std::string_view guide_meaning();

/// The words of an entry, with commas: "met, meet, meets".
[[nodiscard]] std::string words_of_type(const TypeWord& type);

}  // namespace annals
