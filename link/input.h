#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/facts.h"
#include "link/words.h"

namespace annals {

/// What linking keeps of one article: everything but its text.
struct Telling {
  Mention mention;
  std::string trigger;         ///< the trigger's words, folded
  std::uint64_t sentence = 0;  ///< hash of the sentence, folded
  std::uint32_t number = 0;    ///< of its sentence in the article
  bool in_title = false;
  bool definite = false;  ///< "the talks", "that attack": what the reader is taken to know of
  /// "the raid that killed eight": what came of the event that the sentence tells just before
  bool result = false;
  bool toll = false;       ///< "were wounded": only what came of an attack, told by its verb
  bool anew = false;       ///< "also called", "five more were killed": none of those told before
  bool separate = false;   ///< of these: "meanwhile", "in another incident", "met again"
  bool habit = false;      ///< "frequently attacked": no event of a day
  bool killing = false;    ///< who is its target died of it, by the trigger or what follows it
  bool this_year = false;  ///< its words for the time are "August this year"
  /// hashes of the longer words of its sentence, but for those that name who took part; sorted
  std::vector<std::uint64_t> words;
};

struct LinkArticle {
  ArticleId id;
  std::string name;  ///< as display_name() gives it
  std::optional<EventDate> published;
  std::vector<Actor> actors;
  std::vector<Telling> tellings;
  std::vector<std::uint64_t>
      sentences;  ///< hashes of the folded sentences of six words or more, sorted
};

/// Drops the text of an article and keeps what linking needs.
[[nodiscard]] LinkArticle link_article(const Facts& facts, const LinkWords& words);

}  // namespace annals
