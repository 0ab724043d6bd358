#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store.h"

namespace annals {

/// An actor as a question names it.
struct NamedActor {
  std::string text;          ///< as typed
  std::size_t at = 0;        ///< where in the line
  std::vector<ActorId> ids;  ///< the actors that it stands for, sorted
  std::string name;          ///< the linked actor's name
  std::string others;        ///< who else it may be, when one is known far better; else empty
  bool misspelt = false;     ///< nobody is called so; it is the one whose name looks like it
  std::string office;        ///< when `text` names an office: its title and when it was held

  bool operator==(const NamedActor&) const = default;
};

/// The names of a store, in the order of their foldings. They are read when they are first looked
/// through and kept, so that one question reads them once. For one thread.
class NameBook {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): for a single look a store will do.
  NameBook(const Store& store) : store_(&store) {}

  [[nodiscard]] const Store& store() const { return *store_; }

  /// Every folded name and alias with its actor.
  void scan(const std::function<void(std::string_view, ActorId)>& see) const;

  /// An office that a person is known to have held.
  struct Office {
    std::string title;    ///< "Chinese president"
    std::string folded;   ///< the same for comparing
    std::string office;   ///< of it, "president"
    std::string country;  ///< of the person
    ActorId actor;
    Window seen;
    std::size_t weight = 0;  ///< 1 as an article tells it, 100 from a table of persons
  };
  /// All that persons of the store are known to have held.
  [[nodiscard]] const std::vector<Office>& offices() const;

 private:
  struct Entry {
    std::size_t end;  ///< of the name in `letters_`; it begins where the one before ends
    ActorId id;
  };

  const Store* store_;
  mutable bool is_read_ = false;
  mutable std::string letters_;
  mutable std::vector<Entry> entries_;
  mutable std::optional<std::vector<Office>> offices_;
};

/// What a name may stand for.
struct NameLookup {
  std::vector<ActorId>
      ids;              ///< one when the name is clear, several when it is not, none when unknown
  bool begins = false;  ///< no name holds the words, but `ids` have names that begin so
  std::vector<std::string> nearest;  ///< when unknown: known names that look like it, nearest first
  /// When unknown: the actor of which it can only be a misspelling, a letter or two off and far
  /// nearer than any other.
  std::optional<ActorId> misspelt;
};

/// Only names and aliases that fold to `text` ("the" before it aside); an actor of that very name
/// hides actors for whom it is an alias. Cheap.
[[nodiscard]] NameLookup find_exact_actor(const Store& store, std::string_view text);

/// The country that alone is called so, as find_exact_actor() has it; nothing when none is.
[[nodiscard]] std::optional<Actor> find_country(const Store& store, std::string_view text);

/// As find_exact_actor(), then names that begin with `text`, then names that hold its words, then
/// near spellings.
[[nodiscard]] NameLookup find_actor(const NameBook& names, std::string_view text);

/// The foldings under which a name may be known: "US officials" and "U.S. officials" alike.
[[nodiscard]] std::vector<std::string> folded_forms(std::string_view text);

/// For each text whether some name holds its words or begins with it, in one look through all
/// names.
[[nodiscard]] std::vector<bool> find_any_names(const NameBook& names,
                                               const std::vector<std::string>& texts);

/// Fills `ids` and `name`, for a misspelt name too. Throws Error(query) with a caret under the
/// name: unknown names with the nearest ones, ambiguous names with their candidates and how many
/// events each has. Of several who fit, one with ten times the events of any other is meant.
void resolve(const NameBook& names, std::string_view line, NamedActor& actor);
/// The same with what find_actor() found for `actor.text`.
void resolve(const Store& store, std::string_view line, const NameLookup& lookup,
             NamedActor& actor);

}  // namespace annals
