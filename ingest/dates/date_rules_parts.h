#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/dates/date_rules.h"
#include "ingest/dates/time_words.h"
#include "ingest/text/rules.h"

namespace annals {

/// A kind of word that a pattern asks for: `{weekday}`. Index in DateRules::Parts::classes.
using WordClass = std::uint8_t;
inline constexpr std::size_t most_classes = 64;

/// Classes that no list of words gives but the shape of a word does.
namespace shape {
enum : WordClass {
  any,
  number,
  ordinal,
  day,
  year,
  hour,
  clock,
  decade,
  isodate,
  slashdate,
  count
};
}
inline constexpr std::array<std::string_view, shape::count> shape_names = {
    "any", "number", "ordinal", "day", "year", "hour", "clock", "decade", "isodate", "slashdate"};

/// What dates.words says of a word.
struct DateWord {
  struct Sense {
    WordClass word_class = 0;
    std::string value;
    bool capital = false;  ///< only when written with a capital letter
  };
  std::uint16_t id = 0;             ///< from 1
  std::uint64_t classes = 0;        ///< of all senses
  std::uint64_t classes_small = 0;  ///< of the senses that need no capital
  std::vector<Sense> senses;
};

/// One rule: what to do with the words that its pattern took.
struct DateRule {
  std::string where;        ///< "dates.rules:14"
  std::uint8_t action = 0;  ///< index in the table of actions
  std::vector<std::string> arguments;
  bool nothing = false;  ///< the action `none`: these words are no time
};

/// A sentence with its expression in brackets, and the value that the rule above it gives.
struct DateExample {
  RuleLine line;
  std::string text;  ///< without the brackets
  std::string expression;
  std::string value;      ///< "none" when nothing must be found
  std::string published;  ///< "1998-02-13"
  std::size_t rule = 0;
};

/// A step of the automaton: takes one word of `label` and goes on at `target`.
struct DateStep {
  bool is_class = false;
  std::uint16_t label = 0;  ///< a word's id or a class
  std::uint8_t capture =
      0;  ///< index in Parts::captures of the name that the word is kept under; 0 for none
  bool inside = true;  ///< belongs to the expression, not to its surroundings
  std::uint16_t target = 0;
};

/// Where the automaton may go on, and the rule that is complete here (or -1).
struct DateState {
  std::vector<DateStep> steps;
  std::uint64_t classes = 0;  ///< classes that some step takes
  bool words = false;         ///< some step takes a word of its own
  std::int32_t rule = -1;
};

/// The longest pattern, in words. Keeps matching linear whatever the text is.
inline constexpr std::size_t longest_pattern = 24;

struct DateRules::Parts {
  std::vector<std::string> classes;   ///< shapes first
  std::vector<std::string> captures;  ///< names; the first is ""
  std::unordered_map<std::string, DateWord> words;
  std::vector<DateRule> rules;
  std::vector<DateExample> examples;
  TimeWords time_words;
  std::vector<DateState> states;                      ///< state 0 begins every rule
  std::vector<std::vector<DateStep>> first_by_word;   ///< steps of state 0 by word id
  std::vector<std::vector<DateStep>> first_by_class;  ///< and by class
  std::uint64_t first_classes = 0;                    ///< classes that begin some rule

  [[nodiscard]] std::optional<WordClass> find_class(std::string_view name) const;
  [[nodiscard]] const DateWord* find_word(const std::string& lower) const;
  [[nodiscard]] std::uint8_t capture_of(std::string_view name) const;
};

/// Adds the lines of dates.words or numbers.words to `parts`. Throws Error(rule).
void add_date_words(DateRules::Parts& parts, const std::vector<RuleLine>& lines);

/// Compiles the lines of dates.rules into `parts`. Throws Error(rule).
void add_date_rules(DateRules::Parts& parts, const std::vector<RuleLine>& lines);

/// Adds `pattern` to the automaton, as what `rule` takes. `macros` are the parts defined with
/// `let`. Throws Error(rule) at `line`.
void add_date_pattern(DateRules::Parts& parts, const RuleLine& line, std::string_view pattern,
                      const std::unordered_map<std::string, std::string>& macros,
                      std::int32_t rule);

/// Joins what patterns have in common from their beginnings on, so that "the" is followed once and
/// not once for each of the patterns that begin with it. What is matched and captured stays the
/// same. Source: the subset construction of M. Rabin and D. Scott, "Finite automata and their
/// decision problems", 1959, with steps for symbols.
void join_date_states(DateRules::Parts& parts);

/// Notes of each state what it takes, and collects the steps that begin a rule. Once, when all
/// patterns are there; DateMatcher needs it.
void index_date_steps(DateRules::Parts& parts);

/// The word, added when it is new.
DateWord& date_word(DateRules::Parts& parts, const std::string& lower);

}  // namespace annals
