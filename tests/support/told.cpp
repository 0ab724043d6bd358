#include "tests/support/told.h"

#include <algorithm>

namespace annals::test {
namespace {

ActorId add_actor(Facts& facts, const Who& who) {
  const ActorId id = actor_id(who.kind, who.name);
  const auto at = std::lower_bound(facts.actors.begin(), facts.actors.end(), id,
                                   [](const Actor& a, ActorId wanted) { return a.id < wanted; });
  if (at == facts.actors.end() || at->id != id) {
    Actor actor{.id = id,
                .kind = who.kind,
                .name = who.name,
                .aliases = who.aliases,
                .code = who.code,
                .country = who.country,
                .roles = who.roles};
    std::sort(actor.aliases.begin(), actor.aliases.end());
    facts.actors.insert(at, std::move(actor));
  }
  return id;
}

void add_participants(Facts& facts, Mention& mention, const std::vector<Who>& all, Role role) {
  for (const Who& who : all) {
    Participant participant{.actor = add_actor(facts, who), .role = role};
    const auto at = facts.article.text.find(who.name, mention.sentence.begin);
    if (at < mention.sentence.end) {
      participant.span = {static_cast<std::uint32_t>(at),
                          static_cast<std::uint32_t>(at + who.name.size())};
    }
    mention.participants.push_back(participant);
  }
}

Mention mention_of(Facts& facts, const Said& said, Span sentence, Span trigger) {
  Mention mention{.article = facts.article.id,
                  .type = said.type,
                  .mode = said.mode,
                  .cameo = said.cameo,
                  .date = parse_edtf(said.date).value_or(EventDate{}),
                  .date_basis = said.date.empty() ? DateBasis::none : said.basis,
                  .date_text = said.date_text,
                  .status = said.status,
                  .counts = said.counts,
                  .confidence = said.confidence,
                  .rule = "test.rules:1",
                  .evidence = sentence,
                  .trigger = trigger,
                  .sentence = sentence};
  add_participants(facts, mention, said.sources, Role::source);
  add_participants(facts, mention, said.targets, Role::target);
  add_participants(facts, mention, said.others, Role::other);
  if (!said.said_by.empty()) mention.said_by = add_actor(facts, said.said_by.front());
  if (!said.place.empty()) mention.place = Place{.name = said.place, .country = said.place_country};
  mention.id = mention_id(mention);
  return mention;
}

}  // namespace

Facts facts_of(const Told& told) {
  Facts facts;
  Article& article = facts.article;
  std::vector<std::pair<Span, Span>> spans;
  for (const Said& said : told.said) {
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    Span trigger{begin, begin};
    bool open = false;
    for (const char c : said.sentence) {
      if (c != '*') {
        article.text += c;
        continue;
      }
      (open ? trigger.end : trigger.begin) = static_cast<std::uint32_t>(article.text.size());
      open = true;
    }
    trigger.end = std::max(trigger.begin, trigger.end);
    spans.push_back({{begin, static_cast<std::uint32_t>(article.text.size())}, trigger});
    article.text += '\n';
  }
  article.id = ArticleId{hash_of({"article", told.name, article.text})};
  article.name = told.name;
  article.path = told.name;
  article.source = told.source;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const auto end = spans[i].first.end + 1;  // with its line break
    article.blocks.push_back({.span = {spans[i].first.begin, end},
                              .kind = told.said[i].title ? BlockKind::title : BlockKind::body});
  }
  if (!told.published.empty()) {
    article.published = parse_edtf(told.published);
    article.published_basis = PublishedBasis::stamp;
  }
  for (std::size_t i = 0; i < told.said.size(); ++i) {
    facts.sentences.push_back(spans[i].first);
    if (told.said[i].type.empty()) continue;
    facts.mentions.push_back(mention_of(facts, told.said[i], spans[i].first, spans[i].second));
  }
  return facts;
}

}  // namespace annals::test
