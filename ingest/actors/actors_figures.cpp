#include "ingest/actors/actors_figures.h"

#include <algorithm>

#include "graph/names.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

using Nature = Figure::Nature;

/// "ZAHEER UL-ISLAM" -> "Zaheer Ul-Islam": names written in capitals get normal ones.
std::string calm(std::string_view name) {
  const bool shouted = name.size() > 6 && std::none_of(name.begin(), name.end(), is_lower);
  std::string out(name);
  if (!shouted || name.find(' ') == std::string_view::npos) return out;
  bool inside = false;
  for (char& c : out) {
    const bool letter = is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
    if (inside && is_upper(c)) c = to_lower(c);
    inside = letter;
  }
  return out;
}

std::string join(std::string_view left, std::string_view right) {
  if (left.empty()) return std::string(right);
  return std::string(left) + " " + std::string(right);
}

bool is_above_countries(std::string_view code) {
  return code.starts_with("IGO") || code.starts_with("IMG") || code.starts_with("NGO") ||
         code.starts_with("MNC");
}

}  // namespace

std::vector<std::string> split_words(std::string_view folded) {
  const auto words = folded_words(folded);
  return {words.begin(), words.end()};
}

void Figure::add_alias(std::string_view form) {
  if (form.empty() || form == actor.name) return;
  if (std::find(actor.aliases.begin(), actor.aliases.end(), form) == actor.aliases.end())
    actor.aliases.emplace_back(form);
}

std::string code_of(const Origin& origin, std::string_view sector) {
  if (sector.ends_with('~'))
    return std::string(sector.substr(0, sector.size() - 1)) + origin.country;  // "NGO~"
  if (!origin.code.empty()) {
    // Workers and students are no part of what their firm or university does.
    const bool own = sector == "LAB" || sector == "EDU" || sector == "REF";
    if (own && !origin.country.empty() && !is_above_countries(origin.code))
      return origin.country + std::string(sector);
    // "U.N. peacekeepers" add their sector; a spokesman of the CIA or the Taliban has theirs.
    const bool adds =
        is_above_countries(origin.code) && (sector == "MIL" || sector == "REF" || sector == "MED");
    return origin.code + (adds && origin.code.find(sector) == std::string::npos
                              ? std::string(sector)
                              : std::string());
  }
  return origin.country + std::string(sector);
}

std::int32_t Figures::find_or_add(std::string key, Figure figure) {
  if (key.back() == ' ') key += fold(figure.actor.name);
  const auto [found, is_new] =
      by_key_.try_emplace(std::move(key), static_cast<std::int32_t>(all_.size()));
  if (is_new) {
    figure.words = split_words(fold(figure.actor.name));
    all_.push_back(std::move(figure));
  }
  return found->second;
}

std::int32_t Figures::country(std::uint32_t index) {
  const auto& row = gazetteer_.countries[index];
  Figure figure{.nature = Nature::country};
  figure.actor.kind = ActorKind::country;
  figure.actor.name = row.name;
  figure.actor.code = figure.actor.country = row.code;
  return find_or_add("country " + row.code, std::move(figure));
}

std::int32_t Figures::country(std::string_view code) {
  const auto found = gazetteer_.country_by_code.find(std::string(code));
  return found == gazetteer_.country_by_code.end() ? -1 : country(found->second);
}

std::int32_t Figures::government(std::uint32_t index, std::string_view form) {
  const auto& row = gazetteer_.countries[index];
  Figure figure{.nature = Nature::government};
  figure.actor.kind = ActorKind::organization;
  figure.actor.name = row.adjective + " government";
  figure.actor.code = row.code + "GOV";
  figure.actor.country = row.code;
  figure.noun = "government";
  figure.sector = "GOV";
  const auto made = find_or_add("government " + row.code, std::move(figure));
  (*this)[made].add_alias(form);
  return made;
}

std::int32_t Figures::people(std::uint32_t index) {
  const auto& row = gazetteer_.countries[index];
  Figure figure{.nature = Nature::people};
  figure.actor.kind = ActorKind::role_group;
  figure.actor.name = row.people.empty() ? row.adjective + " people" : row.people;
  figure.actor.code = row.code + "CVL";
  figure.actor.country = row.code;
  figure.plural = true;
  return find_or_add("people " + row.code, std::move(figure));
}

std::int32_t Figures::people_abroad(std::int32_t people, const Origin& origin) {
  Figure figure = (*this)[people];
  figure.actor.name = join(origin.adjective, figure.actor.name);
  figure.actor.aliases.clear();
  figure.actor.country = origin.country;
  figure.actor.code = origin.country + "CVL";
  return find_or_add("people ", std::move(figure));
}

std::int32_t Figures::region(std::uint32_t index) {
  const auto& row = gazetteer_.regions[index];
  Figure figure{.nature = Nature::place};
  figure.actor.kind = ActorKind::place;
  figure.actor.name = row.name;
  figure.actor.code = figure.actor.country = row.country;
  return find_or_add("place " + fold(row.name), std::move(figure));
}

std::int32_t Figures::locals(std::uint32_t index) {
  const auto& row = gazetteer_.regions[index];
  Figure figure{.nature = Nature::people};
  figure.actor.kind = ActorKind::role_group;
  figure.actor.name = row.people.empty() ? row.adjective + " people" : row.people;
  figure.actor.code = row.country.empty() ? std::string() : row.country + "CVL";
  figure.actor.country = row.country;
  figure.plural = true;
  return find_or_add("locals " + fold(row.name), std::move(figure));
}

std::int32_t Figures::place(std::string_view name, std::string_view country) {
  Figure figure{.nature = Nature::place};
  figure.actor.kind = ActorKind::place;
  figure.actor.name = calm(name);
  figure.actor.code = figure.actor.country = country;
  return find_or_add("place " + fold(name), std::move(figure));
}

std::string Figures::code_now(const KnownActor& actor) const {
  if (actor.roles.empty()) return actor.code;
  const ActorRole* last = nullptr;
  for (const auto& role : actor.roles) {
    if (day_ && role.seen.first <= day_->first && day_->first <= role.seen.last) return role.code;
    if (!day_ || role.seen.first <= day_->first) last = &role;
  }
  if (actor.strict) return actor.code;
  if (last == nullptr) return actor.roles.front().code;  // not yet in office
  return day_ && last->code.ends_with("GOV") ? actor.country + "ELI" : last->code;
}

std::int32_t Figures::known(std::uint32_t index, std::string_view form) {
  const auto& row = gazetteer_.actors[index];
  Figure figure;
  figure.nature = row.kind == ActorKind::person        ? Nature::person
                  : row.kind == ActorKind::armed_group ? Nature::armed
                  : row.kind == ActorKind::role_group  ? Nature::people
                                                       : Nature::organization;
  figure.actor.kind = row.kind;
  figure.actor.name = row.name;
  figure.actor.code = code_now(row);
  figure.actor.country = row.country;
  figure.actor.roles = row.roles;
  figure.gender = row.gender;
  figure.plural = row.kind == ActorKind::role_group;
  figure.known = static_cast<std::int32_t>(index);
  figure.sector = figure.actor.code.size() > 3 ? figure.actor.code.substr(3, 3) : std::string();
  const bool is_person = row.kind == ActorKind::person;
  const auto made =
      find_or_add((is_person ? "person " : "organization ") + fold(row.name), std::move(figure));
  (*this)[made].add_alias(calm(form));
  return made;
}

std::int32_t Figures::person(std::string_view name) {
  Figure figure{.nature = Nature::person};
  figure.actor.kind = ActorKind::person;
  figure.actor.name = calm(name);
  const auto folded = fold(name);
  const auto first = gazetteer_.first_names.find(folded.substr(0, folded.find(' ')));
  if (first != gazetteer_.first_names.end() && folded.find(' ') != std::string::npos)
    figure.gender = first->second;
  return find_or_add("person " + folded, std::move(figure));
}

std::int32_t Figures::organization(std::string_view name, std::string_view sector,
                                   const Origin& origin) {
  Figure figure{.nature =
                    sector == "REB" || sector == "UAF" ? Nature::armed : Nature::organization};
  figure.actor.kind =
      figure.nature == Nature::armed ? ActorKind::armed_group : ActorKind::organization;
  figure.actor.name = calm(name);
  if (!sector.empty()) figure.actor.code = code_of(origin, sector);
  figure.actor.country = origin.country;
  figure.sector = sector;
  const auto made = find_or_add("organization " + fold(name), std::move(figure));
  auto& there = (*this)[made];
  if (there.actor.country.empty()) there.actor.country = origin.country;
  if (there.actor.code.empty()) there.actor.code = code_of(origin, sector);
  return made;
}

std::int32_t Figures::group(const RolePhrase& role, const Origin& origin) {
  Figure figure{.nature = Nature::group};
  figure.actor.kind = ActorKind::role_group;
  figure.actor.name = join(origin.adjective, role.former ? "former " + role.plural : role.plural);
  figure.sector = role.former && role.sector == "GOV" ? "ELI" : role.sector;
  figure.actor.code = code_of(origin, figure.sector);
  figure.actor.country = origin.country;
  figure.noun = role.noun->singular;
  figure.gender = role.noun->gender;
  figure.plural = true;
  figure.part_of = origin.figure;
  return find_or_add("group ", std::move(figure));
}

std::int32_t Figures::body(const RolePhrase& role, const Origin& origin) {
  Figure figure{.nature = Nature::body};
  figure.actor.kind = role.sector == "REB" || role.sector == "UAF" ? ActorKind::armed_group
                                                                   : ActorKind::organization;
  figure.actor.name = join(origin.adjective, role.words);
  figure.sector = role.sector;
  figure.actor.code = code_of(origin, role.sector);
  figure.actor.country = origin.country;
  figure.noun = role.noun->singular;
  return find_or_add("body ", std::move(figure));
}

std::int32_t Figures::office(const RolePhrase& role, const Origin& origin) {
  Figure figure{.nature = Nature::office};
  figure.actor.kind = ActorKind::person;
  figure.actor.name = join(origin.adjective, role.former ? "former " + role.words : role.words);
  figure.noun = role.noun->singular;
  figure.gender = role.noun->gender;
  const auto made = find_or_add("office ", std::move(figure));
  give_title(made, role, origin, role.words);
  return made;
}

void Figures::give_title(std::int32_t index, const RolePhrase& role, const Origin& origin,
                         std::string_view text) {
  auto& figure = (*this)[index];
  const std::string folded = fold(role.words);
  if (std::find(figure.titles.begin(), figure.titles.end(), folded) == figure.titles.end())
    figure.titles.push_back(folded);
  if (figure.gender == Gender::unknown) figure.gender = role.noun->gender;
  // "the US president met his South Korean counterpart Roh": a known man serves his own country
  if (figure.known >= 0 && origin.code.empty() && !origin.country.empty()) {
    const std::string& own = gazetteer_.actors[static_cast<std::size_t>(figure.known)].country;
    if (!own.empty() && own != origin.country) return;
  }
  const std::string sector = role.former && role.sector == "GOV" ? "ELI" : role.sector;
  if (figure.actor.country.empty()) figure.actor.country = origin.country;
  if (figure.part_of < 0 && origin.figure != index) figure.part_of = origin.figure;
  Origin from = origin;
  if (from.empty()) from.country = figure.actor.country;
  const std::string code = code_of(from, sector);
  const bool said = !origin.empty() && role.noun->role_class != RoleClass::rank &&
                    role.noun->role_class != RoleClass::honorific;
  if ((said || sector == "ELI") && code.size() > 3)
    figure.actor.code.clear();  // the article knows best
  const bool better =
      figure.actor.code.empty() || (figure.actor.code == figure.actor.country && !sector.empty()) ||
      (figure.known < 0 && figure.actor.code.size() < 3 + sector.size() && !from.empty());
  if (better && !code.empty()) {
    figure.actor.code = code;
    figure.sector = sector;
  }
  if (role.noun->role_class == RoleClass::honorific) return;
  ActorRole held{.title = join(origin.adjective, text), .code = code, .seen = {}};
  if (day_) held.seen = *day_;
  auto& roles = figure.actor.roles;
  if (std::none_of(roles.begin(), roles.end(), [&](const ActorRole& r) {
        return r.title == held.title && r.seen == held.seen;
      })) {
    roles.push_back(std::move(held));
  }
}

Origin Figures::origin_of(std::int32_t index) const {
  const auto& figure = (*this)[index];
  Origin origin{.figure = index, .country = figure.actor.country, .code = {}, .adjective = {}};
  switch (figure.nature) {
    case Nature::organization:
    case Nature::armed:
      origin.adjective = figure.actor.name;
      // a country of a user's dictionary, which is none of the tables': its parts add their sector
      if (figure.known >= 0 && figure.actor.code.size() == 3 &&
          gazetteer_.actors[static_cast<std::size_t>(figure.known)].strict &&
          !is_above_countries(figure.actor.code)) {
        origin.country = figure.actor.code;
      } else {
        origin.code = figure.actor.code;
      }
      break;
    case Nature::place:
    case Nature::people:
      origin.adjective = figure.actor.name;
      [[fallthrough]];
    default:
      if (const Country* country = gazetteer_.country(figure.actor.country))
        origin.adjective = country->adjective;
  }
  return origin;
}

}  // namespace annals
