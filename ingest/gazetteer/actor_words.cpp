#include "ingest/gazetteer/actor_words.h"

#include <array>
#include <string_view>

namespace annals {
namespace {

/// In the order of ActorWord.
constexpr auto list_names = std::to_array<std::string_view>(
    {"thing-subject",   "actor-object",   "judging",     "harming",     "owned",     "willing",
     "deeming",         "giving",         "measure",     "saying",      "receiving", "conferring",
     "where",           "settlement",     "land",        "belonging",   "attitude",  "dwelling",
     "former",          "another-holder", "quality",     "of-many",     "open-role", "figurative",
     "head-of-country", "head",           "acting-body", "national",    "governing", "loose-body",
     "stranger",        "name-link",      "adjoining",   "currency",    "coin",      "worldwide",
     "kind-of-state",   "taking-sides",   "voice",       "shared-party"});

}  // namespace

ActorWords::ActorWords() : WordsOf(list_names) {}

bool ActorWords::ends(ActorWord list, std::string_view title) const {
  while (!is(list, title)) {
    const auto space = title.find(' ');
    if (space == std::string_view::npos) return false;
    title.remove_prefix(space + 1);
  }
  return true;
}

}  // namespace annals
