#include "ingest/events/counts.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string>

namespace annals {
namespace {

struct NumberWord {
  std::string_view word;
  double value;
};

constexpr NumberWord units[] = {
    {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
    {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
    {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
    {"eighty", 80},  {"ninety", 90}};
constexpr NumberWord scales[] = {{"tens", 20},      {"dozen", 12},      {"dozens", 24},
                                 {"score", 20},     {"scores", 40},     {"hundred", 100},
                                 {"hundreds", 200}, {"thousand", 1000}, {"thousands", 2000},
                                 {"million", 1e6},  {"millions", 2e6},  {"mn", 1e6},
                                 {"billion", 1e9},  {"bn", 1e9},        {"trillion", 1e12}};

double value_in(std::span<const NumberWord> table, std::string_view word) {
  for (const NumberWord& row : table) {
    if (row.word == word) return row.value;
  }
  return -1;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

double figures(std::string_view word) {
  std::string digits;
  for (const char c : word) {
    if (c != ',') digits += c;
  }
  double value = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? value : -1;
}

/// "twenty-one"
double joined(std::string_view word) {
  const std::size_t dash = word.find('-');
  if (dash == std::string_view::npos) return value_in(units, word);
  const double tens = value_in(units, word.substr(0, dash));
  const double ones = value_in(units, word.substr(dash + 1));
  return tens >= 20 && ones >= 1 && ones < 10 ? tens + ones : -1;
}

/// "a" and "half" before "million", whatever they hang on.
bool is_small_word(const SentenceTree& tree, std::int32_t at) {
  const std::string word = lower(tree.token(at).form);
  return word == "a" || word == "an" || word == "half";
}

/// The scale that goes on with a number: "hundreds [of thousands]", "two [and a half million]";
/// `last` when there is none.
std::int32_t scale_behind(const SentenceTree& tree, std::int32_t last) {
  std::int32_t at = last + 1;
  while (at < tree.size() && at <= last + 3 &&
         (is_small_word(tree, at) || tree.token(at).form == "of" || tree.token(at).form == "and"))
    ++at;
  const bool joined_on = at > last + 1 && at < tree.size();
  return joined_on && value_in(scales, lower(tree.token(at).form)) > 0 ? at : last;
}

struct NumberPhrase {
  double value = -1;
  std::string words;
};

/// The number before or in the phrase of `token`, with the words that qualify it.
NumberPhrase number_of(const SentenceTree& tree, std::int32_t token, std::string_view text) {
  std::int32_t number = -1;
  if (tree.token(token).upos == Upos::NUM || value_in(scales, tree.token(token).lemma) > 0 ||
      value_in(scales, lower(tree.token(token).form)) > 0) {
    number = token;
  } else {
    number = tree.child(token, "nummod");
  }
  if (number < 0) return {};
  std::int32_t first = number;
  std::int32_t last = number;
  for (const std::int32_t child : tree.children(number)) {
    const std::string_view relation = tree.token(child).deprel;
    const std::string_view lemma = tree.token(child).lemma;
    const bool bound = lemma == "least" || lemma == "most" || lemma == "more" || lemma == "less";
    if (bound || relation == "advmod" || relation == "compound" || relation == "nummod" ||
        relation == "case" || relation == "fixed" || relation == "det") {
      const auto [from, to] = tree.extent(child);
      if (to - from > 6) continue;
      first = std::min(first, from);
      if (to <= number + 1) last = std::max(last, to);
    }
  }
  while (first > 0 && is_small_word(tree, first - 1)) --first;
  if (const std::int32_t more = scale_behind(tree, last); more > last) last = more;
  const double value = read_number(tree, first, last);
  if (value < 0) return {};
  const Span words{tree.token(first).span.begin, tree.token(last).span.end};
  return {value, std::string(slice(text, words))};
}

}  // namespace

double read_number(const SentenceTree& tree, std::int32_t first, std::int32_t last) {
  double total = -1;
  bool half = false;
  bool one = false;
  for (std::int32_t at = first; at <= last; ++at) {
    const std::string word = lower(tree.token(at).form);
    half = half || word == "half";
    one = one || word == "a" || word == "an";
    double value = figures(word);
    if (value < 0) value = joined(word);
    if (value >= 0) {
      total = total < 0 ? value : total + value;
      continue;
    }
    double scale = value_in(scales, word);
    if (scale < 0) continue;
    if (half) total = std::max(total, 0.0) + 0.5;  // "half a million", "two and a half million"
    half = false;
    // "hundreds of thousands"
    if (total > 0 && word.ends_with('s')) scale = value_in(scales, word.substr(0, word.size() - 1));
    total = total < 0 ? scale : total * scale;
  }
  return total < 0 && one ? 1 : total;
}

namespace {

/// What the objects of an event's verb are when its code says so.
struct CodeCount {
  std::string_view code;  ///< and all below it
  std::string_view what;
  std::string_view list;  ///< of the nouns that are meant; empty for any
};

constexpr CodeCount by_code[] = {{"173", "detained", ""},
                                 {"174", "deported", ""},
                                 {"171", "seized", ""},
                                 {"181", "hostages", ""},
                                 {"0841", "released", ""},
                                 {"0842", "released", "property"},
                                 {"0874", "troops", "troops"},
                                 {"074", "troops", "troops"},
                                 {"155", "missiles", "projectile"},
                                 {"15", "troops", "troops"},
                                 {"075", "people", "crowd"},
                                 {"161", "expelled", "people"},
                                 {"194", "missiles", "projectile"}};

/// Gathers the counts of one event.
class Counter {
 public:
  Counter(const SentenceTree& tree, const EventRules& rules, const ActorWords& words,
          const EventRule& rule, std::string_view text)
      : tree_(tree), rules_(rules), words_(words), rule_(rule), text_(text) {}

  void read(std::int32_t trigger, const Frame& frame) {
    if (tree_.token(trigger).upos == Upos::VERB) {
      read_verb(trigger, frame);
    } else {
      read_noun(trigger, frame);
    }
    if (rule_.type == "PROTEST") {
      if (const std::int32_t subject = frame.find("subj"); subject >= 0) add("people", subject);
    }
    if (rule_.type == "AID" || rule_.type == "AGREE" || rule_.type == "SANCTION")
      read_money(frame.find("obj"));
  }

  std::vector<Count> take() { return std::move(counts_); }

 private:
  void add(std::string_view what, std::int32_t token) {
    const NumberPhrase number = number_of(tree_, token, text_);
    const bool known = std::any_of(counts_.begin(), counts_.end(),
                                   [&](const Count& count) { return count.what == what; });
    if (number.value < 0 || known) return;
    Count count{std::string(what), number.value, number.words};
    add_joined(count, token);
    counts_.push_back(std::move(count));
  }

  /// "20 soldiers and three civilians": 23, unless one of them has no number.
  void add_joined(Count& count, std::int32_t token) const {
    Count sum = count;
    for (const std::int32_t child : tree_.children(token)) {
      if (tree_.token(child).deprel != "conj") continue;
      NumberPhrase more = number_of(tree_, child, text_);
      const std::int32_t article = tree_.child(child, "det");
      if (more.value < 0 && article >= 0 && is_small_word(tree_, article)) more = {1, "one"};
      if (more.value < 0) return;
      sum.value += more.value;
      sum.words += " and " + more.words;
    }
    count = std::move(sum);
  }

  /// "killed", "left ... dead": what a verb of harm counts; empty for others.
  std::string_view harm(std::int32_t verb) const {
    const std::string_view lemma = tree_.token(verb).lemma;
    if (rules_.in_list("killing", lemma)) return "killed";
    if (rules_.in_list("wounding", lemma)) return "wounded";
    return {};
  }

  std::string_view state(std::int32_t word) const {
    const std::string_view lemma = tree_.token(word).lemma;
    if (lemma == "dead") return "killed";
    const bool hurt = lemma == "wounded" || lemma == "injured" || lemma == "hurt";
    return hurt || rules_.in_list("wounding", lemma) ? "wounded" : std::string_view();
  }

  void read_verb(std::int32_t verb, const Frame& frame) {
    const std::string_view lemma = tree_.token(verb).lemma;
    if (const std::string_view what = harm(verb); !what.empty()) {
      add_objects(what, frame);
    } else if (lemma == "leave") {
      read_left(verb, frame);
    } else {
      for (const CodeCount& row : by_code) {
        if (rule_.code.starts_with(row.code)) {
          add_objects(row.what, frame, row.list);
          break;
        }
      }
    }
    // "killed five people and wounded 40", "fired at a bus, killing at least four"
    for (const std::int32_t child : tree_.children(verb)) {
      const std::string_view relation = tree_.token(child).deprel;
      if (relation != "conj" && relation != "advcl") continue;
      if (const std::string_view what = harm(child); !what.empty())
        add_objects(what, verb_frame(tree_, child));
      if (tree_.token(child).lemma == "leave") read_left(child, verb_frame(tree_, child));
    }
  }

  /// "left 12 people dead and 30 wounded"
  void read_left(std::int32_t verb, const Frame& frame) {
    for (const std::int32_t child : tree_.children(verb)) {
      const std::string_view what = state(child);
      if (what.empty() || frame.find("obj") < 0) continue;
      add(what, frame.find("obj"));
      for (const std::int32_t other : tree_.children(child)) {
        if (tree_.token(other).deprel == "conj" && !state(other).empty()) add(state(other), other);
      }
    }
    // ... with the state hung on the people
    const std::int32_t people = frame.find("obj");
    if (people < 0) return;
    for (const std::int32_t child : tree_.children(people)) {
      if (!state(child).empty()) add(state(child), people);
    }
  }

  /// "the killing of three reporters", "the arrest of 20 students"
  void read_noun(std::int32_t noun, const Frame& frame) {
    const std::int32_t of = frame.find("of");
    if (of < 0) return;
    if (tree_.words().is(ClauseWord::killing, tree_.token(noun).lemma)) return add("killed", of);
    for (const CodeCount& row : by_code) {
      if (rule_.code.starts_with(row.code) && is_meant(row.list, of)) return add(row.what, of);
    }
  }

  bool is_meant(std::string_view list, std::int32_t token) const {
    if (list.empty()) return true;
    if (rules_.in_list(list, tree_.token(token).lemma)) return true;
    // "thousands of soldiers"
    return tree_.any_child(token, [&](std::int32_t child) {
      return tree_.marker(child) == "of" && rules_.in_list(list, tree_.token(child).lemma);
    });
  }

  void add_objects(std::string_view what, const Frame& frame, std::string_view list = {}) {
    for (const Argument& argument : frame.arguments) {
      if (argument.slot == "obj" && is_meant(list, argument.token)) add(what, argument.token);
    }
  }

  /// "$5 million in aid", "5 million euros"
  void read_money(std::int32_t object) {
    constexpr std::int32_t widest = 24;  // words of a phrase that are looked at
    if (object < 0) return;
    const auto [first, last] = tree_.extent(object);
    for (std::int32_t at = first; at <= last && at <= first + widest; ++at) {
      const bool sign = tree_.token(at).upos == Upos::SYM;
      const std::int32_t from = sign ? at + 1 : at;
      if (from > last || (!sign && tree_.token(at).upos != Upos::NUM)) continue;
      std::int32_t to = from;
      while (to < last && read_number(tree_, to + 1, to + 1) >= 0) ++to;
      const double value = read_number(tree_, from, to);
      if (value < 0 || (!sign && !names_currency(to, last))) continue;
      const std::int32_t end = sign ? to : currency_after(to, last);
      const Span words{tree_.token(at).span.begin, tree_.token(end).span.end};
      counts_.push_back({"money", value, std::string(slice(text_, words))});
      return;
    }
  }

  std::int32_t currency_after(std::int32_t at, std::int32_t last) const {
    constexpr std::int32_t reach = 3;  // "million U.S. dollars"
    for (std::int32_t next = at + 1; next <= std::min(last, at + reach); ++next) {
      const Token& word = tree_.token(next);
      if (word.upos != Upos::ADJ && words_.is(ActorWord::currency, word.form)) return next;
    }
    return -1;
  }

  bool names_currency(std::int32_t at, std::int32_t last) const {
    return currency_after(at, last) >= 0;
  }

  const SentenceTree& tree_;
  const EventRules& rules_;
  const ActorWords& words_;
  const EventRule& rule_;
  std::string_view text_;
  std::vector<Count> counts_;
};

}  // namespace

std::vector<Count> find_counts(const SentenceTree& tree, const EventRules& rules,
                               const ActorWords& words, const EventRule& rule, const Match& match,
                               std::string_view text) {
  Counter counter(tree, rules, words, rule, text);
  counter.read(match.trigger, match.frame);
  for (const std::int32_t joined : match.joined) {
    if (tree.token(joined).upos == Upos::VERB) counter.read(joined, verb_frame(tree, joined));
  }
  return counter.take();
}

}  // namespace annals
