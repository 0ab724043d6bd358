#include <nlohmann/json.hpp>
#include <utility>

#include "graph/error.h"
#include "ingest/pages/fields.h"
#include "ingest/pages/reader.h"
#include "ingest/text/characters.h"
#include "ingest/text/encoding.h"

namespace annals {
namespace {

using nlohmann::json;

/// Turns escapes of lone surrogates (\ud83d without its partner) into \ufffd, as browsers do.
/// Returns how many there were.
std::size_t mend_surrogates(std::string& line) {
  const auto unit_at = [&](std::size_t at) -> unsigned {
    if (at + 6 > line.size() || line[at] != '\\' || line[at + 1] != 'u') return 0;
    unsigned unit = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
      const char c = to_lower(line[i]);
      const bool letter = c >= 'a' && c <= 'f';
      if (!is_digit(c) && !letter) return 0;
      unit = unit * 16 + static_cast<unsigned>(letter ? c - 'a' + 10 : c - '0');
    }
    return unit;
  };
  std::size_t mended = 0;
  for (std::size_t at = line.find('\\'); at != std::string::npos; at = line.find('\\', at)) {
    const unsigned unit = unit_at(at);
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    const bool low = unit >= 0xDC00 && unit < 0xE000;
    const unsigned next = high ? unit_at(at + 6) : 0;
    if (high && next >= 0xDC00 && next < 0xE000) {
      at += 12;
    } else if (high || low) {
      line.replace(at, 6, "\\ufffd");
      ++mended;
      at += 6;
    } else {
      at += 2;
    }
  }
  return mended;
}

std::string text_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
  if (value.is_array()) {  // paragraphs
    std::string text;
    for (const auto& part : value) {
      if (part.is_string()) text += (text.empty() ? "" : "\n\n") + part.get<std::string>();
    }
    return text;
  }
  return {};
}

std::vector<Span> spans_of(const json& record, std::size_t size) {
  std::vector<Span> spans;
  const auto found = record.find("spans");
  if (found == record.end() || !found->is_array()) return spans;
  for (const auto& span : *found) {
    const auto offset = [&](const char* key) -> std::uint64_t {
      const auto at = span.is_object() ? span.find(key) : span.end();
      if (!span.is_object() || at == span.end() || !at->is_number_unsigned()) return UINT64_MAX;
      return at->get<std::uint64_t>();
    };
    const std::uint64_t begin = offset("start");
    const std::uint64_t end = offset("end");
    if (begin > end || end > size) {
      throw Error(ErrorKind::input, "a span of \"spans\" lies outside of the text of " +
                                        std::to_string(size) +
                                        " bytes; write {\"start\":0,\"end\":5} in bytes");
    }
    spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return spans;
}

std::string keys_of(const json& record) {
  std::string keys;
  for (const auto& [key, value] : record.items()) {
    if (keys.size() > 120) return keys + ", ...";
    keys += (keys.empty() ? "" : ", ") + key;
  }
  return keys;
}

class JsonReader {
 public:
  explicit JsonReader(const Reading& reading)
      : reading_(reading), fields_(reading.options.field_map) {}

  /// Parses text that should be JSON, mending what crawlers are known to break.
  json parse(std::string text, std::uint64_t line) const {
    json value = json::parse(text, nullptr, false);
    if (!value.is_discarded()) return value;
    std::string doubt;
    if (!is_utf8(text)) {
      Decoded decoded = decode(std::move(text));
      text = std::move(decoded.text);
      doubt = decoded.doubt.empty() ? "read as " + decoded.encoding : decoded.doubt;
    }
    if (const auto lone = mend_surrogates(text); lone > 0) {
      doubt += (doubt.empty() ? "" : "; ") + std::to_string(lone) +
               (lone == 1 ? " half of a surrogate pair" : " halves of surrogate pairs") +
               " read as U+FFFD";
    }
    try {
      value = json::parse(text);
    } catch (const json::parse_error& error) {
      throw Error(ErrorKind::input, "no JSON object: wrong at byte " + std::to_string(error.byte) +
                                        " of the line; the line is left out");
    } catch (const json::exception&) {
      throw Error(ErrorKind::input,
                  "no JSON object: a number is out of range; the line is left out");
    }
    if (!doubt.empty()) reading_.report(doubt, line, true);
    return value;
  }

  void give(const json& record, std::uint64_t number) const {
    if (!record.is_object()) {
      throw Error(ErrorKind::input, "a JSON object with the article's fields was expected here");
    }
    Input input;
    for (const auto* ours : {"id", "date", "title", "text", "url", "source"}) {
      for (const auto& theirs : fields_.names_of(ours)) {
        const auto field = record.find(theirs);
        if (field == record.end() || field->is_null()) continue;
        std::string value = text_of(*field);
        if (value.empty()) continue;
        set_field(input.article, ours, std::move(value));
        break;
      }
    }
    if (input.article.text.empty()) {
      throw Error(ErrorKind::input, "no text: none of the fields " + keys_of(record) +
                                        " is known to hold it; name it with --map text=FIELD");
    }
    if (input.article.text.size() > reading_.options.max_article_bytes) {
      throw Error(ErrorKind::input, "a text of " + format_size(input.article.text.size()) +
                                        " is too much for one article (the limit is " +
                                        format_size(reading_.options.max_article_bytes) + ")");
    }
    input.spans = spans_of(record, input.article.text.size());
    hand_over(std::move(input), reading_, number);
  }

  /// Each line on its own; a broken one is reported and the next is read.
  void read_lines(ByteStream& bytes) const {
    std::string line;
    for (std::uint64_t number = 1;; ++number) {
      const auto end = bytes.take_line(line, reading_.options.max_line_bytes);
      if (end == ByteStream::Line::end) return;
      try {
        if (end == ByteStream::Line::too_long) {
          throw Error(ErrorKind::input, "the line is longer than " +
                                            format_size(reading_.options.max_line_bytes) +
                                            " and is left out; one article a line is expected");
        }
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (line.find_first_not_of(" \t") == std::string::npos) continue;
        give(parse(std::move(line), number), number);
      } catch (const Error& error) {
        reading_.report(error.what(), number);
      }
      line.clear();
    }
  }

  void read_whole(ByteStream& bytes) const {
    const json value = parse(bytes.take_all(reading_.options.max_line_bytes), 0);
    if (!value.is_array()) return give(value, 0);
    std::uint64_t number = 0;
    for (const auto& record : value) {
      ++number;
      try {
        give(record, number);
      } catch (const Error& error) {
        reading_.report("record " + std::to_string(number) + ": " + error.what());
      }
    }
  }

 private:
  const Reading& reading_;
  Fields fields_;
};

}  // namespace

bool is_jsonl(std::string_view start) {
  const auto first = start.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || start[first] != '{') return false;
  const auto next = start.find_first_not_of(" \t\r\n", first + 1);
  return next != std::string_view::npos && (start[next] == '"' || start[next] == '}');
}

void read_jsonl(ByteStream& bytes, const Reading& reading) {
  const JsonReader reader(reading);
  // An array, or an object over several lines, is one JSON text; else every line is one.
  const std::string_view start = bytes.peek(4096);
  const auto first = start.find_first_not_of(" \t\r\n");
  const bool array = first != std::string_view::npos && start[first] == '[';
  const bool spread = first != std::string_view::npos && start[first] == '{' &&
                      start.find_first_not_of(" \t\r", first + 1) != std::string_view::npos &&
                      start[start.find_first_not_of(" \t\r", first + 1)] == '\n';
  if (array || spread) {
    reader.read_whole(bytes);
  } else {
    reader.read_lines(bytes);
  }
}

}  // namespace annals
