#include "link/suggest.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "link/doubts.h"

namespace annals {
namespace {

constexpr std::size_t most_compared = 24;  // pairs that one actor or event is compared in, a block

struct Likeness {
  double score = 0;
  std::string reason;
};

std::set<ActorId> actors_of(const Event& event) {
  std::set<ActorId> actors;
  for (const auto& each : event.participants) actors.insert(each.actor);
  return actors;
}

class Suggester {
 public:
  Suggester(const Store& store, const LinkWords& words)
      : graph_(store.graph()), rulings_(read_rulings(store.decisions())), words_(words) {
    for (const Actor& actor : graph_.actors) actor_.emplace(actor.id, &actor);
  }

  std::vector<Suggestion> run(std::size_t most) {
    suggest_actors();
    suggest_events();
    std::sort(found_.begin(), found_.end(), [](const Suggestion& a, const Suggestion& b) {
      return std::tuple(-a.score, a.first, a.second, a.decision.first, a.decision.second) <
             std::tuple(-b.score, b.first, b.second, b.decision.first, b.decision.second);
    });
    if (found_.size() > most) found_.resize(most);
    return std::move(found_);
  }

 private:
  static bool decided(const std::vector<std::pair<MentionId, MentionId>>& ruled, MentionId a,
                      MentionId b) {
    const std::pair<MentionId, MentionId> pair = std::minmax(a, b);
    return std::find(ruled.begin(), ruled.end(), pair) != ruled.end();
  }

  void suggest_actors() {
    for (const ActorDoubt& doubt : find_doubts(graph_.actors, rulings_, words_)) {
      found_.push_back({.score = 0.25 + 0.2 * doubt.strength,
                        .decision = {.what = "same-actor",
                                     .first = decision_name(doubt.first.kind, doubt.first.name),
                                     .second = decision_name(doubt.second.kind, doubt.second.name),
                                     .who = {},
                                     .why = doubt.why},
                        .first = doubt.first.name,
                        .second = doubt.second.name});
    }
  }

  void suggest_events() {
    std::map<std::pair<std::string, ActorId>, std::vector<std::size_t>> blocks;
    for (std::size_t i = 0; i < graph_.events.size(); ++i) {
      for (const ActorId actor : actors_of(graph_.events[i]))
        blocks[{graph_.events[i].type, actor}].push_back(i);
    }
    std::set<std::pair<std::size_t, std::size_t>> seen;
    for (auto& [block, members] : blocks) {
      std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
        return graph_.events[a].date.first < graph_.events[b].date.first;
      });
      for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = i + 1; j < std::min(members.size(), i + most_compared); ++j) {
          const auto [low, high] = std::minmax(members[i], members[j]);
          if (seen.emplace(low, high).second) suggest(graph_.events[low], graph_.events[high]);
        }
      }
    }
  }

  void suggest(const Event& a, const Event& b) {
    for (const MentionId one : a.mentions) {
      for (const MentionId other : b.mentions) {
        if (decided(rulings_.different_events, one, other)) return;
      }
    }
    const auto likeness = compare_events(a, b);
    if (!likeness) return;
    const bool in_order = std::tuple(a.date.first, a.id) <= std::tuple(b.date.first, b.id);
    const Event &first = in_order ? a : b, &second = in_order ? b : a;
    found_.push_back({.score = likeness->score,
                      .decision = {.what = "same-event",
                                   .first = format_hex(first.mentions.front().value),
                                   .second = format_hex(second.mentions.front().value),
                                   .who = {},
                                   .why = likeness->reason},
                      .first = display_id(first.id),
                      .second = display_id(second.id)});
  }

  [[nodiscard]] std::optional<Likeness> compare_events(const Event& a, const Event& b) const {
    constexpr date::days near{3};
    constexpr double least = 0.5;
    const auto of_a = actors_of(a), of_b = actors_of(b);
    std::string names;
    std::size_t shared = 0;
    bool named = false;
    for (const ActorId actor : of_a) {
      const auto at = actor_.find(actor);
      if (!of_b.contains(actor) || at == actor_.end()) continue;
      ++shared;
      named = named || at->second->kind != ActorKind::country;
      names += (names.empty() ? "" : ", ") + at->second->name;
    }
    if (shared == 0 || (shared == 1 && !named)) return std::nullopt;
    const bool undated =
        a.date.precision == Precision::unknown || b.date.precision == Precision::unknown;
    const bool touch = a.date.first <= b.date.last && b.date.first <= a.date.last;
    const bool close = a.date.first <= b.date.last + near && b.date.first <= a.date.last + near;
    if (!undated && !close) return std::nullopt;
    Likeness result;
    result.score =
        0.5 * static_cast<double>(shared) / static_cast<double>(of_a.size() + of_b.size() - shared);
    result.reason = "both " + a.type + " with " + names;
    const auto days = [](const Event& event) {
      const std::string text = format_edtf(event.date);
      return text.empty() ? std::string("no date") : text;
    };
    result.reason += "; " + days(a) + " and " + days(b);
    if (!undated) result.score += touch ? 0.2 : 0.1;
    if (a.date == b.date && a.date.precision == Precision::day) result.score += 0.1;
    if (a.cameo == b.cameo) result.score += 0.1;
    if (a.place && b.place && a.place->name == b.place->name) {
      result.score += 0.15;
      result.reason += "; " + a.place->name;
    }
    if (a.status != b.status) {
      result.score -= 0.15;
      result.reason += "; " + std::string(format_status(a.status)) + " and " +
                       std::string(format_status(b.status));
    }
    return result.score >= least ? std::optional(result) : std::nullopt;
  }

  Graph graph_;
  Rulings rulings_;
  const LinkWords& words_;
  std::map<ActorId, const Actor*> actor_;
  std::vector<Suggestion> found_;
};

}  // namespace

std::vector<Suggestion> suggest_decisions(const Store& store, const LinkWords& words,
                                          std::size_t most) {
  return Suggester(store, words).run(most);
}

}  // namespace annals
