#include "ingest/trees/record_deed.h"

#include <algorithm>

#include "ingest/text/one_of.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

bool is_rank(const Token& word) {
  return word.deprel == "amod" &&
         (word.xpos == "JJS" ||
          one_of(word.lemma, {"first", "second", "third", "last", "latest", "only"}));
}

/// "will be", "could become", "is to be".
bool is_to_come(const Sentence& sentence, std::int32_t predicate) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& word) {
    return word.head == predicate &&
           (word.xpos == "MD" || (word.deprel == "mark" && word.lemma == "to"));
  });
}

bool is_somebody(const Token& word) {
  return word.upos == Upos::PROPN || one_of(word.lemma, {"he", "she", "they", "who", "I", "we"});
}

}  // namespace

bool has_rank(const Sentence& sentence, std::int32_t noun) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [&](const Token& word) { return word.head == noun && is_rank(word); });
}

bool is_record_deed(const Sentence& sentence, std::int32_t infinitive) {
  const Token& deed = sentence.at(infinitive);
  if (deed.deprel != "acl" || deed.head < 0 || !has_child(sentence, infinitive, "mark", "to"))
    return false;
  const std::int32_t noun = deed.head;
  if (!is_nominal(sentence.at(noun)) || !has_rank(sentence, noun)) return false;
  // "has become the first minister to visit Rome"
  const std::int32_t above = sentence.at(noun).head;
  const bool becomes = above >= 0 && sentence.at(above).lemma == "become";
  const std::int32_t predicate = becomes ? above : noun;
  if (!becomes && first_child(sentence, noun, "cop") < 0) return false;
  const std::int32_t subject = first_child(sentence, predicate, "nsubj");
  return subject >= 0 && is_somebody(sentence.at(subject)) && !is_to_come(sentence, predicate);
}

}  // namespace annals
