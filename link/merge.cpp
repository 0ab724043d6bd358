#include "link/merge.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "graph/names.h"
#include "link/acts.h"
#include "link/joint_date.h"
#include "link/votes.h"

namespace annals {
namespace {

using Tellings = std::vector<const LinkedTelling*>;

template <class T>
void add_sorted(std::vector<T>& to, const T& value) {
  const auto at = std::lower_bound(to.begin(), to.end(), value);
  if (at == to.end() || *at != value) to.insert(at, value);
}

bool is_only_country(const Place& place) { return !place.latitude && place.name.size() == 3; }

void choose_place(Event& event, const Tellings& tellings) {
  Votes votes;
  for (const LinkedTelling* each : tellings) {
    const auto& place = each->mention().place;
    if (place && !is_only_country(*place)) votes.add(fold(place->name), *each);
  }
  if (!votes.empty()) event.place = votes.winner().mention().place;
  if (event.place) return;
  for (const LinkedTelling* each : tellings) {
    if (!event.place) event.place = each->mention().place;
  }
}

std::string count_text(const Count& count) {
  if (!count.words.empty()) return count.words;
  const double whole = std::floor(count.value);
  return whole == count.value ? std::to_string(static_cast<long long>(whole))
                              : std::to_string(count.value);
}

void choose_counts(Event& event, const Tellings& tellings) {
  std::map<std::string, Votes> values;
  for (const LinkedTelling* each : tellings) {
    for (const Count& count : each->mention().counts) {
      Count bare{.what = count.what, .value = count.value, .words = {}};
      values[count.what].add(count_text(bare), *each);
    }
  }
  for (const auto& [what, votes] : values) {
    for (const Count& count : votes.winner().mention().counts) {
      if (count.what != what) continue;
      event.counts.push_back(count);
      break;
    }
    if (votes.size() > 1) event.contested.push_back(votes.contest(what));
  }
}

/// A plan that came true happened; what one denies and another tells is contested.
void choose_status(Event& event, const Tellings& tellings) {
  Votes votes;
  std::set<Status> told;
  for (const LinkedTelling* each : tellings) {
    told.insert(each->mention().status);
    if (each->mention().status != Status::planned) {
      votes.add(std::string(format_status(each->mention().status)), *each);
    }
  }
  const auto is_told = [&](Status status) { return told.contains(status); };
  if (is_told(Status::cancelled) && !is_told(Status::happened)) {
    event.status = Status::cancelled;
  } else if (votes.empty()) {
    event.status = Status::planned;
  } else if (is_told(Status::happened)) {
    event.status = Status::happened;
  } else if (is_told(Status::alleged)) {
    event.status = Status::alleged;
  } else {
    event.status = *told.begin();
  }
  const bool denied = is_told(Status::denied) && told.size() > 1;
  const bool both =
      is_told(Status::happened) && (is_told(Status::cancelled) || is_told(Status::alleged));
  if (denied || both) event.contested.push_back(votes.contest("status"));
}

/// Who takes part in tellings that the actor takes part in.
std::set<ActorId> companions_of(ActorId id, const Tellings& tellings) {
  std::set<ActorId> companions;
  for (const LinkedTelling* each : tellings) {
    if (!takes_part(each->participants, id)) continue;
    for (const Participant& one : each->participants) companions.insert(one.actor);
  }
  return companions;
}

void join_participants(Event& event, const Tellings& tellings, const ActorTable& actors) {
  std::map<Participant, std::size_t> told;
  for (const LinkedTelling* each : tellings) {
    for (const Participant& participant : each->participants) ++told[participant];
  }
  const auto kind_of = [&](ActorId id) {
    const ActorFacts* actor = actors.find(id);
    return actor == nullptr ? ActorKind::person : actor->kind;
  };
  // the map is sorted by actor, then role: a doer or target in one telling is not `other` as well
  for (const auto& entry : told) {
    const Participant& participant = entry.first;
    const auto count = entry.second;
    // "gunmen" that another telling knows by name are not somebody more (whoever stands beside them
    // is not who they are), and a country in which somebody named was attacked was not attacked
    // beside him
    const bool raided = event.type == "ASSAULT" && participant.role == Role::target &&
                        kind_of(participant.actor) == ActorKind::country;
    const bool nameless =
        count < tellings.size() && (raided || kind_of(participant.actor) == ActorKind::role_group);
    const auto companions =
        nameless && !raided ? companions_of(participant.actor, tellings) : std::set<ActorId>();
    const auto names = [&](const Participant& other) {
      return other.role == participant.role && kind_of(other.actor) != ActorKind::role_group &&
             kind_of(other.actor) != ActorKind::country && !companions.contains(other.actor);
    };
    const bool named_elsewhere =
        nameless && std::any_of(tellings.begin(), tellings.end(), [&](const LinkedTelling* each) {
          const auto& told_of = each->participants;
          return !takes_part(told_of, participant.actor) &&
                 std::any_of(told_of.begin(), told_of.end(), names);
        });
    if (!named_elsewhere && !takes_part(event.participants, participant.actor))
      event.participants.push_back(participant);
  }
  std::sort(event.participants.begin(), event.participants.end(),
            [](const Participant& a, const Participant& b) {
              return std::tuple(a.role, a.actor) < std::tuple(b.role, b.actor);
            });
}

void choose_code(Event& event, const Tellings& tellings) {
  Votes votes;
  for (const LinkedTelling* each : tellings) {
    const std::string& cameo = each->mention().cameo;
    if (!is_root_only(cameo)) votes.add(cameo, *each);
  }
  const Mention& told = votes.empty() ? tellings.front()->mention() : votes.winner().mention();
  event.cameo = told.cameo;
  event.mode = told.mode;
  event.type = told.type;
}

}  // namespace

bool told_before(const LinkedTelling& a, const LinkedTelling& b) {
  const auto key = [](const LinkedTelling& each) {
    const auto& published = each.article->published;
    return std::tuple(published ? published->first : last_day, each.article->id,
                      each.mention().trigger, each.mention().id);
  };
  return key(a) < key(b);
}

Event merge_tellings(std::vector<const LinkedTelling*> tellings, const ActorTable& actors) {
  std::sort(tellings.begin(), tellings.end(),
            [](const LinkedTelling* a, const LinkedTelling* b) { return told_before(*a, *b); });
  Event event{.id = EventId{hash_of({"event", format_hex(tellings.front()->mention().id.value)})}};
  std::set<ArticleId> articles;
  std::set<std::uint64_t> texts;
  double doubt = 1;
  for (const LinkedTelling* each : tellings) {
    event.mentions.push_back(each->mention().id);
    if (each->said_by) add_sorted(event.said_by, *each->said_by);
    articles.insert(each->article->id);
    if (texts.insert(each->text).second)
      doubt *= 1 - std::clamp(each->mention().confidence, 0.0, 0.99);
  }
  event.sources = static_cast<std::uint32_t>(articles.size());
  event.independent_sources = static_cast<std::uint32_t>(texts.size());
  event.confidence = 1 - doubt;
  choose_code(event, tellings);
  join_participants(event, tellings, actors);
  join_dates(event, tellings);
  choose_status(event, tellings);
  choose_place(event, tellings);
  choose_counts(event, tellings);
  return event;
}

}  // namespace annals
