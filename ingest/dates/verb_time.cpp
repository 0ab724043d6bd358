#include "ingest/dates/verb_time.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Index = std::int32_t;

bool is_modal_ahead(std::string_view lemma, std::string_view form) {
  return lemma == "will" || lemma == "shall" || form == "'ll" || form == "’ll" || form == "wo";
}
bool is_modal(std::string_view lemma) {
  return one_of(lemma, {"would", "may", "might", "could", "should", "can", "must", "ought"});
}

/// A quotation mark between a helper and the verb: `"... they will," says one official`.
bool is_cut_off(const Sentence& sentence, Index helper, Index verb) {
  for (Index i = helper + 1; i < verb; ++i) {
    if (sentence.at(i).xpos == "''" || sentence.at(i).form == "\"") return true;
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
    const Token& token = sentence.at(i);
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
    const Token& at = sentence.at(token);
    if (at.upos == Upos::VERB || has_child(sentence, token, "cop")) return token;
    if (at.upos == Upos::AUX && at.head < 0) return token;
    token = at.head;
  }
  return -1;
}

VerbTime verb_time(const Sentence& sentence, std::int32_t verb) {
  VerbTime time;
  const Token& word = sentence.at(verb);
  bool will = false, be = false, have = false, past_helper = false, present_helper = false,
       to = false, could = false, been = false;
  for (Index i = 0; i < static_cast<Index>(sentence.tokens.size()); ++i) {
    const Token& helper = sentence.at(i);
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

}  // namespace annals
