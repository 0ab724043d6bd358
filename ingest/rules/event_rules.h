#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/event.h"
#include "ingest/rules/ontology.h"
#include "ingest/text/language_files.h"
#include "ingest/trees/clause_words.h"

namespace annals {

enum class WordClass : std::uint8_t { verb, noun, adjective };

/// What a condition asks of the words in a slot.
enum class Asks : std::uint8_t {
  filled,          ///< `obj`: something stands there
  lemma,           ///< `obj=talks,@meeting`: its head is one of these
  actor,           ///< `obj~actor`: it is, or belongs to, an actor of the article
  person,          ///< `obj~person`: a person, or people
  place,           ///< `obj~place`: a territory
  territory,       ///< `obj~country`: a country or a body of one
  private_people,  ///< `obj~private`: nameless people in no office or service: residents, refugees
  self,            ///< `ccomp.topic~self`: who does it, "we", or the country of who does it
  own,             ///< ... or a public body of that country: the side that one speaks for
};

/// One test of a rule. `!obj`, `obj!=a,b` and `obj!~actor` hold where the plain form does not.
struct Condition {
  std::string slot;
  Asks asks = Asks::filled;
  bool negated = false;
  std::vector<std::string> lemmas;  ///< sorted; for Asks::lemma

  bool operator==(const Condition&) const = default;
};

/// One line of a rule file: words that may tell of an event, when they do, and who did it to whom.
struct EventRule {
  WordClass word_class = WordClass::verb;
  std::string code;  ///< CAMEO; empty for a rule that says "no event here" (`---`)
  std::string type;  ///< PLOVER
  std::string mode;
  bool symmetric = false;            ///< `<>`: who is on both sides has the role `other`
  std::vector<std::string> sources;  ///< slots to look in, the best first
  std::vector<std::string> targets;
  std::vector<Condition> conditions;  ///< all hold
  bool needs_target = false;          ///< `needs=target`: no event when nobody stands on that side
  bool needs_story = false;     ///< `needs=story`: an event where the article tells another of
                                ///< its type
  bool object_is_told = false;  ///< `object=told`: it is done to what was said, so that
                                ///< "which" for an object is nobody
  double trust = 0.75;          ///< share of its events expected to be right; `trust=0.5`
  bool added = false;           ///< from a user's file: before shipped rules that ask as much
  std::string where;            ///< "consult.rules:14"
};

/// A word's meaning: the rule, and the particle or preposition that must go with the word ("call
/// for").
struct Sense {
  std::uint32_t rule = 0;
  std::string particle;  ///< empty for the bare word
};

/// What a word does to the status of the event that it governs ("plans to visit", "denied
/// attacking").
enum class Effect : std::uint8_t {
  none,
  light,  ///< carries no meaning of its own: "hold talks"
  says,   ///< tells that it is so
  planned,
  hypothetical,
  attempted,    ///< not done by what is told, but an attempt at violence is violence
  implicative,  ///< done by what is told in the past ("was forced to resign"), else not yet
  cancelled,
  alleged,
  denied,
  happened,  ///< takes for granted that it happened: "condemned the attack", "ended the visit"
};

/// A sentence that a rule file gives for a rule, and what it is to give.
struct RuleExample {
  std::uint32_t rule = 0;
  bool positive = true;
  std::string text;
  std::string source;  ///< name or mention of the expected source; empty when not said
  std::string target;
  std::string where;
};

/// The event rules of a language: `events/*.rules` of its folder and its overlays. See
/// docs/rules.md. Const after load; any number of threads may ask.
class EventRules {
 public:
  /// Throws Error(rule) with file and line for anything that cannot be used.
  [[nodiscard]] static EventRules load(const LanguageOptions& options);
  /// Rules from the text of one file, for tests.
  [[nodiscard]] static EventRules parse(std::string_view text, const std::string& file,
                                        Ontology ontology);

  /// The senses of a lemma, those that ask most first; empty when it has none.
  [[nodiscard]] std::span<const Sense> senses(WordClass word_class, std::string_view lemma) const;
  [[nodiscard]] const EventRule& rule(std::uint32_t index) const { return rules_[index]; }
  [[nodiscard]] Effect effect(WordClass word_class, std::string_view lemma) const;
  /// The lemma that the rules know a word by: its own when they know it, else the one of theirs
  /// that has this form
  /// ("blamed" for "blame", whatever the tagger made of it), else its own.
  [[nodiscard]] std::string_view known_lemma(WordClass word_class, std::string_view lemma,
                                             std::string_view form) const;
  /// True when `lemma` is in the word list `@name`.
  [[nodiscard]] bool in_list(std::string_view name, std::string_view lemma) const;
  /// True for killing and wounding.
  [[nodiscard]] bool harms(std::string_view lemma) const {
    return in_list("killing", lemma) || in_list("wounding", lemma);
  }
  /// The words of `events/clauses.words`.
  [[nodiscard]] const ClauseWords& words() const { return words_; }
  [[nodiscard]] const Ontology& ontology() const { return ontology_; }
  [[nodiscard]] std::span<const RuleExample> examples() const { return examples_; }
  [[nodiscard]] std::size_t sense_count() const;
  /// Lines of users' verb dictionaries that were skipped: "x.verbs.txt:14: ...".
  [[nodiscard]] std::span<const std::string> problems() const { return problems_; }

 private:
  friend class EventRulesReader;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <class T>
  using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  Ontology ontology_;
  ClauseWords words_;
  std::vector<EventRule> rules_;
  Map<std::vector<Sense>> senses_[3];  ///< by word class, then lemma
  Map<Effect> effects_[3];
  Map<std::vector<std::string>> lists_;  ///< sorted words of `@name`
  std::vector<RuleExample> examples_;
  std::vector<std::string> problems_;
  Map<std::string>
      forms_[2];  ///< of verbs and nouns: inflected form -> lemma; a lemma leads to itself
};

}  // namespace annals
