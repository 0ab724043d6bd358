#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "app/context.h"
#include "export/formats.h"
#include "query/answer.h"

namespace annals {

/// What the formats should know of the terminal and the program.
[[nodiscard]] FormatOptions format_options(const Context& context);

/// The format of this name ("table" is `text`), else the one that the file's name asks for, else
/// `text`. Throws Error(query) for a name that there is not.
[[nodiscard]] const Format& answer_format(const std::string& name,
                                          const std::filesystem::path& output);

/// Writes the answer; in `text`, counts have bars beside them.
void write_for_people(const Format& format, const Answer& answer, const FormatOptions& options,
                      std::ostream& out);

}  // namespace annals
