#include "ingest/events/events_namesakes.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "graph/names.h"
#include "ingest/gazetteer/gazetteer.h"
#include "ingest/gazetteer/places.h"

namespace annals {
namespace {

constexpr std::uint32_t known_abroad = 50'000;  // people

/// The countries that the article names, the most often named first. Those of other actors do not
/// count, who may have them from the town.
std::vector<std::string> countries_in(const Cast& cast) {
  std::map<std::string, int> times;
  for (const ActorMention& mention : cast.mentions) {
    const Actor& actor = cast.actors[mention.actor];
    if (actor.kind == ActorKind::country && !actor.country.empty()) ++times[actor.country];
  }
  std::vector<std::pair<int, std::string>> ordered;
  for (const auto& [country, count] : times) ordered.emplace_back(-count, country);
  std::sort(ordered.begin(), ordered.end());
  std::vector<std::string> countries;
  for (auto& [count, country] : ordered) countries.push_back(std::move(country));
  return countries;
}

void settle(Place& place, const std::vector<std::string>& countries, const ActorLexicon& lexicon) {
  if (!place.latitude || place.country.empty() || countries.empty()) return;
  if (std::find(countries.begin(), countries.end(), place.country) != countries.end()) return;
  const std::string name = fold(place.name);
  const auto row = find_place_row(name, place.country);
  if (!row || row->kind != PlaceKind::city || row->country != place.country) return;
  const auto& meanings = lexicon.gazetteer().names.find(name);
  if (std::any_of(meanings.begin(), meanings.end(),
                  [](const Phrase& each) { return each.kind == PhraseKind::seat; }))
    return;  // a capital
  for (const auto& country : countries) {
    const auto namesake = find_place_row(name, country);
    if (!namesake || namesake->country != country || namesake->kind != PlaceKind::city) continue;
    // "Geneva" is in Switzerland, whatever towns of that name there are in the United States
    if (row->population >= known_abroad && namesake->population < row->population / 5) continue;
    place = to_place(*namesake);
    return;
  }
  if (row->population >= known_abroad) return;
  place = Place{.name = place.name, .country = {}, .latitude = {}, .longitude = {}};
}

}  // namespace

void settle_namesakes(const Cast& cast, const ActorLexicon& lexicon,
                      std::vector<Mention>& mentions) {
  const auto countries = countries_in(cast);
  for (Mention& mention : mentions) {
    if (mention.place) settle(*mention.place, countries, lexicon);
  }
}

}  // namespace annals
