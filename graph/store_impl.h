#pragma once

#include <memory>

#include "graph/kv.h"
#include "graph/store.h"

namespace annals {

struct Store::Impl {
  std::unique_ptr<Kv> kv;
  StoreCounts counts;  ///< `bytes` is left 0

  /// Writes the batch, with the counts beside it.
  void write(KvBatch& batch);
};

}  // namespace annals
