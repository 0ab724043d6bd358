#include "ingest/text/sentences.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/ingest/text_support.h"

using namespace annals;

namespace {

/// The sentences of `text`, each with " / " between its tokens' ends removed: as written.
std::vector<std::string> sentences(std::string_view text) {
  const auto tokens = tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, text_words());
  const auto starts = sentence_starts(text, tokens, is_wrapped(text), text_words());
  std::vector<std::string> found;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : tokens.size();
    found.emplace_back(slice(text, {tokens[starts[i]].span.begin, tokens[end - 1].span.end}));
  }
  return found;
}

}  // namespace

TEST_CASE("sentences of news end where a reader ends them", "[ingest][sentences]") {
  struct Row {
    const char* text;  // sentences are parted by "|" for the test only
  };
  const auto row = GENERATE(values<Row>({
      {"I. Lewis Libby left.|It was I.|Then he left."},
      {"He left.|She stayed."},
      {"Gen. J. Smith met Mr. Khan.|They talked."},
      {"It is in the U.S. Senate now.|The U.S.|He went."},
      {"It rose 3.5 percent.|5 people saw it."},
      {"“We will go.”|“No,” he said."},
      {"\"Will you go?\" Malik asked.|Nobody answered."},
      {"\"Go!\"|The door closed behind them."},
      {"ISLAMABAD (Reuters) - Two men met.|Then they left."},
      {"He waited...|Then he left."},
      {"He waited ... and left."},
      {"(They met in May.)|They met again."},
      {"The firm, Acme Inc., grew.|Acme Inc. said so."},
      {"He came at 5 p.m.|The others followed."},
      {"He came at 5 p.m. (1500 GMT) on Friday.|The others followed."},
      {"Is it true?|Yes!|Good."},
  }));
  std::string text = row.text;
  std::vector<std::string> expected;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t bar = std::min(text.find('|', at), text.size());
    expected.push_back(text.substr(at, bar - at));
    if (bar < text.size()) text[bar] = ' ';
    at = bar + 1;
  }
  CAPTURE(text);
  CHECK(sentences(text) == expected);
}

TEST_CASE("a blank line ends a sentence and a wrapped line does not", "[ingest][sentences]") {
  CHECK(sentences("Two men meet\n\nThey met on Monday.").size() == 2);
  CHECK(sentences("A headline\nA paragraph of its own, with no blank line before it.").size() == 2);
  const std::string wrapped =
      "The ministers of the two countries met on Monday for talks in the\n"
      "capital, and a spokesman for one of them said that they had agreed\n"
      "to meet again within the month to go on with what they had begun\n"
      "there.";
  CHECK(is_wrapped(wrapped));
  CHECK(sentences(wrapped).size() == 1);
}

TEST_CASE("words without an end are cut into bounded sentences", "[ingest][sentences]") {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "word ";
  const auto found = sentences(text);
  CHECK(found.size() >= 50000 / longest_sentence);
  for (const std::string& sentence : found) CHECK(sentence.size() <= longest_sentence * 5);
}
