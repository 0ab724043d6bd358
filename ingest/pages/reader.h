#pragma once

#include <string>
#include <string_view>

#include "ingest/pages/readers.h"
#include "ingest/text/bytes.h"

namespace annals {

/// What a reader needs beside the bytes.
struct Reading {
  std::string where;      ///< the file as the user named it; inside archives "news.zip/a.txt"
  std::string file_name;  ///< its last part, for the format by extension
  const ReadOptions& options;
  const TakeInput& take;
  const TakeProblem& problem;
  int depth = 0;              ///< how many archives it lies in
  std::string declared = {};  ///< encoding as the carrier says (HTTP), else empty
  std::string file = {};      ///< path of a regular file on disk, for readers that seek; else empty
  std::string url = {};       ///< address as the carrier says (WARC), else empty

  /// Reports trouble with the file, or with its line or record `number` when that is not 0.
  void report(const std::string& message, std::uint64_t number = 0, bool warning = false) const;
};

/// A row of the table of formats: one row and one function add a format.
struct Reader {
  ReaderInfo info;
  /// True when the first bytes of a file show the format beyond doubt.
  bool (*recognises)(std::string_view start);
  /// Gives every article of `bytes` to reading.take; throws Error(input) when it cannot go on.
  void (*read)(ByteStream& bytes, const Reading& reading);
};

void read_archive(ByteStream& bytes, const Reading& reading);
void read_csv(ByteStream& bytes, const Reading& reading);
void read_feed(ByteStream& bytes, const Reading& reading);
void read_html(ByteStream& bytes, const Reading& reading);
void read_jsonl(ByteStream& bytes, const Reading& reading);
void read_text(ByteStream& bytes, const Reading& reading);
void read_warc(ByteStream& bytes, const Reading& reading);

[[nodiscard]] bool is_archive(std::string_view start);
[[nodiscard]] bool is_feed(std::string_view start);
[[nodiscard]] bool is_html(std::string_view start);
[[nodiscard]] bool is_jsonl(std::string_view start);
[[nodiscard]] bool is_warc(std::string_view start);

/// Reads bytes whose format is to be found: by options.input_format, the name, then the content.
void read_any(ByteStream& bytes, const Reading& reading);

/// False for names of files that lie beside articles: hidden ones, pictures, style sheets ...
[[nodiscard]] bool may_hold_articles(const std::filesystem::path& file);

/// Gives an article on: sets its path ("file#number" unless number is 0), id and an optioned date.
void hand_over(Input input, const Reading& reading, std::uint64_t number = 0);

}  // namespace annals
