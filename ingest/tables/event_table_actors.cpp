#include "ingest/tables/event_table_actors.h"

#include <algorithm>

#include "graph/ascii.h"
#include "graph/import.h"
#include "graph/names.h"

namespace annals {
namespace {

bool in_capitals(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "Police Officer" for "POLICE OFFICER"; abbreviations of four letters or fewer stay.
std::string in_title_case(std::string_view name) {
  std::string result(name);
  bool inside = false;
  for (char& c : result) {
    const bool letter = (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (inside) c = to_lower(c);
    inside = letter || (inside && c == '\'');
  }
  return result;
}

/// What stands in brackets at the end: "India" of "Police (India)".
std::string_view bracketed(std::string_view name) {
  const auto open = name.rfind(" (");
  return open == std::string_view::npos || name.back() != ')'
             ? std::string_view()
             : name.substr(open + 2, name.size() - open - 3);
}

}  // namespace

EventTableActors::EventTableActors(const LanguageOptions& language, const TableFormat& format)
    : format_(format), names_(load_gazetteer(language)), ontology_(Ontology::load(language)) {
  for (const auto& code : ontology_.codes()) {
    types_.emplace(code.code, code.type);
    relations_.try_emplace(fold(code.label), code.type, code.code);
  }
  for (const auto& type : ontology_.types()) relations_[fold(type.name)] = {type.name, ""};
}

const Country* EventTableActors::country_of(std::string_view name_or_code) const {
  if (name_or_code.empty()) return nullptr;
  if (name_or_code.size() == 3 && in_capitals(name_or_code)) {
    if (const auto* country = names_.country(name_or_code)) return country;
  }
  for (const Phrase& each : names_.names.find(fold(name_or_code))) {
    if (each.kind == PhraseKind::country) return &names_.countries[each.index];
  }
  return nullptr;
}

std::optional<Actor> EventTableActors::known(std::string_view name) const {
  for (const Phrase& each : names_.names.find(fold(name))) {
    if (each.exact && !in_capitals(name)) continue;
    Actor actor;
    if (each.kind == PhraseKind::country) {
      const Country& country = names_.countries[each.index];
      actor = {.kind = ActorKind::country,
               .name = country.name,
               .code = country.code,
               .country = country.code};
    } else if (each.kind == PhraseKind::actor) {
      const KnownActor& one = names_.actors[each.index];
      // A surname alone is nobody's name in a table.
      if (one.kind == ActorKind::person && name.find(' ') == std::string_view::npos) continue;
      actor = {.kind = one.kind,
               .name = one.name,
               .code = one.code,
               .country = one.country,
               .roles = one.roles};
      std::sort(actor.roles.begin(), actor.roles.end());
    } else {
      continue;
    }
    actor.id = actor_id(actor.kind, actor.name);
    if (fold(actor.name) != fold(name)) actor.aliases = {std::string(name)};
    return actor;
  }
  return std::nullopt;
}

/// "PAK" is a country, "PAKGOV" somebody of it.
std::optional<Actor> EventTableActors::coded(std::string_view name) const {
  if (!format_.actors_are_codes || name.size() < 3 || !in_capitals(name)) return std::nullopt;
  const Country* country = names_.country(name.substr(0, 3));
  if (country != nullptr && name.size() == 3) return known(country->name);
  const auto kind = country != nullptr ? ActorKind::role_group : ActorKind::organization;
  return Actor{.id = actor_id(kind, name),
               .kind = kind,
               .name = std::string(name),
               .code = std::string(name),
               .country = country != nullptr ? country->code : ""};
}

/// A first name and one to three words more.
bool EventTableActors::is_person(std::string_view name) const {
  const auto spaces = std::count(name.begin(), name.end(), ' ');
  if (spaces < 1 || spaces > 3 || name.find('(') != std::string_view::npos) return false;
  return names_.first_names.contains(fold(name.substr(0, name.find(' '))));
}

std::string_view EventTableActors::name_of(std::string_view name, std::string_view country) {
  if (!format_.names_need_country || name.empty()) return name;
  std::string key(name);
  key += '\0';
  key += country;
  const auto [at, fresh] = called_.try_emplace(std::move(key));
  if (!fresh) return at->second;
  std::string& called = at->second;
  const auto somebody = known(name);
  const Country* of = country_of(country);
  if (somebody) {
    called = somebody->name;
  } else {
    const bool code = name.size() % 3 == 0 && names_.country(name.substr(0, 3)) != nullptr &&
                      name.find(' ') == std::string_view::npos;
    called =
        name.size() > 4 && in_capitals(name) && !code ? in_title_case(name) : std::string(name);
    if (of != nullptr && country != name) called += " (" + of->name + ")";
  }
  return called;
}

Actor EventTableActors::actor(std::string_view name, std::string_view country) const {
  if (auto somebody = known(name)) return std::move(*somebody);
  if (auto somebody = coded(name)) return std::move(*somebody);
  Actor actor = make_imported_actor(name);
  if (actor.kind == ActorKind::organization && is_person(name)) {
    actor.kind = ActorKind::person;
    actor.id = actor_id(actor.kind, actor.name);
  }
  const auto inside = bracketed(name);
  const Country* of = country_of(inside.empty() ? country : inside);
  if (of == nullptr) of = country_of(country);
  if (of != nullptr) actor.country = of->code;
  return actor;
}

std::string_view EventTableActors::type_of(std::string& code, std::string_view relation) {
  if (!code.empty()) {
    const auto known = types_.find(code);
    return known != types_.end() ? std::string_view(known->second) : type_of_cameo(code);
  }
  const auto [at, fresh] = relations_.try_emplace(fold(relation), "", "");
  if (fresh) at->second = {"OTHER", std::string(relation)};
  code = at->second.second;
  return at->second.first;
}

}  // namespace annals
