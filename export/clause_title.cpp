#include "export/clause_title.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "export/escape.h"
#include "export/headline_words.h"
#include "export/naming.h"

namespace annals {
namespace {

/// A telling, and how its words become a headline.
class Clause {
 public:
  Clause(const Event& event, const Mention& mention, const Article& article,
         const AnswerIndex& index)
      : event_(event),
        mention_(mention),
        text_(article.text),
        clause_(mention.evidence),
        namings_(namings_in(mention, std::span(&mention.evidence, 1), index)),
        needed_(needed_in(event, index)) {
    drop_relative_pronouns();
    for (const auto& participant : event.participants) {
      const auto* actor = index.actor(participant.actor);
      if (actor != nullptr && participant.role == Role::source) sources_.push_back(actor);
    }
  }

  [[nodiscard]] std::optional<std::string> headline() const {
    if (clause_.size() == 0 || clause_.end > text_.size() || mention_.sentence.end > text_.size())
      return std::nullopt;
    const bool of_nobody = event_.participants.empty();
    if (!of_nobody && lacks_what_is_said()) return std::nullopt;
    auto title = of_nobody ? bare() : told();
    if (!title) return std::nullopt;
    if (event_.status == Status::denied && denies(*title)) return std::nullopt;
    *title = tidy_headline(std::move(*title), mention_.date_text);
    if (is_one_of(ending_word(*title), {"said", "says", "say", "told", "added", "found", "called"}))
      return std::nullopt;  // "A said" what?
    if (event_.mode == "deny" && title->ends_with(trigger()))
      return std::nullopt;  // "A denies" what?
    if (title->size() > longest_headline || opening_word(*title).size() == title->size())
      return std::nullopt;
    return title;
  }

 private:
  /// Of bytes between a relative pronoun and its verb; behind more the verb is another clause's.
  static constexpr std::size_t longest_gap = 25;
  /// Of bytes of a subject that names no actor: "the war in Iraq".
  static constexpr std::size_t longest_subject = 60;

  /// "strikes which it says are illegal": what they are said of stands before, outside the clause.
  [[nodiscard]] bool lacks_what_is_said() const {
    const std::string behind = one_line(cut(mention_.trigger.end, clause_.end));
    return is_one_of(opening_word(behind),
                     {"is", "are", "was", "were", "has", "have", "had", "will", "would"});
  }

  /// "whom" behind the name that it stands for says nothing new.
  void drop_relative_pronouns() {
    std::erase_if(namings_, [&](const Naming& naming) {
      return naming.span.begin > namings_.front().span.begin && naming.span.end <= text_.size() &&
             is_one_of(slice(text_, naming.span), {"who", "whom", "which", "that"});
    });
  }

  [[nodiscard]] std::string_view cut(std::uint32_t begin, std::uint32_t end) const {
    return begin < end ? text_.substr(begin, end - begin) : std::string_view();
  }

  /// Without actors, the words are all there is: "Fighting continued around Debaltseve".
  [[nodiscard]] std::optional<std::string> bare() const {
    const bool cut_off = clause_.begin == mention_.trigger.begin && is_past_verb(trigger());
    const auto start = cut_off ? subject_before() : clause_.begin;
    const std::string before = one_line(cut(start, mention_.trigger.begin));
    const auto opening = opening_word(before);
    const bool has_subject = !before.empty() && before.size() <= longest_subject &&
                             (is_past_verb(trigger()) && !cut_off ? !leads_elsewhere(opening)
                                                                  : is_subject_start(opening));
    if (!has_subject && is_past_verb(trigger())) return std::nullopt;  // "broke out": what did?
    const auto begin = has_subject ? start : mention_.trigger.begin;
    const std::string words = one_line(cut(begin, clause_.end)) + tail();
    const bool long_enough = std::count(words.begin(), words.end(), ' ') >= 2;
    return long_enough ? std::optional(words) : std::nullopt;
  }

  /// Where what stands before a verb begins, back to a comma or "since": "since [the war] broke
  /// out".
  [[nodiscard]] std::uint32_t subject_before() const {
    const auto before = cut(mention_.sentence.begin, mention_.trigger.begin);
    std::size_t at = before.find_last_of(",;:\"()");
    at = at == std::string_view::npos ? 0 : at + 1;
    while (at < before.size() && before[at] == ' ') ++at;
    if (is_one_of(opening_word(before.substr(at)), {"since", "after", "when", "before", "as"}))
      at = std::min(before.find(' ', at), before.size() - 1) + 1;
    return mention_.sentence.begin + static_cast<std::uint32_t>(at);
  }

  [[nodiscard]] std::optional<std::string> told() const {
    std::set<ActorId> named;
    for (const auto& naming : namings_) {
      for (const auto* actor : naming.actors) named.insert(actor->id);
    }
    std::optional<std::string> subject;
    std::uint32_t at = clause_.begin;
    std::size_t next = 0;
    if (!namings_.empty() && namings_.front().span.begin < mention_.trigger.begin) {
      subject = leading_name();
      next = apposed() ? 2 : 1;
      at = namings_[next - 1].span.end;
    } else {
      subject = understood_subject(named, at);
    }
    if (!subject || !std::includes(named.begin(), named.end(), needed_.begin(), needed_.end()))
      return std::nullopt;
    auto body = substituted(at, next);
    if (const auto again = ", " + *subject;
        body.starts_with(again))  // "the minister, Ann Alba, left"
      body.erase(0, again.size());
    const bool others = others_first(at);
    bool relative = drop_relative(body, others);
    if (!join_to_subject(body, at)) return std::nullopt;
    relative = drop_relative(body, others) || relative;
    if (relative && verb_of(body) > longest_gap && is_past_verb(trigger())) return std::nullopt;
    // "the first general to be captured": no more than who it was
    if (opening_word(body) == "to" && event_.status == Status::happened) return std::nullopt;
    drop_afterthought(body);
    std::string title = *subject + body;
    // What follows a relative clause belongs to the sentence around it.
    if (const auto more = tail(); !relative && title.size() + more.size() <= longest_headline)
      title += more;
    if (!relative && ends_with_subject(title)) return std::nullopt;
    return title;
  }

  /// "The minister warned that Iran": what one says of it is missing.
  [[nodiscard]] bool ends_with_subject(const std::string& title) const {
    const auto that = title.rfind(" that ");
    if (that == std::string::npos) return false;
    return !namings_.empty() && title.substr(that + 6) == words_of(namings_.back());
  }

  /// "Sadat's foreign minister, Mohamed Ibrahim Kamel, resigned": two names of one, side by side.
  [[nodiscard]] bool apposed() const {
    if (namings_.size() < 2 || namings_[1].actors != namings_[0].actors) return false;
    const auto between = one_line(cut(namings_[0].span.end, namings_[1].span.begin));
    return namings_[1].span.end <= mention_.trigger.begin && (between.empty() || between == ",");
  }

  /// The first name, with the number of those it names; its titles go.
  [[nodiscard]] std::optional<std::string> leading_name() const {
    const auto& first = namings_.front();
    std::string before = one_line(cut(clause_.begin, first.span.begin));
    if (denies(before) || is_one_of(ending_word(before),
                                    {"of", "by", "with", "against", "from", "in", "for", "to", "on",
                                     "at", "if", "whether", "that", "than", "as", "into"})) {
      return std::nullopt;
    }
    std::string name = words_of(first);
    const auto opening = opening_word(before);
    const bool counted = is_amount(opening) || opening == "at";  // "at least ten"
    return counted && !has_upper_start(name) ? before + " " + name : name;
  }

  /// Who is meant by a pronoun that opens the clause, or by nothing at all: "and met Kim". The name
  /// is added to `named`; `at` becomes where the text goes on.
  [[nodiscard]] std::optional<std::string> understood_subject(std::set<ActorId>& named,
                                                              std::uint32_t& at) const {
    if (sources_.empty()) return std::nullopt;
    std::string name;
    for (const auto* actor : sources_) {
      if (named.contains(actor->id) || actor->name.empty()) return std::nullopt;
      named.insert(actor->id);
      name += (name.empty() ? "" : actor == sources_.back() ? " and " : ", ") + actor->name;
    }
    const auto opening = opening_word(cut(clause_.begin, clause_.end));
    if (is_one_of(opening, {"he", "she", "they", "it", "who", "we", "i"})) {
      at = clause_.begin + static_cast<std::uint32_t>(opening.size());
      return name;
    }
    if (mention_.trigger.begin != clause_.begin) return std::nullopt;
    const std::string before = one_line(cut(mention_.sentence.begin, clause_.begin));
    const auto last = ending_word(before);
    at = clause_.begin;
    const bool happened = event_.status == Status::happened;
    if (last == "to" && !happened) return name + " to ";
    if (is_one_of(last, {"has", "have", "had"}) || (last == "and" && happened)) return name + " ";
    return std::nullopt;
  }

  /// "the chairman of the council Akbar Rafsanjani": the office of who is named right behind.
  [[nodiscard]] bool is_title_of_next(std::size_t place) const {
    constexpr std::size_t longest_office = 60;
    if (place + 1 >= namings_.size() || namings_[place].actors != namings_[place + 1].actors)
      return false;
    const auto between = one_line(cut(namings_[place].span.end, namings_[place + 1].span.begin));
    return between.size() <= longest_office && between.find_first_of(",;:") == between.npos &&
           is_one_of(opening_word(between), {"of", "for", "to", "in"});
  }

  /// The text from `at` to the end of the clause, with names for the namings from `next` on.
  [[nodiscard]] std::string substituted(std::uint32_t at, std::size_t next) const {
    std::string out;
    for (; next < namings_.size(); ++next) {
      const auto& naming = namings_[next];
      if (naming.span.begin < at) continue;
      out += cut(at, naming.span.begin);
      out += is_title_of_next(next) ? std::string(slice(text_, naming.span)) : words_of(naming);
      at = naming.span.end;
    }
    out += cut(at, clause_.end);
    return one_line("|" + out).substr(1);  // a leading space says whether words are joined
  }

  [[nodiscard]] std::string trigger() const { return one_line(slice(text_, mention_.trigger)); }

  /// Where the word that tells the event stands; the end when it does not.
  [[nodiscard]] std::size_t verb_of(const std::string& body) const {
    return std::min(body.find(trigger()), body.size());
  }

  /// Whether somebody is named between `at` and the word that tells the event.
  [[nodiscard]] bool others_first(std::uint32_t at) const {
    return std::any_of(namings_.begin(), namings_.end(), [&](const Naming& naming) {
      return naming.span.begin >= at && naming.span.begin < mention_.trigger.begin;
    });
  }

  /// "soldiers who crossed the border" -> "soldiers crossed the border"; but of "the minister, who
  /// was away, was charged" the clause goes on behind the comma. Whether it is a relative clause
  /// that tells the event.
  bool drop_relative(std::string& body, bool others_first) const {
    const std::size_t lead = body.starts_with(',') && !others_first ? 1 : 0;
    for (const std::string_view word : {" that ", " which ", " who ", " whom "}) {
      if (!std::string_view(body).substr(lead).starts_with(word)) continue;
      const auto behind = body.find(", ", lead + word.size());
      const bool aside = behind < verb_of(body);
      body.erase(0, aside ? behind + 1 : lead + word.size() - 1);
      return !aside;
    }
    return false;
  }

  /// Takes out what stands between a subject and its verb and would dangle; false when the text
  /// cannot follow a name.
  [[nodiscard]] bool join_to_subject(std::string& body, std::uint32_t at) const {
    const bool others = others_first(at);
    if (body.starts_with(", a ") || body.starts_with(", an ")) {
      if (others) return false;  // "Ukraine, a proposal that Russia criticised"
    }
    const bool list = body.size() > 2 && has_upper_start(std::string_view(body).substr(2));
    if (body.starts_with(',') && !others && !list) {  // "Mullen, the outgoing chairman, ..."
      const auto end = body.find(", ", 2);
      if (end != std::string::npos) {
        body.erase(0, end + 1);
      } else {
        body.erase(0, 1);
      }
    }
    if (body.starts_with("'s") || body.starts_with("\u2019s")) {  // "Kayani's trip", not more
      const auto before = cut(at, mention_.trigger.begin);
      return before.size() < 25 && before.find(" and ") == std::string_view::npos;
    }
    const auto opening = opening_word(body);
    // "Iran on the development of cooperation", but "Iran on Monday rejected"
    if (opening == "on" && body.size() > 4 && !has_upper_start(std::string_view(body).substr(4)))
      return false;
    return !is_one_of(opening, {"of", "for", "from", "by", "than", "as", "where", "when", "after"});
  }

  /// "... by the truce, which began": what is said of something else goes.
  void drop_afterthought(std::string& body) const {
    const auto verb = verb_of(body);
    if (verb == body.size()) return;
    for (const auto* word : {", which ", ", who ", ", whose ", ", where "})
      body.resize(std::min(body.size(), body.find(word, verb)));
  }

  /// What follows the clause in its sentence up to the next pause.
  [[nodiscard]] std::string tail() const {
    return up_to_pause(
        one_line("|" + std::string(cut(clause_.end, mention_.sentence.end))).substr(1));
  }

  [[nodiscard]] std::string words_of(const Naming& naming) const {
    return words_for(naming, text_, naming.span.begin > mention_.trigger.begin);
  }

  const Event& event_;
  const Mention& mention_;
  std::string_view text_;
  Span clause_;
  std::vector<Naming> namings_;
  std::set<ActorId> needed_;
  std::vector<const Actor*> sources_;
};

}  // namespace

std::optional<std::string> clause_title(const Event& event, const AnswerIndex& index) {
  for (const auto* mention : index.mentions(event)) {
    const auto* article = index.article(mention->article);
    if (article == nullptr || mention->status != event.status || mention->type != event.type)
      continue;
    if (auto title = Clause(event, *mention, *article, index).headline()) return title;
  }
  return std::nullopt;
}

}  // namespace annals
