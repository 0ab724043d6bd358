#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/answer_index.h"
#include "graph/actor.h"
#include "graph/article.h"
#include "graph/event.h"

namespace annals {

/// Words of a clause that stand for one or more actors.
struct Naming {
  Span span;
  std::vector<const Actor*> actors;
};

/// Who must be named in a headline: those who act and are acted on, else all. Who is not in the
/// answer need not be.
[[nodiscard]] std::set<ActorId> needed_in(const Event& event, const AnswerIndex& index);

/// Who of those who take part is named in these spans of the article that tells of it, in the order
/// of the text; a name inside a name goes with it.
[[nodiscard]] std::vector<Naming> namings_in(const Mention& mention, std::span<const Span> spans,
                                             const AnswerIndex& index);

/// How a naming is written in a headline: people by their full names, others as the article calls
/// them unless that is only a pronoun or a common noun. An object "it" may be a claim, and stays.
[[nodiscard]] std::string words_for(const Naming& naming, std::string_view text, bool is_object);

}  // namespace annals
