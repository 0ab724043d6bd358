#include "ingest/train/corpus.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "graph/error.h"
#include "ingest/characters.h"

namespace annals::train {
namespace {

std::string tag_of(const Token& token) {
  return std::string(name_of(token.upos)) + '\t' + std::string(token.xpos);
}

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

enum class Dress { plain, capitals, titled, small };

std::string dressed(const Token& token, Dress dress) {
  std::string form(token.form);
  if (dress == Dress::capitals) std::transform(form.begin(), form.end(), form.begin(), to_upper);
  if (dress == Dress::small) std::transform(form.begin(), form.end(), form.begin(), to_lower);
  const bool minor = token.upos == Upos::ADP || token.upos == Upos::DET ||
                     token.upos == Upos::CCONJ || token.upos == Upos::PART;
  if (dress == Dress::titled && !(minor && form.size() <= 4)) form[0] = to_upper(form[0]);
  return form;
}

}  // namespace

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

Vocabulary vocabulary_of(const std::vector<Treebank>& banks) {
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

Example example_of(const Sentence& sentence, const Vocabulary& vocabulary, Random* random) {
  Dress dress = Dress::plain;
  std::size_t count = sentence.tokens.size();
  if (random) {
    const float lot = random->uniform();
    dress = lot < 0.02F   ? Dress::capitals
            : lot < 0.05F ? Dress::titled
            : lot < 0.06F ? Dress::small
                          : Dress::plain;
    if (count > 2 && sentence.tokens[count - 1].form == "." && random->uniform() < 0.06F) {
      const auto last = static_cast<std::int32_t>(count - 1);
      const bool leaf = std::none_of(sentence.tokens.begin(), sentence.tokens.end(),
                                     [&](const Token& t) { return t.head == last; });
      if (leaf && sentence.tokens[count - 1].head >= 0) --count;
    }
  }
  Example example(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Token& token = sentence.tokens[i];
    ExampleWord& word = example[i];
    const std::string form = dressed(token, dress);
    const std::string normal(NormalForm(form).view());
    if (const auto found = vocabulary.words.find(normal); found != vocabulary.words.end()) {
      word.word = found->second;
      word.count = vocabulary.word_counts[word.word];
    }
    if (const auto found = vocabulary.vectors.find(normal); found != vocabulary.vectors.end())
      word.vector = found->second;
    word.pieces = pieces_of(form, i == 0);
    word.tag = vocabulary.tag_numbers.at(tag_of(token));
    word.feats = vocabulary.feats_numbers.at(std::string(token.feats));
    word.label = vocabulary.label_numbers.at(std::string(token.deprel));
    word.head = token.head;
  }
  return example;
}

}  // namespace annals::train
