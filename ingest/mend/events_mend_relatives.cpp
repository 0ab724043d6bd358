#include "ingest/mend/events_mend_relatives.h"

#include <algorithm>

#include "ingest/mend/events_mend_sentence.h"

namespace annals {
namespace {

/// One sentence whose clauses behind nouns are hung where they belong.
class Relatives : private SentenceMender {
 public:
  Relatives(Sentence& sentence, const EventRules& rules) : SentenceMender(sentence, rules) {}

  void mend() {
    for (std::int32_t i = 0; i < count_; ++i) {
      told_content(i);
      reached_thing(i);
      if (at(i).deprel != "acl:relcl") continue;
      content_clause(i);
      deed_clause(i);
      person_clause(i);
      thing_clause(i);
      relative_subject(i);
    }
  }

 private:
  bool is_place(std::int32_t i) {
    return rules_.in_list("place", at(i).lemma) || sentence_.in_name(i, NameKind::location);
  }

  /// True when a relative pronoun stands in the clause of `i`, before it.
  bool is_relative(std::int32_t i) {
    for (std::int32_t j = 0; j < i; ++j) {
      const std::string_view tag = at(j).xpos;
      const std::int32_t above = at(j).head;
      const bool inside = above == i || (above >= 0 && at(above).head == i);
      if (inside && (tag == "WP" || tag == "WDT" || tag == "WP$" || tag == "WRB")) return true;
    }
    return false;
  }

  /// The word over `noun` that hangs on a verb before it: "reporters" over "Gaza" in "told
  /// reporters in Gaza that".
  std::int32_t top_of_phrase(std::int32_t noun) {
    constexpr int most = 4;  // nouns between
    constexpr std::string_view within[] = {"nmod", "nmod:desc", "compound", "flat", "appos"};
    for (int steps = 0; steps < most && noun >= 0; ++steps, noun = at(noun).head) {
      if (std::find(std::begin(within), std::end(within), at(noun).deprel) == std::end(within))
        return noun;
    }
    return -1;
  }

  /// True for whom something is told to, and for where it was said: "told reporters", "said in a
  /// statement".
  bool goes_with_telling(std::int32_t noun, std::int32_t verb) {
    const std::string_view relation = at(noun).deprel;
    const std::int32_t marker = child(noun, "case");
    const std::string_view preposition = marker < 0 ? std::string_view() : at(marker).lemma;
    if (rules_.words().is(ClauseWord::telling, at(verb).lemma))
      return relation == "obj" || relation == "iobj" || (relation == "obl" && preposition != "of");
    constexpr std::string_view where[] = {"", "in", "at", "on", "during", "over", "after"};
    return is_relation(relation, "obl") &&
           rules_.effect(WordClass::verb, at(verb).lemma) == Effect::says &&
           child(verb, "nsubj:pass") < 0 && at(noun - 1).xpos != "WDT" &&
           std::find(std::begin(where), std::end(where), preposition) != std::end(where);
  }

  /// "told reporters he would resign", "said in a statement that talks had begun", with what is
  /// told hung on those whom it is told to or on where it is told.
  void told_content(std::int32_t i) {
    if ((at(i).deprel != "acl" && at(i).deprel != "acl:relcl") || at(i).upos == Upos::X) return;
    const std::int32_t noun = top_of_phrase(at(i).head);
    const std::int32_t verb = noun < 0 ? -1 : at(noun).head;
    if (verb < 0 || verb > noun || child(i, "nsubj") < noun || is_relative(i) ||
        child(verb, "ccomp") >= 0 || !goes_with_telling(noun, verb))
      return;
    at(i).head = verb;
    at(i).deprel = "ccomp";
  }

  /// "a raid in the city of Goma that killed ten", "attacks on hotels last night which killed ten":
  /// what kills is the deed, and not where or when it was.
  void deed_clause(std::int32_t i) {
    if (at(i).upos != Upos::VERB ||
        !(rules_.harms(at(i).lemma) || rules_.in_list("destroying", at(i).lemma)))
      return;
    const std::int32_t that = child(i, "nsubj");
    if (that < 0 || (at(that).form != "that" && at(that).form != "which")) return;
    constexpr int most = 5;  // phrases between the deed and the place
    std::int32_t above = at(i).head;
    for (int steps = 0; steps < most && above >= 0; ++steps) {
      if (rules_.in_list("deed", at(above).lemma) && nominal(above)) {
        at(i).head = above;
        return;
      }
      const bool when =
          is_relation(at(above).deprel, "obl") && rules_.in_list("time", at(above).lemma);
      const bool where =
          nominal(above) && (is_place(above) || at(above).deprel == "nmod") && !is_human(above);
      if (!when && !where) return;
      above = when ? deed_before(at(above).head, above) : at(above).head;
    }
  }

  /// The deed that is the object of a verb and stands before a word; -1 when none.
  std::int32_t deed_before(std::int32_t verb, std::int32_t word) {
    const std::int32_t object = verb < 0 ? -1 : child(verb, "obj");
    const bool deed = object >= 0 && object < word && rules_.in_list("deed", at(object).lemma);
    return deed ? object : -1;
  }

  /// "the agreement that Iran and the six powers reached", read as what the agreement says: nothing
  /// is reached in it.
  void reached_thing(std::int32_t i) {
    const std::int32_t noun = at(i).head;
    const std::int32_t that = child(i, "mark");
    if (at(i).deprel != "acl" || noun < 0 || noun > i || that < 0 || at(that).lemma != "that")
      return;
    const std::int32_t subject = child(i, "nsubj");
    if (subject < 0 || at(subject).deprel != "nsubj" || child(i, "obj") >= 0 ||
        child(i, "ccomp") >= 0 || child(i, "xcomp") >= 0)
      return;
    constexpr std::string_view lists[] = {"accord", "talks", "deed", "sanction", "aid"};
    const bool thing = std::any_of(std::begin(lists), std::end(lists), [&](std::string_view list) {
      return rules_.in_list(list, at(noun).lemma);
    });
    const bool carried = rules_.effect(WordClass::verb, at(i).lemma) == Effect::light ||
                         rules_.words().is(ClauseWord::reaching, at(i).lemma);
    if (!thing || !carried) return;
    at(i).deprel = "acl:relcl";
    at(that).deprel = "obj";
    at(that).upos = Upos::PRON;
    at(that).xpos = "WDT";
  }

  /// "charges that the president broke rules", "the first time that they met the king": a clause
  /// that has an object of its own and "that" for another lacks nothing, and says what the noun is
  /// about.
  void content_clause(std::int32_t i) {
    std::int32_t that = -1;
    std::int32_t object = -1;
    for (std::int32_t j = at(i).head + 1; j < count_; ++j) {
      if (at(j).head != i || at(j).deprel != "obj") continue;
      (j < i && at(j).lemma == "that" && at(j).xpos == "WDT" ? that : object) = j;
    }
    if (that < 0 || object < i || child(i, "nsubj") < that || child(i, "xcomp") >= 0) return;
    at(i).deprel = "acl";
    at(that).deprel = "mark";
    at(that).upos = Upos::SCONJ;
    at(that).xpos = "IN";
  }

  bool is_human(std::int32_t i) {
    for (const std::string_view list : {"people", "troops", "politician", "kin"})
      if (rules_.in_list(list, at(i).lemma)) return true;
    return false;
  }

  /// "a meeting with John Smith, who arrived": who arrives is the person named right before, and
  /// not the thing that the tree has it hang on.
  void person_clause(std::int32_t i) {
    const std::int32_t noun = at(i).head;
    if (noun < 0 || at(noun).upos != Upos::NOUN || is_human(noun)) return;
    std::int32_t who = noun + 1;
    while (who < i && (at(who).lemma != "who" || at(who).head != i)) ++who;
    if (who >= i) return;
    for (const NameSpan& name : sentence_.names) {
      const bool close = name.last == who || (name.last == who - 1 && at(who - 1).form == ",");
      if (name.kind != NameKind::person || name.first <= noun || !close) continue;
      std::int32_t head = name.first;
      while (at(head).head >= name.first && at(head).head < name.last) head = at(head).head;
      if (!is_below(sentence_, head, i)) at(i).head = head;
      return;
    }
  }

  /// "moved prisoners to Saudi Arabia, which promised to try them": what does so is the body or the
  /// country named right before, and no people.
  void thing_clause(std::int32_t i) {
    const std::int32_t noun = at(i).head;
    if (noun < 0 || at(noun).upos != Upos::NOUN || !is_human(noun)) return;
    std::int32_t which = noun + 1;
    while (which < i &&
           (at(which).lemma != "which" || at(which).head != i || at(which).deprel != "nsubj"))
      ++which;
    if (which >= i || which < 2 || at(which - 1).form != "," || at(which - 2).upos != Upos::PROPN)
      return;
    std::int32_t head = which - 2;
    while (at(head).upos == Upos::PROPN && at(head).head > noun &&
           at(at(head).head).upos == Upos::PROPN)
      head = at(head).head;
    if (head != noun && !is_below(sentence_, head, i)) at(i).head = head;
  }

  /// "the union, which last year signed a treaty", with the time read as the subject.
  void relative_subject(std::int32_t i) {
    if (at(i).upos != Upos::VERB) return;
    std::int32_t time = -1;
    std::int32_t relative = -1;
    for (std::int32_t j = 0; j < i; ++j) {
      if (at(j).head != i) continue;
      if (at(j).deprel == "nsubj" && rules_.in_list("time", at(j).lemma)) time = j;
      if (at(j).deprel == "obj" && (at(j).xpos == "WDT" || at(j).xpos == "WP")) relative = j;
    }
    if (time < 0 || relative < 0 || relative > time) return;
    at(time).deprel = "obl:unmarked";
    at(relative).deprel = "nsubj";
  }
};

}  // namespace

void mend_relatives(Sentence& sentence, const EventRules& rules) {
  Relatives(sentence, rules).mend();
}

}  // namespace annals
