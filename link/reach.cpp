#include "link/reach.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "link/days.h"

namespace annals {
namespace {

/// The members of `block` that are not in `other`; both sorted.
Members others(const Members& block, const Members& other) {
  Members result;
  std::set_difference(block.begin(), block.end(), other.begin(), other.end(),
                      std::back_inserter(result));
  return result;
}

/// The places in `block` of those that are among `wanted`, which is sorted.
std::vector<std::size_t> places_of(const Members& wanted, const Members& block) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < block.size() && !wanted.empty(); ++i) {
    if (std::binary_search(wanted.begin(), wanted.end(), block[i])) places.push_back(i);
  }
  return places;
}

std::size_t less(std::size_t a, std::size_t b) { return a - std::min(a, b); }

/// Every place below `size` that stands at most `before` before one of `places` or less than
/// `behind` behind it; sorted.
std::vector<std::size_t> around(const std::vector<std::size_t>& places, std::size_t before,
                                std::size_t behind, std::size_t size) {
  std::vector<std::size_t> result;
  std::size_t next = 0;
  for (const std::size_t place : places) {
    next = std::max(next, less(place, before));
    for (; next < std::min(size, place + behind); ++next) result.push_back(next);
  }
  return result;
}

/// The members that a vague one at place `at` is compared with; Blocks::near().
std::span<const BlockPosting> near_members(const Members& block, std::size_t at) {
  if (block.size() <= 2 * most_compared) return block;
  const std::size_t begin = less(at, most_compared);
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
  return vague.date.precision == other.date.precision &&
         date::abs(vague.published - other.published) <= longest_news;
}

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
/// that pairs at the end of the reach of a comparison are within it now, or were. Only places near
/// such changes are looked at: some blocks are very large.
void Reach::begin_with_block(const Members& before, const Block& found) {
  const Members& now = found.all;
  const Members gone = others(before, now);
  const Members come = others(now, before);
  if (gone.empty() && come.empty()) return;
  const auto gone_from = places_of(gone, before);
  for (const std::size_t at : gone_from) {
    const bool vague = is_vague(before[at].date);
    for (const BlockPosting& each : near_members(before, at)) {
      if (vague || is_vague(each.date)) open(each);
    }
  }
  const Members exact_before = exact_members(before);
  const auto gone_places = places_of(gone, exact_before);
  const auto come_places = places_of(come, found.exact);
  begin_with_left(exact_before, gone_places);
  const std::size_t moved = gone_places.size() + come_places.size();
  begin_with_moved(exact_before, gone_places, moved);
  begin_with_moved(found.exact, come_places, moved);
  begin_with_vague(before, gone_from, now, come);
}

/// Those with which the ones at these places were compared.
void Reach::begin_with_left(const Members& exact, const std::vector<std::size_t>& gone) {
  const auto is_gone = [&](std::size_t place) {
    return std::binary_search(gone.begin(), gone.end(), place);
  };
  for (const std::size_t i : around(gone, most_compared - 1, 1, exact.size())) {
    visit_exact_pairs(exact, i, [&](std::size_t one, std::size_t other) {
      if (is_gone(one)) open(exact[other]);
      if (is_gone(other)) open(exact[one]);
    });
  }
}

/// Pairs too far apart to be compared here, but not where what stands at these places between them
/// is missing.
void Reach::begin_with_moved(const Members& exact, const std::vector<std::size_t>& changed,
                             std::size_t moved) {
  for (const std::size_t i : around(changed, most_compared + moved, 0, exact.size())) {
    const std::size_t end = std::min(exact.size(), i + most_compared + moved);
    for (std::size_t j = i + most_compared; j < end; ++j) {
      if (may_touch(exact[i], exact[j])) open_if_joining(exact[i], exact[j]);
    }
  }
}

/// Vague members that are compared with others than before.
void Reach::begin_with_vague(const Members& before, const std::vector<std::size_t>& gone,
                             const Members& now, const Members& come) {
  constexpr std::size_t small = 2 * most_compared;
  if (std::max(before.size(), now.size()) <= small) return;
  std::set<std::size_t> places;  // among those now
  if (std::min(before.size(), now.size()) <= small) {
    for (std::size_t at = 0; at < now.size(); ++at) places.insert(at);
  } else {
    constexpr std::size_t near = most_compared;
    for (const std::size_t at : around(places_of(come, now), near, near + 1, now.size()))
      places.insert(at);
    for (const std::size_t was : around(gone, near, near + 1, before.size())) {
      const auto at = std::lower_bound(now.begin(), now.end(), before[was]);
      if (at != now.end()) places.insert(static_cast<std::size_t>(at - now.begin()));
    }
  }
  for (const std::size_t at : places) {
    if (!is_vague(now[at].date)) continue;
    const auto was = std::lower_bound(before.begin(), before.end(), now[at]);
    if (was == before.end() || *was != now[at]) continue;
    const auto near_before = near_members(before, static_cast<std::size_t>(was - before.begin()));
    const auto near_now = near_members(now, at);
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
