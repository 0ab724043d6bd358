#include "ingest/text/word_lists.h"

#include <algorithm>

namespace annals {

void add_words(WordLists& lists, const std::vector<RuleLine>& lines) {
  for (const RuleLine& line : lines) {
    const auto colon = std::min(line.text.find(':'), line.text.size());
    const auto list = trimmed(std::string_view(line.text).substr(0, colon));
    const auto names = lists.names();
    if (std::find(names.begin(), names.end(), list) == names.end()) {
      std::string known;
      for (const auto one : names) known += (known.empty() ? "" : " ") + std::string(one);
      fail_rule(line, "unknown list \"" + std::string(list) + "\"; there are: " + known);
    }
    if (colon == line.text.size()) fail_rule(line, "write LIST: WORD WORD ...");
    for (std::string& word : words_of(line.text.substr(colon + 1)))
      static_cast<void>(lists.add(list, std::move(word)));
  }
}

}  // namespace annals
