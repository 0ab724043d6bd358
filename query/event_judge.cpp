#include "query/event_judge.h"

#include <algorithm>

#include "graph/stop.h"
#include "query/tellings.h"

namespace annals {
namespace {

bool has_role(const Party& party, std::optional<Role> role, bool symmetric) {
  return !role || party.role == *role || party.role == Role::other || symmetric;
}

}  // namespace

EventJudge::EventJudge(const Store& store, const Request& request, std::span<const Part> parts)
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

bool EventJudge::agrees(const IndexEntry& entry) {
  const KindJudgement& kind = judgement(entry.kind);
  if (!kind.asked || kind.left_out) return false;
  if (!except_.empty() && is_left_out(entry, kind.symmetric)) return false;
  return std::all_of(numbers_.begin(), numbers_.end(), [&](const Wanted& wanted) {
    return std::any_of(entry.parties.begin(), entry.parties.end(), [&](const Party& each) {
      const bool is_wanted = each.actor == wanted.actor ||
                             (!wanted.country.empty() && country_of(each.actor) == wanted.country);
      return is_wanted && has_role(each, wanted.role, kind.symmetric);
    });
  });
}

void EventJudge::keep_agreeing(std::vector<Chosen>& events) {
  const Request& request = request_;
  const bool all = !request.place.empty() || !request.source.empty() ||
                   !request.not_source.empty() || !request.about.empty() ||
                   bounds_records(request.bounds);
  const AskedPlace place = asked_place(store_, request.place);
  std::erase_if(events, [&](const Chosen& chosen) {
    const KindJudgement& kind = judgement(chosen.kind);
    if (!all && !kind.by_keyword && !kind.left_out_by_keyword) return false;
    stop_if_wanted();
    const Event event = record_of(store_, chosen);
    if (kind.by_keyword && !agrees_in_keyword(request.types, event)) return true;
    if (kind.left_out_by_keyword && agrees_in_keyword(request.except_types, event)) return true;
    if (!holds_bounds(event, request.bounds)) return true;
    if (!request.about.empty() && !speaks_about(store_, event, request.about)) return true;
    if (!request.place.empty() && !is_at_place(event, place)) return true;
    if (!request.source.empty() && !told_by(store_, event, request.source)) return true;
    return !request.not_source.empty() && told_by(store_, event, request.not_source);
  });
}

/// Somebody takes part who is left out, and nobody else has the same part beside those who are
/// asked for: "Petraeus and Mullen met Kayani" tells whom Kayani met except Mullen.
bool EventJudge::is_left_out(const IndexEntry& entry, bool symmetric) const {
  const auto is_excepted = [&](const Party& party) {
    return std::any_of(except_.begin(), except_.end(), [&](const Wanted& each) {
      return party.actor == each.actor && has_role(party, each.role, symmetric);
    });
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

const EventJudge::KindJudgement& EventJudge::judgement(std::uint32_t number) {
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
  for (const TypeWord* word : request_.except_types) {
    if (!annals::agrees(*word, kind.type, kind.cameo)) continue;
    (word->keyword.empty() ? result.left_out : result.left_out_by_keyword) = true;
  }
  result.known = true;
  return result;
}

/// Of somebody who acts for it: neither a place nor those who fight there.
const std::string& EventJudge::country_of(std::uint32_t number) {
  const auto [at, fresh] = countries_.try_emplace(number);
  if (fresh) {
    const auto actor = store_.actor(store_.actor_numbered(number));
    if (actor && actor->kind != ActorKind::place && actor->kind != ActorKind::armed_group)
      at->second = actor->country;
  }
  return at->second;
}

/// Whether type and code of one of the words agree, and its keyword, if it has any, stands in the
/// text.
bool EventJudge::agrees_in_keyword(const std::vector<const TypeWord*>& words,
                                   const Event& event) const {
  return std::any_of(words.begin(), words.end(), [&](const TypeWord* word) {
    return annals::agrees(*word, event.type, event.cameo) && agrees_in_text(store_, event, *word);
  });
}

}  // namespace annals
