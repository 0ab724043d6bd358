#include "ingest/actors/actors_cast.h"

#include <algorithm>

#include "ingest/text/characters.h"

namespace annals {
namespace {

using Kind = Piece::Kind;
using Nature = Figure::Nature;

}  // namespace

const std::vector<std::int32_t>& CastBuilder::resolve(std::uint32_t s, std::size_t i) {
  auto& slot = resolved_[s][i];
  if (slot.done) return slot.figures;
  slot.done = true;  // first, so that phrases that lean on each other end
  auto figures = figures_of(s, phrases_[s][i]);
  std::erase(figures, -1);
  resolved_[s][i].figures = std::move(figures);
  return resolved_[s][i].figures;
}

std::vector<std::int32_t> CastBuilder::figures_of(std::uint32_t s, const NounPhrase& phrase) {
  const Piece* core = phrase.core_piece();
  if (core == nullptr) return {};
  if (phrase.shares >= 0 && core->kind != Kind::role) {  // "Hungarian and Romanian officials"
    const auto& other = phrases_[s][static_cast<std::size_t>(phrase.shares)];
    const auto role = read_role(gazetteer_, sentence(s), other);
    if (role && role->role.noun->role_class == RoleClass::counterpart) {
      const std::string code = country_of(*core);
      if (!code.empty()) return {figures_.country(code)};
    }
    if (role && other.plural && role->role.noun->role_class == RoleClass::body)
      return {figures_.group(role->role, origin_of_piece(s, *core))};
    if (role) return {of_origin(role->role, origin_of_piece(s, *core))};
  }
  if (core->kind == Kind::seat || core->kind == Kind::region) {  // "Lagos" who is a person here
    const auto person = named_.find({s, core->first});
    if (person != named_.end()) return {person->second};
  }
  switch (core->kind) {
    case Kind::country:
      return {figures_.country(core->index)};
    case Kind::people:
      return {abroad(s, phrase, figures_.people(core->index))};
    case Kind::region:
      return {figures_.region(core->index)};
    case Kind::locals:
      return {abroad(s, phrase, figures_.locals(core->index))};
    case Kind::seat:
      return {seat(s, *core)};
    case Kind::adjective:
    case Kind::regional:
      return adjective(phrase, *core);
    case Kind::actor:
    case Kind::name: {
      const auto found = named_.find({s, core->first});
      if (found == named_.end()) return {};
      return {found->second == -1 ? -1 : of_country(s, phrase, found->second)};
    }
    case Kind::role:
      return role(s, phrase);
    default:
      return {};
  }
}

std::int32_t CastBuilder::abroad(std::uint32_t s, const NounPhrase& phrase, std::int32_t people) {
  const std::int32_t other = phrase.of >= 0 ? phrase.of : phrase.in;
  if (other < 0) return people;
  const Piece* place = phrases_[s][static_cast<std::size_t>(other)].core_piece();
  const std::string code = place == nullptr ? std::string() : country_of(*place);
  if (code.empty() || code == figures_[people].actor.country) return people;
  return figures_.people_abroad(people, country_origin(code));
}

std::int32_t CastBuilder::of_country(std::uint32_t s, const NounPhrase& phrase,
                                     std::int32_t figure) {
  if (figures_[figure].nature != Nature::people) return figure;
  const Origin origin = origin_of_role(s, phrase, static_cast<std::size_t>(phrase.core));
  if (origin.country.empty()) return abroad(s, phrase, figure);
  return figures_[figure].actor.country.empty()
             ? figures_.people_abroad(figure, country_origin(origin.country))
             : figure;
}

std::int32_t CastBuilder::seat(std::uint32_t s, const Piece& piece) {
  const auto form = text_of(sentence(s), piece.first, piece.last);
  if (is_land(s, piece)) return figures_.place(form, gazetteer_.countries[piece.index].code);
  return figures_.government(piece.index, form);
}

bool CastBuilder::is_land(std::uint32_t s, const Piece& piece) const {
  const std::int32_t size = sentence(s).size();
  if (piece.last + 1 < size && token(s, piece.last).form == "-" &&
      token(s, piece.last + 1).upos == Upos::VERB)
    return false;  // "to the US-led invasion"
  if (piece.first == 0 && begins_dateline(s, piece.last)) return true;
  std::string before = word_before(sentence(s), piece.first);
  if (before == "the") before = word_before(sentence(s), piece.first - 1);
  const ActorWords& words = gazetteer_.words;
  if (before == "of" && words.is(ActorWord::settlement, word_before(sentence(s), piece.first - 1)))
    return true;
  if (words.is(ActorWord::where, before)) return true;
  if (before == "," && piece.first >= 2) {  // "the Ethiopian capital, Addis Ababa", "Baghdad, Iraq"
    const auto& left = token(s, piece.first - 2);
    return lowered(left.form) == "capital" ||
           (left.upos == Upos::PROPN && piece.kind != Kind::seat &&
            is_place_before(s, piece.first - 2));
  }
  return owns_land(s, piece.last);
}

bool CastBuilder::begins_dateline(std::uint32_t s, std::int32_t t) const {
  const std::int32_t size = sentence(s).size();
  if (t >= size) return false;
  const auto& form = token(s, t).form;
  return form == "(" || form == "--" || form == "-" || form == "\xE2\x80\x94" ||
         form == "\xE2\x80\x93" ||
         (form == "," && t + 1 < size && token(s, t + 1).upos != Upos::VERB &&
          !is_lower(token(s, 0).form.back()));
}

bool CastBuilder::is_place_before(std::uint32_t s, std::int32_t t) const {
  return std::any_of(phrases_[s].begin(), phrases_[s].end(), [&](const NounPhrase& phrase) {
    const Piece* core = phrase.core_piece();
    return core != nullptr && core->last == t + 1 &&
           (core->kind == Kind::seat || core->kind == Kind::region ||
            core->names == Piece::Names::place);
  });
}

bool CastBuilder::owns_land(std::uint32_t s, std::int32_t t) const {
  const std::int32_t size = sentence(s).size();
  for (std::int32_t next = t; next < std::min(size, t + 4); ++next) {
    if (gazetteer_.words.is(ActorWord::land, lowered(token(s, next).form))) return true;
    if (token(s, next).upos == Upos::VERB || token(s, next).upos == Upos::PUNCT ||
        token(s, next).upos == Upos::ADP)
      return false;
  }
  return false;
}

std::vector<std::int32_t> CastBuilder::adjective(const NounPhrase& phrase, const Piece& piece) {
  const bool regional = piece.kind == Kind::regional;
  if (phrase.determiner == Determiner::none && phrase.number == 0) return {};
  return {regional ? figures_.locals(piece.index) : figures_.people(piece.index)};
}

std::int32_t CastBuilder::of_origin(const RolePhrase& role, const Origin& origin) {
  switch (role.noun->role_class) {
    case RoleClass::body:
      return body(role, origin);
    case RoleClass::office:
    case RoleClass::head:
    case RoleClass::voice:
    case RoleClass::rank:
      return role.noun->role_class == RoleClass::voice || role.plural == role.words
                 ? figures_.group(role, origin)
                 : figures_.office(role, origin);
    default:
      return figures_.group(role, origin);
  }
}

}  // namespace annals
