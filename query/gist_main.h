#pragma once

#include <cstddef>
#include <vector>

#include "query/gist_pieces.h"

namespace annals {

/// The word for the event that a question in free words asks about.
struct GistMain {
  std::size_t at = 0;    ///< which piece; the number of pieces for none
  bool passive = false;  ///< "was captured", "criticized by", "received aid"
  bool manner = false;   ///< "by phone": the verb before it tells less
};

[[nodiscard]] GistMain gist_main(const std::vector<GistPiece>& pieces);

/// "captured", "shot dead": a form that the passive has.
[[nodiscard]] bool is_participle(const std::vector<Word>& type);

}  // namespace annals
