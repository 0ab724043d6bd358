#pragma once

#include "ingest/text/text_words.h"

namespace annals {

/// The words of English that the project ships; loaded once.
inline const TextWords& text_words() {
  static const TextWords words =
      TextWords::load({.data = ANNALS_SOURCE_DIR "/ingest/data/english"});
  return words;
}

}  // namespace annals
