#include "query/alias_sentences.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace annals {
namespace {

constexpr std::size_t most_articles = 60;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Where `words` stand in the text as whole words; nothing when they do not.
std::optional<std::size_t> find_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    const bool begins = at == 0 || !is_word_byte(text[at - 1]);
    const std::size_t end = at + words.size();
    if (begins && (end == text.size() || !is_word_byte(text[end]))) return at;
  }
  return std::nullopt;
}

std::string_view sentence_at(const Facts& facts, std::size_t at) {
  for (const Span span : facts.sentences) {
    if (span.begin <= at && at < span.end) return slice(facts.article.text, span);
  }
  return {};
}

}  // namespace

std::vector<AliasSentence> alias_sentences(const Store& store, const Actor& actor,
                                           std::span<const Event> events) {
  std::map<std::string, AliasSentence> found;
  std::set<ArticleId> seen;
  for (const Event& event : events) {
    for (const MentionId id : event.mentions) {
      if (found.size() == actor.aliases.size() || seen.size() >= most_articles) break;
      const auto mention = store.mention(id);
      if (!mention || !seen.insert(mention->article).second) continue;
      const auto facts = store.facts(mention->article);
      if (!facts) continue;
      for (const Actor& here : facts->actors) {
        if (store.became(here.id) != actor.id) continue;
        for (const auto& alias : actor.aliases) {
          const bool used = here.name == alias ||
                            std::binary_search(here.aliases.begin(), here.aliases.end(), alias);
          if (!used || found.contains(alias)) continue;
          const auto at = find_words(facts->article.text, alias);
          const auto sentence = at ? sentence_at(*facts, *at) : std::string_view();
          if (sentence.empty()) continue;
          found[alias] = {.alias = alias,
                          .sentence = std::string(sentence),
                          .article = display_name(facts->article)};
        }
      }
    }
  }
  std::vector<AliasSentence> result;
  result.reserve(found.size());
  for (auto& [alias, each] : found) result.push_back(std::move(each));
  return result;
}

}  // namespace annals
