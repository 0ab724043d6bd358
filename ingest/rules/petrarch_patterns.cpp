#include "ingest/rules/petrarch_patterns.h"

#include <algorithm>
#include <array>

#include "ingest/text/one_of.h"

namespace annals::petrarch {
namespace {

constexpr std::array<std::string_view, 6> fillers{"the", "a", "an", "its", "his", "their"};
/// What a tree cannot be asked: these speak of tense, voice and negation, which are an event's
/// status.
constexpr std::array<std::string_view, 22> auxiliaries{
    "not",  "n't",  "never", "no",  "will", "would", "may", "might", "could", "can",  "should",
    "must", "have", "has",   "had", "is",   "are",   "was", "were",  "be",    "been", "said"};

class PatternReader {
 public:
  PatternReader(const SynonymSets& sets, const Lines& lines) : sets_(sets), lines_(lines) {}

  std::optional<Pattern> read(const std::string& text) {
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

 private:
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
      } else if (is_preposition(part)) {
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
        const auto* set = sets_.find(phrase[i]);
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

  const SynonymSets& sets_;
  const Lines& lines_;
};

}  // namespace

std::optional<Pattern> read_pattern(const std::string& text, const SynonymSets& sets,
                                    const Lines& lines) {
  return PatternReader(sets, lines).read(text);
}

}  // namespace annals::petrarch
