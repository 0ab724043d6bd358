#include "ingest/events/events_mention.h"

#include <algorithm>

#include "ingest/events/confidence.h"

namespace annals {

Mention begun_mention(const Article& article, const SentenceTree& tree, const EventRule& rule,
                      std::int32_t trigger) {
  Mention mention;
  mention.article = article.id;
  mention.type = rule.type;
  mention.mode = rule.mode;
  mention.cameo = rule.code;
  mention.rule = rule.where;
  mention.trigger = tree.token(trigger).span;
  mention.sentence = tree.sentence().span;
  return mention;
}

void set_dated(const Article& article, const DatedBy& dated, Mention& mention) {
  mention.date = dated.date;
  mention.date_basis = dated.basis;
  mention.date_text.clear();
  if (dated.words.size() > 0) mention.date_text = slice(article.text, dated.words);
}

void order_participants(Mention& mention) {
  std::stable_sort(
      mention.participants.begin(), mention.participants.end(),
      [](const Participant& a, const Participant& b) { return a.span.begin < b.span.begin; });
}

void close_mention(const SentenceTree& tree, const EventRule& rule, const Match& match,
                   std::span<const Actor> cast, Mention& mention) {
  mention.confidence = confidence_of(mention, cast,
                                     {.trust = rule.trust,
                                      .parse = static_cast<double>(tree.sentence().confidence),
                                      .merged = match.merged,
                                      .near = match.near_target});
  mention.id = mention_id(mention);
}

}  // namespace annals
