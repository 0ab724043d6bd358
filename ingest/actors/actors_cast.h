#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/actors/actors.h"
#include "ingest/actors/actors_figures.h"
#include "ingest/actors/actors_names.h"
#include "ingest/actors/actors_phrases.h"
#include "ingest/actors/actors_roles.h"
#include "ingest/actors/coreference.h"
#include "ingest/trees/quotations.h"

namespace annals {

/// Makes the cast of one article: names and their titles first, then phrase by phrase in the order
/// of the text, so that what was said before is known.
class CastBuilder {
 public:
  CastBuilder(const Article& article, const Analysis& analysis, const Gazetteer& gazetteer);

  [[nodiscard]] Cast build();

 private:
  struct Resolved {
    bool done = false;
    std::vector<std::int32_t> figures;
  };

  [[nodiscard]] const Sentence& sentence(std::uint32_t s) const { return analysis_.sentences[s]; }
  [[nodiscard]] const Token& token(std::uint32_t s, std::int32_t t) const {
    return analysis_.sentences[s].at(t);
  }

  // the order of reading (actors_cast.cpp)
  void read_phrases();
  /// The country that an article is most about: whose "the government" is when nothing else says
  /// so.
  void count_countries();
  /// "Jordan's King Abdullah", "King Abdullah" in an article about Jordan: of several who bear a
  /// name the one of the country beside it, else of the one that the article names most.
  void choose_namesakes();
  /// "The Democratic Party", "Conservatives": whether parties of many countries are called so.
  [[nodiscard]] bool is_shared_party(std::uint32_t s, const Piece& piece) const;
  /// The country of a party that the article calls by such a name: the one named with it, else the
  /// article's, where the country of the known one is hardly spoken of.
  [[nodiscard]] std::string country_of_party(std::uint32_t index) const;
  /// Whether the article names a known actor of a country, but for one: "Donald Trump".
  [[nodiscard]] bool names_actor_of(std::string_view country, std::uint32_t but) const;
  void choose_party(Piece& piece) const;
  void choose_namesake(const std::vector<NounPhrase>& phrases, const NounPhrase& phrase,
                       Piece& piece) const;
  Cast finish();
  std::uint32_t add_actor(Actor actor, Cast& cast, std::map<ActorId, std::uint32_t>& by_id) const;

  // whose an office or a group is (actors_cast_origins.cpp)
  [[nodiscard]] std::string country_of(const Piece& piece) const;
  [[nodiscard]] Origin country_origin(std::string_view code, std::int32_t figure = -1) const;
  /// "U.S.-backed rebels" and "anti-American protesters" are not of that country; "Afghan-based
  /// militants" are.
  [[nodiscard]] bool is_only_mentioned(std::uint32_t s, const Piece& piece) const;
  /// "the US-led coalition"
  [[nodiscard]] bool is_led(std::uint32_t s, const Piece& piece) const;
  /// The country of a place that the tree hangs below a group: "refugees fleeing the civil war in
  /// Liberia", "militants loyal to Iraq's al-Qaeda leader". Empty when there is none.
  [[nodiscard]] std::string country_below(std::uint32_t s, const NounPhrase& phrase) const;
  /// The country in which a nameless group acts or is acted on, where the sentence names no other:
  /// "Students protested in Cairo". Empty when there is none.
  [[nodiscard]] std::string country_around(std::uint32_t s, const NounPhrase& phrase) const;
  [[nodiscard]] Origin origin_of_piece(std::uint32_t s, const Piece& piece);
  [[nodiscard]] Origin origin_of_phrase(std::uint32_t s, std::int32_t other);
  /// "[Joint Chiefs of Staff] [General] [Mike Mullen]": what stands before the rank and the name.
  Origin origin_inside(std::uint32_t s, const NounPhrase& phrase);
  /// Whose an office, a body or a group is: by the words before it, its owner, and what follows.
  Origin origin_of_role(std::uint32_t s, const NounPhrase& phrase, std::size_t before);
  /// "a critic of the United States", which is not of that country. `phrase` has an of-phrase.
  [[nodiscard]] bool takes_sides(std::uint32_t s, const NounPhrase& phrase) const;
  /// Gives persons the offices that stand before or beside their names, before any other phrase is
  /// read.
  void give_titles();
  void title_person(std::uint32_t s, const NounPhrase& phrase, std::int32_t figure);
  [[nodiscard]] static bool needs_country(const RolePhrase& role);
  /// "Interior Minister Rehman Malik" without a country: the person's own when known, else the
  /// article's.
  [[nodiscard]] Origin context_origin(std::int32_t figure) const;
  void describe_organization(std::uint32_t s, const NounPhrase& phrase, std::int32_t figure);

  // what a phrase stands for (actors_cast_phrases.cpp)
  /// The figures that a phrase stands for; several for "the two countries", none for a common noun.
  const std::vector<std::int32_t>& resolve(std::uint32_t s, std::size_t i);
  std::vector<std::int32_t> figures_of(std::uint32_t s, const NounPhrase& phrase);
  /// "Albanians in Serbia", "Albanians of southern Serbia": a people of that country.
  std::int32_t abroad(std::uint32_t s, const NounPhrase& phrase, std::int32_t people);
  /// "Iraqi Kurds": of a people of several countries the part in this one.
  std::int32_t of_country(std::uint32_t s, const NounPhrase& phrase, std::int32_t figure);
  /// A capital is a place after "in" and beside "city", and the government otherwise: "Islamabad's
  /// demands".
  std::int32_t seat(std::uint32_t s, const Piece& piece);
  [[nodiscard]] bool is_land(std::uint32_t s, const Piece& piece) const;
  /// "ISLAMABAD (Reuters) -", "BEIJING, Nov. 9"
  [[nodiscard]] bool begins_dateline(std::uint32_t s, std::int32_t t) const;
  [[nodiscard]] bool is_place_before(std::uint32_t s, std::int32_t t) const;
  /// "Pakistan's northwest", "Pakistani territory"
  [[nodiscard]] bool owns_land(std::uint32_t s, std::int32_t t) const;
  std::vector<std::int32_t> adjective(const NounPhrase& phrase, const Piece& piece);
  std::int32_t of_origin(const RolePhrase& role, const Origin& origin);
  /// "its opposition to the plan": what one thinks of it, and nobody.
  [[nodiscard]] bool is_stance(std::uint32_t s, const NounPhrase& phrase,
                               const RolePhrase& role) const;
  /// "thousands of farmers": a number of what follows, not people of its own.
  [[nodiscard]] bool is_of_body(const NounPhrase& phrase) const;  ///< "army" of "army helicopters"
  [[nodiscard]] bool counts_what_follows(std::uint32_t s, const NounPhrase& phrase) const;
  std::vector<std::int32_t> one_of_each(std::uint32_t s, const NounPhrase& phrase,
                                        const RolePhrase& role);

  // groups and their members (actors_cast_roles.cpp)
  std::vector<std::int32_t> role(std::uint32_t s, const NounPhrase& phrase);
  /// Gives "[Pakistani civilian] and [military leaders]" the words of both for what they are of.
  void name_heads(std::uint32_t s, const NounPhrase& phrase, ReadRole& read) const;
  [[nodiscard]] static bool points_back(const NounPhrase& phrase);
  std::vector<std::int32_t> group(std::uint32_t s, const NounPhrase& phrase, const RolePhrase& role,
                                  const Origin& origin);
  /// "The rebels": the armed group that the article has named, when it names one alone.
  [[nodiscard]] std::optional<std::int32_t> armed_group_meant(std::uint32_t s,
                                                              const RolePhrase& role) const;
  /// Of a kind that is at home where it acts, unlike soldiers, reporters and ministers.
  [[nodiscard]] static bool is_local(const RolePhrase& role);
  [[nodiscard]] static bool is_person_class(RoleClass role_class);
  std::vector<std::int32_t> member(std::uint32_t s, const NounPhrase& phrase,
                                   const RolePhrase& role, const Origin& origin);

  // offices and who holds them (actors_cast_offices.cpp)
  [[nodiscard]] static bool has_title(const Figure& figure, const RolePhrase& role);
  /// Whether the gazetteer has the person in this office on the article's day, if it has one.
  [[nodiscard]] bool holds_now(const Figure& figure, std::string_view title) const;
  /// A head of state or government, by the titles that the article gives.
  [[nodiscard]] bool leads_country(const Figure& figure) const;
  [[nodiscard]] static bool agree(const std::string& a, const std::string& b);
  /// Whether a person is said to lead something: "the head of the ISI" is its director.
  [[nodiscard]] bool leads(const Figure& figure) const;
  /// The person who holds an office: named before, else anywhere when the country is said.
  [[nodiscard]] std::optional<std::int32_t> holder_of(std::uint32_t s, const RolePhrase& role,
                                                      const Origin& origin) const;
  std::int32_t office(std::uint32_t s, const NounPhrase& phrase, const RolePhrase& role,
                      const Origin& origin);
  /// "the next president", "its first foreign minister"
  [[nodiscard]] bool is_of_another_time(std::uint32_t s, const NounPhrase& phrase) const;
  /// Who held an office on the article's day, by the gazetteer: "the U.S. president" of 2011. Only
  /// where the table has one holder and both ends of the tenure lie around the day.
  [[nodiscard]] std::optional<std::int32_t> known_holder(const RolePhrase& role,
                                                         const Origin& origin);
  /// "the spokesman" is the one who spoke before; another one speaks for what stands beside him.
  std::int32_t voice(std::uint32_t s, const NounPhrase& phrase, const RolePhrase& role,
                     const Origin& origin);

  // ministries, groups, countries (actors_cast_bodies.cpp)
  std::int32_t body_phrase(std::uint32_t s, const NounPhrase& phrase, const RolePhrase& role,
                           const Origin& origin);
  /// Whether "the ministry", "the group" or "the court" can be this one.
  [[nodiscard]] bool is_this_body(const Figure& figure, const RolePhrase& role) const;
  /// A body that every country has one of: its army, its foreign ministry.
  /// "the London-based group"
  [[nodiscard]] bool says_seat(std::uint32_t s, const NounPhrase& phrase) const;
  [[nodiscard]] bool is_national(const RolePhrase& role) const;
  /// Whether the name of an organisation or an armed group has this folded word.
  [[nodiscard]] static bool has_word(const Figure& figure, const std::string& word);
  /// The country of the official who speaks or acts in this sentence before token `t`.
  [[nodiscard]] std::string country_of_speaker(std::uint32_t s, std::int32_t t) const;
  /// Whether a government other than that of `country` was spoken of as one, which "the government"
  /// then rather is.
  [[nodiscard]] bool governs_another(std::string_view country) const;
  /// "Peru's government", not "Lima".
  [[nodiscard]] bool is_called_government(const Spoken& spoken) const;
  std::int32_t body(const RolePhrase& role, const Origin& origin);
  /// "the country", "the two countries", "both sides", "his Chinese counterpart"
  std::vector<std::int32_t> parties(std::uint32_t s, const NounPhrase& phrase,
                                    const RolePhrase& role);
  /// Whose country "the country" is: of those spoken of lately the one that acts, rather than the
  /// one named last, and not `but`.
  [[nodiscard]] std::string country_in_focus(std::uint32_t s, std::string_view but) const;
  /// "[France] sent troops to the country": the country that is the subject of the clause of `t`,
  /// which "the country" there is not.
  [[nodiscard]] std::string country_acting(std::uint32_t s, std::int32_t t) const;
  /// How often each country was spoken of from sentence `first` to `s`, the most often first.
  [[nodiscard]] std::vector<std::pair<int, std::string>> countries_since(std::uint32_t first,
                                                                         std::uint32_t s) const;
  /// An armed group or rebels, who may be one of two sides.
  [[nodiscard]] static bool fights(const Figure& figure);
  /// "The two sides": the country that the article is about and the one armed group in it, when it
  /// names no other; empty otherwise.
  std::vector<std::int32_t> sides_in_focus(std::uint32_t s);
  /// "The two countries": the two of the sentence so far, else those that the article has spoken of
  /// most, when no third comes near.
  std::vector<std::int32_t> two_in_focus(std::uint32_t s);
  /// The two different figures spoken of last, at most `reach` sentences back; of a country and its
  /// government one.
  template <typename Fits>
  std::vector<std::int32_t> last_two(std::uint32_t s, std::uint32_t reach, Fits fits) {
    std::vector<std::int32_t> found;
    const auto& all = history_.all();
    for (std::size_t i = all.size(); i-- > 0 && found.size() < 2;) {
      if (all[i].sentence + reach < s) break;
      if (!fits(figures_[all[i].figure])) continue;
      std::int32_t figure = all[i].figure;
      if (figures_[figure].nature == Figure::Nature::government)
        figure = figures_.country(figures_[figure].actor.country);
      if (figure >= 0 && std::find(found.begin(), found.end(), figure) == found.end())
        found.push_back(figure);
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

  /// The last two coordinated figures that both fit, at most two sentences back; empty when there
  /// are none.
  template <typename Fits>
  std::vector<std::int32_t> last_pair(std::uint32_t s, Fits fits) {
    const auto& all = history_.all();
    for (std::size_t i = all.size(); i-- > 0 && all[i].sentence + 2 >= s;) {
      auto together = history_.coordinated(i);
      if (together.size() == 2 && fits(figures_[together[0]]) && fits(figures_[together[1]]))
        return together;
    }
    return {};
  }

  // names in brackets (actors_abbreviations.cpp)
  /// "Communist Party of Nepal (CPN)": what phrase `i` of the sentence, if it is an abbreviation,
  /// stands for from here on, whatever else is known by these letters.
  void read_abbreviation(std::uint32_t s, std::size_t i);
  /// Lets `form` name the figure, whose full name has these folded words, from sentence `s` on.
  void abbreviate(std::uint32_t s, const std::string& form, const std::vector<std::string>& words,
                  std::int32_t figure);

  // the mentions of a sentence (actors_cast_mentions.cpp)
  void read_sentence(std::uint32_t s);
  void mention_phrase(std::uint32_t s, std::size_t i);
  /// "[U.S.] and Pakistani teams": a word that shares the noun of the phrase after it.
  void mention_shared(std::uint32_t s, const NounPhrase& phrase,
                      const std::vector<std::int32_t>& figures);
  [[nodiscard]] static bool is_place_like(const Piece& piece);
  /// The token by which the tree holds the phrase.
  [[nodiscard]] std::int32_t head_of(std::uint32_t s, const NounPhrase& phrase) const;
  /// Countries and organisations inside the phrase: "Pakistani" officials, "CIA" director.
  void mention_inner(std::uint32_t s, const NounPhrase& phrase);
  /// A group or a body before another noun: "rebel attacks", "U.S. military drone strikes",
  /// "refugee camp".
  void mention_doer(std::uint32_t s, const NounPhrase& phrase);
  /// The first piece of the words of a role phrase, its origin included.
  [[nodiscard]] std::size_t first_of_role(std::uint32_t s, const NounPhrase& phrase) const;
  [[nodiscard]] std::size_t index_of(std::uint32_t s, const NounPhrase& phrase) const;
  std::int32_t inner_figure(std::uint32_t s, const Piece& piece);
  /// The figures that a pronoun of the third person stands for; none when it stands for a thing.
  const std::vector<std::int32_t>& pronoun_at(std::uint32_t s, std::int32_t t);
  /// "It forced [Kenya] to leave": whom the clause of a subject names as its object.
  std::vector<std::int32_t> named_behind(std::uint32_t s, std::int32_t t);
  /// "They (the Islamists) attacked": who is named in the brackets behind a pronoun.
  std::vector<std::int32_t> gloss_after(std::uint32_t s, std::int32_t t);
  /// "In [their] joint statement, Yeltsin and Kuchma called ...": the subject that follows.
  [[nodiscard]] std::vector<std::int32_t> subject_after(std::uint32_t s, std::int32_t t,
                                                        Pronoun pronoun);
  /// "anti-Syrian": Syria, which is not whose it is.
  void mention_opposed(std::uint32_t s, std::int32_t t);
  void mention_pronoun(std::uint32_t s, std::int32_t t);
  /// How many a word without a noun stands for: "the two", "both", "the pair"; 0 for other words.
  [[nodiscard]] std::size_t bare_number(std::uint32_t s, std::int32_t t) const;
  void mention_word(std::uint32_t s, std::int32_t t, std::int32_t figure, float confidence);
  /// "who", "which": what the clause belongs to, by the tree, else the phrase right before.
  std::optional<std::int32_t> relative(std::uint32_t s, std::int32_t t);
  void add(ActorMention mention, bool plural, bool modifier);
  /// "the latter", "the former": the last of those told before it in the sentence, and the one
  /// before.
  void read_latter();
  [[nodiscard]] std::vector<std::int32_t> told_before(std::uint32_t s, std::int32_t t) const;

  // who speaks in quotation marks (actors_cast_speech.cpp)
  /// "'We asked him to resign,' [Burns] said": who says what stands in quotation marks around a
  /// pronoun, and speaks of others.
  std::vector<std::int32_t> speaker_around(std::uint32_t s, std::int32_t t);
  void read_speech();
  /// Who "we" is in a person's mouth: the body that he speaks for, else his country; -1 when
  /// nothing tells.
  std::int32_t spoken_for(std::int32_t speaker);
  /// The armed group, party, force or firm that somebody belongs to, or the body above countries;
  /// -1 for those who speak for a country.
  [[nodiscard]] std::int32_t body_spoken_for(std::int32_t speaker) const;

  const Article& article_;
  const Analysis& analysis_;
  const Gazetteer& gazetteer_;
  Figures figures_;
  History history_;
  const Quotations quotations_;
  Phrases phrases_;
  std::vector<bool> read_;  ///< of each sentence: whether its block is read for events
  NamedPieces named_;
  std::vector<std::vector<Resolved>> resolved_;
  std::map<std::pair<std::uint32_t, std::int32_t>, std::vector<std::int32_t>> pronouns_;
  std::vector<ActorMention> mentions_;
  std::map<std::string, int> counts_;  ///< how much is made of a country
  std::string default_country_;
  bool early_ = true;  ///< while titles are given: nothing that was said before is known yet
};

}  // namespace annals
