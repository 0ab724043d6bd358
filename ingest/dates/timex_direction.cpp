#include "ingest/dates/timex_direction.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/dates/verb_time.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Index = std::int32_t;

bool is_clause_ahead_mark(std::string_view lemma) {
  return one_of(lemma, {"after", "when", "before", "until", "till", "once", "if", "unless"});
}

/// The word that stands before `at` in the sense of a preposition: "in" for "in July".
Index child_with(const Sentence& sentence, Index at, std::string_view deprel) {
  for (Index i = 0; i < static_cast<Index>(sentence.tokens.size()); ++i) {
    const Token& token = sentence.at(i);
    if (token.head == at && token.deprel.substr(0, token.deprel.find(':')) == deprel) return i;
  }
  return -1;
}

std::string_view lemma_of_child(const Sentence& sentence, Index at, std::string_view deprel) {
  const Index found = child_with(sentence, at, deprel);
  return found < 0 ? std::string_view() : std::string_view(sentence.at(found).lemma);
}

/// A past form without helpers: "met", "unveiled" also where it is a participle.
bool is_bare_past(const Sentence& sentence, Index i) {
  const Token& word = sentence.at(i);
  if (word.upos != Upos::VERB || (word.xpos != "VBN" && word.xpos != "VBD")) return false;
  if (i > 0 && sentence.at(i - 1).upos == Upos::AUX) return false;
  return child_with(sentence, i, "aux") < 0 && child_with(sentence, i, "cop") < 0;
}

/// "The rules unveiled Saturday are ...", "a truce signed on Friday": what stands right behind a
/// bare participle is its time, whatever the tree says.
bool follows_participle(const Sentence& sentence, const TimeWords& words, Index first) {
  Index before = first - 1;
  if (before > 0 && sentence.at(before).upos == Upos::ADP) --before;
  if (before < 0 || !is_bare_past(sentence, before)) return false;
  const Token& word = sentence.at(before);
  return !words.is(TimeWord::due, word.form) && !words.is(TimeWord::due, word.lemma) &&
         !words.is(TimeWord::deferred, word.lemma);
}

/// "no earlier than Monday" is no comparison.
bool is_clock_word(std::string_view form) {
  return form == "earlier" || form == "later" || form == "sooner";
}

/// "up from 20 in October", "less than in March": what is compared with lies behind.
bool is_compared_with(const Sentence& sentence, Index first) {
  for (Index i = first - 1; i >= 0 && i + 5 > first; --i) {
    const Token& word = sentence.at(i);
    if (word.upos == Upos::VERB) return false;
    if (word.lemma == "than") return i == 0 || !is_clock_word(sentence.at(i - 1).form);
    if (word.lemma != "from" || i + 1 >= first) continue;
    const Token& next = sentence.at(i + 1);
    return next.upos == Upos::NUM || next.upos == Upos::SYM || next.xpos == "$";
  }
  return false;
}

/// "was to leave on Sunday": what was planned may lie on either side.
constexpr Look past_plan{.direction = Direction::unknown, .open = true};

/// Reads where a verb and those above it look.
class DirectionReader {
 public:
  DirectionReader(const Sentence& sentence, const TimeWords& words)
      : sentence_(sentence), words_(words) {}

  Look of(Index first, Index last) const;

 private:
  Look of_modifier(Index noun) const;
  std::optional<Look> by_preposition(Index at) const;
  std::optional<Look> of_word(Index at, Index governor) const;
  bool comes_after(Index noun) const;
  bool is_asked_for(Index noun) const;
  bool is_call(Index i) const {
    return i >= 0 && (is(TimeWord::ahead_for, i) || is(TimeWord::ahead, i));
  }
  Look of_infinitive(Index verb) const;
  std::optional<Look> due(Index at, const VerbTime& time) const;

  const Token& token(Index i) const { return sentence_.at(i); }
  /// "agreed to meet", "a demand to leave": the infinitive is what was resolved, no purpose.
  bool resolves(Index i) const {
    return words_.is(TimeWord::resolves, token(i).lemma) ||
           words_.is(TimeWord::ahead, token(i).lemma);
  }
  bool is(TimeWord list, Index i) const {
    return words_.is(list, token(i).lemma) || words_.is(list, token(i).form);
  }

  const Sentence& sentence_;
  const TimeWords& words_;
};

/// "a June agreement": the verb dates the agreement, not June. But "since the May curbs" looks
/// back, and elections in what will be are mostly those to come.
Look DirectionReader::of_modifier(Index noun) const {
  const std::string_view mark = lemma_of_child(sentence_, noun, "case");
  const Index verb = governing_verb(sentence_, noun);
  const Direction above = verb < 0 ? Direction::unknown : verb_time(sentence_, verb).direction;
  if (mark == "since") return {Direction::past};
  if (mark == "after" || mark == "following")
    return {above == Direction::past ? Direction::past : Direction::unknown};
  if (!is(TimeWord::plannable, noun) || verb < 0) return {};
  // "gathers his men ahead of Thursday's election"
  const bool before = token(noun).head >= 0 && token(token(noun).head).lemma == "ahead";
  if (before && above != Direction::past) return {Direction::future};
  // "have agreed to build one during his May visit"
  const Index ruler = token(verb).head < 0 ? -1 : governing_verb(sentence_, token(verb).head);
  const bool agreed = mark == "during" && token(verb).deprel == "xcomp" && ruler >= 0 &&
                      verb_time(sentence_, ruler).direction == Direction::past;
  if (agreed) return {Direction::past};
  // "In his Saturday speech, he is expected to ..."
  const auto planned = due(verb, verb_time(sentence_, verb));
  if (planned && planned->direction == Direction::future) return *planned;
  return {above == Direction::future ? Direction::future : Direction::unknown};
}

std::optional<Look> DirectionReader::by_preposition(Index at) const {
  const std::string_view mark = lemma_of_child(sentence_, at, "case");
  const Index head = token(at).head;
  if (mark == "since") return Look{Direction::past};
  if (head < 0) return std::nullopt;
  // "had been planned for Thursday", "is set for Monday"
  if (mark == "for" && words_.is(TimeWord::due, token(head).form)) return Look{Direction::future};
  // "called another march for Sunday"
  if (mark == "for" && token(head).upos == Upos::NOUN && is_call(token(head).head))
    return Look{Direction::future};
  // "called a march for Sunday"
  if (mark == "for" && is(TimeWord::ahead_for, head)) return Look{Direction::future};
  const bool until = mark == "until" || mark == "till" || mark == "to" || mark == "for";
  if (until && is(TimeWord::deferred, head)) return Look{Direction::future};
  return std::nullopt;
}

/// "is due on Monday", but not "more than expected".
std::optional<Look> DirectionReader::due(Index at, const VerbTime& time) const {
  const Token& word = token(at);
  if (!is(TimeWord::due, at) || (word.xpos != "JJ" && word.xpos != "VBN")) return std::nullopt;
  if (at > 0 && token(at - 1).lemma == "than") return std::nullopt;
  return time.direction == Direction::past ? past_plan : Look{Direction::future};
}

Look DirectionReader::of_infinitive(Index verb) const {
  const Token& word = token(verb);
  const Index governor = governing_verb(sentence_, word.head);
  if (governor < 0) return {Direction::future};
  const VerbTime above = verb_time(sentence_, governor);
  const Token& ruler = token(governor);
  const bool plan =
      (ruler.xpos == "VBN" || ruler.xpos == "JJ") && words_.is(TimeWord::due, ruler.form);
  bool past = (above.direction == Direction::past && (!above.perfect || above.past_perfect)) ||
              (!plan && is_bare_past(sentence_, governor));
  // "tested a missile, prompting others to act"
  const bool result = ruler.xpos == "VBG" && words_.is(TimeWord::realis, ruler.lemma);
  if (result && ruler.head >= 0 && !above.finite) {
    const Index cause = governing_verb(sentence_, ruler.head);
    past = past || (cause >= 0 && verb_time(sentence_, cause).direction == Direction::past);
  }
  const bool purpose = word.deprel.starts_with("advcl") || word.deprel.starts_with("acl");
  if (past && plan) return past_plan;
  const Index to = child_with(sentence_, verb, "mark");
  const bool resolved = resolves(governor) || (to > 0 && resolves(to - 1));
  const bool happens = (purpose && !resolved) || words_.is(TimeWord::realis, ruler.lemma) ||
                       words_.is(TimeWord::figures, ruler.lemma);
  if (past && happens) return {Direction::past};
  return {.direction = Direction::future, .loose = past};
}

std::optional<Look> DirectionReader::of_word(Index at, Index governor) const {
  const Token& word = token(at);
  const bool copula = child_with(sentence_, at, "cop") >= 0;
  const bool verb = word.upos == Upos::VERB || copula;
  const VerbTime time = verb ? verb_time(sentence_, at) : VerbTime{};
  if (const auto found = due(at, time)) return found;
  if (!verb) return std::nullopt;
  if (time.infinitive && time.finite)  // "is to leave", "was to leave"
    return time.direction == Direction::past ? past_plan : Look{Direction::future};
  if (time.infinitive && !time.perfect) return of_infinitive(at);
  if (time.direction == Direction::present) {
    if (word.lemma == "follow") return Look{Direction::past};
    if (is_clause_ahead_mark(lemma_of_child(sentence_, at, "mark"))) return Look{Direction::future};
    // "here are the results of Tuesday": being says nothing of the noun's time
    if (copula && governor != at) return Look{};
    const bool beside = token(governor).head == at && token(governor).deprel.starts_with("obl");
    return Look{.direction = Direction::present, .open = governor == at || beside};
  }
  if (time.direction != Direction::unknown) return Look{time.direction};
  if (word.xpos == "VBN" && (word.deprel == "acl" || word.deprel == "advcl"))
    return Look{Direction::past};
  return std::nullopt;
}

/// "a rise since the bombing in May", "calls for calm after a clash on Sunday", "follows a rally on
/// Sunday": what something comes after has been, unless all of it is to come.
bool DirectionReader::comes_after(Index noun) const {
  const Token& word = token(noun);
  if (word.upos != Upos::NOUN || word.head < 0) return false;
  const std::string_view mark = lemma_of_child(sentence_, noun, "case");
  if (mark == "since") return true;
  const bool follows = word.deprel == "obj" && token(word.head).lemma == "follow";
  if (!follows &&
      (is(TimeWord::plannable, noun) || !one_of(mark, {"after", "following", "follow"})))
    return false;
  const Index verb = governing_verb(sentence_, word.head);
  const VerbTime above = verb < 0 ? VerbTime{} : verb_time(sentence_, verb);
  return !above.finite || above.direction != Direction::future;
}

/// "called for a strike on Thursday": what is called for is to come.
bool DirectionReader::is_asked_for(Index noun) const {
  const Index above = token(noun).head;
  if (token(noun).upos != Upos::NOUN || above < 0) return false;
  return lemma_of_child(sentence_, noun, "case") == "for" && is(TimeWord::ahead_for, above);
}

Look DirectionReader::of(Index first, Index last) const {
  Index at = head_of(sentence_, first, last);
  const Index noun = token(at).head;
  if (noun > at && noun >= last && noun - last < 3 && token(noun).upos == Upos::NOUN)
    return of_modifier(noun);
  // "the meeting due on Thursday"
  const bool meant = first > 1 && token(first - 1).lemma == "on" &&
                     token(first - 2).form == "due" && child_with(sentence_, first - 2, "cop") < 0;
  if (meant) return {Direction::future};
  if (const auto found = by_preposition(at)) return *found;
  if (follows_participle(sentence_, words_, first) || is_compared_with(sentence_, first))
    return {Direction::past};
  const std::string_view mark = lemma_of_child(sentence_, at, "case");
  const bool until = mark == "until" || mark == "till" || mark == "through";
  const Index governor = token(at).head < 0 ? at : token(at).head;
  if (is_asked_for(governor)) return {Direction::future};
  // "hopes for peace following the death Sunday of the king": though it hangs on the verb
  if (first > 0 && comes_after(first - 1)) return {Direction::past};
  for (std::size_t steps = 0; at >= 0 && steps <= sentence_.tokens.size(); ++steps) {
    if (comes_after(at)) return {Direction::past};
    if (auto found = of_word(at, governor)) {
      // "approved a cull until the end of December": nearest, whichever side
      if (until && found->direction == Direction::past)
        return {.direction = Direction::unknown, .open = true};
      return *found;
    }
    at = token(at).head;
  }
  return {};
}

}  // namespace

Look direction_of(const Sentence& sentence, const TimeWords& words, std::int32_t first,
                  std::int32_t last) {
  return DirectionReader(sentence, words).of(first, last);
}

}  // namespace annals
