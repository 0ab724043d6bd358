#include "ingest/actors/actors.h"

#include "graph/names.h"
#include "ingest/gazetteer/gazetteer.h"
#include "ingest/gazetteer/places.h"

namespace annals {

struct ActorLexicon::Parts {
  Gazetteer gazetteer;
};

ActorLexicon::ActorLexicon(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
ActorLexicon::ActorLexicon(ActorLexicon&&) noexcept = default;
ActorLexicon& ActorLexicon::operator=(ActorLexicon&&) noexcept = default;
ActorLexicon::~ActorLexicon() = default;

ActorLexicon ActorLexicon::load(const LanguageOptions& options) {
  auto parts = std::make_unique<Parts>();
  parts->gazetteer = load_gazetteer(options);
  return ActorLexicon(std::move(parts));
}

const std::vector<std::string>& ActorLexicon::problems() const {
  return parts_->gazetteer.problems;
}

const Gazetteer& ActorLexicon::gazetteer() const { return parts_->gazetteer; }

std::optional<Place> ActorLexicon::find_place(std::string_view name,
                                              std::string_view country) const {
  const auto& all = parts_->gazetteer;
  std::string key = fold(name);
  if (key.starts_with("the ")) key.erase(0, 4);
  for (const auto& meaning : all.names.find(key)) {
    if (meaning.kind == PhraseKind::country) {
      const auto& found = all.countries[meaning.index];
      auto row = find_place_row("=" + found.code);
      Place place = row ? to_place(*row) : Place{};
      place.name = found.name;
      place.country = found.code;
      return place;
    }
    if (meaning.kind == PhraseKind::region) {
      const auto& region = all.regions[meaning.index];
      if (!country.empty() && !region.country.empty() && region.country != country) continue;
      return Place{.name = region.name,
                   .country = region.country,
                   .latitude = region.latitude,
                   .longitude = region.longitude};
    }
  }
  const auto other = all.places.find(key);
  if (other == all.places.end()) {
    const auto row = find_place_row(key, country);
    return row ? std::optional(to_place(*row)) : std::nullopt;
  }
  const auto& known = other->second;
  const auto row = find_place_row(fold(known.name), known.country);
  if (row && row->country == known.country) return to_place(*row);
  return Place{.name = known.name,
               .country = known.country,
               .latitude = known.latitude,
               .longitude = known.longitude};
}

}  // namespace annals
