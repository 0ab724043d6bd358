#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/gist_pieces.h"

namespace annals {

/// The parts that the pieces of a question in free words play in it.
struct GistParts {
  std::string ask;  ///< "who", "did", "how many" ...; empty where nothing is asked so
  bool passive = false;
  bool both = false;               ///< "both" stands in it
  bool most = false;               ///< "most often"
  bool says = false;               ///< it asks for what was said
  bool joins = false;              ///< it asks how two are joined
  bool heads = false;              ///< "how many" stands before a name: "how many Palestinians"
  bool asks_doer = false;          ///< "by whom"
  std::vector<Word> type;          ///< the word for events, or two joined
  std::vector<Word> second;        ///< what somebody was accused of
  std::vector<Word> doers;         ///< "countries"
  std::vector<Word> counted;       ///< "soldiers" of "how many soldiers"
  std::vector<Word> topic;         ///< what is left over
  std::vector<Word> by, to, with;  ///< names of who did it, whom it befell, who took part; two each
  /// A word of `topic` that stands where a name is wanted, or is all that there is beside names.
  std::optional<Word> unknown;
  std::size_t limit = 0;  ///< "the last three"; 0 for all
  bool newest_first = false;
  std::string status;          ///< "cancelled"; empty for none in particular
  std::string refusal;         ///< what cannot be asked for; else empty
  std::size_t refused_at = 0;  ///< byte of the line

  [[nodiscard]] std::size_t names() const { return by.size() + to.size() + with.size(); }
};

/// Nothing when the pieces make no question: no event and no name, more than two names of a part,
/// too much that is left over.
[[nodiscard]] std::optional<GistParts> gist_parts(std::vector<GistPiece> pieces);

}  // namespace annals
