#include "ingest/events/events_actors.h"

#include <algorithm>

#include "ingest/text/one_of.h"
#include "ingest/trees/arguments.h"

namespace annals {

std::span<const ActorMention> mentions_in(const Cast& cast, std::uint32_t sentence) {
  const auto begin = std::lower_bound(
      cast.mentions.begin(), cast.mentions.end(), sentence,
      [](const ActorMention& mention, std::uint32_t at) { return mention.sentence < at; });
  auto end = begin;
  while (end != cast.mentions.end() && end->sentence == sentence) ++end;
  return std::span(begin, end);
}

SentenceActors::SentenceActors(const SentenceTree& tree, std::uint32_t sentence, const Cast& cast)
    : SentenceActors(tree, mentions_in(cast, sentence), cast) {}

SentenceActors::SentenceActors(const SentenceTree& tree, std::span<const ActorMention> mentions,
                               const Cast& cast)
    : tree_(&tree),
      cast_(&cast),
      mentions_(mentions),
      by_head_(static_cast<std::size_t>(tree.size())) {
  for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
    const std::int32_t head = mentions_[i].head_token;
    if (head >= 0 && head < tree.size() && !is_opposed(tree.token(head)))
      by_head_[static_cast<std::size_t>(head)].push_back(i);
  }
  for (auto& at : by_head_) {
    std::stable_sort(at.begin(), at.end(), [&](std::uint32_t a, std::uint32_t b) {
      return mentions_[a].span.size() > mentions_[b].span.size();
    });
  }
}

/// "the rebel-held town", "UN-backed talks": of whom the participle speaks does not own the rest,
/// nor is it the rest's; but "the Hutu-organized killings" are theirs.
bool SentenceActors::names_holder(std::int32_t token) const {
  const auto is_participle = [&](std::int32_t at) {
    return at > 1 && at < tree_->size() && tree_->token(at).xpos == "VBN" &&
           tree_->token(at - 1).form == "-" &&
           !tree_->words().is(ClauseWord::doing, tree_->token(at).lemma);
  };
  // of "Albanian rebel-held land" the rebels are Albanian
  const bool describes = tree_->token(token).upos == Upos::ADJ && is_participle(token + 3) &&
                         tree_->token(token + 1).upos == Upos::NOUN;
  return is_participle(token) || is_participle(token + 2) || describes;
}

void SentenceActors::named(std::int32_t token, std::vector<FoundActor>& found) const {
  if (is_opposed(tree_->token(token)) || names_holder(token)) return;
  const auto take = [&](const ActorMention& mention) {
    found.push_back({.actor = mention.actor,
                     .span = mention.span,
                     .token = mention.head_token,
                     .owner = false,
                     .territory = mention.territory});
  };
  const auto& here = by_head_[static_cast<std::size_t>(token)];
  if (!here.empty()) {
    // Several actors may share the words: "the two countries".
    for (const std::uint32_t i : here) {
      if (mentions_[i].span == mentions_[here.front()].span) take(mentions_[i]);
    }
    return;
  }
  // The tree may put the head of a name elsewhere than the names do.
  const ActorMention* around = nullptr;
  for (const ActorMention& mention : mentions_) {
    if (mention.first_token <= token && token < mention.last_token &&
        !tree_->is_below(mention.head_token, token) &&
        (around == nullptr || mention.span.size() < around->span.size())) {
      around = &mention;
    }
  }
  const Upos upos = tree_->token(token).upos;
  if (around != nullptr && (upos == Upos::PROPN || upos == Upos::X)) take(*around);
}

std::vector<FoundActor> SentenceActors::against(std::int32_t token) const {
  std::vector<FoundActor> found;
  for (const ActorMention& mention : mentions_) {
    if (mention.head_token == token && is_opposed(tree_->token(token)))
      found.push_back({.actor = mention.actor,
                       .span = mention.span,
                       .token = token,
                       .owner = false,
                       .territory = false});
  }
  return found;
}

/// "in Quito, the capital of Ecuador": says where, and of whom it is takes no part.
bool SentenceActors::describes_place(std::int32_t token) const {
  return (tree_->is(token, "appos") || tree_->is(token, "parataxis")) &&
         tree_->words().is(ClauseWord::describing_place, tree_->token(token).lemma);
}

void SentenceActors::owners(std::int32_t token, int depth, std::vector<FoundActor>& found) const {
  if (depth <= 0 || describes_place(token)) return;
  const auto ask = [&](std::int32_t child) {
    named(child, found);
    if (found.empty()) owners(child, depth - 1, found);
    if (found.empty()) return false;
    // "French and Egyptian warships"
    for (const std::int32_t other : tree_->children(child)) {
      if (tree_->token(other).deprel == "conj") named(other, found);
    }
    return true;
  };
  const bool opposite = tree_->words().is(ClauseWord::somebody_else, tree_->token(token).lemma);
  for (const std::string_view relation : {"nmod:poss", "amod", "compound", "flat", "appos"}) {
    if (opposite && relation == "nmod:poss") continue;
    for (const std::int32_t child : tree_->children(token)) {
      if (tree_->is(child, relation) && !names_holder(child) && ask(child)) return;
    }
  }
  if (opposite) return;
  for (const std::int32_t child : tree_->children(token)) {
    if (tree_->token(child).deprel != "nmod") continue;
    const std::string_view marker = tree_->marker(child);
    if ((marker == "of" || marker == "from" || marker == "for") && ask(child)) return;
  }
}

/// "his new party, the Action Congress", "his Russian counterpart, Sergei Lavrov": what is called a
/// body, or somebody by what he is to another, is the one that is named beside it.
void SentenceActors::take_name(std::int32_t token, std::vector<FoundActor>& found) const {
  const bool somebody = tree_->words().is(ClauseWord::somebody_else, tree_->token(token).lemma);
  const bool body = found.empty() || actor(found.front().actor).kind == ActorKind::organization;
  if (found.size() > 1 || tree_->token(token).upos != Upos::NOUN || (!body && !somebody)) return;
  for (const std::int32_t child : tree_->children(token)) {
    if (!tree_->is(child, "appos") || tree_->token(child).upos != Upos::PROPN) continue;
    std::vector<FoundActor> name;
    named(child, name);
    if (name.size() != 1 || name.front().territory) continue;
    const ActorKind kind = actor(name.front().actor).kind;
    if (kind == ActorKind::organization || kind == ActorKind::armed_group ||
        (somebody && kind == ActorKind::person))
      found = name;
  }
}

std::vector<FoundActor> SentenceActors::of_token(std::int32_t token) const {
  std::vector<FoundActor> found;
  named(token, found);
  take_name(token, found);
  if (found.empty()) {
    owners(token, 3, found);
    for (FoundActor& actor : found) actor.owner = true;
  }
  return found;
}

bool SentenceActors::is_country(const FoundActor& found) const {
  return !actor(found.actor).country.empty() && actor(found.actor).kind != ActorKind::person;
}

Span SentenceActors::telling_span(const FoundActor& found) const {
  if (tree_->token(found.token).upos != Upos::PRON) return found.span;
  const ActorMention* best = nullptr;
  for (const ActorMention& mention : mentions_) {
    if (mention.actor != found.actor || mention.reference == Reference::pronoun) continue;
    if (best == nullptr || mention.span.size() > best->span.size()) best = &mention;
  }
  return best == nullptr ? found.span : best->span;
}

std::vector<FoundActor> SentenceActors::beside_owner(const FoundActor& owner) const {
  const std::int32_t noun = tree_->head(owner.token);
  if (!owner.owner || noun < 0 || !tree_->is(owner.token, "nmod:poss")) return {};
  std::vector<FoundActor> found;
  for (const std::int32_t child : tree_->children(noun)) {
    if (tree_->is(child, "amod") || tree_->is(child, "compound")) named(child, found);
  }
  std::erase_if(found, [&](const FoundActor& one) { return one.actor == owner.actor; });
  for (FoundActor& one : found) one.owner = true;
  return found;
}

std::vector<FoundActor> SentenceActors::persons_below(std::int32_t token) const {
  std::vector<FoundActor> found;
  std::vector<std::int32_t> open{token};
  for (std::size_t i = 0; i < open.size() && i < 16; ++i) {
    for (const std::int32_t child : tree_->children(open[i])) {
      const std::string_view relation = tree_->token(child).deprel;
      if (relation != "conj" && relation != "nmod" && relation != "appos" && relation != "flat")
        continue;
      open.push_back(child);
      if (relation != "conj") continue;
      std::vector<FoundActor> here;
      named(child, here);
      for (const FoundActor& one : here) {
        if (actor(one.actor).kind == ActorKind::person) found.push_back(one);
      }
    }
  }
  return found;
}

std::vector<FoundActor> SentenceActors::before(std::int32_t token) const {
  constexpr std::int32_t reach = 4;
  const ActorMention* best = nullptr;
  for (const ActorMention& mention : mentions_) {
    if (mention.last_token > token || mention.last_token < token - reach) continue;
    if (is_opposed(tree_->token(mention.head_token))) continue;
    // "Oslo said the bomb that": who said it is not what follows
    bool other_clause = false;
    for (std::int32_t i = mention.last_token; i < token; ++i)
      other_clause = other_clause || tree_->token(i).upos == Upos::VERB;
    if (other_clause) continue;
    if (best == nullptr || mention.last_token > best->last_token ||
        (mention.last_token == best->last_token && mention.span.size() > best->span.size())) {
      best = &mention;
    }
  }
  if (best == nullptr) return {};
  return {{.actor = best->actor,
           .span = best->span,
           .token = best->head_token,
           .owner = false,
           .territory = best->territory}};
}

/// "Hussein and a backlash from his supporters": a man is joined by men and not by a thing of
/// theirs; but of "Hussein and two of his aides" the aides are meant.
bool SentenceActors::joins_as_thing(std::int32_t token, std::size_t conjunct,
                                    const std::vector<FoundActor>& before) const {
  if (conjunct == 0 || before.empty() || before.front().owner) return false;
  const Token& word = tree_->token(token);
  const bool some = (word.upos == Upos::NUM && word.lemma != "one") ||
                    one_of(word.lemma, {"some", "several", "many", "most", "all"});
  return !some && actor(before.front().actor).kind == ActorKind::person;
}

std::vector<FoundActor> SentenceActors::in_phrase(std::int32_t token) const {
  std::vector<FoundActor> found;
  std::vector<std::int32_t> open{token};
  for (std::size_t i = 0; i < open.size() && i < 24; ++i) {
    for (const FoundActor& one : of_token(open[i])) {
      const bool known = std::any_of(found.begin(), found.end(), [&](const FoundActor& other) {
        return other.actor == one.actor;
      });
      if (!known && !(one.owner && joins_as_thing(open[i], i, found))) found.push_back(one);
    }
    for (const std::int32_t child : tree_->children(open[i])) {
      if (tree_->token(child).deprel == "conj") open.push_back(child);
      // "Israel-Syrian talks"
      if (tree_->token(child).deprel == "compound" && child + 1 < open[i] &&
          tree_->token(child + 1).form == "-") {
        std::vector<FoundActor> first;
        named(child, first);
        const bool new_one = first.size() == 1 && found.size() == 1 && is_country(first[0]) &&
                             is_country(found[0]) && first[0].actor != found[0].actor;
        if (new_one) found.insert(found.begin(), first[0]);
      }
      // "U.S. and Pakistani teams": both countries.
      if (!tree_->is(child, "amod") && !tree_->is(child, "compound")) continue;
      for (const std::int32_t other : tree_->children(child)) {
        if (tree_->token(other).deprel != "conj") continue;
        std::vector<FoundActor> pair;
        named(child, pair);
        named(other, pair);
        if (pair.size() != 2 || !is_country(pair[0]) || !is_country(pair[1])) continue;
        found = pair;
      }
    }
  }
  return found;
}

}  // namespace annals
