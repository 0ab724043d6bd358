// A page that opens from disk and calls nobody: the chronology, readable as it is; with its own
// script, filters, a strip of time and a network of the actors.

#include "export/escape.h"
#include "export/html_page.h"
#include "export/page.h"
#include "export/picture.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {
namespace {

/// `datetime` of <time>: the first day, as precise as HTML allows.
std::string datetime_of(const EventDate& date) {
  auto day = format_day(date.first);
  if (date.precision == Precision::month) return day.substr(0, 7);
  if (date.precision == Precision::year) return day.substr(0, 4);
  return day;
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}

bool is_web_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

PageWriter::PageWriter(std::ostream& out, const Answer& answer, const AnswerIndex& index,
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

void PageWriter::write() {
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

void PageWriter::head() {
  out_ << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
          "'unsafe-inline'; "
          "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\""
       << html_text(options_.program) << "\">\n<link rel=\"icon\" href=\"data:,\">\n<title>"
       << html_text(chronicle_.title) << "</title>\n<style>\n"
       << page_styles() << "</style>\n</head>\n<body>\n<div class=\"page\">\n"
       << "<a class=\"skip\" href=\"#events\">To the events</a>\n";
}

void PageWriter::intro() {
  out_ << "<header>\n<h1>" << html_text(chronicle_.title) << "</h1>\n<p>"
       << html_text(chronicle_.scope);
  if (!chronicle_.statuses.empty()) out_ << "; " << chronicle_.statuses;
  out_ << "</p>\n";
  if (!answer_.question.empty())
    out_ << "<p>Asked: <code>" << html_text(answer_.understood) << "</code></p>\n";
  out_ << "<p>A date is as precise as its sources are: “about” is near that day, “by” is on it "
          "or before, “from” is on it or after. Events marked planned, cancelled, alleged, "
          "denied or hypothetical did not happen by the word of the article itself. Where a "
          "reading is less than sure, its confidence is given; that is no measure of truth. "
          "Marked in a quote are the words that tell the event.</p>\n";
  for (const auto& note : answer_.notes) out_ << "<p>Note: " << html_text(note) << "</p>\n";
  out_ << "</header>\n";
}

void PageWriter::controls() {
  out_ << R"(<details id="controls" class="controls" hidden>
<summary>Filters</summary>
<div class="row">
<label>Words <input id="words" type="search" autocomplete="off" size="18"></label>
<label>Actor <input id="actor" list="names" autocomplete="off" size="20"></label><datalist id="names"></datalist>
<label>From <input id="from" type="date"></label>
<label>To <input id="to" type="date"></label>
<button id="reset" type="button">Show all</button>
</div>
<fieldset id="types"><legend>Types</legend></fieldset>
<fieldset id="statuses"><legend>Status</legend></fieldset>
</details>
<p class="count" id="count" role="status" aria-live="polite"></p>
<section id="views" class="views" aria-label="Pictures" hidden>
<figure><canvas id="strip" tabindex="0" role="img" aria-label="Events over time. Drag, or use the arrow keys, to choose a time; Escape shows all."></canvas>
<figcaption>Events over time: cooperation in words and deeds (greens), conflict in words (amber) and deeds (red). Drag to choose a time; click to show all.</figcaption></figure>
</section>
)" << (style_ == Style::table ? "<div class=\"layout wide\">" : "<div class=\"layout\">")
       << R"(
<aside id="side" aria-label="Network" hidden>
<figure><canvas id="net" tabindex="0" role="img" aria-label="Network of the actors of the events shown. The list of actors below holds the same names." aria-describedby="nettext"></canvas>
<div id="tip" hidden></div><div id="panel" class="panel"></div>
<figcaption id="nettext"></figcaption></figure>
</aside>
)";
}

void PageWriter::events() {
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

void PageWriter::part(std::string_view name) {
  out_ << "<section data-part>\n<h2>" << html_text(name) << "</h2>\n";
}

void PageWriter::section(std::string_view name, const std::vector<const Entry*>& entries) {
  if (entries.empty()) return;
  part(name);
  for (const auto* entry : entries) event(*entry);
  out_ << "</section>\n";
}

void PageWriter::key_points() {
  if (chronicle_.key_points.empty()) return;
  part("Key points");
  out_ << "<ul>\n";
  for (const auto* entry : chronicle_.key_points) {
    out_ << "<li data-i=\"" << numbers_.at(entry) << "\">" << html_text(entry->date) << ": "
         << link(*entry, entry->title) << " <span class=\"meta\">" << sources_of(*entry->event)
         << "</span></li>\n";
  }
  out_ << "</ul>\n</section>\n";
}

std::string PageWriter::link(const Entry& entry, std::string_view words) const {
  return "<a href=\"#" + ids_.at(entry.event->id) + "\">" + html_text(words) + "</a>";
}

void PageWriter::years() {
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

std::string PageWriter::id_attribute(const Event& event) {
  return told_.insert(event.id).second ? " id=\"" + ids_.at(event.id) + "\"" : "";
}

void PageWriter::event(const Entry& entry) {
  const Event& event = *entry.event;
  out_ << "<article class=\"event q" << colour_of(event.type)
       << (event.status == Status::happened ? "" : " unsure") << "\"" << id_attribute(event)
       << " data-i=\"" << numbers_.at(&entry) << "\" data-type=\"" << html_text(event.type)
       << "\" data-fact=\"" << format_status(event.status) << "\">\n";
  when(entry);
  out_ << "<h4>" << link(entry, entry.title);
  if (!entry.tag.empty())
    out_ << " <span class=\"tag\">" << html_text(tag_words(entry)) << "</span>";
  out_ << "</h4>\n<p class=\"meta\">";
  if (has_two_ends(event.date)) out_ << format_precision(event.date.precision) << " · ";
  out_ << sources_of(event) << " · "
       << html_text(event.mode.empty() ? event.type : event.type + " " + event.mode);
  if (const auto word = confidence_word(event.confidence); word != "high")
    out_ << " · confidence " << word;
  if (const auto counts = counts_of(event); !counts.empty()) out_ << " · " << html_text(counts);
  out_ << "</p>\n";
  if (style_ != Style::brief) quote(entry);
  out_ << "</article>\n";
}

bool PageWriter::has_two_ends(const EventDate& date) {
  return has_day(date) && date.precision != Precision::before && date.precision != Precision::after;
}

std::string PageWriter::tag_words(const Entry& entry) {
  return entry.tag.substr(1, entry.tag.size() - 2);
}

void PageWriter::when(const Entry& entry) {
  const auto& date = entry.event->date;
  if (earliest(date).empty()) {
    out_ << "<span class=\"when\">" << html_text(entry.date) << "</span>\n";
  } else {
    out_ << "<time datetime=\"" << datetime_of(date) << "\">" << html_text(entry.date)
         << "</time>\n";
  }
}

void PageWriter::quote(const Entry& entry) {
  const auto* told = entry.quoted();
  if (told == nullptr) return;
  if (!told->quote.empty()) {
    out_ << "<blockquote";
    if (told->article != nullptr && is_web_address(told->article->url)) {
      out_ << " cite=\"" << html_text(told->article->url) << "\"";
    }
    out_ << "><p>“" << marked_quote(*told) << "”</p></blockquote>\n";
  }
  out_ << "<p class=\"credit\">";
  if (told->article != nullptr) {
    out_ << html_text(credit_of(*told)) << "; " << html_text(date_source_words(*told->mention));
    if (const auto& reason = entry.event->date_reason; !reason.empty())
      out_ << ", " << html_text(reason);
  }
  for (const auto& citation : entry.citations) footnote(entry, citation);
  out_ << "</p>\n";
}

std::string PageWriter::marked_quote(const Citation& citation) {
  const std::string& quote = citation.quote;
  const auto clause = one_line(slice(citation.article->text, citation.mention->evidence));
  const auto at = clause.empty() ? std::string::npos : quote.find(clause);
  if (at == std::string::npos || clause.size() == quote.size()) return html_text(quote);
  const std::string_view text(quote);
  return html_text(text.substr(0, at)) + "<mark>" + html_text(clause) + "</mark>" +
         html_text(text.substr(at + clause.size()));
}

std::string PageWriter::passage_id(const Citation& citation) {
  return "s" + std::to_string(citation.source) + "b" +
         std::to_string(citation.mention->evidence.begin);
}

void PageWriter::footnote(const Entry& entry, const Citation& citation) {
  if (citation.source == 0) return;
  auto& passage = passages_[{citation.source, citation.mention->evidence.begin}];
  passage.citation = &citation;
  if (passage.events.empty() || passage.events.back() != &entry) passage.events.push_back(&entry);
  out_ << " <sup><a href=\"#" << passage_id(citation) << "\">[" << citation.source << ":"
       << citation.mention->evidence.begin << "]</a></sup>";
}

void PageWriter::table() {
  out_ << "<table>\n<thead><tr><th>No.</th><th>Date</th><th>Precision</th><th>Event</"
          "th><th>Actors</th>"
          "<th>Status</th><th>Source, quote</th><th>Conf.</th></tr></thead>\n<tbody>\n";
  std::size_t number = 0;
  for (const auto* entries : {&chronicle_.dated, &chronicle_.bounded, &chronicle_.undated}) {
    for (const auto* entry : *entries) table_row(*entry, ++number);
  }
  out_ << "</tbody>\n</table>\n";
}

void PageWriter::table_row(const Entry& entry, std::size_t number) {
  const Event& event = *entry.event;
  std::vector<ActorId> cast;
  for (const auto& participant : event.participants) cast.push_back(participant.actor);
  out_ << "<tr" << id_attribute(event) << " data-i=\"" << numbers_.at(&entry) << "\"><td>" << number
       << "</td><td>" << html_text(entry.date) << "</td><td>"
       << format_precision(event.date.precision) << "</td><td>" << link(entry, entry.title)
       << "</td><td>" << html_text(index_.names(cast)) << "</td><td>"
       << html_text(entry.tag.empty() ? "happened" : tag_words(entry)) << "</td><td>";
  quote(entry);
  out_ << "</td><td>" << confidence_word(event.confidence) << "</td></tr>\n";
}

void write_html(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  const AnswerIndex index(answer);
  PageWriter(out, answer, index, options).write();
}

}  // namespace annals
