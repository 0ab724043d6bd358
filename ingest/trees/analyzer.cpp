#include "ingest/trees/analyzer.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "ingest/text/sentences.h"
#include "ingest/text/tokens.h"
#include "ingest/trees/kernels.h"
#include "ingest/trees/lemmas.h"
#include "ingest/trees/model.h"
#include "ingest/trees/names_tagger.h"
#include "ingest/trees/parser.h"
#include "ingest/trees/parser_repair.h"
#include "ingest/trees/parser_short_names.h"

namespace annals {
namespace {

/// Sentences are run together up to this many words or sentences: enough to keep the kernels busy,
/// little enough to stay in the cache.
constexpr std::size_t batch_words = 1000;
constexpr std::size_t batch_sentences = 48;
/// Longer sentences, which only given ones can be, are parsed in pieces.
constexpr std::size_t longest_piece = 200;

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

/// Runs the parser over sentences of about one length at a time.
void parse_all(const Parser& parser, std::vector<Sentence*> sentences) {
  std::stable_sort(sentences.begin(), sentences.end(), [](const Sentence* a, const Sentence* b) {
    return a->tokens.size() > b->tokens.size();
  });
  const Kernels& kernels = best_kernels();
  std::size_t first = 0;
  while (first < sentences.size()) {
    std::size_t end = first;
    std::size_t words = 0;
    while (end < sentences.size() && end - first < batch_sentences &&
           (words == 0 || words + sentences[end]->tokens.size() <= batch_words))
      words += sentences[end++]->tokens.size();
    parser.parse({sentences.data() + first, end - first}, kernels);
    first = end;
  }
}

/// Parses again the sentences in which brackets part what belongs together, with a short name in
/// the place of the long one and without poses.
void parse_short_names(const Parser& parser, const std::vector<Sentence*>& sentences) {
  std::vector<Shortened> shortened;
  for (Sentence* const sentence : sentences)
    if (Shortened one = with_short_names(*sentence); !one.rest.tokens.empty())
      shortened.push_back(std::move(one));
  std::vector<Sentence*> parts;
  for (Shortened& one : shortened) {
    parts.push_back(&one.rest);
    for (Sentence& long_one : one.long_ones) parts.push_back(&long_one);
  }
  parse_all(parser, std::move(parts));
  for (const Shortened& parsed : shortened) put_long_names_back(parsed);
}

/// A sentence too long for one tree: its pieces, and the way to put them together again.
struct Pieces {
  Sentence* whole = nullptr;
  std::vector<Sentence> parts;
};

Pieces cut(Sentence& sentence) {
  Pieces pieces{.whole = &sentence, .parts = {}};
  for (std::size_t at = 0; at < sentence.tokens.size(); at += longest_piece) {
    const std::size_t end = std::min(at + longest_piece, sentence.tokens.size());
    Sentence& part = pieces.parts.emplace_back();
    part.tokens.assign(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(at),
                       sentence.tokens.begin() + static_cast<std::ptrdiff_t>(end));
  }
  return pieces;
}

/// One tree of all pieces: the roots of the later ones stand beside the first root.
void join(const Pieces& pieces) {
  std::vector<Token>& tokens = pieces.whole->tokens;
  std::int32_t root = -1;
  std::int32_t shift = 0;
  for (const Sentence& part : pieces.parts) {
    for (std::size_t i = 0; i < part.tokens.size(); ++i) {
      Token& token = tokens[static_cast<std::size_t>(shift) + i];
      token = part.tokens[i];
      if (token.head >= 0) {
        token.head += shift;
      } else if (root < 0) {
        root = shift + static_cast<std::int32_t>(i);
      } else {
        token.head = root;
        token.deprel = "parataxis";
      }
    }
    shift += static_cast<std::int32_t>(part.tokens.size());
  }
  pieces.whole->confidence = 0;
}

}  // namespace

struct Analyzer::Parts {
  explicit Parts(Model loaded) : model(std::move(loaded)), parser(model), lemmas(model) {
    if (model.has("names.weights")) names.emplace(model);
  }

  Model model;
  Parser parser;
  Lemmas lemmas;
  std::optional<NamesTagger> names;  ///< none while the trainer has not learnt them
};

Analyzer::Analyzer(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

Analyzer Analyzer::load(const std::filesystem::path& model_file) {
  return Analyzer(std::make_unique<const Parts>(Model::load(model_file)));
}

Analysis Analyzer::analyze(std::string_view text, std::span<const Span> blocks,
                           const TextWords& words) const {
  Analysis analysis;
  const bool wrapped = is_wrapped(text);
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    const std::vector<RawToken> tokens = tokenize(text, blocks[block], words);
    const std::vector<std::size_t> starts = sentence_starts(text, tokens, wrapped, words);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : tokens.size();
      const std::span<const RawToken> part(tokens.data() + starts[i], end - starts[i]);
      analysis.sentences.push_back(sentence_of(text, part, static_cast<std::uint32_t>(block)));
    }
  }
  annotate(analysis);
  return analysis;
}

void Analyzer::annotate(Analysis& given) const {
  std::vector<Sentence*> sentences;
  std::vector<Pieces> long_ones;
  for (Sentence& sentence : given.sentences) {
    sentence.names.clear();
    if (sentence.tokens.empty()) continue;
    if (sentence.tokens.size() <= longest_piece)
      sentences.push_back(&sentence);
    else
      long_ones.push_back(cut(sentence));
  }
  for (Pieces& pieces : long_ones)
    for (Sentence& part : pieces.parts) sentences.push_back(&part);
  parse_all(parts_->parser, sentences);
  parse_short_names(parts_->parser, sentences);
  for (const Pieces& pieces : long_ones) join(pieces);
  for (Sentence& sentence : given.sentences) {
    mend_days(sentence);
    mend_speakers(sentence);
    mend_described_subjects(sentence);
    mend_described_names(sentence);
    mend_meetings(sentence);
    mend_first_word(sentence);
    mend_times(sentence);
    mend_amounts(sentence);
    mend_gerunds(sentence);
  }
  parts_->lemmas.annotate(given);
  if (!parts_->names) return;
  parts_->names->annotate(given);
  for (Sentence& sentence : given.sentences) {
    mend_names(sentence);
    mend_days(sentence);  // some hung on what turned out to be a name
  }
}

}  // namespace annals
