// The trainer's products of matrices, and the run time's kernels against the plain one.
#include <catch2/catch.hpp>
#include <random>

#include "ingest/train/half_products.h"
#include "ingest/train/network.h"
#include "ingest/trees/kernels.h"

using namespace annals;
using namespace annals::train;

TEST_CASE("products of 16 bits are near the plain ones", "[train]") {
  if (!have_half_products()) {
    CHECK_THROWS_WITH(set_products(Products::half), Catch::Contains("--products single"));
    return;
  }
  const struct Restore {
    ~Restore() { set_products(Products::single); }
  } restore;
  Random random(4);
  double worst = 0;
  for (const std::size_t depth : {1U, 29U, 64U, 131U}) {
    for (const std::size_t cols : {1U, 31U, 107U}) {
      Matrix left(37, depth), right(depth, cols), exact(37, cols), rounded(37, cols), turned;
      for (float& x : left.data) x = random.uniform() - 0.5F;
      for (float& x : right.data) x = random.uniform() - 0.5F;
      for (float& x : rounded.data) x = 2;
      set_products(Products::single);
      multiply(view(left), view(right), exact, false);
      set_products(Products::half);
      multiply(view(left), view(right), rounded, true);
      multiply(transposed(view(right)), transposed(view(left)), turned, false);
      for (std::size_t r = 0; r < exact.rows; ++r)
        for (std::size_t c = 0; c < cols; ++c)
          worst = std::max({worst, std::abs(exact.row(r)[c] + 2.0 - rounded.row(r)[c]),
                            std::abs(static_cast<double>(exact.row(r)[c] - turned.row(c)[r]))});
    }
  }
  CHECK(worst < 0.02);    // 131 products of numbers below one half, each rounded to 8 bits
  CHECK(worst > 0.0001);  // they were rounded indeed
}

TEST_CASE("products of matrices are the plain sums", "[train]") {
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return;
  Random random(3);
  for (const std::size_t rows : {1U, 12U, 37U, 130U}) {
    for (const std::size_t cols : {1U, 31U, 64U, 107U}) {
      Matrix left(rows, 29), right(29, cols), out(rows, cols);
      for (float& x : left.data) x = random.uniform() - 0.5F;
      for (float& x : right.data) x = random.uniform() - 0.5F;
      for (float& x : out.data) x = 2;
      multiply(view(left), view(right), out, true);
      Matrix turned;
      multiply(transposed(view(right)), transposed(view(left)), turned, false);
      double worst = 0;
      for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < cols; ++c) {
          double sum = 0;
          for (std::size_t k = 0; k < 29; ++k)
            sum += static_cast<double>(left.row(r)[k]) * static_cast<double>(right.row(k)[c]);
          worst = std::max(
              {worst, std::abs(out.row(r)[c] - 2 - sum), std::abs(turned.row(c)[r] - sum)});
        }
      }
      CAPTURE(rows, cols);
      CHECK(worst < 1e-5);
    }
  }
}

TEST_CASE("every kernel gives the same bits as the plain one", "[train][kernels]") {
  std::mt19937 random(11);
  const Kernels& plain = portable_kernels();
  const Kernels& best = *GENERATE(from_range(all_kernels().begin(), all_kernels().end()));
  CAPTURE(best.name);
  for (const std::size_t inputs : {2U, 16U, 78U, 288U}) {
    const std::size_t outputs = 48;
    std::vector<std::int8_t> data(inputs * outputs);
    for (auto& x : data) x = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    std::vector<float> scales(outputs, 3.1e-6F);
    std::vector<float> bias(outputs, 0.25F);
    const DenseWeights weights{inputs, outputs, scales.data(), bias.data(), data.data()};
    const std::size_t rows = 7;
    std::vector<std::int16_t> in(rows * inputs);
    for (auto& x : in) x = static_cast<std::int16_t>(static_cast<int>(random() % 65535) - 32767);
    std::vector<float> a(rows * outputs), b(rows * outputs);
    plain.dense(weights, in.data(), inputs, rows, a.data(), outputs, false);
    best.dense(weights, in.data(), inputs, rows, b.data(), outputs, false);
    CHECK(a == b);
    std::vector<float> c(12, 0.5F), d(12, 0.5F);
    std::vector<std::int16_t> e(12), f(12);
    plain.gates(a.data(), c.data(), e.data(), 12);
    best.gates(b.data(), d.data(), f.data(), 12);
    CHECK(c == d);
    CHECK(e == f);
    plain.softmax(a.data(), 37);
    best.softmax(b.data(), 37);
    CHECK(a == b);
    CHECK(plain.dot(a.data(), a.data() + 40, 29) == best.dot(b.data(), b.data() + 40, 29));
  }
}
