#include "query/parse.h"

#include <algorithm>

#include "graph/names.h"
#include "query/events.h"
#include "query/everyday.h"
#include "query/forms.h"
#include "query/modifiers.h"
#include "query/reading.h"
#include "query/tellings.h"

namespace annals {
namespace {

using Kind = FormPiece::Kind;
using Words = std::vector<Word>;

Words part(const Words& words, const Filled& filled) {
  return {words.begin() + static_cast<std::ptrdiff_t>(filled.begin),
          words.begin() + static_cast<std::ptrdiff_t>(filled.end)};
}

std::string first_words() {
  std::string result;
  std::vector<std::string> seen;
  for (const Form& form : forms()) {
    const auto& words = form.pieces.front().words;
    if (words.empty() || std::find(seen.begin(), seen.end(), words.front()) != seen.end()) continue;
    seen.push_back(words.front());
    result += (result.empty() ? "" : ", ") + words.front();
  }
  return result;
}

Error not_understood(std::string_view line, const Words& words) {
  const Form* nearest = nullptr;
  std::size_t best_reached = 0;
  std::size_t best_stopped = 0;
  std::vector<std::string> beginnings;
  for (const Form& form : forms()) {
    if (form.pieces.front().kind != Kind::words) continue;  // a name fits anything
    std::size_t reached = 0;
    std::size_t stopped = 0;
    static_cast<void>(fit(form, words, reached, stopped));
    // a name takes all that is left, so that it tells little
    if (stopped == words.size() && reached > 1 && form.pieces[reached - 1].kind == Kind::actor)
      --reached;
    for (const auto& word : form.pieces.front().words) beginnings.push_back(word);
    if (reached > best_reached) {
      best_reached = reached;
      best_stopped = stopped;
      nearest = &form;
    }
  }
  if (nearest == nullptr) {
    const std::size_t near = nearest_name(words.front().text, beginnings);
    const std::string meant = near < beginnings.size()
                                  ? "; did you mean \"" + beginnings[near] + "\"?"
                                  : "; questions begin with: " + first_words();
    return error_at(line, words.front().begin,
                    "no question begins with \"" + words.front().text + "\"" + meant);
  }
  const std::string usage(usage_line(*nearest->verb, nearest->line));
  const bool short_line = best_stopped >= words.size();
  const bool wants_type =
      best_reached < nearest->pieces.size() && nearest->pieces[best_reached].kind == Kind::type;
  if (!short_line && wants_type) {
    std::vector<std::string> known;
    for (const TypeWord& type : type_words()) {
      for (std::string_view rest = type.words; !rest.empty();) {
        const auto end = std::min(rest.find('|'), rest.size());
        known.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    const auto near = nearest_name(words[best_stopped].folded, known);
    const std::string meant = near < known.size() ? "; did you mean \"" + known[near] + "\"?" : "";
    return error_at(line, words[best_stopped].begin,
                    "no event is called \"" + words[best_stopped].text + "\"" + meant +
                        (meant.empty() ? "; write: " : " Write: ") + usage);
  }
  return error_at(
      line, short_line ? words.back().end : words[best_stopped].begin,
      std::string(short_line ? "the question stops early" : "this word does not fit here") +
          "; write: " + usage);
}

/// Some event of the actor was at the place; looks at no more than some of them.
bool was_there(const Store& store, ActorId actor, const std::string& place) {
  constexpr std::size_t looked_at = 2000;
  auto ids = store.events_of(actor, Window{}, true);
  if (ids.size() > looked_at) ids.resize(looked_at);
  const auto events = store.events(ids);
  const AskedPlace asked = asked_place(store, place);
  return std::any_of(events.begin(), events.end(),
                     [&](const Event& event) { return is_at_place(event, asked); });
}

/// The sentence of some event of the actor has these words; looks at no more than some of them.
bool told_with(const Store& store, ActorId actor, const std::string& words) {
  constexpr std::size_t looked_at = 300;  // their texts are read
  auto ids = store.events_of(actor, Window{}, true);
  if (ids.size() > looked_at) ids.resize(looked_at);
  const auto events = store.events(ids);
  return std::any_of(events.begin(), events.end(),
                     [&](const Event& event) { return speaks_about(store, event, words); });
}

/// "Hu Jintao" for "Hu Jintao's visits"
std::string without_possessive(const std::string& text) {
  for (const std::string_view ending : {"'s", "\xE2\x80\x99s"}) {
    if (text.size() > ending.size() && text.ends_with(ending))
      return text.substr(0, text.size() - ending.size());
  }
  return text;
}

/// "accused Syria of the murder", "talks with Iran on its programme"
bool leads_topic(const Word& word) {
  return is_one_of(word, {"of", "for", "over", "about", "on", "because"});
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
  for (std::size_t count = words.size() - 1; count > 0; --count) {
    const auto middle = words.begin() + static_cast<std::ptrdiff_t>(count);
    const std::string name = join_words(Words(words.begin(), middle));
    const bool led = words.size() - count > 1 && leads_topic(*middle);
    const std::string rest = led ? join_words(without_determiner(Words(middle + 1, words.end())))
                                 : join_words(Words(middle, words.end()));
    NameLookup known = find_exact_actor(store, name);
    if (known.ids.size() != 1) continue;
    if (request.verb == "timeline" && add_second(names, rest, request)) return known;
    const bool there = was_there(store, known.ids.front(), rest);
    if (!there && (!request.about.empty() || (!led && !told_with(store, known.ids.front(), rest))))
      continue;
    actor.text = name;
    (there ? request.place : request.about) = rest;
    return known;
  }
  return whole;
}

/// "peace talks", "trade agreements": in "ACTOR TYPE", a word that nobody is called is what the
/// events are about, though some name begins with it.
bool is_kind_of_event(const Request& request, const Words& words, const NameLookup& found) {
  const Verb* verb = find_verb(request.verb);
  if (verb == nullptr || usage_line(*verb, request.form) != "ACTOR TYPE") return false;
  const bool common = std::all_of(words.begin(), words.end(), [](const Word& word) {
    return !word.quoted && word.text[0] >= 'a' && word.text[0] <= 'z';
  });
  return common && request.about.empty() &&
         (found.begins || (found.ids.empty() && found.nearest.empty()));
}

void take_slot(const NameBook& names, std::string_view line, const Words& words, Kind kind,
               Request& request) {
  switch (kind) {
    case Kind::actor: {
      NamedActor actor{.text = join_words(words), .at = words.front().begin};
      const std::string owner = without_possessive(actor.text);
      if (owner != actor.text && find_exact_actor(names.store(), actor.text).ids.empty())
        actor.text = owner;
      const NameLookup found = split_off_place(names, words, actor, request);
      if (is_kind_of_event(request, words, found)) {
        request.about = actor.text;
        return;
      }
      resolve(names.store(), line, found, actor);
      request.actors.push_back(std::move(actor));
      return;
    }
    case Kind::type: {
      const TypeWord* word = find_type(words)->word;
      if (!word->type.empty()) request.types.push_back(word);
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

/// "Hamas and Fatah", "Hamas vs. Fatah"
bool joins_two(const Word& word) { return is_one_of(word, {"and", "vs", "versus"}); }

/// A time alone asks what happened then; a name alone, who that is; two names, what they share.
void read_bare(const NameBook& names, std::string_view line, Attempt& bare) {
  Request& request = bare.request;
  if (bare.words.empty()) {
    if (!request.windowed && request.statuses.empty())
      throw error_at(line, 0, "what is asked for? Try: what happened, who met whom");
    request.verb = "timeline";
    request.form = 1;
    return;
  }
  const auto add = [&](const Words& words) {
    NamedActor actor{.text = join_words(words), .at = words.front().begin};
    resolve(names, line, actor);
    request.actors.push_back(std::move(actor));
  };
  const auto middle = std::find_if(bare.words.begin(), bare.words.end(), joins_two);
  const bool whole = middle == bare.words.end() || middle == bare.words.begin() ||
                     middle + 1 == bare.words.end() ||
                     !find_exact_actor(names.store(), join_words(bare.words)).ids.empty();
  if (whole) {
    add(bare.words);
  } else {
    add(Words(bare.words.begin(), middle));
    add(Words(middle + 1, bare.words.end()));
  }
  request.verb = whole ? "show" : "timeline";
  request.form = whole ? 1 : 0;
}

bool names_somebody(const NameBook& names, const Words& words) {
  if (words.empty() || words.size() > 12) return words.empty();
  const auto known = [&](const Words& name) {
    return !name.empty() && !find_actor(names, join_words(name)).ids.empty();
  };
  if (known(words)) return true;
  const auto middle = std::find_if(words.begin(), words.end(), joins_two);
  return middle != words.end() && known(Words(words.begin(), middle)) &&
         known(Words(middle + 1, words.end()));
}

void fill(const NameBook& names, std::string_view line, Attempt& understood) {
  const Reading& reading = *understood.reading;
  understood.request.verb = reading.form->verb->name;
  understood.request.form = reading.form->line;
  for (const Filled& filled : reading.filled) {
    take_slot(names, line, part(understood.words, filled), filled.kind, understood.request);
  }
}

/// "who condemned the execution of Saddam": what nobody is called is what it was about.
void take_topic(const NameBook& names, Attempt& understood) {
  if (!understood.reading || !understood.request.about.empty()) return;
  for (const Filled& filled : understood.reading->filled) {
    const Words words = part(understood.words, filled);
    if (filled.kind != Kind::actor || words.size() < 2 || !is_determiner(words.front())) continue;
    const NameLookup found = find_actor(names, join_words(words));
    if (!found.ids.empty() || !found.nearest.empty()) continue;
    Words rest = understood.words;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(filled.begin),
               rest.begin() + static_cast<std::ptrdiff_t>(filled.end));
    auto reading = best_reading(names, rest);
    if (!reading || reading->unlikeliness >= guessed) continue;
    understood.request.about = join_words(Words(words.begin() + 1, words.end()));
    understood.words = std::move(rest);
    understood.reading = std::move(reading);
    return;
  }
}

}  // namespace

Request parse_request(const Store& store, std::string_view line, const AskOptions& options) {
  Words all = in_plain_words(split_words(line));
  if (all.empty()) throw Error(ErrorKind::query, "the question is empty; try: who met whom");
  const bool asks_plans = take_will(all);
  const NameBook names(store);
  Attempt first = attempt(names, line, all, options, Leniency::strict);
  if (!first.is_sure()) {
    std::erase_if(all, is_filler);
    Attempt lenient = attempt(names, line, all, options, Leniency::lenient);
    const bool better = lenient.reading && (!first.reading || lenient.reading->unlikeliness <
                                                                  first.reading->unlikeliness);
    if (better) {
      first = std::move(lenient);
    } else if (!first.reading && names_somebody(names, lenient.words)) {
      read_bare(names, line, lenient);
      return lenient.request;
    }
  }
  if (!first.reading) throw not_understood(line, first.words);
  take_topic(names, first);
  fill(names, line, first);
  if (asks_plans && first.request.statuses.empty()) first.request.statuses = {Status::planned};
  if (first.request.within_days && first.request.verb != "contacts") {
    const std::string days = std::to_string(*first.request.within_days);
    throw error_at(line, line.find("ithin") - 1,
                   "within " + days + " days of what? Write: within " + days +
                       " days of 2011-10-20, or of an event");
  }
  return first.request;
}

}  // namespace annals
