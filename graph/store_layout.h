#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "graph/kv.h"
#include "graph/store.h"

namespace annals {

/// What brings a store from one layout to the next one.
///
/// `apply` changes keys and values; it must come to the same end when a killed run has made part of
/// its changes. The layout's number is written behind it.
struct LayoutStep {
  std::uint64_t from = 0;
  void (*apply)(Kv& kv) = nullptr;
};

/// The layout of this program's databases. What each step of the past changed is in docs/store.md.
inline constexpr std::uint64_t store_layout = 2;

/// The layout that a store says it has; nothing when it is no store yet. Throws Error(store) when
/// what it says is no number.
[[nodiscard]] std::optional<std::uint64_t> layout_of(const Kv& kv,
                                                     const std::filesystem::path& folder);
/// Writes the number of the layout; on the disk when it returns.
void put_layout(Kv& kv, std::uint64_t layout);

/// Takes the steps from the store's layout to `to`, each on the disk before the next. Throws
/// Error(missing) for a newer layout, and for one that no step begins from.
Migration migrate_layout(Kv& kv, const std::filesystem::path& folder,
                         std::span<const LayoutStep> steps, std::uint64_t to);

}  // namespace annals
