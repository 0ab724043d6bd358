#include "ingest/events/events_retold.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "ingest/actors/cast.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

constexpr std::string_view fighting_sectors[] = {"MIL", "REB", "INS", "SEP"};  // CAMEO

bool may_coincide(const Mention& a, const Mention& b) {
  const auto lies_ahead = [](const Mention& mention) {
    return mention.status == Status::planned || mention.status == Status::hypothetical;
  };
  return lies_ahead(a) == lies_ahead(b) && a.date.first <= b.date.last &&
         b.date.first <= a.date.last;
}

/// Whom `who` meets in `mention`: the only one of another country; nothing when there are several.
std::optional<ActorId> company_in(const Mention& mention, ActorId who,
                                  std::span<const Actor> cast) {
  const std::string_view home = country_of(cast, who);
  std::optional<ActorId> company;
  for (const Participant& one : mention.participants) {
    const std::string_view country = country_of(cast, one.actor);
    if (one.actor == who || country.empty() || country == home) continue;
    if (company && country_of(cast, *company) != country) return std::nullopt;
    if (!company) company = one.actor;
  }
  return company;
}

/// One visits the country of those whom one meets there.
std::optional<ActorId> land_of(ActorId id, std::span<const Actor> cast) {
  const Actor* actor = find_actor(cast, id);
  if (actor == nullptr || actor->kind == ActorKind::country || actor->kind == ActorKind::place)
    return id;
  const auto land = std::find_if(cast.begin(), cast.end(), [&](const Actor& one) {
    return one.kind == ActorKind::country && one.country == actor->country;
  });
  return land == cast.end() ? std::nullopt : std::optional(land->id);
}

/// Violence done to one person, and arrests.
bool may_be_retold(const Mention& done, std::span<const Actor> cast) {
  if (done.status == Status::planned || done.status == Status::hypothetical) return false;
  if (done.type == "COERCE") return done.mode == "arrest";
  if (done.type != "ASSAULT" || done.participants.size() != 1) return false;
  const Actor* victim = find_actor(cast, done.participants.front().actor);
  return victim != nullptr && victim->kind == ActorKind::person;
}

bool is_same_deed(const Mention& done, const Mention& other) {
  const bool same_kind = done.type == "COERCE"
                             ? other.mode == done.mode
                             : other.cameo.substr(0, 2) == done.cameo.substr(0, 2);
  // who is only said to have done it is not told as the doer of what happened
  const bool as_sure = other.status == done.status || other.status == Status::happened;
  return other.type == done.type && same_kind && as_sure && may_coincide(done, other);
}

/// The last part of a CAMEO actor code: "MIL" of "PAKMIL".
std::string_view sector_of(const Actor& actor) {
  const std::string_view code = actor.code;
  return code.substr(code.size() - std::min<std::size_t>(3, code.size()));
}

/// "24 students", "eight other students": groups without names that may be parts of one; mere
/// people are not.
bool are_alike(const Actor& a, const Actor& b) {
  if (a.kind != ActorKind::role_group || b.kind != ActorKind::role_group) return false;
  const bool countries = a.country.empty() || b.country.empty() || a.country == b.country;
  return countries && !a.code.empty() && sector_of(a) == sector_of(b) && sector_of(a) != "CVL";
}

bool have_same_victim(const Mention& done, const Mention& other, std::span<const Actor> cast) {
  for (const Participant& hurt : done.participants) {
    for (const Participant& one : other.participants) {
      if (one.role != Role::target) continue;
      if (one.actor == hurt.actor) return true;
      const Actor* a = find_actor(cast, hurt.actor);
      const Actor* b = find_actor(cast, one.actor);
      if (done.type == "COERCE" && a != nullptr && b != nullptr && are_alike(*a, *b)) return true;
    }
  }
  return false;
}

bool is_fighter(const Actor& actor) { return ends_with_one_of(actor.code, fighting_sectors); }

/// The same actor, or fighters of one sector and not of two countries, not both by name: "Taliban
/// militants", "insurgents".
bool are_one_side(const Actor& a, const Actor& b) {
  if (a.id == b.id) return true;
  const bool nameless = a.kind == ActorKind::role_group || b.kind == ActorKind::role_group;
  const bool countries = a.country.empty() || b.country.empty() || a.country == b.country;
  return nameless && countries && is_fighter(a) && sector_of(a) == sector_of(b);
}

/// Who arrests fighters fights them, whatever force it is.
bool takes_fighters(const Mention& mention, const Actor& force) {
  constexpr std::string_view forces[] = {"COP", "GOV", "SPY", "MIL"};
  return mention.type == "COERCE" && mention.mode == "arrest" &&
         ends_with_one_of(force.code, forces);
}

/// Who attacked or arrested whom, of those who fight.
std::vector<std::pair<const Actor*, const Actor*>> fights_in(std::span<const Actor> cast,
                                                             std::span<const Mention> mentions) {
  std::vector<std::pair<const Actor*, const Actor*>> fights;
  for (const Mention& mention : mentions) {
    if ((mention.type != "ASSAULT" && mention.type != "COERCE") ||
        (mention.status != Status::happened && mention.status != Status::alleged))
      continue;
    for (const Participant& one : mention.participants) {
      for (const Participant& other : mention.participants) {
        if (one.role != Role::source || other.role != Role::target) continue;
        const Actor* a = find_actor(cast, one.actor);
        const Actor* b = find_actor(cast, other.actor);
        if (a == nullptr || b == nullptr) continue;
        const bool fights_him =
            mention.type == "ASSAULT" ? is_fighter(*a) : takes_fighters(mention, *a);
        if (fights_him && is_fighter(*b) && !are_one_side(*a, *b)) fights.emplace_back(a, b);
      }
    }
  }
  return fights;
}

/// "died in the clash": the sentence speaks of a fight of two sides.
bool tells_of_clash(const Analysis& analysis, const Mention& mention, const ClauseWords& words) {
  const auto sentence =
      std::find_if(analysis.sentences.begin(), analysis.sentences.end(),
                   [&](const Sentence& one) { return one.span == mention.sentence; });
  return sentence != analysis.sentences.end() &&
         std::any_of(sentence->tokens.begin(), sentence->tokens.end(), [&](const Token& token) {
           return words.is(ClauseWord::clashing, token.lemma);
         });
}

}  // namespace

void find_company(std::span<const Actor> cast, std::vector<Mention>& mentions) {
  constexpr std::uint32_t reach = 2000;  // bytes of the article
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    Mention& alone = mentions[i];
    if (alone.type != "CONSULT" || alone.participants.size() != 1) continue;
    const Participant who = alone.participants.front();
    if (who.role == Role::target || country_of(cast, who.actor).empty()) continue;
    std::optional<ActorId> nearest;
    bool single = true;
    for (std::size_t j = i; j-- > 0;) {
      const Mention& earlier = mentions[j];
      if (alone.trigger.begin - earlier.trigger.begin > reach) break;
      if (earlier.type != "CONSULT" || !takes_part(earlier.participants, who.actor) ||
          earlier.participants.size() < 2 || !may_coincide(alone, earlier))
        continue;
      const auto company = company_in(earlier, who.actor, cast);
      single = single && company &&
               (!nearest || country_of(cast, *company) == country_of(cast, *nearest));
      if (!nearest) nearest = company;
    }
    if (!nearest || !single) continue;
    const bool visit = alone.cameo == "042";
    if (visit) nearest = land_of(*nearest, cast);
    if (!nearest) continue;
    const Role role = who.role == Role::source ? Role::target : Role::other;
    alone.participants.push_back({*nearest, role, Span{}});
  }
}

void find_doers(std::span<const Actor> cast, std::vector<Mention>& mentions) {
  for (Mention& done : mentions) {
    if (done.participants.empty() || has_role(done.participants, Role::source) ||
        !may_be_retold(done, cast))
      continue;
    std::optional<std::vector<ActorId>> doers;
    bool agree = true;
    for (const Mention& other : mentions) {
      if (!is_same_deed(done, other) || !has_role(other.participants, Role::source) ||
          !have_same_victim(done, other, cast))
        continue;
      std::vector<ActorId> sources;
      for (const Participant& one : other.participants) {
        if (one.role == Role::source) sources.push_back(one.actor);
      }
      std::sort(sources.begin(), sources.end());
      agree = agree && (!doers || *doers == sources);
      doers = std::move(sources);
    }
    // Courts charge and sentence those whom others arrest.
    const auto is_court = [&](ActorId id) {
      const Actor* actor = find_actor(cast, id);
      return actor != nullptr && actor->code.ends_with("JUD");
    };
    const bool fits = doers && agree && std::none_of(doers->begin(), doers->end(), is_court) &&
                      std::none_of(doers->begin(), doers->end(),
                                   [&](ActorId id) { return takes_part(done.participants, id); });
    if (!fits) continue;
    for (const ActorId doer : *doers) done.participants.push_back({doer, Role::source, Span{}});
  }
}

void part_fighters(const Article& article, const Analysis& analysis, std::span<const Actor> cast,
                   const EventRules& rules, std::vector<Mention>& mentions) {
  for (Mention& hurt : mentions) {
    if (hurt.type != "ASSAULT" || hurt.participants.size() != 2) continue;
    const bool both = std::all_of(hurt.participants.begin(), hurt.participants.end(),
                                  [](const Participant& one) { return one.role == Role::target; });
    const Actor* a = find_actor(cast, hurt.participants[0].actor);
    const Actor* b = find_actor(cast, hurt.participants[1].actor);
    if (!both || a == nullptr || b == nullptr || !is_fighter(*a) || !is_fighter(*b) ||
        sector_of(*a) == sector_of(*b))
      continue;
    if (!tells_of_clash(analysis, hurt, rules.words())) continue;
    // "killed in a gun battle with insurgents": they did it
    const Span second = hurt.participants.back().span;
    const std::string_view before = std::string_view(article.text).substr(0, second.begin);
    const bool with = second.size() > 0 && before.ends_with("with ");
    (with ? hurt.participants.back() : hurt.participants.front()).role = Role::source;
  }
}

void find_opponents(std::span<const Actor> cast, std::vector<Mention>& mentions) {
  const auto fights = fights_in(cast, mentions);
  if (fights.empty()) return;
  for (Mention& hurt : mentions) {
    if (hurt.type != "ASSAULT" || hurt.status != Status::happened || hurt.participants.empty())
      continue;
    // "the rebels began fighting": those whom they fight
    const bool fought = has_role(hurt.participants, Role::source);
    if (fought && (!hurt.cameo.starts_with("190") || has_role(hurt.participants, Role::target)))
      continue;
    std::vector<const Actor*> victims;
    for (const Participant& one : hurt.participants) victims.push_back(find_actor(cast, one.actor));
    const auto all_of_side = [&](const Actor& side) {
      return std::all_of(victims.begin(), victims.end(), [&](const Actor* victim) {
        return victim != nullptr && is_fighter(*victim) && are_one_side(*victim, side);
      });
    };
    const Actor* opponent = nullptr;
    std::ptrdiff_t most = 0;
    bool single = true;
    for (const auto& [attacker, attacked] : fights) {
      const Actor* other = all_of_side(*attacker)   ? attacked
                           : all_of_side(*attacked) ? attacker
                                                    : nullptr;
      if (other == nullptr) continue;
      single = single && (opponent == nullptr || are_one_side(*opponent, *other));
      const auto times = std::count_if(fights.begin(), fights.end(), [&](const auto& fight) {
        return fight.first == other || fight.second == other;
      });
      if (opponent == nullptr || times > most) {
        opponent = other;  // of several words for one side the most frequent
        most = times;
      }
    }
    if (opponent == nullptr || !single || all_of_side(*opponent)) continue;
    const bool fight = has_role(hurt.participants, Role::other);  // "clashes with troops"
    const Role role = fight ? Role::other : fought ? Role::target : Role::source;
    hurt.participants.push_back({opponent->id, role, Span{}});
  }
}

void find_culprits(const Article& article, std::span<const Actor> cast, const EventRules& rules,
                   std::vector<Mention>& mentions) {
  constexpr std::uint32_t reach = 1500;  // bytes of the article
  constexpr double sure = 0.6;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    Mention& blame = mentions[i];
    const std::string_view lemma =
        rules.known_lemma(WordClass::verb, "", slice(article.text, blame.trigger));
    const bool condemns = rules.words().is(ClauseWord::condemning, lemma);
    if (blame.type != "ACCUSE" || !condemns || blame.participants.size() != 1 ||
        blame.participants.front().role != Role::source)
      continue;
    const ActorId judge = blame.participants.front().actor;
    std::optional<ActorId> culprit;
    bool single = true;
    for (std::size_t j = i; j-- > 0;) {
      const Mention& act = mentions[j];
      if (blame.trigger.begin - act.trigger.begin > reach) break;
      if (act.type != "ASSAULT" || act.status != Status::happened || act.confidence < sure)
        continue;
      for (const Participant& one : act.participants) {
        if (one.role != Role::source) continue;
        if (!culprit) culprit = one.actor;
        single = single && (*culprit == one.actor ||
                            (!country_of(cast, one.actor).empty() &&
                             country_of(cast, one.actor) == country_of(cast, *culprit)));
      }
    }
    if (!culprit || !single || *culprit == judge) continue;
    blame.participants.push_back({*culprit, Role::target, Span{}});
  }
}

}  // namespace annals
