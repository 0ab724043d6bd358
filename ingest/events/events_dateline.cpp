#include "ingest/events/events_dateline.h"

#include <algorithm>
#include <string_view>

namespace annals {
namespace {

constexpr date::days fresh{7};  // before the article: what its first sentence tells as news

bool is_deed(std::string_view type) {
  constexpr std::string_view deeds[] = {"ASSAULT", "COERCE", "PROTEST",  "CONSULT",
                                        "AID",     "AGREE",  "MOBILIZE", "COOPERATE"};
  return std::find(std::begin(deeds), std::end(deeds), type) != std::end(deeds);
}

/// Whether "here" stands in the clause of the trigger.
bool is_here(const Sentence& sentence, const Mention& mention) {
  constexpr int highest = 3;
  const auto& tokens = sentence.tokens;
  for (const Token& token : tokens) {
    if (token.lemma != "here" || token.deprel != "advmod") continue;
    std::int32_t at = token.head;
    for (int steps = 0; steps < highest && at >= 0; ++steps) {
      const Token& above = tokens[static_cast<std::size_t>(at)];
      if (above.span == mention.trigger) return true;
      // "held talks here": of the light verb, as the talks are
      const bool carried = std::any_of(tokens.begin(), tokens.end(), [&](const Token& noun) {
        return noun.span == mention.trigger && noun.head == at && noun.deprel == "obj";
      });
      if (carried) return true;
      if (above.upos == Upos::VERB) break;
      at = above.head;
    }
  }
  return false;
}

}  // namespace

std::optional<Place> place_of_dateline(const Article& article, const ActorLexicon& lexicon) {
  for (const Block& block : article.blocks) {
    if (block.kind != BlockKind::dateline) continue;
    std::string_view words = slice(article.text, block.span);
    words = words.substr(0, words.find_first_of("(/-_:\n"));
    while (!words.empty() && (words.back() == ' ' || words.back() == ',')) words.remove_suffix(1);
    if (auto place = lexicon.find_place(words)) return place;
    return lexicon.find_place(words.substr(0, words.find(',')));
  }
  return std::nullopt;
}

void place_by_dateline(const Article& article, const Analysis& analysis,
                       const std::vector<Actor>& actors, const ActorLexicon& lexicon,
                       std::vector<Mention>& mentions) {
  const auto here = place_of_dateline(article, lexicon);
  if (!here) return;
  const auto is_local = [&](const Participant& one) {
    const auto actor = std::find_if(actors.begin(), actors.end(),
                                    [&](const Actor& each) { return each.id == one.actor; });
    return actor != actors.end() && !here->country.empty() && actor->country == here->country;
  };
  const auto is_body = [&](const Sentence& sentence) {
    return sentence.block < article.blocks.size() &&
           article.blocks[sentence.block].kind == BlockKind::body;
  };
  const auto first = std::find_if(analysis.sentences.begin(), analysis.sentences.end(), is_body);
  for (Mention& mention : mentions) {
    if (mention.place || mention.status != Status::happened || mention.mode == "phone") continue;
    const auto sentence = std::partition_point(
        analysis.sentences.begin(), analysis.sentences.end(),
        [&](const Sentence& one) { return one.span.end <= mention.trigger.begin; });
    if (sentence == analysis.sentences.end()) continue;
    const bool news = sentence == first && is_deed(mention.type) && article.published &&
                      mention.date_basis == DateBasis::expression &&
                      mention.date.last + fresh >= article.published->first;
    const bool local =
        std::any_of(mention.participants.begin(), mention.participants.end(), is_local);
    if ((news && local) || is_here(*sentence, mention)) mention.place = here;
  }
}

}  // namespace annals
