#include "query/gist_names.h"

#include "query/gist_main.h"

namespace annals {
namespace {

using Kind = GistPiece::Kind;

bool is_capital(const GistPiece& piece) {
  const char first = piece.words.front().text.front();
  return first >= 'A' && first <= 'Z';
}

bool is_kind(const std::vector<GistPiece>& pieces, std::size_t at, Kind kind) {
  return at < pieces.size() && pieces[at].kind == kind;
}

/// "called on Pakistan to act", "promise money to Hamas": what a name is asked to do or given.
bool is_of_name(const std::vector<GistPiece>& pieces, std::size_t at) {
  if (is_capital(pieces[at])) return false;
  const bool asked =
      at >= 2 && is_link(pieces[at - 1], {"to"}) && is_kind(pieces, at - 2, Kind::actor);
  const bool given =
      is_kind(pieces, at + 2, Kind::actor) && is_link(pieces[at + 1], {"to", "for", "from"});
  return asked || given;
}

}  // namespace

bool stands_for_name(const std::vector<GistPiece>& pieces, std::size_t main, std::size_t at) {
  if (at == 0) return false;
  const GistPiece& piece = pieces[at];
  const GistPiece& before = pieces[at - 1];
  // "was Pinochet arrested", "has Ruritania threatened anybody"
  if (at < main)
    return is_capital(piece) && (is_kind(pieces, at + 1, Kind::auxiliary) ||
                                 (at + 1 == main && before.kind == Kind::auxiliary));
  if (piece.words.front().folded.ends_with("ing") || is_participle(piece.words) ||
      is_of_name(pieces, at))
    return false;
  const bool ahead = at == main + 1 || is_link(before, {"by", "with", "of", "against", "to", "on",
                                                        "from", "between", "and", "both"});
  const bool alone = at + 1 == pieces.size() || pieces[at + 1].kind == Kind::link;
  return ahead && alone;
}

}  // namespace annals
