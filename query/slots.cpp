#include "query/slots.h"

#include <algorithm>
#include <span>
#include <string>

#include "query/bare_names.h"
#include "query/events.h"
#include "query/everyday.h"
#include "query/offices.h"
#include "query/tellings.h"
#include "query/topics.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Kind = FormPiece::Kind;
using Words = std::vector<Word>;

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
    NameLookup known = find_exact_actor(store, without_owner(name));
    if (known.ids.size() != 1) continue;
    const bool joined = std::any_of(middle, words.end(), [](const Word& word) {
      return is_one_of(word, {"and", "or", "but", "not", "except", "without"});
    });
    if (joined) continue;
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
    actor.text = without_owner(name);
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

}  // namespace

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
      const std::string owner = without_owner(actor.text);
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

}  // namespace annals
