#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "ingest/train/lstm.h"
#include "ingest/trees/parser_features.h"

namespace annals::train {

/// What teachers think of one word: their likeliest answers with their shares of 65,535.
struct SoftWord {
  static constexpr std::size_t most = 4;
  struct Guess {
    std::uint16_t which = 0;
    std::uint16_t share = 0;
  };
  using Guesses = std::array<Guess, most>;
  Guesses tags, feats;
  Guesses heads;   ///< 0: the root; from 1: the words
  Guesses labels;  ///< of the arc to the head that is given
};

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
  const SoftWord* soft = nullptr;
  float trust = 1;  ///< in tag, features, label and head; the rest of 1 goes to what `soft` says
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

/// What networks make of a batch: probabilities, a row a word in the order of `layout`.
struct Answers {
  explicit Answers(BatchLayout layout_) : layout(std::move(layout_)) {}

  BatchLayout layout;
  Matrix tags, feats;
  Matrix labels;              ///< of the arcs to the examples' heads
  std::vector<Matrix> heads;  ///< per sentence: a row a word; column 0 is the root
};

/// The joint tagger and parser: words and their pieces -> BiLSTM -> tags -> BiLSTM (the tags' mix
/// beside it) -> features, arcs by a biaffine form, labels of arcs.
/// Sources: Dozat and Manning 2017 (arcs); Zhang and Weiss 2016 (tags as soft input).
class Network {
 public:
  Network(const NetworkOptions& options, std::uint64_t seed);

  /// Loss and gradients of one batch; `batch` in any order.
  Losses learn(std::vector<const Example*> batch);
  /// Adds what the network makes of sentences, sorted by falling length, to `sum`, each
  /// probability times `weight`.
  void answer(std::span<const Example* const> batch, float weight, Answers& sum);

  Parameters& parameters() { return parameters_; }
  const Parameters& parameters() const { return parameters_; }
  const NetworkOptions& options() const { return options_; }

  /// Fixed vectors, a row each; row 0 is zero.
  void set_vectors(Matrix vectors) { vectors_ = std::move(vectors); }
  const Matrix& vectors() const { return vectors_; }

 private:
  /// The answers to learn for one row: numbers of classes and their shares.
  struct Target {
    std::array<std::uint16_t, SoftWord::most + 1> which{};
    std::array<float, SoftWord::most + 1> share{};
    std::size_t count = 0;
  };
  struct Pass;
  static Target target_of(std::size_t gold, float trust, const SoftWord::Guesses* soft,
                          std::size_t bound);
  static double take_off(float* probabilities, const Target& target);

  void embed(std::span<const Example* const> batch, const Pass& pass);
  void embed_backward(const Matrix& gradient);
  void drop(Matrix& values, Matrix& mask);
  void drop_by_sentence(Matrix& values, Matrix& mask, const Pass& pass);
  void rise(std::span<const Example* const> batch, Pass& pass);
  void descend(Pass& pass, Matrix& top_gradient, Matrix& tag_gradient);
  void learn_classes(const Matrix& in, Parameter& weights, Parameter& bias, const Matrix& gradient,
                     Matrix& in_gradient);
  void learn_trees(std::span<const Example* const> batch, const BatchLayout& layout,
                   Losses& losses);
  void learn_labels(std::span<const Example* const> batch, const BatchLayout& layout,
                    Losses& losses);
  void learn_tree(const Example& example, const BatchLayout& layout, std::size_t index,
                  Losses& losses);
  void answer_trees(std::span<const Example* const> batch, float weight, Answers& sum);
  void view_top(const Matrix& top);
  void bend_views(Matrix& slope);
  void score_arcs(const Example& example, const BatchLayout& layout, std::size_t index);
  void join_labels(const Example& example, const BatchLayout& layout, std::size_t index);

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
  Matrix views_, views_gradient_;         ///< the heads' four views of each word
  Matrix hidden_;                         ///< the sums that labels are read from
  Matrix below_, above_, bent_, scores_;  ///< one sentence's: row 0 of `above_` is the root
};

}  // namespace annals::train
