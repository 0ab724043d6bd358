#include "ingest/trees/arguments.h"

#include <algorithm>

#include "ingest/text/characters.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/relations.h"

namespace annals {
namespace {

constexpr int deepest = 12;  // how far subjects are looked for upwards; stops on odd trees too

/// Before whoever is asked: "pressure on Turkey", "a warning to Turkey".
constexpr std::string_view asked_behind[] = {"on", "upon", "to"};

bool is_relative(const Token& token) {
  return token.xpos == "WDT" || token.xpos == "WP" || token.xpos == "WP$" ||
         has_feature(token, "PronType", "Rel");
}

bool is_particle(const Token& token) {
  return token.upos == Upos::ADP ||
         (token.upos == Upos::ADV &&
          one_of(token.lemma, {"away", "out", "back", "down", "off", "up", "over", "in"}));
}

/// Finds the arguments of one verb; `depth` bounds how far it asks other verbs.
class VerbReader {
 public:
  VerbReader(const SentenceTree& tree, std::int32_t verb, int depth)
      : tree_(tree), verb_(verb), depth_(depth) {}

  Frame read() {
    frame_.passive = is_passive(tree_, verb_);
    for (const std::int32_t child : tree_.children(verb_)) read_child(child);
    if (tree_.is(verb_, "acl") || tree_.is(verb_, "amod")) read_noun_above();
    if (tree_.is(verb_, "conj")) share_with_first();
    if (!frame_.passive && frame_.find("subj") < 0) turn_inverted();
    if (frame_.passive && frame_.find("subj") < 0) share_agent();
    if (frame_.find("subj") < 0 && !frame_.passive) find_subject("subj");
    if (frame_.passive && frame_.find("obj") < 0) find_subject("obj");
    find_holder();
    return std::move(frame_);
  }

 private:
  void add(std::string_view slot, std::int32_t token, bool understood = false) {
    frame_.arguments.push_back({slot, token, understood, -1});
  }

  /// What stands in the clause itself; a relative pronoun is replaced by its noun.
  void add_own(std::string_view slot, std::int32_t child) {
    const std::int32_t meant = resolved(child);
    frame_.arguments.push_back({slot, meant, false, meant == child ? -1 : child});
  }

  /// "They must leave, said a senior official", read with who says it as the object.
  void turn_inverted() {
    const std::int32_t said = frame_.find("ccomp");
    if (said < 0 || said > verb_ || frame_.find("obj") < verb_ ||
        tree_.words().is(ClauseWord::telling, tree_.token(verb_).lemma))
      return;
    for (Argument& argument : frame_.arguments) {
      if (argument.slot == "obj") argument.slot = "subj";
    }
  }

  /// "whom the army arrested", read with two subjects: the relative pronoun is the object.
  bool is_moved_object(std::int32_t pronoun) const {
    if (!is_relative(tree_.token(pronoun))) return false;
    return tree_.any_child(verb_, [&](std::int32_t other) {
      return other > pronoun && other < verb_ && tree_.is(other, "nsubj");
    });
  }

  /// "men who police say fled", with the pronoun hung on saying: the relative pronoun of the clause
  /// of `saying` when what is told there has no other subject; -1 otherwise.
  std::int32_t relative_of_told(std::int32_t saying) const {
    if (!tree_.is(saying, "acl") || tree_.child(saying, "nsubj") < 0) return -1;
    const std::int32_t told = tree_.child(saying, "ccomp");
    if (told < saying || tree_.child(told, "nsubj") >= 0 || tree_.child(told, "mark") >= 0 ||
        tree_.child(told, "expl") >= 0)
      return -1;
    const std::int32_t pronoun = tree_.child(saying, "obj");
    return pronoun >= 0 && pronoun < saying && is_relative(tree_.token(pronoun)) ? pronoun : -1;
  }

  /// What a relative pronoun stands for; the token itself when it is none.
  std::int32_t resolved(std::int32_t token) const {
    // "the sailors, five of whom were rescued"
    const std::int32_t whole =
        tree_.token(token).upos == Upos::NUM ? tree_.child(token, "nmod") : -1;
    if (!is_relative(tree_.token(token)) && (whole < 0 || !is_relative(tree_.token(whole))))
      return token;
    std::int32_t at = verb_;
    for (int steps = 0; steps < deepest && at >= 0; ++steps) {
      if (tree_.is(at, "acl")) return tree_.head(at) >= 0 ? tree_.head(at) : token;
      at = tree_.head(at);
    }
    return token;
  }

  void read_child(std::int32_t child) {
    const std::string_view relation = tree_.token(child).deprel;
    if (relation == "nsubj:pass") {
      // "members were denied visas": who is spoken of receives.
      add_own(tree_.child(verb_, "obj") >= 0 ? "iobj" : "obj", child);
    } else if (is_relation(relation, "aux")) {
      add("aux", child);
    } else if (is_relation(relation, "nsubj") && is_moved_object(child)) {
      add_own("obj", child);
    } else if (is_relation(relation, "nsubj")) {
      add_own(frame_.passive ? "obj" : "subj", child);
    } else if (relation == "obj" && relative_of_told(verb_) == child) {
      // "men who police say fled": the subject of what is told, and no object
    } else if (relation == "obj") {
      add_own("obj", child);
      read_infinitive_of(child);
    } else if (relation == "iobj") {
      add_own("iobj", child);
      read_infinitive_of(child);
      // "urged the rebels to leave": who is spoken to is all the object there is.
      if (tree_.child(verb_, "obj") < 0) add_own("obj", child);
    } else if (relation == "compound:prt" ||
               (relation == "advmod" && is_particle(tree_.token(child)))) {
      add("prt", child);
    } else if (relation == "xcomp" || relation == "ccomp" || relation == "parataxis") {
      add(relation, child);
      add("comp", child);
    } else if (is_relation(relation, "obl") || relation == "nmod" || relation == "advcl") {
      const std::string_view marker = tree_.marker(child);
      if (marker == "by" && frame_.passive && is_relation(relation, "obl")) {
        add_own("subj", child);
      } else if (!marker.empty()) {
        add_own(marker, child);
      }
      if (relation == "advcl" && marker == "to") {
        add("xcomp", child);
        add("comp", child);
      }
    }
  }

  /// "pushed the army to act", with the infinitive hung on the object.
  void read_infinitive_of(std::int32_t object) {
    if (!tree_.words().is(ClauseWord::object_control, tree_.token(verb_).lemma)) return;
    for (const std::int32_t inner : tree_.children(object)) {
      if (!tree_.is(inner, "acl") || tree_.marker(inner) != "to") continue;
      add("xcomp", inner);
      add("comp", inner);
    }
  }

  /// A participle or a relative clause without its pronoun: the noun above is an argument.
  void read_noun_above() {
    const std::int32_t noun = tree_.head(verb_);
    if (noun < 0 || tree_.token(noun).upos == Upos::VERB) return;
    const bool has_subject = frame_.find("subj") >= 0;
    const bool has_object = frame_.find("obj") >= 0;
    if (frame_.passive) {
      if (!has_object) add("obj", noun);
    } else if (tree_.is(verb_, "acl:relcl")) {
      if (!has_subject) {
        add("subj", noun);
      } else if (!has_object && frame_.find("subj") != noun && tree_.child(verb_, "ccomp") < 0) {
        add("obj", noun);  // "the man the police shot", but not "the man who shot"
      }
    } else if (!has_subject && tree_.is(verb_, "acl") && may_be_subject(noun) &&
               (tree_.token(verb_).xpos == "VBG" || has_object)) {
      if (const std::int32_t told = told_with(noun); told >= 0) return add("subj", told, true);
      // "has plans to launch an offensive": whoever has them
      const bool planned = tree_.marker(verb_) == "to" && depth_ > 0 && is_had(noun) &&
                           tree_.words().is(ClauseWord::plan, tree_.token(noun).lemma);
      const std::int32_t holder = planned ? holder_of(noun) : -1;
      add("subj", holder >= 0 ? holder : noun, holder >= 0);
    }
  }

  /// "rebels attacking the town", "accused rebels of attacking", "a plan to attack", but not
  /// "failed in a mission of attacking it" or "the army's plan to attack".
  bool may_be_subject(std::int32_t noun) const {
    const std::string_view mark = tree_.marker(verb_);
    if (mark == "to") return agent_of(noun) < 0;
    if (mark.empty()) return true;
    // "widow of assassinated Rajiv Gandhi" is no widow who assassinates
    return tree_.token(verb_).xpos == "VBG" && !tree_.is(noun, "obl") && !tree_.is(noun, "nmod");
  }

  /// "has made a decision", but not "welcomed a decision" or "announced a U.S. decision".
  bool is_had(std::int32_t noun) const {
    const std::int32_t verb = tree_.head(noun);
    return verb >= 0 && tree_.is(noun, "obj") &&
           tree_.words().is(ClauseWord::planning, tree_.token(verb).lemma) &&
           !tree_.any_child(noun, [&](std::int32_t child) {
             return tree_.token(child).upos == Upos::PROPN || is_upper(tree_.token(child).form[0]);
           });
  }

  void share_with_first() {
    if (depth_ <= 0) return;
    const std::int32_t first = tree_.head(verb_);
    if (first < 0) return;
    const Token& above = tree_.token(first);
    // "was disappointed but hailed him": whatever the tagger calls the participle
    if (above.upos != Upos::VERB && above.upos != Upos::AUX && tree_.child(first, "cop") < 0 &&
        (tree_.child(first, "aux") < 0 || tree_.child(first, "nsubj") < 0))
      return;
    const bool own_subject = tree_.child(verb_, "nsubj") >= 0;
    if (own_subject) return;
    const Frame shared = VerbReader(tree_, first, depth_ - 1).read();
    const std::int32_t surface = shared.find(shared.passive ? "obj" : "subj");
    if (surface >= 0) {
      const std::string_view slot = frame_.passive ? "obj" : "subj";
      if (frame_.find(slot) < 0) add(slot, surface, true);
    }
    // "arrested and charged two men": the object belongs to both when only the last has one.
    for (const std::int32_t child : tree_.children(first)) {
      if (child > verb_ && tree_.token(child).deprel == "obj" && frame_.find("obj") < 0) {
        add("obj", child, true);
      }
    }
  }

  /// "kidnapped and killed by guerrillas": the agent belongs to both.
  void share_agent() {
    for (const std::int32_t child : tree_.children(verb_)) {
      if (tree_.token(child).deprel != "conj" && tree_.token(child).deprel != "xcomp") continue;
      for (const std::int32_t inner : tree_.children(child)) {
        if (tree_.is(inner, "obl") && tree_.marker(inner) == "by" && is_passive(tree_, child)) {
          return add("subj", inner, true);
        }
      }
    }
  }

  /// The subject that is not there: that of the verb above, by control or as a participle's.
  void find_subject(std::string_view slot) {
    const std::int32_t above = tree_.head(verb_);
    if (above < 0 || depth_ <= 0) return;
    // "plans to hold talks", with the infinitive hung on the verb as on a noun
    const bool completes = tree_.is(verb_, "xcomp") ||
                           (tree_.is(verb_, "acl") && tree_.token(above).upos == Upos::VERB);
    if (completes || tree_.is(verb_, "advcl")) {
      const bool predicate =
          tree_.token(above).upos == Upos::VERB || tree_.token(above).upos == Upos::AUX;
      const Frame matrix = predicate ? VerbReader(tree_, above, depth_ - 1).read() : Frame{};
      std::int32_t subject = predicate ? -1 : tree_.child(above, "nsubj");
      if (predicate) subject = completes ? controller(matrix) : participle_subject(matrix);
      if (subject >= 0) add(slot, resolved(subject), true);
    } else if (tree_.is(verb_, "ccomp") && relative_of_told(above) >= 0 &&
               tree_.child(above, "ccomp") == verb_) {
      add(slot, tree_.head(above), true);
    } else if (tree_.is(verb_, "acl") && slot == "subj" && is_pushed(above)) {
      add(slot, resolved(above), true);
    } else if (tree_.is(verb_, "acl") && slot == "subj") {
      // "a plan to attack": whoever has the plan.
      const std::int32_t told = told_with(above);
      const std::int32_t holder = told >= 0 ? told : holder_of(above);
      if (holder >= 0) add(slot, holder, true);
    }
  }

  /// Whether the noun over this infinitive is what a verb such as "push" has for its object.
  bool is_pushed(std::int32_t noun) const {
    const std::int32_t verb = tree_.head(noun);
    return verb >= 0 && tree_.marker(verb_) == "to" && tree_.token(verb).upos == Upos::VERB &&
           (tree_.is(noun, "obj") || tree_.is(noun, "iobj")) &&
           tree_.words().is(ClauseWord::object_control, tree_.token(verb).lemma);
  }

  /// "put out a report accusing the army": the act is also that of who made the report.
  void find_holder() {
    const std::int32_t noun = tree_.head(verb_);
    if (noun < 0 || !tree_.is(verb_, "acl") || frame_.passive || depth_ <= 0) return;
    const std::int32_t holder = holder_of(noun);
    if (holder >= 0) add("holder", holder, true);
  }

  bool above_is(ClauseWord list) const {
    return tree_.words().is(list, tree_.token(tree_.head(verb_)).lemma);
  }

  std::int32_t controller(const Frame& matrix) const {
    if (tree_.token(tree_.head(verb_)).lemma == "call" && matrix.find("obj") < 0) {
      if (const std::int32_t who = participle_subject(matrix); who >= 0) return who;
    }
    // "opened fire to disperse them": what one does is done for what oneself means to do
    if (tree_.marker(verb_) == "to" && !above_is(ClauseWord::object_control)) {
      if (const std::int32_t who = matrix.find("subj"); who >= 0) return who;
    }
    for (const std::string_view slot : {"obj", "iobj", "subj"}) {
      if (const std::int32_t token = matrix.find(slot); token >= 0) return token;
    }
    return -1;
  }

  /// "accused Iran of helping": Iran; "left after meeting Khan": who left.
  std::int32_t participle_subject(const Frame& matrix) const {
    const std::string_view mark = tree_.marker(verb_);
    const std::int32_t object = matrix.find("obj");
    if (object >= 0 && mark == "to" &&
        tree_.words().is(ClauseWord::told_to, tree_.token(object).lemma)) {
      if (const std::int32_t who = told_by(object, matrix); who >= 0) return who;
    }
    // "called for Chan to resign": Chan.
    if (mark == "to" && object < 0 && tree_.token(tree_.head(verb_)).lemma == "call") {
      for (const std::string_view asked : {"on", "upon", "for"}) {
        if (const std::int32_t who = matrix.find(asked); who >= 0) return who;
      }
    }
    // "advised the government to arrest them": the government.
    if (object >= 0 && mark == "to" && above_is(ClauseWord::object_control)) return object;
    if (object >= 0 && one_of(mark, {"of", "for", "from", "into"})) return object;
    if (object >= 0 && mark == "against" && above_is(ClauseWord::object_control)) return object;
    return matrix.find(matrix.passive ? "obj" : "subj");
  }

  /// "put pressure on Turkey to close", "issued an ultimatum to Turkey to close": Turkey.
  std::int32_t told_by(std::int32_t noun, const Frame& matrix) const {
    for (const std::string_view preposition : asked_behind) {
      const std::int32_t beside = matrix.find(preposition);
      if (noun < beside && beside < verb_) return beside;
    }
    return told_with(noun);
  }

  /// The same with the infinitive hung on the noun; -1 when the noun asks nobody for anything.
  std::int32_t told_with(std::int32_t noun) const {
    if (tree_.marker(verb_) != "to" ||
        !tree_.words().is(ClauseWord::told_to, tree_.token(noun).lemma))
      return -1;
    for (const std::string_view preposition : asked_behind) {
      for (const std::int32_t child : tree_.children(noun)) {
        if (child < verb_ && tree_.is(child, "nmod") && tree_.marker(child) == preposition)
          return child;
      }
    }
    return -1;
  }

  /// "a decision by the court to free them", "a report by a group accusing them": whose it is.
  std::int32_t agent_of(std::int32_t noun) const {
    for (const std::int32_t child : tree_.children(noun)) {
      if (child < verb_ && tree_.is(child, "nmod") && tree_.marker(child) == "by") return child;
    }
    return -1;
  }

  std::int32_t holder_of(std::int32_t noun) const {
    if (const std::int32_t owner = tree_.child(noun, "nmod:poss"); owner >= 0) return owner;
    if (const std::int32_t agent = agent_of(noun); agent >= 0) return agent;
    const std::int32_t above = tree_.head(noun);
    // "in a report accusing the army, the group called for": whose clause it is
    const bool held =
        tree_.is(noun, "obj") || (tree_.is(noun, "obl") && tree_.marker(noun) == "in");
    if (above < 0 || tree_.token(above).upos != Upos::VERB || !held) return -1;
    return VerbReader(tree_, above, depth_ - 1).read().find("subj");
  }

  const SentenceTree& tree_;
  std::int32_t verb_;
  int depth_;
  Frame frame_;
};

}  // namespace

std::int32_t Frame::find(std::string_view slot) const {
  const auto found = std::find_if(arguments.begin(), arguments.end(),
                                  [&](const Argument& argument) { return argument.slot == slot; });
  return found == arguments.end() ? -1 : found->token;
}

Frame verb_frame(const SentenceTree& tree, std::int32_t verb) {
  return VerbReader(tree, verb, deepest).read();
}

}  // namespace annals
