#pragma once

#include <cstdint>
#include <string_view>

#include "ingest/text/word_lists.h"

namespace annals {

/// The lists of `actors.words`, which says what each is for.
enum class ActorWord : std::uint8_t {
  thing_subject,
  actor_object,
  judging,
  harming,
  owned,
  willing,
  deeming,
  giving,
  measure,
  saying,
  receiving,
  conferring,
  where,
  settlement,
  land,
  belonging,
  attitude,
  dwelling,
  former,
  another_holder,
  quality,
  of_many,
  open_role,
  figurative,
  head_of_country,
  head,
  acting_body,
  national,
  governing,
  loose_body,
  stranger,
  name_link,
  adjoining,
  currency,
  coin,
  worldwide,
  kind_of_state,
  taking_sides,
  voice,
  shared_party
};

/// The words of `actors.words`: dictionary forms in lower case. Const after load.
class ActorWords : public WordsOf<ActorWord> {
 public:
  ActorWords();

  /// True when the last words of a title stand in the list: "deputy prime minister".
  [[nodiscard]] bool ends(ActorWord list, std::string_view title) const;
};

}  // namespace annals
