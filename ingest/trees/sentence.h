#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/span.h"

namespace annals {

/// Universal part-of-speech tags. Source: Universal Dependencies, version 2.
enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};

[[nodiscard]] std::string_view name_of(Upos upos);

/// One word of a sentence, as Universal Dependencies counts words ("don't" is two).
///
/// The views point into the article's text, into the model or into the Analysis that owns the
/// sentence, and live as long as the shortest-lived of the three.
struct Token {
  Span span;                ///< bytes of the article's text
  std::string_view form;    ///< the word as written
  std::string_view lemma;   ///< dictionary form; lower case but for names
  std::string_view xpos;    ///< Penn Treebank tag: "VBD"
  std::string_view feats;   ///< UD FEATS, sorted and joined: "Mood=Ind|Tense=Past"; empty when none
  std::string_view deprel;  ///< relation to the head: "nsubj:pass"
  std::int32_t head = -1;   ///< index of the head in Sentence::tokens; -1 for the root
  Upos upos = Upos::X;
  bool space_after = true;
};

/// True when `feats` of the token holds `name=value`, such as has_feature(token, "Tense", "Past").
[[nodiscard]] bool has_feature(const Token& token, std::string_view name, std::string_view value);

/// The four kinds of names that the tagger tells apart.
enum class NameKind : std::uint8_t { person, organization, location, nationality };

/// A name found by the tagger: tokens [first, last) of its sentence.
struct NameSpan {
  std::int32_t first = 0;
  std::int32_t last = 0;
  NameKind kind = NameKind::person;
  float confidence = 1;

  bool operator==(const NameSpan&) const = default;
};

/// A sentence or a headline. The heads of its tokens form one tree with one root.
struct Sentence {
  /// The token of an index that heads and names use, 0 .. size() - 1.
  [[nodiscard]] Token& at(std::int32_t index) { return tokens[static_cast<std::size_t>(index)]; }
  [[nodiscard]] const Token& at(std::int32_t index) const {
    return tokens[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(tokens.size()); }

  /// Whether the token of an index stands in a name of this kind.
  [[nodiscard]] bool in_name(std::int32_t index, NameKind kind) const {
    return std::any_of(names.begin(), names.end(), [&](const NameSpan& name) {
      return name.kind == kind && name.first <= index && index < name.last;
    });
  }

  Span span;
  std::uint32_t block = 0;  ///< index of the block of the article that it stands in
  std::vector<Token> tokens;
  std::vector<NameSpan> names;  ///< in order, not overlapping
  float confidence = 1;         ///< how sure the parser is of the tree, 0..1
};

/// The sentences of one article and the strings that only they use.
/// Movable, not copyable: the tokens hold views into `strings`.
struct Analysis {
  Analysis() = default;
  Analysis(Analysis&&) = default;
  Analysis& operator=(Analysis&&) = default;
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  std::vector<Sentence> sentences;
  std::vector<std::unique_ptr<char[]>> strings;  ///< blocks of text that lemmas point into
};

}  // namespace annals
