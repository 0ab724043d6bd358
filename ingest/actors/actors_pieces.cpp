#include "ingest/actors/actors_pieces.h"

#include <algorithm>

#include "ingest/actors/actors_pieces_names.h"
#include "ingest/actors/gazetteer_match.h"
#include "ingest/text/characters.h"

namespace annals {
bool is_capitals(std::string_view form) {
  return std::none_of(form.begin(), form.end(), is_lower) &&
         std::any_of(form.begin(), form.end(), is_upper);
}

bool is_capitalized(std::string_view form) {
  if (form.empty()) return false;
  const char32_t c = code_point_at(form, 0).code;
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c >= 0x100 && c <= 0x17F) return c % 2 == (c >= 0x139 && c <= 0x148 ? 1 : 0);
  return (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x386 && c <= 0x3AB) ||
         (c >= 0x400 && c <= 0x42F) || (c >= 0x1E00 && c <= 0x1EFF && c % 2 == 0);
}

bool is_headline_case(const Sentence& sentence) {
  std::size_t long_words = 0, small = 0, shouted = 0;
  for (const auto& token : sentence.tokens) {
    if (token.form.size() < 4 || !(is_upper(token.form.front()) || is_lower(token.form.front())))
      continue;
    ++long_words;
    small += is_lower(token.form.front()) ? 1 : 0;
    shouted += is_capitals(token.form) ? 1 : 0;
  }
  if (long_words < 3) return false;
  return small == 0 || shouted * 10 >= long_words * 8;
}

std::string text_of(const Sentence& sentence, std::int32_t first, std::int32_t last) {
  std::string text;
  for (auto t = first; t < last; ++t) {
    const auto& token = sentence.at(t);
    text += token.form;
    // a hyphen that the wire broke: "al- Samani" is "al-Samani"
    const bool broken = is_glue(token.form) || token.form.ends_with('-');
    if (token.space_after && !broken && t + 1 < last) text += ' ';
  }
  return text;
}

bool is_money(const Sentence& sentence, const Gazetteer& gazetteer, std::size_t next) {
  if (next >= sentence.tokens.size()) return false;
  const Token& token = sentence.tokens[next];
  return (token.upos == Upos::NOUN || token.upos == Upos::SYM) &&
         (gazetteer.words.is(ActorWord::currency, token.form) ||
          gazetteer.words.is(ActorWord::coin, token.form));
}

std::vector<Piece> find_pieces(const Sentence& sentence, const Gazetteer& gazetteer) {
  const Matcher matcher(sentence, gazetteer);
  std::vector<Piece> known;
  for (std::size_t t = 0; t < sentence.tokens.size();) {
    const auto piece = matcher.piece_at(t);
    const bool country =
        piece && (piece->kind == Piece::Kind::country || piece->kind == Piece::Kind::adjective ||
                  piece->kind == Piece::Kind::people);
    const bool money =
        country && is_money(sentence, gazetteer, static_cast<std::size_t>(piece->last));
    if (piece && !money) known.push_back(*piece);
    t = piece ? static_cast<std::size_t>(piece->last) : t + 1;
  }
  return with_names(sentence, gazetteer, matcher, std::move(known));
}

}  // namespace annals
