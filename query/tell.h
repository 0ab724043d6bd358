#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "query/answer.h"
#include "query/request.h"

namespace annals {

/// Longest quote in a cell, in bytes; longer ones are cut at a word and end in "[...]".
inline constexpr std::size_t longest_quote = 240;

/// An answer in the making: events and rows are added, and close() brings in all that they refer
/// to.
class AnswerBuilder {
 public:
  /// Keeps references to both for its own lifetime.
  AnswerBuilder(const Store& store, const Request& request, std::vector<std::string> columns);

  /// The actor, remembered for the answer; an actor that is not in the store has its id for a name.
  const Actor& actor(ActorId id);
  /// Names of those in these roles, in the order in which the first telling has them, split by ",
  /// ".
  [[nodiscard]] std::string names(const Event& event, std::initializer_list<Role> roles);
  /// Who did it, and to whom; of those without a direction the first named and the others.
  struct Sides {
    std::string who;
    std::string whom;
  };
  [[nodiscard]] Sides sides(const Event& event);
  /// What happened in the fewest words: "met"; "to meet" for a plan, "might meet" for a
  /// supposition. Who is to meet a city is to visit it.
  /// `alone` where nobody is named whom it befell: "held talks".
  [[nodiscard]] std::string deed(const Event& event, bool alone = false);
  /// "Cameron Munter met Salman Bashir", "Meng Jianzhu to meet officials (cancelled)",
  /// "Haqqani network attacked US embassy (alleged by US officials)".
  [[nodiscard]] std::string sentence(const Event& event);
  /// The sentence of the first mention that fits the event's status, shortened; empty when there is
  /// no text.
  [[nodiscard]] std::string quote(const Event& event);
  /// "Reuters, 2011-09-26" of the same mention, "2011-09-26 (002.txt)" when its outlet is not
  /// known; "+2" when two more articles tell it.
  [[nodiscard]] std::string article(const Event& event);

  /// Reads what the rows of these events will need, faster than one by one.
  void expect(std::span<const Event> events);
  /// Adds a row. One that tells of an event brings the event into the answer, once.
  void add(std::vector<std::string> cells, const Event* event = nullptr, std::string section = {});
  /// Adds a row that names an event and no more.
  void add_id(EventId event, std::string section);
  /// Adds a row that tells of an actor.
  void add_about(ActorId actor, std::vector<std::string> cells);
  /// Brings an article into the answer that no event of it tells.
  void bring(ArticleId article);
  void note(std::string text);
  [[nodiscard]] std::size_t row_count() const { return answer_.rows.size(); }

  /// The finished answer, closed under reference.
  [[nodiscard]] Answer close();
  /// The same of the rows so far; those to come make another piece of the answer.
  [[nodiscard]] Answer take_piece();

 private:
  /// The first mention with the event's status, else the first of all.
  const Mention* told_in(const Event& event);
  std::vector<ActorId> in_order(const Event& event, std::initializer_list<Role> roles);
  const Mention* mention(MentionId id);
  const Article* article_of(ArticleId id);
  void remember(ArticleId id);
  void add_all(const Event& event);
  void begin();

  const Store& store_;
  const Request& request_;
  const std::vector<std::string> columns_;
  Answer answer_;
  std::map<ActorId, Actor> actors_;
  std::map<ActorId, Actor> known_;  // of the pieces before
  std::map<MentionId, std::optional<Mention>> mentions_;
  std::map<MentionId, Mention> near_;  // of articles that were read; only those asked for are told
  std::map<ArticleId, std::optional<Article>> articles_;
  std::set<EventId> told_;
};

/// The sentence that a mention stands in, on one line, at most `limit` bytes around the clause that
/// tells the event;
/// "" when the article's text is not here.
[[nodiscard]] std::string quote_of(const Mention& mention, const Article* article,
                                   std::size_t limit = longest_quote);

/// `text` on one line, at most `most` bytes, cut at a word with "[...]".
[[nodiscard]] std::string shorten(std::string_view text, std::size_t most);

}  // namespace annals
