#include "link/compare.h"

#include <algorithm>
#include <vector>

#include "link/acts.h"
#include "link/days.h"
#include "link/participants.h"
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

bool is_plan(Status status) {
  return status == Status::planned || status == Status::cancelled || status == Status::hypothetical;
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

/// One sentence in two papers, or with a word changed, tells one event, whatever else each of them
/// made of it.
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

/// "the raid that killed him": of the raid it tells more.
bool is_its_result(const LinkedTelling& a, const LinkedTelling& b) {
  if (a.article != b.article || a.mention().sentence != b.mention().sentence) return false;
  const bool in_order = a.mention().trigger.begin < b.mention().trigger.begin;
  return (in_order ? b : a).telling->result;
}

bool contradict_in(const LinkedTelling& a, const LinkedTelling& b, const Shared& shared,
                   const ActorTable& actors) {
  const Mention& one = a.mention();
  const Mention& other = b.mention();
  if (family(one.type) != family(other.type) || !codes_agree(one.cameo, other.cameo)) return true;
  if (places_differ(one, other) || counts_differ(a, b)) return true;
  if (is_call_and_place(one, other) || is_call_and_place(other, one)) return true;
  if (is_its_result(a, b)) return !statuses_agree_in_article(a, b);
  // who killed a man is what his death is most disputed for
  const bool one_death = a.article != b.article && is_told_of_one_death(a, b, actors);
  const bool strangers = shared.strangers_a > 0 && shared.strangers_b > 0 && !one_death;
  if (shared.swapped || strangers) return true;
  if (a.article == b.article) {
    // "met the minister" and "met dissidents" are two meetings, whatever the day
    const auto is_told_anew = [](const LinkedTelling& each) {
      return !each.telling->definite && !each.telling->in_title;
    };
    if (is_told_anew(a) && is_told_anew(b) && shared.lonely_a > 0 && shared.lonely_b > 0 &&
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
  const bool same_actors = unnamed || shared.named >= 2 || actors_of(a) == actors_of(b);
  if (!statuses_agree(a, b, same_actors)) return true;
  const bool both_said = a.basis == DateBasis::expression && b.basis == DateBasis::expression;
  return !(one_death && !both_said) && !days_fit(a, b, shared);
}

}  // namespace

bool contradict(const LinkedTelling& a, const LinkedTelling& b, const ActorTable& actors) {
  const Shared shared = shared_between(a, b, actors);
  return !told_alike(a, b, shared) && contradict_in(a, b, shared, actors);
}

namespace {

/// What two tellings that do not contradict each other have in common, beside their participants.
struct Signs {
  bool across = false;  ///< they stand in two articles
  bool same_day = false;
  bool same_place = false;
  bool same_word = false;
  bool same_act = false;   ///< one code, and more than a root
  double same_count = 0;   ///< count_in_common()
  bool one_death = false;  ///< of the same man
  int topic = 0;           ///< topic_support(), where it counts
};

Signs signs_of(const LinkedTelling& a, const LinkedTelling& b, const Shared& shared,
               const ActorTable& actors) {
  const Mention& one = a.mention();
  const Mention& other = b.mention();
  Signs signs{.across = a.article != b.article,
              .same_day = is_same_day(a.date, b.date),
              .same_place = one.place && other.place && one.place->name == other.place->name,
              .same_word = a.telling->trigger == b.telling->trigger,
              .same_act = one.cameo == other.cameo && !is_root_only(one.cameo),
              .same_count = count_in_common(one, other),
              .one_death = is_told_of_one_death(a, b, actors)};
  if (!signs.across) return signs;
  signs.topic = topic_support(*a.telling, *b.telling);
  // what is known well enough, or long past, is told again in stories about other things
  const bool deed_of_both =
      !is_told_often(one) && shared.actors >= 2 && shared.lonely_a + shared.lonely_b == 0;
  const bool well_known =
      signs.one_death || deed_of_both || is_looking_back(a) || is_looking_back(b);
  if (well_known) signs.topic = std::max(signs.topic, 0);
  return signs;
}

/// What an act adds that is told of once in a while, so that few others can be meant.
double rarity(const Mention& act, const Shared& shared, const Signs& signs) {
  const bool told_of_one = signs.same_count > 0 || (signs.topic > 0 && signs.same_place);
  const bool rare = signs.same_act && (told_of_one || !is_common_act(act.cameo)) &&
                    (signs.same_word || act.cameo.size() == 4);
  if (!rare || shared.lonely_a + shared.lonely_b > 0) return 0;
  if (act.cameo.starts_with("087")) return 0.5;  // a ceasefire or its like
  return signs.same_word ? 0.25 : 0.1;
}

/// Whether tellings that name nobody in common may be one event. Sides that only stand for each
/// other must all do so, on one day, or in a rare act; who names nobody must name the place, or the
/// number of the dead.
bool may_stand_in(const Shared& shared, const Signs& signs, double rare) {
  const bool all_matched = shared.lonely_a + shared.lonely_b == 0;
  const bool both_sides = shared.counterparts + shared.nameless >= 2;
  if (all_matched && shared.counterparts >= 1 && ((both_sides && signs.same_day) || rare > 0))
    return true;
  const bool there = signs.same_place && signs.same_day;
  const bool counted = signs.same_act && signs.same_count > telling_count;
  return (there || counted) && shared.strangers_a + shared.strangers_b == 0;
}

double score_of(const Shared& shared, const Signs& signs, const Mention& act) {
  double score = 0.5 * shared.actors + 0.5 * shared.named +
                 0.25 * (shared.counterparts + shared.nameless) + 0.25 * signs.topic;
  if (shared.lonely_a + shared.lonely_b > 0) score -= 0.25;
  for (const bool sign :
       {signs.same_act, signs.same_word, !signs.across, signs.same_day,
        signs.across && signs.same_count > 0, signs.across && signs.same_count > telling_count}) {
    if (sign) score += 0.25;
  }
  if (signs.same_place) score += 0.75;
  if (signs.one_death) score += 0.5;
  // one who spoke on a day has spoken of several things, and met several people
  if (signs.topic < 0 && is_told_often(act) && shared.actors < 2 && !signs.same_place)
    score -= act.type == "CONSULT" ? 0.25 : 0.75;
  return score;
}

}  // namespace

double agreement(const LinkedTelling& a, const LinkedTelling& b, const ActorTable& actors) {
  if (family(a.mention().type) != family(b.mention().type)) return 0;  // spares the rest for most
  const Shared shared = shared_between(a, b, actors);
  if (told_alike(a, b, shared)) return as_good_as_one;
  if (contradict_in(a, b, shared, actors)) return 0;
  const Signs signs = signs_of(a, b, shared, actors);
  double rare = 0;
  if (shared.actors == 0) {
    rare = rarity(a.mention(), shared, signs);
    if (!may_stand_in(shared, signs, rare)) return 0;
  }
  if (shared.strangers_a + shared.strangers_b > 0 && shared.lonely_a > 0 && shared.lonely_b > 0 &&
      !(signs.same_day && signs.same_word) && !signs.one_death)
    return 0;
  if (signs.across && is_in_one_sentence(a, b)) return 3;  // one text in two papers
  double score = rare + score_of(shared, signs, a.mention());
  // what may come to pass is thought of by many, each in a way of their own
  const bool wished =
      a.mention().status == Status::hypothetical && b.mention().status == Status::hypothetical;
  if (signs.across && wished && signs.topic <= 0) score -= 0.5;
  return std::max(score, 0.0);
}

bool refers_to(const LinkedTelling& later, const LinkedTelling& earlier, const ActorTable& actors) {
  constexpr std::uint32_t lead = 3;  // sentences behind the title that tell its news
  const Shared shared = shared_between(later, earlier, actors);
  const bool titled = earlier.telling->in_title && !later.telling->in_title &&
                      later.telling->number <= earlier.telling->number + lead;
  // a meeting that is planned, and called off
  const bool planned_again = is_plan(later.mention().status) && is_plan(earlier.mention().status) &&
                             shared.named >= 2 && shared.lonely_a + shared.lonely_b == 0;
  if (is_its_result(later, earlier)) return !contradict_in(later, earlier, shared, actors);
  // how many an attack hurt, told behind it
  const bool toll = !later.mention().counts.empty() && later.basis != DateBasis::expression &&
                    family(later.mention().type) == "ASSAULT" &&
                    later.telling->number <= earlier.telling->number + 1;
  if (!titled && !planned_again && !toll && !later.telling->definite) return false;
  const auto names_nobody = [&](const LinkedTelling& each) {
    return std::all_of(each.participants.begin(), each.participants.end(), [&](const auto& who) {
      return each.telling->in_title && is_on_the_map(who.actor, actors);
    });
  };
  const bool somebody_in_both = shared.actors + shared.counterparts > 0;
  // "Rebels attacked a unit. Seventeen soldiers were wounded."
  const bool nameless_toll =
      toll && std::none_of(later.participants.begin(), later.participants.end(),
                           [&](const auto& who) { return is_somebody(who.actor, actors); });
  if (!somebody_in_both && !names_nobody(later) && !names_nobody(earlier) && !nameless_toll)
    return false;
  return !contradict_in(later, earlier, shared, actors);
}

}  // namespace annals
