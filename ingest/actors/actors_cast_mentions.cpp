#include "ingest/actors/actors_cast.h"

#include <algorithm>

#include "graph/names.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/arguments.h"

namespace annals {
namespace {

using Kind = Piece::Kind;
using Nature = Figure::Nature;

}  // namespace

void CastBuilder::read_sentence(std::uint32_t s) {
  std::size_t next = 0;
  const std::int32_t size = sentence(s).size();
  for (std::int32_t t = 0; t <= size; ++t) {
    for (; next < phrases_[s].size() && phrases_[s][next].last <= t; ++next) {
      read_abbreviation(s, next);
      mention_phrase(s, next);
    }
    if (t < size && read_[s]) mention_pronoun(s, t);
    if (t < size) mention_opposed(s, t);
  }
}

void CastBuilder::mention_opposed(std::uint32_t s, std::int32_t t) {
  const std::string_view rest = opposed_part(token(s, t));
  if (rest.empty() || !is_upper(rest.front())) return;
  for (const Phrase& meaning : gazetteer_.names.find(fold(rest))) {
    if (meaning.kind != PhraseKind::country && meaning.kind != PhraseKind::adjective) continue;
    if (meaning.exact && std::any_of(rest.begin(), rest.end(), is_lower)) continue;
    add({.sentence = s,
         .first_token = t,
         .last_token = t + 1,
         .head_token = t,
         .span = {},
         .actor = static_cast<std::uint32_t>(figures_.country(meaning.index)),
         .reference = Reference::name,
         .confidence = 0.7F,
         .territory = false},
        false, true);
    return;
  }
}

void CastBuilder::mention_phrase(std::uint32_t s, std::size_t i) {
  const auto& phrase = phrases_[s][i];
  mention_inner(s, phrase);
  mention_doer(s, phrase);
  const auto& figures = resolve(s, i);
  const Piece* core = phrase.core_piece();
  if (core != nullptr && core->kind != Kind::role && phrase.shares > static_cast<std::int32_t>(i)) {
    mention_shared(s, phrase, figures);
    return;
  }
  if (core == nullptr) return;
  for (const auto figure : figures) {
    const bool named = core->kind != Kind::role;
    const bool land = is_place_like(*core) && is_land(s, *core);
    // Countries and the like are named by their own words; a person or a group by all of the
    // phrase.
    const bool whole = core->kind == Kind::role || figures_[figure].is_person() ||
                       figures_[figure].plural || phrase.owner >= 0;
    add({.sentence = s,
         .first_token =
             whole ? (core->kind == Kind::role || figures_[figure].is_person() ? phrase.begin
                                                                               : phrase.first)
                   : core->first,
         .last_token = whole && core->kind == Kind::role ? phrase.end : phrase.last,
         .head_token = head_of(s, phrase),
         .span = {},
         .actor = static_cast<std::uint32_t>(figure),
         .reference = named ? Reference::name : Reference::nominal,
         .confidence = named ? 0.95F : 0.8F,
         .territory = land},
        phrase.plural, false);
  }
}

void CastBuilder::mention_shared(std::uint32_t s, const NounPhrase& phrase,
                                 const std::vector<std::int32_t>& figures) {
  const auto& whole = phrases_[s][static_cast<std::size_t>(phrase.shares)];
  const Piece* core = phrase.core_piece();
  // Where the tree tears "U.S. and Pakistani teams" apart, the words of the noun stand for both.
  bool joined = false;
  for (std::int32_t t = phrase.first; t < whole.last; ++t) {
    const auto head = token(s, t).head;
    const bool left = t < phrase.last;
    joined = joined || (left && head >= whole.first && head < whole.last) ||
             (!left && head >= phrase.first && head < phrase.last);
  }
  for (const auto figure : figures) {
    add({.sentence = s,
         .first_token = joined ? core->first : whole.begin,
         .last_token = joined ? phrase.last : whole.end,
         .head_token = joined ? head_of(s, phrase) : head_of(s, whole),
         .span = {},
         .actor = static_cast<std::uint32_t>(figure),
         .reference = Reference::nominal,
         .confidence = 0.7F,
         .territory = false},
        true, false);
  }
}

bool CastBuilder::is_place_like(const Piece& piece) {
  return piece.kind == Kind::country || piece.kind == Kind::seat || piece.kind == Kind::region ||
         piece.names == Piece::Names::place;
}

std::int32_t CastBuilder::head_of(std::uint32_t s, const NounPhrase& phrase) const {
  const auto is_top = [&](std::int32_t t) {
    const auto head = head_or_noun(sentence(s), t);
    return (head < phrase.first || head >= phrase.last) && token(s, t).upos != Upos::DET;
  };
  // "two senior Chadian and Sudanese officials", "his Kenyan and Peruvian counterparts", cut at
  // "and": neither the number nor the rank nor whose they are
  const auto names = [&](std::int32_t t) {
    return std::any_of(phrase.pieces.begin(), phrase.pieces.end(), [&](const Piece& piece) {
      return piece.kind != Kind::modifier && piece.first <= t && t < piece.last;
    });
  };
  std::int32_t top = -1;
  for (std::int32_t t = phrase.first; t < phrase.last; ++t) {
    if (!is_top(t)) continue;
    const Token& word = token(s, t);
    const bool modifies =
        word.deprel == "amod" || word.deprel == "nummod" || word.upos == Upos::PRON;
    if (names(t) || !modifies) return t;
    if (top < 0) top = t;
  }
  return top < 0 ? phrase.head : top;
}

void CastBuilder::mention_inner(std::uint32_t s, const NounPhrase& phrase) {
  for (std::size_t k = 0; k < phrase.pieces.size(); ++k) {
    const auto& piece = phrase.pieces[k];
    if (static_cast<std::int32_t>(k) == phrase.core && !resolve(s, index_of(s, phrase)).empty())
      continue;
    const auto figure = inner_figure(s, piece);
    if (figure < 0) continue;
    add({.sentence = s,
         .first_token = piece.first,
         .last_token = piece.last,
         .head_token = piece.last - 1,
         .span = {},
         .actor = static_cast<std::uint32_t>(figure),
         .reference = Reference::name,
         .confidence = 0.9F,
         .territory = is_place_like(piece) ? is_land(s, piece) : owns_land(s, piece.last)},
        false, true);
  }
}

void CastBuilder::mention_doer(std::uint32_t s, const NounPhrase& phrase) {
  static constexpr std::array<std::string_view, 8> doers = {"MIL", "REB", "UAF", "COP",
                                                            "GOV", "OPP", "REF", "CVL"};
  if (phrase.core >= 0 || phrase.lends || phrase.pieces.empty() ||
      phrase.pieces.back().kind != Kind::role)
    return;
  const auto& noun = gazetteer_.roles[phrase.pieces.back().index];
  const bool many = noun.role_class == RoleClass::member || noun.role_class == RoleClass::group;
  if ((!many && noun.role_class != RoleClass::body) || !one_of(noun.sector, doers)) return;
  // "a three-day official visit", "the national interest"
  const bool adjective = token(s, phrase.pieces.back().last - 1).upos == Upos::ADJ;
  if (adjective && gazetteer_.words.is(ActorWord::quality, noun.singular)) return;
  // "the nationalist island", "the communist state"
  const std::int32_t next = phrase.pieces.back().last;
  if (adjective && next < sentence(s).size() &&
      (gazetteer_.words.is(ActorWord::land, lowered(token(s, next).form)) ||
       gazetteer_.words.is(ActorWord::settlement, lowered(token(s, next).form))))
    return;
  NounPhrase inner = phrase;
  inner.core = static_cast<std::int32_t>(phrase.pieces.size()) - 1;
  inner.last = inner.end = phrase.pieces.back().last;
  inner.head = inner.last - 1;
  inner.plural = many;
  inner.determiner = Determiner::none;
  inner.of = inner.of_last = inner.in = inner.named = inner.shares = -1;
  // "military operations" of nobody in particular
  const auto read = read_role(gazetteer_, sentence(s), inner);
  if (noun.role_class == RoleClass::body && read && is_national(read->role) &&
      origin_of_role(s, inner, read->first_piece).empty())
    return;
  for (const auto figure : figures_of(s, inner)) {
    if (figure < 0) continue;
    add({.sentence = s,
         .first_token = inner.pieces[first_of_role(s, inner)].first,
         .last_token = inner.last,
         .head_token = inner.head,
         .span = {},
         .actor = static_cast<std::uint32_t>(figure),
         .reference = Reference::nominal,
         .confidence = 0.6F,
         .territory = false},
        inner.plural, true);
  }
}

std::size_t CastBuilder::first_of_role(std::uint32_t s, const NounPhrase& phrase) const {
  const auto read = read_role(gazetteer_, sentence(s), phrase);
  return read && read->first_piece > 0 ? read->first_piece - 1 : 0;
}

std::size_t CastBuilder::index_of(std::uint32_t s, const NounPhrase& phrase) const {
  return static_cast<std::size_t>(&phrase - phrases_[s].data());
}

std::int32_t CastBuilder::inner_figure(std::uint32_t s, const Piece& piece) {
  switch (piece.kind) {
    case Kind::country:
    case Kind::adjective:
    case Kind::people:
      return figures_.country(piece.index);
    case Kind::seat:
      return seat(s, piece);
    case Kind::region:
      return figures_.region(piece.index);
    case Kind::regional:
    case Kind::locals:
      return gazetteer_.regions[piece.index].country.empty() ? -1 : figures_.locals(piece.index);
    case Kind::actor:
    case Kind::name: {
      const auto found = named_.find({s, piece.first});
      return found == named_.end() ? -1 : found->second;
    }
    default:
      return -1;
  }
}

void CastBuilder::add(ActorMention mention, bool plural, bool modifier) {
  const auto& word = token(mention.sentence, mention.head_token);
  const Token* stands = &word;
  if (word.deprel == "nmod" && word.head >= 0) {  // "one of the officials said"
    const auto& above = token(mention.sentence, word.head);
    if (above.upos == Upos::NUM || above.lemma == "one" || above.lemma == "some") stands = &above;
  }
  const bool subject = !modifier && is_subject(*stands);
  const bool speaks =
      subject && stands->head >= 0 &&
      gazetteer_.words.is(ActorWord::saying, token(mention.sentence, stands->head).lemma);
  history_.add({.sentence = mention.sentence,
                .token = mention.head_token,
                .figure = static_cast<std::int32_t>(mention.actor),
                .subject = subject,
                .speaks = speaks,
                .plural = plural,
                .territory = mention.territory,
                .modifier = modifier});
  mentions_.push_back(mention);
}

}  // namespace annals
