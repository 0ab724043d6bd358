#pragma once

#include <atomic>
#include <exception>

namespace annals {

/// Thrown out of a long computation whose answer is no longer wanted.
class Stopped : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "stopped"; }
};

/// Set to have running questions end with Stopped soon; safe in a signal handler. Whoever asks
/// sets it back before the next question.
inline std::atomic<bool> stop_wanted{false};

/// Called inside long loops.
inline void stop_if_wanted() {
  if (stop_wanted.load(std::memory_order_relaxed)) throw Stopped();
}

}  // namespace annals
