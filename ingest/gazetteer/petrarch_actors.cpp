#include "ingest/gazetteer/petrarch_actors.h"

#include <set>

#include "graph/names.h"
#include "ingest/gazetteer/petrarch_codes.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

using petrarch::CodedLine;
using petrarch::DatedCode;
using petrarch::Lines;
using petrarch::parse_coded_line;
using petrarch::spaced;

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
      const CodedLine line = parse_coded_line(text, lines_);
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

}  // namespace

void read_petrarch_actors(std::istream& in, const std::string& name, Gazetteer& gazetteer,
                          std::vector<std::string>& problems) {
  Lines lines(in, name, problems);
  ActorReader(lines, gazetteer).read();
}

}  // namespace annals
