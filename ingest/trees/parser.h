#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/trees/kernels.h"
#include "ingest/trees/model.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Words that belong together, such as a title and a name, and must have one head between them:
/// tokens [first, last) of a sentence; every other word of them hangs inside.
struct Chunk {
  std::int32_t first = 0;
  std::int32_t last = 0;
};

/// Tagger and parser in one network: word and pieces -> bidirectional memory cells -> tags ->
/// a second layer -> features, arcs and labels. Decoding gives the best tree without crossing arcs
/// that has one root.
///
/// Const and shared by threads. A sentence's result does not depend on the others it is run with.
/// Sources: Dozat and Manning 2017 (biaffine arcs); Eisner 1996 (decoding).
class Parser {
 public:
  /// Views into `model`, which must outlive it.
  explicit Parser(const Model& model);

  /// Fills upos, xpos, feats, head, deprel and confidence of `sentences`, each of 1 to 400 words.
  void parse(std::span<Sentence* const> sentences, const Kernels& kernels) const;

 private:
  struct Layer {
    DenseWeights input[2];
    DenseWeights recurrent[2];
  };
  struct Work;
  struct LabelledTree;
  struct Barred;

  void embed(std::span<Sentence* const> sentences, Work& work) const;
  void run_layer(const Layer& layer, Work& work) const;
  void mix_tags(Work& work) const;
  void choose_tags(std::span<Sentence* const> sentences, Work& work) const;
  void choose_feats(std::span<Sentence* const> sentences, Work& work) const;
  void choose_arcs(Sentence& sentence, std::size_t index, Work& work) const;
  void score_arcs(std::size_t index, std::size_t count, Work& work) const;
  void choose_labels(std::span<Sentence* const> sentences, Work& work) const;
  void join_for_label(std::size_t index, std::size_t word, std::int32_t head, Work& work,
                      std::int16_t* joined) const;
  void keep_one_subject(Sentence& sentence, std::size_t index, Work& work) const;
  [[nodiscard]] LabelledTree best_labelled(std::size_t index, std::size_t count,
                                           const Barred& barred, Work& work) const;

  HashTable words_;
  RowTable word_rows_;
  RowTable piece_rows_;
  RowTable vector_rows_;
  std::vector<Layer> layers_;
  DenseWeights tag_, tag_mix_, top_tag_, feats_, heads_, arc_, label_;
  std::span<const float> root_;
  StringTable tags_, feats_names_, labels_;
  std::vector<Upos> upos_of_tag_;
  std::vector<std::string_view> xpos_of_tag_;
  std::span<const std::uint32_t> feats_of_tag_;  ///< bits, a row of words a tag
  std::size_t cells_ = 0, arc_size_ = 0, label_size_ = 0, feats_words_ = 0, root_label_ = 0;
  std::vector<bool> subject_label_;  ///< by label
};

}  // namespace annals
