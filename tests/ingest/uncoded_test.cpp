#include "ingest/events/uncoded.h"

#include <filesystem>

#include <catch2/catch.hpp>

#include "ingest/extract.h"

namespace annals {
namespace {

std::vector<UncodedWord> words_of(const std::string& text) {
  static const Language language = [] {
    LanguageOptions options;
    options.data = std::filesystem::path(ANNALS_SOURCE_DIR) / "ingest/data/english";
    return Language::load(options);
  }();
  Article article;
  article.text = text;
  article.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::body});
  return uncoded_words(article, language);
}

TEST_CASE("verbs between actors that no rule knows are listed", "[ingest][events][uncoded]") {
  const std::string text = "France outranks Germany. India competes with China in Africa.";
  const auto words = words_of(text);
  REQUIRE(words.size() == 2);
  CHECK(words[0].word == "outrank");
  CHECK(words[0].word_class == WordClass::verb);
  CHECK_FALSE(words[0].known);
  CHECK(slice(text, words[0].sentence) == "France outranks Germany.");
  CHECK(words[1].word == "compete_with");
}

TEST_CASE("what a rule codes, governs or carries is not listed", "[ingest][events][uncoded]") {
  CHECK(words_of("Iran accused Israel of spying.").empty());
  CHECK(words_of("Russia plans to visit China.").empty());
  CHECK(words_of("France held talks with Germany.").empty());
  CHECK(words_of("The weather improved.").empty());
  CHECK(words_of("").empty());
}

TEST_CASE("a word that rules know in other company is marked so", "[ingest][events][uncoded]") {
  const auto words = words_of("Brazil beat Italy.");
  REQUIRE(words.size() == 1);
  CHECK(words[0].word == "beat");
  CHECK(words[0].known);
}

}  // namespace
}  // namespace annals
