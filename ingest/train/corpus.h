#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "ingest/train/network.h"
#include "ingest/trees/conllu.h"

namespace annals::train {

/// Reads a treebank, plain or packed with gzip. Throws Error(input) naming the file.
[[nodiscard]] Treebank read_treebank(const std::filesystem::path& file);

/// The whole content of a file, unpacked when it is packed.
[[nodiscard]] std::string read_packed(const std::filesystem::path& file);

/// The words, tags, features and labels of a corpus, numbered by falling frequency.
struct Vocabulary {
  std::map<std::string, std::uint32_t> words;  ///< normal forms seen twice or more; from 1
  std::vector<std::uint32_t> word_counts;      ///< by number
  std::vector<std::string> tags;               ///< "NOUN\tNN"
  std::vector<std::string> feats;
  std::vector<std::string> labels;
  std::map<std::string, std::uint16_t> tag_numbers, feats_numbers, label_numbers;
  std::vector<std::vector<std::uint16_t>> feats_of_tag;  ///< those seen with the tag
  std::map<std::string, std::uint32_t> vectors;          ///< words with a fixed vector; from 1
};

/// `more` are sentences of which only the words count.
[[nodiscard]] Vocabulary vocabulary_of(const std::vector<Treebank>& banks,
                                       const std::vector<Sentence>& more = {});

/// "NOUN\tNN": the tag that the network learns.
[[nodiscard]] std::string tag_of(const Token& token);

}  // namespace annals::train
