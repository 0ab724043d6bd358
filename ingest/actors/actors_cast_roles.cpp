#include "ingest/actors/actors_cast.h"

#include <algorithm>

#include "graph/ascii.h"
#include "graph/names.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Kind = Piece::Kind;
using Nature = Figure::Nature;

}  // namespace

std::vector<std::int32_t> CastBuilder::role(std::uint32_t s, const NounPhrase& phrase) {
  auto read = read_role(gazetteer_, sentence(s), phrase);
  if (!read) return {};
  name_heads(s, phrase, *read);
  const RolePhrase& role = read->role;
  if (phrase.named >= 0) {
    const auto& beside = phrases_[s][static_cast<std::size_t>(phrase.named)];
    if (beside.core_piece() != nullptr && beside.core_piece()->kind != Kind::role)
      return resolve(s, static_cast<std::size_t>(phrase.named));
  }
  if (phrase.kinds >= 0) {
    std::vector<std::int32_t> each;
    for (const auto k : {phrase.kinds, phrase.kinds + 1}) {
      const Piece& name = *phrases_[s][static_cast<std::size_t>(k)].core_piece();
      if (const Origin whose = origin_of_piece(s, name); !whose.empty())
        each.push_back(figures_.group(role, whose));
    }
    if (each.size() == 2) return each;
  }
  const auto role_class = role.noun->role_class;
  if (role_class == RoleClass::state || role_class == RoleClass::side ||
      role_class == RoleClass::counterpart)
    return parties(s, phrase, role);
  if (role_class == RoleClass::honorific) return {};
  if (is_stance(s, phrase, role)) return {};
  if (phrase.of >= 0 && gazetteer_.words.is(ActorWord::figurative, role.noun->singular))
    return {};  // "driver of violence"
  if (phrase.of_last > phrase.of && phrase.pieces.front().kind == Kind::role)
    return one_of_each(s, phrase, role);
  if (const std::int32_t part = phrase.of >= 0 ? phrase.of : phrase.in;
      phrase.plural && part >= 0 && phrase.pieces.front().kind == Kind::role) {
    // "officials of the two countries", "from both countries"
    const auto whole = resolve(s, static_cast<std::size_t>(part));
    if (whole.size() == 2 && figures_[whole[0]].nature == Nature::country &&
        figures_[whole[1]].nature == Nature::country) {
      std::vector<std::int32_t> each;
      for (const auto country : whole) each.push_back(of_origin(role, figures_.origin_of(country)));
      return each;
    }
  }
  if (role.noun->singular == "people" && phrase.core >= 0 && counts_what_follows(s, phrase))
    return {};
  const Origin origin = origin_of_role(s, phrase, read->first_piece);
  // "army helicopters" of no country that is told act, mere "helicopters" do not
  if (role_class == RoleClass::asset && origin.country.empty() && !is_of_body(phrase)) return {};
  if (phrase.plural || role_class == RoleClass::group) return group(s, phrase, role, origin);
  if (role_class == RoleClass::body) return {body_phrase(s, phrase, role, origin)};
  if (role_class == RoleClass::member || role_class == RoleClass::asset)
    return member(s, phrase, role, origin);
  return {office(s, phrase, role, origin)};
}

void CastBuilder::name_heads(std::uint32_t s, const NounPhrase& phrase, ReadRole& read) const {
  if (phrase.shares < 0 || !phrases_[s][static_cast<std::size_t>(phrase.shares)].lends) return;
  const auto& words = sentence(s);
  std::string before;
  for (auto k = static_cast<std::size_t>(phrase.shares); phrases_[s][k].first < phrase.first; ++k) {
    const NounPhrase& other = phrases_[s][k];
    std::int32_t from = other.last - 1;
    if (!other.pieces.empty() && other.pieces.back().last == other.last)
      from = other.pieces.back().first;
    before += (before.empty() ? "" : ", ") + lowered(text_of(words, from, other.last));
  }
  before += " and ";
  const std::int32_t known = phrase.pieces[read.first_piece].first;
  if (known > phrase.first) before += lowered(text_of(words, phrase.first, known)) + " ";
  read.role.words = before + read.role.words;
  read.role.plural = before + read.role.plural;
  if (!read.role.noun->sector.empty()) read.role.sector = read.role.noun->sector;  // of no one kind
}

bool CastBuilder::is_stance(std::uint32_t s, const NounPhrase& phrase,
                            const RolePhrase& role) const {
  const std::int32_t next = phrase.last;
  // "calls from the opposition to resign" are those of people
  return role.noun->singular == "opposition" && next + 1 < sentence(s).size() &&
         lowered(token(s, next).form) == "to" && token(s, next + 1).upos != Upos::VERB &&
         token(s, next + 1).upos != Upos::AUX;
}

bool CastBuilder::is_of_body(const NounPhrase& phrase) const {
  static constexpr std::array<std::string_view, 4> forces = {"MIL", "COP", "REB", "GOV"};
  if (phrase.core < 1) return false;
  const Piece& before = phrase.pieces[static_cast<std::size_t>(phrase.core) - 1];
  if (before.last != phrase.core_piece()->first) return false;
  if (before.kind == Kind::modifier)
    return one_of(gazetteer_.modifiers[before.index].sector, forces);
  if (before.kind != Kind::role) return false;
  const RoleNoun& noun = gazetteer_.roles[before.index];
  return noun.role_class != RoleClass::asset && one_of(noun.sector, forces);
}

bool CastBuilder::counts_what_follows(std::uint32_t s, const NounPhrase& phrase) const {
  static constexpr std::array<std::string_view, 3> numbers = {"thousands", "hundreds", "dozens"};
  const auto& tokens = sentence(s).tokens;
  const auto next = static_cast<std::size_t>(phrase.core_piece()->last);
  const Token& number = tokens[next - 1];
  if (!one_of(lowered(number.form), numbers)) return false;
  if (next < tokens.size() && (tokens[next].form == "of" || tokens[next].upos == Upos::NOUN))
    return true;
  // Alone it is people only where people act or are acted on: not "fell by hundreds".
  return !number.deprel.starts_with("nsubj") && number.deprel != "obj" && number.deprel != "nmod";
}

/// "the presidents of Iraq and Egypt", "the armies of Peru and Chile": one for each country.
std::vector<std::int32_t> CastBuilder::one_of_each(std::uint32_t s, const NounPhrase& phrase,
                                                   const RolePhrase& role) {
  std::vector<std::int32_t> each;
  for (std::int32_t k = phrase.of; k <= phrase.of_last; ++k) {
    const Piece& country = *phrases_[s][static_cast<std::size_t>(k)].core_piece();
    const std::string code = country_of(country);
    const Origin origin = code.empty() ? origin_of_piece(s, country) : country_origin(code);
    const auto holder =
        role.noun->role_class == RoleClass::office ? known_holder(role, origin) : std::nullopt;
    const std::int32_t figure = holder ? *holder : of_origin(role, origin);
    if (std::find(each.begin(), each.end(), figure) == each.end()) each.push_back(figure);
  }
  return each;
}

bool CastBuilder::points_back(const NounPhrase& phrase) {
  return phrase.determiner == Determiner::definite ||
         phrase.determiner == Determiner::demonstrative || phrase.determiner == Determiner::both;
}

std::vector<std::int32_t> CastBuilder::group(std::uint32_t s, const NounPhrase& phrase,
                                             const RolePhrase& role, const Origin& origin) {
  if (origin.empty() && points_back(phrase)) {
    // "Peru and Chile, both exporters of copper": they, and not two others
    const bool aside = token(s, phrase.head).deprel == "appos";
    if ((phrase.number == 2 || phrase.determiner == Determiner::both) && !aside) {
      if (is_person_class(role.noun->role_class)) {
        auto two = last_two(s, 1000, [&](const Figure& figure) {
          return has_title(figure, role) || holds_now(figure, role.words);
        });
        if (two.size() != 2 && role.noun->singular == "leader") {
          two = last_two(s, 1000, [&](const Figure& figure) {
            return leads_country(figure) || holds_now(figure, "president") ||
                   holds_now(figure, "prime minister");
          });
          // two who lead the same country are not those who met
          if (two.size() == 2 && !figures_[two[0]].actor.country.empty() &&
              figures_[two[0]].actor.country == figures_[two[1]].actor.country)
            two.clear();
        }
        if (two.size() != 2)
          two = last_two(s, 6, [&](const Figure& figure) { return figure.is_person(); });
        if (two.size() == 2) return two;
      }
    }
    const auto last = history_.last(s, 12, [&](const Spoken& spoken) {
      const auto& figure = figures_[spoken.figure];
      return figure.nature == Nature::group && figure.noun == role.noun->singular;
    });
    const bool nameless = phrase.number == 0 && (!last || figures_[*last].part_of < 0);
    if (const auto armed = nameless ? armed_group_meant(s, role) : std::nullopt) return {*armed};
    if (last) return {*last};
  }
  if (role.noun->role_class == RoleClass::body && role.sector.empty() && origin.empty())
    return {};  // "alliances", "teams" of nobody
  Origin from = origin;
  if (from.empty() && role.noun->singular == "authority") from = context_origin(-1);
  if (from.empty() && is_local(role)) from = country_origin(country_around(s, phrase));
  return {figures_.group(role, from)};
}

std::optional<std::int32_t> CastBuilder::armed_group_meant(std::uint32_t s,
                                                           const RolePhrase& role) const {
  if (role.sector != "REB" || role.words != role.noun->singular) return std::nullopt;
  std::optional<std::int32_t> found;
  bool before = false;  // it was spoken of already
  for (const auto& [place, figure] : named_) {
    if (figure < 0 || figures_[figure].nature != Nature::armed) continue;
    if (found && *found != figure) return std::nullopt;
    found = figure;
    before = before || place.first <= s;
  }
  if (!before) return std::nullopt;
  return found;
}

bool CastBuilder::is_local(const RolePhrase& role) {
  static constexpr std::array<std::string_view, 8> sectors = {"COP", "CVL", "OPP", "UAF",
                                                              "LAB", "EDU", "AGR", "REB"};
  return one_of(role.sector, sectors);
}

bool CastBuilder::is_person_class(RoleClass role_class) {
  return role_class == RoleClass::office || role_class == RoleClass::head ||
         role_class == RoleClass::member;
}

std::vector<std::int32_t> CastBuilder::member(std::uint32_t s, const NounPhrase& phrase,
                                              const RolePhrase& role, const Origin& origin) {
  if (points_back(phrase) && origin.empty()) {
    const auto is_same = [&](const Figure& figure) {
      if (figure.nature == Nature::group) return figure.noun == role.noun->singular;
      return figure.is_person() && has_title(figure, role);
    };
    const std::string words = fold(role.plural);
    const bool longer = role.words != role.noun->singular;  // "the security official"
    auto last = history_.last(s, 12, [&](const Spoken& spoken) {
      return longer && is_same(figures_[spoken.figure]) &&
             fold(figures_[spoken.figure].actor.name).ends_with(words);
    });
    if (!last) {  // who spoke before rather than who was spoken of
      last = history_.last(s, 4, [&](const Spoken& spoken) {
        return spoken.speaks && !spoken.plural && is_same(figures_[spoken.figure]);
      });
    }
    if (!last) {
      last = history_.last(s, 12, [&](const Spoken& spoken) {
        return !spoken.plural && is_same(figures_[spoken.figure]);
      });
    }
    if (!last) {
      last = history_.last(s, 12,
                           [&](const Spoken& spoken) { return is_same(figures_[spoken.figure]); });
    }
    if (last) return {*last};
  } else if (points_back(phrase)) {
    if (const auto holder = holder_of(s, role, origin)) return {*holder};
  }
  return {figures_.group(role, origin)};
}

}  // namespace annals
