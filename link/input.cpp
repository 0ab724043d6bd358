#include "link/input.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "graph/names.h"
#include "link/acts.h"
#include "link/same_name.h"

namespace annals {
namespace {

constexpr std::size_t opening_words = 3;   // that open a sentence
constexpr std::size_t adverbs = 2;         // words between an adverb and its verb, and itself
constexpr std::ptrdiff_t least_words = 6;  // shorter sentences are shared by chance

std::string_view safe_slice(std::string_view text, Span span) {
  if (span.begin > text.size() || span.end > text.size() || span.end < span.begin) return {};
  return slice(text, span);
}

bool is_long(std::string_view folded) {
  return std::count(folded.begin(), folded.end(), ' ') + 1 >= least_words;
}

/// A text, folded, and its words.
struct Folded {
  explicit Folded(std::string_view from) : text(fold(from)), words(folded_words(text)) {}
  Folded(const Folded&) = delete;  // the words are parts of its text
  Folded& operator=(const Folded&) = delete;

  std::string text;
  std::vector<std::string_view> words;
};

/// The words around a trigger; none where it does not stand in its sentence.
struct Around {
  Around(std::string_view text, const Mention& mention)
      : sentence(safe_slice(text, mention.sentence)),
        clause(safe_slice(text, mention.evidence)),
        before(safe_slice(text, {mention.sentence.begin, mention.trigger.begin})),
        behind(safe_slice(text, {mention.trigger.end, mention.sentence.end})) {}

  Folded sentence;
  Folded clause;
  Folded before;
  Folded behind;
};

using Words = std::span<const std::string_view>;

Words first_of(Words words, std::size_t most) { return words.first(std::min(words.size(), most)); }
Words last_of(Words words, std::size_t most) { return words.last(std::min(words.size(), most)); }

bool holds_any(Words words, LinkWord list, const LinkWords& known) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return known.is(list, word); });
}

/// Whether the words before the trigger make it something that was told of before.
bool is_definite(std::string_view text, const Mention& mention, std::string_view trigger,
                 const LinkWords& known) {
  auto before = safe_slice(text, {mention.sentence.begin, mention.trigger.begin});
  const auto stop = before.find_last_of(",;:.()\"");
  if (stop != std::string_view::npos) before = before.substr(stop + 1);
  const Folded folded(before);
  Words words = folded.words;
  if (words.empty()) return false;
  bool noun = known.is(LinkWord::event_noun, last_word(trigger));
  // "the blasts that killed 60" has the determiner of the blasts, "a rule that left 3,000 dead"
  // none
  if (!noun && known.is(LinkWord::relative, words.back())) {
    words = words.first(words.size() - 1);
    noun = !words.empty() && known.is(LinkWord::event_noun, words.back());
    if (!noun || words.size() == 1) return false;
    words = words.first(words.size() - 1);
  }
  if (known.is(LinkWord::determiner, words.back())) return true;
  if (!noun) return false;
  if (known.is(LinkWord::possessive, words.back())) return true;
  constexpr std::size_t reach = 5;
  for (std::size_t i = words.size(); i > 0 && words.size() - i < reach; --i) {
    const auto word = words[i - 1];
    if (known.is(LinkWord::ranking, word) || known.is(LinkWord::next_phrase, word)) return false;
    if (known.is(LinkWord::determiner, word)) return true;
  }
  return false;
}

/// "Another 10 people were killed", but not "more than 10".
bool has_another(Words words, const LinkWords& known) {
  constexpr std::size_t reach = 6;  // words before the verb
  for (std::size_t i = words.size(); i > 0 && words.size() - i < reach; --i) {
    const bool than = i < words.size() && known.is(LinkWord::than, words[i]);
    if (known.is(LinkWord::another, words[i - 1]) && !than) return true;
  }
  return false;
}

/// "Meanwhile, five were hurt in another explosion": the clause names an event of its own.
bool is_separate(const Around& around, const LinkWords& known) {
  if (holds_any(first_of(around.sentence.words, opening_words), LinkWord::elsewhere, known))
    return true;
  const Words words = around.clause.words;
  constexpr std::size_t reach = 2;  // words between, and the noun
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (known.is(LinkWord::separate, words[i]) &&
        holds_any(first_of(words.subspan(i + 1), reach), LinkWord::event_noun, known))
      return true;
  }
  return false;
}

/// "They met again": another time than told before. Of plans to meet again there is one.
bool is_again(const Around& around, const Mention& mention, const LinkWords& known) {
  return !is_plan(mention.status) &&
         holds_any(first_of(around.behind.words, 1), LinkWord::again, known);
}

/// Whether words before the trigger, or at the beginning of its sentence, tell that none of the
/// events before is meant.
bool is_anew(const Around& around, const Mention& mention, const LinkWords& known) {
  const Words words = around.before.words;
  return holds_any(last_of(words, adverbs), LinkWord::additive, known) ||
         holds_any(first_of(words, opening_words), LinkWord::opening, known) ||
         (!mention.counts.empty() && has_another(words, known));
}

/// Words of five letters and more, by their beginnings, so that "agreed" and "agreement" are alike.
void add_long_words(std::string_view text, std::vector<std::uint64_t>& hashes) {
  constexpr std::size_t shortest = 5;
  const Folded folded(text);
  for (const auto word : folded.words) {
    if (word.size() >= shortest) hashes.push_back(hash_of({word.substr(0, shortest)}));
  }
}

/// The longer words of the sentence, without those that name its participants.
std::vector<std::uint64_t> topic_of(std::string_view text, const Mention& mention) {
  std::vector<Span> names;
  for (const Participant& each : mention.participants) {
    if (each.span.begin >= mention.sentence.begin && each.span.end <= mention.sentence.end &&
        each.span.begin < each.span.end)
      names.push_back(each.span);
  }
  std::sort(names.begin(), names.end());
  std::vector<std::uint64_t> hashes;
  std::uint32_t at = mention.sentence.begin;
  for (const Span name : names) {
    if (name.begin > at) add_long_words(safe_slice(text, {at, name.begin}), hashes);
    at = std::max(at, name.end);
  }
  add_long_words(safe_slice(text, {at, mention.sentence.end}), hashes);
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

/// "the raid in Abbottabad that killed him", "attacked a post, killing two": what an attack that
/// the sentence has just told of did.
bool is_result(std::string_view text, const Telling& telling, const Telling& before,
               const LinkWords& known) {
  const Mention& now = telling.mention;
  const Mention& last = before.mention;
  if (now.type != "ASSAULT" || last.type != now.type || last.sentence != now.sentence) return false;
  const auto word = telling.trigger.substr(0, telling.trigger.find(' '));
  const bool participle = known.is(LinkWord::result_participle, word);
  if (!participle && !known.is(LinkWord::result, word)) return false;
  if (now.trigger.begin < last.trigger.end) return false;
  const std::string_view between = safe_slice(text, {last.trigger.end, now.trigger.begin});
  const Folded folded(between);
  const Words words = folded.words;
  if (participle)
    return between.ends_with(", ") && between.find_first_of(";:\"") == std::string_view::npos;
  if (!words.empty() && known.is(LinkWord::relative, words.back())) return true;
  constexpr std::size_t reach = 8;  // words between a noun and its verb
  return words.size() <= reach && between.find_first_of(",;:\"") == std::string_view::npos &&
         known.is(LinkWord::event_noun, last_word(before.trigger)) &&
         !holds_any(words, LinkWord::relative_person, known);
}

bool in_title(const Article& article, Span span) {
  return std::any_of(article.blocks.begin(), article.blocks.end(), [&](const Block& block) {
    return block.kind == BlockKind::title && block.span.begin <= span.begin &&
           span.begin < block.span.end;
  });
}

std::uint32_t sentence_number(const Facts& facts, Span sentence) {
  const auto at = std::lower_bound(facts.sentences.begin(), facts.sentences.end(), sentence.begin,
                                   [](Span each, auto begin) { return each.begin < begin; });
  return static_cast<std::uint32_t>(at - facts.sentences.begin());
}

/// Whether two words side by side, or one, stand in the list.
bool holds(std::string_view folded, LinkWord list, const LinkWords& known) {
  const auto words = folded_words(folded);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (known.is(list, words[i])) return true;
    if (i > 0 && known.is(list, std::string(words[i - 1]).append(" ").append(words[i])))
      return true;
  }
  return false;
}

/// "the blast that killed him": the words behind a noun for an attack say what came of it.
bool is_said_to_kill(const Around& around, const LinkWords& known) {
  const Words words = around.behind.words;
  return words.size() > 1 && known.is(LinkWord::relative, words[0]) &&
         known.is(LinkWord::killing, words[1]);
}

Telling telling_of(const Facts& facts, const Mention& mention, const LinkWords& known) {
  const Article& article = facts.article;
  const Around around(article.text, mention);
  Telling telling{.mention = mention, .trigger = fold(safe_slice(article.text, mention.trigger))};
  telling.sentence = hash_of({around.sentence.text});
  telling.number = sentence_number(facts, mention.sentence);
  telling.in_title = in_title(article, mention.trigger);
  telling.definite = is_definite(article.text, mention, telling.trigger, known);
  if (!telling.definite) {
    telling.separate = is_separate(around, known) || is_again(around, mention, known);
    telling.anew = telling.separate || is_anew(around, mention, known);
  }
  const Words before = around.before.words;
  telling.habit = holds_any(last_of(before, adverbs), LinkWord::habit, known);
  const bool kills = holds(telling.trigger, LinkWord::killing, known);
  telling.killing = kills || is_said_to_kill(around, known);
  const bool hurts =
      kills || known.is(LinkWord::result, telling.trigger.substr(0, telling.trigger.find(' ')));
  // "a rule that left 3,000 dead" is told of its noun, and of nothing before
  telling.toll =
      hurts && (telling.definite || !holds_any(last_of(before, 1), LinkWord::relative, known));
  telling.this_year = holds(fold(mention.date_text), LinkWord::this_year, known);
  telling.words = topic_of(article.text, mention);
  return telling;
}

/// Marks the results among tellings, each of the nearest of its type that stands before it in the
/// sentence.
void note_results(std::string_view text, std::vector<Telling>& tellings, const LinkWords& known) {
  std::vector<Telling*> in_order;
  in_order.reserve(tellings.size());
  for (Telling& each : tellings) in_order.push_back(&each);
  const auto place = [](const Telling* each) {
    const Mention& mention = each->mention;
    return std::tuple(mention.sentence, std::string_view(mention.type), mention.trigger.begin);
  };
  std::stable_sort(in_order.begin(), in_order.end(),
                   [&](const Telling* a, const Telling* b) { return place(a) < place(b); });
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    std::size_t first = i;
    while (first > 0 && place(in_order[first - 1]) == place(in_order[i])) --first;
    in_order[i]->result = first > 0 && is_result(text, *in_order[i], *in_order[first - 1], known);
  }
}

}  // namespace

LinkArticle link_article(const Facts& facts, const LinkWords& words) {
  const Article& article = facts.article;
  LinkArticle result{.id = article.id,
                     .name = display_name(article),
                     .published = article.published,
                     .actors = facts.actors};
  for (const Span span : facts.sentences) {
    const std::string folded = fold(safe_slice(article.text, span));
    if (is_long(folded)) result.sentences.push_back(hash_of({folded}));
  }
  std::sort(result.sentences.begin(), result.sentences.end());
  result.sentences.erase(std::unique(result.sentences.begin(), result.sentences.end()),
                         result.sentences.end());
  result.tellings.reserve(facts.mentions.size());
  for (const Mention& mention : facts.mentions) {
    result.tellings.push_back(telling_of(facts, mention, words));
  }
  note_results(article.text, result.tellings, words);
  return result;
}

}  // namespace annals
