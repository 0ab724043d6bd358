#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "graph/span.h"
#include "ingest/text/text_words.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Reads English: sentences, words, tags, lemmas, dependency trees and names.
///
/// Const after load, so any number of threads may share one. What an Analysis holds points into
/// the article's text and into the analyser's model: both must outlive it. The same text gives the
/// same analysis on every machine and beside any other text.
class Analyzer {
 public:
  /// Maps the model file. Throws Error(rule) that names the file and what was expected when it is
  /// missing, cut short, no model, or a model of another version.
  [[nodiscard]] static Analyzer load(const std::filesystem::path& model_file);

  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  /// Splits each block of `text` into sentences and analyses them. Spans count bytes of `text`;
  /// Sentence::block is the index of the block in `blocks`. A sentence never crosses a block.
  /// Any bytes are accepted; empty blocks give no sentences.
  [[nodiscard]] Analysis analyze(std::string_view text, std::span<const Span> blocks,
                                 const TextWords& words) const;

  /// Predicts everything but the words and the borders of sentences, which `given` has. Words need
  /// `form`, `span` and `space_after`; everything else is replaced.
  void annotate(Analysis& given) const;

 private:
  struct Parts;
  explicit Analyzer(std::unique_ptr<const Parts> parts);

  std::unique_ptr<const Parts> parts_;
};

}  // namespace annals
