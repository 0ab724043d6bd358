#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/trees/model.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// How a form becomes its lemma: perhaps lower case, then `cut` bytes off the end, then `ending`
/// on. "met" -> 2 off, "eet" on. Written as "L2eet" (lower case) or "K2eet" (case kept).
struct LemmaScript {
  bool lower = true;
  std::size_t cut = 0;
  std::string_view ending;
};

[[nodiscard]] LemmaScript parse_lemma_script(std::string_view text);

/// Keys of the table of lemmas: of a whole form, and of an ending of a form, with its tag.
[[nodiscard]] std::uint64_t lemma_key(std::string_view lower_form, std::string_view tag);
[[nodiscard]] std::uint64_t lemma_ending_key(std::string_view lower_ending, std::string_view tag);
inline constexpr std::size_t longest_lemma_ending = 7;

/// Gives words their dictionary form: first from forms seen in training and irregular ones, then by
/// the longest ending that training knows for the tag. Words longer than 64 bytes keep their form.
class Lemmas {
 public:
  explicit Lemmas(const Model& model);

  /// Fills `lemma` of all words of `analysis`; new strings are kept in Analysis::strings.
  void annotate(Analysis& analysis) const;
  /// The lemma of one word by the tag ("VERB\tVBD").
  [[nodiscard]] std::string lemma_of(std::string_view form, Upos upos, std::string_view xpos) const;

 private:
  [[nodiscard]] std::size_t write(const Token& token, char* to) const;

  HashTable table_;
  std::vector<LemmaScript> scripts_;
};

}  // namespace annals
