#include "ingest/text/abbreviations.h"

#include <string>

#include "ingest/text/characters.h"

namespace annals {

bool is_initials(std::string_view word) {
  if (word.empty() || word.size() > 12) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool letter = is_upper(word[i]) || is_lower(word[i]);
    if (i % 2 == 0 ? !letter : word[i] != '.') return false;
  }
  return word.size() % 2 == 1;
}

bool keeps_full_stop(std::string_view word, const TextWords& words) {
  const std::string lower = lowered(word);
  return words.is(TextWord::abbreviation, lower) &&
         (is_upper(word[0]) || !words.is(TextWord::capitals, lower));
}

bool keeps_full_stop_before_number(std::string_view word, const TextWords& words) {
  const std::string lower = lowered(word);
  return words.is(TextWord::before_number, lower) &&
         (is_upper(word[0]) || lower == "p" || lower == "no");
}

bool is_abbreviation(std::string_view word, const TextWords& words) {
  if (word.size() < 2 || word.back() != '.') return false;
  word.remove_suffix(1);
  if (is_initials(word)) return true;
  const std::string lower = lowered(word);
  return words.is(TextWord::abbreviation, lower) || words.is(TextWord::before_number, lower);
}

bool is_title_abbreviation(std::string_view word, const TextWords& words) {
  if (!word.ends_with('.')) return false;
  word.remove_suffix(1);
  return words.is(TextWord::before_name, lowered(word));
}

}  // namespace annals
