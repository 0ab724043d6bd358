#pragma once

#include <cstdint>

namespace annals {

enum class OpenMode : std::uint8_t {
  read,   ///< must exist; works beside a running writer, sees what was committed when it was opened
  write,  ///< must exist
  create,  ///< made when absent
};

}  // namespace annals
