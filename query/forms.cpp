#include "query/forms.h"

#include <algorithm>

#include "query/doers.h"
#include "query/events.h"
#include "query/periods.h"
#include "query/type_words.h"

namespace annals {
namespace {

using Kind = FormPiece::Kind;
constexpr std::size_t most_fits = 200;  // a line of a thousand words has no more sensible readings

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = text.find(at);
    if (end != 0) parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

FormPiece piece_of(const std::string& token) {
  constexpr std::pair<std::string_view, Kind> slots[] = {
      {"ACTOR", Kind::actor},     {"TYPE", Kind::type},     {"EVENT", Kind::event},
      {"MEASURE", Kind::measure}, {"NUMBER", Kind::number}, {"TEXT", Kind::text}};
  for (const auto& [name, kind] : slots) {
    if (token == name) return {.kind = kind};
  }
  if (token == "DOERS") return {.words = doer_words()};
  if (token == "PERIOD") return {.words = period_words()};
  return {.words = split(token, '|')};
}

/// The usage line with each bracket taken and left out, longest first; brackets may hold
/// brackets.
std::vector<std::string> without_brackets(std::string line) {
  const auto open = line.find('[');
  if (open == std::string::npos) return {std::move(line)};
  auto close = open;
  for (int depth = 0; close < line.size(); ++close) {
    if (line[close] == '[') ++depth;
    if (line[close] == ']' && --depth == 0) break;
  }
  const std::string taken =
      line.substr(0, open) + line.substr(open + 1, close - open - 1) + line.substr(close + 1);
  auto result = without_brackets(taken);
  auto left_out = without_brackets(line.substr(0, open) + line.substr(close + 1));
  result.insert(result.end(), std::make_move_iterator(left_out.begin()),
                std::make_move_iterator(left_out.end()));
  return result;
}

std::vector<Form> make_forms() {
  std::vector<Form> result;
  for (const Verb& verb : verbs()) {
    const auto lines = split(verb.usage, '\n');
    for (std::size_t line = 0; line < lines.size(); ++line) {
      for (const std::string& flat : without_brackets(lines[line])) {
        Form form{.verb = &verb, .line = line};
        for (const std::string& token : split(flat, ' ')) form.pieces.push_back(piece_of(token));
        result.push_back(std::move(form));
      }
    }
  }
  return result;
}

class Fitter {
 public:
  Fitter(const Form& form, std::span<const Word> words) : form_(form), words_(words) {}

  void fit(std::size_t piece, std::size_t word) {
    if (piece > reached || (piece == reached && word > stopped)) {
      reached = piece;
      stopped = word;
    }
    if (fits.size() >= most_fits) return;
    if (piece == form_.pieces.size()) {
      if (word == words_.size()) fits.push_back(filled_);
      return;
    }
    if (word == words_.size()) return;
    fit_piece(piece, word);
  }

  std::vector<std::vector<Filled>> fits;
  std::size_t reached = 0;
  std::size_t stopped = 0;

 private:
  void fill(std::size_t piece, std::size_t begin, std::size_t end) {
    filled_.push_back({.kind = form_.pieces[piece].kind, .begin = begin, .end = end});
    fit(piece + 1, end);
    filled_.pop_back();
  }

  void fit_piece(std::size_t piece, std::size_t word) {
    const Word& first = words_[word];
    switch (form_.pieces[piece].kind) {
      case Kind::words: {
        const auto& choices = form_.pieces[piece].words;
        const bool is_choice =
            std::find(choices.begin(), choices.end(), first.folded) != choices.end();
        if (!first.quoted && is_choice) fit(piece + 1, word + 1);
        return;
      }
      case Kind::type:
        for (std::size_t end = std::min(words_.size(), word + 3); end > word; --end) {
          const auto found = find_type(words_.subspan(word, end - word));
          if (found && found->count == end - word) {
            fill(piece, word, end);
            fill_second_type(piece, word, end);
          }
        }
        return;
      case Kind::event:
        if (is_event_word(first)) fill(piece, word, word + 1);
        return;
      case Kind::measure:
        if (is_one_of(first, {"degree", "betweenness", "pagerank", "events"}))
          fill(piece, word, word + 1);
        return;
      case Kind::number:
        if (first.text.find_first_not_of("0123456789") == std::string::npos)
          fill(piece, word, word + 1);
        return;
      case Kind::actor:
      case Kind::text:
        fit_name(piece, word);
        return;
    }
  }

  /// "attacks and kidnappings", "met or phoned": events of either kind.
  void fill_second_type(std::size_t piece, std::size_t word, std::size_t end) {
    if (end + 1 >= words_.size() || !is_one_of(words_[end], {"and", "or"})) return;
    const auto second = find_kind(words_.subspan(end + 1));
    if (second && find_kind(words_.subspan(word, end - word)))
      fill(piece, word, end + 1 + second->count);
  }

  void fit_name(std::size_t piece, std::size_t word) {
    if (words_[word].quoted) return fill(piece, word, word + 1);
    if (piece + 1 == form_.pieces.size()) return fill(piece, word, words_.size());
    for (std::size_t end = word + 1; end <= words_.size() && !words_[end - 1].quoted; ++end) {
      fill(piece, word, end);
    }
  }

  const Form& form_;
  std::span<const Word> words_;
  std::vector<Filled> filled_;
};

}  // namespace

std::size_t count_slots(const Form& form, FormPiece::Kind kind) {
  return static_cast<std::size_t>(
      std::count_if(form.pieces.begin(), form.pieces.end(),
                    [kind](const FormPiece& piece) { return piece.kind == kind; }));
}

const std::vector<Form>& forms() {
  static const std::vector<Form> all = make_forms();
  return all;
}

std::vector<std::vector<Filled>> fit(const Form& form, std::span<const Word> words,
                                     std::size_t& reached, std::size_t& stopped) {
  Fitter fitter(form, words);
  fitter.fit(0, 0);
  reached = fitter.reached;
  stopped = fitter.stopped;
  return std::move(fitter.fits);
}

std::string_view usage_line(const Verb& verb, std::size_t line) {
  std::string_view rest = verb.usage;
  for (; line > 0; --line) rest.remove_prefix(rest.find('\n') + 1);
  return rest.substr(0, rest.find('\n'));
}

}  // namespace annals
