#pragma once

#include <deque>
#include <filesystem>
#include <iosfwd>

#include "ingest/train/parser_training.h"

namespace annals::train {

struct TeacherOptions {
  std::size_t count = 0;  ///< 0: the network learns from the treebanks alone
  std::size_t epochs = 12;
  std::filesystem::path keep;  ///< a folder where trained teachers are kept, and found again
};

/// Networks of the shape of `network` that differ in their seeds; every second one is trained with
/// one pattern of dropout a sentence and dropout of what its cells feed back, so that they err
/// differently. Those found in `options.keep` under the same `fingerprint` of data and options are
/// not trained again.
[[nodiscard]] std::deque<Network> train_teachers(const NetworkOptions& network,
                                                 const std::vector<Lesson>& lessons,
                                                 const Vocabulary& vocabulary,
                                                 const ParserTraining& training,
                                                 const TeacherOptions& options,
                                                 std::uint64_t fingerprint, std::ostream& log);

}  // namespace annals::train
