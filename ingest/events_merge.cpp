#include "ingest/events_merge.h"

#include <algorithm>

namespace annals {
namespace {

bool share_actor(const std::vector<FoundActor>& a, const std::vector<FoundActor>& b) {
  return std::any_of(a.begin(), a.end(), [&](const FoundActor& one) {
    return std::any_of(b.begin(), b.end(),
                       [&](const FoundActor& other) { return one.actor == other.actor; });
  });
}

bool agree(const std::vector<FoundActor>& a, const std::vector<FoundActor>& b) {
  return a.empty() || b.empty() || share_actor(a, b);
}

void take_over(const std::vector<FoundActor>& from, std::vector<FoundActor>& to) {
  for (const FoundActor& actor : from) {
    const bool known = std::any_of(
        to.begin(), to.end(), [&](const FoundActor& other) { return other.actor == actor.actor; });
    if (!known) to.push_back(actor);
  }
}

class Joiner {
 public:
  Joiner(const SentenceTree& tree, const EventRules& rules) : tree_(tree), rules_(rules) {}

  /// Whether `inner`, which stands below or beside `outer`, tells the same.
  bool same(const Match& outer, const Match& inner) const {
    const EventRule& a = rules_.rule(outer.rule);
    const EventRule& b = rules_.rule(inner.rule);
    if (a.type != b.type) return false;
    const bool violence = a.type == "ASSAULT";
    if (coordinated(outer.trigger, inner.trigger)) {
      if (tree_.token(inner.trigger).upos != Upos::VERB) return false;
      return agree(outer.sources, inner.sources) &&
             (agree(outer.targets, inner.targets) || (violence && harms(outer) && harms(inner)));
    }
    if (!governed(outer.trigger, inner.trigger, a.type)) return false;
    if (violence) return agree(outer.sources, inner.sources) || inner.sources.empty();
    return agree(outer.sources, inner.sources) && agree(outer.targets, inner.targets);
  }

  void join(Match& outer, const Match& inner) const {
    if (outer.sources.empty()) take_over(inner.sources, outer.sources);
    if (outer.targets.empty()) {
      take_over(inner.targets, outer.targets);
    } else if (rules_.rule(outer.rule).type == "ASSAULT") {
      take_over(inner.targets, outer.targets);
    }
    std::erase_if(outer.targets,
                  [&](const FoundActor& target) { return share_actor(outer.sources, {target}); });
    // The more telling code: "killed ... in a suicide bombing" is a suicide bombing. That somebody
    // was killed says least.
    const std::string& kept = rules_.rule(outer.rule).code;
    const std::string& other = rules_.rule(inner.rule).code;
    constexpr std::string_view killed = "1823";
    const bool more = kept.size() < other.size() || (kept.ends_with('0') && !other.ends_with('0'));
    if (kept == killed || (more && other != killed)) outer.rule = inner.rule;
    outer.merged = true;
  }

 private:
  bool coordinated(std::int32_t a, std::int32_t b) const {
    return (tree_.is(b, "conj") && tree_.head(b) == a) ||
           (tree_.is(a, "conj") && tree_.head(a) == b) ||
           (tree_.is(a, "conj") && tree_.is(b, "conj") && tree_.head(a) == tree_.head(b));
  }

  bool harms(const Match& match) const {
    const std::string_view lemma = tree_.token(match.trigger).lemma;
    return rules_.in_list("killing", lemma) || rules_.in_list("wounding", lemma);
  }

  /// `inner` hangs on `outer` without a clause of its own between: "killed in an attack", "attack,
  /// killing five".
  bool governed(std::int32_t outer, std::int32_t inner, std::string_view type) const {
    const bool violence = type == "ASSAULT";
    const bool accord = type == "AGREE";
    std::int32_t at = inner;
    for (int steps = 0; steps < 4 && at >= 0; ++steps) {
      if (at == outer) return true;
      const std::string_view relation = tree_.token(at).deprel;
      const bool clause = relation == "ccomp" || relation == "acl:relcl" ||
                          relation == "parataxis" || (relation == "conj" && !violence);
      if (clause) return false;
      // "rejected the objections": what a verb is done to is another act.
      const bool argument = relation == "obj" || relation.starts_with("nsubj");
      if (argument && !violence && !accord) return false;
      const std::string_view mark = tree_.marker(at);
      if ((relation == "advcl" || relation.starts_with("obl")) &&
          (mark == "after" || mark == "before" || mark == "since" || mark == "if" ||
           mark == "over" || mark == "for" || mark == "despite")) {
        return false;
      }
      at = tree_.head(at);
    }
    return false;
  }

  const SentenceTree& tree_;
  const EventRules& rules_;
};

}  // namespace

void join_tellings(const SentenceTree& tree, const EventRules& rules, std::vector<Match>& matches) {
  const Joiner joiner(tree, rules);
  std::vector<bool> gone(matches.size(), false);
  // Triggers that tell the same stand close; a bound keeps long lists linear.
  constexpr std::size_t reach = 6;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    for (std::size_t j = i + 1; j < std::min(matches.size(), i + reach) && !gone[i]; ++j) {
      if (gone[j]) continue;
      if (joiner.same(matches[i], matches[j])) {
        joiner.join(matches[i], matches[j]);
        gone[j] = true;
      } else if (joiner.same(matches[j], matches[i])) {
        joiner.join(matches[j], matches[i]);
        gone[i] = true;
      }
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (!gone[i]) {
      if (kept != i) matches[kept] = std::move(matches[i]);
      ++kept;
    }
  }
  matches.erase(matches.begin() + static_cast<std::ptrdiff_t>(kept), matches.end());
}

}  // namespace annals
