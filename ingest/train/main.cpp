// annals-train: builds the English model and measures it. docs/model.md tells how.
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "graph/error.h"
#include "ingest/analyzer.h"
#include "ingest/train/corpus.h"
#include "ingest/train/evaluation.h"
#include "ingest/train/extra_sentences.h"
#include "ingest/train/lemma_training.h"
#include "ingest/train/model_writer.h"
#include "ingest/train/names_training.h"
#include "ingest/train/parser_training.h"
#include "ingest/train/student_lessons.h"
#include "ingest/train/teachers.h"

namespace annals::train {
namespace {

constexpr const char* usage =
    "annals-train build MODEL [options] TREEBANK...\n"
    "    trains tagger, parser, lemmas and names on CoNLL-U files (plain or .gz), writes MODEL\n"
    "      --data DIR      countries.tsv, regions.tsv, roles.tsv (ingest/data/english)\n"
    "      --lists DIR     irregular.txt, names.txt (ingest/train/data)\n"
    "      --dev FILE      measured after each epoch\n"
    "      --teachers N    so many networks are trained first, for the one that is kept to learn\n"
    "                      from (0: from the treebanks alone)\n"
    "      --teacher-epochs N --teacher-cells N\n"
    "      --only-teacher N    trains this one of them, keeps it and ends: for several at a time\n"
    "      --keep DIR      keeps trained teachers there, and takes those that are there\n"
    "      --own FILE      a treebank that the network learns from, but not its teachers\n"
    "      --raw FILE      text that the teachers parse for it to learn from; may be repeated\n"
    "      --start MODEL   trains on from the weights of MODEL, at half the rate\n"
    "      --parser MODEL  takes tagger and parser from MODEL and trains the rest\n"
    "      --products single|half    of single precision, or rounded to 16 bits (needs AMX)\n"
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
  std::string start;
  NetworkOptions network;
  ParserTraining training;
  TeacherOptions teachers;
  NamesTraining names;
  std::vector<std::string> raw;
  std::vector<std::string> own;
  std::vector<std::string> treebanks;
  Products products = Products::single;
};

std::size_t parse_count(const std::string& option, const std::string& value) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), count);
  if (error != std::errc() || end != value.data() + value.size() || count == 0)
    throw Error(ErrorKind::query, option + " needs a number from 1, not \"" + value + "\"");
  return count;
}

Products parse_products(const std::string& value) {
  if (value == "single") return Products::single;
  if (value == "half") return Products::half;
  throw Error(ErrorKind::query, "--products is single or half, not \"" + value + "\"");
}

/// The kernels of the run time read sixteen cells at a time.
std::size_t whole_tiles(std::size_t cells) { return (cells + 15) / 16 * 16; }

void set(BuildOptions& options, const std::string& option, const std::string& value) {
  if (option == "--data")
    options.data = value;
  else if (option == "--lists")
    options.lists = value;
  else if (option == "--dev")
    options.dev = value;
  else if (option == "--raw")
    options.raw.push_back(value);
  else if (option == "--start")
    options.start = value;
  else if (option == "--parser")
    options.parser = value;
  else if (option == "--epochs")
    options.training.epochs = parse_count(option, value);
  else if (option == "--teachers")
    options.teachers.count = value == "0" ? 0 : parse_count(option, value);
  else if (option == "--teacher-epochs")
    options.teachers.epochs = parse_count(option, value);
  else if (option == "--teacher-cells")
    options.teachers.cells = whole_tiles(parse_count(option, value));
  else if (option == "--only-teacher")
    options.teachers.only = parse_count(option, value);
  else if (option == "--own")
    options.own.push_back(value);
  else if (option == "--products")
    options.products = parse_products(value);
  else if (option == "--keep")
    options.teachers.keep = value;
  else if (option == "--layers")
    options.network.layers = std::max<std::size_t>(2, parse_count(option, value));
  else if (option == "--cells")
    options.network.cells = whole_tiles(parse_count(option, value));
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
  if (!options.own.empty() && options.teachers.count == 0)
    throw Error(ErrorKind::query, "--own needs --teachers");
  if (options.teachers.only > 0 && options.teachers.keep.empty())
    throw Error(ErrorKind::query, "--only-teacher needs --keep");
  options.names.seed = options.training.seed;
  return options;
}

void write_fingerprint(std::ostream& out, const std::string& file) {
  const std::string content = read_packed(file);
  out << std::filesystem::path(file).filename().string() << ' ' << std::hex
      << XXH3_64bits(content.data(), content.size()) << std::dec << '\n';
}

/// The options that a network's weights depend on, and the fingerprints of the treebanks.
std::string treebanks_of(const BuildOptions& options) {
  std::ostringstream text;
  text << "layers " << options.network.layers << ", cells " << options.network.cells << ", seed "
       << options.training.seed << '\n';
  if (options.products == Products::half) text << "products of 16 bits\n";
  for (const std::string& file : options.treebanks) write_fingerprint(text, file);
  return text.str();
}

/// What the model was made of, for those who find the file.
std::string made_of(const BuildOptions& options) {
  std::ostringstream text;
  text << "English model of Annals; licence CC BY-SA 4.0, see docs/model.md\n"
       << "teachers " << options.teachers.count << " of " << options.teachers.epochs
       << " epochs and " << options.teachers.cells << " cells, epochs " << options.training.epochs
       << ", " << treebanks_of(options);
  if (!options.start.empty()) {
    text << "trained on from ";
    write_fingerprint(text, options.start);
  }
  for (const std::string& file : options.own) write_fingerprint(text, file);
  for (const std::string& file : options.raw) write_fingerprint(text, file);
  return text.str();
}

NetworkOptions shape_for(NetworkOptions shape, const Vocabulary& vocabulary) {
  shape.words = vocabulary.words.size() + 1;
  shape.tags = vocabulary.tags.size();
  shape.feats = vocabulary.feats.size();
  shape.labels = vocabulary.labels.size();
  std::cerr << vocabulary.words.size() << " words, " << vocabulary.tags.size() << " tags, "
            << vocabulary.feats.size() << " features, " << vocabulary.labels.size() << " labels\n";
  return shape;
}

/// Less than without teachers: their answers, and the copies, keep a student from learning by
/// heart.
constexpr float students_dropout = 0.25F;

void write_parser(const BuildOptions& options, const std::vector<Treebank>& banks) {
  StudentLessons lessons(banks, options.own,
                         options.teachers.count > 0 ? options.raw : std::vector<std::string>{},
                         TextWords::load({.data = options.data}));
  const std::uint64_t lesson = options.start.empty() ? 0 : 500;  // other copies, another order
  if (options.teachers.count > 0) {
    const Vocabulary& vocabulary = lessons.teachers_vocabulary();
    const std::string data = "teachers of " + std::to_string(options.teachers.epochs) +
                             " epochs, " + std::to_string(options.teachers.cells) + " cells\n" +
                             treebanks_of(options);
    std::deque<Network> teachers = train_teachers(
        shape_for(options.network, vocabulary), lessons.all(), vocabulary, options.training,
        options.teachers, XXH3_64bits(data.data(), data.size()), std::cerr);
    if (options.teachers.only > 0) return;
    lessons.ask(teachers, banks, options.training.seed + lesson);
  }
  const Vocabulary& vocabulary = lessons.vocabulary();
  NetworkOptions shape = shape_for(options.network, vocabulary);
  if (options.teachers.count > 0) shape.dropout = students_dropout;
  Network network(shape, options.training.seed + lesson);
  ParserTraining training = options.training;
  training.seed += lesson;
  if (!options.start.empty()) {
    take_weights(network, vocabulary, Model::load(options.start));
    training.rate /= 2;
  }
  train_parser(network, lessons.all(), vocabulary, training, std::cerr, [&](std::size_t) {
    ModelWriter writer;
    add_parser(writer, network, vocabulary);
    add_lemmas(writer, banks, options.lists / "irregular.txt");
    writer.write(options.model);
    if (!options.dev.empty())
      std::cerr << "  " << format_scores(evaluate(Analyzer::load(options.model), options.dev))
                << '\n';
  });
}

/// Writes the tagger, parser and lemmas, and leaves out names.
void copy_parser(const BuildOptions& options, const std::vector<Treebank>& banks) {
  ModelWriter writer;
  writer.copy(Model::load(options.parser), {"names.", "lemmas"});
  add_lemmas(writer, banks, options.lists / "irregular.txt");
  writer.write(options.model);
}

/// Names are learnt over what the parser says, not over the treebanks' own tags and arcs. Treebanks
/// whose file names begin alike, up to the first hyphen, share a convention ("en_gum").
void write_names(const BuildOptions& options, const std::vector<Treebank>& banks) {
  ModelWriter writer;
  {
    const Analyzer analyzer = Analyzer::load(options.model);
    std::deque<Treebank> parsed, named;
    std::vector<NamedTreebank> treebanks;
    std::map<std::string, std::size_t> conventions;
    const auto add = [&](const std::string& file, const Treebank& gold, Treebank&& copy) {
      analyzer.annotate(parsed.emplace_back(std::move(copy)).analysis);
      const std::string name = std::filesystem::path(file).filename().string();
      const auto at = conventions.emplace(name.substr(0, name.find('-')), conventions.size()).first;
      treebanks.push_back({&parsed.back(), &gold, at->second});
    };
    for (std::size_t i = 0; i < banks.size(); ++i)
      add(options.treebanks[i], banks[i], read_treebank(options.treebanks[i]));
    const TextWords words = TextWords::load({.data = options.data});
    for (const std::string& file : options.raw)
      if (std::filesystem::path(file).filename().string().find(".conll") != std::string::npos)
        add(file, named.emplace_back(read_raw_text(file, words)), read_raw_text(file, words));
    writer.copy(Model::load(options.model), {});
    if (options.parser.empty()) writer.add("made", made_of(options));
    add_names(writer, treebanks, {.data = options.data, .words = options.lists / "names.txt"},
              options.names, std::cerr);
  }
  writer.write(options.model);
}

int build(const std::vector<std::string>& words) {
  const BuildOptions options = parse_build(words);
  set_products(options.products);
  std::vector<Treebank> banks;
  for (const std::string& file : options.treebanks) banks.push_back(read_treebank(file));
  if (options.parser.empty()) {
    write_parser(options, banks);
    if (options.teachers.only > 0) return 0;
  } else {
    copy_parser(options, banks);
  }
  write_names(options, banks);
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
  const Analysis analysis =
      analyzer.analyze(text, blocks, TextWords::load({.data = default_data_folder()}));
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
