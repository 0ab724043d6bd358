// What chronologies and pages call things.

#include "export/chronicle.h"
#include "export/words.h"
#include "graph/error.h"

namespace annals {

std::string date_source_words(const Mention& mention) {
  switch (mention.date_basis) {
    case DateBasis::expression:
      return mention.date_text.empty() ? "date: from the article"
                                       : "date: \"" + mention.date_text + "\"";
    case DateBasis::dateline_relative:
      return "date: bounded by the day of the article";
    case DateBasis::reporting_day:
      return "date: day of the report";
    case DateBasis::linked:
      return "date: from another report";
    case DateBasis::none:
      break;
  }
  return "no date given";
}

std::string credit_of(const Citation& citation) {
  const Article& article = *citation.article;
  const bool nameless =
      article.source.empty() && article.url.empty() && article.name.empty() && article.path.empty();
  return (nameless ? "source " + std::to_string(citation.source) : outlet_of(article)) + ", " +
         (article.published ? display_date(*article.published) : "undated");
}

std::string published_words(const Article& article) {
  if (!article.published) return "date of publication not known";
  const auto words = [&]() -> std::string_view {
    switch (article.published_basis) {
      case PublishedBasis::metadata:
        return " (metadata of the file)";
      case PublishedBasis::dateline:
        return " (dateline)";
      case PublishedBasis::stamp:
        return " (printed on the page)";
      case PublishedBasis::option:
        return " (given by hand)";
      case PublishedBasis::inferred:
        return " (inferred from other reports)";
      case PublishedBasis::none:
        break;
    }
    return "";
  };
  return "published " + display_date(*article.published) + std::string(words());
}

bool same_sentence(const Citation* a, const Citation* b) {
  return a != nullptr && b != nullptr && a->article == b->article && a->article != nullptr &&
         a->mention->sentence == b->mention->sentence && a->mention->sentence.size() > 0;
}

std::string_view kind_words(ActorKind kind) {
  switch (kind) {
    case ActorKind::armed_group:
      return "armed group";
    case ActorKind::role_group:
      return "group of people";
    default:
      return format_kind(kind);
  }
}

Style parse_style(std::string_view word) {
  if (word.empty() || word == "full") return Style::full;
  if (word == "table") return Style::table;
  if (word == "brief") return Style::brief;
  if (word == "by-actor") return Style::by_actor;
  throw Error(ErrorKind::query, "unknown style \"" + std::string(word) +
                                    "\"; there are: full, table, brief, by-actor");
}

}  // namespace annals
