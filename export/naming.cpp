#include "export/naming.h"

#include <algorithm>
#include <utility>

#include "export/escape.h"
#include "export/headline_words.h"

namespace annals {

std::set<ActorId> needed_in(const Event& event, const AnswerIndex& index) {
  std::set<ActorId> needed;
  for (const auto& participant : event.participants) {
    if (participant.role != Role::other && index.actor(participant.actor) != nullptr)
      needed.insert(participant.actor);
  }
  if (!needed.empty()) return needed;
  for (const auto& participant : event.participants) needed.insert(participant.actor);
  return needed;
}

std::vector<Naming> namings_in(const Mention& mention, std::span<const Span> spans,
                               const AnswerIndex& index) {
  std::vector<Naming> namings;
  for (const auto& participant : mention.participants) {
    const auto* actor = index.actor(participant.actor);
    if (actor == nullptr || participant.span.size() == 0) continue;
    const bool inside = std::any_of(spans.begin(), spans.end(),
                                    [&](Span span) { return span.contains(participant.span); });
    if (!inside) continue;
    auto at = std::find_if(namings.begin(), namings.end(),
                           [&](const Naming& naming) { return naming.span == participant.span; });
    if (at == namings.end()) at = namings.insert(at, {participant.span, {}});
    at->actors.push_back(actor);
  }
  std::sort(namings.begin(), namings.end(), [](const Naming& a, const Naming& b) {
    return std::pair(a.span.begin, b.span.end) < std::pair(b.span.begin, a.span.end);
  });
  std::uint32_t reached = 0;  // a name inside a name goes with it
  std::erase_if(namings, [&](const Naming& naming) {
    if (naming.span.begin < reached) return true;
    reached = naming.span.end;
    return false;
  });
  return namings;
}

std::string words_for(const Naming& naming, std::string_view text, bool is_object) {
  std::string own = one_line(text.substr(naming.span.begin, naming.span.size()));
  const Actor& actor = *naming.actors.front();
  const std::string_view opening = opening_word(own);
  const bool pronoun =
      is_one_of(opening, {"he",   "him", "his",  "she",  "her",   "hers",  "they", "them", "their",
                          "it",   "its", "we",   "us",   "our",   "i",     "me",   "my",   "you",
                          "your", "who", "whom", "both", "those", "these", "this", "that"});
  if (is_object && is_one_of(own, {"it", "this", "that"})) return own;  // a claim, not an actor
  const bool possessive = is_one_of(own, {"his", "its", "their", "our", "my", "your"}) ||
                          own.ends_with("'s") || own.ends_with("\u2019s");
  for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "}) {
    if (own.starts_with(article)) own.erase(0, article.size());
  }
  const bool proper = has_upper_start(own);
  const bool group = actor.kind == ActorKind::role_group;
  if (!pronoun && actor.kind != ActorKind::person && (proper || group)) return own;
  std::string out;
  for (const auto* one : naming.actors) {
    if (one->name.empty()) continue;
    out += (out.empty() ? "" : one == naming.actors.back() ? " and " : ", ") + one_line(one->name);
  }
  if (out.empty()) return own;
  if (possessive) out += out.ends_with('s') ? "'" : "'s";
  return out;
}

}  // namespace annals
