#include "query/gist.h"

#include <algorithm>
#include <string_view>

#include "query/vocabulary.h"

namespace annals {
namespace {

using Words = std::vector<Word>;

/// What is asked, as the table of gists calls it.
std::string asked(const GistParts& parts) {
  std::string asks = parts.says ? "say" : parts.ask == "how often" ? "how many" : parts.ask;
  if (parts.both && parts.with.size() == 2 && asks == "who") return "both";
  if (!parts.second.empty()) return "accused";
  if (parts.most) return "most";
  if (parts.heads && parts.to.size() == 1) return "heads";
  const bool lists = asks == "who" || asks == "what" || asks == "which" || asks.empty();
  if (!parts.doers.empty() && lists) return "which";
  if (asks == "which") return "what";
  if (asks == "how many" && !parts.counted.empty()) return "toll";
  return asks;
}

bool is_many(const Words& part, std::string_view count) {
  return part.size() == static_cast<std::size_t>(count.front() - '0');
}

/// The question of the table that agrees with the parts; empty when none does.
std::string_view question_of(const GistParts& parts) {
  static const std::vector<WordRow> rows = rows_of(WordTable::gists);
  const std::string asks = asked(parts);
  for (const auto& [of, voice, by, to, with, question] : rows) {
    const bool agrees = (of == asks || of == "any") &&
                        (voice == "any" || (voice == "passive") == parts.passive) &&
                        is_many(parts.by, by) && is_many(parts.to, to) && is_many(parts.with, with);
    if (agrees) return question;
  }
  return {};
}

/// No word for events: what is told of the names.
std::string_view question_on_names(const GistParts& parts) {
  const std::size_t names = parts.with.size();
  if (names == 0) return "list events";  // about what is left over
  if (parts.ask.starts_with("how") || parts.ask == "when") return {};
  const bool who = parts.ask == "who";
  if (names == 1 && (who || parts.joins)) return {};
  if (names == 1) return parts.ask == "where" ? "where was WITH" : "timeline of WITH";
  if (parts.joins) return "path from WITH to WITH2";
  return who && parts.both ? "common contacts of WITH and WITH2" : "timeline of WITH and WITH2";
}

Words plain_word(std::string_view text) {
  Word plain;
  rename(plain, std::string(text));
  return {plain};
}

/// What a word of the table stands for; the word itself when it is small.
Words written_out(std::string_view word, const GistParts& parts) {
  const auto name = [](const Words& part, std::size_t at) { return Words{part[at]}; };
  if (word == "TYPE") return parts.type;
  if (word == "TYPE2") return parts.second;
  if (word == "DOERS") return parts.doers;
  if (word == "COUNTED") return parts.counted;
  if (word == "BY") return name(parts.by, 0);
  if (word == "BY2") return name(parts.by, 1);
  if (word == "TO") return name(parts.to, 0);
  if (word == "TO2") return name(parts.to, 1);
  if (word == "WITH") return name(parts.with, 0);
  if (word == "WITH2") return name(parts.with, 1);
  if (word == "WHO") {
    Words who = plain_word(parts.doers.empty() ? "who" : "which");
    who.insert(who.end(), parts.doers.begin(), parts.doers.end());
    return who;
  }
  return plain_word(word);
}

}  // namespace

std::optional<Gist> gist_of(const NameBook& names, const Words& words) {
  constexpr std::size_t most_words = 40;
  if (words.size() > most_words) return std::nullopt;
  auto parts = gist_parts(gist_pieces(names, words));
  if (!parts) return std::nullopt;
  if (parts->asks_doer) {  // "from whom did Iraq receive aid": who aided Iraq
    parts->passive = false;
    if (parts->to.empty() && parts->by.size() == 1) std::swap(parts->by, parts->to);
  }
  const bool on_names = parts->type.empty() && !parts->says;
  const std::string_view question = on_names ? question_on_names(*parts) : question_of(*parts);
  if (question.empty()) return std::nullopt;
  Gist gist{.parts = std::move(*parts)};
  any_word(question, [&](std::string_view word) {
    const Words written = written_out(word, gist.parts);
    gist.words.insert(gist.words.end(), written.begin(), written.end());
    return false;
  });
  return gist;
}

}  // namespace annals
