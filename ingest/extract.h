#pragma once

#include <span>
#include <vector>

#include "graph/facts.h"
#include "ingest/actors/cast.h"
#include "ingest/events/uncoded.h"
#include "ingest/language.h"

namespace annals {

/// Reads what one article says: the stages in order, pure. `article.text`, its blocks and its date
/// are given; the same article and language give the same facts on any thread. `cast`, when given,
/// receives all actors that the article speaks of, those that do nothing included.
[[nodiscard]] Facts extract(Article article, const Language& language, Cast* cast = nullptr);

/// A date that the dating stage gives to what stands at a span.
struct SpanDate {
  Span span;
  EventDate date;
  DateBasis basis = DateBasis::none;
};

/// The dates that extract() would give to events whose triggers stand at `spans`; how dating is
/// measured.
[[nodiscard]] std::vector<SpanDate> date_spans(const Article& article, std::span<const Span> spans,
                                               const Language& language);

/// The words of an article that a rule might be written for; see find_uncoded().
[[nodiscard]] std::vector<UncodedWord> uncoded_words(const Article& article,
                                                     const Language& language);

}  // namespace annals
