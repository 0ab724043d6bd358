#include <catch2/catch.hpp>

#include "graph/event_date.h"
#include "ingest/dates/dateline_times.h"
#include "ingest/pages/fields.h"
#include "ingest/pages/published.h"
#include "page_support.h"

using namespace annals;

namespace {

struct Dated {
  Article article;
  std::string doubt;
};

Dated date_page(const std::string& text, const std::string& path = "page.txt") {
  Dated dated;
  dated.article.text = text;
  dated.article.path = path;
  label_blocks(dated.article, page_words());
  dated.doubt = find_published(dated.article, page_words());
  return dated;
}

std::string day_of(const Article& article) {
  return article.published ? format_edtf(*article.published) : "none";
}

/// A page with one line between its title and its text.
std::string page_with(const std::string& stamp) {
  return "Ministers agree on water\n\n" + stamp +
         "\n\nThe ministers of two states agreed to share the water of a river, officials said.\n\n"
         "They first met on 9 January 2003 and have talked on many days since then.\n";
}

struct StampRow {
  const char* line;
  const char* day;
  const char* words;
};

}  // namespace

TEST_CASE("a stamp gives the day that it prints", "[ingest][published]") {
  const auto row = GENERATE(values<StampRow>({
      // Agencies, blogs and sites, each in its own form.
      {"DUBAI Mon Jul 30, 2012 6:03pm EDT", "2012-07-30", "Mon Jul 30, 2012 6:03pm EDT"},
      {"DUBAI | Mon Jul 30, 2012 6:03pm EDT", "2012-07-30", "Mon Jul 30, 2012 6:03pm EDT"},
      {"Posted June 3rd, 2011 at 4:10 pm (UTC-5)", "2011-06-03",
       "June 3rd, 2011 at 4:10 pm (UTC-5)"},
      {"September 26, 2011 / 1:27 PM / 9 years ago", "2011-09-26", "September 26, 2011 / 1:27 PM"},
      {"Published: 15:04 GMT, 3 June 2011 | Updated: 17:20 GMT, 4 June 2011", "2011-06-03",
       "15:04 GMT, 3 June 2011"},
      {"Last updated on: June 3, 2011 5:02 PM", "2011-06-03", "June 3, 2011 5:02 PM"},
      {"Updated 1422 GMT (2222 HKT) June 3, 2011", "2011-06-03",
       "1422 GMT (2222 HKT) June 3, 2011"},
      {"3 June 2011 Last updated at 16:10 ET", "2011-06-03", "3 June 2011"},
      {"2 hours ago", "none", ""},
      {"Fri, 03 Jun 2011 16:10:00 +0500", "2011-06-03", "Fri, 03 Jun 2011 16:10:00 +0500"},
      {"2011-06-03T16:10:00Z", "2011-06-03", "2011-06-03T16:10:00Z"},
      {"20110603", "2011-06-03", "20110603"},
      {"By Ann Lee / Dawn, 03 June 2011", "2011-06-03", "03 June 2011"},
      {"Published in The Express Tribune, June 4th, 2011.", "2011-06-04", "June 4th, 2011"},
      // Month first.
      {"June 3, 2011", "2011-06-03", "June 3, 2011"},
      {"Jun 3, 2011", "2011-06-03", "Jun 3, 2011"},
      {"JUNE 3, 2011", "2011-06-03", "JUNE 3, 2011"},
      {"Jun. 03, 2011", "2011-06-03", "Jun. 03, 2011"},
      {"Sept. 9, 2011", "2011-09-09", "Sept. 9, 2011"},
      {"June 3 2011", "2011-06-03", "June 3 2011"},
      {"Friday, June 3, 2011", "2011-06-03", "Friday, June 3, 2011"},
      {"Friday June 3rd 2011", "2011-06-03", "Friday June 3rd 2011"},
      {"Fri., June 3, 2011", "2011-06-03", "Fri., June 3, 2011"},
      {"FRIDAY, JUNE 3, 2011 AT 4:10 P.M.", "2011-06-03", "FRIDAY, JUNE 3, 2011 AT 4:10 P.M"},
      {"June 3, 2011, Friday", "2011-06-03", "June 3, 2011, Friday"},
      {"Jun-03-2011", "2011-06-03", "Jun-03-2011"},
      {"June 3, 2011 4:10 p.m. ET", "2011-06-03", "June 3, 2011 4:10 p.m. ET"},
      {"June 3, 2011 | 4:10 pm", "2011-06-03", "June 3, 2011 | 4:10 pm"},
      {"June 3, 2011 -- Updated 2154 GMT (0554 HKT)", "2011-06-03", "June 3, 2011"},
      {"June 3, 2011 @ 16:10", "2011-06-03", "June 3, 2011 @ 16:10"},
      {"Fri Jun 3 16:10:00 PKT 2011", "2011-06-03", "Fri Jun 3 16:10:00 PKT 2011"},
      {"Fri Jun  3 16:10:00 2011", "2011-06-03", "Fri Jun  3 16:10:00 2011"},
      // Day first.
      {"3 June 2011", "2011-06-03", "3 June 2011"},
      {"03 June, 2011", "2011-06-03", "03 June, 2011"},
      {"3rd June 2011", "2011-06-03", "3rd June 2011"},
      {"3rd of June 2011", "2011-06-03", "3rd of June 2011"},
      {"Friday 3 June 2011 16.10 BST", "2011-06-03", "Friday 3 June 2011 16.10 BST"},
      {"Friday, 03 June 2011 00:00", "2011-06-03", "Friday, 03 June 2011 00:00"},
      {"Friday, the 3rd of June, 2011", "2011-06-03", "Friday, the 3rd of June, 2011"},
      {"03-Jun-2011", "2011-06-03", "03-Jun-2011"},
      {"03-Jun-11", "2011-06-03", "03-Jun-11"},
      {"Fri, 3 Jun 11 16:10:00 EST", "2011-06-03", "Fri, 3 Jun 11 16:10:00 EST"},
      {"3. June 2011", "2011-06-03", "3. June 2011"},
      {"03 Jun 2011, 1610 hrs IST", "2011-06-03", "03 Jun 2011, 1610 hrs IST"},
      {"3 JUN 2011 - 4:10PM", "2011-06-03", "3 JUN 2011 - 4:10PM"},
      // Year first, and figures.
      {"2011-06-03", "2011-06-03", "2011-06-03"},
      {"2011/06/03 16:10", "2011-06-03", "2011/06/03 16:10"},
      {"2011.06.03", "2011-06-03", "2011.06.03"},
      {"2011 June 3", "2011-06-03", "2011 June 3"},
      {"2011-06-03 16:10:00 +0500", "2011-06-03", "2011-06-03 16:10:00 +0500"},
      {"2011-06-03T16:10:00.000+05:00", "2011-06-03", "2011-06-03T16:10:00.000+05:00"},
      {"23/06/2011", "2011-06-23", "23/06/2011"},
      {"06/23/2011", "2011-06-23", "06/23/2011"},
      {"23.6.11", "2011-06-23", "23.6.11"},
      {"23-06-2011", "2011-06-23", "23-06-2011"},
      {"06/06/2011", "2011-06-06", "06/06/2011"},
      {"Fri 03/06/2011", "2011-06-03", "Fri 03/06/2011"},
      {"Sun 03/06/2011", "2011-03-06", "Sun 03/06/2011"},
      {"03/06/2011 4:10 PM EDT", "2011-03-06", "03/06/2011 4:10 PM EDT"},
      {"03/06/2011 16:10 PKT", "2011-06-03", "03/06/2011 16:10 PKT"},
      // Labels.
      {"Published June 3, 2011", "2011-06-03", "June 3, 2011"},
      {"Published on: 3 June 2011", "2011-06-03", "3 June 2011"},
      {"First published: Friday 3 June 2011 16.10 BST", "2011-06-03",
       "Friday 3 June 2011 16.10 BST"},
      {"Posted on June 3, 2011 by Ann Lee", "2011-06-03", "June 3, 2011"},
      {"Posted by Ann Lee on June 3, 2011", "2011-06-03", "June 3, 2011"},
      {"Posted: Jun 03, 2011 4:10 PM ET Last Updated: Jun 05, 2011 9:00 AM ET", "2011-06-03",
       "Jun 03, 2011 4:10 PM ET"},
      {"Updated June 5, 2011; Posted June 3, 2011", "2011-06-03", "June 3, 2011"},
      {"Date: 3 June 2011", "2011-06-03", "3 June 2011"},
      {"03.06.2011 | 16:10 Updated 30.06.2011", "2011-06-03", "03.06.2011 | 16:10"},
      {"Issued on: 03/06/2011 - 16:10 Modified: 15/06/2011 - 14:31", "2011-06-03",
       "03/06/2011 - 16:10"},
      {"Submitted by admin on Fri, 06/03/2011 - 16:10", "2011-06-03", "Fri, 06/03/2011 - 16:10"},
      {"Web posted at: 6/3/2011 4:10:00 AM", "none", ""},
      {"Originally published June 3, 2011 at 4:10 PM", "2011-06-03", "June 3, 2011 at 4:10 PM"},
      {"Issued on: 03/06/2011 - 16:10 CEST", "2011-06-03", "03/06/2011 - 16:10 CEST"},
      {"Filed at 4:10 p.m. ET June 3, 2011", "2011-06-03", "4:10 p.m. ET June 3, 2011"},
      {"Last Modified: 03 Jun 2011 16:10", "2011-06-03", "03 Jun 2011 16:10"},
      {"Reuters, Friday June 3 2011", "2011-06-03", "Friday June 3 2011"},
      {"The Example Times, June 3, 2011", "2011-06-03", "June 3, 2011"},
      {"Islamabad, Pakistan, June 3, 2011", "2011-06-03", "June 3, 2011"},
      {"By ANN LEE | Associated Press \xE2\x80\x93 Fri, Jun 3, 2011", "2011-06-03",
       "Fri, Jun 3, 2011"},
      {"Jul 30, 2012\xC2\xA0"
       "6:01pm EDT",
       "2012-07-30",
       "Jul 30, 2012\xC2\xA0"
       "6:01pm EDT"},
      {"6:13 a.m. ET, June 3, 2011", "2011-06-03", "6:13 a.m. ET, June 3, 2011"},
      {"08:09 June 3, 2011", "2011-06-03", "08:09 June 3, 2011"},
      {"Aired June 3, 2011 - 08:00   ET", "2011-06-03", "June 3, 2011 - 08:00   ET"},
      {"General News of Friday, 3 June 2011", "2011-06-03", "Friday, 3 June 2011"},
      {"Source: Xinhua | 2011-06-03 08:10", "2011-06-03", "2011-06-03 08:10"},
      // What is no date of publication.
      {"03/06/2011", "none", ""},
      {"3.6.11", "none", ""},
      {"June 3", "none", ""},
      {"June 2011", "none", ""},
      {"Yesterday at 16:10", "none", ""},
      {"9 years ago", "none", ""},
      {"6 / 193", "none", ""},
      {"0 : 0", "none", ""},
      {"F-16", "none", ""},
      {"Retrieved June 3, 2021", "none", ""},
  }));
  CAPTURE(row.line);
  const auto dated = date_page(page_with(row.line));
  CHECK(day_of(dated.article) == row.day);
  CHECK(dated.article.published_text == row.words);
}

TEST_CASE("stamps of many sites are read, and dates of other things are not",
          "[ingest][published]") {
  struct Row {
    const char* line;
    const char* day;
  };
  const auto row = GENERATE(values<Row>({
      {"Published 3:04 PM EDT Fri Jun 3, 2011", "2011-06-03"},
      {"Published 10:31 PM EDT Jun 3, 2011", "2011-06-03"},
      {"Posted at 04:10 PM ET, 06/03/2011", "2011-06-03"},
      {"Updated 6:13 PM EDT, Fri June 3, 2011", "2011-06-03"},
      {"By Jane Doe, CNN June 3, 2011 -- Updated 1422 GMT (2222 HKT)", "2011-06-03"},
      {"Last Updated: Friday, June 3, 2011, 16:10 GMT 17:10 UK", "2011-06-03"},
      {"Friday, 3 June, 2011, 15:04 GMT 16:04 UK", "2011-06-03"},
      {"Fri 3 Jun 2011 16.10 BST", "2011-06-03"},
      {"Fri 3 Jun 2011 11.10 EDT First published on Fri 3 Jun 2011 09.10 EDT", "2011-06-03"},
      {"Friday 3 June 2011 16:10", "2011-06-03"},
      {"Published on Friday 03 June 2011", "2011-06-03"},
      {"Published: 12:00AM BST 03 Jun 2011", "2011-06-03"},
      {"4:10PM BST 03 Jun 2011", "2011-06-03"},
      {"PUBLISHED: 16:10, 3 June 2011", "2011-06-03"},
      {"UPDATED : Friday, 03 June, 2011, 4:10pm", "2011-06-03"},
      {"Posted : Friday, June 03, 2011 4:10 PM", "2011-06-03"},
      {"June 3, 2011 - 4:10PM", "2011-06-03"},
      {"Jun 3, 2011 4:10 PM CDT", "2011-06-03"},
      {"Created: June 03, 2011 16:10", "2011-06-03"},
      {"Written by Jane Doe Friday, 03 June 2011 16:10", "2011-06-03"},
      {"Published Jun 3 2011 04:10PM EDT", "2011-06-03"},
      {"2011-06-03 16:10:00", "2011-06-03"},
      {"(2011-06-03)", "2011-06-03"},
      {"[2011-06-03 16:10]", "2011-06-03"},
      {"2011/06/03", "2011-06-03"},
      {"2011-6-3", "2011-06-03"},
      {"03.06.2011 16:10 CET", "2011-06-03"},
      {"Date 03.06.2011", "none"},
      {"Date created : 03/06/2011 - 16:10", "none"},
      {"Text by FRANCE 24 Latest update : 2011-06-03", "2011-06-03"},
      {"Jun 3 2011", "2011-06-03"},
      {"3 Jun 11", "2011-06-03"},
      {"Beijing Time 2011-06-03 16:10:00", "2011-06-03"},
      {"www.example.com 2011-06-03 16:10:27", "2011-06-03"},
      {"English.news.cn 2011-06-03 16:10:27", "2011-06-03"},
      {"Page last updated at 16:10 GMT, Friday, 3 June 2011 17:10 UK", "2011-06-03"},
      {"Story Published: Jun 3, 2011 at 4:10 PM EDT", "2011-06-03"},
      {"Story Updated: Jun 4, 2011 at 4:10 PM EDT Story Published: Jun 3, 2011", "2011-06-03"},
      {"Article published June 3, 2011", "2011-06-03"},
      {"Print edition: June 3, 2011", "2011-06-03"},
      {"From the print edition June 3rd 2011", "2011-06-03"},
      {"Jun 3rd 2011 | KABUL", "2011-06-03"},
      {"June 3, 2011 12:00 AM", "2011-06-03"},
      {"Friday June 3, 2011 4:10 AM", "2011-06-03"},
      {"By JANE DOE and JOHN ROE, Associated Press - June 3, 2011", "2011-06-03"},
      {"AP foreign, Friday June 3 2011", "2011-06-03"},
      {"Published - Jun 03, 2011 04:10 pm IST", "2011-06-03"},
      {"Updated: Jun 03, 2011 16:10 IST", "2011-06-03"},
      {"TNN Jun 3, 2011, 04.10PM IST", "2011-06-03"},
      {"PTI Jun 3, 2011, 04.10pm IST", "2011-06-03"},
      {"New Delhi, June 3, 2011", "2011-06-03"},
      {"June 03, 2011 at 16:10 JST", "2011-06-03"},
      {"Jun. 3, 2011 at 4:10 PM", "2011-06-03"},
      {"Posted 6/23/2011 4:10 PM", "2011-06-23"},
      {"Posted 06-23-2011", "2011-06-23"},
      {"Published June 3, 2011 4:10pm", "2011-06-03"},
      {"FIRST POSTED: FRIDAY, JUNE 03, 2011 04:10 PM EDT", "2011-06-03"},
      {"Friday, Jun. 03, 2011", "2011-06-03"},
      {"Fri Jun 3, 4:10 PM ET", "none"},
      {"3 hrs ago", "none"},
      {"Updated 4 hours ago", "none"},
      {"Last updated 5 years ago", "none"},
      {"June 3, 2011 (AP)", "2011-06-03"},
      {"Release Date: June 3, 2011", "2011-06-03"},
      {"For Immediate Release June 3, 2011", "2011-06-03"},
      {"WASHINGTON, June 3, 2011", "2011-06-03"},
      {"Date of publication: 3 June 2011", "2011-06-03"},
      {"Publication date: 2011-06-03", "2011-06-03"},
      {"Filed on June 3, 2011", "2011-06-03"},
      {"Edited on 3 June 2011", "2011-06-03"},
      {"Friday 3rd June 2011", "2011-06-03"},
      {"Friday 3rd of June 2011 04:10 PM", "2011-06-03"},
      {"03 Jun 2011 - 16:10", "2011-06-03"},
      {"3-6-2011", "none"},
      {"June 3 , 2011", "2011-06-03"},
      {"Mon, 06/06/2011 - 16:10", "2011-06-06"},
      {"Tuesday 31 February 2011", "none"},
      {"June 3, 20114:10 PM ET", "2011-06-03"},
      {"06/03/2011June 3, 2011", "2011-06-03"},
      {"Issued on: 03/06/2011 - 16:10 Modified: 04/06/2011 - 09:00", "2011-06-03"},
      {"Posted 06/03/2011, updated 06/04/2011", "2011-06-03"},
      {"June 31, 2011", "none"},
      {"Modified: 3 June 2011", "2011-06-03"},
      {"Copyright 2011", "none"},
      {"© 2011 Example News. All rights reserved.", "none"},
      {"Expires June 30, 2011", "none"},
      {"Photo taken June 1, 2011", "none"},
      {"Next meeting: June 30, 2011", "none"},
      {"Accessed 3 June 2012", "none"},
      {"Archived from the original on June 5, 2012", "none"},
  }));
  CAPTURE(row.line);
  CHECK(day_of(date_page(page_with(row.line)).article) == row.day);
}

TEST_CASE("a dateline gives its day, and takes a missing year from elsewhere on the page only",
          "[ingest][published]") {
  struct Row {
    const char* dateline;
    const char* path;
    const char* day;
    PublishedBasis basis;
  };
  const auto row = GENERATE(values<Row>({
      {"ISLAMABAD, Pakistan (AP) _ ", "a.txt", "none", PublishedBasis::none},
      {"LONDON (Reuters) - ", "a.txt", "none", PublishedBasis::none},
      {"PARIS, April 1, 1997 (AFP) - ", "a.txt", "1997-04-01", PublishedBasis::dateline},
      {"BEIJING, Nov. 9 (Xinhua) -- ", "a.txt", "none", PublishedBasis::none},
      {"BEIJING, Nov. 9 (Xinhua) -- ", "XIN_20061109.0001.txt", "2006-11-09",
       PublishedBasis::dateline},
      {"BEIJING, Dec. 31 (Xinhua) -- ", "XIN_20070101.0001.txt", "2006-12-31",
       PublishedBasis::dateline},
      {"BEIJING, June 9 (Xinhua) -- ", "XIN_20061109.0001.txt", "2006-11-09",
       PublishedBasis::metadata},
      {"SANA'A, 3 June 2011 (IRIN) - ", "a.txt", "2011-06-03", PublishedBasis::dateline},
      {"(Reuters, June 3, 2011) - ", "a.txt", "2011-06-03", PublishedBasis::dateline},
      {"KABUL, June 3, 2011 /PRNewswire/ -- ", "a.txt", "2011-06-03", PublishedBasis::dateline},
  }));
  CAPTURE(row.dateline, row.path);
  const auto dated =
      date_page(std::string(row.dateline) +
                    "Ministers of two states met here to talk about the water of a river.\n\n"
                    "They last met on March 4, 2001 in another city.\n",
                row.path);
  CHECK(day_of(dated.article) == row.day);
  CHECK(dated.article.published_basis == row.basis);
}

TEST_CASE("the body, captions, comments and lists of links never date a page",
          "[ingest][published]") {
  const auto dated = date_page(
      "Ministers agree on water\n\n"
      "Two ministers (R) shake hands in Rome December 25, 2010. REUTERS/Ann Lee\n\n"
      "ROME (Reuters) - Two ministers met on June 3, 2011, and agreed to share the water of a "
      "river.\n\n"
      "June 4, 2011\n\n"
      "They met again on the next day and signed what they had agreed, said their speakers.\n\n"
      "Related Topics\n\nBridge opens, June 5, 2011\n\n"
      "2 Comments\njoe wrote:\nIt all began in 2010.\n\nJun 6, 2011 8:35pm EDT -- Report as "
      "abuse\n");
  CHECK(day_of(dated.article) == "none");
  CHECK(dated.article.published_basis == PublishedBasis::none);
}

TEST_CASE("markup's day alone right above the heading is taken, one further up is not",
          "[ingest][published]") {
  const auto day_with = [](const std::vector<std::string>& lines) {
    Article article;
    for (const std::string& line : lines) {
      const auto begin = static_cast<std::uint32_t>(article.text.size());
      article.text += line + "\n\n";
      const auto kind = line == "Talks on water" ? BlockKind::title : BlockKind::furniture;
      article.blocks.push_back({{begin, static_cast<std::uint32_t>(article.text.size())}, kind});
    }
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.text += "Ministers of two states met here to talk about the water of a river.\n";
    article.blocks.push_back(
        {{begin, static_cast<std::uint32_t>(article.text.size())}, BlockKind::body});
    label_blocks(article, page_words());
    CHECK(find_published(article, page_words()).empty());
    return day_of(article);
  };
  CHECK(day_with({"Home", "11 March 2019", "Share", "Talks on water"}) == "2019-03-11");
  CHECK(day_with({"11 March 2019", "Home", "News", "Sport", "Talks on water"}) == "none");
  CHECK(day_with({"Bridge opens, 11 March 2019", "Talks on water"}) == "none");
  CHECK(day_with({"11 March 2019", "Talks on water", "Posted March 12, 2019"}) == "2019-03-12");
}

TEST_CASE("the dates of datelines are time expressions too", "[ingest][published]") {
  LanguageOptions options;
  options.data = ANNALS_SOURCE_DIR "/ingest/data/english";
  const DateRules rules = DateRules::load(options);
  struct Row {
    const char* line;
    const char* time;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"DUBAI Mon Jul 30, 2012 6:03pm EDT",
            "Mon Jul 30, 2012 6:03pm EDT = TIME 2012-07-30T18:03"},
           {"Posted June 3rd, 2011 at 4:10 pm (UTC-5)",
            "June 3rd, 2011 at 4:10 pm (UTC-5) = TIME 2011-06-03T16:10"},
           {"September 26, 2011 / 1:27 PM / 9 years ago",
            "September 26, 2011 / 1:27 PM = TIME 2011-09-26T13:27"},
           {"Posted June 3, 2011", "June 3, 2011 = DATE 2011-06-03"},
           {"2 hours ago", ""},
       }) {
    CAPTURE(row.line);
    const Article article = date_page(page_with(row.line)).article;
    std::string shown;
    for (const Timex& timex : find_dateline_times(article, rules, page_words())) {
      shown +=
          std::string(slice(article.text, timex.span)) + " = " + timex.type + " " + timex.value;
    }
    CHECK(shown == row.time);
  }
}

TEST_CASE("a label decides over a dateline, a dateline over a date alone, and that over an update",
          "[ingest][published]") {
  const std::string body =
      "Ministers of two states met here to talk about the water of a river.\n\nThey agreed on "
      "it.\n";
  CHECK(day_of(
            date_page("Talks on water\n\nPosted June 4, 2011\n\nROME, June 3, 2011 (AFP) - " + body)
                .article) == "2011-06-04");
  CHECK(day_of(date_page("Talks on water\n\nJune 4, 2011\n\nROME, June 3, 2011 (AFP) - " + body)
                   .article) == "2011-06-03");
  CHECK(
      day_of(date_page("Talks on water\n\nJune 4, 2011\n\n" + body +
                       "\nA version of this article appears in print on June 5, 2011, on page 9.\n")
                 .article) == "2011-06-04");
  CHECK(day_of(date_page("Friday, October 1, 2021\n\nTalks on water\n\nJune 4, 2011\n\n" + body)
                   .article) == "2011-06-04");
  CHECK(day_of(date_page("Talks on water\n\nLast updated June 5, 2011\n\nJune 4, 2011\n\n" + body)
                   .article) == "2011-06-04");
  CHECK(day_of(
            date_page("Talks on water\n\n" + body + "\nPublished in The Example, June 4th, 2011.\n")
                .article) == "2011-06-04");
}

TEST_CASE("a field in UTC yields to the printed day", "[ingest][published]") {
  Article article;
  article.text = page_with("Posted June 3, 2011 9:30 pm EDT");
  article.published = day_date(*parse_day("2011-06-04"));
  article.published_basis = PublishedBasis::metadata;
  article.published_text = "2011-06-04T01:30:00Z";
  label_blocks(article, page_words());
  CHECK(find_published(article, page_words()).empty());
  CHECK(day_of(article) == "2011-06-03");
  CHECK(article.published_basis == PublishedBasis::stamp);
}

TEST_CASE("a date in figures is settled by a dateline near one of its readings",
          "[ingest][published]") {
  const auto dated = date_page(
      "Talks on water\n\nSource: Example | 03-12-2009 08:10\n\n"
      "ROME, March 11 (Xinhua) -- Ministers of two states met to talk about the water of a "
      "river.\n");
  CHECK(day_of(dated.article) == "2009-03-12");
}

TEST_CASE("a label on the line before belongs to the date", "[ingest][published]") {
  const auto dated = date_page(
      "Talks on water\n\nPublished\n3 June 2011\n\nLast updated\n5 June 2011\n\n"
      "Ministers of two states met to talk about the water of a river.\n\nThey agreed.\n");
  CHECK(day_of(dated.article) == "2011-06-03");
}

TEST_CASE("a weekday that contradicts its date is told, and the date believed",
          "[ingest][published]") {
  const auto dated = date_page(page_with("Posted Monday, June 3, 2011"));
  CHECK(day_of(dated.article) == "2011-06-03");
  CHECK(dated.doubt ==
        "\"Monday, June 3, 2011\" says Monday, but 2011-06-03 was a Friday; the day of the month "
        "is believed");
}

TEST_CASE("a stamp that names no real day is told and not used", "[ingest][published]") {
  for (const char* stamp : {"February 31st, 2011", "0000-00-00", "2011-13-01", "31 June 2011"}) {
    CAPTURE(stamp);
    const auto dated = date_page(page_with(std::string("Posted ") + stamp));
    CHECK(day_of(dated.article) == "none");
    CHECK(dated.doubt == "\"" + std::string(stamp) + "\" is no day of the calendar; not used");
  }
}

TEST_CASE("a day whose order is not known is told and not used", "[ingest][published]") {
  const auto dated = date_page(page_with("Posted 03/06/2011"));
  CHECK(day_of(dated.article) == "none");
  CHECK(dated.doubt ==
        "\"03/06/2011\" may be 2011-06-03 or 2011-03-06; not used, tell the day with --date");
}

TEST_CASE("addresses and names of files give a day when the page does not", "[ingest][published]") {
  struct Row {
    const char* url;
    const char* path;
    const char* day;
  };
  const auto row = GENERATE(values<Row>({
      {"http://example.org/2011/06/03/talks.html", "a.txt", "2011-06-03"},
      {"http://example.org/world/2011/jun/03/talks", "a.txt", "2011-06-03"},
      {"http://example.org/news/2011-06-03/talks", "a.txt", "2011-06-03"},
      {"http://example.org/talks-20110603.html", "a.txt", "2011-06-03"},
      {"http://example.org/article/id12345678", "a.txt", "none"},
      {"http://example.org/2011/06/talks", "a.txt", "none"},
      {"", "news/AFP_20110603.0012.txt", "2011-06-03"},
      {"", "2011-06-03-talks.txt", "2011-06-03"},
      {"", "20110603/talks.txt", "none"},
      {"", "talks_99999999.txt", "none"},
      {"", "000_5120110603e4e41.txt", "none"},
  }));
  CAPTURE(row.url, row.path);
  Article article;
  article.text = "Ministers of two states met to talk about the water of a river.\n";
  article.url = row.url;
  article.path = row.path;
  label_blocks(article, page_words());
  CHECK(find_published(article, page_words()).empty());
  CHECK(day_of(article) == row.day);
}

TEST_CASE("a date given with the file stays, and words in a field are read",
          "[ingest][published]") {
  Article article;
  article.text = page_with("Posted June 3, 2011");
  article.published = day_date(*parse_day("2010-01-01"));
  article.published_basis = PublishedBasis::option;
  label_blocks(article, page_words());
  CHECK(find_published(article, page_words()).empty());
  CHECK(day_of(article) == "2010-01-01");

  struct Field {
    const char* text;
    const char* day;
    const char* doubt;
  };
  for (const Field& field : std::initializer_list<Field>{
           {"Mon, 31 Jul 2012", "2012-07-31",
            "\"Mon, 31 Jul 2012\" says Monday, but 2012-07-31 was a Tuesday; the day of the month "
            "is "
            "believed"},
           {"1970-01-01T00:00:00Z", "2011-06-03",
            "the date \"1970-01-01T00:00:00Z\" is what a program writes that knows none; not used"},
           {"0001-01-01", "2011-06-03",
            "the date \"0001-01-01\" is what a program writes that knows none; not used"},
           {"1970-01-01", "1970-01-01", ""},
       }) {
    CAPTURE(field.text);
    Article given;
    given.text = page_with("Posted June 3, 2011");
    set_field(given, "date", field.text);
    label_blocks(given, page_words());
    CHECK(find_published(given, page_words()) == field.doubt);
    CHECK(day_of(given) == field.day);
  }

  article.published.reset();
  article.published_text = "Wed, 08 Jun 2011 16:10:00 GMT";
  article.published_basis = PublishedBasis::metadata;
  CHECK(find_published(article, page_words()).empty());
  CHECK(day_of(article) == "2011-06-08");
  CHECK(article.published_basis == PublishedBasis::metadata);

  article.published.reset();
  article.published_text = "soon";
  CHECK(find_published(article, page_words()) == "the date \"soon\" is no day; write 2011-06-03");
  CHECK(day_of(article) == "2011-06-03");
  CHECK(article.published_basis == PublishedBasis::stamp);
}
