#pragma once

#include "ingest/trees/sentence.h"

namespace annals {

/// Verbs that the parser took for qualities of the noun behind them, and subjects that it took for
/// phrases of the verb above:
///  - "has eased sanctions": as having sanctions that are eased;
///  - "as the opposition threatened to storm it";
///  - "were held hostage", as holding a hostage.
/// Heads still form one tree afterwards.
void mend_verbs(Sentence& sentence);

/// "Iran has in the past rejected offers": the auxiliary and the participle that a phrase parts are
/// joined; to be done before the other mends. Heads still form one tree afterwards.
void mend_perfects(Sentence& sentence);

}  // namespace annals
