#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/gazetteer/petrarch_lines.h"

namespace annals::petrarch {

/// True for what a word of a rule may be made of: small letters, digits, `-`, `'` and `.`.
[[nodiscard]] bool is_word(std::string_view word);

/// True for the prepositions that patterns part their phrases by.
[[nodiscard]] bool is_preposition(std::string_view word);

/// The word itself and, where it looks like a plural, its singular.
[[nodiscard]] std::vector<std::string> with_singular(const std::string& word);

/// The words with `separator` between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& words, char separator);

/// Words, brackets and signs of a line, one each, in lower case; `_` parts words.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view text);

/// The sets of synonyms of a dictionary: `&TREATY`, then `+PACT`, `+ACCORD`, one a line. What
/// cannot be used is reported to the lines that it stands in.
class SynonymSets {
 public:
  explicit SynonymSets(const Lines& lines) : lines_(lines) {}

  /// Begins the set of a line `&NAME`; the members of the lines behind go into it until close().
  void open(const std::string& text);
  void close() { set_ = nullptr; }
  [[nodiscard]] bool is_open() const { return set_ != nullptr; }

  /// Adds a line `+WORD` or, with all its members, `+&NAME` to the set that is open.
  void add(const std::string& text);

  /// The words of the set that `&NAME`, `&NAMES` or `&NAME_` means; null, and reported, when there
  /// is none.
  [[nodiscard]] const std::vector<std::string>* find(const std::string& name) const;

 private:
  const Lines& lines_;
  std::map<std::string, std::vector<std::string>> sets_;
  std::vector<std::string>* set_ = nullptr;
};

}  // namespace annals::petrarch
