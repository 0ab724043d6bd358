#include "query/reading.h"

#include <algorithm>
#include <map>

#include "query/actor_names.h"
#include "query/type_words.h"

namespace annals {
namespace {

using Kind = FormPiece::Kind;
using Words = std::vector<Word>;
using Place = std::pair<std::size_t, std::size_t>;

constexpr std::size_t most_names = 64;  // looked for at once; more are in no sensible question

/// Words that seldom stand in a name: a name that swallows one is the less likely.
bool is_grammar(const Word& word) {
  return is_one_of(word, {"and", "with", "did", "has", "was", "were", "who", "whom", "to", "what",
                          "have", "between", "time", "first", "last", "latest", "earliest"}) ||
         find_type(std::span(&word, 1)).has_value();
}

class Judge {
 public:
  Judge(const NameBook& names, const Words& words) : names_(names), words_(words) {}

  int unlikeliness(const Reading& reading) {
    int result = 0;
    for (const Filled& filled : reading.filled) {
      if (filled.kind == Kind::actor) {
        result += strangeness({filled.begin, filled.end});
      }
      // "called" of "called on"
      if (filled.kind == Kind::type &&
          find_type(rest(filled.begin))->count > filled.end - filled.begin)
        result += 1;
      if (filled.kind == Kind::text) result += 1;
    }
    return result;
  }

  /// Looks for all names that are not known as they stand, in one scan.
  void look_closer() {
    std::vector<Place> places;
    std::vector<std::string> texts;
    for (const auto& [place, strange] : strange_) {
      if (strange == 0 || places.size() == most_names) continue;
      places.push_back(place);
      texts.push_back(text_of(place));
    }
    const auto found = find_any_names(names_, texts);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (found[i]) strange_[places[i]] = 1 + grammar_words(places[i]);
    }
  }

 private:
  [[nodiscard]] std::span<const Word> rest(std::size_t begin) const {
    return std::span(words_).subspan(begin);
  }

  [[nodiscard]] std::string text_of(Place place) const {
    return join_words(std::span(words_).subspan(place.first, place.second - place.first));
  }

  [[nodiscard]] int grammar_words(Place place) const {
    const auto span = std::span(words_).subspan(place.first, place.second - place.first);
    // "against Pakistan" is nobody's name
    const bool led = is_one_of(
        span.front(), {"against", "on", "of", "by", "with", "in", "for", "from", "at", "about"});
    const auto count = std::count_if(span.begin(), span.end(), is_grammar) + (led ? 2 : 0);
    return static_cast<int>(std::min<std::ptrdiff_t>(6, 2 * count));
  }

  int strangeness(Place place) {
    const auto [at, fresh] = strange_.try_emplace(place, 0);
    if (!fresh) return at->second;
    if (find_exact_actor(names_.store(), text_of(place)).ids.empty())
      at->second = guessed + grammar_words(place);
    return at->second;
  }

  const NameBook& names_;
  const Words& words_;
  std::map<Place, int> strange_;
};

/// "met on Somalia", "agreed on Iran": what they spoke of, and nobody whom they met.
bool talks_on_name(const Words& words, const Reading& reading) {
  const bool talks =
      std::any_of(reading.filled.begin(), reading.filled.end(), [&](const Filled& each) {
        return each.kind == Kind::type &&
               are_talks(*find_type(std::span(words).subspan(each.begin))->word);
      });
  return talks &&
         std::any_of(reading.filled.begin(), reading.filled.end(), [&](const Filled& each) {
           return each.kind == Kind::actor && each.begin > 0 &&
                  is_one_of(words[each.begin - 1], {"on"});
         });
}

}  // namespace

std::optional<Reading> best_reading(const NameBook& names, const Words& words) {
  std::vector<Reading> readings;
  for (const Form& form : forms()) {
    std::size_t reached = 0;
    std::size_t stopped = 0;
    for (auto& filled : fit(form, words, reached, stopped))
      readings.push_back({.form = &form, .filled = std::move(filled)});
  }
  std::erase_if(readings, [&](const Reading& each) { return talks_on_name(words, each); });
  if (readings.empty()) return std::nullopt;
  Judge judge(names, words);
  const auto best = [&] {
    for (Reading& reading : readings) reading.unlikeliness = judge.unlikeliness(reading);
    return std::min_element(
        readings.begin(), readings.end(),
        [](const Reading& a, const Reading& b) { return a.unlikeliness < b.unlikeliness; });
  };
  auto at = best();
  if (at->unlikeliness >= guessed) {
    judge.look_closer();
    at = best();
  }
  return std::move(*at);
}

}  // namespace annals
