#pragma once

#include <cstdint>
#include <vector>

#include "ingest/actors/actors_pieces.h"

namespace annals {

/// What stands before a noun: "the", "a", "these", "his".
enum class Determiner : std::uint8_t {
  none,
  definite,
  indefinite,
  demonstrative,
  possessive,
  both
};

/// A run of words that names one thing: "a top Pakistani army commander", "Mullen", "the two
/// countries".
struct NounPhrase {
  std::uint32_t sentence = 0;
  std::int32_t first = 0;  ///< tokens [first, last); without possessor and without what follows
  std::int32_t last = 0;
  std::int32_t head = 0;   ///< its last noun
  std::int32_t begin = 0;  ///< with its possessor: "[Pakistan's spy chief]"
  std::int32_t end = 0;    ///< with "of ...", "in ..." and brackets
  std::vector<Piece> pieces;
  std::int32_t core = -1;  ///< index in `pieces` of what the phrase names; -1 for any other noun
  Determiner determiner = Determiner::none;
  bool plural = false;
  bool former = false;           ///< "former", "ousted"
  std::int32_t number = 0;       ///< "two" officials: 2; 0 when not said
  std::int32_t owner = -1;       ///< index of the phrase before 's
  std::int32_t owner_word = -1;  ///< token of "his", "its" ...
  std::int32_t of = -1;          ///< index of the phrase after "of" ("for" after a spokesman)
  std::int32_t of_last = -1;     ///< the last that "and" joins to `of`: "armies of Peru and Chile"
  std::int32_t in = -1;          ///< index of the phrase after "in"
  std::int32_t named =
      -1;                  ///< index of the phrase that says the same beside it: "X, the president"
  bool of_inside = false;  ///< what `named` says begins with whose it is: "Chairman [of the Joint
                           ///< Chiefs Mike Mullen]"
  bool posted = false;     ///< where or for what a post is stands between it and the name of its
                           ///< holder, who is not of there: "Ambassador to Japan Thomas Schieffer"
  bool lends = false;      ///< names nobody; says of what kind those are whom a phrase behind it
                           ///< names: "[Kenyan civilian] and [military leaders]"
  std::int32_t kinds = -1;   ///< index of the first of two phrases before it that say whose they
                             ///< are: "[Hamas] and [Fatah] gunmen"
  std::int32_t shares = -1;  ///< index of the phrase whose country or role counts here too:
                             ///< "Hungarian and Romanian officials"

  [[nodiscard]] const Piece* core_piece() const {
    return core < 0 ? nullptr : &pieces[static_cast<std::size_t>(core)];
  }
};

/// The noun phrases of a sentence in order, not overlapping, those without a piece among them only
/// when another phrase leans on them. `index` is the sentence's place in the analysis. Works
/// without a tree, better with one.
[[nodiscard]] std::vector<NounPhrase> find_phrases(const Sentence& sentence, std::uint32_t index,
                                                   const std::vector<Piece>& pieces,
                                                   const Gazetteer& gazetteer);

/// The preposition or other small word in front of token `t`, in small letters; empty when there is
/// none.
[[nodiscard]] std::string word_before(const Sentence& sentence, std::int32_t t);

/// The head of token `t`; for the second of two modifiers in small letters ("civilian and military
/// leaders") the noun that both describe. "Chinese and Indian leaders" are two groups.
[[nodiscard]] std::int32_t head_or_noun(const Sentence& sentence, std::int32_t t);

}  // namespace annals
