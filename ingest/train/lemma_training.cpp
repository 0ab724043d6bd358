#include "ingest/train/lemma_training.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <initializer_list>
#include <map>
#include <set>
#include <sstream>
#include <string_view>

#include "graph/error.h"
#include "ingest/text/characters.h"
#include "ingest/trees/lemmas.h"

namespace annals::train {
namespace {

using Counts = std::map<std::string, std::size_t>;  // script -> how often it is right

struct Type {
  std::string form;  // lower case
  std::string tag;
  auto operator<=>(const Type&) const = default;
};

std::string cut_and_add(char casing, std::string_view form, std::string_view lemma) {
  std::size_t same = 0;
  while (same < form.size() && same < lemma.size() && form[same] == lemma[same]) ++same;
  return casing + std::to_string(form.size() - same) + '+' + std::string(lemma.substr(same));
}

/// The shorter of both ways; names keep their case when it is equal.
std::string script_of(std::string_view form, std::string_view lemma, bool name) {
  const std::string lower = cut_and_add('L', lowered(form), lemma);
  const std::string kept = cut_and_add('K', form, lemma);
  if (name) return kept.size() <= lower.size() ? kept : lower;
  return lower.size() <= kept.size() ? lower : kept;
}

const std::string& most_frequent(const Counts& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

std::string applied(const std::string& script, std::string_view form) {
  const LemmaScript s = parse_lemma_script(script);
  const std::string base = s.lower ? lowered(form) : std::string(form);
  return base.substr(0, base.size() - std::min(s.cut, base.size())) + std::string(s.ending);
}

/// Of each form in small letters with its tag: how many of its words each script gets right.
std::map<Type, Counts> count_types(const std::vector<Treebank>& banks) {
  std::map<Type, std::map<std::pair<std::string, std::string>, std::size_t>> words;
  for (const Treebank& bank : banks) {
    for (const Sentence& sentence : bank.analysis.sentences) {
      for (const Token& token : sentence.tokens) {
        if (token.form.size() > 60 || token.lemma.empty() || token.lemma.size() > 60) continue;
        const std::string tag = std::string(name_of(token.upos)) + '\t' + std::string(token.xpos);
        ++words[{lowered(token.form), tag}][{std::string(token.form), std::string(token.lemma)}];
      }
    }
  }
  std::map<Type, Counts> types;
  for (const auto& [type, pairs] : words) {
    Counts& counts = types[type];
    const bool name = type.tag.rfind("PROPN", 0) == 0;
    for (const auto& [pair, count] : pairs) counts[script_of(pair.first, pair.second, name)] = 0;
    for (auto& [script, right] : counts)
      for (const auto& [pair, count] : pairs)
        if (applied(script, pair.first) == pair.second) right += count;
  }
  return types;
}

void add_irregular(const std::filesystem::path& file, std::map<Type, Counts>& types) {
  std::ifstream in(file);
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string form, lemma, upos, xpos;
    if (!(words >> form >> lemma >> upos >> xpos))
      throw Error(ErrorKind::rule, file.string() + ":" + std::to_string(number) +
                                       ": a line is: form lemma UPOS XPOS");
    types[{form, upos + '\t' + xpos}][script_of(form, lemma, false)] += 1000;
  }
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

/// The regular forms of a verb: third person, past, and with -ing. A verb of one syllable doubles
/// its last consonant ("plan", "planned"); longer ones are left to the endings.
/// Source: the spelling rules of English grammars.
std::array<std::string, 3> regular_forms(const std::string& verb) {
  const std::size_t size = verb.size();
  const char last = verb[size - 1];
  const bool consonant_y = last == 'y' && !is_vowel(verb[size - 2]);
  const std::string stem = verb.substr(0, size - 1);
  if (consonant_y) return {stem + "ies", stem + "ied", verb + "ing"};
  const std::string third =
      verb + (ends_with_any(verb, {"s", "x", "z", "ch", "sh", "o"}) ? "es" : "s");
  if (last == 'e') {
    const bool kept = ends_with_any(verb, {"ee", "ye", "oe"});
    const std::string present = verb.ends_with("ie") ? verb.substr(0, size - 2) + "y"
                                : kept               ? verb
                                                     : stem;
    return {third, verb + "d", present + "ing"};
  }
  const auto vowels =
      std::count_if(verb.begin(), verb.end(), [](char c) { return is_vowel(c) || c == 'y'; });
  const bool doubled = vowels == 1 && size >= 3 && is_vowel(verb[size - 2]) && !is_vowel(last) &&
                       !ends_with_any(verb, {"w", "x", "y"});
  const std::string stretched = doubled ? verb + last : verb;
  return {third, stretched + "ed", stretched + "ing"};
}

/// Adds what follows from known verbs: their regular forms, where no form of theirs is known to be
/// another verb's, and each past form as a participle and the reverse.
void add_verb_forms(std::map<Type, Counts>& types) {
  constexpr std::size_t known_well = 2;  // a lemma that stands once may be a slip of the pen
  const auto tag = [](const char* xpos) { return std::string("VERB\t") + xpos; };
  std::map<std::string, std::size_t> verbs;
  std::set<std::string> with_past;  // so that irregular ones get no second one
  std::map<Type, Counts> more;
  for (const auto& [type, counts] : types) {
    if (!type.tag.starts_with("VERB\t")) continue;
    const std::string& script = most_frequent(counts);
    const std::string verb = applied(script, type.form);
    verbs[verb] += counts.at(script);
    if (type.tag != tag("VBD") && type.tag != tag("VBN")) continue;
    with_past.insert(verb);
    more[{type.form, tag(type.tag == tag("VBD") ? "VBN" : "VBD")}][script] = 1;
  }
  for (const auto& [verb, count] : verbs) {
    const bool plain =
        std::all_of(verb.begin(), verb.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (count < known_well || verb.size() < 3 || !plain) continue;
    const auto forms = regular_forms(verb);
    more[{forms[0], tag("VBZ")}][script_of(forms[0], verb, false)] += count;
    for (const char* past : {"VBD", "VBN"})
      if (!with_past.contains(verb))
        more[{forms[1], tag(past)}][script_of(forms[1], verb, false)] += count;
    more[{forms[2], tag("VBG")}][script_of(forms[2], verb, false)] += count;
  }
  types.merge(more);
}

}  // namespace

void add_lemmas(ModelWriter& writer, const std::vector<Treebank>& banks,
                const std::filesystem::path& irregular) {
  std::map<Type, Counts> types = count_types(banks);
  add_irregular(irregular, types);
  add_verb_forms(types);
  // Endings vote by types, so that "was" does not speak for all verbs.
  std::map<Type, Counts> endings;
  for (const auto& [type, counts] : types) {
    const std::string& script = most_frequent(counts);
    for (std::size_t size = 0; size <= std::min(longest_lemma_ending, type.form.size()); ++size)
      ++endings[{type.form.substr(type.form.size() - size), type.tag}][script];
  }
  std::map<Type, std::string> rules;  // an ending that says the same as a shorter one is left out
  const auto rule_for = [&](const std::string& form, const std::string& tag, std::size_t longest) {
    for (std::size_t size = std::min(longest, form.size()) + 1; size-- > 0;) {
      const auto found = rules.find({form.substr(form.size() - size), tag});
      if (found != rules.end()) return found->second;
    }
    return std::string();
  };
  for (std::size_t size = 0; size <= longest_lemma_ending; ++size) {
    for (const auto& [type, counts] : endings) {
      if (type.form.size() != size) continue;
      std::size_t total = 0;
      for (const auto& [script, count] : counts) total += count;
      const std::string& best = most_frequent(counts);
      const bool sure = size == 0 || (total >= 2 && counts.at(best) * 3 >= total * 2);
      if (sure && (size == 0 || rule_for(type.form, type.tag, size - 1) != best))
        rules[type] = best;
    }
  }
  std::map<std::string, std::uint32_t> numbers;
  std::vector<std::string> scripts;
  std::map<std::uint64_t, std::uint32_t> rows;
  const auto number_of = [&](const std::string& script) {
    const auto [at, fresh] = numbers.emplace(script, static_cast<std::uint32_t>(scripts.size()));
    if (fresh) scripts.push_back(script);
    return at->second;
  };
  for (const auto& [type, script] : rules)
    rows[lemma_ending_key(type.form, type.tag)] = number_of(script);
  for (const auto& [type, counts] : types) {
    const std::string& best = most_frequent(counts);
    if (rule_for(type.form, type.tag, longest_lemma_ending) != best)
      rows[lemma_key(type.form, type.tag)] = number_of(best);
  }
  std::vector<std::pair<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>>> table;
  for (const auto& [key, number] : rows) table.push_back({key, {number, 0}});
  writer.add_table("lemmas", table);
  writer.add_strings("lemmas.scripts", scripts);
}

}  // namespace annals::train
