// annals decide: a person's word about the graph, kept for good.

#include <cstdio>
#include <fstream>
#include <iostream>

#include "app/commands.h"
#include "app/link_words.h"
#include "app/lookup.h"
#include "graph/error.h"
#include "link/decisions.h"
#include "link/link.h"
#include "link/suggest.h"

namespace annals {
namespace {

/// What the user named, as the record wants it: "person:Rehman Malik", the hex id of a mention or
/// of an article, or the text itself.
std::string as_recorded(const Store& store, const std::string& what, bool first,
                        const std::string& text) {
  const bool event = what == "same-event" || what == "different-events" ||
                     (first && (what == "wrong-event" || what == "right-date"));
  if (event) return format_hex(find_shown_event(store, text).mentions.front().value);
  if (what == "article-date" && first) return format_hex(find_shown_article(store, text).id.value);
  const bool actor =
      what == "same-actor" || what == "different-actors" || (what == "rename-actor" && first);
  if (!actor) return text;
  const Actor found = find_shown_actor(store, text);
  return decision_name(found.kind, found.name);
}

void list(const Store& store) {
  for (const auto& decision : store.decisions()) {
    const DecisionText text = parse_decision(decision.json);
    std::cout << format_hex(decision.id) << "  " << text.what << "  " << text.first;
    if (!text.second.empty()) std::cout << "  " << text.second;
    if (!text.who.empty()) std::cout << "  by " << text.who;
    if (!text.why.empty()) std::cout << "  (" << text.why << ")";
    std::cout << '\n';
  }
}

void import_lines(Store& store, const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in)
    throw Error(ErrorKind::input,
                file.string() + ": cannot be read; is the path right and readable?");
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    try {
      store.put_decision(make_decision(parse_decision(line)));
    } catch (const Error& error) {
      throw Error(ErrorKind::input,
                  file.string() + ":" + std::to_string(number) + ": " + error.what());
    }
  }
}

/// Each with the command that makes it so and the reason.
void print_suggestions(const Store& store, const LinkWords& words,
                       const DecideArguments& arguments) {
  for (const auto& each : suggest_decisions(store, words, arguments.limit)) {
    if (arguments.as_json) {
      std::cout << make_decision(each.decision).json << '\n';
      continue;
    }
    const bool actors = each.decision.what == "same-actor";
    const std::string quote = actors ? "\"" : "";
    char score[8];
    static_cast<void>(std::snprintf(score, sizeof score, "%.2f", each.score));
    std::cout << score << "  annals decide " << each.decision.what << ' ' << quote << each.first
              << quote << ' ' << quote << each.second << quote << "\n      " << each.decision.why
              << '\n';
  }
}

}  // namespace

int run_decide(const Context& context, const DecideArguments& arguments) {
  if (arguments.suggest) {
    print_suggestions(context.open(OpenMode::read), load_link_words(context.language), arguments);
    return exit_done;
  }
  const bool changes =
      !arguments.what.empty() || !arguments.undo.empty() || !arguments.import.empty();
  if (!changes) {
    const Store store = context.open(OpenMode::read);
    if (!arguments.as_json) {
      list(store);
      return exit_done;
    }
    for (const auto& decision : store.decisions()) std::cout << decision.json << '\n';
    return exit_done;
  }
  Store store = context.open(OpenMode::write);
  const LinkWords link_words = load_link_words(context.language);
  if (!arguments.import.empty()) import_lines(store, arguments.import);
  if (!arguments.undo.empty()) {
    const auto id = parse_hex(arguments.undo);
    if (!id || !store.remove_decision(*id)) {
      throw Error(ErrorKind::query,
                  "no decision has the id \"" + arguments.undo + "\"; `annals decide` lists them");
    }
  }
  if (!arguments.what.empty()) {
    DecisionText text{.what = arguments.what,
                      .first = {},
                      .second = {},
                      .who = arguments.who,
                      .why = arguments.why};
    text.first = as_recorded(store, text.what, true, arguments.first);
    if (!arguments.second.empty())
      text.second = as_recorded(store, text.what, false, arguments.second);
    store.put_decision(make_decision(text));
  }
  link_store(store, link_words);
  store.sync();
  return exit_done;
}

}  // namespace annals
