#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "link/input.h"

namespace annals {

/// Everything that articles say under one actor id; persons of a single name are kept apart by
/// country.
struct ActorForm {
  ActorId id;
  ActorKind kind = ActorKind::person;
  std::string folded;
  std::string office;                        // of a person of full name: the country of an office
  std::map<std::string, std::size_t> names;  // as written -> articles
  std::set<std::string> aliases;
  std::map<std::string, std::size_t> countries;
  std::map<std::string, std::size_t> codes;
  std::set<ActorRole> roles;
  std::size_t articles = 0;

  [[nodiscard]] bool is_full_name() const { return folded.find(' ') != std::string::npos; }
};

/// The forms of the actors of many articles.
class ActorForms {
 public:
  explicit ActorForms(std::span<const LinkArticle> articles);

  [[nodiscard]] const std::vector<ActorForm>& all() const { return forms_; }
  /// For each article: the form of each of its actors.
  [[nodiscard]] const std::vector<std::map<ActorId, std::size_t>>& used() const { return used_; }

 private:
  std::size_t add(const Actor& actor);

  std::vector<ActorForm> forms_;
  std::map<std::pair<ActorId, std::string>, std::size_t> index_;
  std::vector<std::map<ActorId, std::size_t>> used_;
};

/// The value of most articles, the longest among equals; empty when there is none.
[[nodiscard]] std::string most_common(const std::map<std::string, std::size_t>& counts);

}  // namespace annals
