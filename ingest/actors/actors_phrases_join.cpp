#include "ingest/actors/actors_phrases_join.h"

#include <algorithm>
#include <string_view>

#include "ingest/actors/actors_phrases_names.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

using Kind = Piece::Kind;

bool is_possessive_mark(const Token& token) {
  return token.form == "'s" || token.form == "\xE2\x80\x99s" || token.xpos == "POS" ||
         ((token.form == "'" || token.form == "\xE2\x80\x99") && token.upos == Upos::PART);
}

/// Finds what phrases have to do with their neighbours.
class Joiner : PhraseReader {
 public:
  Joiner(const Sentence& sentence, const Gazetteer& gazetteer, std::vector<NounPhrase>& phrases)
      : PhraseReader(sentence, gazetteer), phrases_(phrases) {}

  void join() {
    for (std::size_t i = phrases_.size(); i-- > 0;)
      join_after(i);  // from the right: "head of the army of X"
    for (std::size_t i = 1; i < phrases_.size(); ++i) join_bracketed(i);
    for (std::size_t i = 0; i < phrases_.size(); ++i) join_before(i);
    for (std::size_t i = phrases_.size(); i-- > 1;) join_listed(i);
    for (std::size_t i = 1; i < phrases_.size(); ++i) join_heads(i);
    for (std::size_t i = 2; i < phrases_.size(); ++i) join_kinds(i);
  }

 private:
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
    // "members of a "terror" group", "people in 2012": words cut off by a quote, and years, add
    // nothing to who it is.
    const Upos last = at(after.head).upos;
    if (last == Upos::DET || last == Upos::NUM) return;
    const std::string between = word(t);
    const RoleNoun* noun = role(phrase);
    const bool voice = noun != nullptr && noun->role_class == RoleClass::voice;
    const bool post =
        between == "in" || (is_of_many(noun) && (between == "to" || between == "for"));
    if ((between == "of" || between == "for" || post) && is_person_role(phrase) &&
        names_after_origin(after)) {
      phrase.posted = post;
      phrases_[i + 1].begin = phrase.begin;  // "Chairman of the Joint Chiefs of Staff Mike Mullen"
      phrases_[i + 1].named = static_cast<std::int32_t>(i);
      phrase.named = next;
      phrase.of_inside = true;
    } else if (between == "of" || (between == "for" && voice) ||
               (between == "from" && are_of_several(phrase, next))) {
      phrase.of = next;
      phrase.of_last = noun != nullptr && phrase.plural ? last_country(next) : next;
      phrase.end = phrases_[static_cast<std::size_t>(phrase.of_last)].end;
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

  /// An ambassador, a representative.
  [[nodiscard]] bool is_of_many(const RoleNoun* noun) const {
    return noun != nullptr && gazetteer().words.is(ActorWord::of_many, noun->singular);
  }

  /// "officials from Chad and Sudan", "leaders from both countries": some of each.
  [[nodiscard]] bool are_of_several(const NounPhrase& phrase, std::int32_t next) const {
    const RoleNoun* whose = role(phrases_[static_cast<std::size_t>(next)]);
    const bool states = whose != nullptr && whose->role_class == RoleClass::state &&
                        phrases_[static_cast<std::size_t>(next)].plural;
    return role(phrase) != nullptr && phrase.plural && (states || last_country(next) > next);
  }

  /// The last of the countries that "and" joins to the one at `i`; `i` itself when it is alone.
  [[nodiscard]] std::int32_t last_country(std::int32_t i) const {
    const auto is_country = [&](std::int32_t k) {
      const auto& phrase = phrases_[static_cast<std::size_t>(k)];
      const Piece* core = phrase.core_piece();
      return core != nullptr && phrase.pieces.size() == 1 &&
             (core->kind == Kind::country || core->kind == Kind::seat ||
              core->kind == Kind::region || is_union(*core));
    };
    std::int32_t last = i;
    while (is_country(last)) {
      auto next = last + 1;
      const std::int32_t t = past_brackets(phrases_[static_cast<std::size_t>(last)].last);
      while (next < static_cast<std::int32_t>(phrases_.size()) &&
             phrases_[static_cast<std::size_t>(next)].first < t)
        ++next;  // "the European Union (EU)"
      if (next >= static_cast<std::int32_t>(phrases_.size()) || !is_country(next)) break;
      const std::string between = word(t);
      const bool serial = between == "," && word(t + 1) == "and";  // "A, B, and C"
      if (phrases_[static_cast<std::size_t>(next)].first != t + (serial ? 2 : 1) ||
          (between != "and" && between != ","))
        break;
      last = next;
    }
    // a comma alone joins nothing
    return last > i && word(phrases_[static_cast<std::size_t>(last)].first - 1) == "and" ? last : i;
  }

  /// A body above countries, which sends officials as they do: "Japan, the EU and Norway".
  [[nodiscard]] bool is_union(const Piece& piece) const {
    return piece.kind == Kind::actor && gazetteer().actors[piece.index].code.starts_with("IG");
  }

  /// "[Joint Chiefs of Staff] [Mike Mullen]", "[Sindh] [Ishrat-ul-Ebad]"
  [[nodiscard]] bool names_after_origin(const NounPhrase& phrase) const {
    const Piece* core = phrase.core_piece();
    if (core == nullptr || phrase.core == 0 || !is_named(phrase)) return false;
    if (core->kind == Kind::actor && gazetteer().actors[core->index].kind != ActorKind::person)
      return false;
    if (core->kind == Kind::name && core->names == Piece::Names::organization) return false;
    auto before = static_cast<std::size_t>(phrase.core);
    while (before > 0 && phrase.pieces[before - 1].kind == Kind::role) --before;  // "General"
    // "a driver for the French ambassador Jean Dupont": a title of the name's own
    const bool titled = before < static_cast<std::size_t>(phrase.core);
    if (titled && before > 0 && is_adjectival(phrase.pieces[before - 1])) return false;
    return before > 0 && (has_origin(phrase.pieces[before - 1]) ||
                          phrase.pieces[before - 1].kind == Kind::portfolio);
  }

  /// "[a senior World Food Program] (WFP) [official]", with the name hung on the official: of whom
  /// he is stands before the brackets.
  void join_bracketed(std::size_t i) {
    auto& phrase = phrases_[i];
    const RoleNoun* noun = role(phrase);
    const bool titled = noun == nullptr && phrase.core > 0 && may_be_person(phrase) &&
                        phrase.pieces[static_cast<std::size_t>(phrase.core) - 1].kind == Kind::role;
    if (phrase.owner >= 0 ||
        !(titled || (noun != nullptr && noun->role_class != RoleClass::body)) ||
        phrase.first == 0 || word(phrase.first - 1) != ")")
      return;
    const auto end = phrases_.begin() + static_cast<std::ptrdiff_t>(i);
    const auto name = std::find_if(phrases_.begin(), end, [&](const NounPhrase& one) {
      return one.core >= 0 && word(one.end) == "(" && hangs_on(one, phrase);
    });
    if (name != end) phrase.owner = static_cast<std::int32_t>(name - phrases_.begin());
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
        !has_origin(*left) && !has_origin_in(phrase)) {
      before.core = -1;  // "top Pakistani civilian and military leaders"
      before.lends = true;
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

  /// "Italian, German and Swiss tourists": the first of the words that share the noun.
  void join_listed(std::size_t i) {
    const auto& after = phrases_[i];
    auto& before = phrases_[i - 1];
    const Piece* left = before.core_piece();
    const Piece* right = after.core_piece();
    if (after.shares <= static_cast<std::int32_t>(i) || before.shares >= 0 || left == nullptr ||
        right == nullptr || !is_adjectival(*left) || !is_adjectival(*right) ||
        before.last + 1 != after.first || word(before.last) != ",")
      return;
    before.shares = after.shares;
  }

  /// "Pakistani government, military and intelligence officials", "Iraq's religious and political
  /// leaders": one group of people, whose country stands at the first of the words for what they
  /// are of.
  void join_heads(std::size_t i) {
    auto& last = phrases_[i];
    if (role(last) == nullptr || !last.plural || last.determiner != Determiner::none ||
        has_origin_in(last) || last.owner >= 0)
      return;
    std::size_t first = i;
    while (first > 0 &&
           is_head_word(phrases_[first - 1], first == i ? "and" : ",", phrases_[first]))
      --first;
    const bool two = i - first < 2;
    if (two) first = i - 1;
    const auto& whose = phrases_[first];
    if (two && !describes(whose, last)) return;
    if (!has_origin_in(whose) && whose.owner < 0 && whose.owner_word < 0) return;
    for (std::size_t k = first; k < i; ++k) {
      phrases_[k].core = -1;
      phrases_[k].lends = true;
    }
    last.shares = static_cast<std::int32_t>(first);
    if (two) last.begin = whose.begin;
  }

  /// "[Turkish security] and [intelligence officials]": the first phrase ends with a modifier of
  /// the head of the other, right before the "and" that joins another to it.
  [[nodiscard]] bool describes(const NounPhrase& first, const NounPhrase& other) const {
    const Token& modifier = at(first.last - 1);
    return first.last + 1 == other.first && word(first.last) == "and" && !first.plural &&
           modifier.head == other.head && other.first < other.head && modifier.xpos != "NNS" &&
           !is_capitalized(modifier.form) &&
           (modifier.deprel == "amod" || modifier.deprel == "compound") &&
           at(other.first).head == first.last - 1;
  }

  /// "Hamas and Fatah gunmen", with both names hung on the gunmen: there are gunmen of both.
  void join_kinds(std::size_t i) {
    auto& phrase = phrases_[i];
    const auto& second = phrases_[i - 1];
    const auto& first = phrases_[i - 2];
    if (role(phrase) == nullptr || !phrase.plural || phrase.pieces.front().kind != Kind::role ||
        phrase.determiner != Determiner::none || second.last != phrase.first ||
        first.last + 1 != second.first || !is_named(first) || !is_named(second) ||
        may_be_person(first) || may_be_person(second))
      return;
    const std::string between = word(first.last);
    if ((between != "and" && between != "or") || !hangs_on(first, phrase)) return;
    phrase.kinds = static_cast<std::int32_t>(i) - 2;
  }

  /// A word for a branch of the state right before `between` and `next`, without an article.
  [[nodiscard]] bool is_head_word(const NounPhrase& phrase, std::string_view between,
                                  const NounPhrase& next) const {
    if (phrase.last + 1 != next.first || word(phrase.last) != between ||
        phrase.determiner != Determiner::none || phrase.plural || phrase.pieces.empty())
      return false;
    const Piece& piece = phrase.pieces.back();
    if (piece.last != phrase.last) return false;
    return piece.kind == Kind::modifier ||
           (piece.kind == Kind::role &&
            gazetteer().roles[piece.index].role_class == RoleClass::body);
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
    const auto form = at(piece.first).form;
    return piece.kind == Kind::country && std::none_of(form.begin(), form.end(), is_lower);
  }

  std::vector<NounPhrase>& phrases_;
};

}  // namespace

void join_phrases(const Sentence& sentence, const Gazetteer& gazetteer,
                  std::vector<NounPhrase>& phrases) {
  Joiner(sentence, gazetteer, phrases).join();
  join_names(sentence, gazetteer, phrases);
}

}  // namespace annals
