#include "query/verbs.h"

#include <catch2/catch.hpp>

#include "query/forms.h"
#include "tests/query/crisis.h"

namespace annals {
namespace {

/// The line with EVENT replaced by the attack of 13 September.
std::string with_event(const Store& store, std::string line) {
  const auto at = line.find("EVENT");
  if (at == std::string::npos) return line;
  const std::string id =
      ask(store, "attacks on \"US embassy in Kabul\" all").rows.at(0).cells.back();
  return line.replace(at, 5, id);
}

bool is_closed(const Answer& answer) {
  const auto has = [](const auto& all, auto id) {
    return std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
  };
  for (const Event& event : answer.events) {
    for (const Participant& each : event.participants) {
      if (!has(answer.actors, each.actor)) return false;
    }
    for (const MentionId id : event.mentions) {
      if (!has(answer.mentions, id)) return false;
    }
  }
  for (const Mention& mention : answer.mentions) {
    if (!has(answer.articles, mention.article)) return false;
  }
  return true;
}

TEST_CASE("the example of every verb is understood by that verb", "[query][verbs]") {
  const Store store = test::crisis_store();
  for (const Verb& verb : verbs()) {
    CAPTURE(verb.name, verb.example);
    const Answer answer = ask(store, with_event(store, std::string(verb.example)));
    CHECK(answer.verb == verb.name);
    CHECK(answer.understood.starts_with(std::string(verb.name) + "("));
    CHECK(is_closed(answer));
    for (const AnswerRow& row : answer.rows) CHECK(row.cells.size() == answer.columns.size());
  }
}

TEST_CASE("verbs have names of their own and every usage line a word to begin with",
          "[query][verbs]") {
  std::vector<std::string_view> names;
  for (const Verb& verb : verbs()) {
    CHECK(std::find(names.begin(), names.end(), verb.name) == names.end());
    names.push_back(verb.name);
    CHECK(!verb.summary.empty());
  }
  CHECK(forms().size() > verbs().size());
}

}  // namespace
}  // namespace annals
