#pragma once

#include <string>
#include <vector>

#include "graph/facts.h"

namespace annals::test {

/// Somebody that a test article speaks of.
struct Who {
  std::string name;
  ActorKind kind = ActorKind::person;
  std::string country = {};
  std::vector<std::string> aliases = {};
  std::string code = {};
  std::vector<ActorRole> roles = {};
};

/// One sentence of a test article and the event that it tells.
struct Said {
  std::string sentence;   ///< the trigger stands between two '*'
  std::string type = {};  ///< no event when empty
  std::string cameo = {};
  std::vector<Who> sources = {};
  std::vector<Who> targets = {};
  std::vector<Who> others = {};
  std::string date = {};  ///< EDTF
  Status status = Status::happened;
  DateBasis basis = DateBasis::expression;
  std::string date_text = {};
  std::string place = {};
  std::string place_country = {};
  std::vector<Count> counts = {};
  std::vector<Who> said_by = {};
  double confidence = 0.8;
  std::string mode = {};
  bool title = false;  ///< the sentence is the article's title
};

/// An article of a test with its facts, as extraction would give them.
struct Told {
  std::string name;
  std::string source;
  std::string published;  ///< a day, or empty
  std::vector<Said> said;
};

/// Facts with true spans: every sentence is a line of the text.
[[nodiscard]] Facts facts_of(const Told& told);

}  // namespace annals::test
