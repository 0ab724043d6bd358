#include "link/link.h"

#include <algorithm>
#include <tuple>

#include "link/actors.h"
#include "link/bounds.h"
#include "link/cluster.h"
#include "link/copies.h"
#include "link/merge.h"

namespace annals {
namespace {

/// The linked actor; one that the article does not list stays what it is.
ActorId linked(ActorId id, const std::map<ActorId, ActorId>& became) {
  const auto at = became.find(id);
  return at == became.end() ? id : at->second;
}

std::vector<Participant> linked_participants(const Mention& mention,
                                             const std::map<ActorId, ActorId>& became) {
  std::vector<Participant> result;
  for (const Participant& each : mention.participants) {
    result.push_back({.actor = linked(each.actor, became), .role = each.role});
  }
  std::sort(result.begin(), result.end(), [](const Participant& a, const Participant& b) {
    return std::tuple(a.role, a.actor) < std::tuple(b.role, b.actor);
  });
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

class Linker {
 public:
  Linker(std::vector<LinkArticle> articles, const Rulings& rulings)
      : articles_(std::move(articles)), rulings_(rulings) {
    std::sort(articles_.begin(), articles_.end(),
              [](const LinkArticle& a, const LinkArticle& b) { return a.id < b.id; });
    for (LinkArticle& article : articles_) {
      const auto at = rulings.published.find(article.id);
      if (at != rulings.published.end()) article.published = at->second;
    }
    actors_ = link_actors(articles_, rulings);
    for (const Actor& actor : actors_.actors) table_[actor.id] = actor_facts(actor);
    texts_ = find_copies(articles_);
    add_tellings();
  }

  Graph run(LinkReport& report) {
    auto groups = cluster_tellings(tellings_, table_, rulings_);
    if (bound_dates(tellings_, groups)) groups = cluster_tellings(tellings_, table_, rulings_);
    Graph graph{
        .actors = std::move(actors_.actors), .events = {}, .became = std::move(actors_.became)};
    for (const auto& group : groups) {
      std::vector<const LinkedTelling*> members;
      for (const std::size_t i : group) members.push_back(&tellings_[i]);
      graph.events.push_back(merge_tellings(std::move(members), table_));
    }
    std::sort(graph.events.begin(), graph.events.end(),
              [](const Event& a, const Event& b) { return a.id < b.id; });
    report = {.articles = articles_.size(),
              .mentions = tellings_.size(),
              .actors = graph.actors.size(),
              .events = graph.events.size()};
    for (std::size_t i = 0; i < texts_.size(); ++i) report.copies += texts_[i] == i ? 0 : 1;
    return graph;
  }

 private:
  void add_tellings() {
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      for (const Telling& telling : articles_[i].tellings) {
        const Mention& mention = telling.mention;
        if (rulings_.wrong.contains(mention.id)) continue;
        LinkedTelling each{.telling = &telling,
                           .article = &articles_[i],
                           .text = texts_[i],
                           .participants = linked_participants(mention, actors_.of_article[i]),
                           .date = mention.date,
                           .basis = mention.date_basis};
        if (mention.said_by) each.said_by = linked(*mention.said_by, actors_.of_article[i]);
        if (const auto at = rulings_.dates.find(mention.id); at != rulings_.dates.end()) {
          each.date = at->second;
          each.basis = DateBasis::expression;
          each.decided = true;
        }
        tellings_.push_back(std::move(each));
      }
    }
    std::sort(tellings_.begin(), tellings_.end(), told_before);
  }

  std::vector<LinkArticle> articles_;
  const Rulings& rulings_;
  LinkedActors actors_;
  ActorTable table_;
  std::vector<std::size_t> texts_;
  std::vector<LinkedTelling> tellings_;
};

}  // namespace

Graph link_articles(std::vector<LinkArticle> articles, std::span<const Decision> decisions,
                    LinkReport& report) {
  const Rulings rulings = read_rulings(decisions);
  return Linker(std::move(articles), rulings).run(report);
}

Graph link_facts(std::span<const Facts> facts, std::span<const Decision> decisions) {
  std::vector<LinkArticle> articles;
  articles.reserve(facts.size());
  for (const Facts& each : facts) articles.push_back(link_article(each));
  LinkReport report;
  return link_articles(std::move(articles), decisions, report);
}

}  // namespace annals
