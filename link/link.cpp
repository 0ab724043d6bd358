#include "link/link.h"

#include <algorithm>

#include "link/linker.h"

namespace annals {
namespace {

constexpr const char* stamp_note = "V";
constexpr const char* method = "13 ";  // to be changed when stored notes or graphs would be others

/// A store in which linking finds nothing.
LinkedStore nothing() {
  return {.note = [](std::string_view) { return std::nullopt; },
          .facts = [](ArticleId) { return std::nullopt; },
          .actor = [](ActorId) { return std::nullopt; },
          .event_of = [](MentionId) { return std::nullopt; },
          .article_of = [](MentionId) { return std::nullopt; }};
}

LinkedStore linked_store(const Store& store) {
  return {.note = [&store](std::string_view key) { return store.note(key); },
          .facts = [&store](ArticleId id) { return store.facts(id); },
          .actor = [&store](ActorId id) { return store.actor(id); },
          .event_of = [&store](MentionId id) { return store.event_of(id); },
          .article_of = [&store](MentionId id) -> std::optional<ArticleId> {
            const auto mention = store.mention(id);
            return mention ? std::optional(mention->article) : std::nullopt;
          }};
}

Graph graph_of(GraphChange change) {
  Graph graph{.actors = std::move(change.actors), .events = std::move(change.events), .became = {}};
  for (const auto& [id, linked] : change.became) {
    if (linked) graph.became.emplace_back(id, *linked);
  }
  return graph;
}

/// What the notes of a store depend on, beside its articles.
std::string stamp_of(const std::vector<Decision>& decisions, const LinkWords& words) {
  std::string all = method + format_hex(words.fingerprint());
  for (const Decision& each : decisions) all += format_hex(hash_of({each.json}));
  return all;
}

/// Whether linking all is less work.
bool is_most(std::size_t changed, std::size_t all) {
  constexpr std::size_t few = 64;
  return changed > few && 4 * changed > all;
}

}  // namespace

Graph link_facts(std::span<const Facts> facts, std::span<const Decision> decisions,
                 const LinkWords& words) {
  std::vector<ChangedArticle> changes;
  for (const Facts& each : facts)
    changes.push_back({.before = std::nullopt, .after = link_article(each, words)});
  const Rulings rulings = read_rulings(decisions);
  const LinkedStore store = nothing();
  return graph_of(Linker(store, rulings, words, true).link(std::move(changes)));
}

LinkReport relink_store(Store& store, const LinkWords& words) {
  std::vector<ChangedArticle> changes;
  for (const ArticleId id : store.article_ids()) {
    if (const auto facts = store.facts(id))
      changes.push_back({.before = std::nullopt, .after = link_article(*facts, words)});
  }
  LinkReport report{.articles = changes.size()};
  const auto decisions = store.decisions();
  const Rulings rulings = read_rulings(decisions);
  const LinkedStore none = nothing();
  Linker linker(none, rulings, words, true);
  GraphChange change = linker.link(std::move(changes));
  report.mentions = linker.tellings();
  std::vector<Note> notes = std::move(change.notes);
  notes.push_back({stamp_note, stamp_of(decisions, words)});
  std::sort(notes.begin(), notes.end(), [](const Note& a, const Note& b) { return a.key < b.key; });
  store.set_graph(graph_of(std::move(change)), notes);
  return report;
}

LinkReport link_store(Store& store, const LinkWords& words) {
  const auto decisions = store.decisions();
  if (store.note(stamp_note) != stamp_of(decisions, words)) return relink_store(store, words);
  std::vector<UnlinkedArticle> unlinked = store.unlinked();
  if (unlinked.empty()) return {};
  if (is_most(unlinked.size(), store.counts().articles)) return relink_store(store, words);
  std::vector<ChangedArticle> changes;
  for (const UnlinkedArticle& each : unlinked) {
    ChangedArticle& change = changes.emplace_back();
    const auto now = store.facts(each.id);
    if (each.before) change.before = link_article(*each.before, words);
    if (now) change.after = link_article(*now, words);
  }
  LinkReport report{.articles = changes.size()};
  const Rulings rulings = read_rulings(decisions);
  const LinkedStore linked = linked_store(store);
  Linker linker(linked, rulings, words, false);
  store.change_graph(linker.link(std::move(changes)));
  report.mentions = linker.tellings();
  return report;
}

}  // namespace annals
