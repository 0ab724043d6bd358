#include "ingest/train/evaluation.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <iterator>

#include "ingest/train/corpus.h"

namespace annals::train {
namespace {

std::string_view universal(std::string_view label) { return label.substr(0, label.find(':')); }

void count_words(const Sentence& gold, const Sentence& found, Scores& scores) {
  for (std::size_t i = 0; i < gold.tokens.size(); ++i) {
    const Token& right = gold.tokens[i];
    const Token& token = found.tokens[i];
    ++scores.words;
    scores.upos += right.upos == token.upos;
    scores.xpos += right.xpos == token.xpos;
    scores.feats += right.feats == token.feats;
    scores.lemmas += right.lemma == token.lemma;
    if (right.head != token.head) continue;
    ++scores.heads;
    scores.labels += universal(right.deprel) == universal(token.deprel);
  }
}

void count_names(const Sentence& gold, const Sentence& found, Scores& scores) {
  const auto same = [](const NameSpan& a, const NameSpan& b) {
    return a.first == b.first && a.last == b.last && a.kind == b.kind;
  };
  scores.names += gold.names.size();
  for (const NameSpan& name : found.names) {
    if (name.kind == NameKind::nationality) continue;  // no treebank marks them
    ++scores.names_found;
    scores.names_right += std::any_of(gold.names.begin(), gold.names.end(),
                                      [&](const NameSpan& right) { return same(name, right); });
  }
}

/// Annotates document by document, as articles are.
void annotate(const Analyzer& analyzer, Treebank& bank) {
  std::vector<Sentence>& all = bank.analysis.sentences;
  for (std::size_t d = 0; d < bank.documents.size(); ++d) {
    const std::size_t first = bank.documents[d];
    const std::size_t end = d + 1 < bank.documents.size() ? bank.documents[d + 1] : all.size();
    Analysis document;
    std::move(all.begin() + static_cast<std::ptrdiff_t>(first),
              all.begin() + static_cast<std::ptrdiff_t>(end),
              std::back_inserter(document.sentences));
    analyzer.annotate(document);
    std::move(document.sentences.begin(), document.sentences.end(),
              all.begin() + static_cast<std::ptrdiff_t>(first));
    std::move(document.strings.begin(), document.strings.end(),
              std::back_inserter(bank.analysis.strings));
  }
}

}  // namespace

Scores evaluate(const Analyzer& analyzer, const std::filesystem::path& treebank) {
  const Treebank gold = read_treebank(treebank);
  Treebank found = read_treebank(treebank);
  Scores scores;
  const std::clock_t start = std::clock();
  annotate(analyzer, found);
  scores.seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  for (std::size_t i = 0; i < gold.analysis.sentences.size(); ++i) {
    count_words(gold.analysis.sentences[i], found.analysis.sentences[i], scores);
    count_names(gold.analysis.sentences[i], found.analysis.sentences[i], scores);
  }
  return scores;
}

std::string format_scores(const Scores& s) {
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  };
  char line[400];
  std::snprintf(line, sizeof line,
                "UPOS %.2f XPOS %.2f feats %.2f lemmas %.2f UAS %.2f LAS %.2f; names P %.1f R %.1f "
                "F %.1f of %zu; %zu words, %.0f a second",
                share(s.upos, s.words), share(s.xpos, s.words), share(s.feats, s.words),
                share(s.lemmas, s.words), share(s.heads, s.words), share(s.labels, s.words),
                share(s.names_right, s.names_found), share(s.names_right, s.names),
                share(2 * s.names_right, s.names + s.names_found), s.names, s.words,
                static_cast<double>(s.words) / s.seconds);
  return line;
}

}  // namespace annals::train
