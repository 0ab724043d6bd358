#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "graph/store.h"
#include "link/actors.h"
#include "link/articles.h"
#include "link/blocks.h"
#include "link/copies.h"
#include "link/decisions.h"
#include "link/linked_articles.h"
#include "link/reach.h"

namespace annals {

/// What linking reads of a store. With functions that find nothing, linking begins from nothing.
struct LinkedStore {
  NoteReader note;
  std::function<std::optional<Facts>(ArticleId)> facts;
  std::function<std::optional<Actor>(ActorId)> actor;
  std::function<std::optional<EventId>(MentionId)> event_of;
  std::function<std::optional<ArticleId>(MentionId)> article_of;
};

/// An article that came, changed or went.
struct ChangedArticle {
  std::optional<LinkArticle> before;
  std::optional<LinkArticle> after;
};

/// Links what some articles touch, and leaves the rest of the graph as it is; the graph and the
/// notes are then what linking all articles from nothing gives, byte for byte.
///
/// Stage by stage: actors (those that the articles name, and all that these could be joined to),
/// copies, blocks, and then events, of the tellings that link/reach.h leads to.
class Linker {
 public:
  /// `fresh` promises that the store has no notes and no graph.
  Linker(const LinkedStore& store, const Rulings& rulings, const LinkWords& words, bool fresh);

  /// To be called once.
  GraphChange link(std::vector<ChangedArticle> changes);
  /// How many tellings link() clustered anew.
  [[nodiscard]] std::size_t tellings() const { return tellings_; }

 private:
  using Groups = std::vector<std::vector<std::size_t>>;
  using Tellings = std::vector<const LinkedTelling*>;

  void take(std::vector<ChangedArticle>& changes);
  void change_blocks(const std::set<ActorId>& moved);
  void change_events(GraphChange& change);
  [[nodiscard]] Tellings reached(Reach& reach);
  [[nodiscard]] std::set<ArticleId> change_anchors(const Tellings& tellings, const Groups& groups);
  [[nodiscard]] std::optional<Anchor> anchor_of(ArticleId id);
  void merge(const Tellings& tellings, const Groups& groups, GraphChange& change);
  void write_notes(std::vector<Note>& notes);

  const LinkedStore& store_;
  const Rulings& rulings_;
  bool fresh_;
  ActorTable actors_before_;
  ActorTable actors_;
  ActorLinker actor_linker_;
  LinkArticles articles_;
  Copies copies_;
  LinkedArticles linked_;
  Blocks blocks_;
  std::map<ArticleId, LinkArticle> before_;  // changed articles, as they were
  std::set<ArticleId> new_;                  // that were not there
  std::set<ArticleId> changed_;              // by themselves, by their actors or by their copies
  std::map<ArticleId, std::optional<Anchor>> anchors_;  // looked at
  std::size_t tellings_ = 0;
};

}  // namespace annals
