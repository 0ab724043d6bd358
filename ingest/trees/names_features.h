#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/trees/model.h"
#include "ingest/trees/sentence.h"

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
  hint_starts = 256,         ///< the first of several words
  hint_goes_on = 512,        ///< a later one
  hint_organization = 1024,  ///< the whole name of a known organisation or group
  hint_person = 2048,        ///< the whole name of a known person
  hint_surname = 4096,       ///< the last word of one
  hint_place = 8192          ///< a word that places are called by: "river", "county"
};

/// How else a capitalised word stands in its article; several may hold.
/// Source: Chieu and Ng 2003 (features of the whole document).
enum NameEvidence : std::uint32_t {
  evidence_person = 1,        ///< after a given name or a title
  evidence_organization = 2,  ///< before a word of bodies, or in brackets after a name
  evidence_location = 4,      ///< after "in" or "near"
  evidence_inside = 8,        ///< not at the beginning of a sentence
  evidence_small = 16,        ///< without its capital
  evidence_the = 32,          ///< after "the"
  evidence_speaker = 64,      ///< the subject of "said", "says", "told"
  evidence_owner = 128        ///< before "'s"
};

inline constexpr std::size_t longest_hint = 6;  ///< words of a phrase of the gazetteer
inline constexpr std::size_t name_features = 55;
/// Those of them that know the word by its letters.
inline constexpr std::array<std::size_t, 9> name_features_of_form = {0,  1,  6,  7, 12,
                                                                     13, 14, 15, 42};

/// The key of a phrase of the gazetteer; forms are compared in normal form.
[[nodiscard]] std::uint64_t hint_key(std::span<const std::string_view> forms);

/// What is seen of each word of a sentence, as hashes; memory is kept between sentences. The
/// trainer and the tagger share it, so a change here needs a new model.
class NameFeatures {
 public:
  /// Looks for evidence in all sentences of an article; what was seen of the last one is gone.
  void begin_article(std::span<const Sentence> sentences, const HashTable& gazetteer);
  /// Looks at all words: forms, tags and arcs must be there.
  void read(const Sentence& sentence, const HashTable& gazetteer);
  /// True for a word with a capital, or one that is tagged as part of a name.
  [[nodiscard]] bool upper(std::size_t word) const { return words_[word].upper; }
  /// True when a name may stand here: such a word or one near by.
  [[nodiscard]] bool candidate(std::size_t word) const { return words_[word].candidate; }
  [[nodiscard]] std::uint32_t hints(std::size_t word) const { return words_[word].hints; }
  /// The features of one word, never 0.
  [[nodiscard]] std::array<std::uint64_t, name_features> of(std::size_t word) const;

 private:
  struct Word {
    std::uint64_t normal = 0, form = 0, shape = 0, tag = 0, label = 0;
    std::uint64_t ending2 = 0, ending3 = 0, ending4 = 0, beginning3 = 0;
    std::uint32_t hints = 0;
    std::uint32_t evidence = 0;
    std::int32_t head = -1;
    std::int32_t first_of_run = 0, end_of_run = 0;  ///< of capitalised words
    std::int32_t top = 0;                           ///< head of the name phrase that it is in
    std::uint64_t preposition = 0;                  ///< first case word under it
    bool upper = false, candidate = false;
  };
  void add_evidence(const Sentence& sentence, const HashTable& gazetteer);
  void find_small_places(const Sentence& sentence, const HashTable& gazetteer);
  void find_hints(const HashTable& gazetteer);
  void find_runs();
  void find_tops(const Sentence& sentence);

  std::unordered_map<std::uint64_t, std::uint32_t> evidence_;  ///< by the hash of the normal form
  std::vector<Word> words_;
  std::vector<std::string_view> forms_;
  bool titled_ = false;  ///< most words have capitals
};

}  // namespace annals
