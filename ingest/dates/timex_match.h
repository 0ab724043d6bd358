#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "ingest/dates/date_rules_parts.h"
#include "ingest/dates/timex_atoms.h"

namespace annals {

/// Words that a rule took.
struct DateMatch {
  std::uint32_t begin = 0;  ///< atoms [begin, end) of the expression
  std::uint32_t end = 0;
  std::int32_t rule = 0;
  std::uint8_t size = 0;  ///< of `captured`
  /// The captured atoms: name (index in Parts::captures) and index of the atom.
  std::array<std::pair<std::uint8_t, std::uint32_t>, longest_pattern> captured{};
};

/// Finds the patterns of time in sentences, one after the other; keeps its memory between them.
class DateMatcher {
 public:
  /// `rules` must outlive it.
  explicit DateMatcher(const DateRules::Parts& rules);

  /// The matches of a sentence: at most one for each start and each number of words before the
  /// expression, the longest; sorted by begin, then longest first, then by the order of the rules.
  /// Linear in the number of atoms: a pattern takes at most longest_pattern of them, and each state
  /// of the automaton is entered once a step.
  [[nodiscard]] std::vector<DateMatch> matches(std::span<const DateAtom> atoms);

 private:
  /// A step that was taken, and the one before it.
  struct Taken {
    const DateStep* step = nullptr;
    std::int32_t before = -1;
  };
  /// One way through the automaton: its state and the last of the steps that led there.
  struct Thread {
    std::uint16_t state = 0;
    std::uint8_t size = 0;
    std::int32_t last = -1;  ///< index of a Taken
  };

  bool begin_at(const DateAtom& atom);
  void enter(const Thread& from, const DateStep& step, std::vector<Thread>& to);
  void follow(std::span<const DateAtom> atoms, std::size_t start);
  void accept(std::size_t start, const Thread& thread);

  const DateRules::Parts& rules_;
  std::vector<std::uint64_t> entered_;  ///< the round in which a state was entered last
  std::uint64_t round_ = 0;
  std::vector<Taken> taken_;  ///< steps of all threads that began at the same atom
  std::vector<Thread> now_;
  std::vector<Thread> next_;
  std::vector<DateMatch> matches_;
};

}  // namespace annals
