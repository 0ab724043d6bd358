#include "ingest/train/student_lessons.h"

#include "ingest/train/extra_sentences.h"

namespace annals::train {
namespace {

// How much the treebank's own answer counts beside the teachers'.
constexpr float trust_in_bank = 0.5F;
constexpr float trust_in_copies = 0.25F;

}  // namespace

StudentLessons::StudentLessons(const std::vector<Treebank>& banks,
                               const std::vector<std::string>& raw)
    : lessons_(lessons_of(banks)) {
  for (const std::string& file : raw) {
    raw_.push_back(read_raw_text(file));
    const std::vector<Sentence>& sentences = raw_.back().analysis.sentences;
    raw_sentences_.insert(raw_sentences_.end(), sentences.begin(), sentences.end());
  }
  known_ = vocabulary_of(banks);
  vocabulary_ = vocabulary_of(banks, raw_sentences_);
}

void StudentLessons::ask(std::deque<Network>& teachers, const std::vector<Treebank>& banks,
                         std::uint64_t seed) {
  Random random(seed + 7);
  varied_ = varied_sentences(banks, random);
  let_teachers_parse(teachers, known_, raw_sentences_);
  for (Lesson& lesson : lessons_) lesson.trust = trust_in_bank;
  for (const Sentence& sentence : varied_)
    lessons_.push_back({.sentence = &sentence, .soft = {}, .trust = trust_in_copies});
  for (const Sentence& sentence : raw_sentences_)
    lessons_.push_back({.sentence = &sentence, .soft = {}, .trust = 0});
  ask_teachers(teachers, known_, lessons_);
}

}  // namespace annals::train
