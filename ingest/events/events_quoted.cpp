#include "ingest/events/events_quoted.h"

#include <algorithm>
#include <utility>

#include "graph/ascii.h"
#include "ingest/actors/actors_phrases.h"
#include "ingest/events/events_acts.h"
#include "ingest/events/events_evidence.h"
#include "ingest/events/events_mention.h"
#include "ingest/events/status_clauses.h"
#include "ingest/mend/events_mend.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

constexpr std::uint32_t reach = 4;  // sentences from a quoted one to who says it
constexpr std::int32_t fewest = 3;  // words of a sentence that is asked

std::int32_t root_of(const Sentence& sentence) {
  for (std::int32_t at = 0; at < sentence.size(); ++at) {
    if (sentence.at(at).head < 0) return at;
  }
  return -1;
}

/// "it said", "they noted": who that is the text does not tell as surely as for "he" or a name.
bool is_vague(const SentenceTree& tree, std::int32_t speaker) {
  return tree.token(speaker).upos == Upos::PRON &&
         !one_of(lowered(tree.token(speaker).form), {"he", "she", "who"});
}

/// "He quoted Stalin as saying": who speaks in the quotation is not who quotes it.
bool quotes_another(const SentenceTree& tree, std::int32_t verb) {
  const std::int32_t above = tree.head(verb);
  return above >= 0 && tree.marker(verb) == "as" && !is_passive(tree, above);
}

/// "We should go on", "our stand should be", "it must be noted": asked of nobody else.
bool is_asked_of_others(const SentenceTree& tree, std::int32_t clause) {
  const std::int32_t who = tree.child(clause, "nsubj");
  if (who < 0) return true;
  const std::int32_t owner = tree.child(who, "nmod:poss");
  return !one_of(lowered(tree.token(who).form), {"we", "i", "it", "you"}) &&
         (owner < 0 || !one_of(lowered(tree.token(owner).form), {"our", "my"}));
}

/// "We will help them", but not "I would help them", which nobody asked.
bool is_promise(const SentenceTree& tree, std::int32_t clause) {
  return tree.any_child(clause, [&](std::int32_t child) {
    return tree.is(child, "aux") && one_of(tree.token(child).lemma, {"will", "shall"});
  });
}

/// "They are innocent": in a quotation nobody speaks of himself so.
bool is_of_third(const SentenceTree& tree, std::int32_t clause) {
  const std::int32_t who = tree.child(clause, "nsubj");
  return who >= 0 && one_of(lowered(tree.token(who).form), {"he", "she", "they"});
}

/// A pensioner of his day, an analyst of a price: no acts of public life.
bool is_private(const Actor& speaker) {
  constexpr std::string_view sectors[] = {"BUS", "AGR", "EDU", "JRN", "SOC", "CVL"};  // CAMEO
  return ends_with_one_of(speaker.code, sectors);
}

/// "This is necessary", "we need help": of several sentences few that say so ask for anything.
bool is_mere_appeal(const EventRule& rule) { return rule.code == "020"; }

/// The sentence with its attribution: two more words, "X said", the last of which governs it.
Sentence attributed(Sentence sentence) {
  const std::int32_t root = root_of(sentence);
  const std::int32_t said = sentence.size() + 1;
  const Span span = sentence.at(root).span;
  sentence.at(root).head = said;
  sentence.at(root).deprel = "ccomp";
  sentence.tokens.push_back({.span = span,
                             .form = "Speaker",
                             .lemma = "Speaker",
                             .xpos = "NNP",
                             .feats = "Number=Sing",
                             .deprel = "nsubj",
                             .head = said,
                             .upos = Upos::PROPN});
  sentence.tokens.push_back({.span = span,
                             .form = "said",
                             .lemma = "say",
                             .xpos = "VBD",
                             .feats = "Mood=Ind|Tense=Past|VerbForm=Fin",
                             .deprel = "root",
                             .head = -1,
                             .upos = Upos::VERB});
  return sentence;
}

}  // namespace

QuotedReader::QuotedReader(const Article& article, const Analysis& analysis, const Cast& cast,
                           const Dating& dating, const EventRules& rules)
    : article_(article),
      analysis_(analysis),
      cast_(cast),
      dating_(dating),
      rules_(rules),
      quotations_(find_quotations(analysis)) {}

bool QuotedReader::is_body(std::uint32_t sentence) const {
  const std::uint32_t block = analysis_.sentences[sentence].block;
  return block >= article_.blocks.size() || article_.blocks[block].kind == BlockKind::body;
}

/// From end to end, and so neither "a 'war on terror'" nor "'It is over,' he said".
bool QuotedReader::is_quoted(std::uint32_t sentence) const {
  const auto& tokens = analysis_.sentences[sentence].tokens;
  const auto& inside = quotations_.inside[sentence];
  std::int32_t words = 0;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (tokens[t].upos == Upos::PUNCT) continue;
    if (!inside[t]) return false;
    ++words;
  }
  return words >= fewest && is_body(sentence);
}

/// The verb of saying of the main clause counts before others; of several others none does.
std::optional<QuotedReader::Attribution> QuotedReader::attribution_in(
    std::uint32_t sentence) const {
  const auto& inside = quotations_.inside[sentence];
  const auto is_quoted_at = [&](std::int32_t at) { return inside[static_cast<std::size_t>(at)]; };
  const Sentence mended_one = mended(analysis_.sentences[sentence], rules_);
  const SentenceTree tree(mended_one, rules_.words());
  const SentenceActors actors(tree, sentence, cast_);
  std::optional<Attribution> found;
  bool several = false;
  for (std::int32_t verb = 0; verb < tree.size(); ++verb) {
    const Token& token = tree.token(verb);
    if (token.upos != Upos::VERB || is_quoted_at(verb) || !rules_.in_list("saying", token.lemma))
      continue;
    const std::int32_t subject = verb_frame(tree, verb).find("subj");
    if (subject < 0 || is_quoted_at(subject)) continue;
    const auto speakers = actors.of_token(subject);
    if (speakers.empty() || speakers.front().token != subject || is_vague(tree, subject) ||
        quotes_another(tree, verb))
      continue;
    Attribution one{.sentence = sentence, .verb = verb, .speaker = speakers.front()};
    one.speaker.span = actors.telling_span(one.speaker);
    if (tree.head(verb) < 0) return one;
    several = several || (found && found->speaker.actor != one.speaker.actor);
    if (!found) found = one;
  }
  return several ? std::nullopt : found;
}

/// Whoever says it where the quotation begins or ends, else who spoke right before.
std::optional<QuotedReader::Attribution> QuotedReader::attribution_of(
    std::uint32_t sentence) const {
  const auto opened = static_cast<std::uint32_t>(quotations_.opened[sentence]);
  if (opened < sentence) {
    if (auto found = attribution_in(opened)) return found;
  }
  const auto count = static_cast<std::uint32_t>(analysis_.sentences.size());
  for (std::uint32_t at = sentence; quotations_.is_open_after(at) && at < sentence + reach;) {
    if (++at >= count || quotations_.opened[at] != opened) break;
    if (auto found = attribution_in(at)) return found;
  }
  for (std::uint32_t at = opened; at > 0 && at + reach > opened;) {
    if (!is_body(--at)) return std::nullopt;
    if (!is_quoted(at)) return attribution_in(at);
  }
  return std::nullopt;
}

Mention QuotedReader::mention_of(const SentenceTree& tree, const SentenceActors& actors,
                                 const Match& match, const Attribution& by) const {
  const EventRule& rule = rules_.rule(match.rule);
  Match shown = match;  // in the words of the quotation
  shown.trigger = match.frame.find("ccomp");
  shown.sources.clear();
  Mention mention = begun_mention(article_, tree, rule, shown.trigger);
  mention.evidence = evidence_of(tree, rules_, shown);
  mention.participants.push_back(
      {cast_.actors[by.speaker.actor].id, Role::source, by.speaker.span});
  for (const FoundActor& target : match.targets) {
    if (target.actor == by.speaker.actor) continue;
    mention.participants.push_back(
        {cast_.actors[target.actor].id, Role::target, actors.telling_span(target)});
  }
  order_participants(mention);
  set_dated(article_,
            dating_.date_of({.sentence = by.sentence, .token = by.verb, .reporting = true}),
            mention);
  close_mention(tree, rule, match, cast_.actors, mention);
  return mention;
}

std::optional<Mention> QuotedReader::act_in(std::uint32_t sentence,
                                            std::span<const Mention> told) const {
  if (!is_quoted(sentence)) return std::nullopt;
  Sentence quoted = mended(analysis_.sentences[sentence], rules_);
  const std::int32_t root = root_of(quoted);
  if (root < 0) return std::nullopt;
  {
    const SentenceTree tree(quoted, rules_.words());
    if (tree.child(root, "cop") < 0 && !has_own_tense(tree, root)) return std::nullopt;
  }
  const auto by = attribution_of(sentence);
  if (!by || is_private(cast_.actors[by->speaker.actor])) return std::nullopt;
  quoted = attributed(std::move(quoted));
  const std::int32_t said = quoted.size() - 1;
  const SentenceTree tree(quoted, rules_.words());
  const auto own = mentions_in(cast_, sentence);
  std::vector<ActorMention> mentions(own.begin(), own.end());
  mentions.push_back({.sentence = sentence,
                      .first_token = said - 1,
                      .last_token = said,
                      .head_token = said - 1,
                      .span = by->speaker.span,
                      .actor = by->speaker.actor});
  const SentenceActors actors(tree, mentions, cast_);
  auto match = find_match(tree, actors, rules_, said);
  if (!match || match->frame.find("ccomp") < 0) return std::nullopt;
  const EventRule& rule = rules_.rule(match->rule);
  const bool again = std::any_of(told.begin(), told.end(),
                                 [&](const Mention& one) { return one.type == rule.type; });
  const std::int32_t clause = match->frame.find("ccomp");
  const bool acts = is_saying(rule.type) || (rule.type == "AGREE" && is_promise(tree, clause));
  if (!acts || is_mere_appeal(rule) || again) return std::nullopt;
  const bool of_oneself = one_of(rule.type, {"REJECT", "THREATEN", "AGREE"});
  if ((rule.type == "REQUEST" && !is_asked_of_others(tree, clause)) ||
      (of_oneself && is_of_third(tree, clause)))
    return std::nullopt;
  if (match->near_target && rule.type == "ACCUSE") match->targets.clear();
  if (rule.needs_target && match->targets.empty()) return std::nullopt;
  return mention_of(tree, actors, *match, *by);
}

}  // namespace annals
