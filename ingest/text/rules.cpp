#include "ingest/text/rules.h"

#include <fstream>
#include <iterator>

#include "graph/error.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

constexpr std::string_view blanks = " \t\r\v\f";

bool is_blank(char c) { return blanks.find(c) != std::string_view::npos; }

std::string_view without_comment(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == '#' && !quoted && (i == 0 || is_blank(line[i - 1]))) return line.substr(0, i);
  }
  return line;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.code == 0xFFFD && point.size == 1) return false;
    at += point.size;
  }
  return true;
}

}  // namespace

std::vector<RuleLine> parse_rules(std::string_view text, const std::string& file) {
  std::vector<RuleLine> lines;
  unsigned number = 0;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    RuleLine rule{.file = file, .number = ++number, .text = {}, .indented = false};
    if (!is_utf8(line)) fail_rule(rule, "not UTF-8; save the file as UTF-8");
    const std::string_view said = trimmed(without_comment(line));
    if (said.empty()) continue;
    rule.text = said;
    rule.indented = is_blank(line.front());
    lines.push_back(std::move(rule));
  }
  return lines;
}

std::vector<RuleLine> read_rules(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file)) {
    throw Error(ErrorKind::rule, file.string() + ": cannot be read");
  }
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return parse_rules(text, file.filename().string());
}

std::vector<RuleLine> read_rules(const LanguageOptions& options, const std::string& name) {
  std::vector<std::filesystem::path> folders{options.data};
  folders.insert(folders.end(), options.overlays.begin(), options.overlays.end());
  std::vector<RuleLine> lines;
  bool found = false;
  for (const auto& folder : folders) {
    if (!std::filesystem::exists(folder / name)) continue;
    found = true;
    for (RuleLine& line : read_rules(folder / name)) lines.push_back(std::move(line));
  }
  if (!found) {
    throw Error(ErrorKind::rule, (options.data / name).string() +
                                     ": missing; name the folder of the language data with --data");
  }
  return lines;
}

void fail_rule(const RuleLine& line, const std::string& message) {
  throw Error(ErrorKind::rule, line.where() + ": " + message);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string> split_at(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (quoted || !text.substr(i).starts_with(separator)) continue;
    parts.emplace_back(trimmed(text.substr(from, i - from)));
    i += separator.size() - 1;
    from = i + 1;
  }
  parts.emplace_back(trimmed(text.substr(from)));
  return parts;
}

}  // namespace annals
