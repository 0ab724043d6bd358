#include "ingest/events_match.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "ingest/events_merge.h"

namespace annals {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

std::optional<WordClass> class_of(const Token& token) {
  switch (token.upos) {
    case Upos::VERB:
      return WordClass::verb;
    case Upos::NOUN:
    case Upos::PROPN:
      return WordClass::noun;
    case Upos::ADJ:
      return WordClass::adjective;
    default:
      return std::nullopt;
  }
}

/// A modifier that acts: "U.S.", "Israeli", "Taliban"; not a place name as in "the Kabul attack".
bool may_act(const Token& token, const std::vector<FoundActor>& found) {
  if (token.upos == Upos::ADJ) return true;
  if (std::any_of(found.begin(), found.end(),
                  [](const FoundActor& one) { return !one.territory; })) {
    return true;
  }
  const std::string_view form = token.form;
  return form.size() <= 5 &&
         std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class Matcher {
 public:
  Matcher(const SentenceTree& tree, const SentenceActors& actors, const EventRules& rules)
      : tree_(tree), actors_(actors), rules_(rules) {
    // Headlines capitalise their nouns and end without a full stop.
    const auto& tokens = tree.sentence().tokens;
    headline_ = !tokens.empty() && tokens.back().upos != Upos::PUNCT;
  }

  std::vector<Match> read() {
    std::vector<Match> matches;
    for (std::int32_t at = 0; at < tree_.size(); ++at) {
      if (auto match = match_at(at)) matches.push_back(std::move(*match));
    }
    join_tellings(tree_, rules_, matches);
    return matches;
  }

 private:
  std::span<const Sense> senses_at(std::int32_t at, WordClass word_class) const {
    const Token& token = tree_.token(at);
    auto senses = rules_.senses(word_class, token.lemma);
    if (!senses.empty()) return senses;
    const std::string lemma = lower(token.lemma);
    senses = rules_.senses(word_class, lemma);
    // Capitalised headline words keep their plural: "Talks".
    if (senses.empty() && token.upos == Upos::PROPN && lemma.size() > 3 && lemma.ends_with('s')) {
      senses = rules_.senses(word_class, std::string_view(lemma).substr(0, lemma.size() - 1));
    }
    return senses;
  }

  std::optional<Match> match_at(std::int32_t at) const {
    const Token& token = tree_.token(at);
    const auto word_class = class_of(token);
    if (!word_class) return std::nullopt;
    const auto senses = senses_at(at, *word_class);
    if (senses.empty()) return std::nullopt;
    if (*word_class == WordClass::noun && !may_tell(at)) return std::nullopt;
    // "the ousted president": a state, told in passing.
    if (*word_class == WordClass::verb && tree_.token(tree_.first_conjunct(at)).deprel == "amod")
      return std::nullopt;
    const bool carried = *word_class == WordClass::noun && token.deprel == "compound";
    const Frame frame = frame_at(carried ? tree_.head(at) : at, *word_class);
    if (*word_class == WordClass::verb && carries_noun(at, frame)) return std::nullopt;
    for (const Sense& sense : senses) {
      const EventRule& rule = rules_.rule(sense.rule);
      if (!sense.particle.empty() && !has_particle(frame, sense.particle)) continue;
      if (!std::all_of(rule.conditions.begin(), rule.conditions.end(),
                       [&](const Condition& test) { return holds(test, frame, at); })) {
        continue;
      }
      if (rule.code.empty()) return std::nullopt;
      Match match{.trigger = at,
                  .rule = sense.rule,
                  .frame = frame,
                  .sources = {},
                  .targets = {},
                  .joined = {}};
      fill_sides(rule, match);
      return match;
    }
    return std::nullopt;
  }

  /// A noun that only modifies another names no event of its own: "attack helicopters"; nor does a
  /// part of a name.
  bool may_tell(std::int32_t at) const {
    const Token& token = tree_.token(at);
    // ... but "mediation efforts" are mediation.
    if (token.deprel == "compound") {
      return tree_.head(at) == at + 1 && rules_.in_list("carrier", tree_.token(at + 1).lemma) &&
             senses_at(at + 1, WordClass::noun).empty();
    }
    if (token.deprel == "flat") return false;
    if (token.upos != Upos::PROPN) return true;
    if (!headline_) return false;
    return std::none_of(tree_.sentence().names.begin(), tree_.sentence().names.end(),
                        [&](const NameSpan& name) { return name.first <= at && at < name.last; });
  }

  Frame frame_at(std::int32_t at, WordClass word_class) const {
    if (word_class == WordClass::verb) return verb_frame(tree_, at);
    return noun_frame(tree_, at, [&](const Token& token) {
      const WordClass carrier = token.upos == Upos::VERB ? WordClass::verb : WordClass::noun;
      return rules_.effect(carrier, token.lemma) == Effect::light;
    });
  }

  Frame frame_of(std::int32_t token) const {
    return frame_at(token, class_of(tree_.token(token)).value_or(WordClass::noun));
  }

  /// "launched an attack": the noun tells it.
  bool carries_noun(std::int32_t verb, const Frame& frame) const {
    if (rules_.effect(WordClass::verb, tree_.token(verb).lemma) != Effect::light) return false;
    const std::int32_t object = frame.find("obj");
    return object >= 0 && class_of(tree_.token(object)) == WordClass::noun &&
           match_at(object).has_value();
  }

  bool has_particle(const Frame& frame, std::string_view particle) const {
    return std::any_of(
        frame.arguments.begin(), frame.arguments.end(), [&](const Argument& argument) {
          return argument.slot == particle ||
                 (argument.slot == "prt" && tree_.token(argument.token).lemma == particle);
        });
  }

  bool holds(const Condition& test, const Frame& frame, std::int32_t at) const {
    return any_holds(test, frame, at) != test.negated;
  }

  bool any_holds(const Condition& test, const Frame& frame, std::int32_t at) const {
    if (test.slot == "word") {
      return std::any_of(tree_.sentence().tokens.begin(), tree_.sentence().tokens.end(),
                         [&](const Token& token) { return is_one_of(test, token); });
    }
    if (test.slot == "passive") return frame.passive;
    if (test.slot == "light") return frame.light >= 0;
    if (test.slot == "acting") return tree_.token(at).deprel == "nsubj";
    if (test.slot == "plural") return has_feature(tree_.token(at), "Number", "Plur");
    if (const std::size_t dot = test.slot.find('.'); dot != std::string::npos) {
      const std::int32_t inner = frame.find(std::string_view(test.slot).substr(0, dot));
      if (inner < 0) return false;
      Condition rest = test;
      rest.slot = test.slot.substr(dot + 1);
      return any_holds(rest, frame_of(inner), inner);
    }
    return std::any_of(
        frame.arguments.begin(), frame.arguments.end(), [&](const Argument& argument) {
          const bool same =
              argument.slot == test.slot ||
              (test.slot == "mod" && (argument.slot == "adj" || argument.slot == "comp"));
          return same && fits(test, argument.token);
        });
  }

  static bool is_one_of(const Condition& test, const Token& token) {
    if (std::binary_search(test.lemmas.begin(), test.lemmas.end(), token.lemma)) return true;
    return token.upos == Upos::PROPN &&
           std::binary_search(test.lemmas.begin(), test.lemmas.end(), lower(token.lemma));
  }

  bool fits(const Condition& test, std::int32_t token) const {
    switch (test.asks) {
      case Asks::filled:
        return true;
      case Asks::lemma:
        return phrase_is_one_of(test, token);
      case Asks::actor:
        return !actors_.of_token(token).empty() || is_person(token);
      case Asks::person:
        return is_person(token);
      case Asks::place: {
        const auto found = actors_.of_token(token);
        return !found.empty() && found.front().territory && !found.front().owner;
      }
      case Asks::territory: {
        const auto found = actors_.of_token(token);
        return !found.empty() && !actors_.actor(found.front().actor).country.empty();
      }
    }
    return false;
  }

  /// The head of the phrase, what is coordinated with it, or the head of "a series of attacks".
  bool phrase_is_one_of(const Condition& test, std::int32_t token) const {
    if (is_one_of(test, tree_.token(token))) return true;
    for (const std::int32_t child : tree_.children(token)) {
      const std::string_view relation = tree_.token(child).deprel;
      if ((relation == "conj" || (relation == "nmod" && tree_.marker(child) == "of")) &&
          is_one_of(test, tree_.token(child))) {
        return true;
      }
    }
    return false;
  }

  bool is_person(std::int32_t token) const {
    const auto found = actors_.of_token(token);
    for (const FoundActor& one : found) {
      const ActorKind kind = actors_.actor(one.actor).kind;
      if (!one.owner && (kind == ActorKind::person || kind == ActorKind::role_group ||
                         kind == ActorKind::armed_group)) {
        return true;
      }
    }
    if (tree_.token(token).upos == Upos::NUM && tree_.child(token, "nmod") < 0) return true;
    for (const std::int32_t child : tree_.children(token)) {
      // "President Mahmoud Abbas"
      if (tree_.token(child).deprel == "compound" &&
          rules_.in_list("people", lower(tree_.token(child).lemma))) {
        return true;
      }
    }
    return phrase_in_list("people", token) || tree_.token(token).upos == Upos::PRON;
  }

  bool phrase_in_list(std::string_view list, std::int32_t token) const {
    if (rules_.in_list(list, tree_.token(token).lemma)) return true;
    for (const std::int32_t child : tree_.children(token)) {
      if (tree_.token(child).deprel == "nmod" && tree_.marker(child) == "of" &&
          rules_.in_list(list, tree_.token(child).lemma)) {
        return true;
      }
    }
    return false;
  }

  void fill_sides(const EventRule& rule, Match& match) const {
    for (const std::string& slot : rule.sources) {
      if (!match.sources.empty()) break;
      collect(slot, match, match.sources);
      // "the attack on a convoy by rebels", with the agent hung on the convoy.
      // "rejected as unreasonable by both", with the agent hung on the adjective
      const bool agent = slot == "by" || (slot == "subj" && match.frame.passive);
      if (agent && match.sources.empty()) search_marker(match.trigger, "by", match.sources);
    }
    if (match.sources.empty()) find_holder(rule, match);
    if (rule.symmetric) {
      if (match.sources.size() == 1 &&
          actors_.actor(match.sources.front().actor).kind == ActorKind::person) {
        add(actors_.persons_below(match.sources.front().token), match.sources);
      }
      for (const std::string& slot : rule.targets) collect(slot, match, match.sources);
      if (match.sources.size() < 2) search_below(rule, match, match.sources);
      if (match.sources.size() < 2 && rule.word_class == WordClass::noun) {
        collect("above", match, match.sources);
      }
      // A fight has two sides, in the order that the text tells them.
      if (rule.type == "ASSAULT" && match.sources.size() > 1) {
        match.targets.assign(match.sources.begin() + 1, match.sources.end());
        match.sources.resize(1);
      }
      return;
    }
    if (match.sources.empty() && rule.type == "CONSULT") collect("above", match, match.sources);
    fill_targets(rule, match);
  }

  void fill_targets(const EventRule& rule, Match& match) const {
    // What belongs to the doer ("its troops") gives way to others that the rule names.
    std::vector<FoundActor> own;
    for (const std::string& slot : rule.targets) {
      std::vector<FoundActor> found;
      collect(slot, match, found);
      for (FoundActor& actor : found) {
        if (is_among(actor, match.sources)) continue;
        (belongs_to(actor, match.sources) ? own : match.targets).push_back(actor);
      }
      if (!match.targets.empty()) return;
    }
    search_below(rule, match, match.targets);
    std::erase_if(match.targets,
                  [&](const FoundActor& actor) { return is_among(actor, match.sources); });
    if (match.targets.empty()) match.targets = std::move(own);
    if (match.targets.empty() && rule.type == "ASSAULT") find_owner_of_site(match);
  }

  /// "attacked a border post in the Afghan province of Khost": what was hit is the country's, unless
  /// it is the attacker's own.
  void find_owner_of_site(Match& match) const {
    for (const std::string_view slot : {"obj", "on", "at", "against"}) {
      const std::int32_t site = match.frame.find(slot);
      if (site < 0 || tree_.token(site).upos != Upos::NOUN || is_person(site)) continue;
      for (const std::int32_t child : tree_.children(site)) {
        if (!tree_.is(child, "nmod")) continue;
        const auto found = actors_.of_token(child);
        if (found.empty()) continue;
        const Actor& owner = actors_.actor(found.front().actor);
        const bool own = std::any_of(
            match.sources.begin(), match.sources.end(), [&](const FoundActor& source) {
              return actors_.actor(source.actor).country == owner.country;
            });
        if (!owner.country.empty() && !own) match.targets = {found.front()};
        return;
      }
    }
  }

  static bool is_among(const FoundActor& actor, const std::vector<FoundActor>& side) {
    return std::any_of(side.begin(), side.end(),
                       [&](const FoundActor& other) { return other.actor == actor.actor; });
  }

  bool belongs_to(const FoundActor& actor, const std::vector<FoundActor>& side) const {
    const std::int32_t owner = tree_.child(actor.token, "nmod:poss");
    if (owner < 0) return false;
    const auto owners = actors_.of_token(owner);
    return std::any_of(owners.begin(), owners.end(),
                       [&](const FoundActor& one) { return is_among(one, side); });
  }

  /// "issued a report critical of", "ordered an investigation": for acts of saying, who made what
  /// tells them.
  void find_holder(const EventRule& rule, Match& match) const {
    constexpr std::string_view physical[] = {"ASSAULT", "COERCE",  "MOBILIZE",
                                             "PROTEST", "RETREAT", "CONCEDE"};
    if (rule.word_class != WordClass::verb &&
        std::find(std::begin(physical), std::end(physical), rule.type) != std::end(physical)) {
      return;
    }
    const std::int32_t verb = tree_.head(match.trigger);
    if (rule.word_class == WordClass::noun && verb >= 0) {
      const Effect effect = rules_.effect(WordClass::verb, tree_.token(verb).lemma);
      const bool opposed =
          effect == Effect::denied || effect == Effect::alleged || effect == Effect::happened;
      if (opposed || rules_.in_list("receiving", tree_.token(verb).lemma)) return;
    }
    collect("holder", match, match.sources);
  }

  /// Who stands behind `marker` anywhere in the noun phrase of `top`.
  void search_marker(std::int32_t top, std::string_view marker,
                     std::vector<FoundActor>& side) const {
    std::vector<std::int32_t> open{top};
    for (std::size_t i = 0; i < open.size() && i < 24; ++i) {
      for (const std::int32_t child : tree_.children(open[i])) {
        const Token& token = tree_.token(child);
        if (token.upos == Upos::VERB || token.upos == Upos::PUNCT) continue;
        if (tree_.marker(child) == marker) {
          const auto found = actors_.in_phrase(child);
          if (!found.empty()) return add(found, side);
        }
        const bool quality = token.upos == Upos::ADJ && tree_.is(child, "xcomp");
        if (tree_.is(child, "nmod") || quality) open.push_back(child);
      }
    }
  }

  /// A preposition of the rule anywhere below the trigger: the tree often hangs it on a noun
  /// between.
  void search_below(const EventRule& rule, const Match& match,
                    std::vector<FoundActor>& side) const {
    constexpr std::string_view telling[] = {"against", "with", "into", "between"};
    std::vector<std::int32_t> open{match.trigger};
    if (match.frame.light >= 0) open.push_back(match.frame.light);
    for (std::size_t i = 0; i < open.size() && i < 40; ++i) {
      for (const std::int32_t child : tree_.children(open[i])) {
        const Token& token = tree_.token(child);
        if (token.upos == Upos::VERB || token.upos == Upos::PUNCT || tree_.is(child, "nsubj"))
          continue;
        const std::string_view marker = tree_.marker(child);
        const bool telling_one =
            std::find(std::begin(telling), std::end(telling), marker) != std::end(telling);
        if (telling_one &&
            std::find(rule.targets.begin(), rule.targets.end(), marker) != rule.targets.end()) {
          const auto found = actors_.in_phrase(child);
          if (!found.empty()) return add(found, side);
        }
        open.push_back(child);
      }
    }
  }

  void collect(std::string_view slot, const Match& match, std::vector<FoundActor>& side) const {
    // "comp.subj", "comp.obj": whom the complement speaks of.
    if (const std::size_t dot = slot.find('.'); dot != std::string_view::npos) {
      const std::int32_t clause = match.frame.find(slot.substr(0, dot));
      if (clause < 0) return;
      Match inner{.trigger = clause,
                  .rule = match.rule,
                  .frame = frame_of(clause),
                  .sources = {},
                  .targets = {},
                  .joined = {}};
      collect(slot.substr(dot + 1), inner, side);
      return;
    }
    // "obj_any", "comp_any": whoever is spoken of there.
    if (slot.ends_with("_any")) {
      const std::int32_t top = match.frame.find(slot.substr(0, slot.size() - 4));
      if (top >= 0) add(actors_.anywhere_in(top), side);
      return;
    }
    if (slot == "self") return add(actors_.in_phrase(match.trigger), side);
    for (const Argument& argument : match.frame.arguments) {
      if (argument.slot == slot) {
        auto found = actors_.in_phrase(argument.token);
        if (found.empty() && argument.pronoun >= 0) {
          found = actors_.before(argument.pronoun);
          if (!found.empty() && !may_stand_for(argument.pronoun, found.front())) found.clear();
          if (!found.empty() && found.front().territory) found = doers_above(found.front().token);
        }
        // "a raid in the city of X that killed": not the city but the raid, and so who made it.
        if (slot == "subj" && argument.pronoun >= 0) {
          if (auto doers = doers_above(argument.token); !doers.empty()) found = std::move(doers);
        }
        if (slot == "adj" && !found.empty() && !may_act(tree_.token(argument.token), found))
          continue;
        add(found, side);
      } else if (slot == "adj" && argument.slot == "comp") {
        const auto found = actors_.in_phrase(argument.token);
        if (!found.empty() && may_act(tree_.token(argument.token), found)) add(found, side);
      }
    }
  }

  /// "which" is no person, "who" no place.
  bool may_stand_for(std::int32_t pronoun, const FoundActor& found) const {
    const std::string_view lemma = tree_.token(pronoun).lemma;
    if (lemma == "which") return actors_.actor(found.actor).kind != ActorKind::person;
    return lemma != "who" || !found.territory;
  }

  std::vector<FoundActor> doers_above(std::int32_t token) const {
    for (int steps = 0; steps < 4; ++steps) {
      if (!tree_.is(token, "nmod") && !tree_.is(token, "appos") && !tree_.is(token, "flat")) break;
      token = tree_.head(token);
      if (token < 0) break;
      if (tree_.token(token).upos != Upos::NOUN || senses_at(token, WordClass::noun).empty())
        continue;
      if (const auto event = match_at(token)) return event->sources;
    }
    return {};
  }

  static void add(const std::vector<FoundActor>& found, std::vector<FoundActor>& side) {
    for (const FoundActor& actor : found) {
      const bool known = std::any_of(side.begin(), side.end(), [&](const FoundActor& other) {
        return other.actor == actor.actor;
      });
      if (!known) side.push_back(actor);
    }
  }

  const SentenceTree& tree_;
  const SentenceActors& actors_;
  const EventRules& rules_;
  bool headline_ = false;
};

}  // namespace

std::vector<Match> find_matches(const SentenceTree& tree, const SentenceActors& actors,
                                const EventRules& rules) {
  return Matcher(tree, actors, rules).read();
}

}  // namespace annals
