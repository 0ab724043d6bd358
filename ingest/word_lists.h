#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/rules.h"

namespace annals {

/// Words by the lists that they stand in: the lines `LIST: WORD WORD ...` of a file of words. A
/// word may stand in several lists, and a list in several lines; a part in double quotes is one
/// word ("air force"). Const after load.
class WordLists {
 public:
  /// `names` of the lists that there are, 64 at most; they must outlive this.
  explicit WordLists(std::span<const std::string_view> names) : names_(names) {}

  /// Adds lines. Throws Error(rule) for a list that is not known.
  void add(const std::vector<RuleLine>& lines);

  /// True when `word`, as the file has it, stands in the list of this index.
  [[nodiscard]] bool is(unsigned list, std::string_view word) const {
    const auto found = words_.find(word);
    return found != words_.end() && (found->second >> list & 1U) != 0;
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::span<const std::string_view> names_;
  std::unordered_map<std::string, std::uint64_t, Hash, std::equal_to<>> words_;
};

/// Word lists by the names that the code has for them: `List` is an enumeration in the order of the
/// file's names. Const after load; threads may share one.
template <class List>
class WordsOf {
 public:
  /// Adds lines of the file. Throws Error(rule) for a list that is not known.
  void add(const std::vector<RuleLine>& lines) { lists_.add(lines); }

  /// True when `word`, as the file has it, stands in the list.
  [[nodiscard]] bool is(List list, std::string_view word) const {
    return lists_.is(static_cast<unsigned>(list), word);
  }

 protected:
  explicit WordsOf(std::span<const std::string_view> names) : lists_(names) {}

 private:
  WordLists lists_;
};

}  // namespace annals
