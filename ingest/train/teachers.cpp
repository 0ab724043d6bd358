#include "ingest/train/teachers.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <ostream>

#include "graph/error.h"
#include "ingest/train/model_writer.h"

namespace annals::train {
namespace {

std::filesystem::path file_of(const TeacherOptions& options, std::size_t index,
                              std::uint64_t fingerprint) {
  std::string name = "teacher" + std::to_string(index + 1) + ".";
  for (int shift = 60; shift >= 0; shift -= 4)
    name += "0123456789abcdef"[fingerprint >> shift & 15];
  return options.keep / name;
}

bool found(const std::filesystem::path& file, Network& network) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return in && network.parameters().set_values(bytes);
}

void keep(const std::filesystem::path& file, const Network& network) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  const std::string bytes = network.parameters().values();
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw Error(ErrorKind::input, file.string() + ": cannot be written");
}

}  // namespace

std::deque<Network> train_teachers(const NetworkOptions& network,
                                   const std::vector<Lesson>& lessons, const Vocabulary& vocabulary,
                                   const ParserTraining& training, const TeacherOptions& options,
                                   std::uint64_t fingerprint, std::ostream& log) {
  std::deque<Network> teachers;
  for (std::size_t i = 0; i < options.count; ++i) {
    if (options.only > 0 && options.only != i + 1) continue;
    NetworkOptions shape = network;
    if (options.cells > 0) shape.cells = options.cells;
    shape.sentence_masks = i % 2 == 1;
    shape.recurrent_dropout = i % 2 == 1 ? 0.15F : 0.0F;
    ParserTraining lesson = training;
    lesson.epochs = options.epochs;
    lesson.seed = training.seed + 1000 * (i + 1);
    Network& teacher = teachers.emplace_back(shape, lesson.seed);
    const std::filesystem::path file = file_of(options, i, fingerprint);
    if (!options.keep.empty() && found(file, teacher)) {
      log << "teacher " << i + 1 << ": taken from " << file.string() << std::endl;
      continue;
    }
    log << "teacher " << i + 1 << std::endl;
    train_parser(teacher, lessons, vocabulary, lesson, log, [](std::size_t) {});
    if (!options.keep.empty()) keep(file, teacher);
  }
  return teachers;
}

ModelTeachers::ModelTeachers(const std::vector<std::string>& files, NetworkOptions shape,
                             const Vocabulary& vocabulary) {
  for (const std::string& file : files) {
    const Model model = Model::load(file);
    shape.cells = cells_of(model);
    Network& network = networks_.emplace_back(shape, 1);
    take_weights(network, vocabulary, model);
    teachers_.push_back({&network, &known_.emplace_back(words_known_to(model, vocabulary))});
  }
}

}  // namespace annals::train
