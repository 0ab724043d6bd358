#include "query/tell.h"

#include <algorithm>
#include <set>

namespace annals {
namespace {

bool is_one_of(Role role, std::initializer_list<Role> roles) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

/// A piece of at most `limit` bytes of `text` that holds the byte `middle`, cut at spaces.
std::string window_around(std::string_view text, std::size_t middle, std::size_t limit) {
  if (text.size() <= limit) return shorten(text, limit);
  std::size_t begin = middle > limit / 2 ? middle - limit / 2 : 0;
  if (begin + limit > text.size()) begin = text.size() - limit;
  if (begin > 0) {
    const auto space = text.find(' ', begin);
    if (space != std::string_view::npos && space < middle) begin = space + 1;
  }
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  const auto tail = text.substr(begin);
  return (begin > 0 ? "[...] " : "") + shorten(tail, limit);
}

}  // namespace

std::string shorten(std::string_view text, std::size_t most) {
  std::string line;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  if (line.size() <= most) return line;
  constexpr std::string_view mark = " [...]";
  std::size_t end = line.rfind(' ', most - mark.size());
  if (end == std::string::npos || end == 0) {
    end = most - mark.size();
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80) --end;
  }
  return line.substr(0, end) + std::string(mark);
}

std::string quote_of(const Mention& mention, const Article* article, std::size_t limit) {
  if (article == nullptr) return {};
  Span span = mention.sentence.size() > 0 ? mention.sentence : mention.evidence;
  if (span.end > article->text.size() || span.begin >= span.end) return {};
  const auto sentence = slice(article->text, span);
  const auto middle = mention.trigger.begin >= span.begin && mention.trigger.begin < span.end
                          ? mention.trigger.begin - span.begin
                          : 0U;
  return window_around(sentence, middle, limit);
}

AnswerBuilder::AnswerBuilder(const Store& store, const Request& request,
                             std::vector<std::string> columns)
    : store_(store), request_(request), columns_(std::move(columns)) {
  begin();
}

void AnswerBuilder::begin() {
  answer_.verb = request_.verb;
  answer_.question = request_.question;
  answer_.understood = format_understood(request_);
  answer_.columns = columns_;
  for (const NamedActor& named : request_.actors) {
    for (const ActorId id : named.ids) actor(id);
  }
}

const Actor& AnswerBuilder::actor(ActorId id) {
  const auto at = actors_.find(id);
  if (at != actors_.end()) return at->second;
  if (auto known = known_.extract(id); !known.empty())
    return actors_.insert(std::move(known)).position->second;
  auto found = store_.actor(id);
  if (!found) found = Actor{.id = id, .name = format_hex(id.value)};
  return actors_.emplace(id, std::move(*found)).first->second;
}

const Mention* AnswerBuilder::mention(MentionId id) {
  auto at = mentions_.find(id);
  if (at == mentions_.end()) {
    const auto near = near_.find(id);
    at = mentions_
             .emplace(id, near == near_.end() ? store_.mention(id) : std::optional(near->second))
             .first;
    // its neighbours are likely to be asked for, and are decoded together anyhow
    if (at->second) remember(at->second->article);
  }
  return at->second ? &*at->second : nullptr;
}

void AnswerBuilder::remember(ArticleId id) {
  if (articles_.contains(id)) return;
  auto facts = store_.facts(id);
  if (!facts) return;
  for (Mention& each : facts->mentions) near_.emplace(each.id, std::move(each));
  articles_.emplace(id, std::move(facts->article));
}

const Article* AnswerBuilder::article_of(ArticleId id) {
  auto at = articles_.find(id);
  if (at == articles_.end()) at = articles_.emplace(id, store_.article(id)).first;
  return at->second ? &*at->second : nullptr;
}

std::vector<ActorId> AnswerBuilder::in_order(const Event& event,
                                             std::initializer_list<Role> roles) {
  std::vector<ActorId> rest;
  for (const Participant& each : event.participants) {
    const bool is_new = std::find(rest.begin(), rest.end(), each.actor) == rest.end();
    if (is_one_of(each.role, roles) && is_new) rest.push_back(each.actor);
  }
  std::vector<ActorId> result;
  if (const Mention* told = rest.size() > 1 ? told_in(event) : nullptr) {
    for (const Participant& each : told->participants) {
      const auto at = std::find(rest.begin(), rest.end(), store_.became(each.actor));
      if (at == rest.end()) continue;
      result.push_back(*at);
      rest.erase(at);
    }
  }
  result.insert(result.end(), rest.begin(), rest.end());
  return result;
}

std::string AnswerBuilder::names(const Event& event, std::initializer_list<Role> roles) {
  std::string result;
  for (const ActorId id : in_order(event, roles))
    result += (result.empty() ? "" : ", ") + actor(id).name;
  return result;
}

AnswerBuilder::Sides AnswerBuilder::sides(const Event& event) {
  Sides result{.who = names(event, {Role::source}), .whom = names(event, {Role::target})};
  const auto others = in_order(event, {Role::other});
  for (const ActorId id : others) {
    const bool first = result.who.empty() && (is_symmetric(event.type) || !result.whom.empty());
    std::string& side = first ? result.who : result.whom;
    side += (side.empty() ? "" : ", ") + actor(id).name;
  }
  return result;
}

std::string AnswerBuilder::deed(const Event& event, bool alone) {
  const auto is_place = [&](const Participant& each) {
    const ActorKind kind = actor(each.actor).kind;
    return each.role != Role::target || kind == ActorKind::place || kind == ActorKind::country;
  };
  constexpr std::string_view intent_to_meet = "036", visit = "042";
  const bool to_place =
      event.cameo == intent_to_meet && !alone &&
      std::any_of(event.participants.begin(), event.participants.end(),
                  [](const Participant& each) { return each.role == Role::target; }) &&
      std::all_of(event.participants.begin(), event.participants.end(), is_place);
  const Saying saying = saying_of(event.type, to_place ? visit : std::string_view(event.cameo));
  const std::string base(alone ? saying.base_alone : saying.base);
  if (event.status == Status::planned || event.status == Status::cancelled) return "to " + base;
  if (event.status == Status::hypothetical) return "might " + base;
  return std::string(alone ? saying.past_alone : saying.past);
}

std::string AnswerBuilder::sentence(const Event& event) {
  const Sides both = sides(event);
  std::string result =
      (both.who.empty() ? "somebody" : both.who) + " " + deed(event, both.whom.empty());
  if (!both.whom.empty()) result += " " + both.whom;
  if (event.status != Status::alleged && event.status != Status::denied) {
    return event.status == Status::cancelled ? result + " (cancelled)" : result;
  }
  std::string by;
  for (const ActorId id : event.said_by) by += (by.empty() ? " by " : ", ") + actor(id).name;
  return result + " (" + std::string(format_status(event.status)) + by + ")";
}

const Mention* AnswerBuilder::told_in(const Event& event) {
  const Mention* first = nullptr;
  for (const MentionId id : event.mentions) {
    const Mention* each = mention(id);
    if (each == nullptr) continue;
    if (each->status == event.status) return each;
    if (first == nullptr) first = each;
  }
  return first;
}

std::string AnswerBuilder::quote(const Event& event) {
  const Mention* told = told_in(event);
  const Article* article = told == nullptr ? nullptr : article_of(told->article);
  return article == nullptr ? "" : quote_of(*told, article);
}

std::string AnswerBuilder::article(const Event& event) {
  const Mention* told = told_in(event);
  const Article* article = told == nullptr ? nullptr : article_of(told->article);
  if (article == nullptr) return {};
  std::string result = article->source;
  if (article->published) result += (result.empty() ? "" : ", ") + format_edtf(*article->published);
  // the file stands in only where the article does not tell whose it is and of when
  if (article->source.empty()) {
    const std::string name = display_name(*article);
    result = result.empty() ? name : result + " (" + name + ")";
  }
  if (event.sources > 1) result += " +" + std::to_string(event.sources - 1);
  return result;
}

void AnswerBuilder::expect(std::span<const Event> events) {
  std::vector<MentionId> ids;
  for (const Event& event : events) {
    // an imported event is its own mention; those of an article are read together anyhow
    const bool imported =
        event.mentions.size() == 1 && event.mentions.front().value == event.id.value;
    if (imported && !mentions_.contains(event.mentions.front()))
      ids.push_back(event.mentions.front());
  }
  auto found = store_.mentions(ids);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (found[i]) remember(found[i]->article);
    mentions_.emplace(ids[i], std::move(found[i]));
  }
}

void AnswerBuilder::add(std::vector<std::string> cells, const Event* event, std::string section) {
  AnswerRow row{.cells = std::move(cells), .section = std::move(section)};
  if (event != nullptr) {
    row.event = event->id;
    row.certain = !request_.windowed || inside(event->date, request_.window);
    for (const Participant& each : event->participants) {
      if (row.actors.empty() || row.actors.back() != each.actor) row.actors.push_back(each.actor);
    }
    if (told_.insert(event->id).second) answer_.events.push_back(*event);
  }
  answer_.rows.push_back(std::move(row));
}

void AnswerBuilder::add_id(EventId event, std::string section) {
  answer_.rows.push_back({.cells = {}, .event = event, .section = std::move(section)});
}

void AnswerBuilder::add_about(ActorId actor, std::vector<std::string> cells) {
  answer_.rows.push_back({.cells = std::move(cells), .actors = {actor}});
}

void AnswerBuilder::bring(ArticleId article) { article_of(article); }

void AnswerBuilder::note(std::string text) { answer_.notes.push_back(std::move(text)); }

void AnswerBuilder::add_all(const Event& event) {
  for (const Participant& each : event.participants) actor(each.actor);
  for (const ActorId id : event.said_by) actor(id);
  for (const MentionId id : event.mentions) {
    if (mention(id) == nullptr) continue;
    Mention& each = *mentions_.at(id);
    article_of(each.article);
    for (Participant& participant : each.participants) {
      participant.actor = store_.became(participant.actor);
      actor(participant.actor);
    }
    if (!each.said_by) continue;
    each.said_by = store_.became(*each.said_by);
    actor(*each.said_by);
  }
}

Answer AnswerBuilder::close() {
  for (const Event& event : answer_.events) add_all(event);
  for (const auto& row : answer_.rows) {
    for (const ActorId id : row.actors) actor(id);
  }
  for (auto& [id, actor] : actors_) answer_.actors.push_back(actor);
  for (auto& [id, mention] : mentions_) {
    if (mention) answer_.mentions.push_back(*mention);
  }
  for (auto& [id, article] : articles_) {
    if (article) answer_.articles.push_back(*article);
  }
  return std::move(answer_);
}

Answer AnswerBuilder::take_piece() {
  Answer piece = close();
  answer_ = {};
  constexpr std::size_t most_known = 50000;
  if (known_.size() > most_known) known_.clear();
  known_.merge(actors_);
  actors_.clear();
  mentions_.clear();
  near_.clear();
  articles_.clear();
  told_.clear();
  begin();
  return piece;
}

}  // namespace annals
