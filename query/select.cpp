#include "query/select.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "graph/stop.h"
#include "query/tellings.h"

namespace annals {
namespace {

/// "by 13 January 2015" for a window in 2014: nothing speaks against it, and nothing for it.
bool is_far_bounded(const Chosen& event, const Window& window) {
  if (event.undated) return false;
  return (event.days.first == first_day && event.days.last > window.last) ||
         (event.days.last == last_day && event.days.first < window.first);
}

/// Judges entries of the index by what the request says of kinds and actors.
class Judge {
 public:
  Judge(const Store& store, const Request& request, std::span<const Part> parts)
      : store_(store), request_(request) {
    for (const Part& part : parts) {
      const auto number = store.number_of(part.actor);
      std::string country;
      if (request.of_their_people) {
        const auto actor = store.actor(part.actor);
        if (actor && actor->kind == ActorKind::country) country = actor->country;
      }
      if (!number && country.empty()) possible_ = false;
      numbers_.push_back({number.value_or(0), part.role, std::move(country)});
    }
    for (const Exception& each : request.except) {
      for (const ActorId id : each.actor.ids) {
        if (const auto number = store.number_of(id)) except_.push_back({*number, each.role, {}});
      }
    }
  }

  /// False when an actor has never taken part in anything.
  [[nodiscard]] bool possible() const { return possible_; }

  bool agrees(const IndexEntry& entry) {
    const KindJudgement& kind = judgement(entry.kind);
    if (!kind.asked) return false;
    if (kind.left_out || (!except_.empty() && is_left_out(entry, kind.symmetric))) return false;
    return std::all_of(numbers_.begin(), numbers_.end(), [&](const Wanted& wanted) {
      return std::any_of(entry.parties.begin(), entry.parties.end(), [&](const Party& each) {
        if (each.actor != wanted.actor &&
            (wanted.country.empty() || country_of(each.actor) != wanted.country))
          return false;
        return !wanted.role || each.role == *wanted.role || each.role == Role::other ||
               kind.symmetric;
      });
    });
  }

  /// True when the type is asked for by a word that must stand in the text.
  bool needs_keyword(std::uint32_t kind) { return judgement(kind).by_keyword; }

 private:
  struct Wanted {
    std::uint32_t actor;
    std::optional<Role> role;
    std::string country;  ///< whose people and bodies will do as well; empty for none
  };
  struct KindJudgement {
    bool known = false;
    bool asked = false;
    bool by_keyword = false;  // and only so
    bool symmetric = false;
    bool left_out = false;
  };

  static bool has_part(const Party& party, const Wanted& wanted, bool symmetric) {
    return party.actor == wanted.actor &&
           (!wanted.role || party.role == *wanted.role || party.role == Role::other || symmetric);
  }

  /// Somebody takes part who is left out, and nobody else has the same part beside those who are
  /// asked for: "Petraeus and Mullen met Kayani" tells whom Kayani met except Mullen.
  [[nodiscard]] bool is_left_out(const IndexEntry& entry, bool symmetric) const {
    const auto is_excepted = [&](const Party& party) {
      return std::any_of(except_.begin(), except_.end(),
                         [&](const Wanted& each) { return has_part(party, each, symmetric); });
    };
    const auto is_asked = [&](const Party& party) {
      return std::any_of(numbers_.begin(), numbers_.end(),
                         [&](const Wanted& each) { return party.actor == each.actor; });
    };
    return std::any_of(entry.parties.begin(), entry.parties.end(), [&](const Party& party) {
      if (!is_excepted(party)) return false;
      return numbers_.empty() ||
             std::none_of(entry.parties.begin(), entry.parties.end(), [&](const Party& other) {
               return other.role == party.role && !is_excepted(other) && !is_asked(other);
             });
    });
  }

  KindJudgement& judgement(std::uint32_t number) {
    if (number >= kinds_.size()) kinds_.resize(number + 1);
    KindJudgement& result = kinds_[number];
    if (result.known) return result;
    const EventKind& kind = store_.kind(number);
    bool plainly = request_.types.empty();
    for (const TypeWord* word : request_.types) {
      if (!annals::agrees(*word, kind.type, kind.cameo)) continue;
      result.asked = true;
      plainly = plainly || word->keyword.empty();
    }
    result.asked = result.asked || plainly;
    result.by_keyword = !plainly;
    result.symmetric = is_symmetric(kind.type);
    const auto& except = request_.except_types;
    result.left_out = std::any_of(except.begin(), except.end(), [&](const TypeWord* word) {
      return word->keyword.empty() && annals::agrees(*word, kind.type, kind.cameo);
    });
    result.known = true;
    return result;
  }

  /// Of somebody who acts for it: neither a place nor those who fight there.
  const std::string& country_of(std::uint32_t number) {
    const auto [at, fresh] = countries_.try_emplace(number);
    if (fresh) {
      const auto actor = store_.actor(store_.actor_numbered(number));
      if (actor && actor->kind != ActorKind::place && actor->kind != ActorKind::armed_group)
        at->second = actor->country;
    }
    return at->second;
  }

  const Store& store_;
  const Request& request_;
  std::unordered_map<std::uint32_t, std::string> countries_;
  std::vector<Wanted> numbers_;
  std::vector<Wanted> except_;
  std::vector<KindJudgement> kinds_;
  bool possible_ = true;
};

/// The day at which an event is told; see is_told_earlier().
date::sys_days told_day(const Window& days, const Request& request) {
  const bool began_before = request.windowed && days.first < request.window.first;
  if (days.first != first_day && !began_before) return days.first;
  return request.windowed ? std::min(days.last, request.window.last) : days.last;
}

/// As is_told_earlier() has it. Many events fall on few days, so they are dealt out by day first,
/// in time that grows with their number.
void sort_by_time(std::vector<Chosen>& events, Order order) {
  constexpr std::size_t few = 10000;
  if (events.size() < few) {
    std::sort(events.begin(), events.end(), is_told_earlier);
    return;
  }
  if (order == Order::any) return;
  date::sys_days least = last_day;
  date::sys_days most = first_day;
  for (const Chosen& event : events) {
    if (event.undated) continue;
    most = std::max(most, event.told);
    least = std::min(least, event.told);
  }
  // one for each day, and the last one for what has none
  const std::size_t buckets =
      least > most ? 1 : static_cast<std::size_t>((most - least).count()) + 2;
  const auto bucket = [&](const Chosen& event) {
    return event.undated ? buckets - 1 : static_cast<std::size_t>((event.told - least).count());
  };
  std::vector<std::uint32_t> begin(buckets + 1, 0);
  for (const Chosen& event : events) ++begin[bucket(event) + 1];
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  // within the list: a second copy would be the largest thing in memory
  auto next = begin;
  for (std::size_t i = 0; i < buckets; ++i) {
    while (next[i] < begin[i + 1]) {
      Chosen& here = events[next[i]];
      const std::size_t home = bucket(here);
      if (home == i) {
        ++next[i];
      } else {
        std::swap(here, events[next[home]++]);
      }
    }
    std::sort(events.begin() + begin[i], events.begin() + begin[i + 1], is_told_earlier);
  }
}

/// The type that all words of the request have, so that only its lists are read; else empty.
std::string_view only_type(const Request& request) {
  std::string_view type;
  for (const TypeWord* word : request.types) {
    const bool twin = word->type == "CONCEDE" || word->type == "RETREAT";  // asked for together
    if (word->type.empty() || twin || (!type.empty() && type != word->type)) return {};
    type = word->type;
  }
  return type;
}

/// What only the record and the text can tell.
void judge_records(const Store& store, const Request& request, Judge& judge,
                   std::vector<Chosen>& events) {
  const bool all = !request.place.empty() || !request.source.empty() ||
                   !request.not_source.empty() || !request.about.empty() ||
                   !request.bounds.empty() || !request.except_types.empty();
  const AskedPlace place = asked_place(store, request.place);
  std::erase_if(events, [&](const Chosen& chosen) {
    const bool keyword = judge.needs_keyword(chosen.kind);
    if (!all && !keyword) return false;
    stop_if_wanted();
    const Event event = record_of(store, chosen);
    if (keyword &&
        std::none_of(request.types.begin(), request.types.end(), [&](const TypeWord* word) {
          return agrees(*word, event.type, event.cameo) && agrees_in_text(store, event, *word);
        })) {
      return true;
    }
    if (!holds_bounds(event, request.bounds)) return true;
    const auto& except = request.except_types;
    if (std::any_of(except.begin(), except.end(), [&](const TypeWord* word) {
          return !word->keyword.empty() && agrees(*word, event.type, event.cameo) &&
                 agrees_in_text(store, event, *word);
        }))
      return true;
    if (!request.about.empty() && !speaks_about(store, event, request.about)) return true;
    if (!request.place.empty() && !is_at_place(event, place)) return true;
    if (!request.source.empty() && !told_by(store, event, request.source)) return true;
    return !request.not_source.empty() && told_by(store, event, request.not_source);
  });
}

}  // namespace

Selection select_events(const Store& store, const Request& request, std::span<const Part> parts,
                        Order order) {
  Selection result;
  result.sought.assign(parts.begin(), parts.end());
  Judge judge(store, request, parts);
  if (!judge.possible()) return result;
  const auto see = [&](const IndexEntry& entry) {
    if (!judge.agrees(entry)) return;
    Chosen chosen{.id = entry.id,
                  .days = entry.days,
                  .kind = entry.kind,
                  .party = static_cast<std::uint32_t>(result.parties.size()),
                  .parties = static_cast<std::uint16_t>(entry.parties.size()),
                  .status = entry.status,
                  .undated = entry.undated,
                  .told = told_day(entry.days, request)};
    if (request.strictly && !inside(chosen, request.window)) return;
    if (request.windowed && !request.loosely && is_far_bounded(chosen, request.window)) {
      ++result.far_bounded;
      return;
    }
    const bool asked =
        request.statuses.empty()
            ? entry.status == Status::happened
            : std::binary_search(request.statuses.begin(), request.statuses.end(), entry.status);
    result.parties.insert(result.parties.end(), entry.parties.begin(), entry.parties.end());
    auto& side = asked ? result.events : result.others;
    side.push_back(chosen);
    if (side.size() % 4096 == 0) stop_if_wanted();
  };
  const bool undated = !request.windowed;
  if (parts.empty() && !request.windowed && request.types.empty()) {
    const auto count = static_cast<std::size_t>(store.counts().events);
    result.events.reserve(count);
    result.parties.reserve(2 * count);
  }
  if (parts.empty() || request.of_their_people) {
    store.scan_events(request.window, only_type(request), undated, see);
  } else if (parts.size() > 1 && parts[1].actor != parts[0].actor) {
    store.scan_events_between(parts[0].actor, parts[1].actor, request.window, undated, see);
  } else {
    store.scan_events_of(parts.front().actor, request.window, undated, see);
  }
  for (auto* events : {&result.events, &result.others}) {
    judge_records(store, request, judge, *events);
    sort_by_time(*events, order);
  }
  return result;
}

bool is_told_earlier(const Chosen& a, const Chosen& b) {
  const auto key = [](const Chosen& event) {
    return std::tuple(event.undated, event.told, event.days.last, event.id);
  };
  return key(a) < key(b);
}

bool is_earlier(const Chosen& a, const Chosen& b) {
  return std::tuple(a.days.first, a.days.last, a.id) < std::tuple(b.days.first, b.days.last, b.id);
}

std::vector<Event> records_of(const Store& store, std::span<const Chosen> events) {
  std::vector<EventId> ids;
  ids.reserve(events.size());
  for (const Chosen& event : events) ids.push_back(event.id);
  return store.events(ids);
}

Event record_of(const Store& store, const Chosen& event) {
  return std::move(store.events(std::span(&event.id, 1)).front());
}

bool inside(const Chosen& event, const Window& window) {
  return !event.undated && event.days.first >= window.first && event.days.last <= window.last;
}

EventDate days_of(const Chosen& event) {
  if (event.undated) return {};
  return {.first = event.days.first, .last = event.days.last, .precision = Precision::interval};
}

Network network_of(const Store& store, const Selection& selection) {
  std::vector<std::uint32_t> ends, numbers;
  ends.reserve(selection.events.size());
  numbers.reserve(selection.parties.size());
  for (const Chosen& event : selection.events) {
    for (const Party& each : selection.parties_of(event)) numbers.push_back(each.actor);
    ends.push_back(static_cast<std::uint32_t>(numbers.size()));
  }
  stop_if_wanted();
  return Network(ends, numbers, store.numbered_actors());
}

std::vector<EventDate> dates_of(std::span<const Chosen> events) {
  std::vector<EventDate> result;
  result.reserve(events.size());
  for (const Chosen& event : events) result.push_back(days_of(event));
  return result;
}

}  // namespace annals
