#include "ingest/rules/event_rules.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>

#include "graph/error.h"
#include "ingest/rules/event_rules_tests.h"
#include "ingest/rules/event_rules_words.h"
#include "ingest/rules/petrarch_verbs.h"
#include "ingest/text/rules.h"

namespace annals {
/// Reads rule files line by line into an EventRules. See docs/rules.md for the language.
class EventRulesReader {
 public:
  explicit EventRulesReader(Ontology ontology) { rules_.ontology_ = std::move(ontology); }

  /// `added` marks the rules of users.
  void read(std::span<const RuleLine> lines, bool added) {
    added_ = added;
    for (const RuleLine& line : lines) {
      if (line.text.starts_with("+ ") || line.text.starts_with("- ")) {
        add_example(line);
      } else if (line.text.starts_with("forms ")) {
        add_forms(line);
      } else if (line.text.front() == '@') {
        add_list(line);
      } else if (const auto effect = find_effect(words_of(line.text).front())) {
        add_effects(line, *effect);
      } else {
        add_rule(line);
      }
    }
  }

  [[nodiscard]] const Ontology& ontology() const { return rules_.ontology_; }

  EventRules take() {
    for (auto& by_lemma : rules_.senses_) {
      for (auto& [lemma, senses] : by_lemma) {
        std::stable_sort(senses.begin(), senses.end(), [&](const Sense& a, const Sense& b) {
          const std::size_t first = demands(a);
          const std::size_t second = demands(b);
          if (first != second) return first > second;
          return rules_.rules_[a.rule].added && !rules_.rules_[b.rule].added;
        });
      }
    }
    learn_forms();
    return std::move(rules_);
  }

 private:
  /// Every word that the rules name, in all its regular forms.
  void learn_forms() {
    const auto learn = [&](const std::string& word) {
      const std::string lemma = word.substr(0, word.find('_'));
      for (const WordClass word_class : {WordClass::verb, WordClass::noun}) {
        auto& forms = rules_.forms_[static_cast<std::size_t>(word_class)];
        forms.emplace(lemma, lemma);
        for (std::string& form : inflections(lemma, word_class))
          forms.emplace(std::move(form), lemma);
      }
    };
    std::set<std::string> words;
    for (const auto& by_lemma : rules_.senses_) {
      for (const auto& [lemma, senses] : by_lemma) words.insert(lemma);
    }
    for (const auto& by_lemma : rules_.effects_) {
      for (const auto& [lemma, effect] : by_lemma) words.insert(lemma);
    }
    for (const auto& [name, list] : rules_.lists_) words.insert(list.begin(), list.end());
    for (const EventRule& rule : rules_.rules_) {
      for (const Condition& test : rule.conditions)
        words.insert(test.lemmas.begin(), test.lemmas.end());
    }
    for (const std::string& word : words) learn(word);
  }

  std::size_t demands(const Sense& sense) const {
    std::size_t count = sense.particle.empty() ? 0 : 2;
    for (const Condition& test : rules_.rules_[sense.rule].conditions) {
      count += test.asks == Asks::lemma && !test.negated ? 2 : 1;  // words say more than kinds
    }
    return count;
  }

  static std::optional<Effect> find_effect(std::string_view word) {
    struct Row {
      std::string_view word;
      Effect effect;
    };
    constexpr Row table[] = {
        {"light", Effect::light},         {"says", Effect::says},
        {"planned", Effect::planned},     {"hypothetical", Effect::hypothetical},
        {"attempted", Effect::attempted}, {"implicative", Effect::implicative},
        {"cancelled", Effect::cancelled}, {"alleged", Effect::alleged},
        {"denied", Effect::denied},       {"happened", Effect::happened}};
    for (const Row& row : table) {
      if (row.word == word) return row.effect;
    }
    return std::nullopt;
  }

  static WordClass read_class(const RuleLine& line, std::string_view word) {
    if (word == "verb") return WordClass::verb;
    if (word == "noun") return WordClass::noun;
    if (word == "adj") return WordClass::adjective;
    fail_rule(line, "unknown word class \"" + std::string(word) + "\"; there are: verb, noun, adj");
  }

  /// `@weapon = bomb grenade @gun`: adds to the list.
  void add_list(const RuleLine& line) {
    const std::vector<std::string> words = words_of(line.text);
    if (words.size() < 3 || words[1] != "=") fail_rule(line, "write a list as: @name = word word");
    auto& list = rules_.lists_[words[0].substr(1)];
    for (std::size_t i = 2; i < words.size(); ++i) {
      for (const std::string& word : expand(line, words[i])) list.push_back(word);
    }
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }

  std::vector<std::string> expand(const RuleLine& line, const std::string& word) const {
    if (!word.starts_with('@')) return {word};
    const auto list = rules_.lists_.find(word.substr(1));
    if (list == rules_.lists_.end()) fail_rule(line, "unknown list \"" + word + "\"");
    return list->second;
  }

  /// `forms freeze froze frozen`: a verb and its irregular forms.
  void add_forms(const RuleLine& line) {
    const std::vector<std::string> words = words_of(line.text);
    if (words.size() < 3) fail_rule(line, "write: forms VERB FORM ...");
    auto& forms = rules_.forms_[static_cast<std::size_t>(WordClass::verb)];
    for (std::size_t i = 2; i < words.size(); ++i) forms[words[i]] = words[1];
  }

  /// `planned verb plan expect`
  void add_effects(const RuleLine& line, Effect effect) {
    const std::vector<std::string> words = words_of(line.text);
    if (words.size() < 3) fail_rule(line, "write: " + words[0] + " verb|noun|adj word word");
    const auto word_class = static_cast<std::size_t>(read_class(line, words[1]));
    for (std::size_t i = 2; i < words.size(); ++i) {
      for (const std::string& word : expand(line, words[i])) {
        rules_.effects_[word_class][word] = effect;
      }
    }
  }

  /// `112 verb accuse charge : > obj if of`
  void add_rule(const RuleLine& line) {
    EventRule rule;
    rule.where = line.where();
    rule.added = added_;
    const std::size_t colon = line.text.find(" :");
    const std::string head = line.text.substr(0, colon);
    const std::vector<std::string> words = words_of(head);
    if (words.size() < 3)
      fail_rule(line, "write a rule as: CODE verb|noun|adj WORD ... : > SLOT if TEST");
    rule.word_class = read_class(line, words[1]);
    read_code(line, words[0], rule);
    std::vector<std::string> lemmas;
    for (std::size_t i = 2; i < words.size(); ++i) {
      if (!read_setting(line, words[i], rule)) {
        for (const std::string& lemma : expand(line, words[i])) lemmas.push_back(lemma);
      }
    }
    read_arguments(line, colon == std::string::npos ? "" : line.text.substr(colon + 2), rule);
    const auto index = static_cast<std::uint32_t>(rules_.rules_.size());
    for (const std::string& lemma : lemmas) {
      const std::size_t cut = lemma.find('_');
      auto& senses = rules_.senses_[static_cast<std::size_t>(rule.word_class)];
      senses[lemma.substr(0, cut)].push_back(
          Sense{index, cut == std::string::npos ? std::string() : lemma.substr(cut + 1)});
    }
    rules_.rules_.push_back(std::move(rule));
  }

  void read_code(const RuleLine& line, const std::string& code, EventRule& rule) const {
    if (code == "---") return;
    const EventCode* row = rules_.ontology_.find_code(code);
    if (row == nullptr) fail_rule(line, "unknown code \"" + code + "\"; codes are in ontology.tsv");
    rule.code = code;
    rule.type = row->type;
    rule.mode = row->mode;
  }

  /// `type=COERCE`, `mode=arrest`, `trust=0.5`
  bool read_setting(const RuleLine& line, const std::string& word, EventRule& rule) const {
    const std::size_t cut = word.find('=');
    if (cut == std::string::npos) return false;
    const std::string name = word.substr(0, cut);
    const std::string value = word.substr(cut + 1);
    if (name == "type") {
      if (rules_.ontology_.find_type(value) == nullptr)
        fail_rule(line, "unknown type \"" + value + "\"");
      rule.type = value;
    } else if (name == "needs") {
      if (value != "target" && value != "story") fail_rule(line, "a rule may need: target, story");
      rule.needs_target = rule.needs_target || value == "target";
      rule.needs_story = rule.needs_story || value == "story";
    } else if (name == "object") {
      if (value != "told") fail_rule(line, "an object may be: told");
      rule.object_is_told = true;
    } else if (name == "mode") {
      rule.mode = value;
    } else if (name == "trust") {
      const auto end = value.data() + value.size();
      const auto [at, error] = std::from_chars(value.data(), end, rule.trust);
      if (error != std::errc{} || at != end || rule.trust < 0 || rule.trust > 1) {
        fail_rule(line, "\"" + value + "\" is no trust; write a number from 0 to 1");
      }
    } else {
      fail_rule(line,
                "unknown setting \"" + name + "\"; there are: type, mode, needs, object, trust");
    }
    return true;
  }

  /// `SOURCES > TARGETS if TESTS`, each part optional.
  void read_arguments(const RuleLine& line, const std::string& text, EventRule& rule) const {
    const std::vector<std::string> words = words_of(text);
    enum { sources, targets, tests } part = sources;
    bool arrow = false;
    for (const std::string& word : words) {
      if (word == "if") {
        part = tests;
      } else if (part == tests) {
        rule.conditions.push_back(read_condition(
            line, word, [&](const std::string& list) { return expand(line, list); }));
      } else if (word == ">" || word == "<>") {
        arrow = true;
        rule.symmetric = word == "<>";
        part = targets;
      } else {
        (part == sources ? rule.sources : rule.targets).push_back(word);
      }
    }
    const bool verb = rule.word_class == WordClass::verb;
    if (!arrow)
      rule.targets = verb ? std::vector<std::string>{"obj"}
                          : std::vector<std::string>{"against", "on", "at", "to", "with"};
    if (!rule.sources.empty()) return;
    const std::vector<std::string> usual =
        verb ? std::vector<std::string>{"subj"}
             : std::vector<std::string>{"subj", "by", "poss", "from", "adj", "of"};
    for (const std::string& slot : usual) {
      if (std::find(rule.targets.begin(), rule.targets.end(), slot) == rule.targets.end() ||
          rule.symmetric) {
        rule.sources.push_back(slot);
      }
    }
  }

  /// `+ Iran accused Israel of spying. => Iran > Israel` and `- ...`
  void add_example(const RuleLine& line) {
    if (rules_.rules_.empty()) fail_rule(line, "an example stands under its rule");
    RuleExample example;
    example.rule = static_cast<std::uint32_t>(rules_.rules_.size() - 1);
    example.positive = line.text.front() == '+';
    example.where = line.where();
    const std::size_t arrow = line.text.find("=>");
    example.text = trimmed(
        std::string_view(line.text).substr(2, arrow == std::string::npos ? arrow : arrow - 2));
    if (arrow != std::string::npos) {
      const auto sides = split_at(std::string_view(line.text).substr(arrow + 2), " > ");
      example.source = sides[0] == "?" ? "" : sides[0];
      if (sides.size() > 1 && sides[1] != "?") example.target = sides[1];
    }
    rules_.examples_.push_back(std::move(example));
  }

  EventRules rules_;
  bool added_ = false;
};

namespace {

void read_folder(const std::filesystem::path& folder, bool added, EventRulesReader& reader,
                 bool& found) {
  if (!std::filesystem::is_directory(folder / "events")) return;
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "events")) {
    if (entry.path().extension() == ".rules") files.insert(entry.path());
  }
  // Lists of words come first, whatever the other files are called.
  for (const bool lists : {true, false}) {
    for (const auto& file : files) {
      if ((file.filename() == "lists.rules") != lists) continue;
      found = true;
      reader.read(read_rules(file), added);
    }
  }
}

}  // namespace

EventRules EventRules::load(const LanguageOptions& options) {
  EventRulesReader reader(Ontology::load(options));
  bool found = false;
  read_folder(options.data, false, reader, found);
  for (const auto& overlay : options.overlays) read_folder(overlay, true, reader, found);
  std::vector<std::string> problems;
  for (const auto& file : options.verb_files) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
      throw Error(ErrorKind::input,
                  file.string() + ": cannot be read; a PETRARCH verb dictionary was expected");
    }
    const std::string name = file.filename().string();
    reader.read(read_petrarch_verbs(in, name, reader.ontology(), problems), true);
  }
  if (!found) {
    throw Error(ErrorKind::rule,
                (options.data / "events").string() +
                    ": no event rules; name the folder of the language data with --data");
  }
  EventRules rules = reader.take();
  rules.words_.add(read_rules(options, "events/clauses.words"));
  rules.problems_ = std::move(problems);
  return rules;
}

EventRules EventRules::parse(std::string_view text, const std::string& file, Ontology ontology) {
  EventRulesReader reader(std::move(ontology));
  reader.read(parse_rules(text, file), false);
  return reader.take();
}

}  // namespace annals
