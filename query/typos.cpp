#include "query/typos.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "graph/names.h"
#include "query/time_words.h"
#include "query/type_words.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

constexpr std::size_t least_letters = 6;  // of words in which one may be wrong

/// A letter too many, one missing, or two that changed places. Another letter is another word:
/// "protect" is no "protest".
bool is_slip(std::string_view wrong, std::string_view right) {
  if (edit_distance(wrong, right, 1) != 1) return false;
  std::string one(wrong), other(right);
  if (one.size() != other.size()) return true;
  std::sort(one.begin(), one.end());
  std::sort(other.begin(), other.end());
  return one == other;
}

/// A word that may be a slip of the pen: nothing that questions are read by, and no doer's noun,
/// for "attackers" are no "attacked".
bool may_be_typo(const Word& word) {
  const std::string& text = word.folded;
  const bool small = !word.quoted && word.text[0] >= 'a' && word.text[0] <= 'z';
  if (!small || text.size() < least_letters || text.find(' ') != std::string::npos) return false;
  for (const std::string_view ending : {"er", "ers", "or", "ors", "ee", "ees"}) {
    if (text.ends_with(ending)) return false;
  }
  return !type_of_word(text) && !stands_in_any(text) && !is_month_word(word);
}

/// The word for events that it can only be; empty when there is none, or several of several kinds.
std::string meant_by(std::string_view wrong) {
  std::string meant;
  const TypeWord* of = nullptr;
  for (const TypeWord& row : type_words()) {
    const bool several = any_form(row.words, [&](std::string_view word) {
      if (word.front() != wrong.front() || !is_slip(wrong, word)) return false;
      if (of != nullptr && of != &row) return true;
      of = &row;
      meant = word;
      return false;
    });
    if (several) return {};
  }
  return meant;
}

}  // namespace

void mend_typos(const NameBook& names, std::vector<Word>& words, Request& request) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto type = find_type(std::span<const Word>(words).subspan(i));
    if (type) i += type->count - 1;  // "rocket attacks"
    Word& word = words[i];
    if (type || !may_be_typo(word)) continue;
    const std::string meant = meant_by(word.folded);
    if (meant.empty() || !find_exact_actor(names.store(), word.text).ids.empty()) continue;
    request.remarks.push_back("\"" + word.text + "\" is read as \"" + meant + "\"");
    rename(word, meant);
  }
}

}  // namespace annals
