#include "query/parse.h"

#include <algorithm>

#include "graph/names.h"
#include "query/adjectives.h"
#include "query/bare_names.h"
#include "query/bound_words.h"
#include "query/event_phrases.h"
#include "query/events.h"
#include "query/everyday.h"
#include "query/exceptions.h"
#include "query/forms.h"
#include "query/gist.h"
#include "query/misread.h"
#include "query/modifiers.h"
#include "query/periods.h"
#include "query/reading.h"
#include "query/select.h"
#include "query/slots.h"
#include "query/superlatives.h"
#include "query/tellings.h"
#include "query/topics.h"
#include "query/typos.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Kind = FormPiece::Kind;
using Words = std::vector<Word>;

Words part(const Words& words, const Filled& filled) {
  return {words.begin() + static_cast<std::ptrdiff_t>(filled.begin),
          words.begin() + static_cast<std::ptrdiff_t>(filled.end)};
}

/// A question with its modifiers taken out, and how the rest is understood.
struct Attempt {
  Request request;
  Words words;
  std::optional<Reading> reading;

  [[nodiscard]] bool is_sure() const { return reading && reading->unlikeliness < guessed; }
};

Attempt attempt(const NameBook& names, std::string_view line, const Words& all,
                const AskOptions& options, Leniency leniency) {
  Attempt result{.request = {.question = std::string(line)}};
  result.words = take_modifiers(names, line, all, options, leniency, result.request);
  if (!result.words.empty()) result.reading = best_reading(names, result.words);
  return result;
}

void fill(const NameBook& names, std::string_view line, Attempt& understood) {
  const Reading& reading = *understood.reading;
  understood.request.verb = reading.form->verb->name;
  understood.request.form = reading.form->line;
  // "which ministers": all before the word for them are single words
  const auto& pieces = reading.form->pieces;
  for (std::size_t i = 0; i < pieces.size() && pieces[i].kind != Kind::actor; ++i) {
    const auto& choices = pieces[i].words;
    if (pieces[i].kind == Kind::type) break;
    if (std::find(choices.begin(), choices.end(), "quarter") != choices.end())
      understood.request.unit = period_unit(understood.words[i]);
    if (std::find(choices.begin(), choices.end(), "countries") != choices.end())
      understood.request.doers = understood.words[i].folded;
  }
  // "how many soldiers were killed": those of whom the sentence speaks
  const bool counts_some = reading.form->verb->name == "toll" && reading.form->line == 0 &&
                           !is_one_of(understood.words[2], {"people", "persons"});
  if (counts_some && understood.request.about.empty())
    understood.request.about = understood.words[2].folded;
  if (understood.request.doers == "actors") understood.request.doers.clear();
  for (const Filled& filled : reading.filled) {
    take_slot(names, line, part(understood.words, filled), filled.kind, understood.request);
  }
}

/// "meetings per month" asks for their number.
void count_if_split(Request& request) {
  static constexpr std::string_view actor_measures[] = {"degree", "betweenness", "pagerank",
                                                        "events"};
  const bool lists = request.verb == "timeline" || request.verb == "deeds";
  const bool measures = std::find(std::begin(actor_measures), std::end(actor_measures),
                                  request.unit) != std::end(actor_measures);
  if (!lists || request.unit.empty() || measures) return;
  constexpr std::size_t all = 0, by_actor = 1, against_actor = 2, of_actors = 3, by_against = 6;
  constexpr std::size_t befell = 4;  // from this form of deeds on, whom it befell is named first
  if (request.verb == "deeds") {
    if (request.actors.size() == 2 && request.form >= befell)
      std::swap(request.actors[0], request.actors[1]);
    request.form = request.actors.size() == 2 ? by_against
                   : request.form == 1        ? by_actor
                                              : against_actor;
  } else {
    request.form = request.actors.empty() ? all : of_actors;
  }
  request.verb = "count";
}

/// A name that begins with a word of questions, or holds one of comparing, is none: the question is
/// one that nobody can read.
bool is_no_name(const Attempt& understood) {
  if (understood.is_sure()) return false;
  return std::any_of(understood.reading->filled.begin(), understood.reading->filled.end(),
                     [&](const Filled& filled) {
                       const Word& word = understood.words[filled.begin];
                       const Words name = part(understood.words, filled);
                       const bool compares =
                           std::any_of(name.begin() + 1, name.end(), [](const Word& each) {
                             return is_one_of(each, {"who", "vs", "versus", "more", "than"});
                           });
                       if (filled.kind == Kind::actor && compares) return true;
                       return filled.kind == Kind::actor && stands_in(WordList::no_name, word);
                     });
}

/// The question read by the forms of the grammar. Throws Error(query) when none fits, or when a
/// name in it is not known.
Request read_by_forms(const NameBook& names, std::string_view line, Words all,
                      const AskOptions& options) {
  Attempt first = attempt(names, line, all, options, Leniency::strict);
  if (!first.is_sure()) {
    std::erase_if(all, is_filler);
    Attempt lenient = attempt(names, line, all, options, Leniency::lenient);
    const bool better = lenient.reading && (!first.reading || lenient.reading->unlikeliness <
                                                                  first.reading->unlikeliness);
    if (better) {
      first = std::move(lenient);
    } else if (!first.reading && names_somebody(names, lenient.words)) {
      read_bare(names, line, lenient.words, lenient.request);
      return lenient.request;
    }
  }
  if (!first.reading || is_no_name(first)) throw not_understood(names, line, first.words);
  take_topic(names, first.words, first.reading, first.request);
  fill(names, line, first);
  count_if_split(first.request);
  return first.request;
}

/// The words as a question, names in quotes.
std::string written(const Words& words) {
  std::string result;
  for (const Word& word : words) {
    const bool name = word.quoted || word.text.find(' ') != std::string::npos;
    result += (result.empty() ? "" : " ") + (name ? "\"" + word.text + "\"" : word.text);
  }
  return result;
}

bool is_told_in(const Store& store, std::span<const Chosen> events, const std::string& words) {
  const std::string wanted = " " + fold(words) + " ";
  return std::any_of(events.begin(), events.end(), [&](const Chosen& event) {
    return any_sentence(store, record_of(store, event), [&](std::string_view sentence) {
      return (" " + fold(sentence) + " ").find(wanted) != std::string::npos;
    });
  });
}

/// Whether a word where a name is wanted stands in some sentence of an event that may be meant.
/// Refuses what is written as a name: "who met Munterry".
bool is_told_of(const NameBook& names, std::string_view line, const Request& request,
                const Word& word) {
  Request wide = request;
  wide.about = word.text;
  std::vector<Part> parts;
  for (const NamedActor& actor : request.actors) parts.push_back({actor.ids.front(), std::nullopt});
  const Selection found = select_events(names.store(), wide, parts);
  if (is_told_in(names.store(), found.events, word.text) ||
      is_told_in(names.store(), found.others, word.text))
    return true;
  if (word.text[0] < 'A' || word.text[0] > 'Z') return false;
  NamedActor nobody{.text = word.text, .at = word.begin};
  NameLookup known = find_actor(names, word.text);
  if (known.ids.size() < 2) known = {.nearest = std::move(known.nearest)};
  resolve(names.store(), line, known, nobody);
  return true;
}

/// Where no sentences are kept, what is written as a name cannot be passed over.
void check_passed_over(std::string_view line, const Words& topic, bool kept) {
  const auto name = std::find_if(topic.begin(), topic.end(), [](const Word& word) {
    return word.text[0] >= 'A' && word.text[0] <= 'Z';
  });
  if (kept || name == topic.end()) return;
  throw error_at(line, name->begin,
                 "nobody is called \"" + join_words(topic) +
                     "\", and these events have no sentences to look for it in");
}

/// What the gist says beside its words.
void add_parts(const NameBook& names, const Gist& gist, Request& request) {
  const GistParts& parts = gist.parts;
  request.remarks.push_back("this is read as: " + written(gist.words));
  if (const std::string topic = join_words(parts.topic); !topic.empty()) {
    const bool kept = names.store().counts().articles > 0;
    check_passed_over(request.question, parts.topic, kept);
    request.remarks.push_back("\"" + topic + "\" " +
                              (kept ? "is looked for in the sentences"
                                    : "is passed over: these events have no sentences"));
    if (kept) request.about += (request.about.empty() ? "" : " ") + topic;
  }
  if (!parts.status.empty()) request.statuses = {*parse_status(parts.status)};
  if (parts.limit == 0) return;
  request.limit = parts.limit;
  request.sort = parts.newest_first ? "date" : "";
  request.descending = parts.newest_first;
}

/// The question in free words: its gist put into the grammar. Nothing when it has none.
std::optional<Request> read_by_gist(const NameBook& names, std::string_view line, const Words& all,
                                    const AskOptions& options) {
  Attempt rest{.request = {.question = std::string(line)}};
  rest.words = take_modifiers(names, line, all, options, Leniency::free, rest.request);
  if (std::any_of(rest.words.begin(), rest.words.end(), is_event_word)) return std::nullopt;
  const auto gist = gist_of(names, rest.words);
  if (!gist) return std::nullopt;
  rest.words = gist->words;
  if (!gist->parts.refusal.empty()) {
    const bool says_more = gist->words.size() > 1;
    throw error_at(line, gist->parts.refused_at,
                   gist->parts.refusal + (says_more ? "; try: " + written(gist->words) : ""));
  }
  rest.reading = best_reading(names, rest.words);
  if (!rest.reading) return std::nullopt;
  fill(names, line, rest);
  if (gist->parts.unknown && !is_told_of(names, line, rest.request, *gist->parts.unknown))
    return std::nullopt;
  add_parts(names, *gist, rest.request);
  count_if_split(rest.request);
  return std::move(rest.request);
}

/// By the forms, else by the gist. Where neither goes, what is wrong by the forms is told, and by
/// the gist when only that can say it.
Request read(const NameBook& names, std::string_view line, const Words& all,
             const AskOptions& options) {
  try {
    return read_by_forms(names, line, all, options);
  } catch (const Error&) {
    if (auto request = read_by_gist(names, line, all, options)) return std::move(*request);
    throw;
  }
}

/// How many events a row counts can be bounded only where rows count events.
void check_bounds(std::string_view line, const Request& request) {
  const bool counts = request.verb == "top" || request.verb == "pairs" || request.verb == "count";
  if (counts || bound_of(request.bounds, of_events) == nullptr) return;
  throw error_at(line, 0,
                 "how often something was can be asked for in rankings: who accused Pakistan at "
                 "least twice, days with more than 3 attacks, pairs");
}

}  // namespace

Request parse_request(const Store& store, std::string_view line, const AskOptions& options) {
  Words all = split_words(line);
  write_superlatives(all);
  Request told;
  told.bounds = take_bounds(all);
  all = in_plain_words(std::move(all));
  if (all.empty()) throw Error(ErrorKind::query, "the question is empty; try: who met whom");
  const bool asks_plans = take_will(all);
  const NameBook names(store);
  split_compounds(names, all);
  mend_typos(names, all, told);
  write_adjective(names, all, told);
  name_told_events(names, line, all, told);
  Request request = read(names, line, all, options);
  request.remarks.insert(request.remarks.begin(), told.remarks.begin(), told.remarks.end());
  request.bounds = std::move(told.bounds);
  request.of_their_people = told.of_their_people;
  check_bounds(line, request);
  check_exceptions(line, request);
  if (asks_plans && request.statuses.empty()) request.statuses = {Status::planned};
  if (request.within_days && request.verb != "contacts") {
    const std::string days = std::to_string(*request.within_days);
    throw error_at(line, line.find("ithin") - 1,
                   "within " + days + " days of what? Write: within " + days +
                       " days of 2011-10-20, or of an event");
  }
  return request;
}

}  // namespace annals
