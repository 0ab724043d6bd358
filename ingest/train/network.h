#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "ingest/parser_features.h"
#include "ingest/train/lstm.h"

namespace annals::train {

/// One word of a training sentence in numbers.
struct ExampleWord {
  std::uint32_t word = 0;    ///< row of the word table; 0: unknown
  std::uint32_t count = 0;   ///< how often it was seen
  std::uint32_t vector = 0;  ///< row of the fixed vectors; 0: none
  WordPieces pieces;
  std::uint16_t tag = 0;
  std::uint16_t feats = 0;
  std::uint16_t label = 0;
  std::int32_t head = -1;
};
using Example = std::vector<ExampleWord>;

struct NetworkOptions {
  std::size_t words = 0;  ///< rows of the word table, unknown included
  std::size_t tags = 0;
  std::size_t feats = 0;
  std::size_t labels = 0;
  std::size_t word_size = 64;
  std::size_t piece_size = 64;
  std::size_t vector_size = 0;
  std::size_t tag_size = 32;
  std::size_t cells = 128;
  std::size_t layers = 3;
  std::size_t arc_size = 128;
  std::size_t label_size = 96;
  float dropout = 0.33F;
  float recurrent_dropout = 0;  ///< of what the memory cells feed back
  bool sentence_masks = false;  ///< one pattern of dropout for all words of a sentence
  float unknown = 0.25F;        ///< a word seen n times is hidden with unknown / (unknown + n) ...
  float hidden = 0;             ///< ... or at least this often
};

struct Losses {
  double tag = 0, feats = 0, arc = 0, label = 0;
  std::size_t words = 0;
};

/// The joint tagger and parser: words and their pieces -> BiLSTM -> tags -> BiLSTM (the tags' mix
/// beside it) -> features, arcs by a biaffine form, labels of arcs.
/// Sources: Dozat and Manning 2017 (arcs); Zhang and Weiss 2016 (tags as soft input).
class Network {
 public:
  Network(const NetworkOptions& options, std::uint64_t seed);

  /// Loss and gradients of one batch; `batch` in any order.
  Losses learn(std::vector<const Example*> batch);
  Parameters& parameters() { return parameters_; }
  const NetworkOptions& options() const { return options_; }

  /// Fixed vectors, a row each; row 0 is zero.
  void set_vectors(Matrix vectors) { vectors_ = std::move(vectors); }
  const Matrix& vectors() const { return vectors_; }

 private:
  void embed(std::span<const Example* const> batch, const BatchLayout& layout);
  void embed_backward(const Matrix& gradient);
  void drop(Matrix& values, Matrix& mask);
  void drop_by_sentence(Matrix& values, Matrix& mask, const BatchLayout& layout);
  void learn_classes(const Matrix& in, Parameter& weights, Parameter& bias, float weight,
                     std::span<const std::uint16_t> gold, Matrix& probabilities, Matrix& gradient,
                     double& loss);
  void learn_trees(std::span<const Example* const> batch, const BatchLayout& layout,
                   Losses& losses);
  void learn_tree(const Example& example, const BatchLayout& layout, std::size_t index,
                  Losses& losses);

  NetworkOptions options_;
  Random random_;
  Parameters parameters_;
  Matrix vectors_;
  Parameter& words_;
  Parameter& pieces_;
  BiLstm first_;
  Parameter& tag_weights_;
  Parameter& tag_bias_;
  Parameter& tag_mix_;
  std::deque<BiLstm> upper_;
  Parameter& top_tag_weights_;
  Parameter& top_tag_bias_;
  Parameter& feats_weights_;
  Parameter& feats_bias_;
  Parameter& heads_;
  Parameter& heads_bias_;
  Parameter& root_;
  Parameter& arc_;
  Parameter& arc_bias_;
  Parameter& label_weights_;
  Parameter& label_bias_;

  // One batch's values, kept between calls for their memory.
  struct Input {
    std::uint32_t word;
    const WordPieces* pieces;
  };
  std::vector<Input> inputs_;
  Matrix in_, in_mask_;
  Matrix views_, views_gradient_;  ///< the heads' four views of each word
  Matrix views_mask_;
  Matrix hidden_, hidden_gradient_, hidden_mask_;
  std::vector<std::uint16_t> label_gold_;
};

}  // namespace annals::train
