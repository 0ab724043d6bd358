#include <algorithm>

#include "ingest/dates/event_dates_tense.h"

// What stands beside a word and says of its time: a copula, a clause of when, a quotation, a word
// of saying above it, "previously".

namespace annals {
namespace {

using Index = std::int32_t;

}  // namespace

bool is_state(const ClauseDates& clause, const TimeWords& words, std::int32_t token) {
  if (clause.child(token, "cop") >= 0) return true;
  const Token& word = clause.token(token);
  return word.upos == Upos::VERB && words.is(TimeWord::holds, word.lemma);
}

bool has_own_time(const ClauseDates& clause, const TimeWords& words, std::int32_t token) {
  const auto& children = clause.children(token);
  return std::any_of(children.begin(), children.end(), [&](Index c) {
    const std::string_view relation = clause.token(c).deprel;
    if (!relation.starts_with("advcl") && !relation.starts_with("obl")) return false;
    const Index mark = clause.child(c, relation.starts_with("obl") ? "case" : "mark");
    const std::string_view word = mark < 0 ? std::string_view() : clause.token(mark).lemma;
    if (word == "as") return false;  // at the same time as what has no time of its own
    return word == "during" || words.is(TimeWord::while_mark, word) ||
           words.is(TimeWord::behind_mark, word);
  });
}

bool ends_quotation(const Sentence& sentence, std::int32_t from, std::int32_t to) {
  bool open = false;
  for (Index i = from + 1; i < to; ++i) {
    const Token& word = sentence.at(i);
    const bool begins = word.xpos == "``" || word.form == "“";
    const bool mark = begins || word.xpos == "''" || word.form == "\"" || word.form == "”";
    if (mark && !begins && !open) return true;
    if (mark) open = begins;
  }
  return false;
}

std::int32_t said_by(const ClauseDates& clause, const TimeWords& words, std::int32_t token) {
  for (int steps = 0; token >= 0 && steps < 4; ++steps) {
    const Token& word = clause.token(token);
    if (word.head < 0) return -1;
    if (word.deprel.starts_with("ccomp"))
      return words.is(TimeWord::says, clause.token(word.head).lemma) ? word.head : -1;
    if (word.deprel != "conj") return -1;
    token = word.head;
  }
  return -1;
}

bool is_formerly(const ClauseDates& clause, const TimeWords& words, Index token) {
  const bool verb = clause.token(token).upos == Upos::VERB;
  const auto& children = clause.children(token);
  return std::any_of(children.begin(), children.end(), [&](Index c) {
    const Token& part = clause.token(c);
    if (part.deprel == "amod")
      return words.is(TimeWord::former, part.lemma) || part.form == "earlier";
    if (part.deprel.starts_with("advmod")) return verb && words.is(TimeWord::formerly, part.lemma);
    if (!verb || !part.deprel.starts_with("obl")) return false;
    const Index mark = clause.child(c, "case");
    const std::string_view where = mark < 0 ? std::string_view() : clause.token(mark).lemma;
    if (where == "on" || !words.is(TimeWord::during, where)) return false;
    // "in the past", "in an earlier raid"
    return (part.upos == Upos::NOUN && part.lemma == "past") || is_formerly(clause, words, c);
  });
}

}  // namespace annals
