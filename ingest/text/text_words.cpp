#include "ingest/text/text_words.h"

#include <array>
#include <string_view>

namespace annals {
namespace {

/// In the order of TextWord.
constexpr auto list_names =
    std::to_array<std::string_view>({"abbreviation", "capitals", "before-number", "before-name",
                                     "prefix", "slashed", "unit", "starter", "clock", "speaks"});

}  // namespace

TextWords::TextWords() : WordsOf(list_names) {}

TextWords TextWords::load(const LanguageOptions& options) {
  TextWords words;
  words.add(read_rules(options, "text.words"));
  return words;
}

}  // namespace annals
