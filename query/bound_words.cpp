#include "query/bound_words.h"

#include <algorithm>
#include <span>

#include "query/periods.h"
#include "query/type_words.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Words = std::vector<Word>;

constexpr long first_year = 1500;  // a number from here on may be a year

bool names_period(const Word& word) { return !period_unit(word).empty(); }

/// A number with its sign, as it stands in the question.
struct Told {
  std::size_t end = 0;  ///< the word behind it
  std::size_t least = 0;
  std::optional<std::size_t> most;
  bool times = false;  ///< "twice", "ten times"
};

void set_sign(Told& told, std::string_view sign, std::size_t value) {
  if (sign.starts_with('>')) told.least = value + (sign == ">" ? 1 : 0);
  if (sign.starts_with('<')) told.most = sign == "<" && value > 0 ? value - 1 : value;
  if (sign == "=") told.least = value, told.most = value;
}

/// Reads and rewrites one question.
class BoundReader {
 public:
  explicit BoundReader(Words& words) : words_(words) {}

  std::vector<Bound> read() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (const auto told = number_at(i)) take(i, *told);
    }
    return std::move(bounds_);
  }

 private:
  [[nodiscard]] bool is_at(std::size_t at, std::initializer_list<std::string_view> choices) const {
    return at < words_.size() && is_one_of(words_[at], choices);
  }

  [[nodiscard]] bool stands_at(std::size_t at, WordList list) const {
    return at < words_.size() && stands_in(list, words_[at]);
  }

  /// "more than 10", "10 or more", "10+", "at least twice"; nothing for "more than 10 days".
  [[nodiscard]] std::optional<Told> number_at(std::size_t at) const {
    static const std::vector<WordRow> signs = rows_of(WordTable::bounds);
    std::string sign;
    const std::size_t led = entry_of(signs, std::span<const Word>(words_).subspan(at), sign);
    Told told{.end = at + led};
    long value = -1;
    if (is_at(told.end, {"once", "twice"})) {
      value = is_at(told.end++, {"once"}) ? 1 : 2;
      told.times = true;
    } else if (told.end < words_.size()) {
      if (is_at(told.end, {"a"})) ++told.end;
      value = value_at(told.end);
      ++told.end;
    }
    if (value < 0) return std::nullopt;
    if (led == 0 && !signed_behind(at, told, sign)) {
      // "the attack that killed 22 civilians"
      const bool exact = at > 1 && !counted_by(words_[at - 1].folded).empty() &&
                         stands_at(at - 2, WordList::bearing) && value < first_year;
      if (!exact || kind_before(at - 1) == 0) return std::nullopt;
      sign = "=";
    }
    set_sign(told, sign, static_cast<std::size_t>(value));
    if (is_at(told.end, {"times", "occasions"})) {
      told.times = true;
      ++told.end;
    }
    const bool measures =
        told.end < words_.size() &&
        (names_period(words_[told.end]) || stands_in(WordList::measure, words_[told.end]));
    return measures ? std::nullopt : std::optional(told);
  }

  [[nodiscard]] long value_at(std::size_t at) const {
    if (at >= words_.size() || words_[at].quoted) return -1;
    if (is_at(at, {"dozen"})) return 12;
    if (is_at(at, {"hundred"})) return 100;
    if (is_at(at, {"thousand"})) return 1000;
    Word digits = words_[at];
    if (digits.text.ends_with('+')) digits.text.pop_back();
    if (const auto number = number_of(digits)) return *number;
    const long number = small_number(digits);
    return number > 0 ? number : -1;
  }

  /// "10+", "10 or more", "10 or fewer"
  bool signed_behind(std::size_t at, Told& told, std::string& sign) const {
    if (words_[at].text.ends_with('+')) {
      sign = ">=";
      return true;
    }
    if (!is_at(told.end, {"or"}) || !is_at(told.end + 1, {"more", "fewer", "less"})) return false;
    sign = is_at(told.end + 1, {"more"}) ? ">=" : "<=";
    told.end += 2;
    return true;
  }

  void keep(std::string_view what, const Told& told) {
    bounds_.push_back({.what = std::string(what), .least = told.least, .most = told.most});
  }

  void put(std::size_t begin, std::size_t end, const Words& with) {
    erase(words_, begin, end - begin);
    words_.insert(words_.begin() + static_cast<std::ptrdiff_t>(begin), with.begin(), with.end());
  }

  void take(std::size_t at, const Told& told) {
    if (told.times) return take_times(at, told);
    if (take_period(at, told) || take_deeds(at, told)) return;
    take_toll(at, told);
  }

  /// "who met Kayani at least twice"; "did they meet more than once" is answered with how often.
  void take_times(std::size_t at, const Told& told) {
    const bool whether = is_at(0, {"did", "has", "have", "was", "were"});
    if (whether) {
      erase(words_, at, told.end - at);
      insert(words_, 0, words_[0], {"how", "often"});
      return;
    }
    keep(of_events, told);
    replace(words_, at, told.end, {"most", "often"});
  }

  /// "days with more than 3 attacks", "which months saw at least 5 arrests"
  bool take_period(std::size_t at, const Told& told) {
    const auto from = static_cast<std::ptrdiff_t>(at > 3 ? at - 3 : 0);
    const auto end = words_.begin() + static_cast<std::ptrdiff_t>(at);
    const auto period = std::find_if(words_.begin() + from, end, names_period);
    if (period == end || !is_event(told.end) || !counted_by(words_[told.end].folded).empty())
      return false;
    keep(of_events, told);
    const auto begin = static_cast<std::size_t>(period - words_.begin()) + 1;
    replace(words_, begin, told.end, {is_at(0, {"which", "what"}) ? "had" : "with", "most"});
    return true;
  }

  /// "who carried out more than 3 attacks": who attacks most often.
  bool take_deeds(std::size_t at, const Told& told) {
    std::size_t begin = at;
    if (begin > 1 && is_at(begin - 1, {"out"})) --begin;
    if (begin == 0 || !stands_at(begin - 1, WordList::light) || !is_at(0, {"who", "which"}))
      return false;
    const auto type = find_kind(std::span<const Word>(words_).subspan(told.end));
    if (!type) return false;
    keep(of_events, told);
    const std::size_t end = told.end + type->count;
    const Words deed(words_.begin() + static_cast<std::ptrdiff_t>(told.end),
                     words_.begin() + static_cast<std::ptrdiff_t>(end));
    replace(words_, end - 1, end, {deed.back().folded, "most", "often"});
    erase(words_, begin - 1, told.end - begin + 1);
    return true;
  }

  /// Where the words for events before `end` end; 0 when there are none.
  [[nodiscard]] std::size_t kind_before(std::size_t end) const {
    const auto before = std::span<const Word>(words_).first(end);
    for (std::size_t i = 0; i < end; ++i) {
      const bool any = is_at(i, {"events", "incidents"});
      if (any) return i + 1;
      if (const auto kind = find_kind(before.subspan(i))) return i + kind->count;
    }
    return 0;
  }

  /// What the number counts, and where the words for that stand.
  struct Toll {
    std::string_view what;
    std::size_t word = 0;  ///< "killed"
    std::size_t end = 0;   ///< the word behind all of it
    bool leads = false;    ///< the word stands before the number
    Words name;            ///< "Palestinians" of "more than 5 Palestinians"
  };

  [[nodiscard]] Toll toll_of(std::size_t at, const Told& told) const {
    Toll toll{.end = told.end};
    if (stands_at(toll.end, WordList::counted)) {
      ++toll.end;
      toll.what = "people";
    }
    std::size_t behind = toll.end;
    const bool named = toll.what.empty() && behind < words_.size() &&
                       counted_by(words_[behind].folded).empty() &&
                       !stands_in(WordList::link, words_[behind]) && !is_event(behind);
    if (named) ++behind;
    while (stands_at(behind, WordList::auxiliary)) ++behind;
    const std::string_view follows =
        behind < words_.size() ? counted_by(words_[behind].folded) : std::string_view();
    const std::size_t before = at > 1 && is_at(at - 1, {"of", "to"}) ? at - 1 : at;
    const std::string_view leads =
        before > 0 ? counted_by(words_[before - 1].folded) : std::string_view();
    if (!follows.empty()) {
      toll.what = follows;
      toll.word = behind;
      toll.end = behind + 1;
    } else if (!leads.empty()) {
      toll.what = leads;
      toll.word = before - 1;
      toll.leads = true;
      if (named) toll.end = told.end + 1;
    }
    if (named && !toll.what.empty()) toll.name = {words_[told.end]};
    return toll;
  }

  [[nodiscard]] bool is_event(std::size_t at) const {
    return find_type(std::span<const Word>(words_).subspan(at)).has_value();
  }

  void take_toll(std::size_t at, const Told& told) {
    const Toll toll = toll_of(at, told);
    if (toll.what.empty()) return;
    std::size_t begin = toll.leads ? toll.word : at;
    const std::size_t kind = kind_before(begin);
    keep(toll.what, told);
    const auto before = words_.begin() + static_cast<std::ptrdiff_t>(begin);
    if (const auto period = std::find_if(words_.begin(), before, names_period); period != before) {
      // "days on which more than 10 people died"
      return replace(words_, 0, toll.end,
                     {"how", "many", "people", "were", std::string(participle_of(toll.what)), "per",
                      std::string(period_unit(*period))});
    }
    if (kind > 0) {  // "attacks in which more than 10 people were killed"
      while (begin > kind && stands_at(begin - 1, WordList::bearing)) --begin;
      Words left = toll.name;
      if (!left.empty()) left.insert(left.begin(), renamed(words_[begin], "against"));
      return put(begin, toll.end, left);
    }
    if (toll.what == "people") {
      bounds_.pop_back();
      return;
    }
    if (toll.leads) return put(toll.word + 1, toll.end, toll.name);
    Words left = toll.name;  // "more than 10 killed", "when were more than 10 people killed"
    left.push_back(words_[toll.word]);
    put(at, toll.end, left);
    const auto asks = [](const Word& word) {
      return stands_in(WordList::auxiliary, word) ||
             is_one_of(word, {"when", "where", "who", "which", "what"});
    };
    const auto end = words_.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::all_of(words_.begin(), end, asks)) erase(words_, 0, at);
  }

  Words& words_;
  std::vector<Bound> bounds_;
};

}  // namespace

std::vector<Bound> take_bounds(std::vector<Word>& words) { return BoundReader(words).read(); }

}  // namespace annals
