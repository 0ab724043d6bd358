#pragma once

#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "export/chronicle.h"

namespace annals {

/// One line, escaped for running text of Markdown.
[[nodiscard]] std::string markdown_text(std::string_view text);

/// "[^s4b366]": one footnote for each place in a source, however many events stand there; "" for a
/// source that is not here.
[[nodiscard]] std::string footnote(const Citation& citation);

/// Writes one chronicle in Markdown: chronology.cpp has what is told, chronology_back.cpp what
/// stands behind it.
class ChronologyWriter {
 public:
  ChronologyWriter(std::ostream& out, const Answer& answer, const AnswerIndex& index,
                   const FormatOptions& options);
  void write();

 private:
  void head();
  /// For code spans: a backtick would end them.
  static std::string code(std::string_view text);
  void key_points();
  void years();
  static bool is_within_month(const date::year_month_day& first, const date::year_month_day& last);
  void section(std::string_view name, const std::vector<const Entry*>& entries);
  void heading(std::string_view name);
  void event(const Entry& entry);
  void codes(const Entry& entry);
  /// "day; 2 sources, 1 independent; confidence medium"
  static std::string measure_of(const Event& event);
  static std::string type_code(const Event& event);
  void quote(const Entry& entry);
  static std::pair<std::size_t, std::uint32_t> place_of(const Citation& citation);
  void table();
  void table_row(const Entry& entry, std::size_t number);
  static std::string ids_of(const Entry& entry);
  void by_actor();

  // chronology_back.cpp
  void contested();
  /// "alleged by United States (Reuters, 26 Sep 2011) [^s4b366]"
  void telling(const Citation& citation);
  void contest_lines(const Contest& contest, const Entry& entry);
  void plans();
  void gaps();
  void actors();
  void actor_line(const Appearance& appearance);
  void sources();
  /// The words stand here only where they stand nowhere above.
  void footnotes();
  void method();

  std::ostream& out_;
  const Answer& answer_;
  const AnswerIndex& index_;
  const FormatOptions& options_;
  Style style_;
  Chronicle chronicle_;
  const Citation* above_ = nullptr;  ///< what the event above quotes
  std::set<std::pair<std::size_t, std::uint32_t>> quoted_;
};

}  // namespace annals
