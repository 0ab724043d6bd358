#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/actors/actors_pieces.h"
#include "ingest/gazetteer/gazetteer.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// The folded words of a sentence; a token may have none ("-") or several ("U.S.").
struct FoldedWords {
  std::vector<std::string> words;
  std::vector<std::size_t> begin;  ///< of each token, and one more

  explicit FoldedWords(const Sentence& sentence);
  [[nodiscard]] bool is_silent(std::size_t token) const { return begin[token] == begin[token + 1]; }
};

/// Looks the words of one sentence up in the gazetteer. A loan of both.
class Matcher {
 public:
  Matcher(const Sentence& sentence, const Gazetteer& gazetteer);

  /// The longest phrase of the gazetteer that begins at a token; of a name and a noun of one length
  /// the name.
  [[nodiscard]] std::optional<Piece> piece_at(std::size_t token) const;
  /// The folded first word of a token that is not silent.
  [[nodiscard]] const std::string& first_word(std::size_t token) const {
    return words_.words[words_.begin[token]];
  }
  [[nodiscard]] bool is_silent(std::size_t token) const { return words_.is_silent(token); }

 private:
  [[nodiscard]] bool is_shouting() const;
  [[nodiscard]] bool fits(const Phrase& meaning, std::size_t first, std::int32_t last,
                          const std::string& folded, bool is_name) const;
  [[nodiscard]] std::optional<Piece> longest(std::size_t token, const PhraseTable& table,
                                             bool is_name) const;

  const Sentence& sentence_;
  const Gazetteer& gazetteer_;
  FoldedWords words_;
  bool shouting_;
};

/// A hyphen, of any kind.
[[nodiscard]] bool is_glue(std::string_view form);

}  // namespace annals
