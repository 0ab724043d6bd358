#include "ingest/trees/parser.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ingest/trees/parser_features.h"
#include "ingest/trees/parser_work.h"

namespace annals {
namespace {

std::size_t even(std::size_t n) { return (n + 1) / 2 * 2; }

Upos upos_of(std::string_view name) {
  for (int i = 0; i < static_cast<int>(Upos::X); ++i)
    if (name_of(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
  return Upos::X;
}

}  // namespace

Parser::Parser(const Model& model)
    : words_(model.table("words")),
      word_rows_(model.rows("words.rows")),
      piece_rows_(model.rows("pieces.rows")),
      tag_(dense_weights(model, "tag")),
      tag_mix_(dense_weights(model, "tag.mix")),
      top_tag_(dense_weights(model, "top_tag")),
      feats_(dense_weights(model, "feats")),
      heads_(dense_weights(model, "heads")),
      arc_(dense_weights(model, "arc")),
      label_(dense_weights(model, "label")),
      root_(model.array<float>("root")),
      tags_(model.strings("tag.names")),
      feats_names_(model.strings("feats.names")),
      labels_(model.strings("label.names")),
      feats_of_tag_(model.array<std::uint32_t>("feats.of_tag")) {
  if (model.has("vectors.rows")) vector_rows_ = model.rows("vectors.rows");
  for (std::size_t i = 0;; ++i) {
    const std::string name = "layer" + std::to_string(i);
    if (!model.has(name + ".forward.input")) break;
    Layer layer;
    const char* const sides[2] = {".forward", ".backward"};
    for (std::size_t side = 0; side < 2; ++side) {
      layer.input[side] = dense_weights(model, name + sides[side] + ".input");
      layer.recurrent[side] = dense_weights(model, name + sides[side] + ".recurrent");
    }
    layers_.push_back(layer);
  }
  cells_ = layers_.front().recurrent[0].inputs;
  arc_size_ = arc_.inputs;
  label_size_ = label_.inputs;
  feats_words_ = (feats_names_.size() + 31) / 32;
  for (std::size_t i = 0; i < tags_.size(); ++i) {
    const auto tab = tags_[i].find('\t');
    upos_of_tag_.push_back(upos_of(tags_[i].substr(0, tab)));
    xpos_of_tag_.push_back(tags_[i].substr(tab + 1));
  }
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    if (labels_[i] == "root") root_label_ = i;
    subject_label_.push_back(is_subject_label(labels_[i]));
  }
}

void Parser::parse(std::span<Sentence* const> given, const Kernels& kernels) const {
  if (given.empty()) return;
  std::vector<Sentence*> sentences(given.begin(), given.end());
  std::stable_sort(sentences.begin(), sentences.end(), [](const Sentence* a, const Sentence* b) {
    return a->tokens.size() > b->tokens.size();
  });
  Work work;
  work.kernels = &kernels;
  for (const Sentence* sentence : sentences)
    work.lengths.push_back(static_cast<std::uint32_t>(sentence->tokens.size()));
  std::uint32_t at = 0;
  for (std::uint32_t step = 0; step < work.lengths.front(); ++step) {
    work.offsets.push_back(at);
    for (const std::uint32_t length : work.lengths) at += length > step ? 1 : 0;
  }
  work.offsets.push_back(at);
  work.count = at;

  embed(sentences, work);
  run_layer(layers_.front(), work);
  mix_tags(work);
  for (std::size_t layer = 1; layer < layers_.size(); ++layer) {
    run_layer(layers_[layer], work);
    std::swap(work.in, work.out);
  }
  choose_tags(sentences, work);
  choose_feats(sentences, work);
  work.views.reshape(work.count, heads_.outputs);
  kernels.dense(heads_, work.in.row(0), work.in.width, work.count, work.views.row(0),
                work.views.width, false);
  for (std::size_t s = 0; s < sentences.size(); ++s) choose_arcs(*sentences[s], s, work);
  choose_labels(sentences, work);
  for (std::size_t s = 0; s < sentences.size(); ++s) keep_one_subject(*sentences[s], s, work);
}

void Parser::embed(std::span<Sentence* const> sentences, Work& work) const {
  const std::size_t words = word_rows_.cols;
  const std::size_t pieces = piece_rows_.cols;
  const std::size_t width = words + pieces + vector_rows_.cols;
  const Kernels& k = *work.kernels;
  work.in.reshape(work.count, even(width));
  std::vector<float> sum(width);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t w = 0; w < sentences[s]->tokens.size(); ++w) {
      const std::string_view form = sentences[s]->tokens[w].form;
      const NormalForm normal(form);
      const HashTable::Slot* const known = words_.find(hash_of(normal.view()) | 1U);
      const std::uint32_t word = known ? known->value : 0;
      std::fill(sum.begin(), sum.end(), 0.0F);
      k.add_row(sum.data(), word_rows_.data + word * words, word_rows_.scales[word], words);
      const WordPieces list = pieces_of(form, w == 0);
      const float by = 1.0F / std::sqrt(static_cast<float>(list.count));
      for (std::size_t p = 0; p < list.count; ++p) {
        const std::uint32_t row = list.rows[p];
        k.add_row(sum.data() + words, piece_rows_.data + row * pieces, piece_rows_.scales[row] * by,
                  pieces);
      }
      if (vector_rows_.cols > 0 && known)
        k.add_row(sum.data() + words + pieces, vector_rows_.data + known->extra * vector_rows_.cols,
                  vector_rows_.scales[known->extra], vector_rows_.cols);
      k.activate(sum.data(), work.in.row(work.row(s, w)), width);
    }
  }
}

/// Both directions of a layer from `in` to `out`.
void Parser::run_layer(const Layer& layer, Work& work) const {
  const Kernels& k = *work.kernels;
  const std::size_t steps = work.offsets.size() - 1;
  work.out.reshape(work.count, 2 * cells_);
  work.gates.reshape(work.count, layer.input[0].outputs);
  for (std::size_t side = 0; side < 2; ++side) {
    k.dense(layer.input[side], work.in.row(0), work.in.width, work.count, work.gates.row(0),
            work.gates.width, false);
    work.memory.assign(work.lengths.size() * cells_, 0.0F);
    for (std::size_t i = 0; i < steps; ++i) {
      // Forward, the sentences that have step i are the first ones. Backward, a sentence joins when
      // its last word comes: the memory of those that have not begun is still zero.
      const std::size_t step = side == 0 ? i : steps - 1 - i;
      const std::size_t first = work.offsets[step];
      const std::size_t active = work.offsets[step + 1] - first;
      const std::size_t before = side == 0 ? step - 1 : step + 1;
      std::size_t fed = 0;
      if (i > 0)
        fed = std::min<std::size_t>(active, work.offsets[before + 1] - work.offsets[before]);
      if (fed > 0)
        k.dense(layer.recurrent[side], work.out.row(work.offsets[before]) + side * cells_,
                work.out.width, fed, work.gates.row(first), work.gates.width, true);
      for (std::size_t s = 0; s < active; ++s)
        k.gates(work.gates.row(first + s), work.memory.data() + s * cells_,
                work.out.row(first + s) + side * cells_, cells_);
    }
  }
}

/// The lower layer's idea of the tags, beside its output, is what the next layer reads.
void Parser::mix_tags(Work& work) const {
  const Kernels& k = *work.kernels;
  const std::size_t width = 2 * cells_;
  work.scores.reshape(work.count, tag_.outputs);
  k.dense(tag_, work.out.row(0), width, work.count, work.scores.row(0), tag_.outputs, false);
  work.hidden.reshape(work.count, tag_mix_.inputs);
  for (std::size_t r = 0; r < work.count; ++r) {
    k.softmax(work.scores.row(r), tags_.size());
    k.activate(work.scores.row(r), work.hidden.row(r), tags_.size());
  }
  work.views.reshape(work.count, tag_mix_.outputs);
  k.dense(tag_mix_, work.hidden.row(0), work.hidden.width, work.count, work.views.row(0),
          work.views.width, false);
  const std::size_t inputs = layers_[1].input[0].inputs;
  work.in.reshape(work.count, inputs);
  for (std::size_t r = 0; r < work.count; ++r) {
    std::copy_n(work.out.row(r), width, work.in.row(r));
    k.activate(work.views.row(r), work.in.row(r) + width,
               std::min(work.views.width, inputs - width));
  }
}

void Parser::choose_tags(std::span<Sentence* const> sentences, Work& work) const {
  work.scores.reshape(work.count, top_tag_.outputs);
  work.kernels->dense(top_tag_, work.in.row(0), work.in.width, work.count, work.scores.row(0),
                      top_tag_.outputs, false);
  work.tags.resize(work.count);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t w = 0; w < sentences[s]->tokens.size(); ++w) {
      const std::size_t r = work.row(s, w);
      const float* const scores = work.scores.row(r);
      work.tags[r] =
          static_cast<std::uint16_t>(std::max_element(scores, scores + tags_.size()) - scores);
      Token& token = sentences[s]->tokens[w];
      token.upos = upos_of_tag_[work.tags[r]];
      token.xpos = xpos_of_tag_[work.tags[r]];
    }
  }
}

/// The best features among those that were seen with the tag.
void Parser::choose_feats(std::span<Sentence* const> sentences, Work& work) const {
  work.scores.reshape(work.count, feats_.outputs);
  work.kernels->dense(feats_, work.in.row(0), work.in.width, work.count, work.scores.row(0),
                      feats_.outputs, false);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t w = 0; w < sentences[s]->tokens.size(); ++w) {
      const std::size_t r = work.row(s, w);
      const float* const scores = work.scores.row(r);
      const std::uint32_t* const allowed = feats_of_tag_.data() + work.tags[r] * feats_words_;
      std::size_t best = 0;
      float most = -1e30F;
      for (std::size_t f = 0; f < feats_names_.size(); ++f) {
        if ((allowed[f / 32] >> (f % 32) & 1U) == 0 || scores[f] <= most) continue;
        most = scores[f];
        best = f;
      }
      sentences[s]->tokens[w].feats = feats_names_[best];
    }
  }
}

}  // namespace annals
