#include "ingest/word_lists.h"

#include <algorithm>

namespace annals {

void WordLists::add(const std::vector<RuleLine>& lines) {
  for (const RuleLine& line : lines) {
    const auto colon = std::min(line.text.find(':'), line.text.size());
    const auto name = trimmed(std::string_view(line.text).substr(0, colon));
    const auto list = std::find(names_.begin(), names_.end(), name);
    if (list == names_.end()) {
      std::string known;
      for (const auto one : names_) known += (known.empty() ? "" : " ") + std::string(one);
      fail_rule(line, "unknown list \"" + std::string(name) + "\"; there are: " + known);
    }
    if (colon == line.text.size()) fail_rule(line, "write LIST: WORD WORD ...");
    for (const std::string& word : words_of(line.text.substr(colon + 1)))
      words_[word] |= std::uint64_t{1} << static_cast<unsigned>(list - names_.begin());
  }
}

}  // namespace annals
