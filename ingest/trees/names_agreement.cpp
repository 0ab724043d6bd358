#include "ingest/trees/names_agreement.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <unordered_map>

#include "ingest/text/characters.h"
#include "ingest/trees/names_features.h"
#include "ingest/trees/parser_features.h"
#include "ingest/trees/relations.h"

namespace annals {

bool covers(const std::vector<NameSpan>& names, std::int32_t first, std::int32_t last) {
  return std::any_of(names.begin(), names.end(),
                     [=](const NameSpan& n) { return n.first < last && first < n.last; });
}

void add_name(Sentence& sentence, const NameSpan& name) {
  const auto at =
      std::upper_bound(sentence.names.begin(), sentence.names.end(), name,
                       [](const NameSpan& a, const NameSpan& b) { return a.first < b.first; });
  sentence.names.insert(at, name);
}

namespace {

/// The word of a full name that later stands alone: the last one, or the first where a given name
/// of joined syllables follows it ("Moon Jae-in", whether the name was found whole or without the
/// small syllable).
std::string_view family_name(const Sentence& sentence, const NameSpan& name) {
  const std::int32_t size = sentence.size();
  const auto joins = [&](std::int32_t hyphen) {
    return hyphen > name.first && hyphen + 1 < size && sentence.at(hyphen).form == "-" &&
           !sentence.at(hyphen - 1).space_after && !sentence.at(hyphen).space_after &&
           is_lower(sentence.at(hyphen + 1).form.front());
  };
  const bool joined = (name.last - name.first >= 4 && joins(name.last - 2)) || joins(name.last);
  return sentence.at(joined ? name.first : name.last - 1).form;
}

/// A proper noun, or a capital word without an article or adjective that stands where a person does
/// and that the tagger took for a common one ("Moon met Kim").
bool may_name(const Sentence& sentence, std::size_t word) {
  static constexpr std::array<std::string_view, 8> of_persons = {
      "nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss", "conj"};
  const Token& token = sentence.tokens[word];
  if (token.upos == Upos::PROPN) return true;
  if ((token.upos != Upos::NOUN && token.upos != Upos::ADJ && token.upos != Upos::ADV) ||
      !starts_upper(token.form) ||
      std::find(of_persons.begin(), of_persons.end(), token.deprel) == of_persons.end())
    return false;
  return std::none_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& each) {
    return each.head == static_cast<std::int32_t>(word) &&
           (each.deprel == "det" || each.deprel == "amod" || each.deprel == "nummod");
  });
}

}  // namespace

void agree_over_article(Analysis& analysis, const HashTable& gazetteer) {
  const auto known_otherwise = [&](std::string_view word) {
    const auto* const slot = gazetteer.find(hint_key({&word, 1}));
    constexpr std::uint32_t of_persons = hint_given_name | hint_surname | hint_person;
    return slot && (slot->value & ~of_persons) != 0;
  };
  std::map<std::string_view, int> persons;  // family names of full names
  for (const Sentence& sentence : analysis.sentences) {
    for (const NameSpan& name : sentence.names) {
      if (name.kind != NameKind::person || name.last - name.first < 2) continue;
      const std::string_view family = family_name(sentence, name);
      if (starts_upper(family) && !known_otherwise(family)) ++persons[family];
    }
  }
  for (Sentence& sentence : analysis.sentences) {
    for (NameSpan& name : sentence.names) {
      const std::string_view last = sentence.at(name.last - 1).form;
      if (name.kind != NameKind::person && name.last - name.first == 1 && persons.count(last) > 0)
        name.kind = NameKind::person;
    }
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      Token& token = sentence.tokens[i];
      if (persons.count(token.form) == 0 || !may_name(sentence, i) ||
          covers(sentence.names, static_cast<std::int32_t>(i), static_cast<std::int32_t>(i) + 1))
        continue;
      const auto at = static_cast<std::int32_t>(i);
      if (token.upos != Upos::PROPN) make_proper(token);
      add_name(sentence, {.first = at, .last = at + 1, .kind = NameKind::person});
    }
  }
}

namespace {

constexpr std::int32_t longest_voter = 4;  ///< words of a name

struct Votes {
  std::array<std::uint32_t, 3> kinds{};  ///< places that are a name of each kind
  std::uint32_t unnamed = 0;

  std::uint32_t named() const { return kinds[0] + kinds[1] + kinds[2]; }
  NameKind best() const {
    return static_cast<NameKind>(std::max_element(kinds.begin(), kinds.end()) - kinds.begin());
  }
};

std::uint64_t key_of(const Sentence& sentence, std::int32_t first, std::int32_t last) {
  std::uint64_t key = 71;
  for (std::int32_t i = first; i < last; ++i) key = hash_of(sentence.at(i).form, key);
  return key;
}

/// Calls `take(first, last)` with the runs of words outside names that stand where a name may.
void each_free_run(const Sentence& sentence, const auto& take) {
  const std::int32_t size = sentence.size();
  for (std::int32_t first = 0; first < size; ++first) {
    const Token& token = sentence.at(first);
    if (!starts_upper(token.form)) continue;
    for (std::int32_t last = std::min(size, first + longest_voter); last > first; --last)
      if (!covers(sentence.names, first, last) && take(first, last)) break;
  }
}

bool in_capitals(const Sentence& sentence) {
  return std::count_if(sentence.tokens.begin(), sentence.tokens.end(),
                       [](const Token& t) { return starts_upper(t.form); }) *
             3 >
         static_cast<std::ptrdiff_t>(sentence.tokens.size()) * 2;
}

}  // namespace

void vote_over_article(Analysis& analysis) {
  std::unordered_map<std::uint64_t, Votes> votes;
  for (const Sentence& sentence : analysis.sentences)
    for (const NameSpan& name : sentence.names)
      if (name.kind != NameKind::nationality && name.last - name.first <= longest_voter)
        ++votes[key_of(sentence, name.first, name.last)].kinds[static_cast<std::size_t>(name.kind)];
  const auto found = [&](const Sentence& sentence, std::int32_t first, std::int32_t last) {
    return votes.find(key_of(sentence, first, last));
  };
  for (const Sentence& sentence : analysis.sentences) {
    if (in_capitals(sentence)) continue;
    each_free_run(sentence, [&](std::int32_t first, std::int32_t last) {
      const auto vote = found(sentence, first, last);
      if (vote != votes.end()) ++vote->second.unnamed;
      return vote != votes.end();
    });
  }
  for (Sentence& sentence : analysis.sentences) {
    for (NameSpan& name : sentence.names) {
      if (name.kind == NameKind::nationality) continue;
      const auto vote = found(sentence, name.first, name.last);
      if (vote != votes.end() &&
          vote->second.kinds[static_cast<std::size_t>(name.kind)] * 2 < vote->second.named())
        name.kind = vote->second.best();
    }
    std::vector<NameSpan> more;
    each_free_run(sentence, [&](std::int32_t first, std::int32_t last) {
      const auto vote = found(sentence, first, last);
      if (vote == votes.end() || vote->second.named() < vote->second.unnamed ||
          covers(more, first, last))
        return false;
      more.push_back({.first = first, .last = last, .kind = vote->second.best()});
      return true;
    });
    for (const NameSpan& name : more) add_name(sentence, name);
  }
}

}  // namespace annals
