#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/actors/actors_figures.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// One place where a figure was spoken of.
struct Spoken {
  std::uint32_t sentence = 0;
  std::int32_t token = 0;  ///< the head of the phrase
  std::int32_t figure = 0;
  bool subject = false;
  bool speaks = false;  ///< the subject of a verb of saying
  bool plural = false;
  bool territory = false;
  bool modifier = false;  ///< inside another phrase: "Pakistani" officials
};

/// The third persons; who "it" is, and who "they" are.
enum class Pronoun : std::uint8_t { he, she, it, they };

/// What was spoken of so far, in the order of the text; finds what a word points back to.
///
/// A loan of the article's trees, the figures and the words of the gazetteer.
class History {
 public:
  History(const Analysis& analysis, const Figures& figures, const Gazetteer& gazetteer)
      : analysis_(analysis), figures_(figures), gazetteer_(gazetteer) {}

  void add(const Spoken& spoken) { spoken_.push_back(spoken); }

  /// The figures that the pronoun at a token stands for: one, or for "they" also those of a
  /// coordination ("Yeltsin and Kuchma"). Looks three sentences back. Candidates are ranked by
  /// number, gender, kind, grammatical role, recency and clause, and compete with things ("talks",
  /// "the treaty"), which what stands around the pronoun may call for: the pronoun that stands for
  /// a thing or for nothing has no figures. Source of the ranking by clause and role: Hobbs 1978,
  /// Lappin and Leass 1994; of the verbs that judge their object: Garvey and Caramazza 1974.
  /// `beside` are figures that stand behind the pronoun in its clause, which it cannot mean either.
  [[nodiscard]] std::vector<std::int32_t> antecedents(Pronoun pronoun, std::uint32_t sentence,
                                                      std::int32_t token,
                                                      std::vector<std::int32_t> beside) const;

  /// The figure that was spoken of last among those that `fits` accepts, at most `reach` sentences
  /// back.
  template <typename Fits>
  [[nodiscard]] std::optional<std::int32_t> last(std::uint32_t sentence, std::uint32_t reach,
                                                 Fits fits) const {
    for (std::size_t i = spoken_.size(); i-- > 0;) {
      if (spoken_[i].sentence + reach < sentence) return std::nullopt;
      if (fits(spoken_[i])) return spoken_[i].figure;
    }
    return std::nullopt;
  }

  [[nodiscard]] const std::vector<Spoken>& all() const { return spoken_; }

  /// The figures coordinated with a place before it, in the order of the text: for "Kuchma" of
  /// "Yeltsin and Kuchma" both. One alone when nothing is.
  [[nodiscard]] std::vector<std::int32_t> coordinated(std::size_t place) const;

  /// The two who meet, talk or agree with each other in one clause, for the place that is its
  /// subject: "Zarif met Ashton", "Kenya held talks with Uganda". Both are persons or neither is.
  /// Empty for other places.
  [[nodiscard]] std::vector<std::int32_t> partners(std::size_t place) const;

  /// Whom "the two", "both" or "the three" at a token stands for: the last so many figures of one
  /// sort that are coordinated, or two partners, unless things suit it better; else the persons of
  /// a sentence when they are so many. At most two sentences back. Empty when there are none.
  [[nodiscard]] std::vector<std::int32_t> several(std::uint32_t sentence, std::int32_t token,
                                                  std::size_t count) const;

 private:
  [[nodiscard]] bool are_alike(const std::vector<std::int32_t>& figures) const;
  /// Whether a place is who the subject of the verb meets or talks with.
  [[nodiscard]] bool is_partner(const Spoken& spoken, std::int32_t verb) const;

  /// The nearest figure of the same nature before a place, with "and" and no verb between.
  [[nodiscard]] std::optional<std::int32_t> joined_by_and(std::size_t place) const;

  const Analysis& analysis_;
  const Figures& figures_;
  const Gazetteer& gazetteer_;
  std::vector<Spoken> spoken_;
};

/// The pronoun of the third person that a word is, whatever its case: "his" is he. Nothing for
/// other words.
[[nodiscard]] std::optional<Pronoun> parse_pronoun(std::string_view small_word);

/// True for verbs that report words: say, tell, announce, ask ...

/// True when a token stands as the subject of its verb.
[[nodiscard]] bool is_subject(const Token& token);

}  // namespace annals
