#include "link/pairs.h"

#include <algorithm>
#include <optional>

#include "link/acts.h"
#include "link/days.h"
#include "link/wording.h"

namespace annals {
namespace {

constexpr double enough = 1;
constexpr double enough_when_vague = 1.5;
constexpr double enough_for_days_of_news = 2;
constexpr double enough_when_long_past = 1;
constexpr double enough_without_days = 1.5;
constexpr double enough_in_article = 1.25;  // of a vague telling and another of its article

/// What two vague tellings need to have in common to be of one event; nothing when they cannot be.
std::optional<double> enough_for_vague(const LinkedTelling& a, const LinkedTelling& b,
                                       const ActorTable& actors) {
  if (a.text == b.text && a.telling->sentence == b.telling->sentence) return enough_when_vague;
  const auto apart = days_between(*a.article, *b.article);
  if (!apart) return std::nullopt;
  if (is_long_past(a) && is_long_past(b)) {
    if (is_told_often(a.mention())) return std::nullopt;
    return enough_when_long_past;
  }
  if (a.date.precision != b.date.precision) return std::nullopt;
  if (*apart <= one_news) return enough_when_vague;
  if (*apart > longest_news) return std::nullopt;
  if (is_in_same_words(a, b)) return as_good_as_one;
  if (is_told_of_one_death(a, b, actors)) return enough;
  if (is_told_with_one_toll(a.mention(), b.mention())) return enough_when_vague;
  if (*apart > days_of_news || is_told_often(a.mention())) return std::nullopt;
  return enough_for_days_of_news;
}

/// What a vague telling and another need to have in common; nothing when it cannot be of it.
///
/// A vague telling speaks of a day that is likely for it; of another vague one only within one
/// text or some days' news, or when both look far back.
std::optional<double> enough_to_fit(const LinkedTelling& vague, const LinkedTelling& other,
                                    const ActorTable& actors) {
  if (vague.article == other.article) return enough_in_article;
  if (is_vague(other.date)) return enough_for_vague(vague, other, actors);
  auto likely = likely_days(vague.date);
  // "before the report" and "after it" may be the day of the report itself
  if (likely && vague.basis != DateBasis::expression) {
    if (vague.date.precision == Precision::before) likely->last += date::days{1};
    if (vague.date.precision == Precision::after) likely->first -= date::days{1};
  }
  // no day at all is known: the other must have happened before this article appeared
  const bool meant =
      likely ? overlaps(other.date, *likely)
             : !vague.article->published || other.date.first <= vague.article->published->last;
  return meant ? std::optional(enough_when_vague) : std::nullopt;
}

}  // namespace

bool Pairs::is_ruled_apart(const LinkedTelling& a, const LinkedTelling& b) const {
  return !apart_.empty() && apart_.contains(std::minmax(a.mention().id, b.mention().id));
}

double Pairs::score(const LinkedTelling& a, const LinkedTelling& b) const {
  return is_ruled_apart(a, b) ? 0 : agreement(a, b, actors_);
}

bool Pairs::speak_against(const LinkedTelling& a, const LinkedTelling& b, bool same_dead) const {
  return is_ruled_apart(a, b) || contradict(a, b, actors_, same_dead);
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
  const auto least = enough_to_fit(vague, other, actors_);
  if (!least) return 0;
  const bool in_order = !told_before(other, vague);
  const double found = in_order ? score(vague, other) : score(other, vague);
  return found >= *least ? found : 0;
}

bool Pairs::refers(const LinkedTelling& later, const LinkedTelling& earlier) const {
  return refers_to(later, earlier, actors_);
}

}  // namespace annals
