#include "app/extract_json.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <nlohmann/json.hpp>

namespace annals {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json span_json(Span span) { return {{"start", span.begin}, {"end", span.end}}; }

Json article_json(const Article& article) {
  return {{"id", article.name.empty() ? format_hex(article.id.value) : article.name},
          {"path", article.path},
          {"title", text_or_null(article.title)},
          {"published", article.published ? Json(format_edtf(*article.published)) : Json()},
          {"published_basis", format_basis(article.published_basis)},
          {"source", text_or_null(article.source)},
          {"url", text_or_null(article.url)}};
}

const Actor* find_actor(const Facts& facts, ActorId id) {
  const auto found =
      std::lower_bound(facts.actors.begin(), facts.actors.end(), id,
                       [](const Actor& actor, ActorId wanted) { return actor.id < wanted; });
  return found != facts.actors.end() && found->id == id ? &*found : nullptr;
}

Json participant_json(const Facts& facts, const Participant& participant) {
  Json json = {{"role", format_role(participant.role)}};
  if (const Actor* actor = find_actor(facts, participant.actor)) {
    json["name"] = actor->name;
    json["kind"] = format_kind(actor->kind);
    json["code"] = text_or_null(actor->code);
    json["aliases"] = actor->aliases;
  }
  const bool named = participant.span.size() > 0;
  json["mention"] = named ? Json(slice(facts.article.text, participant.span)) : Json();
  json["start"] = named ? Json(participant.span.begin) : Json();
  json["end"] = named ? Json(participant.span.end) : Json();
  return json;
}

Json said_by_json(const Facts& facts, const Mention& mention) {
  const Actor* actor = mention.said_by ? find_actor(facts, *mention.said_by) : nullptr;
  if (actor == nullptr) return nullptr;
  return {{"name", actor->name}, {"code", text_or_null(actor->code)}};
}

Json place_json(const Mention& mention) {
  if (!mention.place) return nullptr;
  const Place& place = *mention.place;
  return {{"name", place.name},
          {"country", text_or_null(place.country)},
          {"lat", place.latitude ? Json(*place.latitude) : Json()},
          {"lon", place.longitude ? Json(*place.longitude) : Json()}};
}

Json event_json(const Facts& facts, const Mention& mention) {
  Json actors = Json::array();
  for (const auto& participant : mention.participants) {
    actors.push_back(participant_json(facts, participant));
  }
  Json counts = Json::object();
  for (const auto& count : mention.counts) {
    // A whole number is written without ".0".
    const auto whole = static_cast<std::int64_t>(count.value);
    counts[count.what] =
        static_cast<double>(whole) == count.value ? Json(whole) : Json(count.value);
  }
  Json evidence = span_json(mention.evidence);
  evidence["text"] = slice(facts.article.text, mention.evidence);
  return {{"id", format_hex(mention.id.value)},
          {"type", mention.type},
          {"mode", text_or_null(mention.mode)},
          {"cameo", text_or_null(mention.cameo)},
          {"actors", std::move(actors)},
          {"date", text_or_null(format_edtf(mention.date))},
          {"precision", format_precision(mention.date.precision)},
          {"date_basis", format_date_basis(mention.date_basis)},
          {"date_text", text_or_null(mention.date_text)},
          {"status", format_status(mention.status)},
          {"said_by", said_by_json(facts, mention)},
          {"place", place_json(mention)},
          {"counts", std::move(counts)},
          {"confidence", mention.confidence},
          {"rule", mention.rule},
          {"evidence", std::move(evidence)}};
}

/// Everybody whom the article speaks of, with the words that do.
Json cast_json(const Article& article, const Cast& cast) {
  static constexpr std::array<std::string_view, 3> references = {"name", "nominal", "pronoun"};
  Json actors = Json::array();
  for (const auto& actor : cast.actors) {
    actors.push_back({{"name", actor.name},
                      {"kind", format_kind(actor.kind)},
                      {"code", text_or_null(actor.code)},
                      {"country", text_or_null(actor.country)},
                      {"aliases", actor.aliases},
                      {"mentions", Json::array()}});
  }
  for (const auto& mention : cast.mentions) {
    Json row = span_json(mention.span);
    row["text"] = slice(article.text, mention.span);
    row["by"] = references.at(static_cast<std::size_t>(mention.reference));
    if (mention.territory) row["territory"] = true;
    actors[mention.actor]["mentions"].push_back(std::move(row));
  }
  return actors;
}

}  // namespace

void write_extract_json(std::ostream& out, const Extracted& extracted) {
  const Facts& facts = extracted.facts;
  Json json;
  json["article"] = article_json(facts.article);
  auto& blocks = json["blocks"] = Json::array();
  for (const auto& block : facts.article.blocks) {
    Json row = span_json(block.span);
    row["kind"] = format_block_kind(block.kind);
    blocks.push_back(std::move(row));
  }
  auto& sentences = json["sentences"] = Json::array();
  for (const Span span : facts.sentences) sentences.push_back(span_json(span));
  auto& timexes = json["timex"] = Json::array();
  for (const auto& timex : facts.timexes) {
    Json row = span_json(timex.span);
    row["text"] = slice(facts.article.text, timex.span);
    row["type"] = timex.type;
    row["value"] = timex.value;
    if (!timex.mod.empty()) row["mod"] = timex.mod;
    timexes.push_back(std::move(row));
  }
  auto& events = json["events"] = Json::array();
  for (const auto& mention : facts.mentions) events.push_back(event_json(facts, mention));
  if (extracted.cast) json["actors"] = cast_json(facts.article, *extracted.cast);
  if (!extracted.span_dates.empty()) {
    auto& dates = json["span_dates"] = Json::array();
    for (const auto& dated : extracted.span_dates) {
      Json row = span_json(dated.span);
      row["date"] = text_or_null(format_edtf(dated.date));
      row["basis"] = format_date_basis(dated.basis);
      dates.push_back(std::move(row));
    }
  }
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace annals
