#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/facts.h"
#include "graph/import.h"
#include "graph/index_entry.h"
#include "graph/open_mode.h"

namespace annals {

/// What linking made of all mentions: the nodes and the edges that questions are asked of.
struct Graph {
  std::vector<Actor> actors;  ///< sorted by id; ids are those of the linked actors
  std::vector<Event> events;  ///< sorted by id
  /// For each actor id that an article used, the linked actor that it became; sorted. Only
  /// differing pairs.
  std::vector<std::pair<ActorId, ActorId>> became;

  bool operator==(const Graph&) const = default;
};

/// What linking remembers from one run to the next: bytes by key, which only linking understands.
/// No bytes: the key goes.
struct Note {
  std::string key;
  std::optional<std::string> bytes;

  bool operator==(const Note&) const = default;
};

/// What linking some articles anew changes in the graph and in its notes.
struct GraphChange {
  std::vector<Actor> actors;  ///< new or changed
  std::vector<ActorId> gone_actors;
  std::vector<Event> events;  ///< new or changed
  std::vector<EventId> gone_events;
  /// What an article's actor became; nothing when it stays what it is.
  std::vector<std::pair<ActorId, std::optional<ActorId>>> became;
  std::vector<Note> notes;
};

/// An article that was added, replaced or removed since the graph was written.
struct UnlinkedArticle {
  ArticleId id;
  /// What it said when the graph was written; nothing when it was not there.
  std::optional<Facts> before;

  bool operator==(const UnlinkedArticle&) const = default;
};

/// A person's word about the graph, kept as a JSON record and applied at linking. `id` is made from
/// the content.
struct Decision {
  std::uint64_t id = 0;
  std::string json;

  bool operator==(const Decision&) const = default;
};

/// How much of everything the store holds.
struct StoreCounts {
  std::uint64_t articles = 0;
  std::uint64_t mentions = 0;
  std::uint64_t actors = 0;
  std::uint64_t events = 0;
  std::uint64_t bytes = 0;  ///< on disk

  bool operator==(const StoreCounts&) const = default;
};

class WindowNetwork;

/// What Store::migrate() did: the layouts before and after.
struct Migration {
  std::uint64_t from = 0;
  std::uint64_t to = 0;

  bool operator==(const Migration&) const = default;
};

/// The graph on disk. `docs/store.md` draws every key and value.
///
/// One process writes at a time (Error missing names the holder's lock); any number read. Const
/// functions may be called by several threads. Every function throws Error(store) when the database
/// is damaged, naming the file.
class Store {
 public:
  /// Throws Error(missing) when the database is absent, held by another writer, or of another
  /// layout, and Error(store) when it is damaged or unreadable; the message says what to do.
  static Store open(const std::filesystem::path& folder, OpenMode mode);
  /// Brings a database of an older layout to this one's, in steps that can be killed and run again.
  /// Throws as open() does; a newer layout is refused.
  static Migration migrate(const std::filesystem::path& folder);
  /// A store that lives in memory only; for tests.
  static Store in_memory();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// Adds what an article says in one atomic write. What the same text, or another text of the same
  /// path, said before is replaced. Returns false when an equal article was there already and
  /// nothing changed.
  bool add(const Facts& facts);
  /// Returns false when there is no such article.
  bool remove(ArticleId id);
  [[nodiscard]] bool has(ArticleId id) const;
  /// The stored facts (article, actors as the article has them, mentions, timexes).
  [[nodiscard]] std::optional<Facts> facts(ArticleId id) const;
  [[nodiscard]] std::optional<Article> article(ArticleId id) const;
  /// Sorted by id.
  [[nodiscard]] std::vector<ArticleId> article_ids() const;
  [[nodiscard]] std::optional<Mention> mention(MentionId id) const;
  /// The same of many, in their order; those of imported events much faster than one by one.
  [[nodiscard]] std::vector<std::optional<Mention>> mentions(std::span<const MentionId> ids) const;

  /// Makes the linked graph equal to `graph` and the notes to `notes`, writing only what differs;
  /// one atomic write. No article is unlinked then.
  void set_graph(const Graph& graph, std::span<const Note> notes = {});
  /// Makes a part of the graph anew; one atomic write. No article is unlinked then.
  void change_graph(const GraphChange& change);
  [[nodiscard]] std::optional<std::string> note(std::string_view key) const;
  /// All of them, sorted by key.
  [[nodiscard]] std::vector<Note> notes() const;
  /// The articles that add() and remove() changed since the graph was written; sorted by id.
  [[nodiscard]] std::vector<UnlinkedArticle> unlinked() const;
  [[nodiscard]] bool has_unlinked() const;
  /// What set_graph() was given last, read back from the records; empty before.
  [[nodiscard]] Graph graph() const;
  /// The linked actor that an article's actor became; the same actor when linking left it as it
  /// was.
  [[nodiscard]] ActorId became(ActorId id) const;
  [[nodiscard]] std::optional<Actor> actor(ActorId id) const;
  [[nodiscard]] std::optional<Event> event(EventId id) const;
  /// Actors that have a name or alias which folds to `name`; sorted by id.
  [[nodiscard]] std::vector<ActorId> actors_named(std::string_view name) const;
  /// Calls `see(folded name, actor)` for every name and alias that starts with the folded prefix,
  /// in order, until it returns false.
  void scan_names(std::string_view folded_prefix,
                  const std::function<bool(std::string_view, ActorId)>& see) const;
  /// Sorted by id.
  [[nodiscard]] std::vector<ActorId> actor_ids() const;

  /// Ids of the events whose date overlaps the window, sorted by (first day, last day, id). Exact:
  /// vague dates do not widen the scan of precise ones. Events of unknown date are included only
  /// when `undated` is true.
  [[nodiscard]] std::vector<EventId> events_in(const Window& window, bool undated = false) const;
  /// The same, of one actor.
  [[nodiscard]] std::vector<EventId> events_of(ActorId actor, const Window& window,
                                               bool undated = false) const;
  /// Shows what the index has of the events that overlap the window, much faster than reading their
  /// records: those of one type, or of all when `type` is empty. Their order follows from the
  /// stored events alone, but is by date only within dates of like length.
  void scan_events(const Window& window, std::string_view type, bool undated,
                   const std::function<void(const IndexEntry&)>& see) const;
  /// The same, of one actor and any type.
  void scan_events_of(ActorId actor, const Window& window, bool undated,
                      const std::function<void(const IndexEntry&)>& see) const;
  /// Ids of the events that both take part in, sorted as by events_in(). A pair of one actor has
  /// what it does to itself.
  [[nodiscard]] std::vector<EventId> events_between(ActorId a, ActorId b, const Window& window,
                                                    bool undated = false) const;
  /// The same as scan_events() shows them.
  void scan_events_between(ActorId a, ActorId b, const Window& window, bool undated,
                           const std::function<void(const IndexEntry&)>& see) const;
  /// The number that IndexEntry::parties has for an actor; nothing when it has taken part in no
  /// event.
  [[nodiscard]] std::optional<std::uint32_t> number_of(ActorId actor) const;
  /// Throws Error(store) for a number that no entry has.
  [[nodiscard]] ActorId actor_numbered(std::uint32_t number) const;
  /// All of them, by their numbers.
  [[nodiscard]] std::vector<ActorId> numbered_actors() const;
  /// The same of many, in their order; much faster than one by one.
  [[nodiscard]] std::vector<ActorId> actors_numbered(std::span<const std::uint32_t> numbers) const;
  [[nodiscard]] const EventKind& kind(std::uint32_t number) const;
  /// Records, in the order of `ids`; throws Error(store) for an id that is not there.
  [[nodiscard]] std::vector<Event> events(std::span<const EventId> ids) const;
  /// The event that a mention was linked into.
  [[nodiscard]] std::optional<EventId> event_of(MentionId id) const;
  /// Events whose id starts with these hex digits ("3f9a2c"); sorted.
  [[nodiscard]] std::vector<EventId> events_by_prefix(std::string_view hex) const;

  /// Takes in a table of events that no article tells of, as it streams, through sorted files: some
  /// hundred thousand events a second. Each event is its own mention, and the table is its article,
  /// without a text.
  ///
  /// `table.id` says which table it is: one that was taken in wholly is not taken in again, and one
  /// that was cut off goes on where it stopped, provided that its rows come in the same order.
  /// Actors get their ids from kind and name, so that they are those of the articles when they are
  /// called alike. An imported event is not linked with others.
  ImportReport import_events(const ImportTable& table);
  /// What import_events() has taken in, oldest first.
  [[nodiscard]] std::vector<ImportReport> imports() const;

  /// Adds or replaces; sorted by id when read.
  void put_decision(const Decision& decision);
  bool remove_decision(std::uint64_t id);
  [[nodiscard]] std::vector<Decision> decisions() const;

  void put_setting(std::string_view name, std::string_view value);
  [[nodiscard]] std::optional<std::string> setting(std::string_view name) const;

  [[nodiscard]] StoreCounts counts() const;
  /// Makes everything written so far durable against loss of power. Called at the end of a command.
  void sync();
  /// Verifies checksums and every cross-reference; one line a trouble, empty when sound.
  [[nodiscard]] std::vector<std::string> check() const;
  /// Gives back the room of what was replaced or removed.
  void compact();
  /// Writes a consistent copy into `folder`, which must not exist; a database itself. Works beside
  /// a writer too.
  void backup(const std::filesystem::path& folder) const;

 private:
  friend class WindowNetwork;
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace annals
