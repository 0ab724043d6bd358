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
  CHECK(has(text, "# Chronology: The talks\n"));
  CHECK(has(text,
            "Scope: 11 May to 30 Jun 2014; 2 documents; 5 events (2 dated to the day, 1 less "
            "precisely, 1 only bounded, 1 undated); 3 happened, 1 planned, 1 alleged\n"));
  CHECK(has(text, "## 2014\n\n### May 2014\n\n- **11 May 2014**"));
  CHECK(has(text,
            "- **12 May 2014** (day; 2 sources) **Nora Keller and Ali Demir met**. "
            "`CONSULT` `E000000` [^s1b0] [^s2b0]\n"
            "  > \"Keller met Demir on Monday in Ankara.\" (Harbor Wire, 12 May 2014; date: "
            "\"2014-05-12\")\n"));
  CHECK(has(text, "## Undated\n\n- **undated** (1 source) **"));
  CHECK(has(text, "## Dates only bounded\n\n- **by 13 May 2014** (1 source) **"));
  CHECK(has(text, "\\[planned\\]"));
  CHECK(has(text,
            "## Planned, and what became of it\n\nNo word in these sources of what became of:\n\n"
            "- Jun 2014: Nora Keller and Ali Demir to meet (`E000000`)\n"));
  CHECK(has(text,
            "1. Harbor Wire, \"Title 11\", published 12 May 2014 (printed on the page), `11.txt`, "
            "text 000000000000000b\n"));
  CHECK(has(text, "[^s1b0]: Source 1, bytes 0-37.\n"));
  CHECK(has(text, "[^s2b0]: Source 2, bytes 0-36. \"Nora Keller met Ali Demir on Monday.\"\n"));
}

TEST_CASE("a sentence that tells two events is quoted once", "[export][chronology]") {
  auto builder = sample::Builder();
  builder.actor(1, ActorKind::person, "A")
      .actor(2, ActorKind::person, "B")
      .article(9, "Wire", "2014-06-01", "A met B and left.");
  builder.event(1, "CONSULT", "2014-06-01", {sample::other(1), sample::other(2)}, 9,
                "A met B and left.");
  builder.event(2, "RETREAT", "2014-06-01", {sample::source(1)}, 9, "A met B and left.");
  const auto twice = sample::written(builder.answer(), "chronology");
  const std::string quote = "> \"A met B and left.\"";
  CHECK(twice.find(quote) == twice.rfind(quote));
  CHECK(has(twice, "  > (the same sentence; date: \"2014-06-01\")\n"));
}

TEST_CASE("events that the same words tell share a line", "[export][chronology]") {
  auto builder = sample::Builder();
  builder.actor(1, ActorKind::person, "Ann Alba")
      .actor(2, ActorKind::person, "Ben Boro")
      .article(9, "Wire", "2014-06-01", "Alba ended talks with Boro.");
  for (const auto* type : {"CONSULT", "SANCTION"}) {
    builder.event(type[0], type, "2014-06-01", {sample::source(1), sample::target(2)}, 9,
                  "Alba ended talks with Boro");
  }
  auto answer = builder.answer();
  for (auto& mention : answer.mentions) {
    mention.trigger = {5, 10};
    mention.participants[0].span = {0, 4};
    mention.participants[1].span = {22, 26};
  }
  const auto text = sample::written(answer, "chronology");
  CHECK(has(text,
            "**Ann Alba ended talks with Ben Boro**. `CONSULT` `E000000` [^s1b0] `SANCTION` "
            "`E000000` [^s1b0]\n"));
  CHECK(text.find("ended talks with Ben Boro**") == text.rfind("ended talks with Ben Boro**"));
  CHECK(has(text, "2 events"));
}

TEST_CASE("who asserts and who denies stand side by side", "[export][chronology]") {
  auto builder = sample::Builder();
  builder.actor(1, ActorKind::country, "Aria")
      .actor(2, ActorKind::country, "Boria")
      .actor(3, ActorKind::person, "C")
      .article(8, "Wire", "2014-06-01", "C said Aria attacked Boria.")
      .article(9, "Post", "2014-06-02", "Aria did not attack Boria, it said.");
  builder.event(1, "ASSAULT", "2014-06-01", {sample::source(1), sample::target(2)}, 8,
                "Aria attacked Boria", Status::alleged);
  builder.told(9, "Aria did not attack Boria");
  auto answer = builder.answer();
  answer.mentions[0].said_by = ActorId{3};
  answer.mentions[1].said_by = ActorId{1};
  answer.mentions[1].status = Status::denied;
  answer.events[0].contested.push_back(
      {"status", {"alleged", "denied"}, {answer.mentions[0].id, answer.mentions[1].id}});
  answer.events[0].contested.push_back(
      {"killed", {"3", "5"}, {answer.mentions[0].id, answer.mentions[1].id}});
  CHECK(has(sample::written(answer, "chronology"),
            "## Contested\n\n- 1 Jun 2014: Aria attacked Boria (`E000000`)\n"
            "  - alleged by C (Wire, 1 Jun 2014) [^s1b7]\n"
            "  - denied by Aria (Post, 2 Jun 2014) [^s2b0]\n"
            "  - killed: 3 (Wire, 1 Jun 2014) [^s1b7]\n"
            "  - killed: 5 (Post, 2 Jun 2014) [^s2b0]\n"));
}

TEST_CASE("a plan that came about is linked to the event", "[export][chronology]") {
  auto builder = sample::Builder();
  builder.actor(1, ActorKind::person, "A")
      .actor(2, ActorKind::person, "B")
      .article(9, "Wire", "2014-06-01", "A will meet B in June. A met B.");
  builder.event(1, "CONSULT", "2014-06", {sample::other(1), sample::other(2)}, 9,
                "A will meet B in June.", Status::planned);
  builder.event(2, "CONSULT", "2014-06-09", {sample::other(1), sample::other(2)}, 9, "A met B.");
  CHECK(has(sample::written(builder.answer(), "chronology"), ": took place, 9 Jun 2014"));
}

TEST_CASE("a like event is not sworn to be the planned one", "[export][chronology]") {
  struct Row {
    const char* day;
    const char* words;
  };
  const auto row = GENERATE(values<Row>({{"2014-09-09", ": may have taken place, 9 Sep 2014"},
                                         {"2016-06-09", "No word in these sources"}}));
  CAPTURE(row.day);
  auto builder = sample::Builder();
  builder.actor(1, ActorKind::person, "A")
      .actor(2, ActorKind::person, "B")
      .article(9, "Wire", "2014-06-01", "A will meet B. A met B.");
  builder.event(1, "CONSULT", "2014-06-02/..", {sample::other(1), sample::other(2)}, 9,
                "A will meet B.", Status::planned);
  builder.event(2, "CONSULT", row.day, {sample::other(1), sample::other(2)}, 9, "A met B.");
  CHECK(has(sample::written(builder.answer(), "chronology"), row.words));
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
            "| 2 | 12 May 2014 | day | Nora Keller and Ali Demir met `E000000` | Nora "
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
  CHECK(has(sample::written(builder.answer(), "chronology"), "- 2 Jan to 9 Jun 2014 (158 days)"));
  // What lasted for years fills no gap.
  builder.event(3, "CONSULT", "1990/2014", {sample::other(1)}, 9, "A met.");
  CHECK(has(sample::written(builder.answer(), "chronology"), "- 2 Jan to 9 Jun 2014 (158 days)"));
}

TEST_CASE("a source without an outlet is called by its file, else by its number",
          "[export][chronology]") {
  auto answer = sample::small();
  for (auto& article : answer.articles) article.source.clear();
  CHECK(has(sample::written(answer, "chronology"), "(11.txt, 12 May 2014; date: "));
  for (auto& article : answer.articles) article.path.clear();
  const auto text = sample::written(answer, "chronology");
  CHECK(has(text, "(source 1, 12 May 2014; date: "));
  CHECK(has(text, "1. \"Title 11\", published 12 May 2014"));
}

TEST_CASE("of many actors those with one event share a paragraph", "[export][chronology]") {
  auto builder = sample::Builder();
  builder.article(9, "Wire", "2014-06-01", "They met.");
  for (std::uint64_t id = 1; id <= 50; ++id) {
    builder.actor(id, ActorKind::person, "P" + std::to_string(id));
    builder.event(id, "CONSULT", "2014-01-02", {sample::other(id), sample::other(1)}, 9,
                  "They met.");
  }
  const auto text = sample::written(builder.answer(), "chronology");
  CHECK(has(text,
            "- **P1** (person): 50 events, 2 Jan 2014\n\nWith one event each: P10 (`E000000`), "));
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
