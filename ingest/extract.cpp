#include "ingest/extract.h"

#include <algorithm>
#include <utility>

#include "ingest/actors/actors.h"
#include "ingest/dates/dateline_times.h"
#include "ingest/dates/event_dates.h"
#include "ingest/dates/timex.h"
#include "ingest/events/events.h"
#include "ingest/pages/page_words.h"
#include "ingest/trees/analyzer.h"

namespace annals {
namespace {

/// Keeps the actors that a mention refers to, in the order of their ids, one for each id.
std::vector<Actor> used_actors(std::vector<Actor> actors, const std::vector<Mention>& mentions) {
  std::vector<ActorId> used;
  for (const auto& mention : mentions) {
    for (const auto& participant : mention.participants) used.push_back(participant.actor);
    if (mention.said_by) used.push_back(*mention.said_by);
  }
  std::sort(used.begin(), used.end());
  std::erase_if(actors, [&](const Actor& actor) {
    return !std::binary_search(used.begin(), used.end(), actor.id);
  });
  std::stable_sort(actors.begin(), actors.end(),
                   [](const Actor& a, const Actor& b) { return a.id < b.id; });
  const auto same_id = [](const Actor& a, const Actor& b) { return a.id == b.id; };
  actors.erase(std::unique(actors.begin(), actors.end(), same_id), actors.end());
  return actors;
}

/// The spans of the blocks, with those that are not read emptied so that indices stay.
std::vector<Span> read_spans(const Article& article) {
  std::vector<Span> spans;
  spans.reserve(article.blocks.size());
  for (const auto& block : article.blocks) {
    spans.push_back(is_read(block.kind) ? block.span : Span{block.span.begin, block.span.begin});
  }
  return spans;
}

Analysis analyze(const Article& article, const Language& language) {
  return language.analyzer().analyze(article.text, read_spans(article),
                                     language.page_words().text_words());
}

}  // namespace

Facts extract(Article article, const Language& language, Cast* cast_out) {
  Facts facts;
  facts.language = language.fingerprint();
  facts.article = std::move(article);
  const Article& read = facts.article;
  const Analysis analysis = analyze(read, language);
  for (const auto& sentence : analysis.sentences) facts.sentences.push_back(sentence.span);

  const auto timexes = find_timexes(read, analysis, language.dates());
  facts.timexes = find_dateline_times(read, language.dates(), language.page_words());
  for (const auto& found : timexes) facts.timexes.push_back(found.timex);
  std::stable_sort(facts.timexes.begin(), facts.timexes.end(),
                   [](const Timex& a, const Timex& b) { return a.span.begin < b.span.begin; });
  Cast cast = find_actors(read, analysis, language.actors());
  const Dating dating(read, analysis, timexes, language.dates());
  facts.mentions = find_events(read, analysis, cast, dating, language.actors(), language.events());
  if (cast_out != nullptr) *cast_out = cast;
  facts.actors = used_actors(std::move(cast.actors), facts.mentions);
  return facts;
}

std::vector<SpanDate> date_spans(const Article& article, std::span<const Span> spans,
                                 const Language& language) {
  const Analysis analysis = analyze(article, language);
  const auto timexes = find_timexes(article, analysis, language.dates());
  const Dating dating(article, analysis, timexes, language.dates());
  std::vector<SpanDate> result;
  result.reserve(spans.size());
  for (const Span span : spans) {
    const DatedBy found = dating.date_at(span);
    result.push_back({.span = span, .date = found.date, .basis = found.basis});
  }
  return result;
}

std::vector<UncodedWord> uncoded_words(const Article& article, const Language& language) {
  const Analysis analysis = analyze(article, language);
  const Cast cast = find_actors(article, analysis, language.actors());
  return find_uncoded(article, analysis, cast, language.events());
}

}  // namespace annals
