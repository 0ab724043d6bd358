#include "graph/word_lists.h"

#include <algorithm>
#include <map>

#include "graph/ids.h"

namespace annals {

bool WordLists::add(std::string_view list, std::string word) {
  const auto at = std::find(names_.begin(), names_.end(), list);
  if (at == names_.end()) return false;
  words_[std::move(word)] |= std::uint64_t{1} << static_cast<unsigned>(at - names_.begin());
  return true;
}

std::uint64_t WordLists::fingerprint() const {
  std::string all;
  for (const auto& [word, lists] :
       std::map<std::string_view, std::uint64_t>(words_.begin(), words_.end()))
    all.append(word).append(" ").append(format_hex(lists)).append("\n");
  return hash_of({all});
}

}  // namespace annals
