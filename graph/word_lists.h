#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace annals {

/// The words between white space. A part in double quotes is one word, without its quotes.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

/// Words by the lists that they stand in; a word may stand in several. Const after they are filled;
/// threads may share one.
class WordLists {
 public:
  /// `names` of the lists that there are, 64 at most; they must outlive this.
  explicit WordLists(std::span<const std::string_view> names) : names_(names) {}

  /// The names, in the order of their indices.
  [[nodiscard]] std::span<const std::string_view> names() const { return names_; }
  /// Adds a word to the list of this name; false when there is no such list.
  [[nodiscard]] bool add(std::string_view list, std::string word);
  /// True when `word`, as it was added, stands in the list of this index.
  [[nodiscard]] bool is(unsigned list, std::string_view word) const {
    const auto found = words_.find(word);
    return found != words_.end() && (found->second >> list & 1U) != 0;
  }
  /// Calls `see(word, lists)` for each word, in no order; bit i of `lists` is set when it stands in
  /// the list of index i.
  template <class See>
  void visit(See see) const {
    for (const auto& [word, lists] : words_) see(std::string_view(word), lists);
  }
  /// The same for the same words in the same lists, whatever their order.
  [[nodiscard]] std::uint64_t fingerprint() const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::span<const std::string_view> names_;
  std::unordered_map<std::string, std::uint64_t, Hash, std::equal_to<>> words_;
};

}  // namespace annals
