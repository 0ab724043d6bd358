// Tables of events as other projects publish them.

#include "ingest/tables/event_tables.h"

#include <archive.h>
#include <archive_entry.h>

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "tests/support/temp_folder.h"

namespace annals {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;

LanguageOptions english() {
  return {.data = std::string(ANNALS_SOURCE_DIR) + "/ingest/data/english"};
}

/// What a table gave, a line a row: "2018-01-02 | China | 042 CONSULT | Japan".
struct Gave {
  std::vector<std::string> rows;
  std::vector<Actor> actors;
  std::vector<EventTableReport> reports;
  std::vector<std::uint64_t> ids;
};

Gave read(const char* format, const fs::path& file) {
  Gave gave;
  EventTables(format, english())
      .read(
          file,
          [&](const ImportTable& table) {
            gave.ids.push_back(table.id);
            ImportRow row;
            while (table.next(row)) {
              for (const auto name : {row.source, row.target}) {
                if (!name.empty()) gave.actors.push_back(table.actor(name));
              }
              gave.rows.push_back(format_edtf(row.date) + " | " + std::string(row.source) + " | " +
                                  std::string(row.cameo) + " " + std::string(row.type) + " | " +
                                  std::string(row.target));
              row = {};
            }
          },
          [&](const EventTableReport& report) { gave.reports.push_back(report); });
  return gave;
}

Gave read_text(const char* format, const std::string& text) {
  const TempFolder temp;
  return read(format, temp.write("table", text));
}

using Rows = std::vector<std::string>;

/// A row of `width` columns, empty but for those given.
std::string row_of(std::size_t width,
                   const std::vector<std::pair<std::size_t, const char*>>& cells) {
  std::vector<std::string> all(width);
  for (const auto& [at, cell] : cells) all[at] = cell;
  std::string row;
  for (std::size_t i = 0; i < width; ++i) row += (i == 0 ? "" : "\t") + all[i];
  return row + "\n";
}

std::string gdelt_row(std::size_t width, const char* actor1, const char* country1,
                      const char* code = "042") {
  return row_of(width, {{0, "410001"},
                        {1, "20130705"},
                        {5, "USAGOV"},
                        {6, actor1},
                        {7, country1},
                        {15, "PAK"},
                        {16, "PAKISTAN"},
                        {17, "PAK"},
                        {26, code}});
}

void pack(const fs::path& file, bool zip,
          const std::vector<std::pair<std::string, std::string>>& members) {
  archive* const out = archive_write_new();
  if (zip) {
    archive_write_set_format_zip(out);
  } else {
    archive_write_set_format_raw(out);
    archive_write_add_filter_gzip(out);
  }
  REQUIRE(archive_write_open_filename(out, file.c_str()) == ARCHIVE_OK);
  for (const auto& [name, text] : members) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    REQUIRE(archive_write_header(out, entry) == ARCHIVE_OK);
    archive_write_data(out, text.data(), text.size());
    archive_entry_free(entry);
  }
  REQUIRE(archive_write_close(out) == ARCHIVE_OK);
  archive_write_free(out);
}

}  // namespace

TEST_CASE("each format of event tables gives who did what to whom, and when", "[ingest][tables]") {
  struct Case {
    const char* format;
    std::string text;
    Rows rows;
  };
  const auto each = GENERATE(values<Case>({
      {"tsv",
       "2018-01-02\tChina\t042\tJapan\n2018-01\tChina\tCONSULT\t\n",
       {"2018-01-02 | China | 042 CONSULT | Japan", "2018-01 | China |  CONSULT | "}},
      {"tsv",
       "\xEF\xBB\xBF"
       "Date\tSource\tRelation\tTarget\r\n20180102\tChina\tflatter\tJapan\r\n",
       {"2018-01-02 | China | flatter OTHER | Japan"}},
      {"icews",
       row_of(20, {{1, "2018-01-02"},
                   {2, "Angela Merkel"},
                   {4, "Germany"},
                   {6, "43"},
                   {8, "Police (India)"},
                   {10, "India"}}),
       {"2018-01-02 | Angela Merkel | 043 CONSULT | Police (India)"}},
      {"icews",
       "CAMEO Code\tTarget Name\tSource Name\tEvent Date\n0311\tIndia\tFrance\t2018-01-02\n",
       {"2018-01-02 | France | 0311 AGREE | India"}},
      {"gdelt",
       gdelt_row(61, "PRESIDENT", "USA") + gdelt_row(58, "UNITED STATES", "USA"),
       {"2013-07-05 | President (United States) | 042 CONSULT | Pakistan",
        "2013-07-05 | United States | 042 CONSULT | Pakistan"}},
      {"gdelt", gdelt_row(57, "", ""), {"2013-07-05 | USAGOV | 042 CONSULT | Pakistan"}},
      {"polecat",
       "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tActor Country\tRecipient "
       "Name\tRecipient Country\nX1\t2022-03-04\tASSAULT\tfirearms\tRussian "
       "Army\tRUS\tNone\tNone\n",
       {"2022-03-04 | Russian Army |  ASSAULT | "}},
      {"petrarch",
       "20110926\tUSAGOV\tPAK\t042\t\tid\turl\tREU\n",
       {"2011-09-26 | USAGOV | 042 CONSULT | PAK"}},
      {"phoenix",
       row_of(26, {{0, "1"},
                   {1, "20150926"},
                   {2, "2015"},
                   {3, "9"},
                   {4, "26"},
                   {5, "SYRMIL"},
                   {9, "SYRREB"},
                   {13, "190"}}),
       {"2015-09-26 | SYRMIL | 190 ASSAULT | SYRREB"}},
      {"phoenix",
       "eid,story_date,year,month,day,source,target,code\n1,9/6/1999,1999,9,6,USA,IRQ,0231\n",
       {"1999-09-06 | USA | 0231 REQUEST | IRQ"}},
      {"acled",
       "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,"
       "notes\nETH1,02 January 2020,1,Battles,Armed clash,Red Front,\"Military Forces of X "
       "(2018-)\",Ethiopia,\"two lines,\nof \"\"notes\"\"\"\nETH2,15 January "
       "2020,3,Protests,Peaceful protest,Protesters (Ethiopia),,Ethiopia,\n",
       {"2020-01-02 | Red Front | 190 ASSAULT | Military Forces of X (2018-)",
        "2020-01 | Protesters (Ethiopia) | 141 PROTEST | "}},
  }));
  CAPTURE(each.format, each.text);
  const Gave gave = read_text(each.format, each.text);
  CHECK(gave.rows == each.rows);
  REQUIRE(gave.reports.size() == 1);
  CHECK(gave.reports[0].bad == 0);
  CHECK(gave.reports[0].rows == each.rows.size());
}

TEST_CASE("malformed rows are left out and told with their lines", "[ingest][tables]") {
  const Gave gave = read_text(
      "tsv", "2018-01-02\tA\t042\tB\n\n2018-02-30\tA\t042\tB\nno table\n2018-01-03\t\t042\tB\n" +
                 std::string(2U << 20U, 'x') + "\n2018-01-04\tA\t\tB\n2018-01-05\tA\t043\tB\n");
  CHECK(gave.rows == Rows{"2018-01-02 | A | 042 CONSULT | B", "2018-01-05 | A | 043 CONSULT | B"});
  REQUIRE(gave.reports.size() == 1);
  const auto& report = gave.reports[0];
  CHECK(report.bad == 4);
  CHECK(report.actorless == 1);
  REQUIRE(report.first_bad.size() == 4);
  CHECK(report.first_bad[0].line == 3);
  CHECK_THAT(report.first_bad[0].message, Contains("2018-02-30"));
  CHECK(report.first_bad[1].line == 4);
  CHECK_THAT(report.first_bad[1].message, Contains("1 column; wanted: at least 4"));
  CHECK(report.first_bad[2].line == 6);
  CHECK_THAT(report.first_bad[2].message, Contains("longer"));
  CHECK(report.first_bad[3].line == 7);
}

TEST_CASE("a quote that nothing closes costs its row only", "[ingest][tables]") {
  const Gave gave = read_text("acled",
                              "event_date,event_type,actor1,actor2\n2020-01-02,Riots,\"A,\n"
                              "2020-01-03,Riots,B,C\n");
  CHECK(gave.rows == Rows{"2020-01-03 | B | 145 PROTEST | C"});
  REQUIRE(gave.reports[0].bad == 1);
  CHECK(gave.reports[0].first_bad[0].line == 2);
}

TEST_CASE("actors of tables are those of the articles", "[ingest][tables]") {
  const Gave gave = read_text(
      "icews",
      row_of(20,
             {{1, "2018-01-02"}, {2, "Angela Merkel"}, {4, "Germany"}, {6, "042"}, {8, "China"}}) +
          row_of(20, {{1, "2018-01-02"},
                      {2, "Police (India)"},
                      {4, "India"},
                      {6, "173"},
                      {8, "Thomas Unheard"}}));
  REQUIRE(gave.actors.size() == 4);
  CHECK(gave.actors[0].id == actor_id(ActorKind::person, "Angela Merkel"));
  CHECK(gave.actors[0].country == "DEU");
  CHECK(gave.actors[1].id == actor_id(ActorKind::country, "China"));
  CHECK(gave.actors[2].kind == ActorKind::role_group);
  CHECK(gave.actors[2].country == "IND");
  CHECK(gave.actors[3].kind == ActorKind::person);
  const Gave coded = read_text("petrarch", "20110926\tUSAGOV\tPAK\t042\n");
  CHECK(coded.actors.at(0).country == "USA");
  CHECK(coded.actors.at(0).code == "USAGOV");
  CHECK(coded.actors.at(1).id == actor_id(ActorKind::country, "Pakistan"));
}

TEST_CASE("compressed tables and archives of tables are read as they stream", "[ingest][tables]") {
  const TempFolder temp;
  const std::string one = "2018-01-02\tA\t042\tB\n", two = "2018-01-03\tA\t043\tB\n";
  pack(temp / "one.tsv.gz", false, {{"one.tsv", one}});
  pack(temp / "both.zip", true, {{"one.tsv", one}, {"more/two.tsv", two}});
  const Gave packed = read("tsv", temp / "one.tsv.gz");
  CHECK(packed.rows == Rows{"2018-01-02 | A | 042 CONSULT | B"});
  const Gave both = read("tsv", temp / "both.zip");
  CHECK(both.rows.size() == 2);
  REQUIRE(both.reports.size() == 2);
  CHECK_THAT(both.reports[1].name, Contains("both.zip/more/two.tsv"));
  REQUIRE(both.ids.size() == 2);
  CHECK(both.ids[0] != both.ids[1]);
  CHECK(read("tsv", temp / "both.zip").ids == both.ids);
  CHECK(read("tsv", temp.path()).rows.size() == 3);  // a folder stands for its files
}

TEST_CASE("files that are no tables are told with a remedy", "[ingest][tables]") {
  const TempFolder temp;
  const auto error_of = [](const std::function<void()>& action) {
    try {
      action();
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK_THAT(error_of([&] { read("csv", temp.path()); }), Contains("icews"));
  CHECK_THAT(error_of([&] { read("tsv", temp / "none.tsv"); }), Contains("none.tsv"));
  CHECK_THAT(error_of([&] { read("acled", temp.write("a.csv", "1,2,3\n")); }), Contains("heading"));
  std::string table;
  for (int i = 0; i < 20000; ++i) table += "2018-01-02\tActor " + std::to_string(i) + "\t042\tB\n";
  pack(temp / "cut.tsv.gz", false, {{"cut.tsv", table}});
  fs::resize_file(temp / "cut.tsv.gz", fs::file_size(temp / "cut.tsv.gz") / 2);
  CHECK_THAT(error_of([&] { read("tsv", temp / "cut.tsv.gz"); }),
             Contains("cut.tsv.gz") && Contains("cut off"));
  CHECK(read("tsv", temp.write("empty.tsv", "")).rows.empty());
}

}  // namespace annals
