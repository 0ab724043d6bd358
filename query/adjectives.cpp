#include "query/adjectives.h"

#include <span>
#include <string>

#include "graph/names.h"
#include "query/type_words.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Words = std::vector<Word>;

/// How many words of an adjective stand at the front, and its country.
std::size_t adjective_at(std::span<const Word> words, std::string& country) {
  static const std::vector<WordRow> rows = rows_of(WordTable::adjectives);
  return entry_of(rows, words, country);
}

}  // namespace

void write_adjective(const NameBook& names, Words& words, Request& request) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto rest = std::span<const Word>(words).subspan(i);
    if (find_kind(rest)) return;
    std::string country;
    const std::size_t count = adjective_at(rest, country);
    if (count == 0 || count == rest.size()) continue;
    const auto kind = find_kind(rest.subspan(count));
    if (!kind || rest[count].folded.ends_with("ed")) continue;
    const auto owner = find_country(names.store(), country);
    const bool is_called =
        !find_exact_actor(names.store(), join_words(rest.first(count + kind->count))).ids.empty();
    if (!owner || is_called) continue;
    request.remarks.push_back("\"" + join_words(rest.first(count)) + "\" is " + owner->name +
                              " with its people and bodies");
    request.of_their_people = true;
    Word named = words[i];
    named.text = owner->name;
    named.folded = fold(owner->name);
    named.quoted = true;
    const auto behind = words.begin() + static_cast<std::ptrdiff_t>(i + count + kind->count);
    words.insert(behind, {renamed(words[i], are_talks(*kind->word) ? "of" : "by"), named});
    erase(words, i, count);
    return;
  }
}

}  // namespace annals
