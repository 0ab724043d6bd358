#pragma once

#include <array>
#include <random>

#include "tests/export/sample.h"

namespace annals::sample {

/// `count` events among 120 actors over five years, the same every time.
inline Answer large(std::size_t count) {
  constexpr std::array first = {"Nora", "Ali",  "Pablo", "Ana",  "Igor",
                                "Mei",  "Omar", "Lena",  "Juan", "Sara"};
  constexpr std::array last = {"Keller", "Demir", "Restrepo", "Ferro",  "Petrov", "Lin",
                               "Haddad", "Novak", "Moreno",   "Tanaka", "Okafor", "Berg"};
  constexpr std::array types = {"CONSULT", "CONSULT", "ACCUSE",   "ASSAULT", "AGREE",  "REQUEST",
                                "REJECT",  "AID",     "THREATEN", "COERCE",  "SUPPORT"};
  std::mt19937 random(7);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
  Builder builder;
  for (std::size_t i = 0; i < first.size() * last.size(); ++i) {
    const auto kind = static_cast<ActorKind>(below(6));
    builder.actor(i + 1, kind, std::string(first[i % first.size()]) + " " + last[i / first.size()],
                  "TUR");
  }
  const auto sentence = [](std::size_t i) {
    return "Sentence " + std::to_string(i) +
           " says that one met the other for talks about a matter of importance.";
  };
  std::string text;
  for (std::size_t i = 0; i < 50; ++i) text += sentence(i) + " ";
  for (std::size_t i = 0; i < 40; ++i) {
    builder.article(1000 + i, i % 2 == 0 ? "Harbor Wire" : "Meridian News", "2014-05-12", text);
  }
  const auto actors = first.size() * last.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::string type = types[below(types.size())];
    std::string date =
        std::to_string(2011 + below(5)) + "-" + std::to_string(101 + below(12)).substr(1);
    if (below(6) != 0) date += "-" + std::to_string(101 + below(28)).substr(1);
    if (below(40) == 0) date = "";
    const auto a = 1 + below(1 + below(actors));
    const auto b = 1 + below(actors);
    const bool both = type == "CONSULT" || type == "AGREE";
    const auto status = below(5) == 0 ? static_cast<Status>(below(6)) : Status::happened;
    builder.event(0x9E3779B97F4A7C15ULL * (i + 1), type, date,
                  both ? std::vector{other(a), other(b)} : std::vector{source(a), target(b)},
                  1000 + below(40), sentence(below(50)), status);
  }
  return builder.answer();
}

}  // namespace annals::sample
