#include "ingest/events/events_brief_clause.h"

#include <algorithm>

#include "ingest/text/one_of.h"
#include "ingest/trees/relations.h"

namespace annals {

BriefClause BriefClauses::find() const {
  const std::int32_t trigger = match_.trigger;
  const Token& word = at(trigger);
  const std::int32_t light = match_.frame.light;
  if (light >= 0 && at(light).upos == Upos::VERB && tree_.head(light) != trigger) {
    const BriefClause clause = with_subject(light);
    const bool own = tree_.is(trigger, "obj") || tree_.is(trigger, "nsubj") ||
                     (clause.subject >= 0 && names_somebody(clause.subject));
    // "the move followed Russia's refusal" tells of the move
    return own && !rules_.in_list("alongside", at(light).lemma) ? clause : BriefClause();
  }
  if (word.upos == Upos::VERB || tree_.child(trigger, "cop") >= 0) {
    const BriefClause clause = with_subject(trigger);
    return clause.subject >= 0 ? clause : carrying(trigger);
  }
  const std::int32_t above = tree_.head(trigger);
  const bool acts = above >= 0 && tree_.is(trigger, "nsubj") && at(above).upos == Upos::VERB;
  return acts ? with_subject(above) : BriefClause();
}

/// The clause that a participle or an infinitive stands behind, of one who takes part: "he
/// withdrew, accusing Chad".
BriefClause BriefClauses::carrying(std::int32_t verb) const {
  const std::int32_t above = tree_.head(verb);
  const bool behind = (tree_.is(verb, "advcl") || tree_.is(verb, "xcomp")) && verb > above;
  if (!behind || at(above).upos != Upos::VERB || opens_circumstance(verb)) return {};
  const BriefClause clause = with_subject(above);
  return clause.subject >= 0 && names_somebody(clause.subject) ? clause : BriefClause();
}

/// Whether one who takes part is named in what hangs on `top`.
bool BriefClauses::names_somebody(std::int32_t top) const {
  const auto below = [&](const FoundActor& found) { return tree_.is_below(found.token, top); };
  return std::any_of(match_.sources.begin(), match_.sources.end(), below) ||
         std::any_of(match_.targets.begin(), match_.targets.end(), below);
}

bool BriefClauses::is_infinitive(std::int32_t verb) const {
  return tree_.any_child(verb, [&](std::int32_t child) { return at(child).xpos == "TO"; });
}

bool BriefClauses::has_tense(std::int32_t verb) const {
  if (is_finite(at(verb))) return true;
  return tree_.any_child(verb, [&](std::int32_t child) {
    return (tree_.is(child, "aux") || tree_.is(child, "cop")) &&
           (is_finite(at(child)) || at(child).xpos == "MD");
  });
}

BriefClause BriefClauses::with_subject(std::int32_t verb) const {
  const std::int32_t first = tree_.first_conjunct(verb);
  const bool joined = first != verb && !has_tense(verb) && at(first).upos == Upos::VERB;
  if (is_infinitive(joined ? first : verb)) return as_infinitive(verb, first);
  // "was seized and searched", but not "leaves for Oslo and advocating peace"
  if (!has_tense(verb) && !(joined && has_tense(first) && !is_finite(at(first)))) return {};
  BriefClause clause{.predicate = verb, .subject = own_subject(verb)};
  if (clause.subject < 0 && first != verb) clause.subject = own_subject(first);
  const std::int32_t relative = tree_.is(verb, "acl") ? verb : tree_.is(first, "acl") ? first : -1;
  if (relative >= 0 && clause.subject >= 0 && stands_for_noun(clause.subject))
    clause.subject = tree_.head(relative);
  clause.object = object_elsewhere(verb);
  return clause;
}

/// The object of the verb where it hangs on another word: before a relative clause, or with the
/// first of two verbs.
std::int32_t BriefClauses::object_elsewhere(std::int32_t verb) const {
  if (match_.trigger != verb || match_.frame.passive) return -1;
  for (const Argument& argument : match_.frame.arguments) {
    const bool noun = is_nominal(at(argument.token)) || at(argument.token).upos == Upos::NUM;
    if (argument.slot == "obj" && noun && !tree_.is_below(argument.token, verb))
      return argument.token;
  }
  return -1;
}

/// "is due to meet", "agreed to hold": with the verb above, where both have one subject, else
/// alone.
BriefClause BriefClauses::as_infinitive(std::int32_t verb, std::int32_t first) const {
  const std::int32_t above = tree_.head(first);
  const std::int32_t subject = match_.frame.find(match_.frame.passive ? "obj" : "subj");
  if (above >= 0 && tree_.is(first, "xcomp")) {
    const BriefClause whole = with_subject(above);
    if (whole.subject >= 0 && (subject < 0 || whole.subject == subject)) return whole;
  }
  const bool ahead = status_ == Status::planned || status_ == Status::hypothetical;
  if (!ahead || subject < 0 || tree_.is_below(subject, verb)) return {};
  return {.predicate = verb, .subject = subject, .infinitive = true};
}

std::int32_t BriefClauses::own_subject(std::int32_t verb) const {
  for (const auto relation : {"nsubj", "csubj", "expl"}) {
    const std::int32_t found = tree_.child(verb, relation);
    if (found >= 0) return found;
  }
  return -1;
}

bool BriefClauses::stands_for_noun(std::int32_t token) const {
  return has_feature(at(token), "PronType", "Rel") ||
         one_of(at(token).lemma, {"who", "whom", "which", "that"});
}

bool BriefClauses::opens_circumstance(std::int32_t verb) const {
  return tree_.any_child(verb, [&](std::int32_t child) {
    return (tree_.is(child, "mark") || tree_.is(child, "advmod")) &&
           rules_.in_list("circumstance", at(child).lemma);
  });
}

}  // namespace annals
