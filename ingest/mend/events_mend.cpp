#include "ingest/mend/events_mend.h"

#include <algorithm>
#include <vector>

#include "graph/ascii.h"
#include "ingest/actors/actors_phrases.h"
#include "ingest/mend/events_mend_agents.h"
#include "ingest/mend/events_mend_attach.h"
#include "ingest/mend/events_mend_bounds.h"
#include "ingest/mend/events_mend_clauses.h"
#include "ingest/mend/events_mend_listed.h"
#include "ingest/mend/events_mend_relatives.h"
#include "ingest/mend/events_mend_verbs.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

/// Puts words under the lemmas of the rules, and makes verbs of words that have an object and a
/// verb's form.
Sentence with_known_lemmas(const Sentence& sentence, const EventRules& rules) {
  Sentence known = sentence;
  std::vector<bool> predicate(known.tokens.size(), false);
  for (const Token& token : sentence.tokens) {
    if (token.head >= 0 && token.deprel == "obj")
      predicate[static_cast<std::size_t>(token.head)] = true;
  }
  for (std::size_t i = 0; i < known.tokens.size(); ++i) {
    Token& token = known.tokens[i];
    const bool named =
        token.upos == Upos::NOUN || token.upos == Upos::ADJ || token.upos == Upos::PROPN;
    if (named && predicate[i]) {
      const std::string_view lemma = rules.known_lemma(WordClass::verb, "", token.form);
      if (!lemma.empty()) {
        token.lemma = lemma;
        token.upos = Upos::VERB;
        token.xpos = token.form.ends_with("ed")    ? "VBD"
                     : token.form.ends_with("ing") ? "VBG"
                                                   : "VBZ";
        continue;
      }
    }
    // "Theresa May has held talks"
    if (token.upos == Upos::AUX && i > 0 && (token.form == "May" || token.form == "Will") &&
        sentence.tokens[i - 1].upos == Upos::PROPN) {
      make_proper(token);
      token.deprel = "flat";
      token.head = static_cast<std::int32_t>(i) - 1;
      continue;
    }
    // "combat troops", tagged as the participle of some verb
    if (token.xpos == "VBG" && token.upos == Upos::VERB && !token.form.ends_with("ing")) {
      token.upos = Upos::NOUN;
      token.xpos = "NN";
      token.deprel = "compound";
      token.lemma = token.form;
      continue;
    }
    // "the shelling of the town", tagged as a verb
    const bool nominal = token.deprel.starts_with("nsubj") || token.deprel == "obj" ||
                         is_relation(token.deprel, "nmod") || is_relation(token.deprel, "obl");
    if (token.upos == Upos::VERB && token.xpos == "VBG" && nominal) {
      const std::string_view lemma = rules.known_lemma(WordClass::noun, "", token.form);
      if (!lemma.empty() && !rules.senses(WordClass::noun, lemma).empty()) {
        token.lemma = lemma;
        token.upos = Upos::NOUN;
        token.xpos = "NN";
        continue;
      }
    }
    if (token.upos == Upos::VERB)
      token.lemma = rules.known_lemma(WordClass::verb, token.lemma, token.form);
    if (token.upos == Upos::NOUN)
      token.lemma = rules.known_lemma(WordClass::noun, token.lemma, token.form);
  }
  return known;
}

/// True for "hits" in the title "Rocket hits bus": a plural of a verb's form right before the noun,
/// with a noun that it follows.
bool is_title_verb(const Sentence& sentence, std::int32_t at, const EventRules& rules) {
  const Token& token = sentence.at(at);
  if (at == 0 || token.xpos != "NNS" || token.upos != Upos::NOUN) return false;
  const Token& before = sentence.at(at - 1);
  const Token& last = sentence.tokens.back();
  const bool doer = before.deprel == "compound" && (before.head == at || before.head == token.head);
  if (!doer || last.upos == Upos::PUNCT) return false;
  const std::string_view lemma = rules.known_lemma(WordClass::verb, "", token.form);
  return !lemma.empty() && lemma != token.form && !rules.senses(WordClass::verb, lemma).empty();
}

/// The participle before the root noun that is rather the verb of the sentence: "Norway suspended
/// trade talks."
std::int32_t hidden_verb(const Sentence& sentence, std::int32_t root, const EventRules& rules) {
  const Token& noun = sentence.at(root);
  if (noun.upos != Upos::NOUN && noun.upos != Upos::PROPN) return -1;
  std::int32_t verb = -1;
  std::int32_t doer = -1;
  for (std::int32_t i = 0; i < sentence.size(); ++i) {
    const Token& token = sentence.at(i);
    if (token.head != root) continue;
    if (token.deprel.starts_with("nsubj") || token.deprel == "cop") return -1;
    if (i >= root) continue;
    if (token.deprel == "compound" && is_title_verb(sentence, i, rules)) {
      verb = i;
      doer = i - 1;
      continue;
    }
    if (token.deprel == "compound" && verb < 0) doer = i;
    if (token.deprel == "amod" && token.upos == Upos::VERB && token.form.ends_with("ed")) verb = i;
  }
  return doer >= 0 && verb > doer ? verb : -1;
}

/// The first of two subjects of the root verb, which is then rather a clause that it reports:
/// "Norway suspended trade talks, an official said."
std::int32_t first_of_two_subjects(const Sentence& sentence, std::int32_t root) {
  std::int32_t first = -1;
  for (std::int32_t i = 0; i < sentence.size(); ++i) {
    const Token& token = sentence.at(i);
    if (token.head != root || token.deprel != "nsubj") continue;
    if (first >= 0) return first;
    first = i;
  }
  return -1;
}

/// Makes `verb` the root: what stands before it is its subject, the noun its object.
void raise_verb(Sentence& sentence, std::int32_t root, std::int32_t verb, const EventRules& rules) {
  const std::int32_t above = sentence.at(root).head;
  std::int32_t subject = -1;
  for (std::int32_t i = 0; i < verb; ++i) {
    const Token& token = sentence.at(i);
    if ((token.head == root || token.head == verb) && token.deprel == "compound") subject = i;
  }
  if (subject < 0) return;
  for (std::int32_t i = 0; i < sentence.size(); ++i) {
    Token& token = sentence.at(i);
    if (i == verb || i == root || i == subject || token.head != root) continue;
    if (i < verb) token.head = subject;
    if (token.deprel == "punct") token.head = verb;
    // ", killing two" behind the object tells what the verb does
    const bool aside =
        i > root && token.deprel == "acl" && token.xpos == "VBG" && sentence.at(i - 1).form == ",";
    if (aside) {
      token.head = verb;
      token.deprel = "advcl";
    }
  }
  Token& noun = sentence.at(root);
  noun.head = verb;
  noun.deprel = "obj";
  Token& doer = sentence.at(subject);
  doer.head = verb;
  doer.deprel = "nsubj";
  Token& predicate = sentence.at(verb);
  predicate.head = above;
  predicate.deprel = above < 0 ? "root" : "ccomp";
  predicate.xpos = predicate.upos == Upos::NOUN ? "VBZ" : "VBD";
  if (predicate.upos == Upos::NOUN)
    predicate.lemma = rules.known_lemma(WordClass::verb, "", predicate.form);
  predicate.upos = Upos::VERB;
}

bool is_abbreviation(const Token& token) {
  return token.form.size() > 2 && std::none_of(token.form.begin(), token.form.end(),
                                               [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "USAID provided shelter", with the name taken for the verb and the verb for an adjective of its
/// object: puts both right.
void lower_name(Sentence& sentence, std::int32_t root) {
  const std::int32_t verb = root + 1;
  if (!is_abbreviation(sentence.at(root)) || sentence.at(verb).deprel != "amod" ||
      !sentence.at(verb).form.ends_with("ed"))
    return;
  const std::int32_t object = sentence.at(verb).head;
  if (object <= verb || sentence.at(object).head != root) return;
  for (Token& token : sentence.tokens) {
    if (token.head == root) token.head = verb;
  }
  sentence.at(root).upos = Upos::PROPN;
  sentence.at(root).xpos = "NNP";
  sentence.at(root).head = verb;
  sentence.at(root).deprel = "nsubj";
  sentence.at(verb).upos = Upos::VERB;
  sentence.at(verb).xpos = "VBD";
  sentence.at(verb).head = -1;
  sentence.at(verb).deprel = "root";
  sentence.at(object).deprel = "obj";
}

/// "it is willing to withdraw", read like "it is easy to withdraw": whoever is willing is "it".
void mend_willing(Sentence& sentence, const EventRules& rules) {
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& adjective = sentence.tokens[i];
    if (adjective.upos != Upos::ADJ ||
        rules.effect(WordClass::adjective, adjective.lemma) == Effect::none)
      continue;
    Token* empty_subject = nullptr;
    Token* clause = nullptr;
    for (Token& token : sentence.tokens) {
      if (token.head != static_cast<std::int32_t>(i)) continue;
      if (token.deprel == "expl") empty_subject = &token;
      if (token.deprel == "csubj" || token.deprel == "xcomp") clause = &token;
    }
    if (empty_subject == nullptr || clause == nullptr || clause->xpos != "VB") continue;
    empty_subject->deprel = "nsubj";
    clause->deprel = "xcomp";
  }
}

/// Where the noun phrase that begins at `first` has its head; -1 when none begins there.
std::int32_t phrase_head(const Sentence& sentence, std::int32_t first, const EventRules& rules) {
  std::int32_t head = -1;
  for (std::int32_t i = first; i < sentence.size(); ++i) {
    const Token& token = sentence.at(i);
    const std::string_view word = token.lemma;
    if (rules.in_list("time", word) || rules.in_list("time", lowered(word))) break;
    const bool noun = is_nominal(token);
    const bool before_noun = token.upos == Upos::DET || token.upos == Upos::ADJ ||
                             token.upos == Upos::NUM || token.deprel == "nmod:poss";
    if (noun) {
      head = i;
    } else if (!before_noun || head >= 0) {
      break;
    }
  }
  return head;
}

/// "Israeli tanks shelled positions of the army.": a full sentence that was read as one noun phrase
/// with a participle in it. The noun before the participle is the subject, the one after it the
/// object.
void restore_predicate(Sentence& sentence, std::int32_t root, const EventRules& rules) {
  const std::int32_t count = sentence.size();
  const bool nominal = is_nominal(sentence.at(root));
  if (!nominal || sentence.at(count - 1).form != ".") return;
  std::int32_t verb = -1;
  std::int32_t doer = -1;  // what the tree has for a subject of the noun
  for (std::int32_t i = 0; i < count; ++i) {
    if (sentence.at(i).head == root && sentence.at(i).deprel == "cop") return;
    if (sentence.at(i).head == root && sentence.at(i).deprel.starts_with("nsubj")) doer = i;
    const bool participle = sentence.at(i).upos == Upos::VERB &&
                            (sentence.at(i).xpos == "VBN" || sentence.at(i).xpos == "VBD") &&
                            (sentence.at(i).deprel == "amod" || sentence.at(i).deprel == "acl");
    const bool follows = i > 0 && is_nominal(sentence.at(i - 1));
    if (participle && follows && verb < 0) verb = i;
  }
  if (verb < 0) return;
  if (doer >= 0 && doer != verb - 1) return;
  // "The shooting of protesters by police sparked anger": the noun that has the rest below it.
  const std::int32_t subject = root < verb ? root : verb - 1;
  const std::int32_t object = phrase_head(sentence, verb + 1, rules);
  const std::string_view next = verb + 1 < count ? sentence.at(verb + 1).lemma : std::string_view();
  const auto senses = rules.senses(WordClass::verb, sentence.at(verb).lemma);
  const bool prepositional = std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
    return !sense.particle.empty() && sense.particle == next;
  });
  if (object < 0 && !prepositional) return;
  for (std::int32_t i = 0; i < count; ++i) {
    Token& token = sentence.at(i);
    if (i == verb || i == subject || i == object) continue;
    const bool left = i < verb;
    if (left && token.head == subject && is_relation(token.deprel, "obl")) {
      token.head = verb;
      continue;
    }
    if (left && (token.head < 0 || token.head >= verb)) {
      token.head = subject;
      if (token.deprel == "root") token.deprel = "compound";
    } else if (i > verb && i < object && (token.head < verb || token.head > object)) {
      token.head = object;
    } else if (i > verb && i > object && (token.head < 0 || token.head < verb)) {
      token.head = token.head == object ? object : verb;
      if (token.deprel == "nmod") token.deprel = "obl";
    }
  }
  sentence.at(subject).head = verb;
  sentence.at(subject).deprel = "nsubj";
  if (object >= 0) {
    sentence.at(object).head = verb;
    sentence.at(object).deprel = "obj";
  }
  sentence.at(verb).head = -1;
  sentence.at(verb).deprel = "root";
  sentence.at(verb).xpos = "VBD";
}

}  // namespace

Sentence mended(const Sentence& sentence, const EventRules& rules) {
  Sentence known = with_known_lemmas(sentence, rules);
  for (std::size_t i = 0; i + 1 < known.tokens.size(); ++i) {
    if (known.tokens[i].head < 0) {
      lower_name(known, static_cast<std::int32_t>(i));
      break;
    }
  }
  mend_perfects(known);
  mend_attachments(known, rules);
  mend_agents(known, rules);
  mend_bounds(known, rules);
  mend_relatives(known, rules);
  mend_verbs(known);
  mend_listed(known, rules);
  mend_willing(known, rules);
  mend_phrases(known, rules);
  for (std::size_t i = 0; i < known.tokens.size(); ++i) {
    if (known.tokens[i].head >= 0) continue;
    const auto root = static_cast<std::int32_t>(i);
    const std::int32_t clause = first_of_two_subjects(known, root);
    const std::int32_t said = clause < 0 ? -1 : hidden_verb(known, clause, rules);
    if (said >= 0) raise_verb(known, clause, said, rules);
    if (const std::int32_t verb = hidden_verb(known, root, rules); verb >= 0) {
      raise_verb(known, root, verb, rules);
    } else {
      restore_predicate(known, root, rules);
    }
    break;
  }
  return known;
}

}  // namespace annals
