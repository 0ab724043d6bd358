#pragma once

#include <cstdint>

#include "ingest/text/word_lists.h"

namespace annals {

/// The lists of `text.words`, which says what each is for.
enum class TextWord : std::uint8_t {
  abbreviation,
  capitals,
  before_number,
  before_name,
  prefix,
  slashed,
  unit,
  starter,
  clock,
  speaks
};

/// The words of `text.words`, by which text is split into words and sentences: in lower case,
/// abbreviations without their last full stop. Const after load; threads may share one.
class TextWords : public WordsOf<TextWord> {
 public:
  TextWords();

  /// Reads `text.words` of the data folder and of each overlay that has one; later lines add.
  /// Throws Error(rule) with file and line.
  [[nodiscard]] static TextWords load(const LanguageOptions& options);
};

}  // namespace annals
