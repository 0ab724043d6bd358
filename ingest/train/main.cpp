// annals-train: builds the English model and measures it. docs/model.md tells how.
#include <deque>
#include <filesystem>
#include <iostream>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "graph/error.h"
#include "ingest/language.h"
#include "ingest/train/build_options.h"
#include "ingest/train/corpus.h"
#include "ingest/train/evaluation.h"
#include "ingest/train/extra_sentences.h"
#include "ingest/train/lemma_training.h"
#include "ingest/train/model_writer.h"
#include "ingest/train/names_training.h"
#include "ingest/train/parser_training.h"
#include "ingest/train/student_lessons.h"
#include "ingest/train/teachers.h"
#include "ingest/trees/analyzer.h"

namespace annals::train {
namespace {

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

void write_network(const BuildOptions& options, const std::vector<Treebank>& banks,
                   Network& network, const Vocabulary& vocabulary) {
  ModelWriter writer;
  add_parser(writer, network, vocabulary);
  add_lemmas(writer, banks, options.lists / "irregular.txt");
  writer.write(options.model);
}

void write_parser(const BuildOptions& options, const std::vector<Treebank>& banks) {
  StudentLessons lessons(banks, options.own,
                         options.teachers.any() ? options.raw : std::vector<std::string>{},
                         TextWords::load({.data = options.data}));
  // Other copies, another order.
  const std::uint64_t lesson = options.start.empty() ? 0 : 500 * options.lesson;
  if (options.teachers.any()) {
    const Vocabulary& vocabulary = lessons.teachers_vocabulary();
    std::deque<Network> teachers = train_teachers(
        shape_for(options.network, vocabulary), lessons.all(), vocabulary, options.training,
        options.teachers, fingerprint_of_teachers(options), std::cerr);
    if (options.teachers.only > 0)
      return write_network(options, banks, teachers.front(), vocabulary);
    ModelTeachers models(options.teachers.models, shape_for(options.network, lessons.vocabulary()),
                         lessons.vocabulary());
    std::vector<Teacher> asked = teachers_of(teachers, vocabulary);
    asked.insert(asked.end(), models.all().begin(), models.all().end());
    lessons.ask(asked, banks, options.training.seed + lesson);
  }
  const Vocabulary& vocabulary = lessons.vocabulary();
  NetworkOptions shape = shape_for(options.network, vocabulary);
  if (options.teachers.any()) shape.dropout = students_dropout;
  Network network(shape, options.training.seed + lesson);
  ParserTraining training = options.training;
  training.seed += lesson;
  if (!options.start.empty()) {
    take_weights(network, vocabulary, Model::load(options.start));
    training.rate /= 2;
  }
  train_parser(network, lessons.all(), vocabulary, training, std::cerr, [&](std::size_t) {
    write_network(options, banks, network, vocabulary);
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

/// A file of our own, each sentence an article for itself.
Treebank read_single_sentences(const std::string& file) {
  Treebank bank = read_treebank(file);
  bank.documents.resize(bank.analysis.sentences.size());
  std::iota(bank.documents.begin(), bank.documents.end(), std::size_t{0});
  return bank;
}

/// Names are learnt over what the parser says, not over the treebanks' own tags and arcs. Treebanks
/// whose file names begin alike, up to the first hyphen, share a convention ("en_gum"); our own
/// sentences follow that of the first treebank.
void write_names(const BuildOptions& options, const std::vector<Treebank>& banks) {
  ModelWriter writer;
  {
    const Analyzer analyzer = Analyzer::load(options.model);
    std::deque<Treebank> parsed, named;
    std::vector<NamedTreebank> treebanks;
    std::map<std::string, std::size_t> conventions;
    const auto add = [&](const std::string& like, const Treebank& gold, Treebank&& copy) {
      analyzer.annotate(parsed.emplace_back(std::move(copy)).analysis);
      const std::string name = std::filesystem::path(like).filename().string();
      const auto at = conventions.emplace(name.substr(0, name.find('-')), conventions.size()).first;
      treebanks.push_back({&parsed.back(), &gold, at->second});
    };
    for (std::size_t i = 0; i < banks.size(); ++i)
      add(options.treebanks[i], banks[i], read_treebank(options.treebanks[i]));
    const std::string& first = options.treebanks.front();
    for (const std::string& file : options.own)
      add(first, named.emplace_back(read_single_sentences(file)), read_single_sentences(file));
    const TextWords words = TextWords::load({.data = options.data});
    for (const std::string& file : options.named)
      add(first, named.emplace_back(read_raw_text(file, words)), read_raw_text(file, words));
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
