#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/event_date.h"
#include "graph/store.h"
#include "query/actor_names.h"
#include "query/answer.h"
#include "query/bounds.h"
#include "query/type_words.h"

namespace annals {

/// What "sort by" takes; size is the largest number that an event tells.
inline constexpr std::string_view sort_keys[] = {
    "date", "sources", "confidence", "killed", "wounded", "arrested", "size", "type", "name"};

/// Somebody who is left out of the answer.
struct Exception {
  NamedActor actor;
  std::optional<Role> role;  ///< only where this is their part: "except by Hamas"; nothing for any
};

/// What a question asks, before any verb has answered it. The same for a line of words, for flags
/// and for JSON.
struct Request {
  std::string question;                ///< the line
  std::string verb;                    ///< name of the row of verbs()
  std::size_t form = 0;                ///< which of the verb's usage lines fitted
  std::vector<NamedActor> actors;      ///< in the order of the usage line
  std::vector<const TypeWord*> types;  ///< in the order of the usage line; none asks for every type
  std::vector<EventId> events;         ///< in the order of the usage line
  std::string text;                    ///< the TEXT of the usage line
  std::size_t number = 0;              ///< the NUMBER of the usage line
  std::string unit;  ///< what counts are split by, or the MEASURE of the usage line; else empty
  Window window;
  std::optional<date::sys_days> begun;  ///< first day of D in "after D"; chains may begin on it
  bool windowed = false;                ///< a window was asked for
  bool strictly = false;                ///< only events that lie wholly in the window
  bool loosely = false;  ///< also events bounded on one side only, by a day outside the window
  /// Sorted; none asks for what happened, with plans apart and a word on the rest.
  std::vector<Status> statuses;
  std::vector<std::string> remarks;  ///< what words were taken for; notes of the answer
  /// Where a country is named, also what its people and bodies did: "Israeli attacks".
  bool of_their_people = false;
  std::vector<Exception> except;              ///< who is left out; see select_events()
  std::vector<const TypeWord*> except_types;  ///< events that are left out
  std::vector<Bound> bounds;                  ///< numbers that events, or rows of counts, must have
  std::string doers;       ///< only what these did: "countries", "ministers"; empty for any
  std::string source;      ///< only events told by this outlet; empty for any
  std::string not_source;  ///< only events not told by this outlet
  std::string about;       ///< only events whose sentence holds these words
  std::string place;       ///< only events at this place; empty for any
  std::optional<std::size_t> limit;  ///< how many rows at most
  std::string sort;  ///< date, sources, ... as "sort by" takes them; empty for the verb's own order
  bool descending = false;
  std::optional<std::size_t> hops;  ///< longest path
  std::optional<long> within_days;  ///< "within 90 days" without a date
  /// Where a list of many events goes piece by piece; null: all of it is in the answer. Not part of
  /// what is asked.
  const Pieces* pieces = nullptr;
};

/// How the request was understood, in one line that fits on a screen:
/// `who(any, any) type=CONSULT window=2011-09-01/2011-09-30 status=happened`.
[[nodiscard]] std::string format_understood(const Request& request);

/// The name, with "by" or "against" before it where only this part is left out.
[[nodiscard]] std::string exception_text(const Exception& exception);

/// Whether the request leaves this actor out, in whatever part.
[[nodiscard]] bool is_left_out(const Request& request, ActorId actor);

/// `2011-09-01/2011-09-30`, with `..` for an open end.
[[nodiscard]] std::string format_window(const Window& window);

}  // namespace annals
