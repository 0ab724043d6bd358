#include "ingest/counts.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string>

namespace annals {
namespace {

struct NumberWord {
  std::string_view word;
  double value;
};

constexpr NumberWord units[] = {
    {"a", 1},         {"an", 1},       {"one", 1},      {"two", 2},        {"three", 3},
    {"four", 4},      {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},
    {"nine", 9},      {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13},
    {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},  {"thirty", 30},  {"forty", 40},     {"fifty", 50},
    {"sixty", 60},    {"seventy", 70}, {"eighty", 80},  {"ninety", 90}};
constexpr NumberWord scales[] = {{"dozen", 12},      {"dozens", 24},      {"score", 20},
                                 {"scores", 40},     {"hundred", 100},    {"hundreds", 200},
                                 {"thousand", 1000}, {"thousands", 2000}, {"million", 1e6},
                                 {"millions", 2e6},  {"mn", 1e6},         {"billion", 1e9},
                                 {"bn", 1e9},        {"trillion", 1e12}};

double value_in(std::span<const NumberWord> table, std::string_view word) {
  for (const NumberWord& row : table) {
    if (row.word == word) return row.value;
  }
  return -1;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
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

struct NumberPhrase {
  double value = -1;
  std::string words;
};

/// The number before or in the phrase of `token`, with the words that qualify it.
NumberPhrase number_of(const SentenceTree& tree, std::int32_t token, std::string_view text) {
  std::int32_t number = -1;
  if (tree.token(token).upos == Upos::NUM || value_in(scales, tree.token(token).lemma) > 0 ||
      value_in(scales, lower(tree.token(token).form)) > 0) {
    number = token;
  } else {
    number = tree.child(token, "nummod");
  }
  if (number < 0) return {};
  std::int32_t first = number;
  std::int32_t last = number;
  for (const std::int32_t child : tree.children(number)) {
    const std::string_view relation = tree.token(child).deprel;
    if (relation == "advmod" || relation == "compound" || relation == "nummod" ||
        relation == "case" || relation == "fixed" || relation == "det") {
      const auto [from, to] = tree.extent(child);
      if (to - from > 6) continue;
      first = std::min(first, from);
      if (to <= number + 1) last = std::max(last, to);
    }
  }
  const double value = read_number(tree, first, last);
  if (value < 0) return {};
  const Span words{tree.token(first).span.begin, tree.token(last).span.end};
  return {value, std::string(slice(text, words))};
}

}  // namespace

double read_number(const SentenceTree& tree, std::int32_t first, std::int32_t last) {
  double total = -1;
  for (std::int32_t at = first; at <= last; ++at) {
    const std::string word = lower(tree.token(at).form);
    double value = figures(word);
    if (value < 0) value = joined(word);
    if (value >= 0) {
      total = total < 0 || (word == "a" || word == "an") ? value : total + value;
      continue;
    }
    const double scale = value_in(scales, word);
    if (scale < 0) continue;
    const bool vague = word.ends_with('s') && word != "scores" ? true : word == "scores";
    total = total < 0 ? scale : (vague ? total * scale : total * scale);
  }
  return total;
}

std::vector<Count> find_counts(const SentenceTree& tree, const EventRules& rules,
                               std::int32_t trigger, const Frame& frame, std::string_view type,
                               std::string_view text) {
  std::vector<Count> counts;
  const auto add = [&](std::string_view what, std::int32_t token) {
    const NumberPhrase number = number_of(tree, token, text);
    const bool known = std::any_of(counts.begin(), counts.end(),
                                   [&](const Count& count) { return count.what == what; });
    if (number.value >= 0 && !known)
      counts.push_back({std::string(what), number.value, number.words});
  };
  const auto kind = [&](std::int32_t verb) -> std::string_view {
    const std::string_view lemma = tree.token(verb).lemma;
    if (rules.in_list("killing", lemma)) return "killed";
    if (rules.in_list("wounding", lemma)) return "wounded";
    return {};
  };
  const auto objects = [&](std::int32_t verb, const Frame& of, std::string_view what) {
    for (const Argument& argument : of.arguments) {
      if (argument.slot == "obj" && !what.empty()) add(what, argument.token);
    }
    // "killed five people and wounded 40", "killing at least four"
    for (const std::int32_t child : tree.children(verb)) {
      if (tree.token(child).deprel != "conj" && tree.token(child).deprel != "advcl") continue;
      const std::string_view other = kind(child);
      if (other.empty()) continue;
      const Frame inner = verb_frame(tree, child);
      if (const std::int32_t object = inner.find("obj"); object >= 0) add(other, object);
    }
  };
  std::string_view what = kind(trigger);
  const std::int32_t object = frame.find("obj");
  const bool money = object >= 0 && tree.token(object).upos == Upos::SYM;
  if (what.empty() && type == "COERCE") what = "detained";
  if (what.empty() && type == "MOBILIZE") what = "troops";
  if (what.empty() && type == "RETREAT") what = "released";
  if (what.empty() && type == "PROTEST") {
    if (const std::int32_t subject = frame.find("subj"); subject >= 0) add("people", subject);
  }
  objects(trigger, frame, money ? std::string_view("money") : what);
  if (type == "AID" && object >= 0) {
    const auto [first, last] = tree.extent(object);
    for (std::int32_t at = first; at <= last && at <= first + 24; ++at) {
      if (tree.token(at).upos == Upos::SYM && at + 1 <= last) {
        const double value = read_number(tree, at + 1, std::min(at + 2, last));
        if (value >= 0) {
          const Span words{tree.token(at).span.begin, tree.token(std::min(at + 2, last)).span.end};
          counts.push_back({"money", value, std::string(slice(text, words))});
          break;
        }
      }
    }
  }
  return counts;
}

}  // namespace annals
