// annals ingest, extract and analyze: the commands that read text.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>

#include "app/commands.h"
#include "app/extract_json.h"
#include "app/link_words.h"
#include "graph/error.h"
#include "ingest/ingest.h"
#include "ingest/trees/analyzer.h"
#include "ingest/trees/conllu.h"
#include "link/link.h"

namespace annals {
namespace {

/// Keeps which articles came with this ingest, for `new since last ingest`: their ids, split by
/// blanks. Both lists are sorted.
void remember_added(Store& store, const std::vector<ArticleId>& before) {
  const auto after = store.article_ids();
  std::vector<ArticleId> added;
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                      std::back_inserter(added));
  std::string ids;
  for (const ArticleId id : added) ids += (ids.empty() ? "" : " ") + format_hex(id.value);
  store.put_setting("last_ingest", ids);
}

/// Prints what could not be read, or was read with a doubt, and returns how many could not.
std::size_t print_problems(const std::vector<ReadProblem>& problems) {
  std::size_t failed = 0;
  for (const auto& problem : problems) {
    std::cerr << "annals: " << problem.where << ": " << (problem.warning ? "doubtful: " : "")
              << problem.message << '\n';
    failed += problem.warning ? 0 : 1;
  }
  return failed;
}

/// The language, with a word about each line of a user's dictionary that was skipped.
Language load_language(const Context& context) {
  Language language = Language::load(context.language);
  if (!context.quiet) {
    for (const auto& problem : language.problems())
      std::cerr << "annals: " << problem << "; skipped\n";
  }
  return language;
}

RunOptions run_options(const InputArguments& arguments, ProgressLine& line) {
  RunOptions options{.read = arguments.read,
                     .workers = arguments.workers,
                     .with_cast = arguments.with_cast,
                     .progress = {},
                     .skip = {}};
  options.progress = [&line](const Progress& progress) {
    line.show(progress.files, progress.files_total,
              counted(progress.articles, "article") + ", " + counted(progress.mentions, "mention"));
  };
  return options;
}

std::string read_all(const std::filesystem::path& path) {
  std::ostringstream text;
  if (path == "-") {
    text << std::cin.rdbuf();
    return text.str();
  }
  std::ifstream in(path, std::ios::binary);
  if (!in)
    throw Error(ErrorKind::input,
                path.string() + ": cannot be read; is the path right and readable?");
  text << in.rdbuf();
  return text.str();
}

}  // namespace

int run_ingest(const Context& context, const InputArguments& arguments) {
  Store store = context.open(OpenMode::create);
  const Language language = load_language(context);
  const LinkWords link_words =
      load_link_words(context.language);  // what is wrong in it is told now
  const auto known = store.article_ids();
  IngestReport report;
  {
    ProgressLine line(context.terminal, context.quiet);
    report = ingest(arguments.paths, run_options(arguments, line), language, store);
  }
  if (store.has_unlinked() || !store.setting("linked")) {
    link_store(store, link_words);
    store.put_setting("linked", "yes");
  }
  remember_added(store, known);
  store.sync();
  const std::size_t failed = print_problems(report.problems);
  if (!context.quiet) {
    const StoreCounts counts = store.counts();
    std::cerr << "annals: " << counted(report.added, "article") << " added, "
              << format_number(report.unchanged) << " known, " << counted(failed, "problem") << "; "
              << context.db.string() << " holds " << counted(counts.articles, "article") << ", "
              << counted(counts.events, "event") << ", " << counted(counts.actors, "actor") << '\n';
  }
  return failed == 0 ? exit_done : exit_some_failed;
}

int run_extract(const Context& context, const InputArguments& arguments) {
  const Language language = load_language(context);
  ProgressLine line(context.terminal, context.quiet || context.terminal.out_is_terminal);
  const RunReport report = extract_articles(
      arguments.paths, run_options(arguments, line), language,
      [](const Extracted& extracted) { write_extract_json(std::cout, extracted); });
  std::cout.flush();
  return print_problems(report.problems) == 0 ? exit_done : exit_some_failed;
}

int run_uncoded(const Context& context, const InputArguments& arguments, std::size_t least) {
  struct Row {
    std::size_t count = 0;
    bool known = false;
    std::string example;
  };
  const Language language = load_language(context);
  ProgressLine line(context.terminal, context.quiet || context.terminal.out_is_terminal);
  RunOptions options = run_options(arguments, line);
  options.with_uncoded = true;
  std::map<std::pair<std::string, bool>, Row> rows;  // by word and whether it is a verb
  const RunReport report =
      extract_articles(arguments.paths, options, language, [&](const Extracted& extracted) {
        for (const UncodedWord& word : extracted.uncoded) {
          Row& row = rows[{word.word, word.word_class == WordClass::verb}];
          if (++row.count > 1) continue;
          row.known = word.known;
          row.example = slice(extracted.facts.article.text, word.sentence);
          std::replace(row.example.begin(), row.example.end(), '\n', ' ');
        }
      });
  std::vector<std::pair<std::pair<std::string, bool>, Row>> sorted(rows.begin(), rows.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
  for (const auto& [word, row] : sorted) {
    if (row.count < least) break;
    std::cout << row.count << '\t' << (word.second ? "verb" : "noun") << '\t' << word.first << '\t'
              << (row.known ? "no rule fits" : "no rule") << '\t' << row.example << '\n';
  }
  std::cout.flush();
  return print_problems(report.problems) == 0 ? exit_done : exit_some_failed;
}

int run_analyze(const Context& context, const std::vector<std::filesystem::path>& paths,
                const std::string& format, const std::string& input) {
  const Analyzer analyzer = Analyzer::load(context.language.data / "model.annals");
  const TextWords words = TextWords::load(context.language);
  for (const auto& path : paths) {
    std::string text = read_all(path);
    Analysis analysis;
    if (input == "conllu") {
      std::istringstream in(text);
      Treebank treebank = read_conllu(in, path.string());
      text = std::move(treebank.text);
      analysis = std::move(treebank.analysis);
      analyzer.annotate(analysis);
    } else {
      const Span whole{.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
      analysis = analyzer.analyze(text, std::span(&whole, 1), words);
    }
    if (format == "json") {
      write_analysis_json(std::cout, analysis);
    } else if (format == "tree") {
      write_trees(std::cout, analysis);
    } else {
      write_conllu(std::cout, analysis, text);
    }
  }
  std::cout.flush();
  return exit_done;
}

}  // namespace annals
