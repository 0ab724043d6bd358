#include "query/adjectives.h"

#include <span>
#include <string>

#include "graph/names.h"
#include "query/type_words.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Words = std::vector<Word>;

/// What two do with each other, rather than one to the other.
bool is_shared(const TypeWord& type) { return type.type == "CONSULT" || type.type == "AGREE"; }

/// The country as the store calls it; empty when it knows none.
std::string name_of(const Store& store, std::string_view country) {
  const auto ids = find_exact_actor(store, country).ids;
  const auto actor = ids.size() == 1 ? store.actor(ids.front()) : std::nullopt;
  return actor && actor->kind == ActorKind::country ? actor->name : std::string();
}

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
    const std::string name = name_of(names.store(), country);
    const bool is_called =
        !find_exact_actor(names.store(), join_words(rest.first(count + kind->count))).ids.empty();
    if (name.empty() || is_called) continue;
    request.remarks.push_back("\"" + join_words(rest.first(count)) + "\" is " + name +
                              " with its people and bodies");
    request.of_their_people = true;
    Word by = words[i];
    rename(by, is_shared(*kind->word) ? "of" : "by");
    Word owner = words[i];
    owner.text = name;
    owner.folded = fold(name);
    owner.quoted = true;
    const auto behind = words.begin() + static_cast<std::ptrdiff_t>(i + count + kind->count);
    words.insert(behind, {by, owner});
    erase(words, i, count);
    return;
  }
}

}  // namespace annals
