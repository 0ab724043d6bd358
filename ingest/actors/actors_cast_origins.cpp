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

std::string CastBuilder::country_of(const Piece& piece) const {
  switch (piece.kind) {
    case Kind::country:
    case Kind::adjective:
    case Kind::people:
    case Kind::seat:
      return gazetteer_.countries[piece.index].code;
    case Kind::region:
    case Kind::regional:
    case Kind::locals:
      return gazetteer_.regions[piece.index].country;
    default:
      return {};
  }
}

Origin CastBuilder::country_origin(std::string_view code, std::int32_t figure) const {
  const Country* country = gazetteer_.country(code);
  if (country == nullptr) return {};
  return {.figure = figure, .country = country->code, .code = {}, .adjective = country->adjective};
}

bool CastBuilder::is_only_mentioned(std::uint32_t s, const Piece& piece) const {
  const std::int32_t size = sentence(s).size();
  if (piece.last + 1 < size && token(s, piece.last).form == "-")
    return !gazetteer_.words.is(ActorWord::belonging, lowered(token(s, piece.last + 1).form));
  return piece.first >= 2 && token(s, piece.first - 1).form == "-" &&
         gazetteer_.words.is(ActorWord::attitude, lowered(token(s, piece.first - 2).form));
}

bool CastBuilder::is_led(std::uint32_t s, const Piece& piece) const {
  const std::int32_t size = sentence(s).size();
  return piece.last + 1 < size && token(s, piece.last).form == "-" &&
         lowered(token(s, piece.last + 1).form) == "led";
}

Origin CastBuilder::origin_of_piece(std::uint32_t s, const Piece& piece) {
  switch (piece.kind) {
    case Kind::country:
    case Kind::adjective:
    case Kind::people:
    case Kind::seat:
      return country_origin(gazetteer_.countries[piece.index].code);
    case Kind::region:
    case Kind::regional:
    case Kind::locals: {
      const auto& region = gazetteer_.regions[piece.index];
      return {.figure = -1,
              .country = region.country,
              .code = {},
              .adjective = region.adjective.empty() ? region.name : region.adjective};
    }
    case Kind::actor:
    case Kind::name: {
      const auto found = named_.find({s, piece.first});
      if (found == named_.end()) return {};
      Origin origin = figures_.origin_of(found->second);
      if (figures_[found->second].nature == Nature::people)
        origin.adjective = text_of(sentence(s), piece.first, piece.last);
      return origin;
    }
    default:
      return {};
  }
}

Origin CastBuilder::origin_of_phrase(std::uint32_t s, std::int32_t other) {
  if (early_ && phrases_[s][static_cast<std::size_t>(other)].core_piece() != nullptr &&
      phrases_[s][static_cast<std::size_t>(other)].core_piece()->kind == Kind::role) {
    const auto& role = phrases_[s][static_cast<std::size_t>(other)];
    return origin_of_role(s, role, static_cast<std::size_t>(role.core));
  }
  const auto& found = resolve(s, static_cast<std::size_t>(other));
  if (!found.empty()) return figures_.origin_of(found.front());
  const auto& phrase = phrases_[s][static_cast<std::size_t>(other)];
  if (phrase.core_piece() != nullptr) return origin_of_piece(s, *phrase.core_piece());
  for (const auto& piece :
       phrase.pieces) {  // "leaders of Pakistan's ruling party": any country beats none
    if (Origin origin = origin_of_piece(s, piece); !origin.empty()) return origin;
  }
  return {};
}

Origin CastBuilder::origin_inside(std::uint32_t s, const NounPhrase& phrase) {
  auto before = static_cast<std::size_t>(std::max(phrase.core, 0));
  while (before > 0 && phrase.pieces[before - 1].kind == Kind::role) --before;
  return before > 0 ? origin_of_piece(s, phrase.pieces[before - 1]) : Origin{};
}

bool CastBuilder::takes_sides(std::uint32_t s, const NounPhrase& phrase) const {
  const Piece* core = phrase.core_piece();
  const Piece* whole = phrases_[s][static_cast<std::size_t>(phrase.of)].core_piece();
  return core != nullptr && core->kind == Kind::role && whole != nullptr &&
         (whole->kind == Kind::country || whole->kind == Kind::seat) &&
         gazetteer_.words.is(ActorWord::taking_sides, gazetteer_.roles[core->index].singular);
}

Origin CastBuilder::origin_of_role(std::uint32_t s, const NounPhrase& phrase, std::size_t before) {
  if (phrase.of_inside && !phrase.posted) {
    const auto& inside = phrases_[s][static_cast<std::size_t>(phrase.named)];
    if (Origin origin = origin_inside(s, inside); !origin.empty()) return origin;
  }
  Origin nearest;
  for (std::size_t k = before; k-- > 0;) {
    const bool is_there =
        phrase.pieces[k].kind == Kind::seat && (phrase.owner >= 0 || phrase.owner_word >= 0);
    if (is_there || is_only_mentioned(s, phrase.pieces[k]))
      continue;  // "its Kabul mission" is no Afghan one
    Origin origin = origin_of_piece(s, phrase.pieces[k]);
    if (is_led(s, phrase.pieces[k])) origin.adjective += "-led";
    if (nearest.empty()) nearest = origin;
    if (nearest.country.empty() && nearest.code.empty())
      nearest.country = origin.country;  // "Turkish Kurd refugees"
  }
  if (!nearest.empty()) return nearest;
  if (phrase.owner >= 0) {
    if (Origin origin = origin_of_phrase(s, phrase.owner); !origin.empty()) return origin;
  }
  if (phrase.owner_word >= 0) {
    const auto& owners = pronoun_at(s, phrase.owner_word);
    if (!owners.empty()) return figures_.origin_of(owners.front());
  }
  if (phrase.of >= 0 && !takes_sides(s, phrase)) {
    if (Origin origin = origin_of_phrase(s, phrase.of); !origin.empty()) return origin;
  }
  if (phrase.shares >= 0) {
    const auto& other = phrases_[s][static_cast<std::size_t>(phrase.shares)];
    return origin_of_role(
        s, other, other.core < 0 ? other.pieces.size() : static_cast<std::size_t>(other.core));
  }
  if (phrase.in >= 0) {
    const auto& place = phrases_[s][static_cast<std::size_t>(phrase.in)];
    for (auto piece = place.pieces.rbegin(); piece != place.pieces.rend(); ++piece) {
      if (const auto code = country_of(*piece); !code.empty()) return country_origin(code);
    }
    const auto& resolved =
        early_ ? std::vector<std::int32_t>{} : resolve(s, static_cast<std::size_t>(phrase.in));
    const Piece* other = place.core_piece();
    const auto named = other == nullptr ? named_.end() : named_.find({s, other->first});
    const std::int32_t whole = !resolved.empty()       ? resolved.front()
                               : named != named_.end() ? named->second
                                                       : -1;
    if (whole >= 0 && !figures_[whole].is_person()) {
      const bool member =
          figures_[whole].nature == Nature::organization || figures_[whole].nature == Nature::armed;
      const std::string marker = word_before(sentence(s), place.first);
      if (member && marker == "from") return figures_.origin_of(whole);  // "activists from Fatah"
      if (!figures_[whole].actor.country.empty())
        return country_origin(figures_[whole].actor.country);
    }
  }
  return country_origin(country_below(s, phrase));
}

std::string CastBuilder::country_below(std::uint32_t s, const NounPhrase& phrase) const {
  static constexpr std::array<std::string_view, 7> where = {"in",     "at",         "from",  "of",
                                                            "inside", "throughout", "across"};
  const std::int32_t head = phrase.head;
  const std::int32_t size = sentence(s).size();
  for (const auto& other : phrases_[s]) {
    if (other.first <= phrase.last || other.first > phrase.last + 12) continue;
    // the way up from the other phrase to this one: a place, or a clause that tells where they live
    bool here = false;
    std::int32_t t = other.head;
    for (int steps = 0; t >= 0 && t < size && steps < 6; ++steps) {
      const auto& word = token(s, t);
      if (word.head == head) {
        const bool clause = word.deprel == "acl" || word.deprel == "amod";
        const std::string before = word_before(sentence(s), other.first);
        here = clause ? gazetteer_.words.is(ActorWord::dwelling, word.lemma)
                      : word.deprel == "nmod" && one_of(before, where);
        break;
      }
      t = word.head;
    }
    if (!here) continue;
    for (const auto& piece : other.pieces) {
      if (const auto code = country_of(piece); !code.empty()) return code;
    }
  }
  return {};
}

std::string CastBuilder::country_around(std::uint32_t s, const NounPhrase& phrase) const {
  static constexpr std::array<std::string_view, 6> where = {"in",      "at",     "near",
                                                            "outside", "across", "throughout"};
  const bool modifies = token(s, phrase.head).deprel == "compound";  // "a police station"
  const Token& head = token(s, modifies ? token(s, phrase.head).head : phrase.head);
  const bool acts = head.deprel.starts_with("nsubj") || head.deprel == "obj";
  if (!acts || head.head < 0) return {};
  std::string there;
  for (const auto& other : phrases_[s]) {
    const Token& core = token(s, other.head);
    const bool said = core.deprel == "obl" && core.head == head.head &&
                      one_of(word_before(sentence(s), other.first), where);
    for (const auto& piece : other.pieces) {
      const auto code = country_of(piece);
      if (code.empty()) continue;
      // Another country is named: they may be of that one.
      if (!said || (!there.empty() && there != code)) return {};
      there = code;
    }
  }
  return there;
}

void CastBuilder::give_titles() {
  for (std::uint32_t s = 0; s < phrases_.size(); ++s) {
    for (const auto& phrase : phrases_[s]) {
      const Piece* core = phrase.core_piece();
      if (core == nullptr || (core->kind != Kind::name && core->kind != Kind::actor)) continue;
      const auto found = named_.find({s, core->first});
      if (found == named_.end()) continue;
      if (figures_[found->second].is_person()) {
        title_person(s, phrase, found->second);
      } else {
        describe_organization(s, phrase, found->second);
      }
    }
  }
}

void CastBuilder::title_person(std::uint32_t s, const NounPhrase& phrase, std::int32_t figure) {
  const auto core = static_cast<std::size_t>(phrase.core);
  const bool posted =
      phrase.named >= 0 && phrases_[s][static_cast<std::size_t>(phrase.named)].posted;
  if (const auto role = read_title(gazetteer_, sentence(s), phrase)) {
    Origin origin = origin_of_role(s, phrase, role->first_piece);
    if (origin.empty() && needs_country(role->role)) origin = context_origin(figure);
    figures_.give_title(figure, role->role, origin, role->role.words);
  } else if (figures_[figure].actor.country.empty() && !posted) {
    const Origin origin = origin_of_role(s, phrase, core);
    figures_[figure].actor.country = origin.country;
    if (figures_[figure].actor.code.empty()) figures_[figure].actor.code = origin.country;
  }
  if (phrase.named < 0) return;
  const auto& beside = phrases_[s][static_cast<std::size_t>(phrase.named)];
  const auto role = read_role(gazetteer_, sentence(s), beside);
  if (!role) return;
  Origin origin = origin_of_role(s, beside, role->first_piece);
  // an ambassador is rather of another country than the story
  const bool abroad = posted && gazetteer_.words.is(ActorWord::of_many, role->role.noun->singular);
  if (origin.empty() && !abroad && needs_country(role->role)) origin = context_origin(figure);
  figures_.give_title(figure, role->role, origin, role->role.words);
}

bool CastBuilder::needs_country(const RolePhrase& role) {
  return role.noun->role_class != RoleClass::honorific &&
         (role.sector == "GOV" || role.sector == "LEG" || role.sector == "MIL" ||
          role.sector == "SPY");
}

Origin CastBuilder::context_origin(std::int32_t figure) const {
  if (figure >= 0 && !figures_[figure].actor.country.empty())
    return country_origin(figures_[figure].actor.country);
  return country_origin(default_country_);
}

void CastBuilder::describe_organization(std::uint32_t s, const NounPhrase& phrase,
                                        std::int32_t figure) {
  if (figures_[figure].known >= 0 || figures_[figure].nature == Nature::place) return;
  // May find a new figure, which moves the others.
  Origin origin = origin_of_role(s, phrase, static_cast<std::size_t>(phrase.core));
  if (origin.empty() && is_shared_party(s, *phrase.core_piece()))
    origin = country_origin(default_country_);
  auto& organization = figures_[figure];
  if (organization.actor.country.empty()) organization.actor.country = origin.country;
  if (organization.actor.code.empty() || organization.actor.code == organization.sector) {
    organization.actor.code =
        code_of(country_origin(organization.actor.country), organization.sector);
  }
}

}  // namespace annals
