#include "export/archive.h"

#include <sstream>

#include <nlohmann/json.hpp>

#include "export/json_writer.h"
#include "export/writers.h"
#include "graph/error.h"

namespace annals {
namespace {

using Json = nlohmann::json;

[[noreturn]] void fail(const std::string& what) { throw Error(ErrorKind::input, what); }

// Writing
// -----------------------------------------------------------------------------------------------------------

void write(JsonWriter& json, std::string_view key, Span span) {
  json.key(key).array().value(span.begin).value(span.end).end_array();
}

void write_date(JsonWriter& json, std::string_view key, const EventDate& date) {
  json.field(key, format_edtf(date));
  // EDTF has no word for a precision that its shape does not show.
  const auto read = parse_edtf(format_edtf(date));
  if (read && *read == date) return;
  json.key(std::string(key) + "_exact").object();
  json.field("first", format_day(date.first)).field("last", format_day(date.last));
  json.field("precision", format_precision(date.precision)).field("approximate", date.approximate);
  json.field("month", static_cast<int>(date.month))
      .field("day", static_cast<int>(date.day))
      .end_object();
}

void write_article(JsonWriter& json, const Article& article) {
  json.key("article").object();
  json.field("id", format_hex(article.id.value))
      .field("name", article.name)
      .field("path", article.path);
  json.field("source", article.source).field("title", article.title).field("url", article.url);
  if (article.published) write_date(json, "published", *article.published);
  json.field("published_basis", format_basis(article.published_basis));
  json.field("published_text", article.published_text).field("text", article.text);
  json.key("blocks").array();
  for (const auto& block : article.blocks) {
    json.array()
        .value(block.span.begin)
        .value(block.span.end)
        .value(format_block_kind(block.kind))
        .end_array();
  }
  json.end_array().end_object();
}

void write_actor(JsonWriter& json, const Actor& actor) {
  json.object()
      .field("id", format_hex(actor.id.value))
      .field("kind", format_kind(actor.kind))
      .field("name", actor.name);
  json.key("aliases").array();
  for (const auto& alias : actor.aliases) json.value(alias);
  json.end_array().field("code", actor.code).field("country", actor.country).key("roles").array();
  for (const auto& role : actor.roles) {
    json.object().field("title", role.title).field("code", role.code);
    write_date(json, "seen", role.seen);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_place(JsonWriter& json, const Place& place) {
  json.key("place").object().field("name", place.name).field("country", place.country);
  if (place.latitude) json.field("lat", *place.latitude);
  if (place.longitude) json.field("lon", *place.longitude);
  json.end_object();
}

void write_mention(JsonWriter& json, const Mention& mention) {
  json.object()
      .field("id", format_hex(mention.id.value))
      .field("type", mention.type)
      .field("mode", mention.mode);
  json.field("cameo", mention.cameo).key("participants").array();
  for (const auto& participant : mention.participants) {
    json.object()
        .field("role", format_role(participant.role))
        .field("actor", format_hex(participant.actor.value));
    write(json, "span", participant.span);
    json.end_object();
  }
  json.end_array();
  write_date(json, "date", mention.date);
  json.field("date_basis", format_date_basis(mention.date_basis))
      .field("date_text", mention.date_text);
  json.field("status", format_status(mention.status));
  if (mention.said_by) json.field("said_by", format_hex(mention.said_by->value));
  if (mention.place) write_place(json, *mention.place);
  json.key("counts").array();
  for (const auto& count : mention.counts) {
    json.object()
        .field("what", count.what)
        .field("value", count.value)
        .field("words", count.words)
        .end_object();
  }
  json.end_array().field("confidence", mention.confidence).field("rule", mention.rule);
  write(json, "evidence", mention.evidence);
  write(json, "trigger", mention.trigger);
  write(json, "sentence", mention.sentence);
  json.end_object();
}

// Reading
// -----------------------------------------------------------------------------------------------------------

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
  return mention;
}

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
  return facts;
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

Json parse_line(std::string_view line) {
  auto json = Json::parse(line, nullptr, false);
  if (json.is_discarded() || !json.is_object() || !json.contains("record")) {
    fail("not a line of an Annals archive; write one with `annals export jsonl`");
  }
  return json;
}

/// nlohmann's exceptions name the field that is missing or of another type.
template <class Read>
auto with_plain_errors(Read read) {
  try {
    return read();
  } catch (const Json::exception& error) {
    fail(error.what());
  }
}

}  // namespace

std::string format_facts(const Facts& facts) {
  std::ostringstream out;
  JsonWriter json(out);
  json.object().field("record", "facts");
  write_article(json, facts.article);
  json.key("sentences").array();
  for (const auto& span : facts.sentences)
    json.array().value(span.begin).value(span.end).end_array();
  json.end_array().key("timexes").array();
  for (const auto& timex : facts.timexes) {
    json.object();
    write(json, "span", timex.span);
    json.field("type", timex.type).field("value", timex.value).field("mod", timex.mod);
    write_date(json, "date", timex.date);
    json.end_object();
  }
  json.end_array().key("actors").array();
  for (const auto& actor : facts.actors) write_actor(json, actor);
  json.end_array().key("mentions").array();
  for (const auto& mention : facts.mentions) write_mention(json, mention);
  json.end_array().field("language", format_hex(facts.language)).end_object().finish();
  return out.str();
}

Facts parse_facts(std::string_view line) {
  return with_plain_errors([&] {
    auto facts = read_facts(parse_line(line));
    check(facts);
    return facts;
  });
}

void write_archive(std::ostream& out, const Store& store) {
  out << R"({"record":"archive","schema":"annals.archive/1"})" << '\n';
  for (const auto id : store.article_ids()) {
    if (const auto facts = store.facts(id)) out << format_facts(*facts) << '\n';
  }
  for (const auto& decision : store.decisions()) {
    JsonWriter json(out);
    json.object()
        .field("record", "decision")
        .field("id", format_hex(decision.id))
        .field("json", decision.json);
    json.end_object().line().finish();
  }
}

void write_store_archive(std::ostream& out, const Store& store, const FormatOptions&) {
  write_archive(out, store);
}

ArchiveCounts read_archive(std::istream& in, Store& store) {
  ArchiveCounts counts;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    try {
      with_plain_errors([&] {
        const auto json = parse_line(line);
        const auto record = json.at("record").get<std::string>();
        if (record == "facts") {
          auto facts = read_facts(json);
          check(facts);
          store.add(facts) ? ++counts.articles : ++counts.known;
        } else if (record == "decision") {
          const auto id = parse_hex(json.at("id").get<std::string>());
          store.put_decision({id.value_or(0), json.at("json").get<std::string>()});
          ++counts.decisions;
        } else if (record == "archive") {
          if (json.at("schema") != "annals.archive/1")
            fail("an archive of a newer version of Annals");
        } else {
          fail("unknown record \"" + record + "\"; there are: archive, facts, decision");
        }
      });
    } catch (const Error& error) {
      throw Error(ErrorKind::input, "line " + std::to_string(number) + ": " + error.what());
    }
  }
  return counts;
}

}  // namespace annals
