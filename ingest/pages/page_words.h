#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/text/language_files.h"
#include "ingest/text/text_words.h"

namespace annals {

/// What a phrase at a line of a page tells about the line or about what follows it.
enum class PageWord : std::uint8_t {
  line,       ///< the whole line is furniture: "Share on Facebook"
  start,      ///< a line that begins so is furniture: "Additional reporting by"
  within,     ///< a short line that holds it is furniture: "contributed to this report"
  section,    ///< heads a list of links: "Related Topics"
  comments,   ///< heads the comments of readers: "6 comments"
  closed,     ///< ends them: "Comments are closed"
  speaker,    ///< ends the line that names a commenter: "wrote"
  credit,     ///< begins the credit of a picture: "Credit"
  picture,    ///< only captions say so: "file photo"
  agency,     ///< a news agency, as datelines name it: "Xinhua"; value 1: nobody in particular
  outlet,     ///< a word in the names of papers and stations: "Tribune"; value 1: heads a column
  byline,     ///< begins a line that names the writer: "By"
  month,      ///< value 1..12
  weekday,    ///< value 0..6 from Sunday
  published,  ///< labels the date of publication: "Posted"
  updated,    ///< labels the date of a change: "Last updated"
  fetched,    ///< labels the day on which somebody read it: "Retrieved"
  zone,  ///< a time zone; value 1 where it tells that days come first (3/6 is June), 2 where months
         ///< do
  glue,  ///< a word between the parts of a stamp: "at", "on"
  particle,  ///< a small word in the names of places, as datelines have them: "de", "near"
  common,    ///< a small word of the language: "the", "which"
  foreign,   ///< a small word of another language that this one does not have: "der", "los"
};

inline constexpr std::size_t page_word_kinds = 22;

/// The words of one language by which pages are taken apart and dated; read from `page.words`.
///
/// Const after load; threads may share one. Phrases are compared as page_key() writes them.
class PageWords {
 public:
  /// Reads `page.words` and `text.words` of the data folder and of each overlay that has one; later
  /// lines add.
  /// Throws Error(rule) with file and line.
  [[nodiscard]] static PageWords load(const LanguageOptions& options);
  /// The same from text; `name` is for messages.
  void add(std::string_view text, const std::string& name);

  /// The value of `key` as a word of `kind` (0 where it has none), or nothing.
  [[nodiscard]] std::optional<int> find(PageWord kind, std::string_view key) const;
  /// How many bytes of `key`, from its start to a word's end, the longest phrase of `kind` takes; 0
  /// for none.
  [[nodiscard]] std::size_t prefix(PageWord kind, std::string_view key) const;
  /// The words by which the text of a page is split into words and sentences.
  [[nodiscard]] const TextWords& text_words() const { return text_words_; }
  [[nodiscard]] bool begins(PageWord kind, std::string_view key) const {
    return prefix(kind, key) > 0;
  }

 private:
  /// What is known of a phrase, or of the first words of longer ones.
  struct Entry {
    std::uint32_t kinds = 0;  ///< a bit for each PageWord that it is
    std::array<std::int16_t, page_word_kinds> values{};
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
  TextWords text_words_;
};

/// The form in which lines of a page are compared: ASCII letters in lower case, every run of digits
/// (or of `#`, so that phrases can say "a number") one `#`, every run of other ASCII marks and
/// spaces one space, none at the ends; other bytes as they are, but for non-breaking spaces and
/// typographic marks, which count as spaces. At most `limit` bytes of `line` are read.
[[nodiscard]] std::string page_key(std::string_view line, std::size_t limit = 160);

}  // namespace annals
