#include "graph/word_lists.h"

#include <algorithm>
#include <map>

#include "graph/ids.h"

namespace annals {
namespace {

constexpr std::string_view blanks = " \t\r\v\f";

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool quoted = false;
  bool open = false;
  for (const char c : text) {
    if (c == '"') {
      if (!quoted && !open) words.emplace_back();
      open = true;
      quoted = !quoted;
    } else if (blanks.find(c) != std::string_view::npos && !quoted) {
      open = false;
    } else {
      if (!open) words.emplace_back();
      open = true;
      words.back() += c;
    }
  }
  return words;
}

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
