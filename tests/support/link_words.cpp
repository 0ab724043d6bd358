#include "tests/support/link_words.h"

#include <filesystem>
#include <utility>

#include "ingest/text/word_lists.h"

namespace annals::test {

const LinkWords& link_words() {
  static const LinkWords words = [] {
    WordLists lists = LinkWords::empty_lists();
    add_words(lists, read_rules(std::filesystem::path(ANNALS_SOURCE_DIR) /
                                "ingest/data/english/linking.words"));
    return LinkWords(std::move(lists));
  }();
  return words;
}

}  // namespace annals::test
