#include "ingest/train/names_training.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>
#include <span>
#include <unordered_map>

#include "ingest/names_features.h"
#include "ingest/names_tagger.h"

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

/// Weights with their running sums, for the average of all steps.
struct Weights {
  std::array<float, name_tags> now{};
  std::array<double, name_tags> sum{};
};

struct Item {
  std::vector<std::uint32_t> features;  ///< name_features a word
  std::vector<std::uint8_t> tags;
  std::vector<bool> candidates;
};

class Learner {
 public:
  void begin_article(std::span<const Sentence> sentences, const HashTable& gazetteer) {
    reader_.begin_article(sentences, gazetteer);
  }

  void add(const Sentence& parsed, const Sentence& gold, const HashTable& gazetteer) {
    reader_.read(parsed, gazetteer);
    Item item{.features = {}, .tags = gold_tags(gold), .candidates = {}};
    bool any = false;
    for (std::size_t i = 0; i < parsed.tokens.size(); ++i) {
      item.candidates.push_back(reader_.candidate(i));
      any = any || reader_.candidate(i);
      const auto features = reader_.of(i);
      for (const std::uint64_t f : features) {
        const auto [at, fresh] = numbers_.emplace(f, static_cast<std::uint32_t>(keys_.size()));
        if (fresh) keys_.push_back(f);
        item.features.push_back(at->second);
      }
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
    weights_.resize(keys_.size());
    Random random(options.seed);
    for (const std::size_t f : name_features_of_form) of_form_[f] = true;
    std::vector<std::size_t> order(items_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
      random.shuffle(order);
      std::size_t wrong = 0;
      for (const std::size_t i : order) {
        hidden_.resize(items_[i].tags.size());
        for (std::size_t w = 0; w < hidden_.size(); ++w)
          hidden_[w] = random.uniform() < options.hidden;
        wrong += step(items_[i]) ? 1 : 0;
      }
      log << "names, epoch " << epoch + 1 << ": " << wrong << " of " << order.size()
          << " sentences wrong, " << keys_.size() << " features" << std::endl;
    }
  }

  void write(ModelWriter& writer, float smallest) const {
    const auto average = [&](float now, double sum) {
      return now - static_cast<float>(sum / static_cast<double>(steps_));
    };
    float most = 0;
    for (const Weights& w : weights_)
      for (std::size_t t = 0; t < name_tags; ++t)
        most = std::max(most, std::abs(average(w.now[t], w.sum[t])));
    const float scale = 127 / most;
    std::vector<std::pair<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>>> rows;
    for (std::size_t f = 0; f < keys_.size(); ++f) {
      std::uint64_t packed = 0;
      float largest = 0;
      for (std::size_t t = 0; t < name_tags; ++t) {
        const float w = average(weights_[f].now[t], weights_[f].sum[t]);
        largest = std::max(largest, std::abs(w * scale));
        packed |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(std::lround(w * scale)))
                  << (8 * t);
      }
      if (largest < smallest) continue;
      rows.push_back(
          {keys_[f],
           {static_cast<std::uint32_t>(packed), static_cast<std::uint32_t>(packed >> 32)}});
    }
    writer.add_table("names.weights", rows);
    std::vector<float> follow;
    for (std::size_t b = 0; b <= name_tags; ++b)
      for (std::size_t t = 0; t < name_tags; ++t)
        follow.push_back(average(follow_[b][t], follow_sum_[b][t]) * scale);
    writer.add_floats("names.follow", follow);
  }

 private:
  bool step(const Item& item) {
    ++steps_;
    const std::size_t n = item.tags.size();
    scores_.assign(n, {});
    for (std::size_t i = 0; i < n; ++i) {
      if (!item.candidates[i]) {
        for (std::size_t t = 1; t < name_tags; ++t) scores_[i][t] = -1e6F;
        continue;
      }
      for (std::size_t f = 0; f < name_features; ++f) {
        if (hidden_[i] && of_form_[f]) continue;
        const auto& row = weights_[item.features[i * name_features + f]].now;
        for (std::size_t t = 0; t < name_tags; ++t) scores_[i][t] += row[t];
      }
    }
    best_name_tags(scores_, follow_, tags_);
    if (tags_ == item.tags) return false;
    std::size_t before_gold = name_tags;
    std::size_t before_found = name_tags;
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t gold = item.tags[i];
      const std::size_t found = tags_[i];
      if (gold != found)
        for (std::size_t f = 0; f < name_features; ++f) {
          if (hidden_[i] && of_form_[f]) continue;
          Weights& w = weights_[item.features[i * name_features + f]];
          change(w.now[gold], w.sum[gold], 1);
          change(w.now[found], w.sum[found], -1);
        }
      change(follow_[before_gold][gold], follow_sum_[before_gold][gold], 1);
      change(follow_[before_found][found], follow_sum_[before_found][found], -1);
      before_gold = gold;
      before_found = found;
    }
    return true;
  }

  /// The average is the weight less its changes times how late they came.
  void change(float& now, double& sum, float by) const {
    now += by;
    sum += by * static_cast<double>(steps_ - 1);
  }

  NameFeatures reader_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::vector<std::uint64_t> keys_;
  std::vector<Item> items_;
  std::vector<Weights> weights_;
  std::array<std::array<float, name_tags>, name_tags + 1> follow_{};
  std::array<std::array<double, name_tags>, name_tags + 1> follow_sum_{};
  std::vector<std::array<float, name_tags>> scores_;
  std::vector<std::uint8_t> tags_;
  std::vector<bool> hidden_;  ///< per word of a sentence
  std::array<bool, name_features> of_form_{};
  std::size_t steps_ = 0;
};

}  // namespace

void add_names(ModelWriter& writer, const std::vector<const Treebank*>& parsed,
               const std::vector<const Treebank*>& gold, const NamesSources& sources,
               const NamesTraining& options, std::ostream& log) {
  std::vector<std::pair<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>>> rows;
  for (const auto& [key, hint] : read_hints(sources)) rows.push_back({key, {hint, 0}});
  const std::string bytes = ModelWriter::table_bytes(rows);
  std::vector<HashTable::Slot> slots(bytes.size() / sizeof(HashTable::Slot));
  std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(slots.data()));
  const HashTable gazetteer(std::as_bytes(std::span(slots)));
  log << rows.size() << " phrases in the gazetteer of names\n";
  Learner learner;
  for (std::size_t bank = 0; bank < parsed.size(); ++bank) {
    const std::vector<Sentence>& sentences = parsed[bank]->analysis.sentences;
    const std::vector<std::size_t>& documents = parsed[bank]->documents;
    for (std::size_t d = 0; d < documents.size(); ++d) {
      const std::size_t end = d + 1 < documents.size() ? documents[d + 1] : sentences.size();
      learner.begin_article(std::span(sentences).subspan(documents[d], end - documents[d]),
                            gazetteer);
      for (std::size_t i = documents[d]; i < end; ++i)
        learner.add(sentences[i], gold[bank]->analysis.sentences[i], gazetteer);
    }
  }
  learner.learn(options, log);
  writer.add("names.gazetteer", bytes);
  learner.write(writer, options.smallest);
}

}  // namespace annals::train
