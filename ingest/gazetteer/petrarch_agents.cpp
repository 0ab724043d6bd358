#include "ingest/gazetteer/petrarch_agents.h"

#include <map>
#include <set>

#include "graph/names.h"
#include "ingest/gazetteer/petrarch_codes.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

using petrarch::CodedLine;
using petrarch::Lines;
using petrarch::parse_coded_line;
using petrarch::spaced;
using petrarch::trim;
using petrarch::upper;

std::string regular_plural(const std::string& noun) {
  if (noun.ends_with('Y')) return noun.substr(0, noun.size() - 1) + "IES";
  if (noun.ends_with("SS")) return noun + "ES";
  if (noun.ends_with('S')) return noun;  // "SECURITY_OFFICIALS" is plural as it is
  return noun + "S";
}

std::string small(std::string_view text) { return lowered(spaced(text)); }

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
      const CodedLine line = parse_coded_line(text, lines_);
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

  void add(const CodedLine& line) {
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

void read_petrarch_agents(std::istream& in, const std::string& name, Gazetteer& gazetteer,
                          std::vector<std::string>& problems) {
  Lines lines(in, name, problems);
  AgentReader(lines, gazetteer).read();
}

}  // namespace annals
