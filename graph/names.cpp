#include "graph/names.h"

#include <algorithm>
#include <vector>

#include <utf8proc.h>

namespace annals {
namespace {

bool is_word(utf8proc_category_t category) {
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LL ||
         category == UTF8PROC_CATEGORY_LT || category == UTF8PROC_CATEGORY_LM ||
         category == UTF8PROC_CATEGORY_LO || category == UTF8PROC_CATEGORY_ND ||
         category == UTF8PROC_CATEGORY_NL || category == UTF8PROC_CATEGORY_NO;
}

bool is_mark(utf8proc_category_t category) {
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
         category == UTF8PROC_CATEGORY_ME || category == UTF8PROC_CATEGORY_CF;
}

void append(std::string& out, utf8proc_int32_t code_point) {
  utf8proc_uint8_t buffer[4];
  const auto size = utf8proc_encode_char(code_point, buffer);
  for (utf8proc_ssize_t i = 0; i < size; ++i) out += static_cast<char>(buffer[i]);
}

void append_folded(std::string& out, utf8proc_int32_t code_point, bool& gap) {
  utf8proc_int32_t parts[32];
  int boundary = 0;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
  const auto count = utf8proc_decompose_char(code_point, parts, 32, options, &boundary);
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 32); ++i) {
    const auto category = utf8proc_category(parts[i]);
    if (is_mark(category)) continue;
    if (!is_word(category)) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    append(out, utf8proc_tolower(parts[i]));
  }
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {  // the common case, without tables
      const bool upper = byte >= 'A' && byte <= 'Z';
      if (upper || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
        if (gap && !out.empty()) out += ' ';
        gap = false;
        out += static_cast<char>(upper ? byte + 32 : byte);
      } else {
        gap = true;
      }
      ++i;
      continue;
    }
    utf8proc_int32_t code_point = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + i,
                                       static_cast<utf8proc_ssize_t>(text.size() - i), &code_point);
    if (size <= 0) {
      gap = true;
      ++i;
      continue;
    }
    append_folded(out, code_point, gap);
    i += static_cast<std::size_t>(size);
  }
  return out;
}

std::vector<std::string_view> folded_words(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const auto end = std::min(folded.find(' '), folded.size());
    words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<std::size_t> before(a.size() + 1), above(a.size() + 1), row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) above[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    row[0] = j;
    std::size_t least = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      row[i] = std::min({above[i] + 1, row[i - 1] + 1, above[i - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[i] = std::min(row[i], before[i - 2] + 1);
      }
      least = std::min(least, row[i]);
    }
    if (least > limit) return limit + 1;
    before.swap(above);
    above.swap(row);
  }
  return std::min(above[a.size()], limit + 1);
}

std::size_t nearest_name(std::string_view name, std::span<const std::string> candidates) {
  const std::string wanted = fold(name);
  std::size_t limit = std::min<std::size_t>(3, wanted.size() / 3);
  std::size_t best = candidates.size();
  for (std::size_t i = 0; i < candidates.size() && (best == candidates.size() || limit > 0); ++i) {
    const std::size_t bound = best == candidates.size() ? limit : limit - 1;
    const std::size_t distance = edit_distance(wanted, fold(candidates[i]), bound);
    if (distance <= bound) {
      best = i;
      limit = distance;
    }
  }
  return best;
}

}  // namespace annals
