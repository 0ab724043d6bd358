#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ingest/train/matrix.h"

namespace annals::train {

// Products of numbers rounded to 16 bits (bfloat16: the exponent of a float, 8 bits of precision)
// with sums in single precision, on processors that have tiles for them (AMX). Several times as
// fast as products in single precision; enough for training, as the weights that are kept stay in
// single precision (Micikevicius et al. 2018).

/// Whether this processor has the tiles and the system lets this process use them.
[[nodiscard]] bool have_half_products();

/// Arranges a right side, two rows in one word, in panels of 32 columns.
void pack_half_right(View right, std::vector<std::uint32_t>& to);

/// out = left * right, or out += left * right when `add`, for a right side of `depth` rows and
/// `cols` columns arranged by pack_half_right.
void multiply_half(View left, const std::uint32_t* right, std::size_t depth, std::size_t cols,
                   float* out, std::size_t out_step, bool add);

}  // namespace annals::train
