#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/word_lists.h"

namespace annals {

/// The lists of `linking.words`, which says what each is for.
enum class LinkWord : std::uint8_t {
  determiner,
  possessive,
  ranking,
  next_phrase,
  event_noun,
  result,
  result_participle,
  additive,
  again,
  habit,
  opening,
  elsewhere,
  separate,
  another,
  than,
  relative,
  relative_person,
  killing,
  this_year,
  group,
  name_suffix,
  name_article,
  small
};

/// The words of a language by which linking reads names and sentences. Threads may share one.
class LinkWords {
 public:
  /// The lists without their words, to be filled from `linking.words`.
  [[nodiscard]] static WordLists empty_lists();

  /// `lists` are empty_lists() with words.
  explicit LinkWords(WordLists lists);

  [[nodiscard]] const WordLists& lists() const { return lists_; }
  /// Whether a folded word stands in the list, by itself or by its beginning ("kill-") or end
  /// ("-est"), of two letters or more and with at least two letters beside it.
  [[nodiscard]] bool is(LinkWord list, std::string_view word) const;
  [[nodiscard]] std::uint64_t fingerprint() const { return lists_.fingerprint(); }

 private:
  /// A beginning or an end of words, without its hyphen.
  struct Affix {
    std::string text;
    std::uint64_t lists = 0;  ///< as WordLists::visit() gives them
    bool opens = false;       ///< a beginning
  };

  WordLists lists_;
  std::vector<Affix> affixes_;
};

}  // namespace annals
