// annals why: the way from a sentence to an event.

#include <fstream>
#include <iostream>
#include <sstream>

#include "app/commands.h"
#include "app/lookup.h"
#include "app/why.h"
#include "ingest/trees/analyzer.h"
#include "ingest/trees/conllu.h"

namespace annals {
namespace {

/// The line that "consult.rules:14" names, looked up in the overlays and then in the shipped files;
/// empty when it is in none.
std::string rule_line(const LanguageOptions& language, const std::string& rule) {
  const auto colon = rule.rfind(':');
  if (colon == std::string::npos) return {};
  const std::string file = rule.substr(0, colon);
  const auto number = static_cast<std::size_t>(std::strtoul(rule.c_str() + colon + 1, nullptr, 10));
  std::vector<std::filesystem::path> folders = language.overlays;
  folders.push_back(language.data);
  for (const auto& folder : folders) {
    std::ifstream in(folder / "events" / file);
    std::string line;
    for (std::size_t i = 0; i < number && std::getline(in, line); ++i) {
    }
    if (in) return line;
  }
  return {};
}

void write_value(std::ostream& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out << "  " << name << std::string(12 - name.size(), ' ') << value << '\n';
}

/// What draws the tree of a sentence.
struct Reader {
  Analyzer analyzer;
  TextWords words;
};

void write_mention(std::ostream& out, const Context& context, const Reader& reader,
                   const Facts& facts, const Mention& mention) {
  const Article& article = facts.article;
  out << display_name(article) << ", bytes " << mention.sentence.begin << "-"
      << mention.sentence.end << ":\n  \"" << slice(article.text, mention.sentence) << "\"\n";
  write_value(out, "word", slice(article.text, mention.trigger));
  write_value(out, "rule", mention.rule);
  write_value(out, "", rule_line(context.language, mention.rule));
  write_value(
      out, "type",
      mention.type + (mention.mode.empty() ? "" : " " + mention.mode) + " " + mention.cameo);
  for (const auto& participant : mention.participants) {
    for (const auto& actor : facts.actors) {
      if (actor.id != participant.actor) continue;
      const auto words = slice(article.text, participant.span);
      write_value(out, format_role(participant.role),
                  actor.name + (actor.code.empty() ? "" : " (" + actor.code + ")") + ", from \"" +
                      std::string(words) + "\"");
    }
  }
  const std::string words = mention.date_text.empty() ? "" : ", from \"" + mention.date_text + "\"";
  const std::string day = format_edtf(mention.date);
  write_value(out, "date",
              (day.empty() ? "not known" : day) + ": " +
                  std::string(format_date_basis(mention.date_basis)) + words);
  if (article.published) {
    write_value(out, "published",
                format_edtf(*article.published) + ": " +
                    std::string(format_basis(article.published_basis)) + ", from \"" +
                    article.published_text + "\"");
  }
  write_value(out, "status", format_status(mention.status));
  std::ostringstream confidence;
  confidence << mention.confidence;
  write_value(out, "confidence", confidence.str());
  const Analysis analysis =
      reader.analyzer.analyze(article.text, std::span(&mention.sentence, 1), reader.words);
  write_trees(out, analysis);
  out << '\n';
}

}  // namespace

void write_why(std::ostream& out, const Context& context, const Store& store, const Event& event) {
  const Reader reader{Analyzer::load(context.language.data / "model.annals"),
                      TextWords::load(context.language)};
  out << display_id(event.id) << ": " << event.mentions.size()
      << (event.mentions.size() == 1 ? " telling" : " tellings") << '\n';
  write_value(
      out, "date",
      format_edtf(event.date) + (event.date_reason.empty() ? "" : ": " + event.date_reason));
  for (const MentionId id : event.mentions) {
    const auto mention = store.mention(id);
    if (!mention) continue;
    const auto facts = store.facts(mention->article);
    if (facts) write_mention(out, context, reader, *facts, *mention);
  }
}

int run_why(const Context& context, const std::string& what) {
  const Store store = context.open(OpenMode::read);
  const Event event = find_shown_event(store, what);
  std::ostringstream text;
  write_why(text, context, store, event);
  show_text(text.str(), context.terminal);
  return exit_done;
}

}  // namespace annals
