#include "ingest/events/events_authors.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "ingest/events/events_acts.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

using Index = std::int32_t;

/// One sentence by its tree.
class Clauses {
 public:
  Clauses(const Analysis& analysis, std::uint32_t sentence)
      : index_(sentence), sentence_(analysis.sentences[sentence]) {}

  [[nodiscard]] const Token& at(Index t) const { return sentence_.at(t); }
  [[nodiscard]] Index size() const { return sentence_.size(); }

  [[nodiscard]] Index find(Span span) const {
    for (Index t = 0; t < size(); ++t) {
      if (at(t).span == span) return t;
    }
    return -1;
  }
  [[nodiscard]] Index subject_of(Index verb) const {
    for (Index t = 0; t < size(); ++t) {
      if (at(t).head == verb && at(t).deprel == "nsubj") return t;
    }
    return -1;
  }
  [[nodiscard]] bool is_definite(Index noun) const {
    return has_child(sentence_, noun, "det", "the");
  }
  /// The verb over a noun: "said in a statement", "issued a report".
  [[nodiscard]] Index verb_over(Index noun) const {
    const std::string_view relation = at(noun).deprel;
    const Index verb = at(noun).head;
    const bool held = relation == "obj" || relation.starts_with("obl");
    return held && verb >= 0 && at(verb).upos == Upos::VERB ? verb : -1;
  }
  /// Who is named by the word, or by a word right on it: "U.N.", "Amnesty's".
  [[nodiscard]] const ActorMention* actor_at(const Cast& cast, Index word) const {
    for (const ActorMention& mention : cast.mentions) {
      if (mention.sentence == index_ && mention.head_token == word) return &mention;
    }
    return nullptr;
  }

 private:
  std::uint32_t index_;
  const Sentence& sentence_;
};

/// Who issued the document of this kind that the sentence speaks of.
std::optional<ActorId> issuer_in(const Clauses& clauses, const Cast& cast, std::string_view kind) {
  for (Index t = clauses.size(); t-- > 0;) {
    if (clauses.at(t).lemma != kind) continue;
    const Index verb = clauses.verb_over(t);
    const Index subject = verb < 0 ? -1 : clauses.subject_of(verb);
    if (subject < 0) continue;
    if (const ActorMention* who = clauses.actor_at(cast, subject))
      return cast.actors[who->actor].id;
  }
  return std::nullopt;
}

}  // namespace

void find_authors(const Analysis& analysis, const Cast& cast, const ClauseWords& words,
                  std::vector<Mention>& mentions) {
  constexpr std::uint32_t reach = 3;  // sentences back
  for (Mention& said : mentions) {
    const bool says = is_saying(said.type) || said.type == "SUPPORT";
    if (!says || has_role(said.participants, Role::source)) continue;
    const auto& sentences = analysis.sentences;
    const auto here = std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& one) {
      return one.span.begin <= said.trigger.begin && said.trigger.begin < one.span.end;
    });
    if (here == sentences.end()) continue;
    const auto index = static_cast<std::uint32_t>(here - sentences.begin());
    const Clauses clauses(analysis, index);
    const Index trigger = clauses.find(said.trigger);
    const Index subject = trigger < 0 ? -1 : clauses.subject_of(trigger);
    if (subject < 0 || !words.is(ClauseWord::document, clauses.at(subject).lemma) ||
        !clauses.is_definite(subject))
      continue;
    for (std::uint32_t back = 1; back <= std::min(reach, index); ++back) {
      const auto issuer =
          issuer_in(Clauses(analysis, index - back), cast, clauses.at(subject).lemma);
      if (!issuer) continue;
      if (!takes_part(said.participants, *issuer))
        said.participants.push_back({*issuer, Role::source, Span{}});
      break;
    }
  }
}

}  // namespace annals
