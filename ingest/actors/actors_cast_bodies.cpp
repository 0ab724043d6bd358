#include "ingest/actors/actors_cast.h"

#include <algorithm>
#include <optional>

#include "graph/ascii.h"
#include "graph/names.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Kind = Piece::Kind;
using Nature = Figure::Nature;

/// A union of countries, and no commission or council of one.
bool is_bloc(const Figure& figure) {
  static constexpr std::array<std::string_view, 4> parts = {"commission", "council", "bank",
                                                            "court"};
  const std::string& code = figure.actor.code;
  return (code == "IGO" || code == "IGOEUR") &&
         std::none_of(figure.words.begin(), figure.words.end(),
                      [](const std::string& word) { return one_of(word, parts); });
}

/// "the Haqqani militant group", "the Kifaya movement", "the Interfax news agency": the name before
/// the noun is the body's own. For a wing of a body that body, -1 for one of nobody.
std::optional<std::int32_t> body_named_by(Figures& figures, const NounPhrase& phrase,
                                          const RolePhrase& role, const Origin& origin) {
  const bool bare = origin.figure >= 0 && phrase.owner < 0 && phrase.of < 0;
  const bool loose = role.sector.empty() || one_of(role.sector, {"REB", "UAF", "SPY", "PTY"});
  if (bare && !origin.code.empty() && loose) return origin.figure;
  const bool organization = bare && figures[origin.figure].nature == Nature::organization;
  if (organization && origin.code.empty()) {
    if (figures[origin.figure].sector.empty()) figures[origin.figure].sector = role.sector;
    return origin.figure;
  }
  if (role.noun->singular == "wing" || role.noun->singular == "arm")
    return std::max(origin.figure, -1);  // "the military wing of Hamas"
  if (organization && !role.sector.empty() && figures[origin.figure].sector == role.sector)
    return origin.figure;
  return std::nullopt;
}

}  // namespace

std::int32_t CastBuilder::body_phrase(std::uint32_t s, const NounPhrase& phrase,
                                      const RolePhrase& role, const Origin& origin) {
  if (const auto named = body_named_by(figures_, phrase, role, origin)) return *named;
  if (origin.figure >= 0 && figures_[origin.figure].is_person() && origin.country.empty())
    return figures_.organization(figures_[origin.figure].actor.name + " " + role.words, role.sector,
                                 {});
  if (phrase.determiner == Determiner::definite && phrase.owner < 0 && phrase.of < 0 &&
      says_seat(s, phrase)) {  // "the London-based group", after its name
    const auto seated = history_.last(s, 8, [&](const Spoken& spoken) {
      const Figure& figure = figures_[spoken.figure];
      return figure.nature == Nature::organization && is_this_body(figure, role);
    });
    if (seated) return *seated;
  }
  if (!origin.empty()) return body(role, origin);
  const bool stranger =
      phrase.head > phrase.first &&
      gazetteer_.words.is(ActorWord::stranger, word_before(sentence(s), phrase.head));
  if (phrase.determiner == Determiner::indefinite || stranger) {
    if (gazetteer_.words.is(ActorWord::acting_body, role.noun->singular))
      return figures_.body(role, origin);
    return role.sector.empty() ? -1 : figures_.group(role, origin);
  }
  if (is_national(role)) {
    if (const auto code = country_of_speaker(s, phrase.first); !code.empty())
      return body(role, country_origin(code));
  }
  // "a landlords' group": not the group that was spoken of
  if (phrase.owner >= 0 && role.sector.empty()) return -1;
  // a name that has the word first: "the network" is the Haqqani network, not the Taliban
  const auto named = history_.last(s, 8, [&](const Spoken& spoken) {
    return has_word(figures_[spoken.figure], fold(role.noun->singular));
  });
  if (named) return *named;
  // "the international organization" is of no country
  const bool worldwide =
      phrase.head > phrase.first &&
      gazetteer_.words.is(ActorWord::worldwide, word_before(sentence(s), phrase.head));
  const auto last = history_.last(s, 8, [&](const Spoken& spoken) {
    // a city where something was is not the government that sits there
    const Figure& figure = figures_[spoken.figure];
    const bool seat = figure.nature == Nature::government && !is_called_government(spoken);
    if (worldwide && role.sector.empty())
      return figure.nature == Nature::organization && figure.actor.country.empty();
    return (!seat || spoken.subject) && is_this_body(figure, role);
  });
  if (last) return *last;
  if (is_national(role)) return body(role, context_origin(-1));
  // "the Coalition said": a capital inside a sentence makes a name of the noun
  const Piece& noun = *phrase.core_piece();
  const bool capital = noun.capital && phrase.first > 0 &&
                       phrase.determiner == Determiner::definite && !is_headline_case(sentence(s));
  if (capital)
    return figures_.organization(text_of(sentence(s), noun.first, noun.last), role.sector, {});
  const bool acts = gazetteer_.words.is(ActorWord::acting_body, role.noun->singular);
  return acts && role.sector == "JUD" ? figures_.body(role, {}) : -1;
}

bool CastBuilder::fights(const Figure& figure) {
  return figure.nature == Nature::armed ||
         (figure.nature == Nature::group && figure.sector == "REB");
}

bool CastBuilder::says_seat(std::uint32_t s, const NounPhrase& phrase) const {
  for (std::int32_t t = phrase.first + 1; t < phrase.last; ++t) {
    const std::string form = lowered(token(s, t).form);
    if ((form == "based" && token(s, t - 1).form == "-") || form.ends_with("-based")) return true;
  }
  return false;
}

bool CastBuilder::is_national(const RolePhrase& role) const {
  return gazetteer_.words.is(ActorWord::national, role.words) ||
         role.words.find("ministry") != std::string::npos;
}

bool CastBuilder::has_word(const Figure& figure, const std::string& word) {
  if (figure.nature != Nature::organization && figure.nature != Nature::armed) return false;
  const auto has = [&](const std::string& name) {
    return (" " + fold(name) + " ").find(" " + word + " ") != std::string::npos;
  };
  return has(figure.actor.name) ||
         std::any_of(figure.actor.aliases.begin(), figure.actor.aliases.end(), has);
}

std::string CastBuilder::country_of_speaker(std::uint32_t s, std::int32_t t) const {
  static constexpr std::array<std::string_view, 6> states = {"GOV", "MIL", "LEG",
                                                             "SPY", "COP", "ELI"};
  const auto& all = history_.all();
  for (std::size_t i = all.size(); i-- > 0 && all[i].sentence == s;) {
    const auto& figure = figures_[all[i].figure];
    if (all[i].token < t && all[i].subject && !figure.actor.country.empty() &&
        (one_of(figure.sector, states) || figure.nature == Nature::country ||
         figure.nature == Nature::government))
      return all[i].speaks || !governs_another(figure.actor.country) ? figure.actor.country
                                                                     : std::string();
  }
  return {};
}

bool CastBuilder::governs_another(std::string_view country) const {
  const auto& all = history_.all();
  return std::any_of(all.begin(), all.end(), [&](const Spoken& spoken) {
    const auto& figure = figures_[spoken.figure];
    return figure.nature == Nature::government && is_called_government(spoken) &&
           figure.actor.country != country;
  });
}

bool CastBuilder::is_called_government(const Spoken& spoken) const {
  return token(spoken.sentence, spoken.token).upos != Upos::PROPN;
}

bool CastBuilder::is_this_body(const Figure& figure, const RolePhrase& role) const {
  if (figure.nature == Nature::government)
    return gazetteer_.words.is(ActorWord::governing, role.words);
  if (figure.nature == Nature::body && figure.noun == role.noun->singular) return true;
  if (figure.nature != Nature::body && figure.nature != Nature::organization &&
      figure.nature != Nature::armed)
    return false;
  if (role.sector.empty()) {
    const bool loose = gazetteer_.words.is(ActorWord::loose_body, role.noun->singular);
    if (loose && figure.nature == Nature::armed) return true;
    if (loose && figure.nature == Nature::organization)
      return figure.sector != "GOV" && !figure.actor.code.starts_with("IG") &&
             figure.sector != "JRN" && figure.sector != "LEG" && figure.sector != "BUS";
  }
  if ((role.sector == "REB" || role.sector == "UAF") && figure.nature == Nature::armed) return true;
  // "the bloc": the European Union rather than its parts or the United Nations
  if (role.sector == "IGO" && figure.nature == Nature::organization) return is_bloc(figure);
  const auto noun = fold(role.noun->singular);
  if (std::find(figure.words.begin(), figure.words.end(), noun) != figure.words.end()) return true;
  return !role.sector.empty() && role.sector != "GOV" && figure.actor.code.ends_with(role.sector) &&
         figure.nature == Nature::organization;
}

std::int32_t CastBuilder::body(const RolePhrase& role, const Origin& origin) {
  if (origin.code.empty() && !origin.country.empty()) {
    const auto index = gazetteer_.country_by_code.find(origin.country);
    if (gazetteer_.words.is(ActorWord::governing, role.words) &&
        index != gazetteer_.country_by_code.end())
      return figures_.government(index->second, {});
  }
  if (role.sector == "SPY") {  // a country's intelligence service under its own name
    for (std::int32_t i = 0; i < figures_.size(); ++i) {
      if (figures_[i].known >= 0 && figures_[i].nature == Nature::organization &&
          !origin.country.empty() && figures_[i].actor.code == origin.country + "SPY") {
        return i;
      }
    }
  }
  return figures_.body(role, origin);
}

std::vector<std::int32_t> CastBuilder::parties(std::uint32_t s, const NounPhrase& phrase,
                                               const RolePhrase& role) {
  const bool many = phrase.plural && (phrase.number == 2 || phrase.determiner == Determiner::both ||
                                      phrase.determiner == Determiner::demonstrative);
  if (many) {
    const auto is_state = [&](const Figure& figure) {
      return figure.nature == Nature::country || figure.nature == Nature::government;
    };
    const bool sides = role.noun->role_class == RoleClass::side;
    // "Chad and Sudan", "Uganda and the rebels" before any two named apart
    auto two = last_pair(
        s, [&](const Figure& figure) { return is_state(figure) || (sides && fights(figure)); });
    if (two.size() != 2 && sides) two = sides_in_focus(s);
    // "his visit to the two countries": his own is hardly one of them
    if (two.size() != 2 && word_before(sentence(s), phrase.first) != "to") two = two_in_focus(s);
    if (two.size() != 2) two = last_two(s, 6, is_state);
    if (two.size() != 2 && role.noun->role_class == RoleClass::side)
      two = history_.several(s, phrase.head, 2);
    return two.size() == 2 ? two : std::vector<std::int32_t>{};
  }
  for (const auto& piece : phrase.pieces) {
    const auto code = country_of(piece);
    if (!code.empty()) return {figures_.country(code)};
  }
  if (role.noun->role_class != RoleClass::state) return {};
  if (phrase.plural) {  // "nearly 70 countries", "Arab states"
    const bool told = phrase.number > 0 || phrase.pieces.size() > 1;
    if (!told || points_back(phrase)) return {};
    RolePhrase states = role;
    states.sector.clear();
    const auto read = read_role(gazetteer_, sentence(s), phrase);
    return {figures_.group(states, origin_of_role(s, phrase, read ? read->first_piece : 0))};
  }
  if (phrase.of >= 0)
    return resolve(s, static_cast<std::size_t>(phrase.of));  // "the republic of Slovenia"
  if (phrase.owner_word >= 0) {
    const auto& owners = pronoun_at(s, phrase.owner_word);
    if (owners.empty()) return {};
    return {figures_.country(figures_[owners.front()].actor.country)};
  }
  // "the state" may be its government, "the communist state" is a country
  const bool state = role.noun->singular == "state";
  if (!points_back(phrase) ||
      (state &&
       !gazetteer_.words.is(ActorWord::kind_of_state, word_before(sentence(s), phrase.head))))
    return {};
  const std::string code = country_in_focus(s, country_acting(s, phrase.head));
  return code.empty() ? std::vector<std::int32_t>{}
                      : std::vector<std::int32_t>{figures_.country(code)};
}

std::vector<std::pair<int, std::string>> CastBuilder::countries_since(std::uint32_t first,
                                                                      std::uint32_t s) const {
  std::vector<std::pair<int, std::string>> counts;
  for (const Spoken& spoken : history_.all()) {
    const auto& figure = figures_[spoken.figure];
    const std::string& code = figure.actor.country;
    if (spoken.sentence < first || spoken.sentence > s || spoken.territory ||
        figure.nature == Nature::place || code.empty())
      continue;
    const auto found = std::find_if(counts.begin(), counts.end(),
                                    [&](const auto& one) { return one.second == code; });
    if (found == counts.end()) {
      counts.emplace_back(1, code);
    } else {
      ++found->first;
    }
  }
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  return counts;
}

std::vector<std::int32_t> CastBuilder::sides_in_focus(std::uint32_t s) {
  std::int32_t fighter = -1;
  int told = 0;
  for (const Spoken& spoken : history_.all()) {
    const Figure& figure = figures_[spoken.figure];
    const std::int32_t group = fights(figure) ? spoken.figure : figure.part_of;
    if (group < 0 || figures_[group].nature != Nature::armed) continue;
    if (fighter >= 0 && group != fighter) return {};
    fighter = group;
    ++told;
  }
  if (fighter < 0 || told < 2) return {};
  // no other country comes near the one that it fights in
  std::vector<std::pair<int, std::string>> others = countries_since(0, s);
  const std::string home = figures_[fighter].actor.country;
  if (home.empty() || others.empty() || others.front().second != home ||
      (others.size() > 1 && others[1].first > told))
    return {};
  return {figures_.country(home), fighter};
}

std::vector<std::int32_t> CastBuilder::two_in_focus(std::uint32_t s) {
  auto counts = countries_since(s, s);
  if (counts.size() != 2) counts = countries_since(0, s);
  if (counts.size() < 2 || (counts.size() > 2 && counts[1].first < counts[2].first + 2)) return {};
  return {figures_.country(counts[0].second), figures_.country(counts[1].second)};
}

std::string CastBuilder::country_acting(std::uint32_t s, std::int32_t t) const {
  const auto& relation = token(s, t).deprel;
  std::int32_t verb = token(s, t).head;
  // "sent a force to the country", whatever the phrase hangs on
  if (relation == "nmod" && verb >= 0 && token(s, verb).deprel == "obj")
    verb = token(s, verb).head;
  else if (!relation.starts_with("obl"))
    return {};
  if (verb < 0) return {};
  for (const Spoken& spoken : history_.all()) {
    if (spoken.sentence != s || !spoken.subject || spoken.modifier) continue;
    const Figure& figure = figures_[spoken.figure];
    if (token(s, spoken.token).head == verb && figure.nature == Nature::country)
      return figure.actor.country;
  }
  return {};
}

std::string CastBuilder::country_in_focus(std::uint32_t s, std::string_view but) const {
  std::string best;
  double best_score = -100;
  const auto& all = history_.all();
  for (std::size_t i = all.size(); i-- > 0 && all[i].sentence + 3 >= s;) {
    const auto& figure = figures_[all[i].figure];
    if (figure.actor.country.empty() || figure.nature == Nature::place ||
        figure.actor.country == but)
      continue;
    double score = -2.0 * (s - all[i].sentence);
    if (all[i].subject) score += 3;
    if (all[i].territory) score -= 1;
    if (figure.nature == Nature::country) score += 0.5;
    if (score <= best_score) continue;
    best_score = score;
    best = figure.actor.country;
  }
  return best;
}

}  // namespace annals
