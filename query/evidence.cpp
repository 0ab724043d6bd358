#include "query/evidence.h"

#include <algorithm>
#include <cmath>

#include "graph/names.h"
#include "graph/stop.h"
#include "query/listing.h"
#include "query/tellings.h"
#include "query/verb_runs.h"

namespace annals {
namespace {

std::string certainty(double confidence) {
  return std::to_string(std::lround(confidence * 100)) + "%";
}

std::string contest_text(const Event& event) {
  std::string result;
  for (const Contest& contest : event.contested) {
    result += (result.empty() ? "" : "; ") + contest.what + ": ";
    for (std::size_t i = 0; i < contest.values.size(); ++i) {
      result += (i == 0 ? "" : " or ") + contest.values[i];
    }
  }
  return result;
}

bool was_planned(const Store& store, const Event& event) {
  return std::any_of(event.mentions.begin(), event.mentions.end(), [&](MentionId id) {
    const auto mention = store.mention(id);
    return mention && mention->status == Status::planned;
  });
}

/// Each contested value of one event with who says so.
Answer one_contest(const Store& store, const Request& request) {
  AnswerBuilder answer(store, request, {"what", "value", "sentence", "article"});
  const Event event = store.events(request.events).front();
  for (const Contest& contest : event.contested) {
    for (std::size_t i = 0; i < contest.values.size(); ++i) {
      Event telling = event;
      if (i < contest.mentions.size()) telling.mentions = {contest.mentions[i]};
      telling.sources = 1;
      answer.add({contest.what, contest.values[i], answer.quote(telling), answer.article(telling)},
                 &event);
    }
  }
  if (event.contested.empty())
    answer.note("the sources of " + display_id(event.id) + " do not disagree");
  return answer.close();
}

/// Folded, with initials joined: "US officials" and "U.S. officials" are one.
std::string with_joined_initials(std::string_view text) {
  const std::string folded = fold(text);
  std::string joined;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const bool alone_before = i > 0 && (i == 1 || folded[i - 2] == ' ');
    const bool alone_after =
        i + 1 < folded.size() && (i + 2 == folded.size() || folded[i + 2] == ' ');
    if (folded[i] != ' ' || !alone_before || !alone_after) joined += folded[i];
  }
  return joined;
}

bool names_in(std::string_view sentence, const Actor& actor) {
  const std::string padded = " " + with_joined_initials(sentence) + " ";
  const auto is_there = [&](const std::string& name) {
    const std::string wanted = with_joined_initials(name);
    return !wanted.empty() && padded.find(" " + wanted) != std::string::npos;
  };
  return is_there(actor.name) || std::any_of(actor.aliases.begin(), actor.aliases.end(), is_there);
}

}  // namespace

bool speaks_of(const Store& store, const Event& event, const Actor& actor) {
  return any_sentence(store, event,
                      [&](std::string_view sentence) { return names_in(sentence, actor); });
}

ArticleBounds bounds_of(const Store& store, ArticleId article) {
  ArticleBounds result;
  const auto facts = store.facts(article);
  if (!facts) return result;
  for (const Mention& mention : facts->mentions) {
    const auto id = store.event_of(mention.id);
    const auto event = id ? store.event(*id) : std::nullopt;
    if (!event || mention.status != Status::happened || event->date.precision == Precision::unknown)
      continue;
    if (event->date.first == first_day ||
        (result.not_before && *result.not_before >= event->date.first))
      continue;
    result = {.not_before = event->date.first, .told = event->id};
  }
  return result;
}

Answer run_sources(const Store& store, const Request& request) {
  AnswerBuilder answer(store, request,
                       {"article", "published", "status", "date", "known by", "words", "said by",
                        "rule", "sure", "bytes", "sentence"});
  const Event event = store.events(request.events).front();
  for (const MentionId id : event.mentions) {
    const auto mention = store.mention(id);
    const auto article = mention ? store.article(mention->article) : std::nullopt;
    if (!article) continue;
    Event telling = event;
    telling.mentions = {id};
    answer.add(
        {display_name(*article), article->published ? format_edtf(*article->published) : "",
         std::string(format_status(mention->status)), format_edtf(mention->date),
         std::string(format_date_basis(mention->date_basis)), mention->date_text,
         mention->said_by ? answer.actor(store.became(*mention->said_by)).name : "", mention->rule,
         certainty(mention->confidence),
         std::to_string(mention->evidence.begin) + "-" + std::to_string(mention->evidence.end),
         answer.quote(telling)},
        &event);
  }
  if (!event.date_reason.empty()) answer.note("date: " + event.date_reason);
  if (!event.contested.empty()) answer.note("contested: " + contest_text(event));
  return answer.close();
}

Answer run_contested(const Store& store, const Request& request) {
  if (!request.events.empty()) return one_contest(store, request);
  Request all = request;
  if (all.statuses.empty()) {
    for (int i = 0; i < 6; ++i) all.statuses.push_back(static_cast<Status>(i));
  }
  Selection selection = select_events(store, all, {});
  std::erase_if(selection.events, [&](const Chosen& event) {
    stop_if_wanted();
    return record_of(store, event).contested.empty();
  });
  return list_selection(
      store, all, std::move(selection), {"date", "event", "contested", "sentence", "article", "id"},
      [](AnswerBuilder& answer, const Event& event) {
        return std::vector<std::string>{format_edtf(event.date), answer.sentence(event),
                                        contest_text(event),     answer.quote(event),
                                        answer.article(event),   display_id(event.id)};
      });
}

Answer run_outcome(const Store& store, const Request& request) {
  Request all = request;
  all.statuses.clear();
  for (int i = 0; i < 6; ++i) all.statuses.push_back(static_cast<Status>(i));
  Selection selection = select_events(store, all, {});
  std::erase_if(selection.events, [&](const Chosen& event) {
    stop_if_wanted();
    return !was_planned(store, record_of(store, event));
  });
  return list_selection(
      store, all, std::move(selection), {"date", "plan", "outcome", "sentence", "article", "id"},
      [](AnswerBuilder& answer, const Event& event) {
        Event plan = event;
        plan.status = Status::planned;
        return std::vector<std::string>{format_edtf(event.date),
                                        answer.sentence(plan),
                                        event.status == Status::planned
                                            ? "not known"
                                            : std::string(format_status(event.status)),
                                        answer.quote(event),
                                        answer.article(event),
                                        display_id(event.id)};
      });
}

}  // namespace annals
