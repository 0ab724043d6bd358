#include <algorithm>
#include <map>
#include <tuple>

#include "ingest/dates/date_rules_parts.h"

namespace annals {
namespace {

using States = std::vector<std::uint16_t>;

/// What a step takes and how; steps that agree in it can be taken as one.
auto kind_of(const DateStep& step) {
  return std::tuple(step.is_class, step.label, step.capture, step.inside);
}

/// Builds the joined automaton. Each of its states stands for states of the first one.
class Joiner {
 public:
  explicit Joiner(const std::vector<DateState>& states) : states_(states) {}

  std::vector<DateState> run() {
    number_of({0});
    while (joined_.size() < members_.size()) joined_.push_back(join(members_[joined_.size()]));
    return std::move(joined_);
  }

 private:
  std::uint16_t number_of(const States& members) {
    const auto [found, fresh] = numbers_.try_emplace(members, members_.size());
    if (fresh) members_.push_back(members);
    return static_cast<std::uint16_t>(found->second);
  }

  /// `members` may be one of members_, which move when the targets get their numbers: it is read
  /// before.
  DateState join(const States& members) {
    DateState state;
    std::map<decltype(kind_of(DateStep{})), std::size_t> places;
    std::vector<States> targets;
    for (const std::uint16_t member : members) {
      const DateState& old = states_[member];
      if (old.rule >= 0 && (state.rule < 0 || old.rule < state.rule)) state.rule = old.rule;
      for (const DateStep& step : old.steps) {
        const auto [place, fresh] = places.try_emplace(kind_of(step), targets.size());
        if (fresh) {
          state.steps.push_back(step);
          targets.emplace_back();
        }
        targets[place->second].push_back(step.target);
      }
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
      std::sort(targets[i].begin(), targets[i].end());
      targets[i].erase(std::unique(targets[i].begin(), targets[i].end()), targets[i].end());
      state.steps[i].target = number_of(targets[i]);
    }
    return state;
  }

  const std::vector<DateState>& states_;
  std::vector<DateState> joined_;
  std::vector<States> members_;
  std::map<States, std::size_t> numbers_;
};

}  // namespace

void join_date_states(DateRules::Parts& parts) { parts.states = Joiner(parts.states).run(); }

}  // namespace annals
