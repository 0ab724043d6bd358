#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "export/formats.h"
#include "query/answer.h"

namespace annals::sample {

/// Builds answers in a few lines: actors and articles by number, events with one mention each
/// unless more are added.
class Builder {
 public:
  Builder& actor(std::uint64_t id, ActorKind kind, std::string name, std::string code = "") {
    Actor actor;
    actor.id = {id};
    actor.kind = kind;
    actor.name = std::move(name);
    actor.code = std::move(code);
    answer_.actors.push_back(actor);
    return *this;
  }

  Builder& article(std::uint64_t id, std::string source, std::string_view published,
                   std::string text) {
    Article article;
    article.id = {id};
    article.source = std::move(source);
    article.path = "articles/" + std::to_string(id) + ".txt";
    article.title = "Title " + std::to_string(id);
    if (!published.empty()) {
      article.published = parse_edtf(published);
      article.published_basis = PublishedBasis::stamp;
    }
    article.text = std::move(text);
    answer_.articles.push_back(article);
    return *this;
  }

  /// An event of `type` on `edtf`, told by the words `clause` of article `article`.
  Builder& event(std::uint64_t id, std::string type, std::string_view edtf,
                 std::vector<Participant> participants, std::uint64_t article,
                 std::string_view clause, Status status = Status::happened) {
    Event event;
    event.id = {id};
    event.type = std::move(type);
    event.cameo = "040";
    event.date = *parse_edtf(edtf);
    event.date_basis = edtf.empty() ? DateBasis::none : DateBasis::expression;
    event.participants = std::move(participants);
    event.status = status;
    event.confidence = 0.8;
    answer_.events.push_back(event);
    AnswerRow row;
    row.cells = {format_edtf(event.date), event.type};
    row.event = event.id;
    answer_.rows.push_back(row);
    return told(article, clause);
  }

  /// Another telling of the last event.
  Builder& told(std::uint64_t article, std::string_view clause) {
    Event& event = answer_.events.back();
    Mention mention;
    mention.article = {article};
    mention.type = event.type;
    mention.cameo = event.cameo;
    mention.date = event.date;
    mention.date_basis = event.date_basis;
    mention.date_text = format_edtf(event.date);
    mention.status = event.status;
    mention.participants = event.participants;
    mention.confidence = event.confidence;
    mention.rule = "test.rules:1";
    for (const auto& one : answer_.articles) {
      const auto at = one.text.find(clause);
      if (one.id.value != article || at == std::string::npos) continue;
      mention.evidence = {static_cast<std::uint32_t>(at),
                          static_cast<std::uint32_t>(at + clause.size())};
      mention.trigger = mention.sentence = mention.evidence;
    }
    mention.id = {event.id.value * 1000 + event.mentions.size()};
    event.mentions.push_back(mention.id);
    event.sources = event.independent_sources = static_cast<std::uint32_t>(event.mentions.size());
    answer_.mentions.push_back(mention);
    return *this;
  }

  Event& last() { return answer_.events.back(); }

  Answer answer() {
    answer_.verb = "timeline";
    answer_.question = "timeline of the talks";
    answer_.understood = "timeline(any) status=all";
    answer_.columns = {"date", "type"};
    return answer_;
  }

 private:
  Answer answer_;
};

inline Participant source(std::uint64_t actor) { return {{actor}, Role::source, {}}; }
inline Participant target(std::uint64_t actor) { return {{actor}, Role::target, {}}; }
inline Participant other(std::uint64_t actor) { return {{actor}, Role::other, {}}; }

/// Two diplomats, a country and a group; a meeting, an accusation, a plan, a month, a bound and an
/// undated attack.
inline Answer small() {
  return Builder()
      .actor(1, ActorKind::person, "Nora Keller", "USAGOV")
      .actor(2, ActorKind::person, "Ali Demir", "TURGOV")
      .actor(3, ActorKind::country, "Turkey", "TUR")
      .actor(4, ActorKind::armed_group, "Northern Front")
      .article(11, "Harbor Wire", "2014-05-12",
               "Keller met Demir on Monday in Ankara. Keller accused the Northern Front on Sunday.")
      .article(12, "Meridian News", "2014-05-13",
               "Nora Keller met Ali Demir on Monday. They will meet again in June. Turkey attacked "
               "the Front.")
      .event(0xA1, "CONSULT", "2014-05-12", {other(1), other(2)}, 11,
             "Keller met Demir on Monday in Ankara.")
      .told(12, "Nora Keller met Ali Demir on Monday.")
      .event(0xA2, "ACCUSE", "2014-05-11", {source(1), target(4)}, 11,
             "Keller accused the Northern Front on Sunday.")
      .event(0xA3, "CONSULT", "2014-06", {other(1), other(2)}, 12, "They will meet again in June.",
             Status::planned)
      .event(0xA4, "ASSAULT", "", {source(3), target(4)}, 12, "Turkey attacked the Front.")
      .event(0xA5, "COERCE", "../2014-05-13", {target(4)}, 12, "Turkey attacked the Front.",
             Status::alleged)
      .answer();
}

inline std::string written(const Answer& answer, std::string_view format,
                           const FormatOptions& options = {}) {
  std::ostringstream out;
  format_named(format).write(out, answer, options);
  return out.str();
}

}  // namespace annals::sample
