#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "graph/word_lists.h"
#include "ingest/text/rules.h"

namespace annals {

/// Adds the lines `LIST: WORD WORD ...` of a file of words. A list may stand in several lines; a
/// part in double quotes is one word ("air force"). Throws Error(rule) for a list that is not
/// known.
void add_words(WordLists& lists, const std::vector<RuleLine>& lines);

/// Word lists by the names that the code has for them: `List` is an enumeration in the order of the
/// file's names. Const after load; threads may share one.
template <class List>
class WordsOf {
 public:
  /// Adds lines of the file, as add_words().
  void add(const std::vector<RuleLine>& lines) { add_words(lists_, lines); }

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
