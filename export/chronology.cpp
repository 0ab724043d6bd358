// The chronology in Markdown.

#include <map>

#include <date/date.h>

#include "export/chronicle.h"
#include "export/escape.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {
namespace {

std::string md(std::string_view text) {
  std::string out;
  append_markdown(out, one_line(text));
  return out;
}

/// One footnote for each place in a source, however many events stand there.
std::string footnote(const Citation& citation) {
  if (citation.source == 0) return {};
  return "[^s" + std::to_string(citation.source) + "b" +
         std::to_string(citation.mention->evidence.begin) + "]";
}

class ChronologyWriter {
 public:
  ChronologyWriter(std::ostream& out, const Answer& answer, const AnswerIndex& index,
                   const FormatOptions& options)
      : out_(out),
        answer_(answer),
        index_(index),
        options_(options),
        style_(parse_style(options.style)),
        chronicle_(make_chronicle(answer, index, options)) {}

  void write() {
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

 private:
  void head() {
    out_ << "# Chronology: " << md(chronicle_.title) << "\n\nScope: " << chronicle_.scope << "\n\n";
    if (!answer_.understood.empty()) out_ << "Asked: `" << code(answer_.understood) << "`\n\n";
    out_ << "How to read: a date is as precise as its sources are. \"about\" is near that day, "
            "\"by\" is on it or "
            "before, \"from\" is on it or after. [planned], [cancelled], [alleged], [denied] and "
            "[hypothetical] did "
            "not happen by the word of the article itself. Confidence (high, medium, low) is how "
            "sure the reading is, "
            "not whether it is true.\n";
    for (const auto& note : answer_.notes) out_ << "\nNote: " << md(note) << '\n';
  }

  /// For code spans: a backtick would end them.
  static std::string code(std::string_view text) {
    std::string out = one_line(valid_utf8(text));
    for (char& c : out) {
      if (c == '`') c = '\'';
    }
    return out;
  }

  void key_points() {
    if (chronicle_.key_points.empty()) return;
    out_ << "\n## Key points\n\n";
    for (const auto* entry : chronicle_.key_points) {
      out_ << "- " << entry->date << ": " << md(entry->title) << " (`"
           << display_id(entry->event->id) << "`, " << sources_of(*entry->event) << ")\n";
    }
  }

  void years() {
    int year = 0;
    unsigned month = 0;
    for (const auto* entry : chronicle_.dated) {
      const auto& date = entry->event->date;
      const date::year_month_day first{date.first};
      const date::year_month_day last{date.last};
      if (static_cast<int>(first.year()) != year) {
        year = static_cast<int>(first.year());
        month = 0;
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

  static bool is_within_month(const date::year_month_day& first, const date::year_month_day& last) {
    return first.year() / first.month() == last.year() / last.month();
  }

  void section(std::string_view name, const std::vector<const Entry*>& entries) {
    if (entries.empty()) return;
    out_ << "\n## " << name << "\n\n";
    for (const auto* entry : entries) event(*entry);
  }

  void event(const Entry& entry) {
    const Event& event = *entry.event;
    out_ << "- **" << entry.date << "** (" << format_precision(event.date.precision) << "; "
         << sources_of(event) << ") **" << md(entry.title) << "**";
    if (!entry.tag.empty()) out_ << ' ' << md(entry.tag);
    if (const auto counts = counts_of(event); !counts.empty()) out_ << " - " << md(counts);
    out_ << ". `" << type_code(event) << "` `" << display_id(event.id) << "` "
         << confidence_word(event.confidence);
    for (const auto& citation : entry.citations) out_ << ' ' << footnote(citation);
    out_ << '\n';
    if (!event.date_reason.empty()) out_ << "  Date: " << md(event.date_reason) << "\n";
    if (style_ != Style::brief) quote(entry);
  }

  static std::string type_code(const Event& event) {
    return event.mode.empty() ? event.type : event.type + "/" + event.mode;
  }

  void quote(const Entry& entry) {
    if (entry.citations.empty() || entry.citations.front().quote.empty()) return;
    const auto& citation = entry.citations.front();
    out_ << "  > \"" << md(citation.quote) << "\" (" << md(credit_of(*citation.article))
         << ", bytes " << citation.mention->evidence.begin << "-" << citation.mention->evidence.end
         << "; " << md(date_source_words(*citation.mention)) << ")\n";
  }

  void table() {
    out_ << "\n| No. | Date | Precision | Event | Actors | Status | Source, quote | Conf. |\n"
            "| --- | --- | --- | --- | --- | --- | --- | --- |\n";
    std::size_t number = 0;
    for (const auto* part : {&chronicle_.dated, &chronicle_.bounded, &chronicle_.undated}) {
      for (const auto* entry : *part) table_row(*entry, ++number);
    }
  }

  void table_row(const Entry& entry, std::size_t number) {
    const Event& event = *entry.event;
    std::vector<ActorId> cast;
    for (const auto& participant : event.participants) {
      if (cast.empty() || cast.back() != participant.actor) cast.push_back(participant.actor);
    }
    out_ << "| " << number << " | " << entry.date << " | " << format_precision(event.date.precision)
         << " | " << md(entry.title) << " `" << display_id(event.id) << "` | "
         << md(index_.names(cast)) << " | " << format_status(event.status);
    if (!event.said_by.empty()) out_ << " (" << md(index_.names(event.said_by)) << ")";
    out_ << " | ";
    if (!entry.citations.empty() && entry.citations.front().article != nullptr) {
      const auto& citation = entry.citations.front();
      out_ << md(credit_of(*citation.article)) << ": \"" << md(citation.quote) << "\"";
      for (const auto& one : entry.citations) out_ << ' ' << footnote(one);
    }
    out_ << " | " << confidence_word(event.confidence) << " |\n";
  }

  void by_actor() {
    for (const auto& appearance : chronicle_.actors) {
      out_ << "\n## " << md(appearance.actor->name) << "\n\n";
      for (const auto* entry : appearance.entries) event(*entry);
    }
  }

  void contested() {
    if (chronicle_.contested.empty()) return;
    out_ << "\n## Contested\n\n";
    for (const auto* entry : chronicle_.contested) {
      out_ << "- " << md(entry->title) << " (`" << display_id(entry->event->id) << "`, "
           << entry->date << ")";
      if (!entry->tag.empty()) out_ << ' ' << md(entry->tag);
      out_ << '\n';
      for (const auto& contest : entry->event->contested) contest_lines(contest, *entry);
    }
  }

  void contest_lines(const Contest& contest, const Entry& entry) {
    for (std::size_t i = 0; i < contest.values.size(); ++i) {
      out_ << "  - " << md(contest.what) << ": " << md(contest.values[i]);
      for (const auto& citation : entry.citations) {
        if (i < contest.mentions.size() && citation.mention->id == contest.mentions[i] &&
            citation.article != nullptr) {
          out_ << " (" << md(credit_of(*citation.article)) << ") " << footnote(citation);
        }
      }
      out_ << '\n';
    }
  }

  void plans() {
    if (chronicle_.plans.empty()) return;
    out_ << "\n## Planned, and what became of it\n\n";
    for (const auto& outcome : chronicle_.plans) {
      out_ << "- " << outcome.plan->date << ": " << md(outcome.plan->title) << " (`"
           << display_id(outcome.plan->event->id) << "`): " << outcome.words;
      if (outcome.later != nullptr) {
        out_ << ", " << outcome.later->date << " (`" << display_id(outcome.later->event->id)
             << "`)";
      }
      out_ << '\n';
    }
  }

  void gaps() {
    if (chronicle_.gaps.empty()) return;
    out_ << "\n## Gaps\n\nMore than " << options_.gap_days
         << " days without an event in these sources:\n\n";
    for (const auto& gap : chronicle_.gaps) {
      out_ << "- " << format_day(gap.after) << " to " << format_day(gap.before) << " ("
           << (gap.before - gap.after).count() << " days)\n";
    }
  }

  void actors() {
    if (chronicle_.actors.empty()) return;
    out_ << "\n## Actors\n\n";
    for (const auto& appearance : chronicle_.actors) {
      const Actor& actor = *appearance.actor;
      out_ << "- **" << md(actor.name) << "** (" << format_kind(actor.kind);
      if (!actor.code.empty()) out_ << ", " << md(actor.code);
      out_ << "): " << appearance.entries.size()
           << (appearance.entries.size() == 1 ? " event" : " events") << ", "
           << appearance.entries.front()->date;
      if (appearance.entries.size() > 1) out_ << " to " << appearance.entries.back()->date;
      if (!actor.aliases.empty()) {
        out_ << "; also:";
        for (const auto& alias : actor.aliases)
          out_ << (&alias == &actor.aliases.front() ? " " : ", ") << md(alias);
      }
      out_ << '\n';
    }
  }

  void sources() {
    if (chronicle_.sources.empty()) return;
    out_ << "\n## Sources\n\n";
    std::size_t number = 0;
    for (const auto* article : chronicle_.sources) {
      out_ << ++number << ". " << md(outlet_of(*article));
      if (!article->title.empty()) out_ << ", \"" << md(article->title) << "\"";
      out_ << ", published " << published_words(*article);
      if (!article->url.empty()) out_ << ", <" << code(article->url) << ">";
      if (!article->path.empty()) out_ << ", `" << code(article->path) << "`";
      out_ << ", text " << format_hex(article->id.value) << '\n';
    }
  }

  void footnotes() {
    std::map<std::pair<std::size_t, std::uint32_t>, const Citation*> notes;
    for (const auto& entry : chronicle_.entries) {
      for (const auto& citation : entry.citations) {
        if (citation.source != 0)
          notes.try_emplace({citation.source, citation.mention->evidence.begin}, &citation);
      }
    }
    if (!notes.empty()) out_ << '\n';
    for (const auto& [key, citation] : notes) {
      out_ << footnote(*citation) << ": Source " << key.first << ", bytes " << key.second << "-"
           << citation->mention->evidence.end << ".";
      if (!citation->quote.empty()) out_ << " \"" << md(citation->quote) << "\"";
      out_ << '\n';
    }
  }

  void method() {
    out_ << "\n## Method\n\nRead by " << md(options_.program)
         << " from the texts above, without changes by hand to this file. Event ids are made from "
            "content: the same "
            "texts give the same ids. Bytes count from the start of each text, from 0, the end not "
            "included.\n";
    if (!options_.stamp.empty()) out_ << "\nWritten " << md(options_.stamp) << ".\n";
  }

  std::ostream& out_;
  const Answer& answer_;
  const AnswerIndex& index_;
  const FormatOptions& options_;
  Style style_;
  Chronicle chronicle_;
};

}  // namespace

void write_chronology(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  const AnswerIndex index(answer);
  ChronologyWriter(out, answer, index, options).write();
}

}  // namespace annals
