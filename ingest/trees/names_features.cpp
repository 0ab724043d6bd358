#include "ingest/trees/names_features.h"

#include <algorithm>

#include "ingest/text/characters.h"
#include "ingest/trees/parser_features.h"

namespace annals {
namespace {

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = (a ^ (b + 0x9e3779b97f4a7c15ULL + (a << 6) + (a >> 2))) * 0xff51afd7ed558ccdULL;
  return x ^ (x >> 33);
}

constexpr std::uint64_t normal_salt = 41;

bool mostly_capitals(const Sentence& sentence) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (const Token& token : sentence.tokens) {
    letters += token.form.size() > 3;
    capitals += token.form.size() > 3 && starts_upper(token.form);
  }
  return letters >= 4 && capitals * 4 >= letters * 3;
}

}  // namespace

std::uint64_t hint_key(std::span<const std::string_view> forms) {
  std::uint64_t key = forms.size();
  for (const std::string_view form : forms) key = mix(key, hash_of(NormalForm(form).view(), 31));
  return key | 1U;
}

void NameFeatures::begin_article(std::span<const Sentence> sentences, const HashTable& gazetteer) {
  evidence_.clear();
  // First the words that have a capital somewhere, so that nothing is kept of the others.
  for (const Sentence& sentence : sentences)
    for (const Token& token : sentence.tokens)
      if (starts_upper(token.form))
        evidence_.emplace(hash_of(NormalForm(token.form).view(), normal_salt), 0);
  for (const Sentence& sentence : sentences)
    if (!mostly_capitals(sentence)) add_evidence(sentence, gazetteer);
}

void NameFeatures::add_evidence(const Sentence& sentence, const HashTable& gazetteer) {
  const std::vector<Token>& tokens = sentence.tokens;
  const auto hints = [&](std::size_t i) {
    const auto* const slot = gazetteer.find(hint_key({&tokens[i].form, 1}));
    return slot ? slot->value : 0U;
  };
  const auto upper = [&](std::size_t i) {
    return i < tokens.size() && starts_upper(tokens[i].form);
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const auto found = evidence_.find(hash_of(NormalForm(token.form).view(), normal_salt));
    if (found == evidence_.end()) continue;
    std::uint32_t& evidence = found->second;
    if (!upper(i)) {
      evidence |= evidence_small;
      continue;
    }
    const bool inside = i > 0 && tokens[i - 1].upos != Upos::PUNCT;
    if (inside) evidence |= evidence_inside;
    if (i > 0) {
      const std::string_view before = tokens[i - 1].form;
      const bool alone = i + 1 < tokens.size() && tokens[i + 1].form == ")";
      if (hints(i - 1) & (upper(i - 1) ? hint_given_name | hint_title : hint_title))
        evidence |= evidence_person;
      if (before == "(" && alone && i > 1 && upper(i - 2)) evidence |= evidence_organization;
      if (before == "in" || before == "near" || before == "In") evidence |= evidence_location;
      if (before == "the" || before == "The") evidence |= evidence_the;
    }
    if (upper(i + 1) && (hints(i + 1) & hint_body)) evidence |= evidence_organization;
    if (i + 1 < tokens.size() && (tokens[i + 1].form == "'s" || tokens[i + 1].form == "’s"))
      evidence |= evidence_owner;
    if (token.head >= 0 && token.deprel == "nsubj") {
      const std::string_view head = tokens[static_cast<std::size_t>(token.head)].form;
      if (head == "said" || head == "says" || head == "told") evidence |= evidence_speaker;
    }
  }
}

void NameFeatures::read(const Sentence& sentence, const HashTable& gazetteer) {
  const std::size_t n = sentence.tokens.size();
  words_.assign(n, Word{});
  forms_.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const Token& token = sentence.tokens[i];
    Word& word = words_[i];
    forms_[i] = token.form;
    const NormalForm normal(token.form);
    const std::string_view text = normal.view();
    word.normal = hash_of(text, normal_salt);
    word.form = hash_of(token.form, 42);
    word.shape = hash_of(shape_of(token.form).view(), 43);
    word.tag = hash_of(token.xpos, 44);
    word.label = hash_of(token.deprel, 45);
    word.ending2 = hash_of(text.substr(text.size() - std::min<std::size_t>(2, text.size())), 46);
    word.ending3 = hash_of(text.substr(text.size() - std::min<std::size_t>(3, text.size())), 47);
    word.ending4 = hash_of(text.substr(text.size() - std::min<std::size_t>(4, text.size())), 48);
    word.beginning3 = hash_of(text.substr(0, 3), 49);
    word.head = token.head;
    // A name in small letters, as careless writers have it, counts as one with capitals.
    word.upper =
        starts_upper(token.form) || (token.upos == Upos::PROPN && is_lower(token.form.front()));
    if (!starts_upper(token.form)) continue;
    if (const auto seen = evidence_.find(word.normal); seen != evidence_.end())
      word.evidence = seen->second;
  }
  titled_ = mostly_capitals(sentence);
  find_small_places(sentence, gazetteer);
  find_hints(gazetteer);
  find_runs();
  find_tops(sentence);
}

/// A noun in small letters that the gazetteer knows as a place ("in kerala") counts as one with a
/// capital; whether it is a name is for the weights to say.
void NameFeatures::find_small_places(const Sentence& sentence, const HashTable& gazetteer) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_[i].upper || sentence.tokens[i].upos != Upos::NOUN || !is_lower(forms_[i].front()))
      continue;
    const auto* const slot = gazetteer.find(hint_key({forms_.data() + i, 1}));
    constexpr std::uint32_t places = hint_country | hint_city | hint_region;
    words_[i].upper = slot && (slot->value & places) && !(slot->value & ~places);
  }
}

void NameFeatures::find_hints(const HashTable& gazetteer) {
  const std::size_t n = words_.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t size = std::min(longest_hint, n - i); size > 0; --size) {
      const auto* const slot = gazetteer.find(hint_key({forms_.data() + i, size}));
      if (!slot) continue;
      // Names need a capital, titles and words of bodies do not.
      std::uint32_t hints = slot->value;
      if (!words_[i].upper) hints &= hint_title | hint_body;
      for (std::size_t j = i; j < i + size && hints != 0; ++j) {
        words_[j].hints |= hints;
        if (size > 1) words_[j].hints |= j == i ? hint_starts : hint_goes_on;
      }
      if (hints != 0) break;
    }
  }
}

/// Runs of capitalised words, with the small words and hyphens that names hold inside.
void NameFeatures::find_runs() {
  const std::size_t n = words_.size();
  const auto joins = [&](std::size_t i) {
    const std::string_view f = forms_[i];
    return f == "of" || f == "al" || f == "bin" || f == "de" || f == "the" || f == "-" ||
           f == "and" || f == "&" || f == "ul" || f == "for" || f == "van" || f == "von" ||
           f == "el";
  };
  for (std::size_t i = 0; i < n;) {
    if (!words_[i].upper) {
      words_[i].first_of_run = words_[i].end_of_run = static_cast<std::int32_t>(i);
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < n) {
      if (words_[end].upper)
        ++end;
      else if (end + 1 < n && joins(end) && words_[end + 1].upper && forms_[end] != "and")
        end += 2;
      else
        break;
    }
    for (std::size_t j = i; j < end; ++j) {
      words_[j].first_of_run = static_cast<std::int32_t>(i);
      words_[j].end_of_run = static_cast<std::int32_t>(end);
      words_[j].candidate = true;
    }
    if (end < n && joins(end)) words_[end].candidate = true;
    i = end;
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (forms_[i] == "-" && i > 0 && i + 1 < n && (words_[i - 1].upper || words_[i + 1].upper))
      words_[i].candidate = true;
    if (!words_[i].upper && i > 1 && words_[i - 1].candidate && words_[i - 2].upper && i + 1 < n &&
        words_[i + 1].candidate && joins(i))
      words_[i].candidate = true;
    // "al-Assad", "bin Laden": small words that begin a name.
    if (joins(i) && i + 2 < n &&
        (words_[i + 1].upper || (forms_[i + 1] == "-" && words_[i + 2].upper)))
      words_[i].candidate = true;
  }
}

/// Up flat and compound arcs to the word that stands for the whole name.
void NameFeatures::find_tops(const Sentence& sentence) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    std::size_t top = i;
    for (int steps = 0; steps < 6; ++steps) {
      const Token& token = sentence.tokens[top];
      const bool inside = token.deprel == "flat" || token.deprel == "compound" ||
                          token.deprel == "nmod:desc" || token.deprel == "punct";
      if (!inside || token.head < 0 || !words_[static_cast<std::size_t>(token.head)].upper) break;
      top = static_cast<std::size_t>(token.head);
    }
    words_[i].top = static_cast<std::int32_t>(top);
    const Token& token = sentence.tokens[i];
    if (token.deprel == "case" && token.head > static_cast<std::int32_t>(i) &&
        words_[static_cast<std::size_t>(token.head)].preposition == 0)
      words_[static_cast<std::size_t>(token.head)].preposition = words_[i].normal;
  }
}

std::array<std::uint64_t, name_features> NameFeatures::of(std::size_t i) const {
  static const Word outside{};
  const auto at = [&](std::ptrdiff_t offset) -> const Word& {
    const auto j = static_cast<std::ptrdiff_t>(i) + offset;
    if (j < 0 || j >= static_cast<std::ptrdiff_t>(words_.size())) return outside;
    return words_[static_cast<std::size_t>(j)];
  };
  const Word& w = words_[i];
  const Word& b = at(-1);
  const Word& a = at(1);
  const Word& bb = at(-2);
  const Word& aa = at(2);
  const auto run_first = static_cast<std::size_t>(w.first_of_run);
  const auto run_end = static_cast<std::size_t>(std::max(w.end_of_run, w.first_of_run + 1));
  const Word& first = words_[run_first];
  const Word& last = words_[run_end - 1];
  const std::uint64_t run_size = std::min<std::size_t>(run_end - run_first, 5);
  const std::uint64_t run_place = std::min<std::size_t>(i - run_first, 4) * 8 + run_size;
  const Word& before =
      at(static_cast<std::ptrdiff_t>(run_first) - static_cast<std::ptrdiff_t>(i) - 1);
  const Word& after = at(static_cast<std::ptrdiff_t>(run_end) - static_cast<std::ptrdiff_t>(i));
  const Word& top = words_[static_cast<std::size_t>(w.top)];
  const Word& governor = top.head < 0 ? outside : words_[static_cast<std::size_t>(top.head)];
  const std::uint64_t start = (i == 0 ? 2U : 1U) + (titled_ ? 4U : 0U);
  constexpr std::uint32_t roles = evidence_person | evidence_organization | evidence_location;
  const std::array<std::uint64_t, name_features> values = {
      w.normal,
      w.form,
      b.normal,
      a.normal,
      bb.normal,
      aa.normal,
      mix(b.normal, w.normal),
      mix(w.normal, a.normal),
      w.shape,
      mix(b.shape, w.shape),
      mix(w.shape, a.shape),
      mix(mix(b.shape, w.shape), a.shape),
      w.ending3,
      w.ending4,
      w.ending2,
      w.beginning3,
      w.tag,
      mix(b.tag, w.tag),
      mix(w.tag, a.tag),
      w.hints + 1U,
      mix(b.hints, w.hints),
      mix(w.hints, a.hints),
      mix(mix(w.hints, w.shape), start),
      mix(w.label, w.tag),
      mix(top.label, governor.normal),
      mix(governor.normal, run_place),
      mix(top.preposition, top.label),
      mix(top.preposition, w.shape),
      mix(run_place, w.upper),
      mix(last.normal, w.upper),
      mix(first.normal, w.upper),
      mix(after.normal, w.upper),
      mix(before.normal, w.upper),
      mix(mix(last.hints, first.hints), run_place),
      mix(mix(before.hints, w.hints), w.shape),
      mix(mix(before.normal, after.normal), w.upper),
      mix(last.ending3, w.upper),
      mix(mix(w.shape, start), run_size),
      mix(mix(bb.shape, b.shape), w.shape),
      mix(after.hints, run_place),
      mix(mix(b.normal, w.shape), a.normal),
      mix(mix(b.hints, w.hints), a.hints),
      mix(start, w.normal),
      mix(1, w.upper),
      mix(w.evidence & roles, w.shape),
      mix(w.evidence & (evidence_inside | evidence_small), start),
      mix(w.evidence & (evidence_the | evidence_speaker | evidence_owner), w.shape),
      mix(w.evidence, w.hints),
      mix(b.evidence & roles, w.shape),
      mix(a.evidence & roles, w.shape),
      mix(last.evidence & roles, run_place),
      mix(governor.hints + 1U, mix(top.label, w.upper)),
      mix(governor.tag, mix(top.label, w.upper)),
      mix(governor.normal, w.upper),
      mix(mix(top.preposition, top.label), governor.normal)};
  std::array<std::uint64_t, name_features> features{};
  for (std::size_t f = 0; f < name_features; ++f) features[f] = mix(f + 1000, values[f]) | 1U;
  return features;
}

}  // namespace annals
