#include "ingest/dates/timex.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "graph/error.h"
#include "ingest/dates/date_rules_parts.h"
#include "ingest/dates/timex_atoms.h"
#include "ingest/dates/timex_match.h"
#include "ingest/text/sentences.h"
#include "ingest/text/tokens.h"
#include "tests/ingest/text_support.h"
#include "tests/ingest/words_only.h"

using namespace annals;

namespace {

const DateRules& rules() {
  static const DateRules loaded = [] {
    LanguageOptions options;
    options.data = ANNALS_SOURCE_DIR "/ingest/data/english";
    return DateRules::load(options);
  }();
  return loaded;
}

std::vector<TimexMention> find(const std::string& text, const std::string& published) {
  Article article;
  article.text = text;
  if (!published.empty()) article.published = parse_edtf(published);
  const Analysis analysis = words_only(article.text, text_words());
  return find_timexes(article, analysis, rules());
}

std::string shown(const std::string& text, const std::vector<TimexMention>& found) {
  std::string result;
  for (const auto& mention : found) {
    if (!result.empty()) result += "; ";
    result += std::string(slice(text, mention.timex.span)) + " = " + mention.timex.value;
  }
  return result;
}

}  // namespace

TEST_CASE("every rule of dates gives what its examples say", "[ingest][timex]") {
  const auto& parts = rules().parts();
  std::vector<int> examples(parts.rules.size(), 0);
  for (const DateExample& example : parts.examples) {
    CAPTURE(example.line.where(), example.line.text);
    ++examples[example.rule];
    const auto found = find(example.text, example.published);
    const std::string got = shown(example.text, found);
    CAPTURE(got);
    if (example.value == "none") {
      CHECK(found.empty());
      continue;
    }
    CHECK(std::any_of(found.begin(), found.end(), [&](const TimexMention& mention) {
      return slice(example.text, mention.timex.span) == example.expression &&
             mention.timex.value == example.value;
    }));
  }
  for (std::size_t i = 0; i < examples.size(); ++i) {
    CAPTURE(parts.rules[i].where);
    CHECK(examples[i] > 0);
  }
}

TEST_CASE("without a publication date values stay underspecified", "[ingest][timex]") {
  struct Row {
    const char* text;
    const char* found;
  };
  const auto row = GENERATE(values<Row>({
      {"They met on Monday.", "Monday = XXXX-WXX-1"},
      {"They met in August this year.", "August this year = XXXX-08"},
      {"They met on Sept. 11.", "Sept. 11 = XXXX-09-11"},
      {"They met on Sept. 11, 2001.", "Sept. 11, 2001 = 2001-09-11"},
      {"They met last week.", "last week = XXXX-WXX"},
      {"They met yesterday.", "yesterday = XXXX-XX-XX"},
      {"They met in the third quarter.", "the third quarter = XXXX-Q3"},
      {"They met last summer.", "last summer = XXXX-SU"},
      {"They met recently.", "recently = PAST_REF"},
  }));
  CAPTURE(row.text);
  CHECK(shown(row.text, find(row.text, "")) == row.found);
}

TEST_CASE("words that only look like times are left alone", "[ingest][timex]") {
  const auto text = GENERATE(as<std::string>{}, "They may march on and fall.", "A sat phone rang.",
                             "He is 37 years old.", "Some 2000 people came.", "June 31 is no day.",
                             "On 2011-02-30 nothing was.", "At 25:00 nothing was.", "");
  CAPTURE(text);
  for (const auto& mention : find(text, "1998-02-13")) {
    CAPTURE(mention.timex.value, slice(text, mention.timex.span));
    CHECK((mention.timex.value == "1998-06" || mention.timex.value == "1997-06" ||
           mention.timex.value == "2011"));
  }
}

TEST_CASE("an expression covers the days that its words leave", "[ingest][timex]") {
  struct Row {
    const char* text;
    const char* days;
  };
  const auto row = GENERATE(values<Row>({
      {"earlier this week", "1998-02-09/1998-02-13"},
      {"later this week", "1998-02-13/1998-02-15"},
      {"early June 1997", "1997-06-01/1997-06-10"},
      {"this week", "1998-02-09/1998-02-15"},
      {"around Nov. 1", "1997-11-01~"},
      {"the past three months", ""},
      {"the weekend", "1998-02-07/1998-02-08"},
      {"1973-1990", "1973-01-01/1990-12-31"},
      {"Nov. 12-13", "1997-11-12/1997-11-13"},
      {"recently", "../1998-02-13"},
  }));
  CAPTURE(row.text);
  const auto found = find(row.text, "1998-02-13");
  REQUIRE(found.size() == 1);
  CHECK(format_edtf(found[0].timex.date) == row.days);
}

TEST_CASE("any text is read in a time that grows with its words", "[ingest][timex]") {
  std::mt19937 random(11);
  const std::vector<std::string> words = {
      "the",   "last",  "two", "or",   "three", "and", "a",      "half",    "years", "ago",
      "May",   "3",     ",",   "2011", "first", "of",  "next",   "week",    "-",     "'s",
      "early", "night", "at",  "5",    "p.m.",  "on",  "Monday", "hundred", "\xff",  "99999999999"};
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (int i = 0; i < 300; ++i) text += words[random() % words.size()] + " ";
    std::uint32_t at = 0;
    for (const auto& mention : find(text, round % 2 == 0 ? "2011-06-03" : "")) {
      REQUIRE(mention.timex.span.begin >= at);
      REQUIRE(mention.timex.span.end > mention.timex.span.begin);
      REQUIRE(mention.timex.date.first <= mention.timex.date.last);
      at = mention.timex.span.end;
    }
    REQUIRE(at <= text.size());
  }
}

TEST_CASE("joined patterns match what each of them does", "[ingest][timex]") {
  LanguageOptions options;
  options.data = ANNALS_SOURCE_DIR "/ingest/data/english";
  DateRules::Parts plain;
  plain.classes.assign(shape_names.begin(), shape_names.end());
  plain.captures.emplace_back();
  plain.states.emplace_back();
  add_date_words(plain, read_rules(options, "dates.words"));
  add_date_words(plain, read_rules(options, "numbers.words"));
  add_date_rules(plain, read_rules(options, "dates.rules"));
  DateRules::Parts joined = plain;
  join_date_states(joined);
  index_date_steps(plain);
  index_date_steps(joined);
  CHECK(joined.states.size() < plain.states.size());
  std::vector<std::string> words = {"the", "2011", "3", "of", "in", ",", "-", "a", "(", "."};
  for (const auto& [word, known] : plain.words) words.push_back(word);
  std::sort(words.begin() + 10, words.end());
  std::mt19937 random(5);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) {
      std::string word = words[random() % (random() % 2 == 0 ? 10 : words.size())];
      if (random() % 2 == 0 && word[0] >= 'a' && word[0] <= 'z') word[0] -= 'a' - 'A';
      text += word + " ";
    }
    CAPTURE(text);
    DateMatcher one(plain);
    DateMatcher other(joined);
    for (const Sentence& sentence : words_only(text, text_words()).sentences) {
      const auto atoms = date_atoms(sentence, plain);
      const auto expected = one.matches(atoms);
      const auto found = other.matches(date_atoms(sentence, joined));
      REQUIRE(found.size() == expected.size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i].begin == expected[i].begin);
        CHECK(found[i].end == expected[i].end);
        CHECK(found[i].rule == expected[i].rule);
      }
    }
  }
}

TEST_CASE("a date rule that cannot be used is named with its line", "[ingest][timex]") {
  const auto load = [](const std::string& rule) {
    DateRules::Parts parts;
    parts.classes.assign(shape_names.begin(), shape_names.end());
    parts.captures.emplace_back();
    parts.states.emplace_back();
    add_date_rules(parts, parse_rules(rule, "dates.rules"));
  };
  CHECK_THROWS_WITH(load("{monkey} -> calendar"),
                    "dates.rules:1: unknown class of words \"monkey\"; see dates.words");
  CHECK_THROWS_WITH(load("( a | b -> calendar"), "dates.rules:1: \"(\" without \")\"");
  CHECK_THROWS_WITH(load("a ) b -> calendar"), "dates.rules:1: \")\" without \"(\"");
  CHECK_THROWS_WITH(load("a? -> calendar"), "dates.rules:1: the pattern can match nothing at all");
  CHECK_THROWS_WITH(load("\n$x -> calendar"),
                    "dates.rules:2: $x is not defined above with \"let\"");
  CHECK_THROWS_WITH(load("let x = $x | a\n$x -> calendar"), "dates.rules:2: $x stands in itself");
  CHECK_THROWS_WITH(load("now"), "dates.rules:1: write PATTERN -> ACTION ARGUMENT ...");
  CHECK_THROWS_WITH(load("now -> never"),
                    Catch::StartsWith("dates.rules:1: unknown action \"never\"; there are: ago, "));
  CHECK_THROWS_WITH(load("now -> is X\n  \"now\" = X"),
                    "dates.rules:2: put the expression of the example in [brackets]");
  CHECK_THROWS_WITH(load("published May"), "dates.rules:1: \"May\" is no day; write 1998-02-13");
}
