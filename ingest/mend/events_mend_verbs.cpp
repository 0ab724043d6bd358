#include "ingest/mend/events_mend_verbs.h"

#include <algorithm>
#include <string_view>

#include "ingest/trees/relations.h"

namespace annals {
namespace {

/// "as the opposition threatened to storm it", with the subject of the clause read as a phrase of
/// the verb above: a noun behind a conjunction just before a finite verb without a subject is that.
void mend_clauses(Sentence& sentence) {
  const std::int32_t count = sentence.size();
  for (std::int32_t verb = 2; verb < count; ++verb) {
    Token& clause = sentence.at(verb);
    const bool finite = is_finite(clause);
    if (clause.upos != Upos::VERB || clause.deprel != "advcl") continue;
    // "after an attack killed ten", tagged as the participle, which has no object
    if (!finite && (clause.xpos != "VBN" || !has_child(sentence, verb, "obj"))) continue;
    const Token& before = sentence.at(verb - 1);
    const std::int32_t noun = is_nominal(before) ? verb - 1 : -1;
    // ... or of the verb itself: "since the army deposed him"
    const bool misplaced = before.head == clause.head || before.head == verb;
    if (noun < 0 || !misplaced || !before.deprel.starts_with("obl")) continue;
    std::int32_t conjunction = -1;
    bool has_subject = false;
    for (std::int32_t i = 0; i < count; ++i) {
      has_subject = has_subject || (sentence.at(i).head == verb &&
                                    (sentence.at(i).deprel.starts_with("nsubj") ||
                                     sentence.at(i).deprel == "mark" ||
                                     (!finite && sentence.at(i).deprel.starts_with("aux"))));
      const std::string_view lemma = sentence.at(i).lemma;
      if (sentence.at(i).head == noun && sentence.at(i).deprel == "case" &&
          (lemma == "as" || lemma == "after" || lemma == "before" || lemma == "while" ||
           lemma == "until" || lemma == "since")) {
        conjunction = i;
      }
    }
    if (conjunction < 0 || has_subject) continue;
    sentence.at(conjunction).head = verb;
    sentence.at(conjunction).deprel = "mark";
    sentence.at(noun).head = verb;
    sentence.at(noun).deprel = "nsubj";
    if (!finite) clause.xpos = "VBD";
  }
}

/// "has eased sanctions", read as having sanctions that are eased.
void mend_perfect(Sentence& sentence) {
  const std::int32_t count = sentence.size();
  for (std::int32_t have = 0; have + 2 < count; ++have) {
    // An auxiliary of nothing is as wrong as a main verb.
    const bool verbal =
        sentence.at(have).upos == Upos::VERB ||
        (sentence.at(have).upos == Upos::AUX && !sentence.at(have).deprel.starts_with("aux"));
    if (sentence.at(have).lemma != "have" || !verbal) continue;
    const std::int32_t verb = sentence.at(have + 1).upos == Upos::ADV ? have + 2 : have + 1;
    const std::int32_t object = sentence.at(verb).head;
    if (sentence.at(verb).upos != Upos::VERB || sentence.at(verb).deprel != "amod" ||
        object <= verb || sentence.at(object).head != have || sentence.at(object).deprel != "obj") {
      continue;
    }
    sentence.at(verb).head = sentence.at(have).head;
    sentence.at(verb).deprel = sentence.at(have).deprel;
    sentence.at(verb).xpos = "VBN";
    for (Token& token : sentence.tokens) {
      if (token.head == have) token.head = verb;
    }
    sentence.at(have).head = verb;
    sentence.at(have).deprel = "aux";
    sentence.at(have).upos = Upos::AUX;
  }
}

/// The participle of "has in the past attacked", behind the "have" at `have`; -1 when there is
/// none or the tree joins the two.
std::int32_t split_participle(const Sentence& sentence, std::int32_t have) {
  constexpr std::int32_t reach = 8;  // words between
  const Token& first = sentence.at(have);
  if (first.lemma != "have" || !is_finite(first) || have + 2 >= sentence.size() ||
      (sentence.at(have + 1).upos != Upos::ADP && sentence.at(have + 1).upos != Upos::SCONJ))
    return -1;
  bool noun = false;
  for (std::int32_t i = have + 2; i < sentence.size() && i <= have + reach; ++i) {
    const Token& token = sentence.at(i);
    if (token.upos == Upos::VERB)
      return noun && (token.xpos == "VBN" || token.xpos == "VBD") && first.head != i ? i : -1;
    if (token.upos == Upos::PUNCT || token.upos == Upos::AUX) return -1;
    noun = noun || is_nominal(token) || token.lemma == "past";
  }
  return -1;
}

/// "Iran has in the past rejected offers", with "has" or "the past" read as the predicate.
void mend_split_perfect(Sentence& sentence) {
  const std::int32_t count = sentence.size();
  for (std::int32_t have = 0; have + 2 < count; ++have) {
    const std::int32_t verb = split_participle(sentence, have);
    if (verb < 0) continue;
    // the one of the two that has the participle below it
    const std::int32_t phrase = sentence.at(have).head;
    const bool on_phrase =
        phrase > have && phrase < verb && sentence.at(have).deprel.starts_with("aux");
    const std::int32_t top = on_phrase ? phrase : have;
    std::int32_t up = verb;
    for (int steps = 0; up >= 0 && up != top && steps < count; ++steps) up = sentence.at(up).head;
    if (up != top) continue;
    const std::int32_t noun = sentence.at(verb).deprel == "amod" ? sentence.at(verb).head : -1;
    sentence.at(verb).head = sentence.at(top).head;
    sentence.at(verb).deprel = sentence.at(top).deprel;
    sentence.at(verb).xpos = "VBN";
    for (std::int32_t i = 0; i < count; ++i) {
      Token& token = sentence.at(i);
      const bool of_phrase = on_phrase && i > have && i < verb;
      if (token.head == top && i != verb && !of_phrase) token.head = verb;
      // "has since March rejected", with March as the subject
      if (i > have && i < verb && token.head == verb && token.deprel == "nsubj")
        token.deprel = "obl";
    }
    if (on_phrase) {
      sentence.at(phrase).head = verb;
      sentence.at(phrase).deprel = "obl";
    }
    const std::int32_t time = verb - 1;  // "past", "weeks", "March"
    if (noun > verb) {
      // "in the past attacked villages", read as in villages that were
      for (std::int32_t i = have + 1; i < time; ++i)
        if (sentence.at(i).head == noun) sentence.at(i).head = time;
      sentence.at(noun).head = verb;
      sentence.at(noun).deprel = "obj";
    }
    if (sentence.at(have + 1).head == verb || sentence.at(have + 1).head == time) {
      sentence.at(have + 1).head = time;
      sentence.at(have + 1).deprel = "case";
      sentence.at(time).head = verb;
      sentence.at(time).deprel = "obl";
    }
    sentence.at(have).head = verb;
    sentence.at(have).deprel = "aux";
    sentence.at(have).upos = Upos::AUX;
  }
}

/// "were held hostage by rebels": what they were made, not whom it was done to.
void mend_captives(Sentence& sentence) {
  const std::int32_t count = sentence.size();
  for (std::int32_t i = 1; i < count; ++i) {
    const Token& word = sentence.at(i);
    if ((word.form != "hostage" && word.form != "captive" && word.form != "prisoner") ||
        word.deprel != "obj" || word.head < 0)
      continue;
    const std::int32_t verb = word.head;
    if (sentence.at(verb).lemma != "take" && sentence.at(verb).lemma != "hold") continue;
    bool passive = false;
    for (std::int32_t j = 0; j < i; ++j)
      passive = passive || (sentence.at(j).head == verb && sentence.at(j).deprel == "nsubj:pass");
    if (passive) sentence.at(i).deprel = "xcomp";
  }
}

}  // namespace

void mend_perfects(Sentence& sentence) { mend_split_perfect(sentence); }

void mend_verbs(Sentence& sentence) {
  mend_captives(sentence);
  mend_perfect(sentence);
  mend_clauses(sentence);
}

}  // namespace annals
