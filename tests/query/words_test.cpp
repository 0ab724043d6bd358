#include "query/words.h"

#include <catch2/catch.hpp>

namespace annals {
namespace {

TEST_CASE("a question is split at blanks, and quotes keep a name together", "[query][words]") {
  const auto words = split_words("who  met \"Meng Jianzhu\", in 2011-09?");
  REQUIRE(words.size() == 5);
  CHECK(words[2].text == "Meng Jianzhu");
  CHECK(words[2].quoted);
  CHECK(words[2].begin == 9);
  CHECK(words[4].text == "2011-09");
}

TEST_CASE("full stops stay in abbreviations and go at the end of a question", "[query][words]") {
  CHECK(split_words("did the U.S. attack.").at(2).text == "U.S.");
  CHECK(split_words("did the U.S. attack.").at(3).text == "attack");
}

TEST_CASE("a quote that is not closed is shown with a caret", "[query][words]") {
  CHECK_THROWS_WITH(
      split_words("who met \"Meng"),
      "this quote is not closed; end the name with \"\n  who met \"Meng\n          ^");
}

TEST_CASE("odd bytes in a question do no harm", "[query][words]") {
  CHECK(split_words("").empty());
  CHECK(split_words("   \t \x01\x02 \n").empty());
  CHECK(split_words("who\x07met\xFF\xFE whom").size() == 3);
  CHECK_THROWS_AS(split_words(std::string(1 << 20, 'a')), Error);
}

TEST_CASE("the caret stands under the character, not the byte", "[query][words]") {
  const std::string line = "who met J\xC3\xBCrgen Xyz";
  CHECK(std::string(error_at(line, 16, "no").what()) ==
        "no\n  " + line + "\n  " + std::string(15, ' ') + "^");
}

}  // namespace
}  // namespace annals
