#include <algorithm>
#include <memory>

#include "ingest/dates/date_rules_parts.h"

namespace annals {
namespace {

using Parts = DateRules::Parts;
using Macros = std::unordered_map<std::string, std::string>;

constexpr int deepest_macro = 16;
constexpr std::size_t most_states = 60000;

/// A part of a pattern. `parts` are the pieces of a sequence or the choices of a choice.
struct Node {
  enum class Kind { word, word_class, sequence, choice, open, close } kind = Kind::sequence;
  bool optional = false;
  std::uint16_t label = 0;
  std::uint8_t capture = 0;
  std::vector<Node> parts = {};
};

/// Reads a pattern: `(a | b)? {class/name} $macro [ word ]`.
class PatternReader {
 public:
  PatternReader(Parts& parts, const RuleLine& line, const Macros& macros, int depth)
      : parts_(parts), line_(line), macros_(macros), depth_(depth) {}

  Node read(std::string_view text) {
    text_ = text;
    at_ = 0;
    Node whole = read_choice();
    if (at_ < text_.size()) fail_rule(line_, "\")\" without \"(\"");
    return whole;
  }

 private:
  bool skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    return at_ < text_.size();
  }

  Node read_choice() {
    Node choice{.kind = Node::Kind::choice};
    choice.parts.push_back(read_sequence());
    while (skip_blanks() && text_[at_] == '|') {
      ++at_;
      choice.parts.push_back(read_sequence());
    }
    return choice;
  }

  Node read_sequence() {
    Node sequence;
    while (skip_blanks() && text_[at_] != '|' && text_[at_] != ')') {
      Node node = read_one();
      if (at_ < text_.size() && text_[at_] == '?') {
        ++at_;
        node.optional = true;
      }
      sequence.parts.push_back(std::move(node));
    }
    return sequence;
  }

  Node read_one() {
    const char c = text_[at_];
    if (c == '(') {
      ++at_;
      Node node = read_choice();
      if (at_ == text_.size()) fail_rule(line_, "\"(\" without \")\"");
      ++at_;
      return node;
    }
    if (c == '[' || c == ']') {
      ++at_;
      return {.kind = c == '[' ? Node::Kind::open : Node::Kind::close};
    }
    if (c == '{') return read_class();
    const std::size_t end = std::min(text_.find_first_of(" \t()|?[]{}", at_), text_.size());
    if (end == at_) fail_rule(line_, "\"" + std::string(1, c) + "\" stands where a word should");
    const std::string word(text_.substr(at_, end - at_));
    at_ = end;
    if (word.front() == '$') return read_macro(word.substr(1));
    return {.kind = Node::Kind::word, .label = date_word(parts_, word).id};
  }

  Node read_class() {
    const std::size_t end = text_.find('}', at_);
    if (end == std::string_view::npos) fail_rule(line_, "\"{\" without \"}\"");
    const std::string inside(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    const std::size_t slash = inside.find('/');
    const std::string name = inside.substr(0, slash);
    const auto found = parts_.find_class(name);
    if (!found) fail_rule(line_, "unknown class of words \"" + name + "\"; see dates.words");
    const std::string kept = slash == std::string::npos ? name : inside.substr(slash + 1);
    return {.kind = Node::Kind::word_class, .label = *found, .capture = capture(kept)};
  }

  Node read_macro(const std::string& name) {
    const auto found = macros_.find(name);
    if (found == macros_.end()) fail_rule(line_, "$" + name + " is not defined above with \"let\"");
    if (depth_ == deepest_macro) fail_rule(line_, "$" + name + " stands in itself");
    return PatternReader(parts_, line_, macros_, depth_ + 1).read(found->second);
  }

  std::uint8_t capture(const std::string& name) {
    if (const auto known = parts_.capture_of(name); known != 0) return known;
    parts_.captures.push_back(name);
    return static_cast<std::uint8_t>(parts_.captures.size() - 1);
  }

  Parts& parts_;
  const RuleLine& line_;
  const Macros& macros_;
  int depth_;
  std::string_view text_;
  std::size_t at_ = 0;
};

/// States under construction: what they may take, and where they may go without taking anything.
struct Draft {
  std::vector<DateStep> steps;
  std::vector<std::size_t> jumps;
};

/// Builds the automaton of one pattern. Source: K. Thompson, "Regular expression search algorithm",
/// 1968.
class Builder {
 public:
  explicit Builder(bool bracketed) : inside_(!bracketed) { drafts_.emplace_back(); }

  std::size_t build(const Node& node, std::size_t from) {
    std::size_t to = from;
    switch (node.kind) {
      case Node::Kind::open:
      case Node::Kind::close:
        inside_ = node.kind == Node::Kind::open;
        return from;
      case Node::Kind::sequence:
        for (const Node& part : node.parts) to = build(part, to);
        break;
      case Node::Kind::choice: {
        to = add();
        const bool before = inside_;
        for (const Node& part : node.parts) {
          if (node.parts.size() > 1) inside_ = before;
          drafts_[build(part, from)].jumps.push_back(to);
        }
        break;
      }
      case Node::Kind::word:
      case Node::Kind::word_class:
        to = add();
        drafts_[from].steps.push_back({.is_class = node.kind == Node::Kind::word_class,
                                       .label = node.label,
                                       .capture = node.capture,
                                       .inside = inside_,
                                       .target = static_cast<std::uint16_t>(to)});
        break;
    }
    if (node.optional) {
      const std::size_t end = add();
      drafts_[to].jumps.push_back(end);
      drafts_[from].jumps.push_back(end);
      to = end;
    }
    return to;
  }

  const std::vector<Draft>& drafts() const { return drafts_; }

 private:
  std::size_t add() {
    drafts_.emplace_back();
    return drafts_.size() - 1;
  }

  bool inside_;
  std::vector<Draft> drafts_;
};

/// The states that `from` reaches without taking a word, itself first.
std::vector<std::size_t> reach(const std::vector<Draft>& drafts, std::size_t from) {
  std::vector<std::size_t> found{from};
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const std::size_t to : drafts[found[i]].jumps) {
      if (std::find(found.begin(), found.end(), to) == found.end()) found.push_back(to);
    }
  }
  return found;
}

bool has_brackets(const Node& node) {
  return node.kind == Node::Kind::open ||
         std::any_of(node.parts.begin(), node.parts.end(), has_brackets);
}

}  // namespace

void add_date_pattern(Parts& parts, const RuleLine& line, std::string_view pattern,
                      const Macros& macros, std::int32_t rule) {
  const Node node = PatternReader(parts, line, macros, 0).read(pattern);
  Builder builder(has_brackets(node));
  const std::size_t end = builder.build(node, 0);
  const auto& drafts = builder.drafts();
  if (parts.states.size() + drafts.size() > most_states)
    fail_rule(line, "the patterns grow too big");

  // Draft 0 joins state 0, which all patterns share; the others follow the states that are there.
  const std::size_t offset = parts.states.size() - 1;
  parts.states.resize(parts.states.size() + drafts.size() - 1);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    DateState& state = i == 0 ? parts.states[0] : parts.states[offset + i];
    for (const std::size_t from : reach(drafts, i)) {
      if (from == end && i == 0) fail_rule(line, "the pattern can match nothing at all");
      if (from == end) state.rule = rule;
      for (DateStep step : drafts[from].steps) {
        step.target = static_cast<std::uint16_t>(step.target + offset);
        state.steps.push_back(step);
      }
    }
  }
}

}  // namespace annals
