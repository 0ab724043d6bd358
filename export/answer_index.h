#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/answer.h"
#include "query/tell.h"

namespace annals {

/// Looks things up in an answer by id. A loan: `answer` must outlive it. Absent ids give null, so
/// that writers survive an answer that is not closed.
class AnswerIndex {
 public:
  explicit AnswerIndex(const Answer& answer);

  [[nodiscard]] const Actor* actor(ActorId id) const;
  [[nodiscard]] const Event* event(EventId id) const;
  [[nodiscard]] const Mention* mention(MentionId id) const;
  [[nodiscard]] const Article* article(ArticleId id) const;

  /// The actor's name, or its id in hex when it is not in the answer.
  [[nodiscard]] std::string name(ActorId id) const;
  /// Names joined with ", ".
  [[nodiscard]] std::string names(std::span<const ActorId> ids) const;
  /// The mentions of an event that are here, in its order.
  [[nodiscard]] std::vector<const Mention*> mentions(const Event& event) const;

 private:
  std::vector<const Actor*> actors_;
  std::vector<const Event*> events_;
  std::vector<const Mention*> mentions_;
  std::vector<const Article*> articles_;
};

/// The outlet, else the host of its address, else how the article is called.
[[nodiscard]] std::string outlet_of(const Article& article);

}  // namespace annals
