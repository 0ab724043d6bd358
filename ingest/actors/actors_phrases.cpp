#include "ingest/actors/actors_phrases.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "graph/calendar_names.h"
#include "ingest/actors/actors_phrases_join.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Kind = Piece::Kind;

bool is_hyphen(const Token& token) {
  return token.form == "-" || token.form == "\xE2\x80\x90" || token.form == "\xE2\x80\x91";
}

std::int32_t number_of(std::string_view word, const NumberWords& words) {
  if (const double value = words.cardinal(word); value > 0) return static_cast<std::int32_t>(value);
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
    const std::int32_t size = sentence_.size();
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
  [[nodiscard]] const Token& at(std::int32_t t) const { return sentence_.at(t); }
  [[nodiscard]] const Piece* piece(std::int32_t t) const {
    const int i = piece_of_[static_cast<std::size_t>(t)];
    return i < 0 ? nullptr : &pieces_[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] bool is_date(std::int32_t t) const {
    const std::string word = lowered(at(t).form);
    return find_weekday(word) || one_of(word, {"today", "yesterday", "tomorrow"}) ||
           (find_month(word) && is_capitalized(at(t).form));
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

  /// "elected officials", "fighting forces"; "of neighboring Uganda", read as a clause
  [[nodiscard]] bool is_participle(std::int32_t t) const {
    if (at(t).upos != Upos::VERB) return false;
    const bool after_preposition =
        t > 0 && (at(t - 1).upos == Upos::ADP || at(t - 1).upos == Upos::SCONJ);
    if (after_preposition && gazetteer_.words.is(ActorWord::adjoining, lowered(at(t).form)))
      return true;
    return (at(t).deprel == "amod" || at(t).deprel == "compound") && at(t).head > t;
  }

  [[nodiscard]] bool continues(std::int32_t t) const {
    if (stands_behind(t)) return false;
    if (piece(t) != nullptr) return true;
    if (is_determiner(t) || is_date(t)) return false;
    if (is_nominal(t) || is_participle(t)) return true;
    const bool more = t + 1 < sentence_.size();
    if (is_hyphen(at(t))) return more && !at(t).space_after && !at(t - 1).space_after;
    if (is_hyphen(at(t - 1)) && !at(t - 1).space_after) return true;  // "Afghan-based"
    return at(t).upos == Upos::ADV && at(t).deprel == "advmod" && more &&
           at(t + 1).upos == Upos::ADJ && at(t).head == t + 1;
  }

  /// "men armed with spears", "officers loyal to the king": an adjective with a phrase of its own
  /// behind the noun.
  [[nodiscard]] bool stands_behind(std::int32_t t) const {
    const bool more = t + 1 < sentence_.size();
    return more && at(t).upos == Upos::ADJ && at(t).head >= 0 && at(t).head < t &&
           at(t - 1).upos == Upos::NOUN && at(t + 1).upos == Upos::ADP;
  }

  /// "[at least] eight leaders", "[more than] 500 troops"
  [[nodiscard]] bool is_measure(std::int32_t t) const {
    static constexpr std::array<std::string_view, 4> words = {"least", "most", "more", "than"};
    return piece(t) == nullptr && one_of(lowered(at(t).form), words);
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
    // "its neighbour Chad", "close ally Israel"
    if (role_class == RoleClass::side && (name->kind == Kind::country || name->kind == Kind::seat))
      return true;
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
      const auto head = head_or_noun(sentence_, t);
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
    if (phrase.core >= 0 && phrase.core_piece()->kind == Kind::role && head.upos == Upos::ADJ &&
        head.deprel == "amod" && head.head > phrase.head)
      phrase.core = -1;  // "a firm no"
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
    const std::string word = lowered(at(t).form);
    if (gazetteer_.words.is(ActorWord::former, word)) phrase.former = true;
    if (at(t).upos == Upos::NUM && phrase.number == 0)
      phrase.number = number_of(word, gazetteer_.numbers);
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

}  // namespace

std::int32_t head_or_noun(const Sentence& sentence, std::int32_t t) {
  const Token& token = sentence.at(t);
  if (token.head < 0 || token.head > t || token.deprel != "conj") return token.head;
  const Token& first = sentence.at(token.head);
  const bool modifies = first.deprel == "amod" || first.deprel == "compound";
  const bool named = is_capitalized(token.form) || is_capitalized(first.form);
  return modifies && !named && first.head > t ? first.head : token.head;
}

std::string word_before(const Sentence& sentence, std::int32_t t) {
  return t > 0 ? lowered(sentence.at(t - 1).form) : std::string();
}

std::vector<NounPhrase> find_phrases(const Sentence& sentence, std::uint32_t index,
                                     const std::vector<Piece>& pieces, const Gazetteer& gazetteer) {
  auto phrases = Chunker(sentence, index, pieces, gazetteer).cut();
  join_phrases(sentence, gazetteer, phrases);
  return phrases;
}

}  // namespace annals
