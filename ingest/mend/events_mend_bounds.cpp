#include "ingest/mend/events_mend_bounds.h"

#include <algorithm>

#include "ingest/mend/events_mend_sentence.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

/// One sentence whose words are hung on the clause that they belong to.
class Bounds : private SentenceMender {
 public:
  Bounds(Sentence& sentence, const EventRules& rules) : SentenceMender(sentence, rules) {}

  void mend() {
    for (std::int32_t i = 0; i < count_; ++i) {
      argument_of_helper(i);
      closed_participle(i);
      elliptic_clause(i);
      told_subject(i);
      second_saying(i);
      saying_participle(i);
      outcome(i);
      intended(i);
      visitor(i);
      visiting_subject(i);
      some_of_whom(i);
    }
  }

 private:
  bool says(std::int32_t i) {
    return at(i).upos == Upos::VERB && rules_.effect(WordClass::verb, at(i).lemma) == Effect::says;
  }

  /// "claimed", "insisted": what is said is told as the speaker's own.
  bool claims(std::int32_t i) {
    return at(i).upos == Upos::VERB &&
           (rules_.effect(WordClass::verb, at(i).lemma) == Effect::alleged ||
            rules_.in_list("speaking", at(i).lemma));
  }

  bool follows_comma(std::int32_t i) { return i > 0 && at(i - 1).form == ","; }

  /// "the militants have stepped up attacks", with the subject hung on the auxiliary.
  void argument_of_helper(std::int32_t i) {
    const std::int32_t helper = at(i).head;
    if (helper < 0 || !is_relation(at(i).deprel, "nsubj") ||
        !is_relation(at(helper).deprel, "aux") || at(helper).head < 0)
      return;
    if (child(at(helper).head, "nsubj") < 0) at(i).head = at(helper).head;
  }

  /// "sent a team, led by Diaz, to Havana": what stands behind the second comma is the verb's.
  void closed_participle(std::int32_t i) {
    if ((at(i).deprel != "advcl" && at(i).deprel != "acl") || at(i).upos != Upos::VERB ||
        (at(i).xpos != "VBN" && at(i).xpos != "VBD") || !follows_comma(i))
      return;
    std::int32_t verb = at(i).head;
    while (verb >= 0 && at(verb).upos != Upos::VERB) verb = at(verb).head;
    if (verb < 0 || verb > i) return;
    std::int32_t end = -1;
    for (std::int32_t j = i + 1; j < count_ && end < 0; ++j) {
      const std::int32_t by =
          at(j).head == i && is_relation(at(j).deprel, "obl") ? child(j, "case") : -1;
      if (by >= 0 && at(by).lemma == "by") end = j;
    }
    if (end < 0) return;
    while (end < count_ && at(end).form != ",") ++end;
    for (std::int32_t j = end + 1; j < count_; ++j) {
      const std::int32_t above = at(j).head;
      // "back to Havana", with the place on the adverb
      const bool beside = above > end && at(above).upos == Upos::ADV &&
                          (at(above).head == i || at(above).head == verb) &&
                          is_relation(at(j).deprel, "obl");
      if (above == i || beside) at(j).head = verb;
    }
  }

  /// "one was killed and seven captured by troops", with the participle hung on the second subject.
  void elliptic_clause(std::int32_t i) {
    const std::int32_t subject = at(i).head;
    if (at(i).deprel != "acl" || at(i).upos != Upos::VERB || subject < 0 || subject > i ||
        (at(i).xpos != "VBN" && at(i).xpos != "VBD") || has_any(i, {"nsubj", "aux", "mark"}))
      return;
    // "and a number of guns found", hung on the guns
    std::int32_t top = subject;
    const std::int32_t of = child(top, "case");
    if (at(top).deprel == "nmod" && of >= 0 && at(of).lemma == "of" && at(top).head >= 0)
      top = at(top).head;
    const std::int32_t first = at(top).head;
    const std::int32_t join = child(top, "cc");
    const bool beside = at(top).deprel == "nsubj:pass" || at(top).deprel == "conj";
    if (!beside || first < 0 || first > top || join < 0 || join > top ||
        at(first).upos != Upos::VERB || child(first, "aux:pass") < 0)
      return;
    at(i).head = first;
    at(i).deprel = "conj";
    at(i).xpos = "VBN";
    at(top).head = i;
    at(top).deprel = "nsubj:pass";
    at(join).head = i;
  }

  /// "The rebels crossed the border and killed ten, the army said": the first of two subjects of
  /// saying is that of what is said.
  void told_subject(std::int32_t i) {
    const std::int32_t saying = at(i).head;
    if (at(i).deprel != "ccomp" || saying < i || !says(saying) ||
        has_any(i, {"nsubj", "csubj", "mark", "expl"}))
      return;
    std::int32_t first = -1;
    std::int32_t last = -1;
    for (std::int32_t j = 0; j < count_; ++j) {
      if (at(j).head != saying || !is_relation(at(j).deprel, "nsubj")) continue;
      if (first < 0) first = j;
      last = j;
    }
    if (first < 0 || first > i || last < i) return;
    const bool passive = child(i, "aux:pass") >= 0;
    at(first).head = i;
    at(first).deprel = passive ? "nsubj:pass" : "nsubj";
  }

  /// "said it amounted to blackmail and warned of a crisis": who says so warns, unless what is said
  /// tells of a deed that is done.
  void second_saying(std::int32_t i) {
    const std::int32_t said = at(i).head;
    if (at(i).deprel != "conj" || at(i).xpos != "VBD" || said < 0 || said > i ||
        at(said).deprel != "ccomp" || has_any(i, {"nsubj", "aux", "mark"}))
      return;
    const std::int32_t saying = at(said).head;
    if (saying < 0 || saying > said || !(says(saying) || claims(saying)) ||
        at(saying).xpos != "VBD")
      return;
    if (!rules_.in_list("speaking", at(i).lemma) || rules_.in_list("speaking", at(said).lemma))
      return;
    // "and urged it to stop": not itself
    const std::int32_t object = child(i, "obj");
    const bool other = object >= 0 && at(object).upos == Upos::PRON;
    for (std::int32_t j = 0; j < said; ++j)
      if (at(j).head == said && is_relation(at(j).deprel, "aux") && at(j).lemma == "have" && !other)
        return;
    at(i).head = saying;
  }

  /// "said that Iran was behind it, rejecting the charge": the participle of saying behind the
  /// comma goes with who says.
  void saying_participle(std::int32_t i) {
    const std::int32_t said = at(i).head;
    const std::int32_t mark = child(i, "mark");
    const bool meanwhile = mark >= 0 && mark == i - 1 && at(mark).lemma == "while";
    if (at(i).deprel != "advcl" || at(i).xpos != "VBG" || said < 0 || said > i ||
        !follows_comma(meanwhile ? mark : i) || (mark >= 0 && !meanwhile) ||
        child(i, "nsubj") >= 0 || !rules_.in_list("speaking", at(i).lemma) ||
        rules_.in_list("speaking", at(said).lemma))
      return;
    std::int32_t clause = said;
    constexpr int most = 4;  // clauses between
    for (int steps = 0; steps < most && clause >= 0; ++steps) {
      const std::string_view relation = at(clause).deprel;
      const std::int32_t above = at(clause).head;
      if (above < 0 || above > clause) return;
      const bool asked = at(clause).xpos == "VB" && finite(above) && claims(above);
      if ((relation == "ccomp" && says(above)) || asked) {
        at(i).head = above;
        return;
      }
      if (relation != "ccomp" && relation != "xcomp" && relation != "conj" && relation != "advcl")
        return;
      clause = above;
    }
  }

  /// "opened fire on men leaving a mosque, killing two", "exploded near the hall where they will
  /// meet, killing two": what kills is the deed, and not those of whom something is told by the
  /// way.
  void outcome(std::int32_t i) {
    const std::int32_t aside = at(i).head;
    if ((at(i).deprel != "advcl" && at(i).deprel != "acl") || at(i).xpos != "VBG" ||
        !follows_comma(i) || aside < 0 || aside > i || !rules_.harms(at(i).lemma))
      return;
    std::int32_t deed = bursts(aside) ? -1 : burst_above(aside);
    if (deed < 0 && at(i).deprel == "advcl" && at(aside).deprel == "acl" &&
        !rules_.in_list("violence", at(aside).lemma))
      deed = deed_above(aside);
    if (deed < 0) return;
    at(i).head = deed;
    at(i).deprel = "advcl";
  }

  bool bursts(std::int32_t i) {
    return at(i).upos == Upos::VERB && rules_.in_list("bursting", at(i).lemma);
  }

  std::int32_t burst_above(std::int32_t aside) {
    std::int32_t above = at(aside).head;
    for (int steps = 0; above >= 0 && steps < count_; ++steps, above = at(above).head)
      if (above < aside && bursts(above)) return above;
    return -1;
  }

  /// The verb of which the noun before a participle is told, unless the noun does it.
  std::int32_t deed_above(std::int32_t aside) {
    std::int32_t verb = at(aside).head;
    while (verb >= 0 && at(verb).upos != Upos::VERB) {
      if (is_relation(at(verb).deprel, "nsubj")) return -1;
      verb = at(verb).head;
    }
    return verb < aside ? verb : -1;
  }

  /// "condemned a decision by Chad to arrest him": what is decided, and not what for one condemns.
  void intended(std::int32_t i) {
    const std::int32_t verb = at(i).head;
    const std::int32_t to = child(i, "mark");
    if ((at(i).deprel != "advcl" && at(i).deprel != "xcomp") || at(i).xpos != "VB" || verb < 0 ||
        to < 0 || at(to).lemma != "to" || at(verb).upos != Upos::VERB)
      return;
    const std::int32_t noun = child(verb, "obj");
    if (noun < verb || noun > to || !rules_.in_list("intent", at(noun).lemma)) return;
    for (std::int32_t j = noun + 1; j < to; ++j)
      if (!is_below(sentence_, j, noun)) return;
    at(i).head = noun;
    at(i).deprel = "acl";
  }

  /// The participle is a quality of `guest`; what else hung on it hangs on `above`.
  void make_quality(std::int32_t i, std::int32_t guest, std::int32_t above,
                    std::string_view relation) {
    at(guest).head = above;
    at(guest).deprel = relation;
    for (Token& token : sentence_.tokens)
      if (token.head == i) token.head = above;
    at(i).head = guest;
    at(i).deprel = "amod";
  }

  /// "met with visiting Foreign Minister Li", "talks with visiting envoys", "told visiting envoys":
  /// a quality of whom one meets.
  void visitor(std::int32_t i) {
    const std::int32_t above = at(i).head;
    const std::int32_t guest = child(i, "obj");
    if (!rules_.in_list("guest", at(i).form) || i == 0 || above < 0 || above > i || guest < i ||
        has_any(i, {"nsubj", "aux", "advmod", "cc"}))
      return;
    for (std::int32_t j = i + 1; j <= guest; ++j)
      if (at(j).upos == Upos::DET || at(j).upos == Upos::PRON) return;
    const std::int32_t mark = child(i, "mark");
    const bool of_verb = at(above).upos == Upos::VERB;
    const bool met = above == i - 1 && mark < 0 && of_verb;
    const bool with =
        mark == i - 1 && (at(mark).lemma == "with" || (of_verb && at(mark).lemma == "by"));
    // "surprised them by visiting Kabul": a place is no guest
    const bool people =
        rules_.in_list("people", at(guest).lemma) || sentence_.in_name(guest, NameKind::person);
    if ((!met && !with) || !people || (!of_verb && !nominal(above))) return;
    if (with) {
      at(mark).head = guest;
      at(mark).deprel = "case";
      at(mark).upos = Upos::ADP;
    }
    make_quality(i, guest, above, !of_verb ? "nmod" : with ? "obl" : "obj");
  }

  /// "Visiting Foreign Minister Li said": a quality of who says it.
  void visiting_subject(std::int32_t i) {
    const std::int32_t verb = at(i).head;
    if (!rules_.in_list("guest", lowered(at(i).form)) || verb < i || at(i).upos != Upos::VERB ||
        has_any(i, {"nsubj", "aux", "advmod", "cc", "mark"}))
      return;
    const bool clause = at(i).deprel == "csubj";
    const std::int32_t guest = clause ? child(i, "obj") : child(verb, "nsubj");
    if (guest < i || guest > verb || !sentence_.in_name(guest, NameKind::person) ||
        (!clause && (at(i).deprel != "advcl" || child(i, "obj") >= 0)))
      return;
    for (std::int32_t j = i + 1; j < guest; ++j)
      if (!is_below(sentence_, j, guest)) return;
    make_quality(i, guest, verb, "nsubj");
  }

  /// "followers of the president, six of whom were jailed": several are of a plural.
  void some_of_whom(std::int32_t i) {
    if (at(i).deprel != "acl:relcl" || at(i).head < 0) return;
    std::int32_t some = -1;
    for (std::int32_t j = 0; j < i; ++j)
      if (at(j).head == i && is_relation(at(j).deprel, "nsubj")) some = j;
    const std::int32_t whom = some < 0 ? -1 : child(some, "nmod");
    const std::string_view xpos = at(at(i).head).xpos;
    if (whom < 0 || at(whom).lemma != "whom" || xpos == "NNS" || xpos == "NNPS") return;
    constexpr std::int32_t reach = 12;  // words before the clause
    for (std::int32_t j = some - 1; j >= 0 && j + reach > some; --j) {
      if (at(j).xpos != "NNS" || is_below(sentence_, j, i)) continue;
      at(i).head = j;
      return;
    }
  }
};

}  // namespace

void mend_bounds(Sentence& sentence, const EventRules& rules) { Bounds(sentence, rules).mend(); }

}  // namespace annals
