#pragma once

#include <string_view>
#include <vector>

#include "ingest/events/events_sides.h"

namespace annals {

/// Whether those found in a slot of the sources may be who did it. A loan of what it is made of.
///
/// Not who did it are
///  - a modifier that says where ("the Bali bombing") or whom one visits ("the Washington visit");
///  - the place of an act that does something ("the Bali bombing that killed 20");
///  - who is named before an act that says or asks something ("Gotovina's arrest raised pressure");
///  - things that talk ("helicopters held talks"), and "it" in "it is the beginning of aid".
class DoerJudge {
 public:
  DoerJudge(const SentenceTree& tree, const SentenceActors& actors, const EventRules& rules,
            const SideAsks& asks)
      : tree_(tree), actors_(actors), rules_(rules), asks_(asks) {}

  /// `token` heads the phrase in `slot` of the frame of an event by `rule`; `found` stand there.
  [[nodiscard]] bool may_do(const EventRule& rule, std::string_view slot, std::int32_t token,
                            const std::vector<FoundActor>& found) const;
  /// Whether a noun tells of something done rather than said.
  [[nodiscard]] bool is_deed(std::int32_t token) const;
  /// Whether a modifier of a noun acts: "U.S.", "Israeli", "Taliban"; not a place as in "the Kabul
  /// attack".
  [[nodiscard]] bool may_act(std::int32_t token, const std::vector<FoundActor>& found) const;

  /// A place, or a land that is named for where something is.
  [[nodiscard]] bool is_place(const FoundActor& found) const;

 private:
  [[nodiscard]] bool modifier_may_do(const EventRule& rule, std::int32_t token,
                                     const FoundActor& first) const;
  [[nodiscard]] bool is_thing(const EventRule& rule, std::int32_t subject) const;

  const SentenceTree& tree_;
  const SentenceActors& actors_;
  const EventRules& rules_;
  const SideAsks& asks_;
};

}  // namespace annals
