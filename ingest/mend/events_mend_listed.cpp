#include "ingest/mend/events_mend_listed.h"

#include <string_view>
#include <vector>

#include "ingest/mend/events_mend_sentence.h"

namespace annals {
namespace {

class ListMender : SentenceMender {
 public:
  ListMender(Sentence& sentence, const EventRules& rules)
      : SentenceMender(sentence, rules), raised_(sentence.tokens.size(), false) {}

  void mend() {
    for (std::int32_t verb = 2; verb < count_; ++verb) {
      const std::int32_t above = is_listed(verb) ? verb_above(at(verb).head) : -1;
      if (above >= 0 && above < verb && agrees(verb, above)) raise(verb, above);
    }
  }

 private:
  /// A participle right behind a comma or "and", before a noun that seems to go on a list.
  bool is_listed(std::int32_t verb) {
    const Token& token = at(verb);
    const bool participle = token.xpos == "VBN" || token.xpos == "VBD" || token.xpos == "VBG";
    if (token.upos != Upos::VERB || token.deprel != "amod" || !participle) return false;
    const std::int32_t noun = token.head;
    if (noun <= verb || !nominal(noun) || at(noun).deprel != "conj" || at(noun).head > verb)
      return false;
    const std::int32_t before = at(verb - 1).upos == Upos::ADV ? verb - 2 : verb - 1;
    const bool parted = at(before).form == "," || at(before).upos == Upos::CCONJ;
    return parted && !rules_.senses(WordClass::verb, token.lemma).empty() &&
           !rules_.in_list("growing", token.lemma);
  }

  /// The verb that the list of `noun` is governed by; -1 when there is none near.
  std::int32_t verb_above(std::int32_t noun) {
    constexpr int highest = 6;
    std::int32_t up = noun;
    for (int steps = 0; steps < highest && up >= 0; ++steps) {
      if (at(up).upos == Upos::VERB) return up;
      up = at(up).head;
    }
    return -1;
  }

  /// Both in the past, or both participles of the present, and the one above active.
  bool agrees(std::int32_t verb, std::int32_t above) {
    if (child(above, "aux:pass") >= 0 || at(above).deprel == "amod") return false;
    const std::string_view form = at(above).xpos;
    if (at(verb).xpos == "VBG") return form == "VBG";
    return form == "VBD" || raised_[static_cast<std::size_t>(above)] ||
           (form == "VBN" && child(above, "aux") >= 0);
  }

  void raise(std::int32_t verb, std::int32_t above) {
    const std::int32_t noun = at(verb).head;
    const std::int32_t first = at(noun).head;
    for (std::int32_t i = 0; i < count_; ++i) {
      // the comma and the conjunction, and what the list goes on with
      if (at(i).head == noun && i < verb) at(i).head = verb;
      if (at(i).head == first && i > noun && at(i).deprel == "conj") at(i).head = noun;
    }
    at(noun).head = verb;
    at(noun).deprel = "obj";
    at(verb).head = above;
    at(verb).deprel = "conj";
    if (at(verb).xpos != "VBG") at(verb).xpos = at(above).xpos;
    raised_[static_cast<std::size_t>(verb)] = true;
  }

  std::vector<bool> raised_;  ///< the verbs that were
};

}  // namespace

void mend_listed(Sentence& sentence, const EventRules& rules) {
  ListMender(sentence, rules).mend();
}

}  // namespace annals
