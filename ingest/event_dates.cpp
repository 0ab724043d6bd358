#include "ingest/event_dates.h"

#include <utility>

namespace annals {

struct Dating::Parts {
  const Article* article;
};

Dating::Dating(const Article& article, const Analysis& /*analysis*/,
               std::span<const TimexMention> /*timexes*/, const DateRules& /*rules*/)
    : parts_(std::make_unique<Parts>(Parts{&article})) {}
Dating::Dating(Dating&&) noexcept = default;
Dating& Dating::operator=(Dating&&) noexcept = default;
Dating::~Dating() = default;

DatedBy Dating::date_of(const EventToDate& event) const {
  const auto& published = parts_->article->published;
  if (!published) return {};
  if (event.reporting) return {*published, DateBasis::reporting_day, {}};
  const bool ahead = event.status == Status::planned || event.status == Status::hypothetical;
  return {ahead ? after_date(published->first) : before_date(published->last),
          DateBasis::dateline_relative,
          {}};
}

DatedBy Dating::date_at(Span /*words*/) const { return {}; }

}  // namespace annals
