// Titles of events: the words for their types, and how participants go around them.

#include <algorithm>
#include <set>

#include "export/brief_title.h"
#include "export/clause_title.h"
#include "export/escape.h"
#include "export/headline_words.h"
#include "export/phrases.h"
#include "export/words.h"
#include "graph/ascii.h"

namespace annals {
namespace {

/// Whether a verb that stands with this actor is "were": "troops", "U.S. officials".
bool is_plural(const Actor& actor) {
  if (actor.kind != ActorKind::role_group) return false;
  const std::string_view name = actor.name;
  const auto last = name.substr(name.rfind(' ') + 1);
  if (last == "people" || last == "police" || last == "children") return true;
  return last.ends_with("men") || (last.ends_with('s') && !last.ends_with("ss"));
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

struct Sides {
  std::vector<std::string> sources;
  std::vector<std::string> targets;
  std::vector<std::string> others;
  std::set<std::string> plural;  ///< of these names, those that are many
};

Sides sides_of(const Event& event, const AnswerIndex& index) {
  Sides sides;
  for (const auto& participant : event.participants) {
    auto& side = participant.role == Role::source   ? sides.sources
                 : participant.role == Role::target ? sides.targets
                                                    : sides.others;
    auto name = index.name(participant.actor);
    if (const auto* actor = index.actor(participant.actor); actor != nullptr && is_plural(*actor))
      sides.plural.insert(name);
    if (std::find(side.begin(), side.end(), name) == side.end()) side.push_back(std::move(name));
  }
  // Who acts or is acted on needs not be said to be there as well.
  std::erase_if(sides.others, [&](const std::string& name) {
    const auto in = [&](const std::vector<std::string>& side) {
      return std::find(side.begin(), side.end(), name) != side.end();
    };
    return in(sides.sources) || in(sides.targets);
  });
  return sides;
}

/// "Consult (visit)": for types that the table does not know.
std::string type_words(const Event& event) {
  const std::string out = event.type.empty()
                              ? "Event"
                              : event.type[0] + lowered(std::string_view(event.type).substr(1));
  return event.mode.empty() ? out : out + " (" + event.mode + ")";
}

std::string sentence(const Phrase& phrase, const Sides& sides, Status status) {
  const auto with = [&](const std::vector<std::string>& who, std::string_view words) {
    const bool plural = who.size() > 1 || sides.plural.contains(who.front());
    return joined(who) + " " + told_as(words, status, plural);
  };
  std::string out;
  if (!sides.sources.empty() && !sides.targets.empty()) {
    out = with(sides.sources, phrase.active) + " " + joined(sides.targets);
  } else if (!sides.sources.empty()) {
    out = with(sides.sources, phrase.alone);
  } else if (!sides.targets.empty()) {
    out = with(sides.targets, phrase.passive);
  } else if (!sides.others.empty()) {
    return with(sides.others, phrase.alone);
  }
  if (!sides.others.empty()) out += ", with " + joined(sides.others);
  return out;
}

/// "Fighting": the noun that tells an event of nobody; "" when it is a verb or not at hand.
std::string noun_of(const Event& event, const AnswerIndex& index) {
  for (const auto* mention : index.mentions(event)) {
    const auto* article = index.article(mention->article);
    if (article == nullptr || mention->trigger.end > article->text.size()) continue;
    auto word = one_line(slice(article->text, mention->trigger));
    if (word.size() > 2 && !is_past_verb(word)) return word;
  }
  return {};
}

struct Telling {
  const Mention* mention;
  const Phrase* phrase;  ///< what its own words say more closely, null when nothing
};

/// The tellings with the event's type and status.
std::vector<Telling> tellings_of(const Event& event, const AnswerIndex& index) {
  std::vector<Telling> tellings;
  for (const auto* mention : index.mentions(event)) {
    const auto* article = index.article(mention->article);
    if (article == nullptr || mention->trigger.end > article->text.size()) continue;
    if (mention->type != event.type || mention->status != event.status) continue;
    std::set<std::string> words{lowered(one_line(slice(article->text, mention->trigger)))};
    for (const auto& count : mention->counts) words.insert(count.what);  // "left 20 dead"
    tellings.push_back({mention, phrase_of(event, words)});
  }
  return tellings;
}

/// Whether it befell all to whom the event was done by what some telling says.
bool befell_all(const Event& event, const std::vector<Telling>& tellings, const Phrase& phrase,
                const AnswerIndex& index) {
  return std::all_of(event.participants.begin(), event.participants.end(), [&](const auto& one) {
    if (one.role != Role::target) return true;
    const auto* actor = index.actor(one.actor);
    const bool human = actor == nullptr || actor->kind == ActorKind::person ||
                       actor->kind == ActorKind::role_group;
    return human && std::any_of(tellings.begin(), tellings.end(), [&](const Telling& telling) {
             const auto& those = telling.mention->participants;
             return telling.phrase == &phrase &&
                    std::any_of(those.begin(), those.end(), [&](const auto& other) {
                      return other.role == Role::target && other.actor == one.actor;
                    });
           });
  });
}

/// The gravest that the tellings' own words say of all to whom it was done; null when none does.
const Phrase* told_phrase(const Event& event, const AnswerIndex& index) {
  const auto tellings = tellings_of(event, index);
  const Phrase* gravest = nullptr;
  for (const auto& telling : tellings) {
    if (telling.phrase == nullptr) continue;
    if (gravest == nullptr || is_graver(*telling.phrase, *gravest)) gravest = telling.phrase;
  }
  const bool harms = event.type == "ASSAULT" && gravest != nullptr && befalls_people(*gravest);
  if (!harms) return gravest;
  return befell_all(event, tellings, *gravest, index) ? gravest : nullptr;
}

/// What the ontology's words make of an event: "Ali Demir was arrested".
std::string composed_title(const Event& event, const AnswerIndex& index) {
  const Sides sides = sides_of(event, index);
  const auto* phrase = told_phrase(event, index);
  if (phrase == nullptr) phrase = phrase_of(event);
  std::string out = phrase != nullptr ? sentence(*phrase, sides, event.status) : "";
  if (out.empty() && event.participants.empty()) out = noun_of(event, index);
  if (out.empty() && phrase != nullptr && befalls_people(*phrase))
    out = "People " + told_as(phrase->passive, event.status, true);
  if (out.empty()) {
    out = type_words(event);
    for (const auto* side : {&sides.sources, &sides.targets, &sides.others}) {
      if (!side->empty()) out += (side == &sides.sources ? ": " : ", ") + joined(*side);
    }
  }
  if (!out.starts_with("al-"))
    out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
  return out;
}

}  // namespace

std::string event_title(const Event& event, const AnswerIndex& index) {
  auto words = brief_title(event, index);
  if (!words) words = clause_title(event, index);
  std::string out = words ? std::move(*words) : composed_title(event, index);
  const std::string place = event.place ? event.place->name : std::string();
  if (!place.empty() && out.find(place) == std::string::npos) out += " (" + place + ")";
  return out;
}

std::string status_tag(const Event& event, const AnswerIndex& index) {
  const auto names = index.names(event.said_by);
  if (event.status == Status::happened) return names.empty() ? "" : "[according to " + names + "]";
  std::string out = "[" + std::string(format_status(event.status));
  if (!names.empty())
    out +=
        (event.status == Status::alleged || event.status == Status::denied ? " by " : ", says ") +
        names;
  return out + "]";
}

}  // namespace annals
