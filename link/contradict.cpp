#include "link/contradict.h"

#include <algorithm>
#include <vector>

#include "link/acts.h"
#include "link/days.h"
#include "link/wording.h"

namespace annals {
namespace {

using date::days;

std::vector<ActorId> actors_of(const LinkedTelling& telling) {
  std::vector<ActorId> result;
  for (const Participant& each : telling.participants) result.push_back(each.actor);
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

/// Within an article plans stay plans, whatever becomes of them; only a title, which has no tenses,
/// may tell of a plan as if it were done.
bool statuses_agree_in_article(const LinkedTelling& a, const LinkedTelling& b) {
  const Status one = a.mention().status, other = b.mention().status;
  if (one == other) return true;
  if (is_plan(one) && is_plan(other)) {
    // "he hoped to meet him some day" is not the meeting that was planned
    const auto is_wish = [](const LinkedTelling& each) {
      return each.mention().status == Status::hypothetical && !each.telling->definite &&
             !each.telling->in_title && each.basis != DateBasis::expression;
    };
    return !is_wish(a) && !is_wish(b);
  }
  if (std::min(one, other) == Status::alleged && std::max(one, other) == Status::denied)
    return true;
  const bool titled = a.telling->in_title || b.telling->in_title;
  return titled && one != Status::denied && other != Status::denied;
}

/// Two statuses in two articles are one event only when they name the same actors.
bool statuses_agree(const LinkedTelling& a, const LinkedTelling& b, bool same_actors) {
  const Status low = std::min(a.mention().status, b.mention().status);
  const Status high = std::max(a.mention().status, b.mention().status);
  if (low == high) return true;
  if (low == Status::alleged && high == Status::denied) return true;
  if (!same_actors) return false;
  if (low == Status::planned && high == Status::cancelled) return true;
  if (low == Status::happened && (high == Status::planned || high == Status::cancelled)) {
    const LinkedTelling& plan = a.mention().status == low ? b : a;
    const LinkedTelling& deed = &plan == &a ? b : a;
    const auto& published = plan.article->published;
    // what was called off and took place after all
    if (high == Status::cancelled) return published && deed.date.last > published->last;
    const bool announced_before = !published || deed.date.last >= published->first;
    return announced_before && (!is_vague(plan.date) || plan.participants.empty());
  }
  // what one tells as a fact and another only as said
  const bool told_as_fact =
      low == Status::happened && (high == Status::alleged || high == Status::denied);
  return told_as_fact && !is_vague(a.date) && !is_vague(b.date);
}

/// The days of talks that were planned are now and then missed by one.
bool is_plan_a_day_off(const LinkedTelling& a, const LinkedTelling& b) {
  if (a.date.precision != Precision::day || b.date.precision != Precision::day) return false;
  const auto apart = a.date.first - b.date.first;
  const bool plan =
      (a.mention().status == Status::planned) != (b.mention().status == Status::planned);
  return plan && apart >= days{-1} && apart <= days{1};
}

/// A phone call has no place.
bool is_call_and_place(const Mention& call, const Mention& other) {
  return call.cameo == "041" && other.cameo != "041" && other.place && other.place->latitude;
}

/// Whether the dates that two articles give are of one event.
bool days_fit(const LinkedTelling& a, const LinkedTelling& b, const Shared& shared) {
  const Mention& one = a.mention();
  const Mention& other = b.mention();
  // "before the report" is often the day of the report itself
  const auto is_derived = [](const LinkedTelling& each) {
    return each.date.precision == Precision::before && each.basis != DateBasis::expression;
  };
  const bool just_missed = (is_derived(a) && b.date.first <= a.date.last + days{1}) ||
                           (is_derived(b) && a.date.first <= b.date.last + days{1});
  // and a plan for "after the report" one for that day
  const auto is_planned_behind = [](const LinkedTelling& each) {
    return each.date.precision == Precision::after && each.basis != DateBasis::expression;
  };
  const bool just_behind = (is_planned_behind(a) && a.date.first <= b.date.last + days{1}) ||
                           (is_planned_behind(b) && b.date.first <= a.date.last + days{1});
  if (just_missed || just_behind) return true;
  const bool called_off = one.status == Status::cancelled || other.status == Status::cancelled;
  if (called_off && one.status != other.status) return true;
  const bool same_city =
      one.place && other.place && one.place->latitude && one.place->name == other.place->name;
  return dates_agree(a.date, b.date) ||
         ((shared.named >= 2 || same_city) && is_plan_a_day_off(a, b));
}

/// Neither sentence says a day, so that each has that of its article: of a sentence that was
/// printed again the next day it tells nothing.
bool are_days_of_the_papers(const LinkedTelling& a, const LinkedTelling& b) {
  const auto is_of_paper = [](const LinkedTelling& each) {
    return each.basis == DateBasis::reporting_day || each.basis == DateBasis::dateline_relative;
  };
  const auto apart = days_between(*a.article, *b.article);
  return is_of_paper(a) && is_of_paper(b) && apart && *apart <= one_news;
}

/// "She also warned": another event than what the article told before, though she may have warned
/// and discussed several things when she met somebody, and "five more were wounded" may be told of
/// the attack that killed others.
bool is_one_more(const LinkedTelling& a, const LinkedTelling& b) {
  const bool in_order = a.mention().trigger.begin < b.mention().trigger.begin;
  const LinkedTelling& earlier = in_order ? a : b;
  const LinkedTelling& later = in_order ? b : a;
  if (later.telling->separate && a.mention().sentence != b.mention().sentence) return true;
  if (!later.telling->anew || later.mention().type == "CONSULT") return false;
  const bool of_attack = later.telling->toll || later.telling->result;
  return !of_attack || counts_of_one_kind(earlier.mention(), later.mention());
}

}  // namespace

bool told_alike(const LinkedTelling& a, const LinkedTelling& b, const Shared& shared) {
  constexpr std::size_t certain = 6;  // longer words that no two writers choose alike
  if (a.article == b.article || a.telling->trigger != b.telling->trigger) return false;
  if (family(a.mention().type) != family(b.mention().type)) return false;
  if (!days_fit(a, b, shared) && !are_days_of_the_papers(a, b)) return false;
  if (is_edited(a, b)) return !counts_differ(a, b) && !places_differ(a.mention(), b.mention());
  if (!is_in_same_words(a, b)) return false;
  const bool strangers = shared.strangers_a > 0 && shared.strangers_b > 0;
  return (!strangers && !shared.swapped) || a.telling->words.size() >= certain;
}

bool is_its_result(const LinkedTelling& a, const LinkedTelling& b) {
  if (a.article != b.article || a.mention().sentence != b.mention().sentence) return false;
  const bool in_order = a.mention().trigger.begin < b.mention().trigger.begin;
  return (in_order ? b : a).telling->result;
}

bool speaks_against(const LinkedTelling& a, const LinkedTelling& b, const Shared& shared,
                    const ActorTable& actors, bool same_dead) {
  const Mention& one = a.mention();
  const Mention& other = b.mention();
  if (family(one.type) != family(other.type) || !codes_agree(one.cameo, other.cameo)) return true;
  if (places_differ(one, other) || counts_differ(a, b)) return true;
  if (is_call_and_place(one, other) || is_call_and_place(other, one)) return true;
  if (is_its_result(a, b)) return is_one_more(a, b) || !statuses_agree_in_article(a, b);
  // who killed a man, or so many, is what their death is most disputed for
  const bool one_death =
      a.article != b.article && (same_dead || is_told_of_the_same_dead(a, b, actors));
  const bool strangers = shared.strangers_a > 0 && shared.strangers_b > 0 && !one_death;
  if (shared.swapped || strangers) return true;
  if (a.article == b.article) {
    if (is_one_more(a, b) || a.telling->habit != b.telling->habit) return true;
    // "met the minister" and "met dissidents" are two meetings, whatever the day
    const auto is_new_here = [](const LinkedTelling& each) {
      return !each.telling->definite && !each.telling->in_title;
    };
    if (is_new_here(a) && is_new_here(b) && shared.lonely_a > 0 && shared.lonely_b > 0 &&
        shared.strangers_a + shared.strangers_b > 0)
      return true;
    // the day of a cancelled event is now its own, now that of its end
    const auto is_dated = [](const LinkedTelling& each) {
      return each.basis == DateBasis::expression && each.mention().status != Status::cancelled;
    };
    const bool dated = is_dated(a) && is_dated(b);
    return !statuses_agree_in_article(a, b) || (dated && !dates_agree(a.date, b.date));
  }
  const auto names_nobody = [&](const LinkedTelling& each) {
    return each.participants.empty() ||
           (each.telling->in_title &&
            std::none_of(each.participants.begin(), each.participants.end(),
                         [&](const auto& who) { return is_somebody(who.actor, actors); }));
  };
  const bool unnamed = names_nobody(a) || names_nobody(b);
  const bool all_matched = shared.lonely_a + shared.lonely_b == 0;
  const bool same_actors = unnamed || shared.named >= 2 || actors_of(a) == actors_of(b) ||
                           (all_matched && shared.actors + shared.counterparts >= 2);
  if (!statuses_agree(a, b, same_actors)) return true;
  // a man dies once, and of two days one is wrong; as many may have been killed on each
  const bool both_said = a.basis == DateBasis::expression && b.basis == DateBasis::expression;
  const bool any_day = one_death && (!both_said || is_told_of_one_death(a, b, actors));
  return !any_day && !days_fit(a, b, shared);
}

}  // namespace annals
