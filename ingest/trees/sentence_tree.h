#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/trees/clause_words.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// A sentence with the children of each token at hand, and the words by which its clauses are read.
/// A loan: sentence and words outlive it.
class SentenceTree {
 public:
  SentenceTree(const Sentence& sentence, const ClauseWords& words);

  [[nodiscard]] const Sentence& sentence() const { return *sentence_; }
  [[nodiscard]] const ClauseWords& words() const { return *words_; }
  [[nodiscard]] const Token& token(std::int32_t index) const { return sentence_->at(index); }
  [[nodiscard]] std::int32_t size() const { return sentence_->size(); }
  /// In the order of the text.
  [[nodiscard]] std::span<const std::int32_t> children(std::int32_t index) const;
  /// True when `test` holds of a child.
  template <class Test>
  [[nodiscard]] bool any_child(std::int32_t index, Test test) const {
    const auto all = children(index);
    return std::any_of(all.begin(), all.end(), test);
  }
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
  /// True when `index` is `top` or hangs on it, over however many words. As is_below of
  /// relations.h, by the heads that this tree gives.
  [[nodiscard]] bool is_below(std::int32_t index, std::int32_t top) const;
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
  const ClauseWords* words_;
  std::vector<std::int32_t> heads_;
  std::vector<std::int32_t> first_;  ///< where the children of a token begin in children_
  std::vector<std::int32_t> children_;
};

}  // namespace annals
