#include "query/help.h"

#include <algorithm>
#include <vector>

#include "graph/names.h"
#include "query/forms.h"
#include "query/guide.h"
#include "query/verbs.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  any_part(text, '\n', [&](std::string_view line) {
    lines.push_back(line);
    return false;
  });
  return lines;
}

std::string_view without_blanks(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

/// The rules of the grammar without the fences of Markdown; each is one line, since nobody knows
/// how wide the reader's screen is.
std::vector<std::string> rules() {
  std::vector<std::string> result;
  for (const std::string_view line : lines_of(guide_grammar())) {
    if (line.front() == '#' || line.starts_with("```")) continue;
    if (line.front() == ' ') {
      result.back() += " " + std::string(without_blanks(line));
    } else {
      result.emplace_back(line);
    }
  }
  return result;
}

/// What the grammar means, each paragraph one line, without the marks of Markdown.
std::vector<std::string> paragraphs() {
  std::vector<std::string> result;
  for (const std::string_view line : lines_of(guide_meaning())) {
    if (line.starts_with("**")) result.emplace_back();
    if (!result.back().empty()) result.back() += ' ';
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line.substr(i, 2) == "**") {
        ++i;
      } else {
        result.back() += line[i];
      }
    }
  }
  return result;
}

std::string name_of_rule(std::string_view rule) {
  return fold(without_blanks(rule.substr(0, rule.find('='))));
}

/// Whether the word or words are one of the choices of the rule.
bool has_choice(std::string_view rule, std::string_view name) {
  std::string choices(rule.substr(rule.find('=') + 1));
  for (char& c : choices)
    c = std::string_view("()[]{}\"").find(c) == std::string_view::npos ? c : '|';
  return any_part(choices, '|', [&](std::string_view each) { return fold(each) == name; });
}

/// Whether the heading of a paragraph has the word, or the plural of it.
bool is_headed(std::string_view paragraph, const std::string& name) {
  const std::string heading = " " + fold(paragraph.substr(0, paragraph.find('.'))) + " ";
  return heading.find(" " + name + " ") != std::string::npos ||
         heading.find(" " + name + "s ") != std::string::npos;
}

/// The rule that is called so, else those with such a choice.
std::vector<std::string> rules_on(std::string_view name) {
  std::vector<std::string> called, choosing;
  for (const std::string& rule : rules()) {
    if (name_of_rule(rule) == name) called.push_back(rule);
    if (has_choice(rule, name)) choosing.push_back(rule);
  }
  return called.empty() ? choosing : called;
}

/// The rules on it, and the paragraphs that have it, or such a rule, in their heading.
std::string help_on_grammar(const std::string& name) {
  std::string help;
  std::vector<std::string> names = {name};
  for (const std::string& rule : rules_on(name)) {
    help += rule + "\n";
    names.push_back(name_of_rule(rule));
  }
  for (const std::string& paragraph : paragraphs()) {
    const bool headed = std::any_of(names.begin(), names.end(), [&](const std::string& each) {
      return is_headed(paragraph, each);
    });
    if (headed) help += (help.empty() ? "" : "\n") + paragraph + "\n";
  }
  return help;
}

std::string help_on_type(const TypeWord& word) {
  return (word.type.empty() ? "all" : std::string(word.type)) +
         (word.cameo.empty() ? "" : " " + std::string(word.cameo)) + ": " + words_of_type(word) +
         "\n";
}

std::string help_on_verb(const Verb& verb) {
  std::string help;
  for (const std::string_view line : lines_of(verb.usage)) help += "  " + std::string(line) + "\n";
  return help + std::string(verb.summary) + "\nexample: " + std::string(verb.example) + "\n";
}

/// The usage lines that begin with the word: "how many TYPE" of "how".
std::string help_on_beginning(const std::string& name) {
  std::string help;
  std::string_view last;
  for (const Form& form : forms()) {
    const auto& first = form.pieces.front().words;
    const std::string_view line = usage_line(*form.verb, form.line);
    if (line == last || std::find(first.begin(), first.end(), name) == first.end()) continue;
    help += "  " + std::string(line) + "\n";
    last = line;
  }
  return help;
}

std::string all_rules() {
  std::string help;
  for (const std::string& rule : rules()) help += rule + "\n";
  for (const std::string& paragraph : paragraphs()) help += "\n" + paragraph + "\n";
  return help;
}

std::string all_types() {
  std::string help;
  for (const TypeWord& word : type_words()) help += help_on_type(word);
  return help;
}

std::string all_verbs() {
  std::string help;
  for (const Verb& verb : verbs()) {
    constexpr std::size_t width = 10;
    const std::string first =
        std::string(verb.name) +
        std::string(verb.name.size() < width ? width - verb.name.size() : 1, ' ');
    help += first + std::string(verb.summary) + "\n" + std::string(first.size(), ' ') +
            std::string(verb.example) + "\n";
  }
  return help;
}

}  // namespace

std::string format_help(std::string_view name) {
  const std::string folded = fold(name);
  if (folded.empty()) return all_verbs();
  if (folded == "dates" || folded == "grammar") return all_rules();
  if (folded == "events" || folded == "types") return all_types();
  if (const Verb* verb = find_verb(folded)) return help_on_verb(*verb);
  std::string help = help_on_grammar(folded);
  if (help.empty()) help = help_on_beginning(folded);
  if (const TypeWord* type = type_of_word(folded); help.empty() && type != nullptr)
    help = help_on_type(*type);
  return help;
}

}  // namespace annals
