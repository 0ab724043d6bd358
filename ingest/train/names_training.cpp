#include "ingest/train/names_training.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <ostream>
#include <span>
#include <unordered_map>

#include "ingest/train/names_chain.h"
#include "ingest/trees/names_features.h"
#include "ingest/trees/names_tagger.h"

namespace annals::train {
namespace {

std::vector<std::uint8_t> gold_tags(const Sentence& sentence) {
  std::vector<std::uint8_t> tags(sentence.tokens.size());
  for (const NameSpan& name : sentence.names) {
    if (name.kind == NameKind::nationality) continue;
    const std::uint8_t begin = name.kind == NameKind::person         ? 1
                               : name.kind == NameKind::organization ? 3
                                                                     : 5;
    for (std::int32_t i = name.first; i < name.last; ++i)
      tags[static_cast<std::size_t>(i)] =
          i == name.first ? begin : static_cast<std::uint8_t>(begin + 1);
  }
  return tags;
}

/// Weights with their running sums, for the average of all steps, and the sums of their squared
/// changes, which make later steps smaller (Duchi, Hazan and Singer 2011).
struct Weights {
  NameScores now{};
  NameScores squares{};
  std::array<double, name_tags> sum{};
};

struct Feature {
  std::uint64_t key = 0;
  std::size_t convention = 0;  ///< from 1; 0: shared by all
};

/// A sentence: for each word `name_features` features that all treebanks share, and the same again
/// as its own treebank's convention sees them.
struct Item {
  std::vector<std::uint32_t> features;
  std::vector<std::uint8_t> tags;
  std::vector<bool> candidates;
};

constexpr std::size_t features_of_word = 2 * name_features;
/// How much the weights of a sentence's own convention count beside the shared ones.
constexpr float own_share = 0.5F;
/// How much the weights of a convention, from 0, count in the model: those of the first, which most
/// names follow, as much as in training, the others a little.
constexpr float model_share(std::size_t convention) { return convention == 0 ? own_share : 0.15F; }

class Learner {
 public:
  void begin_article(std::span<const Sentence> sentences, const HashTable& gazetteer) {
    reader_.begin_article(sentences, gazetteer);
  }

  void add(const Sentence& parsed, const Sentence& gold, std::size_t convention,
           const HashTable& gazetteer) {
    reader_.read(parsed, gazetteer);
    Item item{.features = {}, .tags = gold_tags(gold), .candidates = {}};
    bool any = false;
    for (std::size_t i = 0; i < parsed.tokens.size(); ++i) {
      item.candidates.push_back(reader_.candidate(i));
      any = any || reader_.candidate(i);
      const auto features = reader_.of(i);
      for (const std::uint64_t f : features) item.features.push_back(number_of(f, 0));
      for (const std::uint64_t f : features) item.features.push_back(number_of(f, convention + 1));
    }
    // A name that the tagger may not see, such as one in small letters, must not teach it anything.
    for (const NameSpan& name : gold.names) {
      const auto first = static_cast<std::size_t>(name.first);
      const auto last = static_cast<std::size_t>(name.last);
      bool seen = true;
      for (std::size_t i = first; i < last; ++i) seen = seen && item.candidates[i];
      if (!seen)
        std::fill(item.tags.begin() + name.first, item.tags.begin() + name.last, std::uint8_t{0});
    }
    if (any) items_.push_back(std::move(item));
  }

  void learn(const NamesTraining& options, std::ostream& log) {
    weights_.resize(features_.size());
    Random random(options.seed);
    for (const std::size_t f : name_features_of_form) of_form_[f] = true;
    std::vector<std::size_t> order(items_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
      random.shuffle(order);
      double loss = 0;
      for (const std::size_t i : order) {
        hidden_.resize(items_[i].tags.size());
        for (std::size_t w = 0; w < hidden_.size(); ++w)
          hidden_[w] = random.uniform() < options.hidden;
        loss += step(items_[i], options.rate);
      }
      log << "names, epoch " << epoch + 1 << ": loss " << loss << " of " << order.size()
          << " sentences, " << features_.size() << " features" << std::endl;
    }
  }

  /// Keeps the `most` features of the largest weights.
  void write(ModelWriter& writer, std::size_t most) const {
    const std::vector<NameScores> weights = model_weights();
    std::vector<float> sizes;
    for (const NameScores& row : weights)
      sizes.push_back(std::abs(*std::max_element(
          row.begin(), row.end(), [](float a, float b) { return std::abs(a) < std::abs(b); })));
    std::vector<float> ordered = sizes;
    std::sort(ordered.begin(), ordered.end(), std::greater<>());
    const float scale = 127 / ordered.front();
    const float smallest = std::max(ordered.size() > most ? ordered[most] : 0.0F, 0.5F / scale);
    std::vector<std::pair<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>>> rows;
    for (std::size_t f = 0; f < weights.size(); ++f) {
      if (sizes[f] <= smallest) continue;
      std::uint64_t packed = 0;
      for (std::size_t t = 0; t < name_tags; ++t)
        packed |= static_cast<std::uint64_t>(
                      static_cast<std::uint8_t>(std::lround(weights[f][t] * scale)))
                  << (8 * t);
      rows.push_back(
          {features_[f].key,
           {static_cast<std::uint32_t>(packed), static_cast<std::uint32_t>(packed >> 32)}});
    }
    writer.add_table("names.weights", rows);
    std::vector<float> follow;
    for (const Weights& row : follow_)
      for (std::size_t t = 0; t < name_tags; ++t) follow.push_back(average(row, t) * scale);
    writer.add_floats("names.follow", follow);
  }

 private:
  [[nodiscard]] float average(const Weights& w, std::size_t t) const {
    return w.now[t] - static_cast<float>(w.sum[t] / static_cast<double>(steps_));
  }

  /// The number of a feature; `convention` 0 is shared by all.
  std::uint32_t number_of(std::uint64_t key, std::size_t convention) {
    const auto next = static_cast<std::uint32_t>(features_.size());
    const auto [at, fresh] = numbers_.emplace(key + convention * 0x9e3779b97f4a7c15ULL, next);
    if (fresh) features_.push_back({key, convention});
    return at->second;
  }

  /// By the number of a feature, nothing for those of one convention.
  [[nodiscard]] std::vector<NameScores> model_weights() const {
    std::vector<NameScores> weights(features_.size());
    for (std::size_t f = 0; f < features_.size(); ++f) {
      const bool shared = features_[f].convention == 0;
      NameScores& to = weights[shared ? f : numbers_.at(features_[f].key)];
      const float share = shared ? 1.0F : model_share(features_[f].convention - 1);
      for (std::size_t t = 0; t < name_tags; ++t) to[t] += average(weights_[f], t) * share;
    }
    return weights;
  }

  /// Calls `take(number, share)` with the features of a word that may be seen.
  void each_feature(const Item& item, std::size_t word, const auto& take) const {
    const std::uint32_t* const list = item.features.data() + word * features_of_word;
    for (std::size_t f = 0; f < name_features; ++f) {
      if (hidden_[word] && of_form_[f]) continue;
      take(list[f], 1.0F);
      take(list[name_features + f], own_share);
    }
  }

  void score(const Item& item) {
    const std::size_t n = item.tags.size();
    scores_.assign(n, {});
    for (std::size_t i = 0; i < n; ++i) {
      if (!item.candidates[i]) {
        for (std::size_t t = 1; t < name_tags; ++t) scores_[i][t] = -1e6F;
        continue;
      }
      each_feature(item, i, [&](std::uint32_t number, float share) {
        const NameScores& row = weights_[number].now;
        for (std::size_t t = 0; t < name_tags; ++t) scores_[i][t] += row[t] * share;
      });
    }
  }

  double step(const Item& item, float rate) {
    ++steps_;
    score(item);
    NameFollow follow;
    for (std::size_t b = 0; b <= name_tags; ++b) follow[b] = follow_[b].now;
    learn_chain(scores_, follow, item.tags, lesson_);
    for (std::size_t i = 0; i < item.tags.size(); ++i)
      if (item.candidates[i])
        each_feature(item, i, [&](std::uint32_t number, float share) {
          change(weights_[number], lesson_.words[i], share, rate);
        });
    for (std::size_t b = 0; b <= name_tags; ++b) change(follow_[b], lesson_.follow[b], 1, rate);
    return lesson_.loss;
  }

  /// The average is the weight less its changes times how late they came.
  void change(Weights& weights, const NameScores& lesson, float share, float rate) const {
    for (std::size_t t = 0; t < name_tags; ++t) {
      if (std::abs(lesson[t]) < 1e-5F) continue;
      const float by = lesson[t] * share;
      weights.squares[t] += by * by;
      const float less = rate * by / std::sqrt(weights.squares[t] + 0.1F);
      weights.now[t] -= less;
      weights.sum[t] -= static_cast<double>(less) * static_cast<double>(steps_ - 1);
    }
  }

  NameFeatures reader_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::vector<Feature> features_;  ///< by number
  std::vector<Item> items_;
  std::vector<Weights> weights_;
  std::array<Weights, name_tags + 1> follow_{};
  std::vector<NameScores> scores_;
  ChainLesson lesson_;
  std::vector<bool> hidden_;  ///< per word of a sentence
  std::array<bool, name_features> of_form_{};
  std::size_t steps_ = 0;
};

}  // namespace

void add_names(ModelWriter& writer, const std::vector<NamedTreebank>& treebanks,
               const NamesSources& sources, const NamesTraining& options, std::ostream& log) {
  std::vector<std::pair<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>>> rows;
  for (const auto& [key, hint] : read_hints(sources)) rows.push_back({key, {hint, 0}});
  const std::string bytes = ModelWriter::table_bytes(rows);
  std::vector<HashTable::Slot> slots(bytes.size() / sizeof(HashTable::Slot));
  std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(slots.data()));
  const HashTable gazetteer(std::as_bytes(std::span(slots)));
  log << rows.size() << " phrases in the gazetteer of names\n";
  Learner learner;
  for (const NamedTreebank& bank : treebanks) {
    const std::vector<Sentence>& sentences = bank.parsed->analysis.sentences;
    const std::vector<std::size_t>& documents = bank.parsed->documents;
    for (std::size_t d = 0; d < documents.size(); ++d) {
      const std::size_t end = d + 1 < documents.size() ? documents[d + 1] : sentences.size();
      learner.begin_article(std::span(sentences).subspan(documents[d], end - documents[d]),
                            gazetteer);
      for (std::size_t i = documents[d]; i < end; ++i)
        learner.add(sentences[i], bank.gold->analysis.sentences[i], bank.convention, gazetteer);
    }
  }
  learner.learn(options, log);
  writer.add("names.gazetteer", bytes);
  learner.write(writer, options.most);
}

}  // namespace annals::train
