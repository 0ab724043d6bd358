#include "ingest/train/lstm.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ingest/text/approx.h"

namespace annals::train {
namespace {

void gates_forward(float* gate, const float* before, float* memory, float* squashed, float* out,
                   std::size_t cells) {
  float* const in = gate;
  float* const forget = gate + cells;
  float* const open = gate + 2 * cells;
  float* const candidate = gate + 3 * cells;
  for (std::size_t i = 0; i < cells; ++i) {
    in[i] = approx_sigmoid(in[i]);
    forget[i] = approx_sigmoid(forget[i]);
    open[i] = approx_sigmoid(open[i]);
    candidate[i] = approx_tanh(candidate[i]);
  }
  for (std::size_t i = 0; i < cells; ++i) {
    memory[i] = in[i] * candidate[i] + (before ? forget[i] * before[i] : 0.0F);
    squashed[i] = approx_tanh(memory[i]);
    out[i] = open[i] * squashed[i];
  }
}

/// Turns the activated gates into the gradients before activation; `memory_gradient` becomes that
/// of the step before.
void gates_backward(float* gate, const float* before, const float* squashed,
                    const float* out_gradient, float* memory_gradient, std::size_t cells) {
  float* const in = gate;
  float* const forget = gate + cells;
  float* const open = gate + 2 * cells;
  float* const candidate = gate + 3 * cells;
  for (std::size_t i = 0; i < cells; ++i) {
    const float dh = out_gradient[i];
    const float dc = memory_gradient[i] + dh * open[i] * (1 - squashed[i] * squashed[i]);
    const float i_ = in[i];
    const float f = forget[i];
    const float o = open[i];
    const float g = candidate[i];
    const float c = before ? before[i] : 0.0F;
    in[i] = dc * g * i_ * (1 - i_);
    forget[i] = dc * c * f * (1 - f);
    open[i] = dh * squashed[i] * o * (1 - o);
    candidate[i] = dc * i_ * (1 - g * g);
    memory_gradient[i] = dc * f;
  }
}

void gather_rows(const Matrix& from, const std::vector<std::uint32_t>& order, Matrix& to) {
  to.resize(from.rows, from.cols);
  for (std::size_t r = 0; r < from.rows; ++r) std::copy_n(from.row(order[r]), from.cols, to.row(r));
}

}  // namespace

BatchLayout::BatchLayout(std::vector<std::uint32_t> sizes) : lengths(std::move(sizes)) {
  const std::uint32_t steps = lengths.empty() ? 0 : lengths.front();
  std::uint32_t at = 0;
  for (std::uint32_t step = 0; step < steps; ++step) {
    offsets.push_back(at);
    for (const std::uint32_t length : lengths) at += length > step ? 1 : 0;
  }
  offsets.push_back(at);
  reversed.resize(at);
  for (std::size_t s = 0; s < lengths.size(); ++s)
    for (std::uint32_t w = 0; w < lengths[s]; ++w)
      reversed[row(s, w)] = static_cast<std::uint32_t>(row(s, lengths[s] - 1 - w));
}

LstmDirection::LstmDirection(Parameters& parameters, const std::string& name, std::size_t inputs,
                             std::size_t cells, Random& random)
    : cells_(cells),
      input_(parameters.add(name + ".input", inputs, 4 * cells,
                            std::sqrt(6.0F / static_cast<float>(inputs + cells)) * 0.7F, random)),
      recurrent_(parameters.add(name + ".recurrent", cells, 4 * cells,
                                std::sqrt(3.0F / static_cast<float>(cells)) * 0.7F, random)),
      bias_(parameters.add(name + ".bias", 1, 4 * cells, 0, random)) {
  for (std::size_t i = cells; i < 2 * cells; ++i) bias_.value.data[i] = 1;  // remember at first
  bias_.average = bias_.value;
}

void LstmDirection::draw_mask(const BatchLayout& layout, float rate, Random& random) {
  mask_ = {};
  if (rate <= 0) return;
  mask_.reshape(layout.lengths.size(), cells_);
  for (float& x : mask_.data) x = random.uniform() < rate ? 0.0F : 1 / (1 - rate);
}

void LstmDirection::forward(const Matrix& in, const BatchLayout& layout) {
  multiply(view(in), view(input_.value), gates_, false);
  memory_.resize(in.rows, cells_);
  squashed_.resize(in.rows, cells_);
  out.resize(in.rows, cells_);
  fed_.resize(in.rows, cells_);
  for (std::size_t r = 0; r < in.rows; ++r)
    for (std::size_t c = 0; c < 4 * cells_; ++c) gates_.row(r)[c] += bias_.value.data[c];
  const PackedRight recurrent(view(recurrent_.value));
  for (std::size_t step = 0; step + 1 < layout.offsets.size(); ++step) {
    const std::size_t first = layout.offsets[step];
    const std::size_t count = layout.offsets[step + 1] - first;
    const std::size_t before = step == 0 ? 0 : layout.offsets[step - 1];
    if (step > 0)
      multiply_packed(rows_of(fed_, before, count), recurrent, gates_.row(first), gates_.cols,
                      true);
    for (std::size_t r = 0; r < count; ++r)
      gates_forward(gates_.row(first + r), step == 0 ? nullptr : memory_.row(before + r),
                    memory_.row(first + r), squashed_.row(first + r), out.row(first + r), cells_);
    for (std::size_t r = 0; r < count; ++r)
      for (std::size_t c = 0; c < cells_; ++c)
        fed_.row(first + r)[c] = out.row(first + r)[c] * (mask_.rows > 0 ? mask_.row(r)[c] : 1.0F);
  }
}

void LstmDirection::backward(const Matrix& in, const BatchLayout& layout, Matrix& out_gradient,
                             Matrix& in_gradient) {
  const PackedRight back(transposed(view(recurrent_.value)));
  Matrix memory_gradient(in.rows, cells_);
  Matrix out_before(in.rows, cells_);
  Matrix fed_gradient;
  for (std::size_t step = layout.offsets.size() - 1; step-- > 0;) {
    const std::size_t first = layout.offsets[step];
    const std::size_t count = layout.offsets[step + 1] - first;
    const std::size_t before = step == 0 ? 0 : layout.offsets[step - 1];
    for (std::size_t r = 0; r < count; ++r) {
      gates_backward(gates_.row(first + r), step == 0 ? nullptr : memory_.row(before + r),
                     squashed_.row(first + r), out_gradient.row(first + r),
                     memory_gradient.row(first + r), cells_);
      if (step == 0) continue;
      std::copy_n(memory_gradient.row(first + r), cells_, memory_gradient.row(before + r));
      std::copy_n(fed_.row(before + r), cells_, out_before.row(first + r));
    }
    if (step == 0) continue;
    fed_gradient.resize(count, cells_);
    multiply_packed(rows_of(gates_, first, count), back, fed_gradient.data.data(), cells_, false);
    for (std::size_t r = 0; r < count; ++r)
      for (std::size_t c = 0; c < cells_; ++c)
        out_gradient.row(before + r)[c] +=
            fed_gradient.row(r)[c] * (mask_.rows > 0 ? mask_.row(r)[c] : 1.0F);
  }
  multiply(transposed(view(in)), view(gates_), input_.gradient, true);
  multiply(transposed(view(out_before)), view(gates_), recurrent_.gradient, true);
  for (std::size_t r = 0; r < in.rows; ++r)
    for (std::size_t c = 0; c < 4 * cells_; ++c) bias_.gradient.data[c] += gates_.row(r)[c];
  multiply(view(gates_), transposed(view(input_.value)), in_gradient, false);
}

BiLstm::BiLstm(Parameters& parameters, const std::string& name, std::size_t inputs,
               std::size_t cells, Random& random)
    : cells_(cells),
      forward_(parameters, name + ".forward", inputs, cells, random),
      backward_(parameters, name + ".backward", inputs, cells, random) {}

void BiLstm::forward(const Matrix& in, const BatchLayout& layout) {
  forward_.forward(in, layout);
  gather_rows(in, layout.reversed, mirrored_in_);
  backward_.forward(mirrored_in_, layout);
  out.resize(in.rows, 2 * cells_);
  for (std::size_t r = 0; r < in.rows; ++r) {
    std::copy_n(forward_.out.row(r), cells_, out.row(r));
    std::copy_n(backward_.out.row(layout.reversed[r]), cells_, out.row(r) + cells_);
  }
}

void BiLstm::backward(const Matrix& in, const BatchLayout& layout, const Matrix& out_gradient,
                      Matrix& in_gradient) {
  Matrix left(in.rows, cells_);
  Matrix right(in.rows, cells_);
  for (std::size_t r = 0; r < in.rows; ++r) {
    std::copy_n(out_gradient.row(r), cells_, left.row(r));
    std::copy_n(out_gradient.row(layout.reversed[r]) + cells_, cells_, right.row(r));
  }
  Matrix mirrored;
  forward_.backward(in, layout, left, in_gradient);
  backward_.backward(mirrored_in_, layout, right, mirrored);
  for (std::size_t r = 0; r < in.rows; ++r) {
    const float* const from = mirrored.row(layout.reversed[r]);
    float* const to = in_gradient.row(r);
    for (std::size_t c = 0; c < in_gradient.cols; ++c) to[c] += from[c];
  }
}

}  // namespace annals::train
