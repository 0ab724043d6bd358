#pragma once

#include <filesystem>
#include <functional>
#include <ostream>

#include "export/formats.h"

namespace annals {

/// Writes a file whole or not at all: `writer` fills a file beside `path`, which is renamed when it
/// is complete and on disk, and removed when anything fails.
///
/// Throws Error(input) when `path` exists and not `force`, is a folder, its folder is absent or not
/// writable, or the disk is full; the message says which. What `writer` throws passes through.
void write_file_atomically(const std::filesystem::path& path, bool force,
                           const std::function<void(std::ostream&)>& writer);

/// The same for a folder of files. With `force`, files of the same names in an existing folder are
/// replaced one by one and others stay.
void write_folder_atomically(const std::filesystem::path& folder, bool force,
                             const std::function<void(const OpenFile&)>& writer);

}  // namespace annals
