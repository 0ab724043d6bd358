#include "ingest/trees/conllu.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <vector>

#include "graph/error.h"

namespace annals {
namespace {

constexpr std::array<std::string_view, 4> kind_names = {"PER", "ORG", "LOC", "NAT"};

std::optional<Upos> parse_upos(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Upos::X); ++i)
    if (name_of(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
  return std::nullopt;
}

std::optional<std::int32_t> parse_number(std::string_view text) {
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Keeps copies of strings for as long as the analysis lives.
class Strings {
 public:
  explicit Strings(Analysis& owner) : owner_(owner) {}

  std::string_view keep(std::string_view text) {
    if (text == "_" || text.empty()) return {};
    if (used_ + text.size() > size_) {
      size_ = std::max<std::size_t>(1U << 16, text.size());
      owner_.strings.push_back(std::make_unique<char[]>(size_));
      used_ = 0;
    }
    char* const at = owner_.strings.back().get() + used_;
    std::copy(text.begin(), text.end(), at);
    used_ += text.size();
    return {at, text.size()};
  }

 private:
  Analysis& owner_;
  std::size_t size_ = 0;
  std::size_t used_ = 0;
};

class Reader {
 public:
  Reader(std::istream& in, const std::string& name) : in_(in), name_(name) {}

  Treebank run() {
    bank_.documents.push_back(0);
    std::string line;
    while (std::getline(in_, line)) {
      ++number_;
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (line.empty()) {
        finish();
      } else if (line[0] == '#') {
        const bool border = line.rfind("# newpar", 0) == 0 || line.rfind("# newdoc", 0) == 0;
        if (line.rfind("# newdoc", 0) == 0) begin_document();
        if (border && !bank_.analysis.sentences.empty())
          block_ = bank_.analysis.sentences.back().block + 1;
      } else {
        word(line);
      }
    }
    finish();
    return std::move(bank_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorKind::input, name_ + ":" + std::to_string(number_) + ": " + what);
  }

  void begin_document() {
    const std::size_t first = bank_.analysis.sentences.size();
    if (first > bank_.documents.back()) bank_.documents.push_back(first);
  }

  void word(std::string_view line);
  void name_tag(std::string_view misc);
  void finish();

  std::istream& in_;
  const std::string& name_;
  Treebank bank_;
  Strings strings_{bank_.analysis};
  Sentence sentence_;
  std::size_t number_ = 0;
  std::uint32_t block_ = 0;
  std::int32_t range_end_ = 0;  ///< last word of the open multiword token
  bool range_space_ = true;
};

void Reader::word(std::string_view line) {
  std::array<std::string_view, 10> columns;
  std::size_t count = 0;
  for (std::string_view left = line; count < 10; ++count) {
    const auto tab = left.find('\t');
    columns[count] = left.substr(0, tab);
    if (tab == std::string_view::npos) {
      ++count;
      break;
    }
    left.remove_prefix(tab + 1);
  }
  if (count != 10)
    fail("a word has 10 columns with tabs between them, this line " + std::to_string(count));
  const bool space = columns[9].find("SpaceAfter=No") == std::string_view::npos;
  if (columns[0].find('.') != std::string_view::npos) return;  // an empty node
  if (const auto dash = columns[0].find('-'); dash != std::string_view::npos) {
    const auto last = parse_number(columns[0].substr(dash + 1));
    if (!last) fail("\"" + std::string(columns[0]) + "\" is no range of words; write 3-4");
    range_end_ = *last;
    range_space_ = space;
    return;
  }
  const auto id = parse_number(columns[0]);
  const auto index = sentence_.size() + 1;
  if (id != index) fail("words are numbered from 1; expected " + std::to_string(index));
  Token token;
  const std::string_view form = columns[1] == "_" ? std::string_view("_") : columns[1];
  token.form = form == "_" ? "_" : strings_.keep(form);
  token.lemma = columns[2] == "_" && form == "_" ? "_" : strings_.keep(columns[2]);
  if (columns[3] != "_") {
    const auto upos = parse_upos(columns[3]);
    if (!upos) fail("\"" + std::string(columns[3]) + "\" is no universal part of speech");
    token.upos = *upos;
  }
  token.xpos = strings_.keep(columns[4]);
  token.feats = strings_.keep(columns[5]);
  if (columns[6] != "_") {
    const auto head = parse_number(columns[6]);
    if (!head || *head < 0)
      fail("\"" + std::string(columns[6]) + "\" is no head; write a number of a word or 0");
    token.head = *head - 1;
  }
  token.deprel = strings_.keep(columns[7]);
  token.space_after = space;
  if (index < range_end_) token.space_after = false;
  if (index == range_end_) token.space_after = range_space_;
  token.span.begin = static_cast<std::uint32_t>(bank_.text.size());
  bank_.text += token.form;
  token.span.end = static_cast<std::uint32_t>(bank_.text.size());
  if (token.space_after) bank_.text += ' ';
  sentence_.tokens.push_back(token);
  name_tag(columns[9]);
}

void Reader::name_tag(std::string_view misc) {
  const auto at = misc.find("NER=");
  if (at == std::string_view::npos) return;
  const std::string_view tag = misc.substr(at + 4, misc.find('|', at) - at - 4);
  if (tag.size() < 5) return;
  for (std::size_t kind = 0; kind < kind_names.size(); ++kind) {
    if (tag.substr(2) != kind_names[kind]) continue;
    const auto last = sentence_.size();
    auto& names = sentence_.names;
    if (tag[0] == 'I' && !names.empty() && names.back().last == last - 1 &&
        names.back().kind == static_cast<NameKind>(kind)) {
      names.back().last = last;
    } else {
      names.push_back({.first = last - 1, .last = last, .kind = static_cast<NameKind>(kind)});
    }
  }
}

void Reader::finish() {
  range_end_ = 0;
  if (sentence_.tokens.empty()) return;
  const auto count = sentence_.size();
  for (const Token& token : sentence_.tokens)
    if (token.head >= count)
      fail("head " + std::to_string(token.head + 1) + " is not in the sentence that ends here");
  sentence_.span = {sentence_.tokens.front().span.begin, sentence_.tokens.back().span.end};
  sentence_.block = block_;
  if (bank_.text.empty() || bank_.text.back() != ' ') bank_.text += ' ';
  bank_.text.back() = '\n';
  bank_.analysis.sentences.push_back(std::move(sentence_));
  sentence_ = {};
}

std::string_view or_blank(std::string_view text) { return text.empty() ? "_" : text; }

}  // namespace

Treebank read_conllu(std::istream& in, const std::string& name) { return Reader(in, name).run(); }

void write_conllu(std::ostream& out, const Analysis& analysis, std::string_view text) {
  const Sentence* before = nullptr;
  for (const Sentence& sentence : analysis.sentences) {
    if (before && before->block != sentence.block) out << "# newpar\n";
    before = &sentence;
    if (sentence.span.end <= text.size()) {
      std::string line(slice(text, sentence.span));
      std::replace_if(
          line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; },
          ' ');
      out << "# text = " << line << '\n';
    }
    std::vector<std::string> tags(sentence.tokens.size());
    for (const NameSpan& name : sentence.names)
      for (std::int32_t i = name.first; i < name.last; ++i)
        tags[static_cast<std::size_t>(i)] =
            std::string(i == name.first ? "B-" : "I-") +
            std::string(kind_names[static_cast<std::size_t>(name.kind)]);
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      const Token& token = sentence.tokens[i];
      out << i + 1 << '\t' << or_blank(token.form) << '\t' << or_blank(token.lemma) << '\t'
          << name_of(token.upos) << '\t' << or_blank(token.xpos) << '\t' << or_blank(token.feats)
          << '\t' << token.head + 1 << '\t' << or_blank(token.deprel) << "\t_\t";
      if (token.space_after && tags[i].empty()) out << '_';
      if (!token.space_after) out << "SpaceAfter=No";
      if (!tags[i].empty()) out << (token.space_after ? "NER=" : "|NER=") << tags[i];
      out << '\n';
    }
    out << '\n';
  }
}

}  // namespace annals
