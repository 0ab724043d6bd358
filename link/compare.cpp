#include "link/compare.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include "graph/names.h"
#include "link/participants.h"

namespace annals {
namespace {

using date::days;

constexpr days longest_exact{31};
constexpr days recent{30};

/// Codes of one root that tell of different acts: a phone call is no visit, a lawsuit no rebuke.
bool codes_agree(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty() || a == b || is_root_only(a) || is_root_only(b)) return true;
  for (const std::string_view alone : {"041", "045", "115", "116"}) {
    if (a.starts_with(alone) != b.starts_with(alone)) return false;
  }
  const bool investigates = a.starts_with("09");
  return investigates == b.starts_with("09");
}

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
  if (one == other || (is_plan(one) && is_plan(other))) return true;
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

bool places_differ(const std::optional<Place>& a, const std::optional<Place>& b) {
  if (!a || !b || a->name == b->name) return false;
  if (!a->country.empty() && !b->country.empty() && a->country != b->country) return true;
  if (!a->latitude || !b->latitude || !a->longitude || !b->longitude) return false;
  constexpr double far =
      3;  // degrees: some 300 km; a place within its country's middle is nearer or unknown
  return std::abs(*a->latitude - *b->latitude) + std::abs(*a->longitude - *b->longitude) > far &&
         fold(a->name).find(fold(b->name)) == std::string::npos &&
         fold(b->name).find(fold(a->name)) == std::string::npos;
}

bool counts_differ(const Mention& a, const Mention& b) {
  for (const Count& one : a.counts) {
    for (const Count& other : b.counts) {
      if (one.what != other.what) continue;
      const double low = std::min(one.value, other.value);
      const double high = std::max(one.value, other.value);
      if (high > 4 * low && high - low > 3) return true;
    }
  }
  return false;
}

bool same_words(const LinkedTelling& a, const LinkedTelling& b) {
  return a.telling->sentence == b.telling->sentence && a.telling->trigger == b.telling->trigger;
}

}  // namespace

std::string_view family(std::string_view type) { return type == "RETREAT" ? "CONCEDE" : type; }

bool is_root_only(std::string_view cameo) { return cameo.size() < 3 || cameo[2] == '0'; }

bool is_vague(const EventDate& date) {
  if (date.precision == Precision::unknown || date.precision == Precision::before ||
      date.precision == Precision::after) {
    return true;
  }
  return date.last - date.first > longest_exact;
}

std::optional<Window> likely_days(const EventDate& date) {
  if (date.precision == Precision::before)
    return Window{std::max(first_day, date.last - recent), date.last};
  if (date.precision == Precision::after)
    return Window{date.first, std::min(last_day, date.first + recent)};
  if (date.precision == Precision::unknown) return std::nullopt;
  return Window{date.first, date.last};
}

bool dates_agree(const EventDate& a, const EventDate& b) {
  if (a.precision == Precision::unknown && b.precision == Precision::unknown) {
    return a.month == 0 || b.month == 0 ||
           (a.month == b.month && (a.day == 0 || b.day == 0 || a.day == b.day));
  }
  if (b.precision == Precision::unknown) return dates_agree(b, a);
  if (a.precision != Precision::unknown) {
    const days slack{a.approximate || b.approximate ? 3 : 0};
    return a.first <= b.last + slack && b.first <= a.last + slack;
  }
  if (a.month == 0) return true;
  const date::year_month_day first{b.first};
  const date::year_month_day last{b.last};
  if (b.last - b.first > longest_exact) return true;
  const bool in_month = unsigned{first.month()} == a.month || unsigned{last.month()} == a.month;
  if (!in_month || a.day == 0) return in_month;
  return b.first == b.last ? unsigned{first.day()} == a.day : true;
}

namespace {

/// A phone call has no place.
bool is_call_and_place(const Mention& call, const Mention& other) {
  return call.cameo == "041" && other.cameo != "041" && other.place && other.place->latitude;
}

bool contradict_in(const LinkedTelling& a, const LinkedTelling& b, const Shared& shared,
                   const ActorTable& actors) {
  const Mention& one = a.mention();
  const Mention& other = b.mention();
  if (family(one.type) != family(other.type) || !codes_agree(one.cameo, other.cameo)) return true;
  if (places_differ(one.place, other.place) || counts_differ(one, other)) return true;
  if (is_call_and_place(one, other) || is_call_and_place(other, one)) return true;
  if (shared.swapped || (shared.strangers_a > 0 && shared.strangers_b > 0)) return true;
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
  // "before the report" is often the day of the report itself
  const auto is_derived = [](const LinkedTelling& each) {
    return each.date.precision == Precision::before && each.basis != DateBasis::expression;
  };
  const bool just_missed = (is_derived(a) && b.date.first <= a.date.last + days{1}) ||
                           (is_derived(b) && a.date.first <= b.date.last + days{1});
  if (just_missed) return false;
  const bool called_off = one.status == Status::cancelled || other.status == Status::cancelled;
  if (called_off && one.status != other.status) return false;
  const bool same_city =
      one.place && other.place && one.place->latitude && one.place->name == other.place->name;
  return !dates_agree(a.date, b.date) &&
         !((shared.named >= 2 || same_city) && is_plan_a_day_off(a, b));
}

/// The share of their longer words that two clauses have in common.
double likeness(const Telling& a, const Telling& b) {
  std::vector<std::uint64_t> common;
  std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(),
                        std::back_inserter(common));
  const std::size_t all = a.words.size() + b.words.size() - common.size();
  return all == 0 ? 0 : static_cast<double>(common.size()) / static_cast<double>(all);
}

}  // namespace

bool contradict(const LinkedTelling& a, const LinkedTelling& b, const ActorTable& actors) {
  return contradict_in(a, b, shared_between(a, b, actors), actors);
}

double agreement(const LinkedTelling& a, const LinkedTelling& b, const ActorTable& actors) {
  const Mention& one = a.mention();
  const Mention& other = b.mention();
  if (family(one.type) != family(other.type)) return 0;  // spares the rest for most
  const Shared shared = shared_between(a, b, actors);
  if (contradict_in(a, b, shared, actors)) return 0;
  const bool same_day = a.date.precision == Precision::day && a.date.first == b.date.first &&
                        a.date.last == b.date.last;
  const bool same_place = one.place && other.place && one.place->name == other.place->name;
  const bool same_word = a.telling->trigger == b.telling->trigger;
  const bool all_matched = shared.lonely_a + shared.lonely_b == 0;
  double rare_act = 0;
  if (shared.actors == 0) {
    // Sides that only stand for each other must all do so, on one day, or with one word for a rare
    // act; who names nobody must name the place.
    const bool rare = one.cameo == other.cameo && !is_root_only(one.cameo) &&
                      (same_word || one.cameo.size() == 4);
    const bool one_is_known = shared.counterparts >= 1;
    const bool both_sides = shared.counterparts + shared.nameless >= 2;
    const bool stand_in = all_matched && one_is_known && ((both_sides && same_day) || rare);
    const bool there = same_place && same_day && shared.strangers_a + shared.strangers_b == 0;
    if (!stand_in && !there) return 0;
    // a ceasefire or its like is declared once in a while
    const bool ends_fighting = one.cameo.starts_with("087");
    if (rare && all_matched && (same_word || ends_fighting)) rare_act = ends_fighting ? 0.5 : 0.25;
  }
  if (shared.strangers_a + shared.strangers_b > 0 && shared.lonely_a > 0 && shared.lonely_b > 0 &&
      !(same_day && same_word))
    return 0;
  if (same_words(a, b) && a.article != b.article) return 3;  // one text in two papers

  double score = rare_act + 0.5 * shared.actors + 0.5 * shared.named +
                 0.25 * (shared.counterparts + shared.nameless);
  if (shared.lonely_a + shared.lonely_b > 0) score -= 0.25;
  if (same_place) score += 0.75;
  if (one.cameo == other.cameo && !is_root_only(one.cameo)) score += 0.25;
  if (same_word) score += 0.25;
  if (a.article == b.article) score += 0.25;
  if (same_day) score += 0.25;
  if (likeness(*a.telling, *b.telling) >= 0.4) score += 0.25;
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
