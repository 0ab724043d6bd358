#include "ingest/actors/actors_names_text.h"

#include <algorithm>
#include <array>
#include <map>

#include "graph/names.h"
#include "ingest/actors/actors_figures.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Kind = Piece::Kind;
using Names = Piece::Names;

}  // namespace

NamesInText::NamesInText(const Analysis& analysis,
                         const std::vector<std::vector<NounPhrase>>& phrases,
                         const Gazetteer& gazetteer)
    : analysis_(analysis), phrases_(phrases), gazetteer_(gazetteer) {
  collect();
  agree_on_kinds();
}

void NamesInText::collect() {
  for (std::uint32_t s = 0; s < phrases_.size(); ++s) {
    for (const auto& phrase : phrases_[s]) {
      for (std::size_t i = 0; i < phrase.pieces.size(); ++i) {
        const auto kind = phrase.pieces[i].kind;
        if (kind == Kind::country || kind == Kind::adjective || kind == Kind::people ||
            kind == Kind::seat) {
          countries_.insert(gazetteer_.countries[phrase.pieces[i].index].code);
        } else if (kind == Kind::region || kind == Kind::regional || kind == Kind::locals) {
          countries_.insert(gazetteer_.regions[phrase.pieces[i].index].country);
        }
        if (kind == Kind::actor && phrase.pieces[i].last > phrase.pieces[i].first + 1) {
          countries_.insert(gazetteer_.actors[phrase.pieces[i].index].country);
        }
        if (kind == Kind::name || kind == Kind::actor) names_.push_back(read_piece(s, phrase, i));
      }
    }
  }
}

/// One name means one kind of thing all through an article: what most of its places say.
void NamesInText::agree_on_kinds() {
  std::map<std::vector<std::string>, std::array<int, 5>> votes;
  for (const auto& name : names_) ++votes[name.words][static_cast<std::size_t>(name.names)];
  for (auto& name : names_) {
    const auto& vote = votes[name.words];
    const auto most = std::max_element(vote.begin() + 1, vote.end());
    if (*most > 0) name.names = static_cast<Names>(most - vote.begin());
  }
}

NamedPiece NamesInText::read_piece(std::uint32_t s, const NounPhrase& phrase, std::size_t i) const {
  const auto& piece = phrase.pieces[i];
  NamedPiece name{.sentence = s,
                  .phrase = &phrase,
                  .index = i,
                  .text = text_of(analysis_.sentences[s], piece.first, piece.last),
                  .words = {},
                  .names = piece.names,
                  .title = nullptr};
  name.words = split_words(fold(name.text));
  if (i > 0 && phrase.pieces[i - 1].kind == Kind::role &&
      phrase.pieces[i - 1].last == piece.first) {
    name.title = &gazetteer_.roles[phrase.pieces[i - 1].index];
    if (piece.kind == Kind::name && name.names != Names::organization) {
      const bool body =
          name.title->role_class == RoleClass::body || name.title->role_class == RoleClass::group;
      name.names = body ? Names::organization : Names::person;
    }
  }
  if (leads_government(phrase, i)) {
    name.names = Names::person;
    name.title = &gazetteer_.roles[phrase.pieces[i + 1].index];
  }
  if (name.names == Names::unknown && phrase.named >= 0 &&
      static_cast<std::int32_t>(i) == phrase.core) {
    name.names = Names::person;
  }
  return name;
}

/// "the Obama administration"
bool NamesInText::leads_government(const NounPhrase& phrase, std::size_t i) const {
  if (i + 1 >= phrase.pieces.size() || phrase.pieces[i].kind != Kind::name) return false;
  const auto& next = phrase.pieces[i + 1];
  if (next.kind != Kind::role || next.first != phrase.pieces[i].last) return false;
  const auto& noun = gazetteer_.roles[next.index].singular;
  if (noun != "administration" && noun != "government" && noun != "cabinet" && noun != "regime")
    return false;
  const auto words = split_words(fold(text_of(analysis_.sentences[phrase.sentence],
                                              phrase.pieces[i].first, phrase.pieces[i].last)));
  return !words.empty() && gazetteer_.surnames.contains(words.back());
}

bool NamesInText::is_likely(const NamedPiece& name) const {
  const auto& known = gazetteer_.actors[name.piece().index];
  const bool brief = name.text.size() <= 6 && name.words.size() == 1 &&
                     std::none_of(name.text.begin(), name.text.end(), is_lower);
  const bool agency = known.code.ends_with("JRN");  // "AFP", whatever the article is about
  if (!brief || agency || known.country.empty() || known.country == "USA" ||
      known.country == "GBR" || known.country == "RUS")
    return true;
  if (countries_.contains(known.country)) return true;
  return std::any_of(names_.begin(), names_.end(), [&](const NamedPiece& other) {
    return other.piece().kind == Kind::actor && other.piece().index == name.piece().index &&
           other.words.size() > 1;
  });
}

bool NamesInText::is_adjective(const NamedPiece& name) const {
  const auto& tokens = analysis_.sentences[name.sentence].tokens;
  const auto& word = tokens[static_cast<std::size_t>(name.piece().first)];
  return name.words.size() == 1 && word.upos == Upos::ADJ && word.deprel == "amod" &&
         name.piece().first != name.phrase->head;
}

bool NamesInText::is_common(const NamedPiece& name) const {
  const auto& sentence = analysis_.sentences[name.sentence];
  const auto& word = sentence.at(name.piece().first);
  const std::string before = word_before(sentence, name.piece().first);
  return name.words.size() == 1 && word.upos == Upos::NOUN &&
         (before == "the" || before == "a" || before == "an");
}

}  // namespace annals
