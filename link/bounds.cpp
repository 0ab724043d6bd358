#include "link/bounds.h"

#include <algorithm>
#include <map>

#include "graph/names.h"
#include "link/compare.h"

namespace annals {
namespace {

using date::days;
using date::sys_days;
using date::year_month_day;

/// The best dated telling of a group from an article with a date.
const LinkedTelling* dated_member(const std::vector<const LinkedTelling*>& tellings,
                                  const std::vector<std::size_t>& group) {
  const LinkedTelling* best = nullptr;
  for (const std::size_t i : group) {
    const LinkedTelling& each = *tellings[i];
    if (!each.article->published || is_vague(each.date)) continue;
    if (best == nullptr || each.date.last - each.date.first < best->date.last - best->date.first)
      best = &each;
  }
  return best;
}

bool speaks_of_this_year(const std::string& words) {
  return fold(words).find("this year") != std::string::npos;
}

}  // namespace

std::map<ArticleId, Anchor> find_anchors(const std::vector<const LinkedTelling*>& tellings,
                                         const std::vector<std::vector<std::size_t>>& groups) {
  std::map<ArticleId, Anchor> anchors;
  for (const auto& group : groups) {
    const LinkedTelling* dated = group.size() > 1 ? dated_member(tellings, group) : nullptr;
    if (dated == nullptr) continue;
    for (const std::size_t i : group) {
      const LinkedTelling& each = *tellings[i];
      const Status status = each.mention().status;
      const bool done = status == Status::happened || status == Status::alleged;
      if (each.article->published || !done) continue;
      const Anchor anchor{.day = dated->date.first,
                          .reason = format_edtf(dated->date) + " (" + dated->article->name + ")"};
      const auto [at, fresh] = anchors.try_emplace(each.article->id, anchor);
      const bool later = at->second.day < anchor.day ||
                         (at->second.day == anchor.day && anchor.reason < at->second.reason);
      if (!fresh && later) at->second = anchor;
    }
  }
  return anchors;
}

std::optional<EventDate> with_year(const LinkedTelling& telling, const Anchor& anchor) {
  const year_month_day around{anchor.day};
  const date::month month{telling.date.month};
  date::year year = around.year();
  if (!speaks_of_this_year(telling.mention().date_text)) {
    if (month > around.month()) year -= date::years{1};
    const auto since = anchor.day - sys_days{year / month / date::last};
    if (since > days{182}) return std::nullopt;
  }
  if (telling.date.day == 0) return month_date(year / month);
  const year_month_day day{year, month, date::day{telling.date.day}};
  return day.ok() ? std::optional(day_date(sys_days{day})) : std::nullopt;
}

}  // namespace annals
