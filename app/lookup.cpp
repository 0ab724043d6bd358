#include "app/lookup.h"

#include "app/passage.h"
#include "export/width.h"
#include "graph/error.h"
#include "query/actor_names.h"
#include "query/events.h"
#include "query/tell.h"

namespace annals {
namespace {

std::vector<Article> articles_called(const Store& store, const std::string& what) {
  std::vector<Article> found;
  for (const ArticleId id : store.article_ids()) {
    auto article = store.article(id);
    if (!article) continue;
    const bool by_id = what.size() >= 4 && format_hex(id.value).starts_with(what);
    if (by_id || display_name(*article) == what || article->path == what)
      found.push_back(std::move(*article));
  }
  return found;
}

void write_article(std::ostream& out, const Article& article, const FormatOptions& options) {
  out << display_name(article) << ": " << (article.title.empty() ? "untitled" : article.title)
      << '\n'
      << (article.source.empty() ? "source not known" : article.source) << ", published "
      << (article.published ? format_edtf(*article.published) : "on a day that is not known")
      << " (" << format_basis(article.published_basis) << ")\n";
  for (const Block& block : article.blocks) {
    if (!is_read(block.kind)) continue;
    out << '\n';
    const std::string_view text = slice(article.text, block.span);
    for (const auto& line : wrap(shorten(text, text.size()), options.width)) out << line << '\n';
  }
}

}  // namespace

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
  auto found = articles_called(store, what);
  if (found.size() == 1) return std::move(found.front());
  const std::string says =
      found.empty() ? "no article is called \"" : "more than one article is called \"";
  throw Error(ErrorKind::query, says + what + "\"; `annals ask articles` lists them");
}

void write_shown(std::ostream& out, const Store& store, const std::string& what,
                 const FormatOptions& options) {
  const auto words = split_words(what);
  const bool event = words.size() == 1 && is_event_word(words.front()) &&
                     !store.events_by_prefix(words.front().folded.substr(1)).empty();
  if (event) return write_passages(out, store, find_shown_event(store, what), options);
  const auto actors = find_actor(store, what).ids;
  if (actors.size() == 1) return write_actor(out, store, actors.front(), options);
  const auto articles = articles_called(store, what);
  if (articles.size() == 1) return write_article(out, articles.front(), options);
  static_cast<void>(find_shown_actor(store, what));  // says what is wrong
}

}  // namespace annals
