#include "ingest/actors/coreference.h"

#include <algorithm>

#include "ingest/actors/coreference_context.h"

namespace annals {
namespace {

using Nature = Figure::Nature;

/// How far back a pronoun looks, in sentences.
constexpr std::uint32_t reach = 3;

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

/// How well the kind of a figure suits a pronoun.
double kind_score(Pronoun pronoun, const Figure& figure, const Spoken& spoken) {
  double value = 0;
  if (spoken.modifier) value -= 2;
  if (spoken.territory) value -= 2.5;
  switch (pronoun) {
    case Pronoun::he:
      if (figure.nature == Nature::group) value -= spoken.speaks ? 0 : 1.5;
      if (figure.gender == Gender::male) value += 0.5;
      break;
    case Pronoun::she:
      if (figure.gender == Gender::female) value += 4;
      if (figure.nature == Nature::group) value -= 2;
      break;
    case Pronoun::it:
      if (figure.nature == Nature::place) value -= 2;
      break;
    case Pronoun::they:
      value += spoken.plural || figure.plural ? 2 : -1;
      break;
  }
  return value;
}

/// How well a place suits a pronoun by where it stands; the highest wins, the latest among equals.
double place_score(const PronounContext& here, const Spoken& spoken) {
  const std::uint32_t back = here.sentence_index() - spoken.sentence;
  double value =
      back == 0 ? -here.clause_cost() * here.clauses_up_to(spoken.token) : -1.0 - 3.0 * back;
  // an owner is rather who stands near than the subject of a clause around: "sanctions imposed on
  // Iraq after its invasion"
  const bool outer = back == 0 && here.is_possessive() && here.clauses_up_to(spoken.token) > 0;
  if (spoken.subject) value += outer ? 1.2 : 2.5;
  if (spoken.subject && here.is_subject()) value += 1;
  if (spoken.speaks && here.speaks()) value += 2;
  if (back == 0 && here.is_called_for(spoken.token)) value += 4;
  return value;
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

bool is_subject(const Token& token) { return token.deprel.starts_with("nsubj"); }

std::vector<std::int32_t> History::coordinated(std::size_t place) const {
  const Spoken& last = spoken_[place];
  std::vector<std::int32_t> figures;
  const auto& tokens = analysis_.sentences[last.sentence].tokens;
  const Token& word = tokens[static_cast<std::size_t>(last.token)];
  if (last.plural && !last.modifier) {  // "the two leaders": two by one word
    for (std::size_t i = place; i-- > 0 && spoken_[i].sentence == last.sentence;) {
      const Spoken& other = spoken_[i];
      if (other.token == last.token && !other.modifier && other.figure != last.figure)
        figures.insert(figures.begin(), other.figure);
    }
    if (!figures.empty()) {
      figures.push_back(last.figure);
      return figures;
    }
  }
  if (word.deprel == "conj" && !last.modifier) {
    for (const Spoken& other : spoken_) {
      if (other.sentence != last.sentence || other.modifier || other.figure == last.figure)
        continue;
      const Token& left = tokens[static_cast<std::size_t>(other.token)];
      const bool together =
          other.token == word.head ||
          (left.deprel == "conj" && left.head == word.head && other.token < last.token);
      if (together && std::find(figures.begin(), figures.end(), other.figure) == figures.end())
        figures.push_back(other.figure);
    }
    if (figures.empty()) {  // "Kuchma of Ukraine and Yeltsin of Russia", whatever "and" hangs on
      if (const auto left = joined_by_and(place)) figures.push_back(*left);
    }
  }
  figures.push_back(last.figure);
  return figures;
}

std::optional<std::int32_t> History::joined_by_and(std::size_t place) const {
  const Spoken& last = spoken_[place];
  const auto& tokens = analysis_.sentences[last.sentence].tokens;
  for (std::size_t i = place; i-- > 0 && spoken_[i].sentence == last.sentence;) {
    const Spoken& other = spoken_[i];
    if (other.modifier || other.token >= last.token || other.figure == last.figure ||
        figures_[other.figure].nature != figures_[last.figure].nature)
      continue;
    bool linked = false;
    for (auto t = other.token + 1; t < last.token; ++t) {
      const Token& between = tokens[static_cast<std::size_t>(t)];
      if (between.upos == Upos::VERB || between.form == ",") return std::nullopt;
      linked = linked || between.lemma == "and";
    }
    return linked ? std::optional(other.figure) : std::nullopt;
  }
  return std::nullopt;
}

bool History::are_alike(const std::vector<std::int32_t>& figures) const {
  const auto persons = std::count_if(figures.begin(), figures.end(), [this](std::int32_t figure) {
    return figures_[figure].is_person();
  });
  const bool places = std::any_of(figures.begin(), figures.end(), [this](std::int32_t figure) {
    return figures_[figure].nature == Nature::place;
  });
  return !places && (persons == 0 || persons == static_cast<std::ptrdiff_t>(figures.size()));
}

bool History::is_partner(const Spoken& spoken, std::int32_t verb) const {
  const auto& tokens = analysis_.sentences[spoken.sentence].tokens;
  const auto at = [&](std::int32_t t) -> const Token& {
    return tokens[static_cast<std::size_t>(t)];
  };
  const Token& word = at(spoken.token);
  if (word.head < 0) return false;
  if (word.head == verb && word.deprel == "obj")
    return gazetteer_.words.is(ActorWord::receiving, at(verb).lemma);
  const bool of_object = at(word.head).head == verb && at(word.head).deprel == "obj";
  // "told a joint news conference with", "issued a joint statement with"
  const bool joint =
      of_object && std::any_of(tokens.begin(), tokens.end(), [&](const Token& each) {
        return each.head == word.head && each.deprel == "amod" && each.lemma == "joint";
      });
  if ((word.head != verb && !of_object) ||
      !(joint || gazetteer_.words.is(ActorWord::conferring, at(verb).lemma)))
    return false;
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& each) {
    if (each.deprel != "case" || each.lemma != "with") return false;
    std::int32_t above = each.head;  // its noun may be a title: "with EU policy chief Ashton"
    for (int steps = 0; steps < 3 && above >= 0 && above != spoken.token; ++steps)
      above = at(above).head;
    return above == spoken.token;
  });
}

std::vector<std::int32_t> History::partners(std::size_t place) const {
  const Spoken& subject = spoken_[place];
  const auto& tokens = analysis_.sentences[subject.sentence].tokens;
  const Token& word = tokens[static_cast<std::size_t>(subject.token)];
  if (subject.modifier || word.deprel != "nsubj" || word.head < 0) return {};
  std::vector<std::int32_t> figures = {subject.figure};
  for (const Spoken& other : spoken_) {
    if (other.sentence != subject.sentence || other.modifier) continue;
    const Token& there = tokens[static_cast<std::size_t>(other.token)];
    const bool joined = there.deprel == "conj" && there.head == subject.token;
    if (!joined && !is_partner(other, word.head)) continue;
    if (std::find(figures.begin(), figures.end(), other.figure) == figures.end())
      figures.push_back(other.figure);
  }
  return figures.size() == 2 && are_alike(figures) ? figures : std::vector<std::int32_t>{};
}

std::vector<std::int32_t> History::several(std::uint32_t sentence, std::int32_t token,
                                           std::size_t count) const {
  const PronounContext here(analysis_, sentence, token, gazetteer_);
  const double thing = here.best_thing(true, spoken_);  // "signed two treaties. Both were ..."
  for (std::size_t i = spoken_.size(); i-- > 0 && spoken_[i].sentence + 2 >= sentence;) {
    auto together = coordinated(i);
    if (together.size() > count) return {};
    if (together.size() != count && count == 2) together = partners(i);
    if (together.size() != count || !are_alike(together)) continue;
    return thing > place_score(here, spoken_[i]) + 3.5 ? std::vector<std::int32_t>{} : together;
  }
  for (std::uint32_t back = 0; back <= std::min(sentence, 2U); ++back) {
    std::vector<std::int32_t> persons;
    for (const Spoken& spoken : spoken_) {
      if (spoken.sentence + back != sentence || spoken.modifier ||
          !figures_[spoken.figure].is_person())
        continue;
      if (std::find(persons.begin(), persons.end(), spoken.figure) == persons.end())
        persons.push_back(spoken.figure);
    }
    if (persons.size() == count) return persons;
  }
  return {};
}

std::vector<std::int32_t> History::antecedents(Pronoun pronoun, std::uint32_t index,
                                               std::int32_t token,
                                               std::vector<std::int32_t> beside) const {
  const PronounContext here(analysis_, index, token, gazetteer_);
  if (pronoun == Pronoun::it && here.is_pleonastic()) return {};
  // who stands beside the pronoun in its clause is not meant by it: "He praised him"; nor who
  // attacks what is its, though a man may kill his wife
  const bool person = pronoun == Pronoun::he || pronoun == Pronoun::she;
  for (std::size_t i = spoken_.size(); i-- > 0 && spoken_[i].sentence == index;) {
    const std::int32_t other = spoken_[i].token;
    const bool apart = here.excludes(other) || (!person && here.does_harm(other));
    if (other != token && apart && !spoken_[i].modifier) beside.push_back(spoken_[i].figure);
  }
  std::vector<std::int32_t> best;
  double best_score = -9.5;
  for (std::size_t i = spoken_.size(); i-- > 0;) {
    const Spoken& spoken = spoken_[i];
    if (spoken.sentence + reach < index) break;
    if (spoken.sentence == index && (spoken.token >= token || here.excludes(spoken.token)))
      continue;
    if (std::find(beside.begin(), beside.end(), spoken.figure) != beside.end()) continue;
    const Figure& figure = figures_[spoken.figure];
    if (pronoun == Pronoun::they) {
      auto several = coordinated(i);
      if (several.size() > 1) {
        double value = place_score(here, spoken) + 2;
        const auto head = analysis_.sentences[spoken.sentence]
                              .tokens[static_cast<std::size_t>(spoken.token)]
                              .head;
        if (head >= 0 && annals::is_subject(analysis_.sentences[spoken.sentence].at(head)))
          value += 2.5;
        if (value > best_score) {
          best_score = value;
          best = std::move(several);
        }
        continue;
      }
      several = partners(i);
      if (several.size() == 2 && figure.is_person() && place_score(here, spoken) + 2 > best_score) {
        best_score = place_score(here, spoken) + 2;
        best = std::move(several);
        continue;
      }
    }
    if (!fits(pronoun, figure, spoken)) continue;
    const double value = place_score(here, spoken) + kind_score(pronoun, figure, spoken);
    if (value > best_score) {
      best_score = value;
      best = {spoken.figure};
    }
  }
  if (pronoun != Pronoun::it && pronoun != Pronoun::they) return best;
  return here.best_thing(pronoun == Pronoun::they, spoken_) > best_score
             ? std::vector<std::int32_t>{}
             : best;
}

}  // namespace annals
