#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "ingest/analyzer.h"
#include "ingest/date_rules.h"
#include "ingest/event_dates.h"
#include "ingest/time_words.h"

using namespace annals;

namespace {

struct Reader {
  Analyzer analyzer;
  DateRules rules;

  static const Reader& english() {
    static const Reader reader = [] {
      LanguageOptions options;
      options.data = std::filesystem::path(ANNALS_SOURCE_DIR) / "ingest/data/english";
      return Reader{Analyzer::load(options.data / "model.annals"), DateRules::load(options)};
    }();
    return reader;
  }
};

/// The date and the basis of the word in [brackets]; a line break in the text begins a paragraph.
/// `title` makes the first paragraph one.
std::string dated(std::string text, const std::string& published, bool title = false) {
  const auto open = text.find('[');
  const auto close = text.find(']');
  text.erase(close, 1).erase(open, 1);
  const Span word{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close - 1)};
  Article article;
  article.text = text;
  if (!published.empty()) article.published = parse_edtf(published);
  std::vector<Span> spans;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size() - 1) + 1);
    spans.push_back({at, end});
    const bool heading = title && at == 0;
    article.blocks.push_back({{at, end}, heading ? BlockKind::title : BlockKind::body});
    at = end;
  }
  const Reader& reader = Reader::english();
  const Analysis analysis = reader.analyzer.analyze(article.text, spans);
  const auto timexes = find_timexes(article, analysis, reader.rules);
  const DatedBy found = Dating(article, analysis, timexes, reader.rules).date_at(word);
  const char* basis = found.basis == DateBasis::expression          ? "expression"
                      : found.basis == DateBasis::dateline_relative ? "tense"
                      : found.basis == DateBasis::reporting_day     ? "saying"
                      : found.basis == DateBasis::linked            ? "linked"
                                                                    : "none";
  return format_edtf(found.date) + " " + basis;
}

struct Row {
  const char* text;
  const char* dated;
};

}  // namespace

// 2012-07-30 was a Monday.
TEST_CASE("an expression dates what it hangs on, and nothing else", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"The two ministers [met] in Rome on Friday.", "2012-07-27 expression"},
      {"On Friday, the two ministers [met] in Rome.", "2012-07-27 expression"},
      {"The ministers [met] on Friday and signed a treaty.", "2012-07-27 expression"},
      {"The ministers met on Friday and [signed] a treaty.", "2012-07-27 expression"},
      {"The ministers held [talks] in Rome on Friday.", "2012-07-27 expression"},
      {"The minister [said] on Friday that the troops would leave in 2014.",
       "2012-07-27 expression"},
      {"The minister said on Friday that the troops would [leave] in 2014.", "2014 expression"},
      {"The army blamed the rebels for the July 13 [attack].", "2012-07-13 expression"},
      {"Last week's [talks] brought no result.", "2012-07-23/2012-07-29 expression"},
      {"In a Thursday speech, the minister [rejected] the plan.", "2012-07-26 expression"},
      {"Speaking on Saturday, the minister [rejected] the plan.", "2012-07-28 expression"},
      {"The ministers will [meet] in Rome on Friday.", "2012-08-03 expression"},
      {"Troops broke the accord [signed] in 1994.", "1994 expression"},
      {"The talks, planned for Thursday, were [cancelled] on Friday.", "2012-07-27 expression"},
      {"A summit that had been [planned] for Thursday was called off.", "2012-08-02 expression"},
      {"The rally followed the [killing] of a student on Friday.", "2012-07-27 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("what no expression reaches is bounded by its tense", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"The ministers will [meet] in Rome.", "2012-07-31/.. tense"},
      {"The ministers plan to [meet] in Rome.", "2012-07-31/.. tense"},
      {"The minister called for new [talks].", "2012-07-31/.. tense"},
      {"Troops will stay until the rebels [leave].", "2012-07-31/.. tense"},
      {"The rebels [arrested] the governor.", "../2012-07-30 tense"},
      {"They live here. The rebels have [arrested] the governor.", "../2012-07-30 tense"},
      {"The minister said that the rebels had [arrested] the governor.", "../2012-07-29 tense"},
      {"The minister condemned the [attack].", "../2012-07-29 tense"},
      {"The army [is] in the town.", "2012-07-30 tense"},
      {"The rebels have not [signed] the accord.", "2012-07-30 tense"},
      {"The minister [accused] the army of lies.", "2012-07-30 saying"},
      {"The minister [accuses] the army of lies.", "2012-07-30 saying"},
      {"The rebels left the town, [demanding] the release of prisoners.", "../2012-07-30 tense"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("connectives turn an expression into a bound", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"Troops have [fought] the rebels since 2009.", "2009-01-01/2012-07-30 expression"},
      {"The rebels [left] after July 13.", "2012-07-13/2012-07-30 expression"},
      {"The rebels [left] the town before Friday.", "../2012-07-27 expression"},
      {"The ministers met on Friday after rebels [attacked] the town.", "../2012-07-27 expression"},
      {"Troops will [leave] by the end of 2014.", "2012-07-30/2014-12-31 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("the day of a story is carried on, and background does not take it", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"Rebels attacked the town on Friday.\nThey [killed] the governor.", "2012-07-27 linked"},
      {"Rebels attacked the town on Friday.\nThe army had [left] the town.", "../2012-07-29 tense"},
      {"Rebels attacked the town on Friday.\nThe governor will [return] to the town.",
       "2012-07-31/.. tense"},
      {"Rebels attacked the town on Friday.\nThe movement was founded in 1976. Its leaders [fled] "
       "to Iran.",
       "../2012-07-30 tense"},
      {"Rebels attacked the town on Friday.\nIn July last year rebels took the bridge. The army "
       "[fled].",
       "2011-07 linked"},
      {"Iraq invaded Kuwait on Aug. 2, 1990.\nThe [invasion] is a crime.", "1990-08-02 linked"},
      {"On Friday, President Brown opened the conference.\nBrown [praised] the army.",
       "2012-07-27 linked"},
      {"On Friday, President Brown opened the conference.\nThe rebels [accused] the army.",
       "2012-07-30 saying"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "2012-07-30") == row.dated);
}

TEST_CASE("a headline in the present takes the day of the news", "[ingest][dating]") {
  CHECK(dated("Rebels [attack] town\nRebels attacked a town on Friday and left.", "2012-07-30",
              true) == "2012-07-27 linked");
}

TEST_CASE("without a publication day nothing is dated by tense", "[ingest][dating]") {
  const auto row = GENERATE(values<Row>({
      {"The ministers will [meet] in Rome.", " none"},
      {"The ministers [met] in Rome.", " none"},
      {"The minister [rejected] the plan.", " none"},
      {"The ministers [met] in Rome on June 3, 2011.", "2011-06-03 expression"},
      {"The ministers met in Rome on June 3, 2011.\nThey [signed] a treaty.", "2011-06-03 linked"},
      {"The ministers [met] in Rome in August.", "XXXX-08 expression"},
  }));
  CAPTURE(row.text);
  CHECK(dated(row.text, "") == row.dated);
}

TEST_CASE("a span outside every sentence has no date", "[ingest][dating]") {
  CHECK(dated("They met in Rome. [   ]", "2012-07-30") == " none");
}

TEST_CASE("an unknown list of time.words is named with its line", "[ingest][dating]") {
  TimeWords words;
  CHECK_THROWS_WITH(words.add(parse_rules("says: say\nmonkeys: ape", "time.words")),
                    Catch::StartsWith("time.words:2: unknown list \"monkeys\"; there are: says "));
  CHECK_THROWS_WITH(words.add(parse_rules("says", "time.words")),
                    "time.words:1: write LIST: WORD WORD ...");
  words.add(parse_rules("says: say tell", "time.words"));
  CHECK(words.is(TimeWord::says, "tell"));
  CHECK_FALSE(words.is(TimeWord::ahead, "tell"));
}
