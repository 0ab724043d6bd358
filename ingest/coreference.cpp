#include "ingest/coreference.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

using Nature = Figure::Nature;

bool fits(Pronoun pronoun, const Figure& figure, const Spoken& spoken) {
  switch (pronoun) {
    case Pronoun::he:
    case Pronoun::she: {
      const Gender other = pronoun == Pronoun::he ? Gender::female : Gender::male;
      if (figure.gender == other) return false;
      return figure.is_person() || (figure.nature == Nature::group && !spoken.plural);
    }
    case Pronoun::it:
      return !figure.is_person() && figure.nature != Nature::group &&
             figure.nature != Nature::people;
    case Pronoun::they:
      return (figure.nature == Nature::group || figure.nature == Nature::people ||
              figure.nature == Nature::armed || figure.nature == Nature::body ||
              figure.nature == Nature::organization) &&
             !(figure.nature == Nature::group && !spoken.plural);
  }
  return false;
}

/// How well a place where a figure was spoken of suits a pronoun; the highest wins, the latest
/// among equals.
double score(Pronoun pronoun, const Figure& figure, const Spoken& spoken, std::uint32_t sentence,
             bool is_subject_here, bool speaks_here) {
  const std::uint32_t back = sentence - spoken.sentence;
  double value = back == 0 ? 0 : -1.0 - 3.0 * back;
  if (spoken.subject) value += 2.5;
  if (spoken.subject && is_subject_here) value += 1;
  if (spoken.speaks && speaks_here) value += 2;
  if (spoken.modifier) value -= 2;
  if (spoken.territory) value -= 2.5;
  const bool female = figure.gender == Gender::female;
  const bool male = figure.gender == Gender::male;
  switch (pronoun) {
    case Pronoun::he:
      if (figure.nature == Nature::group) value -= 1.5;
      if (male) value += 0.5;
      break;
    case Pronoun::she:
      if (female) value += 4;
      if (figure.nature == Nature::group) value -= 2;
      break;
    case Pronoun::it:
      if (figure.nature == Nature::place) value -= 2;
      break;
    case Pronoun::they:
      if (spoken.plural || figure.plural) value += 2;
      break;
  }
  return value;
}

/// True when the two tokens are arguments of one verb, so that "he" and "him" cannot be one
/// ("Mullen met him").
bool same_clause(const Sentence& sentence, std::int32_t a, std::int32_t b) {
  const auto& left = sentence.tokens[static_cast<std::size_t>(a)];
  const auto& right = sentence.tokens[static_cast<std::size_t>(b)];
  return left.head >= 0 && left.head == right.head;
}

}  // namespace

std::optional<Pronoun> parse_pronoun(std::string_view word) {
  if (word == "he" || word == "him" || word == "his" || word == "himself") return Pronoun::he;
  if (word == "she" || word == "her" || word == "hers" || word == "herself") return Pronoun::she;
  if (word == "it" || word == "its" || word == "itself") return Pronoun::it;
  if (word == "they" || word == "them" || word == "their" || word == "theirs" ||
      word == "themselves") {
    return Pronoun::they;
  }
  return std::nullopt;
}

bool is_saying(std::string_view lemma) {
  static constexpr std::array<std::string_view, 34> verbs = {
      "say",     "tell",    "add",     "announce", "declare", "state",    "report",
      "claim",   "argue",   "insist",  "explain",  "warn",    "ask",      "reply",
      "respond", "note",    "stress",  "write",    "quote",   "comment",  "admit",
      "deny",    "confirm", "suggest", "remark",   "assert",  "allege",   "observe",
      "urge",    "signal",  "believe", "think",    "vow",     "reiterate"};
  return std::find(verbs.begin(), verbs.end(), lemma) != verbs.end();
}

bool is_subject(const Token& token) { return token.deprel.starts_with("nsubj"); }

std::optional<std::int32_t> History::antecedent(Pronoun pronoun, std::uint32_t index,
                                                const Sentence& sentence,
                                                std::int32_t token) const {
  const auto& word = sentence.tokens[static_cast<std::size_t>(token)];
  const bool subject = is_subject(word);
  const bool speaks = subject && word.head >= 0 &&
                      is_saying(sentence.tokens[static_cast<std::size_t>(word.head)].lemma);
  const bool possessive = word.deprel.starts_with("nmod") || word.xpos == "PRP$";
  std::optional<std::int32_t> best;
  double best_score = -9.5;
  for (std::size_t i = spoken_.size(); i-- > 0;) {
    const Spoken& spoken = spoken_[i];
    if (spoken.sentence + 3 < index) break;
    if (spoken.sentence == index && spoken.token >= token) continue;
    const Figure& figure = figures_[spoken.figure];
    if (!fits(pronoun, figure, spoken)) continue;
    if (spoken.sentence == index && !possessive && same_clause(sentence, spoken.token, token))
      continue;
    const double value = score(pronoun, figure, spoken, index, subject, speaks);
    if (value > best_score) {
      best_score = value;
      best = spoken.figure;
    }
  }
  return best;
}

}  // namespace annals
