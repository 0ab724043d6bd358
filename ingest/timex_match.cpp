#include "ingest/timex_match.h"

#include <algorithm>
#include <bit>

namespace annals {
namespace {

using Parts = DateRules::Parts;

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

bool takes(const DateStep& step, const DateAtom& atom) {
  if (step.is_class) return (atom.classes >> step.label & 1) != 0;
  return atom.word != nullptr && atom.word->id == step.label;
}

class Matcher {
 public:
  Matcher(std::span<const DateAtom> atoms, const Parts& rules)
      : atoms_(atoms), rules_(rules), entered_(rules.states.size(), 0) {}

  std::vector<DateMatch> run() {
    for (std::size_t i = 0; i < atoms_.size(); ++i) {
      if (begin_at(i)) follow(i);
    }
    std::stable_sort(matches_.begin(), matches_.end(), [](const DateMatch& a, const DateMatch& b) {
      if (a.begin != b.begin) return a.begin < b.begin;
      if (a.end != b.end) return a.end > b.end;
      return a.rule < b.rule;
    });
    return std::move(matches_);
  }

 private:
  bool begin_at(std::size_t i) {
    const DateAtom& atom = atoms_[i];
    const bool word = atom.word != nullptr && atom.word->id < rules_.first_by_word.size() &&
                      !rules_.first_by_word[atom.word->id].empty();
    const std::uint64_t classes = atom.classes & rules_.first_classes;
    if (!word && classes == 0) return false;
    now_.clear();
    taken_.clear();
    ++round_;
    if (word) {
      for (const DateStep& step : rules_.first_by_word[atom.word->id]) enter({}, step, now_);
    }
    for (std::uint64_t left = classes; left != 0; left &= left - 1) {
      const auto word_class = static_cast<std::size_t>(std::countr_zero(left));
      for (const DateStep& step : rules_.first_by_class[word_class]) enter({}, step, now_);
    }
    return !now_.empty();
  }

  void enter(const Thread& from, const DateStep& step, std::vector<Thread>& to) {
    if (from.size == longest_pattern || entered_[step.target] == round_) return;
    entered_[step.target] = round_;
    to.push_back({.state = step.target,
                  .size = static_cast<std::uint8_t>(from.size + 1),
                  .last = static_cast<std::int32_t>(taken_.size())});
    taken_.push_back({.step = &step, .before = from.last});
  }

  void follow(std::size_t start) {
    for (std::size_t i = start + 1;; ++i) {
      for (const Thread& thread : now_) {
        if (rules_.states[thread.state].rule >= 0) accept(start, thread);
      }
      if (i == atoms_.size()) return;
      const DateAtom& atom = atoms_[i];
      next_.clear();
      ++round_;
      for (const Thread& thread : now_) {
        const DateState& state = rules_.states[thread.state];
        const bool may =
            (state.classes & atom.classes) != 0 || (state.words && atom.word != nullptr);
        if (!may) continue;
        for (const DateStep& step : state.steps) {
          if (takes(step, atom)) enter(thread, step, next_);
        }
      }
      std::swap(now_, next_);
      if (now_.empty()) return;
    }
  }

  void accept(std::size_t start, const Thread& thread) {
    DateMatch match;
    match.rule = rules_.states[thread.state].rule;
    match.begin = static_cast<std::uint32_t>(start + thread.size);
    std::array<const DateStep*, longest_pattern> path{};
    std::size_t size = thread.size;
    for (std::int32_t at = thread.last; at >= 0 && size > 0;
         at = taken_[static_cast<std::size_t>(at)].before) {
      path.at(--size) = taken_[static_cast<std::size_t>(at)].step;
    }
    for (std::uint32_t i = 0; i < thread.size; ++i) {
      const DateStep& step = *path.at(i);
      const auto at = static_cast<std::uint32_t>(start + i);
      if (step.inside) {
        match.begin = std::min(match.begin, at);
        match.end = at + 1;
      }
      if (step.capture != 0) match.captured[match.size++] = {step.capture, at};
    }
    if (match.end <= match.begin) return;
    for (auto it = matches_.rbegin(); it != matches_.rend() && it->begin >= start; ++it) {
      if (it->begin != match.begin) continue;
      if (match.end > it->end || (match.end == it->end && match.rule < it->rule)) *it = match;
      return;
    }
    matches_.push_back(match);
  }

  std::span<const DateAtom> atoms_;
  const Parts& rules_;
  std::vector<std::uint32_t> entered_;  ///< the round in which a state was entered last
  std::uint32_t round_ = 0;
  std::vector<Taken> taken_;  ///< steps of all threads that began at the same atom
  std::vector<Thread> now_;
  std::vector<Thread> next_;
  std::vector<DateMatch> matches_;
};

}  // namespace

std::vector<DateMatch> date_matches(std::span<const DateAtom> atoms, const Parts& rules) {
  return Matcher(atoms, rules).run();
}

}  // namespace annals
