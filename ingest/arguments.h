#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/sentence.h"

namespace annals {

/// A sentence with the children of each token at hand. A loan: the sentence outlives it.
class SentenceTree {
 public:
  explicit SentenceTree(const Sentence& sentence);

  [[nodiscard]] const Sentence& sentence() const { return *sentence_; }
  [[nodiscard]] const Token& token(std::int32_t index) const {
    return sentence_->tokens[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] std::int32_t size() const {
    return static_cast<std::int32_t>(sentence_->tokens.size());
  }
  /// In the order of the text.
  [[nodiscard]] std::span<const std::int32_t> children(std::int32_t index) const;
  /// The first child with that relation (with or without subtype: "nsubj" also finds "nsubj:pass");
  /// -1 when none.
  [[nodiscard]] std::int32_t child(std::int32_t index, std::string_view relation) const;
  /// -1 for the root. Coordinated verbs whose forms cannot go together ("bordering ... and push")
  /// are taken to the nearest verb above that they do go with.
  [[nodiscard]] std::int32_t head(std::int32_t index) const {
    return heads_[static_cast<std::size_t>(index)];
  }
  /// True when `relation` is the token's, with or without its subtype.
  [[nodiscard]] bool is(std::int32_t index, std::string_view relation) const;
  /// True when `index` is `top` or stands below it.
  [[nodiscard]] bool below(std::int32_t index, std::int32_t top) const;
  /// First and last token (included) of what hangs on `index`.
  [[nodiscard]] std::pair<std::int32_t, std::int32_t> extent(std::int32_t index) const;
  /// The preposition or mark that introduces the phrase of `index` ("against", "after"); empty when
  /// none.
  [[nodiscard]] std::string_view marker(std::int32_t index) const;
  /// The first of a chain of coordinated words that `index` belongs to; `index` itself when it is
  /// none.
  [[nodiscard]] std::int32_t first_conjunct(std::int32_t index) const;

 private:
  void mend_coordination();

  const Sentence* sentence_;
  std::vector<std::int32_t> heads_;
  std::vector<std::int32_t> first_;  ///< where the children of a token begin in children_
  std::vector<std::int32_t> children_;
};

/// A phrase that belongs to a trigger, by its head.
struct Argument {
  std::string_view
      slot;  ///< "subj", "obj", "iobj", "xcomp", "ccomp", "poss", "adj", "comp", or a preposition
  std::int32_t token = 0;
  bool understood = false;    ///< from control, coordination or a light verb: it stands elsewhere
  std::int32_t pronoun = -1;  ///< the relative pronoun that stands for it here; -1 when none

  bool operator==(const Argument&) const = default;
};

/// Who and what belongs to a trigger, in terms of what it means: voice is undone, so that `subj` is
/// who does it and `obj` whom it is done to; relative pronouns are replaced by what they stand for.
struct Frame {
  std::vector<Argument> arguments;
  bool passive = false;
  std::int32_t light =
      -1;  ///< the light verb that carries a noun ("held" in "held talks"); -1 when none

  [[nodiscard]] std::int32_t find(
      std::string_view slot) const;  ///< token of the first; -1 when none
};

/// Tells words that carry others from the rest: light verbs ("hold talks") and nouns of number ("a
/// series of attacks").
using IsLight = std::function<bool(const Token& token)>;

/// The frame of a verb, with subjects found through coordination, control, participles and relative
/// clauses.
[[nodiscard]] Frame verb_frame(const SentenceTree& tree, std::int32_t verb);

/// The frame of a noun or an adjective: possessors, modifiers, prepositional phrases and, under a
/// light verb or a copula, the arguments of that.
[[nodiscard]] Frame noun_frame(const SentenceTree& tree, std::int32_t noun,
                               const IsLight& is_light);

/// True for a verb form in the passive: "was arrested", "arrested" after a noun.
[[nodiscard]] bool is_passive(const SentenceTree& tree, std::int32_t verb);

}  // namespace annals
