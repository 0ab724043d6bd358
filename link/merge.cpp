#include "link/merge.h"

#include <algorithm>
#include <set>

namespace annals {
namespace {

template <class T>
void add_sorted(std::vector<T>& to, const T& value) {
  const auto at = std::lower_bound(to.begin(), to.end(), value);
  if (at == to.end() || *at != value) to.insert(at, value);
}

/// Narrower first; a date from an expression before one that was only derived.
bool tells_more(const EventDate& a, const EventDate& b) {
  return a.last - a.first < b.last - b.first;
}

void join_dates(Event& event, const std::vector<const LinkedTelling*>& tellings) {
  const Mention* best = &tellings.front()->telling->mention;
  for (const LinkedTelling* each : tellings) {
    if (tells_more(each->telling->mention.date, best->date)) best = &each->telling->mention;
  }
  event.date = best->date;
  event.date_basis = best->date_basis;
}

}  // namespace

bool told_before(const LinkedTelling& a, const LinkedTelling& b) {
  const auto day_of = [](const LinkArticle& article) {
    return article.published ? article.published->first : last_day;
  };
  const auto key = [&](const LinkedTelling& each) {
    return std::tuple(day_of(*each.article), each.article->id, each.telling->mention.trigger,
                      each.telling->mention.id);
  };
  return key(a) < key(b);
}

Event merge_tellings(std::vector<const LinkedTelling*> tellings) {
  std::sort(tellings.begin(), tellings.end(),
            [](const LinkedTelling* a, const LinkedTelling* b) { return told_before(*a, *b); });
  const Mention& first = tellings.front()->telling->mention;
  Event event{.id = EventId{hash_of({"event", format_hex(first.id.value)})},
              .type = first.type,
              .mode = first.mode,
              .cameo = first.cameo,
              .status = first.status,
              .place = first.place};
  std::set<ArticleId> articles;
  for (const LinkedTelling* each : tellings) {
    const Mention& mention = each->telling->mention;
    for (const auto& participant : each->participants) add_sorted(event.participants, participant);
    if (each->said_by) add_sorted(event.said_by, *each->said_by);
    if (!event.place) event.place = mention.place;
    if (event.counts.empty()) event.counts = mention.counts;
    event.confidence = std::max(event.confidence, mention.confidence);
    event.mentions.push_back(mention.id);
    articles.insert(mention.article);
  }
  std::sort(event.participants.begin(), event.participants.end(),
            [](const Participant& a, const Participant& b) {
              return std::tuple(a.role, a.actor) < std::tuple(b.role, b.actor);
            });
  event.sources = static_cast<std::uint32_t>(articles.size());
  event.independent_sources = event.sources;
  join_dates(event, tellings);
  return event;
}

}  // namespace annals
