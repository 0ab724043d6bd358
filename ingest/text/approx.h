#pragma once

#include <bit>
#include <cstdint>

namespace annals {

// Functions of the network in plain arithmetic, so that every machine and every vector width gives
// the same bits: no call into the mathematics library, no fused multiply-add (the files that use
// them are built with -ffp-contract=off), no branch that would keep a loop from being vectorised.

/// e to the power of x within 2e-7 of relative error; x is held to -87..87.
[[nodiscard]] inline float approx_exp(float x) {
  x = x < -87.0F ? -87.0F : x;
  x = x > 87.0F ? 87.0F : x;
  const float shifted = x * 1.44269504F + 12582912.0F;  // rounds to a whole number of halvings
  const float whole = shifted - 12582912.0F;
  const float rest = (x - whole * 0.693359375F) - whole * -2.12194440e-4F;
  float sum = 1.9875691500e-4F;
  sum = sum * rest + 1.3981999507e-3F;
  sum = sum * rest + 8.3334519073e-3F;
  sum = sum * rest + 4.1665795894e-2F;
  sum = sum * rest + 1.6666665459e-1F;
  sum = sum * rest + 5.0000001201e-1F;
  sum = sum * rest * rest + rest + 1.0F;
  const std::int32_t exponent = (static_cast<std::int32_t>(whole) + 127) << 23;
  return sum * std::bit_cast<float>(exponent);
}

[[nodiscard]] inline float approx_sigmoid(float x) { return 1.0F / (1.0F + approx_exp(-x)); }

[[nodiscard]] inline float approx_tanh(float x) {
  return 2.0F / (1.0F + approx_exp(-2.0F * x)) - 1.0F;
}

}  // namespace annals
