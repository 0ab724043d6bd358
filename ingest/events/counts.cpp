#include "ingest/events/counts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ingest/events/numbers.h"

namespace annals {
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
          const NumberWords& numbers, const EventRule& rule, std::string_view text)
      : tree_(tree), rules_(rules), words_(words), numbers_(numbers), rule_(rule), text_(text) {}

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
    const NumberPhrase number = number_of(tree_, numbers_, token, text_);
    const bool known = std::any_of(counts_.begin(), counts_.end(),
                                   [&](const Count& count) { return count.what == what; });
    if (number.value < 0 || known) return;
    Count count{std::string(what), number.value, number.words};
    if (what != "seized" && what != "money" && what != "missiles") add_joined(count, token);
    counts_.push_back(std::move(count));
  }

  /// Not "and 315 rifles", "or six", "including four men and a woman".
  bool is_person_joined(std::int32_t token, std::int32_t conjunct) const {
    const Token& word = tree_.token(conjunct);
    if (word.upos == Upos::NUM || rules_.in_list("seizable", word.lemma)) return false;
    for (std::int32_t at = token + 1; at < conjunct; ++at) {
      const std::string_view form = tree_.token(at).form;
      if (form == "or" || form == "including" || form == "as") return false;
    }
    return true;
  }

  /// "20 soldiers and three civilians": 23, unless one of them has no number.
  void add_joined(Count& count, std::int32_t token) const {
    Count sum = count;
    for (const std::int32_t child : tree_.children(token)) {
      if (tree_.token(child).deprel != "conj") continue;
      if (!is_person_joined(token, child)) return;
      NumberPhrase more = number_of(tree_, numbers_, child, text_);
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
      while (to < last && read_number(tree_, numbers_, to + 1, to + 1) >= 0) ++to;
      const double value = read_number(tree_, numbers_, from, to);
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
  const NumberWords& numbers_;
  const EventRule& rule_;
  std::string_view text_;
  std::vector<Count> counts_;
};

}  // namespace

std::vector<Count> find_counts(const SentenceTree& tree, const EventRules& rules,
                               const Gazetteer& gazetteer, const EventRule& rule,
                               const Match& match, std::string_view text) {
  Counter counter(tree, rules, gazetteer.words, gazetteer.numbers, rule, text);
  counter.read(match.trigger, match.frame);
  for (const std::int32_t joined : match.joined) {
    if (tree.token(joined).upos == Upos::VERB) counter.read(joined, verb_frame(tree, joined));
  }
  return counter.take();
}

}  // namespace annals
