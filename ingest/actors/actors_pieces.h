#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/gazetteer/gazetteer.h"
#include "ingest/trees/sentence.h"

namespace annals {

/// Tokens that stand for one thing: a word of the gazetteer, or a name that it does not know.
struct Piece {
  enum class Kind : std::uint8_t {
    country,
    adjective,
    people,
    seat,
    region,
    regional,
    locals,     ///< index as in PhraseKind
    actor,      ///< index in Gazetteer::actors
    role,       ///< index in Gazetteer::roles
    modifier,   ///< index in Gazetteer::modifiers
    portfolio,  ///< no index
    name        ///< not in the gazetteer
  };
  std::int32_t first = 0;  ///< tokens [first, last) of the sentence
  std::int32_t last = 0;
  Kind kind = Kind::name;
  std::uint32_t index = 0;
  bool plural = false;   ///< of a role
  bool capital = false;  ///< written with a capital letter
  /// Of a name: what it names, as far as its words and the tagger tell.
  enum class Names : std::uint8_t {
    unknown,
    person,
    organization,
    place,
    thing
  } names = Names::unknown;
  std::int32_t body =
      -1;  ///< of the name of an organisation: index in Gazetteer::roles of the noun that ends it

  bool operator==(const Piece&) const = default;
};

/// True when capitals say nothing in this sentence: a headline in title case, or all capitals.
[[nodiscard]] bool is_headline_case(const Sentence& sentence);

/// True for a word that begins with a capital letter, of any script that has them.
[[nodiscard]] bool is_capitalized(std::string_view form);
/// True for a word with capital letters and no small ones.
[[nodiscard]] bool is_capitals(std::string_view form);

/// "U.S. dollars", "US$": the token at `next` makes money of the country before it.
[[nodiscard]] bool is_money(const Sentence& sentence, const Gazetteer& gazetteer, std::size_t next);

/// The pieces of a sentence in order, not overlapping. The longest phrase counts; where names and
/// nouns are equally long, the name.
[[nodiscard]] std::vector<Piece> find_pieces(const Sentence& sentence, const Gazetteer& gazetteer);

/// The words of tokens [first, last) joined as they were written, single spaces between words.
[[nodiscard]] std::string text_of(const Sentence& sentence, std::int32_t first, std::int32_t last);

}  // namespace annals
