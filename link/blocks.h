#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "link/days.h"
#include "link/linked_articles.h"
#include "link/postings.h"

namespace annals {

/// What a block has of a telling. Sorted as by told_before().
struct BlockPosting {
  date::sys_days published = last_day;  ///< of its article, first day
  ArticleId article;
  Span trigger;
  MentionId mention;
  EventDate date;  ///< before anything bounds it
  bool planned = false;
  bool day_of_paper = false;  ///< the sentence says no day, so that it has that of its article
  bool undated_dead = false;  ///< is_told_with_known_dead(), and no day of theirs is said

  auto operator<=>(const BlockPosting&) const = default;
};
void encode_posting(std::string& out, const BlockPosting& posting);
void decode_posting(ByteReader& in, BlockPosting& posting);

using Members = std::vector<BlockPosting>;

/// Hashes of what tellings of one event have in common: a type and two actors, or one that is no
/// country, or the countries, city or rare act of a day or month.
[[nodiscard]] std::vector<std::uint64_t> block_keys(const LinkedTelling& telling,
                                                    const ActorTable& actors);

/// Later tellings of one block that a telling is compared with.
inline constexpr std::size_t most_compared = 48;

/// Whether the days of two tellings of a block can touch. Neither may be vague.
[[nodiscard]] bool may_touch(const BlockPosting& a, const BlockPosting& b);

/// The members of a block whose dates are not vague, by their first days.
[[nodiscard]] Members exact_members(const Members& block);

/// Calls `see(i, j)` for the places of all pairs of exact_members() that are compared.
template <class See>
void visit_exact_pairs(const Members& exact, std::size_t i, See see) {
  for (std::size_t j = i + 1; j < exact.size() && j < i + most_compared; ++j) {
    if (exact[j].date.first > exact[i].date.last + longest_news) break;
    if (may_touch(exact[i], exact[j])) see(i, j);
  }
}

/// The blocks of all tellings, kept as notes.
class Blocks {
 public:
  /// `fresh` promises that there are no notes.
  Blocks(const NoteReader& read, bool fresh) : postings_('B', 16, read), fresh_(fresh) {}

  void remove(const LinkedTelling& telling, const ActorTable& actors);
  void add(const LinkedTelling& telling, const ActorTable& actors);
  /// With the dates that the tellings have by now; sorted as by told_before().
  [[nodiscard]] Members members(std::uint64_t key, LinkedArticles& articles);
  /// Of these the ones that a vague telling of the block is compared with: all of a small block, of
  /// a large one those told shortly before and after it.
  [[nodiscard]] Members near(std::uint64_t key, const LinkedTelling& telling,
                             LinkedArticles& articles);
  /// The blocks that were changed, as they were; empty when fresh.
  [[nodiscard]] const std::map<std::uint64_t, Members>& before() const { return before_; }
  void write(std::vector<Note>& notes) { postings_.write(notes); }

 private:
  Postings<BlockPosting> postings_;
  bool fresh_;
  std::map<std::uint64_t, Members> before_;
};

/// Gives postings without a year the dates that their tellings have by now.
void bound_dates(Members& block, LinkedArticles& articles);

}  // namespace annals
