// TimelineJS 3 JSON. Format: timeline.knightlab.com/docs/json-format.html

#include <algorithm>

#include "export/chronicle.h"
#include "export/escape.h"
#include "export/json_writer.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {
namespace {

std::string html(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}

/// Month and day are left out when they are not known: the library then shows the date as vaguely
/// as it is.
void write_date(JsonWriter& json, std::string_view key, date::sys_days day, Precision precision) {
  const date::year_month_day ymd{day};
  json.key(key).object().field("year", static_cast<int>(ymd.year()));
  if (precision != Precision::year) json.field("month", static_cast<unsigned>(ymd.month()));
  if (precision != Precision::year && precision != Precision::month)
    json.field("day", static_cast<unsigned>(ymd.day()));
  json.end_object();
}

/// A date of one side only stands at that side; its words say that it is a bound.
void write_dates(JsonWriter& json, const EventDate& date) {
  const bool before = date.precision == Precision::before;
  write_date(json, "start_date", before ? date.last : date.first, date.precision);
  const bool one_point = before || date.precision == Precision::after ||
                         date.precision == Precision::day || date.precision == Precision::month ||
                         date.precision == Precision::year;
  if (!one_point) write_date(json, "end_date", date.last, date.precision);
}

/// There is no list of sources to point into: without an outlet, the title stands for it.
std::string credit_words(const Article& article) {
  std::string out = outlet_of(article);
  if (out == display_name(article) && !article.title.empty()) out = article.title;
  return article.published ? out + ", " + display_date(*article.published) : out;
}

void write_event(JsonWriter& json, const Entry& entry) {
  const Event& event = *entry.event;
  json.new_element().object().field("unique_id", "E" + format_hex(event.id.value));
  write_dates(json, event.date);
  json.field("display_date", entry.date).field("group", event.type.empty() ? "EVENT" : event.type);
  json.field("autolink", false).key("text").object();
  json.field("headline", html(entry.title + (entry.tag.empty() ? "" : " " + entry.tag)));
  json.field("text", "<p>" +
                         html(sources_of(event) + "; " +
                              std::string(confidence_word(event.confidence)) + " confidence") +
                         "</p>");
  json.end_object();
  if (entry.quoted() != nullptr && !entry.quoted()->quote.empty()) {
    const auto& citation = *entry.quoted();
    json.key("media").object().field("url",
                                     "<blockquote>" + html(citation.quote) + "</blockquote>");
    json.field("caption", html(date_source_words(*citation.mention)));
    json.field("credit", html(credit_words(*citation.article)));
    json.end_object();
  }
  json.end_object();
}

/// The best told first, then back in the order of time.
std::vector<const Entry*> chosen(const Chronicle& chronicle, std::size_t top) {
  std::vector<const Entry*> entries = chronicle.dated;
  entries.insert(entries.end(), chronicle.bounded.begin(), chronicle.bounded.end());
  if (top != 0 && entries.size() > top) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry* a, const Entry* b) {
      if (a->event->independent_sources != b->event->independent_sources) {
        return a->event->independent_sources > b->event->independent_sources;
      }
      return a->event->confidence > b->event->confidence;
    });
    entries.resize(top);
  }
  std::sort(entries.begin(), entries.end());  // they lie in one array, in the order of time
  return entries;
}

}  // namespace

void write_timelinejs(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  const AnswerIndex index(answer);
  const auto chronicle = make_chronicle(answer, index, options);
  JsonWriter json(out);
  json.object().key("title").object().key("text").object().field("headline", html(chronicle.title));
  std::string scope = chronicle.scope;
  if (!chronicle.undated.empty()) scope += "; the undated are left out here";
  json.field("text", "<p>" + html(scope) + "</p>").end_object().end_object();
  json.field("scale", "human").key("events").array();
  for (const auto* entry : chosen(chronicle, options.top)) write_event(json, *entry);
  json.end_array().end_object().line().finish();
}

std::vector<std::string> timelinejs_remarks(const Answer& answer, const FormatOptions& options) {
  constexpr std::size_t readable = 100;  // slides; beyond, readers lose the thread
  const auto dated = static_cast<std::size_t>(
      std::count_if(answer.events.begin(), answer.events.end(),
                    [](const Event& event) { return has_day(event.date); }));
  std::vector<std::string> out;
  if (const auto undated = answer.events.size() - dated; undated > 0) {
    out.push_back(counted(undated, "event has", "events have") +
                  " no date; not in the file, for TimelineJS would skip it");
  }
  const auto shown = options.top == 0 ? dated : std::min(options.top, dated);
  if (shown < dated)
    out.push_back("the " + std::to_string(shown) + " best told of " + std::to_string(dated) +
                  " dated events are in the file");
  if (shown > readable) {
    out.push_back(std::to_string(shown) +
                  " events are many for one who reads them slide by slide; --top 100 keeps the "
                  "best told");
  }
  return out;
}

}  // namespace annals
