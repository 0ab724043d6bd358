#include "link/doubts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "graph/names.h"
#include "link/same_name.h"

namespace annals {
namespace {

struct Reason {
  std::string why;
  int strength = 0;
};

bool is_group(ActorKind kind) {
  return kind == ActorKind::organization || kind == ActorKind::armed_group;
}

bool has_two_words(std::string_view folded) { return folded.find(' ') != std::string_view::npos; }

/// "inter services intelligence" -> "isi"; small words are left out.
std::string initials_of(std::string_view folded, const LinkWords& words) {
  std::string letters;
  for (const auto word : folded_words(folded)) {
    if (!words.is(LinkWord::small, word)) letters += word.front();
  }
  return letters;
}

bool holds(const Actor& person, const Actor& office) {
  const std::string wanted = fold(office.name);
  return std::any_of(person.roles.begin(), person.roles.end(), [&](const ActorRole& role) {
    const std::string title = fold(role.title);
    return title == wanted || (has_two_words(title) && wanted.ends_with(" " + title) &&
                               person.country == office.country);
  });
}

class Doubter {
 public:
  Doubter(std::span<const Actor> actors, const Rulings& rulings, const LinkWords& words)
      : rulings_(rulings), words_(words) {
    for (const Actor& actor : actors) sorted_.push_back(&actor);
    std::sort(sorted_.begin(), sorted_.end(), [](const Actor* a, const Actor* b) {
      return std::tuple(fold(a->name), a->kind, a->id) < std::tuple(fold(b->name), b->kind, b->id);
    });
  }

  std::vector<ActorDoubt> find() {
    std::map<std::string, std::vector<std::size_t>> families;
    for (std::size_t i = 0; i < sorted_.size(); ++i) {
      const std::string folded = fold(sorted_[i]->name);
      const auto kind = sorted_[i]->kind;
      if (kind == ActorKind::person) {
        const std::string bare = bare_name(folded, words_);
        families["p" + std::string(last_word(bare))].push_back(i);
        const std::string first = bare.substr(0, bare.find(' '));
        if (first != last_word(bare)) families["f" + first].push_back(i);
        for (const auto& role : sorted_[i]->roles) {
          const std::string title = fold(role.title);
          families["t" + std::string(last_word(title))].push_back(i);
        }
        families["t" + std::string(last_word(bare))].push_back(i);
      } else if (is_group(kind)) {
        families["g" + group_core(folded, words_).substr(0, 4)].push_back(i);
        families["i" + (has_two_words(folded) ? initials_of(folded, words_) : folded)].push_back(i);
      }
    }
    for (const auto& [key, members] : families) compare(members);
    std::vector<ActorDoubt> doubts;
    for (const auto& [pair, reason] : found_)
      doubts.push_back({.first = *sorted_[pair.first],
                        .second = *sorted_[pair.second],
                        .why = reason.why,
                        .strength = reason.strength});
    std::stable_sort(doubts.begin(), doubts.end(), [](const ActorDoubt& a, const ActorDoubt& b) {
      return a.strength > b.strength;
    });
    return doubts;
  }

 private:
  void compare(const std::vector<std::size_t>& members) {
    constexpr std::size_t most_compared = 50;
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < std::min(members.size(), i + most_compared); ++j) {
        const auto pair = std::minmax(members[i], members[j]);
        if (pair.first == pair.second || found_.contains({pair.first, pair.second})) continue;
        const Actor& a = *sorted_[pair.first];
        const Actor& b = *sorted_[pair.second];
        if (is_decided(a, b)) continue;
        if (auto reason = reason_for(a, b)) found_[{pair.first, pair.second}] = *reason;
      }
    }
  }

  [[nodiscard]] bool is_decided(const Actor& a, const Actor& b) const {
    const ActorId first = actor_id(a.kind, a.name), second = actor_id(b.kind, b.name);
    return std::any_of(
        rulings_.different_actors.begin(), rulings_.different_actors.end(), [&](const auto& pair) {
          return pair == std::pair(first, second) || pair == std::pair(second, first);
        });
  }

  [[nodiscard]] std::optional<Reason> reason_for(const Actor& a, const Actor& b) const {
    if (a.kind == ActorKind::person && b.kind == ActorKind::person) return persons(a, b);
    if (is_group(a.kind) && is_group(b.kind)) return groups(a, b);
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Reason> persons(const Actor& a, const Actor& b) const {
    const std::string left = bare_name(fold(a.name), words_);
    const std::string right = bare_name(fold(b.name), words_);
    const bool agree = a.country.empty() || b.country.empty() || a.country == b.country;
    if (left == right) return Reason{"one name, but " + countries(a, b), 3};
    if (has_two_words(left) && has_two_words(right)) {
      if (may_be_one_person(left, right))
        return Reason{"spelled alike, but " + countries(a, b), agree ? 3 : 1};
      if (agree && initial_fits(left, right)) return Reason{"an initial fits", 2};
      if (agree && (holds(a, b) || holds(b, a))) return Reason{"an office and who held it", 2};
      return std::nullopt;
    }
    if (!agree) return std::nullopt;
    const bool family = left == last_word(right) || right == last_word(left);
    return family ? std::optional(Reason{"a family name that others have too", 1}) : std::nullopt;
  }

  [[nodiscard]] std::optional<Reason> groups(const Actor& a, const Actor& b) const {
    const std::string left = fold(a.name), right = fold(b.name);
    const bool agree = a.country.empty() || b.country.empty() || a.country == b.country;
    if (left == right || group_core(left, words_) == group_core(right, words_))
      return Reason{"one name, but " + countries(a, b), agree ? 3 : 2};
    if (!agree) return std::nullopt;
    if (std::min(left.size(), right.size()) >= 7 && edit_distance(left, right, 1) <= 1)
      return Reason{"spelled alike", 2};
    const auto stands_for = [&](const std::string& letters, const std::string& name) {
      return letters.size() >= 3 && letters.size() <= 6 && initials_of(name, words_) == letters;
    };
    if (stands_for(left, right) || stands_for(right, left))
      return Reason{"an abbreviation that fits", 1};
    return std::nullopt;
  }

  [[nodiscard]] static std::string countries(const Actor& a, const Actor& b) {
    if (a.country.empty() || b.country.empty()) return "no country is known of both";
    if (a.country == b.country) return "nothing else joins them";
    return "their countries differ";
  }

  const Rulings& rulings_;
  const LinkWords& words_;
  std::vector<const Actor*> sorted_;
  std::map<std::pair<std::size_t, std::size_t>, Reason> found_;
};

}  // namespace

std::vector<ActorDoubt> find_doubts(std::span<const Actor> actors, const Rulings& rulings,
                                    const LinkWords& words) {
  return Doubter(actors, rulings, words).find();
}

}  // namespace annals
