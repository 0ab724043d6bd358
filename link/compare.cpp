#include "link/compare.h"

#include <algorithm>

#include "link/acts.h"
#include "link/contradict.h"
#include "link/days.h"
#include "link/participants.h"
#include "link/wording.h"

namespace annals {

bool contradict(const LinkedTelling& a, const LinkedTelling& b, const ActorTable& actors,
                bool same_dead) {
  const Shared shared = shared_between(a, b, actors);
  return !told_alike(a, b, shared) && speaks_against(a, b, shared, actors, same_dead);
}

namespace {

/// What two tellings that do not contradict each other have in common, beside their participants.
struct Signs {
  bool across = false;       ///< they stand in two articles
  bool in_the_news = false;  ///< of some days' news
  bool same_day = false;
  bool same_place = false;
  bool same_word = false;
  bool same_act = false;    ///< one code, and more than a root
  double same_count = 0;    ///< count_in_common()
  bool one_death = false;   ///< of the same man, or of as many
  bool one_toll = false;    ///< of these, only of as many
  bool like_words = false;  ///< is_in_like_words()
  int topic = 0;            ///< topic_support(), where it counts
};

bool are_at_one_place(const Mention& a, const Mention& b) {
  return a.place && b.place && a.place->name == b.place->name;
}

Signs signs_of(const LinkedTelling& a, const LinkedTelling& b, const Shared& shared,
               const ActorTable& actors) {
  const Mention& one = a.mention();
  const Mention& other = b.mention();
  const auto apart = days_between(*a.article, *b.article);
  const bool one_man = is_told_of_one_death(a, b, actors);
  const bool one_toll = !one_man && is_told_with_one_toll(one, other);
  Signs signs{.across = a.article != b.article,
              .in_the_news = a.article != b.article && apart && *apart <= days_of_news,
              .same_day = is_same_day(a.date, b.date),
              .same_place = are_at_one_place(one, other),
              .same_word = is_one_word(*a.telling, *b.telling),
              .same_act = one.cameo == other.cameo && !is_root_only(one.cameo),
              .same_count = count_in_common(one, other),
              .one_death = one_man || one_toll,
              .one_toll = one_toll,
              .like_words = is_in_like_words(*a.telling, *b.telling)};
  signs.topic = topic_support(*a.telling, *b.telling);
  if (!signs.across) return signs;
  // what is known well enough, or long past, is told again in stories about other things
  const bool deed_of_both =
      !is_told_often(one) && shared.actors >= 2 && shared.lonely_a + shared.lonely_b == 0;
  const bool well_known =
      signs.one_death || deed_of_both || is_looking_back(a) || is_looking_back(b);
  if (well_known) signs.topic = std::max(signs.topic, 0);
  return signs;
}

/// What an act adds that is told of once in a while, so that few others can be meant.
double rarity(const Mention& act, const Shared& shared, const Signs& signs) {
  const bool told_of_one = signs.same_count > 0 || (signs.topic > 0 && signs.same_place);
  const bool rare = signs.same_act && (told_of_one || !is_common_act(act.cameo)) &&
                    (signs.same_word || act.cameo.size() == 4);
  if (!rare || shared.lonely_a + shared.lonely_b > 0) return 0;
  if (act.cameo.starts_with("087")) return 0.5;  // a ceasefire or its like
  return signs.same_word ? 0.25 : 0.1;
}

/// Whether tellings that name nobody in common may be one event. Sides that only stand for each
/// other must all do so, on one day, or in a rare act; who names nobody must name the place or the
/// number of the dead, or tell of one day in like words.
bool may_stand_in(const Shared& shared, const Signs& signs, double rare) {
  if (signs.one_death) return true;
  const bool all_matched = shared.lonely_a + shared.lonely_b == 0;
  const bool both_sides = shared.counterparts + shared.nameless + shared.supplied >= 2;
  if (all_matched && shared.counterparts >= 1 && ((both_sides && signs.same_day) || rare > 0))
    return true;
  const bool there = signs.same_place && signs.same_day;
  const bool counted = signs.same_act && signs.same_count > telling_count;
  const bool retold = signs.in_the_news && signs.same_day && signs.same_word && signs.like_words;
  return (there || counted || retold) && shared.strangers_a + shared.strangers_b == 0;
}

double score_of(const Shared& shared, const Signs& signs, const Mention& act) {
  double score =
      0.5 * shared.actors + 0.5 * shared.named + 0.25 * (shared.counterparts + shared.nameless);
  if (signs.across) score += 0.25 * signs.topic;
  if (shared.lonely_a + shared.lonely_b > 0) score -= 0.25;
  for (const bool sign : {signs.same_act, signs.same_word, !signs.across, signs.same_day,
                          signs.same_count > 0, signs.same_count > telling_count}) {
    if (sign) score += 0.25;
  }
  if (signs.same_place) score += 0.75;
  if (signs.one_death) score += 0.5;
  // one who spoke on a day has spoken of several things, and met several people
  if (signs.across && signs.topic < 0 && is_told_often(act) && shared.actors < 2 &&
      !signs.same_place)
    score -= act.type == "CONSULT" ? 0.25 : 0.75;
  return score;
}

/// In the sentence of the other, in the next one, or before both.
bool stands_beside(const LinkedTelling& later, const LinkedTelling& earlier) {
  return later.telling->number <= earlier.telling->number + 1;
}

/// "She condemned the murder. 'It is a crime,' she said": what somebody thinks of a thing is told
/// in a sentence and quoted beside it, where nobody else is named.
bool is_opinion_quoted(const LinkedTelling& earlier, const LinkedTelling& later,
                       const Shared& shared) {
  return is_opinion(later.mention()) && stands_beside(later, earlier) &&
         later.participants.size() == 1 && has_role(later.participants, Role::source) &&
         shared.actors == 1;
}

/// What one says in an article of several things: it is said again only in like words, or between
/// the same two. What was agreed is told part by part.
bool are_two_remarks(const LinkedTelling& a, const LinkedTelling& b, const Shared& shared,
                     const Signs& signs) {
  if (!is_remark(a.mention()) || !is_remark(b.mention())) return false;
  if (a.mention().type == "AGREE" && signs.same_word) return false;
  const bool in_order = a.mention().trigger.begin < b.mention().trigger.begin;
  const LinkedTelling& later = in_order ? b : a;
  if (later.telling->definite || is_opinion_quoted(in_order ? a : b, later, shared)) return false;
  if (a.mention().sentence == b.mention().sentence) return false;
  const bool both_sides = shared.actors >= 2 && shared.lonely_a + shared.lonely_b == 0;
  return signs.topic < (both_sides ? 0 : 1);
}

/// Who comes to a city and sees somebody there has two contacts, and so has one who talks to two
/// others: contacts of one article are one when they have both sides in common, are told by one
/// word or as a visit, or when one names no other side and stands beside the other: "he discussed
/// the war. He met the generals in Kandahar."
bool are_two_contacts(const LinkedTelling& a, const LinkedTelling& b, const Shared& shared,
                      const Signs& signs) {
  if (a.mention().type != "CONSULT" || signs.same_word) return false;
  const auto is_known = [](const LinkedTelling& each) {
    return each.telling->definite || each.telling->in_title;
  };
  if (is_known(a) || is_known(b)) return false;
  if (shared.actors + shared.counterparts + shared.supplied >= 2) return false;  // both sides
  const bool visit_a = is_visit(a.mention()), visit_b = is_visit(b.mention());
  if (visit_a || visit_b) return !visit_a || !visit_b;
  const bool half_told = a.participants.size() == 1 || b.participants.size() == 1;
  const bool one_side_each = shared.lonely_a + shared.lonely_b == 0;
  return !one_side_each && !(half_told && stands_beside(b, a));
}

/// By the same word, at the same place, of the same things, in the next sentence or of what the
/// article begins with.
bool is_told_near(const LinkedTelling& later, const LinkedTelling& earlier) {
  return is_one_word(*later.telling, *earlier.telling) ||
         are_at_one_place(later.mention(), earlier.mention()) ||
         topic_support(*later.telling, *earlier.telling) > 0 || stands_beside(later, earlier) ||
         earlier.telling->number <= 1;
}

}  // namespace

double agreement(const LinkedTelling& a, const LinkedTelling& b, const ActorTable& actors) {
  if (family(a.mention().type) != family(b.mention().type)) return 0;  // spares the rest for most
  const Shared shared = shared_between(a, b, actors);
  if (told_alike(a, b, shared)) return as_good_as_one;
  if (speaks_against(a, b, shared, actors)) return 0;
  const Signs signs = signs_of(a, b, shared, actors);
  double rare = 0;
  if (shared.actors == 0) {
    rare = rarity(a.mention(), shared, signs);
    if (!may_stand_in(shared, signs, rare)) return 0;
  }
  if (shared.strangers_a + shared.strangers_b > 0 && shared.lonely_a > 0 && shared.lonely_b > 0 &&
      !(signs.same_day && signs.same_word) && !signs.one_death)
    return 0;
  if (signs.across && is_in_one_sentence(a, b)) return 3;  // one text in two papers
  // as many were killed on another day as well, unless the sentences tell of one thing
  if (signs.one_toll && !signs.same_place && signs.topic <= 0 && !dates_agree(a.date, b.date))
    return 0;
  if (!signs.across && are_two_remarks(a, b, shared, signs)) return 0;
  const bool of_two_times = is_of_earlier_time(a, b) || is_of_earlier_time(b, a);
  if (!signs.across && of_two_times && shared.strangers_a + shared.strangers_b > 0) return 0;
  if (!signs.across && are_two_contacts(a, b, shared, signs)) return 0;
  double score = rare + score_of(shared, signs, a.mention());
  // what may come to pass is thought of by many, each in a way of their own
  const bool wished =
      a.mention().status == Status::hypothetical && b.mention().status == Status::hypothetical;
  if (signs.across && wished && signs.topic <= 0) score -= 0.5;
  return std::max(score, 0.0);
}

bool refers_to(const LinkedTelling& later, const LinkedTelling& earlier, const ActorTable& actors) {
  constexpr std::uint32_t lead = 3;  // sentences behind the title that tell its news
  if (family(later.mention().type) != family(earlier.mention().type)) return false;
  const bool titled = earlier.telling->in_title && !later.telling->in_title &&
                      later.telling->number <= earlier.telling->number + lead;
  const bool plans = is_plan(later.mention().status) && is_plan(earlier.mention().status);
  const bool result = is_its_result(later, earlier);
  // how many an attack hurt, told behind it
  const bool toll = later.telling->toll && !later.mention().counts.empty() &&
                    later.basis != DateBasis::expression &&
                    family(later.mention().type) == "ASSAULT" && stands_beside(later, earlier);
  if (!titled && !plans && !result && !toll && !later.telling->definite) return false;
  const Shared shared = shared_between(later, earlier, actors);
  if (result) return !speaks_against(later, earlier, shared, actors);
  // a meeting that is planned, and called off
  const bool planned_again = plans && shared.named >= 2 && shared.lonely_a + shared.lonely_b == 0;
  // "the US refusal to condemn Israel" and "the 2003 invasion" tell themselves what they mean
  const bool alike = later.telling->trigger == earlier.telling->trigger ||
                     (is_visit(later.mention()) && is_visit(earlier.mention()));
  const bool definite = later.telling->definite && (shared.strangers_a == 0 || alike) &&
                        !is_of_earlier_time(later, earlier);
  if (!titled && !planned_again && !toll && !definite) return false;
  const auto names_nobody = [&](const LinkedTelling& each) {
    return std::all_of(each.participants.begin(), each.participants.end(), [&](const auto& who) {
      return each.telling->in_title && is_on_the_map(who.actor, actors);
    });
  };
  const bool somebody_in_both = shared.actors + shared.counterparts + shared.supplied > 0;
  // "Rebels attacked a unit. Seventeen soldiers were wounded."
  const bool nameless_toll =
      toll && std::none_of(later.participants.begin(), later.participants.end(),
                           [&](const auto& who) { return is_somebody(who.actor, actors); });
  if (!somebody_in_both && !names_nobody(later) && !names_nobody(earlier) && !nameless_toll)
    return false;
  // "the meetings" of an article that tells of several are known by more than being meetings
  const bool any_contact = !somebody_in_both && !titled && later.mention().type == "CONSULT";
  if (any_contact && !is_told_near(later, earlier)) return false;
  return !speaks_against(later, earlier, shared, actors);
}

}  // namespace annals
