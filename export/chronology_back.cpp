// What stands behind the events of the chronology: contested, plans, gaps, actors, sources,
// footnotes, method.

#include <map>

#include "export/chronology_writer.h"
#include "export/words.h"

namespace annals {

void ChronologyWriter::contested() {
  if (chronicle_.contested.empty()) return;
  out_ << "\n## Contested\n\n";
  for (const auto* entry : chronicle_.contested) {
    const Event& event = *entry->event;
    out_ << "- " << entry->date << ": " << markdown_text(entry->title) << " (`"
         << display_id(event.id) << "`)\n";
    for (const auto& citation : entry->citations) telling(citation);
    for (const auto& contest : event.contested) {
      if (contest.what != "status") contest_lines(contest, *entry);
    }
  }
}

void ChronologyWriter::telling(const Citation& citation) {
  const auto& mention = *citation.mention;
  out_ << "  - " << format_status(mention.status);
  if (mention.said_by) out_ << " by " << markdown_text(index_.name(*mention.said_by));
  if (citation.article != nullptr) out_ << " (" << markdown_text(credit_of(citation)) << ")";
  out_ << ' ' << footnote(citation) << '\n';
}

void ChronologyWriter::contest_lines(const Contest& contest, const Entry& entry) {
  for (std::size_t i = 0; i < contest.values.size(); ++i) {
    out_ << "  - " << markdown_text(contest.what) << ": " << markdown_text(contest.values[i]);
    for (const auto& citation : entry.citations) {
      if (i < contest.mentions.size() && citation.mention->id == contest.mentions[i] &&
          citation.article != nullptr) {
        out_ << " (" << markdown_text(credit_of(citation)) << ") " << footnote(citation);
      }
    }
    out_ << '\n';
  }
}

void ChronologyWriter::plans() {
  if (chronicle_.plans.empty()) return;
  out_ << "\n## Planned, and what became of it\n\n";
  bool silent = false;
  for (const auto& outcome : chronicle_.plans) {
    if (outcome.words.empty() && !silent) {
      silent = true;
      if (&outcome != &chronicle_.plans.front()) out_ << '\n';
      out_ << "No word in these sources of what became of:\n\n";
    }
    out_ << "- " << outcome.plan->date << ": " << markdown_text(outcome.plan->title) << " (`"
         << display_id(outcome.plan->event->id) << "`)";
    if (!outcome.words.empty()) out_ << ": " << outcome.words;
    if (outcome.later != nullptr) {
      out_ << ", " << outcome.later->date << " (`" << display_id(outcome.later->event->id) << "`)";
    }
    out_ << '\n';
  }
}

void ChronologyWriter::gaps() {
  if (chronicle_.gaps.empty()) return;
  out_ << "\n## Gaps\n\nMore than " << options_.gap_days
       << " days without an event in these sources:\n\n";
  for (const auto& gap : chronicle_.gaps) {
    out_ << "- " << display_date(interval_date(gap.after, gap.before)) << " ("
         << (gap.before - gap.after).count() << " days)\n";
  }
}

void ChronologyWriter::actors() {
  if (chronicle_.actors.empty()) return;
  out_ << "\n## Actors\n\n";
  std::vector<const Appearance*> once;
  const bool many = chronicle_.actors.size() > most_listed_actors;
  for (const auto& appearance : chronicle_.actors) {
    if (many && appearance.entries.size() == 1) {
      once.push_back(&appearance);
    } else {
      actor_line(appearance);
    }
  }
  if (once.empty()) return;
  out_ << (once.size() < chronicle_.actors.size() ? "\n" : "") << "With one event each: ";
  for (const auto* one : once) {
    out_ << (one == once.front() ? "" : ", ") << markdown_text(one->actor->name) << " (`"
         << display_id(one->entries.front()->event->id) << "`)";
  }
  out_ << ".\n";
}

void ChronologyWriter::actor_line(const Appearance& appearance) {
  const Actor& actor = *appearance.actor;
  out_ << "- **" << markdown_text(actor.name) << "** (" << kind_words(actor.kind);
  if (!actor.code.empty()) out_ << ", " << markdown_text(actor.code);
  out_ << "): " << counted(appearance.entries.size(), "event", "events");
  if (!appearance.when.empty()) out_ << ", " << appearance.when;
  if (!actor.aliases.empty()) {
    out_ << "; also:";
    for (const auto& alias : actor.aliases)
      out_ << (&alias == &actor.aliases.front() ? " " : ", ") << markdown_text(alias);
  }
  out_ << '\n';
}

void ChronologyWriter::sources() {
  if (chronicle_.sources.empty()) return;
  out_ << "\n## Sources\n\n";
  std::size_t number = 0;
  for (const auto* article : chronicle_.sources) {
    const auto outlet = outlet_of(*article);
    const bool named = outlet != display_name(*article) || article->title.empty();
    out_ << ++number << ". ";
    if (named) out_ << markdown_text(outlet) << ", ";
    if (!article->title.empty()) out_ << "\"" << markdown_text(article->title) << "\", ";
    out_ << published_words(*article);
    if (!article->url.empty()) out_ << ", <" << code(article->url) << ">";
    out_ << ", `" << code(display_name(*article)) << "`, text " << format_hex(article->id.value)
         << '\n';
  }
}

void ChronologyWriter::footnotes() {
  std::map<std::pair<std::size_t, std::uint32_t>, const Citation*> notes;
  for (const auto& entry : chronicle_.entries) {
    for (const auto& citation : entry.citations) {
      if (citation.source != 0) notes.try_emplace(place_of(citation), &citation);
    }
  }
  if (!notes.empty()) out_ << '\n';
  for (const auto& [key, citation] : notes) {
    out_ << footnote(*citation) << ": Source " << key.first << ", bytes " << key.second << "-"
         << citation->mention->evidence.end << ".";
    if (!citation->quote.empty() && !quoted_.contains(key))
      out_ << " \"" << markdown_text(citation->quote) << "\"";
    out_ << '\n';
  }
}

void ChronologyWriter::method() {
  out_ << "\n## Method\n\nRead by " << markdown_text(options_.program)
       << " from the texts above (set " << format_hex(chronicle_.fingerprint)
       << "), without changes by hand to this file. Style "
       << (options_.style.empty() ? "full" : options_.style) << "; a gap is more than "
       << options_.gap_days
       << " days. Event ids are made from content: the same texts give the same ids. Bytes count "
          "from the start of each text, from 0, the end not included. A headline has the words "
          "of the clause that tells the event, with names in full, or is made from the kind of "
          "event and its actors.\n";
  if (!options_.stamp.empty()) out_ << "\nWritten " << markdown_text(options_.stamp) << ".\n";
}

}  // namespace annals
