#include "app/link_words.h"

#include "ingest/text/word_lists.h"

namespace annals {

LinkWords load_link_words(const LanguageOptions& options) {
  LinkWords words;
  add_words(words.lists(), read_rules(options, "linking.words"));
  return words;
}

}  // namespace annals
