#pragma once

#include <stdexcept>
#include <string>

namespace annals {

/// What kind of thing went wrong; decides the exit code of the program.
enum class ErrorKind {
  input,    ///< a file or a line of the user's that cannot be read (exit 5 when the run went on, 1
            ///< else)
  rule,     ///< a data file of `ingest/data` or `--data` that cannot be used (exit 1)
  query,    ///< a question or an option that cannot be understood (exit 2)
  store,    ///< the database cannot be read or written (exit 1)
  missing,  ///< the database is missing, locked by another process, or of a newer layout (exit 4)
};

/// A task that cannot be done. The message says where, what is wrong, and what would work:
/// `meet.rules:14: unknown role "guest"; this type has: host, visitor`.
///
/// Thrown where the trouble is found and caught at three doors only: one article (ingest), one
/// line (the prompt and scripts), and `main`.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}

  [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }

 private:
  ErrorKind kind_;
};

}  // namespace annals
