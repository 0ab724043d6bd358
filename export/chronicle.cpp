#include "export/chronicle.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "export/words.h"
#include "graph/error.h"

namespace annals {
namespace {

constexpr std::size_t most_key_points = 8;

/// Articles by publication; the undated last.
bool published_before(const Article* a, const Article* b) {
  const auto key = [](const Article* article) {
    return std::tuple(!article->published.has_value(),
                      article->published ? article->published->first : first_day,
                      display_name(*article), article->id);
  };
  return key(a) < key(b);
}

bool is_dated(const EventDate& date) {
  return has_day(date) && date.precision != Precision::before && date.precision != Precision::after;
}

/// Coarser precisions come first within a day: what is known only to the year opens its year.
int coarseness(Precision precision) { return -static_cast<int>(precision); }

std::vector<Entry> entries_of(const Answer& answer, const AnswerIndex& index,
                              const std::map<ArticleId, std::size_t>& numbers) {
  std::vector<Entry> entries;
  entries.reserve(answer.events.size());
  for (const auto& event : answer.events) {
    Entry entry{.event = &event,
                .title = event_title(event, index),
                .date = display_date(event.date),
                .tag = status_tag(event, index)};
    for (const auto* mention : index.mentions(event)) {
      const auto* article = index.article(mention->article);
      const auto number = numbers.find(mention->article);
      entry.citations.push_back({.source = number == numbers.end() ? 0 : number->second,
                                 .mention = mention,
                                 .article = article,
                                 .quote = quote_of(*mention, article)});
    }
    entries.push_back(std::move(entry));
  }
  const auto key = [](const Entry& entry) {
    const auto& date = entry.event->date;
    const std::size_t source = entry.citations.empty() ? 0 : entry.citations.front().source;
    const std::uint32_t at =
        entry.citations.empty() ? 0 : entry.citations.front().mention->evidence.begin;
    const auto day = date.precision == Precision::before ? date.last : date.first;
    return std::tuple(day, coarseness(date.precision), date.last, source, at, entry.event->id);
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
  return entries;
}

/// Most independently told first; ties go to the surer, then to the earlier.
std::vector<const Entry*> key_points_of(const std::vector<Entry>& entries) {
  std::vector<const Entry*> points;
  if (entries.size() <= most_key_points) return points;
  for (const auto& entry : entries) {
    if (entry.event->status == Status::happened && has_day(entry.event->date))
      points.push_back(&entry);
  }
  const auto weight = [](const Entry* entry) {
    const Event& event = *entry->event;
    return std::tuple(event.independent_sources, event.mentions.size(), event.confidence);
  };
  std::stable_sort(points.begin(), points.end(),
                   [&](const Entry* a, const Entry* b) { return weight(a) > weight(b); });
  if (points.size() > most_key_points) points.resize(most_key_points);
  std::sort(points.begin(),
            points.end());  // back in the order of the entries: they lie in one array
  return points;
}

std::set<ActorId> cast_of(const Event& event) {
  std::set<ActorId> out;
  for (const auto& participant : event.participants) out.insert(participant.actor);
  return out;
}

std::size_t in_common(const std::set<ActorId>& a, const std::set<ActorId>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](ActorId id) { return b.contains(id); }));
}

/// Two events of one type, with two actors in common (or the same single one), on days that allow
/// each other.
bool settles(const Event& later, const Event& plan) {
  if (later.type != plan.type || !has_day(later.date) || !has_day(plan.date)) return false;
  if (later.status != Status::happened && later.status != Status::cancelled) return false;
  if (!overlaps(later.date, {plan.date.first, plan.date.last})) return false;
  const auto a = cast_of(later);
  const auto b = cast_of(plan);
  const auto common = in_common(a, b);
  return common >= 2 || (common == 1 && a.size() == 1 && b.size() == 1);
}

std::vector<Outcome> plans_of(const std::vector<Entry>& entries) {
  std::vector<Outcome> plans;
  for (const auto& entry : entries) {
    const Event& plan = *entry.event;
    if (plan.status == Status::cancelled) plans.push_back({&entry, nullptr, "was called off"});
    if (plan.status != Status::planned) continue;
    Outcome outcome{&entry, nullptr, "no word of it here"};
    for (const auto& other : entries) {
      if (&other == &entry || !settles(*other.event, plan)) continue;
      outcome.later = &other;
      outcome.words = other.event->status == Status::happened ? "took place" : "was called off";
      if (other.event->status == Status::happened) break;
    }
    plans.push_back(outcome);
  }
  return plans;
}

std::vector<Silence> gaps_of(const std::vector<const Entry*>& dated, int days) {
  std::vector<Silence> gaps;
  std::optional<date::sys_days> reached;
  for (const auto* entry : dated) {
    if (entry->event->status != Status::happened) continue;
    const auto& date = entry->event->date;
    if (reached && date.first - *reached > date::days{days}) gaps.push_back({*reached, date.first});
    reached = reached ? std::max(*reached, date.last) : date.last;
  }
  return gaps;
}

std::vector<Appearance> appearances_of(const std::vector<Entry>& entries,
                                       const AnswerIndex& index) {
  std::map<ActorId, Appearance> found;
  for (const auto& entry : entries) {
    for (const auto id : cast_of(*entry.event)) {
      const auto* actor = index.actor(id);
      if (actor == nullptr) continue;
      auto& appearance = found[id];
      appearance.actor = actor;
      appearance.entries.push_back(&entry);
    }
  }
  std::vector<Appearance> out;
  for (auto& [id, appearance] : found) out.push_back(std::move(appearance));
  std::stable_sort(out.begin(), out.end(), [](const Appearance& a, const Appearance& b) {
    if (a.entries.size() != b.entries.size()) return a.entries.size() > b.entries.size();
    return a.actor->name < b.actor->name;
  });
  return out;
}

std::string plural(std::size_t count, std::string_view word) {
  return std::to_string(count) + " " + std::string(word) + (count == 1 ? "" : "s");
}

std::string scope_of(const Chronicle& chronicle) {
  std::size_t to_day = 0;
  date::sys_days first = last_day;
  date::sys_days last = first_day;
  for (const auto* entry : chronicle.dated) {
    if (entry->event->date.precision == Precision::day) ++to_day;
    first = std::min(first, entry->event->date.first);
    last = std::max(last, entry->event->date.last);
  }
  std::string out =
      chronicle.dated.empty() ? "no dated events" : format_day(first) + " to " + format_day(last);
  out += "; " + plural(chronicle.sources.size(), "document") + "; " +
         plural(chronicle.entries.size(), "event");
  if (chronicle.entries.empty()) return out;
  out += " (" + std::to_string(to_day) + " dated to the day, " +
         std::to_string(chronicle.dated.size() - to_day) + " less precisely, " +
         std::to_string(chronicle.bounded.size()) + " only bounded, " +
         std::to_string(chronicle.undated.size()) + " undated)";
  return out;
}

}  // namespace

Chronicle make_chronicle(const Answer& answer, const AnswerIndex& index,
                         const FormatOptions& options) {
  Chronicle chronicle;
  chronicle.title = !options.title.empty()     ? options.title
                    : !answer.question.empty() ? answer.question
                                               : "all events";
  for (const auto& article : answer.articles) chronicle.sources.push_back(&article);
  std::sort(chronicle.sources.begin(), chronicle.sources.end(), published_before);
  std::map<ArticleId, std::size_t> numbers;
  for (const auto* article : chronicle.sources) numbers.emplace(article->id, numbers.size() + 1);
  chronicle.entries = entries_of(answer, index, numbers);
  for (const auto& entry : chronicle.entries) {
    auto& part = is_dated(entry.event->date)  ? chronicle.dated
                 : has_day(entry.event->date) ? chronicle.bounded
                                              : chronicle.undated;
    part.push_back(&entry);
    if (!entry.event->contested.empty() || entry.event->status == Status::denied)
      chronicle.contested.push_back(&entry);
  }
  chronicle.key_points = key_points_of(chronicle.entries);
  chronicle.plans = plans_of(chronicle.entries);
  chronicle.gaps = gaps_of(chronicle.dated, options.gap_days);
  chronicle.actors = appearances_of(chronicle.entries, index);
  chronicle.scope = scope_of(chronicle);
  return chronicle;
}

std::string date_source_words(const Mention& mention) {
  switch (mention.date_basis) {
    case DateBasis::expression:
      return mention.date_text.empty() ? "date: from the article"
                                       : "date: \"" + mention.date_text + "\"";
    case DateBasis::dateline_relative:
      return "date: bounded by the day of the article";
    case DateBasis::reporting_day:
      return "date: day of the report";
    case DateBasis::linked:
      return "date: from another report";
    case DateBasis::none:
      break;
  }
  return "no date given";
}

std::string credit_of(const Article& article) {
  std::string out = outlet_of(article);
  return out + ", " + (article.published ? display_date(*article.published) : "undated");
}

std::string published_words(const Article& article) {
  if (!article.published) return "not known";
  return format_edtf(*article.published) + " (" +
         std::string(format_basis(article.published_basis)) + ")";
}

Style parse_style(std::string_view word) {
  if (word.empty() || word == "full") return Style::full;
  if (word == "table") return Style::table;
  if (word == "brief") return Style::brief;
  if (word == "by-actor") return Style::by_actor;
  throw Error(ErrorKind::query, "unknown style \"" + std::string(word) +
                                    "\"; there are: full, table, brief, by-actor");
}

}  // namespace annals
