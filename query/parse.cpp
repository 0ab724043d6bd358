#include "query/parse.h"

#include <algorithm>

#include "graph/names.h"
#include "query/bare_names.h"
#include "query/event_phrases.h"
#include "query/events.h"
#include "query/everyday.h"
#include "query/forms.h"
#include "query/gist.h"
#include "query/misread.h"
#include "query/modifiers.h"
#include "query/offices.h"
#include "query/reading.h"
#include "query/select.h"
#include "query/tellings.h"
#include "query/topics.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Kind = FormPiece::Kind;
using Words = std::vector<Word>;

Words part(const Words& words, const Filled& filled) {
  return {words.begin() + static_cast<std::ptrdiff_t>(filled.begin),
          words.begin() + static_cast<std::ptrdiff_t>(filled.end)};
}

/// "Hu Jintao" for "Hu Jintao's visits"
std::string without_possessive(const std::string& text) {
  for (const std::string_view ending : {"'s", "\xE2\x80\x99s"}) {
    if (text.size() > ending.size() && text.ends_with(ending))
      return text.substr(0, text.size() - ending.size());
  }
  return text;
}

/// "Olmert Abbas meeting": two names beside each other.
bool add_second(const NameBook& names, const std::string& text, Request& request) {
  NamedActor second{.text = text};
  try {
    resolve(names, request.question, second);
  } catch (const Error&) {
    return false;
  }
  if (second.misspelt) return false;
  request.actors.push_back(std::move(second));
  return true;
}

/// "US embassy Kabul" where only "US embassy" is known: the rest says where, or is a word of the
/// sentences that tell of it. What the name that is left stands for.
NameLookup split_off_place(const NameBook& names, const Words& words, NamedActor& actor,
                           Request& request) {
  NameLookup whole = find_actor(names, actor.text);
  if (words.size() < 2 || !request.place.empty() || !whole.ids.empty()) return whole;
  const Store& store = names.store();
  const bool takes_two =
      request.verb == "timeline" || request.verb == "first" || request.verb == "last";
  for (std::size_t count = words.size() - 1; count > 0; --count) {
    const auto middle = words.begin() + static_cast<std::ptrdiff_t>(count);
    const std::string name = join_words(Words(words.begin(), middle));
    const bool led = words.size() - count > 1 && leads_topic(*middle);
    const std::string rest = led ? join_words(without_determiner(Words(middle + 1, words.end())))
                                 : join_words(Words(middle, words.end()));
    NameLookup known = find_exact_actor(store, without_possessive(name));
    if (known.ids.size() != 1) continue;
    if (is_one_of(*middle, {"and", "or", "but", "not", "except", "without"})) continue;
    // "Japanese ambassador Morihisa Aoki" is one, "Saddam accused of" is no name
    if (takes_two && stands_in(WordList::rank, *middle)) {
      actor.text = rest;
      return find_actor(names, actor.text);
    }
    if (find_kind(std::span(words).subspan(count))) continue;
    if (takes_two && add_second(names, rest, request)) return known;
    const bool there = was_at_place(store, known.ids.front(), rest);
    if (!there &&
        (!request.about.empty() || (!led && !is_told_with(store, known.ids.front(), rest))))
      continue;
    actor.text = without_possessive(name);
    (there ? request.place : request.about) = rest;
    return known;
  }
  if (!takes_two || whole.misspelt) return whole;
  const std::size_t second = second_name(names, words);
  if (second == 0) return whole;
  const auto middle = words.begin() + static_cast<std::ptrdiff_t>(second);
  NamedActor other{.text = join_words(Words(middle, words.end())), .at = middle->begin};
  resolve(names, request.question, other);
  request.actors.push_back(std::move(other));
  actor.text = join_words(Words(words.begin(), middle));
  return find_actor(names, actor.text);
}

/// "peace talks", "trade agreements": in "ACTOR TYPE", a word that nobody is called is what the
/// events are about, though some name begins with it.
bool is_kind_of_event(const Store& store, const Request& request, const Words& words,
                      const NameLookup& found) {
  const Verb* verb = find_verb(request.verb);
  if (verb == nullptr || usage_line(*verb, request.form) != "ACTOR TYPE") return false;
  const bool common = std::all_of(words.begin(), words.end(), [&](const Word& word) {
    const bool is_else = find_kind(std::span(&word, 1)) ||
                         (words.size() > 1 && !find_exact_actor(store, word.text).ids.empty());
    return !word.quoted && !is_else && word.text[0] >= 'a' && word.text[0] <= 'z' &&
           !is_one_of(word, {"and", "or", "compare", "of", "than", "not"});
  });
  // "sources for attacks" is a question of another form, though one that says too little
  const bool begins_form = std::any_of(forms().begin(), forms().end(), [&](const Form& form) {
    const auto& first = form.pieces.front().words;
    return std::find(first.begin(), first.end(), words.front().folded) != first.end();
  });
  return common && !begins_form && request.about.empty() &&
         (found.begins || (found.ids.empty() && found.nearest.empty()));
}

void take_slot(const NameBook& names, std::string_view line, const Words& words, Kind kind,
               Request& request) {
  switch (kind) {
    case Kind::actor: {
      NamedActor actor{.text = join_words(words), .at = words.front().begin};
      const bool quoted = words.front().quoted;
      if (!quoted && resolve_office(names, line, request.window, actor)) {
        request.actors.push_back(std::move(actor));
        return;
      }
      const std::string owner = without_possessive(actor.text);
      if (owner != actor.text && find_exact_actor(names.store(), actor.text).ids.empty())
        actor.text = owner;
      const NameLookup found = split_off_place(names, words, actor, request);
      if (is_kind_of_event(names.store(), request, words, found)) {
        request.about = actor.text;
        return;
      }
      resolve(names.store(), line, found, actor);
      request.actors.push_back(std::move(actor));
      return;
    }
    case Kind::type: {
      const FoundType found = *find_type(words);
      const auto add_type = [&](const TypeWord* word) {
        auto& types = request.types;
        if (std::find(types.begin(), types.end(), word) == types.end()) types.push_back(word);
      };
      if (!found.word->type.empty()) request.types.push_back(found.word);
      if (found.count + 1 >= words.size()) return;
      const auto rest = std::span(words).subspan(found.count + 1);  // "attacks and arrests"
      if (const auto second = find_kind(rest)) add_type(second->word);
      return;
    }
    case Kind::event:
      request.events.push_back(find_event(names.store(), line, words.front()).id);
      return;
    case Kind::number:
      request.number = std::stoul(words.front().text.substr(0, 6));
      return;
    case Kind::measure:
      request.unit = words.front().folded;
      return;
    case Kind::text:
      request.text = join_words(words);
      return;
    case Kind::words:
      return;
  }
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
  result.words = take_modifiers(names.store(), line, all, options, leniency, result.request);
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
      understood.request.unit = understood.words[i].folded;
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
  if (request.verb == "deeds") {
    request.form = request.form == 0 ? by_against : request.form == 1 ? by_actor : against_actor;
  } else {
    request.form = request.actors.empty() ? all : of_actors;
  }
  request.verb = "count";
}

/// A name that begins with a word of questions, or holds one of comparing, is none: the question is
/// one that nobody can read.
bool is_no_name(const Attempt& understood) {
  if (understood.is_sure()) return false;
  return std::any_of(
      understood.reading->filled.begin(), understood.reading->filled.end(),
      [&](const Filled& filled) {
        const Word& word = understood.words[filled.begin];
        const Words name = part(understood.words, filled);
        const bool compares = std::any_of(name.begin() + 1, name.end(), [](const Word& each) {
          return is_one_of(each, {"who", "vs", "versus", "more", "than"});
        });
        if (filled.kind == Kind::actor && compares) return true;
        return filled.kind == Kind::actor &&
               is_one_of(word, {"who",     "whom", "what", "which", "when", "where", "why",
                                "how",     "did",  "was",  "were",  "has",  "have",  "compare",
                                "sources", "list", "path", "chain", "gaps", "could"});
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

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Some sentence of an event that may be meant has these words.
bool is_told_of(const NameBook& names, const Request& request, const std::string& words) {
  Request wide = request;
  wide.about = words;
  std::vector<Part> parts;
  for (const NamedActor& actor : request.actors) parts.push_back({actor.ids.front(), std::nullopt});
  const Selection found = select_events(names.store(), wide, parts);
  return !found.events.empty() || !found.others.empty();
}

/// The question in free words: its gist put into the grammar. Nothing when it has none.
std::optional<Request> read_by_gist(const NameBook& names, std::string_view line, const Words& all,
                                    const AskOptions& options) {
  Attempt rest{.request = {.question = std::string(line)}};
  rest.words = take_modifiers(names.store(), line, all, options, Leniency::lenient, rest.request);
  const auto gist = gist_of(names, rest.words);
  if (!gist) return std::nullopt;
  // where no sentences are kept, a name that nobody has is looked for in vain
  if (names.store().counts().articles == 0 && has_capital(gist->about)) return std::nullopt;
  rest.words = gist->words;
  if (!gist->refusal.empty())
    throw error_at(line, gist->refused_at, gist->refusal + "; try: " + written(gist->words));
  rest.reading = best_reading(names, rest.words);
  if (!rest.reading) return std::nullopt;
  fill(names, line, rest);
  Request& request = rest.request;
  request.remarks.push_back("this is read as: " + written(gist->words));
  if (!gist->about.empty() && gist->leans_on_topic && !is_told_of(names, request, gist->about))
    return std::nullopt;
  if (!gist->about.empty()) {
    request.about += (request.about.empty() ? "" : " ") + gist->about;
    request.remarks.push_back("\"" + gist->about + "\" is looked for in the sentences");
  }
  if (!gist->status.empty()) request.statuses = {*parse_status(gist->status)};
  if (!gist->unit.empty()) request.unit = gist->unit;
  if (gist->limit > 0) {
    request.limit = gist->limit;
    request.sort = gist->newest_first ? "date" : "";
    request.descending = gist->newest_first;
  }
  count_if_split(request);
  return request;
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

}  // namespace

Request parse_request(const Store& store, std::string_view line, const AskOptions& options) {
  Words all = in_plain_words(split_words(line));
  if (all.empty()) throw Error(ErrorKind::query, "the question is empty; try: who met whom");
  const bool asks_plans = take_will(all);
  const NameBook names(store);
  split_compounds(names, all);
  Request told;
  name_told_events(names, line, all, told);
  Request request = read(names, line, all, options);
  request.remarks.insert(request.remarks.begin(), told.remarks.begin(), told.remarks.end());
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
