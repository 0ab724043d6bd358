#include "link/wording.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <vector>

#include "link/days.h"

namespace annals {
namespace {

/// How many bytes apart the trigger words stand, each counted from the beginning of its sentence.
int trigger_shift(const Mention& a, const Mention& b) {
  const auto place = [](const Mention& each) {
    return static_cast<int>(each.trigger.begin) - static_cast<int>(each.sentence.begin);
  };
  return std::abs(place(a) - place(b));
}

std::size_t words_in_common(const Telling& a, const Telling& b) {
  std::vector<std::uint64_t> common;
  std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(),
                        std::back_inserter(common));
  return common.size();
}

}  // namespace

bool is_in_one_sentence(const LinkedTelling& a, const LinkedTelling& b) {
  constexpr int spaces = 4;
  return a.telling->sentence == b.telling->sentence && a.telling->trigger == b.telling->trigger &&
         trigger_shift(a.mention(), b.mention()) <= spaces;
}

bool is_in_same_words(const LinkedTelling& a, const LinkedTelling& b) {
  return a.article != b.article && a.telling->words.size() >= fewest_words_of_copies &&
         is_in_one_sentence(a, b);
}

bool is_edited(const LinkedTelling& a, const LinkedTelling& b) {
  constexpr std::size_t fewest = 8;
  constexpr double most_alike = 0.75;  // of all words of the two
  constexpr int some_words = 30;
  if (a.article == b.article || a.telling->trigger != b.telling->trigger) return false;
  if (a.mention().status != b.mention().status) return false;
  const auto apart = days_between(*a.article, *b.article);
  if (!apart || *apart > one_news) return false;
  const std::size_t one = a.telling->words.size(), other = b.telling->words.size();
  if (std::min(one, other) < fewest || trigger_shift(a.mention(), b.mention()) > some_words)
    return false;
  const auto common = static_cast<double>(words_in_common(*a.telling, *b.telling));
  return common >= most_alike * (static_cast<double>(one + other) - common);
}

bool is_one_word(const Telling& a, const Telling& b) {
  constexpr std::size_t stem = 4, ending = 4;  // letters at least, and at most
  const std::string_view one = a.trigger, other = b.trigger;
  if (one == other) return true;
  if (one.find(' ') != std::string_view::npos || other.find(' ') != std::string_view::npos)
    return false;
  const auto parted = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  const auto common = static_cast<std::size_t>(parted.first - one.begin());
  return common >= stem && std::max(one.size(), other.size()) <= common + ending;
}

bool is_in_like_words(const Telling& a, const Telling& b) {
  constexpr std::size_t fewest = 4;
  constexpr double most = 0.4;  // of the shorter sentence
  const std::size_t shorter = std::min(a.words.size(), b.words.size());
  if (shorter < fewest) return false;
  const std::size_t common = words_in_common(a, b);
  return common >= fewest && static_cast<double>(common) >= most * static_cast<double>(shorter);
}

int topic_support(const Telling& a, const Telling& b) {
  constexpr std::size_t fewest = 4;  // words without which a sentence has no topic
  const std::size_t shorter = std::min(a.words.size(), b.words.size());
  if (shorter < fewest) return 0;
  const std::size_t common = words_in_common(a, b);
  const double share = static_cast<double>(common) / static_cast<double>(shorter);
  if (common >= 2 && share >= 0.24) return 1;
  return common < 2 || share < 0.15 ? -1 : 0;
}

}  // namespace annals
