#include "query/event_phrases.h"

#include <algorithm>
#include <optional>

#include "graph/names.h"
#include "query/select.h"
#include "query/tell.h"
#include "query/tellings.h"
#include "query/type_words.h"

namespace annals {
namespace {

using Words = std::span<const Word>;

constexpr std::size_t longest_name = 6;  // words
constexpr std::size_t most_shown = 5;

/// "the attack on Goma": what kind of event, who took part, or where it was.
struct Phrase {
  std::size_t count = 0;  ///< words, from "the" on
  const TypeWord* type = nullptr;
  std::optional<Part> part;
  std::string place;
  std::string about;  ///< words of its sentence, where it is neither somebody nor a place
};

/// The noun for a kind of events at words[at]: "attack", not "attacked".
std::optional<FoundType> noun_at(Words words, std::size_t at) {
  if (at >= words.size() || words[at].folded.ends_with("ed")) return std::nullopt;
  return find_kind(words.subspan(at));
}

std::optional<ActorId> known_as(const NameBook& names, Words words) {
  const NameLookup found = find_actor(names, join_words(words));
  NamedActor actor{.text = join_words(words)};
  if (found.ids.empty()) return std::nullopt;
  try {
    resolve(names.store(), actor.text, found, actor);
  } catch (const Error&) {
    return std::nullopt;
  }
  return actor.ids.front();
}

bool is_anywhere(const Store& store, const TypeWord& type, const std::string& place) {
  Request request;
  request.types = {&type};
  request.place = place;
  return !select_events(store, request, {}).events.empty();
}

/// "the attack on NAME", "the talks in PLACE": the longest name that is known.
bool take_name_behind(const NameBook& names, Words words, std::size_t at, Phrase& phrase) {
  if (at + 1 >= words.size()) return false;
  const bool there = is_one_of(words[at], {"in", "at", "near"});
  const bool befell = is_one_of(words[at], {"on", "against"});
  const bool did = is_one_of(words[at], {"by"});
  if (!there && !befell && !did && !is_one_of(words[at], {"of", "with", "between"})) return false;
  for (std::size_t size = std::min(longest_name, words.size() - at - 1); size > 0; --size) {
    const Words name = words.subspan(at + 1, size);
    if (there) {
      if (!is_anywhere(names.store(), *phrase.type, join_words(name))) continue;
      phrase.place = join_words(name);
    } else {
      const auto actor = known_as(names, name);
      if (!actor) continue;
      phrase.part = Part{*actor, befell ? std::optional(Role::target)
                                 : did  ? std::optional(Role::source)
                                        : std::nullopt};
    }
    phrase.count = at + 1 + size;
    return true;
  }
  return false;
}

/// What happened so and has a date, told most often first.
std::vector<Event> told_so(const Store& store, const Phrase& phrase) {
  Request request;
  request.types = {phrase.type};
  request.place = phrase.place;
  request.about = phrase.about;
  const std::vector<Part> parts = phrase.part ? std::vector{*phrase.part} : std::vector<Part>{};
  auto events = records_of(store, select_events(store, request, parts).events);
  std::erase_if(events, [](const Event& event) {
    return event.date.first == first_day || event.date.last == last_day;
  });
  const auto is_day = [](const Event& event) { return event.date.first == event.date.last; };
  if (std::any_of(events.begin(), events.end(), is_day))
    std::erase_if(events, [&](const Event& event) { return !is_day(event); });
  std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return a.mentions.size() > b.mentions.size();
  });
  return events;
}

/// "the" and what follows it.
std::optional<Phrase> read_phrase(const NameBook& names, Words words) {
  Phrase phrase;
  if (const auto noun = noun_at(words, 1)) {
    phrase.type = noun->word;
    return take_name_behind(names, words, 1 + noun->count, phrase) ? std::optional(phrase)
                                                                   : std::nullopt;
  }
  // "the Gemayel assassination"
  for (std::size_t size = 1; size <= longest_name && 1 + size < words.size(); ++size) {
    const auto noun = noun_at(words, 1 + size);
    if (!noun) continue;
    const Words name = words.subspan(1, size);
    phrase.type = noun->word;
    phrase.count = 1 + size + noun->count;
    if (is_anywhere(names.store(), *phrase.type, join_words(name))) {
      phrase.place = join_words(name);
      return phrase;
    }
    if (const auto actor = known_as(names, name)) {
      phrase.part = Part{*actor, std::nullopt};
      if (!told_so(names.store(), phrase).empty()) return phrase;
      phrase.part.reset();
    }
    phrase.about = join_words(name);
    return phrase;
  }
  return std::nullopt;
}

std::string shown(const Store& store, const Event& event) {
  const Request none;
  AnswerBuilder told(store, none, {});
  return display_id(event.id) + " " + format_edtf(event.date) + " " + told.sentence(event);
}

Error may_be_several(const Store& store, std::string_view line, Words said,
                     std::span<const Event> events) {
  std::string known;
  for (const Event& each : events.first(std::min(most_shown, events.size())))
    known.append("\n  ").append(shown(store, each));
  return error_at(line, said.front().begin,
                  "\"" + join_words(said) + "\" may be one of " + std::to_string(events.size()) +
                      " events; write the id of one:" + known);
}

/// Whether an event is wanted behind words[at].
bool wants_event(Words words, std::size_t at) {
  const bool asks_who =
      words.size() > 4 && is_one_of(words[0], {"who", "whom"}) && is_one_of(words[1], {"could"});
  if (asks_who && is_one_of(words[at], {"about", "of"})) return true;
  if (at == 1 && is_one_of(words[0], {"sources"}) && is_one_of(words[1], {"for", "of"}))
    return true;
  if (at == 1 && is_one_of(words[0], {"who"}) && is_one_of(words[1], {"reported"})) return true;
  const bool within = is_one_of(words[at], {"of"}) && at > 0 &&
                      is_one_of(words[at - 1], {"days", "weeks", "months", "day", "week", "month"});
  return within || is_one_of(words[at], {"after", "before", "since", "until", "till", "around"});
}

}  // namespace

void name_told_events(const NameBook& names, std::string_view line, std::vector<Word>& words,
                      Request& request) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (!wants_event(words, i) || !is_one_of(words[i + 1], {"the"})) continue;
    const auto phrase = read_phrase(names, Words(words).subspan(i + 1));
    if (!phrase) continue;
    const Store& store = names.store();
    const auto events = told_so(store, *phrase);
    if (events.empty()) continue;
    const Words said = Words(words).subspan(i + 1, phrase->count);
    const std::string text = join_words(said);
    if (events.size() > 1 && events[0].mentions.size() < 2 * events[1].mentions.size())
      throw may_be_several(store, line, said, events);
    request.remarks.push_back("\"" + text + "\" is " + shown(store, events.front()));
    Word id = words[i + 1];
    id.text = "E" + format_hex(events.front().id.value);
    id.folded = fold(id.text);
    id.end = said.back().end;
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i + 1);
    words.erase(begin, begin + static_cast<std::ptrdiff_t>(phrase->count));
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(i + 1), std::move(id));
  }
}

}  // namespace annals
