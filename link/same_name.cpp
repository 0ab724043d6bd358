#include "link/same_name.h"

#include <algorithm>
#include <vector>

#include "graph/names.h"

namespace annals {
namespace {

using Words = std::vector<std::string_view>;

bool is_subsequence(const Words& shorter, const Words& longer) {
  std::size_t i = 0;
  for (const auto word : longer) {
    if (i < shorter.size() && shorter[i] == word) ++i;
  }
  return i == shorter.size();
}

/// The consonants of a word as transcriptions have them in common: "gaddafi", "qaddafi" and
/// "kadhafi" give "gdf", "zaheer" and "zahir" give "zhr".
std::string skeleton_of(std::string_view word) {
  std::string result;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (std::string_view("aeiouy").find(c) != std::string_view::npos) continue;
    const bool breath =
        c == 'h' && i > 0 && std::string_view("dgtkpz").find(word[i - 1]) != std::string_view::npos;
    if (breath) {
      if (word[i - 1] == 'p') result.back() = 'f';
      continue;
    }
    char sound = c;
    if (c == 'q' || c == 'k' || c == 'c') sound = 'k';
    if (c == 'w') sound = 'v';
    if (result.empty() || result.back() != sound) result += sound;
  }
  // a hard beginning is written with g, q or k
  if (!word.empty() && std::string_view("gqk").find(word.front()) != std::string_view::npos)
    result.front() = 'g';
  return result;
}

bool near_words(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < 4) return false;
  const std::size_t limit = shorter >= 7 ? 2 : 1;
  if (a[0] == b[0] && edit_distance(a, b, limit) <= limit) return true;
  // vowels, doubled letters and the letters of hard sounds are what transcriptions differ in
  const std::string skeleton = skeleton_of(a);
  const bool written_alike = a[0] == b[0] || skeleton.size() >= 3;
  return written_alike && shorter >= 5 && skeleton.size() >= 3 && skeleton == skeleton_of(b) &&
         edit_distance(a, b, 2) <= 2;
}

bool differ_in_one_near_word(const Words& a, const Words& b) {
  std::size_t differing = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    const bool cut_short = i == 0 && std::min(a[i].size(), b[i].size()) >= 4 &&
                           (a[i].starts_with(b[i]) || b[i].starts_with(a[i]));
    if (!cut_short && !near_words(a[i], b[i])) return false;
    ++differing;
  }
  return differing == 1;
}

}  // namespace

std::string bare_name(std::string_view folded, const LinkWords& known) {
  Words words = folded_words(folded);
  while (words.size() > 1 && known.is(LinkWord::name_suffix, words.back())) words.pop_back();
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool inside = i > 0 && i + 1 < words.size();
    if (inside && known.is(LinkWord::name_article, words[i])) continue;
    result.append(result.empty() ? "" : " ").append(words[i]);
  }
  return result;
}

bool may_be_one_person(std::string_view a, std::string_view b) {
  const Words first = folded_words(a);
  const Words second = folded_words(b);
  if (first.size() < 2 || second.size() < 2) return false;
  if (first == second) return true;
  if (first.size() == second.size()) return differ_in_one_near_word(first, second);
  if (first.front() != second.front() || first.back() != second.back()) return false;
  return first.size() < second.size() ? is_subsequence(first, second)
                                      : is_subsequence(second, first);
}

std::vector<std::string> spelling_keys(std::string_view bare) {
  constexpr std::size_t shortest = 4;  // a shorter word has no other spelling
  const Words words = folded_words(bare);
  std::vector<std::string> keys;
  if (words.size() < 2) return keys;
  keys.push_back(std::string(words.front()) + " .. " + std::string(words.back()));
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() < shortest) continue;
    std::string others;
    for (std::size_t j = 0; j < words.size(); ++j)
      others += (j == i ? std::string("_") : std::string(words[j])) + " ";
    keys.push_back(others + words[i].front());
    if (const auto skeleton = skeleton_of(words[i]); skeleton.size() >= 3)
      keys.push_back(others.append("~").append(skeleton));
  }
  return keys;
}

bool initial_fits(std::string_view a, std::string_view b) {
  const Words first = folded_words(a);
  const Words second = folded_words(b);
  if (first.size() < 2 || second.size() < 2 || first.back() != second.back()) return false;
  const auto short_one = first.front().size() == 1 ? first.front() : second.front();
  const auto long_one = first.front().size() == 1 ? second.front() : first.front();
  return short_one.size() == 1 && long_one.size() > 1 && short_one.front() == long_one.front();
}

std::string group_core(std::string_view folded, const LinkWords& known) {
  Words words = folded_words(folded);
  const auto is_group = [&](std::string_view word) { return known.is(LinkWord::group, word); };
  if (!words.empty() && known.is(LinkWord::determiner, words.front())) words.erase(words.begin());
  while (words.size() > 1 && is_group(words.back())) words.pop_back();
  std::string result;
  for (const auto word : words) result += (result.empty() ? "" : " ") + std::string(word);
  if (words.size() == 1 && result.size() > 4 && result.back() == 's' &&
      result[result.size() - 2] != 's') {
    result.pop_back();
  }
  return result;
}

std::string_view last_word(std::string_view folded) { return folded.substr(folded.rfind(' ') + 1); }

}  // namespace annals
