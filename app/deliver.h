#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "app/context.h"
#include "export/formats.h"
#include "query/request.h"

namespace annals {

/// True for an empty path and for "-".
[[nodiscard]] bool is_standard_output(const std::filesystem::path& output);

/// Throws Error(input) when what was written to standard output did not arrive.
void flush_standard_output();

/// Has `writer` write to the file, or to standard output when `output` is empty or "-". Throws as
/// write_file_atomically() and flush_standard_output() do.
void write_to(const std::filesystem::path& output, bool force,
              const std::function<void(std::ostream&)>& writer);

/// Writes an answer to `output`, or to standard output when that is empty or "-". Throws as
/// write_answer() and flush_standard_output() do.
void deliver(const Format& format, const Answer& answer, const FormatOptions& options,
             const std::filesystem::path& output, bool force);

/// What is known of an answer once it is written.
struct Delivered {
  std::size_t rows = 0;
  std::size_t events = 0;
  std::vector<std::string> notes;    ///< of the answer
  std::vector<std::string> remarks;  ///< what the file leaves out
};

/// Answers a request and writes the answer as deliver() does: a long list in little memory, where
/// the format can, without ever holding it whole.
Delivered deliver_answer(const Store& store, Request request, const Format& format,
                         const FormatOptions& options, const std::filesystem::path& output,
                         bool force);

/// A line on standard error, unless quiet.
void remark(const Context& context, std::string_view words);

}  // namespace annals
