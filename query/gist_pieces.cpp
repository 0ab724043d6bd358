#include "query/gist_pieces.h"

#include <algorithm>
#include <optional>
#include <span>

#include "query/bare_names.h"
#include "query/doers.h"
#include "query/offices.h"
#include "query/type_words.h"
#include "query/vocabulary.h"

namespace annals {
namespace {

using Kind = GistPiece::Kind;
using Words = std::span<const Word>;

bool is_capital(const Word& word) {
  const auto first = static_cast<unsigned char>(word.text[0]);
  return (first >= 'A' && first <= 'Z') || first >= 0x80;
}

std::size_t refusal_at(Words words, std::string& advice) {
  static const std::vector<WordRow> rows = rows_of(WordTable::refusals);
  return entry_of(rows, words, advice);
}

std::size_t question_at(Words words, std::string& asked) {
  static const std::vector<WordRow> rows = rows_of(WordTable::asks);
  return entry_of(rows, words, asked);
}

class Cutter {
 public:
  Cutter(const NameBook& names, Words words) : names_(names), words_(words) {}

  std::vector<GistPiece> cut() {
    while (const std::size_t count = entry_at(WordList::lead, rest())) at_ += count;
    while (at_ < words_.size()) cut_one();
    return std::move(pieces_);
  }

 private:
  [[nodiscard]] Words rest() const { return words_.subspan(at_); }

  void add(Kind kind, std::size_t count, std::string what = {}) {
    const Words taken = rest().first(count);
    pieces_.push_back(
        {.kind = kind, .words = {taken.begin(), taken.end()}, .what = std::move(what)});
    at_ += count;
  }

  void cut_one() {
    std::string what;
    const Word& word = rest().front();
    if (word.quoted) return add(Kind::actor, 1, word.text);
    const bool counts = !pieces_.empty() && pieces_.back().what == "how many";
    if (counts && stands_in(WordList::counted, word)) return add(Kind::topic, 1);
    if (stands_in(WordList::say, word)) return add(Kind::say, 1);
    if (stands_in(WordList::cancel, word)) return add(Kind::status, 1, "cancelled");
    if (stands_in(WordList::plan, word)) return add(Kind::status, 1, "planned");
    if (const std::size_t count = refusal_at(rest(), what)) return add(Kind::refused, count, what);
    if (const std::size_t count = known_name(rest())) {
      if (is_common_behind_name()) return add(Kind::topic, count);
      return add_actor(count + owned_by(count));
    }
    if (const std::size_t count = question_at(rest(), what)) return add(Kind::ask, count, what);
    if (const std::size_t count = order_at(what)) return add(Kind::order, count, what);
    if (is_one_of(word, {"most"})) {
      const bool often = rest().size() > 1 && is_one_of(rest()[1], {"often", "frequently"});
      return add(Kind::most, often ? 2 : 1);
    }
    if (stands_in(WordList::pronoun, word)) return add(Kind::pronoun, 1);
    if (const auto type = find_type(rest()); type && !is_auxiliary())
      return add(Kind::type, type->count);
    if (stands_in(WordList::auxiliary, word)) return add(Kind::auxiliary, 1);
    if (const std::size_t count = entry_at(WordList::filler, rest())) {
      at_ += count;
      return;
    }
    if (carries_type()) {
      ++at_;
      return;
    }
    if (stands_in(WordList::link, word)) return add(Kind::link, 1);
    if (is_doers(word)) return add(Kind::doers, 1);
    if (const long number = small_number(word); number > 0)
      return add(Kind::number, 1, std::to_string(number));
    if (const std::size_t count = likely_name(what)) return add(Kind::actor, count, what);
    add(Kind::topic, 1);
  }

  /// "carried out the most attacks": a verb that says no more than the noun behind it.
  [[nodiscard]] bool carries_type() const {
    if (!stands_in(WordList::light, rest().front())) return false;
    std::size_t next = 1;
    while (next < rest().size() &&
           (stands_in(WordList::beside_light, rest()[next]) ||
            is_one_of(rest()[next], {"most", "more", "many", "several", "number", "of"})))
      ++next;
    return next < rest().size() && find_kind(rest().subspan(next));
  }

  /// "did" is a deed behind a name and at the end: "what Meng did", "what did Meng do".
  [[nodiscard]] bool is_auxiliary() const {
    if (!stands_in(WordList::auxiliary, rest().front())) return false;
    if (rest().size() == 1) return false;
    return pieces_.empty() || pieces_.back().kind != Kind::actor;
  }

  /// 1 where the name and the word for doers behind it are a name together: "Darfur rebels".
  [[nodiscard]] std::size_t owned_by(std::size_t count) const {
    if (count >= rest().size() || !is_doers(rest()[count])) return 0;
    const NameLookup both = find_actor(names_, join_words(rest().first(count + 1)));
    return both.ids.size() == 1 && !both.begins ? 1 : 0;
  }

  /// "UN troops" that nobody is called: troops right behind a name are no second name.
  [[nodiscard]] bool is_common_behind_name() const {
    const bool beside = !pieces_.empty() && pieces_.back().kind == Kind::actor &&
                        pieces_.back().words.back().end + 1 == rest()[0].begin;
    if (!beside || rest()[0].quoted || is_capital(rest()[0])) return false;
    const auto ids = find_exact_actor(names_.store(), rest()[0].text).ids;
    const auto actor = ids.empty() ? std::nullopt : names_.store().actor(ids.front());
    return actor && actor->kind == ActorKind::role_group && actor->country.empty();
  }

  std::size_t order_at(std::string& what) const {
    const Word& word = rest().front();
    const bool recent = rest().size() > 1 && is_one_of(word, {"most"}) &&
                        is_one_of(rest()[1], {"recent", "recently"});
    if (recent || is_one_of(word, {"last", "latest", "newest", "final"})) what = "last";
    if (is_one_of(word, {"first", "earliest"})) what = "first";
    if (what.empty()) return 0;
    const std::size_t next = recent ? 2 : 1;
    return rest().size() > next && is_one_of(rest()[next], {"time", "thing"}) ? next + 1 : next;
  }

  void add_actor(std::size_t count) {
    // "Japanese ambassador Morihisa Aoki" is one
    const bool beside = !pieces_.empty() && pieces_.back().kind == Kind::actor &&
                        pieces_.back().words.back().end + 1 == rest()[0].begin;
    if (beside && names_office(pieces_.back().what)) pieces_.pop_back();
    add(Kind::actor, count, without_owner(join_words(rest().first(count))));
  }

  /// The longest name at the front that somebody has, or an office that somebody held.
  [[nodiscard]] std::size_t known_name(Words words) const {
    constexpr std::size_t longest = 6;
    const auto is_small = [](const Word& word) {
      std::string ignored;
      return stands_in(WordList::link, word) || stands_in(WordList::auxiliary, word) ||
             stands_in(WordList::determiner, word) || question_at(Words(&word, 1), ignored) > 0;
    };
    if (is_small(words.front())) return 0;
    for (std::size_t count = std::min(longest, words.size()); count > 0; --count) {
      const Words name = words.first(count);
      const bool quoted =
          std::any_of(name.begin(), name.end(), [](auto& each) { return each.quoted; });
      if (quoted || is_small(name.back())) continue;
      const std::string text = without_owner(join_words(name));
      const bool exact = !find_exact_actor(names_.store(), text).ids.empty();
      if (exact && count == 1 && is_common(name.front())) continue;
      if (exact) return count;
      if (count == 1) continue;
      if (names_office(text) && !holders_of(names_, text, {}).empty()) return count;
      const std::string bare = without_rank(text);
      if (!bare.empty() && !find_exact_actor(names_.store(), bare).ids.empty()) return count;
    }
    return 0;
  }

  /// A word that is no name unless it is written as one: "visit", "ministers", "us".
  [[nodiscard]] bool is_common(const Word& word) const {
    std::string ignored;
    const bool begins = at_ == 0;  // the first word of a question has a capital anyway
    const bool small = find_type(Words(&word, 1)) || is_doers(word) ||
                       stands_in(WordList::filler, word) || stands_in(WordList::lead, word) ||
                       refusal_at(Words(&word, 1), ignored) > 0;
    return small && (begins || !is_capital(word));
  }

  static bool is_noun(const Word& word) {
    return !word.quoted && !is_capital(word) && !stands_in(WordList::link, word) &&
           !stands_in(WordList::auxiliary, word) && !find_type(Words(&word, 1));
  }

  /// Capitals that nobody is called as they stand: the beginning of a name, or a misspelt one.
  [[nodiscard]] std::size_t likely_name(std::string& name) const {
    constexpr std::size_t longest = 4;
    std::size_t count = 0;
    while (count < std::min(longest, rest().size()) && !rest()[count].quoted &&
           is_capital(rest()[count]))
      ++count;
    if (count == 0 && is_surname(names_, rest()[0])) {
      name = rest()[0].text;
      return 1;
    }
    for (; count > 0; --count) {
      name = without_owner(join_words(rest().first(count)));
      const NameLookup found = find_actor(names_, name);
      // "Asian leaders": a name that only begins so is none
      const bool adjective =
          found.ids.size() > 1 && count < rest().size() && is_noun(rest()[count]);
      if (!adjective && (!found.ids.empty() || found.misspelt)) return count;
    }
    return 0;
  }

  const NameBook& names_;
  Words words_;
  std::size_t at_ = 0;
  std::vector<GistPiece> pieces_;
};

}  // namespace

bool is_link(const GistPiece& piece, std::initializer_list<std::string_view> choices) {
  return piece.kind == GistPiece::Kind::link && is_one_of(piece.words.front(), choices);
}

std::vector<GistPiece> gist_pieces(const NameBook& names, const std::vector<Word>& words) {
  return Cutter(names, words).cut();
}

}  // namespace annals
