#include "ingest/events/events_settle.h"

#include "graph/calendar_names.h"
#include "ingest/events/events_acts.h"

namespace annals {
namespace {

class Settler {
 public:
  Settler(const Article& article, const SentenceTree& tree, const EventRules& rules)
      : article_(article), tree_(tree), rules_(rules) {}

  /// What is dated after the article has not happened when it is told: "will visit Oslo on Monday
  /// for talks with", "three days before the summit", of a summit that is dated elsewhere.
  void settle_by_day(Mention& mention) const {
    const bool told =
        mention.date_basis == DateBasis::expression || mention.date_basis == DateBasis::linked;
    if (!article_.published || !told || mention.status != Status::happened ||
        is_speech(mention.type) || mention.date.precision == Precision::unknown ||
        mention.date.first <= article_.published->last)
      return;
    mention.status = Status::planned;
    if (const EventCode* code = rules_.ontology().find_code(mention.cameo))
      mention.cameo = code->when_planned;
  }

  /// What lies ahead by what stands around it and is still told as happened: "will meet our
  /// demands", "to halt the attacks" speak of acts that there were, "hopes to win through talks" of
  /// what may come.
  void settle_ahead(const Match& match, Mention& mention) const {
    if (!article_.published || mention.status != Status::happened ||
        mention.date_basis != DateBasis::dateline_relative ||
        mention.date.first <= article_.published->last)
      return;
    const std::int32_t at = match.frame.light >= 0 ? match.frame.light : match.trigger;
    const Token& word = tree_.token(at);
    const bool quality = word.xpos == "VBG" && tree_.is(at, "acl");  // "groups fighting others"
    // "pledged to deepen ties during his visit"
    const bool beside = rules_.in_list("alongside", tree_.marker(match.trigger));
    const bool ranked = word.xpos == "VB" && tree_.is(at, "acl");  // "the latest leader to reject"
    const bool past = word.xpos == "VBD" || word.xpos == "VBN" || quality || beside || ranked;
    const bool noun = rules_.rule(match.rule).word_class != WordClass::verb;
    const bool deed = mention.type == "ASSAULT" || mention.type == "PROTEST" ||
                      mention.type == "SANCTION" || mention.type == "COERCE";
    if (past || (noun && (deed || is_speech(mention.type)))) {
      mention.date = before_date(article_.published->last);
    } else {
      mention.status = Status::hypothetical;
    }
  }

  /// "hoped to go on, he said after his October visit": what stands beside a plan and is dated
  /// before the article was not planned.
  void settle_aside(const Match& match, Mention& mention) const {
    const EventRule& rule = rules_.rule(match.rule);
    const bool aside = (tree_.is(match.trigger, "obl") || tree_.is(match.trigger, "nmod")) &&
                       !is_planned_itself(match.trigger);
    if (rule.word_class != WordClass::noun || !aside || match.frame.light >= 0 ||
        !article_.published || mention.status != Status::planned ||
        mention.date_basis != DateBasis::expression ||
        mention.date.last >= article_.published->first)
      return;
    mention.status = Status::happened;
    mention.cameo = rule.code;
  }

  /// "Talks aimed at reaching a treaty", "a vote on sending troops": what a gerund tells of as
  /// planned or possible lies ahead, whatever stands around it.
  void settle_gerund(const Match& match, Mention& mention) const {
    const std::int32_t at = match.frame.light >= 0 ? match.frame.light : match.trigger;
    const bool open = mention.status == Status::planned || mention.status == Status::hypothetical;
    if (!article_.published || !open || tree_.token(at).xpos != "VBG" ||
        tree_.child(at, "aux") >= 0 || mention.date_basis != DateBasis::dateline_relative ||
        mention.date.last >= article_.published->first)
      return;
    mention.date = after_date(article_.published->last + date::days{1});
  }

  /// "agreed on Sunday to hold a summit on Wednesday": the weekday of what one agrees or promises
  /// to do lies ahead of the article, though all around it is told in the past.
  void look_ahead(const Match& match, Mention& mention) const {
    if (!article_.published || mention.status != Status::planned ||
        mention.date_basis != DateBasis::expression || mention.date.precision != Precision::day ||
        !find_weekday(mention.date_text))
      return;
    const std::int32_t verb = match.frame.light >= 0 ? match.frame.light : match.trigger;
    const std::int32_t above = tree_.head(verb);
    const auto age = article_.published->first - mention.date.first;
    const bool purpose = tree_.is(verb, "xcomp") || tree_.is(verb, "advcl");
    if (above < 0 || !purpose || tree_.marker(verb) != "to" ||
        !rules_.in_list("minded", tree_.token(above).lemma) || age <= date::days{0} ||
        age >= date::days{7})
      return;
    mention.date = day_date(mention.date.first + date::days{7});
  }

 private:
  /// "Rounds of talks had been scheduled": the noun, or what it counts, is what is planned.
  bool is_planned_itself(std::int32_t noun) const {
    while (tree_.is(noun, "nmod") && tree_.head(noun) >= 0) noun = tree_.head(noun);
    return tree_.is(noun, "nsubj:pass");
  }

  const Article& article_;
  const SentenceTree& tree_;
  const EventRules& rules_;
};

}  // namespace

void settle(const Article& article, const SentenceTree& tree, const EventRules& rules,
            const Match& match, Mention& mention) {
  const Settler settler(article, tree, rules);
  settler.settle_by_day(mention);
  settler.settle_ahead(match, mention);
  settler.settle_aside(match, mention);
  settler.settle_gerund(match, mention);
  settler.look_ahead(match, mention);
}

}  // namespace annals
