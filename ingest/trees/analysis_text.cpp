// How an analysis is shown: JSON for programs, trees for a terminal. Declared in conllu.h.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>
#include <ranges>
#include <string>
#include <vector>

#include "ingest/trees/conllu.h"

namespace annals {
namespace {

using nlohmann::ordered_json;

constexpr std::array<const char*, 4> kind_words = {"person", "organization", "location",
                                                   "nationality"};

ordered_json json_of(const Token& token) {
  return {{"start", token.span.begin}, {"end", token.span.end},       {"form", token.form},
          {"lemma", token.lemma},      {"upos", name_of(token.upos)}, {"xpos", token.xpos},
          {"feats", token.feats},      {"head", token.head},          {"deprel", token.deprel}};
}

ordered_json json_of(const Sentence& sentence) {
  ordered_json tokens = ordered_json::array();
  for (const Token& token : sentence.tokens) tokens.push_back(json_of(token));
  ordered_json names = ordered_json::array();
  for (const NameSpan& name : sentence.names) {
    names.push_back({{"first", name.first},
                     {"last", name.last},
                     {"kind", kind_words[static_cast<std::size_t>(name.kind)]}});
  }
  return {{"start", sentence.span.begin},
          {"end", sentence.span.end},
          {"block", sentence.block},
          {"tokens", tokens},
          {"names", names}};
}

/// Draws one sentence: children under their head in the order of the text, with rails.
class TreeDrawing {
 public:
  TreeDrawing(std::ostream& out, const Sentence& sentence)
      : out_(out), sentence_(sentence), children_(sentence.tokens.size()) {
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      const std::int32_t head = sentence.tokens[i].head;
      if (head < 0)
        roots_.push_back(i);
      else
        children_[static_cast<std::size_t>(head)].push_back(i);
    }
  }

  void draw() {
    struct Step {
      std::size_t token;
      std::string rails;
      bool last;
    };
    std::vector<Step> steps;  // a stack: trees may be as deep as the sentence is long
    for (const std::size_t root : std::views::reverse(roots_)) steps.push_back({root, "", true});
    while (!steps.empty()) {
      const Step step = steps.back();
      steps.pop_back();
      const bool root = sentence_.tokens[step.token].head < 0;
      line(step.token, root ? "" : step.rails + (step.last ? "└─ " : "├─ "));
      const std::string below = root ? "" : step.rails + (step.last ? "   " : "│  ");
      const auto& under = children_[step.token];
      for (auto child = under.rbegin(); child != under.rend(); ++child)
        steps.push_back({*child, below, child == under.rbegin()});
    }
  }

 private:
  void line(std::size_t index, const std::string& rails) {
    const Token& token = sentence_.tokens[index];
    out_ << rails << token.form << "  " << name_of(token.upos) << ' ' << token.deprel;
    for (const NameSpan& name : sentence_.names)
      if (name.first == static_cast<std::int32_t>(index))
        out_ << "  [" << kind_words[static_cast<std::size_t>(name.kind)] << ' '
             << name.last - name.first << ']';
    out_ << '\n';
  }

  std::ostream& out_;
  const Sentence& sentence_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<std::size_t> roots_;
};

}  // namespace

void write_analysis_json(std::ostream& out, const Analysis& analysis) {
  ordered_json sentences = ordered_json::array();
  for (const Sentence& sentence : analysis.sentences) sentences.push_back(json_of(sentence));
  // Text that is not UTF-8 is shown with U+FFFD; the offsets still count its bytes.
  out << ordered_json{{"sentences", sentences}}.dump(-1, ' ', false,
                                                     ordered_json::error_handler_t::replace)
      << '\n';
}

void write_trees(std::ostream& out, const Analysis& analysis) {
  for (const Sentence& sentence : analysis.sentences) {
    TreeDrawing(out, sentence).draw();
    out << '\n';
  }
}

}  // namespace annals
