#include "export/brief_title.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>
#include <vector>

#include "export/clause_title.h"
#include "export/escape.h"
#include "export/headline_words.h"
#include "export/naming.h"

namespace annals {
namespace {

/// Whether these name somebody of each side that the event has. Several tellings add up to more
/// than one of them names: "civilians", "people", "Ukraine".
bool names_each_side(const std::set<ActorId>& named, const Event& event) {
  const auto names = [&](Role role) {
    bool any = false;
    for (const auto& participant : event.participants) {
      if (participant.role != role) continue;
      if (named.contains(participant.actor)) return true;
      any = true;
    }
    return !any;
  };
  const auto others = std::count_if(
      event.participants.begin(), event.participants.end(), [&](const auto& participant) {
        return participant.role == Role::other && named.contains(participant.actor);
      });
  const bool alike = std::all_of(event.participants.begin(), event.participants.end(),
                                 [](const auto& one) { return one.role == Role::other; });
  return alike ? others > 1 : names(Role::source) && names(Role::target);
}

bool is_joined(std::string_view next) {
  return next.starts_with('\'') || next.starts_with("\u2019") || next.starts_with(',') ||
         next.starts_with('-');
}

/// The words of a span, with names for the namings in it.
std::string words_in(Span span, std::string_view text, const std::vector<Naming>& namings,
                     std::uint32_t trigger) {
  std::string out;
  std::uint32_t at = span.begin;
  const Naming* last = nullptr;
  for (const auto& naming : namings) {
    if (naming.span.begin < at || naming.span.end > span.end) continue;
    // "the minister, Ann Alba": two names of one, side by side
    const auto between = one_line(text.substr(at, naming.span.begin - at));
    const bool same = last != nullptr && last->actors == naming.actors;
    last = &naming;
    if (same && (between.empty() || between == ",")) {
      at = naming.span.end;
      continue;
    }
    out += text.substr(at, naming.span.begin - at);
    out += words_for(naming, text, naming.span.begin > trigger);
    at = naming.span.end;
  }
  return out += text.substr(at, span.end - at);
}

/// "He said The talks failed": what began the sentence does so no more.
void lower_small_words(std::string& words) {
  if (is_one_of(opening_word(words),
                {"the", "a",  "an", "we",  "they", "it",  "this", "these", "there", "our",   "no",
                 "if",  "in", "he", "she", "all",  "any", "his",  "her",   "its",   "their", "my"}))
    words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
}

/// "The four leaders" is "Four leaders" in a headline.
void drop_article(std::string& title) {
  for (const std::string_view article : {"The ", "the ", "A ", "a ", "An ", "an "}) {
    if (title.starts_with(article)) return void(title.erase(0, article.size()));
  }
}

void cut_to_length(std::string& title) {
  if (title.size() <= longest_headline) return;
  title.resize(title.rfind(' ', longest_headline - 4));
  while (is_small_word(ending_word(title)))
    title.resize(title.size() - ending_word(title).size() - 1);
  title += " ...";
}

std::optional<std::string> title_of(const Event& event, const Mention& mention,
                                    const Article& article, const AnswerIndex& index, bool whole) {
  const auto namings = namings_in(mention, mention.brief, index);
  std::set<ActorId> named;
  for (const auto& naming : namings) {
    for (const auto* actor : naming.actors) named.insert(actor->id);
  }
  const auto needed = needed_in(event, index);
  const bool all = std::includes(named.begin(), named.end(), needed.begin(), needed.end());
  if (!all && (whole || !names_each_side(named, event))) return std::nullopt;
  std::string title;
  for (const Span span : mention.brief) {
    if (span.end > article.text.size()) return std::nullopt;
    std::string words = one_line(words_in(span, article.text, namings, mention.trigger.begin));
    if (words.empty()) continue;
    if (!title.empty()) lower_small_words(words);
    if (!title.empty() && !is_joined(words)) title += ' ';
    title += words;
  }
  if (event.status == Status::denied && denies(title)) return std::nullopt;
  if (is_one_of(opening_word(title), {"and", "or", "but"})) return std::nullopt;  // half a list
  drop_article(title);
  title = tidy_headline(std::move(title), mention.date_text);
  cut_to_length(title);
  return title.find(' ') == std::string::npos ? std::nullopt : std::optional(title);
}

}  // namespace

std::optional<std::string> brief_title(const Event& event, const AnswerIndex& index) {
  for (const bool whole : {true, false}) {
    for (const auto* mention : index.mentions(event)) {
      const auto* article = index.article(mention->article);
      if (article == nullptr || mention->brief.empty()) continue;
      if (mention->status != event.status || mention->type != event.type) continue;
      if (auto title = title_of(event, *mention, *article, index, whole)) return title;
    }
  }
  return std::nullopt;
}

}  // namespace annals
