#include "ingest/actors/actors_pieces_names.h"

#include <algorithm>
#include <array>
#include <optional>

#include "graph/calendar_names.h"
#include "graph/names.h"
#include "ingest/gazetteer/places.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Kind = Piece::Kind;

/// Days and months cut short, which are also names: "Jan Egeland", "Jan. 5".
constexpr std::array<std::string_view, 19> short_dates = {
    "mon", "tue", "tues", "wed", "thu", "thur", "fri", "sat",  "sun", "jan",
    "feb", "mar", "apr",  "jun", "jul", "aug",  "sep", "sept", "oct"};

bool is_date(std::string_view word) {
  return find_weekday(word) || find_month(word) || word == "nov" || word == "dec";
}

bool has_digit(std::string_view form) { return std::any_of(form.begin(), form.end(), is_digit); }

/// Finds the names that the gazetteer does not know, around the pieces that it does.
class NameFinder {
 public:
  NameFinder(const Sentence& sentence, const Gazetteer& gazetteer, const Matcher& matcher,
             std::vector<Piece> known)
      : sentence_(sentence), gazetteer_(gazetteer), matcher_(matcher), known_(std::move(known)) {
    piece_of_.assign(sentence.tokens.size(), -1);
    for (std::size_t i = 0; i < known_.size(); ++i) {
      for (auto t = known_[i].first; t < known_[i].last; ++t)
        piece_of_[static_cast<std::size_t>(t)] = static_cast<int>(i);
    }
    tagged_.assign(sentence.tokens.size(), -1);
    for (std::size_t i = 0; i < sentence.names.size(); ++i) {
      for (auto t = sentence.names[i].first; t < sentence.names[i].last; ++t)
        tagged_[static_cast<std::size_t>(t)] = static_cast<int>(i);
    }
    headline_ = is_headline_case(sentence);
  }

  std::vector<Piece> find() {
    std::vector<Piece> found;
    for (std::size_t t = 0; t < sentence_.tokens.size();) {
      const std::size_t end = is_new(t) ? end_of_name(t) : end_of_institution(t);
      if (end > t) {
        found.push_back(name(t, end));
        t = end;
      } else if (piece_of_[t] >= 0) {
        found.push_back(known_[static_cast<std::size_t>(piece_of_[t])]);
        t = static_cast<std::size_t>(found.back().last);
      } else {
        ++t;
      }
    }
    return found;
  }

 private:
  [[nodiscard]] const Token& at(std::size_t t) const { return sentence_.tokens[t]; }

  /// A word that is (part of) a name and that the gazetteer does not know.
  [[nodiscard]] bool is_new(std::size_t t) const {
    if (t >= sentence_.tokens.size() || piece_of_[t] >= 0 || matcher_.is_silent(t)) return false;
    const Token& token = at(t);
    if (!is_capitalized(token.form) || has_digit(token.form)) return false;
    if (is_money(sentence_, gazetteer_, t + 1)) return false;
    if (token.upos == Upos::PRON || token.upos == Upos::DET || token.upos == Upos::AUX ||
        token.upos == Upos::ADP || token.upos == Upos::SCONJ || token.upos == Upos::CCONJ ||
        token.upos == Upos::PART) {
      return false;
    }
    if (token.form.size() == 1 && t > 0 && at(t - 1).form == "(")
      return false;  // "(R)" in a caption
    if (is_date(matcher_.first_word(t)) || token.form == "AM" || token.form == "PM") return false;
    const bool number_next = t + 1 < sentence_.tokens.size() &&
                             is_digit(at(t + 1).form.empty() ? 'x' : at(t + 1).form.front());
    if (one_of(matcher_.first_word(t), short_dates) && (token.form.ends_with('.') || number_next))
      return false;
    if (tagged_[t] >= 0) {
      const auto kind = sentence_.names[static_cast<std::size_t>(tagged_[t])].kind;
      return !headline_ || kind == NameKind::person || kind == NameKind::location;
    }
    if (headline_)
      return token.upos == Upos::PROPN && gazetteer_.first_names.contains(matcher_.first_word(t));
    if (token.upos == Upos::PROPN) return true;
    return t > 0 && !opens_quote(t) && token.upos != Upos::VERB && token.upos != Upos::ADV &&
           token.upos != Upos::INTJ;
  }

  [[nodiscard]] bool opens_quote(std::size_t t) const {
    const auto form = at(t - 1).form;
    return form == "\"" || form == "``" || form == "\xE2\x80\x9C" || form == ":" || form == "--" ||
           form == "(" || form == "'";
  }

  /// A country, city or role word that is a part of the name that stands before it: Michael Jordan,
  /// Kabul Bank.
  [[nodiscard]] bool continues(std::size_t begin, std::size_t t) const {
    if (t >= sentence_.tokens.size()) return false;
    // "Asian Affairs Richard Boucher": a noun before somebody's name
    if (tagged_[t] >= 0 && tagged_[t - 1] < 0 && at(t - 1).upos == Upos::NOUN &&
        sentence_.names[static_cast<std::size_t>(tagged_[t])].kind == NameKind::person)
      return false;
    if (is_new(t))
      return tagged_[t] < 0 || tagged_[begin] < 0 || tagged_[t] == tagged_[t - 1] ||
             tagged_[t - 1] < 0;
    const int known = piece_of_[t];
    if (known < 0) return false;
    const auto& piece = known_[static_cast<std::size_t>(known)];
    if (!piece.capital || static_cast<std::size_t>(piece.first) != t) return false;
    if (tagged_[t] >= 0 && tagged_[t] == tagged_[begin])
      return piece.kind != Kind::role || !is_title(piece);
    const bool first_name =
        gazetteer_.first_names.contains(matcher_.first_word(begin)) && t == begin + 1;
    return first_name && piece.kind != Kind::role && piece.kind != Kind::actor &&
           piece.kind != Kind::adjective;
  }

  [[nodiscard]] bool is_title(const Piece& piece) const {
    const auto role = gazetteer_.roles[piece.index].role_class;
    return role != RoleClass::body && role != RoleClass::state && role != RoleClass::group;
  }

  [[nodiscard]] std::size_t end_of_piece(std::size_t t) const {
    return piece_of_[t] < 0
               ? t + 1
               : static_cast<std::size_t>(known_[static_cast<std::size_t>(piece_of_[t])].last);
  }

  /// Past the last token of the name that begins at `begin`.
  [[nodiscard]] std::size_t end_of_name(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < sentence_.tokens.size()) {
      if (continues(begin, end)) {
        end = end_of_piece(end);
        continue;
      }
      const std::size_t next = past_nickname(past_links(end));
      if (next == end || !(continues(begin, next) || follows_hyphen(next))) break;
      end = end_of_piece(next);
    }
    return end_of_body(end);
  }

  /// Past a name between quotes: Joaquin "El Chapo" Guzman; `t` when none stands there.
  [[nodiscard]] std::size_t past_nickname(std::size_t t) const {
    const auto is_quote = [&](std::size_t i) {
      const std::string_view form = at(i).form;
      return form == "\"" || form == "``" || form == "''" || form == "\xE2\x80\x9C" ||
             form == "\xE2\x80\x9D";
    };
    constexpr std::size_t most = 3;  // words
    const std::size_t size = sentence_.tokens.size();
    if (t >= size || !is_quote(t) || at(t).space_after) return t;
    std::size_t end = t + 1;
    while (end < size && end <= t + most && is_capitalized(at(end).form)) ++end;
    return end > t + 1 && end < size && is_quote(end) && !at(end - 1).space_after ? end + 1 : t;
  }

  /// "Ki-moon": a small letter after a hyphen without spaces.
  [[nodiscard]] bool follows_hyphen(std::size_t t) const {
    return t > 1 && t < sentence_.tokens.size() && is_glue(at(t - 1).form) &&
           !at(t - 1).space_after && !at(t - 2).space_after && at(t).upos == Upos::PROPN;
  }

  [[nodiscard]] std::size_t past_links(std::size_t t) const {
    std::size_t next = t;
    while (next < sentence_.tokens.size() && next < t + 4) {
      const Token& token = at(next);
      const bool hyphen = is_glue(token.form) && next > 0 && !at(next - 1).space_after;
      const bool link = !matcher_.is_silent(next) &&
                        gazetteer_.words.is(ActorWord::name_link, matcher_.first_word(next)) &&
                        token.form.size() <= 5;
      if (!hyphen && !link) break;
      ++next;
    }
    return next;
  }

  /// "Association of African Jurists", "Ministry of Petroleum", "National Union of Teachers",
  /// whatever else is called a National Union: past its end; `t` when none begins here.
  [[nodiscard]] std::size_t end_of_institution(std::size_t t) const {
    if (piece_of_[t] < 0) return t;
    const auto& body = known_[static_cast<std::size_t>(piece_of_[t])];
    const bool shorter = body.kind == Kind::actor && body.last > body.first + 1 &&
                         gazetteer_.actors[body.index].kind == ActorKind::organization;
    const bool noun = body.kind == Kind::role && body.capital && !is_title(body) &&
                      (tagged_[t] >= 0 || !names_people(body));
    if (!shorter && !noun) return t;
    std::size_t end = static_cast<std::size_t>(body.last);
    if (end >= sentence_.tokens.size() || (at(end).form != "of" && at(end).form != "for")) return t;
    if (++end < sentence_.tokens.size() && at(end).form == "the") ++end;
    bool own = false;  // some word that is no country: "Government of Pakistan" is no name
    std::size_t last = t;
    while (end < sentence_.tokens.size()) {
      const bool linked = at(end).form == "and" && end + 1 < sentence_.tokens.size() && last > t &&
                          is_capital_word(end + 1) && (is_new(end + 1) || is_portfolio(end + 1));
      if (linked) {
        ++end;
        continue;
      }
      if (!is_capital_word(end)) break;
      // "Association of Muslim Scholars" is a name, "Embassy of Pakistan" and "Army of Soldiers"
      // none
      const bool people = piece_of_[end] >= 0 && (last > t || shorter) &&
                          known_[static_cast<std::size_t>(piece_of_[end])].kind == Kind::role;
      own = own || is_new(end) || is_portfolio(end) || people;
      end = end_of_piece(end);
      last = end;
    }
    return own && last > t ? last : t;
  }

  /// "Supporters", "Dozens": whoever they are of, no institution.
  [[nodiscard]] bool names_people(const Piece& role) const {
    const auto role_class = gazetteer_.roles[role.index].role_class;
    return role_class == RoleClass::group || role_class == RoleClass::member;
  }

  [[nodiscard]] bool is_portfolio(std::size_t t) const {
    return piece_of_[t] >= 0 &&
           known_[static_cast<std::size_t>(piece_of_[t])].kind == Kind::portfolio;
  }
  [[nodiscard]] bool is_capital_word(std::size_t t) const {
    return is_capitalized(at(t).form) &&
           (is_new(t) ||
            (piece_of_[t] >= 0 &&
             static_cast<std::size_t>(known_[static_cast<std::size_t>(piece_of_[t])].first) == t));
  }

  /// The noun of an organisation that ends a name: Awami [League], Lahore [High Court].
  [[nodiscard]] std::size_t end_of_body(std::size_t end) const {
    while (end < sentence_.tokens.size() && piece_of_[end] >= 0) {
      const auto& piece = known_[static_cast<std::size_t>(piece_of_[end])];
      if (!piece.capital || piece.kind != Kind::role || is_title(piece)) break;
      end = static_cast<std::size_t>(piece.last);
    }
    return end;
  }

  [[nodiscard]] Piece name(std::size_t begin, std::size_t end) const {
    Piece piece{.first = static_cast<std::int32_t>(begin),
                .last = static_cast<std::int32_t>(end),
                .kind = Kind::name,
                .index = 0,
                .plural = false,
                .capital = true,
                .names = Piece::Names::unknown,
                .body = -1};
    const int first = piece_of_[begin];
    if (first >= 0) {  // the noun came first
      piece.names = Piece::Names::organization;
      const auto& known = known_[static_cast<std::size_t>(first)];
      if (known.kind == Kind::role) piece.body = static_cast<std::int32_t>(known.index);
      return piece;
    }
    const int last = piece_of_[end - 1];
    if (last >= 0 && known_[static_cast<std::size_t>(last)].kind == Kind::role) {
      piece.names = Piece::Names::organization;
      piece.body = static_cast<std::int32_t>(known_[static_cast<std::size_t>(last)].index);
      return piece;
    }
    piece.names = names_by_words(begin, end);
    return piece;
  }

  [[nodiscard]] Piece::Names names_by_words(std::size_t begin, std::size_t end) const {
    if (const auto by_word = names_by_word(begin, end)) return *by_word;
    if (end - begin > 1 && gazetteer_.first_names.contains(matcher_.first_word(begin)))
      return Piece::Names::person;
    if (tagged_[begin] >= 0) {
      switch (sentence_.names[static_cast<std::size_t>(tagged_[begin])].kind) {
        case NameKind::person:
          return Piece::Names::person;
        case NameKind::organization:
          return Piece::Names::organization;
        case NameKind::location:
          return Piece::Names::place;
        case NameKind::nationality:
          break;
      }
    }
    if (end - begin == 1 && at(begin).form.size() <= 6 && at(begin).form.size() >= 2 &&
        is_capitals(at(begin).form)) {
      return Piece::Names::organization;
    }
    if (looks_like_place(begin, end)) return Piece::Names::place;
    return Piece::Names::unknown;
  }

  /// By the first or the last word: "Operation Iraqi Freedom", "Zagros Mountains".
  [[nodiscard]] std::optional<Piece::Names> names_by_word(std::size_t begin,
                                                          std::size_t end) const {
    const auto kind = [](NameWord word) {
      return word == NameWord::organization ? Piece::Names::organization
             : word == NameWord::place      ? Piece::Names::place
                                            : Piece::Names::thing;
    };
    if (end - begin < 2) {
      const auto only = gazetteer_.only_words.find(matcher_.first_word(begin));
      return only == gazetteer_.only_words.end() ? std::nullopt : std::optional(kind(only->second));
    }
    if (const auto last = gazetteer_.last_words.find(fold(at(end - 1).form));
        last != gazetteer_.last_words.end())
      return kind(last->second);
    const auto first = gazetteer_.first_words.find(matcher_.first_word(begin));
    return first == gazetteer_.first_words.end() ? std::nullopt
                                                 : std::optional(kind(first->second));
  }

  /// A name of the table of places after a word for "where", or before its country: "in Jalalabad",
  /// "Jhang, Pakistan".
  [[nodiscard]] bool looks_like_place(std::size_t begin, std::size_t end) const {
    static constexpr std::array<std::string_view, 12> where = {
        "in",      "at",     "near", "from",    "to",     "around",
        "outside", "inside", "into", "towards", "toward", "of"};
    const auto place = find_place_row(
        fold(text_of(sentence_, static_cast<std::int32_t>(begin), static_cast<std::int32_t>(end))));
    if (!place) return false;
    if (begin > 0) {
      std::string before;
      for (const char c : at(begin - 1).form) before += to_lower(c);
      if (one_of(before, where)) return true;
    }
    if (end + 1 < sentence_.tokens.size() && at(end).form == "," && piece_of_[end + 1] >= 0) {
      const auto kind = known_[static_cast<std::size_t>(piece_of_[end + 1])].kind;
      return kind == Kind::country || kind == Kind::region;
    }
    return place->population > 500000 && end - begin == 1 && place->kind == PlaceKind::city;
  }

  const Sentence& sentence_;
  const Gazetteer& gazetteer_;
  const Matcher& matcher_;
  std::vector<Piece> known_;
  std::vector<int> piece_of_;  ///< of each token, index in known_ or -1
  std::vector<int> tagged_;    ///< of each token, index in Sentence::names or -1
  bool headline_ = false;
};

}  // namespace

std::vector<Piece> with_names(const Sentence& sentence, const Gazetteer& gazetteer,
                              const Matcher& matcher, std::vector<Piece> known) {
  return NameFinder(sentence, gazetteer, matcher, std::move(known)).find();
}

}  // namespace annals
