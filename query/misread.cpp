#include "query/misread.h"

#include <algorithm>

#include "graph/names.h"
#include "query/forms.h"
#include "query/type_words.h"

namespace annals {
namespace {

using Kind = FormPiece::Kind;
using Words = std::vector<Word>;

std::string first_words() {
  std::string result;
  std::vector<std::string> seen;
  for (const Form& form : forms()) {
    const auto& words = form.pieces.front().words;
    if (words.empty() || std::find(seen.begin(), seen.end(), words.front()) != seen.end()) continue;
    seen.push_back(words.front());
    result += (result.empty() ? "" : ", ") + words.front();
  }
  return result;
}

}  // namespace

Error not_understood(std::string_view line, const Words& words) {
  const Form* nearest = nullptr;
  std::size_t best_reached = 0;
  std::size_t best_stopped = 0;
  std::vector<std::string> beginnings;
  for (const Form& form : forms()) {
    if (form.pieces.front().kind != Kind::words) continue;  // a name fits anything
    std::size_t reached = 0;
    std::size_t stopped = 0;
    static_cast<void>(fit(form, words, reached, stopped));
    // a name takes all that is left, so that it tells little
    if (stopped == words.size() && reached > 1 && form.pieces[reached - 1].kind == Kind::actor)
      --reached;
    for (const auto& word : form.pieces.front().words) beginnings.push_back(word);
    if (reached > best_reached) {
      best_reached = reached;
      best_stopped = stopped;
      nearest = &form;
    }
  }
  if (nearest == nullptr) {
    const std::size_t near = nearest_name(words.front().text, beginnings);
    const std::string meant = near < beginnings.size()
                                  ? "; did you mean \"" + beginnings[near] + "\"?"
                                  : "; questions begin with: " + first_words();
    return error_at(line, words.front().begin,
                    "no question begins with \"" + words.front().text + "\"" + meant);
  }
  const std::string usage(usage_line(*nearest->verb, nearest->line));
  const bool short_line = best_stopped >= words.size();
  const bool wants_type =
      best_reached < nearest->pieces.size() && nearest->pieces[best_reached].kind == Kind::type;
  if (!short_line && wants_type) {
    std::vector<std::string> known;
    for (const TypeWord& type : type_words()) {
      for (std::string_view rest = type.words; !rest.empty();) {
        const auto end = std::min(rest.find('|'), rest.size());
        known.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    const auto near = nearest_name(words[best_stopped].folded, known);
    const std::string meant = near < known.size() ? "; did you mean \"" + known[near] + "\"?" : "";
    return error_at(line, words[best_stopped].begin,
                    "no event is called \"" + words[best_stopped].text + "\"" + meant +
                        (meant.empty() ? "; write: " : " Write: ") + usage);
  }
  const bool wants_event =
      best_reached < nearest->pieces.size() && nearest->pieces[best_reached].kind == Kind::event;
  return error_at(
      line, short_line ? words.back().end : words[best_stopped].begin,
      std::string(short_line ? "the question stops early" : "this word does not fit here") +
          "; write: " + usage +
          (wants_event ? ", with the event's id, such as E3f9a2c, from the last column of an answer"
                       : ""));
}

}  // namespace annals
