// Links mentions that somebody else found: reads articles with their mentions, one JSON object a
// line, and prints for each mention the event that it was linked into.
//
//   {"id","source","published","text","title":[start,end],"sentences":[[start,end]],
//    "mentions":[{"id","type","cameo","start","end","clause":[start,end],"sentence":[start,end],
//                 "date","status","participants":[{"name","kind","role","start","end"}]}]}
//
// Offsets are bytes; "date" is EDTF. Everything but "id", "text" and "mentions" may be left out.

#include <algorithm>
#include <iostream>
#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "link/link.h"
#include "tests/support/link_words.h"

namespace annals {
namespace {

using Json = nlohmann::json;

Span span_of(const Json& pair) {
  return {pair.at(0).get<std::uint32_t>(), pair.at(1).get<std::uint32_t>()};
}

void add_participants(const Json& from, Mention& mention, std::map<ActorId, Actor>& actors) {
  for (const auto& each : from) {
    const auto kind = parse_actor_kind(each.value("kind", "person")).value_or(ActorKind::person);
    const auto name = each.at("name").get<std::string>();
    const ActorId id = actor_id(kind, name);
    actors.emplace(id, Actor{.id = id, .kind = kind, .name = name});
    mention.participants.push_back(
        {.actor = id, .role = parse_role(each.value("role", "other")).value_or(Role::other)});
  }
}

Facts facts_of(const Json& article, std::map<MentionId, std::string>& names) {
  Facts facts;
  facts.article.text = article.at("text").get<std::string>();
  facts.article.name = article.at("id").get<std::string>();
  facts.article.path = facts.article.name;
  facts.article.id = ArticleId{hash_of({facts.article.name, facts.article.text})};
  facts.article.source = article.value("source", "");
  const auto published = parse_edtf(article.value("published", ""));
  if (published && published->precision == Precision::day) facts.article.published = published;
  if (article.contains("title")) {
    facts.article.blocks.push_back(
        {.span = span_of(article.at("title")), .kind = BlockKind::title});
  }
  for (const auto& sentence : article.value("sentences", Json::array()))
    facts.sentences.push_back(span_of(sentence));
  std::map<ActorId, Actor> actors;
  for (const auto& each : article.at("mentions")) {
    Mention mention{.article = facts.article.id,
                    .type = each.value("type", ""),
                    .cameo = each.value("cameo", "")};
    mention.trigger = {each.at("start").get<std::uint32_t>(), each.at("end").get<std::uint32_t>()};
    mention.sentence = each.contains("sentence") ? span_of(each.at("sentence")) : mention.trigger;
    mention.evidence = each.contains("clause") ? span_of(each.at("clause")) : mention.sentence;
    mention.date = parse_edtf(each.value("date", "")).value_or(EventDate{});
    mention.date_basis = each.value("date", "").empty() ? DateBasis::none : DateBasis::expression;
    mention.status = parse_status(each.value("status", "happened")).value_or(Status::happened);
    mention.confidence = 0.8;
    add_participants(each.value("participants", Json::array()), mention, actors);
    mention.id = mention_id(mention);
    // Two mentions of one place and type are one to the linker.
    const auto name = each.at("id").get<std::string>();
    auto& known = names[mention.id];
    known += (known.empty() ? "" : "\n") + name;
    facts.mentions.push_back(std::move(mention));
  }
  std::stable_sort(facts.mentions.begin(), facts.mentions.end(),
                   [](auto& a, auto& b) { return a.trigger < b.trigger; });
  for (const auto& [id, actor] : actors) facts.actors.push_back(actor);
  return facts;
}

int run() {
  std::vector<Facts> all;
  std::map<MentionId, std::string> names;
  for (std::string line; std::getline(std::cin, line);) {
    if (!line.empty()) all.push_back(facts_of(Json::parse(line), names));
  }
  for (const Event& event : link_facts(all, {}, test::link_words()).events) {
    for (const MentionId mention : event.mentions) {
      std::string_view left = names.at(mention);
      while (!left.empty()) {
        const auto end = std::min(left.find('\n'), left.size());
        std::cout << left.substr(0, end) << '\t' << format_hex(event.id.value) << '\n';
        left.remove_prefix(std::min(end + 1, left.size()));
      }
    }
  }
  return 0;
}

}  // namespace
}  // namespace annals

int main() {
  try {
    return annals::run();
  } catch (const std::exception& error) {
    std::cerr << "link_gold: " << error.what() << '\n';
    return 1;
  }
}
