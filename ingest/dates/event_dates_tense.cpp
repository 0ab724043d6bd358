#include "ingest/dates/event_dates_tense.h"

#include "ingest/dates/verb_time.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/record_deed.h"

namespace annals {
namespace {

using Index = std::int32_t;

constexpr int deepest = 10;  // governing words that are asked

bool is_determiner_of_known(std::string_view lemma) {
  return lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" ||
         lemma == "those";
}

class TenseReader {
 public:
  TenseReader(const ClauseDates& clause, const TimeWords& words)
      : clause_(clause), sentence_(clause.sentence()), words_(words) {}

  ClauseTime of(Index at, int depth = 0) const {
    if (at < 0 || depth > deepest) return ClauseTime::unknown;
    const Index verb = governing_verb(sentence_, at);
    if (verb == at) return of_verb(verb, depth);
    return of_noun(at, verb, depth);
  }

  /// The word that a verb without tense shares its time with, or -1 when it has its own or none.
  Index giver(Index verb) const;

 private:
  ClauseTime of_verb(Index verb, int depth) const;
  ClauseTime of_finite(Index verb, const VerbTime& time, int depth) const;
  ClauseTime of_noun(Index noun, Index verb, int depth) const;
  ClauseTime of_participle(Index verb, int depth) const;
  /// What a past clause is to the story that the sentence carries on.
  enum class Line : std::uint8_t { main, aside, said };
  Line line_of(Index verb, int depth) const;
  Index above_purposes(Index verb) const;
  Index said_beside(Index verb) const;
  bool shares_helper(Index verb) const;
  bool is_set_for_a_day(Index verb) const;
  bool points(Index governor, Index complement, TimeWord list) const;
  bool is_known(Index noun) const;
  bool resolved(Index infinitive, Index above) const;

  const Token& at(Index i) const { return clause_.token(i); }
  Index verb_above(Index i) const {
    return at(i).head < 0 ? -1 : governing_verb(sentence_, at(i).head);
  }
  std::string_view marker(Index i, std::string_view relation) const {
    const Index mark = clause_.child(i, relation);
    return mark < 0 ? std::string_view() : at(mark).lemma;
  }
  /// The word that opens the verb's clause: "until", "when".
  std::string_view opening(Index verb) const {
    const std::string_view mark = marker(verb, "mark");
    return mark.empty() ? marker(verb, "advmod") : mark;
  }

  const ClauseDates& clause_;
  const Sentence& sentence_;
  const TimeWords& words_;
};

/// True when `governor` is a word of the list and `complement` is what it is about, not its
/// subject.
bool TenseReader::points(Index governor, Index complement, TimeWord list) const {
  if (governor < 0) return false;
  const Token& word = at(governor);
  const std::string_view relation = at(complement).deprel;
  if (relation.starts_with("nsubj") && !relation.starts_with("nsubj:pass")) return false;
  if (words_.is(list, word.lemma)) return true;
  if (list != TimeWord::ahead) return false;
  const std::string_view preposition = marker(complement, "case");
  return (preposition == "for" && words_.is(TimeWord::ahead_for, word.lemma)) ||
         (preposition == "of" && words_.is(TimeWord::ahead_of, word.lemma)) ||
         (preposition == "against" && words_.is(TimeWord::ahead_against, word.lemma));
}

/// "the bombing", "Iraq's invasion", "the Atlanta clinic bombing": what the reader knows of
/// already.
bool TenseReader::is_known(Index noun) const {
  for (const Index c : clause_.children(noun)) {
    const Token& word = at(c);
    if (word.deprel == "det" && is_determiner_of_known(word.lemma)) return true;
    if (word.deprel == "nmod:poss") return true;
  }
  return false;
}

/// Clauses that carry the sentence's own story on are its root, what is joined with it, what
/// happens at the same time. What a clause of relation, reason or time adds lies before.
TenseReader::Line TenseReader::line_of(Index verb, int depth) const {
  for (; verb >= 0 && depth <= deepest; ++depth) {
    const Token& word = at(verb);
    const Index head = word.head;
    if (head < 0) return Line::main;
    const std::string_view relation = word.deprel;
    // "flew to Rome, where she met the pope": the story goes on
    const Index who = clause_.child(verb, "nsubj");
    const Index above = verb_above(verb);
    const bool goes_on = marker(verb, "advmod") == "where" && who >= 0 && above >= 0 &&
                         one_of(at(who).lemma, {"he", "she", "they"}) &&
                         verb_time(sentence_, above).direction == Direction::past;
    if (relation.starts_with("acl") && !goes_on) return Line::aside;
    if (relation.starts_with("ccomp") && words_.is(TimeWord::says, at(head).lemma) &&
        (head < verb || ends_quotation(sentence_, verb, head))) {
      return Line::said;  // but in "rebels fled, officials said" the rebels are the story
    }
    if (relation.starts_with("advcl")) {
      if (words_.is(TimeWord::behind_mark, marker(verb, "mark")) ||
          words_.is(TimeWord::until_mark, marker(verb, "mark"))) {
        return Line::aside;
      }
      const ClauseTime time = of(head, depth + 1);
      const bool beside = time == ClauseTime::now && marker(verb, "mark") == "as";
      if (beside) return Line::main;
      if (time == ClauseTime::reported && words_.is(TimeWord::while_mark, opening(verb)))
        return Line::said;  // "said they talked when they met"
      if (time != ClauseTime::told) return Line::aside;
    }
    verb = verb_above(verb);
  }
  return Line::main;
}

/// The verb above, past infinitives of purpose: "held talks to explain its stand as troops gather".
Index TenseReader::above_purposes(Index verb) const {
  Index above = verb_above(verb);
  for (int steps = 0; above >= 0 && steps < deepest; ++steps) {
    const std::string_view relation = at(above).deprel;
    const bool purpose = relation.starts_with("advcl") || relation == "acl" || relation == "xcomp";
    const VerbTime time = verb_time(sentence_, above);
    const Index next = verb_above(above);
    if (!purpose || !time.infinitive || time.finite || next < 0 || resolved(above, next)) break;
    above = next;
  }
  return above;
}

/// "He said Israel must give it a chance and pledged ...": an act of saying in the past that the
/// tree joined with what is said, which is in another tense, goes with the saying.
Index TenseReader::said_beside(Index verb) const {
  const Token& word = at(verb);
  const bool joined = word.deprel == "conj" && word.xpos == "VBD" && word.head >= 0 &&
                      words_.is(TimeWord::says, word.lemma) && clause_.child(verb, "nsubj") < 0;
  if (!joined || verb_time(sentence_, word.head).direction == Direction::past) return verb;
  const Token& said = at(word.head);
  const bool reported = said.deprel.starts_with("ccomp") && said.head >= 0 &&
                        words_.is(TimeWord::says, at(said.head).lemma);
  return reported ? said.head : verb;
}

/// "have long expressed fears and pressed them to talk": "pressed" has the helper of its fellow.
/// What somebody "has left and vowed" he may well have vowed today.
bool TenseReader::shares_helper(Index verb) const {
  const Token& word = at(verb);
  const bool joined = word.deprel == "conj" && word.xpos == "VBD" && word.form.ends_with("ed") &&
                      word.head >= 0 && clause_.child(verb, "nsubj") < 0 &&
                      !words_.is(TimeWord::says, word.lemma);
  return joined && verb_time(sentence_, word.head).perfect;
}

/// "the trial resumes on Monday": a deed of a day to come.
bool TenseReader::is_set_for_a_day(Index verb) const {
  for (const TimeWord none : {TimeWord::says, TimeWord::ahead, TimeWord::holds})
    if (words_.is(none, at(verb).lemma)) return false;
  const auto own = clause_.own(verb);
  return own && own->relation == TimeRelation::at && is_day(own->date) && clause_.now() &&
         own->date.first > *clause_.now();
}

ClauseTime TenseReader::of_finite(Index verb, const VerbTime& time, int depth) const {
  if (shares_helper(verb)) return of(at(verb).head, depth + 1);
  if (time.past_perfect || (time.modal && time.perfect)) return ClauseTime::before;
  if (time.direction == Direction::future) {
    if (time.able) return ClauseTime::now;
    return ClauseTime::ahead;
  }
  // "has not yet been signed": so it stands today
  if (time.perfect) return time.negated ? ClauseTime::now : ClauseTime::done;
  if (time.direction == Direction::past) {
    const Line line = line_of(said_beside(verb), depth);
    if (line == Line::aside) return ClauseTime::before;
    if (is_formerly(clause_, words_, verb))
      return line == Line::said ? ClauseTime::before : ClauseTime::done;
    return line == Line::said ? ClauseTime::reported : ClauseTime::told;
  }
  if (words_.is(TimeWord::until_mark, opening(verb))) return ClauseTime::ahead;
  if (words_.is(TimeWord::while_mark, opening(verb))) {
    const Index above = above_purposes(verb);
    if (above >= 0 && of(above, depth + 1) == ClauseTime::ahead) return ClauseTime::ahead;
  }
  return !time.progressive && is_set_for_a_day(verb) ? ClauseTime::ahead : ClauseTime::now;
}

/// "agreed to meet", "rejected a demand to halt ...": though the tree may call it a purpose.
bool TenseReader::resolved(Index infinitive, Index above) const {
  const auto resolves = [&](Index i) {
    return words_.is(TimeWord::resolves, at(i).lemma) || words_.is(TimeWord::ahead, at(i).lemma);
  };
  if (resolves(above)) return true;
  const Index to = clause_.child(infinitive, "mark");
  return to > 0 && at(to - 1).upos == Upos::NOUN && resolves(to - 1);
}

Index TenseReader::giver(Index verb) const {
  const Token& word = at(verb);
  const VerbTime time = verb_time(sentence_, verb);
  if (time.finite || time.perfect || word.head < 0) return -1;
  const Index above = governing_verb(sentence_, word.head);
  if (above < 0) return -1;
  if (word.deprel == "conj") return above;
  const std::string_view relation = word.deprel;
  if (time.infinitive) {
    if (at(above).form == "going") return -1;  // "is going to change"
    if (resolved(verb, above)) return -1;
    if (relation.starts_with("advcl") || words_.is(TimeWord::realis, at(above).lemma)) return above;
    return -1;
  }
  if (word.xpos == "VBG") {
    const std::string_view mark =
        marker(verb, "mark").empty() ? marker(verb, "case") : marker(verb, "mark");
    // "gave him ten years for killing a judge": the reason lies before
    if (words_.is(TimeWord::behind_mark, mark) || mark == "following" || mark == "for") return -1;
    // "pledged to help, warning that ...", "sought peace by promising ...": no complement
    const bool beside = relation.starts_with("advcl") && (mark.empty() || mark == "by");
    if (!beside &&
        (points(word.head, verb, TimeWord::behind) || points(word.head, verb, TimeWord::ahead))) {
      return -1;
    }
    return above;
  }
  if (word.xpos == "VBN")
    return relation.starts_with("acl") && !clause_.is_result(verb) ? -1 : above;
  return relation == "xcomp" || relation.starts_with("ccomp") ? above : -1;
}

/// Infinitives, gerunds and participles, which have no tense of their own.
ClauseTime TenseReader::of_participle(Index verb, int depth) const {
  const Token& word = at(verb);
  const VerbTime time = verb_time(sentence_, verb);
  if (const Index from = giver(verb); from >= 0) {
    return of(from, depth + 1);
  }
  if (time.infinitive && is_record_deed(sentence_, verb)) return ClauseTime::done;
  if (time.infinitive) return time.perfect ? ClauseTime::before : ClauseTime::ahead;
  if (word.head < 0) {
    // "demanded that": the tagger took its subject for a helper
    if (word.xpos == "VBN" && clause_.child(verb, "ccomp") > verb) return ClauseTime::told;
    return word.xpos == "VBN" || word.xpos == "VBD" ? ClauseTime::done : ClauseTime::unknown;
  }
  if (points(word.head, verb, TimeWord::ahead)) return ClauseTime::ahead;
  // "Kidnappers, a police chief said, killed ...": the parser took the verb of the sentence for an
  // attribute of its subject
  const bool root = word.xpos == "VBN" && word.deprel == "acl" && at(word.head).head < 0 &&
                    at(word.head).upos != Upos::VERB && clause_.child(word.head, "cop") < 0;
  if (root) return ClauseTime::told;
  if (word.xpos == "VBG" || word.xpos == "VBN") return ClauseTime::before;
  return of(verb_above(verb), depth + 1);
}

ClauseTime TenseReader::of_verb(Index verb, int depth) const {
  const VerbTime time = verb_time(sentence_, verb);
  if (time.finite || (time.perfect && !time.infinitive)) return of_finite(verb, time, depth);
  return of_participle(verb, depth);
}

ClauseTime TenseReader::of_noun(Index noun, Index verb, int depth) const {
  const Index head = at(noun).head;
  const std::string_view relation = at(noun).deprel;
  if (relation == "conj" && head >= 0) return of(head, depth + 1);
  const bool object = relation == "obj" || relation.starts_with("nmod");
  if (object && head >= 0 && words_.is(TimeWord::ends, at(head).lemma) &&
      of(head, depth + 1) == ClauseTime::ahead) {
    return ClauseTime::done;
  }
  if (points(head, noun, TimeWord::ahead)) return ClauseTime::ahead;
  if (points(head, noun, TimeWord::behind)) return ClauseTime::before;
  for (const Index c : clause_.children(noun)) {  // "the sanctions imposed on Iraq"
    // but "the visit, planned in secret" is none of the planning
    const std::string_view done = at(c).lemma;
    const bool prepares = words_.is(TimeWord::ahead, done) || words_.is(TimeWord::put_off, done) ||
                          words_.is(TimeWord::due, done);
    if (at(c).deprel == "acl" && at(c).xpos == "VBN" && !prepares) return of(c, depth + 1);
  }
  if (verb < 0) return ClauseTime::unknown;
  const ClauseTime clause = of(verb, depth + 1);
  if (is_formerly(clause_, words_, noun) && clause != ClauseTime::ahead) return ClauseTime::done;
  const std::string_view preposition = marker(noun, "case");
  if (words_.is(TimeWord::behind_mark, preposition) || preposition == "following" ||
      preposition == "over" || preposition == "despite") {
    return clause == ClauseTime::ahead ? ClauseTime::unknown : ClauseTime::before;
  }
  if (clause == ClauseTime::now && is_known(noun)) {
    const bool goes = relation.starts_with("nsubj") && words_.is(TimeWord::goes, at(verb).lemma);
    return goes ? ClauseTime::now : ClauseTime::done;
  }
  return clause;
}

}  // namespace

ClauseTime clause_time(const ClauseDates& clause, const TimeWords& words, std::int32_t token) {
  return TenseReader(clause, words).of(token);
}

std::int32_t time_giver(const ClauseDates& clause, const TimeWords& words, std::int32_t token) {
  const TenseReader reader(clause, words);
  for (int depth = 0; depth < deepest; ++depth) {
    if (governing_verb(clause.sentence(), token) != token) break;
    const Index from = reader.giver(token);
    if (from < 0) break;
    token = from;
  }
  return token;
}

}  // namespace annals
