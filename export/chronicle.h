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
  std::size_t shown = 0;              ///< the citation to quote: the first with the event's status
  /// Events of the same day and status that the same words of the same sentence tell; where entries
  /// stand one below the other they need no line of their own.
  std::vector<const Entry*> also{};
  bool folded = false;  ///< stands in the `also` of another
  std::string line{};   ///< the title that covers those of `also`

  /// Null when nothing is cited.
  [[nodiscard]] const Citation* quoted() const {
    return citations.empty() ? nullptr : &citations[shown];
  }
};

/// What became of a planned event.
struct Outcome {
  const Entry* plan = nullptr;
  const Entry* later = nullptr;  ///< the event that settles it; null when nothing does
  std::string words{};  ///< "took place", "may have taken place", "was called off"; empty: no word
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
  std::string when{};                 ///< first to last known day: "6 Apr 2013 to 16 Jan 2016"
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
  std::vector<const Entry*> bounded;  ///< one bound known, or two that are over three years apart
  std::vector<const Entry*> undated;
  std::vector<const Entry*> key_points;  ///< at most 8, in order; empty for short chronologies
  std::vector<const Entry*> contested;
  std::vector<Outcome> plans;  ///< those of which something became first
  std::vector<Silence> gaps;
  std::vector<Appearance> actors;       ///< most events first, then by name
  std::vector<const Article*> sources;  ///< by publication, then name; number is the place + 1
  std::string scope;     ///< "2 May 2011 to 31 Dec 2012; 5 documents; 41 events (29 dated ...)"
  std::string statuses;  ///< "38 happened, 2 planned, 1 denied"
  std::uint64_t fingerprint;  ///< of the set of documents
};

[[nodiscard]] Chronicle make_chronicle(const Answer& answer, const AnswerIndex& index,
                                       const FormatOptions& options);

/// How the date of a telling is known: `date: "this week"`, `date: day of the report`.
[[nodiscard]] std::string date_source_words(const Mention& mention);

/// "Reuters, 30 Jul 2012": outlet and publication; the article's name, else "source 3", where the
/// outlet is not known. Requires that the article is there.
[[nodiscard]] std::string credit_of(const Citation& citation);

/// "published 30 Jul 2012 (as the page says)", "date of publication not known".
[[nodiscard]] std::string published_words(const Article& article);

/// In a list of more actors than this, those of one event share a paragraph.
inline constexpr std::size_t most_listed_actors = 40;

/// Both tellings quote one sentence.
[[nodiscard]] bool same_sentence(const Citation* a, const Citation* b);

/// "armed group", "group of people": the kind of an actor for people.
[[nodiscard]] std::string_view kind_words(ActorKind kind);

enum class Style : std::uint8_t { full, table, brief, by_actor };

/// Throws Error(query) for another word; "" is full.
[[nodiscard]] Style parse_style(std::string_view word);

}  // namespace annals
