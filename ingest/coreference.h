#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/actors_figures.h"
#include "ingest/sentence.h"

namespace annals {

/// One place where a figure was spoken of.
struct Spoken {
  std::uint32_t sentence = 0;
  std::int32_t token = 0;  ///< the head of the phrase
  std::int32_t figure = 0;
  bool subject = false;
  bool speaks = false;  ///< the subject of a verb of saying
  bool plural = false;
  bool territory = false;
  bool modifier = false;  ///< inside another phrase: "Pakistani" officials
};

/// The third persons; who "it" is, and who "they" are.
enum class Pronoun : std::uint8_t { he, she, it, they };

/// What was spoken of so far, in the order of the text; finds what a word points back to.
class History {
 public:
  explicit History(const Figures& figures) : figures_(figures) {}

  void add(const Spoken& spoken) { spoken_.push_back(spoken); }

  /// The figure that a pronoun stands for, by number, gender, kind, grammatical role and recency;
  /// looks three sentences back. Nothing when no figure fits. `sentence` holds the pronoun at
  /// `token`.
  [[nodiscard]] std::optional<std::int32_t> antecedent(Pronoun pronoun, std::uint32_t index,
                                                       const Sentence& sentence,
                                                       std::int32_t token) const;

  /// The figure that was spoken of last among those that `fits` accepts, at most `reach` sentences
  /// back.
  template <typename Fits>
  [[nodiscard]] std::optional<std::int32_t> last(std::uint32_t sentence, std::uint32_t reach,
                                                 Fits fits) const {
    for (std::size_t i = spoken_.size(); i-- > 0;) {
      if (spoken_[i].sentence + reach < sentence) return std::nullopt;
      if (fits(spoken_[i])) return spoken_[i].figure;
    }
    return std::nullopt;
  }

  [[nodiscard]] const std::vector<Spoken>& all() const { return spoken_; }

 private:
  const Figures& figures_;
  std::vector<Spoken> spoken_;
};

/// The pronoun of the third person that a word is, whatever its case: "his" is he. Nothing for
/// other words.
[[nodiscard]] std::optional<Pronoun> parse_pronoun(std::string_view small_word);

/// True for verbs that report words: say, tell, announce, ask ...
[[nodiscard]] bool is_saying(std::string_view lemma);

/// True when a token stands as the subject of its verb.
[[nodiscard]] bool is_subject(const Token& token);

}  // namespace annals
