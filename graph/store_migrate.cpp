// The layout of a store: which one it has, and the way from an older one to this program's.

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "graph/error.h"
#include "graph/kv_rocks.h"
#include "graph/store_impl.h"
#include "graph/store_layout.h"

namespace annals {
namespace {

constexpr const char* layout_setting = "layout";

[[noreturn]] void refuse_newer(const std::filesystem::path& folder, std::uint64_t found,
                               std::uint64_t known) {
  throw Error(ErrorKind::missing, folder.string() + ": made by a newer Annals (layout " +
                                      std::to_string(found) + ", this one knows up to " +
                                      std::to_string(known) + "); update Annals to open it");
}

}  // namespace

std::optional<std::uint64_t> layout_of(const Kv& kv, const std::filesystem::path& folder) {
  const auto found = kv.get(Family::settings, setting_key(layout_setting));
  if (!found) return std::nullopt;
  std::uint64_t layout = 0;
  const auto [end, error] = std::from_chars(found->data(), found->data() + found->size(), layout);
  if (error != std::errc() || end != found->data() + found->size()) {
    throw Error(ErrorKind::store,
                folder.string() + ": its layout \"" + *found + "\" is no number; restore a backup");
  }
  return layout;
}

void put_layout(Kv& kv, std::uint64_t layout) {
  KvBatch batch;
  batch.put(Family::settings, setting_key(layout_setting), std::to_string(layout));
  kv.write(batch, Durability::synced);
}

void check_layout(Kv& kv, const std::filesystem::path& folder, OpenMode mode) {
  const auto found = layout_of(kv, folder);
  if (!found) {
    if (mode != OpenMode::read) return put_layout(kv, store_layout);
    throw Error(ErrorKind::missing, folder.string() +
                                        ": no database of Annals; make one with `annals ingest`, "
                                        "or name another with --db");
  }
  if (*found > store_layout) refuse_newer(folder, *found, store_layout);
  if (*found < store_layout) {
    throw Error(ErrorKind::missing, folder.string() + ": made by an older Annals (layout " +
                                        std::to_string(*found) + ", this one has " +
                                        std::to_string(store_layout) +
                                        "); `annals backup` it with that one, then run `annals "
                                        "migrate`");
  }
}

Migration migrate_layout(Kv& kv, const std::filesystem::path& folder,
                         std::span<const LayoutStep> steps, std::uint64_t to) {
  const auto found = layout_of(kv, folder);
  if (!found) throw Error(ErrorKind::missing, folder.string() + ": no database of Annals");
  if (*found > to) refuse_newer(folder, *found, to);
  for (std::uint64_t layout = *found; layout < to; ++layout) {
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [&](const LayoutStep& each) { return each.from == layout; });
    if (step == steps.end()) {
      throw Error(ErrorKind::missing,
                  folder.string() + ": layout " + std::to_string(layout) +
                      " is none that Annals ever released; ingest the articles into a new "
                      "database");
    }
    step->apply(kv);
    kv.sync();
    put_layout(kv, layout + 1);
  }
  return {.from = *found, .to = to};
}

Migration Store::migrate(const std::filesystem::path& folder) {
  const auto kv = open_rocks_kv(folder, OpenMode::write);
  // What layout 2 adds stands at the end of records, and those of layout 1 are read as without it.
  static constexpr std::array steps = {LayoutStep{.from = 1, .apply = [](Kv&) {}}};
  return migrate_layout(*kv, folder, steps, store_layout);
}

}  // namespace annals
