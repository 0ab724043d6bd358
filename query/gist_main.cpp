#include "query/gist_main.h"

#include "query/vocabulary.h"

namespace annals {
namespace {

using Kind = GistPiece::Kind;

bool stands_in(WordList list, const GistPiece& piece) {
  return annals::stands_in(list, piece.words.front());
}

/// The last auxiliary before the piece is a form of "be".
bool follows_be(const std::vector<GistPiece>& pieces, std::size_t at) {
  bool be = false;
  for (std::size_t i = 0; i < at; ++i) {
    if (pieces[i].kind == Kind::auxiliary)
      be = is_one_of(pieces[i].words.front(), {"is", "are", "was", "were", "be", "been", "being",
                                               "got", "get", "gets", "getting"});
  }
  return be;
}

bool is_passive(const std::vector<GistPiece>& pieces, std::size_t at) {
  const bool led = at + 1 < pieces.size() && is_link(pieces[at + 1], {"by"});
  if (stands_in(WordList::befall, pieces[at])) return true;
  return (led || follows_be(pieces, at)) && is_participle(pieces[at].words);
}

/// "whose assassination did they condemn": an auxiliary stands between.
bool is_asked_apart(const std::vector<GistPiece>& pieces, std::size_t first, std::size_t second) {
  for (std::size_t i = first + 1; i < second; ++i) {
    if (pieces[i].kind == Kind::auxiliary &&
        is_one_of(pieces[i].words.front(), {"did", "does", "do", "has", "have"}))
      return true;
  }
  return false;
}

/// "peace talks mediated by whom"
bool asks_by_whom(const std::vector<GistPiece>& pieces, std::size_t at) {
  return at + 2 < pieces.size() && pieces[at + 2].kind == Kind::ask && is_passive(pieces, at);
}

}  // namespace

bool is_participle(const std::vector<Word>& type) {
  const Word& word = type.front();
  return word.folded.ends_with("ed") || word.folded.ends_with("en") ||
         stands_in(WordList::participle, word);
}

GistMain gist_main(const std::vector<GistPiece>& pieces) {
  GistMain main{.at = pieces.size()};
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind != Kind::type) continue;
    const bool first = main.at == pieces.size();
    const bool undergone =
        !first && main.at + 1 == i && stands_in(WordList::undergo, pieces[main.at]);
    // "was Khashoggi's killing condemned by Germany": the verb, not what it is about
    const bool verb = !first && !is_participle(pieces[main.at].words) &&
                      ((follows_be(pieces, main.at) && is_passive(pieces, i)) ||
                       asks_by_whom(pieces, i) || is_asked_apart(pieces, main.at, i));
    const bool manner = stands_in(WordList::link, pieces[i]);  // "spoken by phone"
    if (!first && !undergone && !verb && !manner && !stands_in(WordList::empty, pieces[main.at]))
      continue;
    main = {.at = i, .passive = undergone || is_passive(pieces, i), .manner = manner};
    if (undergone) break;
  }
  return main;
}

}  // namespace annals
