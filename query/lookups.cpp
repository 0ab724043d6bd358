#include <algorithm>
#include <map>

#include "graph/names.h"
#include "query/alias_sentences.h"
#include "query/every_status.h"
#include "query/evidence.h"
#include "query/select.h"
#include "query/tell.h"
#include "query/verb_runs.h"

namespace annals {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string result;
  for (const auto& part : parts) result += (result.empty() ? "" : ", ") + part;
  return result;
}

/// Actors whose name or an alias holds the text, or, when none does, whose name is near to it.
std::vector<ActorId> actors_like(const Store& store, std::string_view text) {
  const std::string wanted = fold(text);
  std::vector<ActorId> holding, near;
  const std::size_t limit = std::min<std::size_t>(3, wanted.size() / 3);
  store.scan_names("", [&](std::string_view name, ActorId id) {
    if (name.find(wanted) != std::string_view::npos) holding.push_back(id);
    if (edit_distance(name, wanted, limit) <= limit) near.push_back(id);
    return true;
  });
  auto& result = holding.empty() ? near : holding;
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return std::move(result);
}

/// An actor and its events, by its number.
struct ActorRow {
  ActorId id;
  std::uint32_t number = 0;
  std::size_t events = 0;
  Chosen first, last;  ///< in the order of time
  EventId counted;
};

/// The roles of an actor, each once, with its tenures and the days on which articles give it:
/// "2011-09-06/2012-11-09, seen 2012-07-30".
std::vector<std::pair<std::string, std::string>> dated_roles(const Actor& actor) {
  constexpr std::size_t most_days = 5;
  std::map<std::string, std::vector<std::string>> tenures, days;
  std::vector<std::string> titles;
  for (const ActorRole& role : actor.roles) {
    if (std::find(titles.begin(), titles.end(), role.title) == titles.end())
      titles.push_back(role.title);
    const std::string time = format_edtf(role.seen);
    if (time.empty()) continue;
    (role.seen.precision == Precision::day ? days : tenures)[role.title].push_back(time);
  }
  std::vector<std::pair<std::string, std::string>> result;
  for (const auto& title : titles) {
    std::string times = joined(tenures[title]);
    const auto& seen = days[title];
    if (!seen.empty()) {
      const std::vector<std::string> first(
          seen.begin(),
          seen.begin() + static_cast<std::ptrdiff_t>(std::min(most_days, seen.size())));
      times += (times.empty() ? "seen " : ", seen ") + joined(first);
      if (seen.size() > most_days) times += " +" + std::to_string(seen.size() - most_days);
    }
    result.emplace_back(title, times);
  }
  return result;
}

/// How many events each actor has, by its number, in one scan.
std::vector<ActorRow> count_events(const Store& store, const Request& request) {
  const auto ids = store.numbered_actors();
  std::vector<ActorRow> rows(ids.size());
  for (std::uint32_t i = 0; i < ids.size(); ++i) rows[i] = {.id = ids[i], .number = i};
  Request all = of_every_status(request);
  all.types.clear();
  const Selection selection = select_events(store, all, {}, Order::any);
  for (const Chosen& event : selection.events) {
    for (const Party& each : selection.parties_of(event)) {
      ActorRow& row = rows.at(each.actor);
      if (row.events > 0 && row.counted == event.id) continue;  // in two roles
      if (row.events++ == 0 || is_earlier(event, row.first)) row.first = event;
      if (row.events == 1 || is_earlier(row.last, event)) row.last = event;
      row.counted = event.id;
    }
  }
  return rows;
}

Answer show_actor(const Store& store, const Request& request) {
  AnswerBuilder answer(store, request, {"what", "value"});
  const Actor actor = answer.actor(request.actors.front().ids.front());
  answer.add({"name", actor.name});
  answer.add({"kind", std::string(format_kind(actor.kind))});
  if (!actor.aliases.empty()) answer.add({"also called", joined(actor.aliases)});
  if (!actor.country.empty()) answer.add({"country", actor.country});
  if (!actor.code.empty()) answer.add({"code", actor.code});
  for (const auto& [title, times] : dated_roles(actor)) {
    std::string held = title;
    if (!times.empty()) held.append(" (").append(times).append(")");
    answer.add({"role", std::move(held)});
  }
  const std::vector<Part> parts = {{actor.id, std::nullopt}};
  const auto events = select_events(store, of_every_status(request), parts).events;
  std::map<std::pair<std::uint32_t, Status>, std::size_t> kinds;
  const Chosen* first = nullptr;
  const Chosen* last = nullptr;
  for (const Chosen& event : events) {
    ++kinds[{event.kind, event.status}];
    if (event.undated) continue;
    if (first == nullptr) first = &event;
    if (last == nullptr || event.days.last >= last->days.last) last = &event;
  }
  std::map<std::string, std::size_t> types;
  for (const auto& [kind, count] : kinds) {
    const std::string status =
        kind.second == Status::happened ? "" : " " + std::string(format_status(kind.second));
    types[store.kind(kind.first).type + status] += count;
  }
  answer.add({"events", std::to_string(events.size())});
  const auto add_end = [&](const char* what, const Chosen* chosen) {
    if (chosen == nullptr) return;
    const Event event = record_of(store, *chosen);
    answer.add({what, format_edtf(event.date) + " " + answer.sentence(event)}, &event);
  };
  add_end("first event", first);
  add_end("last event", last);
  for (const auto& [type, count] : types) answer.add({type, std::to_string(count)});
  // other names are looked for in some events only: somebody may have a hundred thousand
  constexpr std::size_t looked_at = 500;
  const auto some = records_of(store, std::span(events).first(std::min(looked_at, events.size())));
  for (const auto& each : alias_sentences(store, actor, some)) {
    answer.add({"called " + each.alias,
                "\"" + shorten(each.sentence, longest_quote) + "\" (" + each.article + ")"});
  }
  return answer.close();
}

std::string place_text(const Place& place) {
  std::string result = place.name + (place.country.empty() ? "" : " (" + place.country + ")");
  if (place.latitude && place.longitude) {
    result += " " + std::to_string(*place.latitude) + ", " + std::to_string(*place.longitude);
  }
  return result;
}

Answer show_event(const Store& store, const Request& request) {
  AnswerBuilder answer(store, request, {"what", "value"});
  const Event event = store.events(request.events).front();
  answer.add({"event", answer.sentence(event)}, &event);
  answer.add({"id", "E" + format_hex(event.id.value)});
  answer.add({"type", event.type + (event.mode.empty() ? "" : " " + event.mode) +
                          (event.cameo.empty() ? "" : " (CAMEO " + event.cameo + ")")});
  answer.add({"date", format_edtf(event.date) + " (" +
                          std::string(format_precision(event.date.precision)) + ", " +
                          std::string(format_date_basis(event.date_basis)) + ")"});
  if (!event.date_reason.empty()) answer.add({"why this date", event.date_reason});
  answer.add({"status", std::string(format_status(event.status))});
  for (const ActorId id : event.said_by) answer.add({"said by", answer.actor(id).name});
  for (const Participant& each : event.participants) {
    answer.add({std::string(format_role(each.role)), answer.actor(each.actor).name});
  }
  if (event.place) answer.add({"place", place_text(*event.place)});
  for (const Count& count : event.counts) answer.add({count.what, count.words});
  for (const Contest& contest : event.contested)
    answer.add({"contested " + contest.what, joined(contest.values)});
  answer.add({"sources", std::to_string(event.sources) +
                             (event.sources == 1 ? " article, " : " articles, ") +
                             std::to_string(event.independent_sources) + " independent"});
  answer.add({"sentence", answer.quote(event)});
  answer.add({"article", answer.article(event)});
  return answer.close();
}

std::string bounds_text(const Store& store, const ArticleBounds& bounds) {
  if (!bounds.not_before) return {};
  const auto event = store.event(bounds.told);
  return format_edtf(after_date(*bounds.not_before)) +
         (event ? ": tells of " + display_id(event->id) + " on " + format_edtf(event->date) : "");
}

Answer list_articles(const Store& store, const Request& request, bool only_undated,
                     const std::vector<ArticleId>& ids) {
  struct Row {
    EventDate date;
    Article article;
  };
  AnswerBuilder answer(store, request,
                       {"article", "source", "published", "known by", "title", "bounds"});
  std::vector<Row> rows;
  for (const ArticleId id : ids) {
    auto article = store.article(id);
    if (!article || (only_undated && article->published)) continue;
    if (request.windowed && (!article->published || !overlaps(*article->published, request.window)))
      continue;
    rows.push_back(
        {article->published.value_or(EventDate{.first = last_day}), std::move(*article)});
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tuple(a.date.first, display_name(a.article), a.article.id) <
           std::tuple(b.date.first, display_name(b.article), b.article.id);
  });
  for (std::size_t i = 0; i < std::min(rows.size(), request.limit.value_or(rows.size())); ++i) {
    const Article& article = rows[i].article;
    const std::string bounds =
        article.published ? "" : bounds_text(store, bounds_of(store, article.id));
    answer.add({display_name(article), article.source,
                article.published ? format_edtf(*article.published) : "",
                std::string(format_basis(article.published_basis)),
                shorten(article.title, longest_quote), bounds});
    answer.bring(article.id);
  }
  return answer.close();
}

}  // namespace

Answer run_actors(const Store& store, const Request& request) {
  AnswerBuilder answer(store, request,
                       {"actor", "kind", "country", "events", "first", "last", "also called"});
  const auto ids = request.text.empty() ? store.actor_ids() : actors_like(store, request.text);
  std::map<ActorId, ActorRow> counted;
  for (const ActorRow& row : count_events(store, request)) counted.emplace(row.id, row);
  std::vector<ActorRow> rows;
  for (const ActorId id : ids) {
    const auto at = counted.find(id);
    const ActorRow row = at == counted.end() ? ActorRow{.id = id} : at->second;
    if (row.events > 0 || !request.windowed) rows.push_back(row);
  }
  const std::size_t shown = std::min(request.limit.value_or(rows.size()), rows.size());
  if (request.sort != "name") {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ActorRow& a, const ActorRow& b) { return a.events > b.events; });
  }
  // names only of those that are shown, and of those that tie with them
  std::size_t named = rows.size();
  if (request.sort != "name" && shown > 0) {
    while (named > shown && rows[named - 1].events < rows[shown - 1].events) --named;
  }
  std::vector<std::pair<Actor, ActorRow>> known;
  for (std::size_t i = 0; i < named; ++i) {
    if (auto actor = store.actor(rows[i].id)) known.emplace_back(std::move(*actor), rows[i]);
  }
  std::stable_sort(known.begin(), known.end(), [&](const auto& a, const auto& b) {
    if (request.sort != "name" && a.second.events != b.second.events)
      return a.second.events > b.second.events;
    return std::pair(a.first.name, a.first.id) < std::pair(b.first.name, b.first.id);
  });
  for (std::size_t i = 0; i < std::min(shown, known.size()); ++i) {
    const auto& [actor, row] = known[i];
    std::string first, last;
    if (row.events > 0) {
      const std::vector<EventId> ends = {row.first.id, row.last.id};
      const auto both = store.events(ends);
      first = format_edtf(both.front().date);
      last = format_edtf(both.back().date);
    }
    answer.actor(actor.id);
    answer.add_about(actor.id, {actor.name, std::string(format_kind(actor.kind)), actor.country,
                                std::to_string(row.events), first, last, joined(actor.aliases)});
  }
  if (shown < rows.size())
    answer.note(std::to_string(rows.size() - shown) + " more actors are left out by the limit");
  return answer.close();
}

Answer run_show(const Store& store, const Request& request) {
  return request.events.empty() ? show_actor(store, request) : show_event(store, request);
}

Answer run_articles(const Store& store, const Request& request) {
  return list_articles(store, request, request.form > 0, store.article_ids());
}

Answer run_new(const Store& store, const Request& request) {
  const auto last = store.setting("last_ingest");
  std::vector<ArticleId> ids;
  std::string_view rest = last ? std::string_view(*last) : std::string_view();
  while (!rest.empty()) {
    const auto end = rest.find(' ');
    if (const auto id = parse_hex(rest.substr(0, end))) ids.push_back(ArticleId{*id});
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  Answer answer = list_articles(store, request, false, ids);
  if (!last) answer.notes.push_back("this database does not say what the last ingest added");
  return answer;
}

}  // namespace annals
