#include "link/reach.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "link/days.h"

namespace annals {
namespace {

/// The places of the members of `block` that are not in `other`; both sorted.
std::vector<std::size_t> places_of_others(const Members& block, const Members& other) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < block.size(); ++i) {
    if (!std::binary_search(other.begin(), other.end(), block[i])) places.push_back(i);
  }
  return places;
}

/// The members that a vague one at place `at` is compared with; Blocks::near().
std::span<const BlockPosting> near_members(const Members& block, std::size_t at) {
  if (block.size() <= 2 * most_compared) return block;
  const std::size_t begin = at - std::min(at, most_compared);
  return std::span(block).subspan(begin, std::min(block.size(), at + most_compared) - begin);
}

/// Whether a vague telling can speak of another of another text, as far as their dates tell.
bool may_be_meant(const BlockPosting& vague, const BlockPosting& other) {
  if (!is_vague(other.date)) {
    const auto days = likely_days(vague.date);
    return !days || overlaps(other.date, *days);
  }
  if (vague.published == last_day || other.published == last_day) return false;
  if (is_closed(vague.date) && is_closed(other.date)) return true;  // perhaps both long past
  const auto apart = vague.published - other.published;
  return vague.date.precision == other.date.precision && apart <= longest_news &&
         apart >= -longest_news;
}

std::size_t less(std::size_t a, std::size_t b) { return a - std::min(a, b); }

/// Where a telling stands among the members of its block.
std::size_t place_of(const Members& members, MentionId mention) {
  const auto at = std::find_if(members.begin(), members.end(),
                               [&](const BlockPosting& each) { return each.mention == mention; });
  return static_cast<std::size_t>(at - members.begin());
}

}  // namespace

void Reach::open(TellingRef telling) {
  if (articles_.find(telling.first, telling.second) == nullptr) return;
  if (found_.insert(telling).second) open_.push_back(telling);
}

void Reach::begin_with(ArticleId id) {
  for (const LinkedTelling& each : articles_.of(id)) open({id, each.mention().id});
}

void Reach::begin_with_blocks_of(const LinkedTelling& telling) {
  for (const std::uint64_t key : block_keys(telling, actors_)) {
    for (const BlockPosting& each : block(key).all) open(each);
  }
}

void Reach::begin_with_changed_blocks() {
  for (const auto& [key, old_block] : blocks_.before()) {
    Members before = old_block;
    bound_dates(before, articles_);
    const Block& found = block(key);
    const Members& now = found.all;
    const auto is_gone = [&](const BlockPosting& each) {
      return is_yearless(each.date) && !std::binary_search(now.begin(), now.end(), each);
    };
    if (std::any_of(before.begin(), before.end(), is_gone)) {
      met_yearless_ = true;  // and nobody knows any more what its date was bounded to
      for (const BlockPosting& each : before) open(each);
    }
    begin_with_block(before, found);
  }
}

void Reach::open_if_joining(const BlockPosting& a, const BlockPosting& b) {
  if (is_open(a) && is_open(b)) return;
  const auto* one = articles_.find(a.article, a.mention);
  const auto* other = articles_.find(b.article, b.mention);
  if (one == nullptr || other == nullptr) return;
  const bool in_order = told_before(*one, *other);
  if (pairs_.joining_score(in_order ? *one : *other, in_order ? *other : *one) == 0) return;
  open(a);
  open(b);
}

void Reach::open_if_fitting(const BlockPosting& vague, const BlockPosting& other) {
  if (is_open(vague) && is_open(other)) return;
  const bool one_text = vague.article == other.article ||
                        (is_vague(other.date) &&
                         articles_.text_of(vague.article) == articles_.text_of(other.article));
  if (!one_text && !may_be_meant(vague, other)) return;  // spares reading most articles
  const auto* one = articles_.find(vague.article, vague.mention);
  const auto* two = articles_.find(other.article, other.mention);
  if (one == nullptr || two == nullptr || pairs_.fitting_score(*one, *two) == 0) return;
  open(vague);
  open(other);
}

/// What went left those behind that it was compared with, and what came or went moved places, so
/// that pairs at the end of the reach of a comparison are within it now, or were.
void Reach::begin_with_block(const Members& before, const Block& found) {
  const Members& now = found.all;
  const auto gone = places_of_others(before, now);
  const auto come = places_of_others(now, before);
  const std::size_t moved = gone.size() + come.size();
  if (moved == 0) return;
  for (const std::size_t at : gone) {
    const bool vague = is_vague(before[at].date);
    for (const BlockPosting& each : near_members(before, at)) {
      if (vague || is_vague(each.date)) open(each);
    }
  }
  const Members exact_before = exact_members(before);
  const Members& exact_now = found.exact;
  for (std::size_t i = 0; i < exact_before.size(); ++i) {
    visit_exact_pairs(exact_before, i, [&](std::size_t one, std::size_t other) {
      const BlockPosting &a = exact_before[one], &b = exact_before[other];
      if (!std::binary_search(now.begin(), now.end(), a)) open(b);
      if (!std::binary_search(now.begin(), now.end(), b)) open(a);
    });
  }
  if (std::max(exact_before.size(), exact_now.size()) > most_compared) {
    for (const Members* each : {&exact_before, &exact_now}) {
      const Members& exact = *each;
      for (std::size_t i = 0; i < exact.size(); ++i) {
        const std::size_t end = std::min(exact.size(), i + most_compared + moved);
        for (std::size_t j = i + most_compared; j < end; ++j) {
          if (may_touch(exact[i], exact[j])) open_if_joining(exact[i], exact[j]);
        }
      }
    }
  }
  if (std::max(before.size(), now.size()) <= 2 * most_compared) return;
  for (std::size_t at = 0; at < now.size(); ++at) {
    if (!is_vague(now[at].date)) continue;
    const auto was = std::lower_bound(before.begin(), before.end(), now[at]);
    if (was == before.end() || *was != now[at]) continue;
    const auto near_before = near_members(before, static_cast<std::size_t>(was - before.begin()));
    const auto near_now = near_members(now, at);
    if (near_before.front() == near_now.front() && near_before.back() == near_now.back()) continue;
    Members differing;
    std::set_symmetric_difference(near_before.begin(), near_before.end(), near_now.begin(),
                                  near_now.end(), std::back_inserter(differing));
    for (const BlockPosting& each : differing) open_if_fitting(now[at], each);
  }
}

const Reach::Block& Reach::block(std::uint64_t key) {
  const auto [at, fresh] = cache_.try_emplace(key);
  Block& found = at->second;
  if (!fresh) return found;
  found.all = blocks_.members(key, articles_);
  found.exact = exact_members(found.all);
  for (const BlockPosting& each : found.all)
    met_yearless_ = met_yearless_ || is_yearless(each.date);
  return found;
}

std::set<TellingRef> Reach::all() {
  while (!open_.empty()) {
    const auto [article, mention] = open_.back();
    open_.pop_back();
    visit(*articles_.find(article, mention));
  }
  return found_;
}

void Reach::visit(const LinkedTelling& telling) {
  for (const std::uint64_t key : block_keys(telling, actors_)) {
    const Block& found = block(key);
    if (!is_vague(telling.date)) visit_exact(found.exact, telling);
    visit_vague(found.all, telling);
  }
  visit_article(telling);
  begin_with_joined(telling.mention().id);
}

void Reach::begin_with_joined(MentionId id) {
  for (const auto& [a, b] : rulings_.same_events) {
    if (a != id && b != id) continue;
    const MentionId other = a == id ? b : a;
    if (const auto article = article_of_(other)) open({*article, other});
  }
}

void Reach::visit_exact(const Members& exact, const LinkedTelling& telling) {
  const std::size_t place = place_of(exact, telling.mention().id);
  const std::size_t end = std::min(exact.size(), place + most_compared);
  for (std::size_t i = less(place, most_compared - 1); i < end; ++i) {
    if (i != place && may_touch(exact[i], exact[place])) open_if_joining(exact[i], exact[place]);
  }
}

void Reach::visit_vague(const Members& all, const LinkedTelling& telling) {
  const std::size_t place = place_of(all, telling.mention().id);
  const bool small = all.size() <= 2 * most_compared;
  const std::size_t from = small ? 0 : less(place, most_compared);
  const std::size_t to = small ? all.size() : std::min(all.size(), place + most_compared + 1);
  for (std::size_t i = from; i < to; ++i) {
    if (i == place) continue;
    if (is_vague(all[place].date)) open_if_fitting(all[place], all[i]);
    if (is_vague(all[i].date)) open_if_fitting(all[i], all[place]);
  }
}

void Reach::visit_article(const LinkedTelling& telling) {
  const ArticleId id = telling.article->id;
  const auto& tellings = articles_.of(id);
  if (articles_.may_be_bounded(id)) {  // what dates such an article is found by all it tells
    met_yearless_ = true;
    begin_with(id);
  }
  for (const LinkedTelling& other : tellings) {
    if (&other == &telling) continue;
    const bool in_order = told_before(telling, other);
    const LinkedTelling& earlier = in_order ? telling : other;
    const LinkedTelling& later = in_order ? other : telling;
    if (pairs_.refers(later, earlier) || pairs_.joining_score_in_article(earlier, later) > 0)
      open({id, other.mention().id});
  }
}

}  // namespace annals
