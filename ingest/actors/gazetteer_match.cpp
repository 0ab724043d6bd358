#include "ingest/actors/gazetteer_match.h"

#include <algorithm>
#include <array>
#include <span>

#include "graph/names.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Kind = Piece::Kind;

bool has_two_capitals(std::string_view form) {
  return std::count_if(form.begin(), form.end(), is_upper) >= 2;
}

/// Calls `take(last, folded)` for each phrase of at most `limit` words that begins at `token`,
/// shortest first.
template <typename Take>
void each_phrase(const Sentence& sentence, const FoldedWords& words, std::size_t token,
                 std::size_t limit, Take take) {
  std::string folded;
  std::size_t count = 0;
  for (std::size_t at = token; at < sentence.tokens.size(); ++at) {
    if (words.is_silent(at)) {
      if (!is_glue(sentence.tokens[at].form)) return;
      continue;
    }
    for (std::size_t i = words.begin[at]; i < words.begin[at + 1]; ++i) {
      if (++count > limit) return;
      if (!folded.empty()) folded += ' ';
      folded += words.words[i];
    }
    take(static_cast<std::int32_t>(at) + 1, folded);
  }
}

Kind piece_kind(PhraseKind kind) {
  switch (kind) {
    case PhraseKind::country:
      return Kind::country;
    case PhraseKind::adjective:
      return Kind::adjective;
    case PhraseKind::people:
      return Kind::people;
    case PhraseKind::seat:
      return Kind::seat;
    case PhraseKind::region:
      return Kind::region;
    case PhraseKind::regional:
      return Kind::regional;
    case PhraseKind::locals:
      return Kind::locals;
    case PhraseKind::actor:
      return Kind::actor;
    case PhraseKind::role:
    case PhraseKind::roles:
      return Kind::role;
    case PhraseKind::modifier:
      return Kind::modifier;
    case PhraseKind::portfolio:
      return Kind::portfolio;
  }
  return Kind::name;
}

/// Abbreviations that are common words when a headline is all in capitals.
constexpr std::array<std::string_view, 10> common_words = {"us",  "is",  "it", "who", "are",
                                                           "car", "can", "am", "pa",  "ad"};

}  // namespace

FoldedWords::FoldedWords(const Sentence& sentence) {
  for (const auto& token : sentence.tokens) {
    begin.push_back(words.size());
    const std::string folded = fold(token.form);
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', at), folded.size());
      words.push_back(folded.substr(at, end - at));
      at = end + 1;
    }
  }
  begin.push_back(words.size());
}

Matcher::Matcher(const Sentence& sentence, const Gazetteer& gazetteer)
    : sentence_(sentence), gazetteer_(gazetteer), words_(sentence), shouting_(is_shouting()) {}

std::optional<Piece> Matcher::piece_at(std::size_t token) const {
  if (words_.is_silent(token)) return std::nullopt;
  const auto name = longest(token, gazetteer_.names, true);
  const auto noun = longest(token, gazetteer_.nouns, false);
  if (!name) return noun;
  return noun && noun->last > name->last ? noun : name;
}

bool Matcher::is_shouting() const {
  return std::all_of(sentence_.tokens.begin(), sentence_.tokens.end(), [](const Token& token) {
    return std::none_of(token.form.begin(), token.form.end(), is_lower);
  });
}

bool Matcher::fits(const Phrase& meaning, std::size_t first, std::int32_t last,
                   const std::string& folded, bool is_name) const {
  const auto tokens =
      std::span(sentence_.tokens).subspan(first, static_cast<std::size_t>(last) - first);
  if (!is_name) {
    // "CIA director General": a rank begins where the capitals do
    const bool split = !is_capitalized(tokens.front().form) && is_capitalized(tokens.back().form) &&
                       (meaning.kind == PhraseKind::role || meaning.kind == PhraseKind::roles);
    if (split) return false;
    const Upos upos = tokens.back().upos;
    return upos != Upos::VERB && upos != Upos::AUX && upos != Upos::ADP && upos != Upos::ADV;
  }
  if (meaning.exact) {
    if (shouting_ && one_of(folded, common_words)) return false;
    return std::all_of(tokens.begin(), tokens.end(),
                       [](const Token& t) { return has_two_capitals(t.form) || is_glue(t.form); });
  }
  // "the Islamic group Hamas": an adjective and a noun describe, they are no name
  const bool describes =
      tokens.size() > 1 && gazetteer_.words.is(ActorWord::loose_body, tokens.back().form);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& t) {
    return is_capitalized(t.form) && !(describes && t.upos == Upos::ADJ);
  });
}

std::optional<Piece> Matcher::longest(std::size_t token, const PhraseTable& table,
                                      bool is_name) const {
  const std::size_t limit = table.longest_from(first_word(token));
  std::optional<Piece> best;
  if (limit == 0) return best;
  each_phrase(sentence_, words_, token, limit, [&](std::int32_t last, const std::string& folded) {
    for (const auto& meaning : table.find(folded)) {
      if (!fits(meaning, token, last, folded, is_name)) continue;
      best = Piece{.first = static_cast<std::int32_t>(token),
                   .last = last,
                   .kind = piece_kind(meaning.kind),
                   .index = meaning.index,
                   .plural = meaning.kind == PhraseKind::roles,
                   .capital = is_capitalized(sentence_.tokens[token].form),
                   .names = Piece::Names::unknown,
                   .body = -1};
      return;  // of several meanings the first; the phrase decides later by what stands beside
    }
  });
  return best;
}

bool is_glue(std::string_view form) {
  return form == "-" || form == "\xE2\x80\x90" || form == "\xE2\x80\x91";
}

}  // namespace annals
