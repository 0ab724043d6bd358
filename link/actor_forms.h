#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "link/input.h"
#include "link/postings.h"
#include "link/words.h"

namespace annals {

/// Everything that articles say under one actor id. Persons of a single name are kept apart by
/// country, and those of a full name by the country whose office they hold.
struct ActorForm {
  ActorId id;
  std::string under;  ///< that country; empty when none is known
  ActorKind kind = ActorKind::person;
  std::string folded;
  std::map<std::string, std::size_t> names;  ///< as written -> articles, and so on
  std::map<std::string, std::size_t> aliases;
  std::map<std::string, std::size_t> countries;
  std::map<std::string, std::size_t> codes;
  std::map<ActorRole, std::size_t> roles;
  std::size_t articles = 0;
  ActorId linked;  ///< what it became; none before it was linked

  // what follows from the above, by refresh()
  std::string country;                      ///< of most articles
  std::vector<std::string> folded_aliases;  ///< sorted
  std::string bare;                         ///< bare_name() of a person
  std::string core;                         ///< what tells a group from others, group_core()

  [[nodiscard]] bool is_full_name() const { return folded.find(' ') != std::string::npos; }
  [[nodiscard]] bool is_single_person() const {
    return kind == ActorKind::person && !is_full_name();
  }
  void refresh(const LinkWords& words);

  bool operator==(const ActorForm&) const = default;
};

/// What tells an article's actor from others of its id: ActorForm::under.
[[nodiscard]] std::string form_of(const Actor& actor);

/// The forms of all articles, by actor id, read from notes as they are asked for.
class ActorForms {
 public:
  ActorForms(const NoteReader& read, const LinkWords& words) : read_(&read), words_(words) {}

  /// Sorted by `under`. The reference stands; its content changes with add() and remove().
  std::vector<ActorForm>& of(ActorId id);
  void add(const Actor& actor);
  void remove(const Actor& actor);
  /// Adds the notes of the forms that were changed by `linked` or by articles.
  void write(const std::vector<ActorId>& changed, std::vector<Note>& notes) const;

 private:
  const NoteReader* read_;
  const LinkWords& words_;
  std::unordered_map<std::uint64_t, std::vector<ActorForm>> forms_;
};

/// The value of most articles, the longest among equals; empty when there is none.
[[nodiscard]] std::string most_common(const std::map<std::string, std::size_t>& counts);

}  // namespace annals
