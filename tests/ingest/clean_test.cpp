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

TEST_CASE("the title is told from the names of sites and sections around it", "[ingest][clean]") {
  const std::string body =
      "\n\nMinisters of two states met on Monday to talk about the water of a river.\n\nThey "
      "agreed.\n";
  struct Row {
    const char* head;
    const char* title;
  };
  const auto row = GENERATE(values<Row>({
      {"Example Daily News Online\n\nHome | World | Sport | Opinion\n\nTalks on water go on\nBy "
       "Ann Lee",
       "Talks on water go on"},
      {"[an error occurred here]\nwatch all the news\nLast Updated: Monday, 19 July, 2004\nStates "
       "review water",
       "States review water"},
      {"June 3, 2011 / 1:27 PM / 9 years ago\n\nTalks on water go on", "Talks on water go on"},
      {"News of the day in short\n\nTalks go on\n\nTalks go on", "Talks go on"},
      {"KIMBERLY EXAMPLE", ""},
      {"ID :\n121580\nTalks on water go on", "Talks on water go on"},
  }));
  CAPTURE(row.head);
  CHECK(labelled(row.head + body).title == row.title);
}

TEST_CASE("datelines of agencies and newspapers are blocks of their own", "[ingest][clean]") {
  const auto dateline =
      GENERATE(as<std::string>{}, "DUBAI (Reuters) - ", "BEIJING, Nov. 9 (Xinhua) -- ",
               "ISLAMABAD, Pakistan (AP) _ ", "PARIS, April 1, 1997 (AFP) - ",
               "THE HAGUE, Netherlands (AP)_ ", "(Reuters) - ", "(CNN) \xE2\x80\x94 ",
               "WASHINGTON \xE2\x80\x94 ", "ISLAMABAD: ", "Kabul, Afghanistan \xE2\x80\x93 ",
               "NEW YORK, May 5, 2011 /PRNewswire/ -- ",
               "Islamabad, May 2 (ANI): ", "Accra, March 8, GNA - ",
               "KABUL (Pajhwok): ", "O'SMACH, Cambodia (AP) -- ", "MOSCOW, May 3. /ITAR-TASS/. ",
               "DURBAN, South Africa (Reuters) - Sep 01: ", "By Ann Lee ROME (Reuters) - ",
               "ST. PETERSBURG, Fla. (AP) - ", "WASHINGTON/ISLAMABAD (Reuters) - ",
               "KARACHI, July 4 (APP) - ", "Islamabad, Sep 7 (PTI) ",
               "BOGOTA - November 30, 2014 - ", "ROME \xE2\x80\x93 3 June 2011 \xE2\x80\x93 ");
  CAPTURE(dateline);
  const std::string body =
      "The ministers of two states met on Monday to talk about the water of a river, officials "
      "said.";
  std::string shown = dateline;
  while (shown.back() == ' ') shown.pop_back();
  CHECK(block_lines(labelled(dateline + body)) == Lines{"dateline|" + shown, "body|" + body});
}

TEST_CASE("sentences that only look like datelines stay whole", "[ingest][clean]") {
  for (const std::string text :
       {"Mr. Obama - who had met the minister on Monday - said that he was content with the talks.",
        "ANN LEE, HOST OF THE SHOW: Good evening and welcome to the news of the day from Rome.",
        "He said: \"We met on Monday and talked about the water of the river for an hour.\"",
        "The International Monetary Fund (IMF) agreed on Monday to lend the state two billion "
        "dollars.",
        "Lashkar-e-Taiba (LeT) said on Monday that it had not met the ministers of the two states.",
        "NATO-led troops met the militia on Monday and took its arms, officials said in Rome."}) {
    CAPTURE(text);
    CHECK(block_lines(labelled(text)) == Lines{"body|" + text});
  }
}

TEST_CASE("a short quotation ends a text as body", "[ingest][clean]") {
  const auto article = labelled(
      "The ministers of two states met on Monday to talk about a river.\n\n\"It's vital.\"");
  CHECK(article.blocks.back().kind == BlockKind::body);
}

TEST_CASE("text wrapped by hand has blank or indented lines between its paragraphs",
          "[ingest][clean]") {
  const auto article = labelled(
      "   ROME (AP) _ This is the first paragraph of a text that is wrapped by hand\n"
      "at seventy-odd columns, as in the old days, with an indent for each paragraph\n"
      "and no blank lines.\n"
      "   ``We had talks,'' the minister said on Monday at the United Nations, where\n"
      "he met the president.\n");
  CHECK(block_lines(article) ==
        Lines{"dateline|   ROME (AP) _",
              "body|This is the first paragraph of a text that is wrapped by hand\n"
              "at seventy-odd columns, as in the old days, with an indent for each paragraph\n"
              "and no blank lines.",
              "body|``We had talks,'' the minister said on Monday at the United Nations, where\nhe "
              "met the president."});
}

TEST_CASE("lists of links, counters, styles and forms are furniture", "[ingest][clean]") {
  const auto article = labelled(
      "Talks on water go on\n\n6\n193\n\nShare on Facebook\n\n"
      "ROME: Ministers of two states met on Monday to talk about the water of a river.\n\n"
      "They agreed.\n\nTweet Share Email Print\n\n2 hours ago\n\nThe writer is a former "
      "ambassador.\n\n(Additional reporting by Ann "
      "Lee)\n\n0 : 0\n"
      "  \xE2\x80\xA2 medium-browser-and-portrait-tablet\n\nRelated Stories\nBridge opens in "
      "Rome\nMayor to resign\n\n"
      "Tags: water, river\n\nLeave a Reply\n\nYour email address will not be "
      "published.\n\nann@example.org\n\n\xC2\xA9 2011 Example");
  Lines kept;
  for (const auto& line : block_lines(article)) {
    if (!line.starts_with("furniture|")) kept.push_back(line);
  }
  CHECK(kept ==
        Lines{"title|Talks on water go on", "dateline|ROME:",
              "body|Ministers of two states met on Monday to talk about the water of a river.",
              "body|They agreed."});
}

TEST_CASE("comments begin at their heading when most of the text lies before it",
          "[ingest][clean]") {
  const std::string story =
      "Talks on water go on\n\nMinisters of two states met on Monday to talk about the water of a "
      "river.\n\n";
  for (const std::string heading :
       {"2 Comments", "Comments (2)", "Readers' comments", "2 Responses to Talks on water"}) {
    CAPTURE(heading);
    const auto article =
        labelled(story + heading +
                 "\n\njoe says:\nJune 9, 2011 at 5:10 pm\nThey never met in Rome, I am sure.\n");
    CHECK(article.blocks.back().kind == BlockKind::comment);
  }
  const auto early = labelled("Talks on water go on\n\n2 Comments\n\n" + story.substr(22));
  CHECK(early.blocks.back().kind == BlockKind::body);
}

TEST_CASE("a page of nothing but what its markup calls furniture stays so", "[ingest][clean]") {
  Article article;
  article.text = "Home\n\nAll our pages";
  article.blocks = {{.span = {0, 6}, .kind = BlockKind::furniture},
                    {.span = {6, 19}, .kind = BlockKind::furniture}};
  label_blocks(article, page_words());
  CHECK(block_lines(article) == Lines{"furniture|Home", "furniture|All our pages"});
}

TEST_CASE("what a page says of itself behind its text is no body", "[ingest][clean]") {
  const auto article = labelled(
      "Example Tribune\n"
      "Friday, October 23, 2009\n"
      "Ministers sign border pact in Tirana\n"
      "TIRANA: The foreign ministers of two states signed a pact on their sea border on Thursday.\n"
      "\"This closes an old question,\" said one of the two ministers after the ceremony.\n"
      "Ann Lee and Bob Ray contributed to this report.\n"
      "Published in The Example Tribune, October 23rd, 2009.\n"
      "Like Example Tribune on Facebook, follow @example on Twitter to stay informed and join in "
      "the conversation.\n");
  CHECK(article.title == "Ministers sign border pact in Tirana");
  CHECK(block_lines(article) ==
        Lines{"byline|Example Tribune", "dateline|Friday, October 23, 2009",
              "title|Ministers sign border pact in Tirana", "dateline|TIRANA:",
              "body|The foreign ministers of two states signed a pact on their sea border on "
              "Thursday.",
              "body|\"This closes an old question,\" said one of the two ministers after the "
              "ceremony.",
              "furniture|Ann Lee and Bob Ray contributed to this report.",
              "dateline|Published in The Example Tribune, October 23rd, 2009.",
              "furniture|Like Example Tribune on Facebook, follow @example on Twitter to stay "
              "informed and join in the conversation."});
}
