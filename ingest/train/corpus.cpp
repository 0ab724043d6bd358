#include "ingest/train/corpus.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "graph/error.h"

namespace annals::train {
namespace {

/// Numbers the keys of `counts` by falling count, then by name.
template <typename Number>
void number_by_count(const std::map<std::string, std::size_t>& counts,
                     std::vector<std::string>& names, std::map<std::string, Number>& numbers) {
  std::vector<std::pair<std::string, std::size_t>> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [name, count] : rows) {
    numbers[name] = static_cast<Number>(names.size());
    names.push_back(name);
  }
}

}  // namespace

std::string tag_of(const Token& token) {
  return std::string(name_of(token.upos)) + '\t' + std::string(token.xpos);
}

std::string read_packed(const std::filesystem::path& file) {
  archive* const reader = archive_read_new();
  archive_read_support_filter_all(reader);
  archive_read_support_format_raw(reader);
  archive_entry* entry = nullptr;
  std::string content;
  if (archive_read_open_filename(reader, file.c_str(), 1 << 16) != ARCHIVE_OK ||
      archive_read_next_header(reader, &entry) != ARCHIVE_OK) {
    archive_read_free(reader);
    throw Error(ErrorKind::input, file.string() + ": cannot be read");
  }
  char buffer[1 << 16];
  for (la_ssize_t size = 0; (size = archive_read_data(reader, buffer, sizeof buffer)) > 0;)
    content.append(buffer, static_cast<std::size_t>(size));
  archive_read_free(reader);
  return content;
}

Treebank read_treebank(const std::filesystem::path& file) {
  std::istringstream in(read_packed(file));
  return read_conllu(in, file.string());
}

Vocabulary vocabulary_of(const std::vector<Treebank>& banks, const std::vector<Sentence>& more) {
  std::map<std::string, std::size_t> words, tags, feats, labels;
  std::map<std::string, std::set<std::string>> together;
  for (const Treebank& bank : banks) {
    for (const Sentence& sentence : bank.analysis.sentences) {
      for (const Token& token : sentence.tokens) {
        ++words[std::string(NormalForm(token.form).view())];
        ++tags[tag_of(token)];
        ++feats[std::string(token.feats)];
        ++labels[std::string(token.deprel)];
        together[tag_of(token)].insert(std::string(token.feats));
      }
    }
  }
  for (const Sentence& sentence : more)
    for (const Token& token : sentence.tokens) ++words[std::string(NormalForm(token.form).view())];
  Vocabulary v;
  std::erase_if(words, [](const auto& row) { return row.second < 2; });
  std::vector<std::string> names = {""};
  number_by_count(words, names, v.words);
  v.word_counts.push_back(0);
  for (std::size_t i = 1; i < names.size(); ++i)
    v.word_counts.push_back(static_cast<std::uint32_t>(words[names[i]]));
  number_by_count(tags, v.tags, v.tag_numbers);
  number_by_count(feats, v.feats, v.feats_numbers);
  number_by_count(labels, v.labels, v.label_numbers);
  for (const std::string& tag : v.tags) {
    auto& list = v.feats_of_tag.emplace_back();
    for (const std::string& name : together[tag]) list.push_back(v.feats_numbers[name]);
    std::sort(list.begin(), list.end());
  }
  return v;
}

}  // namespace annals::train
