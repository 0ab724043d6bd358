#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store.h"
#include "query/answer.h"

namespace annals {

/// How an answer is to be written. Every format reads what concerns it and ignores the rest.
struct FormatOptions {
  std::size_t width = 0;  ///< columns of the terminal; 0: as wide as the answer needs
  bool colour = false;    ///< ANSI colours in `text`
  bool numbers = true;    ///< `text`: rows are numbered, as the prompt addresses them
  bool remarks =
      true;  ///< `text` and `md`: how the question was understood and the notes are written too
  std::string projection = "events";  ///< graph formats: events | actors | mentions
  bool undirected = false;            ///< graph formats: every edge without a direction
  std::string style = "full";         ///< chronology and html: full | table | brief | by-actor
  std::string picture{};              ///< svg: timeline | months | network
  std::string title{};  ///< heading of chronology and html; made from the question when empty
  std::string program = "annals";  ///< who wrote the file: "annals 0.1.0"
  std::string stamp{};        ///< a time to print; empty: the output depends on the answer alone
  int gap_days = 60;          ///< chronology: a silence longer than this is a gap
  std::size_t top = 0;        ///< timelinejs: only the most significant; 0: all
  bool all_statuses = false;  ///< icews, petrarch: also what did not happen
  bool located_only = false;  ///< geojson: leave out events without coordinates
};

/// Gives the stream to write the file `name` of a set into; valid until the next call.
using OpenFile = std::function<std::ostream&(const std::string& name)>;

/// Runs a question: gives the pieces of its answer to `see`, in their order, and returns the last
/// of them, which has the notes. A short answer is one piece.
using AnswerPieces = std::function<Answer(const std::function<void(const Answer&)>& see)>;

/// A way of writing an answer. Writers are pure: the same answer and options give the same bytes.
struct Format {
  const char* name;
  const char* extensions;  ///< of files that ask for it, space separated: ".md .markdown"
  const char* summary;     ///< one line for help
  /// Throws Error(query) for an option value that the format does not know, naming those that it
  /// knows. A set (write_set is not null) throws Error(query) here: it needs a folder.
  void (*write)(std::ostream& out, const Answer& answer, const FormatOptions& options);
  /// For formats that are several files; null for the others.
  void (*write_set)(const OpenFile& open, const Answer& answer,
                    const FormatOptions& options) = nullptr;
  /// Writes a whole store in little memory, for exports without a question; null for formats that
  /// need an answer. `jsonl` gives the lossless archive that read_archive() takes back. Returns
  /// what `remarks` would say.
  std::vector<std::string> (*write_store)(std::ostream& out, const Store& store,
                                          const FormatOptions& options) = nullptr;
  /// Writes an answer as its pieces come, the same bytes as `write` of the whole; null for formats
  /// that need all of it at once. Calls `pieces` once.
  void (*write_pieces)(std::ostream& out, const AnswerPieces& pieces,
                       const FormatOptions& options) = nullptr;
  /// Writes the network of many events of a store in little memory, and returns what `remarks`
  /// would say; null for formats that need an answer.
  std::vector<std::string> (*write_events)(std::ostream& out, const Store& store,
                                           std::vector<EventId> events,
                                           const std::string& understood,
                                           const FormatOptions& options) = nullptr;
  /// What the user should be told and the file cannot say, a line each: how many events it has no
  /// place for. Null: nothing.
  std::vector<std::string> (*remarks)(const Answer& answer, const FormatOptions& options) = nullptr;
};

/// All formats, in the order of help.
[[nodiscard]] std::span<const Format> formats();
/// Null when there is none of this name.
[[nodiscard]] const Format* find_format(std::string_view name);
/// Throws Error(query) that lists the names.
[[nodiscard]] const Format& format_named(std::string_view name);
/// The first format that lists the extension of `file`; null when none does.
[[nodiscard]] const Format* format_of_file(const std::filesystem::path& file);

/// Writes `answer` into `output`: a file, or a folder for a set. No half file is left: see
/// write_file_atomically().
void write_answer(const Format& format, const Answer& answer, const FormatOptions& options,
                  const std::filesystem::path& output, bool force);

}  // namespace annals
