#include "graph/event.h"

#include <algorithm>
#include <array>

#include "graph/enum_words.h"

namespace annals {
namespace {

constexpr std::array<std::string_view, 6> status_words = {"happened", "planned", "cancelled",
                                                          "alleged",  "denied",  "hypothetical"};
constexpr std::array<std::string_view, 5> basis_words = {"expression", "dateline-relative",
                                                         "reporting-day", "linked", "none"};
constexpr std::array<std::string_view, 3> role_words = {"source", "target", "other"};

}  // namespace

bool takes_part(const std::vector<Participant>& all, ActorId who) {
  return std::any_of(all.begin(), all.end(),
                     [who](const Participant& one) { return one.actor == who; });
}

bool has_role(const std::vector<Participant>& all, Role role) {
  return std::any_of(all.begin(), all.end(),
                     [role](const Participant& one) { return one.role == role; });
}

std::string_view format_status(Status status) {
  return status_words.at(static_cast<std::size_t>(status));
}

std::optional<Status> parse_status(std::string_view word) {
  return find_word<Status>(status_words, word);
}

std::string_view format_date_basis(DateBasis basis) {
  return basis_words.at(static_cast<std::size_t>(basis));
}

std::optional<DateBasis> parse_date_basis(std::string_view word) {
  return find_word<DateBasis>(basis_words, word);
}

std::string_view format_role(Role role) { return role_words.at(static_cast<std::size_t>(role)); }

std::optional<Role> parse_role(std::string_view word) { return find_word<Role>(role_words, word); }

bool is_symmetric(std::string_view type) {
  return type == "CONSULT" || type == "COOPERATE" || type == "AGREE";
}

MentionId mention_id(const Mention& mention) {
  return MentionId{
      hash_of({"mention", format_hex(mention.article.value), mention.type, mention.cameo,
               std::to_string(mention.trigger.begin), std::to_string(mention.trigger.end)})};
}

std::string display_id(EventId id) { return "E" + format_hex(id.value).substr(0, 6); }

}  // namespace annals
