#include "ingest/events/events_discourse.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "ingest/events/events_authors.h"
#include "ingest/events/events_custody.h"
#include "ingest/events/events_dateline.h"
#include "ingest/events/events_namesakes.h"
#include "ingest/events/events_retold.h"
#include "ingest/events/events_visits.h"

namespace annals {
namespace {

/// The events of an article with what is needed to compare them.
class Discourse {
 public:
  Discourse(const Article& article, const Analysis& analysis, const Cast& cast,
            const ActorLexicon& lexicon, const EventRules& rules, std::vector<Mention>& mentions)
      : article_(article),
        analysis_(analysis),
        cast_(cast),
        lexicon_(lexicon),
        rules_(rules),
        mentions_(mentions) {}

  void complete() {
    find_authors(analysis_, cast_, rules_.words(), mentions_);
    find_whom_answered();
    find_company(cast_.actors, mentions_);
    find_doers(cast_.actors, mentions_);
    find_custodians(article_, cast_.actors, lexicon_, rules_, mentions_);
    part_fighters(article_, analysis_, cast_.actors, rules_, mentions_);
    find_opponents(cast_.actors, mentions_);
    find_culprits(article_, cast_.actors, rules_, mentions_);
    mend_visits(article_, cast_, mentions_);
    find_hosts();
    settle_namesakes(cast_, lexicon_, mentions_);
    place_by_dateline(article_, analysis_, cast_.actors, lexicon_, mentions_);
    link_dates();
    drop_titles();
  }

 private:
  bool same_country(ActorId a, ActorId b) const {
    const std::string_view country = country_of(cast_.actors, a);
    return a == b || (!country.empty() && country == country_of(cast_.actors, b));
  }

  bool has_side(const Mention& mention, Role role, ActorId who) const {
    return std::any_of(
        mention.participants.begin(), mention.participants.end(), [&](const Participant& one) {
          return (one.role == role || one.role == Role::other) && same_country(one.actor, who);
        });
  }

  static bool one_sided(const Mention& mention) {
    return !mention.participants.empty() &&
           std::all_of(mention.participants.begin(), mention.participants.end(),
                       [](const Participant& one) { return one.role != Role::target; });
  }

  std::string_view word_of(const Mention& mention) const {
    return slice(article_.text, mention.trigger);
  }

  /// "Pakistan rejected the allegations", "he refused", "Olmert accepted the offer": to whom, when
  /// somebody accused or asked it shortly before, or dealt with it in the same sentence.
  void find_whom_answered() {
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      Mention& answer = mentions_[i];
      if ((answer.type != "REJECT" && answer.type != "AGREE") || !one_sided(answer)) continue;
      const Token* word = trigger_token(answer);
      if (word == nullptr || !rules_.in_list("answering", word->lemma)) continue;
      const ActorId who = answer.participants.front().actor;
      for (std::size_t j = i; j-- > 0;) {
        if (!answers(answer, mentions_[j], who)) continue;
        if (add_counterpart(mentions_[j], who, answer)) break;
      }
    }
  }

  bool answers(const Mention& answer, const Mention& earlier, ActorId who) const {
    constexpr std::uint32_t reach = 1500;  // bytes of the article
    if (answer.trigger.begin - earlier.trigger.begin > reach) return false;
    // "refused to step down after prosecutors accused him": no answer to them
    const std::string_view word = word_of(answer);
    const bool refused = word.starts_with("refus") || word.starts_with("declin");
    if (refused && earlier.type == "ACCUSE") return false;
    if (earlier.type == "ACCUSE" || earlier.type == "REQUEST" || earlier.type == "THREATEN")
      return has_side(earlier, Role::target, who);
    const bool dealt = earlier.type == "CONSULT" || earlier.type == "AGREE";
    return dealt && earlier.sentence == answer.sentence &&
           (has_side(earlier, Role::source, who) || has_side(earlier, Role::target, who));
  }

  bool add_counterpart(const Mention& earlier, ActorId who, Mention& answer) const {
    bool found = false;
    for (const Participant& other : earlier.participants) {
      const bool opposite =
          earlier.type == "CONSULT" || earlier.type == "AGREE" || other.role == Role::source;
      if (!opposite || same_country(other.actor, who)) continue;
      if (found) break;
      for (Participant& own : answer.participants) own.role = Role::source;
      answer.participants.push_back({other.actor, Role::target, Span{}});
      found = true;
    }
    return found;
  }

  /// "Kuchma's visit", told from Moscow: a visit to Russia.
  void find_hosts() {
    const auto here = place_of_dateline(article_, lexicon_);
    if (!here || here->country.empty()) return;
    const auto host = std::find_if(cast_.actors.begin(), cast_.actors.end(), [&](const Actor& one) {
      return one.kind == ActorKind::country && one.country == here->country;
    });
    if (host == cast_.actors.end()) return;
    for (Mention& visit : mentions_) {
      if (visit.cameo != "042" || visit.status != Status::happened || !one_sided(visit)) continue;
      const std::string_view from = country_of(cast_.actors, visit.participants.front().actor);
      if (from == here->country || visit.participants.front().role != Role::source) continue;
      visit.participants.push_back({host->id, Role::target, Span{}});
    }
  }

  const Token* trigger_token(const Mention& mention) const {
    const auto& sentences = analysis_.sentences;
    const auto at = std::partition_point(
        sentences.begin(), sentences.end(),
        [&](const Sentence& one) { return one.span.end <= mention.trigger.begin; });
    if (at == sentences.end()) return nullptr;
    for (const Token& token : at->tokens) {
      if (token.span.begin == mention.trigger.begin) return &token;
    }
    return nullptr;
  }

  /// Whether a mention without a date of its own points back to another telling: a noun, or a
  /// clause that the dating holds for background.
  bool points_back(const Mention& mention) const {
    if (mention.date_basis != DateBasis::dateline_relative) return false;
    if (mention.status == Status::planned) return true;
    if (mention.status != Status::happened) return false;
    const Token* token = trigger_token(mention);
    if (token == nullptr) return false;
    if (token->upos == Upos::NOUN) return true;
    return article_.published &&
           mention.date == before_date(article_.published->first - date::days{1});
  }

  /// Tellings of one kind of act: what a repeated telling may call it.
  static std::string_view family(const Mention& mention) {
    const std::string_view code = mention.cameo;
    if (code == "181" || code.starts_with("173") || code == "170") return "seize";
    if (code.starts_with("042") || code.starts_with("043")) return "visit";
    if (mention.type == "AGREE" && code == "057") return "sign";
    return code;
  }

  bool share_side(const Mention& a, const Mention& b, Role role, bool& shared) const {
    bool has_a = false;
    bool has_b = false;
    for (const Participant& one : a.participants) {
      if (one.role != role) continue;
      has_a = true;
      for (const Participant& other : b.participants) {
        if (other.role != role) continue;
        has_b = true;
        if (same_country(one.actor, other.actor)) {
          shared = true;
          return true;
        }
      }
    }
    return !has_a || !has_b;
  }

  /// A person that both name does not do, or suffer, the same twice in an article.
  bool share_person(const Mention& a, const Mention& b) const {
    for (const Participant& one : a.participants) {
      const Actor* actor = find_actor(cast_.actors, one.actor);
      if (actor == nullptr || actor->kind != ActorKind::person) continue;
      for (const Participant& other : b.participants) {
        if (other.actor == one.actor && other.role == one.role) return true;
      }
    }
    return false;
  }

  /// Of those who meet, all whom the shorter telling names are in the longer one: whoever met Putin
  /// met others on another day.
  bool share_company(const Mention& a, const Mention& b) const {
    const auto count = [](const Mention& mention) {
      return std::count_if(mention.participants.begin(), mention.participants.end(),
                           [](const Participant& one) { return one.role == Role::other; });
    };
    const auto [fewer, more] = count(a) <= count(b) ? std::pair(&a, &b) : std::pair(&b, &a);
    return std::all_of(fewer->participants.begin(), fewer->participants.end(),
                       [&](const Participant& one) {
                         return one.role != Role::other ||
                                std::any_of(more->participants.begin(), more->participants.end(),
                                            [&](const Participant& other) {
                                              return other.role == Role::other &&
                                                     same_country(one.actor, other.actor);
                                            });
                       });
  }

  bool same_happening(const Mention& a, const Mention& b) const {
    if (family(a) != family(b) || a.status != b.status) return false;
    bool shared = false;
    if (!share_side(a, b, Role::source, shared) || !share_side(a, b, Role::target, shared) ||
        !share_side(a, b, Role::other, shared) || !share_company(a, b)) {
      return false;
    }
    return shared && share_person(a, b);
  }

  void link_dates() {
    for (Mention& mention : mentions_) {
      if (!points_back(mention)) continue;
      const Mention* found = nullptr;
      bool single = true;
      for (const Mention& other : mentions_) {
        if (other.date_basis != DateBasis::expression || !same_happening(mention, other)) continue;
        if (other.date.first < mention.date.first || other.date.last > mention.date.last) continue;
        if (found != nullptr &&
            (other.date.first > found->date.last || other.date.last < found->date.first)) {
          single = false;
        }
        if (found == nullptr ||
            other.date.last - other.date.first < found->date.last - found->date.first) {
          found = &other;
        }
      }
      if (found == nullptr || !single) continue;
      mention.date = found->date;
      mention.date_basis = DateBasis::linked;
      mention.date_text = found->date_text;
    }
  }

  bool in_title(const Mention& mention) const {
    return std::any_of(article_.blocks.begin(), article_.blocks.end(), [&](const Block& block) {
      return block.kind == BlockKind::title && block.span.begin <= mention.trigger.begin &&
             mention.trigger.end <= block.span.end;
    });
  }

  bool told_in_body(const Mention& title) const {
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& body) {
      if (body.type != title.type || in_title(body)) return false;
      return std::any_of(
          title.participants.begin(), title.participants.end(), [&](const Participant& one) {
            return std::any_of(
                body.participants.begin(), body.participants.end(),
                [&](const Participant& other) { return same_country(one.actor, other.actor); });
          });
    });
  }

  void drop_titles() {
    std::vector<Mention> kept;
    for (const Mention& mention : mentions_) {
      if (!in_title(mention) || !told_in_body(mention)) kept.push_back(mention);
    }
    if (kept.size() < mentions_.size()) mentions_ = std::move(kept);
  }

  const Article& article_;
  const Analysis& analysis_;
  const Cast& cast_;
  const ActorLexicon& lexicon_;
  const EventRules& rules_;
  std::vector<Mention>& mentions_;
};

}  // namespace

void complete_events(const Article& article, const Analysis& analysis, const Cast& cast,
                     const ActorLexicon& lexicon, const EventRules& rules,
                     std::vector<Mention>& mentions) {
  Discourse(article, analysis, cast, lexicon, rules, mentions).complete();
}

}  // namespace annals
