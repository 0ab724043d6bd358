#include "ingest/text_words.h"

#include <array>
#include <string_view>

namespace annals {
namespace {

/// In the order of TextWord.
constexpr std::array<std::string_view, 10> list_names = {
    "abbreviation", "capitals", "before-number", "before-name", "prefix",
    "slashed",      "unit",     "starter",       "clock",       "speaks"};

}  // namespace

TextWords::TextWords() : WordsOf(list_names) {}

TextWords TextWords::load(const LanguageOptions& options) {
  TextWords words;
  words.add(read_rules(options, "text.words"));
  return words;
}

}  // namespace annals
