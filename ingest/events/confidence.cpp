#include "ingest/events/confidence.h"

#include <algorithm>
#include <string_view>

#include "ingest/text/one_of.h"

namespace annals {
namespace {

/// Who is named, by the roles.
struct Sides {
  int sources = 0;
  int targets = 0;
  int others = 0;
  int officials = 0;  ///< states, armed groups, bodies between states and those who serve one

  [[nodiscard]] bool complete() const { return (sources > 0 && targets > 0) || others > 1; }
};

/// Whose acts news tells as events: states, armed groups, international bodies and all who serve
/// one of them. Others (persons in no office, companies, clubs) meet, praise and ask in other ways.
bool is_official(const Actor& actor) {
  constexpr std::string_view bodies[] = {"IGO", "NGO", "IMG"};
  constexpr std::string_view sectors[] = {"GOV", "MIL", "REB", "COP", "SPY",
                                          "LEG", "JUD", "OPP", "UAF", "ELI"};
  const std::string_view code = actor.code;
  return actor.kind == ActorKind::country || actor.kind == ActorKind::armed_group ||
         std::any_of(std::begin(bodies), std::end(bodies),
                     [&](std::string_view body) { return code.starts_with(body); }) ||
         ends_with_one_of(code, sectors);
}

Sides sides_of(const Mention& mention, std::span<const Actor> cast) {
  Sides sides;
  for (const Participant& one : mention.participants) {
    ++(one.role == Role::source   ? sides.sources
       : one.role == Role::target ? sides.targets
                                  : sides.others);
    const auto actor = std::find_if(cast.begin(), cast.end(),
                                    [&](const Actor& each) { return each.id == one.actor; });
    if (actor == cast.end()) continue;
    sides.officials += is_official(*actor) ? 1 : 0;
  }
  return sides;
}

double by_sides(const Sides& sides) {
  if (sides.complete()) return sides.officials > 1 ? 0.91 : sides.officials == 1 ? 0.80 : 0.48;
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
      return -0.20;
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

void lower_in_thin(std::size_t bytes, std::span<Mention> mentions) {
  constexpr std::size_t long_enough = 600;  // bytes; shorter articles tell too little to count
  if (bytes < long_enough) return;
  const double density = 1000.0 * static_cast<double>(mentions.size()) / static_cast<double>(bytes);
  const double less = density < 1 ? 0.25 : density < 2.5 ? 0.08 : 0;
  for (Mention& mention : mentions) mention.confidence = std::max(0.02, mention.confidence - less);
}

}  // namespace annals
