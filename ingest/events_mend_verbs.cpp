#include "ingest/events_mend_verbs.h"

#include <algorithm>
#include <string_view>

#include "ingest/relations.h"

namespace annals {
namespace {

/// "as the opposition threatened to storm it", with the subject of the clause read as a phrase of
/// the verb above: a noun behind a conjunction just before a finite verb without a subject is that.
void mend_clauses(Sentence& sentence) {
  const auto count = static_cast<std::int32_t>(sentence.tokens.size());
  const auto at = [&](std::int32_t i) -> Token& {
    return sentence.tokens[static_cast<std::size_t>(i)];
  };
  for (std::int32_t verb = 2; verb < count; ++verb) {
    Token& clause = at(verb);
    const bool finite = clause.xpos == "VBD" || clause.xpos == "VBZ" || clause.xpos == "VBP";
    if (clause.upos != Upos::VERB || clause.deprel != "advcl") continue;
    // "after an attack killed ten", tagged as the participle, which has no object
    if (!finite && (clause.xpos != "VBN" || !has_child(sentence, verb, "obj"))) continue;
    const Token& before = at(verb - 1);
    const std::int32_t noun =
        before.upos == Upos::NOUN || before.upos == Upos::PROPN ? verb - 1 : -1;
    // ... or of the verb itself: "since the army deposed him"
    const bool misplaced = before.head == clause.head || before.head == verb;
    if (noun < 0 || !misplaced || !before.deprel.starts_with("obl")) continue;
    std::int32_t conjunction = -1;
    bool has_subject = false;
    for (std::int32_t i = 0; i < count; ++i) {
      has_subject = has_subject || (at(i).head == verb &&
                                    (at(i).deprel.starts_with("nsubj") || at(i).deprel == "mark" ||
                                     (!finite && at(i).deprel.starts_with("aux"))));
      const std::string_view lemma = at(i).lemma;
      if (at(i).head == noun && at(i).deprel == "case" &&
          (lemma == "as" || lemma == "after" || lemma == "before" || lemma == "while" ||
           lemma == "until" || lemma == "since")) {
        conjunction = i;
      }
    }
    if (conjunction < 0 || has_subject) continue;
    at(conjunction).head = verb;
    at(conjunction).deprel = "mark";
    at(noun).head = verb;
    at(noun).deprel = "nsubj";
    if (!finite) clause.xpos = "VBD";
  }
}

/// "has eased sanctions", read as having sanctions that are eased.
void mend_perfect(Sentence& sentence) {
  const auto count = static_cast<std::int32_t>(sentence.tokens.size());
  const auto at = [&](std::int32_t i) -> Token& {
    return sentence.tokens[static_cast<std::size_t>(i)];
  };
  for (std::int32_t have = 0; have + 2 < count; ++have) {
    // An auxiliary of nothing is as wrong as a main verb.
    const bool verbal = at(have).upos == Upos::VERB ||
                        (at(have).upos == Upos::AUX && !at(have).deprel.starts_with("aux"));
    if (at(have).lemma != "have" || !verbal) continue;
    const std::int32_t verb = at(have + 1).upos == Upos::ADV ? have + 2 : have + 1;
    const std::int32_t object = at(verb).head;
    if (at(verb).upos != Upos::VERB || at(verb).deprel != "amod" || object <= verb ||
        at(object).head != have || at(object).deprel != "obj") {
      continue;
    }
    at(verb).head = at(have).head;
    at(verb).deprel = at(have).deprel;
    at(verb).xpos = "VBN";
    for (Token& token : sentence.tokens) {
      if (token.head == have) token.head = verb;
    }
    at(have).head = verb;
    at(have).deprel = "aux";
    at(have).upos = Upos::AUX;
  }
}

/// "were held hostage by rebels": what they were made, not whom it was done to.
void mend_captives(Sentence& sentence) {
  const auto count = static_cast<std::int32_t>(sentence.tokens.size());
  const auto at = [&](std::int32_t i) -> Token& {
    return sentence.tokens[static_cast<std::size_t>(i)];
  };
  for (std::int32_t i = 1; i < count; ++i) {
    const Token& word = at(i);
    if ((word.form != "hostage" && word.form != "captive" && word.form != "prisoner") ||
        word.deprel != "obj" || word.head < 0)
      continue;
    const std::int32_t verb = word.head;
    if (at(verb).lemma != "take" && at(verb).lemma != "hold") continue;
    bool passive = false;
    for (std::int32_t j = 0; j < i; ++j)
      passive = passive || (at(j).head == verb && at(j).deprel == "nsubj:pass");
    if (passive) at(i).deprel = "xcomp";
  }
}

}  // namespace

void mend_verbs(Sentence& sentence) {
  mend_captives(sentence);
  mend_perfect(sentence);
  mend_clauses(sentence);
}

}  // namespace annals
