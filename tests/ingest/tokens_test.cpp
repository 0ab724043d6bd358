#include "ingest/text/tokens.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "ingest/text/characters.h"
#include "tests/ingest/text_support.h"

using namespace annals;

namespace {

std::string joined(std::string_view text) {
  std::string words;
  for (const RawToken& token :
       tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, text_words())) {
    if (!words.empty()) words += ' ';
    words += slice(text, token.span);
  }
  return words;
}

}  // namespace

TEST_CASE("words are split as Universal Dependencies English splits them", "[ingest][tokens]") {
  struct Row {
    const char* text;
    const char* words;
  };
  const auto row = GENERATE(values<Row>({
      {"don't can’t cannot", "do n't ca n’t can not"},
      {"Pakistan's minister", "Pakistan 's minister"},
      {"the workers' union", "the workers ' union"},
      {"a U.S.-led force", "a U.S. - led force"},
      {"Ishrat-ul-Ebad", "Ishrat - ul - Ebad"},
      {"anti-American mid-1980s", "anti-American mid-1980s"},
      {"$5m, 3.5% and 1,200", "$ 5 m , 3.5 % and 1,200"},
      {"at 6:03pm on 9/11", "at 6:03 pm on 9/11"},
      {"the 1990s and the 21st", "the 1990s and the 21st"},
      {"ISLAMABAD (Reuters) - Two", "ISLAMABAD ( Reuters ) - Two"},
      {"“We won’t.” he said", "“ We wo n’t . ” he said"},
      {"Gen. J. Smith of AT&T", "Gen. J. Smith of AT&T"},
      {"in Washington.", "in Washington ."},
      {"see http://example.org/a?b=1, or a.b@c.org.",
       "see http://example.org/a?b=1 , or a.b@c.org ."},
      {"wait... what?!", "wait ... what ?!"},
      {"he left -- and/or stayed", "he left -- and / or stayed"},
      {"US$ 20", "US$ 20"},
      {"Jan. 5 and No. 10", "Jan. 5 and No. 10"},
  }));
  CAPTURE(row.text);
  CHECK(joined(row.text) == row.words);
}

TEST_CASE("every visible byte belongs to one token whatever the bytes are", "[ingest][tokens]") {
  std::mt19937 random(7);
  const std::string_view alphabet = "ab.'-’/@$1,:\x80\xe2\xff \n\t\"(U.S";
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const std::size_t size = random() % 60;
    for (std::size_t i = 0; i < size; ++i) text += alphabet[random() % alphabet.size()];
    CAPTURE(text);
    std::uint32_t at = 0;
    for (const RawToken& token :
         tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, text_words())) {
      REQUIRE(token.span.begin >= at);
      REQUIRE(token.span.size() > 0);
      for (; at < token.span.begin; ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        REQUIRE((c <= 0x20 || c >= 0x7F));
      }
      at = token.span.end;
    }
    REQUIRE(at <= text.size());
  }
}

TEST_CASE("a word of thousands of bytes is cut into bounded ones", "[ingest][tokens]") {
  for (const std::string& piece :
       {std::string("x"), std::string("é"), std::string("."), std::string("1")}) {
    std::string text;
    while (text.size() < 5000) text += piece;
    std::size_t covered = 0;
    for (const RawToken& token :
         tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, text_words())) {
      CHECK(token.span.size() <= longest_token);
      CHECK(token.span.size() % piece.size() == 0);
      covered += token.span.size();
    }
    CHECK(covered == text.size());
  }
}

TEST_CASE("no text gives no tokens", "[ingest][tokens]") {
  CHECK(tokenize("", {0, 0}, text_words()).empty());
  CHECK(tokenize(" \n\t\x01 ", {0, 5}, text_words()).empty());
  CHECK(tokenize("word", {9, 12}, text_words()).empty());
}

TEST_CASE("text.words says which words keep their full stop and leave their number",
          "[ingest][tokens]") {
  const std::string_view text = "Fz. Koro ran 5parsec";
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  TextWords words;
  const auto size_of = [&] { return tokenize(text, all, words).size(); };
  CHECK(size_of() == 5);  // Fz | . | Koro | ran | 5parsec
  words.add(parse_rules("abbreviation: fz", "text.words"));
  CHECK(size_of() == 4);
  words.add(parse_rules("unit: parsec", "text.words"));
  CHECK(size_of() == 5);
  CHECK_THROWS_WITH(words.add(parse_rules("\nmonkeys: ape", "text.words")),
                    Catch::Contains("text.words:2: unknown list \"monkeys\"; there are: "));
}
