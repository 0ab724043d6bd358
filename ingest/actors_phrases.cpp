#include "ingest/actors_phrases.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/characters.h"
#include "ingest/one_of.h"

namespace annals {
namespace {

using Kind = Piece::Kind;

constexpr std::array<std::string_view, 22> calendar = {
    "monday",   "tuesday",  "wednesday", "thursday", "friday",    "saturday", "sunday", "january",
    "february", "march",    "april",     "may",      "june",      "july",     "august", "september",
    "october",  "november", "december",  "today",    "yesterday", "tomorrow"};

constexpr std::array<std::string_view, 9> former_words = {
    "former", "ex", "ousted", "deposed", "late", "exiled", "erstwhile", "toppled", "retired"};

bool is_possessive_mark(const Token& token) {
  return token.form == "'s" || token.form == "\xE2\x80\x99s" || token.xpos == "POS" ||
         ((token.form == "'" || token.form == "\xE2\x80\x99") && token.upos == Upos::PART);
}

bool is_hyphen(const Token& token) {
  return token.form == "-" || token.form == "\xE2\x80\x90" || token.form == "\xE2\x80\x91";
}

std::int32_t number_of(std::string_view word) {
  static constexpr std::array<std::string_view, 13> words = {
      "",      "one",   "two",  "three", "four",   "five",  "six",
      "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  const auto* found = std::find(words.begin() + 1, words.end(), word);
  if (found != words.end()) return static_cast<std::int32_t>(found - words.begin());
  std::int32_t number = 0;
  for (const char c : word) {
    if (!is_digit(c)) return 0;
    if (number > 1'000'000) return number;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// Cuts a sentence into noun phrases.
class Chunker {
 public:
  Chunker(const Sentence& sentence, std::uint32_t index, const std::vector<Piece>& pieces,
          const Gazetteer& gazetteer)
      : sentence_(sentence), index_(index), pieces_(pieces), gazetteer_(gazetteer) {
    piece_of_.assign(sentence.tokens.size(), -1);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      for (auto t = pieces[i].first; t < pieces[i].last; ++t)
        piece_of_[static_cast<std::size_t>(t)] = static_cast<int>(i);
    }
    has_tree_ = std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                            [](const Token& t) { return t.head >= 0; });
  }

  std::vector<NounPhrase> cut() {
    const auto size = static_cast<std::int32_t>(sentence_.tokens.size());
    for (std::int32_t t = 0; t < size;) {
      if (!begins(t)) {
        ++t;
        continue;
      }
      std::int32_t end = t + 1;
      if (piece(t) != nullptr) end = piece(t)->last;
      while (end < size && continues(end)) end = piece(end) != nullptr ? piece(end)->last : end + 1;
      while (end > t + 1 && !ends(end - 1)) --end;
      while (t + 1 < end && is_measure(t)) ++t;
      split(t, end);
      t = std::max(end, t + 1);
    }
    return std::move(phrases_);
  }

 private:
  [[nodiscard]] const Token& at(std::int32_t t) const {
    return sentence_.tokens[static_cast<std::size_t>(t)];
  }
  [[nodiscard]] const Piece* piece(std::int32_t t) const {
    const int i = piece_of_[static_cast<std::size_t>(t)];
    return i < 0 ? nullptr : &pieces_[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] bool is_date(std::int32_t t) const {
    const std::string word = lower(at(t).form);
    return one_of(word, calendar) &&
           (is_capitalized(at(t).form) || word.ends_with("day") || word == "tomorrow");
  }

  [[nodiscard]] bool is_determiner(std::int32_t t) const {
    const auto& token = at(t);
    return token.upos == Upos::DET || (token.upos == Upos::PRON && token.xpos == "PRP$") ||
           has_feature(token, "Poss", "Yes");
  }
  [[nodiscard]] bool is_nominal(std::int32_t t) const {
    if (piece(t) != nullptr) return true;
    if (is_date(t)) return false;
    switch (at(t).upos) {
      case Upos::ADJ:
      case Upos::NOUN:
      case Upos::PROPN:
      case Upos::NUM:
        return true;
      default:
        return false;
    }
  }
  [[nodiscard]] bool begins(std::int32_t t) const {
    return is_determiner(t) || is_nominal(t) || is_participle(t);
  }

  /// "elected officials", "fighting forces"
  [[nodiscard]] bool is_participle(std::int32_t t) const {
    return at(t).upos == Upos::VERB && (at(t).deprel == "amod" || at(t).deprel == "compound") &&
           at(t).head > t;
  }

  [[nodiscard]] bool continues(std::int32_t t) const {
    if (piece(t) != nullptr) return true;
    if (is_determiner(t) || is_date(t)) return false;
    if (is_nominal(t) || is_participle(t)) return true;
    const bool more = t + 1 < static_cast<std::int32_t>(sentence_.tokens.size());
    if (is_hyphen(at(t))) return more && !at(t).space_after && !at(t - 1).space_after;
    if (is_hyphen(at(t - 1)) && !at(t - 1).space_after) return true;  // "Afghan-based"
    return at(t).upos == Upos::ADV && at(t).deprel == "advmod" && more &&
           at(t + 1).upos == Upos::ADJ && at(t).head == t + 1;
  }

  /// "[at least] eight leaders", "[more than] 500 troops"
  [[nodiscard]] bool is_measure(std::int32_t t) const {
    static constexpr std::array<std::string_view, 4> words = {"least", "most", "more", "than"};
    return piece(t) == nullptr && one_of(lower(at(t).form), words);
  }

  /// True when a phrase may end with this token.
  [[nodiscard]] bool ends(std::int32_t t) const {
    return piece(t) != nullptr ||
           !(is_hyphen(at(t)) || at(t).upos == Upos::ADV || at(t).upos == Upos::VERB);
  }

  /// Two phrases may stand side by side ("told Reuters Pakistan will ..."): no arc of the tree
  /// joins them.
  void split(std::int32_t first, std::int32_t last) {
    std::int32_t begin = first;
    for (std::int32_t t = first + 1; t < last && has_tree_; ++t) {
      if (piece(t) != nullptr && piece(t) == piece(t - 1)) continue;
      if (is_hyphen(at(t)) || is_hyphen(at(t - 1)) || is_determiner(t - 1)) continue;
      if (is_attribute(t - 1) || is_title_of(t - 1, t) || joined(begin, t, last)) continue;
      add(begin, t);
      begin = t;
    }
    add(begin, last);
  }

  /// A singular office right before a name or a rank belongs to it: "army chief General Kayani".
  [[nodiscard]] bool is_title_of(std::int32_t left, std::int32_t right) const {
    const Piece* title = piece(left);
    const Piece* name = piece(right);
    if (title == nullptr || name == nullptr || title->kind != Kind::role || title->plural)
      return false;
    const auto role_class = gazetteer_.roles[title->index].role_class;
    if (role_class == RoleClass::body || role_class == RoleClass::group ||
        role_class == RoleClass::state)
      return false;
    if (name->kind == Kind::name || name->kind == Kind::actor) return true;
    if (name->kind != Kind::role || !name->capital) return false;
    const auto next = gazetteer_.roles[name->index].role_class;
    return next == RoleClass::rank || next == RoleClass::honorific;
  }

  /// An adjective, which no phrase ends with: "Romanian" officials.
  [[nodiscard]] bool is_attribute(std::int32_t t) const {
    const Piece* here = piece(t);
    if (here == nullptr) return at(t).upos == Upos::ADJ || at(t).upos == Upos::NUM;
    return here->kind == Kind::adjective || here->kind == Kind::regional ||
           here->kind == Kind::modifier || here->kind == Kind::people || here->kind == Kind::locals;
  }

  [[nodiscard]] bool joined(std::int32_t begin, std::int32_t border, std::int32_t last) const {
    for (std::int32_t t = begin; t < last; ++t) {
      const auto head = at(t).head;
      if (head < begin || head >= last) continue;
      if ((t < border) != (head < border)) return true;
    }
    return false;
  }

  void add(std::int32_t first, std::int32_t last) {
    NounPhrase phrase{.sentence = index_,
                      .first = first,
                      .last = last,
                      .head = last - 1,
                      .begin = first,
                      .end = last,
                      .pieces = {}};
    std::int32_t content = last;  // before a number at the end
    while (content > first + 1 && at(content - 1).upos == Upos::NUM &&
           piece(content - 1) == nullptr)
      --content;
    phrase.head = content - 1;
    for (std::int32_t t = first; t < last; ++t) read_word(t, phrase);
    if (!phrase.pieces.empty() && phrase.pieces.back().last == content) {
      phrase.core = static_cast<std::int32_t>(phrase.pieces.size()) - 1;
    }
    const Token& head = at(phrase.head);
    const Piece* core = phrase.core_piece();
    phrase.plural =
        core != nullptr && core->kind == Kind::role
            ? core->plural || gazetteer_.roles[core->index].role_class == RoleClass::group
            : head.xpos == "NNS" || head.xpos == "NNPS" ||
                  (core != nullptr && (core->kind == Kind::people || core->kind == Kind::locals));
    phrases_.push_back(std::move(phrase));
  }

  void read_word(std::int32_t t, NounPhrase& phrase) const {
    const Piece* here = piece(t);
    if (here != nullptr) {
      if (phrase.pieces.empty() || !(phrase.pieces.back() == *here)) phrase.pieces.push_back(*here);
      if (here->kind != Kind::name) return;
    }
    const std::string word = lower(at(t).form);
    if (one_of(word, former_words)) phrase.former = true;
    if (at(t).upos == Upos::NUM && phrase.number == 0) phrase.number = number_of(word);
    if (t == phrase.first) phrase.determiner = determiner_of(word, t);
    if (phrase.determiner == Determiner::possessive && t == phrase.first) phrase.owner_word = t;
  }

  [[nodiscard]] Determiner determiner_of(const std::string& word, std::int32_t t) const {
    if (word == "the") return Determiner::definite;
    if (word == "both") return Determiner::both;
    if (word == "this" || word == "that" || word == "these" || word == "those")
      return Determiner::demonstrative;
    if (!is_determiner(t)) return Determiner::none;
    if (at(t).upos == Upos::PRON || has_feature(at(t), "Poss", "Yes"))
      return Determiner::possessive;
    return Determiner::indefinite;
  }

  const Sentence& sentence_;
  std::uint32_t index_;
  const std::vector<Piece>& pieces_;
  const Gazetteer& gazetteer_;
  std::vector<int> piece_of_;
  bool has_tree_ = false;
  std::vector<NounPhrase> phrases_;
};

/// Finds what phrases have to do with their neighbours.
class Joiner {
 public:
  Joiner(const Sentence& sentence, const Gazetteer& gazetteer, std::vector<NounPhrase>& phrases)
      : sentence_(sentence), gazetteer_(gazetteer), phrases_(phrases) {}

  void join() {
    for (std::size_t i = phrases_.size(); i-- > 0;)
      join_after(i);  // from the right: "head of the army of X"
    for (std::size_t i = 0; i < phrases_.size(); ++i) join_before(i);
    for (std::size_t i = 0; i + 1 < phrases_.size(); ++i) join_names(i);
  }

 private:
  [[nodiscard]] const Token& at(std::int32_t t) const {
    return sentence_.tokens[static_cast<std::size_t>(t)];
  }
  [[nodiscard]] std::string word(std::int32_t t) const {
    return t < static_cast<std::int32_t>(sentence_.tokens.size()) ? lower(at(t).form)
                                                                  : std::string();
  }
  [[nodiscard]] const RoleNoun* role(const NounPhrase& phrase) const {
    const Piece* core = phrase.core_piece();
    return core != nullptr && core->kind == Kind::role ? &gazetteer_.roles[core->index] : nullptr;
  }
  [[nodiscard]] static bool is_named(const NounPhrase& phrase) {
    const Piece* core = phrase.core_piece();
    return core != nullptr && (core->kind == Kind::name || core->kind == Kind::actor);
  }
  /// A name that is not known to be one of a thing.
  [[nodiscard]] bool may_be_person(const NounPhrase& phrase) const {
    if (!is_named(phrase)) return false;
    const Piece* core = phrase.core_piece();
    if (core->kind == Kind::actor) return gazetteer_.actors[core->index].kind == ActorKind::person;
    return core->names != Piece::Names::organization && core->names != Piece::Names::place;
  }
  [[nodiscard]] bool is_person_role(const NounPhrase& phrase) const {
    const RoleNoun* noun = role(phrase);
    if (noun == nullptr || phrase.plural) return false;
    return noun->role_class == RoleClass::office || noun->role_class == RoleClass::member ||
           noun->role_class == RoleClass::head || noun->role_class == RoleClass::voice ||
           noun->role_class == RoleClass::rank;
  }

  /// A group of people, whose place tells which one it is.
  [[nodiscard]] bool leans(const NounPhrase& phrase) const {
    const Piece* core = phrase.core_piece();
    return core != nullptr &&
           (core->kind == Kind::role || core->kind == Kind::people || core->kind == Kind::locals);
  }

  /// "of X", "in X" and "(X)" after phrase i.
  void join_after(std::size_t i) {
    auto& phrase = phrases_[i];
    if (i + 1 >= phrases_.size()) return;
    const std::int32_t t = phrase.last;
    const auto next = static_cast<std::int32_t>(i) + 1;
    const auto& after = phrases_[i + 1];
    if (after.first != t + 1) return;
    const std::string between = word(t);
    const RoleNoun* noun = role(phrase);
    const bool voice = noun != nullptr && noun->role_class == RoleClass::voice;
    if ((between == "of" || between == "for") && is_person_role(phrase) &&
        names_after_origin(after)) {
      phrases_[i + 1].begin = phrase.begin;  // "Chairman of the Joint Chiefs of Staff Mike Mullen"
      phrases_[i + 1].named = static_cast<std::int32_t>(i);
      phrase.named = next;
      phrase.of_inside = true;
    } else if (between == "of" || (between == "for" && voice)) {
      phrase.of = next;
      phrase.end = after.end;
    } else if ((between == "in" || between == "from" || between == "at" ||
                between == "throughout") &&
               leans(phrase)) {
      phrase.in = next;
      const auto head =
          at(after.head).head;  // the tree hangs the place on the phrase, not on the verb
      if (head >= phrase.first && head < phrase.last) phrase.end = after.end;
    } else if (is_possessive_mark(at(t))) {
      phrases_[i + 1].owner = static_cast<std::int32_t>(i);
    }
  }

  /// "[Joint Chiefs of Staff] [Mike Mullen]", "[Sindh] [Ishrat-ul-Ebad]"
  [[nodiscard]] bool names_after_origin(const NounPhrase& phrase) const {
    const Piece* core = phrase.core_piece();
    if (core == nullptr || phrase.core == 0 || !is_named(phrase)) return false;
    if (core->kind == Kind::actor && gazetteer_.actors[core->index].kind != ActorKind::person)
      return false;
    if (core->kind == Kind::name && core->names == Piece::Names::organization) return false;
    auto before = static_cast<std::size_t>(phrase.core);
    while (before > 0 && phrase.pieces[before - 1].kind == Kind::role) --before;  // "General"
    return before > 0 && (has_origin(phrase.pieces[before - 1]) ||
                          phrase.pieces[before - 1].kind == Kind::portfolio);
  }

  void join_before(std::size_t i) {
    auto& phrase = phrases_[i];
    if (phrase.owner >= 0) phrase.begin = phrases_[static_cast<std::size_t>(phrase.owner)].begin;
    if (phrase.of_inside) phrases_[static_cast<std::size_t>(phrase.named)].begin = phrase.begin;
    if (i == 0) return;
    auto& before = phrases_[i - 1];
    const std::string between = before.last + 1 == phrase.first ? word(before.last) : std::string();
    if (between != "and" && between != "or" && between != "&") return;
    const Piece* left = before.core_piece();
    if (at(before.head).upos == Upos::ADJ && role(phrase) != nullptr && left != nullptr &&
        !has_origin(*left)) {
      before.core = -1;  // "top Pakistani civilian and military leaders"
      phrase.shares = static_cast<std::int32_t>(i) - 1;
      return;
    }
    if (left != nullptr && is_adjectival(*left) && phrase.pieces.size() > 1 &&
        has_origin(phrase.pieces.front())) {
      before.shares = static_cast<std::int32_t>(i);  // Hungarian and Romanian officials
    } else if (role(phrase) != nullptr && phrase.owner < 0 &&
               phrase.determiner == Determiner::none && role(before) != nullptr &&
               !has_origin_in(phrase)) {
      phrase.shares = static_cast<std::int32_t>(i) - 1;  // Pakistan's government and army
    }
  }

  [[nodiscard]] static bool has_origin(const Piece& piece) {
    switch (piece.kind) {
      case Kind::country:
      case Kind::adjective:
      case Kind::regional:
      case Kind::region:
      case Kind::people:
      case Kind::locals:
      case Kind::actor:
        return true;
      default:
        return false;
    }
  }
  [[nodiscard]] static bool has_origin_in(const NounPhrase& phrase) {
    return std::any_of(phrase.pieces.begin(), phrase.pieces.end(),
                       [](const Piece& piece) { return has_origin(piece); });
  }
  /// What may stand for an adjective of a country: "Chechen", "French", "U.S.", "US".
  [[nodiscard]] bool is_adjectival(const Piece& piece) const {
    if (piece.kind == Kind::adjective || piece.kind == Kind::regional || piece.kind == Kind::people)
      return true;
    const auto form = sentence_.tokens[static_cast<std::size_t>(piece.first)].form;
    return piece.kind == Kind::country && std::none_of(form.begin(), form.end(), is_lower);
  }

  /// "X, chairman of Y," and "Y's chairman, X,": two phrases for one person.
  void join_names(std::size_t i) {
    auto& left = phrases_[i];
    if (left.of_inside) return;
    std::size_t j = i + 1;
    while (j < phrases_.size() && phrases_[j].first < left.end) ++j;
    if (j >= phrases_.size()) return;
    std::int32_t t = std::max(left.end, left.last);
    t = past_brackets(t);
    if (word(t) != ",") return;
    while (j < phrases_.size() && phrases_[j].first <= t) ++j;
    if (j >= phrases_.size()) return;
    // "Khan Alam Marwat, 40, a car salesman"
    if (phrases_[j].first == t + 1 && at(t + 1).upos == Upos::NUM && phrases_[j].last == t + 2 &&
        word(t + 2) == ",") {
      t += 2;
      ++j;
    }
    while (j < phrases_.size() && phrases_[j].owner >= 0 && phrases_[j].begin < t) ++j;
    std::size_t owned = j;  // past the owner: "X, Pakistan's chairman"
    while (owned + 1 < phrases_.size() &&
           phrases_[owned + 1].owner == static_cast<std::int32_t>(owned))
      ++owned;
    if (owned >= phrases_.size() || phrases_[owned].begin != t + 1) return;
    auto& right = phrases_[owned];
    const bool name_first = may_be_person(left) && is_person_role(right);
    const bool role_first = is_person_role(left) && may_be_person(right);
    if (!name_first && !role_first) return;
    if (is_list(left, right)) return;
    left.named = static_cast<std::int32_t>(owned);
    right.named = static_cast<std::int32_t>(i);
  }

  [[nodiscard]] std::int32_t past_brackets(std::int32_t t) const {
    if (word(t) != "(") return t;
    for (std::int32_t end = t + 1;
         end < std::min<std::int32_t>(t + 8, static_cast<std::int32_t>(sentence_.tokens.size()));
         ++end) {
      if (word(end) == ")") return end + 1;
    }
    return t;
  }

  /// "Malik, the president and ...": three or more in a row are no apposition, unless the tree says
  /// so.
  [[nodiscard]] bool is_list(const NounPhrase& left, const NounPhrase& right) const {
    const auto& head = at(right.head);
    if (head.head >= left.first && head.head < left.last) return head.deprel.starts_with("conj");
    const std::string after = word(std::max(right.end, right.last));
    if (after == "and" || after == "or") return true;
    return after == "," && word(std::max(right.end, right.last) + 1) == "and";
  }

  const Sentence& sentence_;
  const Gazetteer& gazetteer_;
  std::vector<NounPhrase>& phrases_;
};

}  // namespace

std::string lower(std::string_view form) {
  std::string small;
  for (const char c : form) small += to_lower(c);
  return small;
}

std::string word_before(const Sentence& sentence, std::int32_t t) {
  return t > 0 ? lower(sentence.tokens[static_cast<std::size_t>(t) - 1].form) : std::string();
}

std::vector<NounPhrase> find_phrases(const Sentence& sentence, std::uint32_t index,
                                     const std::vector<Piece>& pieces, const Gazetteer& gazetteer) {
  auto phrases = Chunker(sentence, index, pieces, gazetteer).cut();
  Joiner(sentence, gazetteer, phrases).join();
  return phrases;
}

}  // namespace annals
