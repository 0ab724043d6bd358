#include "ingest/timex_direction.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace annals {
namespace {

using Index = std::int32_t;

const Token& token_at(const Sentence& sentence, Index i) {
  return sentence.tokens[static_cast<std::size_t>(i)];
}

template <typename Words>
bool holds(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_modal_ahead(std::string_view lemma, std::string_view form) {
  return lemma == "will" || lemma == "shall" || form == "'ll" || form == "’ll" || form == "wo";
}
bool is_modal(std::string_view lemma) {
  constexpr std::array modals = {"would",  "may", "might", "could",
                                 "should", "can", "must",  "ought"};
  return holds(modals, lemma);
}

/// A quotation mark between a helper and the verb: `"... they will," says one official`.
bool is_cut_off(const Sentence& sentence, Index helper, Index verb) {
  for (Index i = helper + 1; i < verb; ++i) {
    if (token_at(sentence, i).xpos == "''" || token_at(sentence, i).form == "\"") return true;
  }
  return false;
}

bool has_child(const Sentence& sentence, Index head, std::string_view deprel) {
  for (const Token& token : sentence.tokens) {
    if (token.head == head && token.deprel.starts_with(deprel)) return true;
  }
  return false;
}

}  // namespace

std::int32_t head_of(const Sentence& sentence, std::int32_t first, std::int32_t last) {
  Index best = last - 1;
  for (Index i = last - 1; i >= first; --i) {
    const Token& token = token_at(sentence, i);
    const bool outside = token.head < first || token.head >= last;
    if (outside && token.upos != Upos::ADP && token.upos != Upos::DET &&
        token.upos != Upos::PUNCT) {
      return i;
    }
    if (outside) best = i;
  }
  return best;
}

std::int32_t governing_verb(const Sentence& sentence, std::int32_t token) {
  // A tree has no loops, but a bound costs nothing and keeps hostile analyses harmless.
  for (std::size_t steps = 0; token >= 0 && steps <= sentence.tokens.size(); ++steps) {
    const Token& at = token_at(sentence, token);
    if (at.upos == Upos::VERB || has_child(sentence, token, "cop")) return token;
    if (at.upos == Upos::AUX && at.head < 0) return token;
    token = at.head;
  }
  return -1;
}

VerbTime verb_time(const Sentence& sentence, std::int32_t verb) {
  VerbTime time;
  const Token& word = token_at(sentence, verb);
  bool will = false, be = false, have = false, past_helper = false, present_helper = false,
       to = false, could = false, been = false;
  for (Index i = 0; i < static_cast<Index>(sentence.tokens.size()); ++i) {
    const Token& helper = token_at(sentence, i);
    if (helper.head != verb) continue;
    if (helper.deprel == "mark" && helper.lemma == "to" && i < verb) to = true;
    if (helper.lemma == "not" || helper.form == "n't" || helper.lemma == "never")
      time.negated = true;
    if (!helper.deprel.starts_with("aux") && helper.deprel != "cop") continue;
    if (helper.deprel == "aux" && is_cut_off(sentence, i, verb)) continue;
    if (helper.form == "been") been = true;
    if (helper.lemma == "could") could = true;
    if (helper.lemma == "can" || helper.lemma == "ca") time.able = true;
    if (is_modal_ahead(helper.lemma, helper.form))
      will = true;
    else if (is_modal(helper.lemma))
      time.modal = true;
    else if (helper.lemma == "have")
      have = true;
    else if (helper.lemma == "be" && helper.deprel == "aux")
      be = true;
    if (helper.xpos == "VBD") past_helper = true;
    if (helper.xpos == "VBZ" || helper.xpos == "VBP") present_helper = true;
  }
  time.infinitive = to;
  time.perfect = have;
  time.past_perfect = have && past_helper;
  time.progressive = word.xpos == "VBG" && (be || been);
  time.finite = will || time.modal || past_helper || present_helper || word.xpos == "VBD" ||
                word.xpos == "VBZ" || word.xpos == "VBP";
  if (will)
    time.direction = Direction::future;
  else if (could && time.negated)
    time.direction = Direction::past;
  else if (time.modal && !have)
    time.direction = Direction::future;
  else if (have || past_helper)
    time.direction = Direction::past;
  else if (to)
    time.direction = Direction::future;
  else if (present_helper)
    time.direction = Direction::present;
  else if (word.xpos == "VBD")
    time.direction = Direction::past;
  else if (word.xpos == "VBZ" || word.xpos == "VBP")
    time.direction = Direction::present;
  return time;
}

Direction direction_of(const Sentence& sentence, const TimeWords& words, std::int32_t first,
                       std::int32_t last) {
  Index at = head_of(sentence, first, last);
  const Index noun = token_at(sentence, at).head;
  if (noun > at && token_at(sentence, noun).upos == Upos::NOUN && noun >= last && noun - last < 3) {
    return Direction::unknown;  // "a June agreement": the verb dates the agreement, not June
  }
  for (Index i = 0; i < static_cast<Index>(sentence.tokens.size()); ++i) {
    const Token& mark = token_at(sentence, i);
    if (mark.head != at || mark.deprel != "case") continue;
    if (mark.lemma == "since") return Direction::past;
    // "had been planned for Thursday", "is set for Monday"
    const bool due = noun >= 0 && words.is(TimeWord::due, token_at(sentence, noun).form);
    if (mark.lemma == "for" && due) return Direction::future;
  }
  for (std::size_t steps = 0; at >= 0 && steps <= sentence.tokens.size(); ++steps) {
    const Token& word = token_at(sentence, at);
    const bool verb = word.upos == Upos::VERB || has_child(sentence, at, "cop");
    const VerbTime time = verb ? verb_time(sentence, at) : VerbTime{};
    const bool ahead = words.is(TimeWord::due, word.lemma) || words.is(TimeWord::due, word.form);
    if (ahead && (word.xpos == "JJ" || word.xpos == "VBN")) {
      return time.direction == Direction::past ? Direction::past : Direction::future;
    }
    if (verb && time.infinitive && !time.perfect) {
      const Index governor = governing_verb(sentence, word.head);
      if (governor < 0) return Direction::future;
      const VerbTime above = verb_time(sentence, governor);
      const Token& ruler = token_at(sentence, governor);
      const bool plan =
          (ruler.xpos == "VBN" || ruler.xpos == "JJ") && words.is(TimeWord::due, ruler.form);
      const bool past =
          above.direction == Direction::past && (!above.perfect || above.past_perfect);
      const bool purpose = word.deprel.starts_with("advcl") || word.deprel.starts_with("acl");
      if (past && (plan || purpose || words.is(TimeWord::realis, ruler.lemma)))
        return Direction::past;
      return Direction::future;
    }
    if (verb && time.direction != Direction::unknown) return time.direction;
    if (verb && word.xpos == "VBN" && (word.deprel == "acl" || word.deprel == "advcl"))
      return Direction::past;
    at = word.head;
  }
  return Direction::unknown;
}

}  // namespace annals
