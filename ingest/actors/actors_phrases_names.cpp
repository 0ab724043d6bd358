#include "ingest/actors/actors_phrases_names.h"

#include <algorithm>
#include <optional>

#include "graph/ascii.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Kind = Piece::Kind;

class NameJoiner : PhraseReader {
 public:
  NameJoiner(const Sentence& sentence, const Gazetteer& gazetteer, std::vector<NounPhrase>& phrases)
      : PhraseReader(sentence, gazetteer), phrases_(phrases) {}

  /// "X, chairman of Y," and "Y's chairman, X,": two phrases for one person.
  void join(std::size_t i) {
    auto& left = phrases_[i];
    if (left.of_inside) return;
    std::size_t j = i + 1;
    while (j < phrases_.size() && phrases_[j].first < left.end) ++j;
    if (j >= phrases_.size()) return;
    std::int32_t t = std::max(left.end, left.last);
    const bool bracketed = past_brackets(t) > t;
    t = past_brackets(t);
    // "leader of the Islamic Resistance Movement (Hamas) Khaled Meshaal"
    while (bracketed && j + 1 < phrases_.size() && phrases_[j].first < t) ++j;
    if (const std::int32_t called = past_calling(t); called > t) {  // "a rebel known as X"
      while (j < phrases_.size() && phrases_[j].first < called) ++j;
      if (j >= phrases_.size() || phrases_[j].first != called || !is_person_role(left) ||
          !may_be_person(phrases_[j]))
        return;
      return tie(i, j);
    }
    if (phrases_[j].first == t && left.of >= 0 && is_person_role(left) &&
        may_be_person(phrases_[j]) && (bracketed || hangs_on(phrases_[j], left)))
      return tie(i, j);  // "[Chairman of the Joint Chiefs] [Mike Mullen]"
    if (const auto holder = holder_past_field(i)) {
      left.posted = true;
      return tie(i, *holder);
    }
    if (word(t) == "and" && phrases_[j].first == t + 1 && are_one_person(left, phrases_[j]))
      return tie(i, j);
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
    if (is_list(left, right) || begins_clause(left, right)) return;
    tie(i, owned);
  }

 private:
  /// The two phrases say the same.
  void tie(std::size_t i, std::size_t j) {
    phrases_[i].named = static_cast<std::int32_t>(j);
    phrases_[j].named = static_cast<std::int32_t>(i);
  }

  /// "Assistant Secretary of State for South Asian Affairs Richard Boucher": the name that the tree
  /// hangs on the office, past what the office is for.
  [[nodiscard]] std::optional<std::size_t> holder_past_field(std::size_t i) const {
    constexpr std::int32_t longest = 12;  // words that say what an office is for
    const auto& office = phrases_[i];
    if (!is_person_role(office) || !one_of(word(office.last), {"for", "of", "to", "in"}))
      return std::nullopt;
    for (std::size_t j = i + 1; j < phrases_.size(); ++j) {
      const auto& name = phrases_[j];
      if (name.first > office.last + longest || !is_field(office.last, name.first)) break;
      const bool preceded = at(name.first - 1).upos == Upos::ADP;
      const std::int32_t top = top_of(name);
      const std::int32_t title = top_of(office);  // or the other way round
      const bool holds = (at(top).head >= office.first && at(top).head < name.first &&
                          one_of(at(top).deprel, {"appos", "flat", "nmod:desc", "nmod"})) ||
                         (at(title).head >= name.first && at(title).head < name.last &&
                          at(title).deprel == "nmod:desc");
      if (!preceded && holds && at(name.head).upos == Upos::PROPN && may_be_person(name) &&
          !has_role(name))
        return j;
    }
    return std::nullopt;
  }

  /// Only nouns and small words between them.
  [[nodiscard]] bool is_field(std::int32_t first, std::int32_t last) const {
    for (std::int32_t t = first; t < last; ++t) {
      const Upos upos = at(t).upos;
      if (upos != Upos::ADP && upos != Upos::DET && upos != Upos::CCONJ && upos != Upos::ADJ &&
          upos != Upos::NOUN && upos != Upos::PROPN)
        return false;
    }
    return true;
  }

  [[nodiscard]] static bool has_role(const NounPhrase& phrase) {
    return std::any_of(phrase.pieces.begin(), phrase.pieces.end(),
                       [](const Piece& piece) { return piece.kind == Kind::role; });
  }

  /// "[Druze leader] and [fellow MP Walid Jumblatt]": two things that one person is, where neither
  /// has an article and only the second a name.
  [[nodiscard]] bool are_one_person(const NounPhrase& left, const NounPhrase& right) const {
    return is_person_role(left) && left.determiner == Determiner::none && left.owner < 0 &&
           left.number == 0 && right.determiner == Determiner::none && right.owner < 0 &&
           may_be_person(right) && has_role(right);
  }

  /// Past "known as", "named", "called", "nicknamed", "identified as" at a token; `t` when no such
  /// word stands there.
  [[nodiscard]] std::int32_t past_calling(std::int32_t t) const {
    const std::string here = word(t);
    if (here == "named" || here == "called" || here == "nicknamed") return t + 1;
    if ((here == "known" || here == "identified") && word(t + 1) == "as") return t + 2;
    return t;
  }

  /// "Malik, the president and ...": three or more in a row are no apposition, unless the tree says
  /// so.
  [[nodiscard]] bool is_list(const NounPhrase& left, const NounPhrase& right) const {
    const auto& head = at(right.head);
    if (head.head >= left.first && head.head < left.last) return head.deprel.starts_with("conj");
    // "with the premier, Ralph Klein, and others"
    if (is_person_role(left) && left.determiner == Determiner::definite && !has_role(right) &&
        may_be_person(right) && !head.deprel.starts_with("conj"))
      return false;
    const std::string after = word(std::max(right.end, right.last));
    if (after == "and" || after == "or") return true;
    return after == "," && word(std::max(right.end, right.last) + 1) == "and";
  }

  /// The word of a phrase that hangs on a word outside it.
  [[nodiscard]] std::int32_t top_of(const NounPhrase& phrase) const {
    std::int32_t top = phrase.head;
    while (at(top).head >= phrase.first && at(top).head < phrase.last) top = at(top).head;
    return top;
  }

  /// "the murder of an official, spokesman X said": who speaks is not who is spoken of.
  [[nodiscard]] bool begins_clause(const NounPhrase& left, const NounPhrase& right) const {
    const std::int32_t top = top_of(right);
    if (!at(top).deprel.starts_with("nsubj") || hangs_on(left, right)) return false;
    const std::int32_t verb = at(top).head;
    std::int32_t below = top_of(left);
    while (below >= 0 && at(below).head != verb) below = at(below).head;
    if (below < 0) return at(verb).deprel == "parataxis";
    const std::string_view relation = at(below).deprel;
    return relation == "ccomp" || relation == "parataxis" || relation == "advcl";
  }

  std::vector<NounPhrase>& phrases_;
};

}  // namespace

std::string PhraseReader::word(std::int32_t t) const {
  return t < size() ? lowered(at(t).form) : std::string();
}

std::int32_t PhraseReader::past_brackets(std::int32_t t) const {
  if (word(t) != "(") return t;
  for (std::int32_t end = t + 1; end < std::min<std::int32_t>(t + 8, size()); ++end) {
    if (word(end) == ")") return end + 1;
  }
  return t;
}

const RoleNoun* PhraseReader::role(const NounPhrase& phrase) const {
  const Piece* core = phrase.core_piece();
  return core != nullptr && core->kind == Kind::role ? &gazetteer_.roles[core->index] : nullptr;
}

bool PhraseReader::is_named(const NounPhrase& phrase) {
  const Piece* core = phrase.core_piece();
  return core != nullptr && (core->kind == Kind::name || core->kind == Kind::actor);
}

bool PhraseReader::may_be_person(const NounPhrase& phrase) const {
  if (!is_named(phrase)) return false;
  const Piece* core = phrase.core_piece();
  if (core->kind == Kind::actor) return gazetteer_.actors[core->index].kind == ActorKind::person;
  return core->names != Piece::Names::organization && core->names != Piece::Names::place;
}

bool PhraseReader::is_person_role(const NounPhrase& phrase) const {
  const RoleNoun* noun = role(phrase);
  if (noun == nullptr || phrase.plural) return false;
  return noun->role_class == RoleClass::office || noun->role_class == RoleClass::member ||
         noun->role_class == RoleClass::head || noun->role_class == RoleClass::voice ||
         noun->role_class == RoleClass::rank;
}

bool PhraseReader::hangs_on(const NounPhrase& one, const NounPhrase& other) const {
  const auto joins = [&](const NounPhrase& lower, const NounPhrase& upper) {
    for (std::int32_t t = lower.first; t < lower.last; ++t) {
      if (at(t).head >= upper.first && at(t).head < upper.last) return true;
    }
    return false;
  };
  return joins(one, other) || joins(other, one);
}

void join_names(const Sentence& sentence, const Gazetteer& gazetteer,
                std::vector<NounPhrase>& phrases) {
  NameJoiner joiner(sentence, gazetteer, phrases);
  for (std::size_t i = 0; i + 1 < phrases.size(); ++i) joiner.join(i);
}

}  // namespace annals
