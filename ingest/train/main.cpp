// annals-train: builds the English model and measures it. docs/model.md tells how.
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "graph/error.h"
#include "ingest/analyzer.h"
#include "ingest/train/corpus.h"
#include "ingest/train/evaluation.h"
#include "ingest/train/lemma_training.h"
#include "ingest/train/model_writer.h"
#include "ingest/train/parser_training.h"

namespace annals::train {
namespace {

constexpr const char* usage =
    "annals-train build MODEL [--epochs N] [--layers N] [--cells N] [--seed N] [--irregular FILE]\n"
    "                         [--dev TREEBANK] TREEBANK...\n"
    "    trains tagger, parser and lemmas on CoNLL-U files (plain or .gz) and writes MODEL\n"
    "annals-train eval MODEL TREEBANK...\n"
    "    measures MODEL on treebanks: gold words, everything else predicted\n"
    "annals-train parse MODEL TEXT [conllu|json|tree]\n"
    "    analyses a text file, a block a paragraph\n";

struct BuildOptions {
  std::string model;
  std::string dev;
  std::string irregular;
  NetworkOptions network;
  ParserTraining training;
  std::vector<std::string> treebanks;
};

BuildOptions parse_build(const std::vector<std::string>& words) {
  BuildOptions options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word.rfind("--", 0) != 0) {
      if (options.model.empty())
        options.model = word;
      else
        options.treebanks.push_back(word);
      continue;
    }
    if (i + 1 == words.size()) throw Error(ErrorKind::query, word + " needs a value");
    const std::string& value = words[++i];
    if (word == "--epochs")
      options.training.epochs = std::stoul(value);
    else if (word == "--layers")
      options.network.layers = std::stoul(value);
    else if (word == "--cells")
      options.network.cells = std::stoul(value);
    else if (word == "--seed")
      options.training.seed = std::stoul(value);
    else if (word == "--irregular")
      options.irregular = value;
    else if (word == "--dev")
      options.dev = value;
    else
      throw Error(ErrorKind::query, "unknown option " + word + "\n" + usage);
  }
  if (options.model.empty() || options.treebanks.empty()) throw Error(ErrorKind::query, usage);
  return options;
}

int build(const std::vector<std::string>& words) {
  BuildOptions options = parse_build(words);
  std::vector<Treebank> banks;
  for (const std::string& file : options.treebanks) banks.push_back(read_treebank(file));
  const Vocabulary vocabulary = vocabulary_of(banks);
  options.network.words = vocabulary.words.size() + 1;
  options.network.tags = vocabulary.tags.size();
  options.network.feats = vocabulary.feats.size();
  options.network.labels = vocabulary.labels.size();
  std::cerr << vocabulary.words.size() << " words, " << vocabulary.tags.size() << " tags, "
            << vocabulary.feats.size() << " features, " << vocabulary.labels.size() << " labels\n";
  Network network(options.network, options.training.seed);
  train_parser(network, banks, vocabulary, options.training, std::cerr, [&](std::size_t) {
    ModelWriter writer;
    add_parser(writer, network, vocabulary);
    add_lemmas(writer, banks, options.irregular);
    writer.write(options.model);
    if (!options.dev.empty())
      std::cerr << "  " << format_scores(evaluate(Analyzer::load(options.model), options.dev))
                << '\n';
  });
  return 0;
}

int eval(const std::vector<std::string>& words) {
  if (words.size() < 2) throw Error(ErrorKind::query, usage);
  const Analyzer analyzer = Analyzer::load(words[0]);
  for (std::size_t i = 1; i < words.size(); ++i)
    std::cout << words[i] << "\n  " << format_scores(evaluate(analyzer, words[i])) << '\n';
  return 0;
}

int parse(const std::vector<std::string>& words) {
  if (words.size() < 2) throw Error(ErrorKind::query, usage);
  const Analyzer analyzer = Analyzer::load(words[0]);
  const std::string text = read_packed(words[1]);
  const std::vector<Span> blocks = {{0, static_cast<std::uint32_t>(text.size())}};
  const Analysis analysis = analyzer.analyze(text, blocks);
  const std::string format = words.size() > 2 ? words[2] : "conllu";
  if (format == "json")
    write_analysis_json(std::cout, analysis);
  else if (format == "tree")
    write_trees(std::cout, analysis);
  else
    write_conllu(std::cout, analysis, text);
  return 0;
}

}  // namespace
}  // namespace annals::train

int main(int argc, char** argv) {
  using namespace annals::train;
  const std::vector<std::string> words(argv + 1, argv + argc);
  try {
    const std::vector<std::string> rest(words.begin() + (words.empty() ? 0 : 1), words.end());
    if (!words.empty() && words[0] == "build") return build(rest);
    if (!words.empty() && words[0] == "eval") return eval(rest);
    if (!words.empty() && words[0] == "parse") return parse(rest);
    std::cerr << usage;
    return 2;
  } catch (const annals::Error& error) {
    std::cerr << "annals-train: " << error.what() << '\n';
    return error.kind() == annals::ErrorKind::query ? 2 : 1;
  } catch (const std::exception& error) {
    std::cerr << "annals-train: " << error.what() << '\n';
    return 1;
  }
}
