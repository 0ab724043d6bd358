// Linking what changed against linking everything: whatever came, changed and went, in whatever
// batches, the graph and the notes are the same.

#include <algorithm>
#include <array>
#include <random>

#include <catch2/catch.hpp>

#include "link/decisions.h"
#include "link/link.h"
#include "tests/support/link_words.h"
#include "tests/support/told.h"

namespace annals {
namespace {

using test::facts_of;
using test::link_words;
using test::Said;
using test::Told;
using test::Who;

/// Names that are one another's spellings, surnames and abbreviations, so that a new article often
/// joins or parts the actors of old ones.
const std::vector<Who> cast = {
    {.name = "Anna Berg", .country = "SWE"},
    {.name = "Anna Maria Berg"},
    {.name = "Berg"},
    {.name = "Karl Berg", .country = "DNK"},
    {.name = "Zaheer Islam", .country = "PAK"},
    {.name = "Zahir Islam", .country = "PAK"},
    {.name = "Islam", .country = "PAK"},
    {.name = "Haqqani network", .kind = ActorKind::armed_group},
    {.name = "Haqqani fighters", .kind = ActorKind::armed_group},
    {.name = "ISI", .kind = ActorKind::organization, .country = "PAK"},
    {.name = "Inter-Services Intelligence",
     .kind = ActorKind::organization,
     .country = "PAK",
     .aliases = {"ISI"}},
    {.name = "Indian Statistical Institute",
     .kind = ActorKind::organization,
     .country = "IND",
     .aliases = {"ISI"}},
    {.name = "Sweden", .kind = ActorKind::country, .country = "SWE"},
    {.name = "Kingdom of Sweden", .kind = ActorKind::country, .country = "SWE"},
    {.name = "Pakistan", .kind = ActorKind::country, .country = "PAK"},
    {.name = "Pakistan", .kind = ActorKind::country},
    {.name = "Swedish officials", .kind = ActorKind::role_group, .country = "SWE"},
    {.name = "gunmen", .kind = ActorKind::role_group},
    {.name = "John Doe",
     .country = "USA",
     .roles = {{.title = "minister", .code = "USAGOV", .seen = {}}}},
    {.name = "John Doe",
     .country = "CAN",
     .roles = {{.title = "minister", .code = "CANGOV", .seen = {}}}},
    {.name = "John Doe"},
};

const std::vector<std::string> dates = {
    "2011-09-26", "2011-09-09", "2011-09-27",    "2011-09-26~",
    "2011-09",    "2011-10",    "2011",          "",
    "XXXX-09",    "XXXX-09-26", "../2011-09-28", "2011-09-26/2011-10-02"};

class Maker {
 public:
  /// A small cast gives large blocks, a large one many actors.
  Maker(unsigned seed, std::size_t cast_size) : random_(seed), cast_size_(cast_size) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  Facts article(const std::string& name) {
    Told told{.name = name, .source = "paper " + std::to_string(below(3)), .published = {}};
    static const std::array<const char*, 6> days = {"2011-09-27", "2011-09-28", "2011-09-29",
                                                    "2011-09-30", "2011-10-05", "2011-10-19"};
    if (below(4) != 0) told.published = days[below(days.size())];
    for (std::size_t left = 1 + below(4); left > 0; --left) told.said.push_back(said());
    if (below(4) == 0) {  // an agency's text
      const std::string about = std::to_string(below(3));
      for (const char* what : {" began early in the day as all had hoped.",
                               " ended late in the day as all had feared.",
                               " was told of by nobody who had been there."})
        told.said.push_back({.sentence = "What the papers call number " + about + what});
    }
    return facts_of(told);
  }

 private:
  Said said() {
    static const std::array<std::array<const char*, 3>, 6> acts = {{
        {"They *met* that day.", "CONSULT", "040"},
        {"The *talks* went on.", "CONSULT", "046"},
        {"There was an *attack* there.", "ASSAULT", "190"},
        {"The bombs *killed* many there.", "ASSAULT", "1823"},
        {"They declared a *ceasefire*.", "RETREAT", "0871"},
        {"They *criticized* all that.", "ACCUSE", "111"},
    }};
    const auto& act = acts[below(acts.size())];
    Said said{.sentence = act[0], .type = act[1], .cameo = act[2]};
    if (below(3) == 0) said.sentence = "Number " + std::to_string(below(50)) + ": " + said.sentence;
    for (std::size_t left = below(3); left > 0; --left) said.others.push_back(somebody());
    if (below(2) == 0) said.sources.push_back(somebody());
    if (below(2) == 0) said.targets.push_back(somebody());
    said.date = dates[below(dates.size())];
    if (below(4) == 0) said.basis = DateBasis::dateline_relative;
    if (below(8) == 0) said.basis = DateBasis::linked;
    if (said.date.starts_with("XXXX-09") && below(2) == 0) said.date_text = "September this year";
    said.status = static_cast<Status>(below(3) == 0 ? below(6) : 0);
    if (below(3) == 0) {
      said.place = below(2) == 0 ? "Kabul" : "Cairo";
      said.place_country = said.place == "Kabul" ? "AFG" : "EGY";
    }
    if (below(3) == 0) said.counts = {{.what = "killed", .value = dead(), .words = {}}};
    if (below(5) == 0) said.said_by = {somebody()};
    said.title = below(5) == 0;
    return said;
  }

  /// Now and then so many that they make an attack known again.
  double dead() { return below(3) == 0 ? 57 : static_cast<double>(1 + below(9)); }

  Who somebody() { return cast[below(cast_size_)]; }

  std::mt19937 random_;
  std::size_t cast_size_;
};

/// The same articles and decisions in a store of its own, linked all at once.
Store linked_anew(const Store& store) {
  Store anew = Store::in_memory();
  auto ids = store.article_ids();
  std::reverse(ids.begin(), ids.end());
  for (const ArticleId id : ids) anew.add(*store.facts(id));
  for (const Decision& each : store.decisions()) anew.put_decision(each);
  link_store(anew, link_words());
  return anew;
}

/// Names what differs first, for two graphs are too long to read.
std::string difference(const Store& a, const Store& b) {
  const Graph one = a.graph(), other = b.graph();
  if (one.actors != other.actors) return "actors";
  if (one.became != other.became) return "what actors became";
  if (one.events != other.events) return "events";
  const auto notes = a.notes(), others = b.notes();
  for (std::size_t i = 0; i < std::min(notes.size(), others.size()); ++i) {
    if (notes[i] != others[i]) return std::string("a note of ") + notes[i].key.front();
  }
  return notes.size() == others.size() ? "" : "the number of notes";
}

void change_and_compare(unsigned seed, std::size_t cast_size, std::size_t rounds,
                        std::size_t batch) {
  Maker maker(seed, cast_size);
  Store store = Store::in_memory();
  link_store(store, link_words());
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t left = 1 + maker.below(batch); left > 0; --left) {
      const auto ids = store.article_ids();
      const std::size_t what = maker.below(8);
      if (what == 0 && !ids.empty()) {
        store.remove(ids[maker.below(ids.size())]);
      } else if (what == 1 && !ids.empty()) {  // another text of the same path
        store.add(maker.article(store.article(ids[maker.below(ids.size())])->path));
      } else if (what == 2 && !ids.empty()) {  // the same text of another path, on another day
        Facts facts = *store.facts(ids[maker.below(ids.size())]);
        facts.article.path = std::to_string(maker.below(100));
        facts.article.published = parse_edtf("2011-09-28");
        store.add(facts);
      } else {
        store.add(maker.article("article " + std::to_string(maker.below(100000))));
      }
    }
    link_store(store, link_words());
    CAPTURE(seed, cast_size, round);
    REQUIRE(difference(store, linked_anew(store)) == "");
    REQUIRE(store.unlinked().empty());
  }
  REQUIRE(store.check().empty());
}

TEST_CASE("linking what changed comes to the same as linking everything", "[link][relink]") {
  for (unsigned seed = 0; seed < 20; ++seed) change_and_compare(seed, cast.size(), 12, 8);
}

TEST_CASE("so it does where very many tellings look alike", "[link][relink]") {
  for (unsigned seed = 100; seed < 106; ++seed) change_and_compare(seed, 3, 14, 40);
}

/// One of very many meetings of one man, each in a country of its own but for a few that are told
/// twice, so that whether two tellings are compared depends on what was told between them.
Facts meeting_somewhere(std::mt19937& random) {
  const auto below = [&](std::size_t limit) { return random() % limit; };
  const std::string place = std::to_string(below(70));
  return facts_of({.name = "article " + std::to_string(below(1000000)),
                   .source = "paper",
                   .published = "2011-09-" + std::to_string(10 + below(20)),
                   .said = {{.sentence = "He *met* all.",
                             .type = "CONSULT",
                             .cameo = "040",
                             .others = {cast[0]},
                             .date = below(3) == 0 ? "2011" : "2011-09",
                             .place = "Town " + place,
                             .place_country = place}}});
}

/// A store of `articles` is the same as one linked anew after each of some rounds that take out and
/// add fewer than `below` of them.
void check_rounds(Facts (*make)(std::mt19937&), unsigned seed, std::size_t articles, int rounds,
                  std::size_t below) {
  std::mt19937 random(seed);
  Store store = Store::in_memory();
  for (std::size_t left = articles; left > 0; --left) store.add(make(random));
  link_store(store, link_words());
  for (int round = 0; round < rounds; ++round) {
    const auto ids = store.article_ids();
    for (std::size_t left = random() % below; left > 0; --left)
      store.remove(ids[random() % ids.size()]);
    for (std::size_t left = random() % below; left > 0; --left) store.add(make(random));
    link_store(store, link_words());
    CAPTURE(seed, round);
    REQUIRE(difference(store, linked_anew(store)) == "");
  }
}

TEST_CASE("so it does at the edge of what is compared in a large block", "[link][relink]") {
  for (unsigned seed = 0; seed < 12; ++seed)
    check_rounds(meeting_somewhere, seed, 80 + 20 * (seed % 6), 25, 3);
}

/// Four of nine sentences, which very many other texts have as well.
Facts text_of_few_sentences(std::mt19937& random) {
  Told told{.name = "article " + std::to_string(random() % 1000000),
            .source = "paper",
            .published = "2011-09-28",
            .said = {}};
  for (int i = 0; i < 4; ++i) {
    const std::string about = std::to_string(random() % 9);
    told.said.push_back({.sentence = "What all of the papers call number " + about + " began."});
  }
  return facts_of(told);
}

TEST_CASE("so it does where copies are compared with the nearest ones only", "[link][relink]") {
  for (unsigned seed = 0; seed < 6; ++seed) check_rounds(text_of_few_sentences, seed, 90, 12, 4);
}

TEST_CASE("decisions hold for what is linked later", "[link][relink][decisions]") {
  Maker maker(7, cast.size());
  Store store = Store::in_memory();
  for (int i = 0; i < 20; ++i) store.add(maker.article("a" + std::to_string(i)));
  link_store(store, link_words());
  const Graph graph = store.graph();
  const auto decide = [&](const char* what, const std::string& first, const std::string& second) {
    store.put_decision(
        make_decision({.what = what, .first = first, .second = second, .who = "", .why = ""}));
  };
  const auto mention = [&](std::size_t event) {
    return format_hex(graph.events[event].mentions.front().value);
  };
  REQUIRE(graph.events.size() > 8);
  decide("same-actor", "person:Anna Berg", "person:Zahir Islam");
  decide("different-actors", "person:Berg", "person:Karl Berg");
  decide("rename-actor", "organization:ISI", "Haqqani network");
  decide("same-event", mention(0), mention(5));
  decide("different-events", mention(1), mention(2));
  decide("wrong-event", mention(3), "");
  decide("right-date", mention(4), "2011-09-26");
  decide("article-date", format_hex(store.article_ids().front().value), "2011-09-20");
  link_store(store, link_words());
  CHECK(difference(store, linked_anew(store)) == "");
  for (int i = 20; i < 40; ++i) {
    store.add(maker.article("a" + std::to_string(i % 30)));
    link_store(store, link_words());
    CAPTURE(i);
    REQUIRE(difference(store, linked_anew(store)) == "");
  }
}

TEST_CASE("an article that touches nothing leaves the rest alone", "[link][relink]") {
  Maker maker(3, cast.size());
  Store store = Store::in_memory();
  for (int i = 0; i < 40; ++i) store.add(maker.article("a" + std::to_string(i)));
  CHECK(link_store(store, link_words()).articles == 40);
  CHECK(link_store(store, link_words()) == LinkReport{});
  store.add(facts_of({.name = "far away",
                      .source = "paper",
                      .published = "1999-05-05",
                      .said = {{.sentence = "Ole Lund *met* Eva Dahl.",
                                .type = "CONSULT",
                                .cameo = "040",
                                .others = {{.name = "Ole Lund"}, {.name = "Eva Dahl"}},
                                .date = "1999-05-04"}}}));
  const LinkReport report = link_store(store, link_words());
  CHECK(report.articles == 1);
  CHECK(report.mentions == 1);
}

}  // namespace
}  // namespace annals
