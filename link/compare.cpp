#include "link/compare.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "graph/names.h"

namespace annals {
namespace {

using date::days;

constexpr days longest_exact{31};
constexpr days recent{30};

std::string_view family(std::string_view type) { return type == "RETREAT" ? "CONCEDE" : type; }

bool is_root_only(std::string_view cameo) { return cameo.size() < 3 || cameo[2] == '0'; }

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

/// Tellings of two statuses are one event only when they name the same actors, and, but for what
/// one side denies, in two articles: an article that tells of a plan and of a deed tells of two
/// things.
bool statuses_agree(const LinkedTelling& a, const LinkedTelling& b) {
  const Status low = std::min(a.mention().status, b.mention().status);
  const Status high = std::max(a.mention().status, b.mention().status);
  if (low == high) return true;
  if (low == Status::alleged && high == Status::denied) return true;
  if (a.article == b.article || actors_of(a) != actors_of(b)) return false;
  if (low == Status::planned && high == Status::cancelled) return true;
  if (low == Status::happened && high == Status::planned) {
    const LinkedTelling& plan = a.mention().status == Status::planned ? a : b;
    const LinkedTelling& deed = &plan == &a ? b : a;
    // An article that tells of a deed and of a plan tells of two things: "arrived ... and was to
    // meet".
    if (plan.article == deed.article) return false;
    const bool announced_before =
        !plan.article->published || deed.date.last >= plan.article->published->first;
    return announced_before && !is_vague(plan.date);
  }
  // what one tells as a fact and another only as said
  const bool told_as_fact =
      low == Status::happened && (high == Status::alleged || high == Status::denied);
  return told_as_fact && !is_vague(a.date) && !is_vague(b.date);
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

/// What two lists of participants have in common.
struct Shared {
  double actors = 0;        ///< in both, in agreeing parts
  double named = 0;         ///< of these, other than countries
  double counterparts = 0;  ///< of others, such as a country and its officials
  std::size_t lonely_a = 0;
  std::size_t lonely_b = 0;
  bool swapped = false;  ///< one has as the doer whom the other has as the target
};

bool parts_agree(const Participant& a, const Participant& b, bool directed) {
  return !directed || a.role == b.role || a.role == Role::other || b.role == Role::other;
}

bool may_stand_for(ActorId a, ActorId b, const ActorTable& actors) {
  const auto first = actors.find(a);
  const auto second = actors.find(b);
  if (first == actors.end() || second == actors.end()) return false;
  const ActorFacts& one = first->second;
  const ActorFacts& other = second->second;
  const bool nameless = one.country.empty() || other.country.empty();
  const auto is_body = [](ActorKind kind) {
    return kind == ActorKind::country || kind == ActorKind::role_group;
  };
  if (is_body(one.kind) && is_body(other.kind)) return !nameless && one.country == other.country;
  if (!is_body(one.kind) && !is_body(other.kind)) return false;
  // "gunmen" without a country may be anybody's; a country only stands for its own
  const ActorFacts& body = is_body(one.kind) ? one : other;
  if (nameless) return body.kind == ActorKind::role_group;
  return one.country == other.country;
}

Shared shared_between(const LinkedTelling& a, const LinkedTelling& b, const ActorTable& actors) {
  Shared result;
  const bool directed = !is_symmetric(a.mention().type);
  std::vector<bool> used(b.participants.size(), false);
  std::vector<const Participant*> rest;
  for (const Participant& one : a.participants) {
    bool found = false;
    for (std::size_t j = 0; j < b.participants.size() && !found; ++j) {
      if (used[j] || b.participants[j].actor != one.actor) continue;
      if (!parts_agree(one, b.participants[j], directed)) {
        result.swapped = true;
        return result;
      }
      used[j] = found = true;
      const auto at = actors.find(one.actor);
      const bool country = at != actors.end() && at->second.kind == ActorKind::country;
      result.actors += 1;
      result.named += country ? 0 : 1;
    }
    if (!found) rest.push_back(&one);
  }
  for (const Participant* one : rest) {
    bool found = false;
    for (std::size_t j = 0; j < b.participants.size() && !found; ++j) {
      if (used[j] || !parts_agree(*one, b.participants[j], directed)) continue;
      if (!may_stand_for(one->actor, b.participants[j].actor, actors)) continue;
      used[j] = found = true;
      result.counterparts += 1;
    }
    result.lonely_a += found ? 0 : 1;
  }
  result.lonely_b = static_cast<std::size_t>(std::count(used.begin(), used.end(), false));
  return result;
}

bool same_words(const LinkedTelling& a, const LinkedTelling& b) {
  return a.telling->sentence == b.telling->sentence && a.telling->trigger == b.telling->trigger;
}

}  // namespace

bool is_vague(const EventDate& date) {
  if (date.precision == Precision::unknown || date.precision == Precision::before ||
      date.precision == Precision::after) {
    return true;
  }
  return date.last - date.first > longest_exact;
}

std::optional<Window> likely_days(const LinkedTelling& telling) {
  const EventDate& date = telling.date;
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

double agreement(const LinkedTelling& a, const LinkedTelling& b, const ActorTable& actors) {
  const Mention& one = a.mention();
  const Mention& other = b.mention();
  if (family(one.type) != family(other.type) || !codes_agree(one.cameo, other.cameo)) return 0;
  if (!statuses_agree(a, b) || !dates_agree(a.date, b.date)) return 0;
  if (places_differ(one.place, other.place) || counts_differ(one, other)) return 0;
  const Shared shared = shared_between(a, b, actors);
  if (shared.swapped || shared.actors == 0) return 0;
  if (shared.lonely_a > 0 && shared.lonely_b > 0) return 0;
  const bool same_article = one.article == other.article;
  if (same_words(a, b) && a.article != b.article) return 3;  // one text in two papers

  double score = 0.5 * shared.actors + 0.5 * shared.named + 0.25 * shared.counterparts;
  if (shared.lonely_a + shared.lonely_b > 0) score -= 0.25;
  if (one.place && other.place && one.place->name == other.place->name) score += 0.75;
  if (one.cameo == other.cameo && !is_root_only(one.cameo)) score += 0.25;
  if (a.telling->trigger == b.telling->trigger) score += 0.25;
  if (same_article) score += 0.25;
  const bool same_day = a.date.precision == Precision::day && a.date.first == b.date.first &&
                        a.date.last == b.date.last;
  if (same_day) score += 0.25;
  return std::max(score, 0.0);
}

}  // namespace annals
