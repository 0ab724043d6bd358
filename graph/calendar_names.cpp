#include "graph/calendar_names.h"

#include <algorithm>

#include "graph/ascii.h"

namespace annals {
namespace {

template <std::size_t size>
std::optional<unsigned> find_name(const std::array<std::string_view, size>& names,
                                  std::string_view word) {
  const auto* const at = std::find_if(names.begin(), names.end(), [word](std::string_view name) {
    return std::equal(name.begin(), name.end(), word.begin(), word.end(),
                      [](char a, char b) { return to_lower(a) == to_lower(b); });
  });
  if (at == names.end()) return std::nullopt;
  return static_cast<unsigned>(at - names.begin());
}

}  // namespace

std::optional<date::month> find_month(std::string_view word) {
  const auto found = find_name(month_names, word);
  if (!found) return std::nullopt;
  return date::month{*found + 1};
}

std::optional<date::weekday> find_weekday(std::string_view word) {
  const auto found = find_name(weekday_names, word);
  if (!found) return std::nullopt;
  return date::weekday{*found};
}

}  // namespace annals
