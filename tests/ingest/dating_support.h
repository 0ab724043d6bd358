#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ingest/dates/date_rules.h"
#include "ingest/dates/event_dates.h"
#include "ingest/trees/analyzer.h"
#include "tests/ingest/text_support.h"

namespace annals {

/// The English analyzer and date rules of the sources, loaded once.
struct DateReader {
  Analyzer analyzer;
  DateRules rules;

  static const DateReader& english() {
    static const DateReader reader = [] {
      LanguageOptions options;
      options.data = std::filesystem::path(ANNALS_SOURCE_DIR) / "ingest/data/english";
      return DateReader{Analyzer::load(options.data / "model.annals"), DateRules::load(options)};
    }();
    return reader;
  }
};

/// The date and the basis of the word in [brackets]; a line break in the text begins a paragraph.
/// `title` makes the first paragraph one.
inline std::string dated(std::string text, const std::string& published, bool title = false) {
  const auto open = text.find('[');
  const auto close = text.find(']');
  text.erase(close, 1).erase(open, 1);
  const Span word{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close - 1)};
  Article article;
  article.text = text;
  if (!published.empty()) article.published = parse_edtf(published);
  std::vector<Span> spans;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size() - 1) + 1);
    spans.push_back({at, end});
    const bool heading = title && at == 0;
    article.blocks.push_back({{at, end}, heading ? BlockKind::title : BlockKind::body});
    at = end;
  }
  const DateReader& reader = DateReader::english();
  const Analysis analysis = reader.analyzer.analyze(article.text, spans, text_words());
  const auto timexes = find_timexes(article, analysis, reader.rules);
  const DatedBy found = Dating(article, analysis, timexes, reader.rules).date_at(word);
  const char* basis = found.basis == DateBasis::expression          ? "expression"
                      : found.basis == DateBasis::dateline_relative ? "tense"
                      : found.basis == DateBasis::reporting_day     ? "saying"
                      : found.basis == DateBasis::linked            ? "linked"
                                                                    : "none";
  return format_edtf(found.date) + " " + basis;
}

/// A text with one word in [brackets], and its date and basis.
struct DatedRow {
  const char* text;
  const char* dated;
};

}  // namespace annals
