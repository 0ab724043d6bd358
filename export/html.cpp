// A page that opens from disk and calls nobody: the chronology, readable as it is; with its own
// script, filters, a strip of time and a network of the actors.

#include <map>
#include <set>

#include "export/chronicle.h"
#include "export/escape.h"
#include "export/json_writer.h"
#include "export/page.h"
#include "export/projection.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {
namespace {

/// PLOVER's quad classes, 1 to 4: verbal cooperation, material cooperation, verbal conflict,
/// material conflict.
constexpr std::pair<std::string_view, int> quads[] = {
    {"AGREE", 1},     {"CONSULT", 1},  {"SUPPORT", 1},  {"CONCEDE", 1},
    {"COOPERATE", 2}, {"AID", 2},      {"RETREAT", 2},  {"REQUEST", 3},
    {"ACCUSE", 3},    {"REJECT", 3},   {"THREATEN", 3}, {"PROTEST", 4},
    {"SANCTION", 4},  {"MOBILIZE", 4}, {"COERCE", 4},   {"ASSAULT", 4},
};

int quad_of(std::string_view type) {
  for (const auto& [name, quad] : quads) {
    if (name == type) return quad;
  }
  return 0;
}

std::string html(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}

/// Only addresses that a browser may open; a page must not smuggle a script in.
bool is_web_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

/// `datetime` of <time>: the first day, as precise as HTML allows.
std::string datetime_of(const EventDate& date) {
  const auto day = format_day(date.first);
  if (date.precision == Precision::month) return day.substr(0, 7);
  if (date.precision == Precision::year) return day.substr(0, 4);
  return day;
}

class PageWriter {
 public:
  PageWriter(std::ostream& out, const Answer& answer, const AnswerIndex& index,
             const FormatOptions& options)
      : out_(out),
        answer_(answer),
        index_(index),
        options_(options),
        style_(parse_style(options.style)),
        chronicle_(make_chronicle(answer, index, options)) {
    std::map<std::string, int> shared;
    for (const auto& entry : chronicle_.entries) ++shared[display_id(entry.event->id)];
    for (const auto& entry : chronicle_.entries) {
      const auto id = entry.event->id;
      ids_[id] = shared[display_id(id)] == 1 ? display_id(id) : "E" + format_hex(id.value);
      numbers_.emplace(&entry, numbers_.size());
    }
  }

  void write() {
    head();
    intro();
    controls();
    out_ << "<main id=\"events\">\n";
    events();
    if (style_ != Style::brief) {
      contested();
      plans();
      gaps();
      actors();
    }
    sources();
    passages();
    method();
    out_ << "</main>\n</div>\n</div>\n";
    data();
    out_ << "<script>\n" << page_script() << "</script>\n</body>\n</html>\n";
  }

 private:
  void head() {
    out_ << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
            "'unsafe-inline'; "
            "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\""
         << html(options_.program) << "\">\n<link rel=\"icon\" href=\"data:,\">\n<title>"
         << html(chronicle_.title) << "</title>\n<style>\n"
         << page_styles() << "</style>\n</head>\n<body>\n<div class=\"page\">\n"
         << "<a class=\"skip\" href=\"#events\">To the events</a>\n";
  }

  void intro() {
    out_ << "<header>\n<h1>" << html(chronicle_.title) << "</h1>\n<p>" << html(chronicle_.scope)
         << "</p>\n";
    if (!answer_.understood.empty())
      out_ << "<p>Asked: <code>" << html(answer_.understood) << "</code></p>\n";
    out_ << "<p>A date is as precise as its sources are: “about” is near that day, “by” is on it "
            "or before, “from” is "
            "on it or after. Events marked planned, cancelled, alleged, denied or hypothetical did "
            "not happen by the "
            "word of the article itself. Confidence is how sure the reading is, not whether it is "
            "true.</p>\n";
    for (const auto& note : answer_.notes) out_ << "<p>Note: " << html(note) << "</p>\n";
    out_ << "</header>\n";
  }

  /// Shown by the script, for they do nothing without it.
  void controls() {
    out_ << R"(<section id="controls" class="controls" aria-label="Filters" hidden>
<div class="row">
<label>Words <input id="words" type="search" autocomplete="off" size="18"></label>
<label>Actor <input id="actor" list="names" autocomplete="off" size="20"></label><datalist id="names"></datalist>
<label>From <input id="from" type="date"></label>
<label>To <input id="to" type="date"></label>
<button id="reset" type="button">Show all</button>
</div>
<fieldset id="types"><legend>Types</legend></fieldset>
<fieldset id="statuses"><legend>Status</legend></fieldset>
<p class="count" id="count" role="status" aria-live="polite"></p>
</section>
<section id="views" class="views" aria-label="Pictures" hidden>
<figure><canvas id="strip" tabindex="0" role="img" aria-label="Events over time. Drag, or use the arrow keys, to choose a time; Escape shows all."></canvas>
<figcaption>Events over time: cooperation in words and deeds (greens), conflict in words (amber) and deeds (red). Drag to choose a time; click to show all.</figcaption></figure>
</section>
<div class="layout">
<aside id="side" aria-label="Network" hidden>
<figure><canvas id="net" tabindex="0" role="img" aria-label="Network of the actors of the events shown. The list of actors below holds the same names." aria-describedby="nettext"></canvas>
<div id="tip" hidden></div><div id="panel" class="panel"></div>
<figcaption id="nettext"></figcaption></figure>
</aside>
)";
  }

  void events() {
    if (style_ == Style::table) {
      table();
      return;
    }
    if (style_ == Style::by_actor) {
      for (const auto& appearance : chronicle_.actors) {
        part(appearance.actor->name);
        for (const auto* entry : appearance.entries) event(*entry);
        out_ << "</section>\n";
      }
      return;
    }
    key_points();
    years();
    section("Dates only bounded", chronicle_.bounded);
    section("Undated", chronicle_.undated);
  }

  void part(std::string_view name) {
    out_ << "<section data-part>\n<h2>" << html(name) << "</h2>\n";
  }

  void section(std::string_view name, const std::vector<const Entry*>& entries) {
    if (entries.empty()) return;
    part(name);
    for (const auto* entry : entries) event(*entry);
    out_ << "</section>\n";
  }

  void key_points() {
    if (chronicle_.key_points.empty()) return;
    part("Key points");
    out_ << "<ul>\n";
    for (const auto* entry : chronicle_.key_points) {
      out_ << "<li data-i=\"" << numbers_.at(entry) << "\">" << html(entry->date) << ": "
           << link(*entry, entry->title) << " <span class=\"meta\">" << sources_of(*entry->event)
           << "</span></li>\n";
    }
    out_ << "</ul>\n</section>\n";
  }

  std::string link(const Entry& entry, std::string_view words) const {
    return "<a href=\"#" + ids_.at(entry.event->id) + "\">" + html(words) + "</a>";
  }

  void years() {
    int year = 0;
    unsigned month = 0;
    const auto close = [&](bool with_year) {
      if (month != 0) out_ << "</div>\n";
      month = 0;
      if (with_year && year != 0) out_ << "</section>\n";
    };
    for (const auto* entry : chronicle_.dated) {
      const auto& date = entry->event->date;
      const date::year_month_day first{date.first};
      const date::year_month_day last{date.last};
      if (static_cast<int>(first.year()) != year) {
        close(true);
        year = static_cast<int>(first.year());
        part(std::to_string(year));
      }
      const bool in_month = first.year() / first.month() == last.year() / last.month();
      if (in_month && static_cast<unsigned>(first.month()) != month) {
        close(false);
        month = static_cast<unsigned>(first.month());
        out_ << "<div data-part>\n<h3>" << month_name(month) << ' ' << year << "</h3>\n";
      }
      event(*entry);
    }
    close(true);
  }

  /// The id goes to the first place where the event stands.
  std::string id_attribute(const Event& event) {
    return told_.insert(event.id).second ? " id=\"" + ids_.at(event.id) + "\"" : "";
  }

  void event(const Entry& entry) {
    const Event& event = *entry.event;
    out_ << "<article class=\"event q" << quad_of(event.type)
         << (event.status == Status::happened ? "" : " unsure") << "\"" << id_attribute(event)
         << " data-i=\"" << numbers_.at(&entry) << "\" data-type=\"" << html(event.type)
         << "\" data-fact=\"" << format_status(event.status) << "\">\n";
    when(entry);
    out_ << "<h4>" << link(entry, entry.title);
    if (!entry.tag.empty()) out_ << " <span class=\"tag\">" << html(tag_words(entry)) << "</span>";
    out_ << "</h4>\n<p class=\"meta\">" << format_precision(event.date.precision) << " · "
         << sources_of(event) << " · "
         << html(event.mode.empty() ? event.type : event.type + " " + event.mode) << " · "
         << confidence_word(event.confidence) << " confidence";
    if (const auto counts = counts_of(event); !counts.empty()) out_ << " · " << html(counts);
    if (!event.date_reason.empty()) out_ << " · date: " << html(event.date_reason);
    out_ << "</p>\n";
    if (style_ != Style::brief) quote(entry);
    out_ << "</article>\n";
  }

  /// Without its brackets: the page draws a border.
  static std::string tag_words(const Entry& entry) {
    return entry.tag.substr(1, entry.tag.size() - 2);
  }

  void when(const Entry& entry) {
    const auto& date = entry.event->date;
    if (earliest(date).empty()) {
      out_ << "<span class=\"when\">" << html(entry.date) << "</span>\n";
    } else {
      out_ << "<time datetime=\"" << datetime_of(date) << "\">" << html(entry.date) << "</time>\n";
    }
  }

  void quote(const Entry& entry) {
    if (entry.citations.empty()) return;
    const auto& first = entry.citations.front();
    if (!first.quote.empty()) {
      out_ << "<blockquote";
      if (first.article != nullptr && is_web_address(first.article->url)) {
        out_ << " cite=\"" << html(first.article->url) << "\"";
      }
      out_ << "><p>“" << html(first.quote) << "”</p></blockquote>\n";
    }
    out_ << "<p class=\"credit\">";
    if (first.article != nullptr) {
      out_ << html(credit_of(*first.article)) << ", " << html(date_source_words(*first.mention));
    }
    for (const auto& citation : entry.citations) footnote(entry, citation);
    out_ << "</p>\n";
  }

  static std::string passage_id(const Citation& citation) {
    return "s" + std::to_string(citation.source) + "b" +
           std::to_string(citation.mention->evidence.begin);
  }

  void footnote(const Entry& entry, const Citation& citation) {
    if (citation.source == 0) return;
    auto& passage = passages_[{citation.source, citation.mention->evidence.begin}];
    passage.citation = &citation;
    if (passage.events.empty() || passage.events.back() != &entry) passage.events.push_back(&entry);
    out_ << " <sup><a href=\"#" << passage_id(citation) << "\">[" << citation.source << ":"
         << citation.mention->evidence.begin << "]</a></sup>";
  }

  void table() {
    out_ << "<table>\n<thead><tr><th>No.</th><th>Date</th><th>Precision</th><th>Event</"
            "th><th>Actors</th>"
            "<th>Status</th><th>Source, quote</th><th>Conf.</th></tr></thead>\n<tbody>\n";
    std::size_t number = 0;
    for (const auto* entries : {&chronicle_.dated, &chronicle_.bounded, &chronicle_.undated}) {
      for (const auto* entry : *entries) table_row(*entry, ++number);
    }
    out_ << "</tbody>\n</table>\n";
  }

  void table_row(const Entry& entry, std::size_t number) {
    const Event& event = *entry.event;
    std::vector<ActorId> cast;
    for (const auto& participant : event.participants) cast.push_back(participant.actor);
    out_ << "<tr" << id_attribute(event) << " data-i=\"" << numbers_.at(&entry) << "\"><td>"
         << number << "</td><td>" << html(entry.date) << "</td><td>"
         << format_precision(event.date.precision) << "</td><td>" << link(entry, entry.title)
         << "</td><td>" << html(index_.names(cast)) << "</td><td>"
         << html(entry.tag.empty() ? "happened" : tag_words(entry)) << "</td><td>";
    quote(entry);
    out_ << "</td><td>" << confidence_word(event.confidence) << "</td></tr>\n";
  }

  void contested() {
    if (chronicle_.contested.empty()) return;
    part("Contested");
    out_ << "<ul>\n";
    for (const auto* entry : chronicle_.contested) {
      out_ << "<li data-i=\"" << numbers_.at(entry) << "\">" << link(*entry, entry->title) << " ("
           << html(entry->date) << ") " << html(entry->tag);
      for (const auto& contest : entry->event->contested) {
        out_ << "<br>" << html(contest.what) << ":";
        for (const auto& value : contest.values) {
          out_ << (&value == &contest.values.front() ? " " : " / ") << html(value);
        }
      }
      out_ << "</li>\n";
    }
    out_ << "</ul>\n</section>\n";
  }

  void plans() {
    if (chronicle_.plans.empty()) return;
    part("Planned, and what became of it");
    out_ << "<ul>\n";
    for (const auto& outcome : chronicle_.plans) {
      out_ << "<li data-i=\"" << numbers_.at(outcome.plan) << "\">" << html(outcome.plan->date)
           << ": " << link(*outcome.plan, outcome.plan->title) << ": " << outcome.words;
      if (outcome.later != nullptr) out_ << ", " << link(*outcome.later, outcome.later->date);
      out_ << "</li>\n";
    }
    out_ << "</ul>\n</section>\n";
  }

  void gaps() {
    if (chronicle_.gaps.empty()) return;
    out_ << "<section>\n<h2>Gaps</h2>\n<p>More than " << options_.gap_days
         << " days without an event in these sources:</p>\n<ul>\n";
    for (const auto& gap : chronicle_.gaps) {
      out_ << "<li>" << format_day(gap.after) << " to " << format_day(gap.before) << " ("
           << (gap.before - gap.after).count() << " days)</li>\n";
    }
    out_ << "</ul>\n</section>\n";
  }

  void actors() {
    if (chronicle_.actors.empty()) return;
    out_ << "<section class=\"actors\">\n<h2>Actors</h2>\n<ul>\n";
    for (const auto& appearance : chronicle_.actors) {
      const Actor& actor = *appearance.actor;
      out_ << "<li><b>" << html(actor.name) << "</b> (" << format_kind(actor.kind);
      if (!actor.code.empty()) out_ << ", " << html(actor.code);
      out_ << "): " << appearance.entries.size()
           << (appearance.entries.size() == 1 ? " event, " : " events, ")
           << link(*appearance.entries.front(), appearance.entries.front()->date);
      if (appearance.entries.size() > 1) {
        out_ << " to " << link(*appearance.entries.back(), appearance.entries.back()->date);
      }
      if (!actor.aliases.empty()) {
        out_ << "; also";
        for (const auto& alias : actor.aliases)
          out_ << (&alias == &actor.aliases.front() ? " " : ", ") << html(alias);
      }
      out_ << "</li>\n";
    }
    out_ << "</ul>\n</section>\n";
  }

  void sources() {
    if (chronicle_.sources.empty()) return;
    out_ << "<section class=\"sources\">\n<h2>Sources</h2>\n<ol>\n";
    for (const auto* article : chronicle_.sources) {
      out_ << "<li>" << html(outlet_of(*article));
      if (!article->title.empty()) out_ << ", “" << html(article->title) << "”";
      out_ << ", published " << html(published_words(*article));
      if (is_web_address(article->url)) {
        out_ << ", <a rel=\"noreferrer noopener\" href=\"" << html(article->url) << "\">"
             << html(article->url) << "</a>";
      }
      out_ << " <span class=\"hash\">" << html(article->path) << " text "
           << format_hex(article->id.value) << "</span></li>\n";
    }
    out_ << "</ol>\n</section>\n";
  }

  void passages() {
    if (passages_.empty()) return;
    out_ << "<section class=\"passages\">\n<h2>Passages</h2>\n<ul>\n";
    for (const auto& [key, passage] : passages_) {
      const auto& citation = *passage.citation;
      out_ << "<li id=\"" << passage_id(citation) << "\">Source " << key.first << ", bytes "
           << key.second << "–" << citation.mention->evidence.end;
      if (!citation.quote.empty()) out_ << ": “" << html(citation.quote) << "”";
      for (const auto* entry : passage.events) {
        out_ << " <a class=\"back\" href=\"#" << ids_.at(entry->event->id)
             << "\" aria-label=\"back to the event\">↩</a>";
      }
      out_ << "</li>\n";
    }
    out_ << "</ul>\n</section>\n";
  }

  void method() {
    out_ << "<section>\n<h2>Method</h2>\n<p class=\"meta\">Read by " << html(options_.program)
         << " from the texts above. Event ids are made from content: the same texts give the same "
            "ids. Bytes count "
            "from the start of each text, from 0, the end not included. This file loads nothing "
            "from anywhere.</p>\n";
    if (!options_.stamp.empty())
      out_ << "<p class=\"meta\">Written " << html(options_.stamp) << ".</p>\n";
    out_ << "</section>\n";
  }

  void data() {
    out_ << "<script type=\"application/json\" id=\"data\">";
    JsonWriter json(out_, JsonWriter::For::html);
    std::map<ActorId, std::size_t> places;
    json.object().key("quads").object();
    for (const auto& [type, quad] : quads) json.field(type, quad);
    json.end_object().key("actors").array();
    std::vector<std::pair<std::string, std::size_t>> names;
    for (const auto& appearance : chronicle_.actors) {  // most events first
      const Actor& actor = *appearance.actor;
      names.emplace_back(actor.name, places.size());
      places.emplace(actor.id, places.size());
      json.new_element().object().field("name", actor.name).field("kind", format_kind(actor.kind));
      json.key("aliases").array();
      for (const auto& alias : actor.aliases) json.value(alias);
      json.end_array().end_object();
    }
    json.end_array().key("order").array();
    std::sort(names.begin(), names.end());
    for (const auto& [name, place] : names) json.value(place);
    json.end_array().key("events").array();
    for (const auto& entry : chronicle_.entries) event_data(json, entry, places);
    json.end_array().end_object().finish();
    out_ << "</script>\n";
  }

  void event_data(JsonWriter& json, const Entry& entry,
                  const std::map<ActorId, std::size_t>& places) const {
    const Event& event = *entry.event;
    const auto& date = event.date;
    json.new_element().object().field("id", ids_.at(event.id)).field("type", event.type);
    json.field("status", format_status(event.status))
        .field("when", entry.date)
        .field("title", entry.title);
    json.field("quote", entry.citations.empty() ? std::string() : entry.citations.front().quote);
    json.key("first");
    earliest(date).empty() ? json.null() : json.value(date.first.time_since_epoch().count());
    json.key("last");
    latest(date).empty() ? json.null() : json.value(date.last.time_since_epoch().count());
    std::set<std::size_t> cast;
    for (const auto& participant : event.participants) {
      if (const auto at = places.find(participant.actor); at != places.end())
        cast.insert(at->second);
    }
    json.key("actors").array();
    for (const auto place : cast) json.value(place);
    json.end_array().key("pairs").array();
    for (const auto& pair : pairs_of(event.participants)) {
      const auto from = places.find(pair.from);
      const auto to = places.find(pair.to);
      if (from == places.end() || to == places.end()) continue;
      json.array().value(from->second).value(to->second).end_array();
    }
    json.end_array().end_object();
  }

  struct Passage {
    const Citation* citation = nullptr;
    std::vector<const Entry*> events;
  };

  std::ostream& out_;
  const Answer& answer_;
  const AnswerIndex& index_;
  const FormatOptions& options_;
  Style style_;
  Chronicle chronicle_;
  std::map<EventId, std::string> ids_;
  std::map<const Entry*, std::size_t> numbers_;
  std::map<std::pair<std::size_t, std::uint32_t>, Passage> passages_;
  std::set<EventId> told_;
};

}  // namespace

void write_html(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  const AnswerIndex index(answer);
  PageWriter(out, answer, index, options).write();
}

}  // namespace annals
