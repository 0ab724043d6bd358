#include "app/link_words.h"

#include <utility>

#include "ingest/text/word_lists.h"

namespace annals {

LinkWords load_link_words(const LanguageOptions& options) {
  WordLists lists = LinkWords::empty_lists();
  add_words(lists, read_rules(options, "linking.words"));
  return LinkWords(std::move(lists));
}

}  // namespace annals
