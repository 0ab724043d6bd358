#pragma once

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "tests/export/sample.h"

namespace annals {

/// A sentence with spans in {}, actors in [] and the trigger in <>.
struct Marked {
  std::string text;
  std::vector<Span> braces;
  std::vector<Span> actors;
  Span trigger;

  explicit Marked(std::string_view line) {
    for (const char c : line) {
      const auto here = static_cast<std::uint32_t>(text.size());
      switch (c) {
        case '{':
          braces.push_back({here, here});
          break;
        case '}':
          braces.back().end = here;
          break;
        case '[':
          actors.push_back({here, here});
          break;
        case ']':
          actors.back().end = here;
          break;
        case '<':
          trigger.begin = here;
          break;
        case '>':
          trigger.end = here;
          break;
        default:
          text += c;
      }
    }
  }
};

/// Which actors are not marked where fewer are than there are.
enum class Unmarked { first, last };

/// The answer with the one event that the sentence tells, without evidence and brief: the first
/// actor is its source, the others its targets; names in small letters are groups.
inline Answer answer_telling(const Marked& sentence, const std::vector<std::string>& names,
                             Status status, Unmarked unmarked) {
  auto builder = sample::Builder();
  std::vector<Participant> participants;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool group = std::islower(static_cast<unsigned char>(names[i][0])) != 0;
    builder.actor(i + 1, group ? ActorKind::role_group : ActorKind::person, names[i]);
    participants.push_back({{i + 1}, i == 0 ? Role::source : Role::target, {}});
  }
  builder.article(9, "Wire", "2014-06-02", sentence.text);
  builder.event(1, "CONSULT", "2014-06-02", participants, 9, sentence.text, status);
  auto answer = builder.answer();
  auto& mention = answer.mentions[0];
  mention.trigger = sentence.trigger;
  const auto fewer = mention.participants.size() - sentence.actors.size();
  const auto from = unmarked == Unmarked::first ? fewer : 0;
  for (std::size_t i = 0; i < sentence.actors.size(); ++i)
    mention.participants[from + i].span = sentence.actors[i];
  return answer;
}

}  // namespace annals
