#include <algorithm>

#include "ingest/events/events_actors.h"
#include "ingest/text/one_of.h"

// The nearest actor in a phrase or a clause, for rules whose slots name nobody.

namespace annals {

/// "a cache near Kandahar city": it says where.
bool SentenceActors::stands_near(std::int32_t token) const {
  const bool part = tree_->is(token, "compound") || tree_->is(token, "amod");
  return one_of(tree_->marker(part ? tree_->head(token) : token), {"near", "outside", "around"});
}

/// Whether the search for the nearest actor goes on below a word.
bool SentenceActors::leads_on(std::int32_t token, Nearness reach) const {
  const std::string_view relation = tree_->token(token).deprel;
  const std::string_view marker = tree_->marker(token);
  if (relation == "parataxis" || relation == "nsubj" || relation == "punct") return false;
  // "few will donate their organs": mostly the doer's own
  if (relation == "nmod:poss" && tree_->token(token).upos == Upos::PRON) return false;
  // "attempts to use it for extremist goals": what is told of a noun has sides of its own
  if (relation.starts_with("acl") || relation == "advcl")
    return names_maker(token) || (reach.purposes && marker == "to" && relation != "acl:relcl");
  if (one_of(marker, {"in", "into", "at", "near", "inside", "across", "throughout", "within"}))
    return reach.places;
  const std::int32_t head = tree_->head(token);
  return head < 0 || !names_maker(head) || marker == "by" || marker == "to";
}

/// "a treaty drawn up by Chad", "the car belonging to Chad"
bool SentenceActors::names_maker(std::int32_t token) const {
  return tree_->is(token, "acl") &&
         (tree_->token(token).xpos == "VBN" || tree_->token(token).lemma == "belong");
}

std::vector<FoundActor> SentenceActors::anywhere_in(std::int32_t top, Nearness reach,
                                                    std::span<const FoundActor> but) const {
  std::vector<FoundActor> found;
  std::vector<std::int32_t> open{top};
  for (std::size_t i = 0; i < open.size() && i < 40 && found.empty(); ++i) {
    if (i > 0) named(open[i], found);
    std::erase_if(found, [&](const FoundActor& one) {
      return std::any_of(but.begin(), but.end(),
                         [&](const FoundActor& other) { return other.actor == one.actor; });
    });
    // "expansion into Eastern Europe": a mere place
    if (!found.empty() && found.front().territory && actor(found.front().actor).country.empty() &&
        !leads_on(open[i], {.places = false}))
      found.clear();
    if (!found.empty() && found.front().territory && stands_near(open[i])) found.clear();
    const bool opposite = tree_->words().is(ClauseWord::adversary, tree_->token(open[i]).lemma);
    for (const std::int32_t child : tree_->children(open[i])) {
      if (opposite && (tree_->is(child, "nmod:poss") || tree_->marker(child) == "of")) continue;
      if (leads_on(child, reach)) open.push_back(child);
    }
  }
  return found;
}

}  // namespace annals
