// What stands behind the events of the page: contested, plans, gaps, actors, sources, passages, and
// the data that its script reads.

#include <algorithm>

#include "export/html_page.h"
#include "export/picture.h"
#include "export/projection.h"
#include "export/words.h"

namespace annals {

void PageWriter::contested() {
  if (chronicle_.contested.empty()) return;
  part("Contested");
  out_ << "<ul>\n";
  for (const auto* entry : chronicle_.contested) {
    out_ << "<li data-i=\"" << numbers_.at(entry) << "\">" << html_text(entry->date) << ": "
         << link(*entry, entry->title) << "\n<ul>\n";
    for (const auto& citation : entry->citations) telling(*entry, citation);
    for (const auto& contest : entry->event->contested) {
      if (contest.what == "status") continue;
      out_ << "<li>" << html_text(contest.what) << ":";
      for (const auto& value : contest.values)
        out_ << (&value == &contest.values.front() ? " " : " / ") << html_text(value);
      out_ << "</li>\n";
    }
    out_ << "</ul>\n</li>\n";
  }
  out_ << "</ul>\n</section>\n";
}

void PageWriter::telling(const Entry& entry, const Citation& citation) {
  const auto& mention = *citation.mention;
  out_ << "<li>" << format_status(mention.status);
  if (mention.said_by) out_ << " by " << html_text(index_.name(*mention.said_by));
  if (citation.article != nullptr) out_ << " (" << html_text(credit_of(citation)) << ")";
  footnote(entry, citation);
  out_ << "</li>\n";
}

void PageWriter::plans() {
  if (chronicle_.plans.empty()) return;
  part("Planned, and what became of it");
  bool silent = false;
  out_ << "<ul>\n";
  for (const auto& outcome : chronicle_.plans) {
    if (outcome.words.empty() && !silent) {
      silent = true;
      out_ << "</ul>\n<p>No word in these sources of what became of:</p>\n<ul>\n";
    }
    out_ << "<li data-i=\"" << numbers_.at(outcome.plan) << "\">" << html_text(outcome.plan->date)
         << ": " << link(*outcome.plan, outcome.plan->title);
    if (!outcome.words.empty()) out_ << ": " << outcome.words;
    if (outcome.later != nullptr) out_ << ", " << link(*outcome.later, outcome.later->date);
    out_ << "</li>\n";
  }
  out_ << "</ul>\n</section>\n";
}

void PageWriter::gaps() {
  if (chronicle_.gaps.empty()) return;
  out_ << "<section>\n<h2>Gaps</h2>\n<p>More than " << options_.gap_days
       << " days without an event in these sources:</p>\n<ul>\n";
  for (const auto& gap : chronicle_.gaps) {
    out_ << "<li>" << display_date(interval_date(gap.after, gap.before)) << " ("
         << (gap.before - gap.after).count() << " days)</li>\n";
  }
  out_ << "</ul>\n</section>\n";
}

void PageWriter::actors() {
  if (chronicle_.actors.empty()) return;
  out_ << "<section class=\"actors\">\n<h2>Actors</h2>\n<ul>\n";
  std::vector<const Appearance*> once;
  const bool many = chronicle_.actors.size() > most_listed_actors;
  for (const auto& appearance : chronicle_.actors) {
    if (many && appearance.entries.size() == 1) {
      once.push_back(&appearance);
    } else {
      actor_line(appearance);
    }
  }
  out_ << "</ul>\n";
  if (!once.empty()) {
    out_ << "<p>With one event each: ";
    for (const auto* one : once)
      out_ << (one == once.front() ? "" : ", ") << link(*one->entries.front(), one->actor->name);
    out_ << ".</p>\n";
  }
  out_ << "</section>\n";
}

void PageWriter::actor_line(const Appearance& appearance) {
  const Actor& actor = *appearance.actor;
  out_ << "<li><b>" << html_text(actor.name) << "</b> (" << kind_words(actor.kind);
  if (!actor.code.empty()) out_ << ", " << html_text(actor.code);
  out_ << "): "
       << link(*appearance.entries.front(), counted(appearance.entries.size(), "event", "events"));
  if (!appearance.when.empty()) out_ << ", " << appearance.when;
  if (!actor.aliases.empty()) {
    out_ << "; also";
    for (const auto& alias : actor.aliases)
      out_ << (&alias == &actor.aliases.front() ? " " : ", ") << html_text(alias);
  }
  out_ << "</li>\n";
}

void PageWriter::sources() {
  if (chronicle_.sources.empty()) return;
  out_ << "<section class=\"sources\">\n<h2>Sources</h2>\n<ol>\n";
  for (const auto* article : chronicle_.sources) {
    const auto outlet = outlet_of(*article);
    out_ << "<li>";
    if (outlet != display_name(*article) || article->title.empty())
      out_ << html_text(outlet) << ", ";
    if (!article->title.empty()) out_ << "“" << html_text(article->title) << "”, ";
    out_ << html_text(published_words(*article));
    if (is_web_address(article->url)) {
      out_ << ", <a rel=\"noreferrer noopener\" href=\"" << html_text(article->url) << "\">"
           << html_text(article->url) << "</a>";
    }
    out_ << " <span class=\"hash\">" << html_text(display_name(*article)) << ", text "
         << format_hex(article->id.value) << "</span></li>\n";
  }
  out_ << "</ol>\n</section>\n";
}

void PageWriter::passages() {
  if (passages_.empty()) return;
  out_ << "<section class=\"passages\">\n<h2>Passages</h2>\n<ul>\n";
  for (const auto& [key, passage] : passages_) {
    const auto& citation = *passage.citation;
    out_ << "<li id=\"" << passage_id(citation) << "\">Source " << key.first << ", bytes "
         << key.second << "–" << citation.mention->evidence.end;
    if (!citation.quote.empty()) out_ << ": “" << html_text(citation.quote) << "”";
    for (const auto* entry : passage.events) {
      out_ << " <a class=\"back\" href=\"#" << ids_.at(entry->event->id)
           << "\" aria-label=\"back to the event\">↩</a>";
    }
    out_ << "</li>\n";
  }
  out_ << "</ul>\n</section>\n";
}

void PageWriter::method() {
  out_ << "<section>\n<h2>Method</h2>\n<p class=\"meta\">Read by " << html_text(options_.program)
       << " from the texts above (set " << format_hex(chronicle_.fingerprint)
       << "). A gap is more than " << options_.gap_days
       << " days. Event ids are made from content: the same texts give the same ids. Bytes count "
          "from the start of each text, from 0, the end not included. A headline has the words "
          "of the clause that tells the event, with names in full, or is made from the kind of "
          "event and its actors. This file loads nothing from anywhere.</p>\n";
  if (!options_.stamp.empty())
    out_ << "<p class=\"meta\">Written " << html_text(options_.stamp) << ".</p>\n";
  out_ << "</section>\n";
}

void PageWriter::data() {
  out_ << "<script type=\"application/json\" id=\"data\">";
  JsonWriter json(out_, JsonWriter::For::html);
  std::map<ActorId, std::size_t> places;
  std::set<std::string> types;
  for (const auto& event : answer_.events) types.insert(event.type);
  json.object().key("quads").object();
  for (const auto& type : types) json.field(type, colour_of(type));
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

void PageWriter::event_data(JsonWriter& json, const Entry& entry,
                            const std::map<ActorId, std::size_t>& places) const {
  const Event& event = *entry.event;
  const auto& date = event.date;
  json.new_element().object().field("id", ids_.at(event.id)).field("type", event.type);
  json.field("status", format_status(event.status))
      .field("when", entry.date)
      .field("title", entry.title);
  json.field("quote", entry.quoted() == nullptr ? std::string() : entry.quoted()->quote);
  json.key("first");
  earliest(date).empty() ? json.null() : json.value(date.first.time_since_epoch().count());
  json.key("last");
  latest(date).empty() ? json.null() : json.value(date.last.time_since_epoch().count());
  std::set<std::size_t> cast;
  for (const auto& participant : event.participants) {
    if (const auto at = places.find(participant.actor); at != places.end()) cast.insert(at->second);
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

}  // namespace annals
