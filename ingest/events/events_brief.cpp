#include "ingest/events/events_brief.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "graph/ascii.h"
#include "ingest/events/events_brief_clause.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

/// Of bytes; more is made shorter where it can be.
constexpr std::uint32_t wanted_length = 120;

/// Relations of what a verb governs without a preposition. Universal Dependencies 2.
constexpr const char* complements[] = {"obj", "xcomp", "ccomp", "cop", "nsubj:pass"};

class BriefReader {
 public:
  BriefReader(const SentenceTree& tree, const SentenceActors& actors, const EventRules& rules,
              const Match& match, Status status)
      : tree_(tree),
        actors_(actors),
        rules_(rules),
        match_(match),
        clauses_(tree, rules, match, status),
        part_(static_cast<std::size_t>(tree.size()), Part::none) {}

  [[nodiscard]] std::vector<Span> read() {
    const BriefClause clause = clauses_.find();
    if (clause.predicate < 0 || clause.subject < 0 || is_nobody(clause.subject)) return {};
    clause_ = clause;
    take_noun(clause.subject, Part::subject);
    if (clause.object >= 0) take_noun(clause.object, Part::object);
    take_predicate();
    if (!holds_everybody() || asks_or_relates()) return {};
    shorten();
    fill_between();
    close_aside();
    std::vector<Span> spans;
    for (const Part part : {Part::subject, Part::predicate, Part::object, Part::rest})
      add_runs(part, spans);
    return spans;
  }

 private:
  enum class Part : std::uint8_t { none, subject, predicate, object, rest };

  [[nodiscard]] const Token& at(std::int32_t token) const { return tree_.token(token); }
  [[nodiscard]] Part& part(std::int32_t token) { return part_[static_cast<std::size_t>(token)]; }
  [[nodiscard]] Part part(std::int32_t token) const {
    return part_[static_cast<std::size_t>(token)];
  }

  /// True for what a brief telling leaves out below any word.
  [[nodiscard]] bool is_aside(std::int32_t token) const {
    const std::string_view relation = at(token).deprel;
    if (one_of(relation, {"parataxis", "discourse", "vocative", "list", "reparandum", "dislocated",
                          "dep", "punct"}))
      return true;
    const std::int32_t above = tree_.head(token);
    if (relation == "acl:relcl")
      return above >= 0 && (is_nominal(at(above)) || at(above).upos == Upos::NUM);
    if (tree_.is(token, "appos")) return true;
    // "the minister, speaking in Oslo"
    if (relation == "acl" && above >= 0 && is_nominal(at(above))) {
      const std::int32_t first = tree_.extent(token).first;
      if (first > 0 && at(first - 1).upos == Upos::PUNCT) return true;
    }
    if (tree_.is(token, "advmod")) return rules_.in_list("aside", lowered(at(token).form));
    if (tree_.is(token, "conj") && above >= 0 && at(above).upos != Upos::VERB)
      return clauses_.own_subject(token) >= 0;  // another clause, hung on a noun
    const std::string_view marker = tree_.marker(token);
    return marker == "according" || (marker == "among" && at(token).upos == Upos::PRON);
  }

  /// "it", "he", of which nobody knows who that is.
  [[nodiscard]] bool is_nobody(std::int32_t subject) const {
    if (at(subject).upos != Upos::PRON || tree_.is(subject, "expl")) return false;
    for (const auto* side : {&match_.sources, &match_.targets}) {
      for (const FoundActor& found : *side) {
        if (found.token == subject) return false;
      }
    }
    return true;
  }

  /// True for a clause or a phrase that tells what else there was, or when.
  [[nodiscard]] bool is_circumstance(std::int32_t token) const {
    if (tree_.is(token, "advcl"))
      return token < clause_.predicate || clauses_.opens_circumstance(token);
    const bool phrase = tree_.is(token, "obl") || tree_.is(token, "advmod");
    return phrase && token < clause_.subject && clause_.subject < clause_.predicate;
  }

  [[nodiscard]] bool is_time(std::int32_t token) const {
    return rules_.in_list("time", lowered(at(token).form)) ||
           rules_.in_list("time", at(token).lemma);
  }

  [[nodiscard]] bool is_day(std::int32_t token) const {
    if (!tree_.is(token, "obl") && !tree_.is(token, "advmod") && !tree_.is(token, "nmod"))
      return false;
    // "the September 13 attack"
    const std::int32_t named = tree_.head(token);
    if (named > token && (is_nominal(at(named)) || at(named).upos == Upos::NUM)) return false;
    const bool year = at(token).upos == Upos::NUM && at(token).form.size() == 4;
    const bool month_day =
        at(token).upos == Upos::NUM &&  // "November 17"
        tree_.any_child(token, [&](std::int32_t child) { return is_time(child); });
    return (year || month_day || is_time(token)) &&
           one_of(tree_.marker(token),
                  {"", "on", "in", "at", "by", "since", "late", "early", "during", "from"});
  }

  /// A noun that changes its place: without the preposition that it stands behind.
  void take_noun(std::int32_t noun, Part where) {
    take(noun, where);
    for (const std::int32_t child : tree_.children(noun)) {
      if (one_of(at(child).deprel, {"case", "cc", "mark"})) part(child) = Part::none;
    }
  }

  void take(std::int32_t token, Part where) {
    part(token) = where;
    for (const std::int32_t child : tree_.children(token)) {
      if (part(child) != Part::none || is_aside(child)) continue;
      if (is_day(child)) {
        take_beside_day(child, where);
      } else {
        take(child, where);
      }
    }
  }

  /// "on Monday in Minsk": the place hangs on the day.
  void take_beside_day(std::int32_t day, Part where) {
    for (const std::int32_t child : tree_.children(day)) {
      if (tree_.is(child, "nmod") && child > day && !is_day(child)) take(child, where);
    }
  }

  void take_predicate() {
    const std::int32_t verb = clause_.predicate;
    part(verb) = Part::predicate;
    for (const std::int32_t child : tree_.children(verb)) {
      if (part(child) != Part::none || is_aside(child) || is_circumstance(child)) continue;
      const bool subject =
          tree_.is(child, "nsubj") || tree_.is(child, "csubj") || tree_.is(child, "expl");
      const bool other_clause = tree_.is(child, "conj") || tree_.is(child, "cc");
      const bool mark = tree_.is(child, "mark") && at(child).xpos != "TO";
      if (subject || other_clause || mark) continue;
      // "which", the object that stands before the clause
      if (clause_.object >= 0 && clauses_.stands_for_noun(child)) continue;
      // "'We will go,' he said"
      const bool said_before = tree_.is(child, "ccomp") && child < verb;
      const bool behind =
          (clause_.object >= 0 && child > verb && !tree_.is(child, "compound")) || said_before;
      const Part where = behind ? Part::rest : Part::predicate;
      if (is_day(child)) {
        take_beside_day(child, where);
      } else {
        take(child, where);
      }
    }
    lend_auxiliaries();
    drop_first_person();
  }

  /// "I have ordered" is "the president ordered".
  void drop_first_person() {
    if (!one_of(lowered(at(clause_.subject).form), {"i", "we"})) return;
    for (const std::int32_t child : tree_.children(clause_.predicate)) {
      if (tree_.is(child, "aux") && at(child).xpos == "VBP" && at(child).lemma == "have")
        part(child) = Part::none;
    }
  }

  /// "was arrested and charged", "to meet and discuss": the second has its small words from the
  /// first.
  void lend_auxiliaries() {
    const std::int32_t verb = clause_.predicate;
    const std::int32_t first = tree_.first_conjunct(verb);
    if (first == verb) return;
    const bool own_infinitive = clauses_.is_infinitive(verb);
    if (clause_.infinitive ? own_infinitive : clauses_.has_tense(verb)) return;
    for (const std::int32_t child : tree_.children(first)) {
      const bool small = tree_.is(child, "aux") || tree_.is(child, "cop") ||
                         at(child).xpos == "TO" || at(child).lemma == "not";
      if (small && part(child) == Part::none) part(child) = Part::predicate;
    }
  }

  /// "from where they came": the clause says it of something before it.
  [[nodiscard]] bool asks_or_relates() const {
    for (std::int32_t token = 0; token < tree_.size(); ++token) {
      if (part(token) == Part::none || !at(token).xpos.starts_with('W')) continue;
      std::int32_t above = tree_.head(token);
      while (above >= 0 && at(above).upos != Upos::VERB && above != clause_.predicate)
        above = tree_.head(above);
      if (above == clause_.predicate) return true;
    }
    return false;
  }

  /// Whether all who act or are acted on are named; who stands deeper in the clause is brought in.
  [[nodiscard]] bool holds_everybody() {
    if (!bring_in(match_.trigger)) return false;
    must_.push_back(match_.trigger);
    for (const auto* side : {&match_.sources, &match_.targets}) {
      for (const FoundActor& found : *side) {
        if (!bring_in(found.token)) return false;
        must_.push_back(found.token);
      }
    }
    return true;
  }

  [[nodiscard]] bool bring_in(std::int32_t token) {
    if (part(token) != Part::none) return true;
    std::vector<std::int32_t> way;
    std::int32_t above = token;
    for (; above >= 0 && part(above) == Part::none; above = tree_.head(above)) {
      if (tree_.is(above, "conj") || tree_.is(above, "parataxis")) return false;  // another clause
      way.push_back(above);
    }
    if (above < 0) return false;
    const Part where = part(above);
    for (const std::int32_t one : way) take(one, where);
    return true;
  }

  [[nodiscard]] std::uint32_t length() const {
    std::uint32_t bytes = 0;
    for (std::int32_t token = 0; token < tree_.size(); ++token) {
      if (part(token) != Part::none) bytes += at(token).span.size() + 1;
    }
    return bytes;
  }

  [[nodiscard]] bool can_go(std::int32_t token) const {
    if (part(token) == Part::none || part(token) == Part::subject || completes(token)) return false;
    const bool aside = (tree_.is(token, "advcl") && one_of(tree_.marker(token), {"", "by"})) ||
                       tree_.is(token, "appos");
    const bool loose = tree_.is(token, "obl") ||
                       (tree_.is(token, "acl") && tree_.marker(token).empty()) ||
                       (at(token).deprel == "nmod" && !one_of(tree_.marker(token), {"", "of"}));
    const auto stays = [&](std::int32_t must) {
      // what stands before one who takes part may be what brings them in
      return tree_.is_below(must, token) || (!aside && must > token);
    };
    return (aside || loose) && std::none_of(must_.begin(), must_.end(), stays);
  }

  /// "called [for an initiative]": the verb says nothing without it.
  [[nodiscard]] bool completes(std::int32_t token) const {
    const std::int32_t verb = clause_.predicate;
    if (tree_.head(token) != verb || tree_.child(verb, "obl") != token) return false;
    return std::none_of(std::begin(complements), std::end(complements),
                        [&](const char* relation) { return tree_.child(verb, relation) >= 0; });
  }

  /// Takes loose phrases off the end until the rest is short enough.
  void shorten() {
    for (std::int32_t token = tree_.size() - 1; token >= 0 && length() > wanted_length; --token) {
      if (!can_go(token)) continue;
      for (std::int32_t below = 0; below < tree_.size(); ++below) {
        if (tree_.is_below(below, token)) part(below) = Part::none;
      }
    }
  }

  /// Marks between two words that stay: "Iran, Syria and Libya", "left, [on Monday,] ending".
  void fill_between() {
    std::int32_t before = -1;
    for (std::int32_t token = 0; token < tree_.size(); ++token) {
      if (part(token) == Part::none) continue;
      if (before >= 0 && token > before + 1 && part(before) == part(token)) {
        const bool next = token == before + 2;
        const bool clauses = at(token).upos == Upos::CCONJ && tree_.head(token) >= 0 &&
                             at(tree_.head(token)).upos == Upos::VERB;
        const bool goes_on = at(token).upos == Upos::VERB || clauses || begins_conjunct(token);
        if (at(token - 1).upos == Upos::PUNCT && (next || (goes_on && at(token - 1).form == ",")))
          part(token - 1) = part(token);
      }
      before = token;
    }
  }

  [[nodiscard]] bool begins_conjunct(std::int32_t token) const {
    for (std::int32_t top = token; top >= 0 && tree_.extent(top).first == token;
         top = tree_.head(top)) {
      if (tree_.is(top, "conj")) return true;
    }
    return false;
  }

  /// "Uribe, now a senator, urged": the second comma goes with the first.
  void close_aside() {
    std::int32_t last = -1;
    bool opened = false;
    bool list = false;
    for (std::int32_t token = 0; token < tree_.size(); ++token) {
      if (part(token) != Part::subject) continue;
      last = token;
      opened = opened || at(token).form == ",";
      list = list || at(token).upos == Upos::CCONJ;
    }
    if (opened && !list && last + 1 < tree_.size() && at(last + 1).form == ",")
      part(last + 1) = Part::subject;
  }

  void add_runs(Part wanted, std::vector<Span>& spans) const {
    for (std::int32_t token = 0; token < tree_.size(); ++token) {
      if (part(token) != wanted) continue;
      const Span span = name_for(token);
      const bool apart = span != at(token).span;
      const bool goes_on = token > 0 && part(token - 1) == wanted && !spans.empty() && !apart &&
                           spans.back().end == at(token - 1).span.end;
      if (goes_on) {
        spans.back().end = span.end;
      } else {
        spans.push_back(span);
      }
    }
  }

  /// The fuller name that the sentence has for the pronoun of one who takes part; else the word.
  [[nodiscard]] Span name_for(std::int32_t token) const {
    const Span own = at(token).span;
    if (at(token).upos != Upos::PRON || has_feature(at(token), "Poss", "Yes")) return own;
    for (const auto* side : {&match_.sources, &match_.targets}) {
      for (const FoundActor& found : *side) {
        if (found.token != token) continue;
        const Span name = actors_.telling_span(found);
        return is_noun(name) ? name : own;
      }
    }
    return own;
  }

  /// False for "Ukrainian", which stands for a country without being its name.
  [[nodiscard]] bool is_noun(Span words) const {
    for (std::int32_t token = 0; token < tree_.size(); ++token) {
      if (words.contains(at(token).span) && is_nominal(at(token))) return true;
    }
    return false;
  }

  const SentenceTree& tree_;
  const SentenceActors& actors_;
  const EventRules& rules_;
  const Match& match_;
  BriefClauses clauses_;
  BriefClause clause_;
  std::vector<Part> part_;
  std::vector<std::int32_t> must_;
};

}  // namespace

std::vector<Span> brief_of(const SentenceTree& tree, const SentenceActors& actors,
                           const EventRules& rules, const Match& match, Status status) {
  return BriefReader(tree, actors, rules, match, status).read();
}

}  // namespace annals
