#include "ingest/text/number_words.h"

#include <charconv>
#include <optional>
#include <vector>

#include "ingest/text/rules.h"

namespace annals {
namespace {

std::optional<double> parse_value(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

double value_in(const std::unordered_map<std::string, double>& values, std::string_view word) {
  const auto found = values.find(std::string(word));
  return found == values.end() ? -1 : found->second;
}

}  // namespace

NumberWords NumberWords::load(const LanguageOptions& options) {
  NumberWords result;
  for (const RuleLine& line : read_rules(options, "numbers.words")) {
    const auto sides = split_at(line.text, ":");
    const auto head = words_of(sides[0]);
    const auto value = head.size() == 2 ? parse_value(head[1]) : std::nullopt;
    const bool cardinal = value && head[0] == "cardinal";
    if (sides.size() != 2 || !value || (!cardinal && head[0] != "scale" && head[0] != "multiple"))
      fail_rule(line, "write cardinal, scale or multiple, a number, a colon and its words");
    if (*value == 0) continue;
    auto& values = cardinal ? result.cardinals_ : result.scales_;
    for (const std::string& word : words_of(sides[1])) values.emplace(word, *value);
  }
  return result;
}

double NumberWords::cardinal(std::string_view word) const { return value_in(cardinals_, word); }
double NumberWords::scale(std::string_view word) const { return value_in(scales_, word); }

}  // namespace annals
