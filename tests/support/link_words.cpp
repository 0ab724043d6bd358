#include "tests/support/link_words.h"

#include <filesystem>

#include "ingest/text/word_lists.h"

namespace annals::test {

const LinkWords& link_words() {
  static const LinkWords words = [] {
    LinkWords all;
    add_words(all.lists(), read_rules(std::filesystem::path(ANNALS_SOURCE_DIR) /
                                      "ingest/data/english/linking.words"));
    return all;
  }();
  return words;
}

}  // namespace annals::test
