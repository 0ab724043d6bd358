#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/article.h"
#include "ingest/dates/event_dates.h"
#include "ingest/dates/event_dates_clauses.h"
#include "ingest/dates/time_words.h"

namespace annals {

/// A visit or a meeting to come, of at most a month, and words of the names of who takes part.
struct Plan {
  DatedBy dated;
  std::vector<std::string_view> names;
};

/// What a text has told of time when a sentence is read.
struct StoryTime {
  std::optional<DatedBy> told;           ///< the time that past narrative has reached
  std::optional<DatedBy> told_here;      ///< the time that this sentence itself tells
  std::optional<DatedBy> deed;           ///< the day told last of something else than a saying
  std::optional<DatedBy> saying;         ///< the day of saying that was told last
  std::vector<std::string_view> sayers;  ///< words of the names of who said it
  int saying_age = 0;                    ///< sentences since then
  std::optional<DatedBy> quarter;        ///< the quarter that figures are told for
  std::optional<DatedBy> stage;          ///< the day of a speech or event that somebody appeared at
  std::vector<std::string_view> speakers;  ///< words of the names of who appeared there
  std::optional<Plan> plan;                ///< the visit or the meeting to come told of last
};

/// Carries the time of a text from sentence to sentence.
///
/// A day that a main clause of the past gets is that of the past clauses after it, until another
/// day or eight sentences without one; "last July" holds for its paragraph; a year only takes the
/// day away. Const after construction.
class Story {
 public:
  Story(const Article& article, const Analysis& analysis, std::span<const TimexMention> timexes,
        std::span<const ClauseDates> clauses, const TimeWords& words,
        std::optional<date::sys_days> now);

  [[nodiscard]] const StoryTime& at(std::uint32_t sentence) const { return times_[sentence]; }
  [[nodiscard]] bool is_title(std::uint32_t sentence) const { return title_[sentence]; }
  /// The first sentence of the body: the news itself.
  [[nodiscard]] bool is_lead(std::uint32_t sentence) const { return sentence == lead_; }
  /// The day of the main clause of the first sentences, when an expression gives it.
  [[nodiscard]] const std::optional<DatedBy>& news_day() const { return news_day_; }

  /// The day on which the words of the first sentences were said: that of all later ones whose
  /// speaker does not speak on a day of his own.
  [[nodiscard]] const std::optional<DatedBy>& news_saying() const { return news_saying_; }

  /// The day that the sentences after the lead give for what it tells: "Four were hurt, police said
  /// Wednesday. The four suffered wounds when a man threw a grenade late Tuesday."
  [[nodiscard]] const std::optional<DatedBy>& detail_day() const { return detail_day_; }

  /// The time of an event that is told elsewhere with its date: "the invasion" beside "invaded
  /// Kuwait on Aug. 2". Nothing when several times fit, or when it is long ago and names others:
  /// "the killing of Smith" is not when "Jones was killed in 1998".
  [[nodiscard]] std::optional<DatedBy> known(const ClauseDates& clause, std::int32_t event) const;
  /// When the named person died whose death the event is: "the murder of Smith" beside "Smith was
  /// killed on Friday", for nobody dies twice. Nothing when the article tells two times.
  [[nodiscard]] std::optional<DatedBy> death(const ClauseDates& clause, std::int32_t event) const;
  /// The time of the occasion at which something was done: "died in the raid", of a raid that is
  /// dated elsewhere, of a month at most.
  [[nodiscard]] std::optional<DatedBy> of_occasion(const ClauseDates& clause,
                                                   std::int32_t verb) const;
  /// The same for an event that is yet to come.
  [[nodiscard]] std::optional<DatedBy> known_ahead(const ClauseDates& clause,
                                                   std::int32_t event) const;
  /// The days of the visit or the meeting at which something is to be done: "will sign it at the
  /// summit", of a summit that is dated elsewhere.
  [[nodiscard]] std::optional<DatedBy> of_occasion_ahead(const ClauseDates& clause,
                                                         std::int32_t verb,
                                                         const std::optional<Plan>& plan) const;

 private:
  struct Named {
    std::string_view lemma;
    DatedBy dated;
    std::vector<std::string_view> names;  ///< words of the names that it hangs with
  };
  struct Death {
    std::vector<std::string_view> names;
    DatedBy dated;
    bool by_story = false;  ///< by the day that the story is at, not by an expression
  };
  struct Carried;

  [[nodiscard]] bool is_of_words(const Token& verb) const;
  [[nodiscard]] std::int32_t occasion_planned(const ClauseDates& clause, std::int32_t verb) const;

  void read_sentence(std::uint32_t index, Carried& carried);
  void read_anchor(const ClauseDates& clause, const DateAnchor& anchor, std::uint32_t index,
                   Carried& carried);
  void read_saying(const ClauseDates& clause, const DateAnchor& anchor, std::uint32_t index,
                   Carried& carried);
  void read_details();
  [[nodiscard]] bool tells_on(const ClauseDates& clause, std::int32_t verb) const;
  void read_deaths(const ClauseDates& clause, const StoryTime& story);
  void name_event(const ClauseDates& clause, const DateAnchor& anchor);
  [[nodiscard]] std::optional<Plan> plan_of(const ClauseDates& clause,
                                            const DateAnchor& anchor) const;
  /// What a sentence is to the background that the one before it told.
  enum class Background : std::uint8_t { left, goes_on, at_its_time };
  [[nodiscard]] Background background_of(std::uint32_t index) const;
  [[nodiscard]] std::optional<DatedBy> heading_of(std::uint32_t index) const;
  [[nodiscard]] std::vector<std::optional<DatedBy>> headings() const;
  void read_background(std::uint32_t index, Carried& carried);
  void read_stage(const ClauseDates& clause, const DateAnchor& anchor, Carried& carried);
  [[nodiscard]] std::optional<DatedBy> only_one(const std::vector<Named>& named,
                                                const ClauseDates& clause,
                                                std::int32_t event) const;
  [[nodiscard]] DatedBy dated(const DateAnchor& anchor, DateBasis basis) const;

  std::span<const TimexMention> timexes_;
  std::span<const ClauseDates> clauses_;
  const TimeWords& words_;
  std::optional<date::sys_days> now_;
  std::vector<StoryTime> times_;
  std::vector<bool> title_;
  std::vector<std::uint32_t> paragraph_;
  std::uint32_t lead_ = 0;
  std::optional<DatedBy> news_day_;
  std::optional<DatedBy> news_saying_;
  std::optional<DatedBy> detail_day_;
  std::vector<std::optional<DatedBy>> headings_;
  std::vector<Named> named_;
  std::vector<Named> named_ahead_;
  std::vector<Death> deaths_;
};

/// The words of the name of who is killed or dies: "Smith, who was killed", "the murder of Smith";
/// empty for who is not named.
[[nodiscard]] std::vector<std::string_view> name_of_victim(const ClauseDates& clause,
                                                           std::int32_t death);

/// How many nouns, names and verbs of one sentence the other has as well.
[[nodiscard]] std::size_t shared_words(const Sentence& a, const Sentence& b);

/// The words of the name of who does what the verb says, also in "said Smith" and "was praised by
/// Smith"; empty without one. A pronoun is its own word.
[[nodiscard]] std::vector<std::string_view> subject_words(const ClauseDates& clause,
                                                          std::int32_t verb);

}  // namespace annals
