#pragma once

#include <set>
#include <string>
#include <string_view>

#include "graph/event.h"

namespace annals {

/// How a kind of event is told: "A <active> B", "A <alone>", "B <passive>".
struct Phrase {
  std::string_view type;
  /// PLOVER mode, or a CAMEO code where no mode says it; "" is every other.
  std::string_view mode;
  std::string_view active;
  std::string_view alone;
  std::string_view passive;
};

/// The words for an event's type and mode; null for a type that is not PLOVER's.
[[nodiscard]] const Phrase* phrase_of(const Event& event);

/// What the articles' own words say more closely than type and mode: that somebody was killed and
/// not attacked, tried and not arrested. Of several `told` words (in lower case) the gravest
/// counts. Null where none says more.
[[nodiscard]] const Phrase* phrase_of(const Event& event, const std::set<std::string>& told);

/// Whether of two phrases for `told` words the first tells of something graver.
[[nodiscard]] bool is_graver(const Phrase& a, const Phrase& b);

/// Whether such an event befalls people: "People were wounded" can be told of nobody named.
[[nodiscard]] bool befalls_people(const Phrase& phrase);

/// "held talks with" -> "to hold talks with": what has not happened is told as headlines tell it.
/// `plural` makes "was" "were".
[[nodiscard]] std::string told_as(std::string_view past, Status status, bool plural);

}  // namespace annals
