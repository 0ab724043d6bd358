#include "ingest/train/lessons.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ingest/text/characters.h"
#include "ingest/trees/parser_decoding.h"

namespace annals::train {
namespace {

constexpr std::size_t words_at_once = 1500;

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

/// Calls `take` with examples by falling length, their indices and what the teachers say of them.
void each_batch(std::span<const Teacher> teachers, const std::vector<Lesson>& lessons,
                const auto& take) {
  std::vector<std::size_t> order(lessons.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return lessons[a].sentence->tokens.size() > lessons[b].sentence->tokens.size();
  });
  for (std::size_t first = 0; first < order.size();) {
    std::vector<std::uint32_t> lengths;
    std::size_t words = 0;
    std::size_t end = first;
    for (; end < order.size() && words < words_at_once; words += lengths.back(), ++end)
      lengths.push_back(static_cast<std::uint32_t>(lessons[order[end]].sentence->tokens.size()));
    Answers answers{BatchLayout(lengths)};
    for (const Teacher& teacher : teachers) {
      std::vector<Example> examples;
      std::vector<const Example*> batch;
      for (std::size_t i = first; i < end; ++i)
        examples.push_back(example_of(lessons[order[i]], *teacher.vocabulary, nullptr));
      for (const Example& example : examples) batch.push_back(&example);
      teacher.network->answer(batch, 1 / static_cast<float>(teachers.size()), answers);
    }
    take(std::span(order).subspan(first, end - first), answers);
    first = end;
  }
}

SoftWord::Guesses likeliest(const float* probabilities, std::size_t count) {
  SoftWord::Guesses guesses;
  for (std::size_t c = 0; c < count; ++c) {
    const auto share = static_cast<std::uint16_t>(std::min(probabilities[c], 1.0F) * 65535.0F);
    for (std::size_t i = 0; i < SoftWord::most; ++i) {
      if (share <= guesses[i].share) continue;
      std::copy_backward(guesses.begin() + static_cast<std::ptrdiff_t>(i), guesses.end() - 1,
                         guesses.end());
      guesses[i] = {static_cast<std::uint16_t>(c), share};
      break;
    }
  }
  return guesses;
}

std::size_t best_of(const Matrix& rows, std::size_t r) {
  return static_cast<std::size_t>(std::max_element(rows.row(r), rows.row(r) + rows.cols) -
                                  rows.row(r));
}

void set_tag(Token& token, const std::string& tag) {
  const auto tab = tag.find('\t');
  const std::string_view upos = std::string_view(tag).substr(0, tab);
  for (int i = 0; i <= static_cast<int>(Upos::X); ++i)
    if (name_of(static_cast<Upos>(i)) == upos) token.upos = static_cast<Upos>(i);
  token.xpos = std::string_view(tag).substr(tab + 1);
}

}  // namespace

std::vector<Lesson> lessons_of(const std::vector<Treebank>& banks) {
  std::vector<Lesson> lessons;
  for (const Treebank& bank : banks)
    for (const Sentence& sentence : bank.analysis.sentences)
      lessons.push_back({.sentence = &sentence, .soft = {}, .trust = 1});
  return lessons;
}

Example example_of(const Lesson& lesson, const Vocabulary& vocabulary, Random* random) {
  const Sentence& sentence = *lesson.sentence;
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
    if (!lesson.soft.empty()) word.soft = &lesson.soft[i];
    word.trust = lesson.trust;
  }
  return example;
}

std::vector<Teacher> teachers_of(std::deque<Network>& networks, const Vocabulary& vocabulary) {
  std::vector<Teacher> teachers;
  for (Network& network : networks) teachers.push_back({&network, &vocabulary});
  return teachers;
}

void ask_teachers(std::span<const Teacher> teachers, std::vector<Lesson>& lessons) {
  each_batch(teachers, lessons, [&](std::span<const std::size_t> which, const Answers& answers) {
    for (std::size_t s = 0; s < which.size(); ++s) {
      std::vector<SoftWord>& soft = lessons[which[s]].soft;
      soft.resize(answers.layout.lengths[s]);
      for (std::size_t w = 0; w < soft.size(); ++w) {
        const std::size_t r = answers.layout.row(s, w);
        soft[w] = {.tags = likeliest(answers.tags.row(r), answers.tags.cols),
                   .feats = likeliest(answers.feats.row(r), answers.feats.cols),
                   .heads = likeliest(answers.heads[s].row(w), answers.heads[s].cols),
                   .labels = likeliest(answers.labels.row(r), answers.labels.cols)};
      }
    }
  });
}

void let_teachers_parse(std::span<const Teacher> teachers, const Vocabulary& vocabulary,
                        std::vector<Sentence>& sentences) {
  std::vector<Lesson> lessons;
  for (Sentence& sentence : sentences) {
    lessons.push_back({.sentence = &sentence, .soft = {}, .trust = 0});
    for (Token& token : sentence.tokens) {
      token.head = -1;
      token.feats = vocabulary.feats.front();
      token.deprel = vocabulary.labels.front();
      set_tag(token, vocabulary.tags.front());
    }
  }
  DecoderWork decoder;
  const auto choose_tree = [&](std::span<const std::size_t> which, Answers& answers) {
    for (std::size_t s = 0; s < which.size(); ++s) {
      std::vector<Token>& tokens = sentences[which[s]].tokens;
      for (float& p : answers.heads[s].data) p = std::log(std::max(p, 1e-9F));
      const auto heads = best_tree(answers.heads[s].data, tokens.size(), decoder);
      for (std::size_t w = 0; w < tokens.size(); ++w) {
        const std::size_t r = answers.layout.row(s, w);
        tokens[w].head = heads[w];
        tokens[w].feats = vocabulary.feats[best_of(answers.feats, r)];
        set_tag(tokens[w], vocabulary.tags[best_of(answers.tags, r)]);
      }
    }
  };
  // Labels are those of arcs, so they wait for the trees.
  const auto choose_labels = [&](std::span<const std::size_t> which, const Answers& answers) {
    for (std::size_t s = 0; s < which.size(); ++s) {
      std::vector<Token>& tokens = sentences[which[s]].tokens;
      for (std::size_t w = 0; w < tokens.size(); ++w)
        tokens[w].deprel = vocabulary.labels[best_of(answers.labels, answers.layout.row(s, w))];
    }
  };
  each_batch(teachers, lessons, choose_tree);
  each_batch(teachers, lessons, choose_labels);
}

}  // namespace annals::train
