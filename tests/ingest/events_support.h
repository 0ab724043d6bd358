#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "ingest/extract.h"
#include "ingest/trees/analyzer.h"

namespace annals {

/// The language as it is shipped, loaded once.
inline const Language& english() {
  static const Language language = [] {
    LanguageOptions options;
    options.data = std::filesystem::path(ANNALS_SOURCE_DIR) / "ingest/data/english";
    return Language::load(options);
  }();
  return language;
}

/// What an article of 2015-06-10 tells.
inline Facts read(const std::string& text, const std::string& dateline = {}) {
  Article article;
  article.text = dateline + text;
  const auto size = static_cast<std::uint32_t>(article.text.size());
  const auto begin = static_cast<std::uint32_t>(dateline.size());
  article.published = parse_edtf("2015-06-10");
  if (begin > 0) article.blocks.push_back({{0, begin}, BlockKind::dateline});
  article.blocks.push_back({{begin, size}, BlockKind::body});
  return extract(std::move(article), english());
}

inline std::string name_of(const Facts& facts, ActorId id) {
  for (const Actor& actor : facts.actors) {
    if (actor.id == id) return actor.name;
  }
  return "?";
}

inline std::string names(const Facts& facts, const Mention& mention, Role role) {
  std::string result;
  for (const Participant& one : mention.participants) {
    if (one.role == role) result += (result.empty() ? "" : ", ") + name_of(facts, one.actor);
  }
  return result;
}

/// "ASSAULT Rebels > soldiers happened 2015-06-09" of each event.
inline std::vector<std::string> told(const Facts& facts) {
  std::vector<std::string> lines;
  for (const Mention& mention : facts.mentions) {
    std::string line = mention.type + ' ';
    const std::string others = names(facts, mention, Role::other);
    line += others.empty()
                ? names(facts, mention, Role::source) + " > " + names(facts, mention, Role::target)
                : others;
    lines.push_back(line + ' ' + std::string(format_status(mention.status)) + ' ' +
                    format_edtf(mention.date));
  }
  return lines;
}

inline bool tells(const Facts& facts, const std::string& line) {
  const auto lines = told(facts);
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& one) {
    return one == line || one.starts_with(line + ' ');
  });
}

struct TextAndEvent {
  const char* text;
  const char* event;
};

/// Checks that the text tells the event, whatever else it tells.
inline void check_told(const std::string& text, const std::string& event) {
  const Facts facts = read(text);
  const auto lines = told(facts);
  INFO(event);
  CAPTURE(lines);
  CHECK(tells(facts, event));
}

/// How many of the lines hold these words.
inline std::ptrdiff_t having(const std::vector<std::string>& lines, std::string_view words) {
  return std::count_if(lines.begin(), lines.end(), [&](const std::string& line) {
    return line.find(words) != std::string::npos;
  });
}

}  // namespace annals
