#include "link/linked_articles.h"

#include <algorithm>
#include <tuple>

#include "link/actor_forms.h"

namespace annals {

std::vector<LinkedTelling> link_tellings(const LinkArticle& article, std::uint64_t text,
                                         const Rulings& rulings, const LinkedActor& linked) {
  std::map<ActorId, ActorId> became;
  for (const Actor& actor : article.actors) {
    if (const auto id = linked(actor.id, form_of(actor))) became[actor.id] = *id;
  }
  // one that the article does not list stays what it is
  const auto linked_id = [&](ActorId id) {
    const auto at = became.find(id);
    return at == became.end() ? id : at->second;
  };
  std::vector<LinkedTelling> result;
  for (const Telling& telling : article.tellings) {
    const Mention& mention = telling.mention;
    if (rulings.wrong.contains(mention.id)) continue;
    LinkedTelling each{.telling = &telling,
                       .article = &article,
                       .text = text,
                       .participants = {},
                       .date = mention.date,
                       .basis = mention.date_basis};
    const auto is_named = [](const Participant& who) { return who.span.begin < who.span.end; };
    const bool words_known =
        std::any_of(mention.participants.begin(), mention.participants.end(), is_named);
    for (const Participant& who : mention.participants) {
      each.participants.push_back({.actor = linked_id(who.actor), .role = who.role});
      if (words_known && !is_named(who)) each.supplied.push_back(each.participants.back().actor);
    }
    std::sort(each.supplied.begin(), each.supplied.end());
    std::sort(each.participants.begin(), each.participants.end(),
              [](const Participant& a, const Participant& b) {
                return std::tuple(a.role, a.actor) < std::tuple(b.role, b.actor);
              });
    each.participants.erase(std::unique(each.participants.begin(), each.participants.end()),
                            each.participants.end());
    if (mention.said_by) each.said_by = linked_id(*mention.said_by);
    if (const auto at = rulings.dates.find(mention.id); at != rulings.dates.end()) {
      each.date = at->second;
      each.basis = DateBasis::expression;
      each.decided = true;
    }
    result.push_back(std::move(each));
  }
  std::sort(result.begin(), result.end(), told_before);
  return result;
}

const std::vector<LinkedTelling>& LinkedArticles::of(ArticleId id) {
  const auto [at, fresh] = tellings_.try_emplace(id.value);
  const LinkArticle* article = fresh ? articles_.find(id) : nullptr;
  if (article != nullptr) {
    at->second = link_tellings(*article, text_of_(id), rulings_, linked_);
    if (anchor_of_) bound(at->second, id);
  }
  return at->second;
}

const LinkedTelling* LinkedArticles::find(ArticleId article, MentionId mention) {
  const auto& tellings = of(article);
  const auto at = std::find_if(tellings.begin(), tellings.end(), [&](const LinkedTelling& each) {
    return each.mention().id == mention;
  });
  return at == tellings.end() ? nullptr : &*at;
}

bool LinkedArticles::may_be_bounded(ArticleId id) {
  const LinkArticle* article = articles_.find(id);
  if (article == nullptr || article->published) return false;
  const auto& tellings = of(id);
  return std::any_of(tellings.begin(), tellings.end(), [](const LinkedTelling& each) {
    return is_yearless(each.date) || each.basis == DateBasis::linked;
  });
}

void LinkedArticles::bound_by(std::function<std::optional<Anchor>(ArticleId)> anchor_of) {
  anchor_of_ = std::move(anchor_of);
  for (auto& [id, tellings] : tellings_) bound(tellings, ArticleId{id});
}

void LinkedArticles::bound(std::vector<LinkedTelling>& tellings, ArticleId id) const {
  const auto yearless = [](const LinkedTelling& each) { return is_yearless(each.date); };
  if (tellings.empty() || tellings.front().article->published ||
      std::none_of(tellings.begin(), tellings.end(), yearless)) {
    return;
  }
  const auto anchor = anchor_of_(id);
  if (!anchor) return;
  for (LinkedTelling& each : tellings) {
    const auto date = yearless(each) ? with_year(each, *anchor) : std::nullopt;
    if (!date) continue;
    each.date = *date;
    each.basis = DateBasis::linked;
    each.date_reason = "year from " + anchor->reason;
  }
}

}  // namespace annals
