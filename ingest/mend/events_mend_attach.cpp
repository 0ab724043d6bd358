#include "ingest/mend/events_mend_attach.h"

#include <algorithm>
#include <array>

#include "ingest/mend/events_mend_sentence.h"

namespace annals {
namespace {

/// One sentence whose tokens are put right.
class Attachments : private SentenceMender {
 public:
  Attachments(Sentence& sentence, const EventRules& rules) : SentenceMender(sentence, rules) {}

  void mend() {
    for (std::int32_t i = 0; i < count_; ++i) name_conjunct(i);
    for (std::int32_t i = 0; i < count_; ++i) {
      hidden_conjunct(i);
      bare_conjunct(i);
      finite_conjunct(i);
      conjunction_clause(i);
      shared_subject(i);
      reduced_clause(i);
      reduced_past(i);
      reduced_complement(i);
      charge(i);
      erupted(i);
    }
  }

 private:
  bool past(std::int32_t i) {
    return at(i).upos == Upos::VERB && (at(i).xpos == "VBD" || at(i).xpos == "VBN");
  }

  /// "Chancellor Angela Merkel and President Hollande", hung on the first name: the conjunct is of
  /// the whole phrase.
  void name_conjunct(std::int32_t i) {
    if (at(i).deprel != "conj") return;
    for (std::int32_t above = at(i).head; above >= 0 && at(above).deprel == "flat";
         above = at(i).head) {
      if (at(above).head < 0 || at(above).head > above) return;
      at(i).head = at(above).head;
    }
  }

  /// The nearest verb above `from`, before `i`, that has one of the tags; -1 for none.
  std::int32_t verb_above(std::int32_t from, std::int32_t i,
                          std::initializer_list<std::string_view> tags) {
    for (std::int32_t steps = 0; from >= 0 && steps < count_; ++steps, from = at(from).head) {
      const bool fits = std::find(tags.begin(), tags.end(), at(from).xpos) != tags.end();
      if (from < i && at(from).upos == Upos::VERB && fits) return from;
    }
    return -1;
  }

  /// "may ask for aid to towns near Chad and press for talks": a bare noun beside a verb or a name,
  /// of a verb's form and with a phrase behind it, is a verb beside the infinitive.
  void hidden_conjunct(std::int32_t i) {
    const std::int32_t above = at(i).head;
    if (at(i).deprel != "conj" || at(i).xpos != "NN" || above < 0 || above > i ||
        (at(above).upos != Upos::VERB && at(above).upos != Upos::PROPN) || i == 0 ||
        at(i - 1).deprel != "cc" || at(i - 1).head != i)
      return;
    if (has_any(i, {"det", "amod", "nmod", "compound", "case", "nummod"})) return;
    const std::int32_t phrase = phrase_behind(i);
    if (phrase < 0 && !has_any(i, {"obl", "obj", "ccomp", "xcomp"})) return;
    const std::string_view lemma = rules_.known_lemma(WordClass::verb, "", at(i).form);
    const std::int32_t verb = verb_above(above, i, {"VB"});
    if (verb < 0 || lemma.empty() || lemma != at(i).form) return;
    at(i).upos = Upos::VERB;
    at(i).xpos = "VB";
    at(i).lemma = lemma;
    at(i).head = verb;
    if (phrase >= 0) at(phrase).head = i;
  }

  /// "appealed to them to be calm and free two": a bare verb goes with the infinitive, not with the
  /// past above it.
  void bare_conjunct(std::int32_t i) {
    const std::int32_t above = at(i).head;
    if (at(i).deprel != "conj" || at(i).upos != Upos::VERB || at(i).form != at(i).lemma ||
        (at(i).xpos != "VB" && at(i).xpos != "VBP") || above < 0 || above > i || i == 0)
      return;
    const std::string_view tense = at(above).xpos;
    if ((tense != "VBD" && tense != "VBZ" && tense != "VBN") || at(i - 1).deprel != "cc" ||
        at(above).form == at(above).lemma || has_any(i, {"nsubj", "aux", "mark"}))
      return;
    for (std::int32_t k = i - 1; k > above; --k) {
      const std::int32_t mark = child(k, "mark");
      if (at(k).head != above || mark < 0 || at(mark).lemma != "to") continue;
      at(i).head = k;
      at(i).xpos = "VB";
      return;
    }
  }

  /// The head of the phrase that a preposition right behind `i` begins and that hangs on a word
  /// before `i`; -1 when there is none.
  std::int32_t phrase_behind(std::int32_t i) {
    if (i + 1 >= count_ || at(i + 1).deprel != "case" || at(i + 1).head < i) return -1;
    const std::int32_t head = at(i + 1).head;
    return at(head).deprel == "obl" && at(head).head >= 0 && at(head).head < i ? head : -1;
  }

  /// "rejected the changes as cosmetic and called for a vote": a finite verb goes with a verb, not
  /// with a noun or an adjective that says nothing.
  void finite_conjunct(std::int32_t i) {
    const std::int32_t above = at(i).head;
    if (at(i).deprel != "conj" || !(finite(i) || past(i)) || at(i).upos != Upos::VERB ||
        above < 0 || above > i || i == 0)
      return;
    const bool named = nominal(above) || at(above).upos == Upos::ADJ;
    if (!named || has_any(above, {"cop", "nsubj", "csubj", "aux"}) ||
        has_any(i, {"nsubj", "aux", "mark"}) || !has_any(i, {"obj", "obl", "ccomp", "xcomp"}))
      return;
    if (at(i - 1).deprel != "cc" && at(i - 1).upos != Upos::ADV) return;
    const std::int32_t verb = at(i).xpos == "VBZ" || at(i).xpos == "VBP"
                                  ? verb_above(above, i, {"VBZ", "VBP"})
                                  : verb_above(above, i, {"VBD"});
    if (verb < 0) return;
    if (at(i).xpos == "VBN") at(i).xpos = "VBD";
    at(i).head = verb;
    for (std::int32_t j = above + 1; j < i; ++j)
      if (at(j).deprel == "cc" && at(j).head == above) at(j).head = i;
  }

  /// The conjunction that was read as the preposition of a noun: "after militants crossed".
  std::int32_t conjunction_of(std::int32_t noun) {
    constexpr std::array<std::string_view, 6> joins = {"as",    "after", "before",
                                                       "while", "until", "since"};
    for (std::int32_t i = 0; i < noun; ++i) {
      if (at(i).head == noun && at(i).deprel == "case" &&
          std::find(joins.begin(), joins.end(), at(i).lemma) != joins.end())
        return i;
    }
    return -1;
  }

  /// "broke out after militants crossed the border and attacked": militants who crossed something
  /// are who did it, and what follows goes on.
  void conjunction_clause(std::int32_t i) {
    const std::int32_t noun = at(i).head;
    if (at(i).deprel != "acl" || !past(i) || noun < 0 || noun != i - 1 || !nominal(noun) ||
        !is_relation(at(noun).deprel, "obl") || at(noun).head < 0 || at(noun).head > noun)
      return;
    const std::int32_t object = child(i, "obj");
    const std::int32_t conjunction = conjunction_of(noun);
    if (object < i || conjunction < 0 || has_any(i, {"aux", "nsubj", "mark"})) return;
    const std::int32_t above = at(noun).head;
    at(i).head = above;
    at(i).deprel = "advcl";
    at(i).xpos = "VBD";
    at(noun).head = i;
    at(noun).deprel = "nsubj";
    at(conjunction).head = i;
    at(conjunction).deprel = "mark";
    for (std::int32_t j = object + 1; j < count_; ++j) {
      if (at(j).form == ",") break;
      const bool goes_on = at(j).head == above && at(j).deprel == "conj" && at(j).xpos == "VBD";
      if (goes_on && !has_any(j, {"nsubj"})) at(j).head = i;
    }
  }

  /// "following an agreement reached between the two", read as reaching behind an agreement.
  void reduced_clause(std::int32_t i) {
    const std::int32_t noun = i - 1;
    const std::int32_t above = at(i).head;
    if (at(i).deprel != "advcl" || !past(i) || above < 0 || above > i || !nominal(noun) ||
        at(noun).head != i || !is_relation(at(noun).deprel, "obl"))
      return;
    if (child(noun, "case") < 0 || conjunction_of(noun) >= 0 ||
        has_any(i, {"nsubj", "obj", "aux", "mark", "ccomp", "xcomp"}))
      return;
    at(noun).head = above;
    at(noun).deprel = "obl";
    at(i).head = noun;
    at(i).deprel = "acl";
    at(i).xpos = "VBN";
    for (std::int32_t j = 0; j < noun; ++j)
      if (at(j).head == i) at(j).head = noun;
  }

  /// "in spite of the truce agreed in May", with the participle hung on the verb above: a past with
  /// no subject right behind a noun is that noun's.
  void reduced_past(std::int32_t i) {
    if (at(i).deprel != "advcl" || at(i).upos != Upos::VERB || at(i).xpos != "VBD" || i == 0 ||
        at(i).head < 0 || at(i).head > i - 2 || at(i - 1).upos != Upos::NOUN)
      return;
    if (has_any(i, {"nsubj", "obj", "aux", "mark", "ccomp", "xcomp", "cc"})) return;
    std::int32_t noun = i - 1;
    while (noun >= 0 && noun != at(i).head) noun = at(noun).head;
    if (noun < 0) return;
    at(i).head = i - 1;
    at(i).deprel = "acl";
    at(i).xpos = "VBN";
  }

  /// "ways to deal with the group and the Swedes have offered talks", with the second subject read
  /// as one more to deal with: a noun behind "and" and right before its finite verb is the subject.
  void shared_subject(std::int32_t i) {
    if (at(i).deprel != "conj" || at(i).upos != Upos::VERB || at(i).head < 0 || at(i).head > i)
      return;
    std::int32_t start = i;
    bool finite_helper = finite(i);
    for (std::int32_t j = i - 1; j > at(i).head; --j) {
      const bool helps =
          at(j).head == i && (is_relation(at(j).deprel, "aux") || at(j).deprel == "advmod");
      if (!helps) break;
      finite_helper = finite_helper || finite(j) || at(j).xpos == "MD";
      start = j;
    }
    const std::int32_t noun = start - 1;
    if (!finite_helper || noun <= at(i).head || !nominal(noun) || at(noun).deprel != "conj" ||
        at(noun).head < 0 || at(noun).head > noun || at(noun).head <= at(i).head)
      return;
    const std::int32_t join = child(noun, "cc");
    if (join < 0 || join > noun || child(i, "cc") >= 0) return;
    for (std::int32_t j = 0; j < count_; ++j) {
      if (at(j).head != i || !is_relation(at(j).deprel, "nsubj")) continue;
      if (j < i) return;
      at(j).deprel = "dep";
    }
    at(noun).head = i;
    at(noun).deprel = "nsubj";
    at(join).head = i;
    std::int32_t clause = at(i).head;
    while (clause >= 0 && at(clause).xpos == "VB" && at(clause).head >= 0 && at(clause).head < i)
      clause = at(clause).head;
    if (clause >= 0) at(i).head = clause;
  }

  /// "recover the remains of an expert kidnapped by rebels", read as recovering that one kidnapped.
  void reduced_complement(std::int32_t i) {
    const std::int32_t above = at(i).head;
    if (at(i).deprel != "ccomp" || !past(i) || above < 0 || above > i - 2 || !nominal(i - 1) ||
        child(above, "obj") < 0 || has_any(i, {"nsubj", "obj", "aux", "mark"}))
      return;
    if (rules_.effect(WordClass::verb, at(above).lemma) == Effect::says) return;
    std::int32_t noun = i - 1;
    while (noun >= 0 && noun != above) noun = at(noun).head;
    if (noun != above) return;
    at(i).head = i - 1;
    at(i).deprel = "acl";
    at(i).xpos = "VBN";
  }

  /// "was accused by a woman of beating her", with the gerund hung on who accuses.
  void charge(std::int32_t i) {
    const std::int32_t agent = at(i).head;
    if (at(i).deprel != "acl" || at(i).xpos != "VBG" || agent < 0 || agent > i || !nominal(agent) ||
        !is_relation(at(agent).deprel, "obl") || at(agent).head < 0)
      return;
    const std::int32_t verb = at(agent).head;
    const std::int32_t mark = child(i, "mark");
    const std::int32_t by = child(agent, "case");
    const std::string_view charged = at(verb).lemma;
    if (mark < 0 || by < 0 || at(mark).lemma != "of" || at(by).lemma != "by" ||
        (charged != "accuse" && charged != "suspect" && charged != "convict"))
      return;
    at(i).head = verb;
    at(i).deprel = "advcl";
  }

  /// "drew protesters and clashes erupted between them", read as clashes that were erupted.
  void erupted(std::int32_t i) {
    const std::int32_t noun = at(i).head;
    if (at(i).deprel != "acl" || !past(i) || noun < 0 || noun != i - 1 || !nominal(noun) ||
        at(noun).deprel != "conj" || !rules_.in_list("occurring", at(i).lemma) ||
        has_any(i, {"nsubj", "obj", "aux", "mark"}))
      return;
    std::int32_t verb = at(noun).head;
    for (std::int32_t steps = 0; verb >= 0 && at(verb).upos != Upos::VERB && steps < count_;
         ++steps)
      verb = at(verb).head;
    if (verb < 0 || verb > noun) return;
    const std::int32_t conjunction = child(noun, "cc");
    if (conjunction >= 0) at(conjunction).head = i;
    at(i).head = verb;
    at(i).deprel = "conj";
    at(i).xpos = "VBD";
    at(noun).head = i;
    at(noun).deprel = "nsubj";
  }
};

}  // namespace

void mend_attachments(Sentence& sentence, const EventRules& rules) {
  Attachments(sentence, rules).mend();
}

}  // namespace annals
