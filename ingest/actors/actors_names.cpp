#include "ingest/actors/actors_names.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "graph/names.h"
#include "ingest/actors/actors_abbreviations.h"
#include "ingest/actors/actors_names_text.h"
#include "ingest/actors/coreference.h"
#include "ingest/gazetteer/places.h"
#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"

namespace annals {
namespace {

using Kind = Piece::Kind;
using Names = Piece::Names;

class NameReader {
 public:
  NameReader(const Analysis& analysis, const Phrases& phrases, const Gazetteer& gazetteer,
             Figures& figures)
      : analysis_(analysis),
        phrases_(phrases),
        gazetteer_(gazetteer),
        figures_(figures),
        text_(analysis, phrases, gazetteer),
        names_(text_.all()) {}

  NamedPieces read() {
    for (const auto& name : names_) add_known(name);
    std::vector<const NamedPiece*> by_length;
    for (const auto& name : names_) by_length.push_back(&name);
    std::stable_sort(
        by_length.begin(), by_length.end(),
        [](const NamedPiece* a, const NamedPiece* b) { return a->words.size() > b->words.size(); });
    for (const auto* name : by_length) add_new(*name);
    read_brackets();
    read_surnames();
    return std::move(found_);
  }

 private:
  /// The country that a phrase gives to a name in it: "Pakistan's Senate", "Kenyan Supreme Court".
  [[nodiscard]] std::string country_of_owner(const NamedPiece& name) const {
    const auto code = [&](const Piece& piece) {
      const bool state = piece.kind == Kind::country || piece.kind == Kind::adjective;
      return state ? gazetteer_.countries[piece.index].code : std::string();
    };
    if (name.index > 0) {
      if (auto before = code(name.phrase->pieces[name.index - 1]); !before.empty()) return before;
    }
    if (name.index > 0 || name.phrase->owner < 0) return {};
    const auto& owner = phrases_[name.sentence][static_cast<std::size_t>(name.phrase->owner)];
    return owner.core_piece() == nullptr ? std::string() : code(*owner.core_piece());
  }

  void add_known(const NamedPiece& name) {
    if (name.piece().kind != Kind::actor || !text_.is_likely(name)) return;
    const auto& row = gazetteer_.actors[name.piece().index];
    const std::string owner = row.kind == ActorKind::organization ? country_of_owner(name) : "";
    if (!owner.empty() && !row.country.empty() && owner != row.country &&
        figures_.country(owner) >= 0) {  // the like of it in another country
      const Country& country = *gazetteer_.country(owner);
      found_[name.key()] = figures_.organization(
          country.adjective + " " + name.text, row.code.size() > 3 ? row.code.substr(3) : "",
          {.figure = -1, .country = owner, .code = {}, .adjective = country.adjective});
      return;
    }
    const auto figure = figures_.known(name.piece().index, name.text);
    if (figures_[figure].is_person()) index_person(figure, name.words);
    found_[name.key()] = figure;
  }

  void index_person(std::int32_t figure, const std::vector<std::string>& seen) {
    for (const std::vector<std::string>* words :
         std::initializer_list<const std::vector<std::string>*>{&figures_[figure].words, &seen}) {
      for (const auto& word : *words) {
        auto& list = persons_[word];
        if (std::find(list.begin(), list.end(), figure) == list.end()) list.push_back(figure);
      }
    }
  }

  void add_new(const NamedPiece& name) {
    if (found_.contains(name.key()) || name.words.empty() || name.text.size() < 2 ||
        name.names == Names::thing || text_.is_adjective(name))
      return;
    std::optional<std::int32_t> figure;
    if (text_.is_common(name) && persons_.contains(name.words.front())) return;
    if (name.names == Names::person || name.names == Names::unknown) figure = person_of(name);
    if (!figure && name.names == Names::person) figure = new_person(name);
    if (!figure && name.names == Names::place) figure = place_of(name);
    if (!figure && name.names == Names::unknown) figure = guess(name);
    if (!figure) figure = organization_of(name);
    if (!figure) return;
    if (*figure >= 0) figures_[*figure].add_alias(name.text);
    found_[name.key()] = *figure;
  }

  /// The person whose full name the article has elsewhere; of several the one named last before,
  /// else first after.
  [[nodiscard]] std::optional<std::int32_t> person_of(const NamedPiece& name) const {
    const auto list = persons_.find(name.words.back());
    const auto other = persons_.find(name.words.front());
    std::optional<std::int32_t> best;
    std::pair<int, std::int64_t> best_rank{};
    for (const auto* bearers : {list == persons_.end() ? nullptr : &list->second,
                                other == persons_.end() ? nullptr : &other->second}) {
      if (bearers == nullptr) continue;
      for (const auto figure : *bearers) {
        if (!fits(name, figures_[figure])) continue;
        const auto rank = rank_of(name, figure);
        if (!best || rank > best_rank) {
          best = figure;
          best_rank = rank;
        }
      }
    }
    return best;
  }

  [[nodiscard]] static bool fits(const NamedPiece& name, const Figure& figure) {
    if (name.title != nullptr && name.title->gender != Gender::unknown &&
        figure.gender != Gender::unknown && name.title->gender != figure.gender) {
      return false;
    }
    if (is_short_for(name.words, figure.words)) return true;
    return std::any_of(figure.actor.aliases.begin(), figure.actor.aliases.end(),
                       [&](const std::string& alias) {
                         return is_short_for(name.words, split_words(fold(alias)));
                       });
  }

  /// Who is named in full in headline or lead is whom the bare surname means, the first of two of
  /// them, whoever of that name comes later; then named before beats named after; then the nearest.
  [[nodiscard]] std::pair<int, std::int64_t> rank_of(const NamedPiece& name,
                                                     std::int32_t figure) const {
    const auto here = position(name.key());
    constexpr std::uint32_t lead = 2;  // sentences, the headline with them
    std::pair<int, std::int64_t> best{-1, 0};
    for (const auto& [key, found] : found_) {
      if (found != figure) continue;
      const auto there = position(key);
      const bool leads = name.words.size() == 1 && key.first < lead;
      if (there >= here)
        best = std::max(best, {0, -there});
      else
        best = std::max(best, leads ? std::pair<int, std::int64_t>{2, -there}
                                    : std::pair<int, std::int64_t>{1, there});
    }
    return best;
  }
  [[nodiscard]] static std::int64_t position(const std::pair<std::uint32_t, std::int32_t>& key) {
    return (static_cast<std::int64_t>(key.first) << 20) + key.second;
  }

  std::int32_t new_person(const NamedPiece& name) {
    std::int32_t figure = name.title != nullptr ? leader_of(name) : head_in_office(name);
    if (figure < 0) figure = figures_.person(name.text);
    index_person(figure, name.words);
    return figure;
  }

  /// The known person of that family name for whom `fits` holds, as a figure; -1 for none, and
  /// when there are several.
  template <class Fits>
  [[nodiscard]] std::int32_t only_bearer(const NamedPiece& name, Fits fits) {
    const auto bearers = gazetteer_.surnames.find(name.words.back());
    if (bearers == gazetteer_.surnames.end()) return -1;
    std::int32_t found = -1;
    for (const auto actor : bearers->second) {
      if (!fits(gazetteer_.actors[actor], bearers->second.size() == 1)) continue;
      if (found >= 0) return -1;
      found = static_cast<std::int32_t>(actor);
    }
    return found < 0 ? -1 : figures_.known(static_cast<std::uint32_t>(found), name.text);
  }

  /// "President Bouteflika": the gazetteer knows who held that office.
  [[nodiscard]] std::int32_t leader_of(const NamedPiece& name) {
    if (name.words.size() > 2) return -1;
    return only_bearer(name, [&](const KnownActor& known, bool) {
      const bool held =
          std::any_of(known.roles.begin(), known.roles.end(),
                      [&](const ActorRole& role) { return is_office(role, *name.title); });
      return held &&
             (name.words.size() == 1 || is_short_for(name.words, split_words(fold(known.name))));
    });
  }

  /// Whether a known office is the one that a title says; of a government its head, in office at
  /// the time.
  [[nodiscard]] bool is_office(const ActorRole& role, const RoleNoun& title) const {
    if (title.role_class != RoleClass::body)
      return fold(role.title).find(title.singular) != std::string::npos;
    const auto& day = figures_.day();
    return is_head(role) &&
           (!day || (role.seen.first <= day->first && day->first <= role.seen.last));
  }

  [[nodiscard]] static bool is_head(const ActorRole& role) {
    return one_of(role.title, {"president", "prime minister", "chancellor", "premier"});
  }

  /// "Santos" alone, in an article that speaks of Colombia while one Santos is its president:
  /// papers leave out first name and office of nobody else. "Merkel" in any, for no other is known.
  [[nodiscard]] std::int32_t head_in_office(const NamedPiece& name) {
    const auto& day = figures_.day();
    if (!day || name.words.size() != 1) return -1;
    const bool given = gazetteer_.first_names.contains(name.words.back());
    return only_bearer(name, [&](const KnownActor& known, bool only) {
      const bool heads =
          std::any_of(known.roles.begin(), known.roles.end(), [&](const ActorRole& role) {
            return is_head(role) && role.seen.first <= day->first && day->last <= role.seen.last;
          });
      return heads && ((only && !given) || speaks_of(known.country));
    });
  }

  /// Whether a country, its people or its capital stands anywhere in the article.
  [[nodiscard]] bool speaks_of(std::string_view country) const {
    for (const auto& sentence : phrases_) {
      for (const auto& phrase : sentence) {
        for (const auto& piece : phrase.pieces) {
          const bool state = piece.kind == Kind::country || piece.kind == Kind::adjective ||
                             piece.kind == Kind::people || piece.kind == Kind::seat;
          if (state && gazetteer_.countries[piece.index].code == country) return true;
        }
      }
    }
    return false;
  }

  [[nodiscard]] std::int32_t place_of(const NamedPiece& name) {
    const auto row = find_place_row(fold(name.text));
    return figures_.place(name.text, row ? row->country : std::string_view());
  }

  /// Nothing tells what it names: two or three words are taken for a person, one for an
  /// organisation.
  [[nodiscard]] std::optional<std::int32_t> guess(const NamedPiece& name) {
    if (const auto known = organization_like(name)) return known;
    const bool follows_age = is_age_after(name);
    if (follows_age || (name.words.size() >= 2 && name.words.size() <= 4 && is_plain(name)))
      return new_person(name);
    return std::nullopt;
  }

  [[nodiscard]] bool is_age_after(const NamedPiece& name) const {
    const auto& tokens = analysis_.sentences[name.sentence].tokens;
    const auto t = static_cast<std::size_t>(name.piece().last);
    return t + 1 < tokens.size() && tokens[t].form == "," && tokens[t + 1].upos == Upos::NUM &&
           tokens[t + 1].form.size() <= 2;
  }

  [[nodiscard]] static bool is_plain(const NamedPiece& name) {
    return std::none_of(name.text.begin(), name.text.end(), is_digit);
  }

  /// An organisation that the article names otherwise: "Haqqanis", "Kifaya", a spelling one letter
  /// off.
  [[nodiscard]] std::optional<std::int32_t> organization_like(const NamedPiece& name) const {
    const std::string folded = fold(name.text);
    const std::string singular =
        folded.ends_with('s') ? folded.substr(0, folded.size() - 1) : folded;
    const auto found = organizations_.find(folded);
    if (found != organizations_.end()) return found->second;
    const auto one = organizations_.find(singular);
    if (one != organizations_.end()) return one->second;
    if (folded.size() < 7) return std::nullopt;
    for (std::int32_t i = 0; i < std::min(figures_.size(), 400); ++i) {
      const auto& figure = figures_[i];
      if (figure.nature != Figure::Nature::organization && figure.nature != Figure::Nature::armed)
        continue;
      if (edit_distance(folded, fold(figure.actor.name), 1) <= 1) return i;
      for (const auto& alias : figure.actor.aliases) {
        if (edit_distance(folded, fold(alias), 1) <= 1) return i;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::int32_t> organization_of(const NamedPiece& name) {
    if (const auto known = organization_like(name)) return *known;
    const std::string folded = fold(name.text);
    const auto body = name.piece().body;
    std::string sector =
        body >= 0 ? gazetteer_.roles[static_cast<std::size_t>(body)].sector : std::string();
    if (sector.empty() && name.title != nullptr) sector = name.title->sector;
    const auto figure = figures_.organization(name.text, sector, {});
    organizations_.emplace(folded, figure);
    return figure;
  }

  /// A city or a region that is also the family name of a person of the article, where it speaks or
  /// owns: "Lagos said" after "President Ricardo Lagos".
  void read_surnames() {
    for (std::uint32_t s = 0; s < phrases_.size(); ++s) {
      const auto& sentence = analysis_.sentences[s];
      for (const auto& phrase : phrases_[s]) {
        const Piece* core = phrase.core_piece();
        if (core == nullptr || (core->kind != Kind::seat && core->kind != Kind::region)) continue;
        const NamedPiece name{
            .sentence = s,
            .phrase = &phrase,
            .index = static_cast<std::size_t>(phrase.core),
            .text = text_of(sentence, core->first, core->last),
            .words = split_words(fold(text_of(sentence, core->first, core->last))),
            .names = Names::person,
            .title = nullptr};
        const auto& word = sentence.at(core->last - 1);
        const bool speaks = is_subject(word) && word.head >= 0 &&
                            gazetteer_.words.is(ActorWord::saying, sentence.at(word.head).lemma);
        const bool owns = word.deprel == "nmod:poss";
        if (name.words.size() != 1 || !(speaks || owns)) continue;
        const auto person = person_of(name);
        if (!person || figures_[*person].words.size() < 2 ||
            figures_[*person].words.back() != name.words.front())
          continue;
        figures_[*person].add_alias(name.text);
        found_[name.key()] = *person;
      }
    }
  }

  /// "Ceasefire Violations Committee (CFVC)": two names of one organisation.
  void read_brackets() {
    for (const auto& name : names_) {
      const auto& tokens = analysis_.sentences[name.sentence].tokens;
      const auto first = static_cast<std::size_t>(name.piece().first),
                 last = static_cast<std::size_t>(name.piece().last);
      if (first < 2 || last >= tokens.size() || tokens[first - 1].form != "(" ||
          tokens[last].form != ")")
        continue;
      for (const auto& full : names_) {
        if (full.sentence != name.sentence ||
            full.piece().last != static_cast<std::int32_t>(first) - 1)
          continue;
        unite(full, name);
      }
    }
  }

  void unite(const NamedPiece& full, const NamedPiece& brief) {
    const auto left = found_.find(full.key()), right = found_.find(brief.key());
    if (left == found_.end() || right == found_.end() || left->second == right->second) return;
    const auto a = left->second, b = right->second;
    if (figures_[a].is_person() || figures_[b].is_person()) return;
    const auto kept = figures_[b].known >= 0 && figures_[a].known < 0 ? b : a;
    const auto gone = kept == a ? b : a;
    if (figures_[gone].known >= 0) return;  // two known organisations stay two
    // "Seven Party Alliance (SPA)" is no Saudi Press Agency
    const auto& piece = full.piece();
    if (kept == b && !is_called_like(full.words, figures_[b]) &&
        spelled_from(brief.text, analysis_.sentences[full.sentence], piece.first, piece.last))
      return;
    figures_[kept].add_alias(figures_[gone].actor.name);
    for (auto& [key, figure] : found_) {
      if (figure == gone) figure = kept;
    }
  }

  const Analysis& analysis_;
  const Phrases& phrases_;
  const Gazetteer& gazetteer_;
  Figures& figures_;
  const NamesInText text_;
  const std::vector<NamedPiece>& names_;
  NamedPieces found_;
  std::unordered_map<std::string, std::vector<std::int32_t>>
      persons_;  ///< by each word of the name
  std::unordered_map<std::string, std::int32_t> organizations_;
};

}  // namespace

bool is_short_for(const std::vector<std::string>& part, const std::vector<std::string>& full) {
  if (part.empty() || full.empty()) return false;
  if (part.size() <= full.size()) {
    if (std::equal(part.rbegin(), part.rend(), full.rbegin())) return true;
    static constexpr std::array<std::string_view, 12> links = {"al", "el", "ul", "de", "di", "du",
                                                               "da", "la", "le", "mr", "dr", "st"};
    if (part.size() == 1 && part.front() == full.front() && part.front().size() > 1 &&
        !one_of(part.front(), links))  // "Xi", "Hu"
      return true;
  }
  if (part.size() < 2 || full.size() < 2) return false;
  // "George Bush" and "George W. Bush"; "Qaim Ali Shah" and "Syed Qaim Ali Shah" were met above.
  return part.front() == full.front() && part.back() == full.back();
}

NamedPieces find_named(const Analysis& analysis, const Phrases& phrases, const Gazetteer& gazetteer,
                       Figures& figures) {
  return NameReader(analysis, phrases, gazetteer, figures).read();
}

}  // namespace annals
