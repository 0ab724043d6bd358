#include "ingest/train/parameters.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace annals::train {
namespace {

struct Rates {
  float rate, scale, beta1, beta2, epsilon;
};

void update(float* value, float* gradient, float* first, float* second, std::size_t count,
            const Rates& r) {
  for (std::size_t i = 0; i < count; ++i) {
    const float g = gradient[i] * r.scale;
    gradient[i] = 0;
    first[i] = r.beta1 * first[i] + (1 - r.beta1) * g;
    second[i] = r.beta2 * second[i] + (1 - r.beta2) * g * g;
    value[i] -= r.rate * first[i] / (std::sqrt(second[i]) + r.epsilon);
  }
}

void blend(float* average, const float* value, std::size_t count, float keep) {
  for (std::size_t i = 0; i < count; ++i) average[i] = value[i] + keep * (average[i] - value[i]);
}

double square_sum(const float* data, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += static_cast<double>(data[i]) * data[i];
  return sum;
}

}  // namespace

Parameter& Parameters::add(const std::string& name, std::size_t rows, std::size_t cols, float scale,
                           Random& random, bool by_rows) {
  Parameter& p = all_.emplace_back();
  p.name = name;
  p.value = Matrix(rows, cols);
  for (float& x : p.value.data) x = scale == 0 ? 0 : scale * (2 * random.uniform() - 1);
  p.gradient = p.first = p.second = Matrix(rows, cols);
  p.average = p.value;
  p.by_rows = by_rows;
  if (by_rows) p.last_step.assign(rows, 0);
  return p;
}

void Parameters::step(float rate, const AdamOptions& options) {
  ++step_;
  double norm = 0;
  for (Parameter& p : all_) {
    if (!p.by_rows) {
      norm += square_sum(p.gradient.data.data(), p.gradient.data.size());
      continue;
    }
    std::sort(p.touched.begin(), p.touched.end());
    p.touched.erase(std::unique(p.touched.begin(), p.touched.end()), p.touched.end());
    for (const std::uint32_t row : p.touched)
      norm += square_sum(p.gradient.row(row), p.gradient.cols);
  }
  norm = std::sqrt(norm);
  const float scale = norm > options.clip ? static_cast<float>(options.clip / norm) : 1.0F;
  const auto steps = static_cast<double>(step_);
  const double correction =
      std::sqrt(1 - std::pow(options.beta2, steps)) / (1 - std::pow(options.beta1, steps));
  const float corrected = rate * static_cast<float>(correction);
  // Early on, a long memory would keep the random start: the average starts short.
  const float keep = std::min(options.average, static_cast<float>((steps + 1) / (steps + 10)));
  for (Parameter& p : all_) {
    if (p.by_rows) {
      update_rows(p, corrected, scale, options);
      continue;
    }
    update(p.value.data.data(), p.gradient.data.data(), p.first.data.data(), p.second.data.data(),
           p.value.data.size(), {corrected, scale, options.beta1, options.beta2, options.epsilon});
    blend(p.average.data.data(), p.value.data.data(), p.value.data.size(), keep);
  }
}

void Parameters::update_rows(Parameter& p, float rate, float scale, const AdamOptions& options) {
  for (const std::uint32_t row : p.touched) {
    // The value stood still since the row was last touched; the average caught up meanwhile.
    const float kept = std::pow(options.average, static_cast<float>(step_ - p.last_step[row]));
    blend(p.average.row(row), p.value.row(row), p.value.cols, kept);
    update(p.value.row(row), p.gradient.row(row), p.first.row(row), p.second.row(row), p.value.cols,
           {rate, scale, options.beta1, options.beta2, options.epsilon});
    p.last_step[row] = step_;
  }
  p.touched.clear();
}

void Parameters::swap_averages(const AdamOptions& options) {
  for (Parameter& p : all_) {
    for (std::uint32_t row = 0; p.by_rows && row < p.value.rows; ++row) {
      const float kept = std::pow(options.average, static_cast<float>(step_ - p.last_step[row]));
      if (p.last_step[row] != step_)
        blend(p.average.row(row), p.value.row(row), p.value.cols, kept);
      p.last_step[row] = step_;
    }
    std::swap(p.value.data, p.average.data);
  }
}

std::string Parameters::values() const {
  std::string bytes;
  for (const Parameter& p : all_)
    bytes.append(reinterpret_cast<const char*>(p.value.data.data()),
                 p.value.data.size() * sizeof(float));
  return bytes;
}

bool Parameters::set_values(std::string_view bytes) {
  std::size_t size = 0;
  for (const Parameter& p : all_) size += p.value.data.size() * sizeof(float);
  if (bytes.size() != size) return false;
  for (Parameter& p : all_) {
    const std::size_t part = p.value.data.size() * sizeof(float);
    std::memcpy(p.value.data.data(), bytes.data(), part);
    bytes.remove_prefix(part);
  }
  return true;
}

}  // namespace annals::train
