#include "app/lookup.h"

#include "graph/error.h"
#include "query/actor_names.h"

namespace annals {

Event find_shown_event(const Store& store, const std::string& what) {
  const bool shaped = what.size() > 1 && (what[0] == 'E' || what[0] == 'e');
  const auto found = shaped ? store.events_by_prefix(what.substr(1)) : std::vector<EventId>();
  if (found.size() == 1) {
    if (auto event = store.event(found.front())) return std::move(*event);
  }
  const std::string says = found.size() > 1 ? ": more than one event begins so; give more digits"
                                            : " is no event; events are called like E3f9a2c";
  throw Error(ErrorKind::query, "\"" + what + "\"" + says);
}

Actor find_shown_actor(const Store& store, const std::string& what) {
  const NameLookup found = find_actor(store, what);
  if (found.ids.size() == 1) {
    if (auto actor = store.actor(found.ids.front())) return std::move(*actor);
  }
  std::string message = "no actor is called \"" + what + "\"";
  if (found.ids.size() > 1) {
    message = "\"" + what + "\" may be";
    for (const ActorId id : found.ids) {
      if (const auto actor = store.actor(id))
        message += (message.back() == 'e' ? " " : ", ") + actor->name;
    }
    message += "; give the full name";
  } else if (!found.nearest.empty()) {
    message += "; did you mean \"" + found.nearest.front() + "\"?";
  }
  throw Error(ErrorKind::query, message);
}

Article find_shown_article(const Store& store, const std::string& what) {
  std::vector<Article> found;
  for (const ArticleId id : store.article_ids()) {
    auto article = store.article(id);
    if (!article) continue;
    const bool by_id = what.size() >= 4 && format_hex(id.value).starts_with(what);
    if (by_id || display_name(*article) == what || article->path == what)
      found.push_back(std::move(*article));
  }
  if (found.size() == 1) return std::move(found.front());
  const std::string says =
      found.empty() ? "no article is called \"" : "more than one article is called \"";
  throw Error(ErrorKind::query, says + what + "\"; `annals ask articles` lists them");
}

}  // namespace annals
