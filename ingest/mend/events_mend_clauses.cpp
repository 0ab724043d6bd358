#include "ingest/mend/events_mend_clauses.h"

#include <algorithm>

#include "ingest/trees/relations.h"

namespace annals {
namespace {

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

/// "were killed in shelling in Aleppo", with the noun taken for a gerund.
void name_gerunds(Sentence& sentence, const EventRules& rules) {
  for (std::size_t i = 1; i < sentence.tokens.size(); ++i) {
    Token& token = sentence.tokens[i];
    Token& before = sentence.tokens[i - 1];
    const auto at = static_cast<std::int32_t>(i);
    if (token.xpos != "VBG" || token.deprel != "advcl" || before.lemma != "in" ||
        before.head != at || has_child(sentence, at, "obj") || has_child(sentence, at, "nsubj"))
      continue;
    const std::string_view noun = rules.known_lemma(WordClass::noun, "", token.form);
    if (rules.senses(WordClass::noun, noun).empty()) continue;
    token.upos = Upos::NOUN;
    token.xpos = "NN";
    token.deprel = "obl";
    token.lemma = noun;
    before.deprel = "case";
    for (Token& child : sentence.tokens)
      if (child.head == at && child.deprel == "obl") child.deprel = "nmod";
  }
}

bool is_time_or_place(const Sentence& sentence, std::int32_t at) {
  const Token& token = sentence.at(at);
  if (token.deprel == "obl:unmarked" || token.deprel == "nmod:unmarked") return true;
  return sentence.in_name(at, NameKind::location);
}

/// "his talks last month in Washington with the president": who takes part belongs to the talks,
/// not to the time or the place that stands between.
void take_company_back(Sentence& sentence, const EventRules& rules) {
  for (std::int32_t i = 0; i < sentence.size(); ++i) {
    Token& company = sentence.at(i);
    const std::int32_t between = company.head;
    if (between < 0 || between > i || !company.deprel.starts_with("nmod")) continue;
    if (!has_child(sentence, i, "case", "with") || !is_time_or_place(sentence, between)) continue;
    const std::int32_t above = sentence.at(between).head;
    if (above < 0 || above > between) continue;
    std::int32_t event = above;
    for (std::int32_t j = above + 1; j < between; ++j) {
      const Token& token = sentence.at(j);
      if (token.head == above && token.upos == Upos::NOUN &&
          !rules.senses(WordClass::noun, token.lemma).empty()) {
        event = j;
      }
    }
    company.head = event;
    company.deprel = sentence.at(event).upos == Upos::VERB ? "obl" : "nmod";
  }
}

/// "said a volley of missiles hit the camp", with the subject of what is said read as the object of
/// saying.
void mend_reported_subjects(Sentence& sentence, const EventRules& rules) {
  const std::int32_t count = sentence.size();
  for (std::int32_t i = 0; i < count; ++i) {
    Token& noun = sentence.at(i);
    if (noun.deprel != "obj" || noun.head < 0 || noun.head > i) continue;
    const Token& saying = sentence.at(noun.head);
    if (rules.effect(WordClass::verb, saying.lemma) != Effect::says) continue;
    for (std::int32_t j = i + 1; j < count; ++j) {
      const Token& said = sentence.at(j);
      if (said.head != noun.head || said.deprel != "ccomp") continue;
      // "said the plan, after weeks of talks, would be dropped"
      const bool passive = has_child(sentence, j, "aux:pass");
      const bool finite = (said.upos == Upos::VERB && is_finite(said)) || passive ||
                          has_child(sentence, j, "aux") || has_child(sentence, j, "cop");
      if (finite && first_child(sentence, j, "nsubj") < 0 && !has_child(sentence, j, "mark")) {
        noun.head = j;
        noun.deprel = passive ? "nsubj:pass" : "nsubj";
      }
      break;
    }
  }
}

/// "said soldiers committed abuses", read as saying soldiers who committed them.
void mend_reported_clauses(Sentence& sentence, const EventRules& rules) {
  const std::int32_t count = sentence.size();
  for (std::int32_t i = 1; i < count; ++i) {
    Token& said = sentence.at(i);
    const std::int32_t noun = said.head;
    if (said.deprel != "acl" || said.upos != Upos::VERB || noun < 0 || noun != i - 1) continue;
    if (said.xpos != "VBN" && said.xpos != "VBD") continue;
    Token& subject = sentence.at(noun);
    if (subject.deprel != "obj" || subject.head < 0 || subject.head > noun) continue;
    const Token& saying = sentence.at(subject.head);
    constexpr std::string_view bare[] = {"say", "claim", "report", "allege"};  // "said (that)"
    if (std::find(std::begin(bare), std::end(bare), saying.lemma) == std::end(bare) ||
        rules.effect(WordClass::verb, saying.lemma) == Effect::none ||
        !has_child(sentence, i, "obj"))
      continue;
    said.head = subject.head;
    said.deprel = "ccomp";
    said.xpos = "VBD";
    subject.head = i;
    subject.deprel = "nsubj";
  }
}

/// "The Red Cross operating in Iraq said": the participle describes who says it.
void mend_participle_subjects(Sentence& sentence) {
  const std::int32_t count = sentence.size();
  for (std::int32_t i = 1; i < count; ++i) {
    Token& participle = sentence.at(i);
    const bool clause = participle.deprel == "csubj" || participle.deprel == "advcl";
    if (!clause || participle.xpos != "VBG" || participle.head < i ||
        has_child(sentence, participle.head, "nsubj"))
      continue;
    for (std::int32_t j = 0; j < i; ++j) {
      Token& doer = sentence.at(j);
      if (doer.head != i || doer.deprel != "nsubj") continue;
      doer.head = participle.head;
      participle.head = j;
      participle.deprel = "acl";
      break;
    }
  }
}

/// "NATO confirmed it would tighten the blockade", with the saying hung on what is said.
void mend_hung_saying(Sentence& sentence, const EventRules& rules) {
  const std::int32_t count = sentence.size();
  for (std::int32_t i = 1; i < count; ++i) {
    Token& saying = sentence.at(i);
    const std::int32_t said = saying.head;
    const bool finite = saying.xpos == "VBD" || saying.xpos == "VBZ";
    if (saying.deprel != "advcl" || !finite || said < i + 2) continue;
    if (rules.effect(WordClass::verb, saying.lemma) != Effect::says ||
        !has_child(sentence, i, "nsubj") || has_child(sentence, i, "mark"))
      continue;
    const auto between = std::find_if(
        sentence.tokens.begin() + i, sentence.tokens.begin() + said,
        [&](const Token& token) { return token.head == said && token.deprel == "nsubj"; });
    const bool comma = std::any_of(sentence.tokens.begin() + i, between,
                                   [](const Token& token) { return token.form == ","; });
    if (between == sentence.tokens.begin() + said || comma) continue;
    Token& content = sentence.at(said);
    saying.head = content.head;
    saying.deprel = content.deprel;
    content.head = i;
    content.deprel = "ccomp";
  }
}

/// "Jets destroyed depots, the army said", with both nouns read as subjects of saying.
void mend_told_clauses(Sentence& sentence, const EventRules& rules) {
  const std::int32_t count = sentence.size();
  for (std::int32_t i = 1; i < count; ++i) {
    Token& told = sentence.at(i);
    const std::int32_t object = told.head;
    const bool participle = told.deprel == "amod" && told.upos == Upos::VERB &&
                            (told.xpos == "VBN" || told.xpos == "VBD");
    if (!participle || object < i) continue;
    Token& noun = sentence.at(object);
    Token& doer = sentence.at(i - 1);
    const std::int32_t saying = noun.head;
    if (noun.deprel != "nsubj" || doer.deprel != "nsubj" || saying < object || doer.head != saying)
      continue;
    if (rules.effect(WordClass::verb, sentence.at(saying).lemma) != Effect::says) continue;
    told.head = saying;
    told.deprel = "ccomp";
    told.xpos = "VBD";
    doer.head = i;
    noun.head = i;
    noun.deprel = "obj";
  }
}

/// "U.S. and Pakistani teams", with the first modifier hung elsewhere.
void share_modifiers(Sentence& sentence) {
  const std::int32_t count = sentence.size();
  for (std::int32_t i = 1; i + 2 < count; ++i) {
    const Token& conjunction = sentence.at(i);
    Token& first = sentence.at(i - 1);
    Token& second = sentence.at(i + 1);
    const std::int32_t noun = conjunction.head;
    if (conjunction.deprel != "cc" || noun != i + 2 || second.head != noun) continue;
    if (second.deprel != "amod" || first.upos != Upos::PROPN || first.head == noun) continue;
    if (first.deprel != "flat" && first.deprel != "nmod") continue;
    // "the Emirates and Saudi Arabia" are two names
    if (sentence.at(noun).upos == Upos::PROPN) continue;
    first.head = noun;
    first.deprel = "amod";
    second.head = i - 1;
    second.deprel = "conj";
  }
}

/// "are striking rebel positions", read as what they are: "be" before a participle that has a noun
/// phrase behind it is the progressive.
void mend_progressive(Sentence& sentence) {
  const std::int32_t count = sentence.size();
  for (std::int32_t be = 0; be + 2 < count; ++be) {
    if (sentence.at(be).deprel != "cop" || sentence.at(be).lemma != "be") continue;
    std::int32_t verb = be + 1;
    while (verb + 1 < count &&
           (sentence.at(verb).upos == Upos::ADV || sentence.at(verb).form == "\""))
      ++verb;
    const std::int32_t noun = sentence.at(be).head;
    const bool participle = sentence.at(verb).upos == Upos::VERB &&
                            sentence.at(verb).xpos == "VBG" && sentence.at(verb).deprel == "amod" &&
                            sentence.at(verb).head == noun;
    if (!participle || noun < verb + 2 || sentence.at(verb + 1).upos == Upos::ADJ) continue;
    sentence.at(verb).head = sentence.at(noun).head;
    sentence.at(verb).deprel = sentence.at(noun).deprel;
    for (std::int32_t i = 0; i < count; ++i) {
      if (sentence.at(i).head != noun || i == verb) continue;
      const std::string_view relation = sentence.at(i).deprel;
      const bool clausal = i < verb || relation == "punct" || relation == "parataxis" ||
                           relation == "advcl" || relation.starts_with("obl") ||
                           relation == "advmod";
      if (clausal) sentence.at(i).head = verb;
    }
    sentence.at(noun).head = verb;
    sentence.at(noun).deprel = "obj";
    sentence.at(be).head = verb;
    sentence.at(be).deprel = "aux";
    sentence.at(be).upos = Upos::AUX;
  }
}

}  // namespace

void mend_phrases(Sentence& sentence, const EventRules& rules) {
  name_nouns(sentence);
  name_gerunds(sentence, rules);
  take_company_back(sentence, rules);
  mend_reported_subjects(sentence, rules);
  mend_reported_clauses(sentence, rules);
  mend_participle_subjects(sentence);
  mend_hung_saying(sentence, rules);
  mend_told_clauses(sentence, rules);
  share_modifiers(sentence);
  mend_progressive(sentence);
}

}  // namespace annals
