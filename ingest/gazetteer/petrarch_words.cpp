#include "ingest/gazetteer/petrarch_words.h"

#include <algorithm>
#include <array>

#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"

namespace annals::petrarch {
namespace {

constexpr std::array<std::string_view, 24> prepositions{
    "about", "after", "against", "as",   "at",     "between", "by",      "for",
    "from",  "in",    "into",    "of",   "off",    "on",      "out",     "over",
    "to",    "under", "up",      "upon", "toward", "towards", "through", "with"};

}  // namespace

bool is_word(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return is_lower(c) || is_digit(c) || c == '-' || c == '\'' || c == '.';
  });
}

bool is_preposition(std::string_view word) { return one_of(word, prepositions); }

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

void SynonymSets::open(const std::string& text) {
  std::string label = upper(trim(text.substr(1)));
  while (label.ends_with('_')) label.pop_back();
  set_ = &sets_[label];
}

void SynonymSets::add(const std::string& text) {
  const auto words = parts_of(text.substr(1));
  if (words.empty()) return lines_.report("an empty member");
  if (words.size() == 1 && words.front().front() == '&') {
    if (const auto* other = find(words.front()))
      set_->insert(set_->end(), other->begin(), other->end());
    return;
  }
  if (words.size() > 1 || !is_word(words.front()))
    return lines_.report("\"" + text.substr(1) + "\": a set is read for its single words");
  set_->push_back(words.front());
}

const std::vector<std::string>* SynonymSets::find(const std::string& name) const {
  std::string label = upper(name.substr(1));
  while (label.ends_with('_')) label.pop_back();
  auto found = sets_.find(label);
  if (found == sets_.end() && label.ends_with('S'))
    found = sets_.find(label.substr(0, label.size() - 1));
  if (found != sets_.end()) return &found->second;
  lines_.report("\"" + name + "\" is a set that is not defined");
  return nullptr;
}

}  // namespace annals::petrarch
