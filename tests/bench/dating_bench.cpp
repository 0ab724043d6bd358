// Measures how fast text is dated, beside the tokens that it is read as.
//
//   dating_bench FILE ...     each file an article of plain text, read as published on 2012-07-30
//
// Prints megabytes of text a CPU second on one core: splitting into words, finding expressions, and
// dating every verb and noun; then hostile text, whose speed must not fall with its length.

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "graph/error.h"
#include "ingest/dates/date_rules.h"
#include "ingest/dates/event_dates.h"
#include "ingest/text/sentences.h"
#include "ingest/text/tokens.h"
#include "ingest/trees/analyzer.h"
#include "tests/ingest/words_only.h"

namespace annals {
namespace {

double cpu_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Median of 11 runs of `action`, each repeated until it takes 50 ms.
double median_seconds(const std::function<void()>& action) {
  std::vector<double> found;
  for (int run = 0; run < 11; ++run) {
    const double begin = cpu_seconds();
    int times = 0;
    do {
      action();
      ++times;
    } while (cpu_seconds() - begin < 0.05);
    found.push_back((cpu_seconds() - begin) / times);
  }
  std::sort(found.begin(), found.end());
  return found[found.size() / 2];
}

void print(const char* what, std::size_t bytes, double seconds) {
  std::printf("%-44s %8.1f MB/s  %zu bytes\n", what, static_cast<double>(bytes) / 1e6 / seconds,
              bytes);
}

struct Page {
  Article article;
  Analysis analysis;
};

void measure(std::vector<Page>& pages, const DateRules& rules, const TextWords& words) {
  std::size_t bytes = 0;
  std::size_t found = 0;
  for (const Page& page : pages) bytes += page.article.text.size();
  const double tokens = median_seconds([&] {
    for (const Page& page : pages) {
      const std::string& text = page.article.text;
      found += tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words).size();
    }
  });
  print("splitting into words", bytes, tokens);
  const double timexes = median_seconds([&] {
    for (const Page& page : pages) found += find_timexes(page.article, page.analysis, rules).size();
  });
  print("finding time expressions", bytes, timexes);
  const double dates = median_seconds([&] {
    for (const Page& page : pages) {
      const auto expressions = find_timexes(page.article, page.analysis, rules);
      const Dating dating(page.article, page.analysis, expressions, rules);
      for (std::uint32_t s = 0; s < page.analysis.sentences.size(); ++s) {
        const auto& tokens_of = page.analysis.sentences[s].tokens;
        for (std::int32_t t = 0; t < static_cast<std::int32_t>(tokens_of.size()); ++t) {
          if (tokens_of[static_cast<std::size_t>(t)].upos != Upos::VERB) continue;
          found += dating.date_of({.sentence = s, .token = t}).words.size();
        }
      }
    }
  });
  print("expressions, and the dates of all verbs", bytes, dates);
  std::printf("%-44s %8.2f\n", "expressions against words, time", timexes / tokens);
  if (found == 0) throw Error(ErrorKind::input, "no words in these files");
}

/// The same few words again and again, in one sentence of growing length.
void measure_hostile(const DateRules& rules, const TextWords& words) {
  for (const int times : {1000, 10000, 100000}) {
    Article article;
    for (int i = 0; i < times; ++i)
      article.text += "the last two or three and a half years ago of ";
    article.published = day_date(*parse_day("2012-07-30"));
    const Analysis analysis = words_only(article.text, words);
    print("one endless sentence", article.text.size(),
          median_seconds([&] { (void)find_timexes(article, analysis, rules); }));
  }
}

int run(int count, char** names) {
  LanguageOptions options;
  options.data = default_data_folder();
  const DateRules rules = DateRules::load(options);
  const TextWords words = TextWords::load(options);
  const Analyzer analyzer = Analyzer::load(options.data / "model.annals");
  std::vector<Page> pages;
  for (int i = 1; i < count; ++i) {
    std::ifstream in(names[i], std::ios::binary);
    auto& page = pages.emplace_back();
    page.article.text = {std::istreambuf_iterator<char>(in), {}};
    page.article.published = day_date(*parse_day("2012-07-30"));
  }
  for (Page& page : pages) {
    const Span all{0, static_cast<std::uint32_t>(page.article.text.size())};
    page.analysis = analyzer.analyze(page.article.text, std::vector<Span>{all}, words);
  }
  measure(pages, rules, words);
  measure_hostile(rules, words);
  return 0;
}

}  // namespace
}  // namespace annals

int main(int count, char** names) {
  try {
    return annals::run(count, names);
  } catch (const std::exception& error) {
    std::cerr << "dating_bench: " << error.what() << "\n";
    return 1;
  }
}
