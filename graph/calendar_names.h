#pragma once

#include <array>
#include <optional>
#include <string_view>

#include <date/date.h>

namespace annals {

inline constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// From Sunday on, as date::weekday::c_encoding() counts.
inline constexpr std::array<std::string_view, 7> weekday_names = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

/// The month or the day of the week that has this name in full, in capitals or not.
[[nodiscard]] std::optional<date::month> find_month(std::string_view word);
[[nodiscard]] std::optional<date::weekday> find_weekday(std::string_view word);

}  // namespace annals
