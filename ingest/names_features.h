#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/model.h"
#include "ingest/sentence.h"

namespace annals {

/// What the gazetteer of the model knows of a phrase; several may hold.
enum NameHint : std::uint32_t {
  hint_given_name = 1,
  hint_country = 2,
  hint_city = 4,
  hint_nationality = 8,
  hint_title = 16,
  hint_body = 32,  ///< a word that organisations are called by: "ministry", "party"
  hint_region = 64,
  hint_calendar = 128,
  hint_starts = 256,  ///< the first of several words
  hint_goes_on = 512  ///< a later one
};

inline constexpr std::size_t longest_hint = 4;  ///< words of a phrase of the gazetteer
inline constexpr std::size_t name_features = 44;

/// The key of a phrase of the gazetteer; forms are compared in normal form.
[[nodiscard]] std::uint64_t hint_key(std::span<const std::string_view> forms);

/// What is seen of each word of a sentence, as hashes; memory is kept between sentences. The
/// trainer and the tagger share it, so a change here needs a new model.
class NameFeatures {
 public:
  /// Looks at all words: forms, tags and arcs must be there.
  void read(const Sentence& sentence, const HashTable& gazetteer);
  /// True when a name may stand here: a capital or a capital near by.
  [[nodiscard]] bool candidate(std::size_t word) const { return words_[word].candidate; }
  [[nodiscard]] std::uint32_t hints(std::size_t word) const { return words_[word].hints; }
  /// The features of one word, never 0.
  [[nodiscard]] std::array<std::uint64_t, name_features> of(std::size_t word) const;

 private:
  struct Word {
    std::uint64_t normal = 0, form = 0, shape = 0, tag = 0, label = 0;
    std::uint64_t ending2 = 0, ending3 = 0, ending4 = 0, beginning3 = 0;
    std::uint32_t hints = 0;
    std::int32_t head = -1;
    std::int32_t first_of_run = 0, end_of_run = 0;  ///< of capitalised words
    std::int32_t top = 0;                           ///< head of the name phrase that it is in
    std::uint64_t preposition = 0;                  ///< first case word under it
    bool upper = false, candidate = false;
  };
  void find_hints(const HashTable& gazetteer);
  void find_runs();
  void find_tops(const Sentence& sentence);

  std::vector<Word> words_;
  std::vector<std::string_view> forms_;
  bool titled_ = false;  ///< most words have capitals
};

}  // namespace annals
