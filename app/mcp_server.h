#pragma once

#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "app/live_store.h"
#include "query/verbs.h"

namespace annals {

/// The longest message that is read, in bytes.
inline constexpr std::size_t longest_message = std::size_t{1} << 20U;

/// Answers an assistant's messages from a database that is only read.
///
/// Source: Model Context Protocol, revision 2025-06-18 (lifecycle, tools, stdio transport), over
/// JSON-RPC 2.0. Earlier revisions and batches are answered too. Not for several threads.
class McpServer {
 public:
  /// Keeps a reference to `store`.
  explicit McpServer(LiveStore& store, AskOptions options) : store_(store), options_(options) {}

  /// The response to one message, as one line without its end; nothing for a notification. Never
  /// throws: what is wrong with the message is an error of JSON-RPC, what is wrong with a question
  /// is a result with isError.
  [[nodiscard]] std::optional<std::string> answer(std::string_view message);

  /// Reads messages, one a line, until the input ends.
  void serve(std::istream& in, std::ostream& out);

 private:
  LiveStore& store_;
  AskOptions options_;
};

}  // namespace annals
