#pragma once

#include <deque>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "ingest/train/parser_training.h"

namespace annals::train {

struct TeacherOptions {
  std::size_t count = 0;  ///< of those that are trained
  std::size_t epochs = 12;
  std::size_t cells = 0;  ///< a direction and layer; 0: as many as the network that learns of them
  std::size_t only = 0;   ///< trains the one of this number, from 1, and no other; 0: all
  std::vector<std::string> models;  ///< files of models that teach beside them
  std::filesystem::path keep;       ///< a folder where trained teachers are kept, and found again

  /// Without any, the network learns from the treebanks alone.
  [[nodiscard]] bool any() const { return count > 0 || !models.empty(); }
};

/// Networks of the shape of `network` that differ in their seeds; every second one is trained with
/// one pattern of dropout a sentence and dropout of what its cells feed back, so that they err
/// differently. Their seeds depend on their numbers alone, so `only` one can be trained and kept by
/// each of several processes. Those found in `options.keep` under the same `fingerprint` of data
/// and options are not trained again.
[[nodiscard]] std::deque<Network> train_teachers(const NetworkOptions& network,
                                                 const std::vector<Lesson>& lessons,
                                                 const Vocabulary& vocabulary,
                                                 const ParserTraining& training,
                                                 const TeacherOptions& options,
                                                 std::uint64_t fingerprint, std::ostream& log);

/// Finished models that teach: networks of the shape of `shape` but for their cells, which know the
/// words of `vocabulary` as far as they have learnt them. Throws as Model::load and take_weights
/// do.
class ModelTeachers {
 public:
  ModelTeachers(const std::vector<std::string>& files, NetworkOptions shape,
                const Vocabulary& vocabulary);
  const std::vector<Teacher>& all() const { return teachers_; }

 private:
  std::deque<Network> networks_;
  std::deque<Vocabulary> known_;
  std::vector<Teacher> teachers_;
};

}  // namespace annals::train
