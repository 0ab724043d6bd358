#include "ingest/analyzer.h"

#include <algorithm>

#include "ingest/characters.h"
#include "ingest/sentences.h"
#include "ingest/tokens.h"

namespace annals {

struct Analyzer::Parts {};

namespace {

Sentence sentence_of(std::string_view text, std::span<const RawToken> tokens, std::uint32_t block) {
  Sentence sentence;
  sentence.span = {tokens.front().span.begin, tokens.back().span.end};
  sentence.block = block;
  sentence.tokens.resize(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    sentence.tokens[i].span = tokens[i].span;
    sentence.tokens[i].form = slice(text, tokens[i].span);
    sentence.tokens[i].space_after = tokens[i].space_after;
  }
  return sentence;
}

}  // namespace

Analyzer::Analyzer(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

Analyzer Analyzer::load(const std::filesystem::path& /*model_file*/) {
  return Analyzer(std::make_unique<Parts>());
}

Analysis Analyzer::analyze(std::string_view text, std::span<const Span> blocks) const {
  Analysis analysis;
  const bool wrapped = is_wrapped(text);
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    const std::vector<RawToken> tokens = tokenize(text, blocks[block]);
    const std::vector<std::size_t> starts = sentence_starts(text, tokens, wrapped);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : tokens.size();
      const std::span<const RawToken> part(tokens.data() + starts[i], end - starts[i]);
      analysis.sentences.push_back(sentence_of(text, part, static_cast<std::uint32_t>(block)));
    }
  }
  annotate(analysis);
  return analysis;
}

// Until a model is trained: capitals are names, everything hangs on the first word.
void Analyzer::annotate(Analysis& given) const {
  for (Sentence& sentence : given.sentences) {
    sentence.names.clear();
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      Token& token = sentence.tokens[i];
      token.upos = starts_upper(token.form) && i > 0 ? Upos::PROPN : Upos::NOUN;
      token.xpos = token.upos == Upos::PROPN ? "NNP" : "NN";
      token.lemma = token.form;
      token.head = i == 0 ? -1 : 0;
      token.deprel = i == 0 ? "root" : "dep";
    }
  }
}

}  // namespace annals
