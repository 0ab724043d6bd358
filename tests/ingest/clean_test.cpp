#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "page_support.h"

using namespace annals;

namespace {

Article labelled(const std::string& text, const std::string& title = {}) {
  Article article;
  article.text = text;
  article.title = title;
  label_blocks(article, page_words());
  return article;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a scraped page is taken apart into title, stamp, caption, dateline, body and comments",
          "[ingest][clean]") {
  const auto article = labelled(
      "Ministers agree on water\n\n"
      "GENEVA Tue Mar 2, 2010 6:03pm EST\n\n"
      "Ministers of two states (L and R) shake hands in Geneva January 4, 2010. REUTERS/Ann Lee\n\n"
      "Ministers of two states (L and R) shake hands in Geneva January 4, 2010.\n\n"
      "Credit: Reuters/Ann Lee\n\n"
      "Related Topics\n\n"
      "GENEVA (Reuters) - Ministers of two states agreed on Tuesday to share the water of a "
      "river.\n\n"
      "\"We are content,\" one of them told reporters.\n\n"
      "(Reporting by Ann Lee; Editing by Bob Ray)\n\n"
      "Comments (1)\n"
      "riverman wrote:\n"
      "They met in secret on March 9, 2010 and will meet again.\n\n"
      "Mar 9, 2010 1:48am EST  --  Report as abuse\n"
      "This discussion is now closed. Thank you.");
  CHECK(article.title == "Ministers agree on water");
  CHECK(block_lines(article) ==
        Lines{"title|Ministers agree on water", "dateline|GENEVA Tue Mar 2, 2010 6:03pm EST",
              "caption|Ministers of two states (L and R) shake hands in Geneva January 4, 2010.",
              "furniture|REUTERS/Ann Lee",
              "furniture|Ministers of two states (L and R) shake hands in Geneva January 4, 2010.",
              "furniture|Credit: Reuters/Ann Lee", "furniture|Related Topics",
              "dateline|GENEVA (Reuters) -",
              "body|Ministers of two states agreed on Tuesday to share the water of a river.",
              "body|\"We are content,\" one of them told reporters.",
              "furniture|(Reporting by Ann Lee; Editing by Bob Ray)", "furniture|Comments (1)",
              "comment|riverman wrote:",
              "comment|They met in secret on March 9, 2010 and will meet again.",
              "comment|Mar 9, 2010 1:48am EST  --  Report as abuse",
              "furniture|This discussion is now closed. Thank you."});
}

TEST_CASE("a single paragraph is body, with or without a full stop", "[ingest][clean]") {
  for (const std::string text :
       {"The army shelled the town, killing two", "Rebels freed a hostage.", "Talks collapse",
        "Photo: two men (L) met in Rome."}) {
    CAPTURE(text);
    CHECK(block_lines(labelled(text)) == Lines{"body|" + text});
  }
}

TEST_CASE("an untitled wire text keeps its first paragraph as body", "[ingest][clean]") {
  const auto article = labelled(
      "The foreign ministers of two states met on Sunday, an official said.\n\n"
      "They discussed trade.\n");
  CHECK(article.title.empty());
  CHECK(block_lines(article) ==
        Lines{"body|The foreign ministers of two states met on Sunday, an official said.",
              "body|They discussed trade."});
}

TEST_CASE("every byte of any text belongs to exactly one block", "[ingest][clean]") {
  std::string hostile = "\xFF\xFE\n\n (\n- \xE2\x80\n:::\n";
  for (int i = 0; i < 400; ++i) hostile += static_cast<char>((i * 37 + 11) % 256);
  for (const std::string& text :
       {std::string(), std::string("\n"), std::string("  \n\n x"), hostile,
        std::string(100000, '('), std::string(100000, '\n'), std::string("6\n193\n0 : 0\n")}) {
    const auto article = labelled(text);
    std::uint32_t at = 0;
    for (const auto& block : article.blocks) {
      CHECK(block.span.begin == at);
      CHECK(block.span.end > at);
      at = block.span.end;
    }
    CHECK(at == text.size());
  }
}
