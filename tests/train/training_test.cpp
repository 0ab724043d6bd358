// The trainer on a treebank of a few sentences, written for this test.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "ingest/analyzer.h"
#include "ingest/kernels.h"
#include "ingest/names_features.h"
#include "ingest/train/corpus.h"
#include "ingest/train/evaluation.h"
#include "ingest/train/extra_sentences.h"
#include "ingest/train/lemma_training.h"
#include "ingest/train/model_writer.h"
#include "ingest/train/parser_training.h"
#include "ingest/train/teachers.h"

using namespace annals;
using namespace annals::train;

namespace {

/// Sentences of one pattern: "The NOUN VERB the NOUN ." in several words.
std::string tiny_treebank() {
  struct Row {
    const char *subject, *verb, *lemma, *object;
  };
  const Row rows[] = {
      {"minister", "met", "meet", "envoy"},       {"army", "attacked", "attack", "town"},
      {"envoy", "praised", "praise", "minister"}, {"court", "freed", "free", "envoy"},
      {"town", "praised", "praise", "court"},     {"minister", "attacked", "attack", "army"},
      {"envoy", "met", "meet", "army"},           {"army", "freed", "free", "town"}};
  std::ostringstream out;
  for (const Row& row : rows) {
    out << "1\tThe\tthe\tDET\tDT\tDefinite=Def\t2\tdet\t_\t_\n"
        << "2\t" << row.subject << '\t' << row.subject
        << "\tNOUN\tNN\tNumber=Sing\t3\tnsubj\t_\t_\n"
        << "3\t" << row.verb << '\t' << row.lemma << "\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
        << "4\tthe\tthe\tDET\tDT\tDefinite=Def\t5\tdet\t_\t_\n"
        << "5\t" << row.object << '\t' << row.object
        << "\tNOUN\tNN\tNumber=Sing\t3\tobj\t_\tSpaceAfter=No\n"
        << "6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";
  }
  return out.str();
}

struct Folder {
  Folder()
      : path(std::filesystem::temp_directory_path() /
             ("annals-train-" + std::to_string(std::random_device{}()))) {
    std::filesystem::create_directories(path);
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path path;
};

NetworkOptions tiny_shape(const Vocabulary& vocabulary) {
  return {.words = vocabulary.words.size() + 1,
          .tags = vocabulary.tags.size(),
          .feats = vocabulary.feats.size(),
          .labels = vocabulary.labels.size(),
          .word_size = 16,
          .piece_size = 16,
          .tag_size = 16,
          .cells = 16,
          .layers = 2,
          .arc_size = 16,
          .label_size = 16,
          .dropout = 0.1F};
}

constexpr ParserTraining tiny_training = {
    .epochs = 60, .batch_words = 24, .rate = 0.01F, .seed = 5};

std::string train_tiny(const std::filesystem::path& treebank, const std::filesystem::path& model) {
  std::vector<Treebank> banks;
  banks.push_back(read_treebank(treebank));
  const Vocabulary vocabulary = vocabulary_of(banks);
  Network network(tiny_shape(vocabulary), 5);
  std::ostringstream log;
  train_parser(network, lessons_of(banks), vocabulary, tiny_training, log, [](std::size_t) {});
  ModelWriter writer;
  add_parser(writer, network, vocabulary);
  add_lemmas(writer, banks, "");
  writer.write(model);
  std::ifstream in(model, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("the trainer learns a small treebank, twice to the same bytes", "[train]") {
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return;
  const Folder folder;
  const auto treebank = folder.path / "tiny.conllu";
  std::ofstream(treebank) << tiny_treebank();
  const std::string first = train_tiny(treebank, folder.path / "first.annals");
  const std::string second = train_tiny(treebank, folder.path / "second.annals");
  CHECK(first == second);
  const Scores scores = evaluate(Analyzer::load(folder.path / "first.annals"), treebank);
  CHECK(scores.words == 48);
  CHECK(scores.upos == 48);
  CHECK(scores.labels >= 46);
  CHECK(scores.lemmas == 48);
}

TEST_CASE("a student believes its teachers against the treebank's own trees", "[train]") {
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return;
  const Folder folder;
  std::ofstream(folder.path / "tiny.conllu") << tiny_treebank();
  std::vector<Treebank> banks;
  banks.push_back(read_treebank(folder.path / "tiny.conllu"));
  const Vocabulary vocabulary = vocabulary_of(banks);
  const TeacherOptions options{.count = 2, .epochs = 60, .keep = folder.path / "kept"};
  std::ostringstream log;
  std::deque<Network> teachers = train_teachers(tiny_shape(vocabulary), lessons_of(banks),
                                                vocabulary, tiny_training, options, 7, log);
  CHECK(log.str().find("taken from") == std::string::npos);

  // Words alone: the teachers find the trees again.
  std::vector<Sentence> parsed = banks[0].analysis.sentences;
  let_teachers_parse(teachers, vocabulary, parsed);
  for (std::size_t s = 0; s < parsed.size(); ++s) {
    for (std::size_t w = 0; w < parsed[s].tokens.size(); ++w) {
      CHECK(parsed[s].tokens[w].head == banks[0].analysis.sentences[s].tokens[w].head);
      CHECK(parsed[s].tokens[w].upos == banks[0].analysis.sentences[s].tokens[w].upos);
    }
  }

  // A treebank whose words all hang on the last one, and a student that does not trust it.
  std::vector<Sentence> wrong = banks[0].analysis.sentences;
  std::vector<Lesson> lessons;
  for (Sentence& sentence : wrong) lessons.push_back({.sentence = &sentence, .soft = {}});
  ask_teachers(teachers, vocabulary, lessons);
  for (Lesson& lesson : lessons) {
    lesson.trust = 0;
    for (const SoftWord& word : lesson.soft) {
      int shares = 0;
      for (const SoftWord::Guess& guess : word.heads) shares += guess.share;
      CHECK(shares > 60000);
      CHECK(shares <= 65535);
      CHECK(word.heads[0].share >= word.heads[1].share);
    }
  }
  for (Sentence& sentence : wrong)
    for (std::size_t w = 0; w < sentence.tokens.size(); ++w)
      sentence.tokens[w].head = w + 1 == sentence.tokens.size() ? -1 : 5;
  std::deque<Network> student;
  student.emplace_back(tiny_shape(vocabulary), 9);
  train_parser(student[0], lessons, vocabulary, tiny_training, log, [](std::size_t) {});
  let_teachers_parse(student, vocabulary, parsed);
  for (const Sentence& sentence : parsed) CHECK(sentence.tokens[2].head == -1);

  // The second time they are taken from the folder, unless the data are others.
  log.str("");
  (void)train_teachers(tiny_shape(vocabulary), lessons_of(banks), vocabulary, tiny_training,
                       options, 7, log);
  CHECK(log.str().find("teacher 2: taken from") != std::string::npos);
}

TEST_CASE("raw text is read from JSON, columns and paragraphs", "[train]") {
  const Folder folder;
  const auto write = [&](const std::string& name, const std::string& content) {
    std::ofstream(folder.path / name) << content;
    return folder.path / name;
  };
  const auto forms = [](const Sentence& sentence) {
    std::string joined;
    for (const Token& token : sentence.tokens) joined += std::string(token.form) + '|';
    return joined;
  };
  const Treebank json =
      read_raw_text(write("a.json", "{\"text\":\"Troops left. They won't return.\"}\n"));
  REQUIRE(json.analysis.sentences.size() == 2);
  CHECK(forms(json.analysis.sentences[1]) == "They|wo|n't|return|.|");
  const Treebank columns =
      read_raw_text(write("b.conll",
                          "Ann I-PER\nLee I-PER\nleft O\nOslo I-LOC\n\n-DOCSTART- O\n\n"
                          "alone O\n\nBonn B-LOC\nParis B-LOC\n"));
  REQUIRE(columns.analysis.sentences.size() == 2);  // one word is no sentence
  CHECK(columns.documents == std::vector<std::size_t>{0, 1});
  const std::vector<NameSpan> names = {{.first = 0, .last = 2, .kind = NameKind::person},
                                       {.first = 3, .last = 4, .kind = NameKind::location}};
  CHECK(columns.analysis.sentences[0].names == names);
  CHECK(columns.analysis.sentences[1].names.size() == 2);
  CHECK(
      read_raw_text(write("c.txt", "One side won.\nThe other lost.\n")).analysis.sentences.size() ==
      2);
  CHECK_THROWS_WITH(read_raw_text(write("d.json", "{\"text\":\"x\"}\n{\"txt\":1}\n")),
                    Catch::Contains("d.json:2: no JSON object with a string \"text\""));
}

TEST_CASE("a name's features know how else it stands in the article", "[train][names]") {
  const Folder folder;
  std::ofstream(folder.path / "a.conllu") << "1\tGen.\t_\tPROPN\tNNP\t_\t2\tnmod:desc\t_\t_\n"
                                             "2\tKoro\t_\tPROPN\tNNP\t_\t3\tnsubj\t_\t_\n"
                                             "3\tleft\t_\tVERB\tVBD\t_\t0\troot\t_\t_\n\n"
                                             "1\tKoro\t_\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"
                                             "2\tspoke\t_\tVERB\tVBD\t_\t0\troot\t_\t_\n\n";
  const Treebank bank = read_treebank(folder.path / "a.conllu");
  const std::string_view title = "Gen.";
  const std::string bytes = ModelWriter::table_bytes({{hint_key({&title, 1}), {hint_title, 0}}});
  std::vector<HashTable::Slot> slots(bytes.size() / sizeof(HashTable::Slot));
  std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(slots.data()));
  const HashTable gazetteer(std::as_bytes(std::span(slots)));
  const std::vector<Sentence>& sentences = bank.analysis.sentences;
  NameFeatures alone, beside;
  alone.begin_article({sentences.data() + 1, 1}, gazetteer);
  beside.begin_article(sentences, gazetteer);
  alone.read(sentences[1], gazetteer);
  beside.read(sentences[1], gazetteer);
  CHECK(alone.of(0) != beside.of(0));  // "Gen. Koro" says that Koro is a person
  CHECK(alone.of(1) != beside.of(1));  // and so for the word after it
  beside.begin_article({sentences.data() + 1, 1}, gazetteer);
  beside.read(sentences[1], gazetteer);
  CHECK(alone.of(0) == beside.of(0));
}

TEST_CASE("products of matrices are the plain sums", "[train]") {
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return;
  Random random(3);
  for (const std::size_t rows : {1U, 12U, 37U, 130U}) {
    for (const std::size_t cols : {1U, 31U, 64U, 107U}) {
      Matrix left(rows, 29), right(29, cols), out(rows, cols);
      for (float& x : left.data) x = random.uniform() - 0.5F;
      for (float& x : right.data) x = random.uniform() - 0.5F;
      for (float& x : out.data) x = 2;
      multiply(view(left), view(right), out, true);
      Matrix turned;
      multiply(transposed(view(right)), transposed(view(left)), turned, false);
      double worst = 0;
      for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < cols; ++c) {
          double sum = 0;
          for (std::size_t k = 0; k < 29; ++k)
            sum += static_cast<double>(left.row(r)[k]) * static_cast<double>(right.row(k)[c]);
          worst = std::max(
              {worst, std::abs(out.row(r)[c] - 2 - sum), std::abs(turned.row(c)[r] - sum)});
        }
      }
      CAPTURE(rows, cols);
      CHECK(worst < 1e-5);
    }
  }
}

TEST_CASE("every kernel gives the same bits as the plain one", "[train][kernels]") {
  std::mt19937 random(11);
  const Kernels& plain = portable_kernels();
  const Kernels& best = *GENERATE(from_range(all_kernels().begin(), all_kernels().end()));
  CAPTURE(best.name);
  for (const std::size_t inputs : {2U, 16U, 78U, 288U}) {
    const std::size_t outputs = 48;
    std::vector<std::int8_t> data(inputs * outputs);
    for (auto& x : data) x = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    std::vector<float> scales(outputs, 3.1e-6F);
    std::vector<float> bias(outputs, 0.25F);
    const DenseWeights weights{inputs, outputs, scales.data(), bias.data(), data.data()};
    const std::size_t rows = 7;
    std::vector<std::int16_t> in(rows * inputs);
    for (auto& x : in) x = static_cast<std::int16_t>(static_cast<int>(random() % 65535) - 32767);
    std::vector<float> a(rows * outputs), b(rows * outputs);
    plain.dense(weights, in.data(), inputs, rows, a.data(), outputs, false);
    best.dense(weights, in.data(), inputs, rows, b.data(), outputs, false);
    CHECK(a == b);
    std::vector<float> c(12, 0.5F), d(12, 0.5F);
    std::vector<std::int16_t> e(12), f(12);
    plain.gates(a.data(), c.data(), e.data(), 12);
    best.gates(b.data(), d.data(), f.data(), 12);
    CHECK(c == d);
    CHECK(e == f);
    plain.softmax(a.data(), 37);
    best.softmax(b.data(), 37);
    CHECK(a == b);
    CHECK(plain.dot(a.data(), a.data() + 40, 29) == best.dot(b.data(), b.data() + 40, 29));
  }
}
