#pragma once

#include <cstdint>
#include <string_view>

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

/// The words of a language by which linking reads names and sentences. To be filled from
/// `linking.words`; const after that, and threads may share one.
class LinkWords {
 public:
  LinkWords();

  [[nodiscard]] WordLists& lists() { return lists_; }
  /// Whether a folded word stands in the list, by itself or by its beginning ("kill-") or end
  /// ("-est"), of two letters or more and with at least two letters beside it.
  [[nodiscard]] bool is(LinkWord list, std::string_view word) const;
  [[nodiscard]] std::uint64_t fingerprint() const { return lists_.fingerprint(); }

 private:
  WordLists lists_;
};

}  // namespace annals
