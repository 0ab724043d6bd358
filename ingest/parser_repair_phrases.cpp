#include <algorithm>
#include <array>

#include "ingest/parser_repair.h"

namespace annals {
namespace {

bool is_nominal(const Token& token) {
  return token.upos == Upos::NOUN || token.upos == Upos::PROPN;
}

bool is_bare_time(std::string_view form) {
  static constexpr std::array<std::string_view, 11> words = {
      "today",     "yesterday", "tonight", "tomorrow", "Monday", "Tuesday",
      "Wednesday", "Thursday",  "Friday",  "Saturday", "Sunday"};
  return std::find(words.begin(), words.end(), form) != words.end();
}

bool has_subject(const Sentence& sentence, std::int32_t verb, std::int32_t but) {
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    if (static_cast<std::int32_t>(i) != but && token.head == verb &&
        token.deprel.starts_with("nsubj"))
      return true;
  }
  return false;
}

/// "A top official today praised": the noun before the word of time is the subject, and the rest of
/// the phrase is its.
void mend_time_subject(Sentence& sentence, std::int32_t word) {
  const auto at = [&](std::int32_t i) -> Token& {
    return sentence.tokens[static_cast<std::size_t>(i)];
  };
  Token& time = at(word);
  const std::int32_t verb = time.head;
  const bool placed = time.deprel == "nsubj" || time.deprel == "obl:unmarked" ||
                      time.deprel == "obl" || time.deprel == "nsubj:pass";
  if (!placed || verb <= word || at(verb).upos != Upos::VERB || has_subject(sentence, verb, word))
    return;
  const std::int32_t noun = word - 1;
  if (noun < 0 || at(noun).head != word) return;
  const bool modifier = at(noun).deprel == "compound" || at(noun).deprel == "amod" ||
                        at(noun).deprel == "flat" || at(noun).deprel == "nmod";
  const bool adjective = at(noun).upos == Upos::ADJ && noun > 0 && at(noun - 1).head == noun;
  if (!modifier || (!is_nominal(at(noun)) && !adjective)) return;
  for (std::int32_t i = 0; i < noun; ++i) {
    Token& before = at(i);
    if (before.head != word) continue;
    if (before.deprel == "case") return;
    before.head = noun;
  }
  if (adjective) at(noun).upos = Upos::NOUN;
  at(noun).head = verb;
  at(noun).deprel = time.deprel == "nsubj:pass" ? "nsubj:pass" : "nsubj";
  time.deprel = "obl:unmarked";
}

/// "kidnapped up to 16 advisers": an amount of what is kidnapped, not a direction.
void mend_amount(Sentence& sentence, std::int32_t word) {
  const auto at = [&](std::int32_t i) -> Token& {
    return sentence.tokens[static_cast<std::size_t>(i)];
  };
  Token& up = at(word);
  Token& to = at(word + 1);
  const Token& number = at(word + 2);
  const std::int32_t verb = up.head;
  const std::int32_t counted = to.head;
  if (verb < 0 || verb != word - 1 || at(verb).upos != Upos::VERB) return;
  if (counted <= word + 1 || number.head < word + 2) return;
  const bool directs = up.deprel == "compound:prt" || up.deprel == "advmod" || up.deprel == "case";
  if (!directs || to.deprel != "case" || !at(counted).deprel.starts_with("obl") ||
      at(counted).head != verb)
    return;
  up.head = word + 2;
  up.deprel = "advmod";
  to.head = word;
  to.deprel = "fixed";
  at(counted).deprel = "obj";
}

}  // namespace

void mend_times(Sentence& sentence) {
  for (std::size_t i = 1; i < sentence.tokens.size(); ++i) {
    if (is_bare_time(sentence.tokens[i].form))
      mend_time_subject(sentence, static_cast<std::int32_t>(i));
  }
}

void mend_amounts(Sentence& sentence) {
  for (std::size_t i = 1; i + 2 < sentence.tokens.size(); ++i) {
    if (sentence.tokens[i].form == "up" && sentence.tokens[i + 1].form == "to" &&
        sentence.tokens[i + 2].upos == Upos::NUM)
      mend_amount(sentence, static_cast<std::int32_t>(i));
  }
}

}  // namespace annals
