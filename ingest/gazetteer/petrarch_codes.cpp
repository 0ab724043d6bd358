#include "ingest/gazetteer/petrarch_codes.h"

#include <algorithm>

#include <date/date.h>

#include "ingest/text/characters.h"

namespace annals::petrarch {
namespace {

/// "20120930", or "120930" of a dictionary of the last century.
std::optional<date::sys_days> parse_day(std::string text) {
  std::erase(text, ' ');
  if (text.size() < 6 || text.size() > 8 || !std::all_of(text.begin(), text.end(), is_digit))
    return std::nullopt;
  int year = 0;
  std::string rest = text;
  if (text.size() == 8) {
    year = std::stoi(text.substr(0, 4));
    rest = text.substr(4);
  } else {
    year = std::stoi(text.substr(0, 2));
    year += year <= 30 ? 2000 : 1900;
    rest = text.substr(2, 4);
  }
  const auto day = date::year{year} / std::stoi(rest.substr(0, 2)) / std::stoi(rest.substr(2, 2));
  return day.ok() ? std::optional<date::sys_days>(day) : std::nullopt;
}

/// The inside of a bracket: "USAGOV", "USAGOV >090120", "USAELI 090120-130120", "USAMIL <900101".
std::optional<DatedCode> parse_code(std::string_view inside, std::string& problem) {
  const std::string text = trim(inside);
  std::size_t end = 0;
  while (end < text.size() &&
         (is_upper(to_upper(text[end])) || is_digit(text[end]) || text[end] == '-') &&
         !(end > 0 && text[end] == '-' && text[end - 1] != '-' && text != "---")) {
    ++end;
  }
  DatedCode found{.code = upper(text.substr(0, end)), .held = std::nullopt};
  std::string rest = trim(std::string_view(text).substr(end));
  if (found.code.empty() || found.code.starts_with('-')) {
    problem = "no code in [" + text + "]";
    return std::nullopt;
  }
  if (rest.empty()) return found;
  EventDate held;
  const auto range = rest.find('-');
  std::optional<date::sys_days> day;
  if (rest.front() == '<') {
    day = parse_day(rest.substr(1));
    if (day) held.last = *day - date::days{1};
  } else if (rest.front() == '>') {
    day = parse_day(rest.substr(1));
    if (day) held.first = *day;
  } else if (range != std::string::npos) {
    day = parse_day(rest.substr(0, range));
    const auto until = parse_day(rest.substr(range + 1));
    if (day && until && *day < *until) {
      held.first = *day;
      held.last = *until - date::days{1};
    } else {
      day.reset();
    }
  }
  if (!day) {
    problem = "\"" + rest + "\" is no restriction; write <20120930, >20120930 or 20090120-20130120";
    return std::nullopt;
  }
  held.precision = rest.front() == '<'   ? Precision::before
                   : rest.front() == '>' ? Precision::after
                                         : Precision::interval;
  found.held = held;
  return found;
}

}  // namespace

CodedLine parse_coded_line(const std::string& text, const Lines& lines) {
  CodedLine line;
  line.phrase = trim(text.substr(0, text.find_first_of("[{")));
  const auto open = text.find('{');
  if (open != std::string::npos) {
    const auto close = text.find('}', open);
    line.braces = close != std::string::npos;
    if (line.braces) line.plural = trim(text.substr(open + 1, close - open - 1));
    if (!line.braces) lines.report("\"{\" without \"}\"");
  }
  for (std::size_t at = text.find('['); at != std::string::npos; at = text.find('[', at + 1)) {
    const auto close = text.find(']', at);
    if (close == std::string::npos) {
      lines.report("\"[\" without \"]\"");
      break;
    }
    std::string problem;
    const std::string inside = text.substr(at + 1, close - at - 1);
    if (inside.find('~') != std::string::npos) {  // an agent's
      line.codes.push_back({.code = upper(trim(inside)), .held = std::nullopt});
    } else if (auto code = parse_code(inside, problem)) {
      line.codes.push_back(std::move(*code));
    } else if (inside.find("---") == std::string::npos) {
      lines.report(problem);
    }
  }
  return line;
}

std::string spaced(std::string_view phrase) {
  std::string out(phrase);
  std::replace(out.begin(), out.end(), '_', ' ');
  return trim(out);
}

}  // namespace annals::petrarch
