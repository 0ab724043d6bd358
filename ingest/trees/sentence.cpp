#include "ingest/trees/sentence.h"

#include <array>

namespace annals {

std::string_view name_of(Upos upos) {
  static constexpr std::array<std::string_view, 17> names = {
      "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
      "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
  return names[static_cast<std::size_t>(upos)];
}

bool has_feature(const Token& token, std::string_view name, std::string_view value) {
  std::string_view left = token.feats;
  while (!left.empty()) {
    const std::size_t bar = left.find('|');
    const std::string_view pair = left.substr(0, bar);
    if (pair.size() == name.size() + 1 + value.size() && pair[name.size()] == '=' &&
        pair.substr(0, name.size()) == name && pair.substr(name.size() + 1) == value)
      return true;
    if (bar == std::string_view::npos) break;
    left.remove_prefix(bar + 1);
  }
  return false;
}

}  // namespace annals
