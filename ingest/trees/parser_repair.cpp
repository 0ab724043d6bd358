#include "ingest/trees/parser_repair.h"

#include <algorithm>
#include <array>

#include "graph/calendar_names.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

bool is_day(std::string_view form) { return find_weekday(form).has_value(); }

/// True for the word that the other one of "December 25" hangs on.
bool is_month_day(const Sentence& sentence, std::int32_t word) {
  const std::int32_t count = sentence.size();
  const auto is_month = [&](std::int32_t i) { return find_month(sentence.at(i).form).has_value(); };
  if (sentence.at(word).upos == Upos::NUM)
    return word > 0 && sentence.at(word - 1).head == word && is_month(word - 1);
  return is_month(word) && word + 1 < count && sentence.at(word + 1).upos == Upos::NUM &&
         sentence.at(word + 1).head == word;
}

template <typename Test>
bool any_child(const Sentence& sentence, std::int32_t head, const Test& test) {
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i)
    if (sentence.tokens[i].head == head && test(i)) return true;
  return false;
}

bool is_predicate(const Sentence& sentence, std::int32_t word) {
  const Token& token = sentence.at(word);
  return token.upos == Upos::VERB || any_child(sentence, word, [&](std::size_t i) {
           return sentence.tokens[i].deprel == "cop";
         });
}

/// True when `above` is `word` or stands over it.
bool stands_over(const Sentence& sentence, std::int32_t above, std::int32_t word) {
  while (word >= 0 && word != above) word = sentence.at(word).head;
  return word == above;
}

void mend_day(Sentence& sentence, std::int32_t word) {
  Token& day = sentence.at(word);
  const bool marked = any_child(sentence, word, [&](std::size_t i) {
    return one_of(sentence.tokens[i].deprel, {"case", "det", "nmod:poss", "cop", "conj"});
  });
  if (marked || day.head < 0) return;
  if (is_predicate(sentence, day.head)) {
    if (one_of(day.deprel, {"obj", "iobj", "vocative", "advmod", "dep", "flat", "appos", "obl"})) {
      day.deprel = "obl:unmarked";
    } else if (one_of(day.deprel, {"nsubj", "nsubj:pass"})) {
      // "Monday marked the end" has a day for its subject; "said Tuesday" and a second one do not.
      const bool second = any_child(sentence, day.head, [&](std::size_t i) {
        return static_cast<std::int32_t>(i) != word &&
               one_of(sentence.tokens[i].deprel, {"nsubj", "nsubj:pass"});
      });
      if (second || word > day.head) day.deprel = "obl:unmarked";
    }
    return;
  }
  const Token& head = sentence.at(day.head);
  // "the talks Monday" are of that day, "in Abuja Saturday" is not
  const bool of_name = day.deprel == "nmod:unmarked" && head.upos == Upos::PROPN;
  if (day.head > word || (!of_name && !one_of(day.deprel, {"flat", "appos", "nmod", "compound",
                                                           "dep", "obj", "obl:unmarked"})))
    return;
  if (is_day(head.form) || head.upos == Upos::NUM) return;  // part of a date
  std::int32_t verb = head.head;
  while (verb >= 0 && !is_predicate(sentence, verb)) verb = sentence.at(verb).head;
  if (verb < 0) return;
  day.head = verb;
  day.deprel = "obl:unmarked";
}

/// "arrived in Prague Friday evening", read as one phrase of time: the preposition is the place's.
void mend_place_of_evening(Sentence& sentence, std::int32_t day) {
  const std::int32_t place = day - 1;
  const std::int32_t part = day + 1;
  if (place < 1 || part >= sentence.size() ||
      !one_of(sentence.at(part).form, {"morning", "afternoon", "evening", "night"}))
    return;
  Token& evening = sentence.at(part);
  const Token& name = sentence.at(place);
  if (name.head != part || evening.head < 0 ||
      (name.upos != Upos::PROPN && name.upos != Upos::NOUN) || is_day(name.form))
    return;
  std::int32_t marker = -1;
  for (std::int32_t i = 0; i < place; ++i) {
    if (sentence.at(i).head == part && sentence.at(i).deprel == "case") marker = i;
  }
  if (marker < 0) return;
  for (std::int32_t i = marker; i < place; ++i) {
    if (sentence.at(i).head == part) sentence.at(i).head = place;
  }
  sentence.at(place).head = evening.head;
  sentence.at(place).deprel = is_predicate(sentence, evening.head) ? "obl" : "nmod";
  evening.deprel = "obl:unmarked";
  sentence.at(day).head = part;
  sentence.at(day).deprel = "compound";
}

/// "the September 11, 2001 attacks", with the attacks beside their date: article, preposition and
/// date are the noun's that they stand before.
void mend_dated_noun(Sentence& sentence, std::int32_t word) {
  const std::int32_t count = sentence.size();
  if (sentence.at(word).upos != Upos::NUM || sentence.at(word).head < 0 ||
      !any_child(sentence, word, [&](std::size_t i) { return sentence.tokens[i].deprel == "det"; }))
    return;
  std::int32_t noun = word + 1;
  while (noun < count && (sentence.at(noun).form == "," || sentence.at(noun).upos == Upos::NUM))
    ++noun;
  while (noun + 1 < count && sentence.at(noun).head == noun + 1) ++noun;  // "terror attacks"
  if (noun >= count || sentence.at(noun).upos != Upos::NOUN ||
      sentence.at(noun).head != sentence.at(word).head ||
      any_child(sentence, noun, [&](std::size_t i) {
        return one_of(sentence.tokens[i].deprel, {"case", "det", "nmod:poss"});
      }))
    return;
  for (std::int32_t i = 0; i < word; ++i)
    if (sentence.at(i).head == word && one_of(sentence.at(i).deprel, {"det", "case"}))
      sentence.at(i).head = noun;
  sentence.at(noun).deprel = sentence.at(word).deprel;
  sentence.at(word).head = noun;
  sentence.at(word).deprel = "compound";
}

/// "the largest since the founding of the republic in 1949": a year or a month right behind what is
/// counted from is that one's, not the day of what is said.
void mend_year(Sentence& sentence, std::int32_t word) {
  Token& year = sentence.at(word);
  const bool time =
      (year.upos == Upos::NUM && year.form.size() == 4) || find_month(year.form).has_value();
  if (word < 3 || year.head < 0 || !time || sentence.at(word - 1).form != "in") return;
  const auto is_since = [&](std::size_t i) {
    return sentence.tokens[i].deprel == "case" && sentence.tokens[i].form == "since";
  };
  for (std::int32_t i = word - 2; i > 0; --i) {
    Token& from = sentence.at(i);
    if (from.head != year.head || !any_child(sentence, i, is_since)) continue;
    for (std::int32_t between = i + 1; between < word - 1; ++between)
      if (!stands_over(sentence, i, between)) return;
    if (from.upos == Upos::NUM || i == year.head) return;
    year.head = i;
    year.deprel = "nmod";
    return;
  }
}

bool is_said(const Token& token) {
  return token.upos == Upos::VERB && one_of(token.form, {"said", "says", "added"});
}

/// "Iran on Monday warned": a day with "on" behind a subject is when the verb happened, unless the
/// subject is itself something that happens ("the attack on Monday").
void mend_day_of_subject(Sentence& sentence, std::int32_t word) {
  Token& day = sentence.at(word);
  if (day.head < 0 || day.head > word || day.deprel != "nmod") return;
  const bool on = any_child(sentence, word, [&](std::size_t i) {
    return sentence.tokens[i].deprel == "case" && one_of(sentence.tokens[i].form, {"on", "late"});
  });
  std::int32_t subject = day.head;
  while (subject >= 0 && one_of(sentence.at(subject).deprel, {"flat", "compound", "appos"}))
    subject = sentence.at(subject).head;
  if (!on || subject < 0) return;
  const Token& head = sentence.at(subject);
  if (head.deprel != "nsubj" || head.head < word || !is_predicate(sentence, head.head)) return;
  if (head.upos != Upos::PROPN && !is_said(sentence.at(head.head))) return;
  day.head = head.head;
  day.deprel = "obl";
}

/// ", said the official" after what is said: whoever follows says it.
void mend_speaker(Sentence& sentence, std::int32_t word) {
  Token& verb = sentence.at(word);
  if (!is_said(verb) || word == 0 || verb.head < 0 || verb.head > word ||
      !one_of(verb.deprel, {"conj", "parataxis", "acl", "advcl"}))
    return;
  const std::string_view before = sentence.at(word - 1).form;
  std::int32_t speaker = -1;
  const bool other = any_child(sentence, word, [&](std::size_t i) {
    const Token& token = sentence.tokens[i];
    if (token.deprel == "obj" && static_cast<std::int32_t>(i) > word && speaker < 0)
      speaker = static_cast<std::int32_t>(i);
    return one_of(token.deprel, {"nsubj", "cc", "ccomp", "mark", "aux"});
  });
  if (other || speaker < 0 || !one_of(before, {",", "\"", "''", "”"})) return;
  sentence.at(speaker).deprel = "nsubj";
  verb.deprel = "parataxis";
}

void mend_name(Sentence& sentence, const NameSpan& name) {
  const auto inside = [&](std::int32_t i) { return name.first <= i && i < name.last; };
  std::int32_t top = -1;
  std::size_t outside = 0;
  for (std::int32_t i = name.first; i < name.last; ++i) {
    if (inside(sentence.at(i).head)) continue;
    ++outside;
    if (top < 0 || stands_over(sentence, i, top)) top = i;
  }
  if (outside < 2) return;
  for (std::int32_t i = name.first; i < name.last; ++i) {
    Token& token = sentence.at(i);
    if (i == top || inside(token.head)) continue;
    token.head = top;
    if (token.upos != Upos::PUNCT) token.deprel = i > top ? "flat" : "compound";
  }
}

/// "Chief Minister Syed Shah", with "Syed" read as a participle: words with a capital in a person's
/// name of several words are proper nouns, and describe nothing.
void mend_name_tags(Sentence& sentence, const NameSpan& name) {
  for (std::int32_t i = name.first; i < name.last; ++i) {
    Token& token = sentence.at(i);
    const bool misread = token.upos == Upos::VERB || token.upos == Upos::NOUN ||
                         token.upos == Upos::ADJ || token.upos == Upos::ADV;
    if (!misread || token.form.empty() || !is_upper(token.form[0])) continue;
    if (token.upos == Upos::VERB && one_of(token.deprel, {"acl", "acl:relcl", "advcl"}))
      token.deprel = "appos";
    make_proper(token);
    token.feats = "Number=Sing";
  }
}

}  // namespace

void mend_days(Sentence& sentence) {
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    mend_year(sentence, static_cast<std::int32_t>(i));
    if (is_month_day(sentence, static_cast<std::int32_t>(i))) {
      mend_dated_noun(sentence, static_cast<std::int32_t>(i));
      mend_day(sentence, static_cast<std::int32_t>(i));
    }
    if (!is_day(sentence.tokens[i].form)) continue;
    mend_place_of_evening(sentence, static_cast<std::int32_t>(i));
    mend_day(sentence, static_cast<std::int32_t>(i));
    mend_day_of_subject(sentence, static_cast<std::int32_t>(i));
  }
}

void mend_speakers(Sentence& sentence) {
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i)
    mend_speaker(sentence, static_cast<std::int32_t>(i));
}

void mend_names(Sentence& sentence) {
  for (const NameSpan& name : sentence.names) {
    if (name.kind != NameKind::person || name.last - name.first < 2) continue;
    mend_name_tags(sentence, name);
    mend_name(sentence, name);
  }
}

}  // namespace annals
