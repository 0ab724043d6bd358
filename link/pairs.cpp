#include "link/pairs.h"

#include <algorithm>

namespace annals {
namespace {

constexpr double enough = 1;
constexpr double enough_when_vague = 1.5;
constexpr double enough_without_days = 1.5;
constexpr double enough_in_article = 1.25;  // of a vague telling and another of its article

/// A vague telling speaks of a day that is likely for it; of another vague one only within one
/// text or day's news.
bool may_be_meant(const LinkedTelling& vague, const LinkedTelling& other) {
  if (vague.article == other.article) return true;
  const auto days = likely_days(vague.date);
  if (!is_vague(other.date)) {
    if (days) return overlaps(other.date, *days);
    // no day at all is known: the other must have happened before this article appeared
    return !vague.article->published || other.date.first <= vague.article->published->last;
  }
  if (vague.text == other.text && vague.telling->sentence == other.telling->sentence) return true;
  if (!vague.article->published || !other.article->published) return false;
  const auto apart = vague.article->published->first - other.article->published->first;
  return vague.date.precision == other.date.precision && apart <= date::days{2} &&
         apart >= date::days{-2};
}

}  // namespace

bool Pairs::is_ruled_apart(const LinkedTelling& a, const LinkedTelling& b) const {
  return !apart_.empty() && apart_.contains(std::minmax(a.mention().id, b.mention().id));
}

double Pairs::score(const LinkedTelling& a, const LinkedTelling& b) const {
  return is_ruled_apart(a, b) ? 0 : agreement(a, b, actors_);
}

bool Pairs::speak_against(const LinkedTelling& a, const LinkedTelling& b) const {
  return is_ruled_apart(a, b) || contradict(a, b, actors_);
}

double Pairs::joining_score(const LinkedTelling& a, const LinkedTelling& b) const {
  const double found = score(a, b);
  return found >= enough ? found : 0;
}

double Pairs::joining_score_in_article(const LinkedTelling& a, const LinkedTelling& b) const {
  const bool both_said = a.basis == DateBasis::expression && b.basis == DateBasis::expression;
  if (both_said) return 0;
  // a minister's rebuke is not that of his country, though either may sign for it
  if (a.date == b.date && !is_symmetric(a.mention().type)) return 0;
  const double found = score(a, b);
  return found >= (a.date == b.date ? enough : enough_without_days) ? found : 0;
}

double Pairs::fitting_score(const LinkedTelling& vague, const LinkedTelling& other) const {
  if (!may_be_meant(vague, other)) return 0;
  const bool in_order = !told_before(other, vague);
  const double found = in_order ? score(vague, other) : score(other, vague);
  const bool one_article = vague.article == other.article;
  return found >= (one_article ? enough_in_article : enough_when_vague) ? found : 0;
}

bool Pairs::refers(const LinkedTelling& later, const LinkedTelling& earlier) const {
  return refers_to(later, earlier, actors_);
}

}  // namespace annals
