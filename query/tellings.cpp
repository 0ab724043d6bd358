#include "query/tellings.h"

#include <algorithm>

#include "graph/names.h"
#include "query/actor_names.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

bool holds(std::string_view folded, std::string_view word) {
  return folded.find(word) != std::string_view::npos;
}

/// An agency signs before its first word: "ISLAMABAD (Reuters) - ".
bool is_signed_by(const Article& article, std::string_view folded_outlet) {
  constexpr std::size_t signature = 60;  // bytes from the beginning of a block
  return std::any_of(article.blocks.begin(), article.blocks.end(), [&](const Block& block) {
    if (block.kind != BlockKind::body && block.kind != BlockKind::dateline) return false;
    const std::string_view begin = slice(article.text, block.span).substr(0, signature);
    const auto open = begin.find('(');
    const auto close = begin.find(')', open == std::string_view::npos ? 0 : open);
    return open != std::string_view::npos && close != std::string_view::npos &&
           fold(begin.substr(open, close - open)) == folded_outlet;
  });
}

}  // namespace

bool any_sentence(const Store& store, const Event& event,
                  const std::function<bool(std::string_view)>& test) {
  return std::any_of(event.mentions.begin(), event.mentions.end(), [&](MentionId id) {
    const auto mention = store.mention(id);
    const auto article = mention ? store.article(mention->article) : std::nullopt;
    return article && mention->sentence.end <= article->text.size() &&
           test(slice(article->text, mention->sentence));
  });
}

bool agrees_in_text(const Store& store, const Event& event, const TypeWord& word) {
  if (word.keyword.empty()) return true;
  if (event.mentions.empty())
    return any_word(word.untold,
                    [&](std::string_view code) { return event.cameo.starts_with(code); });
  return any_sentence(store, event, [&](std::string_view text) {
    const std::string sentence = " " + fold(text);
    return any_word(word.keyword, [&](std::string_view keyword) {
      return holds(sentence, " " + std::string(keyword));
    });
  });
}

bool speaks_about(const Store& store, const Event& event, std::string_view topic) {
  if (const auto either = topic.find(" or "); either != std::string_view::npos)
    return speaks_about(store, event, topic.substr(0, either)) ||
           speaks_about(store, event, topic.substr(either + 4));
  const std::string wanted = fold(topic);
  std::vector<std::string> beginnings;
  for (std::string_view word : folded_words(wanted)) {
    // "the attack on Iran" may be told as an attack in it
    constexpr std::string_view small[] = {"the", "a",  "of", "on",      "in",   "by",
                                          "for", "at", "to", "against", "with", "and"};
    if (std::find(std::begin(small), std::end(small), word) != std::end(small)) continue;
    if (word.size() > 3 && word.ends_with('s')) word.remove_suffix(1);
    if (word.ends_with("programme")) word.remove_suffix(2);
    beginnings.push_back(" " + std::string(word));
  }
  return any_sentence(store, event, [&](std::string_view text) {
    const std::string sentence = " " + fold(text);
    return std::all_of(beginnings.begin(), beginnings.end(),
                       [&](const std::string& word) { return holds(sentence, word); });
  });
}

bool was_at_place(const Store& store, ActorId actor, const std::string& place) {
  constexpr std::size_t looked_at = 2000;
  auto ids = store.events_of(actor, Window{}, true);
  if (ids.size() > looked_at) ids.resize(looked_at);
  const auto events = store.events(ids);
  const AskedPlace asked = asked_place(store, place);
  return std::any_of(events.begin(), events.end(),
                     [&](const Event& event) { return is_at_place(event, asked); });
}

bool is_told_with(const Store& store, ActorId actor, const std::string& words) {
  constexpr std::size_t looked_at = 300;  // their texts are read
  auto ids = store.events_of(actor, Window{}, true);
  if (ids.size() > looked_at) ids.resize(looked_at);
  const auto events = store.events(ids);
  return std::any_of(events.begin(), events.end(),
                     [&](const Event& event) { return speaks_about(store, event, words); });
}

bool told_by(const Store& store, const Event& event, std::string_view outlet) {
  const std::string wanted = fold(outlet);
  return std::any_of(event.mentions.begin(), event.mentions.end(), [&](MentionId id) {
    const auto mention = store.mention(id);
    const auto article = mention ? store.article(mention->article) : std::nullopt;
    if (!article) return false;
    return holds(fold(article->source), wanted) || holds(fold(display_name(*article)), wanted) ||
           is_signed_by(*article, wanted);
  });
}

/// "thailand" for "southern thailand" and "thailand s south", where nobody is called so; else
/// empty.
std::string without_side(const Store& store, const std::string& folded) {
  if (!find_exact_actor(store, folded).ids.empty()) return {};
  std::string rest;
  bool sided = false;
  for (const std::string_view word : folded_words(folded)) {
    const bool side = stands_in(WordList::side, word);
    sided = sided || side;
    if (side || word == "s" || word == "the" || word == "of") continue;
    rest += (rest.empty() ? "" : " ") + std::string(word);
  }
  return sided && !find_exact_actor(store, rest).ids.empty() ? rest : "";
}

AskedPlace asked_place(const Store& store, std::string_view place) {
  AskedPlace asked;
  while (!place.empty()) {
    const auto either = std::min(place.find(" or "), place.size());
    std::string_view one = place.substr(0, either);
    asked.folded.push_back(fold(one));
    if (const std::string whole = without_side(store, asked.folded.back()); !whole.empty()) {
      asked.folded.back() = whole;
      one = asked.folded.back();
    }
    for (const ActorId id : find_exact_actor(store, one).ids) {
      const auto actor = store.actor(id);
      if (actor && actor->kind == ActorKind::country) asked.countries.push_back(actor->country);
    }
    place.remove_prefix(std::min(either + 4, place.size()));
  }
  return asked;
}

bool is_at_place(const Event& event, const AskedPlace& place) {
  if (!event.place) return false;
  const std::string name = fold(event.place->name);
  const std::string country = fold(event.place->country);
  return std::any_of(
             place.folded.begin(), place.folded.end(),
             [&](const std::string& each) { return holds(name, each) || country == each; }) ||
         std::find(place.countries.begin(), place.countries.end(), event.place->country) !=
             place.countries.end();
}

}  // namespace annals
