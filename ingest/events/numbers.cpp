#include "ingest/events/numbers.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <string_view>

#include "graph/ascii.h"

namespace annals {
namespace {

struct NumberWord {
  std::string_view word;
  double value;
};

constexpr NumberWord units[] = {
    {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
    {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
    {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
    {"eighty", 80},  {"ninety", 90}};
constexpr NumberWord scales[] = {{"tens", 20},      {"dozen", 12},      {"dozens", 24},
                                 {"score", 20},     {"scores", 40},     {"hundred", 100},
                                 {"hundreds", 200}, {"thousand", 1000}, {"thousands", 2000},
                                 {"million", 1e6},  {"millions", 2e6},  {"mn", 1e6},
                                 {"billion", 1e9},  {"bn", 1e9},        {"trillion", 1e12}};

double value_in(std::span<const NumberWord> table, std::string_view word) {
  for (const NumberWord& row : table) {
    if (row.word == word) return row.value;
  }
  return -1;
}

double figures(std::string_view word) {
  std::string digits;
  for (const char c : word) {
    if (c != ',') digits += c;
  }
  double value = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? value : -1;
}

/// "twenty-one"
double joined(std::string_view word) {
  const std::size_t dash = word.find('-');
  if (dash == std::string_view::npos) return value_in(units, word);
  const double tens = value_in(units, word.substr(0, dash));
  const double ones = value_in(units, word.substr(dash + 1));
  return tens >= 20 && ones >= 1 && ones < 10 ? tens + ones : -1;
}

/// Words before a number that are none of it: "of dozens", "the 16".
bool says_which(std::string_view word) {
  return word == "of" || word == "the" || word == "these" || word == "those" || word == "all";
}

/// The scale that goes on with a number: "one [million]", "hundreds [of thousands]", "two [and a
/// half million]"; `last` when there is none.
std::int32_t scale_behind(const SentenceTree& tree, std::int32_t last) {
  std::int32_t at = last + 1;
  while (at < tree.size() && at <= last + 3 &&
         (is_small_word(tree, at) || tree.token(at).form == "of" || tree.token(at).form == "and"))
    ++at;
  const bool joined_on = at < tree.size();
  return joined_on && value_in(scales, lowered(tree.token(at).form)) > 0 ? at : last;
}

}  // namespace

bool is_small_word(const SentenceTree& tree, std::int32_t at) {
  const std::string word = lowered(tree.token(at).form);
  return word == "a" || word == "an" || word == "half";
}

NumberPhrase number_of(const SentenceTree& tree, std::int32_t token, std::string_view text) {
  std::int32_t number = -1;
  if (tree.token(token).upos == Upos::NUM || value_in(scales, tree.token(token).lemma) > 0 ||
      value_in(scales, lowered(tree.token(token).form)) > 0) {
    number = token;
  } else {
    number = tree.child(token, "nummod");
  }
  if (number < 0) return {};
  std::int32_t first = number;
  std::int32_t last = number;
  for (const std::int32_t child : tree.children(number)) {
    const std::string_view relation = tree.token(child).deprel;
    const std::string_view lemma = tree.token(child).lemma;
    const bool bound = lemma == "least" || lemma == "most" || lemma == "more" || lemma == "less";
    if (bound || relation == "advmod" || relation == "compound" || relation == "nummod" ||
        relation == "case" || relation == "fixed" || relation == "det") {
      const auto [from, to] = tree.extent(child);
      if (to - from > 6) continue;
      first = std::min(first, from);
      if (to <= number + 1) last = std::max(last, to);
    }
  }
  while (first > 0 && is_small_word(tree, first - 1)) --first;
  if (const std::int32_t more = scale_behind(tree, last); more > last) last = more;
  while (first < last && says_which(lowered(tree.token(first).form))) ++first;
  const double value = read_number(tree, first, last);
  if (value < 0) return {};
  const Span words{tree.token(first).span.begin, tree.token(last).span.end};
  return {value, std::string(slice(text, words))};
}

double read_number(const SentenceTree& tree, std::int32_t first, std::int32_t last) {
  double total = -1;
  bool half = false;
  bool one = false;
  for (std::int32_t at = first; at <= last; ++at) {
    const std::string word = lowered(tree.token(at).form);
    half = half || word == "half";
    one = one || word == "a" || word == "an";
    double value = figures(word);
    if (value < 0) value = joined(word);
    if (value >= 0) {
      total = total < 0 ? value : total + value;
      continue;
    }
    double scale = value_in(scales, word);
    if (scale < 0) continue;
    if (half) total = std::max(total, 0.0) + 0.5;  // "half a million", "two and a half million"
    half = false;
    // "hundreds of thousands"
    if (total > 0 && word.ends_with('s')) scale = value_in(scales, word.substr(0, word.size() - 1));
    total = total < 0 ? scale : total * scale;
  }
  return total < 0 && one ? 1 : total;
}

}  // namespace annals
