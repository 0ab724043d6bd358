#pragma once

#include <deque>
#include <filesystem>
#include <string>
#include <vector>

#include "ingest/text/text_words.h"
#include "ingest/train/corpus.h"

namespace annals::train {

/// Reads text for the teachers to parse, plain or packed with gzip, by the file's name:
/// `.json` JSON objects, one a line, whose "text" is taken; `.conll` a word a line, its name behind
/// it as `I-PER`, `B-ORG`, `I-LOC` or anything else, an empty line after a sentence and
/// `-DOCSTART-` between documents; others plain text, a paragraph a line. Sentences of one word or
/// of more than 100 are left out. Throws Error(input) naming file and line.
[[nodiscard]] Treebank read_raw_text(const std::filesystem::path& file, const TextWords& words);

/// Copies of the sentences of `of` in which every fifth noun, name, verb, adjective and number, by
/// chance, is another word of `banks` with its tag and features, however rare. Small treebanks,
/// which here are those of our domain, are copied three times, others once. Words point into the
/// texts of the treebanks.
[[nodiscard]] std::deque<Sentence> varied_sentences(const std::vector<Treebank>& of,
                                                    const std::vector<Treebank>& banks,
                                                    Random& random);

}  // namespace annals::train
