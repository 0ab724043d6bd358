#include "app/deliver.h"

#include <iostream>

#include "graph/error.h"

namespace annals {

bool is_standard_output(const std::filesystem::path& output) {
  return output.empty() || output == "-";
}

void flush_standard_output() {
  std::cout.flush();
  if (!std::cout) {
    throw Error(ErrorKind::input,
                "standard output cannot be written; is the disk full or the reader gone?");
  }
}

void deliver(const Format& format, const Answer& answer, const FormatOptions& options,
             const std::filesystem::path& output, bool force) {
  if (!is_standard_output(output)) {
    write_answer(format, answer, options, output, force);
    return;
  }
  format.write(std::cout, answer, options);
  flush_standard_output();
}

void remark(const Context& context, std::string_view words) {
  if (!context.quiet) std::cerr << "annals: " << words << '\n';
}

}  // namespace annals
