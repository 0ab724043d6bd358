#pragma once

#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "graph/event.h"

namespace annals {

/// A file without a name, which goes away with its owner.
using TemporaryFile = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// Throws Error(input) when none can be made.
[[nodiscard]] TemporaryFile open_temporary_file();
/// Throws Error(input) when what was written did not arrive.
void flush_temporary_file(std::FILE& file);

/// What edges are made of (id, type, date, status, participants and sayers of events), kept in a
/// temporary file from one reading to the next, in their order: some 50 bytes an event.
class EventSpool {
 public:
  /// Forgets what was there.
  void begin();
  void add(const Event& event);
  /// Throws Error(input) when the disk is full.
  void end();
  [[nodiscard]] bool is_complete() const { return complete_; }
  /// Shows all events in their order; the other fields are empty. Requires is_complete().
  void each(const std::function<void(const Event&)>& see);

 private:
  TemporaryFile file_{nullptr, std::fclose};
  std::vector<std::string> types_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;  ///< places in types_
  std::uint64_t events_ = 0;
  bool complete_ = false;
};

}  // namespace annals
