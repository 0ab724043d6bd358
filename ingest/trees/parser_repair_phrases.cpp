#include <algorithm>
#include <array>

#include "ingest/trees/parser_repair.h"

#include "graph/calendar_names.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

bool is_bare_time(std::string_view form) {
  return one_of(form, {"today", "yesterday", "tonight", "tomorrow"}) || find_weekday(form);
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
  Token& time = sentence.at(word);
  const std::int32_t verb = time.head;
  const bool placed = time.deprel == "nsubj" || time.deprel == "obl:unmarked" ||
                      time.deprel == "obl" || time.deprel == "nsubj:pass";
  if (!placed || verb <= word || sentence.at(verb).upos != Upos::VERB ||
      has_subject(sentence, verb, word))
    return;
  const std::int32_t noun = word - 1;
  if (noun < 0 || sentence.at(noun).head != word) return;
  const bool modifier = sentence.at(noun).deprel == "compound" ||
                        sentence.at(noun).deprel == "amod" || sentence.at(noun).deprel == "flat" ||
                        sentence.at(noun).deprel == "nmod";
  const bool adjective =
      sentence.at(noun).upos == Upos::ADJ && noun > 0 && sentence.at(noun - 1).head == noun;
  if (!modifier || (!is_nominal(sentence.at(noun)) && !adjective)) return;
  for (std::int32_t i = 0; i < noun; ++i) {
    Token& before = sentence.at(i);
    if (before.head != word) continue;
    if (before.deprel == "case") return;
    before.head = noun;
  }
  if (adjective) sentence.at(noun).upos = Upos::NOUN;
  sentence.at(noun).head = verb;
  sentence.at(noun).deprel = time.deprel == "nsubj:pass" ? "nsubj:pass" : "nsubj";
  time.deprel = "obl:unmarked";
}

/// "kidnapped up to 16 advisers": an amount of what is kidnapped, not a direction.
void mend_amount(Sentence& sentence, std::int32_t word) {
  Token& up = sentence.at(word);
  Token& to = sentence.at(word + 1);
  const Token& number = sentence.at(word + 2);
  const std::int32_t verb = up.head;
  const std::int32_t counted = to.head;
  if (verb < 0 || verb != word - 1 || sentence.at(verb).upos != Upos::VERB) return;
  if (counted <= word + 1 || number.head < word + 2) return;
  const bool directs = up.deprel == "compound:prt" || up.deprel == "advmod" || up.deprel == "case";
  if (!directs || to.deprel != "case" || !sentence.at(counted).deprel.starts_with("obl") ||
      sentence.at(counted).head != verb)
    return;
  up.head = word + 2;
  up.deprel = "advmod";
  to.head = word;
  to.deprel = "fixed";
  sentence.at(counted).deprel = "obj";
}

bool has_child_before(const Sentence& sentence, std::int32_t word, std::string_view relation) {
  for (std::int32_t i = 0; i < word; ++i) {
    if (sentence.at(i).head == word && sentence.at(i).deprel == relation) return true;
  }
  return false;
}

bool is_auxiliary_form(std::string_view form) {
  static constexpr std::array<std::string_view, 18> words = {
      "Is",  "Are", "Was", "Were", "Be",   "Being", "Been",  "Has",   "Have",
      "Had", "Do",  "Did", "Does", "Will", "Can",   "Could", "Would", "Should"};
  return one_of(form, words);
}

/// The first word, which was read as an exclamation, an auxiliary or an adverb, may be the subject
/// of `verb`: a name of a word's length, or "both".
bool may_be_subject(const Token& first) {
  if (first.form == "Both" || first.form == "All") return first.deprel == "advmod";
  const bool called = first.deprel == "discourse" || first.deprel == "vocative";
  const bool auxiliary = first.deprel.starts_with("aux") && first.xpos != "MD" &&
                         first.upos != Upos::PART && !is_auxiliary_form(first.form);
  const bool word = first.upos == Upos::INTJ || first.upos == Upos::PROPN ||
                    first.upos == Upos::NOUN || first.upos == Upos::VERB || first.upos == Upos::AUX;
  return word && (called || auxiliary) && (first.upos != Upos::INTJ || first.form.size() > 3);
}

/// "his rival Khan", both hung on one word by one relation.
void mend_described_name(Sentence& sentence, std::int32_t word) {
  Token& name = sentence.at(word);
  Token& noun = sentence.at(word - 1);
  if (name.xpos != "NNP" || noun.xpos != "NN" || name.head < 0 || name.head != noun.head ||
      is_bare_time(name.form) || find_month(name.form) || has_child(sentence, word, "case") ||
      !one_of(noun.deprel, {"obj", "iobj", "obl", "nmod"}))
    return;
  const bool told = noun.deprel == "iobj" && name.deprel == "obj";
  if (name.deprel != noun.deprel && !told) return;
  for (std::int32_t i = 0; i < word - 1; ++i) {
    Token& marker = sentence.at(i);
    if (marker.head == word - 1 && marker.deprel == "case") marker.head = word;
  }
  name.deprel = noun.deprel;
  noun.head = word;
  noun.deprel = "nmod:desc";
}

/// "ministers meeting in Oslo", with the ministers before a meeting.
void mend_meeting(Sentence& sentence, std::int32_t word) {
  Token& meeting = sentence.at(word);
  Token& people = sentence.at(word - 1);
  if (meeting.form != "meeting" || meeting.xpos != "NN" || people.xpos != "NNS" ||
      people.head != word || people.deprel != "compound" ||
      sentence.at(word + 1).upos != Upos::ADP || has_child(sentence, word, "det") ||
      has_child(sentence, word, "nmod:poss"))
    return;
  people.head = meeting.head;
  people.deprel = meeting.deprel;
  meeting.head = word - 1;
  meeting.deprel = "acl";
  meeting.upos = Upos::VERB;
  meeting.xpos = "VBG";
  for (std::int32_t i = 0; i < sentence.size(); ++i) {
    Token& token = sentence.at(i);
    if (token.head != word) continue;
    if (i < word) token.head = word - 1;
    if (token.deprel == "nmod") token.deprel = "obl";
  }
}

/// A noun is the subject, or the name right behind it, which it then describes: "Director Khan".
void make_subject(Sentence& sentence, std::int32_t noun, std::int32_t verb) {
  const std::int32_t name = noun + 1;
  const bool named = sentence.at(name).upos == Upos::PROPN && sentence.at(name).head == noun &&
                     sentence.at(name).deprel == "flat";
  const std::int32_t subject = named ? name : noun;
  if (named) {
    sentence.at(noun).head = name;
    sentence.at(noun).deprel = "nmod:desc";
  }
  sentence.at(subject).head = verb;
  sentence.at(subject).deprel = "nsubj";
}

}  // namespace

void mend_described_names(Sentence& sentence) {
  for (std::int32_t i = 1; i < sentence.size(); ++i) mend_described_name(sentence, i);
}

void mend_meetings(Sentence& sentence) {
  for (std::int32_t i = 1; i + 1 < sentence.size(); ++i) mend_meeting(sentence, i);
}

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

void mend_gerunds(Sentence& sentence) {
  for (std::int32_t i = 1; i < sentence.size(); ++i) {
    Token& token = sentence.at(i);
    const bool nominal = one_of(token.deprel, {"obj", "nsubj", "nsubj:pass", "obl", "nmod"});
    if (token.xpos != "VBG" || !nominal || has_child(sentence, i, "obj") ||
        !(has_child_before(sentence, i, "det") || has_child_before(sentence, i, "nmod:poss")))
      continue;
    token.upos = Upos::NOUN;
    token.xpos = "NN";
    token.feats = "Number=Sing";
  }
}

void mend_described_subjects(Sentence& sentence) {
  for (std::int32_t i = 0; i + 1 < sentence.size(); ++i) {
    Token& participle = sentence.at(i);
    const std::int32_t verb = participle.head;
    const std::int32_t noun = first_child(sentence, i, "obj");
    if (participle.xpos != "VBG" || participle.deprel != "csubj" || noun < i || verb < noun ||
        has_subject(sentence, verb, i))
      continue;
    // "killing civilians angers people", "leading the poll angers him" have an object
    const bool one = sentence.at(noun).xpos == "NN" || sentence.at(noun).upos == Upos::PROPN;
    const Upos next = sentence.at(i + 1).upos;
    const bool described = next == Upos::NOUN || next == Upos::PROPN || next == Upos::ADJ;
    if (!one || !described || has_child(sentence, noun, "det")) continue;
    for (Token& token : sentence.tokens) {
      if (token.head == i) token.head = one_of(token.deprel, {"compound", "amod"}) ? noun : verb;
    }
    make_subject(sentence, noun, verb);
    participle.head = noun;
    participle.deprel = "amod";
  }
}

void mend_first_word(Sentence& sentence) {
  const std::int32_t count = sentence.size();
  std::int32_t first = 0;
  while (first < count && sentence.at(first).upos == Upos::PUNCT) ++first;
  if (first + 1 >= count || !may_be_subject(sentence.at(first))) return;
  const std::int32_t verb = sentence.at(first).head;
  if (verb <= first || sentence.at(verb).upos != Upos::VERB || has_subject(sentence, verb, first))
    return;
  const std::string_view tag = sentence.at(verb).xpos;
  if (tag != "VBD" && tag != "VBZ" && tag != "VBN") return;
  for (const Token& token : sentence.tokens) {
    const bool empty = token.deprel == "expl" || token.deprel.starts_with("csubj");
    if (token.head == verb && empty) return;
  }
  const bool auxiliary = sentence.at(first).deprel.starts_with("aux");
  sentence.at(first).deprel = "nsubj";
  if (sentence.at(first).upos == Upos::ADV || sentence.at(first).upos == Upos::DET) return;
  sentence.at(first).upos = Upos::PROPN;
  sentence.at(first).xpos = "NNP";
  sentence.at(first).feats = "Number=Sing";
  if (auxiliary && tag == "VBN") sentence.at(verb).xpos = "VBD";
}

}  // namespace annals
