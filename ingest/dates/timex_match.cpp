#include "ingest/dates/timex_match.h"

#include <algorithm>
#include <bit>

namespace annals {
namespace {

bool takes(const DateStep& step, const DateAtom& atom) {
  if (step.is_class) return (atom.classes >> step.label & 1) != 0;
  return atom.word != nullptr && atom.word->id == step.label;
}

}  // namespace

DateMatcher::DateMatcher(const DateRules::Parts& rules)
    : rules_(rules), entered_(rules.states.size(), 0) {}

std::vector<DateMatch> DateMatcher::matches(std::span<const DateAtom> atoms) {
  matches_.clear();
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    if (begin_at(atoms[i])) follow(atoms, i);
  }
  std::stable_sort(matches_.begin(), matches_.end(), [](const DateMatch& a, const DateMatch& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    if (a.end != b.end) return a.end > b.end;
    return a.rule < b.rule;
  });
  return std::move(matches_);
}

bool DateMatcher::begin_at(const DateAtom& atom) {
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

void DateMatcher::enter(const Thread& from, const DateStep& step, std::vector<Thread>& to) {
  if (from.size == longest_pattern || entered_[step.target] == round_) return;
  entered_[step.target] = round_;
  to.push_back({.state = step.target,
                .size = static_cast<std::uint8_t>(from.size + 1),
                .last = static_cast<std::int32_t>(taken_.size())});
  taken_.push_back({.step = &step, .before = from.last});
}

void DateMatcher::follow(std::span<const DateAtom> atoms, std::size_t start) {
  for (std::size_t i = start + 1;; ++i) {
    for (const Thread& thread : now_) {
      if (rules_.states[thread.state].rule >= 0) accept(start, thread);
    }
    if (i == atoms.size()) return;
    const DateAtom& atom = atoms[i];
    next_.clear();
    ++round_;
    for (const Thread& thread : now_) {
      const DateState& state = rules_.states[thread.state];
      const bool may = (state.classes & atom.classes) != 0 || (state.words && atom.word != nullptr);
      if (!may) continue;
      for (const DateStep& step : state.steps) {
        if (takes(step, atom)) enter(thread, step, next_);
      }
    }
    std::swap(now_, next_);
    if (now_.empty()) return;
  }
}

void DateMatcher::accept(std::size_t start, const Thread& thread) {
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
    // a shorter one stays: the longer may turn out to have no value
    if (it->begin != match.begin || it->end != match.end) continue;
    if (match.rule < it->rule) *it = match;
    return;
  }
  matches_.push_back(match);
}

}  // namespace annals
