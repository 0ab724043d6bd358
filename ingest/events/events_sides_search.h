#pragma once

#include <string_view>
#include <vector>

#include "ingest/events/events_sides.h"

namespace annals {

/// Who stands behind `marker` anywhere in the noun phrase of `top`, but not below the noun of
/// another act: "charges over a murder by soldiers" are not the soldiers'.
[[nodiscard]] std::vector<FoundActor> find_marked(const SentenceTree& tree,
                                                  const SentenceActors& actors,
                                                  const SideAsks& asks, std::int32_t top,
                                                  std::string_view marker);

/// Who made, sent or led what the noun names, by the participle behind it: "a report released by
/// the group", "a motion presented by the Netherlands"; empty when nobody is told.
[[nodiscard]] std::vector<FoundActor> find_maker(const SentenceTree& tree,
                                                 const SentenceActors& actors,
                                                 const EventRules& rules, std::int32_t noun);

/// "ended a crackdown by Belgrade on rebels", with the last phrase hung on the verb: on whom the
/// act of a noun was, where its verb is no light one.
[[nodiscard]] std::vector<FoundActor> find_beside(const SentenceTree& tree,
                                                  const SentenceActors& actors,
                                                  const EventRule& rule, const Match& match);

/// Who stands behind a preposition of the rule's targets anywhere below the trigger: the tree often
/// hangs it on a noun between.
[[nodiscard]] std::vector<FoundActor> find_below(const SentenceTree& tree,
                                                 const SentenceActors& actors,
                                                 const EventRule& rule, const Match& match);

/// "convicted of the murder of", "accused of links to the attack": those of whom that is said, as
/// the doers of the deed that the noun `deed` tells; empty when nothing is said of anybody.
[[nodiscard]] std::vector<FoundActor> find_charged(const SentenceTree& tree,
                                                   const SentenceActors& actors,
                                                   const EventRules& rules, const SideAsks& asks,
                                                   std::int32_t deed);

/// "Merkel vowed to cut Germany's debts", "ruled out sending German troops", "the minister said
/// that Thailand must save": takes off the targets the country for which all the sources act, where
/// it only says whose something is or who should act. Parties, rebels and unions are others than
/// their country; what is done by force or by law is done to it, and its policies are defended.
void drop_own_country(const SentenceTree& tree, const SentenceActors& actors, const EventRule& rule,
                      Match& match);

}  // namespace annals
