#include "query/parse.h"

#include <algorithm>
#include <map>

#include "graph/names.h"
#include "query/events.h"
#include "query/forms.h"
#include "query/modifiers.h"

namespace annals {
namespace {

using Kind = FormPiece::Kind;
using Words = std::vector<Word>;

struct Reading {
  const Form* form = nullptr;
  std::vector<Filled> filled;
};

Words part(const Words& words, const Filled& filled) {
  return {words.begin() + static_cast<std::ptrdiff_t>(filled.begin),
          words.begin() + static_cast<std::ptrdiff_t>(filled.end)};
}

/// Tells readings apart by whether the actors that they need are known.
class Judge {
 public:
  explicit Judge(const Store& store, const Words& words) : store_(store), words_(words) {}

  /// Smaller is better.
  int unlikeliness(const Reading& reading) {
    int result = 0;
    for (const Filled& filled : reading.filled) {
      if (filled.kind == Kind::actor && !is_known(filled)) result += 2;
      if (filled.kind == Kind::text) result += 1;
    }
    return result;
  }

 private:
  bool is_known(const Filled& filled) {
    const auto [at, fresh] = known_.try_emplace({filled.begin, filled.end}, false);
    if (fresh) at->second = !find_exact_actor(store_, join_words(part(words_, filled))).ids.empty();
    return at->second;
  }

  const Store& store_;
  const Words& words_;
  std::map<std::pair<std::size_t, std::size_t>, bool> known_;
};

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
    std::size_t reached = 0;
    std::size_t stopped = 0;
    static_cast<void>(fit(form, words, reached, stopped));
    for (const auto& word : form.pieces.front().words) beginnings.push_back(word);
    if (reached > best_reached) {
      best_reached = reached;
      best_stopped = stopped;
      nearest = &form;
    }
  }
  if (nearest == nullptr) {
    const std::size_t near = nearest_name(words.front().text, beginnings);
    const std::string meant =
        near < beginnings.size() ? "; did you mean \"" + beginnings[near] + "\"?" : "";
    return error_at(line, words.front().begin,
                    "no question begins with \"" + words.front().text + "\"" + meant +
                        "; questions begin with: " + first_words());
  }
  const std::string usage(usage_line(*nearest->verb, nearest->line));
  const bool short_line = best_stopped >= words.size();
  return error_at(
      line, short_line ? words.back().end : words[best_stopped].begin,
      std::string(short_line ? "the question stops early" : "this word does not fit here") +
          "; write: " + usage);
}

Reading best_reading(const Store& store, std::string_view line, const Words& words) {
  Judge judge(store, words);
  Reading best;
  int least = 0;
  for (const Form& form : forms()) {
    std::size_t reached = 0;
    std::size_t stopped = 0;
    for (auto& filled : fit(form, words, reached, stopped)) {
      Reading reading{.form = &form, .filled = std::move(filled)};
      const int unlikeliness = judge.unlikeliness(reading);
      if (best.form != nullptr && unlikeliness >= least) continue;
      best = std::move(reading);
      least = unlikeliness;
    }
  }
  if (best.form == nullptr) throw not_understood(line, words);
  return best;
}

/// "US embassy Kabul" where only "US embassy" is known: the rest says where.
void split_off_place(const Store& store, const Words& words, NamedActor& actor, Request& request) {
  if (words.size() < 2 || !request.place.empty() || !find_actor(store, actor.text).ids.empty())
    return;
  for (std::size_t count = words.size() - 1; count > 0; --count) {
    const auto middle = words.begin() + static_cast<std::ptrdiff_t>(count);
    const std::string name = join_words(Words(words.begin(), middle));
    const std::string rest = join_words(Words(middle, words.end()));
    if (find_exact_actor(store, name).ids.size() != 1) continue;
    actor.text = name;
    request.place = rest;
    return;
  }
}

void take_slot(const Store& store, std::string_view line, const Words& words, Kind kind,
               Request& request) {
  switch (kind) {
    case Kind::actor: {
      NamedActor actor{.text = join_words(words), .at = words.front().begin};
      split_off_place(store, words, actor, request);
      resolve(store, line, actor);
      request.actors.push_back(std::move(actor));
      return;
    }
    case Kind::type: {
      const TypeWord* word = find_type(words)->word;
      if (!word->type.empty()) request.types.push_back(word);
      return;
    }
    case Kind::event:
      request.events.push_back(find_event(store, line, words.front()).id);
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

}  // namespace

Request parse_request(const Store& store, std::string_view line, const AskOptions& options) {
  const Words all = split_words(line);
  if (all.empty()) throw Error(ErrorKind::query, "the question is empty; try: who met whom");
  Request request{.question = std::string(line)};
  const Words words = take_modifiers(store, line, all, options, request);
  if (words.empty())
    throw error_at(line, all.front().begin, "what is asked for? Try: what happened, who met whom");
  const Reading reading = best_reading(store, line, words);
  request.verb = reading.form->verb->name;
  request.form = reading.form->line;
  for (const Filled& filled : reading.filled) {
    take_slot(store, line, part(words, filled), filled.kind, request);
  }
  return request;
}

}  // namespace annals
