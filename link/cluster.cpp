#include "link/cluster.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "link/disjoint.h"

namespace annals {
namespace {

using date::sys_days;

constexpr std::size_t most_compared =
    48;  // later tellings of one block that a telling is compared with
constexpr std::size_t most_checked = 24;  // members of a group that a new part is compared with
constexpr double enough = 1;
constexpr double enough_when_vague = 1.5;
constexpr double enough_in_article = 1.25;  // the same, of two tellings of one article

struct Candidate {
  double score = 0;
  std::size_t a = 0;
  std::size_t b = 0;
};

/// By how many days a date may be off: nearly three, or one where talks were planned.
date::days slack_of(const LinkedTelling& telling) {
  if (telling.date.approximate) return date::days{3};
  return date::days{telling.mention().status == Status::planned ? 1 : 0};
}

/// Officials here and their country there have nobody in common, but a day and their countries; a
/// city and a day; or a month and the word for a rare act.
void add_dated_keys(const LinkedTelling& telling, const ActorTable& actors, const std::string& type,
                    std::vector<std::uint64_t>& keys) {
  if (is_vague(telling.date)) return;
  const std::string day = format_edtf(telling.date);
  const Mention& mention = telling.mention();
  if (mention.cameo.size() > 2 && mention.cameo[2] != '0') {
    const date::year_month_day first{telling.date.first};
    const std::string month = format_edtf(month_date(first.year() / first.month()));
    keys.push_back(hash_of({type, month, mention.cameo, telling.telling->trigger}));
    if (mention.cameo.size() == 4) keys.push_back(hash_of({type, month, mention.cameo}));
  }
  if (telling.date.precision != Precision::day) return;
  if (mention.place && mention.place->latitude)
    keys.push_back(hash_of({type, day, "at", mention.place->name}));
  std::set<std::string> countries;
  for (const Participant& each : telling.participants) {
    const auto at = actors.find(each.actor);
    if (at != actors.end() && !at->second.country.empty()) countries.insert(at->second.country);
  }
  for (auto one = countries.begin(); one != countries.end(); ++one) {
    for (auto other = std::next(one); other != countries.end(); ++other)
      keys.push_back(hash_of({type, day, *one, *other}));
  }
}

/// What tellings of one event have in common: a type and two actors, or one actor.
std::vector<std::uint64_t> block_keys(const LinkedTelling& telling, const ActorTable& actors) {
  const std::string type = telling.mention().type == "RETREAT" ? "CONCEDE" : telling.mention().type;
  std::vector<std::uint64_t> parts;
  for (const Participant& each : telling.participants) parts.push_back(each.actor.value);
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  std::vector<std::uint64_t> keys;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto at = actors.find(ActorId{parts[i]});
    const bool country = at != actors.end() && at->second.kind == ActorKind::country;
    // a country alone is in too many events; beside another actor it still marks few
    if (!country || parts.size() == 1) keys.push_back(hash_of({type, format_hex(parts[i])}));
    for (std::size_t j = i + 1; j < parts.size(); ++j) {
      keys.push_back(hash_of({type, format_hex(parts[i]), format_hex(parts[j])}));
    }
  }
  if (telling.basis == DateBasis::expression) add_dated_keys(telling, actors, type, keys);
  return keys;
}

class Clusterer {
 public:
  Clusterer(const std::vector<LinkedTelling>& tellings, const ActorTable& actors,
            const Rulings& rulings)
      : tellings_(tellings), actors_(actors), sets_(tellings.size()), members_(tellings.size()) {
    for (std::size_t i = 0; i < tellings.size(); ++i) {
      members_[i] = {i};
      by_mention_[tellings[i].mention().id] = i;
      for (const std::uint64_t key : block_keys(tellings[i], actors)) blocks_[key].push_back(i);
    }
    for (const auto& [a, b] : rulings.different_events) apart_.insert({a, b});
    for (const auto& [a, b] : rulings.same_events) join_ruled(a, b);
    join_references();
    join_exact();
    join_vague();
  }

  std::vector<std::vector<std::size_t>> groups() {
    std::vector<std::vector<std::size_t>> result;
    for (std::size_t i = 0; i < tellings_.size(); ++i) {
      if (sets_.find(i) == i) result.push_back(members_[i]);
    }
    return result;
  }

 private:
  void merge(std::size_t a, std::size_t b) {
    a = sets_.find(a);
    b = sets_.find(b);
    if (a == b) return;
    const std::size_t root = sets_.join(a, b);
    const std::size_t other = root == a ? b : a;
    members_[root].insert(members_[root].end(), members_[other].begin(), members_[other].end());
    std::sort(members_[root].begin(), members_[root].end());
    members_[other].clear();
  }

  void join_ruled(MentionId a, MentionId b) {
    const auto first = by_mention_.find(a);
    const auto second = by_mention_.find(b);
    if (first != by_mention_.end() && second != by_mention_.end())
      merge(first->second, second->second);
  }

  [[nodiscard]] bool is_ruled_apart(std::size_t a, std::size_t b) const {
    const auto [low, high] = std::minmax(tellings_[a].mention().id, tellings_[b].mention().id);
    return apart_.contains({low, high});
  }

  [[nodiscard]] double score_of(std::size_t a, std::size_t b) const {
    return is_ruled_apart(a, b) ? 0 : agreement(tellings_[a], tellings_[b], actors_);
  }

  [[nodiscard]] bool speak_against(std::size_t a, std::size_t b) const {
    return is_ruled_apart(a, b) || contradict(tellings_[a], tellings_[b], actors_);
  }

  /// Nothing in either group speaks against the other.
  [[nodiscard]] bool groups_agree(const std::vector<std::size_t>& a,
                                  const std::vector<std::size_t>& b) const {
    for (std::size_t i = 0; i < std::min(a.size(), most_checked); ++i) {
      for (std::size_t j = 0; j < std::min(b.size(), most_checked); ++j) {
        if (speak_against(a[i], b[j])) return false;
      }
    }
    return true;
  }

  /// Joins what an article says again of an event to what it said of it before: tellings of one
  /// article stand side by side, in the order of the text.
  void join_references() {
    for (std::size_t begin = 0, end = 0; begin < tellings_.size(); begin = end) {
      while (end < tellings_.size() && tellings_[end].article == tellings_[begin].article) ++end;
      for (std::size_t later = begin + 1; later < end; ++later) join_reference(begin, later);
    }
  }

  /// The nearest event before it is what a telling refers to; one that shares an actor comes before
  /// one that does not.
  void join_reference(std::size_t begin, std::size_t later) {
    std::optional<std::size_t> found;
    bool shares = false;
    for (std::size_t earlier = later; earlier-- > begin;) {
      if (sets_.find(earlier) == sets_.find(later)) continue;
      if (!refers_to(tellings_[later], tellings_[earlier], actors_)) continue;
      if (!groups_agree(members_[sets_.find(earlier)], members_[sets_.find(later)])) continue;
      const bool shared = score_of(earlier, later) > 0;
      if (found && (shares || !shared)) continue;
      found = earlier;
      shares = shared;
    }
    if (found) merge(*found, later);
  }

  void join_exact() {
    std::vector<Candidate> candidates;
    for (const auto& [key, block] : blocks_) add_candidates(block, candidates);
    add_candidates_in_articles(candidates);
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
      return std::tuple(-x.score, x.a, x.b) < std::tuple(-y.score, y.a, y.b);
    });
    for (const Candidate& each : candidates) {
      const std::size_t a = sets_.find(each.a);
      const std::size_t b = sets_.find(each.b);
      if (a != b && groups_agree(members_[a], members_[b])) merge(a, b);
    }
  }

  /// Tellings of one article whose days were derived, so that they need not touch.
  void add_candidates_in_articles(std::vector<Candidate>& candidates) const {
    constexpr double enough_without_days = 1.5;
    for (std::size_t begin = 0, end = 0; begin < tellings_.size(); begin = end) {
      while (end < tellings_.size() && tellings_[end].article == tellings_[begin].article) ++end;
      for (std::size_t i = begin; i < end; ++i) {
        for (std::size_t j = i + 1; j < end; ++j) {
          const bool both_said = tellings_[i].basis == DateBasis::expression &&
                                 tellings_[j].basis == DateBasis::expression;
          if (both_said || tellings_[i].date == tellings_[j].date) continue;
          const double score = score_of(i, j);
          if (score >= enough_without_days) candidates.push_back({score, i, j});
        }
      }
    }
  }

  void add_candidates(const std::vector<std::size_t>& block,
                      std::vector<Candidate>& candidates) const {
    std::vector<std::size_t> exact;
    for (const std::size_t i : block) {
      if (!is_vague(tellings_[i].date)) exact.push_back(i);
    }
    std::stable_sort(exact.begin(), exact.end(), [&](std::size_t a, std::size_t b) {
      return tellings_[a].date.first < tellings_[b].date.first;
    });
    for (std::size_t i = 0; i < exact.size(); ++i) {
      const EventDate& date = tellings_[exact[i]].date;
      const auto last = date.last + slack_of(tellings_[exact[i]]);
      for (std::size_t j = i + 1; j < std::min(exact.size(), i + most_compared); ++j) {
        const EventDate& next = tellings_[exact[j]].date;
        if (next.first - slack_of(tellings_[exact[j]]) > last) break;
        const std::size_t a = std::min(exact[i], exact[j]);
        const std::size_t b = std::max(exact[i], exact[j]);
        const double score = score_of(a, b);
        if (score >= enough) candidates.push_back({score, a, b});
      }
    }
  }

  /// Joins each group of vague tellings to the one group that it fits; vague ones of one article or
  /// text to each other.
  void join_vague() {
    for (std::size_t i = 0; i < tellings_.size(); ++i) {
      const auto& group = members_[sets_.find(i)];
      const bool vague = std::all_of(group.begin(), group.end(), [&](std::size_t each) {
        return is_vague(tellings_[each].date);
      });
      if (!vague || group.front() != i || !is_untied(group)) continue;
      std::map<std::size_t, double> fitting;
      for (const std::size_t each : group) {
        for (const std::uint64_t key : block_keys(tellings_[each], actors_)) {
          for (const std::size_t j : near_in_block(blocks_.at(key), each))
            note_fit(each, j, fitting);
        }
      }
      const auto best =
          std::max_element(fitting.begin(), fitting.end(),
                           [](const auto& x, const auto& y) { return x.second < y.second; });
      if (best == fitting.end()) continue;
      const auto rivals = std::count_if(fitting.begin(), fitting.end(), [&](const auto& each) {
        return each.second > best->second - 0.25;
      });
      if (rivals == 1) merge(best->first, i);
    }
  }

  /// All its tellings stand in one article, so nothing was joined to it yet.
  [[nodiscard]] bool is_untied(const std::vector<std::size_t>& group) const {
    return tellings_[group.front()].article == tellings_[group.back()].article;
  }

  void note_fit(std::size_t i, std::size_t j, std::map<std::size_t, double>& fitting) {
    const std::size_t group = sets_.find(j);
    if (group == sets_.find(i) || fitting.contains(group)) return;
    if (!may_be_meant(tellings_[i], tellings_[j])) return;
    const double score = score_of(std::min(i, j), std::max(i, j));
    const bool one_article = tellings_[i].article == tellings_[j].article;
    if (score < (one_article ? enough_in_article : enough_when_vague) ||
        !groups_agree(members_[group], members_[sets_.find(i)]))
      return;
    fitting.emplace(group, score);
  }

  /// A vague telling speaks of a day that is likely for it; of another vague one only within one
  /// text or day's news.
  [[nodiscard]] static bool may_be_meant(const LinkedTelling& vague, const LinkedTelling& other) {
    if (vague.article == other.article) return true;
    const auto days = likely_days(vague);
    if (!is_vague(other.date)) {
      if (days) return overlaps(other.date, *days);
      // no day at all is known: the other must have happened before this article appeared
      return !vague.article->published || other.date.first <= vague.article->published->last;
    }
    if (vague.text == other.text && vague.telling->sentence == other.telling->sentence) return true;
    if (!vague.article->published || !other.article->published) return false;
    const auto apart = vague.article->published->first - other.article->published->first;
    return vague.date.precision == other.date.precision && apart <= date::days{2} &&
           apart >= date::days{-2};
  }

  /// Members of the block whose days can touch those of telling i, nearest in the order of telling.
  [[nodiscard]] std::vector<std::size_t> near_in_block(const std::vector<std::size_t>& block,
                                                       std::size_t i) const {
    if (block.size() <= 2 * most_compared) return block;
    const auto at = std::lower_bound(block.begin(), block.end(), i);
    const auto before = std::min<std::ptrdiff_t>(at - block.begin(), most_compared);
    const auto after = std::min<std::ptrdiff_t>(block.end() - at, most_compared);
    return {at - before, at + after};
  }

  const std::vector<LinkedTelling>& tellings_;
  const ActorTable& actors_;
  DisjointSets sets_;
  std::vector<std::vector<std::size_t>> members_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> blocks_;
  std::map<MentionId, std::size_t> by_mention_;
  std::set<std::pair<MentionId, MentionId>> apart_;
};

}  // namespace

std::vector<std::vector<std::size_t>> cluster_tellings(const std::vector<LinkedTelling>& tellings,
                                                       const ActorTable& actors,
                                                       const Rulings& rulings) {
  return Clusterer(tellings, actors, rulings).groups();
}

}  // namespace annals
