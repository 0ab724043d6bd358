#include "ingest/events/uncoded.h"

#include <algorithm>
#include <optional>

#include "ingest/events/events_match.h"
#include "ingest/mend/events_mend.h"

namespace annals {
namespace {

bool is_plain_word(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(),
                                        [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

class SentenceSearch {
 public:
  SentenceSearch(const Sentence& sentence, std::uint32_t index, const Cast& cast,
                 const EventRules& rules)
      : rules_(rules),
        sentence_(mended(sentence, rules)),
        tree_(sentence_, rules_.words()),
        actors_(tree_, index, cast) {}

  void read(std::vector<UncodedWord>& found) const {
    std::vector<bool> told(static_cast<std::size_t>(tree_.size()), false);
    for (const Match& match : find_matches(tree_, actors_, rules_)) {
      told[static_cast<std::size_t>(match.trigger)] = true;
      if (match.frame.light >= 0) told[static_cast<std::size_t>(match.frame.light)] = true;
    }
    for (std::int32_t at = 0; at < tree_.size(); ++at) {
      if (told[static_cast<std::size_t>(at)]) continue;
      if (auto word = word_at(at)) found.push_back(std::move(*word));
    }
  }

 private:
  std::optional<UncodedWord> word_at(std::int32_t at) const {
    const Token& token = tree_.token(at);
    const bool verb = token.upos == Upos::VERB;
    if ((!verb && token.upos != Upos::NOUN) || token.deprel == "compound" ||
        !is_plain_word(token.lemma)) {
      return std::nullopt;
    }
    const WordClass word_class = verb ? WordClass::verb : WordClass::noun;
    if (rules_.effect(word_class, token.lemma) != Effect::none) return std::nullopt;
    if (!actors_.of_token(at).empty()) return std::nullopt;
    const Frame frame =
        verb ? verb_frame(tree_, at) : noun_frame(tree_, at, [](const Token&) { return false; });
    const Argument* doer = nullptr;
    const Argument* other = nullptr;
    for (const Argument& argument : frame.arguments) {
      const bool acts = argument.slot == "subj" || argument.slot == "by" ||
                        (!verb && (argument.slot == "poss" || argument.slot == "adj"));
      if (argument.slot == "above" || argument.slot == "holder" || argument.slot == "head" ||
          actors_.of_token(argument.token).empty())
        continue;
      const Argument*& side = acts ? doer : other;
      if (side == nullptr) side = &argument;
    }
    if (doer == nullptr || other == nullptr || are_same(*doer, *other)) return std::nullopt;
    std::string word(token.lemma);
    for (const Argument& argument : frame.arguments) {
      if (verb && argument.slot == "prt")
        word += "_" + std::string(tree_.token(argument.token).lemma);
    }
    if (other->slot != "obj" && other->slot != "of" && verb &&
        word.find('_') == std::string::npos && is_plain_word(other->slot))
      word += "_" + std::string(other->slot);
    return UncodedWord{.word_class = word_class,
                       .word = std::move(word),
                       .known = !rules_.senses(word_class, token.lemma).empty(),
                       .sentence = tree_.sentence().span};
  }

  bool are_same(const Argument& a, const Argument& b) const {
    return actors_.of_token(a.token).front().actor == actors_.of_token(b.token).front().actor;
  }

  const EventRules& rules_;
  Sentence sentence_;
  SentenceTree tree_;
  SentenceActors actors_;
};

}  // namespace

std::vector<UncodedWord> find_uncoded(const Article& article, const Analysis& analysis,
                                      const Cast& cast, const EventRules& rules) {
  std::vector<UncodedWord> found;
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    if (sentence.tokens.empty()) continue;
    if (sentence.block < article.blocks.size() && !is_read(article.blocks[sentence.block].kind))
      continue;
    SentenceSearch(sentence, i, cast, rules).read(found);
  }
  return found;
}

}  // namespace annals
