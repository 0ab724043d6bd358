#pragma once

#include <string>
#include <vector>

#include "ingest/actors/actors_phrases.h"

namespace annals {

/// What single phrases of a sentence are, and whether the tree joins two. A loan of all three.
class PhraseReader {
 public:
  PhraseReader(const Sentence& sentence, const Gazetteer& gazetteer)
      : sentence_(sentence), gazetteer_(gazetteer) {}

 protected:
  [[nodiscard]] const Token& at(std::int32_t t) const { return sentence_.at(t); }
  [[nodiscard]] std::int32_t size() const { return sentence_.size(); }
  [[nodiscard]] const Gazetteer& gazetteer() const { return gazetteer_; }
  /// In small letters; empty behind the sentence.
  [[nodiscard]] std::string word(std::int32_t t) const;
  /// Past the brackets that open at a token; the token itself when none do, or when they are wide.
  [[nodiscard]] std::int32_t past_brackets(std::int32_t t) const;
  /// The noun for a role that the phrase ends with; null when it is another phrase.
  [[nodiscard]] const RoleNoun* role(const NounPhrase& phrase) const;
  [[nodiscard]] static bool is_named(const NounPhrase& phrase);
  /// A name that is not known to be one of a thing.
  [[nodiscard]] bool may_be_person(const NounPhrase& phrase) const;
  /// What one person is: "the president", "a general".
  [[nodiscard]] bool is_person_role(const NounPhrase& phrase) const;
  /// The tree joins the two phrases, either way round.
  [[nodiscard]] bool hangs_on(const NounPhrase& one, const NounPhrase& other) const;

 private:
  const Sentence& sentence_;
  const Gazetteer& gazetteer_;
};

/// Notes in the phrases which two of them say the same of one person: "X, chairman of Y,", "Y's
/// chairman, X,", "a rebel known as X". `phrases` are in the order of the text.
void join_names(const Sentence& sentence, const Gazetteer& gazetteer,
                std::vector<NounPhrase>& phrases);

}  // namespace annals
