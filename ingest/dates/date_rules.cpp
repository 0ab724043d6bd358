#include "ingest/dates/date_rules.h"

#include <algorithm>

#include "ingest/dates/date_rules_parts.h"
#include "ingest/dates/timex_actions.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

using Parts = DateRules::Parts;

WordClass class_of(Parts& parts, const RuleLine& line, const std::string& name) {
  if (const auto known = parts.find_class(name)) return *known;
  if (parts.classes.size() == most_classes)
    fail_rule(line, "too many classes of words; at most 64");
  parts.classes.push_back(name);
  return static_cast<WordClass>(parts.classes.size() - 1);
}

/// An example line: `"They met [last week]." = 1998-W06`.
DateExample example_of(const RuleLine& line, const std::string& published, std::size_t rule) {
  const auto sides = split_at(line.text, "=");
  const auto words = words_of(sides.front());
  if (sides.size() != 2 || words.size() != 1) {
    fail_rule(line, "write an example as \"It was [last week].\" = 1998-W06");
  }
  DateExample example{.line = line,
                      .text = words.front(),
                      .expression = {},
                      .value = sides[1],
                      .published = published,
                      .rule = rule};
  const auto open = example.text.find('[');
  const auto close = example.text.find(']');
  if (open != std::string::npos && close != std::string::npos && open < close) {
    example.expression = example.text.substr(open + 1, close - open - 1);
    example.text.erase(close, 1).erase(open, 1);
  } else if (example.value != "none") {
    fail_rule(line, "put the expression of the example in [brackets]");
  }
  return example;
}

DateRule rule_of(const RuleLine& line, const std::string& action_text) {
  auto words = words_of(action_text);
  if (words.empty()) fail_rule(line, "no action after \"->\"");
  DateRule rule{.where = line.where(), .action = 0, .arguments = {}, .nothing = false};
  if (words.front() == "none") {
    rule.nothing = true;
  } else if (const auto action = find_timex_action(words.front())) {
    rule.action = *action;
  } else {
    fail_rule(line, "unknown action \"" + words.front() + "\"; there are: " + timex_action_names());
  }
  rule.arguments.assign(words.begin() + 1, words.end());
  return rule;
}

}  // namespace

void index_date_steps(Parts& parts) {
  for (DateState& state : parts.states) {
    for (const DateStep& step : state.steps) {
      if (step.is_class)
        state.classes |= std::uint64_t{1} << step.label;
      else
        state.words = true;
    }
  }
  parts.first_by_word.assign(parts.words.size() + 1, {});
  parts.first_by_class.assign(parts.classes.size(), {});
  for (const DateStep& step : parts.states.front().steps) {
    (step.is_class ? parts.first_by_class : parts.first_by_word)[step.label].push_back(step);
    if (step.is_class) parts.first_classes |= std::uint64_t{1} << step.label;
  }
}

std::optional<WordClass> Parts::find_class(std::string_view name) const {
  const auto found = std::find(classes.begin(), classes.end(), name);
  if (found == classes.end()) return std::nullopt;
  return static_cast<WordClass>(found - classes.begin());
}

const DateWord* Parts::find_word(const std::string& lower) const {
  const auto found = words.find(lower);
  return found == words.end() ? nullptr : &found->second;
}

std::uint8_t Parts::capture_of(std::string_view name) const {
  const auto found = std::find(captures.begin(), captures.end(), name);
  return found == captures.end() ? 0 : static_cast<std::uint8_t>(found - captures.begin());
}

DateWord& date_word(Parts& parts, const std::string& lower) {
  DateWord& word = parts.words[lower];
  if (word.id == 0) word.id = static_cast<std::uint16_t>(parts.words.size());
  return word;
}

void add_date_words(Parts& parts, const std::vector<RuleLine>& lines) {
  for (const RuleLine& line : lines) {
    const std::size_t colon = std::min(line.text.find(": "), line.text.size());
    const auto head = words_of(line.text.substr(0, colon));
    const auto list = words_of(line.text.substr(std::min(colon + 2, line.text.size())));
    if (head.size() != 2 || list.empty()) fail_rule(line, "write CLASS VALUE: WORD WORD ...");
    const WordClass word_class = class_of(parts, line, head[0]);
    for (std::string form : list) {
      const bool capital = form.front() == '^' && form.size() > 1;
      if (capital) form.erase(0, 1);
      std::transform(form.begin(), form.end(), form.begin(), to_lower);
      DateWord& word = date_word(parts, form);
      word.senses.push_back({word_class, head[1], capital});
      word.classes |= std::uint64_t{1} << word_class;
      if (!capital) word.classes_small |= std::uint64_t{1} << word_class;
    }
  }
}

void add_date_rules(Parts& parts, const std::vector<RuleLine>& lines) {
  std::unordered_map<std::string, std::string> macros;
  std::string published;
  for (const RuleLine& line : lines) {
    const auto words = words_of(line.text);
    if (line.indented) {
      if (parts.rules.empty()) fail_rule(line, "an example without a rule above it");
      parts.examples.push_back(example_of(line, published, parts.rules.size() - 1));
    } else if (words.front() == "published" && words.size() == 2) {
      if (!parse_day(words[1])) fail_rule(line, "\"" + words[1] + "\" is no day; write 1998-02-13");
      published = words[1];
    } else if (words.front() == "let" && words.size() > 3 && words[2] == "=") {
      macros[words[1]] = line.text.substr(line.text.find('=') + 1);
    } else {
      const auto sides = split_at(line.text, "->");
      if (sides.size() != 2) fail_rule(line, "write PATTERN -> ACTION ARGUMENT ...");
      parts.rules.push_back(rule_of(line, sides[1]));
      add_date_pattern(parts, line, sides[0], macros,
                       static_cast<std::int32_t>(parts.rules.size() - 1));
    }
  }
}

DateRules::DateRules(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
DateRules::DateRules(DateRules&&) noexcept = default;
DateRules& DateRules::operator=(DateRules&&) noexcept = default;
DateRules::~DateRules() = default;

DateRules DateRules::load(const LanguageOptions& options) {
  auto parts = std::make_unique<Parts>();
  parts->classes.assign(shape_names.begin(), shape_names.end());
  parts->captures.emplace_back();
  parts->states.emplace_back();
  add_date_words(*parts, read_rules(options, "dates.words"));
  add_date_words(*parts, read_rules(options, "numbers.words"));
  add_date_rules(*parts, read_rules(options, "dates.rules"));
  join_date_states(*parts);
  index_date_steps(*parts);
  parts->time_words.add(read_rules(options, "time.words"));
  return DateRules(std::move(parts));
}

}  // namespace annals
