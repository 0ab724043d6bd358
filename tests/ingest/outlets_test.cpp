#include <catch2/catch.hpp>

#include "ingest/pages/outlets.h"
#include "page_support.h"

using namespace annals;

namespace {

std::string outlet_of_page(const std::string& text, const std::string& url = {}) {
  Article article;
  article.text = text;
  article.url = url;
  label_blocks(article, page_words());
  find_outlet(article, page_words());
  return article.source;
}

const std::string story =
    "The ministers of two states agreed to share the water of a river, officials said on "
    "Monday.\n\n"
    "They first met on 9 January 2003 and have talked on many days since then, they said.\n";

TEST_CASE("the outlet of an article is named where the page tells it", "[ingest][outlets]") {
  struct Row {
    std::string page;
    const char* outlet;
  };
  const auto row = GENERATE_REF(values<Row>({
      {"Ministers agree on water\n\nCAIRO (Reuters) - " + story, "Reuters"},
      {"Ministers agree on water\n\nCAIRO, June 3 (Xinhua) -- " + story, "Xinhua"},
      {"Ministers agree on water\n\nCAIRO, June 3, 2011 (Lakeside Wire) - " + story,
       "Lakeside Wire"},
      {"CAIRO, June 3, 2011 /PRNewswire/ -- " + story, "PRNewswire"},
      {"LAKESIDE POST\n\nWorld\n\nMinisters agree on water\n\nThu 2 Apr 2015 22.41 BST\n\n"
       "CAIRO (Reuters) - " +
           story,
       "Lakeside Post"},
      {"Ministers agree on water\n\nSeptember 24, 2015 / 1:27 AM / Lakeside News\n\n" + story,
       "Lakeside News"},
      {"Ministers agree on water\n\nUpdated 4:18 PM ET, Tue February 7, 2017\n"
       "By Ann Lee, Lakeside News\n\nCAIRO - " +
           story,
       "Lakeside News"},
      {"Ministers agree on water\n\n15/04/2015 - 23:40\n\nLakeside News, CAIRO - " + story,
       "Lakeside News"},
      {"Ministers agree on water\n\n" + story +
           "\nCopyright 2011 The Associated Press. All rights "
           "reserved.",
       "The Associated Press"},
  }));
  CAPTURE(row.page);
  CHECK(outlet_of_page(row.page) == row.outlet);
}

TEST_CASE("a page's address tells its outlet", "[ingest][outlets]") {
  CHECK(outlet_of_page(story, "https://www.dawn.com/news/1") == "dawn.com");
  CHECK(outlet_of_page(story, "https://m.example.co.uk:8080/a") == "example.co.uk");
  CHECK(outlet_of_page(story, "http://web.archive.org/web/2011/http://www.dawn.com/x") ==
        "dawn.com");
  CHECK(outlet_of_page(story, "file:///tmp/a.html") == "");
}

TEST_CASE("what is no outlet names none", "[ingest][outlets]") {
  const auto page = GENERATE_REF(values<std::string>({
      "Ministers agree on water\n\n" + story,
      "Ministers agree on water\n\nWorld News\n\nBy Ann Lee\n\n" + story,
      "Ministers agree on water\n\nCAIRO (Agencies) - " + story,
      "Ministers agree on water\n\nThe Lakeside Post said on Monday that ministers had met.\n\n",
      "Ministers agree on water\n\nMinisters (L) join hands in Cairo September 23, 2015.\n\n"
      "Credit: Reuters/Ann Lee\n\n" +
          story,
      "",
  }));
  CAPTURE(page);
  CHECK(outlet_of_page(page) == "");
}

TEST_CASE("an outlet that the file names is kept", "[ingest][outlets]") {
  Article article;
  article.text = "CAIRO (Reuters) - " + story;
  article.source = "Lakeside Post";
  label_blocks(article, page_words());
  find_outlet(article, page_words());
  CHECK(article.source == "Lakeside Post");
}

}  // namespace
