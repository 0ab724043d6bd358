#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "graph/article.h"
#include "graph/event.h"
#include "graph/event_date.h"
#include "ingest/dates/date_rules.h"
#include "ingest/dates/timex.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// An event whose date is asked for: the word that tells it and what is known about it.
struct EventToDate {
  std::uint32_t sentence = 0;  ///< index in Analysis::sentences
  std::int32_t token = 0;      ///< the trigger: "met", "talks"
  Status status = Status::happened;
  bool reporting = false;  ///< an act of saying: "said", "accused"
};

/// When an event was, how that is known, and the words that told it.
struct DatedBy {
  EventDate date;
  DateBasis basis = DateBasis::none;
  Span words;  ///< the expression, or the publication stamp's absence: empty when no words gave the
               ///< date

  bool operator==(const DatedBy&) const = default;
};

/// The dates of one article's events.
///
/// Reads the article once, then answers for any word of it. An expression dates the verb or noun
/// that it hangs on; the time of saying and the time of what is said are kept apart; past narrative
/// carries its day on from sentence to sentence; and an event that no expression reaches gets an
/// interval by its tense ("../2012-07-30"), never a bare publication day, unless it is an act of
/// saying. Without a publication date such an event has no date.
///
/// Holds references to all that it was made from, which must outlive it. Const and safe to share.
class Dating {
 public:
  Dating(const Article& article, const Analysis& analysis, std::span<const TimexMention> timexes,
         const DateRules& rules);
  Dating(Dating&&) noexcept;
  Dating& operator=(Dating&&) noexcept;
  ~Dating();

  /// Requires that event.sentence and event.token exist.
  [[nodiscard]] DatedBy date_of(const EventToDate& event) const;

  /// The event that a reader would see at `words`: its head word, its status by tense and modality,
  /// and whether it is an act of saying. For words of the article that no event rule has read;
  /// nothing is known of a span outside every sentence, and date_of() such is none.
  [[nodiscard]] DatedBy date_at(Span words) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace annals
