#include "ingest/petrarch_actors.h"

#include <algorithm>
#include <istream>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include <date/date.h>

#include "graph/names.h"
#include "ingest/characters.h"
#include "ingest/petrarch_lines.h"

namespace annals {
namespace {

using petrarch::Lines;
using petrarch::trim;
using petrarch::upper;

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

struct DatedCode {
  std::string code;
  std::optional<EventDate> held;  ///< nothing: at all times
};

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

/// What stands before the first bracket, and the codes in all of them.
struct Line {
  std::string phrase;
  std::vector<DatedCode> codes;
  std::string plural;  ///< in braces
  bool braces = false;
};

Line parse_line(const std::string& text, const Lines& lines) {
  Line line;
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

/// "BARACK OBAMA" -> "Barack Obama"; short words are left as abbreviations.
std::string display(std::string_view phrase) {
  std::string out = spaced(phrase);
  if (out.size() <= 5) return out;
  bool inside = false;
  for (char& c : out) {
    if (inside) c = to_lower(c);
    inside = c != ' ' && c != '-' && c != '.';
  }
  return out;
}

/// Gathers the lines of one actor and adds it when the next one begins.
class ActorReader {
 public:
  ActorReader(Lines& lines, Gazetteer& gazetteer) : lines_(lines), gazetteer_(gazetteer) {}

  void read() {
    while (lines_.next()) {
      const std::string& text = lines_.text();
      if (text.find(']') != std::string::npos && text.find('[') == std::string::npos) {
        lines_.report("\"]\" without \"[\"");
        continue;
      }
      const Line line = parse_line(text, lines_);
      if (text.front() == '+') {
        if (forms_.empty()) {
          lines_.report("a synonym before any actor");
          continue;
        }
        claim(line.phrase.substr(1));
      } else if (!line.phrase.empty()) {
        finish();
        claim(line.phrase);
      } else if (line.codes.empty()) {
        continue;
      }
      codes_.insert(codes_.end(), line.codes.begin(), line.codes.end());
    }
    finish();
  }

 private:
  void claim(const std::string& phrase) {
    const std::string name = spaced(phrase);
    const std::string folded = fold(name);
    if (folded.empty()) {
      lines_.report("no name in \"" + phrase + "\"");
      if (forms_.empty()) forms_.emplace_back();
      return;
    }
    if (!claimed_.insert(folded).second) {
      lines_.report("\"" + name + "\" is claimed by an earlier line, which keeps it");
      if (forms_.empty()) forms_.emplace_back();
      return;
    }
    forms_.push_back(phrase);
  }

  void finish() {
    std::erase(forms_, std::string());
    if (!forms_.empty() && !codes_.empty()) add();
    forms_.clear();
    codes_.clear();
  }

  void add() {
    Phrase meaning;
    const auto country = gazetteer_.country_by_code.find(codes_.front().code);
    if (codes_.size() == 1 && !codes_.front().held && country != gazetteer_.country_by_code.end()) {
      meaning = {.kind = PhraseKind::country, .index = country->second};
    } else {
      meaning = {.kind = PhraseKind::actor,
                 .index = static_cast<std::uint32_t>(gazetteer_.actors.size())};
      gazetteer_.actors.push_back(actor());
    }
    for (const auto& form : forms_) {
      meaning.exact = spaced(form).size() <= 3;
      gazetteer_.names.add_first(spaced(form), meaning);
    }
  }

  [[nodiscard]] KnownActor actor() const {
    KnownActor actor;
    actor.name = display(forms_.front());
    actor.strict = true;
    bool dated = false;
    for (const auto& code : codes_) {
      if (code.held) {
        dated = true;
        actor.roles.push_back({.title = code.code, .code = code.code, .seen = *code.held});
      } else if (actor.code.empty()) {
        actor.code = code.code;
      }
    }
    const std::string& code = codes_.front().code;
    if (gazetteer_.country_by_code.contains(code.substr(0, 3))) actor.country = code.substr(0, 3);
    const bool armed =
        code.find("REB", 3) == 3 || code.find("UAF", 3) == 3 || code.find("INS", 3) == 3;
    actor.kind = dated   ? ActorKind::person
                 : armed ? ActorKind::armed_group
                         : ActorKind::organization;
    return actor;
  }

  Lines& lines_;
  Gazetteer& gazetteer_;
  std::vector<std::string> forms_;
  std::vector<DatedCode> codes_;
  std::set<std::string> claimed_;
};

std::string regular_plural(const std::string& noun) {
  if (noun.ends_with('Y')) return noun.substr(0, noun.size() - 1) + "IES";
  if (noun.ends_with("SS")) return noun + "ES";
  if (noun.ends_with('S')) return noun;  // "SECURITY_OFFICIALS" is plural as it is
  return noun + "S";
}

std::string small(std::string_view text) {
  std::string out;
  for (const char c : spaced(text)) out += to_lower(c);
  return out;
}

class AgentReader {
 public:
  AgentReader(Lines& lines, Gazetteer& gazetteer) : lines_(lines), gazetteer_(gazetteer) {}

  void read() {
    while (lines_.next()) {
      const std::string& text = lines_.text();
      const auto equals = text.find('=');
      if (text.front() == '!' && equals != std::string::npos &&
          text.find('[') == std::string::npos) {
        define(text, equals);
        continue;
      }
      const Line line = parse_line(text, lines_);
      if (line.codes.empty() || line.phrase.empty()) {
        lines_.report("no agent with a code; write FOREIGN_MINISTER [~GOV]");
        continue;
      }
      add(line);
    }
  }

 private:
  void define(const std::string& text, std::size_t equals) {
    auto& words = sets_[upper(trim(text.substr(0, equals)))];
    std::string word;
    for (const char c : text.substr(equals + 1) + ",") {
      if (c != ',') {
        word += c;
        continue;
      }
      if (!trim(word).empty()) words.push_back(trim(word));
      word.clear();
    }
  }

  void add(const Line& line) {
    const auto first = line.phrase.find('!');
    const auto last = first == std::string::npos ? first : line.phrase.find('!', first + 1);
    if (first == std::string::npos) {
      const std::string plural = line.braces ? line.plural : regular_plural(line.phrase);
      add_noun(line.phrase, plural, line.codes.front().code);
      return;
    }
    const auto set = last == std::string::npos
                         ? sets_.end()
                         : sets_.find(upper(line.phrase.substr(first, last - first + 1)));
    if (set == sets_.end()) {
      lines_.report("\"" + line.phrase + "\" uses a set that is not defined");
      return;
    }
    for (const auto& word : set->second) {
      add_noun(line.phrase.substr(0, first) + word + line.phrase.substr(last + 1), {},
               line.codes.front().code);
    }
  }

  /// "~GOV" follows the country's code, "NGO~" goes before it (see code_of).
  void add_noun(const std::string& singular, const std::string& plural, const std::string& code) {
    const std::string folded = fold(small(singular));
    if (folded.empty() || !claimed_.insert(folded).second) {
      lines_.report("\"" + singular + "\" is claimed by an earlier line, which keeps it");
      return;
    }
    RoleNoun noun;
    for (const auto& meaning : gazetteer_.nouns.find(folded)) {
      if (meaning.kind == PhraseKind::role) noun = gazetteer_.roles[meaning.index];
    }
    noun.singular = small(singular);
    noun.plural = plural.empty() ? noun.singular : small(plural);
    noun.sector = code.starts_with('~') ? code.substr(1) : code;
    const auto index = static_cast<std::uint32_t>(gazetteer_.roles.size());
    gazetteer_.nouns.add_first(noun.singular, {.kind = PhraseKind::role, .index = index});
    if (noun.plural != noun.singular)
      gazetteer_.nouns.add_first(noun.plural, {.kind = PhraseKind::roles, .index = index});
    gazetteer_.roles.push_back(std::move(noun));
  }

  Lines& lines_;
  Gazetteer& gazetteer_;
  std::map<std::string, std::vector<std::string>> sets_;
  std::set<std::string> claimed_;
};

}  // namespace

void read_petrarch_actors(std::istream& in, const std::string& name, Gazetteer& gazetteer,
                          std::vector<std::string>& problems) {
  Lines lines(in, name, problems);
  ActorReader(lines, gazetteer).read();
}

void read_petrarch_agents(std::istream& in, const std::string& name, Gazetteer& gazetteer,
                          std::vector<std::string>& problems) {
  Lines lines(in, name, problems);
  AgentReader(lines, gazetteer).read();
}

}  // namespace annals
