#include <algorithm>
#include <cmath>

#include "ingest/train/network.h"
#include "ingest/train/operations.h"

// The part of the network that reads trees off its top: arcs and their labels.

namespace annals::train {
namespace {

constexpr float leak = 0.1F;

}  // namespace

void Network::view_top(const Matrix& top) {
  multiply(view(top), view(heads_.value), views_, false);
  add_bias(views_, heads_bias_.value);
}

/// Only the views for arcs are bent; those for labels are added up first.
void Network::bend_views(Matrix& slope) {
  slope.reshape(views_.rows, 2 * options_.arc_size);
  for (std::size_t r = 0; r < views_.rows; ++r) {
    float* const v = views_.row(r);
    for (std::size_t c = 0; c < slope.cols; ++c) {
      slope.row(r)[c] = v[c] > 0 ? 1.0F : leak;
      v[c] *= slope.row(r)[c];
    }
  }
}

/// `scores_`: the probabilities of all heads for all words of a sentence.
void Network::score_arcs(const Example& example, const BatchLayout& layout, std::size_t index) {
  const std::size_t n = example.size();
  const std::size_t arcs = options_.arc_size;
  below_.reshape(n, arcs);
  above_.reshape(n + 1, arcs);
  std::copy_n(root_.value.data.data(), arcs, above_.row(0));
  for (std::size_t w = 0; w < n; ++w) {
    const float* const v = views_.row(layout.row(index, w));
    std::copy_n(v, arcs, below_.row(w));
    std::copy_n(v + arcs, arcs, above_.row(w + 1));
  }
  multiply(view(below_), view(arc_.value), bent_, false);
  add_bias(bent_, arc_bias_.value);
  multiply(view(bent_), transposed(view(above_)), scores_, false);
  for (std::size_t w = 0; w < n; ++w) {
    scores_.row(w)[w + 1] = -1e9F;  // no word is its own head
    softmax(scores_.row(w), n + 1);
  }
}

/// `hidden_`: per word the sum of its own view and its head's.
void Network::join_labels(const Example& example, const BatchLayout& layout, std::size_t index) {
  const std::size_t arcs = options_.arc_size;
  const std::size_t labels = options_.label_size;
  for (std::size_t w = 0; w < example.size(); ++w) {
    const std::size_t r = layout.row(index, w);
    const std::int32_t head = example[w].head;
    const float* const own = views_.row(r) + 2 * arcs;
    const float* const over =
        head < 0
            ? root_.value.data.data() + arcs
            : views_.row(layout.row(index, static_cast<std::size_t>(head))) + 2 * arcs + labels;
    for (std::size_t c = 0; c < labels; ++c) hidden_.row(r)[c] = std::max(own[c] + over[c], 0.0F);
  }
}

void Network::learn_trees(std::span<const Example* const> batch, const BatchLayout& layout,
                          Losses& losses) {
  Matrix slope, mask;
  bend_views(slope);
  drop(slope, mask);  // slope and mask in one
  for (std::size_t r = 0; r < views_.rows; ++r)
    for (std::size_t c = 0; c < slope.cols; ++c) views_.row(r)[c] *= mask.row(r)[c];
  views_gradient_.reshape(views_.rows, views_.cols);
  hidden_.reshape(views_.rows, options_.label_size);
  for (std::size_t s = 0; s < batch.size(); ++s) {
    learn_tree(*batch[s], layout, s, losses);
    join_labels(*batch[s], layout, s);
  }
  learn_labels(batch, layout, losses);
  for (std::size_t r = 0; r < views_.rows; ++r)
    for (std::size_t c = 0; c < slope.cols; ++c) views_gradient_.row(r)[c] *= slope.row(r)[c];
}

/// Arcs of one sentence: their loss and gradients.
void Network::learn_tree(const Example& example, const BatchLayout& layout, std::size_t index,
                         Losses& losses) {
  const std::size_t n = example.size();
  const std::size_t arcs = options_.arc_size;
  score_arcs(example, layout, index);
  for (std::size_t w = 0; w < n; ++w) {
    const ExampleWord& word = example[w];
    losses.arc +=
        take_off(scores_.row(w), target_of(static_cast<std::size_t>(word.head + 1), word.trust,
                                           word.soft ? &word.soft->heads : nullptr, n + 1));
  }
  scale(scores_, 1 / static_cast<float>(layout.offsets.back()));
  Matrix bent_gradient, above_gradient, below_gradient;
  multiply(view(scores_), view(above_), bent_gradient, false);
  multiply(transposed(view(scores_)), view(bent_), above_gradient, false);
  multiply(view(bent_gradient), transposed(view(arc_.value)), below_gradient, false);
  multiply(transposed(view(below_)), view(bent_gradient), arc_.gradient, true);
  add_columns(bent_gradient, arc_bias_.gradient);
  for (std::size_t c = 0; c < arcs; ++c) root_.gradient.data[c] += above_gradient.row(0)[c];
  for (std::size_t w = 0; w < n; ++w) {
    float* const g = views_gradient_.row(layout.row(index, w));
    std::copy_n(below_gradient.row(w), arcs, g);
    std::copy_n(above_gradient.row(w + 1), arcs, g + arcs);
  }
}

/// Labels of the arcs to the examples' heads, all sentences at once.
void Network::learn_labels(std::span<const Example* const> batch, const BatchLayout& layout,
                           Losses& losses) {
  const std::size_t arcs = options_.arc_size;
  const std::size_t labels = options_.label_size;
  const Matrix bent = hidden_;
  Matrix mask, probabilities, hidden_gradient;
  drop(hidden_, mask);
  classify(hidden_, label_weights_, label_bias_, probabilities);
  for (std::size_t s = 0; s < batch.size(); ++s) {
    for (std::size_t w = 0; w < batch[s]->size(); ++w) {
      const ExampleWord& word = (*batch[s])[w];
      losses.label +=
          take_off(probabilities.row(layout.row(s, w)),
                   target_of(word.label, word.trust, word.soft ? &word.soft->labels : nullptr,
                             options_.labels));
    }
  }
  scale(probabilities, 1 / static_cast<float>(layout.offsets.back()));
  learn_classes(hidden_, label_weights_, label_bias_, probabilities, hidden_gradient);
  times(hidden_gradient, mask);
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
        const float g = bent.row(r)[c] > 0 ? hidden_gradient.row(r)[c] : 0.0F;
        own[c] += g;
        over[c] += g;
      }
    }
  }
}

void Network::answer_trees(std::span<const Example* const> batch, float weight, Answers& sum) {
  Matrix slope, labels;
  bend_views(slope);
  hidden_.reshape(views_.rows, options_.label_size);
  sum.heads.resize(batch.size());
  for (std::size_t s = 0; s < batch.size(); ++s) {
    score_arcs(*batch[s], sum.layout, s);
    add_times(sum.heads[s], scores_, weight);
    join_labels(*batch[s], sum.layout, s);
  }
  classify(hidden_, label_weights_, label_bias_, labels);
  add_times(sum.labels, labels, weight);
}

}  // namespace annals::train
