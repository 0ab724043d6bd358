#include "ingest/rules/petrarch_verbs.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "ingest/rules/event_rules.h"

namespace annals {
namespace {

const std::filesystem::path source_dir = ANNALS_SOURCE_DIR;

LanguageOptions english() {
  LanguageOptions options;
  options.data = source_dir / "ingest/data/english";
  return options;
}

std::vector<std::string> lines_of(const std::string& dictionary,
                                  std::vector<std::string>& problems) {
  std::istringstream in(dictionary);
  std::vector<std::string> lines;
  for (const RuleLine& line :
       read_petrarch_verbs(in, "x.verbs.txt", Ontology::load(english()), problems))
    lines.push_back(line.where() + " " + line.text);
  return lines;
}

bool has_line(const std::vector<std::string>& lines, std::string_view where,
              std::initializer_list<std::string_view> parts) {
  for (const std::string& line : lines) {
    bool all = line.starts_with(where);
    for (const std::string_view part : parts) all = all && line.find(part) != std::string::npos;
    if (all) return true;
  }
  return false;
}

TEST_CASE("verbs of a PETRARCH 2 dictionary become rules", "[ingest][petrarch]") {
  std::vector<std::string> problems;
  const auto lines = lines_of(
      "&TREATY\n+PACT\n+ACCORD\n"
      "####### VERB PATTERNS #######\n"
      "--- DITHER [050] ---\n"
      "DITHER {DITHERING DITHERT}\n"
      "+WOBBLE_UP {+WOBBLED_UP}\n"
      "- * (TO &TREATY) [037:037]  # a note\n"
      "- * {BIG TALKS} (WITH) [0461]\n"
      "- POLICY * [:173]\n"
      "--- HUM [---] ---\nHUM\n",
      problems);
  CAPTURE(lines, problems);
  CHECK(problems.empty());
  CHECK(has_line(lines, "x.verbs.txt:6", {"forms dither dithering dithert"}));
  CHECK(has_line(lines, "x.verbs.txt:6", {"050 verb dither : subj > obj"}));
  CHECK(has_line(lines, "x.verbs.txt:7", {"050 verb wobble_up :"}));
  CHECK(has_line(lines, "x.verbs.txt:8", {"037 verb dither : subj <> ", " if to=pact,accord"}));
  CHECK(has_line(lines, "x.verbs.txt:8", {"037 verb dither", " if xcomp=pact,accord"}));
  CHECK(has_line(lines, "x.verbs.txt:8", {"037 verb wobble_up"}));
  CHECK(has_line(lines, "x.verbs.txt:9",
                 {"046 verb dither", "obj.mod=big", "obj=talks,talk", " with"}));
  CHECK(has_line(lines, "x.verbs.txt:10", {"173 verb dither : obj > subj if subj=policy"}));
  for (const auto& line : lines) CHECK(line.find(" hum") == std::string::npos);
}

TEST_CASE("patterns of TABARI say by signs who is on which side", "[ingest][petrarch]") {
  std::vector<std::string> problems;
  const auto lines = lines_of(
      "--- WARBLE [020] ---\nWARBLE ;a note\n"
      "- * MILITARY_AID TO $ [072]\n"
      "- $ * BY + [111]\n"
      "- % * [030]\n",
      problems);
  CAPTURE(lines, problems);
  CHECK(problems.empty());
  CHECK(has_line(lines, "x.verbs.txt:3",
                 {"072 verb warble : subj > to if obj.mod=military obj=aid"}));
  CHECK(has_line(lines, "x.verbs.txt:4", {"111 verb warble : subj > subj"}));
  CHECK(has_line(lines, "x.verbs.txt:5", {"030 verb warble : subj <> "}));
}

TEST_CASE("what a verb dictionary asks in vain is reported with its line", "[ingest][petrarch]") {
  std::vector<std::string> problems;
  std::string dictionary =
      "- * TALKS [040]\n--- A [345] ---\nWARBLE\n- * [042\n- TALKS [040]\n- * NOT GO [040]\n"
      "- * &NOWHERE [040]\n~ a (b . ATTACK) SAY = a b 112\n<TIME>\nWIRE_+TAP [040]\n"
      "- * {A | B} [040]\n- * NOISE [###]\n\xE9\xE8 [040]\n";
  dictionary += std::string("WOB\0BLE [040]\n", 14);
  const auto lines = lines_of(dictionary, problems);
  CAPTURE(lines, problems);
  const char* expected[] = {"x.verbs.txt:1: a pattern before any verb",
                            "x.verbs.txt:2: no event has the code [345]",
                            "x.verbs.txt:4: no code",
                            "x.verbs.txt:5: a pattern needs a \"*\"",
                            "x.verbs.txt:6: \"not\"",
                            "x.verbs.txt:7: \"&nowhere\"",
                            "x.verbs.txt:8: transformations",
                            "x.verbs.txt:9: neither",
                            "x.verbs.txt:10: \"WIRE_+TAP\"",
                            "x.verbs.txt:11: alternatives",
                            "x.verbs.txt:12: discards are not used",
                            "x.verbs.txt:13:"};
  REQUIRE(problems.size() == std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) CHECK(problems[i].starts_with(expected[i]));
  CHECK(has_line(lines, "x.verbs.txt:14", {"040 verb wobble"}));
}

TEST_CASE("a user's rules come before shipped ones that ask as much", "[ingest][events]") {
  const auto folder = std::filesystem::temp_directory_path() / "annals-overlay-rules";
  std::filesystem::create_directories(folder / "events");
  std::ofstream(folder / "events" / "mine.rules") << "042 verb assassinate : subj > obj\n";
  std::ofstream(folder / "mine.verbs.txt") << "--- KIDNAP [020] ---\nKIDNAP\n- * (NOW\n";
  LanguageOptions options = english();
  options.overlays = {folder};
  options.verb_files = {folder / "mine.verbs.txt"};
  const EventRules rules = EventRules::load(options);
  const auto first = [&](const char* verb) {
    return rules.rule(rules.senses(WordClass::verb, verb).front().rule);
  };
  CHECK(first("assassinate").where == "mine.rules:1");
  CHECK(first("kidnap").where == "mine.verbs.txt:2");
  REQUIRE(rules.problems().size() == 1);
  CHECK(rules.problems()[0].starts_with("mine.verbs.txt:3:"));
  options.verb_files = {folder / "none.txt"};
  CHECK_THROWS_AS(EventRules::load(options), Error);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace annals
