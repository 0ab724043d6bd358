#include "ingest/events/numbers.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "graph/ascii.h"

namespace annals {
namespace {

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
double joined(std::string_view word, const NumberWords& words) {
  const std::size_t dash = word.find('-');
  if (dash == std::string_view::npos) return words.cardinal(word);
  const double tens = words.cardinal(word.substr(0, dash));
  const double ones = words.cardinal(word.substr(dash + 1));
  return tens >= 20 && ones >= 1 && ones < 10 ? tens + ones : -1;
}

/// Words before a number that are none of it: "of dozens", "the 16".
bool says_which(std::string_view word) {
  return word == "of" || word == "the" || word == "these" || word == "those" || word == "all";
}

/// The scale that goes on with a number: "one [million]", "hundreds [of thousands]", "two [and a
/// half million]"; `last` when there is none.
std::int32_t scale_behind(const SentenceTree& tree, const NumberWords& words, std::int32_t last) {
  std::int32_t at = last + 1;
  while (at < tree.size() && at <= last + 3 &&
         (is_small_word(tree, at) || tree.token(at).form == "of" || tree.token(at).form == "and"))
    ++at;
  const bool joined_on = at < tree.size();
  return joined_on && words.scale(lowered(tree.token(at).form)) > 0 ? at : last;
}

}  // namespace

bool is_small_word(const SentenceTree& tree, std::int32_t at) {
  const std::string word = lowered(tree.token(at).form);
  return word == "a" || word == "an" || word == "half";
}

NumberPhrase number_of(const SentenceTree& tree, const NumberWords& words, std::int32_t token,
                       std::string_view text) {
  std::int32_t number = -1;
  if (tree.token(token).upos == Upos::NUM || words.scale(tree.token(token).lemma) > 0 ||
      words.scale(lowered(tree.token(token).form)) > 0) {
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
  if (const std::int32_t more = scale_behind(tree, words, last); more > last) last = more;
  while (first < last && says_which(lowered(tree.token(first).form))) ++first;
  const double value = read_number(tree, words, first, last);
  if (value < 0) return {};
  const Span span{tree.token(first).span.begin, tree.token(last).span.end};
  return {value, std::string(slice(text, span))};
}

double read_number(const SentenceTree& tree, const NumberWords& words, std::int32_t first,
                   std::int32_t last) {
  double total = -1;
  bool half = false;
  bool one = false;
  for (std::int32_t at = first; at <= last; ++at) {
    const std::string word = lowered(tree.token(at).form);
    half = half || word == "half";
    one = one || word == "a" || word == "an";
    double value = figures(word);
    if (value < 0) value = joined(word, words);
    if (value >= 0) {
      total = total < 0 ? value : total + value;
      continue;
    }
    double scale = words.scale(word);
    if (scale < 0) continue;
    if (half) total = std::max(total, 0.0) + 0.5;  // "half a million", "two and a half million"
    half = false;
    // "hundreds of thousands"
    if (total > 0 && word.ends_with('s')) scale = words.scale(word.substr(0, word.size() - 1));
    total = total < 0 ? scale : total * scale;
  }
  return total < 0 && one ? 1 : total;
}

}  // namespace annals
