#pragma once

#include <optional>
#include <span>
#include <vector>

#include "graph/article.h"
#include "graph/event.h"
#include "ingest/actors/cast.h"
#include "ingest/dates/event_dates.h"
#include "ingest/events/events_match.h"
#include "ingest/rules/event_rules.h"
#include "ingest/trees/quotations.h"

namespace annals {

/// Reads what is done by saying a sentence that stands in quotation marks from end to end, whose
/// speaker another sentence names: `"The vote was flawed," X said. "It must be held again."` Such a
/// sentence is read as if it ended with "X said".
///
/// A loan of all that it is made from. Const and safe to share.
class QuotedReader {
 public:
  QuotedReader(const Article& article, const Analysis& analysis, const Cast& cast,
               const Dating& dating, const EventRules& rules);

  /// The demand, accusation, refusal or threat that the speaker makes by a sentence. `told` is what
  /// the sentence tells by itself: an act of the same type is not told again. Nothing for sentences
  /// that are not quoted, or by nobody known, or of parts of a sentence.
  [[nodiscard]] std::optional<Mention> act_in(std::uint32_t sentence,
                                              std::span<const Mention> told) const;

 private:
  /// Who says something outside quotation marks, and the verb that tells so.
  struct Attribution {
    std::uint32_t sentence = 0;
    std::int32_t verb = 0;
    FoundActor speaker;
  };

  [[nodiscard]] bool is_quoted(std::uint32_t sentence) const;
  [[nodiscard]] bool is_body(std::uint32_t sentence) const;
  [[nodiscard]] std::optional<Attribution> attribution_in(std::uint32_t sentence) const;
  [[nodiscard]] std::optional<Attribution> attribution_of(std::uint32_t sentence) const;
  [[nodiscard]] Mention mention_of(const SentenceTree& tree, const SentenceActors& actors,
                                   const Match& match, const Attribution& by) const;

  const Article& article_;
  const Analysis& analysis_;
  const Cast& cast_;
  const Dating& dating_;
  const EventRules& rules_;
  Quotations quotations_;
};

}  // namespace annals
