#include "ingest/names_tagger.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "ingest/characters.h"

namespace annals {
namespace {

using Scores = std::array<float, name_tags>;

/// Tags 1, 3, 5 begin a person, an organisation, a location; 2, 4, 6 go on with it.
constexpr std::array<NameKind, name_tags> kinds = {
    NameKind::person,       NameKind::person,   NameKind::person,  NameKind::organization,
    NameKind::organization, NameKind::location, NameKind::location};

bool may_follow(std::size_t before, std::size_t tag) {
  const bool later = tag != 0 && tag % 2 == 0;
  return !later || before == tag || before + 1 == tag;
}

bool covers(const std::vector<NameSpan>& names, std::int32_t word) {
  return std::any_of(names.begin(), names.end(),
                     [word](const NameSpan& n) { return n.first <= word && word < n.last; });
}

constexpr std::uint32_t place_hints = hint_country | hint_city | hint_region;

/// What the gazetteer says of every word of the name.
std::uint32_t shared_hints(const NameSpan& name, const NameFeatures& features) {
  std::uint32_t hints = ~0U;
  for (std::int32_t i = name.first; i < name.last; ++i)
    hints &= features.hints(static_cast<std::size_t>(i));
  return hints;
}

/// "Papua New" + "Guinea": a place goes on while the gazetteer's phrase does.
void finish_place(const Sentence& sentence, const NameFeatures& features, NameSpan& name) {
  const auto size = static_cast<std::int32_t>(sentence.tokens.size());
  while (name.kind == NameKind::location && name.last < size) {
    const auto next = static_cast<std::size_t>(name.last);
    const std::uint32_t hints = features.hints(next);
    const bool goes_on = (hints & hint_goes_on) && !(hints & hint_starts) && (hints & place_hints);
    if (!goes_on || !features.upper(next) || covers(sentence.names, name.last)) return;
    ++name.last;
  }
}

void make_proper(Token& token) {
  token.upos = Upos::PROPN;
  token.xpos = "NNP";
  token.lemma = token.form;
}

/// The nouns of a known place are its name: "Guinea" in "Papua New Guinea".
void call_proper(Sentence& sentence, const NameSpan& name) {
  for (std::int32_t i = name.first; i < name.last; ++i) {
    Token& token = sentence.tokens[static_cast<std::size_t>(i)];
    if (token.upos == Upos::NOUN && starts_upper(token.form)) make_proper(token);
  }
}

/// Takes small words off the ends of names ("Association of") and titles off the beginnings of
/// persons ("President Kumar"); leaves out persons that are a mere title or a whole people
/// ("Arabs"); holds countries to be places and known bodies to be organisations.
void mend(Sentence& sentence, const NameFeatures& features) {
  const auto upper = [&](std::int32_t i) {
    const std::string_view form = sentence.tokens[static_cast<std::size_t>(i)].form;
    return features.upper(static_cast<std::size_t>(i)) || is_digit(form[0]) || form == "'s" ||
           form == "’s" || form == "!";
  };
  const auto title = [&](std::int32_t i) {
    const std::uint32_t hints = features.hints(static_cast<std::size_t>(i));
    return (hints & hint_title) && !(hints & hint_given_name);
  };
  for (NameSpan& name : sentence.names) {
    while (name.last > name.first && !upper(name.last - 1)) --name.last;
    finish_place(sentence, features, name);
    if (name.kind == NameKind::person)
      while (name.last > name.first && title(name.first) &&
             (name.last == name.first + 1 || upper(name.first + 1)))
        ++name.first;
    if (name.last == name.first) continue;
    const std::uint32_t hints = shared_hints(name, features);
    if (name.kind == NameKind::organization && (hints & hint_country) && !(hints & hint_body))
      name.kind = NameKind::location;
    if (name.kind == NameKind::location && (hints & hint_body) && !(hints & place_hints))
      name.kind = NameKind::organization;
    if (name.kind == NameKind::location && (hints & place_hints)) call_proper(sentence, name);
  }
  std::erase_if(sentence.names, [&](const NameSpan& name) {
    return name.last == name.first ||
           (name.last == name.first + 1 && name.kind == NameKind::person &&
            (features.hints(static_cast<std::size_t>(name.first)) & hint_nationality) &&
            sentence.tokens[static_cast<std::size_t>(name.first)].xpos != "NNP");
  });
}

/// Words of the gazetteer's peoples, outside other names: "the Pakistani army".
void add_nationalities(Sentence& sentence, const NameFeatures& features) {
  const std::size_t before = sentence.names.size();
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (!(features.hints(i) & hint_nationality) || !starts_upper(sentence.tokens[i].form)) continue;
    if ((features.hints(i) & hint_goes_on) || covers(sentence.names, static_cast<std::int32_t>(i)))
      continue;
    std::int32_t end = static_cast<std::int32_t>(i) + 1;
    while (end < static_cast<std::int32_t>(sentence.tokens.size()) &&
           (features.hints(i) & hint_starts) &&
           (features.hints(static_cast<std::size_t>(end)) & hint_goes_on))
      ++end;
    sentence.names.push_back(
        {.first = static_cast<std::int32_t>(i), .last = end, .kind = NameKind::nationality});
  }
  if (sentence.names.size() > before)
    std::sort(sentence.names.begin(), sentence.names.end(),
              [](const NameSpan& a, const NameSpan& b) { return a.first < b.first; });
}

}  // namespace

void best_name_tags(const std::vector<Scores>& scores,
                    const std::array<Scores, name_tags + 1>& follow,
                    std::vector<std::uint8_t>& tags) {
  const std::size_t n = scores.size();
  tags.assign(n, 0);
  if (n == 0) return;
  std::vector<std::array<std::uint8_t, name_tags>> from(n);
  Scores best{};
  for (std::size_t t = 0; t < name_tags; ++t)
    best[t] = may_follow(0, t) ? scores[0][t] + follow[name_tags][t] : -1e9F;
  for (std::size_t i = 1; i < n; ++i) {
    Scores next{};
    for (std::size_t t = 0; t < name_tags; ++t) {
      float most = -1e30F;
      for (std::size_t b = 0; b < name_tags; ++b) {
        if (!may_follow(b, t) || best[b] + follow[b][t] <= most) continue;
        most = best[b] + follow[b][t];
        from[i][t] = static_cast<std::uint8_t>(b);
      }
      next[t] = most + scores[i][t];
    }
    best = next;
  }
  auto tag = static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = n; i-- > 0;) {
    tags[i] = tag;
    tag = from[i][tag];
  }
}

std::vector<NameSpan> names_of_tags(const std::vector<std::uint8_t>& tags) {
  std::vector<NameSpan> names;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == 0) continue;
    const auto at = static_cast<std::int32_t>(i);
    if (tags[i] % 2 == 1)
      names.push_back({.first = at, .last = at + 1, .kind = kinds[tags[i]]});
    else if (!names.empty())
      names.back().last = at + 1;
  }
  return names;
}

NamesTagger::NamesTagger(const Model& model)
    : gazetteer_(model.table("names.gazetteer")), weights_(model.table("names.weights")) {
  const auto follow = model.array<float>("names.follow");
  for (std::size_t b = 0; b <= name_tags; ++b)
    for (std::size_t t = 0; t < name_tags; ++t) follow_[b][t] = follow[b * name_tags + t];
}

void NamesTagger::tag(Sentence& sentence, NameFeatures& features) const {
  features.read(sentence, gazetteer_);
  std::vector<Scores> scores(sentence.tokens.size());
  bool any = false;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (!features.candidate(i)) {
      for (std::size_t t = 1; t < name_tags; ++t) scores[i][t] = -1e6F;
      continue;
    }
    any = true;
    for (const std::uint64_t feature : features.of(i)) {
      const auto* const slot = weights_.find(feature);
      if (!slot) continue;
      const std::uint64_t packed = slot->value | (static_cast<std::uint64_t>(slot->extra) << 32);
      for (std::size_t t = 0; t < name_tags; ++t)
        scores[i][t] += static_cast<float>(static_cast<std::int8_t>(packed >> (8 * t) & 0xFF));
    }
  }
  if (!any) return;
  std::vector<std::uint8_t> tags;
  best_name_tags(scores, follow_, tags);
  sentence.names = names_of_tags(tags);
  mend(sentence, features);
}

void NamesTagger::annotate(Analysis& analysis) const {
  NameFeatures features;
  features.begin_article(analysis.sentences, gazetteer_);
  for (Sentence& sentence : analysis.sentences) {
    sentence.names.clear();
    tag(sentence, features);
  }
  agree_over_article(analysis, gazetteer_);
  for (Sentence& sentence : analysis.sentences) {
    features.read(sentence, gazetteer_);
    add_nationalities(sentence, features);
  }
}

namespace {

/// The word of a full name that later stands alone: the last one, or the first where a given name
/// of joined syllables follows it ("Moon Jae-in", whether the name was found whole or without the
/// small syllable).
std::string_view family_name(const Sentence& sentence, const NameSpan& name) {
  const auto at = [&](std::int32_t i) -> const Token& {
    return sentence.tokens[static_cast<std::size_t>(i)];
  };
  const auto size = static_cast<std::int32_t>(sentence.tokens.size());
  const auto joins = [&](std::int32_t hyphen) {
    return hyphen > name.first && hyphen + 1 < size && at(hyphen).form == "-" &&
           !at(hyphen - 1).space_after && !at(hyphen).space_after &&
           is_lower(at(hyphen + 1).form.front());
  };
  const bool joined = (name.last - name.first >= 4 && joins(name.last - 2)) || joins(name.last);
  return at(joined ? name.first : name.last - 1).form;
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
      const std::string_view last = sentence.tokens[static_cast<std::size_t>(name.last - 1)].form;
      if (name.kind != NameKind::person && name.last - name.first == 1 && persons.count(last) > 0)
        name.kind = NameKind::person;
    }
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      Token& token = sentence.tokens[i];
      if (persons.count(token.form) == 0 || !may_name(sentence, i) ||
          covers(sentence.names, static_cast<std::int32_t>(i)))
        continue;
      const auto at = static_cast<std::int32_t>(i);
      if (token.upos != Upos::PROPN) make_proper(token);
      sentence.names.push_back({.first = at, .last = at + 1, .kind = NameKind::person});
      std::sort(sentence.names.begin(), sentence.names.end(),
                [](const NameSpan& a, const NameSpan& b) { return a.first < b.first; });
    }
  }
}

}  // namespace annals
