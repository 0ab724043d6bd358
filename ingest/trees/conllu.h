#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/trees/sentence.h"

namespace annals {

/// A treebank or a file of tagged sentences: the analysis and the text that its spans count in.
struct Treebank {
  std::string text;  ///< the words with their spaces; a line per sentence
  Analysis analysis;
  std::vector<std::size_t> documents;  ///< first sentences of the documents, 0 among them
};

/// Reads CoNLL-U. Words keep all columns but DEPS; from MISC only `SpaceAfter=No` and names as
/// `NER=B-PER|I-PER|B-ORG|B-LOC` are used. Ranges of multiword tokens join their words without a
/// space; empty nodes are skipped. `# newpar` and `# newdoc` begin a new Sentence::block.
///
/// Throws Error(input) with `name:line` when a line has not ten columns, a head is not in its
/// sentence, or a tag is not universal. Columns written as `_` are empty (heads: -1).
/// Source: https://universaldependencies.org/format.html
[[nodiscard]] Treebank read_conllu(std::istream& in, const std::string& name);

/// Writes CoNLL-U that read_conllu reads back equal; `text` is what the spans count in.
void write_conllu(std::ostream& out, const Analysis& analysis, std::string_view text);

/// Writes one JSON object: {"sentences":[{"start","end","block","confidence","tokens":[...],
/// "names":[...]}]}; offsets are bytes of the text, heads are indices, -1 for the root.
void write_analysis_json(std::ostream& out, const Analysis& analysis);

/// Draws the tree of each sentence with a line a word, indented under its head, for a terminal.
void write_trees(std::ostream& out, const Analysis& analysis);

}  // namespace annals
