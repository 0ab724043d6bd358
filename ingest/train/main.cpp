// annals-train: builds the English model and measures it. docs/model.md tells how.
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "graph/error.h"
#include "ingest/analyzer.h"
#include "ingest/train/corpus.h"
#include "ingest/train/evaluation.h"
#include "ingest/train/lemma_training.h"
#include "ingest/train/model_writer.h"
#include "ingest/train/names_training.h"
#include "ingest/train/parser_training.h"

namespace annals::train {
namespace {

constexpr const char* usage =
    "annals-train build MODEL [options] TREEBANK...\n"
    "    trains tagger, parser, lemmas and names on CoNLL-U files (plain or .gz), writes MODEL\n"
    "      --data DIR      countries.tsv, regions.tsv, roles.tsv (ingest/data/english)\n"
    "      --lists DIR     irregular.txt, names.txt (ingest/train/data)\n"
    "      --dev FILE      measured after each epoch\n"
    "      --parser MODEL  takes tagger and parser from MODEL and trains the rest\n"
    "      --epochs N --layers N --cells N --seed N --name-epochs N\n"
    "annals-train eval MODEL TREEBANK...\n"
    "    measures MODEL on treebanks: gold words, everything else predicted\n"
    "annals-train parse MODEL TEXT [conllu|json|tree]\n"
    "    analyses a text file\n";

struct BuildOptions {
  std::string model;
  std::filesystem::path data = "ingest/data/english";
  std::filesystem::path lists = "ingest/train/data";
  std::string dev;
  std::string parser;
  NetworkOptions network;
  ParserTraining training;
  NamesTraining names;
  std::vector<std::string> treebanks;
};

std::size_t parse_count(const std::string& option, const std::string& value) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), count);
  if (error != std::errc() || end != value.data() + value.size() || count == 0)
    throw Error(ErrorKind::query, option + " needs a number from 1, not \"" + value + "\"");
  return count;
}

void set(BuildOptions& options, const std::string& option, const std::string& value) {
  if (option == "--data")
    options.data = value;
  else if (option == "--lists")
    options.lists = value;
  else if (option == "--dev")
    options.dev = value;
  else if (option == "--parser")
    options.parser = value;
  else if (option == "--epochs")
    options.training.epochs = parse_count(option, value);
  else if (option == "--layers")
    options.network.layers = std::max<std::size_t>(2, parse_count(option, value));
  else if (option == "--cells")
    options.network.cells = (parse_count(option, value) + 15) / 16 * 16;
  else if (option == "--seed")
    options.training.seed = parse_count(option, value);
  else if (option == "--name-epochs")
    options.names.epochs = parse_count(option, value);
  else
    throw Error(ErrorKind::query, "unknown option " + option + "\n" + usage);
}

BuildOptions parse_build(const std::vector<std::string>& words) {
  BuildOptions options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].rfind("--", 0) == 0) {
      if (i + 1 == words.size()) throw Error(ErrorKind::query, words[i] + " needs a value");
      set(options, words[i], words[i + 1]);
      ++i;
    } else if (options.model.empty()) {
      options.model = words[i];
    } else {
      options.treebanks.push_back(words[i]);
    }
  }
  if (options.model.empty() || options.treebanks.empty()) throw Error(ErrorKind::query, usage);
  options.names.seed = options.training.seed;
  return options;
}

/// What the model was made of, for those who find the file.
std::string made_of(const BuildOptions& options) {
  std::ostringstream text;
  text << "English model of Annals; licence CC BY-SA 4.0, see docs/model.md\n"
       << "epochs " << options.training.epochs << ", layers " << options.network.layers
       << ", cells " << options.network.cells << ", seed " << options.training.seed << '\n';
  for (const std::string& file : options.treebanks) {
    const std::string content = read_packed(file);
    text << std::filesystem::path(file).filename().string() << ' ' << std::hex
         << XXH3_64bits(content.data(), content.size()) << std::dec << '\n';
  }
  return text.str();
}

void write_parser(const BuildOptions& options, const std::vector<Treebank>& banks) {
  const Vocabulary vocabulary = vocabulary_of(banks);
  NetworkOptions network_options = options.network;
  network_options.words = vocabulary.words.size() + 1;
  network_options.tags = vocabulary.tags.size();
  network_options.feats = vocabulary.feats.size();
  network_options.labels = vocabulary.labels.size();
  std::cerr << vocabulary.words.size() << " words, " << vocabulary.tags.size() << " tags, "
            << vocabulary.feats.size() << " features, " << vocabulary.labels.size() << " labels\n";
  Network network(network_options, options.training.seed);
  train_parser(network, banks, vocabulary, options.training, std::cerr, [&](std::size_t) {
    ModelWriter writer;
    add_parser(writer, network, vocabulary);
    add_lemmas(writer, banks, options.lists / "irregular.txt");
    writer.write(options.model);
    if (!options.dev.empty())
      std::cerr << "  " << format_scores(evaluate(Analyzer::load(options.model), options.dev))
                << '\n';
  });
}

std::vector<const Sentence*> sentences_of(const std::vector<Treebank>& banks) {
  std::vector<const Sentence*> sentences;
  for (const Treebank& bank : banks)
    for (const Sentence& sentence : bank.analysis.sentences) sentences.push_back(&sentence);
  return sentences;
}

int build(const std::vector<std::string>& words) {
  const BuildOptions options = parse_build(words);
  std::vector<Treebank> banks;
  for (const std::string& file : options.treebanks) banks.push_back(read_treebank(file));
  if (options.parser.empty()) write_parser(options, banks);
  const std::string parser = options.parser.empty() ? options.model : options.parser;
  // Names are learnt over what the parser says, not over the treebanks' own tags and arcs.
  std::vector<Treebank> parsed;
  ModelWriter writer;
  {
    const Analyzer analyzer = Analyzer::load(parser);
    for (const std::string& file : options.treebanks) {
      parsed.push_back(read_treebank(file));
      analyzer.annotate(parsed.back().analysis);
    }
    writer.copy(Model::load(parser), {"names.", "lemmas", "made"});
    writer.add("made", made_of(options));
    add_lemmas(writer, banks, options.lists / "irregular.txt");
    add_names(writer, sentences_of(parsed), sentences_of(banks),
              {.data = options.data, .words = options.lists / "names.txt"}, options.names,
              std::cerr);
  }
  writer.write(options.model);
  if (!options.dev.empty())
    std::cerr << format_scores(evaluate(Analyzer::load(options.model), options.dev)) << '\n';
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
