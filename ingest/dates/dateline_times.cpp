#include "ingest/dates/dateline_times.h"

#include <optional>
#include <utility>

#include "ingest/dates/timex.h"
#include "ingest/pages/stamps.h"
#include "ingest/text/tokens.h"

namespace annals {
namespace {

/// The words of a stamp as one sentence without a tree. Bars between a day and its time become
/// commas, which the rules of dates know.
Sentence words_of_stamp(std::string_view text, Span span, const TextWords& words) {
  Sentence sentence;
  sentence.span = span;
  for (const RawToken& raw : tokenize(text, span, words)) {
    Token token;
    token.span = raw.span;
    token.form = slice(text, raw.span);
    if (token.form == "/" || token.form == "|" || token.form == "-") token.form = ",";
    sentence.tokens.push_back(token);
  }
  return sentence;
}

/// What the rules of dates make of a stamp; the words around its day and time belong to it.
std::optional<Timex> time_of(const Article& article, Span span, const DateRules& rules,
                             const TextWords& words) {
  Analysis analysis;
  analysis.sentences.push_back(words_of_stamp(article.text, span, words));
  if (analysis.sentences.front().tokens.empty()) return std::nullopt;
  const auto found = find_timexes(article, analysis, rules);
  if (found.empty() || found.front().timex.date.precision != Precision::day) return std::nullopt;
  Timex timex = found.front().timex;
  timex.span = span;
  return timex;
}

}  // namespace

std::vector<Timex> find_dateline_times(const Article& article, const DateRules& rules,
                                       const PageWords& words) {
  std::vector<Timex> times;
  for (const Block& block : article.blocks) {
    if (block.kind != BlockKind::dateline && block.kind != BlockKind::byline) continue;
    for (const Stamp& stamp : find_stamps(slice(article.text, block.span), words)) {
      const Span span{block.span.begin + stamp.span.begin, block.span.begin + stamp.span.end};
      if (auto timex = time_of(article, span, rules, words.text_words()))
        times.push_back(std::move(*timex));
    }
  }
  return times;
}

}  // namespace annals
