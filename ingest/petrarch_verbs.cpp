#include "ingest/petrarch_verbs.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "ingest/characters.h"
#include "ingest/one_of.h"
#include "ingest/petrarch_lines.h"

namespace annals {
namespace {

using petrarch::Lines;
using petrarch::trim;
using petrarch::upper;

constexpr std::array<std::string_view, 24> prepositions{
    "about", "after", "against", "as",   "at",     "between", "by",      "for",
    "from",  "in",    "into",    "of",   "off",    "on",      "out",     "over",
    "to",    "under", "up",      "upon", "toward", "towards", "through", "with"};
constexpr std::array<std::string_view, 8> particles{"up",   "down", "out",  "off",
                                                    "away", "back", "over", "in"};
constexpr std::array<std::string_view, 6> fillers{"the", "a", "an", "its", "his", "their"};
/// What a tree cannot be asked: these speak of tense, voice and negation, which are an event's
/// status.
constexpr std::array<std::string_view, 22> auxiliaries{
    "not",  "n't",  "never", "no",  "will", "would", "may", "might", "could", "can",  "should",
    "must", "have", "has",   "had", "is",   "are",   "was", "were",  "be",    "been", "said"};

/// Only what a word of a rule may be made of.
bool is_word(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return is_lower(c) || is_digit(c) || c == '-' || c == '\'' || c == '.';
  });
}

/// The word itself and, where it looks like a plural, its singular.
std::vector<std::string> with_singular(const std::string& word) {
  std::vector<std::string> all{word};
  if (word.size() > 4 && word.ends_with("ies"))
    all.push_back(word.substr(0, word.size() - 3) + "y");
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss"))
    all.push_back(word.substr(0, word.size() - 1));
  return all;
}

std::string joined(const std::vector<std::string>& words, char separator) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : std::string(1, separator)) + word;
  return out;
}

/// Words, brackets and signs of a pattern, one each; `_` parts words.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) parts.push_back(lowered(word));
    word.clear();
  };
  for (const char c : text) {
    if (c <= ' ' || c == '_') {
      end_word();
    } else if (c == '{' || c == '}' || c == '(' || c == ')' || c == '*' || c == '|') {
      end_word();
      parts.emplace_back(1, c);
    } else {
      word += c;
    }
  }
  end_word();
  return parts;
}

struct Code {
  std::string code;
  enum class Sides { plain, turned, alike } sides = Sides::plain;
};

/// What a pattern asks for, in terms of docs/rules.md.
struct Pattern {
  std::vector<std::string> tests;
  std::string source;  ///< slot that a sign names; empty when none does
  std::string target;
  bool alike = false;
  bool infinitive = false;  ///< a single word after "to": perhaps a verb
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
        open_set(text);
      } else if (text.front() == '+' && set_ != nullptr) {
        add_member(text);
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

  void open_set(const std::string& text) {
    std::string label = upper(trim(text.substr(1)));
    while (label.ends_with('_')) label.pop_back();
    set_ = &sets_[label];
  }

  void add_member(const std::string& text) {
    const auto words = parts_of(text.substr(1));
    if (words.empty()) return lines_.report("an empty member");
    if (words.size() == 1 && words.front().front() == '&') {
      if (const auto* other = find_set(words.front()))
        set_->insert(set_->end(), other->begin(), other->end());
      return;
    }
    if (words.size() > 1 || !is_word(words.front()))
      return lines_.report("\"" + text.substr(1) + "\": a set is read for its single words");
    set_->push_back(words.front());
  }

  const std::vector<std::string>* find_set(const std::string& name) {
    std::string label = upper(name.substr(1));
    while (label.ends_with('_')) label.pop_back();
    auto found = sets_.find(label);
    if (found == sets_.end() && label.ends_with('S'))
      found = sets_.find(label.substr(0, label.size() - 1));
    if (found != sets_.end()) return &found->second;
    lines_.report("\"" + name + "\" is a set that is not defined");
    return nullptr;
  }

  void open_block(const std::string& text) {
    set_ = nullptr;
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
    set_ = nullptr;
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
    if (words.size() == 1 && (one_of(words[0], prepositions) || one_of(words[0], particles))) {
      name += "_" + words[0];
    } else if (!words.empty()) {
      if (words.size() > 1 && one_of(words.back(), prepositions)) words.pop_back();
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
    set_ = nullptr;
    if (verbs_.empty()) return lines_.report("a pattern before any verb");
    const auto code = code_in(text, true);
    if (!code) return;
    auto pattern = read_pattern(text.substr(1, text.find('[') - 1));
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

  std::optional<Pattern> read_pattern(const std::string& text) {
    const auto parts = parts_of(text);
    const auto star = std::find(parts.begin(), parts.end(), "*");
    if (star == parts.end()) {
      lines_.report("a pattern needs a \"*\" for its verb");
      return std::nullopt;
    }
    Pattern pattern;
    const std::vector<std::string> before(parts.begin(), star);
    const std::vector<std::string> after(star + 1, parts.end());
    if (!read_side(before, "subj", pattern) || !read_side(after, "obj", pattern))
      return std::nullopt;
    return pattern;
  }

  /// One side of the verb: noun phrases, each in the slot of the preposition before it.
  bool read_side(const std::vector<std::string>& parts, const std::string& plain,
                 Pattern& pattern) {
    std::string slot = plain;
    std::vector<std::string> phrase;
    bool signed_slot = false;
    const auto end_phrase = [&] {
      const bool ok = add_phrase(slot, plain, phrase, signed_slot, pattern);
      phrase.clear();
      signed_slot = false;
      return ok;
    };
    for (const std::string& part : parts) {
      if (part == "|") {
        lines_.report("alternatives in braces are not used");
        return false;
      }
      if (one_of(part, auxiliaries)) {
        lines_.report("\"" + part + "\": tense and negation are an event's status, not a pattern");
        return false;
      }
      if (part == "(" || part == ")") {
        if (!end_phrase()) return false;
        slot = plain;
      } else if (part == "+" || part == "$" || part == "%") {
        if (!take_sign(part.front(), slot, plain, pattern)) return false;
        signed_slot = true;
      } else if (one_of(part, prepositions)) {
        if (!end_phrase()) return false;
        slot = part;
      } else if (part != "{" && part != "}" && part != "^" && !one_of(part, fillers)) {
        phrase.push_back(part);
      }
    }
    return end_phrase();
  }

  bool take_sign(char sign, const std::string& slot, const std::string& plain, Pattern& pattern) {
    if (slot == "by") return true;  // the passive is undone before
    if (sign == '%') {
      pattern.alike = true;
      if (plain == "obj") pattern.target = slot;
    } else {
      (sign == '+' ? pattern.source : pattern.target) = slot;
    }
    return true;
  }

  bool add_phrase(const std::string& slot, const std::string& plain,
                  const std::vector<std::string>& phrase, bool signed_slot, Pattern& pattern) {
    if (phrase.empty()) {
      if (slot != plain && !signed_slot) pattern.tests.push_back(slot);
      return true;
    }
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      const bool head = i + 1 == phrase.size();
      std::vector<std::string> words;
      if (phrase[i].front() == '&') {
        const auto* set = find_set(phrase[i]);
        if (set == nullptr) return false;
        words = *set;
      } else {
        words.push_back(phrase[i]);
      }
      std::vector<std::string> all;
      for (const auto& word : words) {
        for (auto& one : with_singular(word)) {
          if (is_word(one)) all.push_back(std::move(one));
        }
      }
      if (all.empty()) {
        lines_.report("\"" + phrase[i] + "\" is no word");
        return false;
      }
      if (slot == "to" && phrase.size() == 1) pattern.infinitive = true;
      pattern.tests.push_back((head ? slot : slot + ".mod") + "=" + joined(all, ','));
    }
    return true;
  }

  Lines lines_;
  std::string name_;
  const Ontology& ontology_;
  std::map<std::string, std::vector<std::string>> sets_;
  std::vector<std::string>* set_ = nullptr;
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
