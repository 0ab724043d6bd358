#include "export/archive.h"

#include <sstream>

#include <catch2/catch.hpp>

#include "graph/error.h"

namespace annals {
namespace {

/// Facts with something in every field.
Facts full_facts() {
  Facts facts;
  auto& article = facts.article;
  article.text = "Zürich, 3 May. \"Keller\" met Demir last week <b>.\n";
  article.id = {0xFEDCBA9876543210ULL};
  article.name = "a-1";
  article.path = "in/a.txt#2";
  article.source = "Harbor Wire";
  article.title = "Keller met Demir";
  article.url = "https://example.org/a?b=1&c=2";
  article.published = parse_edtf("2014-05-03");
  article.published_basis = PublishedBasis::dateline;
  article.published_text = "3 May";
  article.blocks = {{{0, 16}, BlockKind::dateline}, {{16, 50}, BlockKind::body}};
  facts.sentences = {{16, 49}};
  facts.timexes = {{{35, 44}, "DATE", "2014-W17", "MID", *parse_edtf("2014-04-21/2014-04-27")}};
  Actor keller;
  keller.id = {1};
  keller.name = "Keller";
  keller.aliases = {"K.", "Nora"};
  keller.code = "CHEGOV";
  keller.country = "CHE";
  keller.roles = {{"minister", "CHEGOV", *parse_edtf("2014-05-03")}, {"aide", "CHE", EventDate{}}};
  Actor demir;
  demir.id = {2};
  demir.kind = ActorKind::armed_group;
  demir.name = "Demir";
  facts.actors = {keller, demir};
  Mention mention;
  mention.id = {77};
  mention.article = article.id;
  mention.type = "CONSULT";
  mention.mode = "visit";
  mention.cameo = "042";
  mention.participants = {{{1}, Role::other, {17, 23}}, {{2}, Role::target, {29, 34}}};
  mention.date = *parse_edtf("2014-04-21/2014-04-27");
  mention.date.approximate = true;
  mention.date_basis = DateBasis::expression;
  mention.date_text = "last week";
  mention.status = Status::alleged;
  mention.said_by = ActorId{2};
  mention.place =
      Place{.name = "Zürich", .country = "CHE", .latitude = 47.3769, .longitude = 8.5417};
  mention.counts = {{"killed", 4, "at least four"}};
  mention.confidence = 0.1 + 0.2;
  mention.rule = "consult.rules:3";
  mention.evidence = {16, 44};
  mention.trigger = {25, 28};
  mention.sentence = {16, 49};
  mention.brief = {{17, 28}, {29, 34}};
  facts.mentions = {mention};
  facts.language = 0xABCDEF;
  return facts;
}

TEST_CASE("facts come back equal from their line", "[export][archive]") {
  const auto facts = full_facts();
  const auto line = format_facts(facts);
  CHECK(line.find('\n') == std::string::npos);
  CHECK(parse_facts(line) == facts);
  CHECK(format_facts(parse_facts(line)) == line);
  CHECK(parse_facts(format_facts(Facts{})) == Facts{});
}

TEST_CASE("every kind of date comes back equal", "[export][archive]") {
  auto facts = full_facts();
  for (const auto* edtf :
       {"2011", "2011-09", "2011-22", "2011-33", "199X", "../2012-07-30", "2012-05-03/..",
        "XXXX-08", "XXXX-08-13", "", "2011-09-13~", "2012-07-30/2012-08-05"}) {
    CAPTURE(edtf);
    facts.mentions[0].date = *parse_edtf(edtf);
    CHECK(parse_facts(format_facts(facts)) == facts);
  }
  // Seven days from Monday to Sunday are a week to EDTF, whatever they were.
  facts.mentions[0].date = *parse_edtf("2012-07-30/2012-08-05");
  facts.mentions[0].date.precision = Precision::interval;
  CHECK(parse_facts(format_facts(facts)) == facts);
}

TEST_CASE("an archive read into an empty store and written again has the same bytes",
          "[export][archive]") {
  auto store = Store::in_memory();
  store.add(full_facts());
  auto second = full_facts();
  second.article.id = {5};
  second.article.path = "in/b.txt";
  second.mentions[0].article = {5};
  second.mentions[0].id = {78};
  store.add(second);
  store.put_decision({9, R"({"same":["a","b"]})"});
  std::ostringstream first;
  write_archive(first, store);
  auto again = Store::in_memory();
  std::istringstream in(first.str());
  const auto counts = read_archive(in, again);
  CHECK(counts.articles == 2);
  CHECK(counts.decisions == 1);
  std::ostringstream copy;
  write_archive(copy, again);
  CHECK(copy.str() == first.str());
  std::istringstream twice(first.str());
  CHECK(read_archive(twice, again).known == 2);
}

TEST_CASE("a bad archive names the line and the trouble", "[export][archive]") {
  struct Row {
    std::string text;
    const char* message;
  };
  const auto good = format_facts(full_facts());
  const auto changed = [&](std::string_view from, std::string_view to) {
    auto text = good;
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
  };
  const Row rows[] = {
      {"hello", "line 1: not a line of an Annals archive"},
      {"[1]", "line 1: not a line of an Annals archive"},
      {"{\"record\":\"poem\"}",
       "line 1: unknown record \"poem\"; there are: archive, facts, table, actor, row"},
      {"{\"record\":\"archive\",\"schema\":\"annals.archive/2\"}",
       "line 1: an archive of a newer version"},
      {"\n" + changed("\"status\":\"alleged\"", "\"status\":\"sung\""),
       "line 2: \"sung\" is no status"},
      {changed("\"evidence\":[16,44]", "\"evidence\":[16,4400]"), "line 1: a span lies outside"},
      {changed("\"said_by\":\"0000000000000002\"", "\"said_by\":\"0000000000000003\""),
       "line 1: a mention is said by"},
      {changed("\"cameo\":\"042\"", "\"cameo\":42"), "line 1: "},
      {good.substr(0, good.size() / 2), "line 1: not a line of an Annals archive"},
  };
  for (const auto& row : rows) {
    auto store = Store::in_memory();
    std::istringstream in(row.text);
    try {
      read_archive(in, store);
      FAIL("accepted: " << row.text);
    } catch (const Error& error) {
      CAPTURE(error.what());
      CHECK(error.kind() == ErrorKind::input);
      CHECK(std::string(error.what()).starts_with(row.message));
    }
  }
}

}  // namespace
}  // namespace annals
