#pragma once

#include <deque>
#include <span>
#include <vector>

#include "ingest/train/corpus.h"

namespace annals::train {

/// A sentence to learn from: its own tags and tree, and what teachers say of it.
struct Lesson {
  const Sentence* sentence = nullptr;
  std::vector<SoftWord> soft;  ///< a row a word; empty without teachers
  float trust = 1;             ///< in the sentence's own tags and tree; the rest is the teachers'
};

/// The sentences of the treebanks as they are.
[[nodiscard]] std::vector<Lesson> lessons_of(const std::vector<Treebank>& banks);

/// A lesson in numbers. With `random`, sometimes as a headline writes it: in capitals, with
/// capitals on its words, in lower case, or without its final full stop. The lesson must outlive
/// the example.
[[nodiscard]] Example example_of(const Lesson& lesson, const Vocabulary& vocabulary,
                                 Random* random);

/// A network that is asked, and the words it knows. All that are asked together number tags,
/// features and labels alike.
struct Teacher {
  Network* network = nullptr;
  const Vocabulary* vocabulary = nullptr;
};
/// Networks that know the same words.
[[nodiscard]] std::vector<Teacher> teachers_of(std::deque<Network>& networks,
                                               const Vocabulary& vocabulary);

/// Asks all teachers about all lessons and fills their `soft` with the mean of the answers.
void ask_teachers(std::span<const Teacher> teachers, std::vector<Lesson>& lessons);

/// Gives sentences that have only words the tags and trees that the teachers agree on most: for
/// each word the likeliest tag, features and label, of all words the likeliest tree. What the
/// tokens then hold points into `vocabulary`, which numbers them as the teachers do.
void let_teachers_parse(std::span<const Teacher> teachers, const Vocabulary& vocabulary,
                        std::vector<Sentence>& sentences);

}  // namespace annals::train
