// The trainer on a treebank of a few sentences, written for this test.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "ingest/analyzer.h"
#include "ingest/kernels.h"
#include "ingest/train/corpus.h"
#include "ingest/train/evaluation.h"
#include "ingest/train/lemma_training.h"
#include "ingest/train/model_writer.h"
#include "ingest/train/parser_training.h"

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

std::string train_tiny(const std::filesystem::path& treebank, const std::filesystem::path& model) {
  std::vector<Treebank> banks;
  banks.push_back(read_treebank(treebank));
  const Vocabulary vocabulary = vocabulary_of(banks);
  NetworkOptions options{.words = vocabulary.words.size() + 1,
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
  Network network(options, 5);
  std::ostringstream log;
  train_parser(network, banks, vocabulary,
               {.epochs = 60, .batch_words = 24, .rate = 0.01F, .seed = 5}, log,
               [](std::size_t) {});
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
