#include "ingest/actors/actors_cast.h"

#include <algorithm>

#include "graph/ascii.h"
#include "graph/names.h"

namespace annals {

using Nature = Figure::Nature;

bool CastBuilder::has_title(const Figure& figure, const RolePhrase& role) {
  const std::string folded = fold(role.words);
  // "King Abdullah II", whose title is part of the name
  if (figure.is_person() && role.noun->role_class == RoleClass::office &&
      fold(figure.actor.name).starts_with(folded + " "))
    return true;
  return std::any_of(figure.titles.begin(), figure.titles.end(), [&](const std::string& title) {
    return title == folded || (title.size() > folded.size() && title.ends_with(" " + folded)) ||
           (folded.size() > title.size() && folded.ends_with(" " + title)) ||
           // "the secretary" of state
           (role.noun->role_class == RoleClass::office && title.starts_with(folded + " of "));
  });
}

bool CastBuilder::holds_now(const Figure& figure, std::string_view title) const {
  const auto& day = figures_.day();
  return figure.is_person() &&
         std::any_of(
             figure.actor.roles.begin(), figure.actor.roles.end(), [&](const ActorRole& held) {
               return held.title == title &&
                      (!day || (held.seen.first <= day->first && day->first <= held.seen.last));
             });
}

bool CastBuilder::leads_country(const Figure& figure) const {
  return figure.is_person() &&
         std::any_of(figure.titles.begin(), figure.titles.end(), [&](const std::string& title) {
           return gazetteer_.words.ends(ActorWord::head_of_country, title);
         });
}

bool CastBuilder::agree(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}

bool CastBuilder::leads(const Figure& figure) const {
  const auto is_head = [&](std::string_view title) {
    return gazetteer_.words.ends(ActorWord::head, title);
  };
  return std::any_of(figure.titles.begin(), figure.titles.end(), is_head) ||
         std::any_of(figure.actor.roles.begin(), figure.actor.roles.end(),
                     [&](const ActorRole& held) { return is_head(held.title); });
}

std::optional<std::int32_t> CastBuilder::holder_of(std::uint32_t s, const RolePhrase& role,
                                                   const Origin& origin) const {
  const auto holds = [&](const Figure& figure) {
    if (figure.nature != Nature::person || !agree(figure.actor.country, origin.country))
      return false;
    if (has_title(figure, role)) return true;
    if (leads(figure) && role.noun->role_class == RoleClass::head && !origin.code.empty())
      return figure.actor.code == origin.code;
    // "Pakistan's spy chief" is the head of its intelligence service
    return role.sector == "SPY" && figure.sector == "SPY" && !origin.country.empty() &&
           figure.actor.country == origin.country;
  };
  const auto last =
      history_.last(s, 1000, [&](const Spoken& spoken) { return holds(figures_[spoken.figure]); });
  if (last || origin.empty()) return last;
  for (std::int32_t i = 0; i < figures_.size(); ++i) {
    if (holds(figures_[i])) return i;
  }
  return std::nullopt;
}

std::int32_t CastBuilder::office(std::uint32_t s, const NounPhrase& phrase, const RolePhrase& role,
                                 const Origin& origin) {
  if (phrase.determiner != Determiner::indefinite && !role.former) {
    if (const auto holder = holder_of(s, role, origin)) return *holder;
    if (origin.empty()) {
      const auto last = history_.last(s, 12, [&](const Spoken& spoken) {
        const auto& figure = figures_[spoken.figure];
        return figure.nature == Nature::office && has_title(figure, role);
      });
      if (last) return *last;
    }
  }
  if (role.noun->role_class == RoleClass::voice) return voice(s, phrase, role, origin);
  if (phrase.determiner != Determiner::indefinite && !role.former &&
      !is_of_another_time(s, phrase)) {
    if (const auto known = known_holder(role, origin)) return *known;
  }
  if (phrase.determiner == Determiner::indefinite) return figures_.group(role, origin);
  Origin from = origin;
  if (from.empty() && needs_country(role)) from = context_origin(-1);
  // "the head", "the chief" of nothing that is said is nobody
  if (from.empty() && role.noun->role_class == RoleClass::head && role.noun->sector.empty() &&
      role.words == role.noun->singular)
    return -1;
  return figures_.office(role, from);
}

bool CastBuilder::is_of_another_time(std::uint32_t s, const NounPhrase& phrase) const {
  for (auto t = phrase.first; t < phrase.last; ++t) {
    if (gazetteer_.words.is(ActorWord::another_holder, lowered(token(s, t).form))) return true;
  }
  return false;
}

std::optional<std::int32_t> CastBuilder::known_holder(const RolePhrase& role,
                                                      const Origin& origin) {
  const auto& day = figures_.day();
  if (!day || day->precision == Precision::unknown || origin.country.empty()) return std::nullopt;
  if (gazetteer_.words.is(ActorWord::of_many, role.noun->singular)) return std::nullopt;
  std::string title = role.words;
  if (!origin.code.empty()) {  // "CIA director"
    if (origin.figure < 0) return std::nullopt;
    const auto& body = figures_[origin.figure].actor;
    const auto brief = std::min_element(
        body.aliases.begin(), body.aliases.end(),
        [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
    title = (brief == body.aliases.end() ? body.name : *brief) + " " + role.words;
  }
  const auto holders = gazetteer_.holders.find(origin.country + " " + fold(title));
  if (holders == gazetteer_.holders.end()) return std::nullopt;
  std::optional<std::uint32_t> found;
  for (const auto& [actor, seen] : holders->second) {
    if (day->first < seen.first || seen.last < day->last) continue;
    if (found && *found != actor) return std::nullopt;  // two of them: who is meant is not known
    found = actor;
  }
  if (!found) return std::nullopt;
  const auto figure = figures_.known(*found, gazetteer_.actors[*found].name);
  figures_.give_title(figure, role, origin, role.words);
  return figure;
}

std::int32_t CastBuilder::voice(std::uint32_t s, const NounPhrase& phrase, const RolePhrase& role,
                                const Origin& origin) {
  if (origin.empty() && points_back(phrase)) {
    const auto last = history_.last(s, 12, [&](const Spoken& spoken) {
      const auto& figure = figures_[spoken.figure];
      return figure.noun == role.noun->singular || (figure.is_person() && has_title(figure, role));
    });
    if (last) return *last;
  }
  return figures_.group(role, origin);
}

}  // namespace annals
