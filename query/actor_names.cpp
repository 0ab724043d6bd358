#include "query/actor_names.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "graph/names.h"
#include "graph/stop.h"
#include "query/near_names.h"
#include "query/offices.h"
#include "query/vocabulary.h"
#include "query/words.h"

namespace annals {
namespace {

constexpr std::size_t most_candidates = 8;

std::string without_article(std::string_view text) {
  std::string folded = fold(text);
  if (folded.starts_with("the ") && folded.size() > 4) folded.erase(0, 4);
  return folded;
}

/// What everybody calls some countries and bodies; used only when nobody is called so.
std::string_view spelled_out(std::string_view folded) {
  static const std::vector<WordRow> table = rows_of(WordTable::names);
  for (const WordRow& row : table) {
    if (row[0] == folded) return row[1];
  }
  return {};
}

/// "Omar al-Bashir" beside "NC Omar al-Bashir": a person whose whole name, of two words at least,
/// all the others have in theirs.
bool is_called_by_all(const Store& store, ActorId best, const std::vector<ActorId>& ids) {
  const auto name_of = [&](ActorId id) {
    const auto actor = store.actor(id);
    return actor && actor->kind == ActorKind::person ? fold(actor->name) : std::string();
  };
  const std::string name = name_of(best);
  return name.find(' ') != std::string::npos &&
         std::all_of(ids.begin(), ids.end(),
                     [&](ActorId id) { return holds_words(name_of(id), name); });
}

using EventCounts = std::vector<std::pair<std::size_t, ActorId>>;

/// "Fujimori" of whom no more is known is no other than the best known Fujimori: takes such ones
/// out of the candidates, who are sorted, the best known first.
void leave_out_bare(const Store& store, EventCounts& counts) {
  const auto best = store.actor(counts.front().second);
  if (!best || best->kind != ActorKind::person) return;
  const std::string name = fold(best->name);
  std::erase_if(counts, [&](const auto& each) {
    const auto other = store.actor(each.second);
    if (!other || other->kind != ActorKind::person || other->id == best->id) return false;
    const std::string bare = fold(other->name);
    return bare.find(' ') == std::string::npos && name.ends_with(" " + bare);
  });
}

/// The only one; of several, one in whose name the others' names hold theirs, or one that is in ten
/// times as many events as any other.
std::optional<ActorId> clearly_meant(const Store& store, const std::vector<ActorId>& ids) {
  if (ids.size() == 1) return ids.front();
  constexpr std::size_t known = 10;  // events that make somebody known
  constexpr std::size_t times = 10;
  EventCounts counts;
  for (const ActorId id : ids) {
    stop_if_wanted();
    counts.emplace_back(store.events_of(id, Window{}, true).size(), id);
  }
  std::sort(counts.begin(), counts.end(),
            [](const auto& a, const auto& b) { return a.first > b.first; });
  leave_out_bare(store, counts);
  if (counts.size() == 1) return counts.front().second;
  if (is_called_by_all(store, counts[0].second, ids)) return counts[0].second;
  const bool clear = counts[0].first >= known && counts[0].first >= times * counts[1].first;
  return clear ? std::optional(counts[0].second) : std::nullopt;
}

/// Those of `ids` whose own name folds to `folded`, when there are any.
std::vector<ActorId> prefer_own_name(const Store& store, std::vector<ActorId> ids,
                                     std::string_view folded) {
  std::vector<ActorId> own;
  for (const ActorId id : ids) {
    const auto actor = store.actor(id);
    if (actor && fold(actor->name) == folded) own.push_back(id);
  }
  if (own.empty()) return ids;
  // "Blair" may be somebody of whom no more is known; who is told of far oftener by that name is
  // meant sooner
  const bool others = own.size() < ids.size() && folded.find(' ') == std::string_view::npos;
  if (!others) return own;
  const auto meant = clearly_meant(store, ids);
  return meant && std::find(own.begin(), own.end(), *meant) == own.end() ? ids : own;
}

void be(const Store& store, ActorId id, NamedActor& actor) {
  actor.ids = {id};
  const auto found = store.actor(id);
  actor.name = found ? found->name : actor.text;
}

std::string in_quotes(std::string_view name) { return "\"" + std::string(name) + "\""; }

std::string candidates_text(const Store& store, const std::vector<ActorId>& ids) {
  struct Candidate {
    std::size_t events;
    std::string text;
  };
  std::vector<Candidate> candidates;
  for (const ActorId id : ids) {
    const auto actor = store.actor(id);
    if (!actor) continue;
    const std::size_t events = store.events_of(id, Window{}, true).size();
    candidates.push_back(
        {events, in_quotes(actor->name) + " (" + std::string(format_kind(actor->kind)) + ", " +
                     std::to_string(events) + (events == 1 ? " event)" : " events)")});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.events != b.events ? a.events > b.events : a.text < b.text;
  });
  std::string result;
  for (std::size_t i = 0; i < std::min(most_candidates, candidates.size()); ++i) {
    result += (i == 0 ? "" : ", ") + candidates[i].text;
  }
  if (candidates.size() > most_candidates) {
    result += " and " + std::to_string(candidates.size() - most_candidates) + " more";
  }
  return result;
}

}  // namespace

// "US officials" and "U.S. officials" alike: words of two to four capitals letter by letter, and
// single letters joined to a word. `text` as typed.
std::vector<std::string> folded_forms(std::string_view text) {
  std::string spaced;
  std::string joined;
  const std::string folded = without_article(text);
  std::size_t word_begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != ' ') continue;
    const std::string_view word = text.substr(word_begin, i - word_begin);
    const bool capitals =
        word.size() >= 2 && word.size() <= 4 &&
        std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    for (const char c : word) {
      spaced += c;
      if (capitals) spaced += ' ';
    }
    spaced += ' ';
    word_begin = i + 1;
  }
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const bool single_before = i == 1 || (i >= 2 && folded[i - 2] == ' ');
    const bool single_after =
        i + 2 == folded.size() || (i + 2 < folded.size() && folded[i + 2] == ' ');
    if (folded[i] != ' ' || !single_before || !single_after) joined += folded[i];
  }
  std::vector<std::string> result = {folded};
  for (const std::string& each : {without_article(spaced), joined}) {
    if (std::find(result.begin(), result.end(), each) == result.end()) result.push_back(each);
  }
  return result;
}

void NameBook::scan(const std::function<void(std::string_view, ActorId)>& see) const {
  if (!is_read_) {
    store_->scan_names("", [&](std::string_view name, ActorId id) {
      stop_if_wanted();
      letters_ += name;
      entries_.push_back({letters_.size(), id});
      return true;
    });
    is_read_ = true;
  }
  std::size_t begin = 0;
  for (const Entry& entry : entries_) {
    see(std::string_view(letters_).substr(begin, entry.end - begin), entry.id);
    begin = entry.end;
  }
}

NameLookup find_exact_actor(const Store& store, std::string_view text) {
  const std::string folded = fold(text);
  if (folded.empty()) return {};
  auto ids = store.actors_named(folded);
  if (!ids.empty()) return {.ids = prefer_own_name(store, std::move(ids), folded)};
  for (const std::string& form : folded_forms(text)) {
    ids = store.actors_named(form);
    if (!ids.empty()) return {.ids = prefer_own_name(store, std::move(ids), form)};
  }
  const std::string_view full = spelled_out(without_article(text));
  if (full.empty()) return {};
  ids = store.actors_named(full);
  return {.ids = prefer_own_name(store, std::move(ids), full)};
}

std::optional<Actor> find_country(const Store& store, std::string_view text) {
  const auto ids = find_exact_actor(store, text).ids;
  auto actor = ids.size() == 1 ? store.actor(ids.front()) : std::nullopt;
  return actor && actor->kind == ActorKind::country ? std::move(actor) : std::nullopt;
}

std::vector<bool> find_any_names(const NameBook& names, const std::vector<std::string>& texts) {
  struct Wanted {
    std::string name;
    std::size_t text;
  };
  std::vector<Wanted> wanted;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    wanted.push_back({without_article(texts[i]), i});
    if (std::string bare = without_rank(texts[i]); !bare.empty())
      wanted.push_back({without_article(bare), i});
  }
  std::vector<bool> found(texts.size(), false);
  names.scan([&](std::string_view name, ActorId) {
    stop_if_wanted();
    for (const auto& [text, i] : wanted) {
      if (found[i] || text.size() < 2) continue;
      found[i] = holds_words(name, text) || (text.size() >= 3 && name.starts_with(text));
    }
  });
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!found[i]) found[i] = !holders_of(names, texts[i], {}).empty();
  }
  return found;
}

NameLookup find_actor(const NameBook& names, std::string_view text) {
  NameLookup exact = find_exact_actor(names.store(), text);
  if (!exact.ids.empty()) return exact;
  NameLookup best;
  for (const std::string& wanted : folded_forms(text)) {
    if (wanted.empty()) continue;
    NameLookup lookup = find_near_names(names, wanted);
    if (!lookup.ids.empty()) return lookup;
    if (best.nearest.empty()) best = std::move(lookup);
  }
  // "Admiral Mullen"
  if (const std::string bare = without_rank(text); !bare.empty() && !best.misspelt) {
    NameLookup lookup = find_actor(names, bare);
    if (!lookup.ids.empty()) return lookup;
  }
  // "the foreign minister" is no misspelt foreign ministry, "suspected" no misspelt suspects
  if (best.misspelt) {
    const auto actor = names.store().actor(*best.misspelt);
    const bool common = actor && actor->name[0] >= 'a' && actor->name[0] <= 'z';
    if (common || (names_office(text) && actor && !names_office(actor->name)))
      best.misspelt.reset();
  }
  return best;
}

void resolve(const NameBook& names, std::string_view line, NamedActor& actor) {
  resolve(names.store(), line, find_actor(names, actor.text), actor);
}

void resolve(const Store& store, std::string_view line, const NameLookup& lookup,
             NamedActor& actor) {
  if (lookup.ids.empty() && lookup.misspelt) {
    actor.misspelt = true;
    return be(store, *lookup.misspelt, actor);
  }
  if (lookup.ids.empty()) {
    std::string message = "no actor is called " + in_quotes(actor.text);
    for (std::size_t i = 0; i < lookup.nearest.size(); ++i) {
      message += (i == 0 ? "; did you mean " : " or ") + in_quotes(lookup.nearest[i]);
    }
    throw error_at(line, actor.at, message + (lookup.nearest.empty() ? "" : "?"));
  }
  const auto clear = clearly_meant(store, lookup.ids);
  if (!clear) {
    throw error_at(line, actor.at,
                   in_quotes(actor.text) + " may be " + candidates_text(store, lookup.ids) +
                       "; write more of the name");
  }
  actor.others = lookup.ids.size() == 1 ? "" : candidates_text(store, lookup.ids);
  be(store, *clear, actor);
}

}  // namespace annals
