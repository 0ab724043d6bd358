#include <algorithm>

#include "ingest/dates/event_dates_story.h"
#include "ingest/dates/event_dates_tense.h"
#include "ingest/dates/verb_time.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Index = std::int32_t;

constexpr std::size_t fewest = 2;  // headings; one alone is a stamp of the page

Index root_of(const Sentence& sentence) {
  const auto root = std::find_if(sentence.tokens.begin(), sentence.tokens.end(),
                                 [](const Token& word) { return word.head < 0; });
  return root == sentence.tokens.end() ? -1 : static_cast<Index>(root - sentence.tokens.begin());
}

}  // namespace

/// "In 1916 rebels took the building. They retreated when ...": of that time still. "Smith was
/// arrested in 2002. A court convicted Smith": of the background, on no day that is told. What is
/// said, what has a time of its own and what tells of others is back at the story.
Story::Background Story::background_of(std::uint32_t index) const {
  const ClauseDates& clause = clauses_[index];
  const Index root = root_of(clause.sentence());
  if (root < 0 || clause.token(root).upos != Upos::VERB || !clause.anchors().empty())
    return Background::left;
  if (words_.is(TimeWord::says, clause.token(root).lemma) ||
      clause_time(clause, words_, root) != ClauseTime::told) {
    return Background::left;
  }
  const auto& parts = clause.children(root);
  const bool moves = std::any_of(parts.begin(), parts.end(), [&](Index c) {
    return words_.is(TimeWord::moves, clause.token(c).form);
  });
  const Index subject = clause.child(root, "nsubj");
  const bool same =
      subject >= 0 && one_of(clause.token(subject).lemma, {"he", "she", "they", "it"});
  if (same && !moves) return Background::at_its_time;
  const bool told_of =
      index > 0 && shared_words(clauses_[index - 1].sentence(), clause.sentence()) > 0;
  return moves || told_of ? Background::goes_on : Background::left;
}

/// "-- March 1997": a paragraph of nothing but a time, above what happened then.
std::optional<DatedBy> Story::heading_of(std::uint32_t index) const {
  const auto& tokens = clauses_[index].sentence().tokens;
  for (const TimexMention& mention : timexes_) {
    if (mention.sentence != index || mention.timex.type != "DATE") continue;
    const bool alone = std::all_of(tokens.begin(), tokens.end(), [&](const Token& word) {
      return word.upos == Upos::PUNCT || word.upos == Upos::SYM ||
             word.span.overlaps(mention.timex.span);
    });
    const EventDate& date = mention.timex.date;
    if (!alone || date.precision == Precision::unknown) return std::nullopt;
    return DatedBy{date, DateBasis::linked, mention.timex.span};
  }
  return std::nullopt;
}

/// The headings of a chronology, one for each sentence; empty when the article is none.
std::vector<std::optional<DatedBy>> Story::headings() const {
  std::vector<std::optional<DatedBy>> found;
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
    found.push_back(heading_of(i));
    count += found.back() ? 1 : 0;
  }
  if (count < fewest) return {};
  for (std::size_t i = 1; i < found.size(); ++i)
    if (!found[i]) found[i] = found[i - 1];
  return found;
}

}  // namespace annals
