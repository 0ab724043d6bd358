#include "ingest/trees/sentence_tree.h"

#include <algorithm>

#include "ingest/trees/relations.h"

namespace annals {
namespace {

constexpr int deepest = 12;  // conjuncts and verbs above that are asked; stops on odd trees too

}  // namespace

SentenceTree::SentenceTree(const Sentence& sentence, const ClauseWords& words)
    : sentence_(&sentence), words_(&words) {
  const std::size_t count = sentence.tokens.size();
  heads_.reserve(count);
  for (const Token& token : sentence.tokens) heads_.push_back(token.head);
  mend_coordination();
  first_.assign(count + 1, 0);
  for (const std::int32_t head : heads_) {
    if (head >= 0) ++first_[static_cast<std::size_t>(head) + 1];
  }
  for (std::size_t i = 0; i < count; ++i) first_[i + 1] += first_[i];
  children_.resize(static_cast<std::size_t>(first_[count]));
  std::vector<std::int32_t> next(first_.begin(), first_.end() - 1);
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t head = heads_[i];
    if (head < 0) continue;
    children_[static_cast<std::size_t>(next[static_cast<std::size_t>(head)]++)] =
        static_cast<std::int32_t>(i);
  }
}

void SentenceTree::mend_coordination() {
  enum class Form : std::uint8_t { finite, base, gerund, participle };
  const auto form_of = [&](std::int32_t verb) {
    const std::string_view xpos = token(verb).xpos;
    if (xpos == "VB") return Form::base;
    if (xpos == "VBG") return Form::gerund;
    return xpos == "VBN" ? Form::participle : Form::finite;
  };
  std::vector<bool> helped(heads_.size(), false);  // has an auxiliary: any form may be finite
  std::vector<bool> modal(heads_.size(), false);   // "must be completed"
  for (std::size_t i = 0; i < heads_.size(); ++i) {
    if (heads_[i] >= 0 && is_relation(sentence_->tokens[i].deprel, "aux")) {
      helped[static_cast<std::size_t>(heads_[i])] = true;
      if (sentence_->tokens[i].xpos == "MD") modal[static_cast<std::size_t>(heads_[i])] = true;
    }
  }
  for (std::int32_t i = 0; i < size(); ++i) {
    const std::int32_t above = head(i);
    if (token(i).deprel != "conj" || token(i).upos != Upos::VERB || above < 0 || above > i)
      continue;
    if (token(above).upos != Upos::VERB || helped[static_cast<std::size_t>(i)]) continue;
    const Form own = form_of(i);
    const auto goes_with = [&](std::int32_t verb) {
      const bool aided = helped[static_cast<std::size_t>(verb)];
      return own == form_of(verb) || (own == Form::finite && aided);
    };
    // "they agree that it must be completed, and he thanked them": the past goes with "agree".
    // ... and so it does without a subject, but where the form may be the infinitive ("put").
    const bool past_of_its_own = token(i).xpos == "VBD" && token(i).form != token(i).lemma &&
                                 modal[static_cast<std::size_t>(above)];
    if (own == Form::participle || (goes_with(above) && !past_of_its_own)) continue;
    std::int32_t at = head(above);
    for (int steps = 0; steps < deepest && at >= 0; ++steps, at = head(at)) {
      const bool other = past_of_its_own && modal[static_cast<std::size_t>(at)];
      if (at < i && token(at).upos == Upos::VERB && goes_with(at) && !other) {
        heads_[static_cast<std::size_t>(i)] = at;
        break;
      }
    }
  }
}

std::span<const std::int32_t> SentenceTree::children(std::int32_t index) const {
  const auto at = static_cast<std::size_t>(index);
  return std::span(children_).subspan(static_cast<std::size_t>(first_[at]),
                                      static_cast<std::size_t>(first_[at + 1] - first_[at]));
}

bool SentenceTree::is(std::int32_t index, std::string_view relation) const {
  return is_relation(token(index).deprel, relation);
}

std::int32_t SentenceTree::child(std::int32_t index, std::string_view relation) const {
  for (const std::int32_t child : children(index)) {
    if (is(child, relation)) return child;
  }
  return -1;
}

bool SentenceTree::is_below(std::int32_t index, std::int32_t top) const {
  for (std::int32_t steps = 0; index >= 0 && steps <= size(); ++steps) {
    if (index == top) return true;
    index = head(index);
  }
  return false;
}

std::pair<std::int32_t, std::int32_t> SentenceTree::extent(std::int32_t index) const {
  std::pair<std::int32_t, std::int32_t> ends{index, index};
  std::vector<std::int32_t> open{index};
  while (!open.empty()) {
    const std::int32_t at = open.back();
    open.pop_back();
    ends.first = std::min(ends.first, at);
    ends.second = std::max(ends.second, at);
    for (const std::int32_t child : children(at)) open.push_back(child);
  }
  return ends;
}

std::string_view SentenceTree::marker(std::int32_t index) const {
  std::string_view found;
  for (const std::int32_t child : children(index)) {
    if (token(child).deprel == "case" && token(child).xpos != "POS") {
      found = token(child).lemma;
      if (found == "because" || found == "instead") return found;
    } else if (found.empty() && token(child).deprel == "mark") {
      found = token(child).lemma;
    }
  }
  if (!found.empty() || token(index).upos != Upos::PROPN) return found;
  // "with House Speaker Paul Ryan", with the preposition hung on the title
  for (const std::int32_t title : children(index)) {
    if (title > index || (!is(title, "nmod:desc") && !is(title, "compound"))) continue;
    for (const std::int32_t word : children(title)) {
      if (token(word).deprel == "case" && token(word).xpos != "POS") return token(word).lemma;
    }
  }
  return found;
}

std::int32_t SentenceTree::first_conjunct(std::int32_t index) const {
  for (int steps = 0; steps < deepest && is(index, "conj") && head(index) >= 0; ++steps) {
    index = head(index);
  }
  return index;
}

}  // namespace annals
