#include "ingest/events/events_visits.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace annals {
namespace {

class Visits {
 public:
  Visits(const Article& article, const Cast& cast) : article_(article), cast_(cast) {}

  [[nodiscard]] static bool is_visit(const Mention& mention) {
    return mention.type == "CONSULT" && (mention.cameo == "042" || mention.cameo == "036");
  }

  [[nodiscard]] bool goes_home(const Mention& visit) const {
    return slice(article_.text, visit.trigger).starts_with("return") &&
           std::any_of(visit.participants.begin(), visit.participants.end(),
                       [&](const Participant& one) {
                         return one.role == Role::target && is_of(one.actor, visit);
                       });
  }

  void send_abroad(Mention& visit) const {
    for (Participant& host : visit.participants) {
      const ActorMention* told = telling(host);
      if (host.role != Role::target || told == nullptr || told->reference != Reference::nominal ||
          !is_country(host.actor) || !is_of(host.actor, visit))
        continue;
      host.actor = country_before(*told, visit).value_or(ActorId{});
    }
    std::erase_if(visit.participants,
                  [](const Participant& one) { return one.actor == ActorId{}; });
  }

 private:
  [[nodiscard]] bool is_country(ActorId id) const {
    const Actor* actor = find_actor(cast_.actors, id);
    return actor != nullptr && actor->kind == ActorKind::country;
  }

  /// True when one of those who visit is of this actor's country.
  [[nodiscard]] bool is_of(ActorId host, const Mention& visit) const {
    const std::string_view country = country_of(cast_.actors, host);
    return !country.empty() && std::any_of(visit.participants.begin(), visit.participants.end(),
                                           [&](const Participant& one) {
                                             return one.role != Role::target &&
                                                    country_of(cast_.actors, one.actor) == country;
                                           });
  }

  [[nodiscard]] const ActorMention* telling(const Participant& one) const {
    const auto found =
        std::find_if(cast_.mentions.begin(), cast_.mentions.end(),
                     [&](const ActorMention& mention) { return mention.span == one.span; });
    return found == cast_.mentions.end() ? nullptr : &*found;
  }

  /// The country named last before the words, other than the visitors'.
  [[nodiscard]] std::optional<ActorId> country_before(const ActorMention& told,
                                                      const Mention& visit) const {
    constexpr std::uint32_t reach = 3;  // sentences back
    const ActorMention* last = nullptr;
    for (const ActorMention& mention : cast_.mentions) {
      if (mention.span.end > told.span.begin || mention.sentence + reach < told.sentence ||
          mention.reference != Reference::name)
        continue;
      const ActorId id = cast_.actors[mention.actor].id;
      if (!is_country(id) || is_of(id, visit)) continue;
      if (last == nullptr || mention.span.begin > last->span.begin) last = &mention;
    }
    if (last == nullptr) return std::nullopt;
    return cast_.actors[last->actor].id;
  }

  const Article& article_;
  const Cast& cast_;
};

}  // namespace

void mend_visits(const Article& article, const Cast& cast, std::vector<Mention>& mentions) {
  const Visits visits(article, cast);
  std::erase_if(mentions, [&](const Mention& mention) {
    return Visits::is_visit(mention) && visits.goes_home(mention);
  });
  for (Mention& mention : mentions) {
    if (Visits::is_visit(mention)) visits.send_abroad(mention);
  }
}

}  // namespace annals
