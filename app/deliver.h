#pragma once

#include <filesystem>
#include <string_view>

#include "app/context.h"
#include "export/formats.h"

namespace annals {

/// True for an empty path and for "-".
[[nodiscard]] bool is_standard_output(const std::filesystem::path& output);

/// Throws Error(input) when what was written to standard output did not arrive.
void flush_standard_output();

/// Writes an answer to `output`, or to standard output when that is empty or "-". Throws as
/// write_answer() and flush_standard_output() do.
void deliver(const Format& format, const Answer& answer, const FormatOptions& options,
             const std::filesystem::path& output, bool force);

/// A line on standard error, unless quiet.
void remark(const Context& context, std::string_view words);

}  // namespace annals
