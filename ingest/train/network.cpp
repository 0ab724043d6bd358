#include "ingest/train/network.h"

#include <algorithm>
#include <cmath>

#include "ingest/train/operations.h"

namespace annals::train {
namespace {

constexpr float tag_weight = 0.6F;
constexpr float feats_weight = 0.3F;

float glorot(std::size_t in, std::size_t out) {
  return std::sqrt(6.0F / static_cast<float>(in + out));
}

BatchLayout layout_of(std::span<const Example* const> batch) {
  std::vector<std::uint32_t> lengths;
  for (const Example* example : batch)
    lengths.push_back(static_cast<std::uint32_t>(example->size()));
  return BatchLayout(std::move(lengths));
}

}  // namespace

/// What one batch leaves behind on its way up, for the way down.
struct Network::Pass {
  Pass(BatchLayout layout_, bool learning_) : layout(std::move(layout_)), learning(learning_) {}

  BatchLayout layout;
  bool learning;  ///< with dropout
  Matrix low, low_mask;
  Matrix tags;  ///< probabilities from the first layer
  std::vector<Matrix> ins, masks;
  Matrix top;
};

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
  mask.resize(values.rows, values.cols);
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
void Network::drop_by_sentence(Matrix& values, Matrix& mask, const Pass& pass) {
  if (!pass.learning) return;
  const BatchLayout& layout = pass.layout;
  if (!options_.sentence_masks) return drop(values, mask);
  Matrix ones(layout.lengths.size(), values.cols);
  Matrix patterns;
  std::fill(ones.data.begin(), ones.data.end(), 1.0F);
  drop(ones, patterns);
  mask.resize(values.rows, values.cols);
  for (std::size_t s = 0; s < layout.lengths.size(); ++s)
    for (std::size_t w = 0; w < layout.lengths[s]; ++w)
      std::copy_n(patterns.row(s), values.cols, mask.row(layout.row(s, w)));
  times(values, mask);
}

void Network::embed(std::span<const Example* const> batch, const Pass& pass) {
  const BatchLayout& layout = pass.layout;
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
      const bool hidden = pass.learning && random_.uniform() < hide;
      inputs_[r] = {hidden ? 0 : word.word, &word.pieces};
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

/// Adds up the gradients of a softmax layer and that of its input.
void Network::learn_classes(const Matrix& in, Parameter& weights, Parameter& bias,
                            const Matrix& gradient, Matrix& in_gradient) {
  multiply(view(gradient), transposed(view(weights.value)), in_gradient, in_gradient.rows > 0);
  multiply(transposed(view(in)), view(gradient), weights.gradient, true);
  add_columns(gradient, bias.gradient);
}

Network::Target Network::target_of(std::size_t gold, float trust, const SoftWord::Guesses* soft,
                                   std::size_t bound) {
  Target target;
  float all = 0;
  for (const SoftWord::Guess& guess : soft ? *soft : SoftWord::Guesses{})
    if (guess.which < bound) all += guess.share;
  const float given = all > 0 ? trust : 1;
  if (given > 0) {
    target.which[0] = static_cast<std::uint16_t>(gold);
    target.share[0] = given;
    target.count = 1;
  }
  for (std::size_t i = 0; all > 0 && given < 1 && i < SoftWord::most; ++i) {
    if ((*soft)[i].share == 0 || (*soft)[i].which >= bound) continue;
    target.which[target.count] = (*soft)[i].which;
    target.share[target.count++] = (1 - given) * static_cast<float>((*soft)[i].share) / all;
  }
  return target;
}

/// Takes the shares of a target off its probabilities, which makes them a gradient. Gives the loss.
double Network::take_off(float* probabilities, const Target& target) {
  double loss = 0;
  for (std::size_t i = 0; i < target.count; ++i)
    loss -= static_cast<double>(target.share[i]) *
            std::log(std::max(probabilities[target.which[i]], 1e-12F));
  for (std::size_t i = 0; i < target.count; ++i) probabilities[target.which[i]] -= target.share[i];
  return loss;
}

/// From the words to the top: the tags of the first layer are read by the second.
void Network::rise(std::span<const Example* const> batch, Pass& pass) {
  const std::size_t rows = pass.layout.offsets.back();
  const std::size_t width = 2 * options_.cells;
  const float fed_dropout = pass.learning ? options_.recurrent_dropout : 0;
  embed(batch, pass);
  drop_by_sentence(in_, in_mask_, pass);
  first_.draw_masks(pass.layout, fed_dropout, random_);
  first_.forward(in_, pass.layout);
  pass.low = first_.out;
  drop_by_sentence(pass.low, pass.low_mask, pass);
  classify(pass.low, tag_weights_, tag_bias_, pass.tags);
  Matrix mix;
  multiply(view(pass.tags), view(tag_mix_.value), mix, false);
  pass.ins.resize(upper_.size());
  pass.masks.resize(upper_.size());
  pass.top.reshape(rows, width + options_.tag_size);
  for (std::size_t r = 0; r < rows; ++r) {
    std::copy_n(pass.low.row(r), width, pass.top.row(r));
    std::copy_n(mix.row(r), options_.tag_size, pass.top.row(r) + width);
  }
  for (std::size_t layer = 0; layer < upper_.size(); ++layer) {
    pass.ins[layer] = std::move(pass.top);
    upper_[layer].draw_masks(pass.layout, fed_dropout, random_);
    upper_[layer].forward(pass.ins[layer], pass.layout);
    pass.top = upper_[layer].out;
    drop_by_sentence(pass.top, pass.masks[layer], pass);
  }
}

/// From the gradients of the top, and of the first layer's tags, to those of the words.
void Network::descend(Pass& pass, Matrix& top_gradient, Matrix& tag_gradient) {
  const std::size_t rows = pass.layout.offsets.back();
  const std::size_t width = 2 * options_.cells;
  for (std::size_t layer = upper_.size(); layer-- > 0;) {
    times(top_gradient, pass.masks[layer]);
    Matrix below;
    upper_[layer].backward(pass.ins[layer], pass.layout, top_gradient, below);
    top_gradient = std::move(below);
  }
  Matrix low_gradient(rows, width);
  Matrix mix_gradient(rows, options_.tag_size);
  for (std::size_t r = 0; r < rows; ++r) {
    std::copy_n(top_gradient.row(r), width, low_gradient.row(r));
    std::copy_n(top_gradient.row(r) + width, options_.tag_size, mix_gradient.row(r));
  }
  multiply(transposed(view(pass.tags)), view(mix_gradient), tag_mix_.gradient, true);
  Matrix through;
  multiply(view(mix_gradient), transposed(view(tag_mix_.value)), through, false);
  for (std::size_t r = 0; r < rows; ++r) {
    float mean = 0;
    const float* const p = pass.tags.row(r);
    for (std::size_t c = 0; c < through.cols; ++c) mean += p[c] * through.row(r)[c];
    for (std::size_t c = 0; c < through.cols; ++c)
      tag_gradient.row(r)[c] += p[c] * (through.row(r)[c] - mean);
  }
  learn_classes(pass.low, tag_weights_, tag_bias_, tag_gradient, low_gradient);
  times(low_gradient, pass.low_mask);
  Matrix in_gradient;
  first_.backward(in_, pass.layout, low_gradient, in_gradient);
  times(in_gradient, in_mask_);
  embed_backward(in_gradient);
}

Losses Network::learn(std::vector<const Example*> batch) {
  std::stable_sort(batch.begin(), batch.end(),
                   [](const Example* a, const Example* b) { return a->size() > b->size(); });
  Pass pass(layout_of(batch), true);
  const BatchLayout& layout = pass.layout;
  const std::size_t rows = layout.offsets.back();
  Losses losses;
  losses.words = rows;
  rise(batch, pass);

  // Probabilities become gradients; the tags are learnt twice, low and on the top.
  Matrix tags, feats;
  Matrix low_tags = pass.tags;
  classify(pass.top, top_tag_weights_, top_tag_bias_, tags);
  classify(pass.top, feats_weights_, feats_bias_, feats);
  for (std::size_t s = 0; s < batch.size(); ++s) {
    for (std::size_t w = 0; w < batch[s]->size(); ++w) {
      const ExampleWord& word = (*batch[s])[w];
      const std::size_t r = layout.row(s, w);
      const Target tag =
          target_of(word.tag, word.trust, word.soft ? &word.soft->tags : nullptr, options_.tags);
      take_off(low_tags.row(r), tag);
      losses.tag += take_off(tags.row(r), tag);
      losses.feats += take_off(
          feats.row(r), target_of(word.feats, word.trust, word.soft ? &word.soft->feats : nullptr,
                                  options_.feats));
    }
  }
  const auto words = static_cast<float>(rows);
  scale(low_tags, tag_weight / words);
  scale(tags, tag_weight / words);
  scale(feats, feats_weight / words);

  Matrix top_gradient;
  view_top(pass.top);
  learn_trees(batch, layout, losses);
  multiply(view(views_gradient_), transposed(view(heads_.value)), top_gradient, false);
  multiply(transposed(view(pass.top)), view(views_gradient_), heads_.gradient, true);
  add_columns(views_gradient_, heads_bias_.gradient);
  learn_classes(pass.top, feats_weights_, feats_bias_, feats, top_gradient);
  learn_classes(pass.top, top_tag_weights_, top_tag_bias_, tags, top_gradient);
  descend(pass, top_gradient, low_tags);
  return losses;
}

void Network::answer(std::span<const Example* const> batch, float weight, Answers& sum) {
  Pass pass(sum.layout, false);
  rise(batch, pass);
  Matrix tags, feats;
  classify(pass.top, top_tag_weights_, top_tag_bias_, tags);
  classify(pass.top, feats_weights_, feats_bias_, feats);
  add_times(sum.tags, tags, weight);
  add_times(sum.feats, feats, weight);
  view_top(pass.top);
  answer_trees(batch, weight, sum);
}

}  // namespace annals::train
