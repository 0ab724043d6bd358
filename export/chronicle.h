#pragma once

#include <optional>
#include <string>
#include <vector>

#include "export/answer_index.h"
#include "export/formats.h"

namespace annals {

/// Where an event is told.
struct Citation {
  std::size_t source =
      0;  ///< number of the source, from 1; 0 when the article is not in the answer
  const Mention* mention = nullptr;
  const Article* article = nullptr;
  std::string quote{};  ///< one line, at most 240 bytes; may be empty
};

/// An event, ready to be told.
struct Entry {
  const Event* event = nullptr;
  std::string title;                  ///< "Cameron Munter held talks with Salman Bashir"
  std::string date;                   ///< "26 Sep 2011"
  std::string tag;                    ///< "[alleged by Mike Mullen]"; empty for what happened
  std::vector<Citation> citations{};  ///< earliest publication first
};

/// What became of a planned event.
struct Outcome {
  const Entry* plan = nullptr;
  const Entry* later = nullptr;  ///< the event that settles it; null when nothing does
  std::string words{};           ///< "took place", "was called off", "no word of it"
};

/// Days without an event between two events of the chronology; both bounds are the days of those
/// events.
struct Silence {
  date::sys_days after;
  date::sys_days before;
};

struct Appearance {
  const Actor* actor = nullptr;
  std::vector<const Entry*> entries;  ///< in order
};

/// An answer in the order in which people read it. All pointers are loans from the answer, which
/// must outlive it.
///
/// Order of entries: first possible day (the last one where only that is known), coarser precision
/// first, last possible day, publication, article, position.
struct Chronicle {
  std::string title;
  std::vector<Entry> entries;
  std::vector<const Entry*> dated;    ///< both bounds known
  std::vector<const Entry*> bounded;  ///< only one bound known
  std::vector<const Entry*> undated;
  std::vector<const Entry*> key_points;  ///< at most 8, in order; empty for short chronologies
  std::vector<const Entry*> contested;
  std::vector<Outcome> plans;
  std::vector<Silence> gaps;
  std::vector<Appearance> actors;       ///< most events first, then by name
  std::vector<const Article*> sources;  ///< by publication, then name; number is the place + 1
  std::string scope;  ///< "2011-05-02 to 2012-12-31; 5 documents; 41 events: 29 to the day, ..."
};

[[nodiscard]] Chronicle make_chronicle(const Answer& answer, const AnswerIndex& index,
                                       const FormatOptions& options);

/// How the date of a telling is known: `date: "this week" in the article`, `date: day of the
/// report`.
[[nodiscard]] std::string date_source_words(const Mention& mention);

/// "Reuters, 30 Jul 2012": outlet and publication.
[[nodiscard]] std::string credit_of(const Article& article);

/// "2012-07-30 (stamp)", "not known".
[[nodiscard]] std::string published_words(const Article& article);

enum class Style : std::uint8_t { full, table, brief, by_actor };

/// Throws Error(query) for another word; "" is full.
[[nodiscard]] Style parse_style(std::string_view word);

}  // namespace annals
