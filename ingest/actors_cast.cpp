#include <algorithm>
#include <array>
#include <map>

#include "graph/names.h"
#include "ingest/actors.h"
#include "ingest/actors_figures.h"
#include "ingest/actors_names.h"
#include "ingest/actors_phrases.h"
#include "ingest/actors_roles.h"
#include "ingest/actors_speech.h"
#include "ingest/characters.h"
#include "ingest/coreference.h"

namespace annals {
namespace {

using Kind = Piece::Kind;
using Nature = Figure::Nature;

template <std::size_t size>
bool one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 16> where_words = {
    "in",      "at",     "near", "from",       "inside", "across", "around", "outside",
    "through", "within", "into", "throughout", "over",   "via",    "to",     "for"};
constexpr std::array<std::string_view, 22> land_words = {
    "northwest", "northeast", "southwest", "southeast",  "north",     "south",
    "east",      "west",      "soil",      "border",     "territory", "city",
    "town",      "village",   "province",  "region",     "capital",   "coast",
    "airspace",  "mountains", "waters",    "countryside"};

class CastBuilder {
 public:
  CastBuilder(const Article& article, const Analysis& analysis, const Gazetteer& gazetteer)
      : article_(article),
        analysis_(analysis),
        gazetteer_(gazetteer),
        figures_(gazetteer, article.published),
        history_(figures_) {}

  Cast build() {
    read_phrases();
    count_countries();
    named_ = find_named(analysis_, phrases_, gazetteer_, figures_);
    give_titles();
    early_ = false;
    for (std::uint32_t s = 0; s < phrases_.size(); ++s) read_sentence(s);
    read_speech();
    return finish();
  }

 private:
  [[nodiscard]] const Sentence& sentence(std::uint32_t s) const { return analysis_.sentences[s]; }
  [[nodiscard]] const Token& token(std::uint32_t s, std::int32_t t) const {
    return analysis_.sentences[s].tokens[static_cast<std::size_t>(t)];
  }

  void read_phrases() {
    phrases_.resize(analysis_.sentences.size());
    resolved_.resize(analysis_.sentences.size());
    for (std::uint32_t s = 0; s < phrases_.size(); ++s) {
      const auto block = sentence(s).block;
      if (block < article_.blocks.size() && !is_read(article_.blocks[block].kind)) continue;
      phrases_[s] = find_phrases(sentence(s), s, find_pieces(sentence(s), gazetteer_), gazetteer_);
      resolved_[s].resize(phrases_[s].size());
    }
  }

  /// The country that an article is most about: whose "the government" is when nothing else says
  /// so.
  void count_countries() {
    std::map<std::string, int> counts;
    std::vector<std::string> order;
    for (const auto& in_sentence : phrases_) {
      for (const auto& phrase : in_sentence) {
        for (const auto& piece : phrase.pieces) {
          const std::string code = country_of(piece);
          if (code.empty()) continue;
          if (counts[code]++ == 0) order.push_back(code);
        }
      }
    }
    int most = 0;
    for (const auto& code : order) {
      if (counts[code] > most) {
        most = counts[code];
        default_country_ = code;
      }
    }
  }

  [[nodiscard]] std::string country_of(const Piece& piece) const {
    switch (piece.kind) {
      case Kind::country:
      case Kind::adjective:
      case Kind::people:
      case Kind::seat:
        return gazetteer_.countries[piece.index].code;
      case Kind::region:
      case Kind::regional:
      case Kind::locals:
        return gazetteer_.regions[piece.index].country;
      default:
        return {};
    }
  }

  // --- origins
  // -------------------------------------------------------------------------------------------------------

  [[nodiscard]] Origin country_origin(std::string_view code, std::int32_t figure = -1) const {
    const Country* country = gazetteer_.country(code);
    if (country == nullptr) return {};
    return {
        .figure = figure, .country = country->code, .code = {}, .adjective = country->adjective};
  }

  /// "U.S.-backed rebels" and "anti-American protesters" are not of that country; "Afghan-based
  /// militants" are.
  [[nodiscard]] bool is_only_mentioned(std::uint32_t s, const Piece& piece) const {
    static constexpr std::array<std::string_view, 6> belongs = {"based", "led", "born",
                                                                "ruled", "run", "origin"};
    const auto size = static_cast<std::int32_t>(sentence(s).tokens.size());
    if (piece.last + 1 < size && token(s, piece.last).form == "-")
      return !one_of(lower(token(s, piece.last + 1).form), belongs);
    return piece.first >= 2 && token(s, piece.first - 1).form == "-" &&
           one_of(lower(token(s, piece.first - 2).form),
                  std::array<std::string_view, 3>{"anti", "pro", "non"});
  }

  [[nodiscard]] Origin origin_of_piece(std::uint32_t s, const Piece& piece) {
    switch (piece.kind) {
      case Kind::country:
      case Kind::adjective:
      case Kind::people:
      case Kind::seat:
        return country_origin(gazetteer_.countries[piece.index].code);
      case Kind::region:
      case Kind::regional:
      case Kind::locals: {
        const auto& region = gazetteer_.regions[piece.index];
        return {.figure = -1,
                .country = region.country,
                .code = {},
                .adjective = region.adjective.empty() ? region.name : region.adjective};
      }
      case Kind::actor:
      case Kind::name: {
        const auto found = named_.find({s, piece.first});
        if (found == named_.end()) return {};
        Origin origin = figures_.origin_of(found->second);
        if (figures_[found->second].nature == Nature::people)
          origin.adjective = text_of(sentence(s), piece.first, piece.last);
        return origin;
      }
      default:
        return {};
    }
  }

  [[nodiscard]] Origin origin_of_phrase(std::uint32_t s, std::int32_t other) {
    if (early_ && phrases_[s][static_cast<std::size_t>(other)].core_piece() != nullptr &&
        phrases_[s][static_cast<std::size_t>(other)].core_piece()->kind == Kind::role) {
      const auto& role = phrases_[s][static_cast<std::size_t>(other)];
      return origin_of_role(s, role, static_cast<std::size_t>(role.core));
    }
    const auto& found = resolve(s, static_cast<std::size_t>(other));
    if (!found.empty()) return figures_.origin_of(found.front());
    const auto& phrase = phrases_[s][static_cast<std::size_t>(other)];
    if (phrase.core_piece() != nullptr) return origin_of_piece(s, *phrase.core_piece());
    for (const auto& piece :
         phrase.pieces) {  // "leaders of Pakistan's ruling party": any country beats none
      if (Origin origin = origin_of_piece(s, piece); !origin.empty()) return origin;
    }
    return {};
  }

  /// "[Joint Chiefs of Staff] [General] [Mike Mullen]": what stands before the rank and the name.
  Origin origin_inside(std::uint32_t s, const NounPhrase& phrase) {
    auto before = static_cast<std::size_t>(std::max(phrase.core, 0));
    while (before > 0 && phrase.pieces[before - 1].kind == Kind::role) --before;
    return before > 0 ? origin_of_piece(s, phrase.pieces[before - 1]) : Origin{};
  }

  /// Whose an office, a body or a group is: by the words before it, its owner, and what follows.
  Origin origin_of_role(std::uint32_t s, const NounPhrase& phrase, std::size_t before) {
    if (phrase.of_inside) {
      const auto& inside = phrases_[s][static_cast<std::size_t>(phrase.named)];
      if (Origin origin = origin_inside(s, inside); !origin.empty()) return origin;
    }
    Origin nearest;
    for (std::size_t k = before; k-- > 0;) {
      const bool is_there =
          phrase.pieces[k].kind == Kind::seat && (phrase.owner >= 0 || phrase.owner_word >= 0);
      if (is_there || is_only_mentioned(s, phrase.pieces[k]))
        continue;  // "its Kabul mission" is no Afghan one
      const Origin origin = origin_of_piece(s, phrase.pieces[k]);
      if (nearest.empty()) nearest = origin;
      if (nearest.country.empty() && nearest.code.empty())
        nearest.country = origin.country;  // "Turkish Kurd refugees"
    }
    if (!nearest.empty()) return nearest;
    if (phrase.owner >= 0) {
      if (Origin origin = origin_of_phrase(s, phrase.owner); !origin.empty()) return origin;
    }
    if (phrase.owner_word >= 0) {
      if (const auto owner = pronoun_at(s, phrase.owner_word)) return figures_.origin_of(*owner);
    }
    if (phrase.of >= 0) {
      if (Origin origin = origin_of_phrase(s, phrase.of); !origin.empty()) return origin;
    }
    if (phrase.shares >= 0) {
      const auto& other = phrases_[s][static_cast<std::size_t>(phrase.shares)];
      return origin_of_role(
          s, other, other.core < 0 ? other.pieces.size() : static_cast<std::size_t>(other.core));
    }
    if (phrase.in >= 0) {
      const auto& place = phrases_[s][static_cast<std::size_t>(phrase.in)];
      for (auto piece = place.pieces.rbegin(); piece != place.pieces.rend(); ++piece) {
        if (const auto code = country_of(*piece); !code.empty()) return country_origin(code);
      }
      if (const Piece* city = place.core_piece(); city != nullptr && city->kind == Kind::name) {
        const auto named = named_.find({s, city->first});
        if (named != named_.end()) return country_origin(figures_[named->second].actor.country);
      }
    }
    return {};
  }

  // --- titles of persons
  // ---------------------------------------------------------------------------------------------

  /// Gives persons the offices that stand before or beside their names, before any other phrase is
  /// read.
  void give_titles() {
    for (std::uint32_t s = 0; s < phrases_.size(); ++s) {
      for (const auto& phrase : phrases_[s]) {
        const Piece* core = phrase.core_piece();
        if (core == nullptr || (core->kind != Kind::name && core->kind != Kind::actor)) continue;
        const auto found = named_.find({s, core->first});
        if (found == named_.end()) continue;
        if (figures_[found->second].is_person()) {
          title_person(s, phrase, found->second);
        } else {
          describe_organization(s, phrase, found->second);
        }
      }
    }
  }

  void title_person(std::uint32_t s, const NounPhrase& phrase, std::int32_t figure) {
    const auto core = static_cast<std::size_t>(phrase.core);
    if (const auto role = read_title(gazetteer_, sentence(s), phrase)) {
      Origin origin = origin_of_role(s, phrase, role->first_piece);
      if (origin.empty() && needs_country(role->role)) origin = context_origin(figure);
      figures_.give_title(figure, role->role, origin, role->role.words);
    } else if (figures_[figure].actor.country.empty()) {
      const Origin origin = origin_of_role(s, phrase, core);
      figures_[figure].actor.country = origin.country;
      if (figures_[figure].actor.code.empty()) figures_[figure].actor.code = origin.country;
    }
    if (phrase.named < 0) return;
    const auto& beside = phrases_[s][static_cast<std::size_t>(phrase.named)];
    const auto role = read_role(gazetteer_, sentence(s), beside);
    if (!role) return;
    Origin origin = origin_of_role(s, beside, role->first_piece);
    if (origin.empty() && needs_country(role->role)) origin = context_origin(figure);
    figures_.give_title(figure, role->role, origin, role->role.words);
  }

  [[nodiscard]] static bool needs_country(const RolePhrase& role) {
    return role.noun->role_class != RoleClass::honorific &&
           (role.sector == "GOV" || role.sector == "LEG" || role.sector == "MIL" ||
            role.sector == "SPY");
  }

  /// "Interior Minister Rehman Malik" without a country: the person's own when known, else the
  /// article's.
  [[nodiscard]] Origin context_origin(std::int32_t figure) const {
    if (figure >= 0 && !figures_[figure].actor.country.empty())
      return country_origin(figures_[figure].actor.country);
    return country_origin(default_country_);
  }

  void describe_organization(std::uint32_t s, const NounPhrase& phrase, std::int32_t figure) {
    auto& organization = figures_[figure];
    if (organization.known >= 0 || organization.nature == Nature::place) return;
    const Origin origin = origin_of_role(s, phrase, static_cast<std::size_t>(phrase.core));
    if (organization.actor.country.empty()) organization.actor.country = origin.country;
    if (organization.actor.code.empty() || organization.actor.code == organization.sector) {
      organization.actor.code =
          code_of(country_origin(organization.actor.country), organization.sector);
    }
  }

  // --- phrases
  // -------------------------------------------------------------------------------------------------------

  /// The figures that a phrase stands for; several for "the two countries", none for a common noun.
  const std::vector<std::int32_t>& resolve(std::uint32_t s, std::size_t i) {
    auto& slot = resolved_[s][i];
    if (slot.done) return slot.figures;
    slot.done = true;  // first, so that phrases that lean on each other end
    auto figures = figures_of(s, phrases_[s][i]);
    std::erase(figures, -1);
    resolved_[s][i].figures = std::move(figures);
    return resolved_[s][i].figures;
  }

  std::vector<std::int32_t> figures_of(std::uint32_t s, const NounPhrase& phrase) {
    const Piece* core = phrase.core_piece();
    if (core == nullptr) return {};
    if (phrase.shares >= 0 && core->kind != Kind::role) {  // "Hungarian and Romanian officials"
      const auto& other = phrases_[s][static_cast<std::size_t>(phrase.shares)];
      const auto role = read_role(gazetteer_, sentence(s), other);
      if (role) return {of_origin(role->role, origin_of_piece(s, *core))};
    }
    switch (core->kind) {
      case Kind::country:
        return {figures_.country(core->index)};
      case Kind::people:
        return {abroad(s, phrase, figures_.people(core->index))};
      case Kind::region:
        return {figures_.region(core->index)};
      case Kind::locals:
        return {abroad(s, phrase, figures_.locals(core->index))};
      case Kind::seat:
        return {seat(s, *core)};
      case Kind::adjective:
      case Kind::regional:
        return adjective(phrase, *core);
      case Kind::actor:
      case Kind::name: {
        const auto found = named_.find({s, core->first});
        if (found == named_.end()) return {};
        return {found->second == -1 ? -1 : of_country(s, phrase, found->second)};
      }
      case Kind::role:
        return role(s, phrase);
      default:
        return {};
    }
  }

  /// "Albanians in Serbia", "Albanians of southern Serbia": a people of that country.
  std::int32_t abroad(std::uint32_t s, const NounPhrase& phrase, std::int32_t people) {
    const std::int32_t other = phrase.of >= 0 ? phrase.of : phrase.in;
    if (other < 0) return people;
    const Piece* place = phrases_[s][static_cast<std::size_t>(other)].core_piece();
    const std::string code = place == nullptr ? std::string() : country_of(*place);
    if (code.empty() || code == figures_[people].actor.country) return people;
    return figures_.people_abroad(people, country_origin(code));
  }

  /// "Iraqi Kurds": of a people of several countries the part in this one.
  std::int32_t of_country(std::uint32_t s, const NounPhrase& phrase, std::int32_t figure) {
    if (figures_[figure].nature != Nature::people) return figure;
    const Origin origin = origin_of_role(s, phrase, static_cast<std::size_t>(phrase.core));
    if (origin.country.empty()) return abroad(s, phrase, figure);
    return figures_[figure].actor.country.empty()
               ? figures_.people_abroad(figure, country_origin(origin.country))
               : figure;
  }

  /// A capital is a place after "in" and beside "city", and the government otherwise: "Islamabad's
  /// demands".
  std::int32_t seat(std::uint32_t s, const Piece& piece) {
    const auto form = text_of(sentence(s), piece.first, piece.last);
    if (is_land(s, piece)) return figures_.place(form, gazetteer_.countries[piece.index].code);
    return figures_.government(piece.index, form);
  }

  [[nodiscard]] bool is_land(std::uint32_t s, const Piece& piece) const {
    if (piece.first == 0 && begins_dateline(s, piece.last)) return true;
    std::string before = word_before(sentence(s), piece.first);
    if (before == "the") before = word_before(sentence(s), piece.first - 1);
    if (one_of(before, where_words) || before == "capital" || before == "city" ||
        before == "town" || before == "downtown")
      return true;
    if (before == "," &&
        piece.first >= 2) {  // "the Ethiopian capital, Addis Ababa", "Baghdad, Iraq"
      const auto& left = token(s, piece.first - 2);
      return lower(left.form) == "capital" ||
             (left.upos == Upos::PROPN && piece.kind != Kind::seat &&
              is_place_before(s, piece.first - 2));
    }
    return owns_land(s, piece.last);
  }

  /// "ISLAMABAD (Reuters) -", "BEIJING, Nov. 9"
  [[nodiscard]] bool begins_dateline(std::uint32_t s, std::int32_t t) const {
    const auto size = static_cast<std::int32_t>(sentence(s).tokens.size());
    if (t >= size) return false;
    const auto& form = token(s, t).form;
    return form == "(" || form == "--" || form == "-" || form == "\xE2\x80\x94" ||
           form == "\xE2\x80\x93" ||
           (form == "," && t + 1 < size && token(s, t + 1).upos != Upos::VERB &&
            !is_lower(token(s, 0).form.back()));
  }

  [[nodiscard]] bool is_place_before(std::uint32_t s, std::int32_t t) const {
    return std::any_of(phrases_[s].begin(), phrases_[s].end(), [&](const NounPhrase& phrase) {
      const Piece* core = phrase.core_piece();
      return core != nullptr && core->last == t + 1 &&
             (core->kind == Kind::seat || core->kind == Kind::region ||
              core->names == Piece::Names::place);
    });
  }

  /// "Pakistan's northwest", "Pakistani territory"
  [[nodiscard]] bool owns_land(std::uint32_t s, std::int32_t t) const {
    const auto size = static_cast<std::int32_t>(sentence(s).tokens.size());
    for (std::int32_t next = t; next < std::min(size, t + 4); ++next) {
      if (one_of(lower(token(s, next).form), land_words)) return true;
      if (token(s, next).upos == Upos::VERB || token(s, next).upos == Upos::PUNCT ||
          token(s, next).upos == Upos::ADP)
        return false;
    }
    return false;
  }

  std::vector<std::int32_t> adjective(const NounPhrase& phrase, const Piece& piece) {
    const bool regional = piece.kind == Kind::regional;
    if (phrase.determiner == Determiner::none && phrase.number == 0) return {};
    return {regional ? figures_.locals(piece.index) : figures_.people(piece.index)};
  }

  // --- roles
  // ---------------------------------------------------------------------------------------------------------

  std::int32_t of_origin(const RolePhrase& role, const Origin& origin) {
    switch (role.noun->role_class) {
      case RoleClass::body:
        return body(role, origin);
      case RoleClass::office:
      case RoleClass::head:
      case RoleClass::voice:
      case RoleClass::rank:
        return role.noun->role_class == RoleClass::voice || role.plural == role.words
                   ? figures_.group(role, origin)
                   : figures_.office(role, origin);
      default:
        return figures_.group(role, origin);
    }
  }

  std::vector<std::int32_t> role(std::uint32_t s, const NounPhrase& phrase) {
    const auto read = read_role(gazetteer_, sentence(s), phrase);
    if (!read) return {};
    const RolePhrase& role = read->role;
    if (phrase.named >= 0) {
      const auto& beside = phrases_[s][static_cast<std::size_t>(phrase.named)];
      if (beside.core_piece() != nullptr && beside.core_piece()->kind != Kind::role)
        return resolve(s, static_cast<std::size_t>(phrase.named));
    }
    const auto role_class = role.noun->role_class;
    if (role_class == RoleClass::state || role_class == RoleClass::side ||
        role_class == RoleClass::counterpart)
      return parties(s, phrase, role);
    if (role_class == RoleClass::honorific) return {};
    const Origin origin = origin_of_role(s, phrase, read->first_piece);
    if (role_class == RoleClass::asset && origin.country.empty()) return {};
    if (phrase.plural || role_class == RoleClass::group) return group(s, phrase, role, origin);
    if (role_class == RoleClass::body) return {body_phrase(s, phrase, role, origin)};
    if (role_class == RoleClass::member || role_class == RoleClass::asset)
      return member(s, phrase, role, origin);
    return {office(s, phrase, role, origin)};
  }

  [[nodiscard]] static bool points_back(const NounPhrase& phrase) {
    return phrase.determiner == Determiner::definite ||
           phrase.determiner == Determiner::demonstrative || phrase.determiner == Determiner::both;
  }

  std::vector<std::int32_t> group(std::uint32_t s, const NounPhrase& phrase, const RolePhrase& role,
                                  const Origin& origin) {
    if (origin.empty() && points_back(phrase)) {
      if (phrase.number == 2 || phrase.determiner == Determiner::both) {
        auto two = last_two(s, [&](const Figure& figure) { return figure.is_person(); });
        if (two.size() == 2 && is_person_class(role.noun->role_class)) return two;
      }
      const auto last = history_.last(s, 12, [&](const Spoken& spoken) {
        const auto& figure = figures_[spoken.figure];
        return figure.nature == Nature::group && figure.noun == role.noun->singular;
      });
      if (last) return {*last};
    }
    Origin from = origin;
    if (from.empty() && role.noun->singular == "authority") from = context_origin(-1);
    return {figures_.group(role, from)};
  }

  [[nodiscard]] static bool is_person_class(RoleClass role_class) {
    return role_class == RoleClass::office || role_class == RoleClass::head ||
           role_class == RoleClass::member;
  }

  std::vector<std::int32_t> member(std::uint32_t s, const NounPhrase& phrase,
                                   const RolePhrase& role, const Origin& origin) {
    if (points_back(phrase) && origin.empty()) {
      const auto last = history_.last(s, 12, [&](const Spoken& spoken) {
        const auto& figure = figures_[spoken.figure];
        if (figure.nature == Nature::group) return figure.noun == role.noun->singular;
        return figure.is_person() && has_title(figure, role);
      });
      if (last) return {*last};
    } else if (points_back(phrase)) {
      if (const auto holder = holder_of(s, role, origin)) return {*holder};
    }
    return {figures_.group(role, origin)};
  }

  [[nodiscard]] static bool has_title(const Figure& figure, const RolePhrase& role) {
    const std::string folded = fold(role.words);
    return std::any_of(figure.titles.begin(), figure.titles.end(), [&](const std::string& title) {
      return title == folded || (title.size() > folded.size() && title.ends_with(" " + folded)) ||
             (folded.size() > title.size() && folded.ends_with(" " + title));
    });
  }

  [[nodiscard]] static bool agree(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() || a == b;
  }

  /// Whether a person is said to lead something: "the head of the ISI" is its director.
  [[nodiscard]] bool leads(const Figure& figure) const {
    static constexpr std::array<std::string_view, 8> words = {
        "head",     "chief", "director",          "leader",
        "chairman", "boss",  "general secretary", "director general"};
    const auto is_head = [](std::string_view title) {
      return std::any_of(words.begin(), words.end(),
                         [title](std::string_view word) { return title.ends_with(word); });
    };
    return std::any_of(figure.titles.begin(), figure.titles.end(), is_head) ||
           std::any_of(figure.actor.roles.begin(), figure.actor.roles.end(),
                       [&](const ActorRole& held) { return is_head(held.title); });
  }

  /// The person who holds an office: named before, else anywhere when the country is said.
  [[nodiscard]] std::optional<std::int32_t> holder_of(std::uint32_t s, const RolePhrase& role,
                                                      const Origin& origin) const {
    const auto holds = [&](const Figure& figure) {
      if (figure.nature != Nature::person || !agree(figure.actor.country, origin.country))
        return false;
      if (has_title(figure, role)) return true;
      if (leads(figure) && role.noun->role_class == RoleClass::head && !origin.code.empty())
        return figure.actor.code == origin.code;
      // "Pakistan's spy chief" is the head of its intelligence service
      return role.sector == "SPY" && figure.sector == "SPY" && !origin.country.empty() &&
             figure.actor.country == origin.country;
    };
    const auto last = history_.last(
        s, 1000, [&](const Spoken& spoken) { return holds(figures_[spoken.figure]); });
    if (last || origin.empty()) return last;
    for (std::int32_t i = 0; i < figures_.size(); ++i) {
      if (holds(figures_[i])) return i;
    }
    return std::nullopt;
  }

  std::int32_t office(std::uint32_t s, const NounPhrase& phrase, const RolePhrase& role,
                      const Origin& origin) {
    if (phrase.determiner != Determiner::indefinite && !role.former) {
      if (const auto holder = holder_of(s, role, origin)) return *holder;
      if (origin.empty()) {
        const auto last = history_.last(s, 12, [&](const Spoken& spoken) {
          const auto& figure = figures_[spoken.figure];
          return figure.nature == Nature::office && has_title(figure, role);
        });
        if (last) return *last;
      }
    }
    if (role.noun->role_class == RoleClass::voice) return voice(s, phrase, role, origin);
    if (phrase.determiner == Determiner::indefinite) return figures_.group(role, origin);
    Origin from = origin;
    if (from.empty() && needs_country(role)) from = context_origin(-1);
    return figures_.office(role, from);
  }

  /// "the spokesman" is the one who spoke before; another one speaks for what stands beside him.
  std::int32_t voice(std::uint32_t s, const NounPhrase& phrase, const RolePhrase& role,
                     const Origin& origin) {
    if (origin.empty() && points_back(phrase)) {
      const auto last = history_.last(s, 12, [&](const Spoken& spoken) {
        const auto& figure = figures_[spoken.figure];
        return figure.noun == role.noun->singular ||
               (figure.is_person() && has_title(figure, role));
      });
      if (last) return *last;
    }
    return figures_.group(role, origin);
  }

  std::int32_t body_phrase(std::uint32_t s, const NounPhrase& phrase, const RolePhrase& role,
                           const Origin& origin) {
    const bool narrow = role.sector.empty() || role.sector == "REB" || role.sector == "UAF" ||
                        role.sector == "SPY" || role.sector == "PTY";
    if (origin.figure >= 0 && !origin.code.empty() && phrase.owner < 0 && narrow && phrase.of < 0)
      return origin.figure;  // "the Haqqani militant group"
    if (origin.figure >= 0 && origin.code.empty() && phrase.owner < 0 && phrase.of < 0 &&
        figures_[origin.figure].nature == Nature::organization) {
      if (figures_[origin.figure].sector.empty()) figures_[origin.figure].sector = role.sector;
      return origin.figure;  // "the Kifaya movement"
    }
    if (!origin.empty()) return body(role, origin);
    if (phrase.determiner == Determiner::indefinite)
      return role.sector.empty() ? -1 : figures_.group(role, origin);
    const auto last = history_.last(
        s, 8, [&](const Spoken& spoken) { return is_this_body(figures_[spoken.figure], role); });
    if (last) return *last;
    static constexpr std::array<std::string_view, 8> national = {
        "government", "military",  "army",    "parliament",
        "navy",       "air force", "cabinet", "opposition"};
    const bool ministry = role.words.find("ministry") != std::string::npos;
    if (one_of(role.words, national) || ministry) return body(role, context_origin(-1));
    return -1;
  }

  /// Whether "the ministry", "the group" or "the court" can be this one.
  [[nodiscard]] bool is_this_body(const Figure& figure, const RolePhrase& role) const {
    if (figure.nature == Nature::government)
      return role.words == "government" || role.words == "administration" || role.words == "regime";
    if (figure.nature == Nature::body && figure.noun == role.noun->singular) return true;
    if (figure.nature != Nature::body && figure.nature != Nature::organization &&
        figure.nature != Nature::armed)
      return false;
    if (role.sector.empty()) {
      const bool loose = role.noun->singular == "group" || role.noun->singular == "network" ||
                         role.noun->singular == "organization" ||
                         role.noun->singular == "organisation" || role.noun->singular == "movement";
      if (loose && figure.nature == Nature::armed) return true;
      if (loose && figure.nature == Nature::organization) return figure.sector != "GOV";
    }
    if ((role.sector == "REB" || role.sector == "UAF") && figure.nature == Nature::armed)
      return true;
    const auto noun = fold(role.noun->singular);
    if (std::find(figure.words.begin(), figure.words.end(), noun) != figure.words.end())
      return true;
    return !role.sector.empty() && role.sector != "GOV" &&
           figure.actor.code.ends_with(role.sector) && figure.nature == Nature::organization;
  }

  std::int32_t body(const RolePhrase& role, const Origin& origin) {
    if (origin.code.empty() && !origin.country.empty()) {
      static constexpr std::array<std::string_view, 3> rule = {"government", "administration",
                                                               "regime"};
      const auto index = gazetteer_.country_by_code.find(origin.country);
      if (one_of(role.words, rule) && index != gazetteer_.country_by_code.end())
        return figures_.government(index->second, {});
    }
    if (role.sector == "SPY") {  // a country's intelligence service under its own name
      for (std::int32_t i = 0; i < figures_.size(); ++i) {
        if (figures_[i].known >= 0 && figures_[i].nature == Nature::organization &&
            !origin.country.empty() && figures_[i].actor.code == origin.country + "SPY") {
          return i;
        }
      }
    }
    return figures_.body(role, origin);
  }

  /// "the country", "the two countries", "both sides", "his Chinese counterpart"
  std::vector<std::int32_t> parties(std::uint32_t s, const NounPhrase& phrase,
                                    const RolePhrase& role) {
    const bool many =
        phrase.plural && (phrase.number == 2 || phrase.determiner == Determiner::both ||
                          phrase.determiner == Determiner::demonstrative);
    if (many) {
      auto two = last_two(s, [&](const Figure& figure) {
        return figure.nature == Nature::country || figure.nature == Nature::government;
      });
      return two.size() == 2 ? two : std::vector<std::int32_t>{};
    }
    for (const auto& piece : phrase.pieces) {
      const auto code = country_of(piece);
      if (!code.empty()) return {figures_.country(code)};
    }
    if (role.noun->role_class != RoleClass::state || phrase.plural) return {};
    if (phrase.of >= 0)
      return resolve(s, static_cast<std::size_t>(phrase.of));  // "the republic of Slovenia"
    if (phrase.owner_word >= 0) {
      const auto owner = pronoun_at(s, phrase.owner_word);
      return owner ? std::vector<std::int32_t>{figures_.country(figures_[*owner].actor.country)}
                   : std::vector<std::int32_t>{};
    }
    if (!points_back(phrase) || role.noun->singular == "state") return {};
    const std::string code = country_in_focus(s);
    return code.empty() ? std::vector<std::int32_t>{}
                        : std::vector<std::int32_t>{figures_.country(code)};
  }

  /// Whose country "the country" is: of those spoken of lately the one that acts, rather than the
  /// one named last.
  [[nodiscard]] std::string country_in_focus(std::uint32_t s) const {
    std::string best;
    double best_score = -100;
    const auto& all = history_.all();
    for (std::size_t i = all.size(); i-- > 0 && all[i].sentence + 3 >= s;) {
      const auto& figure = figures_[all[i].figure];
      if (figure.actor.country.empty() || figure.nature == Nature::place) continue;
      double score = -2.0 * (s - all[i].sentence);
      if (all[i].subject) score += 3;
      if (all[i].territory) score -= 1;
      if (figure.nature == Nature::country) score += 0.5;
      if (score <= best_score) continue;
      best_score = score;
      best = figure.actor.country;
    }
    return best;
  }

  /// The two different figures spoken of last; of a country and its government one.
  template <typename Fits>
  std::vector<std::int32_t> last_two(std::uint32_t s, Fits fits) {
    std::vector<std::int32_t> found;
    const auto& all = history_.all();
    for (std::size_t i = all.size(); i-- > 0 && found.size() < 2;) {
      if (all[i].sentence + 6 < s) break;
      if (!fits(figures_[all[i].figure])) continue;
      std::int32_t figure = all[i].figure;
      if (figures_[figure].nature == Nature::government)
        figure = figures_.country(figures_[figure].actor.country);
      if (figure >= 0 && std::find(found.begin(), found.end(), figure) == found.end())
        found.push_back(figure);
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

  // --- reading sentences
  // ---------------------------------------------------------------------------------------------

  void read_sentence(std::uint32_t s) {
    std::size_t next = 0;
    const auto size = static_cast<std::int32_t>(sentence(s).tokens.size());
    for (std::int32_t t = 0; t <= size; ++t) {
      while (next < phrases_[s].size() && phrases_[s][next].last <= t) mention_phrase(s, next++);
      if (t < size && !phrases_[s].empty()) mention_pronoun(s, t);
    }
  }

  void mention_phrase(std::uint32_t s, std::size_t i) {
    const auto& phrase = phrases_[s][i];
    mention_inner(s, phrase);
    mention_doer(s, phrase);
    const auto& figures = resolve(s, i);
    const Piece* core = phrase.core_piece();
    for (const auto figure : figures) {
      const bool named = core->kind != Kind::role;
      const bool land = is_place_like(*core) && is_land(s, *core);
      // Countries and the like are named by their own words; a person or a group by all of the
      // phrase.
      const bool whole = core->kind == Kind::role || figures_[figure].is_person() ||
                         figures_[figure].plural || phrase.owner >= 0;
      add({.sentence = s,
           .first_token =
               whole ? (core->kind == Kind::role || figures_[figure].is_person() ? phrase.begin
                                                                                 : phrase.first)
                     : core->first,
           .last_token = whole && core->kind == Kind::role ? phrase.end : phrase.last,
           .head_token = head_of(s, phrase),
           .span = {},
           .actor = static_cast<std::uint32_t>(figure),
           .reference = named ? Reference::name : Reference::nominal,
           .confidence = named ? 0.95F : 0.8F,
           .territory = land},
          phrase.plural, false);
    }
  }

  [[nodiscard]] static bool is_place_like(const Piece& piece) {
    return piece.kind == Kind::country || piece.kind == Kind::seat || piece.kind == Kind::region ||
           piece.names == Piece::Names::place;
  }

  /// The token by which the tree holds the phrase.
  [[nodiscard]] std::int32_t head_of(std::uint32_t s, const NounPhrase& phrase) const {
    for (std::int32_t t = phrase.first; t < phrase.last; ++t) {
      const auto head = token(s, t).head;
      if ((head < phrase.first || head >= phrase.last) && token(s, t).upos != Upos::DET) return t;
    }
    return phrase.head;
  }

  /// Countries and organisations inside the phrase: "Pakistani" officials, "CIA" director.
  void mention_inner(std::uint32_t s, const NounPhrase& phrase) {
    for (std::size_t k = 0; k < phrase.pieces.size(); ++k) {
      const auto& piece = phrase.pieces[k];
      if (static_cast<std::int32_t>(k) == phrase.core && !resolve(s, index_of(s, phrase)).empty())
        continue;
      const auto figure = inner_figure(s, piece);
      if (figure < 0) continue;
      add({.sentence = s,
           .first_token = piece.first,
           .last_token = piece.last,
           .head_token = piece.last - 1,
           .span = {},
           .actor = static_cast<std::uint32_t>(figure),
           .reference = Reference::name,
           .confidence = 0.9F,
           .territory = is_place_like(piece) ? is_land(s, piece) : owns_land(s, piece.last)},
          false, true);
    }
  }

  /// A group or a body before another noun: "rebel attacks", "U.S. military drone strikes",
  /// "refugee camp".
  void mention_doer(std::uint32_t s, const NounPhrase& phrase) {
    static constexpr std::array<std::string_view, 8> doers = {"MIL", "REB", "UAF", "COP",
                                                              "GOV", "OPP", "REF", "CVL"};
    if (phrase.core >= 0 || phrase.pieces.empty() || phrase.pieces.back().kind != Kind::role)
      return;
    const auto& noun = gazetteer_.roles[phrase.pieces.back().index];
    const bool many = noun.role_class == RoleClass::member || noun.role_class == RoleClass::group;
    if ((!many && noun.role_class != RoleClass::body) || !one_of(noun.sector, doers)) return;
    NounPhrase inner = phrase;
    inner.core = static_cast<std::int32_t>(phrase.pieces.size()) - 1;
    inner.last = inner.end = phrase.pieces.back().last;
    inner.head = inner.last - 1;
    inner.plural = many;
    inner.determiner = Determiner::none;
    inner.of = inner.in = inner.named = inner.shares = -1;
    for (const auto figure : figures_of(s, inner)) {
      if (figure < 0) continue;
      add({.sentence = s,
           .first_token = inner.pieces[first_of_role(s, inner)].first,
           .last_token = inner.last,
           .head_token = inner.head,
           .span = {},
           .actor = static_cast<std::uint32_t>(figure),
           .reference = Reference::nominal,
           .confidence = 0.6F,
           .territory = false},
          inner.plural, true);
    }
  }

  /// The first piece of the words of a role phrase, its origin included.
  [[nodiscard]] std::size_t first_of_role(std::uint32_t s, const NounPhrase& phrase) const {
    const auto read = read_role(gazetteer_, sentence(s), phrase);
    return read && read->first_piece > 0 ? read->first_piece - 1 : 0;
  }

  [[nodiscard]] std::size_t index_of(std::uint32_t s, const NounPhrase& phrase) const {
    return static_cast<std::size_t>(&phrase - phrases_[s].data());
  }

  std::int32_t inner_figure(std::uint32_t s, const Piece& piece) {
    switch (piece.kind) {
      case Kind::country:
      case Kind::adjective:
      case Kind::people:
        return figures_.country(piece.index);
      case Kind::seat:
        return seat(s, piece);
      case Kind::region:
        return figures_.region(piece.index);
      case Kind::regional:
      case Kind::locals:
        return gazetteer_.regions[piece.index].country.empty() ? -1 : figures_.locals(piece.index);
      case Kind::actor:
      case Kind::name: {
        const auto found = named_.find({s, piece.first});
        return found == named_.end() ? -1 : found->second;
      }
      default:
        return -1;
    }
  }

  std::optional<std::int32_t> pronoun_at(std::uint32_t s, std::int32_t t) {
    if (early_) return std::nullopt;
    const auto known = pronouns_.find({s, t});
    if (known != pronouns_.end())
      return known->second < 0 ? std::nullopt : std::optional(known->second);
    const auto& word = token(s, t);
    std::int32_t found = -1;
    if (const auto pronoun = parse_pronoun(lower(word.form));
        pronoun && !word.deprel.starts_with("expl")) {
      found = history_.antecedent(*pronoun, s, sentence(s), t).value_or(-1);
    }
    pronouns_[{s, t}] = found;
    return found < 0 ? std::nullopt : std::optional(found);
  }

  void mention_pronoun(std::uint32_t s, std::int32_t t) {
    const auto& word = token(s, t);
    if (word.upos != Upos::PRON && word.upos != Upos::DET) return;
    const std::string form = lower(word.form);
    std::optional<std::int32_t> figure;
    if (form == "who" || form == "which" || form == "whose" || form == "whom") {
      figure = relative(s, t);
    } else if (parse_pronoun(form)) {
      figure = pronoun_at(s, t);
    }
    if (figure) mention_word(s, t, *figure, 0.7F);
  }

  void mention_word(std::uint32_t s, std::int32_t t, std::int32_t figure, float confidence) {
    add({.sentence = s,
         .first_token = t,
         .last_token = t + 1,
         .head_token = t,
         .span = {},
         .actor = static_cast<std::uint32_t>(figure),
         .reference = Reference::pronoun,
         .confidence = confidence,
         .territory = false},
        figures_[figure].plural, false);
  }

  /// "who", "which": what the clause belongs to, by the tree, else the phrase right before.
  std::optional<std::int32_t> relative(std::uint32_t s, std::int32_t t) {
    std::int32_t verb = token(s, t).head;
    for (int up = 0; verb >= 0 && up < 3 && !token(s, verb).deprel.starts_with("acl"); ++up)
      verb = token(s, verb).head;
    const std::int32_t noun =
        verb >= 0 && token(s, verb).deprel.starts_with("acl") ? token(s, verb).head : -1;
    for (std::size_t i = phrases_[s].size(); i-- > 0;) {
      const auto& phrase = phrases_[s][i];
      if (phrase.first > t) continue;
      const bool held = noun >= phrase.first && noun < phrase.last;
      const bool before = noun < 0 && phrase.last <= t && phrase.last + 1 >= t;
      if (!held && !before) continue;
      const auto& figures = resolve(s, i);
      return figures.size() == 1 ? std::optional(figures.front()) : std::nullopt;
    }
    return std::nullopt;
  }

  void add(ActorMention mention, bool plural, bool modifier) {
    const auto& word = token(mention.sentence, mention.head_token);
    const bool subject = !modifier && is_subject(word);
    const bool speaks =
        subject && word.head >= 0 && is_saying(token(mention.sentence, word.head).lemma);
    history_.add({.sentence = mention.sentence,
                  .token = mention.head_token,
                  .figure = static_cast<std::int32_t>(mention.actor),
                  .subject = subject,
                  .speaks = speaks,
                  .plural = plural,
                  .territory = mention.territory,
                  .modifier = modifier});
    mentions_.push_back(mention);
  }

  // --- "we" and "I"
  // --------------------------------------------------------------------------------------------------

  void read_speech() {
    for (const auto& word : first_persons(analysis_, phrases_, history_.all())) {
      std::int32_t figure = word.speaker;
      if (word.plural) {
        const Origin origin = figures_.origin_of(figure);
        if (figures_[figure].is_person() || figures_[figure].nature == Nature::group) {
          figure = !origin.country.empty() ? figures_.country(origin.country) : -1;
        }
      }
      if (figure < 0) continue;
      mention_word(word.sentence, word.token, figure, 0.6F);
    }
  }

  // --- the cast
  // ------------------------------------------------------------------------------------------------------

  Cast finish() {
    Cast cast;
    std::map<std::int32_t, std::uint32_t> place;
    std::map<ActorId, std::uint32_t> by_id;
    for (auto& mention : mentions_) {
      const auto figure = static_cast<std::int32_t>(mention.actor);
      const auto [slot, is_new] = place.try_emplace(figure, 0);
      if (is_new) slot->second = add_actor(figures_[figure].actor, cast, by_id);
      mention.actor = slot->second;
      const auto& tokens = sentence(mention.sentence).tokens;
      mention.span = {tokens[static_cast<std::size_t>(mention.first_token)].span.begin,
                      tokens[static_cast<std::size_t>(mention.last_token) - 1].span.end};
      cast.mentions.push_back(mention);
    }
    std::stable_sort(cast.mentions.begin(), cast.mentions.end(),
                     [](const ActorMention& a, const ActorMention& b) {
                       return std::tuple(a.sentence, a.first_token, -a.last_token) <
                              std::tuple(b.sentence, b.first_token, -b.last_token);
                     });
    return cast;
  }

  std::uint32_t add_actor(Actor actor, Cast& cast, std::map<ActorId, std::uint32_t>& by_id) const {
    actor.id = actor_id(actor.kind, actor.name);
    const auto [slot, is_new] =
        by_id.try_emplace(actor.id, static_cast<std::uint32_t>(cast.actors.size()));
    if (is_new) {
      std::sort(actor.aliases.begin(), actor.aliases.end());
      std::sort(actor.roles.begin(), actor.roles.end());
      cast.actors.push_back(std::move(actor));
      return slot->second;
    }
    auto& there = cast.actors[slot->second];  // two figures of one name are one actor
    there.aliases.insert(there.aliases.end(), actor.aliases.begin(), actor.aliases.end());
    if (there.name != actor.name) there.aliases.push_back(actor.name);
    std::sort(there.aliases.begin(), there.aliases.end());
    there.aliases.erase(std::unique(there.aliases.begin(), there.aliases.end()),
                        there.aliases.end());
    if (there.code.empty()) there.code = actor.code;
    if (there.country.empty()) there.country = actor.country;
    return slot->second;
  }

  struct Resolved {
    bool done = false;
    std::vector<std::int32_t> figures;
  };

  const Article& article_;
  const Analysis& analysis_;
  const Gazetteer& gazetteer_;
  Figures figures_;
  History history_;
  Phrases phrases_;
  NamedPieces named_;
  std::vector<std::vector<Resolved>> resolved_;
  std::map<std::pair<std::uint32_t, std::int32_t>, std::int32_t>
      pronouns_;  ///< -1: stands for nobody
  std::vector<ActorMention> mentions_;
  std::string default_country_;
  bool early_ = true;  ///< while titles are given: nothing that was said before is known yet
};

}  // namespace

Cast find_actors(const Article& article, const Analysis& analysis, const ActorLexicon& lexicon) {
  return CastBuilder(article, analysis, lexicon.gazetteer()).build();
}

}  // namespace annals
