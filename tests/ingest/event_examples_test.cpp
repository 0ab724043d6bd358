#include <algorithm>
#include <filesystem>
#include <optional>
#include <vector>

#include <catch2/catch.hpp>

#include "graph/names.h"
#include "ingest/events/events.h"
#include "ingest/trees/analyzer.h"
#include "tests/ingest/text_support.h"

namespace annals {
namespace {

/// Everything that reads a sentence, loaded once.
struct Reader {
  LanguageOptions options;
  Analyzer analyzer;
  ActorLexicon lexicon;
  DateRules dates;
  EventRules rules;

  static const Reader& english() {
    static const Reader reader = [] {
      LanguageOptions options;
      options.data = std::filesystem::path(ANNALS_SOURCE_DIR) / "ingest/data/english";
      return Reader{options, Analyzer::load(options.data / "model.annals"),
                    ActorLexicon::load(options), DateRules::load(options),
                    EventRules::load(options)};
    }();
    return reader;
  }
};

struct Told {
  Cast cast;
  std::vector<Mention> mentions;
};

Told read(const std::string& text) {
  const Reader& reader = Reader::english();
  Article article;
  article.text = text;
  article.published = parse_edtf("2015-06-10");
  article.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::body});
  const Span whole{0, static_cast<std::uint32_t>(text.size())};
  const Analysis analysis =
      reader.analyzer.analyze(article.text, std::vector<Span>{whole}, text_words());
  Told told{.cast = find_actors(article, analysis, reader.lexicon), .mentions = {}};
  const auto timexes = find_timexes(article, analysis, reader.dates);
  const Dating dating(article, analysis, timexes, reader.dates);
  told.mentions = find_events(article, analysis, told.cast, dating, reader.lexicon, reader.rules);
  return told;
}

/// True when the actor is called so in the example: by name, alias or the words themselves.
bool is_called(const Told& told, const Participant& participant, const std::string& text,
               const std::string& name) {
  const std::string wanted = fold(name);
  if (fold(slice(text, participant.span)).find(wanted) != std::string::npos) return true;
  for (const Actor& actor : told.cast.actors) {
    if (actor.id != participant.actor) continue;
    if (fold(actor.name).find(wanted) != std::string::npos) return true;
    return std::any_of(actor.aliases.begin(), actor.aliases.end(), [&](const std::string& alias) {
      return fold(alias).find(wanted) != std::string::npos;
    });
  }
  return false;
}

bool has_side(const Told& told, const Mention& mention, Role role, const std::string& text,
              const std::string& name) {
  if (name.empty()) return true;
  return std::any_of(
      mention.participants.begin(), mention.participants.end(), [&](const Participant& one) {
        return (one.role == role || one.role == Role::other) && is_called(told, one, text, name);
      });
}

/// What is wrong with an example; nothing when it holds.
std::optional<std::string> fault_of(const RuleExample& example) {
  const EventRule& rule = Reader::english().rules.rule(example.rule);
  const Told told = read(example.text);
  bool fired = false;
  for (const Mention& mention : told.mentions) {
    if (!rule.type.empty() && mention.type != rule.type) continue;
    if (!example.positive) return "an event was told: " + mention.type + " by " + mention.rule;
    fired = true;
    if (has_side(told, mention, Role::source, example.text, example.source) &&
        has_side(told, mention, Role::target, example.text, example.target)) {
      return std::nullopt;
    }
  }
  if (!example.positive) return std::nullopt;
  return fired ? "who did what to whom is not as said" : "no event was told";
}

TEST_CASE("the examples of the event rules hold", "[ingest][events][examples]") {
  std::size_t held = 0;
  std::string faults;
  const auto examples = Reader::english().rules.examples();
  for (const RuleExample& example : examples) {
    const auto fault = fault_of(example);
    if (!fault) {
      ++held;
    } else {
      faults += example.where + ": " + *fault + ": " + example.text + "\n";
    }
  }
  INFO(faults);
  CHECK(held == examples.size());
}

TEST_CASE("hard text gives no crash and no stall", "[ingest][events]") {
  std::string list = "The minister met";
  for (int i = 0; i < 2000; ++i) list += " Ivan Petrov, Anna Schmidt and";
  CHECK(read("").mentions.empty());
  for (const std::string& text :
       {list + " others.", std::string("int main() { return attack(kill, \"bomb\"); }"),
        std::string("THE ARMY SHELLED THE TOWN; REBELS FLED; TALKS WERE HELD"),
        std::string("\xff\xfe war \x80 attack")}) {
    CAPTURE(text.substr(0, 60));
    for (const Mention& mention : read(text).mentions) {
      CHECK(mention.sentence.begin <= mention.trigger.begin);
      CHECK(mention.trigger.begin < mention.trigger.end);
      CHECK(mention.trigger.end <= mention.sentence.end);
      CHECK(mention.sentence.end <= text.size());
    }
  }
}

}  // namespace
}  // namespace annals
