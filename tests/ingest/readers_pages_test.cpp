#include <catch2/catch.hpp>

#include "page_support.h"
#include "readers_support.h"

using namespace annals;

namespace {

constexpr const char* page = R"(<!DOCTYPE html>
<html><head><title>Ministers agree on water | The Example</title>
<meta property="og:site_name" content="The Example">
<link rel="canonical" href="http://example.org/water">
<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],
 "headline":"Ministers agree on water","datePublished":"2011-06-03T16:10:00+02:00","dateModified":"2012-01-01"}]}</script>
<style>.a { color: red }</style></head>
<body class="with-sidebar"><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<div id="content"><div class="head"><h1>Ministers agree on water</h1><p class="by">By Ann Lee</p><span>June 3, 2011</span></div>
<div class="story"><div class="share-tools"><a>Tweet</a></div>
<figure><img src="a.jpg"><figcaption>Two ministers shake hands. Photo: AP</figcaption></figure>
<p>ROME (AP) &mdash; Two ministers met in Rome &amp; agreed to share the water of a river, officials said.</p>
<script>var x = "They never met.";</script>
<p>&#8220;We are content,&#8221; one of them said on Friday, and <b>thanked</b> the&nbsp;hosts for their patience.<br>
<br>They will meet again in July, according to a statement that both of them signed in the evening.</p>
<p hidden>Nobody sees this sentence about the ministers, which is hidden from all eyes.</p>
</div></div>
<div class="comments"><p>joe wrote that the ministers had met on June 9, 2011, and that he had seen them there, all of them.</p></div>
<aside><h3>Most read</h3><p>A bridge opens after years of delays, with a long speech by the mayor, on June 1, 2011</p></aside>
<footer>All rights reserved</footer></body></html>)";

}  // namespace

TEST_CASE("a saved page gives its article, labelled by its markup", "[ingest][readers][html]") {
  const TempFolder folder;
  auto got = read(folder.write("a.html", page));
  CHECK(got.problems.empty());
  REQUIRE(got.inputs.size() == 1);
  Article article = got.inputs[0].article;
  CHECK(article.title == "Ministers agree on water");
  CHECK(article.source == "The Example");
  CHECK(article.url == "http://example.org/water");
  CHECK(article.published == day_date(*parse_day("2011-06-03")));
  CHECK(article.published_basis == PublishedBasis::metadata);
  label_blocks(article, page_words());
  CHECK(
      block_lines(article) ==
      Lines{
          "furniture|Home World", "title|Ministers agree on water", "byline|By Ann Lee",
          "dateline|June 3, 2011", "furniture|Tweet", "caption|Two ministers shake hands.",
          "furniture| Photo: AP", "dateline|ROME (AP) \xE2\x80\x94",
          "body|Two ministers met in Rome & agreed to share the water of a river, officials said.",
          "body|\xE2\x80\x9CWe are content,\xE2\x80\x9D one of them said on Friday, and thanked "
          "the\xC2\xA0hosts for their patience.",
          "body|They will meet again in July, according to a statement that both of them signed in "
          "the evening.",
          "comment|joe wrote that the ministers had met on June 9, 2011, and that he had seen them "
          "there, all of them.",
          "furniture|Most read",
          "furniture|A bridge opens after years of delays, with a long speech by the mayor, on "
          "June 1, 2011",
          "furniture|All rights reserved"});
}

TEST_CASE("what others write inside of an article is none of it", "[ingest][readers][html]") {
  const TempFolder folder;
  auto got = read(folder.write(
      "a.html",
      "<html><body><div>News24</div><div>Talks on water</div><div>Posted June 3, 2011</div>"
      "<p>Two ministers met in Rome to talk about the water of a river, officials said.</p>"
      "<blockquote class=\"twitter-tweet\"><p>They have condemned the river!</p>Ann Lee (@ann)"
      "</blockquote><p>They agreed to meet again in the summer, according to their speakers.</p>"
      "</body></html>"));
  REQUIRE(got.inputs.size() == 1);
  Article article = got.inputs[0].article;
  label_blocks(article, page_words());
  CHECK(block_lines(article) ==
        Lines{"furniture|News24", "title|Talks on water", "dateline|Posted June 3, 2011",
              "body|Two ministers met in Rome to talk about the water of a river, officials said.",
              "furniture|They have condemned the river!", "furniture|Ann Lee (@ann)",
              "body|They agreed to meet again in the summer, according to their speakers."});
}

TEST_CASE("the bytes of a page's text are found again in its file", "[ingest][readers][html]") {
  const TempFolder folder;
  const auto got = read(folder.write("a.html", page));
  REQUIRE(got.inputs.size() == 1);
  const std::string& text = got.inputs[0].article.text;
  const std::string source = page;
  for (const std::string word : {"officials", "content,", "one of them said", "thanked", "hosts",
                                 "They will meet", "Home"}) {
    CAPTURE(word);
    const auto at = text.find(word);
    REQUIRE(at != std::string::npos);
    const auto file = file_offset(got.inputs[0].anchors, static_cast<std::uint32_t>(at));
    CHECK(source.substr(file, word.size()) == word);
  }
}

TEST_CASE("fields of a page are found in many places, and the day of a change is not taken",
          "[ingest][readers][html]") {
  struct Row {
    const char* head;
    const char* day;
  };
  const auto row = GENERATE(values<Row>({
      {R"(<meta property="article:published_time" content="2011-06-03T16:10:00Z">)", "2011-06-03"},
      {R"(<meta name="pubdate" content="20110603">)", "2011-06-03"},
      {R"(<meta name="DC.date.issued" content="2011-06-03">)", "2011-06-03"},
      {R"(<meta itemprop="datePublished" content="2011-06-03">)", "2011-06-03"},
      {R"(<meta name="parsely-pub-date" content="2011-06-03T16:10:00Z">)", "2011-06-03"},
      {R"(</head><body><time itemprop="datePublished" datetime="2011-06-03">3 June</time>)",
       "2011-06-03"},
      {R"(</head><body><time pubdate datetime="2011-06-03T16:10">3 June</time>)", "2011-06-03"},
      {R"(<script type="application/ld+json">[{"@type":"BlogPosting","datePublished":"2011-06-03"}]</script>)",
       "2011-06-03"},
      {R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":</script>)",
       "none"},
      {R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2011-06-03",}</script>)",
       "2011-06-03"},
      {"<script "
       "type=\"application/ld+json\">/*<![CDATA[*/{\"@type\":\"NewsArticle\",\"headline\":\"a,]\n"
       "b\",\"datePublished\":\"2011-06-03\"}/*]]>*/</script>",
       "2011-06-03"},
      {R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":1307117400}</script>)",
       "2011-06-03"},
      {R"(<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2011-06-03"}]}</script>)",
       "2011-06-03"},
      {R"(<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2001-01-01"},{"@type":"Article","datePublished":"2011-06-03"}]}</script>)",
       "2011-06-03"},
      {R"(<meta name="citation_publication_date" content="2011-06-03">)", "2011-06-03"},
      {R"(</head><body><time datetime="2011-06-03T16:10Z">2 hours ago</time>)", "2011-06-03"},
      {R"(</head><body><time datetime="2011-06-03">1</time><time datetime="2011-06-04">2</time>)",
       "none"},
      {R"(</head><body><div id=comments><time datetime="2011-06-03T16:10">Ann</time></div>)",
       "none"},
      {R"(</head><body><time itemprop="dateModified" datetime="2011-06-03">3 June</time>)", "none"},
      {R"(<meta property="article:modified_time" content="2011-06-03T16:10:00Z">)", "none"},
      {R"(<meta name="lastmod" content="2011-06-03">)", "none"},
      {R"(</head><body><time class="updated" datetime="2011-06-03">3 June</time>)", "none"},
  }));
  CAPTURE(row.head);
  const TempFolder folder;
  const auto got =
      read(folder.write("a.html", std::string("<html><head>") + row.head +
                                      "<p>Two ministers met in Rome to talk about a river."));
  REQUIRE(got.inputs.size() == 1);
  const auto& published = got.inputs[0].article.published;
  CHECK((published ? format_edtf(*published) : "none") == row.day);
}

TEST_CASE("a page without a heading of its own takes its title's longest part",
          "[ingest][readers][html]") {
  struct Row {
    const char* title;
    const char* expected;
  };
  const auto row = GENERATE(values<Row>({
      {"NEWS | Asia | Rebels attack a town", "Rebels attack a town"},
      {"Rebels attack a town - The Daily Ledger", "Rebels attack a town"},
      {"Rebels attack a town", "Rebels attack a town"},
      {"Rebels attack | Ledger", "Rebels attack"},
  }));
  CAPTURE(row.title);
  const TempFolder folder;
  const auto got = read(folder.write("a.html", std::string("<html><head><title>") + row.title +
                                                   "</title></head><p>Two ministers met."));
  REQUIRE(got.inputs.size() == 1);
  CHECK(got.inputs[0].article.title == row.expected);
}

TEST_CASE("broken, empty, foreign and hostile pages do not stop the run",
          "[ingest][readers][html]") {
  const TempFolder folder;
  CHECK(read(folder.write("a.html", "<html><p>They <b>met <i>in</b> Rome</p></div></table><p"))
            .inputs.size() == 1);
  CHECK(read(folder.write("a.html", "<!doctype html><div id=app></div><script>run()</script>"))
            .problems ==
        Lines{"a.html a page without visible text; was it saved before its scripts ran?"});
  CHECK(read(folder.write("a.html", "<html><meta charset=\"Shift_JIS\"><p>\x93\xFA\x96{ news"))
            .problems == Lines{"a.html text in shift_jis, which is not read; convert it to UTF-8 "
                               "first (iconv -f shift_jis -t UTF-8)"});
  const auto latin = read(folder.write(
      "a.html",
      "<html><meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\"><p>caf\xE9"));
  CHECK(latin.inputs.at(0).article.text == "caf\xC3\xA9");
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<div>";
  CHECK(read(folder.write("a.html", deep + "They met.")).problems ==
        Lines{"a.html HTML with more than 3000 elements inside each other; no page of news is like "
              "that"});
  std::string paragraphs;
  for (int i = 0; i < 100000; ++i) paragraphs += "<p>x<li>";
  CHECK(read(folder.write("a.html", paragraphs)).inputs.size() == 1);
}

TEST_CASE("a feed gives an article an item", "[ingest][readers]") {
  const TempFolder folder;
  auto got = read(folder.write(
      "a.rss",
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Example</title>"
      "<item><title>Talks &amp; water</title><link>http://e.org/a</link><guid>7</guid>"
      "<pubDate>Fri, 03 Jun 2011 16:10:00 +0500</pubDate>"
      "<description><![CDATA[<p>They <b>met</b>.</p><p>They talked.</p>]]></description></item>"
      "<item><title>Second</title><description>Two &lt;i&gt;met&lt;/i&gt;.</description></item>"
      "</channel></rss>"));
  CHECK(got.problems.empty());
  REQUIRE(got.inputs.size() == 2);
  CHECK(got.inputs[0].article.text == "Talks & water\n\nThey met.\n\nThey talked.");
  CHECK(got.inputs[0].article.url == "http://e.org/a");
  CHECK(got.inputs[0].article.name == "7");
  CHECK(got.inputs[0].article.source == "The Example");
  CHECK(got.inputs[0].article.published_text == "Fri, 03 Jun 2011 16:10:00 +0500");
  CHECK(got.inputs[1].article.text == "Second\n\nTwo met.");

  got = read(folder.write(
      "b.xml",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>E</title><entry><title>T</title>"
      "<link rel=\"alternate\" href=\"http://e.org/b\"/><published>2011-06-03T16:10:00Z</published>"
      "<updated>2012-01-01T00:00:00Z</updated><content type=\"html\">They "
      "met.</content></entry><entry><title>cut"));
  REQUIRE(got.inputs.size() == 1);
  CHECK(got.inputs[0].article.url == "http://e.org/b");
  CHECK(got.inputs[0].article.published == day_date(*parse_day("2011-06-03")));
  CHECK(got.problems == Lines{"b.xml the feed ends inside of an item; the items before were read"});
}

TEST_CASE("a web archive gives its pages, and the day of fetching is not taken",
          "[ingest][readers]") {
  const auto record = [](const std::string& type, const std::string& block) {
    return "WARC/1.0\r\nWARC-Type: " + type +
           "\r\nWARC-Target-URI: http://e.org/a\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n" +
           "Content-Type: application/http\r\nContent-Length: " + std::to_string(block.size()) +
           "\r\n\r\n" + block + "\r\n\r\n";
  };
  const std::string html =
      "<html><p>Two ministers met in Rome to talk about the water of a river.</p>";
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
  const std::string warc =
      record("warcinfo", "x") + record("response", head + "\r\n" + html) +
      record("response", head + "Transfer-Encoding: chunked\r\n\r\n5\r\n" + html.substr(0, 5) +
                             "\r\n40\r\n" + html.substr(5, 64) + "\r\n0\r\n\r\n") +
      record("response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\ngone") +
      record("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG") +
      record("conversion", "The ministers met again.");
  const TempFolder folder;
  auto got = read(folder.write("a.warc", warc));
  CHECK(got.problems.empty());
  REQUIRE(got.inputs.size() == 3);
  CHECK(got.inputs[0].article.text ==
        "Two ministers met in Rome to talk about the water of a river.");
  CHECK(got.inputs[0].article.url == "http://e.org/a");
  CHECK(got.inputs[0].article.path == (folder.path() / "a.warc#2").string());
  CHECK_FALSE(got.inputs[0].article.published);
  CHECK(got.inputs[1].article.text.starts_with("Two ministers met"));
  CHECK(got.inputs[2].article.text == "The ministers met again.");

  got = read(folder.write("b.warc", warc.substr(0, warc.size() - 20)));
  CHECK(got.inputs.size() == 2);
  CHECK(got.problems ==
        Lines{"b.warc the file ends inside of record 6; the records before were read"});
  got = read(folder.write("c.warc", record("warcinfo", "x") + "garbage\r\n"));
  CHECK(
      got.problems ==
      Lines{"c.warc no WARC record where one should begin, after record 1; the rest is not read"});
}
