#include "ingest/events/events_share.h"

#include <algorithm>

#include "ingest/events/events_sides_slots.h"
#include "ingest/text/one_of.h"

namespace annals {

void share_sides(const SentenceTree& tree, const EventRules& rules, std::vector<Match>& matches) {
  const auto is_forcible = [&](const Match& match) {
    return one_of(rules.rule(match.rule).type, {"COERCE", "ASSAULT"});
  };
  for (Match& outer : matches) {
    if (!outer.frame.passive || !outer.sources.empty() || !is_forcible(outer)) continue;
    for (Match& inner : matches) {
      const std::string_view marker = tree.marker(inner.trigger);
      const bool within = tree.head(inner.trigger) == outer.trigger &&
                          tree.is(inner.trigger, "obl") && (marker == "in" || marker == "during");
      if (!within || inner.sources.empty() || !is_forcible(inner) || inner.frame.passive ||
          rules.rule(inner.rule).symmetric || share_actor(inner.sources, outer.targets))
        continue;
      outer.sources = inner.sources;
      if (inner.targets.empty()) inner.targets = outer.targets;
      break;
    }
  }
}

void give_back_owners(const SentenceTree& tree, const EventRules& rules,
                      std::vector<Match>& matches) {
  const auto is_hostile = [&](const Match& match) {
    return one_of(rules.rule(match.rule).type,
                  {"SANCTION", "ACCUSE", "COERCE", "THREATEN", "ASSAULT"});
  };
  const auto gives_reason = [&](std::int32_t token) {
    return one_of(tree.marker(token), {"after", "over", "for", "follow", "following", "since"});
  };
  for (Match& inner : matches) {
    if (inner.sources.size() != 1) continue;
    const std::int32_t owner = inner.sources.front().token;
    if (tree.token(owner).upos != Upos::PRON || tree.head(owner) != inner.trigger) continue;
    std::int32_t at = inner.trigger;
    while (at >= 0 && tree.token(at).upos != Upos::VERB && !gives_reason(at)) at = tree.head(at);
    if (at < 0 || tree.token(at).upos == Upos::VERB) continue;
    for (const Match& outer : matches) {
      if (&outer == &inner || outer.targets.empty() || !is_hostile(outer)) continue;
      const std::int32_t above = tree.head(at);
      const bool adjunct =
          above >= 0 && (above == outer.trigger || above == outer.frame.light ||
                         tree.head(outer.trigger) == above || tree.is_below(above, outer.trigger) ||
                         (outer.frame.light >= 0 && tree.head(above) == outer.frame.light));
      if (!adjunct) continue;
      inner.sources = outer.targets;
      std::erase_if(inner.targets,
                    [&](const FoundActor& one) { return is_among(one, inner.sources); });
      break;
    }
  }
}

}  // namespace annals
