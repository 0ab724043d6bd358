#include "app/passage.h"

#include <algorithm>

#include "export/width.h"
#include "query/tell.h"
#include "query/verbs.h"

namespace annals {
namespace {

// Marks that stand in no text (private use), so that lines can be wrapped before they are painted.
constexpr std::string_view begin_mark = "\xEE\x80\x80";
constexpr std::string_view end_mark = "\xEE\x80\x81";

std::string painted(std::string line, bool colour) {
  const auto replace = [&](std::string_view mark, std::string_view with) {
    for (auto at = line.find(mark); at != std::string::npos; at = line.find(mark, at + with.size()))
      line.replace(at, mark.size(), with);
  };
  replace(begin_mark, colour ? "\033[1;4m" : "»");
  replace(end_mark, colour ? "\033[0m" : "«");
  return line;
}

std::string marked_sentence(const Article& article, const Mention& mention) {
  const Span sentence = mention.sentence;
  const Span words = mention.evidence;
  const bool within = words.begin >= sentence.begin && words.end <= sentence.end &&
                      words.begin < words.end && sentence.end <= article.text.size();
  if (!within) return shorten(slice(article.text, sentence), article.text.size());
  const auto text = [&](std::size_t begin, std::size_t end) {
    return std::string_view(article.text).substr(begin, end - begin);
  };
  return std::string(text(sentence.begin, words.begin)) + std::string(begin_mark) +
         std::string(text(words.begin, words.end)) + std::string(end_mark) +
         std::string(text(words.end, sentence.end));
}

void write_wrapped(std::ostream& out, const std::string& text, const FormatOptions& options) {
  const std::size_t width = std::max<std::size_t>(options.width, 42) - 2;
  for (const auto& line : wrap(shorten(text, text.size()), width))
    out << "  " << painted(line, options.colour) << '\n';
}

void write_passage(std::ostream& out, const Store& store, const Mention& mention,
                   const FormatOptions& options) {
  const auto facts = store.facts(mention.article);
  if (!facts || facts->article.text.empty()) {
    out << "  (no text: taken from a table)\n";
    return;
  }
  const Article& article = facts->article;
  const std::string head =
      display_name(article) + (article.source.empty() ? "" : ", " + article.source) +
      (article.published ? ", " + format_edtf(*article.published) : ", undated") + ", bytes " +
      std::to_string(mention.sentence.begin) + "-" + std::to_string(mention.sentence.end) + ", " +
      std::string(format_status(mention.status)) + ", " + mention.rule;
  for (const auto& line : wrap(head, std::max<std::size_t>(options.width, 40))) out << line << '\n';
  const auto& sentences = facts->sentences;
  const auto at = std::find_if(sentences.begin(), sentences.end(), [&](const Span& each) {
    return each.begin == mention.sentence.begin;
  });
  if (at != sentences.end() && at != sentences.begin())
    write_wrapped(out, std::string(slice(article.text, *(at - 1))), options);
  write_wrapped(out, marked_sentence(article, mention), options);
  if (at != sentences.end() && at + 1 != sentences.end())
    write_wrapped(out, std::string(slice(article.text, *(at + 1))), options);
}

Answer shown(const Store& store, Request request) {
  request.verb = "show";
  return answer_request(store, request);
}

}  // namespace

void write_passages(std::ostream& out, const Store& store, const Event& event,
                    const FormatOptions& options) {
  Answer answer = shown(store, {.events = {event.id}});
  // the passages below say more
  std::erase_if(answer.rows, [](const AnswerRow& row) {
    return row.cells[0] == "sentence" || row.cells[0] == "article";
  });
  FormatOptions plain = options;
  plain.numbers = false;
  plain.remarks = false;
  find_format("text")->write(out, answer, plain);
  for (const MentionId id : event.mentions) {
    if (const auto mention = store.mention(id)) {
      out << '\n';
      write_passage(out, store, *mention, options);
    }
  }
}

void write_actor(std::ostream& out, const Store& store, ActorId id, const FormatOptions& options) {
  const auto actor = store.actor(id);
  if (!actor) return;
  Request request;
  request.actors.push_back({.text = actor->name, .ids = {id}, .name = actor->name});
  find_format("text")->write(out, shown(store, std::move(request)), options);
}

}  // namespace annals
