#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/pages/stamps.h"

namespace annals {

/// A run of digits, a run of letters, or a mark.
struct StampPiece {
  Span span;
  enum class Kind : std::uint8_t { number, word, mark } kind = Kind::mark;
  char mark = 0;            ///< the mark; '-' for every dash, ' ' for others beyond ASCII
  std::int64_t number = 0;  ///< of a number of at most 8 digits, else -1
  bool space_before = false;
};

/// Splits a line into its pieces; white space is none.
[[nodiscard]] std::vector<StampPiece> stamp_pieces(std::string_view line);

/// Reads one stamp at a time out of the pieces of a line. Each read_ function moves `at_` behind
/// what it read, or leaves it where it was.
class StampReader {
 public:
  StampReader(std::string_view line, const PageWords& words)
      : line_(line), words_(words), pieces_(stamp_pieces(line)) {}

  std::vector<Stamp> read_all() {
    std::vector<Stamp> stamps;
    while (at_ < pieces_.size()) {
      const std::size_t start = at_;
      if (auto stamp = read_stamp()) {
        std::size_t last = at_ - 1;
        while (pieces_[last].kind == StampPiece::Kind::mark && pieces_[last].mark != ')') --last;
        stamp->span = {pieces_[start].span.begin, pieces_[last].span.end};
        stamps.push_back(*stamp);
      } else {
        at_ = start + 1;
      }
    }
    return stamps;
  }

 private:
  bool has(std::size_t ahead = 0) const { return at_ + ahead < pieces_.size(); }
  /// Behind the end stands a mark that is none.
  const StampPiece& piece(std::size_t ahead = 0) const {
    static constexpr StampPiece none{.space_before = true};
    return has(ahead) ? pieces_[at_ + ahead] : none;
  }
  bool is_mark(std::size_t ahead, std::string_view marks) const {
    return has(ahead) && piece(ahead).kind == StampPiece::Kind::mark &&
           marks.find(piece(ahead).mark) != std::string_view::npos;
  }
  bool is_word(std::size_t ahead) const {
    return has(ahead) && piece(ahead).kind == StampPiece::Kind::word;
  }
  bool is_number(std::size_t ahead, std::int64_t from, std::int64_t to) const {
    return has(ahead) && piece(ahead).kind == StampPiece::Kind::number &&
           piece(ahead).number >= from && piece(ahead).number <= to;
  }
  std::uint32_t digits(std::size_t ahead) const { return piece(ahead).span.size(); }
  std::string key(std::size_t ahead) const { return page_key(slice(line_, piece(ahead).span)); }
  bool word_is(std::size_t ahead, std::initializer_list<std::string_view> words) const {
    if (!is_word(ahead)) return false;
    const std::string word = key(ahead);
    return std::find(words.begin(), words.end(), word) != words.end();
  }
  void skip_marks(std::string_view marks) {
    while (is_mark(0, marks)) ++at_;
  }
  bool starts_word() const {
    if (at_ == 0 || !has() || piece().space_before) return true;
    const StampPiece& before = pieces_[at_ - 1];
    // "03/11/2019March 11, 2019"
    if (before.kind == StampPiece::Kind::number && before.span.size() == 4 && is_word(0))
      return true;
    return before.kind == StampPiece::Kind::mark && before.mark != '.' && before.mark != '\'' &&
           before.mark != '-' && before.mark != '$' && before.mark != '/';
  }

  std::optional<Stamp> read_stamp();
  bool read_time_first(Stamp& stamp);
  bool read_weekday(Stamp& stamp);
  bool read_month(Stamp& stamp, std::size_t ahead) const;
  bool read_day(Stamp& stamp);
  bool read_year(Stamp& stamp);
  bool read_core(Stamp& stamp);
  bool read_month_first(Stamp& stamp);
  bool read_day_first(Stamp& stamp);
  bool read_year_first(Stamp& stamp);
  bool read_figures(Stamp& stamp);
  bool read_time(Stamp& stamp);
  void read_zone(Stamp& stamp);
  void read_rest(Stamp& stamp);

  std::string_view line_;
  const PageWords& words_;
  std::vector<StampPiece> pieces_;
  std::size_t at_ = 0;
};

}  // namespace annals
