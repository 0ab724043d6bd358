#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/train/matrix.h"

namespace annals::train {

/// A seeded source of random numbers that is the same everywhere (splitmix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  /// In [0, 1).
  float uniform() { return static_cast<float>(next() >> 40) * 0x1p-24F; }
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint64_t state_;
};

/// One matrix that is learnt, its gradient and what Adam and the running average remember of it.
struct Parameter {
  std::string name;
  Matrix value;
  Matrix gradient;
  Matrix first, second;                  ///< moments
  Matrix average;                        ///< running average of the value: what is shipped
  bool by_rows = false;                  ///< an embedding: only touched rows are updated
  std::vector<std::uint32_t> touched;    ///< rows with a gradient in this batch, perhaps repeated
  std::vector<std::uint32_t> last_step;  ///< per row: when the average was last brought up to date
};

struct AdamOptions {
  float beta1 = 0.9F;
  float beta2 = 0.98F;
  float epsilon = 1e-9F;
  float clip = 5;          ///< longest gradient
  float average = 0.998F;  ///< weight of the past in the running average
};

/// All parameters of a network, in the order in which they were added.
class Parameters {
 public:
  /// Uniform in +-scale.
  Parameter& add(const std::string& name, std::size_t rows, std::size_t cols, float scale,
                 Random& random, bool by_rows = false);
  /// One step of Adam over all gradients, which are zero afterwards.
  void step(float rate, const AdamOptions& options);
  /// Exchanges values and averages; called twice it changes nothing.
  void swap_averages(const AdamOptions& options);

  /// The values as bytes, in order; `set_values` takes them from a network of the same shape and
  /// gives whether they are of that shape.
  [[nodiscard]] std::string values() const;
  [[nodiscard]] bool set_values(std::string_view bytes);

  std::deque<Parameter>& all() { return all_; }

 private:
  void update_rows(Parameter& p, float rate, float scale, const AdamOptions& options);
  std::deque<Parameter> all_;
  std::uint32_t step_ = 0;
};

}  // namespace annals::train
