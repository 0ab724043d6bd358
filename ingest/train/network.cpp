#include "ingest/train/network.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ingest/approx.h"

namespace annals::train {
namespace {

constexpr float tag_weight = 0.6F;
constexpr float feats_weight = 0.3F;
constexpr float leak = 0.1F;

float glorot(std::size_t in, std::size_t out) {
  return std::sqrt(6.0F / static_cast<float>(in + out));
}

/// Turns scores into probabilities in place and gives minus the logarithm of the gold one's.
double softmax(float* scores, std::size_t count, std::size_t gold) {
  float most = scores[0];
  for (std::size_t i = 1; i < count; ++i) most = std::max(most, scores[i]);
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) scores[i] = approx_exp(scores[i] - most);
  for (std::size_t i = 0; i < count; ++i) sum += scores[i];
  const float by = 1 / sum;
  for (std::size_t i = 0; i < count; ++i) scores[i] *= by;
  return -std::log(std::max(scores[gold], 1e-12F));
}

void add_bias(Matrix& values, const Matrix& bias) {
  for (std::size_t r = 0; r < values.rows; ++r)
    for (std::size_t c = 0; c < values.cols; ++c) values.row(r)[c] += bias.data[c];
}

void add_columns(const Matrix& values, Matrix& sums) {
  for (std::size_t r = 0; r < values.rows; ++r)
    for (std::size_t c = 0; c < values.cols; ++c) sums.data[c] += values.row(r)[c];
}

void times(Matrix& values, const Matrix& mask) {
  for (std::size_t i = 0; i < values.data.size(); ++i) values.data[i] *= mask.data[i];
}

}  // namespace

Network::Network(const NetworkOptions& o, std::uint64_t seed)
    : options_(o),
      random_(seed),
      words_(parameters_.add("words", o.words, o.word_size, 0.1F, random_, true)),
      pieces_(parameters_.add("pieces", piece_rows, o.piece_size, 0.1F, random_, true)),
      first_(parameters_, "layer0", o.word_size + o.piece_size + o.vector_size, o.cells, random_),
      tag_weights_(
          parameters_.add("tag", 2 * o.cells, o.tags, glorot(2 * o.cells, o.tags), random_)),
      tag_bias_(parameters_.add("tag.bias", 1, o.tags, 0, random_)),
      tag_mix_(parameters_.add("tag.mix", o.tags, o.tag_size, 0.5F, random_)),
      top_tag_weights_(
          parameters_.add("top_tag", 2 * o.cells, o.tags, glorot(2 * o.cells, o.tags), random_)),
      top_tag_bias_(parameters_.add("top_tag.bias", 1, o.tags, 0, random_)),
      feats_weights_(
          parameters_.add("feats", 2 * o.cells, o.feats, glorot(2 * o.cells, o.feats), random_)),
      feats_bias_(parameters_.add("feats.bias", 1, o.feats, 0, random_)),
      heads_(parameters_.add("heads", 2 * o.cells, 2 * (o.arc_size + o.label_size),
                             glorot(2 * o.cells, o.arc_size), random_)),
      heads_bias_(parameters_.add("heads.bias", 1, 2 * (o.arc_size + o.label_size), 0, random_)),
      root_(parameters_.add("root", 1, o.arc_size + o.label_size, 0.1F, random_)),
      arc_(parameters_.add("arc", o.arc_size, o.arc_size, glorot(o.arc_size, o.arc_size) * 0.5F,
                           random_)),
      arc_bias_(parameters_.add("arc.bias", 1, o.arc_size, 0.1F, random_)),
      label_weights_(parameters_.add("label", o.label_size, o.labels,
                                     glorot(o.label_size, o.labels), random_)),
      label_bias_(parameters_.add("label.bias", 1, o.labels, 0, random_)) {
  for (std::size_t layer = 1; layer < o.layers; ++layer)
    upper_.emplace_back(parameters_, "layer" + std::to_string(layer),
                        2 * o.cells + (layer == 1 ? o.tag_size : 0), o.cells, random_);
}

void Network::drop(Matrix& values, Matrix& mask) {
  mask.reshape(values.rows, values.cols);
  const float scale = 1 / (1 - options_.dropout);
  const auto bound = static_cast<std::uint32_t>(options_.dropout * 65536.0F);
  for (std::size_t i = 0; i < mask.data.size(); i += 4) {
    std::uint64_t bits = random_.next();
    for (std::size_t j = i; j < std::min(i + 4, mask.data.size()); ++j, bits >>= 16)
      mask.data[j] = (bits & 0xFFFF) < bound ? 0.0F : scale;
  }
  times(values, mask);
}

/// As drop, with the same places of all words of a sentence.
void Network::drop_by_sentence(Matrix& values, Matrix& mask, const BatchLayout& layout) {
  if (!options_.sentence_masks) return drop(values, mask);
  Matrix ones(layout.lengths.size(), values.cols);
  Matrix patterns;
  std::fill(ones.data.begin(), ones.data.end(), 1.0F);
  drop(ones, patterns);
  mask.reshape(values.rows, values.cols);
  for (std::size_t s = 0; s < layout.lengths.size(); ++s)
    for (std::size_t w = 0; w < layout.lengths[s]; ++w)
      std::copy_n(patterns.row(s), values.cols, mask.row(layout.row(s, w)));
  times(values, mask);
}

void Network::embed(std::span<const Example* const> batch, const BatchLayout& layout) {
  const std::size_t words = options_.word_size;
  const std::size_t pieces = options_.piece_size;
  in_.reshape(layout.offsets.back(), words + pieces + options_.vector_size);
  inputs_.resize(in_.rows);
  for (std::size_t s = 0; s < batch.size(); ++s) {
    for (std::size_t w = 0; w < batch[s]->size(); ++w) {
      const ExampleWord& word = (*batch[s])[w];
      const std::size_t r = layout.row(s, w);
      float* const to = in_.row(r);
      const float hide = std::max(
          options_.hidden, options_.unknown / (options_.unknown + static_cast<float>(word.count)));
      inputs_[r] = {random_.uniform() < hide ? 0 : word.word, &word.pieces};
      std::copy_n(words_.value.row(inputs_[r].word), words, to);
      const float by = 1 / std::sqrt(static_cast<float>(word.pieces.count));
      for (std::size_t p = 0; p < word.pieces.count; ++p) {
        const float* const from = pieces_.value.row(word.pieces.rows[p]);
        for (std::size_t c = 0; c < pieces; ++c) to[words + c] += from[c] * by;
      }
      if (options_.vector_size > 0)
        std::copy_n(vectors_.row(word.vector), options_.vector_size, to + words + pieces);
    }
  }
}

void Network::embed_backward(const Matrix& gradient) {
  const std::size_t words = options_.word_size;
  const std::size_t pieces = options_.piece_size;
  for (std::size_t r = 0; r < gradient.rows; ++r) {
    const float* const from = gradient.row(r);
    float* const word = words_.gradient.row(inputs_[r].word);
    for (std::size_t c = 0; c < words; ++c) word[c] += from[c];
    words_.touched.push_back(inputs_[r].word);
    const WordPieces& list = *inputs_[r].pieces;
    const float by = 1 / std::sqrt(static_cast<float>(list.count));
    for (std::size_t p = 0; p < list.count; ++p) {
      float* const piece = pieces_.gradient.row(list.rows[p]);
      for (std::size_t c = 0; c < pieces; ++c) piece[c] += from[words + c] * by;
      pieces_.touched.push_back(list.rows[p]);
    }
  }
}

/// A softmax layer: fills probabilities, turns `gradient` into that of `in` (adds to it).
void Network::learn_classes(const Matrix& in, Parameter& weights, Parameter& bias, float weight,
                            std::span<const std::uint16_t> gold, Matrix& probabilities,
                            Matrix& gradient, double& loss) {
  multiply(view(in), view(weights.value), probabilities, false);
  add_bias(probabilities, bias.value);
  gradient.reshape(probabilities.rows, probabilities.cols);
  const float by = weight / static_cast<float>(in.rows);
  for (std::size_t r = 0; r < in.rows; ++r) {
    loss += softmax(probabilities.row(r), probabilities.cols, gold[r]);
    for (std::size_t c = 0; c < probabilities.cols; ++c)
      gradient.row(r)[c] = by * (probabilities.row(r)[c] - (c == gold[r] ? 1.0F : 0.0F));
  }
}

Losses Network::learn(std::vector<const Example*> batch) {
  std::stable_sort(batch.begin(), batch.end(),
                   [](const Example* a, const Example* b) { return a->size() > b->size(); });
  std::vector<std::uint32_t> lengths;
  for (const Example* example : batch)
    lengths.push_back(static_cast<std::uint32_t>(example->size()));
  const BatchLayout layout(lengths);
  const std::size_t rows = layout.offsets.back();
  const std::size_t width = 2 * options_.cells;
  Losses losses;
  losses.words = rows;
  std::vector<std::uint16_t> tags(rows), feats(rows);
  for (std::size_t s = 0; s < batch.size(); ++s) {
    for (std::size_t w = 0; w < batch[s]->size(); ++w) {
      tags[layout.row(s, w)] = (*batch[s])[w].tag;
      feats[layout.row(s, w)] = (*batch[s])[w].feats;
    }
  }

  // Forward: words -> first layer -> tags -> upper layers.
  embed(batch, layout);
  drop_by_sentence(in_, in_mask_, layout);
  first_.draw_masks(layout, options_.recurrent_dropout, random_);
  first_.forward(in_, layout);
  Matrix low = first_.out;
  Matrix low_mask;
  drop_by_sentence(low, low_mask, layout);
  Matrix tag_probabilities, tag_gradient, mix;
  double low_tag_loss = 0;  // not reported: the tags are chosen on the top
  learn_classes(low, tag_weights_, tag_bias_, tag_weight, tags, tag_probabilities, tag_gradient,
                low_tag_loss);
  multiply(view(tag_probabilities), view(tag_mix_.value), mix, false);
  std::vector<Matrix> ins(upper_.size());
  std::vector<Matrix> masks(upper_.size());
  Matrix joined(rows, width + options_.tag_size);
  for (std::size_t r = 0; r < rows; ++r) {
    std::copy_n(low.row(r), width, joined.row(r));
    std::copy_n(mix.row(r), options_.tag_size, joined.row(r) + width);
  }
  Matrix top = std::move(joined);
  for (std::size_t layer = 0; layer < upper_.size(); ++layer) {
    ins[layer] = std::move(top);
    upper_[layer].draw_masks(layout, options_.recurrent_dropout, random_);
    upper_[layer].forward(ins[layer], layout);
    top = upper_[layer].out;
    drop_by_sentence(top, masks[layer], layout);
  }

  // Losses on the top, then back down.
  Matrix feats_probabilities, feats_gradient, top_gradient;
  Matrix top_tag_probabilities, top_tag_gradient;
  learn_classes(top, top_tag_weights_, top_tag_bias_, tag_weight, tags, top_tag_probabilities,
                top_tag_gradient, losses.tag);
  learn_classes(top, feats_weights_, feats_bias_, feats_weight, feats, feats_probabilities,
                feats_gradient, losses.feats);
  multiply(view(top), view(heads_.value), views_, false);
  add_bias(views_, heads_bias_.value);
  learn_trees(batch, layout, losses);
  multiply(view(views_gradient_), transposed(view(heads_.value)), top_gradient, false);
  multiply(transposed(view(top)), view(views_gradient_), heads_.gradient, true);
  add_columns(views_gradient_, heads_bias_.gradient);
  multiply(view(feats_gradient), transposed(view(feats_weights_.value)), top_gradient, true);
  multiply(transposed(view(top)), view(feats_gradient), feats_weights_.gradient, true);
  add_columns(feats_gradient, feats_bias_.gradient);
  multiply(view(top_tag_gradient), transposed(view(top_tag_weights_.value)), top_gradient, true);
  multiply(transposed(view(top)), view(top_tag_gradient), top_tag_weights_.gradient, true);
  add_columns(top_tag_gradient, top_tag_bias_.gradient);
  for (std::size_t layer = upper_.size(); layer-- > 0;) {
    times(top_gradient, masks[layer]);
    Matrix below;
    upper_[layer].backward(ins[layer], layout, top_gradient, below);
    top_gradient = std::move(below);
  }
  Matrix low_gradient(rows, width);
  Matrix mix_gradient(rows, options_.tag_size);
  for (std::size_t r = 0; r < rows; ++r) {
    std::copy_n(top_gradient.row(r), width, low_gradient.row(r));
    std::copy_n(top_gradient.row(r) + width, options_.tag_size, mix_gradient.row(r));
  }
  multiply(transposed(view(tag_probabilities)), view(mix_gradient), tag_mix_.gradient, true);
  Matrix through;
  multiply(view(mix_gradient), transposed(view(tag_mix_.value)), through, false);
  for (std::size_t r = 0; r < rows; ++r) {
    float mean = 0;
    const float* const p = tag_probabilities.row(r);
    for (std::size_t c = 0; c < through.cols; ++c) mean += p[c] * through.row(r)[c];
    for (std::size_t c = 0; c < through.cols; ++c)
      tag_gradient.row(r)[c] += p[c] * (through.row(r)[c] - mean);
  }
  multiply(view(tag_gradient), transposed(view(tag_weights_.value)), low_gradient, true);
  multiply(transposed(view(low)), view(tag_gradient), tag_weights_.gradient, true);
  add_columns(tag_gradient, tag_bias_.gradient);
  times(low_gradient, low_mask);
  Matrix in_gradient;
  first_.backward(in_, layout, low_gradient, in_gradient);
  times(in_gradient, in_mask_);
  embed_backward(in_gradient);
  return losses;
}

void Network::learn_trees(std::span<const Example* const> batch, const BatchLayout& layout,
                          Losses& losses) {
  const std::size_t arcs = options_.arc_size;
  const std::size_t labels = options_.label_size;
  // Only the views for arcs are bent and dropped; those for labels are added up first.
  Matrix slope(views_.rows, 2 * arcs);
  for (std::size_t r = 0; r < views_.rows; ++r) {
    float* const v = views_.row(r);
    for (std::size_t c = 0; c < 2 * arcs; ++c) {
      slope.row(r)[c] = v[c] > 0 ? 1.0F : leak;
      v[c] *= slope.row(r)[c];
    }
  }
  Matrix mask;
  drop(slope, mask);  // slope and mask in one
  for (std::size_t r = 0; r < views_.rows; ++r)
    for (std::size_t c = 0; c < 2 * arcs; ++c) views_.row(r)[c] *= mask.row(r)[c];
  views_gradient_.reshape(views_.rows, views_.cols);
  hidden_.reshape(views_.rows, labels);
  label_gold_.resize(views_.rows);
  for (std::size_t s = 0; s < batch.size(); ++s) learn_tree(*batch[s], layout, s, losses);

  // Labels of the gold arcs, all sentences at once.
  for (std::size_t i = 0; i < hidden_.data.size(); ++i)
    hidden_.data[i] = std::max(hidden_.data[i], 0.0F);
  Matrix bent = hidden_;
  drop(hidden_, hidden_mask_);
  Matrix probabilities, gradient;
  learn_classes(hidden_, label_weights_, label_bias_, 1.0F, label_gold_, probabilities, gradient,
                losses.label);
  multiply(transposed(view(hidden_)), view(gradient), label_weights_.gradient, true);
  add_columns(gradient, label_bias_.gradient);
  multiply(view(gradient), transposed(view(label_weights_.value)), hidden_gradient_, false);
  times(hidden_gradient_, hidden_mask_);
  for (std::size_t s = 0; s < batch.size(); ++s) {
    for (std::size_t w = 0; w < batch[s]->size(); ++w) {
      const std::size_t r = layout.row(s, w);
      const std::int32_t head = (*batch[s])[w].head;
      float* const own = views_gradient_.row(r) + 2 * arcs;
      float* const over = head < 0
                              ? root_.gradient.data.data() + arcs
                              : views_gradient_.row(layout.row(s, static_cast<std::size_t>(head))) +
                                    2 * arcs + labels;
      for (std::size_t c = 0; c < labels; ++c) {
        const float g = bent.row(r)[c] > 0 ? hidden_gradient_.row(r)[c] : 0.0F;
        own[c] += g;
        over[c] += g;
      }
    }
  }
  for (std::size_t r = 0; r < views_.rows; ++r)
    for (std::size_t c = 0; c < 2 * arcs; ++c) views_gradient_.row(r)[c] *= slope.row(r)[c];
}

/// Arcs of one sentence: the scores of all heads for all words, their loss and gradients; and the
/// sums that the labels are read from.
void Network::learn_tree(const Example& example, const BatchLayout& layout, std::size_t index,
                         Losses& losses) {
  const std::size_t n = example.size();
  const std::size_t arcs = options_.arc_size;
  const std::size_t labels = options_.label_size;
  Matrix below(n, arcs), above(n + 1, arcs);  // row 0 of `above` is the root
  std::copy_n(root_.value.data.data(), arcs, above.row(0));
  for (std::size_t w = 0; w < n; ++w) {
    const float* const v = views_.row(layout.row(index, w));
    std::copy_n(v, arcs, below.row(w));
    std::copy_n(v + arcs, arcs, above.row(w + 1));
  }
  Matrix bent, scores;
  multiply(view(below), view(arc_.value), bent, false);
  for (std::size_t w = 0; w < n; ++w)
    for (std::size_t c = 0; c < arcs; ++c) bent.row(w)[c] += arc_bias_.value.data[c];
  multiply(view(bent), transposed(view(above)), scores, false);
  const float by = 1 / static_cast<float>(layout.offsets.back());
  for (std::size_t w = 0; w < n; ++w) {
    scores.row(w)[w + 1] = -1e9F;  // no word is its own head
    const auto gold = static_cast<std::size_t>(example[w].head + 1);
    losses.arc += softmax(scores.row(w), n + 1, gold);
    scores.row(w)[gold] -= 1;
    for (std::size_t h = 0; h <= n; ++h) scores.row(w)[h] *= by;
  }
  Matrix bent_gradient, above_gradient, below_gradient;
  multiply(view(scores), view(above), bent_gradient, false);
  multiply(transposed(view(scores)), view(bent), above_gradient, false);
  multiply(view(bent_gradient), transposed(view(arc_.value)), below_gradient, false);
  multiply(transposed(view(below)), view(bent_gradient), arc_.gradient, true);
  add_columns(bent_gradient, arc_bias_.gradient);
  for (std::size_t c = 0; c < arcs; ++c) root_.gradient.data[c] += above_gradient.row(0)[c];
  for (std::size_t w = 0; w < n; ++w) {
    const std::size_t r = layout.row(index, w);
    float* const g = views_gradient_.row(r);
    std::copy_n(below_gradient.row(w), arcs, g);
    std::copy_n(above_gradient.row(w + 1), arcs, g + arcs);
    const std::int32_t head = example[w].head;
    const float* const own = views_.row(r) + 2 * arcs;
    const float* const over =
        head < 0
            ? root_.value.data.data() + arcs
            : views_.row(layout.row(index, static_cast<std::size_t>(head))) + 2 * arcs + labels;
    for (std::size_t c = 0; c < labels; ++c) hidden_.row(r)[c] = own[c] + over[c];
    label_gold_[r] = example[w].label;
  }
}

}  // namespace annals::train
