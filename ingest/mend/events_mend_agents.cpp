#include "ingest/mend/events_mend_agents.h"

#include <algorithm>

#include "ingest/mend/events_mend_sentence.h"

namespace annals {
namespace {

class Agents : private SentenceMender {
 public:
  Agents(Sentence& sentence, const EventRules& rules) : SentenceMender(sentence, rules) {}

  void mend() {
    for (std::int32_t i = 0; i < count_; ++i) {
      described(i);
      of_noun(i);
    }
  }

 private:
  bool passive(std::int32_t verb) {
    return has_any(verb, {"aux:pass"}) || (at(verb).xpos == "VBN" && !has_any(verb, {"aux"}));
  }
  bool armed(std::int32_t noun) const {
    const std::string_view lemma = sentence_.at(noun).lemma;
    return rules_.in_list("troops", lemma) || rules_.in_list("assailing", lemma);
  }
  bool named(std::int32_t i) const {
    return std::any_of(sentence_.names.begin(), sentence_.names.end(),
                       [&](const NameSpan& name) { return name.first <= i && i < name.last; });
  }

  /// "ousted by invading troops": a gerund and a bare noun of those who bear arms.
  void described(std::int32_t gerund) {
    const std::int32_t verb = at(gerund).head;
    if (at(gerund).xpos != "VBG" || at(gerund).deprel != "advcl" || verb < 0 || verb > gerund ||
        gerund == 0 || !passive(verb))
      return;
    const std::int32_t by = gerund - 1;
    const std::int32_t who = child(gerund, "obj");
    if (at(by).lemma != "by" || at(by).head != gerund || who < gerund || !nominal(who) ||
        !armed(who) || has_any(who, {"det", "nmod:poss", "nummod"}))
      return;
    for (std::int32_t i = 0; i < count_; ++i) {
      if (at(i).head == gerund) at(i).head = verb;
    }
    at(who).deprel = "obl:agent";
    at(gerund).head = who;
    at(gerund).deprel = "amod";
    at(by).head = who;
    at(by).deprel = "case";
  }

  /// "made the offer ahead of a visit by the minister": nobody's act is told twice, so the phrase
  /// is that of the noun before it when the verb is active.
  void of_noun(std::int32_t who) {
    const std::int32_t verb = at(who).head;
    if (!is_relation(at(who).deprel, "obl") || verb < 0 || verb > who ||
        at(verb).upos != Upos::VERB || passive(verb) || !(named(who) || armed(who)))
      return;
    const std::int32_t by = child(who, "case");
    if (by < 0 || by > who || at(by).lemma != "by") return;
    for (std::int32_t i = by - 1; i > verb; --i) {
      if (at(i).upos == Upos::VERB) return;
      if (at(i).upos != Upos::NOUN || rules_.senses(WordClass::noun, at(i).lemma).empty()) continue;
      if (is_relation(at(i).deprel, "compound")) continue;
      at(who).head = i;
      at(who).deprel = "nmod";
      return;
    }
  }
};

}  // namespace

void mend_agents(Sentence& sentence, const EventRules& rules) { Agents(sentence, rules).mend(); }

}  // namespace annals
