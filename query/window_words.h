#pragma once

#include <span>

#include "query/modifiers.h"

namespace annals {

/// Reads words of time into the window of a request: "in September 2011", "between 20 and 27
/// September", "last week", "within 30 days of E17", "strictly". A loan of all that it is made of.
class WindowReader {
 public:
  WindowReader(const Store& store, std::string_view line, const AskOptions& options,
               Leniency leniency, Request& request)
      : store_(store), line_(line), options_(options), leniency_(leniency), request_(request) {}

  /// How many words at the beginning it took; 0 for none. Throws Error(query) for what is no date
  /// and for windows that leave no day.
  std::size_t read(std::span<const Word> words);
  /// Takes the words when they are one time and no event. False when they are not.
  bool read_whole(std::span<const Word> words);
  /// Whether they begin with a time of two words or more: "the week of 7 April".
  bool begins_time(std::span<const Word> words);

 private:
  struct Point {
    EventDate date;
    bool is_event = false;
    std::size_t count = 0;
  };

  std::optional<Point> point(std::span<const Word> words);
  std::optional<Point> point_without_year(std::span<const Word> words,
                                          std::optional<date::year> year);
  [[nodiscard]] bool has_event_in(const Window& window) const;
  std::optional<Point> point_of_any_year(std::span<const Word> words);
  void narrow(date::sys_days first, date::sys_days last, const Word& at);
  void check_date(const Word& word) const;
  void check_time(std::span<const Word> words) const;
  std::size_t window(std::span<const Word> words);
  std::size_t beside(std::span<const Word> words);
  std::size_t bare_time(std::span<const Word> words);
  void apply(const Word& word, const Point& found);
  static std::size_t length_of_first(std::span<const Word> words);
  std::optional<Point> first_of_range(std::span<const Word> words);
  std::size_t range(std::span<const Word> words);
  std::size_t within(std::span<const Word> words);

  const Store& store_;
  std::string_view line_;
  const AskOptions& options_;
  Leniency leniency_;
  Request& request_;
};

}  // namespace annals
