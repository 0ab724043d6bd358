// Writes answers in every format into a folder, for the tests that open them with other programs.

#include <filesystem>
#include <iostream>

#include "graph/error.h"
#include "tests/export/hostile.h"
#include "tests/export/large.h"

int main(int argc, char** argv) {
  using namespace annals;
  if (argc != 2) {
    std::cerr << "usage: export_samples FOLDER\n";
    return 2;
  }
  try {
    const std::filesystem::path folder = argv[1];
    std::filesystem::create_directories(folder);
    const std::vector<std::pair<std::string, Answer>> answers = {{"empty", {}},
                                                                 {"small", sample::small()},
                                                                 {"hostile", sample::hostile()},
                                                                 {"large", sample::large(2000)}};
    for (const auto& [name, answer] : answers) {
      for (const auto& format : formats()) {
        if (format.write_set != nullptr) {
          write_answer(format, answer, {}, folder / (name + "." + format.name), true);
          continue;
        }
        for (const auto* projection : {"events", "actors", "mentions"}) {
          FormatOptions options;
          options.projection = projection;
          write_answer(format, answer, options,
                       folder / (name + "." + projection + "." + format.name), true);
        }
      }
    }
  } catch (const std::exception& error) {
    std::cerr << "export_samples: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
