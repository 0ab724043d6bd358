#include <catch2/catch.hpp>

#include "export/words.h"
#include "graph/error.h"
#include "tests/export/sample.h"

namespace annals {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("dates are shown as precisely as they are known", "[export][words]") {
  struct Row {
    const char* edtf;
    const char* shown;
  };
  const auto row = GENERATE(values<Row>({
      {"2011-09-26", "26 Sep 2011"},
      {"2011-09-13~", "about 13 Sep 2011"},
      {"2012-07-30/2012-08-05", "week of 30 Jul 2012"},
      {"2011-09", "Sep 2011"},
      {"2011-22", "summer 2011"},
      {"2011-33", "quarter 1 of 2011"},
      {"2011", "2011"},
      {"199X", "1990s"},
      {"2011-05-02/2011-05-05", "2 to 5 May 2011"},
      {"2011-05-30/2011-06-03", "30 May to 3 Jun 2011"},
      {"2011-12-30/2012-01-03", "30 Dec 2011 to 3 Jan 2012"},
      {"../2012-07-30", "by 30 Jul 2012"},
      {"2012-05-03/..", "from 3 May 2012 on"},
      {"XXXX-08", "August of an unknown year"},
      {"XXXX-08-13", "13 August of an unknown year"},
      {"", "undated"},
  }));
  CAPTURE(row.edtf);
  const auto date = parse_edtf(row.edtf);
  REQUIRE(date);
  CHECK(display_date(*date) == row.shown);
}

TEST_CASE("a chronology tells each event once with its quote and sources", "[export][chronology]") {
  const auto text = sample::written(sample::small(), "chronology");
  CHECK(has(text, "# Chronology: timeline of the talks\n"));
  CHECK(has(text,
            "Scope: 2014-05-11 to 2014-06-30; 2 documents; 5 events (2 dated to the day, 1 less "
            "precisely, 1 only "
            "bounded, 1 undated)"));
  CHECK(has(text, "## 2014\n\n### May 2014\n\n- **11 May 2014**"));
  CHECK(has(text,
            "- **12 May 2014** (day; 2 sources) **Nora Keller and Ali Demir held talks**. "
            "`CONSULT` `E000000`"));
  CHECK(has(
      text,
      "  > \"Keller met Demir on Monday in Ankara.\" (Harbor Wire, 12 May 2014, bytes 0-37; date: "
      "\"2014-05-12\")"));
  CHECK(has(text, "## Undated\n\n- **undated**"));
  CHECK(has(text, "## Dates only bounded\n\n- **by 13 May 2014**"));
  CHECK(has(text, "\\[planned\\]"));
  CHECK(has(
      text,
      "## Planned, and what became of it\n\n- Jun 2014: Nora Keller and Ali Demir to hold talks"));
  CHECK(has(text, "1. Harbor Wire, \"Title 11\", published 2014-05-12 (stamp), `articles/11.txt`"));
  CHECK(has(text, "[^s1b0]: Source 1, bytes 0-37. \"Keller met Demir on Monday in Ankara.\""));
}

TEST_CASE("a plan that came about is linked to the event", "[export][chronology]") {
  auto builder = sample::Builder();
  builder.actor(1, ActorKind::person, "A")
      .actor(2, ActorKind::person, "B")
      .article(9, "Wire", "2014-06-01", "A will meet B in June. A met B.");
  builder.event(1, "CONSULT", "2014-06", {sample::other(1), sample::other(2)}, 9,
                "A will meet B in June.", Status::planned);
  builder.event(2, "CONSULT", "2014-06-09", {sample::other(1), sample::other(2)}, 9, "A met B.");
  CHECK(has(sample::written(builder.answer(), "chronology"), "took place, 9 Jun 2014"));
}

TEST_CASE("every footnote that is used is defined once", "[export][chronology]") {
  const auto text = sample::written(sample::small(), "chronology");
  for (std::size_t at = text.find("[^"); at != std::string::npos; at = text.find("[^", at + 1)) {
    const auto name = text.substr(at, text.find(']', at) - at + 1);
    CAPTURE(name);
    const auto first = text.find("\n" + name + ": ");
    CHECK(first != std::string::npos);
    CHECK(text.find("\n" + name + ": ", first + 1) == std::string::npos);
  }
}

TEST_CASE("styles change the shape and keep the sources", "[export][chronology]") {
  const auto table = sample::written(sample::small(), "chronology", {.style = "table"});
  CHECK(has(table, "| No. | Date | Precision | Event | Actors | Status | Source, quote | Conf. |"));
  CHECK(has(table,
            "| 2 | 12 May 2014 | day | Nora Keller and Ali Demir held talks `E000000` | Nora "
            "Keller, Ali Demir |"));
  const auto by_actor = sample::written(sample::small(), "chronology", {.style = "by-actor"});
  CHECK(has(by_actor, "\n## Northern Front\n"));
  CHECK_FALSE(has(sample::written(sample::small(), "chronology", {.style = "brief"}), "  > "));
  CHECK_THROWS_AS(sample::written(sample::small(), "chronology", {.style = "poem"}), Error);
}

TEST_CASE("who acts is not told to be there as well", "[export][words]") {
  auto builder = sample::Builder();
  builder.actor(1, ActorKind::person, "A")
      .actor(2, ActorKind::person, "B")
      .article(9, "Wire", "2014-06-01", "A met B.");
  builder.event(1, "AGREE", "2014-06-09", {sample::source(1), sample::other(1), sample::other(2)},
                9, "A met B.");
  const auto answer = builder.answer();
  CHECK(event_title(answer.events[0], AnswerIndex(answer)) == "A agreed, with B");
}

TEST_CASE("a silence is shown as a gap", "[export][chronology]") {
  auto builder = sample::Builder();
  builder.actor(1, ActorKind::person, "A").article(9, "Wire", "2014-06-01", "A met. A met again.");
  builder.event(1, "CONSULT", "2014-01-02", {sample::other(1)}, 9, "A met.");
  builder.event(2, "CONSULT", "2014-06-09", {sample::other(1)}, 9, "A met again.");
  CHECK(has(sample::written(builder.answer(), "chronology"),
            "- 2014-01-02 to 2014-06-09 (158 days)"));
}

TEST_CASE("markup in a source stays text", "[export][chronology]") {
  auto builder = sample::Builder();
  builder.actor(1, ActorKind::person, "*A* [x](http://y)")
      .article(9, "Wire", "2014-06-01", "A <script> `met`.");
  builder.event(1, "CONSULT", "2014-01-02", {sample::other(1)}, 9, "A <script> `met`.");
  const auto text = sample::written(builder.answer(), "chronology");
  CHECK(has(text, "\\*A\\* \\[x\\](http://y)"));
  CHECK(has(text, "A \\<script\\> \\`met\\`."));
}

}  // namespace
}  // namespace annals
