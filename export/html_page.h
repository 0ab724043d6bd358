#pragma once

#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "export/chronicle.h"
#include "export/json_writer.h"

namespace annals {

/// Escaped for text and attributes of HTML.
[[nodiscard]] std::string html_text(std::string_view text);

/// Only addresses that a browser may open; a page must not smuggle a script in.
[[nodiscard]] bool is_web_address(std::string_view url);

/// Writes one chronicle as a page: html.cpp has what is told, html_back.cpp what stands behind it.
class PageWriter {
 public:
  PageWriter(std::ostream& out, const Answer& answer, const AnswerIndex& index,
             const FormatOptions& options);
  void write();

 private:
  void head();
  void intro();
  /// Shown by the script, for they do nothing without it.
  void controls();
  void events();
  void part(std::string_view name);
  void section(std::string_view name, const std::vector<const Entry*>& entries);
  void key_points();
  std::string link(const Entry& entry, std::string_view words) const;
  void years();
  /// The id goes to the first place where the event stands.
  std::string id_attribute(const Event& event);
  void event(const Entry& entry);
  static bool has_two_ends(const EventDate& date);
  /// Without its brackets: the page draws a border.
  static std::string tag_words(const Entry& entry);
  void when(const Entry& entry);
  void quote(const Entry& entry);
  /// The quote, with the clause that tells the event marked.
  static std::string marked_quote(const Citation& citation);
  static std::string passage_id(const Citation& citation);
  void footnote(const Entry& entry, const Citation& citation);
  void table();
  void table_row(const Entry& entry, std::size_t number);

  // html_back.cpp
  void contested();
  void telling(const Entry& entry, const Citation& citation);
  void plans();
  void gaps();
  void actors();
  void actor_line(const Appearance& appearance);
  void sources();
  void passages();
  void method();
  void data();
  void event_data(JsonWriter& json, const Entry& entry,
                  const std::map<ActorId, std::size_t>& places) const;

  struct Passage {
    const Citation* citation = nullptr;
    std::vector<const Entry*> events;
  };

  std::ostream& out_;
  const Answer& answer_;
  const AnswerIndex& index_;
  const FormatOptions& options_;
  Style style_;
  Chronicle chronicle_;
  std::map<EventId, std::string> ids_;
  std::map<const Entry*, std::size_t> numbers_;
  std::map<std::pair<std::size_t, std::uint32_t>, Passage> passages_;
  std::set<EventId> told_;
};

}  // namespace annals
