#pragma once

#include <deque>
#include <span>
#include <string>
#include <vector>

#include "ingest/text/text_words.h"
#include "ingest/train/lessons.h"

namespace annals::train {

/// What the student learns from: the treebanks' sentences, copies of them with other words, and
/// raw text, all as the teachers see them; and its own treebanks, which show it what the teachers
/// have never seen, and whose answers therefore count much more than theirs. Without teachers: the
/// sentences of `banks` as they are.
///
/// A network that learns from the mean answer of several errs less than one that learns from the
/// treebank alone. Sources: Hinton et al. 2015; Kuncoro et al. 2016 (for dependency parsing).
class StudentLessons {
 public:
  /// `own` are treebank files, `raw` files for read_raw_text, which are split by `words`. `banks`
  /// must outlive the lessons. Throws Error(input) when one of `own` has a tag, features or a label
  /// that no bank has.
  StudentLessons(const std::vector<Treebank>& banks, const std::vector<std::string>& own,
                 const std::vector<std::string>& raw, const TextWords& words);

  /// Words that only the raw text and its own treebanks have are the student's alone.
  const Vocabulary& teachers_vocabulary() const { return known_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  /// Before the teachers were asked: their lessons, or all there are without any.
  const std::vector<Lesson>& all() const { return lessons_; }

  /// Lets the teachers parse the raw text, adds it and the copies to the lessons, and fills in what
  /// the teachers say of them all. `seed` is that of the copies' words.
  void ask(std::span<const Teacher> teachers, const std::vector<Treebank>& banks,
           std::uint64_t seed);

 private:
  std::vector<Lesson> lessons_;
  std::vector<Treebank> own_;
  std::deque<Treebank> raw_;
  std::vector<Sentence> raw_sentences_;
  std::deque<Sentence> varied_, own_varied_;
  Vocabulary known_, vocabulary_;
};

}  // namespace annals::train
