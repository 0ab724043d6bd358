#include "ingest/text/token_addresses.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/text/abbreviations.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

/// The ends of names of sites and of files.
constexpr std::array web_ends = {".com",   ".org", ".net",  ".edu", ".gov", ".mil", ".info",
                                 ".co.uk", ".htm", ".html", ".pdf", ".doc", ".xls", ".php"};

/// The size of `chunk` without the marks that close a sentence or a bracket after an address.
std::size_t without_marks(std::string_view chunk) {
  std::size_t size = chunk.size();
  while (size > 1 &&
         std::string_view(".,;:!?)]}\"'>").find(chunk[size - 1]) != std::string_view::npos)
    --size;
  return size;
}

/// The size of "@name" or "#tag" at the front of `chunk`; 0 when there is none.
std::size_t handle_size(std::string_view chunk) {
  if (chunk.size() < 2 || (chunk[0] != '@' && chunk[0] != '#') ||
      (!is_lower(chunk[1]) && !is_upper(chunk[1])))
    return 0;
  std::size_t size = 1;
  while (size < chunk.size() && (is_word_byte(chunk[size]) || chunk[size] == '_') &&
         static_cast<unsigned char>(chunk[size]) < 0x80)
    ++size;
  return size;
}

}  // namespace

bool is_address(std::string_view chunk) {
  if (chunk.size() > 2000 || chunk.empty() || !is_word_byte(chunk[0])) return false;
  const auto begins = [&](std::string_view start) {
    return chunk.substr(0, start.size()) == start;
  };
  if (begins("http://") || begins("https://") || begins("www.") || begins("ftp://") ||
      begins("mailto:"))
    return true;
  const auto at_sign = chunk.find('@');
  if (at_sign != std::string_view::npos && at_sign > 0 && at_sign + 3 < chunk.size() &&
      is_word_byte(chunk[at_sign + 1]))
    return true;
  if (chunk.find('.') == std::string_view::npos) return false;
  const std::string lower = lowered(chunk.substr(0, without_marks(chunk)));
  if (lower.find_first_of("\"'(),;") != std::string::npos) return false;
  // A group of the old news network: "alt.animals.cat".
  const std::string_view plain = chunk.substr(0, lower.size());
  const auto dots = std::count(plain.begin(), plain.end(), '.');
  const bool small = std::all_of(plain.begin(), plain.end(), [](char c) {
    return is_lower(c) || is_digit(c) || c == '.' || c == '-';
  });
  if (dots >= 2 && small && is_lower(plain[0]) && !is_initials(plain) &&
      plain.find("..") == std::string_view::npos)
    return true;
  for (const std::string_view end : web_ends) {
    const auto found = lower.rfind(end);
    if (found == std::string::npos || found == 0) continue;
    const auto after = found + end.size();
    if (after == lower.size() || lower[after] == '/') return true;
  }
  return false;
}

std::size_t address_size(std::string_view chunk) {
  if (!is_address(chunk)) return handle_size(chunk);
  const std::size_t size = without_marks(chunk);
  const auto cut = chunk.substr(0, size).find_first_of("<>\"");
  return cut != std::string_view::npos && cut > 0 ? cut : size;
}

}  // namespace annals
