#include "ingest/rules/event_rules_words.h"

#include <string_view>

namespace annals {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

}  // namespace

std::vector<std::string> inflections(const std::string& lemma, WordClass word_class) {
  if (lemma.size() < 3) return {};
  const char last = lemma.back();
  const char before = lemma[lemma.size() - 2];
  const std::string stem = lemma.substr(0, lemma.size() - 1);
  const bool hissing = lemma.ends_with("s") || lemma.ends_with("sh") || lemma.ends_with("ch") ||
                       lemma.ends_with("x") || lemma.ends_with("z");
  std::vector<std::string> forms;
  if (last == 'y' && !is_vowel(before)) {
    forms.push_back(stem + "ies");
  } else {
    forms.push_back(lemma + (hissing ? "es" : "s"));
  }
  if (word_class != WordClass::verb) return forms;
  if (last == 'e') {
    forms.push_back(lemma + "d");
    forms.push_back(stem + "ing");
  } else if (last == 'y' && !is_vowel(before)) {
    forms.push_back(stem + "ied");
    forms.push_back(lemma + "ing");
  } else {
    forms.push_back(lemma + "ed");
    forms.push_back(lemma + "ing");
    if (!is_vowel(last) && is_vowel(before)) {
      forms.push_back(lemma + last + "ed");
      forms.push_back(lemma + last + "ing");
    }
  }
  return forms;
}

}  // namespace annals
