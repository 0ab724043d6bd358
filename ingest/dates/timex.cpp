#include "ingest/dates/timex.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "ingest/dates/date_rules_parts.h"
#include "ingest/dates/timex_actions.h"
#include "ingest/dates/timex_atoms.h"
#include "ingest/dates/timex_direction.h"
#include "ingest/dates/timex_match.h"

namespace annals {
namespace {

/// Reads an article's sentences one after the other; what they spoke of last is what "that day"
/// means.
class TimexFinder {
 public:
  TimexFinder(const Article& article, const Analysis& analysis, const DateRules::Parts& rules)
      : analysis_(analysis),
        rules_(rules),
        reading_{.rules = rules,
                 .now = {},
                 .reference = {},
                 .day = {},
                 .quarter = {},
                 .look = {},
                 .before = {}} {
    if (article.published && article.published->precision == Precision::day) {
      reading_.now = article.published->first;
    }
  }

  std::vector<TimexMention> run() {
    for (std::uint32_t i = 0; i < analysis_.sentences.size(); ++i) read(i);
    return std::move(found_);
  }

 private:
  void read(std::uint32_t index) {
    const Sentence& sentence = analysis_.sentences[index];
    const std::vector<DateAtom> atoms = date_atoms(sentence, rules_);
    std::uint32_t from = 0;
    for (const DateMatch& match : matcher_.matches(atoms)) {
      if (match.begin < from) continue;
      if (rules_.rules[static_cast<std::size_t>(match.rule)].nothing) {
        from = match.end;
        continue;
      }
      TimexMention mention{.timex = {},
                           .sentence = index,
                           .first_token = atoms[match.begin].token,
                           .last_token = atoms[match.end - 1].last_token + 1};
      reading_.look =
          direction_of(sentence, rules_.time_words, mention.first_token, mention.last_token);
      reading_.before = listed_before(sentence, mention.first_token);
      auto value = timex_value_of(match, atoms, reading_);
      if (!value) continue;
      mention.timex.span = {atoms[match.begin].span.begin, atoms[match.end - 1].span.end};
      mention.timex.type = std::move(value->type);
      mention.timex.value = std::move(value->value);
      mention.timex.mod = std::move(value->mod);
      mention.timex.date = value->date;
      remember(value->moment);
      listed_ = value->moment && value->moment->placed ? value->moment : std::nullopt;
      found_.push_back(std::move(mention));
      from = match.end;
    }
  }

  /// The time that the expression continues: "Tuesday" for the second of "on Tuesday and Friday".
  std::optional<Moment> listed_before(const Sentence& sentence, std::int32_t first_token) const {
    if (found_.empty() || !listed_ || &analysis_.sentences[found_.back().sentence] != &sentence)
      return std::nullopt;
    const std::int32_t from = found_.back().last_token;
    if (first_token <= from || first_token > from + 3) return std::nullopt;
    for (std::int32_t i = from; i < first_token; ++i) {
      constexpr std::array joints = {"and",   "or", "to", "-", "–",  "through",
                                     "until", ",",  "/",  "&", "on", "in"};
      const std::string_view form = sentence.at(i).form;
      if (std::find(joints.begin(), joints.end(), form) == joints.end()) return std::nullopt;
    }
    return listed_;
  }

  void remember(const std::optional<Moment>& moment) {
    if (!moment || !moment->placed) return;
    if (moment->grain == Grain::quarter || moment->grain == Grain::half) {
      // What is compared with ("a year earlier") does not become what the text reports on.
      const bool recent = !reading_.now || moment->first > *reading_.now - date::days{370};
      if (recent) reading_.quarter = moment;
    } else if (moment->grain <= Grain::year) {
      reading_.reference = moment;
      if (moment->grain == Grain::day) reading_.day = moment;
    }
  }

  const Analysis& analysis_;
  const DateRules::Parts& rules_;
  DateMatcher matcher_{rules_};
  TimexReading reading_;
  std::optional<Moment> listed_;  ///< what the last expression gave; placed
  std::vector<TimexMention> found_;
};

}  // namespace

std::vector<TimexMention> find_timexes(const Article& article, const Analysis& analysis,
                                       const DateRules& rules) {
  return TimexFinder(article, analysis, rules.parts()).run();
}

}  // namespace annals
