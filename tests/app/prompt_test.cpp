// The prompt without its line editor: lines in, answers out.

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "app/completion.h"
#include "app/shell.h"
#include "export/width.h"
#include "graph/error.h"
#include "graph/stop.h"
#include "query/verbs.h"
#include "tests/app/crisis_folder.h"
#include "tests/support/program.h"

namespace annals {
namespace {

using Catch::Contains;
namespace fs = std::filesystem;

struct Prompt {
  Prompt() {
    test::write_crisis(folder / "annals.db");
    context.db = folder / "annals.db";
    context.terminal.width = 100;
    shell.emplace(context);
  }
  std::string say(const std::string& line) {
    std::ostringstream out;
    shell->run(line, out);
    return out.str();
  }

  TempFolder folder;
  Context context;
  std::optional<Shell> shell;
};

TEST_CASE("rows of the last answer are addressed by number", "[app][prompt]") {
  Prompt prompt;
  CHECK_THROWS_WITH(prompt.say("1"), Contains("there is no answer yet"));
  CHECK_THAT(prompt.say("who accused Pakistan"), Contains("Mike Mullen"));
  const std::string opened = prompt.say("1");
  CHECK_THAT(opened,
             Contains("Mike Mullen accused Pakistan") && Contains("row.txt") &&
                 Contains("»Mike Mullen accused Pakistan last week of backing the Haqqani "));
  // with the sentence before and the one after it
  CHECK_THAT(opened, Contains("Rehman Malik welcomed") && Contains("he said."));
  CHECK(prompt.say(".open 1") == opened);
  CHECK(prompt.say("#1") == opened);
  CHECK_THAT(prompt.say(".source 1"), Contains("row.txt") && Contains("expression"));
  CHECK_THAT(prompt.say("who accused Pakistan"), Contains("Mike Mullen"));
  CHECK_THAT(prompt.say("what happened after #1"), Contains("window=2011-09-19/.."));
  CHECK_THROWS_WITH(prompt.say("99"), Contains("there is no row 99"));
  CHECK_THROWS_WITH(prompt.say("0"), Contains("there is no row 0"));
  prompt.say("actors like kayani");
  CHECK_THAT(prompt.say("1"), Contains("Ashfaq Kayani") && Contains("events"));
  prompt.say("how many meetings");
  CHECK_THROWS_WITH(prompt.say("1"), Contains("tells of no event and no actor"));
}

TEST_CASE("the limit of the prompt is of rows, not of what is counted", "[app][prompt]") {
  Prompt prompt;
  prompt.say(".limit 50");
  prompt.say(".mode csv");
  const auto rows = [&](const std::string& question) {
    const std::string table = prompt.say(question);
    return std::count(table.begin(), table.end(), '\n') - 1;
  };
  CHECK(rows("first meeting of Kayani") == 1);
  CHECK(rows("last meeting of Kayani") == 1);
  CHECK(rows("who met whom") > 2);
  prompt.say(".limit 2");
  CHECK(rows("timeline all") == 2);  // the whole chronology, as far as the prompt shows lists
  CHECK(prompt.say("timeline all limit 3") == prompt.say("chronology all limit 3"));
  CHECK(rows("who met whom all") == 2);
  CHECK(rows("path from Kayani to Clinton") == 1);
  prompt.say(".mode text");
  CHECK_FALSE(prompt.say("what happened").find(" limit=") != std::string::npos);
  CHECK_THAT(prompt.say("what happened limit 3"), Contains(" limit=3"));
}

TEST_CASE("answers and help are as wide as the terminal is at that moment", "[app][prompt]") {
  Prompt prompt;
  for (const std::size_t width : {60U, 80U, 200U}) {
    Terminal terminal;
    terminal.width = width;
    prompt.shell->set_terminal(terminal);
    for (const auto* line : {".help", ".help said", "who accused Pakistan", "who with whom",
                             "path from Mullen to Pakistan"}) {
      CAPTURE(width, line);
      std::istringstream lines(prompt.say(line));
      for (std::string each; std::getline(lines, each);) {
        CAPTURE(each);
        CHECK(display_width(each) <= width);
      }
    }
  }
}

TEST_CASE("a row that tells of no event stands for none", "[app][prompt]") {
  Prompt prompt;
  prompt.say("groups");
  CHECK_THROWS_WITH(prompt.say("what happened after #1"),
                    Contains("row 1") && Contains("no event"));
  prompt.say("who accused Pakistan");
  CHECK_NOTHROW(prompt.say("what happened after #1"));
}

TEST_CASE("an event's name alone opens it", "[app][prompt]") {
  Prompt prompt;
  const Answer answer = ask(prompt.shell->store(), "who accused Pakistan");
  CHECK_THAT(prompt.say(answer.rows[0].cells.back()), Contains("accused Pakistan"));
}

TEST_CASE("settings hold for the questions that say nothing else", "[app][prompt]") {
  Prompt prompt;
  CHECK_THAT(prompt.say(".window in 2012"), Contains("2012-01-01/2012-12-31"));
  CHECK_THAT(prompt.say("what happened"), Contains("window=2012-01-01/2012-12-31"));
  CHECK_THAT(prompt.say("what happened in 2011"), Contains("window=2011-01-01/2011-12-31"));
  prompt.say(".window");
  CHECK_THAT(prompt.say("what happened"), !Contains("window="));
  prompt.say(".status all");
  CHECK_THAT(prompt.say("events"), Contains("status=all"));
  CHECK_THAT(prompt.say("cancelled events"), Contains("status=cancelled"));
  prompt.say(".status");
  prompt.say(".filter by source \"The Nation\"");
  CHECK_THAT(prompt.say("events"), Contains("source=\"The Nation\""));
  prompt.say(".filter");
  prompt.say(".limit 1");
  CHECK_THAT(prompt.say("events"), Contains("left out by limit 1"));
  prompt.say(".limit 0");
  prompt.say(".mode csv");
  CHECK_THAT(prompt.say("show Munter"), Catch::StartsWith("what,value\n"));
  prompt.say(".mode table");
  CHECK_THAT(prompt.say(".timing"), Contains("timing is on"));
  CHECK_THAT(prompt.say("groups"), Contains("answered in"));
}

TEST_CASE("commands of the prompt that cannot be meant say what would be", "[app][prompt]") {
  Prompt prompt;
  struct Row {
    const char* line;
    const char* said;
  };
  const auto row = GENERATE(values<Row>({
      {".hlep", "did you mean .help?"},
      {".frobnicate", ".help lists them"},
      {".limit many", ".limit takes a number"},
      {".mode xml", "unknown format \"xml\""},
      {".window sometime", "does not fit"},
      {".status maybe", "does not fit"},
      {".filter by", "does not fit"},
      {".open", "is no event"},
      {".open Munter", "is no event"},
      {".save answer.csv", "there is no answer yet"},
      {".export graphml", ".export takes a format and a file"},
      {".help frobnicating", "there is no help on"},
  }));
  CAPTURE(row.line);
  CHECK_THROWS_WITH(prompt.say(row.line), Contains(row.said));
  CHECK_THAT(prompt.say("show Munter"), Contains("Cameron Munter"));
}

TEST_CASE("help lists every kind of question and every command", "[app][prompt]") {
  Prompt prompt;
  const std::string help = prompt.say(".help");
  for (const Verb& verb : verbs()) CHECK_THAT(help, Contains(std::string(verb.name)));
  for (const auto& name : dot_command_names()) CHECK_THAT(help, Contains(name));
  CHECK_THAT(prompt.say(".help chain"), Contains("chain from ACTOR to ACTOR"));
  for (const auto* line : {"\\help chain", ":help chain", "help chain"})
    CHECK(prompt.say(line) == prompt.say(".help chain"));
  CHECK_THAT(prompt.say(".help except"), Contains("leaves out whom the name calls"));
  CHECK_THAT(prompt.say(".help dates"), Contains("September 26, 2011"));
  CHECK_THAT(prompt.say(".help events"), Contains("accused"));
  CHECK_THAT(prompt.say(".help formats"), Contains("graphml"));
  CHECK(prompt.say("help") == help);
}

TEST_CASE("answers are saved, and never over a file", "[app][prompt]") {
  Prompt prompt;
  prompt.say("who met whom");
  const auto file = (prompt.folder / "met.csv").string();
  prompt.say(".save " + file);
  CHECK_THAT(read_file(file), Contains("Cameron Munter"));
  CHECK_THROWS_WITH(prompt.say(".save " + file), Contains("met.csv"));
  const auto graph = (prompt.folder / "met.graph").string();
  prompt.say(".export graphml " + graph);
  CHECK_THAT(read_file(graph), Contains("<graphml"));
  CHECK_THROWS_WITH(prompt.say(".save " + (prompt.folder / "met.what").string()),
                    Contains("by the file's name"));
}

TEST_CASE("words, names, event words and months are completed", "[app][prompt]") {
  Prompt prompt;
  const auto completed = [&](const char* prefix) {
    const auto found = completions(prompt.shell->store(), prefix, 40);
    std::string all;
    for (const auto& word : found) all += word + "|";
    return all;
  };
  CHECK_THAT(completed("timel"), Contains("timeline|"));
  CHECK_THAT(completed("accus"), Contains("accused|"));
  CHECK_THAT(completed("Sept"), Contains("September|"));
  CHECK_THAT(completed("Petr"), Contains("David Petraeus|"));
  CHECK_THAT(completed("Ashfaq Ka"), Contains("Ashfaq Kayani|"));
  CHECK_THAT(completed(".he"), Contains(".help|"));
  CHECK(completed("zzzz").empty());
  CHECK(completed("").empty());
  CHECK(completions(prompt.shell->store(), "a", 5).size() <= 5);
}

TEST_CASE("a question that is stopped leaves the prompt as it was", "[app][prompt]") {
  Prompt prompt;
  stop_wanted = true;
  CHECK_THROWS_AS(prompt.say("path from Petraeus to Kayani"), Stopped);
  stop_wanted = false;
  CHECK_THAT(prompt.say("path from Petraeus to Kayani"), Contains("David Petraeus"));
}

TEST_CASE("the prompt sees what an ingest adds, and says when its database is gone",
          "[app][prompt]") {
  Prompt prompt;
  CHECK_THROWS_WITH(prompt.say("show Ashton"), Contains("no actor is called"));
  prompt.folder.write("a.txt",
                      "Foreign ministers meet in Vienna\n\nVIENNA, June 3, 2014 (Harbor Wire) - "
                      "Iranian Foreign Minister Mohammad Javad Zarif met European Union foreign "
                      "policy chief Catherine Ashton in Vienna on Tuesday.\n");
  CHECK(run_in(prompt.folder.path(), "annals ingest -q a.txt").code == 0);
  CHECK_THAT(prompt.say("show Ashton"), Contains("Catherine Ashton"));
  fs::remove_all(prompt.folder / "annals.db");
  CHECK_THROWS_WITH(prompt.say("show Ashton"), Contains("no longer there"));
  test::write_crisis(prompt.folder / "annals.db");
  CHECK_THAT(prompt.say("show Munter"), Contains("Cameron Munter"));
}

TEST_CASE("questions are answered while somebody writes", "[app][prompt]") {
  Prompt prompt;
  Store writer = Store::open(prompt.folder / "annals.db", OpenMode::write);
  CHECK_THAT(prompt.say("show Munter"), Contains("Cameron Munter"));
  CHECK_THAT(run_in(prompt.folder.path(), "annals ask 'show Munter'").out,
             Contains("Cameron Munter"));
}

}  // namespace
}  // namespace annals
