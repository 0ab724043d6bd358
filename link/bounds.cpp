#include "link/bounds.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "graph/names.h"
#include "link/days.h"

namespace annals {
namespace {

using date::days;
using date::sys_days;
using date::year_month_day;

/// A time expression dates it, and not the day of the report.
bool is_told(const LinkedTelling& telling) { return telling.basis == DateBasis::expression; }

/// The best dated telling of a group from an article with a date.
const LinkedTelling* dated_member(const std::vector<const LinkedTelling*>& tellings,
                                  const std::vector<std::size_t>& group) {
  const LinkedTelling* best = nullptr;
  for (const std::size_t i : group) {
    const LinkedTelling& each = *tellings[i];
    if (!each.article->published || is_vague(each.date)) continue;
    const auto width = [](const LinkedTelling& telling) {
      return std::pair(!is_told(telling), telling.date.last - telling.date.first);
    };
    if (best == nullptr || width(each) < width(*best)) best = &each;
  }
  return best;
}

}  // namespace

std::map<ArticleId, Anchor> find_anchors(const std::vector<const LinkedTelling*>& tellings,
                                         const std::vector<std::vector<std::size_t>>& groups) {
  std::map<ArticleId, std::tuple<bool, sys_days, std::string>> latest;
  for (const auto& group : groups) {
    const LinkedTelling* dated = group.size() > 1 ? dated_member(tellings, group) : nullptr;
    if (dated == nullptr) continue;
    for (const std::size_t i : group) {
      const LinkedTelling& each = *tellings[i];
      const Status status = each.mention().status;
      const bool done = status == Status::happened || status == Status::alleged;
      if (each.article->published || !done) continue;
      const std::tuple known{is_told(*dated), dated->date.first,
                             format_edtf(dated->date) + " (" + dated->article->name + ")"};
      const auto [at, fresh] = latest.try_emplace(each.article->id, known);
      if (!fresh) at->second = std::max(at->second, known);
    }
  }
  std::map<ArticleId, Anchor> anchors;
  for (auto& [article, known] : latest)
    anchors[article] = {.day = std::get<1>(known), .reason = std::move(std::get<2>(known))};
  return anchors;
}

std::optional<EventDate> with_year(const LinkedTelling& telling, const Anchor& anchor) {
  const year_month_day around{anchor.day};
  const date::month month{telling.date.month};
  date::year year = around.year();
  if (!telling.telling->this_year) {
    if (month > around.month()) year -= date::years{1};
    const auto since = anchor.day - sys_days{year / month / date::last};
    if (since > days{182}) return std::nullopt;
  }
  if (telling.date.day == 0) return month_date(year / month);
  const year_month_day day{year, month, date::day{telling.date.day}};
  return day.ok() ? std::optional(day_date(sys_days{day})) : std::nullopt;
}

}  // namespace annals
