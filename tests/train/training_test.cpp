// The trainer on a treebank of a few sentences, written for this test.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "ingest/train/corpus.h"
#include "ingest/train/evaluation.h"
#include "ingest/train/extra_sentences.h"
#include "ingest/train/half_products.h"
#include "ingest/train/lemma_training.h"
#include "ingest/train/model_writer.h"
#include "ingest/train/parser_training.h"
#include "ingest/train/student_lessons.h"
#include "ingest/train/teachers.h"
#include "ingest/trees/analyzer.h"
#include "ingest/trees/lemmas.h"
#include "ingest/trees/names_features.h"

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

TEST_CASE("the trainer repeats its bytes with products of 16 bits too", "[train]") {
  if (!have_half_products()) return;
  const struct Restore {
    ~Restore() { set_products(Products::single); }
  } restore;
  set_products(Products::half);
  const Folder folder;
  const auto treebank = folder.path / "tiny.conllu";
  std::ofstream(treebank) << tiny_treebank();
  CHECK(train_tiny(treebank, folder.path / "first.annals") ==
        train_tiny(treebank, folder.path / "second.annals"));
  CHECK(evaluate(Analyzer::load(folder.path / "first.annals"), treebank).labels >= 46);
}

TEST_CASE("a student's own treebank counts more than what its teachers say of it", "[train]") {
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return;
  const Folder folder;
  std::ofstream(folder.path / "tiny.conllu") << tiny_treebank();
  const char* const own =
      "1\tArmy\tarmy\tNOUN\tNN\tNumber=Sing\t2\tnsubj\t_\t_\n"
      "2\tfreed\tfree\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
      "3\ttown\ttown\tNOUN\tNN\tNumber=Sing\t2\tobj\t_\t_\n\n";
  const std::string file = folder.path / "own.conllu";
  std::ofstream(file) << own;
  std::vector<Treebank> banks;
  banks.push_back(read_treebank(folder.path / "tiny.conllu"));
  StudentLessons lessons(banks, {file}, {}, {});
  CHECK(lessons.all().size() == 8);
  CHECK_FALSE(lessons.teachers_vocabulary().words.contains("oslo"));
  std::deque<Network> teachers;
  teachers.emplace_back(tiny_shape(lessons.teachers_vocabulary()), 5);
  lessons.ask(teachers_of(teachers, lessons.teachers_vocabulary()), banks, 1);
  std::size_t own_ones = 0;
  for (const Lesson& lesson : lessons.all()) {
    const bool is_own = lesson.sentence->tokens.size() == 3;
    own_ones += is_own ? 1 : 0;
    CHECK((lesson.trust > 0.8F) == is_own);
    CHECK(lesson.soft.size() == lesson.sentence->tokens.size());
  }
  CHECK(own_ones == 4);  // once as it is, three times with other words

  std::ofstream(file) << "1\tOslo\tOslo\tPROPN\tNNP\tNumber=Sing\t0\troot\t_\t_\n\n";
  CHECK_THROWS_WITH((StudentLessons(banks, {file}, {}, {})),
                    Catch::Contains("own.conllu: the tag, features or label of \"Oslo\""));
}

TEST_CASE("regular forms of known verbs have their lemmas", "[train][lemmas]") {
  const Folder folder;
  std::ofstream(folder.path / "tiny.conllu") << tiny_treebank();
  std::ofstream(folder.path / "irregular.txt")
      << "loot loot VERB VB\nplan plan VERB VB\ncarry carry VERB VB\ntie tie VERB VB\n"
         "withdraw withdraw VERB VB\nwithdrew withdraw VERB VBD\nrescue rescue VERB VB\n"
         "pacts pact NOUN NNS\n";
  std::vector<Treebank> banks;
  banks.push_back(read_treebank(folder.path / "tiny.conllu"));
  const Vocabulary vocabulary = vocabulary_of(banks);
  Network network(tiny_shape(vocabulary), 5);
  ModelWriter writer;
  add_parser(writer, network, vocabulary);
  add_lemmas(writer, banks, folder.path / "irregular.txt");
  writer.write(folder.path / "m.annals");
  const Model model = Model::load(folder.path / "m.annals");
  const Lemmas lemmas(model);
  const auto lemma = [&](const char* form, const char* xpos) {
    return lemmas.lemma_of(form, Upos::VERB, xpos);
  };
  CHECK(lemma("looted", "VBD") == "loot");
  CHECK(lemma("planned", "VBN") == "plan");
  CHECK(lemma("planning", "VBG") == "plan");
  CHECK(lemma("carries", "VBZ") == "carry");
  CHECK(lemma("tying", "VBG") == "tie");
  CHECK(lemma("rescuing", "VBG") == "rescue");
  CHECK(lemma("withdrew", "VBN") == "withdraw");  // a tagger's slip between the past forms
  // No cut goes through a character or leaves nothing.
  CHECK(lemmas.lemma_of("euros", Upos::NOUN, "NNS") == "euro");
  CHECK(lemmas.lemma_of("5\xC2\xA2", Upos::NOUN, "NNS") == "5\xC2\xA2");
  CHECK(lemmas.lemma_of("s", Upos::NOUN, "NNS") == "s");
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
  let_teachers_parse(teachers_of(teachers, vocabulary), vocabulary, parsed);
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
  ask_teachers(teachers_of(teachers, vocabulary), lessons);
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
  let_teachers_parse(teachers_of(student, vocabulary), vocabulary, parsed);
  for (const Sentence& sentence : parsed) CHECK(sentence.tokens[2].head == -1);

  // The second time they are taken from the folder, unless the data are others.
  log.str("");
  (void)train_teachers(tiny_shape(vocabulary), lessons_of(banks), vocabulary, tiny_training,
                       options, 7, log);
  CHECK(log.str().find("teacher 2: taken from") != std::string::npos);

  // One that is trained alone is the one that would be trained after the others.
  const auto bytes = [](const std::filesystem::path& kept) {
    std::string all;
    for (const auto& file : std::filesystem::directory_iterator(kept)) {
      if (file.path().filename().string().rfind("teacher2.", 0) != 0) continue;
      std::ifstream in(file.path(), std::ios::binary);
      all.assign(std::istreambuf_iterator<char>(in), {});
    }
    return all;
  };
  TeacherOptions only = options;
  only.only = 2;
  only.keep = folder.path / "alone";
  const std::size_t trained = train_teachers(tiny_shape(vocabulary), lessons_of(banks), vocabulary,
                                             tiny_training, only, 7, log)
                                  .size();
  CHECK(trained == 1);
  CHECK_FALSE(bytes(only.keep).empty());
  CHECK(bytes(only.keep) == bytes(options.keep));
}

TEST_CASE("a finished model teaches, and knows only the words that it has learnt", "[train]") {
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return;
  const Folder folder;
  const auto treebank = folder.path / "tiny.conllu";
  std::ofstream(treebank) << tiny_treebank();
  (void)train_tiny(treebank, folder.path / "tiny.annals");
  std::vector<Treebank> banks;
  banks.push_back(read_treebank(treebank));
  std::vector<Sentence> more = banks[0].analysis.sentences;
  for (Sentence& sentence : more)
    for (Token& token : sentence.tokens)
      if (token.form == "minister") token.form = "senator";
  const Vocabulary vocabulary = vocabulary_of(banks, more);
  REQUIRE(vocabulary.words.contains("senator"));

  NetworkOptions shape = tiny_shape(vocabulary);
  shape.cells = 32;  // the model says how many it has
  const ModelTeachers teachers({folder.path / "tiny.annals"}, shape, vocabulary);
  REQUIRE(teachers.all().size() == 1);
  CHECK(teachers.all()[0].network->options().cells == 16);
  CHECK(teachers.all()[0].vocabulary->words.contains("minister"));
  CHECK_FALSE(teachers.all()[0].vocabulary->words.contains("senator"));

  std::vector<Sentence> parsed = banks[0].analysis.sentences;
  let_teachers_parse(teachers.all(), vocabulary, parsed);
  std::size_t right = 0;
  for (std::size_t s = 0; s < parsed.size(); ++s)
    for (std::size_t w = 0; w < parsed[s].tokens.size(); ++w)
      right += parsed[s].tokens[w].head == banks[0].analysis.sentences[s].tokens[w].head ? 1 : 0;
  CHECK(right >= 46);
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
  const Treebank json = read_raw_text(
      write("a.json", "{\"text\":\"Troops left. They won't return.\"}\n"), TextWords());
  REQUIRE(json.analysis.sentences.size() == 2);
  CHECK(forms(json.analysis.sentences[1]) == "They|wo|n't|return|.|");
  const Treebank columns =
      read_raw_text(write("b.conll",
                          "Ann I-PER\nLee I-PER\nleft O\nOslo I-LOC\n\n-DOCSTART- O\n\n"
                          "alone O\n\nBonn B-LOC\nParis B-LOC\n"),
                    TextWords());
  REQUIRE(columns.analysis.sentences.size() == 2);  // one word is no sentence
  CHECK(columns.documents == std::vector<std::size_t>{0, 1});
  const std::vector<NameSpan> names = {{.first = 0, .last = 2, .kind = NameKind::person},
                                       {.first = 3, .last = 4, .kind = NameKind::location}};
  CHECK(columns.analysis.sentences[0].names == names);
  CHECK(columns.analysis.sentences[1].names.size() == 2);
  CHECK(read_raw_text(write("c.txt", "One side won.\nThe other lost.\n"), TextWords())
            .analysis.sentences.size() == 2);
  CHECK_THROWS_WITH(read_raw_text(write("d.json", "{\"text\":\"x\"}\n{\"txt\":1}\n"), TextWords()),
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
