#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/select.h"

namespace annals {

/// Judges events by what a request asks of them, window and status aside: first their entries in
/// the index by kind and actors, then the records of those that agree, where the index cannot tell.
/// Remembers what it knows of kinds and actors. For one thread; store and request must outlive it.
class EventJudge {
 public:
  EventJudge(const Store& store, const Request& request, std::span<const Part> parts);

  /// False when an actor has never taken part in anything.
  [[nodiscard]] bool possible() const { return possible_; }

  /// Whether kind and actors are those that are asked for, and nobody is left out; see
  /// select_events().
  [[nodiscard]] bool agrees(const IndexEntry& entry);

  /// Takes out the events whose record or text does not agree. Throws Stopped when stop_wanted is
  /// set.
  void keep_agreeing(std::vector<Chosen>& events);

 private:
  struct Wanted {
    std::uint32_t actor;
    std::optional<Role> role;
    std::string country;  ///< whose people and bodies will do as well; empty for none
  };
  struct KindJudgement {
    bool known = false;
    bool asked = false;
    bool by_keyword = false;  ///< and only so
    bool symmetric = false;
    bool left_out = false;
    bool left_out_by_keyword = false;
  };

  [[nodiscard]] bool is_left_out(const IndexEntry& entry, bool symmetric) const;
  const KindJudgement& judgement(std::uint32_t number);
  const std::string& country_of(std::uint32_t number);
  [[nodiscard]] bool agrees_in_keyword(const std::vector<const TypeWord*>& words,
                                       const Event& event) const;

  const Store& store_;
  const Request& request_;
  std::unordered_map<std::uint32_t, std::string> countries_;
  std::vector<Wanted> numbers_;
  std::vector<Wanted> except_;
  std::vector<KindJudgement> kinds_;
  bool possible_ = true;
};

}  // namespace annals
