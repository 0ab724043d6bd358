#include "ingest/rules/petrarch_verbs.h"

#include <algorithm>
#include <array>
#include <optional>

#include "ingest/rules/petrarch_patterns.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using petrarch::is_preposition;
using petrarch::is_word;
using petrarch::joined;
using petrarch::Lines;
using petrarch::parts_of;
using petrarch::Pattern;
using petrarch::SynonymSets;
using petrarch::trim;
using petrarch::with_singular;

constexpr std::array<std::string_view, 8> particles{"up",   "down", "out",  "off",
                                                    "away", "back", "over", "in"};

/// The code of a block, a verb or a pattern.
struct Code {
  std::string code;
  /// Who is the source: the subject, the object, or both alike.
  enum class Sides { plain, turned, alike } sides = Sides::plain;
};

/// A verb of a block, by its name in a rule, and what its other words ask for.
struct Verb {
  std::string name;
  std::string test;
};

class VerbDictionary {
 public:
  VerbDictionary(std::istream& in, const std::string& name, const Ontology& ontology,
                 std::vector<std::string>& problems)
      : lines_(in, name, problems), name_(name), ontology_(ontology) {}

  std::vector<RuleLine> read() {
    while (lines_.next()) {
      const std::string& text = lines_.text();
      if (text.starts_with("---")) {
        open_block(text);
      } else if (text.front() == '&') {
        sets_.open(text);
      } else if (text.front() == '+' && sets_.is_open()) {
        sets_.add(text);
      } else if (text.front() == '-') {
        add_pattern(text);
      } else if (text.front() == '~') {
        lines_.report("transformations are not used; who says so is read from the sentence");
      } else if (text.front() == '<' || text.front() == '*') {
        lines_.report("neither a verb nor a pattern: \"" + text + "\"");
      } else {
        add_verb(text);
      }
    }
    return std::move(rules_);
  }

 private:
  void emit(std::string text) {
    rules_.push_back({.file = name_,
                      .number = static_cast<unsigned>(lines_.number()),
                      .text = std::move(text),
                      .indented = false});
  }

  void open_block(const std::string& text) {
    sets_.close();
    verbs_.clear();
    block_ = code_in(text, false);
  }

  /// The code in brackets; nothing for none, for `[---]`, or for one that is not known.
  std::optional<Code> code_in(const std::string& text, bool wanted) {
    const auto open = text.find('[');
    const auto close = text.find(']', open == std::string::npos ? 0 : open);
    if (open == std::string::npos || close == std::string::npos) {
      if (wanted || open != std::string::npos)
        lines_.report("no code; write it in brackets, such as [042]");
      return std::nullopt;
    }
    std::string inside = trim(text.substr(open + 1, close - open - 1));
    while (!inside.empty() && inside.back() == '!') inside.pop_back();
    if (inside.starts_with("---")) return std::nullopt;
    if (inside.starts_with('#')) {
      lines_.report("discards are not used");
      return std::nullopt;
    }
    const auto colon = inside.find(':');
    const std::string first = inside.substr(0, colon);
    Code code;
    if (first.empty() && colon != std::string::npos) {
      code.sides = Code::Sides::turned;
      code.code = known(inside.substr(colon + 1));
    } else {
      if (colon != std::string::npos && inside.substr(colon + 1) == first)
        code.sides = Code::Sides::alike;
      code.code = known(first);
    }
    if (code.code.empty()) {
      lines_.report("no event has the code [" + inside + "]; codes are in ontology.tsv");
      return std::nullopt;
    }
    return code;
  }

  /// The code, or the nearest above it that the ontology has: "0312" -> "031", "18" -> "180".
  std::string known(std::string code) const {
    code = trim(code);
    for (std::string at = code; at.size() >= 2; at.pop_back()) {
      if (ontology_.find_code(at) != nullptr) return at;
    }
    const std::string root = code.substr(0, 2) + "0";
    return ontology_.find_code(root) != nullptr ? root : std::string();
  }

  /// `ASK`, `GIVE {GAVE GIVEN} [070]`, `+BEEF_UP {+BEEFED_UP}`
  void add_verb(const std::string& text) {
    sets_.close();
    const auto brace = text.find('{');
    const std::string head = trim(text.substr(0, text.find_first_of("{[")));
    std::vector<std::string> words = parts_of(head);
    if (words.empty()) return lines_.report("no verb in \"" + text + "\"");
    const auto marked = std::find_if(words.begin(), words.end(),
                                     [](const std::string& word) { return word.front() == '+'; });
    if (marked != words.end() && marked != words.begin())
      return lines_.report("\"" + head + "\": words before the verb are not used");
    if (marked != words.end()) marked->erase(0, 1);
    if (!is_word(words.front())) return lines_.report("\"" + head + "\" is no verb");
    const std::string lemma = words.front();
    words.erase(words.begin());
    std::string name = lemma;
    std::string test;
    if (words.size() == 1 && (is_preposition(words[0]) || one_of(words[0], particles))) {
      name += "_" + words[0];
    } else if (!words.empty()) {
      if (words.size() > 1 && is_preposition(words.back())) words.pop_back();
      if (!is_word(words.back())) return lines_.report("\"" + head + "\" cannot be used");
      test = " if obj=" + joined(with_singular(words.back()), ',');
    }
    if (brace != std::string::npos) add_forms(lemma, text, brace);
    verbs_.push_back({name, test});
    const auto own = text.find('[') == std::string::npos ? block_ : code_in(text, false);
    if (own) emit(rule_text(*own, name, Pattern{}) + test);
  }

  void add_forms(const std::string& lemma, const std::string& text, std::size_t brace) {
    std::string forms;
    const auto close = text.find('}', brace);
    if (close == std::string::npos) return lines_.report("\"{\" without \"}\"");
    std::string inside = text.substr(brace + 1, close - brace - 1);
    for (const std::string& group : words_of(inside)) {
      auto words = parts_of(group);
      if (words.empty()) continue;
      if (words.front().front() == '+') words.front().erase(0, 1);
      if (is_word(words.front()) && words.front() != lemma) forms += " " + words.front();
    }
    if (!forms.empty()) emit("forms " + lemma + forms);
  }

  static std::string rule_text(const Code& code, const std::string& verb, const Pattern& pattern) {
    std::string sources = pattern.source.empty() ? "subj" : pattern.source;
    std::string targets =
        pattern.target.empty()
            ? "obj to with against on upon for from into in obj.of obj.with obj.to obj.against "
              "obj.on obj.for comp_any obj_any"
            : pattern.target;
    if (code.sides == Code::Sides::turned) {
      sources = pattern.target.empty() ? "obj" : pattern.target;
      targets = pattern.source.empty() ? "subj" : pattern.source;
    }
    const bool alike = pattern.alike || code.sides == Code::Sides::alike;
    return code.code + " verb " + verb + " : " + sources + (alike ? " <> " : " > ") + targets;
  }

  void add_pattern(const std::string& text) {
    sets_.close();
    if (verbs_.empty()) return lines_.report("a pattern before any verb");
    const auto code = code_in(text, true);
    if (!code) return;
    auto pattern = petrarch::read_pattern(text.substr(1, text.find('[') - 1), sets_, lines_);
    if (!pattern) return;
    for (const Verb& verb : verbs_) {
      emit_pattern(*code, verb, *pattern, "to");
      // "agree to withdraw" and "agree to a withdrawal" look alike to a dictionary.
      if (pattern->infinitive) emit_pattern(*code, verb, *pattern, "xcomp");
    }
  }

  void emit_pattern(const Code& code, const Verb& verb, const Pattern& pattern,
                    const std::string& slot_of_to) {
    std::string tests = verb.test;
    if (tests.empty() && !pattern.tests.empty()) tests = " if";
    for (const auto& test : pattern.tests)
      tests += " " + (test.starts_with("to=") ? slot_of_to + test.substr(2) : test);
    emit(rule_text(code, verb.name, pattern) + tests);
  }

  Lines lines_;
  std::string name_;
  const Ontology& ontology_;
  SynonymSets sets_{lines_};
  std::optional<Code> block_;
  std::vector<Verb> verbs_;
  std::vector<RuleLine> rules_;
};

}  // namespace

std::vector<RuleLine> read_petrarch_verbs(std::istream& in, const std::string& name,
                                          const Ontology& ontology,
                                          std::vector<std::string>& problems) {
  return VerbDictionary(in, name, ontology, problems).read();
}

}  // namespace annals
