#include "ingest/train/parser_training.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <ostream>

namespace annals::train {
namespace {

using Batches = std::vector<std::vector<const Lesson*>>;

/// Sentences of about one length together, batches in random order.
Batches batches_of(const std::vector<Lesson>& lessons, std::size_t words, Random& random) {
  struct Row {
    float key;
    const Lesson* lesson;
  };
  std::vector<Row> rows;
  for (const Lesson& lesson : lessons)
    rows.push_back(
        {static_cast<float>(lesson.sentence->tokens.size()) * (0.85F + 0.3F * random.uniform()),
         &lesson});
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.key < b.key; });
  Batches batches(1);
  std::size_t filled = 0;
  for (const Row& row : rows) {
    if (filled >= words) {
      batches.emplace_back();
      filled = 0;
    }
    batches.back().push_back(row.lesson);
    filled += row.lesson->sentence->tokens.size();
  }
  random.shuffle(batches);
  return batches;
}

/// Warm-up over 2 %, level to 30 %, then down in a line to 2 %.
float rate_at(float progress) {
  if (progress < 0.02F) return progress / 0.02F;
  if (progress < 0.3F) return 1;
  return 1 - 0.98F * (progress - 0.3F) / 0.7F;
}

}  // namespace

void train_parser(Network& network, const std::vector<Lesson>& lessons,
                  const Vocabulary& vocabulary, const ParserTraining& options, std::ostream& log,
                  const std::function<void(std::size_t)>& after_epoch) {
  Random random(options.seed + 77);
  const AdamOptions adam;
  for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
    const std::clock_t start = std::clock();
    const auto wall = std::chrono::steady_clock::now();
    const Batches batches = batches_of(lessons, options.batch_words, random);
    Losses sum;
    for (std::size_t b = 0; b < batches.size(); ++b) {
      std::vector<Example> examples;
      std::vector<const Example*> batch;
      for (const Lesson* lesson : batches[b])
        examples.push_back(example_of(*lesson, vocabulary, &random));
      for (const Example& example : examples) batch.push_back(&example);
      const Losses losses = network.learn(std::move(batch));
      sum.tag += losses.tag;
      sum.feats += losses.feats;
      sum.arc += losses.arc;
      sum.label += losses.label;
      sum.words += losses.words;
      const float progress =
          (static_cast<float>(epoch) + static_cast<float>(b) / static_cast<float>(batches.size())) /
          static_cast<float>(options.epochs);
      network.parameters().step(options.rate * rate_at(progress), adam);
    }
    const auto words = static_cast<double>(sum.words);
    log << "epoch " << epoch + 1 << ": loss a word: tag " << sum.tag / words << ", features "
        << sum.feats / words << ", arc " << sum.arc / words << ", label " << sum.label / words
        << "; " << static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC << " s of processor, "
        << std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count() << " s"
        << std::endl;
    network.parameters().swap_averages(adam);
    after_epoch(epoch);
    if (epoch + 1 < options.epochs) network.parameters().swap_averages(adam);
  }
}

}  // namespace annals::train
