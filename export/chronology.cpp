// The chronology in Markdown.

#include "export/chronology_writer.h"

#include <date/date.h>

#include "export/escape.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {

std::string markdown_text(std::string_view text) {
  std::string out;
  append_markdown(out, one_line(text));
  return out;
}

std::string footnote(const Citation& citation) {
  if (citation.source == 0) return {};
  return "[^s" + std::to_string(citation.source) + "b" +
         std::to_string(citation.mention->evidence.begin) + "]";
}

ChronologyWriter::ChronologyWriter(std::ostream& out, const Answer& answer,
                                   const AnswerIndex& index, const FormatOptions& options)
    : out_(out),
      answer_(answer),
      index_(index),
      options_(options),
      style_(parse_style(options.style)),
      chronicle_(make_chronicle(answer, index, options)) {}

void ChronologyWriter::write() {
  head();
  if (style_ == Style::table) {
    table();
  } else if (style_ == Style::by_actor) {
    by_actor();
  } else {
    key_points();
    years();
    section("Dates only bounded", chronicle_.bounded);
    section("Undated", chronicle_.undated);
  }
  if (style_ != Style::brief) {
    contested();
    plans();
    gaps();
    actors();
  }
  sources();
  footnotes();
  method();
}

void ChronologyWriter::head() {
  out_ << "# Chronology: " << markdown_text(chronicle_.title) << "\n\nScope: " << chronicle_.scope;
  if (!chronicle_.statuses.empty()) out_ << "; " << chronicle_.statuses;
  out_ << "\n\n";
  if (!answer_.question.empty()) out_ << "Asked: `" << code(answer_.understood) << "`\n\n";
  out_ << "How to read: a date is as precise as its sources are. \"about\" is near that day, "
          "\"by\" is on it or before, \"from\" is on it or after. \\[planned\\], "
          "\\[cancelled\\], \\[alleged\\], \\[denied\\] and \\[hypothetical\\] did not "
          "happen by the word of the article itself. Where a reading is less than sure, its "
          "confidence (medium, low) is given; that is no measure of truth.\n";
  for (const auto& note : answer_.notes) out_ << "\nNote: " << markdown_text(note) << '\n';
}

std::string ChronologyWriter::code(std::string_view text) {
  std::string out = one_line(valid_utf8(text));
  for (char& c : out) {
    if (c == '`') c = '\'';
  }
  return out;
}

void ChronologyWriter::key_points() {
  if (chronicle_.key_points.empty()) return;
  out_ << "\n## Key points\n\n";
  for (const auto* entry : chronicle_.key_points) {
    out_ << "- " << entry->date << ": " << markdown_text(entry->title) << " (`"
         << display_id(entry->event->id) << "`, " << sources_of(*entry->event) << ")\n";
  }
}

void ChronologyWriter::years() {
  int year = 0;
  unsigned month = 0;
  for (const auto* entry : chronicle_.dated) {
    const auto& date = entry->event->date;
    const date::year_month_day first{date.first};
    const date::year_month_day last{date.last};
    if (static_cast<int>(first.year()) != year) {
      year = static_cast<int>(first.year());
      month = 0;
      above_ = nullptr;
      out_ << "\n## " << year << (is_within_month(first, last) ? "\n" : "\n\n");
    }
    const unsigned this_month =
        is_within_month(first, last) ? static_cast<unsigned>(first.month()) : month;
    if (this_month != month) {
      month = this_month;
      out_ << "\n### " << month_name(month) << ' ' << year << "\n\n";
    }
    event(*entry);
  }
}

bool ChronologyWriter::is_within_month(const date::year_month_day& first,
                                       const date::year_month_day& last) {
  return first.year() / first.month() == last.year() / last.month();
}

void ChronologyWriter::section(std::string_view name, const std::vector<const Entry*>& entries) {
  if (entries.empty()) return;
  heading(name);
  for (const auto* entry : entries) event(*entry);
}

void ChronologyWriter::heading(std::string_view name) {
  out_ << "\n## " << name << "\n\n";
  above_ = nullptr;
}

void ChronologyWriter::event(const Entry& entry) {
  if (entry.folded && style_ != Style::by_actor) return;  // its line is that of another
  const Event& event = *entry.event;
  out_ << "- **" << entry.date << "** (" << measure_of(event) << ") **" << markdown_text(entry.line)
       << "**";
  if (!entry.tag.empty()) out_ << ' ' << markdown_text(entry.tag);
  if (const auto counts = counts_of(event); !counts.empty()) out_ << " - " << markdown_text(counts);
  out_ << '.';
  codes(entry);
  if (style_ != Style::by_actor) {
    for (const auto* other : entry.also) codes(*other);
  }
  out_ << '\n';
  if (style_ != Style::brief) quote(entry);
}

void ChronologyWriter::codes(const Entry& entry) {
  out_ << " `" << type_code(*entry.event) << "` `" << display_id(entry.event->id) << '`';
  for (const auto& citation : entry.citations) out_ << ' ' << footnote(citation);
}

std::string ChronologyWriter::measure_of(const Event& event) {
  std::string out;
  const auto precision = event.date.precision;
  if (precision != Precision::before && precision != Precision::after &&
      precision != Precision::unknown) {
    out = std::string(format_precision(precision)) + "; ";
  }
  out += sources_of(event);
  if (const auto word = confidence_word(event.confidence); word != "high")
    out += "; confidence " + std::string(word);
  return out;
}

std::string ChronologyWriter::type_code(const Event& event) {
  return event.mode.empty() ? event.type : event.type + "/" + event.mode;
}

void ChronologyWriter::quote(const Entry& entry) {
  const auto* citation = entry.quoted();
  if (citation == nullptr || citation->quote.empty()) return;
  std::string dated = date_source_words(*citation->mention);
  if (!entry.event->date_reason.empty()) dated += ", " + entry.event->date_reason;
  if (same_sentence(citation, above_)) {
    out_ << "  > (the same sentence; " << markdown_text(dated) << ")\n";
  } else {
    out_ << "  > \"" << markdown_text(citation->quote) << "\" ("
         << markdown_text(credit_of(*citation)) << "; " << markdown_text(dated) << ")\n";
  }
  above_ = citation;
  quoted_.insert(place_of(*citation));
}

std::pair<std::size_t, std::uint32_t> ChronologyWriter::place_of(const Citation& citation) {
  return {citation.source, citation.mention->evidence.begin};
}

void ChronologyWriter::table() {
  out_ << "\n| No. | Date | Precision | Event | Actors | Status | Source, quote | Conf. |\n"
          "| --- | --- | --- | --- | --- | --- | --- | --- |\n";
  std::size_t number = 0;
  for (const auto* part : {&chronicle_.dated, &chronicle_.bounded, &chronicle_.undated}) {
    for (const auto* entry : *part) {
      if (!entry->folded) table_row(*entry, ++number);
    }
  }
}

void ChronologyWriter::table_row(const Entry& entry, std::size_t number) {
  const Event& event = *entry.event;
  std::vector<ActorId> cast;
  for (const auto& participant : event.participants) {
    if (cast.empty() || cast.back() != participant.actor) cast.push_back(participant.actor);
  }
  out_ << "| " << number << " | " << entry.date << " | " << format_precision(event.date.precision)
       << " | " << markdown_text(entry.line) << ids_of(entry) << " | "
       << markdown_text(index_.names(cast)) << " | " << format_status(event.status);
  if (!event.said_by.empty()) out_ << " (" << markdown_text(index_.names(event.said_by)) << ")";
  out_ << " | ";
  if (const auto* citation = entry.quoted(); citation != nullptr && citation->article != nullptr) {
    out_ << markdown_text(credit_of(*citation)) << ": \"" << markdown_text(citation->quote) << "\"";
    quoted_.insert(place_of(*citation));
    for (const auto& one : entry.citations) out_ << ' ' << footnote(one);
  }
  out_ << " | " << confidence_word(event.confidence) << " |\n";
}

std::string ChronologyWriter::ids_of(const Entry& entry) {
  std::string out = " `" + display_id(entry.event->id) + "`";
  for (const auto* other : entry.also) out += " `" + display_id(other->event->id) + "`";
  return out;
}

void ChronologyWriter::by_actor() {
  for (const auto& appearance : chronicle_.actors) {
    heading(markdown_text(appearance.actor->name));
    for (const auto* entry : appearance.entries) event(*entry);
  }
}

void write_chronology(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  const AnswerIndex index(answer);
  ChronologyWriter(out, answer, index, options).write();
}

}  // namespace annals
