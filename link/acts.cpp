#include "link/acts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

#include "graph/names.h"
#include "link/days.h"

namespace annals {
namespace {

/// "57" rather than "hundreds": numbers so great are written out only when nobody has counted.
bool is_exact(const Count& count) {
  return count.words.empty() || std::any_of(count.words.begin(), count.words.end(),
                                            [](char c) { return c >= '0' && c <= '9'; });
}

constexpr double a_few = 5;

/// So many dead that few other attacks of those days had as many.
bool is_telling_toll(const Count& count) {
  return count.what == "killed" && count.value > telling_toll && is_exact(count);
}

bool is_killing(const LinkedTelling& telling) {
  const Mention& act = telling.mention();
  return (act.cameo == "1823" || act.cameo == "186" || telling.telling->killing) &&
         act.cameo != "185" && act.status != Status::hypothetical;
}

bool is_target_by_name(const Participant& who, const ActorTable& actors) {
  const ActorFacts* at = actors.find(who.actor);
  return who.role == Role::target && at != nullptr && at->kind == ActorKind::person &&
         !at->nameless;
}

}  // namespace

std::string_view family(std::string_view type) { return type == "RETREAT" ? "CONCEDE" : type; }

bool is_root_only(std::string_view cameo) { return cameo.size() < 3 || cameo[2] == '0'; }

bool codes_agree(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty() || a == b) return true;
  // a trial or an inquiry is no accusation, whatever is known of its kind
  if (a.starts_with("09") != b.starts_with("09")) return false;
  if (is_root_only(a) || is_root_only(b)) return true;
  for (const std::string_view alone : {"041", "045", "115", "116", "181", "185", "192"}) {
    if (a.starts_with(alone) != b.starts_with(alone)) return false;
  }
  // bombs, bullets and shells; what is seized, a curfew, an arrest, an expulsion
  const auto are_of = [&](std::initializer_list<std::string_view> kinds) {
    const auto is_one = [&](std::string_view code) {
      return std::find(kinds.begin(), kinds.end(), code.substr(0, 3)) != kinds.end();
    };
    return is_one(a) && is_one(b);
  };
  const bool one_list = are_of({"183", "193", "194"}) || are_of({"171", "172", "173", "174"});
  return !one_list || a.substr(0, 3) == b.substr(0, 3);
}

bool is_plan(Status status) {
  return status == Status::planned || status == Status::cancelled || status == Status::hypothetical;
}

bool is_told_often(const Mention& mention) {
  static constexpr std::array<std::string_view, 8> verbal = {
      "ACCUSE", "AGREE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"};
  return std::find(verbal.begin(), verbal.end(), mention.type) != verbal.end();
}

bool is_visit(const Mention& mention) { return mention.mode == "visit" || mention.mode == "host"; }

bool is_remark(const Mention& mention) {
  return is_told_often(mention) && mention.type != "CONSULT" && mention.type != "COOPERATE" &&
         !mention.cameo.starts_with("057");
}

bool is_opinion(const Mention& mention) {
  return mention.type == "ACCUSE" || mention.type == "SUPPORT" || mention.type == "REJECT";
}

bool is_common_act(std::string_view cameo) {
  static constexpr std::array<std::string_view, 12> common = {"01", "02", "036", "04", "051", "10",
                                                              "11", "12", "173", "18", "19",  "20"};
  return std::any_of(common.begin(), common.end(),
                     [&](std::string_view each) { return cameo.starts_with(each); });
}

bool is_told_with_one_toll(const Mention& a, const Mention& b) {
  return std::any_of(a.counts.begin(), a.counts.end(), [&](const Count& one) {
    return is_telling_toll(one) &&
           std::any_of(b.counts.begin(), b.counts.end(), [&](const Count& other) {
             return is_telling_toll(other) && other.value == one.value;
           });
  });
}

bool is_told_of_one_death(const LinkedTelling& a, const LinkedTelling& b,
                          const ActorTable& actors) {
  if (!is_killing(a) || !is_killing(b)) return false;
  // he is to die once, too
  if ((a.mention().status == Status::planned) != (b.mention().status == Status::planned))
    return false;
  return std::any_of(a.participants.begin(), a.participants.end(), [&](const Participant& who) {
    return is_target_by_name(who, actors) &&
           std::any_of(b.participants.begin(), b.participants.end(), [&](const Participant& other) {
             return other.role == who.role && other.actor == who.actor;
           });
  });
}

bool is_told_with_known_dead(const LinkedTelling& telling, const ActorTable& actors) {
  const auto& counts = telling.mention().counts;
  if (std::any_of(counts.begin(), counts.end(), is_telling_toll)) return true;
  return is_killing(telling) &&
         std::any_of(telling.participants.begin(), telling.participants.end(),
                     [&](const Participant& who) { return is_target_by_name(who, actors); });
}

bool is_told_of_the_same_dead(const LinkedTelling& a, const LinkedTelling& b,
                              const ActorTable& actors) {
  return is_told_of_one_death(a, b, actors) || is_told_with_one_toll(a.mention(), b.mention());
}

bool places_differ(const Mention& one, const Mention& other) {
  const auto& a = one.place;
  const auto& b = other.place;
  if (!a || !b || a->name == b->name) return false;
  if (!a->country.empty() && !b->country.empty() && a->country != b->country) return true;
  if (!a->latitude || !b->latitude || !a->longitude || !b->longitude) return false;
  constexpr double far = 3;  // degrees
  return std::abs(*a->latitude - *b->latitude) + std::abs(*a->longitude - *b->longitude) > far &&
         fold(a->name).find(fold(b->name)) == std::string::npos &&
         fold(b->name).find(fold(a->name)) == std::string::npos;
}

bool counts_differ(const LinkedTelling& a, const LinkedTelling& b) {
  if (is_told_with_one_toll(a.mention(), b.mention())) return false;
  const double most =
      is_same_day(a.date, b.date) || a.article == b.article ? 4 : 2;  // times as many
  for (const Count& one : a.mention().counts) {
    for (const Count& other : b.mention().counts) {
      if (one.what != other.what) continue;
      const double low = std::min(one.value, other.value);
      const double high = std::max(one.value, other.value);
      if (high > most * low && high - low > 3) return true;
      // a toll grows on the day itself; of a few dead it is known when others are told of
      if (most < 4 && one.what == "killed" && high <= a_few && high != low) return true;
    }
  }
  return false;
}

bool counts_of_one_kind(const Mention& a, const Mention& b) {
  return std::any_of(a.counts.begin(), a.counts.end(), [&](const Count& one) {
    return std::any_of(b.counts.begin(), b.counts.end(),
                       [&](const Count& other) { return one.what == other.what; });
  });
}

double count_in_common(const Mention& a, const Mention& b) {
  double greatest = 0;
  for (const Count& one : a.counts) {
    for (const Count& other : b.counts) {
      if (one.what == other.what && one.value == other.value && one.value > a_few)
        greatest = std::max(greatest, one.value);
    }
  }
  return greatest;
}

}  // namespace annals
