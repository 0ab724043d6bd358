#include "ingest/confidence.h"

#include <algorithm>

namespace annals {
namespace {

/// Who is named, by the roles.
struct Sides {
  int sources = 0;
  int targets = 0;
  int others = 0;
  int known = 0;  ///< persons, countries and organisations

  [[nodiscard]] bool complete() const { return (sources > 0 && targets > 0) || others > 1; }
};

Sides sides_of(const Mention& mention, std::span<const Actor> cast) {
  Sides sides;
  for (const Participant& one : mention.participants) {
    ++(one.role == Role::source   ? sides.sources
       : one.role == Role::target ? sides.targets
                                  : sides.others);
    const auto actor = std::find_if(cast.begin(), cast.end(),
                                    [&](const Actor& each) { return each.id == one.actor; });
    if (actor == cast.end()) continue;
    sides.known += actor->kind == ActorKind::person || actor->kind == ActorKind::country ||
                   actor->kind == ActorKind::organization;
  }
  return sides;
}

double by_sides(const Sides& sides) {
  if (sides.complete()) return sides.known > 1 ? 0.85 : sides.known == 1 ? 0.78 : 0.72;
  if (sides.others > 0) return 0.30;
  return sides.sources + sides.targets > 0 ? 0.45 : 0.40;
}

double by_status(Status status) {
  switch (status) {
    case Status::happened:
    case Status::planned:
    case Status::cancelled:
      return 0;
    case Status::alleged:
      return -0.10;
    case Status::hypothetical:
    case Status::denied:
      return -0.25;
  }
  return 0;
}

}  // namespace

double confidence_of(const Mention& mention, std::span<const Actor> cast, const Grounds& grounds) {
  const Sides sides = sides_of(mention, cast);
  double value = by_sides(sides) + by_status(mention.status);
  // Acts without a time of their own are told in passing more often.
  value += mention.date_basis == DateBasis::dateline_relative ? -0.08 : 0.03;
  if (grounds.merged) value += 0.03;
  if (grounds.near) value -= 0.20;
  value += grounds.trust - 0.75;
  value *= 0.9 + 0.1 * grounds.parse;
  return std::clamp(value, 0.02, 0.98);
}

}  // namespace annals
