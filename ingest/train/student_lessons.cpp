#include "ingest/train/student_lessons.h"

#include "graph/error.h"
#include "ingest/train/extra_sentences.h"

namespace annals::train {
namespace {

// How much the treebank's own answer counts beside the teachers'.
constexpr float trust_in_bank = 0.5F;
constexpr float trust_in_copies = 0.25F;
constexpr float trust_in_own = 0.9F;

void check_known(const Vocabulary& known, const Treebank& own, const std::string& file) {
  for (const Sentence& sentence : own.analysis.sentences) {
    for (const Token& token : sentence.tokens) {
      if (known.tag_numbers.contains(tag_of(token)) &&
          known.feats_numbers.contains(std::string(token.feats)) &&
          known.label_numbers.contains(std::string(token.deprel)))
        continue;
      throw Error(ErrorKind::input, file + ": the tag, features or label of \"" +
                                        std::string(token.form) + "\" in \"" +
                                        std::string(sentence.tokens[0].form) +
                                        " ...\" stand in no other treebank");
    }
  }
}

}  // namespace

StudentLessons::StudentLessons(const std::vector<Treebank>& banks,
                               const std::vector<std::string>& own,
                               const std::vector<std::string>& raw, const TextWords& words)
    : lessons_(lessons_of(banks)) {
  for (const std::string& file : raw) {
    raw_.push_back(read_raw_text(file, words));
    const std::vector<Sentence>& sentences = raw_.back().analysis.sentences;
    raw_sentences_.insert(raw_sentences_.end(), sentences.begin(), sentences.end());
  }
  known_ = vocabulary_of(banks);
  std::vector<Sentence> more = raw_sentences_;
  for (const std::string& file : own) {
    const Treebank& bank = own_.emplace_back(read_treebank(file));
    check_known(known_, bank, file);
    more.insert(more.end(), bank.analysis.sentences.begin(), bank.analysis.sentences.end());
  }
  vocabulary_ = vocabulary_of(banks, more);
}

void StudentLessons::ask(std::span<const Teacher> teachers, const std::vector<Treebank>& banks,
                         std::uint64_t seed) {
  Random random(seed + 7);
  varied_ = varied_sentences(banks, banks, random);
  own_varied_ = varied_sentences(own_, banks, random);
  let_teachers_parse(teachers, known_, raw_sentences_);
  for (Lesson& lesson : lessons_) lesson.trust = trust_in_bank;
  for (const Sentence& sentence : varied_)
    lessons_.push_back({.sentence = &sentence, .soft = {}, .trust = trust_in_copies});
  for (const Sentence& sentence : raw_sentences_)
    lessons_.push_back({.sentence = &sentence, .soft = {}, .trust = 0});
  for (Lesson& lesson : lessons_of(own_)) {
    lesson.trust = trust_in_own;
    lessons_.push_back(std::move(lesson));
  }
  for (const Sentence& sentence : own_varied_)
    lessons_.push_back({.sentence = &sentence, .soft = {}, .trust = trust_in_own});
  ask_teachers(teachers, lessons_);
}

}  // namespace annals::train
