// Words that stand for an actor: pronouns, bare numbers, "the latter".

#include <algorithm>

#include "graph/ascii.h"
#include "ingest/actors/actors_cast.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Kind = Piece::Kind;

}  // namespace

const std::vector<std::int32_t>& CastBuilder::pronoun_at(std::uint32_t s, std::int32_t t) {
  static const std::vector<std::int32_t> nobody;
  if (early_) return nobody;
  const auto known = pronouns_.find({s, t});
  if (known != pronouns_.end()) return known->second;
  std::vector<std::int32_t> found;
  if (const auto pronoun = parse_pronoun(lowered(token(s, t).form))) {
    found = gloss_after(s, t);
    if (found.empty()) found = subject_after(s, t, *pronoun);
    auto others = named_behind(s, t);
    const auto speaker = speaker_around(s, t);
    others.insert(others.end(), speaker.begin(), speaker.end());
    if (found.empty()) found = history_.antecedents(*pronoun, s, t, std::move(others));
  }
  return pronouns_[{s, t}] = std::move(found);
}

std::vector<std::int32_t> CastBuilder::named_behind(std::uint32_t s, std::int32_t t) {
  std::vector<std::int32_t> figures;
  if (!is_subject(token(s, t))) return figures;
  const std::int32_t verb = token(s, t).head;
  for (std::size_t i = 0; i < phrases_[s].size(); ++i) {
    const auto& phrase = phrases_[s][i];
    const Piece* core = phrase.core_piece();
    if (core == nullptr || core->kind == Piece::Kind::role || phrase.first <= t) continue;
    const Token& head = token(s, head_of(s, phrase));
    if (head.head != verb || (head.deprel != "obj" && head.deprel != "iobj")) continue;
    const auto& named = resolve(s, i);
    figures.insert(figures.end(), named.begin(), named.end());
  }
  return figures;
}

std::vector<std::int32_t> CastBuilder::gloss_after(std::uint32_t s, std::int32_t t) {
  const std::int32_t size = sentence(s).size();
  if (t + 3 >= size || token(s, t + 1).form != "(") return {};
  const auto& phrases = phrases_[s];
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const bool whole = phrases[i].first == t + 2 && phrases[i].end < size &&
                       token(s, phrases[i].end).form == ")" && phrases[i].core >= 0;
    if (whole) return resolve(s, i);
  }
  return {};
}

std::vector<std::int32_t> CastBuilder::subject_after(std::uint32_t s, std::int32_t t,
                                                     Pronoun pronoun) {
  const std::int32_t size = sentence(s).size();
  if (token(s, t).xpos != "PRP$" || t > 6) return {};
  std::int32_t root = -1, subject = -1;
  for (std::int32_t i = 0; i < size; ++i) {
    if (token(s, i).head < 0) root = i;
  }
  for (std::int32_t i = 0; i < size; ++i) {
    if (token(s, i).head == root && token(s, i).deprel == "nsubj") subject = i;
  }
  if (subject <= t || root < subject) return {};
  std::int32_t above = t;  // what holds the pronoun must be a part of the clause before its subject
  for (int steps = 0; steps < 30 && token(s, above).head >= 0 && token(s, above).head != root;
       ++steps)
    above = token(s, above).head;
  const auto relation = token(s, above).deprel;
  if (above >= subject || token(s, above).head != root ||
      !(relation.starts_with("obl") || relation == "advcl" || relation.starts_with("nmod")))
    return {};
  std::vector<std::int32_t> found;
  for (std::size_t i = 0; i < phrases_[s].size(); ++i) {
    const auto& phrase = phrases_[s][i];
    const bool here = subject >= phrase.first && subject < phrase.last;
    const bool joined = token(s, phrase.head).deprel == "conj" &&
                        token(s, phrase.head).head == subject && phrase.first > subject;
    if (!here && !joined) continue;
    if (phrase.core_piece() == nullptr || phrase.core_piece()->kind == Kind::role) return {};
    for (const auto figure : resolve(s, i)) found.push_back(figure);
  }
  const bool several = found.size() > 1;
  if (found.empty() || several != (pronoun == Pronoun::they)) return {};
  const auto& first = figures_[found.front()];
  const bool person = pronoun == Pronoun::he || pronoun == Pronoun::she;
  const Gender other = pronoun == Pronoun::he ? Gender::female : Gender::male;
  if (!several && (first.is_person() != person || (person && first.gender == other))) return {};
  return found;
}

void CastBuilder::mention_pronoun(std::uint32_t s, std::int32_t t) {
  const auto& word = token(s, t);
  if (const std::size_t count = bare_number(s, t)) {
    for (const auto figure : history_.several(s, t, count)) mention_word(s, t, figure, 0.7F);
    return;
  }
  if (word.upos != Upos::PRON && word.upos != Upos::DET) return;
  const std::string form = lowered(word.form);
  if (form == "who" || form == "which" || form == "whose" || form == "whom") {
    if (const auto figure = relative(s, t)) mention_word(s, t, *figure, 0.7F);
  } else if (parse_pronoun(form)) {
    for (const auto figure : pronoun_at(s, t)) mention_word(s, t, figure, 0.7F);
  }
}

std::size_t CastBuilder::bare_number(std::uint32_t s, std::int32_t t) const {
  static constexpr std::array<std::string_view, 8> numbers = {"both",  "two",  "pair", "duo",
                                                              "three", "trio", "four", "five"};
  static constexpr std::array<std::size_t, 8> counts = {2, 2, 2, 2, 3, 3, 4, 5};
  static constexpr std::array<std::string_view, 10> stands = {
      "nsubj", "nsubj:pass", "nsubj:outer", "obj",       "iobj",
      "obl",   "obl:agent",  "nmod",        "nmod:poss", "conj"};
  static constexpr std::array<std::string_view, 9> parts = {
      "one", "either", "neither", "first", "second", "last", "latter", "former", "each"};
  const std::string form = lowered(token(s, t).form);
  const auto found = std::find(numbers.begin(), numbers.end(), form);
  if (found == numbers.end() || !one_of(token(s, t).deprel, stands)) return 0;
  const bool both = form == "both";
  const std::string before = word_before(sentence(s), t);
  if (!both && before != "the" && before != "these") return 0;
  if (!both && t >= 3 && lowered(token(s, t - 2).form) == "of" &&
      one_of(lowered(token(s, t - 3).form), parts))
    return 0;
  const std::int32_t size = sentence(s).size();
  if (t + 1 < size && (lowered(token(s, t + 1).form) == "of" || token(s, t + 1).form == "-"))
    return 0;
  const bool inside =
      std::any_of(phrases_[s].begin(), phrases_[s].end(), [t](const NounPhrase& phrase) {
        return !phrase.pieces.empty() && phrase.first <= t && t < phrase.last;
      });
  return inside ? 0 : counts[static_cast<std::size_t>(found - numbers.begin())];
}

void CastBuilder::mention_word(std::uint32_t s, std::int32_t t, std::int32_t figure,
                               float confidence) {
  add({.sentence = s,
       .first_token = t,
       .last_token = t + 1,
       .head_token = t,
       .span = {},
       .actor = static_cast<std::uint32_t>(figure),
       .reference = Reference::pronoun,
       .confidence = confidence,
       .territory = false},
      figures_[figure].plural, false);
}

std::optional<std::int32_t> CastBuilder::relative(std::uint32_t s, std::int32_t t) {
  std::int32_t verb = token(s, t).head;
  for (int up = 0; verb >= 0 && up < 3 && !token(s, verb).deprel.starts_with("acl"); ++up)
    verb = token(s, verb).head;
  const std::int32_t noun =
      verb >= 0 && token(s, verb).deprel.starts_with("acl") ? token(s, verb).head : -1;
  for (std::size_t i = phrases_[s].size(); i-- > 0;) {
    const auto& phrase = phrases_[s][i];
    if (phrase.first > t) continue;
    const bool held = noun >= phrase.first && noun < phrase.last;
    const bool before = noun < 0 && phrase.last <= t && phrase.last + 1 >= t;
    if (!held && !before) continue;
    const auto& figures = resolve(s, i);
    return figures.size() == 1 ? std::optional(figures.front()) : std::nullopt;
  }
  return std::nullopt;
}

void CastBuilder::read_latter() {
  for (std::uint32_t s = 0; s < phrases_.size(); ++s) {
    if (!read_[s]) continue;
    for (std::int32_t t = 1; t < sentence(s).size(); ++t) {
      const Token& word = token(s, t);
      const bool latter = word.lemma == "latter";
      if ((!latter && word.lemma != "former") || lowered(token(s, t - 1).form) != "the" ||
          word.deprel == "amod")
        continue;
      const std::vector<std::int32_t> told = told_before(s, t);
      if (told.size() < 2) continue;
      mention_word(s, t, told[told.size() - (latter ? 1 : 2)], 0.7F);
    }
  }
}

std::vector<std::int32_t> CastBuilder::told_before(std::uint32_t s, std::int32_t t) const {
  std::vector<const ActorMention*> outer;
  for (const ActorMention& mention : mentions_) {
    if (mention.sentence != s || mention.last_token > t - 1 ||
        mention.reference == Reference::pronoun)
      continue;
    const bool inside =
        std::any_of(mentions_.begin(), mentions_.end(), [&](const ActorMention& other) {
          const auto length = other.last_token - other.first_token;
          return other.sentence == s && other.first_token <= mention.first_token &&
                 mention.last_token <= other.last_token &&
                 length > mention.last_token - mention.first_token;
        });
    if (!inside) outer.push_back(&mention);
  }
  std::stable_sort(outer.begin(), outer.end(), [](const ActorMention* a, const ActorMention* b) {
    return a->first_token < b->first_token;
  });
  std::vector<std::int32_t> told;
  for (const ActorMention* mention : outer) {
    const auto figure = static_cast<std::int32_t>(mention->actor);
    std::erase(told, figure);
    told.push_back(figure);
  }
  return told;
}

}  // namespace annals
