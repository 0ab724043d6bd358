#include "export/chronicle.h"

#include <algorithm>
#include <cctype>
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

/// A span of more days than this bounds a date rather than tells it: "has fought since 1964".
constexpr date::days longest_interval{3 * 366};

bool is_dated(const EventDate& date) {
  const bool vague =
      date.precision == Precision::interval && date.last - date.first > longest_interval;
  return has_day(date) && date.precision != Precision::before &&
         date.precision != Precision::after && !vague;
}

/// Longer than this is an era rather than a date: it neither fills a gap nor bounds a span of time.
constexpr date::days longest_date{366};

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
    const auto fits = std::find_if(
        entry.citations.begin(), entry.citations.end(),
        [&](const Citation& citation) { return citation.mention->status == event.status; });
    if (fits != entry.citations.end())
      entry.shown = static_cast<std::size_t>(fits - entry.citations.begin());
    entries.push_back(std::move(entry));
  }
  const auto key = [](const Entry& entry) {
    const auto& date = entry.event->date;
    const std::size_t source = entry.citations.empty() ? 0 : entry.citations.front().source;
    const std::uint32_t at =
        entry.citations.empty() ? 0 : entry.citations.front().mention->evidence.begin;
    const bool by_its_end = date.precision == Precision::before || !has_day(date);
    const auto day = by_its_end ? date.last : date.first;
    return std::tuple(day, coarseness(date.precision), date.last, source, at, entry.event->id);
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
  return entries;
}

/// "A rejected the plan" goes with "A rejected the plan and called a strike" of the same sentence.
void fold(std::vector<Entry>& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    auto& entry = entries[i];
    entry.line = entry.title;
    for (std::size_t j = i; j-- > 0 && same_sentence(entries[j].quoted(), entry.quoted()) &&
                            entries[j].date == entry.date;) {
      auto& before = entries[j];
      const bool same = before.line.starts_with(entry.line) || entry.line.starts_with(before.line);
      if (before.folded || !same || before.tag != entry.tag) continue;
      if (entry.line.size() > before.line.size()) before.line = entry.line;
      before.also.push_back(&entry);
      entry.folded = true;
      break;
    }
  }
}

/// Most independently told first; ties go to the surer, then to the earlier.
std::vector<const Entry*> key_points_of(const std::vector<Entry>& entries) {
  std::vector<const Entry*> points;
  if (entries.size() <= most_key_points) return points;
  for (const auto& entry : entries) {
    if (entry.event->status == Status::happened && has_day(entry.event->date) && !entry.folded)
      points.push_back(&entry);
  }
  const auto weight = [](const Entry* entry) {
    const Event& event = *entry->event;
    return std::tuple(event.independent_sources, event.mentions.size(), event.confidence);
  };
  std::stable_sort(points.begin(), points.end(),
                   [&](const Entry* a, const Entry* b) { return weight(a) > weight(b); });
  // Where all weigh alike, the first eight are no more to the point than others.
  if (points.empty() || weight(points.front()) == weight(points.back())) return {};
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

/// Whether an event of the same kind and actors must be the planned one, as far as one can tell: it
/// was planned for a known time, and two of its parties are there.
bool is_surely(const Event& later, const Event& plan) {
  return is_dated(plan.date) && in_common(cast_of(later), cast_of(plan)) >= 2;
}

/// Events long after a plan for "some time from now on" are other events.
bool is_near(const Event& later, const Event& plan) {
  return later.date.first <= plan.date.first + longest_date || is_dated(plan.date);
}

std::vector<Outcome> plans_of(const std::vector<Entry>& entries) {
  std::vector<Outcome> plans;
  for (const auto& entry : entries) {
    const Event& plan = *entry.event;
    if (plan.status == Status::cancelled) plans.push_back({&entry, nullptr, "was called off"});
    if (plan.status != Status::planned) continue;
    Outcome outcome{&entry, nullptr, ""};
    for (const auto& other : entries) {
      const Event& later = *other.event;
      if (&other == &entry || !settles(later, plan) || !is_near(later, plan)) continue;
      outcome.later = &other;
      outcome.words = later.status == Status::cancelled ? "was called off"
                      : is_surely(later, plan)          ? "took place"
                                                        : "may have taken place";
      if (later.status == Status::happened) break;
    }
    plans.push_back(outcome);
  }
  std::stable_partition(plans.begin(), plans.end(),
                        [](const Outcome& outcome) { return !outcome.words.empty(); });
  return plans;
}

std::vector<Silence> gaps_of(const std::vector<const Entry*>& dated, int days) {
  std::vector<Silence> gaps;
  std::optional<date::sys_days> reached;
  for (const auto* entry : dated) {
    if (entry->event->status != Status::happened) continue;
    const auto& date = entry->event->date;
    if (date.last - date.first > longest_date) continue;
    if (reached && date.first - *reached > date::days{days}) gaps.push_back({*reached, date.first});
    reached = reached ? std::max(*reached, date.last) : date.last;
  }
  return gaps;
}

/// The days from the first to the last event that is dated; "" when none is.
std::string span_of(const std::vector<const Entry*>& entries) {
  std::optional<date::sys_days> first;
  date::sys_days last = first_day;
  for (const auto* entry : entries) {
    const auto& date = entry->event->date;
    if (!is_dated(date) || date.last - date.first > longest_date) continue;
    first = first ? std::min(*first, date.first) : date.first;
    last = std::max(last, date.last);
  }
  return first ? display_date(interval_date(*first, last)) : "";
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
  for (auto& [id, appearance] : found) {
    appearance.when = span_of(appearance.entries);
    out.push_back(std::move(appearance));
  }
  std::stable_sort(out.begin(), out.end(), [](const Appearance& a, const Appearance& b) {
    if (a.entries.size() != b.entries.size()) return a.entries.size() > b.entries.size();
    return a.actor->name < b.actor->name;
  });
  return out;
}

std::string scope_of(const Chronicle& chronicle) {
  std::size_t to_day = 0;
  for (const auto* entry : chronicle.dated) {
    if (entry->event->date.precision == Precision::day) ++to_day;
  }
  std::string out = span_of(chronicle.dated);
  if (out.empty()) out = "no dated events";
  out += "; " + counted(chronicle.sources.size(), "document", "documents") + "; " +
         counted(chronicle.entries.size(), "event", "events");
  if (chronicle.entries.empty()) return out;
  out += " (" + std::to_string(to_day) + " dated to the day, " +
         std::to_string(chronicle.dated.size() - to_day) + " less precisely, " +
         std::to_string(chronicle.bounded.size()) + " only bounded, " +
         std::to_string(chronicle.undated.size()) + " undated)";
  return out;
}

std::string statuses_of(const Chronicle& chronicle) {
  std::map<Status, std::size_t> counts;
  for (const auto& entry : chronicle.entries) ++counts[entry.event->status];
  std::string out;
  for (const auto& [status, count] : counts) {
    out += (out.empty() ? "" : ", ") + std::to_string(count) + " " +
           std::string(format_status(status));
  }
  return out;
}

/// FNV-1a (Fowler, Noll and Vo, 64 bits) over the ids, which come sorted.
std::uint64_t fingerprint_of(const Answer& answer) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const auto& article : answer.articles) {
    for (unsigned shift = 0; shift < 64; shift += 8) {
      hash = (hash ^ (article.id.value >> shift & 0xFFU)) * 0x100000001b3U;
    }
  }
  return hash;
}

/// "Pakistan in 2011" for the question "timeline of Pakistan in 2011".
std::string title_of(const Answer& answer, const FormatOptions& options) {
  if (!options.title.empty()) return options.title;
  std::string out = answer.question.empty() ? "all events" : answer.question;
  for (const std::string_view word : {"timeline of ", "timeline ", "list "}) {
    if (out.starts_with(word) && out.size() > word.size()) out.erase(0, word.size());
  }
  out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
  return out;
}

}  // namespace

Chronicle make_chronicle(const Answer& answer, const AnswerIndex& index,
                         const FormatOptions& options) {
  Chronicle chronicle;
  chronicle.title = title_of(answer, options);
  for (const auto& article : answer.articles) chronicle.sources.push_back(&article);
  std::sort(chronicle.sources.begin(), chronicle.sources.end(), published_before);
  std::map<ArticleId, std::size_t> numbers;
  for (const auto* article : chronicle.sources) numbers.emplace(article->id, numbers.size() + 1);
  chronicle.entries = entries_of(answer, index, numbers);
  fold(chronicle.entries);
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
  chronicle.statuses = statuses_of(chronicle);
  chronicle.fingerprint = fingerprint_of(answer);
  return chronicle;
}

}  // namespace annals
