#include "app/completion.h"

#include <algorithm>

#include "app/shell.h"
#include "graph/calendar_names.h"
#include "graph/names.h"
#include "query/type_words.h"
#include "query/verbs.h"

namespace annals {
namespace {

/// Words that questions are made of: those of the verbs' forms, of event types, and months.
std::vector<std::string> make_question_words() {
  std::vector<std::string> words = {
      "between", "within",  "since",  "before",    "after", "until",   "during",      "around",
      "planned", "alleged", "denied", "cancelled", "limit", "sort by", "reported by", "strictly"};
  words.insert(words.end(), month_names.begin(), month_names.end());
  const auto add = [&words](std::string_view text, std::string_view between) {
    while (!text.empty()) {
      const auto end = std::min(text.find_first_of(between), text.size());
      const std::string_view word = text.substr(0, end);
      const bool plain = std::all_of(word.begin(), word.end(),
                                     [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
      if (plain && word.size() > 1) words.emplace_back(word);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  };
  for (const auto& verb : verbs()) add(verb.usage, " \n|[]");
  for (const auto& type : type_words()) add(type.words, "|");
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

std::vector<std::string> completions(const Store& store, std::string_view prefix,
                                     std::size_t limit) {
  static const std::vector<std::string> question_words = make_question_words();
  std::vector<std::string> found;
  if (prefix.empty()) return found;
  if (prefix.starts_with('.')) {
    for (const auto& name : dot_command_names()) {
      if (name.starts_with(prefix)) found.push_back(name);
    }
    return found;
  }
  for (const auto& word : question_words) {
    if (word.starts_with(prefix)) found.push_back(word);
  }
  const std::string folded = fold(prefix);
  if (folded.size() >= 2) {
    store.scan_names(folded, [&](std::string_view, ActorId id) {
      const auto actor = store.actor(id);
      if (actor && std::find(found.begin(), found.end(), actor->name) == found.end())
        found.push_back(actor->name);
      return found.size() < limit;
    });
  }
  if (found.size() > limit) found.resize(limit);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace annals
