#include "query/select.h"

#include <algorithm>

#include "graph/names.h"

namespace annals {
namespace {

bool has_part(const Event& event, const Part& part) {
  return std::any_of(event.participants.begin(), event.participants.end(),
                     [&](const Participant& each) {
                       if (each.actor != part.actor) return false;
                       return !part.role || each.role == *part.role || each.role == Role::other ||
                              is_symmetric(event.type);
                     });
}

bool holds(std::string_view folded, std::string_view word) {
  return folded.find(word) != std::string_view::npos;
}

bool keyword_in_text(const Store& store, const Event& event, std::string_view keyword) {
  return std::any_of(event.mentions.begin(), event.mentions.end(), [&](MentionId id) {
    const auto mention = store.mention(id);
    const auto article = mention ? store.article(mention->article) : std::nullopt;
    if (!article || mention->evidence.end > article->text.size()) return false;
    return holds(fold(slice(article->text, mention->evidence)), keyword);
  });
}

bool told_by(const Store& store, const Event& event, std::string_view outlet) {
  const std::string wanted = fold(outlet);
  return std::any_of(event.mentions.begin(), event.mentions.end(), [&](MentionId id) {
    const auto mention = store.mention(id);
    const auto article = mention ? store.article(mention->article) : std::nullopt;
    return article &&
           (holds(fold(article->source), wanted) || holds(fold(display_name(*article)), wanted));
  });
}

bool at_place(const Store& store, const Event& event, std::string_view place) {
  if (!event.place) return false;
  const std::string wanted = fold(place);
  if (holds(fold(event.place->name), wanted) || fold(event.place->country) == wanted) return true;
  for (const ActorId id : store.actors_named(wanted)) {
    const auto actor = store.actor(id);
    if (actor && actor->kind == ActorKind::country && actor->country == event.place->country)
      return true;
  }
  return false;
}

/// "by 13 January 2015" for a window in 2014: nothing speaks against it, and nothing for it.
bool is_far_bounded(const EventDate& date, const Window& window) {
  return (date.precision == Precision::before && date.last > window.last) ||
         (date.precision == Precision::after && date.first < window.first);
}

std::vector<EventId> scanned(const Store& store, const Request& request,
                             std::span<const Part> parts) {
  const bool undated = !request.windowed;
  return parts.empty() ? store.events_in(request.window, undated)
                       : store.events_of(parts.front().actor, request.window, undated);
}

}  // namespace

bool is_asked_type(const Store& store, const Request& request, const Event& event) {
  if (request.types.empty()) return true;
  return std::any_of(request.types.begin(), request.types.end(), [&](const TypeWord* word) {
    return agrees(*word, event.type, event.cameo) &&
           (word->keyword.empty() || keyword_in_text(store, event, word->keyword));
  });
}

Selection select_events(const Store& store, const Request& request, std::span<const Part> parts) {
  Selection result;
  for (Event& event : store.events(scanned(store, request, parts))) {
    if (!std::all_of(parts.begin(), parts.end(),
                     [&](const Part& part) { return has_part(event, part); }))
      continue;
    if (request.strictly && !inside(event.date, request.window)) continue;
    if (!is_asked_type(store, request, event)) continue;
    if (request.windowed && !request.loosely && is_far_bounded(event.date, request.window)) {
      ++result.far_bounded;
      continue;
    }
    if (!request.place.empty() && !at_place(store, event, request.place)) continue;
    if (!request.source.empty() && !told_by(store, event, request.source)) continue;
    if (!request.not_source.empty() && told_by(store, event, request.not_source)) continue;
    const bool asked =
        request.statuses.empty()
            ? event.status == Status::happened
            : std::binary_search(request.statuses.begin(), request.statuses.end(), event.status);
    (asked ? result.events : result.others).push_back(std::move(event));
  }
  return result;
}

}  // namespace annals
