#include "ingest/events/events_custody.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "ingest/actors/cast.h"
#include "ingest/gazetteer/gazetteer.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

/// Who arrests people and seizes things by office. CAMEO sectors.
bool is_force(const Actor& actor) {
  constexpr std::string_view forces[] = {"COP", "MIL", "SPY"};
  return ends_with_one_of(actor.code, forces);
}

/// A force, or authorities and countries: who may take more once told to have taken some.
bool may_take_more(const Actor& actor) {
  return is_force(actor) || actor.kind == ActorKind::country ||
         (actor.kind != ActorKind::person && actor.code.ends_with("GOV"));
}

/// Who is rather taken by another side than by a force of the own.
bool may_be_taken(const Actor& victim, const Actor& force) {
  constexpr std::string_view sides[] = {"MIL", "COP", "SPY", "GOV"};
  return victim.id != force.id && !(ends_with_one_of(victim.code, sides) &&
                                    (victim.country.empty() || victim.country == force.country));
}

class Custody {
 public:
  Custody(const Article& article, std::span<const Actor> cast, const ActorLexicon& lexicon,
          const EventRules& rules, std::vector<Mention>& mentions)
      : article_(article),
        cast_(cast),
        words_(lexicon.gazetteer().words),
        rules_(rules),
        mentions_(mentions) {}

  void fill() {
    std::vector<std::optional<ActorId>> found(mentions_.size());
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const Mention& taken = mentions_[i];
      const bool curfew = taken.type == "COERCE" && taken.mode == "curfew";
      if ((!is_custody(taken) && !curfew) || taken.status != Status::happened ||
          has_role(taken.participants, Role::source))
        continue;
      auto force = curfew ? std::nullopt : who_says(taken);
      if (!force) force = who_does(taken);
      if (!force) force = who_coerces(taken);
      if (force && may_take(taken, *force)) found[i] = force->id;
    }
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      if (found[i]) mentions_[i].participants.push_back({*found[i], Role::source, Span{}});
    }
  }

 private:
  /// True for being taken into custody and for things that are taken; not for charges and
  /// sentences.
  bool is_custody(const Mention& mention) const {
    const std::string_view form = slice(article_.text, mention.trigger);
    return mention.type == "COERCE" &&
           rules_.words().is(ClauseWord::taking, rules_.known_lemma(WordClass::verb, "", form));
  }

  bool may_take(const Mention& taken, const Actor& force) const {
    // Police take nobody in another country.
    if (force.code.ends_with("COP") && taken.place && !taken.place->country.empty() &&
        !force.country.empty() && taken.place->country != force.country)
      return false;
    return std::all_of(taken.participants.begin(), taken.participants.end(),
                       [&](const Participant& one) {
                         const Actor* victim = find_actor(cast_, one.actor);
                         return victim != nullptr && may_be_taken(*victim, force);
                       });
  }

  /// The force that says so; for one who speaks for it the force itself, else the country.
  std::optional<Actor> who_says(const Mention& taken) const {
    if (!taken.said_by) return std::nullopt;
    const Actor* speaker = find_actor(cast_, *taken.said_by);
    if (speaker == nullptr || !is_force(*speaker)) return std::nullopt;
    const bool person = speaker->kind == ActorKind::person;
    const bool voice =
        speaker->kind == ActorKind::role_group && words_.ends(ActorWord::voice, speaker->name);
    if (!person && !voice) return *speaker;
    const Actor* whose = nullptr;
    for (const Actor& one : cast_) {
      if (speaker->country.empty() || one.country != speaker->country) continue;
      if (one.kind == ActorKind::organization && one.code == speaker->code) return one;
      if (one.kind == ActorKind::country) whose = &one;
    }
    return whose == nullptr ? std::nullopt : std::optional(*whose);
  }

  /// The only one who arrests or seizes in the sentences around, be it a force or authorities.
  std::optional<Actor> who_does(const Mention& taken) const {
    constexpr std::uint32_t reach = 500;  // bytes of the article, either way
    const Actor* doer = nullptr;
    for (const Mention& other : mentions_) {
      if (&other == &taken || gap_between(taken, other) > reach || !is_custody(other) ||
          other.status != Status::happened || !may_coincide(taken, other) ||
          !of_one_country(taken, other))
        continue;
      for (const Participant& one : other.participants) {
        if (one.role != Role::source) continue;
        const Actor* force = find_actor(cast_, one.actor);
        if (force == nullptr || !may_take_more(*force)) return std::nullopt;
        if (doer != nullptr && doer->id != force->id) return std::nullopt;
        doer = force;
      }
    }
    return doer == nullptr ? std::nullopt : std::optional(*doer);
  }

  /// The force of the country that alone uses force in the sentences around: "troops razed a house
  /// ... three men were arrested".
  std::optional<Actor> who_coerces(const Mention& taken) const {
    constexpr std::uint32_t reach = 1200;  // bytes of the article, either way
    const Actor* doer = nullptr;
    std::uint32_t nearest = reach;
    for (const Mention& other : mentions_) {
      const auto gap = gap_between(taken, other);
      if (&other == &taken || gap > reach || other.type != "COERCE" ||
          other.status != Status::happened || !of_one_country(taken, other))
        continue;
      for (const Participant& one : other.participants) {
        if (one.role != Role::source) continue;
        const Actor* force = find_actor(cast_, one.actor);
        if (force == nullptr || force->kind == ActorKind::person || !is_force(*force) ||
            force->country.empty() || (doer != nullptr && doer->country != force->country))
          return std::nullopt;
        if (doer == nullptr || gap < nearest) doer = force;
        nearest = std::min(nearest, gap);
      }
    }
    return doer == nullptr ? std::nullopt : std::optional(*doer);
  }

  static bool of_one_country(const Mention& a, const Mention& b) {
    return !a.place || !b.place || a.place->country.empty() || b.place->country.empty() ||
           a.place->country == b.place->country;
  }

  static std::uint32_t gap_between(const Mention& a, const Mention& b) {
    return a.trigger.begin > b.trigger.begin ? a.trigger.begin - b.trigger.begin
                                             : b.trigger.begin - a.trigger.begin;
  }

  /// One of them told without a day of its own goes with the other.
  static bool may_coincide(const Mention& a, const Mention& b) {
    if (a.date_basis == DateBasis::dateline_relative ||
        b.date_basis == DateBasis::dateline_relative)
      return true;
    return a.date.first <= b.date.last && b.date.first <= a.date.last;
  }

  const Article& article_;
  std::span<const Actor> cast_;
  const ActorWords& words_;
  const EventRules& rules_;
  std::vector<Mention>& mentions_;
};

}  // namespace

void find_custodians(const Article& article, std::span<const Actor> cast,
                     const ActorLexicon& lexicon, const EventRules& rules,
                     std::vector<Mention>& mentions) {
  Custody(article, cast, lexicon, rules, mentions).fill();
}

}  // namespace annals
