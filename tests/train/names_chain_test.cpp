// What a sentence teaches the chain of name tags, against a sum over all sequences one by one.
#include "ingest/train/names_chain.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace annals;
using namespace annals::train;

namespace {

constexpr std::size_t words = 3;

/// Numbers that look like chance, -1 to 1.
float number(std::size_t i) { return std::sin(static_cast<float>(i * i + 3)); }

}  // namespace

TEST_CASE("the lesson of a chain is the sum over all sequences that may stand", "[train][names]") {
  std::vector<NameScores> scores(words);
  NameFollow follow{};
  std::size_t next = 0;
  for (NameScores& row : scores)
    for (float& score : row) score = number(next++);
  for (NameScores& row : follow)
    for (float& score : row) score = number(next++);
  const std::vector<std::uint8_t> gold = {1, 2, 0};

  double total = 0;
  std::array<std::array<double, name_tags>, words> of_word{};
  double behind_first = 0;  // that a name of a place follows one of a person
  const auto weigh = [&](const std::array<std::size_t, words>& tags) {
    double sum = 0;
    for (std::size_t i = 0; i < words; ++i) {
      const std::size_t before = i == 0 ? name_tags : tags[i - 1];
      if (!may_follow(i == 0 ? 0 : before, tags[i])) return;
      sum += static_cast<double>(scores[i][tags[i]] + follow[before][tags[i]]);
    }
    total += std::exp(sum);
    for (std::size_t i = 0; i < words; ++i) of_word[i][tags[i]] += std::exp(sum);
    for (std::size_t i = 1; i < words; ++i)
      if (tags[i - 1] == 1 && tags[i] == 5) behind_first += std::exp(sum);
  };
  for (std::size_t a = 0; a < name_tags; ++a)
    for (std::size_t b = 0; b < name_tags; ++b)
      for (std::size_t c = 0; c < name_tags; ++c) weigh({a, b, c});

  ChainLesson lesson;
  learn_chain(scores, follow, gold, lesson);
  for (std::size_t i = 0; i < words; ++i)
    for (std::size_t t = 0; t < name_tags; ++t)
      CHECK(static_cast<double>(lesson.words[i][t]) ==
            Approx(of_word[i][t] / total - (gold[i] == t ? 1 : 0)).margin(1e-5));
  CHECK(static_cast<double>(lesson.follow[1][5]) == Approx(behind_first / total).margin(1e-5));
  const double right = static_cast<double>(scores[0][1] + follow[name_tags][1] + scores[1][2] +
                                           follow[1][2] + scores[2][0] + follow[2][0]);
  CHECK(lesson.loss == Approx(std::log(total) - right).margin(1e-5));
}
