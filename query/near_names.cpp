#include "query/near_names.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "graph/names.h"

namespace annals {
namespace {

void add(std::vector<ActorId>& ids, ActorId id) {
  const auto at = std::lower_bound(ids.begin(), ids.end(), id);
  if (at == ids.end() || *at != id) ids.insert(at, id);
}

bool holds_word(std::string_view name, std::string_view word) {
  for (auto at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || name[at - 1] == ' ') && (end == name.size() || name[end] == ' ')) return true;
  }
  return false;
}

/// The letters that a folded text has, a bit each.
std::uint32_t letters_of(std::string_view folded) {
  std::uint32_t letters = 0;
  for (const char c : folded) letters |= 1U << (static_cast<unsigned char>(c) & 31U);
  return letters;
}

/// A distance of more than `limit` is told by the letters alone: one edit takes away or brings in
/// one at the most. Most names are passed over so.
bool may_be_near(std::string_view name, std::uint32_t wanted_letters, std::size_t limit) {
  const std::uint32_t letters = letters_of(name);
  return static_cast<std::size_t>(std::popcount(letters & ~wanted_letters)) <= limit &&
         static_cast<std::size_t>(std::popcount(wanted_letters & ~letters)) <= limit;
}

/// Distance to the whole name, or, of a single word, to the nearest word of the name.
std::size_t name_distance(std::string_view name, std::string_view wanted, std::size_t limit) {
  const std::uint32_t letters = letters_of(wanted);
  const auto distance = [&](std::string_view text) {
    return may_be_near(text, letters, limit) ? edit_distance(text, wanted, limit) : limit + 1;
  };
  std::size_t best = distance(name);
  if (wanted.find(' ') != std::string_view::npos) return best;
  while (!name.empty()) {
    const auto end = std::min(name.find(' '), name.size());
    if (end >= 3) best = std::min(best, distance(name.substr(0, end)));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return best;
}

struct Near {
  std::size_t distance;
  std::string name;
  ActorId id;
  auto operator<=>(const Near&) const = default;
};

/// The actor of which `wanted` is a misspelling: of those that are nearest (with two letters wrong,
/// also with three), the only one, or the only one whose whole name looks like it. `near` is
/// sorted.
std::optional<ActorId> misspelt_actor(const std::vector<Near>& near, std::string_view wanted) {
  constexpr std::size_t for_one = 5, for_two = 9;  // letters of names in which so many may be wrong
  if (near.empty()) return std::nullopt;
  const std::size_t least = near.front().distance;
  if (least > 2 || wanted.size() < (least < 2 ? for_one : for_two)) return std::nullopt;
  std::vector<ActorId> nearest, whole;
  for (const Near& each : near) {
    if (each.distance > (least < 2 ? least : least + 1)) break;
    add(nearest, each.id);
    if (edit_distance(each.name, wanted, least) <= least) add(whole, each.id);
  }
  if (nearest.size() == 1) return nearest.front();
  return whole.size() == 1 ? std::optional(whole.front()) : std::nullopt;
}

/// "generals" for "General Assembly": one of many, and no slip of the pen.
bool is_other_number(const std::vector<Near>& near, ActorId id, std::string_view wanted) {
  const std::string many = std::string(wanted) + "s";
  const std::string_view one = wanted.substr(0, wanted.size() - (wanted.ends_with('s') ? 1 : 0));
  return std::any_of(near.begin(), near.end(), [&](const Near& each) {
    return each.id == id && each.name != one &&
           (holds_word(each.name, many) || (one != wanted && holds_word(each.name, one)));
  });
}

/// The name or the alias that folds so.
std::string as_written(const Actor& actor, std::string_view folded) {
  for (const std::string& alias : actor.aliases) {
    if (fold(alias) == folded) return alias;
  }
  return actor.name;
}

}  // namespace

bool holds_words(std::string_view name, std::string_view wanted) {
  while (!wanted.empty()) {
    const auto end = std::min(wanted.find(' '), wanted.size());
    if (!holds_word(name, wanted.substr(0, end))) return false;
    wanted.remove_prefix(std::min(end + 1, wanted.size()));
  }
  return true;
}

NameLookup find_near_names(const NameBook& names, const std::string& wanted) {
  std::vector<ActorId> prefixed, holding;
  std::vector<Near> near;
  const std::size_t limit = std::min<std::size_t>(3, wanted.size() / 3);
  names.scan([&](std::string_view name, ActorId id) {
    if (name.starts_with(wanted)) add(prefixed, id);
    if (holds_words(name, wanted)) add(holding, id);
    const std::size_t distance = name_distance(name, wanted, limit);
    if (distance <= limit) near.push_back({distance, std::string(name), id});
  });
  if (!holding.empty()) return {.ids = std::move(holding)};
  if (!prefixed.empty() && wanted.size() >= 3) return {.ids = std::move(prefixed), .begins = true};
  std::sort(near.begin(), near.end());
  const Store& store = names.store();
  NameLookup result;
  result.misspelt = misspelt_actor(near, wanted);
  if (result.misspelt && is_other_number(near, *result.misspelt, wanted)) {
    const auto actor = store.actor(*result.misspelt);
    if (!actor || actor->kind != ActorKind::person) result.misspelt.reset();
  }
  std::vector<ActorId> named;
  for (const Near& each : near) {
    if (std::find(named.begin(), named.end(), each.id) != named.end()) continue;
    const auto actor = store.actor(each.id);
    if (!actor) continue;
    named.push_back(each.id);
    result.nearest.push_back(as_written(*actor, each.name));
    if (result.nearest.size() == 3) break;
  }
  return result;
}

}  // namespace annals
