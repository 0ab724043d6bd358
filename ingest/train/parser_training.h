#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <vector>

#include "ingest/train/lessons.h"

namespace annals::train {

struct ParserTraining {
  std::size_t epochs = 16;
  std::size_t batch_words = 700;
  float rate = 0.003F;
  std::uint64_t seed = 1;
};

/// Trains the network on all lessons. Writes a line of losses an epoch to `log` and
/// calls `after_epoch` with the averaged parameters in place. Leaves the averages in the network.
void train_parser(Network& network, const std::vector<Lesson>& lessons,
                  const Vocabulary& vocabulary, const ParserTraining& options, std::ostream& log,
                  const std::function<void(std::size_t epoch)>& after_epoch);

}  // namespace annals::train
