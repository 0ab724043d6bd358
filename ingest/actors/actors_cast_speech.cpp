#include "ingest/actors/actors_cast.h"
#include "ingest/actors/actors_speech.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Nature = Figure::Nature;

/// What somebody is in public: of a party's leader the code tells more than the title.
std::string_view sector_of(const Figure& figure) {
  const std::string_view code = figure.actor.code;
  return code.size() > 3 ? code.substr(3) : figure.sector;
}

}  // namespace

std::vector<std::int32_t> CastBuilder::speaker_around(std::uint32_t s, std::int32_t t) {
  const auto& quoted = quotations_.inside[s];
  if (!quoted[static_cast<std::size_t>(t)]) return {};
  for (std::size_t i = 0; i < phrases_[s].size(); ++i) {
    const auto& phrase = phrases_[s][i];
    const Piece* core = phrase.core_piece();
    if (core == nullptr || core->kind == Piece::Kind::role ||
        quoted[static_cast<std::size_t>(phrase.first)])
      continue;
    const Token& head = token(s, head_of(s, phrase));
    if (is_subject(head) && head.head >= 0 &&
        gazetteer_.words.is(ActorWord::saying, token(s, head.head).lemma))
      return resolve(s, i);
  }
  return {};
}

void CastBuilder::read_speech() {
  for (const auto& word : first_persons(analysis_, quotations_, read_, history_.all())) {
    const std::int32_t figure = word.plural ? spoken_for(word.speaker) : word.speaker;
    if (figure < 0) continue;
    mention_word(word.sentence, word.token, figure, 0.6F);
  }
}

std::int32_t CastBuilder::body_spoken_for(std::int32_t speaker) const {
  const Figure& figure = figures_[speaker];
  static constexpr std::array<std::string_view, 3> rulers = {"GOV", "SPY", "LEG"};
  const std::string_view code = figure.actor.code;
  const bool rules = one_of(sector_of(figure), rulers);
  if (figure.part_of >= 0) {
    const Figure& whole = figures_[figure.part_of];
    const bool body = whole.nature == Nature::organization && whole.sector != "GOV";
    if (whole.nature == Nature::armed || (body && (!rules || whole.actor.country.empty())))
      return figure.part_of;
  }
  if (rules || code.size() <= 3) return -1;
  // "opposition spokesman Amir", where the article speaks of the opposition
  for (std::int32_t i = 0; i < figures_.size(); ++i) {
    const Nature nature = figures_[i].nature;
    const bool body =
        nature == Nature::body || nature == Nature::organization || nature == Nature::armed;
    if (body && figures_[i].actor.code == code) return i;
  }
  return -1;
}

std::int32_t CastBuilder::spoken_for(std::int32_t speaker) {
  const Figure& figure = figures_[speaker];
  const bool people =
      figure.is_person() || figure.nature == Nature::group || figure.nature == Nature::people;
  if (!people) return speaker;
  if (const std::int32_t body = body_spoken_for(speaker); body >= 0) return body;
  // A country is "we" to those who serve it; whoever else speaks does so for himself and his like.
  static constexpr std::array<std::string_view, 4> states = {"GOV", "MIL", "SPY", "COP"};
  const std::string_view sector = sector_of(figure);
  const bool unknown = sector.empty() && !figure.actor.country.empty();  // "an Indian spokesman"
  if (!unknown && !one_of(sector, states)) return speaker;
  const std::string& country =
      figure.actor.country.empty() ? default_country_ : figure.actor.country;
  return country.empty() ? speaker : figures_.country(country);
}

}  // namespace annals
