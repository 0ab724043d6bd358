#include "query/events.h"

#include <algorithm>

namespace annals {

bool is_event_word(const Word& word) {
  if (word.quoted || word.text.size() < 4 || word.text.size() > 17) return false;
  if (word.text[0] != 'E' && word.text[0] != 'e') return false;
  return std::all_of(word.folded.begin() + 1, word.folded.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Event find_event(const Store& store, std::string_view line, const Word& word) {
  const auto ids = store.events_by_prefix(std::string_view(word.folded).substr(1));
  if (ids.empty()) {
    throw error_at(
        line, word.begin,
        "no event is called " + word.text + "; the last column of an answer has their names");
  }
  if (ids.size() > 1) {
    throw error_at(line, word.begin,
                   word.text + " may be E" + format_hex(ids[0].value) + " or E" +
                       format_hex(ids[1].value) + "; write more of its digits");
  }
  return store.events(ids).front();
}

}  // namespace annals
