#include "ingest/mend/events_mend_described.h"

#include "ingest/mend/events_mend_sentence.h"

namespace annals {
namespace {

/// One sentence whose opening description is taken off its verb.
class Descriptions : private SentenceMender {
 public:
  Descriptions(Sentence& sentence, const EventRules& rules) : SentenceMender(sentence, rules) {}

  void mend() {
    for (std::int32_t i = 1; i < count_; ++i) described_subject(i);
  }

 private:
  /// The outermost words of the phrase of `top`.
  std::int32_t first_of(std::int32_t top) const {
    std::int32_t i = 0;
    while (!is_below(sentence_, i, top)) ++i;
    return i;
  }
  std::int32_t last_of(std::int32_t top) const {
    std::int32_t i = count_ - 1;
    while (!is_below(sentence_, i, top)) --i;
    return i;
  }

  /// Not so "The talks opened here, Khan said", where the tree has lost the verb of what is said;
  /// nor lists.
  void described_subject(std::int32_t i) {
    const std::int32_t verb = at(i).head;
    if (!is_relation(at(i).deprel, "nsubj") || !nominal(i) || verb < i || child(i, "conj") >= 0)
      return;
    const std::int32_t first = child(verb, "nsubj");
    if (first >= i || at(first).upos != Upos::NOUN || first_of(first) > 1) return;
    const std::int32_t comma = first_of(i) - 1;
    if (comma <= first || at(comma).form != "," || last_of(first) < comma - 1) return;
    if (!rules_.in_list("people", at(first).lemma) &&
        rules_.effect(WordClass::verb, at(verb).lemma) == Effect::says)
      return;
    at(first).head = i;
    at(first).deprel = "dislocated";
  }
};

}  // namespace

void mend_described(Sentence& sentence, const EventRules& rules) {
  Descriptions(sentence, rules).mend();
}

}  // namespace annals
