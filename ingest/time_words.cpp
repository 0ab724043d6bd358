#include "ingest/time_words.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

/// In the order of TimeWord.
constexpr std::array<std::string_view, 26> list_names = {
    "says", "holds",    "figures", "realis", "due",        "deferred", "plannable",
    "ends", "ahead",    "for",     "of",     "against",    "resolves", "behind",
    "goes", "formerly", "while",   "until",  "behindmark", "during",   "beside",
    "edge", "stage",    "stages",  "ending", "speech"};

}  // namespace

void TimeWords::add(const std::vector<RuleLine>& lines) {
  for (const RuleLine& line : lines) {
    const auto colon = std::min(line.text.find(':'), line.text.size());
    const auto name = trimmed(std::string_view(line.text).substr(0, colon));
    const auto list = std::find(list_names.begin(), list_names.end(), name);
    if (list == list_names.end()) {
      std::string known;
      for (const auto one : list_names) known += (known.empty() ? "" : " ") + std::string(one);
      fail_rule(line, "unknown list \"" + std::string(name) + "\"; there are: " + known);
    }
    if (colon == line.text.size()) fail_rule(line, "write LIST: WORD WORD ...");
    for (const std::string& word : words_of(line.text.substr(colon + 1)))
      words_[word] |= 1U << static_cast<unsigned>(list - list_names.begin());
  }
}

}  // namespace annals
