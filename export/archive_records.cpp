#include "export/archive_records.h"

#include <optional>

#include <nlohmann/json.hpp>

#include "graph/error.h"
#include "graph/ids.h"

namespace annals::archive {
namespace {

Span read_span(const Json& json) {
  return {json.at(0).get<std::uint32_t>(), json.at(1).get<std::uint32_t>()};
}

template <class Id>
Id read_id(const Json& json) {
  const auto value = parse_hex(json.get<std::string>());
  if (!value) fail("\"" + json.get<std::string>() + "\" is no id; it has 16 hex digits");
  return Id{*value};
}

template <class Parse>
auto read_word(const Json& json, std::string_view what, Parse parse) {
  const auto word = json.get<std::string>();
  const auto value = parse(word);
  if (!value) fail("\"" + word + "\" is no " + std::string(what));
  return *value;
}

}  // namespace

void fail(const std::string& what) { throw Error(ErrorKind::input, what); }

EventDate read_date(const Json& record, const std::string& key) {
  const auto exact = record.find(key + "_exact");
  if (exact == record.end()) return read_word(record.at(key), "EDTF date", parse_edtf);
  EventDate date;
  date.first = read_word(exact->at("first"), "day", parse_day);
  date.last = read_word(exact->at("last"), "day", parse_day);
  date.precision = read_word(exact->at("precision"), "precision", parse_precision);
  date.approximate = exact->at("approximate").get<bool>();
  date.month = exact->at("month").get<std::uint8_t>();
  date.day = exact->at("day").get<std::uint8_t>();
  return date;
}

Actor read_actor(const Json& json) {
  Actor actor;
  actor.id = read_id<ActorId>(json.at("id"));
  actor.kind = read_word(json.at("kind"), "kind of actor", parse_actor_kind);
  json.at("name").get_to(actor.name);
  json.at("aliases").get_to(actor.aliases);
  json.at("code").get_to(actor.code);
  json.at("country").get_to(actor.country);
  for (const auto& role : json.at("roles")) {
    actor.roles.push_back({role.at("title").get<std::string>(), role.at("code").get<std::string>(),
                           read_date(role, "seen")});
  }
  return actor;
}

namespace {

Article read_article(const Json& json) {
  Article article;
  article.id = read_id<ArticleId>(json.at("id"));
  json.at("name").get_to(article.name);
  json.at("path").get_to(article.path);
  json.at("source").get_to(article.source);
  json.at("title").get_to(article.title);
  json.at("url").get_to(article.url);
  if (json.contains("published")) article.published = read_date(json, "published");
  article.published_basis = read_word(json.at("published_basis"), "basis", parse_published_basis);
  json.at("published_text").get_to(article.published_text);
  json.at("text").get_to(article.text);
  for (const auto& block : json.at("blocks")) {
    article.blocks.push_back(
        {read_span(block), read_word(block.at(2), "kind of block", parse_block_kind)});
  }
  return article;
}

Place read_place(const Json& json) {
  Place place;
  json.at("name").get_to(place.name);
  json.at("country").get_to(place.country);
  if (json.contains("lat")) place.latitude = json.at("lat").get<double>();
  if (json.contains("lon")) place.longitude = json.at("lon").get<double>();
  return place;
}

Mention read_mention(const Json& json, ArticleId article) {
  Mention mention;
  mention.id = read_id<MentionId>(json.at("id"));
  mention.article = article;
  json.at("type").get_to(mention.type);
  json.at("mode").get_to(mention.mode);
  json.at("cameo").get_to(mention.cameo);
  for (const auto& participant : json.at("participants")) {
    mention.participants.push_back({read_id<ActorId>(participant.at("actor")),
                                    read_word(participant.at("role"), "role", parse_role),
                                    read_span(participant.at("span"))});
  }
  mention.date = read_date(json, "date");
  mention.date_basis = read_word(json.at("date_basis"), "basis of a date", parse_date_basis);
  json.at("date_text").get_to(mention.date_text);
  mention.status = read_word(json.at("status"), "status", parse_status);
  if (json.contains("said_by")) mention.said_by = read_id<ActorId>(json.at("said_by"));
  if (json.contains("place")) mention.place = read_place(json.at("place"));
  for (const auto& count : json.at("counts")) {
    mention.counts.push_back({count.at("what").get<std::string>(), count.at("value").get<double>(),
                              count.at("words").get<std::string>()});
  }
  json.at("confidence").get_to(mention.confidence);
  json.at("rule").get_to(mention.rule);
  mention.evidence = read_span(json.at("evidence"));
  mention.trigger = read_span(json.at("trigger"));
  mention.sentence = read_span(json.at("sentence"));
  if (const auto brief = json.find("brief"); brief != json.end()) {
    for (const auto& span : *brief) mention.brief.push_back(read_span(span));
  }
  return mention;
}

/// Spans must lie in the text, ids must lead somewhere: other code trusts them.
void check(const Facts& facts) {
  const auto size = facts.article.text.size();
  const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= size; };
  bool sound = true;
  for (const auto& block : facts.article.blocks) sound = sound && inside(block.span);
  for (const auto& span : facts.sentences) sound = sound && inside(span);
  for (const auto& timex : facts.timexes) sound = sound && inside(timex.span);
  for (const auto& mention : facts.mentions) {
    sound =
        sound && inside(mention.evidence) && inside(mention.trigger) && inside(mention.sentence);
    for (const auto& participant : mention.participants) sound = sound && inside(participant.span);
    for (const Span span : mention.brief) sound = sound && inside(span);
  }
  if (!sound) fail("a span lies outside its article's text");
  const auto known = [&](ActorId id) {
    for (const auto& actor : facts.actors) {
      if (actor.id == id) return true;
    }
    return false;
  };
  for (const auto& mention : facts.mentions) {
    for (const auto& participant : mention.participants) {
      if (!known(participant.actor)) fail("a mention names an actor that is not there");
    }
    if (mention.said_by && !known(*mention.said_by))
      fail("a mention is said by an actor that is not there");
  }
}

}  // namespace

Facts read_facts(const Json& json) {
  Facts facts;
  facts.article = read_article(json.at("article"));
  for (const auto& span : json.at("sentences")) facts.sentences.push_back(read_span(span));
  for (const auto& timex : json.at("timexes")) {
    facts.timexes.push_back({read_span(timex.at("span")), timex.at("type").get<std::string>(),
                             timex.at("value").get<std::string>(),
                             timex.at("mod").get<std::string>(), read_date(timex, "date")});
  }
  for (const auto& actor : json.at("actors")) facts.actors.push_back(read_actor(actor));
  for (const auto& mention : json.at("mentions"))
    facts.mentions.push_back(read_mention(mention, facts.article.id));
  const auto language = parse_hex(json.at("language").get<std::string>());
  facts.language = language.value_or(0);
  check(facts);
  return facts;
}

}  // namespace annals::archive
