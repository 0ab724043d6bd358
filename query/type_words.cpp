#include "query/type_words.h"

#include <algorithm>
#include <string>
#include <vector>

#include "query/vocabulary.h"

namespace annals {
namespace {

const std::vector<TypeWord>& table() {
  static const std::vector<TypeWord> all = [] {
    std::vector<TypeWord> rows;
    for (const WordRow& row : rows_of(WordTable::events))
      rows.push_back(
          {.words = row[0], .type = row[1], .cameo = row[2], .keyword = row[3], .untold = row[4]});
    return rows;
  }();
  return all;
}

/// "attacking" for "attack", "accusing" for "accuse", "sanctioning"; empty for other words.
std::vector<std::string> without_ing(std::string_view word) {
  constexpr std::string_view ending = "ing";
  if (word.size() < 6 || !word.ends_with(ending)) return {};
  const std::string stem(word.substr(0, word.size() - ending.size()));
  std::vector<std::string> result = {stem, stem + "e"};
  if (stem[stem.size() - 1] == stem[stem.size() - 2])
    result.push_back(stem.substr(0, stem.size() - 1));
  return result;
}

const TypeWord* find_row(std::string_view wanted) {
  const auto is_wanted = [wanted](std::string_view form) { return form == wanted; };
  const auto at = std::find_if(table().begin(), table().end(),
                               [&](const TypeWord& row) { return any_form(row.words, is_wanted); });
  return at == table().end() ? nullptr : &*at;
}

std::optional<FoundType> find_plain_type(std::span<const Word> words) {
  constexpr std::size_t longest = 3;
  std::string joined;
  std::optional<FoundType> best;
  for (std::size_t count = 1; count <= std::min(longest, words.size()); ++count) {
    if (words[count - 1].quoted) break;
    if (!joined.empty()) joined += ' ';
    joined += words[count - 1].folded;
    const TypeWord* at = count == 1 ? type_of_word(joined) : find_row(joined);
    if (at != nullptr) best = FoundType{.word = at, .count = count};
  }
  return best;
}

/// How many words stand before the noun in "imposed sanctions", "signed a new agreement", "paid
/// a visit"; 0 when they are none such.
std::size_t light_words(std::span<const Word> words) {
  if (words.size() < 2 || !stands_in(WordList::light, words[0])) return 0;
  std::size_t count = 1;
  while (count + 1 < words.size() && count < 3 && stands_in(WordList::beside_light, words[count]))
    ++count;
  return count;
}

}  // namespace

std::string_view name_of(const TypeWord& word) {
  return word.words.substr(0, word.words.find('|'));
}

bool are_talks(const TypeWord& word) { return word.type == "CONSULT" || word.type == "AGREE"; }

std::span<const TypeWord> type_words() { return table(); }

const TypeWord* type_of_word(std::string_view folded) {
  if (const TypeWord* at = find_row(folded)) return at;
  for (const std::string& base : without_ing(folded)) {
    if (const TypeWord* at = find_row(base)) return at;
  }
  return nullptr;
}

std::optional<FoundType> find_type(std::span<const Word> words) {
  const auto plain = find_plain_type(words);
  const std::size_t lead = light_words(words);
  if (lead == 0) return plain;
  auto carried = find_plain_type(words.subspan(lead));
  if (!carried || carried->word->type.empty()) return plain;  // "sign anything"
  carried->count += lead;
  return carried;
}

std::optional<FoundType> find_kind(std::span<const Word> words) {
  const auto found = find_type(words);
  return found && !found->word->type.empty() ? found : std::nullopt;
}

bool agrees(const TypeWord& word, std::string_view type, std::string_view cameo) {
  if (!word.type.empty() && word.type != type && !(word.type == "CONCEDE" && type == "RETREAT") &&
      !(word.type == "RETREAT" && type == "CONCEDE")) {
    return false;
  }
  if (word.cameo.empty() || cameo.empty()) return true;
  return any_word(word.cameo, [&](std::string_view prefix) {
    // a bare root, such as 04, stands for events that are coded no finer
    const bool bare = prefix.size() == 2 && word.cameo != prefix;
    return bare ? cameo == prefix : cameo.starts_with(prefix);
  });
}

Saying saying_of(std::string_view type, std::string_view cameo) {
  static const std::vector<WordRow> sayings = rows_of(WordTable::sayings);
  for (const auto& [of, code, past, base, past_alone, base_alone] : sayings) {
    if (of == type && cameo.starts_with(code))
      return {.past = past, .base = base, .past_alone = past_alone, .base_alone = base_alone};
  }
  return {.past = type, .base = type, .past_alone = type, .base_alone = type};
}

}  // namespace annals
