#include "ingest/train/extra_sentences.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>

#include "graph/error.h"
#include "ingest/text/characters.h"
#include "ingest/text/sentences.h"
#include "ingest/text/tokens.h"

namespace annals::train {
namespace {

constexpr std::size_t longest_raw = 100;
constexpr float changed = 0.2F;             ///< of the words that may change
constexpr std::size_t small_bank = 20'000;  ///< words

void add_words(Treebank& raw, const std::vector<RawToken>& tokens, std::size_t first,
               std::size_t end) {
  if (end - first < 2 || end - first > longest_raw) return;
  Sentence& sentence = raw.analysis.sentences.emplace_back();
  for (std::size_t i = first; i < end; ++i) {
    Token& token = sentence.tokens.emplace_back();
    token.span = tokens[i].span;
    token.space_after = tokens[i].space_after;
  }
}

/// Adds a paragraph to the text and splits it.
void add_paragraph(Treebank& raw, std::string_view paragraph, const TextWords& words) {
  const auto begin = static_cast<std::uint32_t>(raw.text.size());
  raw.text += paragraph;
  raw.text += "\n\n";
  const auto tokens =
      tokenize(raw.text, {begin, static_cast<std::uint32_t>(raw.text.size())}, words);
  const auto starts = sentence_starts(raw.text, tokens, false, words);
  for (std::size_t i = 0; i < starts.size(); ++i)
    add_words(raw, tokens, starts[i], i + 1 < starts.size() ? starts[i + 1] : tokens.size());
}

std::optional<NameKind> kind_of_name(std::string_view tag) {
  if (tag.size() < 5) return std::nullopt;
  const std::string_view kind = tag.substr(2);
  if (kind == "PER") return NameKind::person;
  if (kind == "ORG") return NameKind::organization;
  if (kind == "LOC") return NameKind::location;
  return std::nullopt;
}

/// The names of a sentence from its tags: one goes on while its kind does and no `B-` begins one.
std::vector<NameSpan> names_of(const std::vector<std::string>& tags) {
  std::vector<NameSpan> names;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const auto kind = kind_of_name(tags[i]);
    const auto at = static_cast<std::int32_t>(i);
    if (!kind) continue;
    if (tags[i][0] == 'I' && !names.empty() && names.back().last == at && names.back().kind == kind)
      names.back().last = at + 1;
    else
      names.push_back({.first = at, .last = at + 1, .kind = *kind});
  }
  return names;
}

/// Words of a `.conll` file: they keep their borders.
void add_columns(Treebank& raw, std::istream& in) {
  std::vector<RawToken> tokens;
  std::vector<std::string> tags;
  const auto end_sentence = [&] {
    const std::size_t before = raw.analysis.sentences.size();
    add_words(raw, tokens, 0, tokens.size());
    if (raw.analysis.sentences.size() > before)
      raw.analysis.sentences.back().names = names_of(tags);
    tokens.clear();
    tags.clear();
    raw.text += '\n';
  };
  std::string line;
  while (std::getline(in, line)) {
    while (!line.empty() && line.back() == '\r') line.pop_back();
    const std::string word = line.substr(0, line.find_first_of(" \t"));
    if (word.empty() || word == "-DOCSTART-") {
      end_sentence();
      if (!word.empty()) raw.documents.push_back(raw.analysis.sentences.size());
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(raw.text.size());
    raw.text += word + ' ';
    tokens.push_back(
        {.span = {begin, begin + static_cast<std::uint32_t>(word.size())}, .space_after = true});
    tags.push_back(line.substr(line.find_last_of(" \t") + 1));
  }
  end_sentence();
}

/// What a word may be exchanged for: its tag and features, and whether it goes on with a name.
std::string kind_of(const Token& token) {
  return tag_of(token) + '\t' + std::string(token.feats) + (token.deprel == "flat" ? "\t+" : "\t");
}

bool may_change(const Token& token) {
  switch (token.upos) {
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::VERB:
    case Upos::ADJ:
    case Upos::NUM:
      return true;
    default:
      return false;
  }
}

using Choices = std::map<std::string, std::vector<std::string_view>>;

/// The words of each kind, each once. Capitals belong to names only.
Choices choices_of(const std::vector<Treebank>& banks) {
  std::map<std::string, std::set<std::string_view>> words;
  for (const Treebank& bank : banks)
    for (const Sentence& sentence : bank.analysis.sentences)
      for (const Token& token : sentence.tokens)
        if (may_change(token) && (token.upos == Upos::PROPN) == starts_upper(token.form))
          words[kind_of(token)].insert(token.form);
  Choices choices;
  for (const auto& [kind, list] : words) choices[kind].assign(list.begin(), list.end());
  return choices;
}

}  // namespace

Treebank read_raw_text(const std::filesystem::path& file, const TextWords& words) {
  Treebank raw;
  raw.documents.push_back(0);
  std::istringstream in(read_packed(file));
  const std::string name = file.filename().string();
  if (name.find(".conll") != std::string::npos) {
    add_columns(raw, in);
  } else {
    const bool json = name.find(".json") != std::string::npos;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
      if (!json) {
        add_paragraph(raw, line, words);
        continue;
      }
      const auto row = nlohmann::json::parse(line, nullptr, false);
      if (!row.is_object() || !row.contains("text") || !row["text"].is_string())
        throw Error(ErrorKind::input, file.string() + ":" + std::to_string(number) +
                                          ": no JSON object with a string \"text\"");
      std::istringstream paragraphs(row["text"].get<std::string>());
      for (std::string paragraph; std::getline(paragraphs, paragraph);)
        add_paragraph(raw, paragraph, words);
    }
  }
  for (Sentence& sentence : raw.analysis.sentences)
    for (Token& token : sentence.tokens) token.form = slice(raw.text, token.span);
  return raw;
}

std::deque<Sentence> varied_sentences(const std::vector<Treebank>& of,
                                      const std::vector<Treebank>& banks, Random& random) {
  const Choices choices = choices_of(banks);
  std::deque<Sentence> varied;
  for (const Treebank& bank : of) {
    std::size_t words = 0;
    for (const Sentence& sentence : bank.analysis.sentences) words += sentence.tokens.size();
    for (std::size_t copy = 0; copy < (words < small_bank ? 3U : 1U); ++copy) {
      for (const Sentence& sentence : bank.analysis.sentences) {
        varied.push_back(sentence);
        for (Token& token : varied.back().tokens) {
          if (!may_change(token) || random.uniform() >= changed) continue;
          const auto found = choices.find(kind_of(token));
          if (found == choices.end()) continue;
          token.form = found->second[random.below(found->second.size())];
        }
      }
    }
  }
  return varied;
}

}  // namespace annals::train
