#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "graph/error.h"
#include "ingest/pages/reader.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

constexpr std::size_t longest_header = 1U << 16U;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// The fields of a header by their names in lower case.
class Header {
 public:
  void add(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    fields_.try_emplace(lowered(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
  }
  [[nodiscard]] std::string get(const std::string& name) const {
    const auto found = fields_.find(name);
    return found == fields_.end() ? std::string() : found->second;
  }
  [[nodiscard]] bool has(const std::string& name, std::string_view part) const {
    return lowered(get(name)).find(part) != std::string::npos;
  }

 private:
  std::map<std::string, std::string> fields_;
};

std::optional<std::uint64_t> parse_size(std::string_view text, int base) {
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size, base);
  if (error != std::errc{} || end == text.data()) return std::nullopt;
  return size;
}

/// The body of an HTTP answer sent in chunks. Source: RFC 9112, 7.1.
std::string dechunked(std::string_view body) {
  std::string whole;
  while (!body.empty()) {
    const auto line = body.find('\n');
    const auto size = parse_size(body.substr(0, line), 16);
    if (line == std::string_view::npos || !size || *size == 0) break;
    body.remove_prefix(line + 1);
    const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(*size, body.size()));
    whole += body.substr(0, step);
    body.remove_prefix(std::min(step + 2, body.size()));
  }
  return whole;
}

ByteStream stream_of(const std::string& text) {
  return ByteStream([rest = std::string_view(text)](std::span<char> to) mutable {
    const std::size_t step = std::min(to.size(), rest.size());
    std::copy_n(rest.data(), step, to.data());
    rest.remove_prefix(step);
    return step;
  });
}

std::string charset_of(const Header& http) {
  const std::string type = http.get("content-type");
  const auto at = lowered(type).find("charset=");
  if (at == std::string::npos) return {};
  const std::string_view rest = std::string_view(type).substr(at + 8);
  return std::string(trimmed(rest.substr(0, rest.find_first_of("; "))));
}

/// Reads the page that a server answered with.
void read_page(const std::string& block, const Reading& reading) {
  const std::string_view all = block;
  auto body_at = all.find("\r\n\r\n");
  std::size_t gap = 4;
  if (const auto bare = all.find("\n\n"); bare < body_at) {
    body_at = bare;
    gap = 2;
  }
  if (body_at == std::string_view::npos) throw Error(ErrorKind::input, "an answer without a page");
  Header http;
  std::string_view head = all.substr(0, body_at);
  const std::string_view status = head.substr(0, head.find('\n'));
  while (!head.empty()) {
    const auto end = std::min(head.find('\n'), head.size());
    http.add(head.substr(0, end));
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  if (status.find(" 200") == std::string_view::npos) return;
  const bool html = http.has("content-type", "html");
  if (!html && !http.has("content-type", "text/plain")) return;

  std::string body(all.substr(body_at + gap));
  if (http.has("transfer-encoding", "chunked")) body = dechunked(body);
  Reading page = reading;
  page.declared = charset_of(http);
  page.file_name = html ? "page.html" : "page.txt";
  ByteStream bytes = stream_of(body);
  if (!http.get("content-encoding").empty() && !is_archive(body)) {
    if (!http.has("content-encoding", "identity") && !http.has("content-encoding", "gzip")) {
      throw Error(ErrorKind::input, "a page compressed as \"" + http.get("content-encoding") +
                                        "\", which is not read");
    }
  }
  read_any(bytes, page);
}

class WarcReader {
 public:
  WarcReader(ByteStream& bytes, const Reading& reading) : bytes_(bytes), reading_(reading) {}

  void read() {
    for (;;) {
      if (!find_record()) return;
      ++number_;
      const Header header = take_header();
      const auto size = parse_size(header.get("content-length"), 10);
      if (!size)
        throw Error(ErrorKind::input,
                    "record " + std::to_string(number_) + " has no length; the rest is not read");
      read_record(header, *size);
    }
  }

 private:
  /// Goes over the blank lines between records.
  bool find_record() {
    std::string line;
    for (;;) {
      const auto got = bytes_.take_line(line, longest_header);
      if (got == ByteStream::Line::end) return false;
      if (line.starts_with("WARC/")) return true;
      if (!line.empty()) {
        throw Error(ErrorKind::input, "no WARC record where one should begin, after record " +
                                          std::to_string(number_) + "; the rest is not read");
      }
    }
  }

  Header take_header() {
    Header header;
    std::string line;
    while (bytes_.take_line(line, longest_header) == ByteStream::Line::whole && !line.empty())
      header.add(line);
    return header;
  }

  void read_record(const Header& header, std::uint64_t size) {
    const std::string type = header.get("warc-type");
    Reading record = reading_;
    record.where += "#" + std::to_string(number_);
    record.url = header.get("warc-target-uri");
    record.file.clear();
    if (record.url.size() > 1 && record.url.front() == '<')
      record.url = record.url.substr(1, record.url.size() - 2);
    const std::size_t limit = 2 * reading_.options.max_article_bytes;
    const bool wanted = type == "response" || type == "conversion" ||
                        (type == "resource" && (header.has("content-type", "html") ||
                                                header.has("content-type", "text/plain")));
    if (!wanted || size > limit) {
      if (bytes_.skip(size) < size) cut_off();
      if (wanted)
        record.report(format_size(size) + " is too much for one page (the limit is " +
                      format_size(limit) + ")");
      return;
    }
    const std::string block = bytes_.take(static_cast<std::size_t>(size));
    if (block.size() < size) cut_off();
    try {
      if (type == "response") {
        read_page(block, record);
      } else {
        record.file_name = header.has("content-type", "html") ? "page.html" : "page.txt";
        ByteStream bytes = stream_of(block);
        read_any(bytes, record);
      }
    } catch (const Error& error) {
      record.report(error.what());
    }
  }

  [[noreturn]] void cut_off() const {
    throw Error(ErrorKind::input, "the file ends inside of record " + std::to_string(number_) +
                                      "; the records before were read");
  }

  ByteStream& bytes_;
  const Reading& reading_;
  std::uint64_t number_ = 0;
};

}  // namespace

bool is_warc(std::string_view start) { return start.starts_with("WARC/"); }

void read_warc(ByteStream& bytes, const Reading& reading) { WarcReader(bytes, reading).read(); }

}  // namespace annals
