// Headlines made of the briefs of tellings. Each row: the sentence with the spans of the brief in
// {}, actors in [] and the trigger in <>; the first actor is the source, the second the target.

#include "export/brief_title.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "export/clause_title.h"
#include "tests/export/marked.h"

namespace annals {
namespace {

/// The headline of the event that the marked sentence tells; its brief is in {}, or given.
std::optional<std::string> title(std::string_view line, const std::vector<std::string>& names,
                                 Status status = Status::happened, std::vector<Span> brief = {}) {
  const Marked sentence(line);
  auto answer = answer_telling(sentence, names, status, Unmarked::last);
  answer.mentions[0].brief = brief.empty() ? sentence.braces : std::move(brief);
  return brief_title(answer.events[0], AnswerIndex(answer));
}

TEST_CASE("a headline is the brief of a telling with full names", "[export][title]") {
  CHECK(title("On Monday {[he] <met>}, after a delay, {[the minister] in Oslo}.",
              {"Rehman Malik", "Ann Alba"}) == "Rehman Malik met Ann Alba in Oslo");
  CHECK(title("{[The minister], [Ann Alba], <left>}.", {"Ann Alba", "Ann Alba"}) ==
        "Ann Alba, Ann Alba, left");  // two actors of one name stay two
  CHECK(title("{[The four rebels] <left>}.", {"rebels"}) == "Four rebels left");
}

TEST_CASE("spans of a brief are read in their own order", "[export][title]") {
  // "The talks failed, Alba said."
  const std::string line = "The talks failed, [Alba] <said>.";
  CHECK(title(line, {"Ann Alba"}, Status::happened, {{18, 27}, {0, 16}}) ==
        "Ann Alba said the talks failed");
}

TEST_CASE("of more than one telling names it is enough that one of each side is named",
          "[export][title]") {
  // two targets, of which the second has no words here
  const auto two = [](std::string_view line) {
    return title(line, {"Ann Alba", "Rehman Malik", "people"});
  };
  CHECK(two("{[Alba] <met> [Malik]} on Friday.") == "Ann Alba met Rehman Malik");
  CHECK_FALSE(two("{[Alba] <left>} on Friday."));
  CHECK_FALSE(two("{and [Alba] <met> [Malik]}."));
}

TEST_CASE("no headline leaves out one who acts, or denies what is denied", "[export][title]") {
  CHECK_FALSE(title("{[Alba] <met>} with him.", {"Ann Alba", "Rehman Malik"}));
  CHECK_FALSE(
      title("{[Alba] did not <meet> [Malik]}.", {"Ann Alba", "Rehman Malik"}, Status::denied));
  CHECK(title("{[Alba] did not <meet> [Malik]}.", {"Ann Alba", "Rehman Malik"}) ==
        "Ann Alba did not meet Rehman Malik");
}

TEST_CASE("what is too long is cut between words, and a span past the text is no headline",
          "[export][title]") {
  const std::string line =
      "{[Alba] <urged> [Malik] to take visible steps against the mountain camps of the big "
      "networks "
      "together with the armies of all of the neighbours of the country}.";
  const auto cut = title(line, {"Ann Alba", "Rehman Malik"});
  REQUIRE(cut);
  CHECK(cut->size() <= longest_headline);
  CHECK(cut->ends_with(" with the armies of all ..."));
  CHECK_FALSE(title("{[Alba] <left>}.", {"Ann Alba"}, Status::happened, {{0, 4000}}));
}

}  // namespace
}  // namespace annals
