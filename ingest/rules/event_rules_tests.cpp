#include "ingest/rules/event_rules_tests.h"

#include <algorithm>
#include <optional>

namespace annals {
namespace {

struct Kind {
  std::string_view word;
  Asks asks;
};

constexpr Kind kinds[] = {{"actor", Asks::actor},
                          {"person", Asks::person},
                          {"place", Asks::place},
                          {"country", Asks::territory},
                          {"private", Asks::private_people},
                          {"self", Asks::self},
                          {"own", Asks::own}};

Asks read_kind(const RuleLine& line, std::string_view word) {
  std::string known;
  for (const Kind& kind : kinds) {
    if (kind.word == word) return kind.asks;
    known += (known.empty() ? "" : ", ") + std::string(kind.word);
  }
  fail_rule(line, "unknown kind \"" + std::string(word) + "\"; there are: " + known);
}

}  // namespace

Condition read_condition(const RuleLine& line, const std::string& word, const ExpandWord& expand) {
  Condition test;
  const std::size_t cut = word.find_first_of("=~");
  if (cut == std::string::npos) {
    test.negated = word.starts_with('!');
    test.slot = word.substr(test.negated ? 1 : 0);
    return test;
  }
  test.negated = cut > 0 && word[cut - 1] == '!';
  test.slot = word.substr(0, cut - (test.negated ? 1 : 0));
  const std::string value = word.substr(cut + 1);
  if (word[cut] == '=') {
    test.asks = Asks::lemma;
    for (const std::string& part : split_at(value, ",")) {
      for (const std::string& lemma : expand(part)) test.lemmas.push_back(lemma);
    }
    std::sort(test.lemmas.begin(), test.lemmas.end());
  } else {
    test.asks = read_kind(line, value);
  }
  if (test.slot.starts_with('!'))
    fail_rule(line, "write \"" + word.substr(1, cut - 1) + "!" + word.substr(cut) + "\" for \"" +
                        word + "\"");
  if (test.slot.empty()) fail_rule(line, "a test needs a slot: \"" + word + "\"");
  return test;
}

}  // namespace annals
