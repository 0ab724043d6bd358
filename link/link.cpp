#include "link/link.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "link/actors.h"
#include "link/input.h"
#include "link/merge.h"

namespace annals {
namespace {

std::vector<Participant> linked(const Mention& mention, const std::map<ActorId, ActorId>& became) {
  std::vector<Participant> result;
  for (const Participant& each : mention.participants) {
    const auto at = became.find(each.actor);
    result.push_back({.actor = at == became.end() ? each.actor : at->second, .role = each.role});
  }
  const auto key = [](const Participant& p) { return std::tuple(p.role, p.actor); };
  std::sort(result.begin(), result.end(),
            [&](const Participant& a, const Participant& b) { return key(a) < key(b); });
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::vector<LinkedTelling> linked_tellings(const std::vector<LinkArticle>& articles,
                                           const LinkedActors& actors) {
  std::vector<LinkedTelling> result;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (const Telling& telling : articles[i].tellings) {
      LinkedTelling each{.telling = &telling,
                         .article = &articles[i],
                         .participants = linked(telling.mention, actors.of_article[i])};
      if (const auto said = telling.mention.said_by) {
        const auto at = actors.of_article[i].find(*said);
        each.said_by = at == actors.of_article[i].end() ? *said : at->second;
      }
      result.push_back(std::move(each));
    }
  }
  return result;
}

}  // namespace

Graph link_articles(std::vector<LinkArticle> articles, std::span<const Decision> /*decisions*/,
                    LinkReport& report) {
  std::sort(articles.begin(), articles.end(),
            [](const LinkArticle& a, const LinkArticle& b) { return a.id < b.id; });
  LinkedActors actors = link_actors(articles);
  const auto tellings = linked_tellings(articles, actors);
  using Key = std::tuple<std::string, Status, std::vector<Participant>, EventDate>;
  std::map<Key, std::vector<const LinkedTelling*>> clusters;
  std::vector<std::vector<const LinkedTelling*>> alone;
  for (const LinkedTelling& each : tellings) {
    const Mention& mention = each.telling->mention;
    const bool vague = mention.date.precision != Precision::day || each.participants.size() < 2;
    if (vague) {
      alone.push_back({&each});
    } else {
      clusters[{mention.type, mention.status, each.participants, mention.date}].push_back(&each);
    }
  }
  Graph graph{.actors = std::move(actors.actors)};
  for (auto& [key, cluster] : clusters) graph.events.push_back(merge_tellings(cluster));
  for (auto& cluster : alone) graph.events.push_back(merge_tellings(cluster));
  std::sort(graph.events.begin(), graph.events.end(),
            [](const Event& a, const Event& b) { return a.id < b.id; });
  report = {.articles = articles.size(),
            .mentions = tellings.size(),
            .actors = graph.actors.size(),
            .events = graph.events.size()};
  return graph;
}

Graph link_facts(std::span<const Facts> facts, std::span<const Decision> decisions) {
  std::vector<LinkArticle> articles;
  articles.reserve(facts.size());
  for (const Facts& each : facts) articles.push_back(link_article(each));
  LinkReport report;
  return link_articles(std::move(articles), decisions, report);
}

}  // namespace annals
