#include "ingest/events_mend.h"

#include <algorithm>
#include <vector>

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
    // "the shelling of the town", tagged as a verb
    const bool nominal = token.deprel.starts_with("nsubj") || token.deprel == "obj" ||
                         token.deprel == "nmod" || token.deprel == "obl";
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

/// The participle before the root noun that is rather the verb of the sentence: "Chile suspended
/// trade talks."
std::int32_t hidden_verb(const Sentence& sentence, std::int32_t root) {
  const Token& noun = sentence.tokens[static_cast<std::size_t>(root)];
  if (noun.upos != Upos::NOUN && noun.upos != Upos::PROPN) return -1;
  std::int32_t verb = -1;
  std::int32_t doer = -1;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(sentence.tokens.size()); ++i) {
    const Token& token = sentence.tokens[static_cast<std::size_t>(i)];
    if (token.head != root) continue;
    if (token.deprel.starts_with("nsubj") || token.deprel == "cop") return -1;
    if (i >= root) continue;
    if (token.deprel == "compound" && verb < 0) doer = i;
    if (token.deprel == "amod" && token.upos == Upos::VERB && token.form.ends_with("ed")) verb = i;
  }
  return doer >= 0 && verb > doer ? verb : -1;
}

/// Makes `verb` the root: what stands before it is its subject, the noun its object.
void raise_verb(Sentence& sentence, std::int32_t root, std::int32_t verb) {
  std::int32_t subject = -1;
  for (std::int32_t i = 0; i < verb; ++i) {
    const Token& token = sentence.tokens[static_cast<std::size_t>(i)];
    if (token.head == root && token.deprel == "compound") subject = i;
  }
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(sentence.tokens.size()); ++i) {
    Token& token = sentence.tokens[static_cast<std::size_t>(i)];
    if (i == verb || i == root || i == subject || token.head != root) continue;
    if (i < verb) token.head = subject;
    if (token.deprel == "punct") token.head = verb;
  }
  Token& noun = sentence.tokens[static_cast<std::size_t>(root)];
  noun.head = verb;
  noun.deprel = "obj";
  Token& doer = sentence.tokens[static_cast<std::size_t>(subject)];
  doer.head = verb;
  doer.deprel = "nsubj";
  Token& predicate = sentence.tokens[static_cast<std::size_t>(verb)];
  predicate.head = -1;
  predicate.deprel = "root";
  predicate.xpos = "VBD";
}

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

}  // namespace

Sentence mended(const Sentence& sentence, const EventRules& rules) {
  Sentence known = with_known_lemmas(sentence, rules);
  name_nouns(known);
  take_company_back(known, rules);
  for (std::size_t i = 0; i < known.tokens.size(); ++i) {
    if (known.tokens[i].head >= 0) continue;
    const auto root = static_cast<std::int32_t>(i);
    if (const std::int32_t verb = hidden_verb(known, root); verb >= 0)
      raise_verb(known, root, verb);
    break;
  }
  return known;
}

}  // namespace annals
