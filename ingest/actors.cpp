#include "ingest/actors.h"

#include "ingest/gazetteer.h"

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

const Gazetteer& ActorLexicon::gazetteer() const { return parts_->gazetteer; }

std::optional<Place> ActorLexicon::find_place(std::string_view name, std::string_view) const {
  const auto& all = parts_->gazetteer;
  (void)name;
  (void)all;
  return std::nullopt;
}

Cast find_actors(const Article&, const Analysis&, const ActorLexicon&) { return {}; }

}  // namespace annals
