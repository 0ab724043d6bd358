// annals ask as scripts use it: flags, JSON, many questions, formats and exit codes.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/app/crisis_folder.h"
#include "tests/support/program.h"

namespace annals {
namespace {

using Catch::Contains;
using Json = nlohmann::ordered_json;

struct Asked {
  Asked() { test::write_crisis(folder / "annals.db"); }
  [[nodiscard]] Ran run(const std::string& command) const { return run_in(folder.path(), command); }
  [[nodiscard]] Json rows(const std::string& command) const {
    const Ran ran = run(command);
    CAPTURE(command, ran.err);
    REQUIRE(ran.code == 0);
    return Json::parse(ran.out).at("rows");
  }
  TempFolder folder;
};

TEST_CASE("words, flags and JSON ask the same", "[app][ask]") {
  const Asked asked;
  asked.folder.write("met.json", R"({"verb":"meet","from":"2011-09","to":"2011-09"})");
  const Json words = asked.rows("annals ask --json 'who met whom in September 2011'");
  CHECK(words.size() == 3);
  CHECK(asked.rows("annals ask --json --verb meet --from 2011-09 --to 2011-09") == words);
  CHECK(asked.rows("annals ask --verb who --type met --from 2011-09-01 --to 2011-09-30 -f json") ==
        words);
  CHECK(asked.rows("annals ask --json-request met.json --json") == words);
  CHECK(asked.rows("annals ask --json --json-request - < met.json") == words);
  CHECK(asked.rows("annals ask --json 'who met whom' --from 2011-09 --to 2011-09") == words);
  CHECK(asked.rows("annals ask --json --verb timeline --actor Kayani --fact cancelled").size() ==
        1);
  CHECK(asked.rows("annals ask --json --verb path --actor Petraeus --actor 'Ibrahim Haqqani'") ==
        asked.rows("annals ask --json 'path from Petraeus to Ibrahim Haqqani'"));
  CHECK(asked.rows("annals --json ask 'groups' 2>/dev/null || annals ask groups --json").size() >
        0);
}

TEST_CASE("the envelope has what scripts need", "[app][ask]") {
  const Asked asked;
  const Ran ran = asked.run("annals ask --json 'who accused Pakistan'");
  const Json answer = Json::parse(ran.out);
  CHECK(answer["schema"] == "annals.result/1");
  CHECK(answer["query"] == "who accused Pakistan");
  CHECK_THAT(answer["interpretation"].get<std::string>(), Contains("type=ACCUSE"));
  CHECK(answer["columns"].is_array());
  CHECK(answer["warnings"].is_array());
  const Json& row = answer["rows"][0];
  CHECK(row["date"] == "2011-09-19/2011-09-25");
  CHECK(row["earliest"] == "2011-09-19");
  CHECK(row["latest"] == "2011-09-25");
  CHECK(row["status"] == "happened");
  CHECK_THAT(row["id"].get<std::string>(), Catch::StartsWith("E"));
  CHECK_THAT(row["citations"][0]["quote"].get<std::string>(), Contains("Mike Mullen"));
}

TEST_CASE("exit codes are those of the contract", "[app][ask]") {
  const Asked asked;
  struct Row {
    const char* command;
    int code;
    const char* said;
  };
  const std::vector<Row> rows = {
      {"annals ask 'who met whom'", 0, ""},
      {"annals ask 'who met whom in 1800'", 0, ""},
      {"annals ask -e 'who met whom in 1800'", 3, ""},
      {"annals ask -e 'who met whom'", 0, ""},
      {"annals ask 'xyzzy'", 2, "questions begin with"},
      {"annals ask 'who met Munterry'", 2, "did you mean"},
      {"annals ask", 2, "ask what?"},
      {"annals", 2, "annals repl opens the prompt"},
      {"annals aks", 2, "there is no command aks; did you mean ask?"},
      {"annals ask --verb dance", 2, "no question is called \"dance\""},
      {"annals ask --verb timelin", 2, "did you mean \"timeline\"?"},
      {"annals ask --verb who --from 2011-13", 2, "is no date"},
      {"annals ask --verb who --from 2012 --to 2011", 2, "ends before it begins"},
      {"annals ask --verb who --sort colour", 2, "must be one of"},
      {"annals ask --json-request nowhere.json", 1, "nowhere.json"},
      {"annals ask --file nowhere.txt", 1, "nowhere.txt"},
      {"annals ask -f xml 'who met whom'", 2, "unknown format \"xml\""},
      {"annals ask --today yesterday 'who met whom'", 2, "this is no day"},
      {"annals ask 'who met whom' -o .", 1, ""},
      {"annals --db nowhere ask 'who met whom'", 4, "annals ingest"},
      {"annals ask 'who met whom' > /dev/full", 1, "disk full"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.command);
    const Ran ran = asked.run(row.command);
    CAPTURE(ran.out, ran.err);
    CHECK(ran.code == row.code);
    CHECK_THAT(ran.err, Contains(row.said));
  }
}

TEST_CASE("many questions end at the first that fails, or go on", "[app][ask]") {
  const Asked asked;
  asked.folder.write("questions.txt", "# a remark\nshow Munter\n\nxyzzy\nshow Kayani\n");
  for (const char* how : {"--file questions.txt", "- < questions.txt"}) {
    const Ran bail = asked.run(std::string("annals ask ") + how);
    CHECK(bail.code == 2);
    CHECK_THAT(bail.out, Contains("Cameron Munter") && !Contains("Kayani"));
    const Ran on = asked.run(std::string("annals ask --keep-going ") + how);
    CHECK(on.code == 2);
    CHECK_THAT(on.out, Contains("Cameron Munter") && Contains("Ashfaq Kayani"));
    CHECK_THAT(on.err, Contains("xyzzy"));
  }
  const Ran script = asked.run("annals repl < questions.txt");
  CHECK(script.code == 2);
  CHECK_THAT(script.out, !Contains("Kayani") && !Contains("Type .help"));
  CHECK_THAT(asked.run("annals repl --keep-going < questions.txt").out, Contains("Ashfaq Kayani"));
  CHECK(asked.run("printf 'show Munter\\n' | annals repl").code == 0);
}

TEST_CASE("an answer is written in every form of a table", "[app][ask]") {
  const Asked asked;
  const auto out = [&](const std::string& format) {
    return asked.run("annals ask -f " + format + " 'show Munter'").out;
  };
  CHECK(out("table") == asked.run("annals ask 'show Munter'").out);
  CHECK_THAT(out("line"), Contains("-- 1\nwhat   name\nvalue  Cameron Munter\n"));
  CHECK_THAT(out("csv"), Catch::StartsWith("what,value\nname,Cameron Munter\n"));
  CHECK_THAT(out("tsv"), Catch::StartsWith("what\tvalue\nname\tCameron Munter\n"));
  CHECK_THAT(out("md"), Catch::StartsWith("| what | value |\n| --- | --- |\n"));
  CHECK(Json::parse(out("jsonl").substr(0, out("jsonl").find('\n')))["cells"]["what"] == "name");
}

TEST_CASE("days are counted from the day that is given", "[app][ask]") {
  const Asked asked;
  const Ran ran = asked.run("annals --today 2011-10-03 ask 'who met whom last month'");
  CHECK_THAT(ran.out, Contains("window=2011-09-01/2011-09-30") && Contains("Cameron Munter"));
  CHECK_THAT(asked.run("annals ask --as-of 2011-09-27 'what happened yesterday'").out,
             Contains("window=2011-09-26"));
}

TEST_CASE("options may stand in a file", "[app][ask]") {
  const Asked asked;
  asked.folder.write("config/annals/config.toml", "db = \"elsewhere.db\"\n");
  const Ran ran = asked.run("XDG_CONFIG_HOME=$PWD/config annals ask 'who met whom'");
  CHECK(ran.code == 4);
  CHECK_THAT(ran.err, Contains("elsewhere.db"));
}

TEST_CASE("counts have bars beside them, for people only", "[app][ask]") {
  const Asked asked;
  const std::string question = " 'how many meetings per month since 2011-08'";
  CHECK_THAT(asked.run("annals ask" + question).out, Contains("chart") && Contains("█"));
  CHECK_THAT(asked.run("annals ask -f csv" + question).out, !Contains("chart"));
}

}  // namespace
}  // namespace annals
