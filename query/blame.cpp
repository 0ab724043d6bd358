#include "query/blame.h"

#include <algorithm>

#include "graph/names.h"
#include "query/type_words.h"

namespace annals {
namespace {

constexpr std::uint32_t near = 400;  // bytes behind the sentence: two or three more

bool tells_of_attack(std::string_view sentence) {
  const std::string folded = fold(sentence);
  const auto words = folded_words(folded);
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    const TypeWord* type = type_of_word(word);
    return type != nullptr && type->type == "ASSAULT";
  });
}

void add_blames(const Store& store, const Mention& attack, std::vector<EventId>& found) {
  const auto facts = store.facts(attack.article);
  if (!facts) return;
  for (const Mention& each : facts->mentions) {
    if (each.type != "ACCUSE" || each.sentence.begin < attack.sentence.begin ||
        each.sentence.begin > attack.sentence.end + near ||
        each.sentence.end > facts->article.text.size())
      continue;
    // another attack between them is rather the one that is meant
    const bool other =
        std::any_of(facts->mentions.begin(), facts->mentions.end(), [&](const Mention& between) {
          return between.type == "ASSAULT" && between.sentence.begin > attack.sentence.begin &&
                 between.sentence.begin < each.sentence.begin;
        });
    const std::string_view text = facts->article.text;
    if (other || !fold(slice(text, each.trigger)).starts_with("blam") ||
        !tells_of_attack(slice(text, each.sentence)))
      continue;
    if (const auto event = store.event_of(each.id)) found.push_back(*event);
  }
}

}  // namespace

std::vector<EventId> blamed_for(const Store& store, const Event& attack) {
  std::vector<EventId> found;
  for (const MentionId id : attack.mentions) {
    if (const auto mention = store.mention(id)) add_blames(store, *mention, found);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace annals
