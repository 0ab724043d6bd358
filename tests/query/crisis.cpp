#include "tests/query/crisis.h"

#include "link/link.h"
#include "tests/support/link_words.h"
#include "tests/support/told.h"

namespace annals::test {
namespace {

const Who pakistan{.name = "Pakistan", .kind = ActorKind::country, .country = "PAK", .code = "PAK"};
const Who america{.name = "United States",
                  .kind = ActorKind::country,
                  .country = "USA",
                  .aliases = {"America", "U.S.", "US"},
                  .code = "USA"};
const Who china{.name = "China", .kind = ActorKind::country, .country = "CHN", .code = "CHN"};
const Who us_officials{
    .name = "US officials", .kind = ActorKind::role_group, .country = "USA", .code = "USAGOV"};
const Who pak_officials{.name = "Pakistani officials",
                        .kind = ActorKind::role_group,
                        .country = "PAK",
                        .code = "PAKGOV"};
const Who munter{
    .name = "Cameron Munter", .country = "USA", .aliases = {"Munter"}, .code = "USAGOV"};
const Who bashir{
    .name = "Salman Bashir", .country = "PAK", .aliases = {"Bashir"}, .code = "PAKGOV"};
const Who meng{.name = "Meng Jianzhu", .country = "CHN", .aliases = {"Meng"}, .code = "CHNGOV"};
const Who mullen{.name = "Mike Mullen", .country = "USA", .aliases = {"Mullen"}, .code = "USAMIL"};
const Who petraeus{
    .name = "David Petraeus", .country = "USA", .aliases = {"Petraeus"}, .code = "USASPY"};
const Who zaheer{
    .name = "Zaheer ul-Islam", .country = "PAK", .aliases = {"ul-Islam"}, .code = "PAKSPY"};
const Who malik{.name = "Rehman Malik", .country = "PAK", .aliases = {"Malik"}, .code = "PAKGOV"};
const Who kayani{
    .name = "Ashfaq Kayani", .country = "PAK", .aliases = {"Kayani"}, .code = "PAKMIL"};
const Who clinton{
    .name = "Hillary Clinton", .country = "USA", .aliases = {"Clinton"}, .code = "USAGOV"};
const Who ibrahim{.name = "Ibrahim Haqqani", .country = "AFG"};
const Who siraj{.name = "Siraj Haqqani", .country = "AFG"};
const Who haqqanis{.name = "Haqqani network",
                   .kind = ActorKind::armed_group,
                   .country = "AFG",
                   .aliases = {"Haqqani militant group", "Haqqanis"},
                   .code = "AFGREB"};
const Who embassy{.name = "US embassy in Kabul",
                  .kind = ActorKind::organization,
                  .country = "USA",
                  .aliases = {"U.S. embassy"},
                  .code = "USAGOV"};
const Who london{
    .name = "United Kingdom", .kind = ActorKind::country, .country = "GBR", .code = "GBR"};
const Who militants{.name = "militants", .kind = ActorKind::role_group};

std::vector<Told> articles() {
  return {
      {.name = "strike.txt",
       .source = "VOA",
       .published = "2011-06-03",
       .said = {{.sentence = "A drone *strike* killed at least four people in the tribal belt on "
                             "Friday, officials said.",
                 .type = "ASSAULT",
                 .cameo = "195",
                 .sources = {america},
                 .targets = {militants},
                 .date = "2011-06-03",
                 .place = "South Waziristan",
                 .place_country = "PAK",
                 .counts = {{.what = "killed", .value = 4, .words = "at least four"}},
                 .said_by = {pak_officials}}}},
      {.name = "row.txt",
       .source = "Reuters",
       .published = "2011-09-26",
       .said =
           {{.sentence = "Cameron Munter *met* Salman Bashir on Monday to calm the row.",
             .type = "CONSULT",
             .cameo = "044",
             .others = {munter, bashir},
             .date = "2011-09-26"},
            {.sentence = "Meng Jianzhu is to *meet* Pakistani officials this week.",
             .type = "CONSULT",
             .cameo = "044",
             .others = {meng, pak_officials},
             .date = "2011-09-26/2011-10-02",
             .status = Status::planned},
            {.sentence = "Rehman Malik *welcomed* Meng Jianzhu on Monday.",
             .type = "CONSULT",
             .cameo = "043",
             .sources = {malik},
             .targets = {meng},
             .date = "2011-09-26"},
            {.sentence = "Mike Mullen *accused* Pakistan last week of backing the Haqqani network.",
             .type = "ACCUSE",
             .cameo = "112",
             .sources = {mullen},
             .targets = {pakistan},
             .date = "2011-09-19/2011-09-25"},
            {.sentence = "Pakistan *supported* the Haqqani network, he said.",
             .type = "AID",
             .cameo = "072",
             .sources = {pakistan},
             .targets = {haqqanis},
             .status = Status::alleged,
             .said_by = {mullen}},
            {.sentence = "Pakistan *rejected* what Mike Mullen said.",
             .type = "REJECT",
             .cameo = "12",
             .sources = {pakistan},
             .targets = {mullen},
             .date = "2011-09-19/2011-09-26"},
            {.sentence =
                 "The *attack* of 13 September on the U.S. embassy is laid to the Haqqani network.",
             .type = "ASSAULT",
             .cameo = "190",
             .sources = {haqqanis},
             .targets = {embassy},
             .date = "2011-09-13",
             .status = Status::alleged,
             .place = "Kabul",
             .place_country = "AFG",
             .said_by = {us_officials}},
            {.sentence = "A *trip* of Ashfaq Kayani to London was put off on Sunday.",
             .type = "CONSULT",
             .cameo = "042",
             .sources = {kayani},
             .targets = {london},
             .date = "2011-09-25",
             .status = Status::cancelled}}},
      {.name = "chief.txt",
       .source = "Reuters",
       .published = "2012-07-30",
       .said =
           {{.sentence = "Zaheer ul-Islam will *meet* David Petraeus in Washington this week.",
             .type = "CONSULT",
             .cameo = "042",
             .sources = {zaheer},
             .targets = {petraeus},
             .date = "2012-07-30/2012-08-05",
             .status = Status::planned,
             .date_text = "this week",
             .place = "Washington",
             .place_country = "USA",
             .said_by = {malik}},
            {.sentence =
                 "Pakistan *demanded* an end of drone strikes from the United States on Monday.",
             .type = "REQUEST",
             .cameo = "105",
             .sources = {pakistan},
             .targets = {america},
             .date = "2012-07-30"}}},
      {.name = "list.txt",
       .source = "Cipher Brief",
       .published = "",
       .said = {{.sentence = "Washington *asked* Pakistan to detain Siraj Haqqani.",
                 .type = "REQUEST",
                 .cameo = "104",
                 .sources = {america},
                 .targets = {pakistan, siraj}}}},
      {.name = "talks.txt",
       .source = "The Nation",
       .published = "2011-10-25",
       .said = {{.sentence = "US officials *met* Ibrahim Haqqani in August this year.",
                 .type = "CONSULT",
                 .cameo = "044",
                 .others = {us_officials, ibrahim},
                 .date = "2011-08",
                 .date_text = "August this year",
                 .place = "Middle East"},
                {.sentence = "Ibrahim Haqqani *spoke* with Ashfaq Kayani in early October.",
                 .type = "CONSULT",
                 .cameo = "040",
                 .others = {ibrahim, kayani},
                 .date = "2011-10-01/2011-10-10"},
                {.sentence = "Hillary Clinton and David Petraeus *met* Ashfaq Kayani in Islamabad "
                             "on 20 October.",
                 .type = "CONSULT",
                 .cameo = "042",
                 .others = {clinton, petraeus, kayani},
                 .date = "2011-10-20",
                 .place = "Islamabad",
                 .place_country = "PAK"}}},
  };
}

}  // namespace

std::vector<Facts> crisis_facts() {
  std::vector<Facts> result;
  for (const Told& told : articles()) result.push_back(facts_of(told));
  return result;
}

Store crisis_store() {
  Store store = Store::in_memory();
  for (const Facts& facts : crisis_facts()) store.add(facts);
  link_store(store, test::link_words());
  return store;
}

}  // namespace annals::test
