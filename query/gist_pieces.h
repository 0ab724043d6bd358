#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "query/actor_names.h"
#include "query/words.h"

namespace annals {

/// What some words of a question are.
struct GistPiece {
  enum class Kind {
    ask,        ///< "who", "how many"; `what` is the word of the grammar
    auxiliary,  ///< "was"
    doers,      ///< "countries"
    order,      ///< "first", "last"; `what` is one of these
    most,       ///< "most", "most often"
    number,     ///< "three"; `what` in digits
    type,       ///< "met"
    link,       ///< "against"
    say,        ///< "said", "statements"
    status,     ///< "cancel"; `what` is the status
    pronoun,    ///< "they"
    actor,      ///< a name; `what` as the store is asked for it
    topic,      ///< nothing of the kind
    refused,    ///< what cannot be asked for; `what` is the advice
  };
  Kind kind = Kind::topic;
  std::vector<Word> words;
  std::string what;
};

/// Whether the piece is one of these links.
[[nodiscard]] bool is_link(const GistPiece& piece, std::initializer_list<std::string_view> choices);

/// The question cut into pieces, from left to right; words that change nothing are left out.
[[nodiscard]] std::vector<GistPiece> gist_pieces(const NameBook& names,
                                                 const std::vector<Word>& words);

}  // namespace annals
