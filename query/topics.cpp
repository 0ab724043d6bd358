#include "query/topics.h"

#include <algorithm>

#include "query/bare_names.h"
#include "query/everyday.h"
#include "query/offices.h"
#include "query/type_words.h"
#include "query/vocabulary.h"

namespace annals {

using Words = std::vector<Word>;

bool leads_topic(const Word& word) { return stands_in(WordList::leads_topic, word); }

namespace {

/// A word of the grammar in what may be a thing is a sign that the question is another.
bool asks_more(const Word& word) { return stands_in(WordList::asks_more, word); }

/// "the Camp David accords", "new elections": a thing, and nobody's name.
bool is_common_noun(const NameBook& names, const Words& words) {
  const auto is_lower = [](const Word& word) { return word.text[0] >= 'a' && word.text[0] <= 'z'; };
  // "Didn't Kayani cancel a", "hamas guard accusation": somebody doing something
  const bool does = std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return find_kind(std::span(&word, 1)) || is_surname(names, word) ||
           (!is_lower(word) && !find_exact_actor(names.store(), word.text).ids.empty());
  });
  return !does && words.size() < 6 && is_lower(words.back());
}

/// "Pakistan of a double game"
bool is_name_with_topic(const NameBook& names, const Words& words) {
  const auto led = std::find_if(words.begin() + 1, words.end(), leads_topic);
  return led != words.end() &&
         !find_exact_actor(names.store(), join_words(Words(words.begin(), led))).ids.empty();
}

}  // namespace

void take_topic(const NameBook& names, Words& all, std::optional<Reading>& reading,
                Request& request) {
  if (!reading || !request.about.empty()) return;
  for (const Filled& filled : reading->filled) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(filled.begin);
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(filled.end);
    const Words words(begin, end);
    // "who opposed sanctions against Iran"
    if (std::any_of(words.begin(), words.end(), asks_more)) continue;
    const bool names_kind = words.size() > 2 && find_type(std::span(words).first(1)) &&
                            is_one_of(words[1], {"against", "on", "of", "by", "with", "in"});
    if (filled.kind != FormPiece::Kind::actor || words.size() < 2 || words.front().quoted) continue;
    const bool names_thing = is_common_noun(names, words) && second_name(names, words) == 0 &&
                             !is_name_with_topic(names, words);
    if (!is_determiner(words.front()) && !names_kind && !names_thing) continue;
    const NameLookup found = find_actor(names, join_words(words));
    // "the attack" is none of the attackers
    const bool is_kind =
        (found.begins || found.ids.empty()) && find_type(std::span(words).subspan(1));
    if (!is_kind && (!found.ids.empty() || found.misspelt)) continue;
    if (!is_kind && !names_thing && !found.nearest.empty()) continue;
    if (!holders_of(names, join_words(words), {}).empty()) continue;
    Words rest(all.begin(), begin);
    rest.insert(rest.end(), end, all.end());
    auto without = best_reading(names, rest);
    if (!without || without->unlikeliness >= guessed) continue;
    request.about = join_words(names_kind ? words : without_determiner(words));
    request.remarks.push_back("nobody is called \"" + request.about +
                              "\": it is looked for in the sentences");
    all = std::move(rest);
    reading = std::move(without);
    return;
  }
}

}  // namespace annals
