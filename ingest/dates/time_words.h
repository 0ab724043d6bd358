#pragma once

#include <cstdint>

#include "ingest/text/word_lists.h"

namespace annals {

/// The lists of `time.words`: what a word does to the time of what it governs or stands beside.
enum class TimeWord : std::uint8_t {
  says,
  holds,
  figures,
  realis,
  due,
  deferred,
  plannable,
  trips,
  starts,
  lasting,
  ends,
  ahead,
  ahead_for,
  ahead_of,
  ahead_against,
  resolves,
  behind,
  goes,
  formerly,
  former,
  while_mark,
  until_mark,
  behind_mark,
  during,
  beside,
  edge,
  stage,
  stages,
  ending,
  speech,
  dedicates,
  hours,
  partakes,
  happens,
  put_off,
  occurs,
  same_day,
  occasion,
  agenda,
  open,
  moves,
  deaths
};

/// The words of `time.words`: dictionary forms in lower case. Const after load.
class TimeWords : public WordsOf<TimeWord> {
 public:
  TimeWords();
};

}  // namespace annals
