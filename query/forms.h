#pragma once

#include <span>
#include <string>
#include <vector>

#include "query/verbs.h"
#include "query/words.h"

namespace annals {

/// A piece of a usage line: one word out of some, or a slot for what the asker fills in.
struct FormPiece {
  enum class Kind { words, actor, type, event, measure, number, text };
  Kind kind = Kind::words;
  std::vector<std::string> words;
};

/// One way through a usage line, with each bracket either taken or left out.
struct Form {
  const Verb* verb = nullptr;
  std::size_t line = 0;  ///< which usage line of the verb
  std::vector<FormPiece> pieces;
};

/// How many slots of the kind it has.
[[nodiscard]] std::size_t count_slots(const Form& form, FormPiece::Kind kind);

/// All forms of all verbs, in the order of the table.
[[nodiscard]] const std::vector<Form>& forms();

/// What filled a slot: words [begin, end) of the question.
struct Filled {
  FormPiece::Kind kind = FormPiece::Kind::words;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The ways in which the words fit the form. `reached` is raised to the number of pieces that
/// fitted from the left, `stopped` is then the word at which the best try ended.
[[nodiscard]] std::vector<std::vector<Filled>> fit(const Form& form, std::span<const Word> words,
                                                   std::size_t& reached, std::size_t& stopped);

/// One usage line of a verb.
[[nodiscard]] std::string_view usage_line(const Verb& verb, std::size_t line);

}  // namespace annals
