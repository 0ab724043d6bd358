#pragma once

#include <string>
#include <vector>

#include "ingest/train/parameters.h"

namespace annals::train {

/// How the words of a batch lie in the rows of its matrices: sentences sorted by falling length;
/// first the first words of all, then the second words of all that have one, and so on. So the
/// words of one step are neighbours, and the words before them are the first rows of the step
/// before.
struct BatchLayout {
  explicit BatchLayout(std::vector<std::uint32_t> lengths);

  [[nodiscard]] std::size_t row(std::size_t sentence, std::size_t word) const {
    return offsets[word] + sentence;
  }

  std::vector<std::uint32_t> lengths;   ///< falling
  std::vector<std::uint32_t> offsets;   ///< per step: its first row; one more at the end
  std::vector<std::uint32_t> reversed;  ///< per row: the row of the mirrored word
};

/// One direction of a layer of long short-term memory.
/// Source: Hochreiter and Schmidhuber 1997; gates in the order input, forget, output, candidate.
class LstmDirection {
 public:
  LstmDirection(Parameters& parameters, const std::string& name, std::size_t inputs,
                std::size_t cells, Random& random);

  /// Chooses which cells each sentence of the next batch does not feed back; a rate of 0: none.
  void draw_mask(const BatchLayout& layout, float rate, Random& random);
  void forward(const Matrix& in, const BatchLayout& layout);
  /// `out_gradient` is used up. Adds to the gradients of the parameters and gives that of the
  /// input.
  void backward(const Matrix& in, const BatchLayout& layout, Matrix& out_gradient,
                Matrix& in_gradient);

  Matrix out;  ///< rows as in the layout

 private:
  std::size_t cells_;
  Parameter& input_;
  Parameter& recurrent_;
  Parameter& bias_;
  Matrix gates_;
  Matrix memory_;
  Matrix squashed_;  ///< tanh of the memory
  Matrix mask_;      ///< a row a sentence; none without dropout
  Matrix fed_;       ///< what is fed back: the output under the mask
};

/// Both directions; the output is theirs side by side.
class BiLstm {
 public:
  BiLstm(Parameters& parameters, const std::string& name, std::size_t inputs, std::size_t cells,
         Random& random);

  void draw_masks(const BatchLayout& layout, float rate, Random& random) {
    forward_.draw_mask(layout, rate, random);
    backward_.draw_mask(layout, rate, random);
  }
  void forward(const Matrix& in, const BatchLayout& layout);
  void backward(const Matrix& in, const BatchLayout& layout, const Matrix& out_gradient,
                Matrix& in_gradient);

  Matrix out;

 private:
  std::size_t cells_;
  LstmDirection forward_;
  LstmDirection backward_;
  Matrix mirrored_in_;
};

}  // namespace annals::train
