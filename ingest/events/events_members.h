#pragma once

#include "ingest/events/events_match.h"

namespace annals {

/// Adds to those who meet, talk or travel whoever is told to be one of them: "a delegation led by
/// Rice", "a team that comprised Rice and Gates", "envoys including Rice", "the president,
/// accompanied by Gates". Only persons are added; the delegation itself stays. Which words say so
/// are the lists delegation, leading, comprising and accompanying.
void add_members(const SentenceTree& tree, const SentenceActors& actors, const EventRules& rules,
                 Match& match);

}  // namespace annals
