#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/event_date.h"
#include "graph/ids.h"
#include "graph/span.h"

namespace annals {

/// How an event stands to what happened.
enum class Status : std::uint8_t { happened, planned, cancelled, alleged, denied, hypothetical };

/// How the date of a mention is known.
enum class DateBasis : std::uint8_t {
  expression,         ///< a time expression belongs to the event
  dateline_relative,  ///< no expression: bounded by tense against the publication day
                      ///< ("../2012-07-30")
  reporting_day,      ///< an act of saying, dated by the day of the report
  linked,             ///< carried from another mention or bounded by another article's event
  none,
};

/// What a participant does in an event. Symmetric events (talks, a joint exercise) have only
/// `other`.
enum class Role : std::uint8_t { source, target, other };

struct Participant {
  ActorId actor;
  Role role = Role::other;
  Span span;  ///< the words in the article that name it here; empty when it is only understood

  auto operator<=>(const Participant&) const = default;
};

/// Where an event was. Latitude and longitude are degrees (WGS 84), present together or not at all.
struct Place {
  std::string name;
  std::string country;  ///< ISO 3166-1 alpha-3, empty when unknown
  std::optional<double> latitude;
  std::optional<double> longitude;

  bool operator==(const Place&) const = default;
};

/// A number that an article gives for an event: "at least four killed".
struct Count {
  std::string what;  ///< killed | wounded | detained | troops | money ...
  double value = 0;
  std::string words;  ///< "at least four"

  bool operator==(const Count&) const = default;
};

/// One telling of an event in one article. Mentions are what articles say; they never change.
struct Mention {
  MentionId id;
  ArticleId article;
  std::string type;                       ///< PLOVER: "CONSULT"
  std::string mode;                       ///< PLOVER mode: "visit"; empty when none
  std::string cameo;                      ///< CAMEO code as text, leading zeros kept: "042"
  std::vector<Participant> participants;  ///< in the order of the text, no actor twice in one role
  EventDate date;
  DateBasis date_basis = DateBasis::none;
  std::string date_text;  ///< the words that the date came from: "this week"; empty when none
  Status status = Status::happened;
  std::optional<ActorId> said_by;  ///< who says so; nothing when the article itself does
  std::optional<Place> place;
  std::vector<Count> counts;
  double confidence = 0;  ///< 0..1: the share of mentions with this value that are right
  std::string rule;       ///< the line that fired: "consult.rules:14"
  Span evidence;          ///< the clause that tells it, trigger included
  Span trigger;           ///< the word or words that gave the type
  Span sentence;          ///< the whole sentence
  /// The clause in brief, the spans in the order in which they are read: "the rebels", "declared",
  /// "a truce". Empty when no clause of its own tells it.
  std::vector<Span> brief;

  bool operator==(const Mention&) const = default;
};

/// A value of an event on which its sources differ.
struct Contest {
  std::string what;                 ///< "date", "killed", "status" ...
  std::vector<std::string> values;  ///< as the sources have it, sorted
  std::vector<MentionId> mentions;  ///< one for each value

  bool operator==(const Contest&) const = default;
};

/// One happening, computed from the mentions that tell of it.
struct Event {
  EventId id;
  std::string type;
  std::string mode;
  std::string cameo;
  std::vector<Participant> participants;  ///< spans are empty; sorted by role, then actor
  EventDate date;                         ///< what the mentions jointly allow
  DateBasis date_basis = DateBasis::none;
  std::string
      date_reason;  ///< why, when no single mention says so: "year from 2011-09-13 (002.txt)"
  Status status = Status::happened;
  std::vector<ActorId> said_by;  ///< sorted; empty when an article itself says so
  std::optional<Place> place;
  std::vector<Count> counts;
  double confidence = 0;
  std::vector<MentionId> mentions;        ///< sorted by publication, article, position; never empty
  std::uint32_t sources = 1;              ///< articles
  std::uint32_t independent_sources = 1;  ///< articles less wire copies
  std::vector<Contest> contested;

  bool operator==(const Event&) const = default;
};

[[nodiscard]] std::string_view format_status(Status status);
[[nodiscard]] std::optional<Status> parse_status(std::string_view word);
/// "expression", "dateline-relative", "reporting-day", "linked", "none".
[[nodiscard]] std::string_view format_date_basis(DateBasis basis);
[[nodiscard]] std::optional<DateBasis> parse_date_basis(std::string_view word);
[[nodiscard]] std::string_view format_role(Role role);
[[nodiscard]] std::optional<Role> parse_role(std::string_view word);

/// True for types without a direction: CONSULT, COOPERATE, AGREE.
[[nodiscard]] bool is_symmetric(std::string_view type);

[[nodiscard]] bool takes_part(const std::vector<Participant>& all, ActorId who);
[[nodiscard]] bool has_role(const std::vector<Participant>& all, Role role);

/// The id of a mention: article, trigger and type decide it.
[[nodiscard]] MentionId mention_id(const Mention& mention);

/// How an event is called by people: "E" and the first six hex digits of its id.
[[nodiscard]] std::string display_id(EventId id);

}  // namespace annals
