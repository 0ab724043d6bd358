#include "ingest/train/model_writer.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <map>

#include "graph/error.h"
#include "ingest/trees/kernels.h"
#include "ingest/trees/model.h"

namespace annals::train {
namespace {

template <typename T>
void put(std::string& bytes, const T& value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put_floats(std::string& bytes, const std::vector<float>& numbers) {
  bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(float));
}

/// Four numbers on a line of 64 bytes.
void put_sizes(std::string& bytes, std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
  for (const std::size_t n : {a, b, c, d}) put(bytes, static_cast<std::uint32_t>(n));
  bytes.append(48, '\0');
}

std::int8_t rounded(float x, float scale) {
  return static_cast<std::int8_t>(scale == 0 ? 0
                                             : std::lround(std::clamp(x / scale, -127.0F, 127.0F)));
}

/// Row `i` and column `o` of weights that add_dense has arranged.
float weight_at(const DenseWeights& weights, std::size_t i, std::size_t o) {
  const std::size_t at = o / 16 * 16 * weights.inputs + i / 2 * 32 + o % 16 * 2 + i % 2;
  return static_cast<float>(weights.data[at]) * weights.scales[o] * activation_scale;
}

void take_row(const RowTable& rows, std::size_t r, float* into) {
  for (std::size_t c = 0; c < rows.cols; ++c)
    into[c] = static_cast<float>(rows.data[r * rows.cols + c]) * rows.scales[r];
}

/// Words that the model does not know keep what they have.
void take_words(const RowTable& rows, const HashTable& known, const Vocabulary& vocabulary,
                Matrix& into) {
  take_row(rows, 0, into.row(0));
  for (const auto& [word, number] : vocabulary.words)
    if (const HashTable::Slot* const found = known.find(hash_of(word) | 1U))
      take_row(rows, found->value, into.row(number));
}

/// The section that holds a parameter: biases stand with their weights.
std::string section_of(const std::string& parameter) {
  constexpr std::string_view bias = ".bias";
  if (parameter == "words" || parameter == "pieces") return parameter + ".rows";
  if (parameter.size() < bias.size() || !parameter.ends_with(bias)) return parameter;
  const std::string base = parameter.substr(0, parameter.size() - bias.size());
  return base.rfind("layer", 0) == 0 ? base + ".input" : base;
}

}  // namespace

void ModelWriter::add(const std::string& name, std::string bytes) {
  sections_.emplace_back(name, std::move(bytes));
}

void ModelWriter::add_strings(const std::string& name, const std::vector<std::string>& strings) {
  std::string bytes;
  put(bytes, static_cast<std::uint32_t>(strings.size()));
  std::uint32_t at = 0;
  put(bytes, at);
  for (const std::string& s : strings) put(bytes, at += static_cast<std::uint32_t>(s.size()));
  for (const std::string& s : strings) bytes += s;
  add(name, std::move(bytes));
}

std::string ModelWriter::table_bytes(
    const std::vector<std::pair<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>>>& rows) {
  std::size_t size = 16;
  while (size < rows.size() * 4 / 3) size *= 2;
  std::vector<HashTable::Slot> slots(size);
  for (const auto& [key, value] : rows) {
    std::size_t at = key & (size - 1);
    while (slots[at].key != 0) at = (at + 1) & (size - 1);
    slots[at] = {key, value.first, value.second};
  }
  return {reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(HashTable::Slot)};
}

void ModelWriter::add_table(
    const std::string& name,
    const std::vector<std::pair<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>>>& rows) {
  add(name, table_bytes(rows));
}

void ModelWriter::copy(const Model& model, const std::vector<std::string>& but) {
  for (const std::string& name : model.names()) {
    const bool left_out = std::any_of(but.begin(), but.end(), [&](const std::string& start) {
      return name.rfind(start, 0) == 0;
    });
    const auto bytes = model.section(name);
    if (!left_out) add(name, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }
}

void ModelWriter::add_rows(const std::string& name, const Matrix& rows) {
  std::string bytes;
  put_sizes(bytes, rows.rows, rows.cols, 0, 0);
  std::vector<float> scales((rows.rows + 15) / 16 * 16);
  for (std::size_t r = 0; r < rows.rows; ++r) {
    for (std::size_t c = 0; c < rows.cols; ++c)
      scales[r] = std::max(scales[r], std::abs(rows.row(r)[c]));
    scales[r] /= 127;
  }
  put_floats(bytes, scales);
  for (std::size_t r = 0; r < rows.rows; ++r)
    for (std::size_t c = 0; c < rows.cols; ++c) put(bytes, rounded(rows.row(r)[c], scales[r]));
  add(name, std::move(bytes));
}

void ModelWriter::add_dense(const std::string& name, const Matrix& weights, const Matrix* bias) {
  const std::size_t inputs = (weights.rows + 1) / 2 * 2;
  const std::size_t outputs = (weights.cols + 15) / 16 * 16;
  std::string bytes;
  put_sizes(bytes, weights.rows, weights.cols, inputs, outputs);
  std::vector<float> scales(outputs), biases(outputs), kept(outputs);
  for (std::size_t o = 0; o < weights.cols; ++o) {
    for (std::size_t i = 0; i < weights.rows; ++i)
      kept[o] = std::max(kept[o], std::abs(weights.row(i)[o]));
    kept[o] /= 127;
    scales[o] = kept[o] / activation_scale;
    if (bias) biases[o] = bias->data[o];
  }
  put_floats(bytes, scales);
  put_floats(bytes, biases);
  for (std::size_t first = 0; first < outputs; first += 16) {
    for (std::size_t i = 0; i < inputs; i += 2) {
      for (std::size_t o = first; o < first + 16; ++o)
        for (std::size_t j = i; j < i + 2; ++j)
          put(bytes, j < weights.rows && o < weights.cols ? rounded(weights.row(j)[o], kept[o])
                                                          : std::int8_t{0});
    }
  }
  add(name, std::move(bytes));
}

void ModelWriter::add_floats(const std::string& name, const std::vector<float>& numbers) {
  std::string bytes;
  put_floats(bytes, numbers);
  add(name, std::move(bytes));
}

void ModelWriter::write(const std::filesystem::path& file) const {
  std::string body(sections_.size() * sizeof(ModelSection), '\0');
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    const auto& [name, bytes] = sections_[i];
    body.append((64 - (sizeof(ModelHeader) + body.size()) % 64) % 64, '\0');
    ModelSection row;
    std::copy_n(name.begin(), std::min(name.size(), sizeof row.name), row.name);
    row.offset = sizeof(ModelHeader) + body.size();
    row.size = bytes.size();
    std::memcpy(body.data() + i * sizeof row, &row, sizeof row);
    body += bytes;
  }
  ModelHeader header;
  std::copy(model_magic.begin(), model_magic.end(), header.magic);
  header.version = model_version;
  header.sections = static_cast<std::uint32_t>(sections_.size());
  header.size = sizeof header + body.size();
  header.checksum = XXH3_64bits(body.data(), body.size());
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  out.write(body.data(), static_cast<std::streamsize>(body.size()));
  out.close();
  if (!out) throw Error(ErrorKind::input, file.string() + ": cannot be written");
}

void add_parser(ModelWriter& writer, Network& network, const Vocabulary& vocabulary) {
  std::map<std::string, const Matrix*> values;
  for (Parameter& p : network.parameters().all()) values[p.name] = &p.value;
  std::vector<std::pair<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>>> words;
  std::map<std::string, std::pair<std::uint32_t, std::uint32_t>> numbers;
  for (const auto& [word, number] : vocabulary.words) numbers[word].first = number;
  for (const auto& [word, number] : vocabulary.vectors) numbers[word].second = number;
  for (const auto& [word, number] : numbers) words.emplace_back(hash_of(word) | 1U, number);
  writer.add_table("words", words);
  writer.add_rows("words.rows", *values["words"]);
  writer.add_rows("pieces.rows", *values["pieces"]);
  if (network.options().vector_size > 0) writer.add_rows("vectors.rows", network.vectors());
  for (const auto& [name, matrix] : values) {
    if (name.rfind("layer", 0) != 0 || name.find(".input") == std::string::npos) continue;
    const std::string base = name.substr(0, name.size() - 6);
    writer.add_dense(name, *matrix, values[base + ".bias"]);
    writer.add_dense(base + ".recurrent", *values[base + ".recurrent"], nullptr);
  }
  writer.add_dense("tag", *values["tag"], values["tag.bias"]);
  writer.add_dense("tag.mix", *values["tag.mix"], nullptr);
  writer.add_dense("top_tag", *values["top_tag"], values["top_tag.bias"]);
  writer.add_dense("feats", *values["feats"], values["feats.bias"]);
  writer.add_dense("heads", *values["heads"], values["heads.bias"]);
  writer.add_dense("arc", *values["arc"], values["arc.bias"]);
  writer.add_dense("label", *values["label"], values["label.bias"]);
  writer.add_floats("root", values["root"]->data);
  writer.add_strings("tag.names", vocabulary.tags);
  writer.add_strings("feats.names", vocabulary.feats);
  writer.add_strings("label.names", vocabulary.labels);
  std::string bits;
  for (const auto& list : vocabulary.feats_of_tag) {
    std::vector<std::uint32_t> row((vocabulary.feats.size() + 31) / 32);
    for (const std::uint16_t f : list) row[f / 32] |= 1U << (f % 32);
    for (const std::uint32_t word : row) put(bits, word);
  }
  writer.add("feats.of_tag", bits);
}

std::size_t cells_of(const Model& model) { return model.array<std::uint32_t>("tag")[0] / 2; }

Vocabulary words_known_to(const Model& model, Vocabulary vocabulary) {
  const HashTable known = model.table("words");
  std::erase_if(vocabulary.words,
                [&](const auto& word) { return !known.find(hash_of(word.first) | 1U); });
  return vocabulary;
}

void take_weights(Network& network, const Vocabulary& vocabulary, const Model& model) {
  for (Parameter& p : network.parameters().all()) {
    const std::string name = section_of(p.name);
    Matrix& value = p.value;
    const auto need = [&](bool same_shape) {
      if (!same_shape)
        throw Error(ErrorKind::rule, model.file().string() + ": section " + name +
                                         " has another shape than the network that is trained");
    };
    if (p.name == "root") {
      const auto numbers = model.array<float>(name);
      need(numbers.size() == value.data.size());
      std::copy(numbers.begin(), numbers.end(), value.data.begin());
    } else if (p.by_rows) {
      const RowTable rows = model.rows(name);
      const bool words = p.name == "words";
      need(rows.cols == value.cols && (words || rows.rows == value.rows));
      if (!words)
        for (std::size_t i = 0; i < value.rows; ++i) take_row(rows, i, value.row(i));
      else
        take_words(rows, model.table("words"), vocabulary, value);
    } else {
      const DenseWeights weights = dense_weights(model, name);
      const auto sizes = model.array<std::uint32_t>(name);
      const bool bias = p.name.ends_with(".bias");
      need(sizes[1] == value.cols && (bias || sizes[0] == value.rows));
      for (std::size_t i = 0; i < value.rows; ++i)
        for (std::size_t o = 0; o < value.cols; ++o)
          value.row(i)[o] = bias ? weights.bias[o] : weight_at(weights, i, o);
    }
    p.average = value;
  }
}

}  // namespace annals::train
