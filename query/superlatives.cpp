#include "query/superlatives.h"

#include <algorithm>
#include <span>
#include <string>

#include "query/bounds.h"
#include "query/periods.h"
#include "query/request.h"
#include "query/type_words.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Words = std::vector<Word>;

bool is_at(const Words& words, std::size_t at, std::initializer_list<std::string_view> choices) {
  return at < words.size() && is_one_of(words[at], choices);
}

std::string_view period_at(const Words& words, std::size_t at) {
  return at < words.size() ? period_unit(words[at]) : std::string_view();
}

/// What events are sorted by for a word for what they count; empty where they are not.
std::string sort_of(std::string_view word) {
  const std::string_view sort = participle_of(counted_by(word));
  const auto* const end = std::end(sort_keys);
  return std::string(std::find(std::begin(sort_keys), end, sort) == end ? "" : sort);
}

/// What "most" stands beside: "the most people were killed", "killed most".
struct Most {
  std::size_t begin = 0, end = 0;
  std::string sort;
};

Most most_at(const Words& words, std::size_t at) {
  if (!is_at(words, at, {"most"}) && !is_at(words, at, {"highest"})) return {};
  Most most{.begin = at, .end = at + 1, .sort = {}};
  if (at > 0 && is_one_of(words[at - 1], {"the"})) --most.begin;
  while (most.end < words.size() && (stands_in(WordList::counted, words[most.end]) ||
                                     is_one_of(words[most.end], {"number", "of"}) ||
                                     stands_in(WordList::auxiliary, words[most.end])))
    ++most.end;
  const bool behind = most.end < words.size() && !counted_by(words[most.end].folded).empty();
  if (behind) {
    most.sort = sort_of(words[most.end++].folded);
    if (is_at(words, most.end, {"toll"})) ++most.end;
  } else if (most.begin > 0) {
    most.sort = sort_of(words[most.begin - 1].folded);
    if (!most.sort.empty()) --most.begin;
  }
  return most;
}

/// "which attack" of "which attack killed most people": the words for events before `end`.
Words kind_before(const Words& words, std::size_t end) {
  std::size_t at = 0;
  while (at < end && is_one_of(words[at], {"which", "what", "the", "list", "show"})) ++at;
  const auto kind = find_kind(std::span<const Word>(words).first(end).subspan(at));
  if (!kind) return {};
  const auto begin = words.begin() + static_cast<std::ptrdiff_t>(at);
  return {begin, begin + static_cast<std::ptrdiff_t>(kind->count)};
}

std::vector<std::string> sorted(const std::string& by) { return {"sort", "by", by, "descending"}; }

void ask_by_period(Words& words, std::size_t end, const std::string& sort,
                   std::string_view period) {
  std::vector<std::string> question = {"how", "many", "people",           "were",
                                       sort,  "per",  std::string(period)};
  for (std::string& word : sorted(sort)) question.push_back(std::move(word));
  replace(words, 0, end, question);
}

/// "the deadliest day in 2006"
bool write_deadliest(Words& words) {
  static const std::vector<WordRow> superlatives = rows_of(WordTable::superlatives);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string sort;
    const std::size_t count = entry_of(superlatives, std::span<const Word>(words).subspan(i), sort);
    const std::string_view period = count > 0 ? period_at(words, i + count) : std::string_view();
    if (period.empty() || sort != "killed") continue;
    ask_by_period(words, i + count + 1, sort, period);
    return true;
  }
  return false;
}

/// "which attack killed the most people", "most wounded in a single attack", "which month had the
/// most deaths"
void write_most(Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Most most = most_at(words, i);
    if (most.sort.empty()) continue;
    for (std::size_t at = 0; at < most.begin; ++at) {
      if (const std::string_view period = period_at(words, at); !period.empty())
        return ask_by_period(words, most.end, most.sort, period);
    }
    Words kind = kind_before(words, most.begin);
    std::size_t end = most.end;
    if (kind.empty() && is_at(words, end, {"in", "by", "during"})) {
      ++end;
      while (is_at(words, end, {"a", "an", "one", "any", "single", "the"})) ++end;
      const auto found = find_kind(std::span<const Word>(words).subspan(end));
      if (!found || most.begin > 1) return;
      for (std::size_t n = 0; n < found->count; ++n) kind.push_back(words[end++]);
    }
    if (kind.empty()) return;
    replace(words, 0, end, sorted(most.sort));
    words.insert(words.begin(), kind.begin(), kind.end());
    return;
  }
}

}  // namespace

void write_superlatives(Words& words) {
  if (!write_deadliest(words)) write_most(words);
}

}  // namespace annals
