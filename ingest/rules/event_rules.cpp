#include "ingest/rules/event_rules.h"

#include <algorithm>

#include "graph/ascii.h"

namespace annals {

std::span<const Sense> EventRules::senses(WordClass word_class, std::string_view lemma) const {
  const auto& by_lemma = senses_[static_cast<std::size_t>(word_class)];
  const auto found = by_lemma.find(lemma);
  if (found == by_lemma.end()) return {};
  return found->second;
}

Effect EventRules::effect(WordClass word_class, std::string_view lemma) const {
  const auto& by_lemma = effects_[static_cast<std::size_t>(word_class)];
  const auto found = by_lemma.find(lemma);
  return found == by_lemma.end() ? Effect::none : found->second;
}

std::string_view EventRules::known_lemma(WordClass word_class, std::string_view lemma,
                                         std::string_view form) const {
  const auto& forms = forms_[word_class == WordClass::verb ? 0 : 1];
  const auto own = forms.find(lemma);
  if (own != forms.end() && own->second == lemma) return lemma;
  const auto found = forms.find(lowered(form));
  return found == forms.end() ? lemma : std::string_view(found->second);
}

bool EventRules::in_list(std::string_view name, std::string_view lemma) const {
  const auto found = lists_.find(name);
  return found != lists_.end() &&
         std::binary_search(found->second.begin(), found->second.end(), lemma);
}

std::size_t EventRules::sense_count() const {
  std::size_t count = 0;
  for (const auto& by_lemma : senses_) {
    for (const auto& [lemma, senses] : by_lemma) count += senses.size();
  }
  return count;
}

}  // namespace annals
