#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace annals::train {

/// Numbers in rows, one after another.
struct Matrix {
  Matrix() = default;
  Matrix(std::size_t rows_, std::size_t cols_) : rows(rows_), cols(cols_), data(rows_ * cols_) {}

  /// Keeps the memory; the content is zero afterwards.
  void reshape(std::size_t new_rows, std::size_t new_cols) {
    rows = new_rows;
    cols = new_cols;
    data.assign(rows * cols, 0.0F);
  }

  /// Keeps the memory; the content is whatever it is.
  void resize(std::size_t new_rows, std::size_t new_cols) {
    rows = new_rows;
    cols = new_cols;
    data.resize(rows * cols);
  }

  float* row(std::size_t i) { return data.data() + i * cols; }
  const float* row(std::size_t i) const { return data.data() + i * cols; }

  std::size_t rows = 0;
  std::size_t cols = 0;
  std::vector<float> data;
};

/// A matrix, or a part or the transpose of one, as a product reads it: element (i, j) stands at
/// `data[i * row_step + j * col_step]`.
struct View {
  const float* data = nullptr;
  std::size_t rows = 0;
  std::size_t cols = 0;
  std::size_t row_step = 0;
  std::size_t col_step = 1;
};

[[nodiscard]] inline View view(const Matrix& m) {
  return {m.data.data(), m.rows, m.cols, m.cols, 1};
}
[[nodiscard]] inline View rows_of(const Matrix& m, std::size_t first, std::size_t count) {
  return {m.row(first), count, m.cols, m.cols, 1};
}
[[nodiscard]] inline View transposed(View v) {
  return {v.data, v.cols, v.rows, v.col_step, v.row_step};
}

/// How products are computed: in single precision, or of numbers rounded to 16 bits where
/// have_half_products() is true.
enum class Products : std::uint8_t { single, half };

/// Holds for all products from now on. Throws Error(query) when this processor cannot do them.
void set_products(Products products);

/// The right side of a product, arranged for the kernel; worth keeping when it is used again.
class PackedRight {
 public:
  PackedRight() = default;
  explicit PackedRight(View right) { pack(right); }
  void pack(View right);

 private:
  friend void multiply_packed(View, const PackedRight&, float*, std::size_t, bool);
  std::size_t depth_ = 0;
  std::size_t cols_ = 0;
  std::vector<float> data_;
  std::vector<std::uint32_t> half_;  ///< instead of `data_`
};

/// out = left * right, or out += left * right when `add`; rows of `out` are `out_step` apart.
/// Sums run in one order whatever the sizes, so results repeat bit for bit on one machine.
void multiply_packed(View left, const PackedRight& right, float* out, std::size_t out_step,
                     bool add);
void multiply(View left, View right, Matrix& out, bool add);

}  // namespace annals::train
