#include "ingest/actors/actors_abbreviations.h"

#include <algorithm>
#include <set>

#include "graph/names.h"
#include "ingest/actors/actors_cast.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

using Kind = Piece::Kind;
using Nature = Figure::Nature;

constexpr std::size_t stem = 5;  // "program", "programme"; "organization", "organisation"

/// How the words of all names of a figure begin.
std::set<std::string> stems_of(const Figure& figure) {
  std::set<std::string> stems;
  const auto add = [&](std::string_view name) {
    for (const std::string& word : split_words(fold(name))) stems.insert(word.substr(0, stem));
  };
  add(figure.actor.name);
  for (const std::string& alias : figure.actor.aliases) add(alias);
  return stems;
}

bool is_body(const Figure& figure) {
  return figure.nature == Nature::body || figure.nature == Nature::organization ||
         figure.nature == Nature::armed;
}

}  // namespace

std::optional<std::int32_t> spelled_from(std::string_view brief, const Sentence& sentence,
                                         std::int32_t first, std::int32_t last) {
  std::int32_t t = last;
  for (std::size_t letter = brief.size(); letter-- > 0;) {
    while (--t >= first) {
      const std::string_view word = sentence.at(t).form;
      if (!word.empty() && to_lower(word.front()) == to_lower(brief[letter])) break;
      if (is_capitalized(word)) return std::nullopt;
    }
    if (t < first) return std::nullopt;
  }
  if (!is_capitalized(sentence.at(t).form)) return std::nullopt;
  return t;
}

bool is_called_like(const std::vector<std::string>& words, const Figure& figure) {
  constexpr std::size_t shortest = 4;  // "of", "and", "the"
  const auto stems = stems_of(figure);
  std::size_t asked = 0, met = 0;
  for (const std::string& word : words) {
    if (word.size() < shortest) continue;
    ++asked;
    met += stems.count(word.substr(0, stem));
  }
  return 2 * met >= asked;
}

void CastBuilder::read_abbreviation(std::uint32_t s, std::size_t i) {
  const auto& bracketed = phrases_[s][i];
  const Piece* brief = bracketed.core_piece();
  if (i == 0 || brief == nullptr || bracketed.pieces.size() != 1 ||
      (brief->kind != Kind::name && brief->kind != Kind::actor) ||
      brief->last != brief->first + 1 || word_before(sentence(s), brief->first) != "(")
    return;
  const std::string form(token(s, brief->first).form);
  if (!is_capitals(form)) return;
  const std::int32_t end = brief->first - 1;
  for (std::size_t k = i; k-- > 0;) {
    const auto& full = phrases_[s][k];
    if (full.last != end && full.end != end) continue;
    const auto begin = spelled_from(form, sentence(s), full.begin, end);
    if (!begin) continue;
    const auto figures = resolve(s, k);
    if (figures.size() != 1 || !is_body(figures_[figures.front()])) return;
    const std::string name = text_of(sentence(s), *begin, end);
    auto& body = figures_[figures.front()];
    // "Confederation" alone says too little
    if (body.nature == Nature::organization && body.known < 0 && body.words.size() == 1)
      body.actor.name = name;
    abbreviate(s, form, split_words(fold(name)), figures.front());
    return;
  }
}

void CastBuilder::abbreviate(std::uint32_t s, const std::string& form,
                             const std::vector<std::string>& words, std::int32_t figure) {
  for (auto from = s; from < phrases_.size(); ++from) {
    for (const auto& phrase : phrases_[from]) {
      for (const auto& piece : phrase.pieces) {
        if ((piece.kind != Kind::name && piece.kind != Kind::actor) ||
            text_of(sentence(from), piece.first, piece.last) != form)
          continue;
        const auto [slot, is_new] = named_.try_emplace({from, piece.first}, figure);
        const auto before = slot->second;
        if (is_new || before == figure || before < 0) continue;
        if (figures_[before].known >= 0 && is_called_like(words, figures_[before])) continue;
        slot->second = figure;
        for (std::int32_t i = 0; i < figures_.size(); ++i)  // "CPN chairman Prachanda"
          if (figures_[i].part_of == before) figures_[i].part_of = figure;
      }
    }
  }
  figures_[figure].add_alias(form);
}

}  // namespace annals
