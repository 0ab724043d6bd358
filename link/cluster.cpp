#include "link/cluster.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "link/compare.h"
#include "link/days.h"
#include "link/disjoint.h"

namespace annals {
namespace {

constexpr std::size_t most_checked = 24;  // members of a group that a new part is compared with
constexpr std::size_t none = static_cast<std::size_t>(-1);

using Pair = std::pair<std::size_t, std::size_t>;  // indices in `tellings_`

struct Candidate {
  double score = 0;
  std::size_t a = 0;
  std::size_t b = 0;
};

/// How well a telling of another group fits a vague one.
struct Fit {
  double score = 0;
  std::size_t telling = 0;
};

class Clusterer {
 public:
  Clusterer(const std::vector<const LinkedTelling*>& tellings, Blocks& blocks,
            LinkedArticles& articles, const ActorTable& actors, const Rulings& rulings)
      : tellings_(tellings),
        blocks_(blocks),
        articles_(articles),
        pairs_(actors, rulings),
        understood_(tellings),
        sets_(tellings.size()),
        keys_(tellings.size()) {
    for (std::size_t i = 0; i < tellings.size(); ++i) {
      by_mention_[tellings[i]->mention().id.value] = i;
      keys_[i] = block_keys(*tellings[i], actors);
    }
    for (const auto& [a, b] : rulings.same_events) join_ruled(a, b);
    join_references();
    understand_days();
    join_exact();
    join_vague([&](const auto& group) { return is_untied(group); });
    join_vague([](const auto&) { return true; });
  }

  [[nodiscard]] std::vector<std::vector<std::size_t>> groups() const { return sets_.all(); }

 private:
  /// The index of a mention; none when it is not among the tellings.
  [[nodiscard]] std::size_t index_of(MentionId mention) const {
    const auto at = by_mention_.find(mention.value);
    return at == by_mention_.end() ? none : at->second;
  }

  void join_ruled(MentionId a, MentionId b) {
    const std::size_t first = index_of(a);
    const std::size_t second = index_of(b);
    if (first != none && second != none) sets_.join(first, second);
  }

  [[nodiscard]] bool are_ruled_apart(const std::vector<std::size_t>& a,
                                     const std::vector<std::size_t>& b) const {
    return std::any_of(a.begin(), a.end(), [&](std::size_t one) {
      return std::any_of(b.begin(), b.end(), [&](std::size_t other) {
        return pairs_.is_ruled_apart(*tellings_[one], *tellings_[other]);
      });
    });
  }

  /// Nothing in either group speaks against the other; `same_dead` as in Pairs::speak_against().
  [[nodiscard]] bool groups_agree(const std::vector<std::size_t>& a,
                                  const std::vector<std::size_t>& b, bool same_dead = false) const {
    for (std::size_t i = 0; i < std::min(a.size(), most_checked); ++i) {
      for (std::size_t j = 0; j < std::min(b.size(), most_checked); ++j) {
        if (pairs_.speak_against(*understood_[a[i]], *understood_[b[j]], same_dead)) return false;
      }
    }
    return true;
  }

  /// Whether the groups of two tellings that agree so well may become one.
  [[nodiscard]] bool may_be_joined(double score, std::size_t one, std::size_t other) {
    const auto& a = sets_.of(one);
    const auto& b = sets_.of(other);
    if (score >= as_good_as_one) return !are_ruled_apart(a, b);
    return groups_agree(a, b, pairs_.tell_of_the_same_dead(*tellings_[one], *tellings_[other]));
  }

  /// Calls `see(begin, end)` for the tellings of each article: they stand side by side, in the
  /// order of the text.
  template <class See>
  void visit_articles(See see) const {
    for (std::size_t begin = 0, end = 0; begin < tellings_.size(); begin = end) {
      while (end < tellings_.size() && tellings_[end]->article == tellings_[begin]->article) ++end;
      see(begin, end);
    }
  }

  /// Joins what an article says again of an event to what it said of it before.
  void join_references() {
    visit_articles([&](std::size_t begin, std::size_t end) {
      for (std::size_t later = begin + 1; later < end; ++later) join_reference(begin, later);
    });
  }

  /// The nearest event before it is what a telling refers to; one that shares an actor comes before
  /// one that does not.
  void join_reference(std::size_t begin, std::size_t later) {
    std::optional<std::size_t> found;
    bool shares = false;
    for (std::size_t earlier = later; earlier-- > begin;) {
      if (sets_.find(earlier) == sets_.find(later)) continue;
      if (!pairs_.refers(*tellings_[later], *tellings_[earlier])) continue;
      if (!groups_agree(sets_.of(earlier), sets_.of(later))) continue;
      const bool shared = pairs_.score(*tellings_[earlier], *tellings_[later]) > 0;
      if (found && (shares || !shared)) continue;
      found = earlier;
      shares = shared;
    }
    if (found) sets_.join(*found, later);
  }

  /// "Rebels attacked on Tuesday. Seventeen were wounded": what refers to an event with a day, and
  /// says none itself, is of that day when another group speaks against it.
  void understand_days() {
    for (std::size_t i = 0; i < tellings_.size(); ++i) {
      const auto& group = sets_.of(i);
      if (group.size() < 2 || tellings_[i]->basis == DateBasis::expression) continue;
      const LinkedTelling* dated = nullptr;
      bool one_day = true;
      for (const std::size_t each : group) {
        const LinkedTelling* other = tellings_[each];
        if (other->basis != DateBasis::expression || is_vague(other->date)) continue;
        one_day = one_day && (dated == nullptr || dated->date == other->date);
        dated = other;
      }
      if (dated == nullptr || !one_day) continue;
      restated_.push_back(*tellings_[i]);
      restated_.back().date = dated->date;
      restated_.back().basis = dated->basis;
      understood_[i] = &restated_.back();
    }
  }

  void join_exact() {
    std::vector<std::uint64_t> keys;
    for (const auto& each : keys_) keys.insert(keys.end(), each.begin(), each.end());
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::vector<Pair> pairs;
    for (const std::uint64_t key : keys) add_pairs(key, pairs);
    std::sort(pairs.begin(), pairs.end());  // tellings have several keys in common
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::vector<Candidate> candidates;
    for (const auto& [a, b] : pairs) {
      const double score = pairs_.joining_score(*tellings_[a], *tellings_[b]);
      if (score > 0) candidates.push_back({score, a, b});
    }
    add_candidates_in_articles(candidates);
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
      return std::tuple(-x.score, x.a, x.b) < std::tuple(-y.score, y.a, y.b);
    });
    for (const Candidate& each : candidates) {
      if (sets_.find(each.a) == sets_.find(each.b)) continue;
      if (may_be_joined(each.score, each.a, each.b)) sets_.join(each.a, each.b);
    }
  }

  /// The tellings that are compared because of this key, the lower index first.
  void add_pairs(std::uint64_t key, std::vector<Pair>& pairs) {
    const Members exact = exact_members(blocks_.members(key, articles_));
    if (exact.size() < 2) return;
    std::vector<std::size_t> index;
    for (const BlockPosting& each : exact) index.push_back(index_of(each.mention));
    for (std::size_t place = 0; place < exact.size(); ++place) {
      if (index[place] == none) continue;
      visit_exact_pairs(exact, place, [&](std::size_t i, std::size_t j) {
        if (index[j] != none)
          pairs.emplace_back(std::min(index[i], index[j]), std::max(index[i], index[j]));
      });
    }
  }

  void add_candidates_in_articles(std::vector<Candidate>& candidates) const {
    visit_articles([&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        for (std::size_t j = i + 1; j < end; ++j) {
          const double score = pairs_.joining_score_in_article(*tellings_[i], *tellings_[j]);
          if (score > 0) candidates.push_back({score, i, j});
        }
      }
    });
  }

  /// Joins each of these groups that has no day to the one group that it fits.
  template <class Among>
  void join_vague(Among among) {
    for (std::size_t i = 0; i < tellings_.size(); ++i) {
      const auto& group = sets_.of(i);
      if (group.front() != i || !is_undated(group) || !among(group)) continue;
      std::map<std::size_t, Fit> fitting;
      for (const std::size_t each : group) {
        if (is_vague(tellings_[each]->date)) note_fits(each, fitting);
      }
      const auto found = std::max_element(
          fitting.begin(), fitting.end(),
          [](const auto& x, const auto& y) { return x.second.score < y.second.score; });
      if (found == fitting.end()) continue;
      const Fit best = found->second;
      // those that fit as well must not be known to be another event
      const bool clear = std::all_of(fitting.begin(), fitting.end(), [&](const auto& entry) {
        const Fit& each = entry.second;
        return each.score <= best.score - 0.25 || each.telling == best.telling ||
               may_be_joined(best.score, best.telling, each.telling);
      });
      if (clear) sets_.join(best.telling, i);
    }
  }

  /// No telling has a day, or none has one in words where their dead make them known again.
  [[nodiscard]] bool is_undated(const std::vector<std::size_t>& group) const {
    const auto any = [&](auto of) {
      return std::any_of(group.begin(), group.end(),
                         [&](auto each) { return of(*tellings_[each]); });
    };
    if (!any([](const auto& each) { return !is_vague(each.date); })) return true;
    return any([&](const auto& each) { return pairs_.tells_of_known_dead(each); }) &&
           !any([](const auto& each) { return each.basis == DateBasis::expression; });
  }

  /// All its tellings stand in one article. Such groups come first: what they join is known better
  /// then.
  [[nodiscard]] bool is_untied(const std::vector<std::size_t>& group) const {
    return tellings_[group.front()]->article == tellings_[group.back()]->article;
  }

  void note_fits(std::size_t i, std::map<std::size_t, Fit>& fitting) {
    std::set<std::size_t> seen;  // tellings have several keys in common
    for (const std::uint64_t key : keys_[i]) {
      for (const BlockPosting& each : blocks_.near(key, *tellings_[i], articles_)) {
        const std::size_t j = index_of(each.mention);
        if (j != none && seen.insert(j).second) note_fit(i, j, fitting);
      }
    }
  }

  /// Of each group the telling that fits best, of equals the first.
  void note_fit(std::size_t i, std::size_t j, std::map<std::size_t, Fit>& fitting) {
    const std::size_t group = sets_.find(j);
    if (group == sets_.find(i)) return;
    const auto known = fitting.find(group);
    const Fit fit{.score = pairs_.fitting_score(*tellings_[i], *tellings_[j]), .telling = j};
    if (fit.score <= 0 || (known != fitting.end() && !fits_better(fit, known->second))) return;
    if (may_be_joined(fit.score, j, i)) fitting[group] = fit;
  }

  [[nodiscard]] static bool fits_better(const Fit& a, const Fit& b) {
    return a.score != b.score ? a.score > b.score : a.telling < b.telling;
  }

  const std::vector<const LinkedTelling*>& tellings_;
  Blocks& blocks_;
  LinkedArticles& articles_;
  Pairs pairs_;
  std::vector<const LinkedTelling*> understood_;  // see understand_days()
  std::deque<LinkedTelling> restated_;
  DisjointGroups sets_;
  std::vector<std::vector<std::uint64_t>> keys_;
  std::unordered_map<std::uint64_t, std::size_t> by_mention_;
};

}  // namespace

std::vector<std::vector<std::size_t>> cluster_tellings(
    const std::vector<const LinkedTelling*>& tellings, Blocks& blocks, LinkedArticles& articles,
    const ActorTable& actors, const Rulings& rulings) {
  return Clusterer(tellings, blocks, articles, actors, rulings).groups();
}

}  // namespace annals
