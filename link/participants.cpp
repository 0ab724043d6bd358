#include "link/participants.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

namespace annals {
namespace {

/// Sectors of CAMEO codes whose people act for their country: "Cuban dissidents" do not.
bool serves_state(std::string_view sector) {
  static constexpr std::array<std::string_view, 7> serving = {"",    "GOV", "MIL", "LEG",
                                                              "SPY", "COP", "JUD"};
  return std::find(serving.begin(), serving.end(), sector) != serving.end();
}

bool parts_agree(const Participant& a, const Participant& b, bool directed) {
  return !directed || a.role == b.role || a.role == Role::other || b.role == Role::other;
}

/// Whether it matters who does it: who meets somebody is met, but who pays a visit is not visited,
/// and who vows something to somebody has no vow of his.
bool is_directed(const LinkedTelling& a, const LinkedTelling& b) {
  if (!is_symmetric(a.mention().type)) return true;
  return a.mention().mode == b.mention().mode && has_role(a.participants, Role::source) &&
         has_role(b.participants, Role::source);
}

/// "FARC leader Timochenko" signs for the FARC.
bool is_leader_of(const ActorFacts& person, const ActorFacts& group) {
  return person.kind == ActorKind::person && group.kind == ActorKind::armed_group &&
         !person.sector.empty() && person.sector == group.sector;
}

bool may_stand_for(ActorId a, ActorId b, const ActorTable& actors) {
  const ActorFacts* first = actors.find(a);
  const ActorFacts* second = actors.find(b);
  if (first == nullptr || second == nullptr) return false;
  const ActorFacts& one = *first;
  const ActorFacts& other = *second;
  const bool countries_known = !one.country.empty() && !other.country.empty();
  if (countries_known && one.country != other.country) return false;
  // "gunmen" may be any armed group, and "soldiers" any troops, but no country
  if (one.nameless || other.nameless) {
    const auto is_named_person = [](const ActorFacts& each) {
      return each.kind == ActorKind::person && !each.nameless;
    };
    // "ambassadors" are several, and none of them by name
    if ((one.kind == ActorKind::role_group && is_named_person(other)) ||
        (other.kind == ActorKind::role_group && is_named_person(one))) {
      return false;
    }
    if (!one.sector.empty() && !other.sector.empty() && one.sector != other.sector) return false;
    const auto is_state = [](const ActorFacts& each) {
      return each.stands_for_country && each.kind != ActorKind::role_group;
    };
    return countries_known || (!is_state(one) && !is_state(other));
  }
  if (!countries_known) return false;
  if (is_leader_of(one, other) || is_leader_of(other, one)) return true;
  // whoever is armed against a country does not act for it
  const auto acts_for = [](const ActorFacts& each, const ActorFacts& state) {
    return state.stands_for_country && each.kind != ActorKind::armed_group;
  };
  return acts_for(one, other) || acts_for(other, one);
}

/// The country of a person with a name; empty for anybody else.
std::string_view country_of_person(ActorId actor, const ActorTable& actors) {
  const ActorFacts* at = actors.find(actor);
  const bool named = at != nullptr && at->kind == ActorKind::person && !at->nameless;
  return named ? std::string_view(at->country) : std::string_view();
}

bool is_place(ActorId actor, const ActorTable& actors) {
  const ActorFacts* at = actors.find(actor);
  return at != nullptr && at->kind == ActorKind::place;
}

/// "talks in Quito, the capital of Ecuador" do not say that Ecuador took part.
bool is_where_it_was(const LinkedTelling& telling, ActorId actor, const ActorTable& actors) {
  const auto& place = telling.mention().place;
  const ActorFacts* at = actors.find(actor);
  return place && place->latitude && at != nullptr && !at->country.empty() &&
         at->country == place->country && at->kind == ActorKind::country;
}

/// "One rebel was killed": those who attacked have dead as well.
bool is_toll(const LinkedTelling& telling) {
  return !telling.mention().counts.empty() && !has_role(telling.participants, Role::source);
}

}  // namespace

bool is_anybody(ActorId actor, const ActorTable& actors) {
  const ActorFacts* at = actors.find(actor);
  return at != nullptr && at->nameless && at->kind == ActorKind::role_group;
}

bool is_somebody(ActorId actor, const ActorTable& actors) {
  const ActorFacts* at = actors.find(actor);
  return at == nullptr || (at->kind != ActorKind::role_group && !at->nameless);
}

bool is_on_the_map(ActorId actor, const ActorTable& actors) {
  const ActorFacts* at = actors.find(actor);
  return at != nullptr && at->kind != ActorKind::role_group &&
         (at->stands_for_country || at->kind == ActorKind::place);
}

Shared shared_between(const LinkedTelling& a, const LinkedTelling& b, const ActorTable& actors) {
  Shared result;
  // "suspended the talks in Havana": who told with the same word need not name the city
  const bool same_word = a.telling->trigger == b.telling->trigger;
  const auto is_stranger = [&](const LinkedTelling& of, ActorId actor) {
    return is_somebody(actor, actors) && !(same_word && is_place(actor, actors)) &&
           !(of.telling->in_title && is_on_the_map(actor, actors)) &&
           !is_where_it_was(of, actor, actors);
  };
  const bool directed = is_directed(a, b);
  // the "soldiers" of two articles need not be the same
  const auto may_be_another = [&](ActorId actor) {
    return a.article != b.article && is_anybody(actor, actors);
  };
  // who was found in the other telling is no sign that both are one
  const auto is_supplied = [&](const LinkedTelling& telling, ActorId actor) {
    return a.article == b.article &&
           std::binary_search(telling.supplied.begin(), telling.supplied.end(), actor);
  };
  std::vector<bool> used(b.participants.size(), false);
  std::vector<const Participant*> rest;
  for (const Participant& one : a.participants) {
    bool found = false;
    for (std::size_t j = 0; j < b.participants.size() && !found; ++j) {
      if (used[j] || b.participants[j].actor != one.actor) continue;
      if (!parts_agree(one, b.participants[j], directed)) {
        if (is_anybody(one.actor, actors) && (is_toll(a) || is_toll(b))) continue;
        result.swapped = true;
        return result;
      }
      used[j] = found = true;
      if (may_be_another(one.actor)) {
        result.nameless += 1;
        continue;
      }
      if (is_supplied(a, one.actor) || is_supplied(b, one.actor)) {
        result.supplied += 1;
        continue;
      }
      const ActorFacts* at = actors.find(one.actor);
      const bool country = at != nullptr && at->kind == ActorKind::country;
      result.actors += 1;
      // "people" were hurt in whatever attack an article tells of
      const bool victims = one.role == Role::target && is_anybody(one.actor, actors) &&
                           a.mention().type == "ASSAULT";
      result.named += country || victims ? 0 : 1;
    }
    if (!found) rest.push_back(&one);
  }
  // of two ministers of one country neither is meant where the other is named beside it
  std::set<std::string_view> in_a, two_persons;
  for (const Participant* one : rest) {
    const auto country = country_of_person(one->actor, actors);
    if (!country.empty()) in_a.insert(country);
  }
  for (std::size_t j = 0; j < used.size(); ++j) {
    const auto country = country_of_person(b.participants[j].actor, actors);
    if (!used[j] && in_a.contains(country)) two_persons.insert(country);
  }
  const auto is_one_of_two = [&](ActorId actor) {
    return two_persons.contains(country_of_person(actor, actors));
  };
  for (const Participant* one : rest) {
    bool found = false;
    for (std::size_t j = 0; j < b.participants.size() && !found; ++j) {
      if (used[j] || !parts_agree(*one, b.participants[j], directed)) continue;
      if (is_one_of_two(one->actor) || is_one_of_two(b.participants[j].actor)) continue;
      if (!may_stand_for(one->actor, b.participants[j].actor, actors)) continue;
      used[j] = found = true;
      const ActorId other = b.participants[j].actor;
      const bool nobody = may_be_another(one->actor) && may_be_another(other);
      const bool supplied = is_supplied(a, one->actor) || is_supplied(b, other);
      (supplied ? result.supplied : nobody ? result.nameless : result.counterparts) += 1;
    }
    result.lonely_a += found ? 0 : 1;
    result.strangers_a += !found && is_stranger(a, one->actor) ? 1 : 0;
  }
  for (std::size_t j = 0; j < used.size(); ++j) {
    if (used[j]) continue;
    ++result.lonely_b;
    result.strangers_b += is_stranger(b, b.participants[j].actor) ? 1 : 0;
  }
  return result;
}

const ActorFacts* ActorTable::find(ActorId id) const {
  const auto [at, fresh] = known_.try_emplace(id.value);
  if (fresh) {
    if (const auto actor = load_(id)) at->second = actor_facts(*actor);
  }
  return at->second ? &*at->second : nullptr;
}

ActorFacts actor_facts(const Actor& actor) {
  std::string sector = actor.code
                           .substr(!actor.country.empty() && actor.code.starts_with(actor.country)
                                       ? actor.country.size()
                                       : 0)
                           .substr(0, 3);
  const bool is_government = actor.kind == ActorKind::organization && !actor.country.empty() &&
                             actor.code == actor.country + "GOV";
  // names have capitals, in English and in most scripts that have them
  const bool plain = std::none_of(actor.name.begin(), actor.name.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
  return {.kind = actor.kind,
          .country = actor.country,
          .stands_for_country = actor.kind == ActorKind::country || is_government ||
                                (actor.kind == ActorKind::role_group && serves_state(sector)),
          .nameless = plain,
          .sector = std::move(sector)};
}

}  // namespace annals
