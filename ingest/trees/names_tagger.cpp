#include "ingest/trees/names_tagger.h"

#include <algorithm>
#include <string_view>

#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/names_agreement.h"
#include "ingest/trees/parser_features.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

/// Tags 1, 3, 5 begin a person, an organisation, a location; 2, 4, 6 go on with it.
constexpr std::array<NameKind, name_tags> kinds = {
    NameKind::person,       NameKind::person,   NameKind::person,  NameKind::organization,
    NameKind::organization, NameKind::location, NameKind::location};

constexpr std::uint32_t place_hints = hint_country | hint_city | hint_region | hint_place;

/// What the gazetteer says of every word of the name.
std::uint32_t shared_hints(const NameSpan& name, const NameFeatures& features) {
  std::uint32_t hints = ~0U;
  for (std::int32_t i = name.first; i < name.last; ++i)
    hints &= features.hints(static_cast<std::size_t>(i));
  return hints;
}

/// "Papua New" + "Guinea": a place goes on while the gazetteer's phrase does.
void finish_place(const Sentence& sentence, const NameFeatures& features, NameSpan& name) {
  const std::int32_t size = sentence.size();
  while (name.kind == NameKind::location && name.last < size) {
    const auto next = static_cast<std::size_t>(name.last);
    const std::uint32_t hints = features.hints(next);
    const bool goes_on = (hints & hint_goes_on) && !(hints & hint_starts) && (hints & place_hints);
    if (!goes_on || !features.upper(next) || covers(sentence.names, name.last, name.last + 1))
      return;
    ++name.last;
  }
}

/// "Shell" + "Plc", "Google" + ", Inc.": the form of a company ends its name.
void finish_company(const Sentence& sentence, NameSpan& name) {
  static constexpr std::array<std::string_view, 17> forms = {
      "inc.", "inc", "corp.",  "corp", "ltd.", "ltd",    "llc",  "l.l.c.", "llp",
      "l.p.", "plc", "p.l.c.", "gmbh", "s.a.", "s.p.a.", "n.v.", "co."};
  const auto at = [&](std::int32_t i) {
    return i < sentence.size() ? sentence.at(i).form : std::string_view();
  };
  const auto is_form = [&](std::int32_t i) {
    return starts_upper(at(i)) && one_of(NormalForm(at(i)).view(), forms);
  };
  if (name.last > name.first + 1 && is_form(name.last - 1)) name.kind = NameKind::organization;
  const std::int32_t end = at(name.last) == "," ? name.last + 1 : name.last;
  if (!is_form(end) || covers(sentence.names, end, end + 1)) return;
  name.last = end + 1;
  name.kind = NameKind::organization;
}

/// "San Diego California": a state or country right behind a city is a name of its own.
void split_places(Sentence& sentence, const NameFeatures& features) {
  const auto hints = [&](std::int32_t i) { return features.hints(static_cast<std::size_t>(i)); };
  const auto starts = [&](std::int32_t i) { return !(hints(i) & hint_goes_on); };
  for (std::size_t n = 0; n < sentence.names.size(); ++n) {
    const NameSpan name = sentence.names[n];
    if (name.kind != NameKind::location) continue;
    std::int32_t border = name.last - 1;
    while (border > name.first && !starts(border)) --border;
    if (border == name.first || !starts(name.first) || !(hints(name.first) & hint_city) ||
        !(hints(border) & (hint_country | hint_region)))
      continue;
    bool whole = true;  // the city has no word that the gazetteer does not know as part of it
    for (std::int32_t i = name.first + 1; i < border; ++i)
      whole = whole && (hints(i) & hint_goes_on);
    if (!whole || (border > name.first + 1 && !(hints(name.first) & hint_starts))) continue;
    sentence.names[n].last = border;
    sentence.names.insert(sentence.names.begin() + static_cast<std::ptrdiff_t>(n) + 1,
                          {.first = border, .last = name.last, .kind = NameKind::location});
  }
}

/// "Tokyo" + "Saturday": a day or month is no part of a place.
void cut_days(NameSpan& name, const NameFeatures& features) {
  while (name.kind == NameKind::location && name.last > name.first + 1 &&
         features.hints(static_cast<std::size_t>(name.last - 1)) == hint_calendar)
    --name.last;
}

/// The whole name of a known person is one where no name was found.
void add_known_persons(Sentence& sentence, const NameFeatures& features) {
  const std::int32_t size = sentence.size();
  const auto hints = [&](std::int32_t i) { return features.hints(static_cast<std::size_t>(i)); };
  for (std::int32_t first = 0; first < size; ++first) {
    if (!(hints(first) & hint_person) || !(hints(first) & hint_starts) ||
        (hints(first) & hint_goes_on))
      continue;
    std::int32_t last = first + 1;
    while (last < size && (hints(last) & hint_person) && (hints(last) & hint_goes_on)) ++last;
    if (!covers(sentence.names, first, last))
      add_name(sentence, {.first = first, .last = last, .kind = NameKind::person});
  }
}

/// The nouns of a known place are its name: "Guinea" in "Papua New Guinea".
void call_proper(Sentence& sentence, const NameSpan& name) {
  for (std::int32_t i = name.first; i < name.last; ++i) {
    Token& token = sentence.at(i);
    if (token.upos == Upos::NOUN && starts_upper(token.form)) make_proper(token);
  }
}

/// Takes small words off the ends of names ("Association of") and titles off the beginnings of
/// persons ("President Kumar"); leaves out persons that are a mere title or a whole people
/// ("Arabs"); holds countries to be places and known bodies to be organisations.
void mend(Sentence& sentence, const NameFeatures& features) {
  const auto upper = [&](std::int32_t i) {
    const std::string_view form = sentence.at(i).form;
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
    finish_company(sentence, name);
    cut_days(name, features);
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
           (name.kind == NameKind::location && shared_hints(name, features) == hint_title) ||
           (name.last == name.first + 1 && name.kind == NameKind::person &&
            (features.hints(static_cast<std::size_t>(name.first)) & hint_nationality) &&
            sentence.at(name.first).xpos != "NNP");
  });
  split_places(sentence, features);
  add_known_persons(sentence, features);
}

/// Words of the gazetteer's peoples, outside other names: "the Pakistani army".
void add_nationalities(Sentence& sentence, const NameFeatures& features) {
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (!(features.hints(i) & hint_nationality) || !starts_upper(sentence.tokens[i].form)) continue;
    const auto at = static_cast<std::int32_t>(i);
    if ((features.hints(i) & hint_goes_on) || covers(sentence.names, at, at + 1)) continue;
    std::int32_t end = at + 1;
    while (end < sentence.size() && (features.hints(i) & hint_starts) &&
           (features.hints(static_cast<std::size_t>(end)) & hint_goes_on))
      ++end;
    add_name(sentence, {.first = at, .last = end, .kind = NameKind::nationality});
  }
}

/// The best sequence of tags for `scores`, which are not empty, among those that may stand.
std::vector<std::uint8_t> best_name_tags(const std::vector<NameScores>& scores,
                                         const NameFollow& follow) {
  const std::size_t n = scores.size();
  std::vector<std::uint8_t> tags(n);
  std::vector<std::array<std::uint8_t, name_tags>> from(n);
  NameScores best{};
  for (std::size_t t = 0; t < name_tags; ++t)
    best[t] = may_follow(0, t) ? scores[0][t] + follow[name_tags][t] : -1e9F;
  for (std::size_t i = 1; i < n; ++i) {
    NameScores next{};
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
  return tags;
}

/// The names that `tags` mark.
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

}  // namespace

NamesTagger::NamesTagger(const Model& model)
    : gazetteer_(model.table("names.gazetteer")), weights_(model.table("names.weights")) {
  const auto follow = model.array<float>("names.follow");
  for (std::size_t b = 0; b <= name_tags; ++b)
    for (std::size_t t = 0; t < name_tags; ++t) follow_[b][t] = follow[b * name_tags + t];
}

void NamesTagger::tag(Sentence& sentence, NameFeatures& features) const {
  features.read(sentence, gazetteer_);
  std::vector<NameScores> scores(sentence.tokens.size());
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
  sentence.names = names_of_tags(best_name_tags(scores, follow_));
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
  vote_over_article(analysis);
  for (Sentence& sentence : analysis.sentences) {
    features.read(sentence, gazetteer_);
    add_nationalities(sentence, features);
  }
}

}  // namespace annals
