#include "ingest/date_rules.h"

namespace annals {

struct DateRules::Parts {};

DateRules::DateRules(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
DateRules::DateRules(DateRules&&) noexcept = default;
DateRules& DateRules::operator=(DateRules&&) noexcept = default;
DateRules::~DateRules() = default;

DateRules DateRules::load(const LanguageOptions& /*options*/) {
  return DateRules(std::make_unique<Parts>());
}

}  // namespace annals
