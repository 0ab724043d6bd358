#include "ingest/actors/coreference_context.h"

#include <algorithm>
#include <array>

#include "ingest/actors/actors_phrases.h"
#include "ingest/actors/coreference.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

constexpr double never = -100;

bool heads_clause(std::string_view relation) {
  static constexpr std::array<std::string_view, 8> relations = {
      "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj", "parataxis", "root"};
  return one_of(relation, relations);
}

}  // namespace

PronounContext::PronounContext(const Analysis& analysis, std::uint32_t sentence, std::int32_t token,
                               const Gazetteer& gazetteer)
    : analysis_(analysis),
      gazetteer_(gazetteer),
      index_(sentence),
      sentence_(analysis.sentences[sentence]),
      token_(token) {
  const Token& word = at(token);
  subject_ = annals::is_subject(word);
  speaks_ =
      subject_ && word.head >= 0 && gazetteer_.words.is(ActorWord::saying, at(word.head).lemma);
  possessive_ = word.deprel.starts_with("nmod") || word.xpos == "PRP$";
  std::int32_t up = token;
  for (int steps = 0; up >= 0 && steps < 60; ++steps, up = at(up).head) {
    const bool verb_conj = at(up).deprel == "conj" && at(up).upos == Upos::VERB;
    if (up != token && (heads_clause(at(up).deprel) || verb_conj || at(up).head < 0))
      clauses_.push_back(up);
  }
}

bool PronounContext::is_pleonastic() const {
  const Token& word = at(token_);
  if (word.head < 0 || possessive_) return false;
  if (word.deprel.starts_with("expl")) return true;
  const auto next = static_cast<std::size_t>(token_) + 1;
  if (!subject_) {  // "making it hard", "consider it prudent"
    const bool adjective =
        next < sentence_.tokens.size() &&
        (sentence_.tokens[next].upos == Upos::ADJ || sentence_.tokens[next].upos == Upos::ADV);
    return adjective && gazetteer_.words.is(ActorWord::deeming, at(word.head).lemma);
  }
  const Token& predicate = at(word.head);
  if (predicate.upos != Upos::ADJ && predicate.upos != Upos::NOUN) return false;
  return has_child(sentence_, word.head, "csubj") || has_child(sentence_, word.head, "ccomp") ||
         has_child(sentence_, word.head, "acl:relcl") || has_child(sentence_, word.head, "advcl") ||
         has_child(sentence_, word.head, "xcomp");
}

double PronounContext::clause_cost() const { return possessive_ ? 1.2 : 0.8; }

/// "police, who detained them", "men attacking them": of whom the clause tells acts in it.
bool PronounContext::acts_in(std::int32_t other, std::int32_t verb) const {
  if (at(verb).head != other || !at(verb).deprel.starts_with("acl")) return false;
  if (at(verb).deprel == "acl") return at(verb).xpos == "VBG";
  return std::any_of(sentence_.tokens.begin(), sentence_.tokens.end(), [&](const Token& token) {
    return token.head == verb && token.deprel == "nsubj" &&
           (token.xpos == "WP" || token.xpos == "WDT");
  });
}

bool PronounContext::excludes(std::int32_t other) const {
  const Token& word = at(token_);
  for (std::int32_t up = token_; up >= 0; up = at(up).head) {  // "Bunchhay, his top commander"
    if (at(up).deprel == "appos" && at(up).head == other) return true;
    if (at(up).upos == Upos::VERB || at(up).head == up) break;
  }
  std::int32_t verb = word.head;
  if (verb < 0) return false;
  const bool part = at(verb).upos == Upos::NUM && at(verb).head >= 0;  // "40 of them"
  if (possessive_ && !part) return false;
  if (part) verb = at(verb).head;
  if (!subject_ && at(other).head >= 0 && acts_in(other, verb)) return true;
  if (at(other).head == verb || verb == other || at(other).head == token_) return true;
  if (subject_ || has_child(sentence_, verb, "nsubj")) return false;
  // "used troops to stop a march, arresting him": the participle is of the subject of it all
  if (at(verb).deprel == "advcl" && at(verb).xpos == "VBG") {
    std::int32_t top = at(verb).head;
    while (top >= 0 && at(top).deprel == "xcomp" && !has_child(sentence_, top, "nsubj"))
      top = at(top).head;
    if (top >= 0 && at(other).head == top && annals::is_subject(at(other))) return true;
  }
  // the clause has no subject of its own: that of the clause above it is meant
  const bool open = at(verb).deprel == "advcl" || at(verb).deprel == "xcomp" ||
                    at(verb).deprel == "conj" || at(verb).deprel == "acl";
  return open && at(other).head == at(verb).head && annals::is_subject(at(other));
}

int PronounContext::clauses_up_to(std::int32_t other) const {
  for (std::size_t i = 0; i < clauses_.size(); ++i) {
    if (is_below(sentence_, other, clauses_[i]))
      return static_cast<int>(std::min<std::size_t>(i, 4));
  }
  return 4;
}

bool PronounContext::is_called_for(std::int32_t other) const {
  if (clauses_.empty()) return false;
  const std::int32_t clause = clauses_.front();
  if (possessive_) {
    // the object of a verb that judges, the pronoun after "for": "thanked France for its efforts"
    if (at(other).head >= 0 && (at(other).deprel == "obj" || at(other).deprel == "nsubj:pass") &&
        gazetteer_.words.is(ActorWord::judging, at(at(other).head).lemma) &&
        is_below(sentence_, token_, at(other).head)) {
      for (std::int32_t t = token_ - 1; t > other && t + 5 > token_; --t) {
        if (at(t).form == "for" || at(t).form == "of" || at(t).form == "over") return true;
      }
    }
    // "the United Nations and its agencies"
    const std::int32_t owned = at(token_).head;
    if (owned >= 0 && at(owned).deprel == "conj" && at(owned).head == other) return true;
    // who is pressed to do something, right before its infinitive; what is asked of somebody to
    // give is rather for who asks: "asked [Washington] to provide its army with drones"
    const bool infinitive =
        at(clause).deprel == "xcomp" || at(clause).deprel == "acl" || at(clause).deprel == "advcl";
    if (infinitive && other + 2 == clause && at(clause - 1).upos == Upos::PART &&
        !gazetteer_.words.is(ActorWord::giving, at(clause).lemma))
      return true;
    return false;
  }
  if (!subject_ || at(clause).deprel != "advcl") return false;
  const bool until =
      std::any_of(sentence_.tokens.begin(), sentence_.tokens.end(), [clause](const Token& token) {
        return token.head == clause && token.deprel == "mark" &&
               (token.lemma == "unless" || token.lemma == "until");
      });
  return until && at(other).deprel == "obj" && at(other).head == at(clause).head;
}

std::int32_t PronounContext::harm() const {
  if (!possessive_) return -1;
  std::int32_t owned = at(token_).head;
  if (owned < 0) return -1;
  if (at(owned).deprel == "conj" && at(owned).head >= 0) owned = at(owned).head;
  const std::int32_t above = at(owned).head;
  if (above < 0 || !gazetteer_.words.is(ActorWord::harming, at(above).lemma)) return -1;
  const bool undergoes =
      at(owned).deprel == "obj" || ((at(owned).deprel == "nmod" || at(owned).deprel == "obl") &&
                                    (has_child(sentence_, owned, "case", "on") ||
                                     has_child(sentence_, owned, "case", "against") ||
                                     has_child(sentence_, owned, "case", "of")));
  return undergoes ? above : -1;
}

bool PronounContext::does_harm(std::int32_t other) const {
  const std::int32_t harm_word = harm();
  if (harm_word < 0 || at(other).head < 0) return false;
  if (at(other).head == harm_word &&
      (at(other).deprel == "nsubj" || at(other).deprel == "nmod:poss"))
    return true;
  // up to the verb that somebody is told to do: "accused of providing support for the attack"
  std::int32_t verb = harm_word;
  while (at(verb).upos != Upos::VERB && at(verb).head >= 0 &&
         !gazetteer_.words.is(ActorWord::judging, at(at(verb).head).lemma) &&
         !heads_clause(at(verb).deprel))
    verb = at(verb).head;
  // "accused rebels of attempting to attack its convoys"
  while (at(verb).deprel == "xcomp" && at(at(verb).head).upos == Upos::VERB &&
         !has_child(sentence_, at(verb).head, "obj") &&
         !has_child(sentence_, at(verb).head, "nsubj"))
    verb = at(verb).head;
  const std::int32_t above = at(verb).head;
  if (above < 0 || has_child(sentence_, verb, "nsubj") || at(other).head != above) return false;
  const bool object = at(other).deprel == "obj" || at(other).deprel == "nsubj:pass";
  if (at(verb).upos != Upos::VERB)  // "blamed Iran for attacks"
    return object && gazetteer_.words.is(ActorWord::judging, at(above).lemma);
  const bool open = at(verb).deprel == "xcomp" || at(verb).deprel == "advcl";
  if (!open) return false;
  return object || (at(other).deprel == "nsubj" && at(verb).deprel == "xcomp" &&
                    !has_child(sentence_, above, "obj"));
}

PronounContext::Wants PronounContext::wants() const {
  const Token& word = at(token_);
  if (word.head < 0) return Wants::either;
  const Token& head = at(word.head);
  if (possessive_)
    return gazetteer_.words.is(ActorWord::owned, head.lemma) ? Wants::somebody : Wants::either;
  const bool acted_on = !subject_ || word.deprel == "nsubj:pass";
  if (acted_on) {
    if (head.upos != Upos::VERB || word.deprel.starts_with("obl")) return Wants::either;
    return gazetteer_.words.is(ActorWord::actor_object, head.lemma) ? Wants::somebody
                                                                    : Wants::something;
  }
  if (gazetteer_.words.is(ActorWord::willing, head.lemma)) return Wants::somebody;
  if (head.upos != Upos::VERB) return Wants::something;  // "it is hard", "it was a mistake"
  return gazetteer_.words.is(ActorWord::thing_subject, head.lemma) ? Wants::something
                                                                   : Wants::somebody;
}

double PronounContext::best_thing(bool plural, std::span<const Spoken> spoken) const {
  const Wants wanted = wants();
  if (wanted == Wants::somebody) return never;
  // For something wanted even no noun before it beats a figure that is not the subject.
  double best = wanted == Wants::something ? -0.5 : never;
  for (std::uint32_t back = 0; back <= 1 && back <= index_; ++back) {
    const auto& tokens = analysis_.sentences[index_ - back].tokens;
    const auto end = back == 0 ? token_ : static_cast<std::int32_t>(tokens.size());
    for (std::int32_t t = 0; t < end; ++t) {
      const Token& noun = tokens[static_cast<std::size_t>(t)];
      const bool many = noun.xpos == "NNS";
      if (noun.upos != Upos::NOUN || many != plural ||
          gazetteer_.words.is(ActorWord::measure, noun.lemma) || noun.deprel == "compound")
        continue;
      if (std::any_of(spoken.begin(), spoken.end(), [&](const Spoken& place) {
            return place.sentence == index_ - back && place.token == t;
          }))
        continue;
      double value = wanted == Wants::something ? 1.5 : -1;
      if (back == 0 && at(token_).head == t) continue;  // "its plan" is not the plan's
      value += back == 0 ? -clause_cost() * clauses_up_to(t) : -3;
      if (annals::is_subject(noun)) value += 2;
      if (plural) value += 1.5;
      best = std::max(best, value);
    }
  }
  return best;
}

}  // namespace annals
