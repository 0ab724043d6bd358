#include "graph/store.h"

#include <catch2/catch.hpp>

#include "graph/codec.h"
#include "graph/error.h"
#include "tests/support/facts_maker.h"
#include "tests/support/temp_folder.h"

namespace annals {

TEST_CASE("facts are read back as they were added", "[graph][store]") {
  Store store = Store::in_memory();
  const Facts facts = make_facts("Ann met Bo.", "a.txt");
  CHECK(store.add(facts));
  CHECK_FALSE(store.add(facts));
  CHECK(store.facts(facts.article.id) == facts);
  CHECK(store.article(facts.article.id) == facts.article);
  CHECK(store.mention(facts.mentions[0].id) == facts.mentions[0]);
  CHECK(store.counts().articles == 1);
  CHECK(store.counts().mentions == 1);
}

TEST_CASE("records of layout 1 have no briefs and are read without them", "[graph][store]") {
  Facts facts = make_facts("Ann Lee met Bo Day.", "a.txt");
  const std::string bytes = encode_statements(facts);
  const Facts older = decode_statements(bytes.substr(0, bytes.size() - 1));
  CHECK(older.mentions == facts.mentions);
  facts.mentions[0].brief = {{0, 7}, {8, 18}};
  const Facts again = decode_statements(encode_statements(facts));
  CHECK(again.mentions == facts.mentions);
  CHECK_THROWS_AS(decode_statements(encode_statements(facts) + '\0'), Error);
}

TEST_CASE("another text of the same path replaces the old one", "[graph][store]") {
  Store store = Store::in_memory();
  const Facts old_facts = make_facts("Ann met Bo.", "a.txt");
  const Facts new_facts = make_facts("Ann met Bo again.", "a.txt");
  store.add(old_facts);
  CHECK(store.add(new_facts));
  CHECK_FALSE(store.has(old_facts.article.id));
  CHECK_FALSE(store.mention(old_facts.mentions[0].id));
  CHECK(store.article_ids() == std::vector{new_facts.article.id});
  CHECK(store.counts().articles == 1);
  CHECK(store.counts().mentions == 1);
}

TEST_CASE("one text under two paths is one article with the smaller path", "[graph][store]") {
  const Facts a = make_facts("Ann met Bo.", "a.txt");
  const Facts b = make_facts("Ann met Bo.", "b.txt");
  const bool a_first = GENERATE(true, false);
  Store store = Store::in_memory();
  store.add(a_first ? a : b);
  store.add(a_first ? b : a);
  CHECK(store.facts(a.article.id) == a);
  CHECK(store.counts().articles == 1);
  CHECK(store.counts().mentions == 1);
  store.add(make_facts("Another text.", "a.txt"));  // takes the smaller path away
  CHECK(store.facts(a.article.id) == b);
  CHECK(store.counts().articles == 2);
  CHECK(store.remove(a.article.id));
  CHECK_FALSE(store.has(a.article.id));
  CHECK_FALSE(store.remove(a.article.id));
}

TEST_CASE("the store knows what articles said when the graph was written", "[graph][store]") {
  Store store = Store::in_memory();
  const Facts old_facts = make_facts("Ann met Bo.", "a.txt");
  const Facts new_facts = make_facts("Ann met Bo again.", "a.txt");
  const Facts other = make_facts("Another text.", "b.txt");
  CHECK_FALSE(store.has_unlinked());
  store.add(old_facts);
  store.add(other);
  store.remove(other.article.id);
  CHECK(store.unlinked().size() == 2);
  for (const UnlinkedArticle& each : store.unlinked()) CHECK_FALSE(each.before);
  store.set_graph(make_graph({old_facts}));
  CHECK_FALSE(store.has_unlinked());
  store.add(new_facts);  // and so the old text goes
  store.add(make_facts("Ann met Bo again.", "c.txt"));
  store.remove(new_facts.article.id);
  for (const UnlinkedArticle& each : store.unlinked()) {
    CHECK(each.before ==
          (each.id == old_facts.article.id ? std::optional(old_facts) : std::nullopt));
  }
  CHECK(store.unlinked().size() == 2);
  store.change_graph({});
  CHECK_FALSE(store.has_unlinked());
}

TEST_CASE("a database on disk keeps facts, graph, decisions and settings", "[graph][store]") {
  const TempFolder temp;
  const Facts facts = make_facts("Ann met Bo.", "a.txt");
  const Graph graph = make_graph({facts});
  {
    Store store = Store::open(temp.path() / "db", OpenMode::create);
    store.add(facts);
    store.set_graph(graph);
    store.put_decision({.id = 7, .json = "{}"});
    store.put_setting("colour", "blue");
    store.sync();
  }
  const Store store = Store::open(temp.path() / "db", OpenMode::read);
  CHECK(store.facts(facts.article.id) == facts);
  CHECK(store.graph() == graph);
  CHECK(store.actors_named("ann  LEE") == std::vector{actor_id(ActorKind::person, "Ann Lee")});
  CHECK(store.events_in({}) == std::vector{graph.events[0].id});
  CHECK(store.events_of(facts.actors[0].id, {}) == std::vector{graph.events[0].id});
  CHECK(store.event_of(facts.mentions[0].id) == graph.events[0].id);
  CHECK(store.decisions() == std::vector<Decision>{{.id = 7, .json = "{}"}});
  CHECK(store.setting("colour") == "blue");
  CHECK_FALSE(store.setting("layout"));
  CHECK(store.check().empty());
}

TEST_CASE("a missing database is told apart from a damaged one", "[graph][store]") {
  const TempFolder temp;
  try {
    (void)Store::open(temp.path() / "none", OpenMode::read);
    FAIL();
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::missing);
    CHECK(std::string(error.what()).find("annals ingest") != std::string::npos);
  }
}

}  // namespace annals
