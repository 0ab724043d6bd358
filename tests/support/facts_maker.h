#pragma once

#include <algorithm>
#include <string>

#include "graph/store.h"

namespace annals {

/// An actor as an article would have it.
inline Actor make_actor(const std::string& name) {
  return {.id = actor_id(ActorKind::person, name), .kind = ActorKind::person, .name = name};
}

/// An article in which two people meet.
inline Facts make_facts(const std::string& text, const std::string& path) {
  Facts facts;
  facts.article = {.id = ArticleId{hash_of({text})}, .path = path, .text = text};
  facts.actors = {make_actor("Ann Lee"), make_actor("Bo Day")};
  std::sort(facts.actors.begin(), facts.actors.end(), [](auto& a, auto& b) { return a.id < b.id; });
  Mention mention{.article = facts.article.id, .type = "CONSULT", .cameo = "042"};
  for (const auto& actor : facts.actors) mention.participants.push_back({.actor = actor.id});
  mention.date = *parse_edtf("2011-09-26");
  mention.place = Place{.name = "Rome", .country = "ITA", .latitude = 41.9, .longitude = 12.5};
  mention.counts = {{.what = "killed", .value = 4, .words = "at least four"}};
  mention.id = mention_id(mention);
  facts.mentions = {mention};
  return facts;
}

/// A graph in which every mention is an event of its own.
inline Graph make_graph(const std::vector<Facts>& articles) {
  Graph graph;
  for (const auto& facts : articles) {
    for (const auto& actor : facts.actors) {
      const bool there = std::any_of(graph.actors.begin(), graph.actors.end(),
                                     [&](auto& other) { return other.id == actor.id; });
      if (!there) graph.actors.push_back(actor);
    }
    for (const auto& mention : facts.mentions) {
      graph.events.push_back({.id = EventId{hash_of({"event", format_hex(mention.id.value)})},
                              .type = mention.type,
                              .cameo = mention.cameo,
                              .participants = mention.participants,
                              .date = mention.date,
                              .mentions = {mention.id}});
    }
  }
  std::sort(graph.actors.begin(), graph.actors.end(), [](auto& a, auto& b) { return a.id < b.id; });
  std::sort(graph.events.begin(), graph.events.end(), [](auto& a, auto& b) { return a.id < b.id; });
  return graph;
}

/// The article with a number, as the tests that kill a writer write it and look for it.
inline Facts numbered_facts(int number) {
  return make_facts("Ann met Bo, time " + std::to_string(number) + ". " + std::string(600, 'x'),
                    "a" + std::to_string(number) + ".txt");
}

}  // namespace annals
