#pragma once

#include "tests/export/sample.h"

namespace annals::sample {

/// Names and texts that have broken readers of graph files.
inline Answer hostile() {
  auto builder = Builder();
  builder.actor(1, ActorKind::person, "Infinity")
      .actor(2, ActorKind::organization, "A & <B>")
      .actor(3, ActorKind::organization, "INF Treaty & INFORMATION Office")
      .actor(4, ActorKind::person, "\u0645\u062d\u0645\u062f \u202Eabc")
      .actor(5, ActorKind::person, "tab\tand\nline \x0b control \x01 and \xff byte")
      .actor(6, ActorKind::country, "")
      .article(
          9, "Wire \"9\"", "2014-06-01",
          "They signed the INF Treaty ]]> and X < > Y, \x0b it said. An <b>accusation</b> & more.");
  builder.event(1, "CONSULT", "2014-06-09", {other(1), other(2)}, 9,
                "They signed the INF Treaty ]]> and X < > Y, \x0b it said.");
  builder.event(2, "ACCUSE", "2014-06-09", {source(1), target(2)}, 9,
                "An <b>accusation</b> & more.");
  builder.event(3, "ACCUSE", "2014-06-10", {source(1), target(2)}, 9,
                "An <b>accusation</b> & more.");
  builder.event(4, "ACCUSE", "2014-06-10", {source(2), target(1)}, 9,
                "An <b>accusation</b> & more.");
  builder.event(5, "CONSULT", "2014-06-12", {other(3), other(4), other(5)}, 9,
                "An <b>accusation</b> & more.");
  builder.event(6, "CONSULT", "2014-07", {other(1), other(2)}, 9, "An <b>accusation</b> & more.",
                Status::planned);
  builder.event(7, "ASSAULT", "", {target(6)}, 9, "An <b>accusation</b> & more.", Status::alleged);
  builder.event(8, "PROTEST", "../2014-08-01", {}, 9, "An <b>accusation</b> & more.");
  builder.event(9, "REQUEST", "2014-05-01/..", {source(77), target(1)}, 9,
                "An <b>accusation</b> & more.");
  return builder.answer();
}

}  // namespace annals::sample
