#include "ingest/events_mend_clauses.h"

#include <algorithm>

namespace annals {
namespace {

bool has_child(const Sentence& sentence, std::int32_t head, std::string_view relation,
               std::string_view lemma = {}) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    return token.head == head && token.deprel == relation &&
           (lemma.empty() || token.lemma == lemma);
  });
}

/// "shelling of a UN compound", with the noun taken for an adjective.
void name_nouns(Sentence& sentence) {
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    Token& token = sentence.tokens[i];
    if (token.upos != Upos::ADJ || token.deprel != "amod") continue;
    if (!has_child(sentence, static_cast<std::int32_t>(i), "case")) continue;
    token.upos = Upos::NOUN;
    token.deprel = "nmod";
  }
}

bool is_time_or_place(const Sentence& sentence, std::int32_t at) {
  const Token& token = sentence.tokens[static_cast<std::size_t>(at)];
  if (token.deprel == "obl:unmarked" || token.deprel == "nmod:unmarked") return true;
  return std::any_of(sentence.names.begin(), sentence.names.end(), [&](const NameSpan& name) {
    return name.first <= at && at < name.last && name.kind == NameKind::location;
  });
}

/// "his talks last month in Washington with the president": who takes part belongs to the talks,
/// not to the time or the place that stands between.
void take_company_back(Sentence& sentence, const EventRules& rules) {
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(sentence.tokens.size()); ++i) {
    Token& company = sentence.tokens[static_cast<std::size_t>(i)];
    const std::int32_t between = company.head;
    if (between < 0 || between > i || !company.deprel.starts_with("nmod")) continue;
    if (!has_child(sentence, i, "case", "with") || !is_time_or_place(sentence, between)) continue;
    const std::int32_t above = sentence.tokens[static_cast<std::size_t>(between)].head;
    if (above < 0 || above > between) continue;
    std::int32_t event = above;
    for (std::int32_t j = above + 1; j < between; ++j) {
      const Token& token = sentence.tokens[static_cast<std::size_t>(j)];
      if (token.head == above && token.upos == Upos::NOUN &&
          !rules.senses(WordClass::noun, token.lemma).empty()) {
        event = j;
      }
    }
    company.head = event;
    company.deprel =
        sentence.tokens[static_cast<std::size_t>(event)].upos == Upos::VERB ? "obl" : "nmod";
  }
}

/// "said a volley of missiles hit the camp", with the subject of what is said read as the object of
/// saying.
void mend_reported_subjects(Sentence& sentence, const EventRules& rules) {
  const auto count = static_cast<std::int32_t>(sentence.tokens.size());
  for (std::int32_t i = 0; i < count; ++i) {
    Token& noun = sentence.tokens[static_cast<std::size_t>(i)];
    if (noun.deprel != "obj" || noun.head < 0 || noun.head > i) continue;
    const Token& saying = sentence.tokens[static_cast<std::size_t>(noun.head)];
    if (rules.effect(WordClass::verb, saying.lemma) != Effect::says) continue;
    for (std::int32_t j = i + 1; j < count; ++j) {
      const Token& said = sentence.tokens[static_cast<std::size_t>(j)];
      if (said.head != noun.head || said.deprel != "ccomp" || said.upos != Upos::VERB) continue;
      const bool finite = said.xpos == "VBD" || said.xpos == "VBZ" || said.xpos == "VBP";
      if (finite && !has_child(sentence, j, "nsubj") && !has_child(sentence, j, "mark")) {
        noun.head = j;
        noun.deprel = "nsubj";
      }
      break;
    }
  }
}

/// "U.S. and Pakistani teams", with the first modifier hung elsewhere.
void share_modifiers(Sentence& sentence) {
  const auto count = static_cast<std::int32_t>(sentence.tokens.size());
  for (std::int32_t i = 1; i + 2 < count; ++i) {
    const Token& conjunction = sentence.tokens[static_cast<std::size_t>(i)];
    Token& first = sentence.tokens[static_cast<std::size_t>(i - 1)];
    Token& second = sentence.tokens[static_cast<std::size_t>(i + 1)];
    const std::int32_t noun = conjunction.head;
    if (conjunction.deprel != "cc" || noun != i + 2 || second.head != noun) continue;
    if (second.deprel != "amod" || first.upos != Upos::PROPN || first.head == noun) continue;
    if (first.deprel != "flat" && first.deprel != "nmod") continue;
    // "the Emirates and Saudi Arabia" are two names
    if (sentence.tokens[static_cast<std::size_t>(noun)].upos == Upos::PROPN) continue;
    first.head = noun;
    first.deprel = "amod";
    second.head = i - 1;
    second.deprel = "conj";
  }
}

}  // namespace

void mend_phrases(Sentence& sentence, const EventRules& rules) {
  name_nouns(sentence);
  take_company_back(sentence, rules);
  mend_reported_subjects(sentence, rules);
  share_modifiers(sentence);
}

}  // namespace annals
