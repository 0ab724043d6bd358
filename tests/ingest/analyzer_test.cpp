#include "ingest/trees/analyzer.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <thread>

#include "graph/error.h"
#include "ingest/trees/conllu.h"
#include "ingest/trees/lemmas.h"
#include "ingest/trees/names_agreement.h"
#include "tests/ingest/text_support.h"

using namespace annals;

namespace {

const Analyzer& english() {
  static const Analyzer analyzer =
      Analyzer::load(ANNALS_SOURCE_DIR "/ingest/data/english/model.annals");
  return analyzer;
}

Analysis analyze(std::string_view text) {
  const Span all[] = {{0, static_cast<std::uint32_t>(text.size())}};
  return english().analyze(text, all, text_words());
}

std::string shown(const Analysis& analysis, std::string_view text) {
  std::ostringstream out;
  write_conllu(out, analysis, text);
  return out.str();
}

/// Heads form one tree with one root, and spans are in order.
void check_trees(const Analysis& analysis, std::string_view text) {
  std::uint32_t at = 0;
  for (const Sentence& sentence : analysis.sentences) {
    REQUIRE_FALSE(sentence.tokens.empty());
    std::size_t roots = 0;
    for (const Token& token : sentence.tokens) {
      REQUIRE(token.span.begin >= at);
      REQUIRE(token.span.end <= text.size());
      at = token.span.end;
      roots += token.head < 0;
      REQUIRE(token.deprel.empty() == false);
      std::int32_t up = token.head;
      std::size_t steps = 0;
      for (; up >= 0 && steps <= sentence.tokens.size(); ++steps)
        up = sentence.tokens[static_cast<std::size_t>(up)].head;
      REQUIRE(up < 0);
    }
    REQUIRE(roots == 1);
  }
}

}  // namespace

TEST_CASE("a plain sentence of news gets its tree", "[ingest][analyzer]") {
  const std::string text = "The foreign minister met his counterpart in Geneva on Monday.";
  const Analysis analysis = analyze(text);
  REQUIRE(analysis.sentences.size() == 1);
  const auto& tokens = analysis.sentences[0].tokens;
  REQUIRE(tokens.size() == 11);
  CHECK(tokens[3].deprel == "root");
  CHECK(tokens[3].lemma == "meet");
  CHECK(has_feature(tokens[3], "Tense", "Past"));
  CHECK(tokens[2].deprel == "nsubj");
  CHECK(tokens[2].head == 3);
  CHECK(tokens[5].deprel == "obj");
  CHECK(tokens[7].upos == Upos::PROPN);
}

TEST_CASE("a day without a preposition is when, not what or who", "[ingest][analyzer]") {
  const auto row = GENERATE(
      values<const char*>({"The police said Tuesday that four people were killed.",
                           "The minister told reporters in Abuja Saturday that talks would go on.",
                           "President Kumar Monday announced a new cabinet."}));
  CAPTURE(row);
  const Analysis analysis = analyze(row);
  REQUIRE(analysis.sentences.size() == 1);
  for (const Token& token : analysis.sentences[0].tokens) {
    if (token.form.size() < 6 || token.form.substr(token.form.size() - 3) != "day") continue;
    CHECK(token.deprel == "obl:unmarked");
    REQUIRE(token.head >= 0);
    CHECK(analysis.sentences[0].tokens[static_cast<std::size_t>(token.head)].upos == Upos::VERB);
  }
}

TEST_CASE("a short name in brackets parts no title from the name before it", "[ingest][analyzer]") {
  struct Row {
    const char *text, *subject, *long_name;
  };
  const auto row = GENERATE(values<Row>({
      {"Israel Defense Forces (IDF) chief Dan Halutz on Sunday rejected the report.", "Dan",
       "Forces"},
      {"Confederation of Indian Industry (CII) president Shekhar Dutta also welcomed the policy.",
       "Shekhar", "Confederation"},
      {"International Monetary Fund (IMF) Managing Director Rodrigo de Rato on Sunday praised "
       "Argentina.",
       "Rodrigo", "Fund"},
  }));
  CAPTURE(row.text);
  const Analysis analysis = analyze(row.text);
  check_trees(analysis, row.text);
  REQUIRE(analysis.sentences.size() == 1);
  const Sentence& sentence = analysis.sentences[0];
  for (const Token& token : sentence.tokens) {
    if (token.deprel == "nsubj") CHECK(token.form == row.subject);
    if (token.deprel == "appos") CHECK(sentence.at(token.head).form == row.long_name);
  }
}

TEST_CASE("where somebody stands in a picture parts nothing", "[ingest][analyzer]") {
  const std::string text =
      "President Ann Alba (R), shakes hands with Foreign Minister Ben Boro (2nd L) in Oslo.";
  const Analysis analysis = analyze(text);
  check_trees(analysis, text);
  REQUIRE(analysis.sentences.size() == 1);
  const Sentence& sentence = analysis.sentences[0];
  for (const Token& token : sentence.tokens) {
    if (token.form == "R") CHECK(sentence.at(token.head).form == "Alba");
    if (token.form == "2nd") CHECK(sentence.at(token.head).form == "Boro");
    if (token.form == "R" || token.form == "2nd" || token.form == "L") CHECK(token.deprel == "dep");
    if (token.form == "Ann") CHECK(token.deprel == "nsubj");
  }
}

TEST_CASE("no verb has two subjects", "[ingest][analyzer]") {
  const auto [text, head, below, relation] =
      GENERATE(table<std::string_view, std::string_view, std::string_view, std::string_view>({
          {"The ministry's chief negotiator, Anna Kowalska said they were ready for the talks.",
           "negotiator", "Anna", "appos"},
          {"Minister of Defence of the Republic of Poland, Jan Nowak has called for more troops.",
           "Minister", "Jan", "appos"},
      }));
  CAPTURE(text);
  const Analysis analysis = analyze(text);
  REQUIRE(analysis.sentences.size() == 1);
  const Sentence& sentence = analysis.sentences[0];
  std::vector<std::int32_t> heads_of_subjects;
  for (const Token& token : sentence.tokens) {
    if (token.deprel.starts_with("nsubj")) heads_of_subjects.push_back(token.head);
    if (token.form != below) continue;
    CHECK(token.deprel == relation);
    REQUIRE(token.head >= 0);
    CHECK(sentence.at(token.head).form == head);
  }
  std::sort(heads_of_subjects.begin(), heads_of_subjects.end());
  CHECK(std::adjacent_find(heads_of_subjects.begin(), heads_of_subjects.end()) ==
        heads_of_subjects.end());
}

TEST_CASE("any bytes give trees and never an error", "[ingest][analyzer]") {
  std::string words;
  for (int i = 0; i < 5000; ++i) words += i % 7 == 0 ? "Kabul " : "fell ";
  const std::string nul("Troops\0left\0Aden.", 18);
  std::string noise;
  std::mt19937 random(3);
  for (int i = 0; i < 4000; ++i) noise += static_cast<char>(random() % 256);
  for (const std::string& text :
       {std::string(), std::string("Peace"), std::string(5000, 'x'), std::string("\x01\x02 \x7f"),
        std::string("😀 😀 سلام عليكم THE ARMY ATTACKED. שלום"), words, noise, nul,
        std::string("\xEF\xBB\xBFThe talks ended.\r\n\r\n\r\n"), std::string("\n\n\n"),
        std::string("e\xCC\x81\xCC\x81\xCC\x81 \xE2\x80\xAE gnidaer \xE2\x80\xAC"),
        std::string("\"\"\"((( ... --- '''")}) {
    const Analysis analysis = analyze(text);
    check_trees(analysis, text);
    write_trees(*std::make_unique<std::ostringstream>(), analysis);
    write_analysis_json(*std::make_unique<std::ostringstream>(), analysis);
  }
}

TEST_CASE("50,000 words without a full stop are read in pieces", "[ingest][analyzer]") {
  constexpr std::size_t count = 50'000;
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += i % 9 == 0 ? "Kabul " : "fell ";
  const Analysis analysis = analyze(text);
  check_trees(analysis, text);
  std::size_t words = 0, longest = 0;
  for (const Sentence& sentence : analysis.sentences) {
    words += sentence.tokens.size();
    longest = std::max(longest, sentence.tokens.size());
  }
  CHECK(words == count);
  CHECK(longest <= 200);
}

TEST_CASE("a sentence in capitals has its actors", "[ingest][analyzer]") {
  const Analysis analysis = analyze("THE ARMY ATTACKED THE REBELS IN THE NORTH ON MONDAY.");
  REQUIRE(analysis.sentences.size() == 1);
  const auto& tokens = analysis.sentences[0].tokens;
  CHECK(tokens[2].deprel == "root");
  CHECK(tokens[2].lemma == "attack");
  CHECK(tokens[1].deprel == "nsubj");
  CHECK(tokens[4].deprel == "obj");
}

TEST_CASE("numbers lose the commas of thousands, names their shouting", "[ingest][lemmas]") {
  const Model model = Model::load(ANNALS_SOURCE_DIR "/ingest/data/english/model.annals");
  const Lemmas lemmas(model);
  CHECK(lemmas.lemma_of("1,100", Upos::NUM, "CD") == "1100");
  CHECK(lemmas.lemma_of("2,400,000.5", Upos::NUM, "CD") == "2400000.5");
  CHECK(lemmas.lemma_of("3,40", Upos::NUM, "CD") == "3,40");
  CHECK(lemmas.lemma_of("ZAGORSKY", Upos::PROPN, "NNP") == "Zagorsky");
  CHECK(lemmas.lemma_of("ZAGO", Upos::PROPN, "NNP") == "ZAGO");
}

TEST_CASE("names end with the form of a company and between a city and its state",
          "[ingest][names]") {
  const auto names = [](std::string_view text) {
    const Analysis analysis = analyze(text);
    std::vector<std::string> found;
    for (const Sentence& sentence : analysis.sentences)
      for (const NameSpan& name : sentence.names)
        found.emplace_back(
            slice(text, {sentence.tokens[static_cast<std::size_t>(name.first)].span.begin,
                         sentence.tokens[static_cast<std::size_t>(name.last - 1)].span.end}));
    return found;
  };
  using Names = std::vector<std::string>;
  CHECK(names("Exxon Mobil Corp. and Google, Inc. opened an office in San Diego California.") ==
        Names{"Exxon Mobil Corp.", "Google, Inc.", "San Diego", "California"});
  CHECK(names("He met reporters in San Diego County and in New York City.") ==
        Names{"San Diego County", "New York City"});
}

TEST_CASE("places of an article vote on what is a name and of which kind", "[ingest][names]") {
  const auto sentence = [](const std::vector<std::string_view>& words) {
    Sentence made;
    for (const std::string_view word : words) {
      made.tokens.emplace_back();
      made.tokens.back().form = word;
    }
    return made;
  };
  const NameSpan place{.first = 1, .last = 3, .kind = NameKind::location};
  const NameSpan body{.first = 1, .last = 3, .kind = NameKind::organization};
  Analysis article;
  for (int i = 0; i < 4; ++i)
    article.sentences.push_back(sentence({"near", "Port", "Elm", "they", "saw", "Rust"}));
  article.sentences[0].names = {place};
  article.sentences[1].names = {place, {.first = 5, .last = 6, .kind = NameKind::person}};
  article.sentences[2].names = {body};
  vote_over_article(article);
  for (const Sentence& each : article.sentences) {
    REQUIRE(each.names.size() >= 1);
    CHECK(each.names[0].first == 1);
    CHECK(each.names[0].last == 3);
    CHECK(each.names[0].kind == NameKind::location);
  }
  CHECK(article.sentences[0].names.size() == 1);  // one of four places is too few
  CHECK(article.sentences[1].names.size() == 2);
}

TEST_CASE("a sentence reads the same alone and beside others, and in any thread",
          "[ingest][analyzer]") {
  const std::string one = "Rebels shelled the town on Friday, killing four people.";
  const std::string many =
      "It rained. The talks that had begun a week before ended without any result "
      "when one of the two sides walked out.\n\n" +
      one + "\n\nNobody said why.";
  const Analysis alone = analyze(one);
  const Analysis beside = analyze(many);
  REQUIRE(beside.sentences.size() == 4);
  const auto& a = alone.sentences[0].tokens;
  const auto& b = beside.sentences[2].tokens;
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a[i].head == b[i].head);
    CHECK(a[i].deprel == b[i].deprel);
    CHECK(a[i].feats == b[i].feats);
  }
  CHECK(alone.sentences[0].confidence == beside.sentences[2].confidence);
  std::string seen[2];
  std::thread first([&] { seen[0] = shown(analyze(many), many); });
  std::thread second([&] { seen[1] = shown(analyze(many), many); });
  first.join();
  second.join();
  CHECK(seen[0] == seen[1]);
}

TEST_CASE("a file that is no model is refused by name with what was expected", "[ingest][model]") {
  const auto refusal = [](const std::string& path) {
    try {
      (void)Analyzer::load(path);
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::rule);
      return std::string(error.what());
    }
    return std::string("no error");
  };
  std::ifstream in(ANNALS_SOURCE_DIR "/ingest/data/english/model.annals", std::ios::binary);
  const std::string good((std::istreambuf_iterator<char>(in)), {});
  const auto write = [](const std::string& name, const std::string& bytes) {
    const auto path = std::filesystem::temp_directory_path() /
                      (name + std::to_string(std::random_device{}()) + ".annals");
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  };
  std::string other_version = good;
  other_version[8] = 99;
  std::string flipped = good;
  flipped[good.size() / 2] = static_cast<char>(flipped[good.size() / 2] ^ 1);
  struct Row {
    std::string path, says;
  };
  const std::vector<Row> rows = {{"/nowhere/model.annals", "cannot be opened"},
                                 {write("empty", ""), "too short"},
                                 {write("foreign", std::string(500, 'z')), "is no model"},
                                 {write("version", other_version), "version 99"},
                                 {write("cut", good.substr(0, good.size() - 100)), "bytes of the"},
                                 {write("flipped", flipped), "checksum"}};
  for (const Row& row : rows) {
    const std::string message = refusal(row.path);
    CAPTURE(message);
    CHECK(message.find(row.path) == 0);
    CHECK(message.find(row.says) != std::string::npos);
    CHECK(message.find("expected the English model") != std::string::npos);
    std::filesystem::remove(row.path);
  }
}

TEST_CASE("CoNLL-U is written as it was read", "[ingest][conllu]") {
  const std::string text =
      "# text = They didn't go.\n"
      "1\tThey\tthey\tPRON\tPRP\tNumber=Plur\t4\tnsubj\t_\t_\n"
      "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\tSpaceAfter=No\n"
      "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
      "4\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
      "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n"
      "# newpar\n# text = Kofi Annan\n"
      "1\tKofi\tKofi\tPROPN\tNNP\t_\t0\troot\t_\tNER=B-PER\n"
      "2\tAnnan\tAnnan\tPROPN\tNNP\t_\t1\tflat\t_\tNER=I-PER\n\n";
  std::istringstream in(text);
  const Treebank bank = read_conllu(in, "memory");
  CHECK(shown(bank.analysis, bank.text) == text);
  std::istringstream bad("1\tword\n");
  CHECK_THROWS_WITH(read_conllu(bad, "bad.conllu"), Catch::Contains("bad.conllu:1: a word has 10"));
  std::istringstream far("1\ta\t_\tX\t_\t_\t9\tdep\t_\t_\n\n");
  CHECK_THROWS_WITH(read_conllu(far, "far.conllu"),
                    Catch::Contains("head 9 is not in the sentence"));
}
