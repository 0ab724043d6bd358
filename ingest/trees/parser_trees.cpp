// What the network says of heads and labels, made into trees.

#include <algorithm>
#include <cmath>
#include <limits>

#include "ingest/trees/parser_work.h"

namespace annals {
namespace {

constexpr float never = -1e9F;

/// The subjects of the first word that has two; none when every word has one at most.
std::vector<std::size_t> crowded_subjects(const Sentence& sentence) {
  std::vector<std::size_t> found;
  const auto& tokens = sentence.tokens;
  for (std::size_t i = 0; i < tokens.size() && found.size() < 2; ++i) {
    if (!is_subject_label(tokens[i].deprel)) continue;
    found.assign(1, i);
    for (std::size_t j = i + 1; j < tokens.size(); ++j)
      if (tokens[j].head == tokens[i].head && is_subject_label(tokens[j].deprel))
        found.push_back(j);
  }
  if (found.size() < 2) found.clear();
  return found;
}

}  // namespace

/// Arcs that a tree may not have, and words that may be no subject of their head.
struct Parser::Barred {
  struct Arc {
    std::size_t word;
    std::int32_t head;
  };
  std::vector<Arc> arcs;
  std::vector<Arc> subjects;
};

void Parser::choose_arcs(Sentence& sentence, std::size_t index, Work& work) const {
  const std::size_t n = sentence.tokens.size();
  for (std::size_t w = 0; w < n; ++w) {
    float* const view = work.views.row(work.row(index, w));
    for (std::size_t c = 0; c < 2 * arc_size_; ++c)
      view[c] = view[c] > 0 ? view[c] : view[c] * 0.1F;
  }
  score_arcs(index, n, work);
  const auto heads = best_tree(work.arc_scores, n, work.decoder);
  double certainty = 0;
  for (std::size_t w = 0; w < n; ++w) {
    float* const scores = work.arc_scores.data() + w * (n + 1);
    sentence.tokens[w].head = heads[w];
    work.kernels->softmax(scores, n + 1);
    certainty += static_cast<double>(scores[heads[w] + 1]);
  }
  sentence.confidence = static_cast<float>(certainty / static_cast<double>(n));
}

/// The scores of all arcs of a sentence, a row a word: from the root, from word 0, 1, ...
void Parser::score_arcs(std::size_t index, std::size_t count, Work& work) const {
  const Kernels& k = *work.kernels;
  work.arc_scores.resize(count * (count + 1));
  work.bent.resize(arc_.outputs);
  work.quantised.resize(arc_size_);
  for (std::size_t w = 0; w < count; ++w) {
    k.activate(work.views.row(work.row(index, w)), work.quantised.data(), arc_size_);
    k.dense(arc_, work.quantised.data(), arc_size_, 1, work.bent.data(), arc_.outputs, false);
    float* const scores = work.arc_scores.data() + w * (count + 1);
    scores[0] = k.dot(work.bent.data(), root_.data(), arc_size_);
    for (std::size_t h = 0; h < count; ++h)
      scores[h + 1] =
          k.dot(work.bent.data(), work.views.row(work.row(index, h)) + arc_size_, arc_size_);
    scores[w + 1] = never;
  }
}

/// What the labels of an arc are scored from.
void Parser::join_for_label(std::size_t index, std::size_t word, std::int32_t head, Work& work,
                            std::int16_t* joined) const {
  const float* const own = work.views.row(work.row(index, word)) + 2 * arc_size_;
  const float* const over = head < 0
                                ? root_.data() + arc_size_
                                : work.views.row(work.row(index, static_cast<std::size_t>(head))) +
                                      2 * arc_size_ + label_size_;
  work.joined.resize(label_size_);
  for (std::size_t c = 0; c < label_size_; ++c) {
    const float x = own[c] + over[c];
    work.joined[c] = x > 0 ? x : 0.0F;
  }
  work.kernels->activate(work.joined.data(), joined, label_size_);
}

void Parser::choose_labels(std::span<Sentence* const> sentences, Work& work) const {
  work.hidden.reshape(work.count, label_size_);
  for (std::size_t s = 0; s < sentences.size(); ++s)
    for (std::size_t w = 0; w < sentences[s]->tokens.size(); ++w)
      join_for_label(s, w, sentences[s]->tokens[w].head, work, work.hidden.row(work.row(s, w)));
  work.scores.reshape(work.count, label_.outputs);
  work.kernels->dense(label_, work.hidden.row(0), work.hidden.width, work.count, work.scores.row(0),
                      label_.outputs, false);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t w = 0; w < sentences[s]->tokens.size(); ++w) {
      Token& token = sentences[s]->tokens[w];
      float* const scores = work.scores.row(work.row(s, w));
      scores[root_label_] = token.head < 0 ? 1e9F : never;
      token.deprel = labels_[static_cast<std::size_t>(
          std::max_element(scores, scores + labels_.size()) - scores)];
    }
  }
}

/// The best tree, and its best labels, without what is barred. The arcs' scores are in `work`, as
/// logarithms of shares.
Parser::LabelledTree Parser::best_labelled(std::size_t index, std::size_t count,
                                           const Barred& barred, Work& work) const {
  std::vector<float> kept;
  for (const Barred::Arc& arc : barred.arcs) {
    float& score = work.arc_scores[arc.word * (count + 1) + static_cast<std::size_t>(arc.head + 1)];
    kept.push_back(score);
    score = never;
  }
  LabelledTree tree;
  const auto heads = best_tree(work.arc_scores, count, work.decoder);
  tree.heads.assign(heads.begin(), heads.end());
  for (std::size_t i = kept.size(); i-- > 0;) {
    const Barred::Arc& arc = barred.arcs[i];
    work.arc_scores[arc.word * (count + 1) + static_cast<std::size_t>(arc.head + 1)] = kept[i];
  }
  work.own_hidden.reshape(count, label_size_);
  work.own_scores.reshape(count, label_.outputs);
  for (std::size_t w = 0; w < count; ++w)
    join_for_label(index, w, tree.heads[w], work, work.own_hidden.row(w));
  work.kernels->dense(label_, work.own_hidden.row(0), work.own_hidden.width, count,
                      work.own_scores.row(0), label_.outputs, false);
  for (std::size_t w = 0; w < count; ++w) {
    float* const scores = work.own_scores.row(w);
    scores[root_label_] = tree.heads[w] < 0 ? 1e9F : never;
    work.kernels->softmax(scores, labels_.size());
    for (const Barred::Arc& arc : barred.subjects) {
      if (arc.word != w || arc.head != tree.heads[w]) continue;
      for (std::size_t l = 0; l < labels_.size(); ++l)
        if (subject_label_[l]) scores[l] = 0;
    }
    const auto best =
        static_cast<std::size_t>(std::max_element(scores, scores + labels_.size()) - scores);
    tree.labels.push_back(best);
    tree.score += std::log(std::max(scores[best], 1e-30F));
    tree.score += work.arc_scores[w * (count + 1) + static_cast<std::size_t>(tree.heads[w] + 1)];
  }
  return tree;
}

/// A verb has one subject at most. Arcs and labels are chosen each for itself, which gives some
/// verbs two; of these one keeps it, and the other gets what makes the likeliest tree: another
/// head, or another label.
void Parser::keep_one_subject(Sentence& sentence, std::size_t index, Work& work) const {
  std::vector<std::size_t> crowd = crowded_subjects(sentence);
  if (crowd.empty()) return;
  const std::size_t n = sentence.tokens.size();
  score_arcs(index, n, work);
  for (std::size_t w = 0; w < n; ++w) {
    float* const scores = work.arc_scores.data() + w * (n + 1);
    work.kernels->softmax(scores, n + 1);
    for (std::size_t h = 0; h <= n; ++h) scores[h] = std::log(std::max(scores[h], 1e-30F));
  }
  constexpr int most_rounds = 6;
  Barred barred;
  for (int round = 0; round < most_rounds && !crowd.empty(); ++round) {
    LabelledTree best;
    best.score = -std::numeric_limits<double>::infinity();
    Barred chosen;
    for (const std::size_t word : crowd) {
      for (const bool by_head : {true, false}) {
        Barred tried = barred;
        (by_head ? tried.arcs : tried.subjects).push_back({word, sentence.tokens[word].head});
        LabelledTree tree = best_labelled(index, n, tried, work);
        if (tree.score <= best.score) continue;
        best = std::move(tree);
        chosen = std::move(tried);
      }
    }
    barred = std::move(chosen);
    for (std::size_t w = 0; w < n; ++w) {
      sentence.tokens[w].head = best.heads[w];
      sentence.tokens[w].deprel = labels_[best.labels[w]];
    }
    crowd = crowded_subjects(sentence);
  }
}

}  // namespace annals
