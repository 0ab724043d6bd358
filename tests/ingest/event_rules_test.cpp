#include "ingest/rules/event_rules.h"

#include <catch2/catch.hpp>

#include "graph/error.h"

namespace annals {
namespace {

const std::filesystem::path source_dir = ANNALS_SOURCE_DIR;

LanguageOptions english() {
  LanguageOptions options;
  options.data = source_dir / "ingest/data/english";
  return options;
}

EventRules parse(std::string_view text) {
  return EventRules::parse(text, "x.rules", Ontology::load(english()));
}

TEST_CASE("the event rules of English load and know a thousand senses", "[ingest][events]") {
  const EventRules rules = EventRules::load(english());
  CHECK(rules.sense_count() > 1000);
  CHECK(rules.examples().size() > 250);
}

TEST_CASE("a rule line says who did what to whom", "[ingest][events]") {
  const EventRules rules = parse(
      "@drink = tea coffee\n"
      "040 verb meet confer trust=0.9 : subj <> obj with if with obj!=@drink\n"
      "  + Ann met Bob. => Ann > Bob\n"
      "--- verb meet_up\n"
      "112 noun accusation\n");
  const auto senses = rules.senses(WordClass::verb, "meet");
  REQUIRE(senses.size() == 2);
  const EventRule& rule = rules.rule(senses[0].rule);
  CHECK(rule.type == "CONSULT");
  CHECK(rule.symmetric);
  CHECK(rule.trust == 0.9);
  CHECK(rule.sources == std::vector<std::string>{"subj"});
  CHECK(rule.targets == std::vector<std::string>{"obj", "with"});
  REQUIRE(rule.conditions.size() == 2);
  CHECK(rule.conditions[1].lemmas == std::vector<std::string>{"coffee", "tea"});
  CHECK(rule.conditions[1].negated);
  CHECK(rule.where == "x.rules:2");
  CHECK(senses[1].particle == "up");
  CHECK(rules.rule(senses[1].rule).code.empty());
  REQUIRE(rules.examples().size() == 1);
  CHECK(rules.examples()[0].source == "Ann");
  CHECK(rules.examples()[0].target == "Bob");
  CHECK(rules.rule(rules.senses(WordClass::noun, "accusation")[0].rule).targets.front() ==
        "against");
  const EventRules told = parse("016 verb deny object=told : subj > obj\n120 verb deny\n");
  const auto deny = told.senses(WordClass::verb, "deny");
  CHECK(told.rule(deny[0].rule).object_is_told);
  CHECK_FALSE(told.rule(deny[1].rule).object_is_told);
}

TEST_CASE("the sense that asks most comes first", "[ingest][events]") {
  const EventRules rules = parse("190 verb fire\n--- verb fire : if obj~person\n");
  CHECK(rules.rule(rules.senses(WordClass::verb, "fire")[0].rule).code.empty());
}

TEST_CASE("a rule that cannot be used is named by file and line", "[ingest][events]") {
  struct Row {
    const char* text;
    const char* message;
  };
  const auto row = GENERATE(values<Row>({
      {"999 verb meet\n", "x.rules:1: unknown code \"999\"; codes are in ontology.tsv"},
      {"040 verbs meet\n", "x.rules:1: unknown word class \"verbs\"; there are: verb, noun, adj"},
      {"040 verb\n", "x.rules:1: write a rule as: CODE verb|noun|adj WORD ... : > SLOT if TEST"},
      {"\n040 verb meet : > obj if obj=@none\n", "x.rules:2: unknown list \"@none\""},
      {"040 verb meet trust=2\n", "x.rules:1: \"2\" is no trust; write a number from 0 to 1"},
      {"040 verb meet colour=red\n",
       "x.rules:1: unknown setting \"colour\"; there are: type, mode, needs, object, trust"},
      {"040 verb meet needs=luck\n", "x.rules:1: a rule may need: target, story"},
      {"040 verb meet object=red\n", "x.rules:1: an object may be: told"},
      {"040 verb meet : > obj if obj~ghost\n",
       "x.rules:1: unknown kind \"ghost\"; there are: actor, person, place, country, private, "
       "self, own"},
      {"040 verb meet : > obj if !obj=talks\n",
       "x.rules:1: write \"obj!=talks\" for \"!obj=talks\""},
      {"  + An example.\n", "x.rules:1: an example stands under its rule"},
  }));
  CAPTURE(row.text);
  CHECK_THROWS_WITH(parse(row.text), row.message);
}

TEST_CASE("words that govern an event have an effect on its status", "[ingest][events]") {
  const EventRules rules = EventRules::load(english());
  CHECK(rules.effect(WordClass::verb, "hold") == Effect::light);
  CHECK(rules.effect(WordClass::verb, "plan") == Effect::planned);
  CHECK(rules.effect(WordClass::verb, "deny") == Effect::denied);
  CHECK(rules.effect(WordClass::adjective, "alleged") == Effect::alleged);
  CHECK(rules.effect(WordClass::verb, "sing") == Effect::none);
}

}  // namespace
}  // namespace annals
