#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "link/actor_forms.h"
#include "link/decisions.h"
#include "link/linked_telling.h"
#include "link/postings.h"

namespace annals {

/// What linking some actors anew changed.
struct ActorChange {
  std::vector<Actor> actors;  ///< the linked actors that were made anew, sorted by id
  std::vector<ActorId> gone;
  /// For each id that was looked at: what it became, Graph::became; nothing when that is itself.
  std::vector<std::pair<ActorId, std::optional<ActorId>>> became;
  /// Those of whose forms one has another linked actor now, or one that is known otherwise.
  std::set<ActorId> moved;
};

/// Joins the actors that are the same: of one kind and full name, unless they hold offices of
/// different countries; or with spellings of one name,
/// one name being an alias of the other, or a surname that only one known person has, when nothing
/// that is known of their countries speaks against it. What people decided comes first.
///
/// What changed articles name is joined anew, together with all that it could be or could have been
/// joined to; the rest stays, and comes to the same as joining everything.
class ActorLinker {
 public:
  /// `before` gives the linked actors as they were; `fresh` promises that there are none.
  ActorLinker(const NoteReader& read, const Rulings& rulings, const LinkWords& words,
              const ActorTable& before, bool fresh)
      : forms_(read, words),
        words_(words),
        keys_('K', 14, read),
        uses_('U', 14, read),
        rulings_(rulings),
        before_(before),
        fresh_(fresh) {}

  void remove(ArticleId article, std::span<const Actor> actors);
  void add(ArticleId article, std::span<const Actor> actors);
  /// To be called once, after the articles.
  ActorChange link();
  /// The linked actor that an article's actor is; nothing when no article has it.
  [[nodiscard]] std::optional<ActorId> linked(ActorId id, const std::string& under);
  /// The same before link().
  [[nodiscard]] std::optional<ActorId> linked_before(ActorId id, const std::string& under);
  /// The articles that have an actor of this id.
  [[nodiscard]] std::vector<ArticleId> articles_with(ActorId id);
  void write(std::vector<Note>& notes);

 private:
  std::vector<ActorForm>& touch(ActorId id);
  void update_keys(ActorId id);
  [[nodiscard]] std::set<ActorId> concerned();

  ActorForms forms_;
  const LinkWords& words_;
  Postings<std::uint64_t> keys_;  // what forms are found by -> actor ids
  Postings<std::uint64_t> uses_;  // actor ids -> articles
  const Rulings& rulings_;
  const ActorTable& before_;
  bool fresh_;
  std::map<ActorId, std::vector<ActorForm>> touched_;  // as they were
  std::map<std::pair<ActorId, std::string>, ActorId> linked_before_;
  std::set<ActorId> changed_;
};

}  // namespace annals
