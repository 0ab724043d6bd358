#include "ingest/arguments.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

constexpr int deepest = 12;  // how far subjects are looked for upwards; stops on odd trees too

bool is_relation(std::string_view deprel, std::string_view relation) {
  return deprel.starts_with(relation) &&
         (deprel.size() == relation.size() || deprel[relation.size()] == ':');
}

bool is_relative(const Token& token) {
  return token.xpos == "WDT" || token.xpos == "WP" || token.xpos == "WP$" ||
         has_feature(token, "PronType", "Rel");
}

bool is_particle(const Token& token) {
  constexpr std::array<std::string_view, 8> adverbs{"away", "out", "back", "down",
                                                    "off",  "up",  "over", "in"};
  return token.upos == Upos::ADP ||
         (token.upos == Upos::ADV &&
          std::find(adverbs.begin(), adverbs.end(), token.lemma) != adverbs.end());
}

bool is_nominal(const Token& token) {
  return token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::PRON ||
         token.upos == Upos::NUM || token.upos == Upos::ADJ || token.upos == Upos::DET;
}

}  // namespace

SentenceTree::SentenceTree(const Sentence& sentence) : sentence_(&sentence) {
  const std::size_t count = sentence.tokens.size();
  heads_.reserve(count);
  for (const Token& token : sentence.tokens) heads_.push_back(token.head);
  mend_coordination();
  first_.assign(count + 1, 0);
  for (const std::int32_t head : heads_) {
    if (head >= 0) ++first_[static_cast<std::size_t>(head) + 1];
  }
  for (std::size_t i = 0; i < count; ++i) first_[i + 1] += first_[i];
  children_.resize(static_cast<std::size_t>(first_[count]));
  std::vector<std::int32_t> next(first_.begin(), first_.end() - 1);
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t head = heads_[i];
    if (head < 0) continue;
    children_[static_cast<std::size_t>(next[static_cast<std::size_t>(head)]++)] =
        static_cast<std::int32_t>(i);
  }
}

void SentenceTree::mend_coordination() {
  enum class Form : std::uint8_t { finite, base, gerund, participle };
  const auto form_of = [&](std::int32_t verb) {
    const std::string_view xpos = token(verb).xpos;
    if (xpos == "VB") return Form::base;
    if (xpos == "VBG") return Form::gerund;
    return xpos == "VBN" ? Form::participle : Form::finite;
  };
  std::vector<bool> helped(heads_.size(), false);  // has an auxiliary: any form may be finite
  for (std::size_t i = 0; i < heads_.size(); ++i) {
    if (heads_[i] >= 0 && is_relation(sentence_->tokens[i].deprel, "aux")) {
      helped[static_cast<std::size_t>(heads_[i])] = true;
    }
  }
  for (std::int32_t i = 0; i < size(); ++i) {
    const std::int32_t above = head(i);
    if (token(i).deprel != "conj" || token(i).upos != Upos::VERB || above < 0 || above > i)
      continue;
    if (token(above).upos != Upos::VERB || helped[static_cast<std::size_t>(i)]) continue;
    const Form own = form_of(i);
    const auto goes_with = [&](std::int32_t verb) {
      const bool aided = helped[static_cast<std::size_t>(verb)];
      return own == form_of(verb) || (own == Form::finite && aided);
    };
    if (own == Form::participle || goes_with(above)) continue;
    std::int32_t at = head(above);
    for (int steps = 0; steps < deepest && at >= 0; ++steps, at = head(at)) {
      if (at < i && token(at).upos == Upos::VERB && goes_with(at)) {
        heads_[static_cast<std::size_t>(i)] = at;
        break;
      }
    }
  }
}

std::span<const std::int32_t> SentenceTree::children(std::int32_t index) const {
  const auto at = static_cast<std::size_t>(index);
  return std::span(children_).subspan(static_cast<std::size_t>(first_[at]),
                                      static_cast<std::size_t>(first_[at + 1] - first_[at]));
}

bool SentenceTree::is(std::int32_t index, std::string_view relation) const {
  return is_relation(token(index).deprel, relation);
}

std::int32_t SentenceTree::child(std::int32_t index, std::string_view relation) const {
  for (const std::int32_t child : children(index)) {
    if (is(child, relation)) return child;
  }
  return -1;
}

bool SentenceTree::below(std::int32_t index, std::int32_t top) const {
  for (std::int32_t steps = 0; index >= 0 && steps <= size(); ++steps) {
    if (index == top) return true;
    index = head(index);
  }
  return false;
}

std::pair<std::int32_t, std::int32_t> SentenceTree::extent(std::int32_t index) const {
  std::pair<std::int32_t, std::int32_t> ends{index, index};
  std::vector<std::int32_t> open{index};
  while (!open.empty()) {
    const std::int32_t at = open.back();
    open.pop_back();
    ends.first = std::min(ends.first, at);
    ends.second = std::max(ends.second, at);
    for (const std::int32_t child : children(at)) open.push_back(child);
  }
  return ends;
}

std::string_view SentenceTree::marker(std::int32_t index) const {
  std::string_view found;
  for (const std::int32_t child : children(index)) {
    if (token(child).deprel == "case" && token(child).xpos != "POS") {
      found = token(child).lemma;
      if (found == "because" || found == "instead") return found;
    } else if (found.empty() && token(child).deprel == "mark") {
      found = token(child).lemma;
    }
  }
  if (!found.empty() || token(index).upos != Upos::PROPN) return found;
  // "with House Speaker Paul Ryan", with the preposition hung on the title
  for (const std::int32_t title : children(index)) {
    if (title > index || (!is(title, "nmod:desc") && !is(title, "compound"))) continue;
    for (const std::int32_t word : children(title)) {
      if (token(word).deprel == "case" && token(word).xpos != "POS") return token(word).lemma;
    }
  }
  return found;
}

std::int32_t SentenceTree::first_conjunct(std::int32_t index) const {
  for (int steps = 0; steps < deepest && is(index, "conj") && head(index) >= 0; ++steps) {
    index = head(index);
  }
  return index;
}

std::int32_t Frame::find(std::string_view slot) const {
  const auto found = std::find_if(arguments.begin(), arguments.end(),
                                  [&](const Argument& argument) { return argument.slot == slot; });
  return found == arguments.end() ? -1 : found->token;
}

bool is_passive(const SentenceTree& tree, std::int32_t verb) {
  const std::string_view xpos = tree.token(verb).xpos;
  if (xpos != "VBN" && xpos != "VBD") return false;
  bool being = false;
  bool having = false;
  bool object = false;
  bool marked = false;  // the parser calls its subject passive, or there is an agent
  for (const std::int32_t child : tree.children(verb)) {
    const Token& token = tree.token(child);
    if (is_relation(token.deprel, "aux")) {
      being = being || token.lemma == "be" || token.lemma == "get";
      having = having || token.lemma == "have";
    }
    object = object || token.deprel == "obj" || token.deprel == "ccomp";
    marked = marked || token.deprel == "nsubj:pass" || token.deprel == "obl:agent";
  }
  if (being) return true;
  if (having || object) return false;
  if (marked) return true;
  // "were swept away by the flood and killed", whatever form the tagger saw
  if (tree.is(verb, "conj") && tree.head(verb) >= 0 && tree.child(verb, "nsubj") < 0 &&
      is_passive(tree, tree.head(verb))) {
    return true;
  }
  if (xpos != "VBN") return false;
  // "a guard who shot two men": the one spoken of does it.
  if (tree.token(verb).deprel == "acl:relcl" && tree.child(verb, "nsubj") >= 0) return false;
  // "arrested in Karachi" after a noun; "was tried and jailed"; a headline's "two jailed".
  if (tree.is(verb, "acl") || tree.is(verb, "amod") || tree.is(verb, "xcomp")) return true;
  if (tree.is(verb, "conj") && tree.head(verb) >= 0) return is_passive(tree, tree.head(verb));
  return tree.child(verb, "nsubj") >= 0 || tree.is(verb, "advcl");
}

namespace {

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

  /// "whom the army arrested", read with two subjects: the relative pronoun is the object.
  bool is_moved_object(std::int32_t pronoun) const {
    if (!is_relative(tree_.token(pronoun))) return false;
    const auto children = tree_.children(verb_);
    return std::any_of(children.begin(), children.end(), [&](std::int32_t other) {
      return other > pronoun && other < verb_ && tree_.is(other, "nsubj");
    });
  }

  /// What a relative pronoun stands for; the token itself when it is none.
  std::int32_t resolved(std::int32_t token) const {
    if (!is_relative(tree_.token(token))) return token;
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
    } else if (relation == "obj") {
      add_own("obj", child);
    } else if (relation == "iobj") {
      add_own("iobj", child);
      // "urged the rebels to leave": who is spoken to is all the object there is.
      if (tree_.child(verb_, "obj") < 0) add_own("obj", child);
    } else if (relation == "compound:prt") {
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
    } else if (relation == "advmod" && is_particle(tree_.token(child))) {
      add("prt", child);
    }
  }

  /// A participle or a relative clause without its pronoun: the noun above is an argument.
  void read_noun_above() {
    const std::int32_t noun = tree_.head(verb_);
    if (noun < 0) return;
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
    } else if (!has_subject && tree_.is(verb_, "acl") &&
               (tree_.token(verb_).xpos == "VBG" || has_object)) {
      add("subj", noun);
    }
  }

  void share_with_first() {
    if (depth_ <= 0) return;
    const std::int32_t first = tree_.head(verb_);
    if (first < 0) return;
    const Token& above = tree_.token(first);
    if (above.upos != Upos::VERB && above.upos != Upos::AUX && tree_.child(first, "cop") < 0)
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
    if (tree_.is(verb_, "xcomp") || tree_.is(verb_, "advcl")) {
      const bool predicate =
          tree_.token(above).upos == Upos::VERB || tree_.token(above).upos == Upos::AUX;
      const Frame matrix = predicate ? VerbReader(tree_, above, depth_ - 1).read() : Frame{};
      std::int32_t subject = predicate ? -1 : tree_.child(above, "nsubj");
      if (predicate)
        subject = tree_.is(verb_, "xcomp") ? controller(matrix) : participle_subject(matrix);
      if (subject >= 0) add(slot, resolved(subject), true);
    } else if (tree_.is(verb_, "acl") && slot == "subj") {
      // "a plan to attack": whoever has the plan.
      const std::int32_t holder = holder_of(above);
      if (holder >= 0) add(slot, holder, true);
    }
  }

  /// "put out a report accusing the army": the act is also that of who made the report.
  void find_holder() {
    const std::int32_t noun = tree_.head(verb_);
    if (noun < 0 || !tree_.is(verb_, "acl") || frame_.passive || depth_ <= 0) return;
    const std::int32_t holder = holder_of(noun);
    if (holder >= 0) add("holder", holder, true);
  }

  static std::int32_t controller(const Frame& matrix) {
    for (const std::string_view slot : {"obj", "iobj", "subj"}) {
      if (const std::int32_t token = matrix.find(slot); token >= 0) return token;
    }
    return -1;
  }

  /// "accused Iran of helping": Iran; "left after meeting Khan": who left.
  std::int32_t participle_subject(const Frame& matrix) const {
    constexpr std::array<std::string_view, 4> objects{"of", "for", "from", "into"};
    const std::string_view mark = tree_.marker(verb_);
    const std::int32_t object = matrix.find("obj");
    // "put pressure on Turkey to close": Turkey.
    if (object >= 0 && mark == "to" && tree_.token(object).lemma == "pressure")
      return matrix.find("on");
    if (object >= 0 && std::find(objects.begin(), objects.end(), mark) != objects.end())
      return object;
    return matrix.find(matrix.passive ? "obj" : "subj");
  }

  std::int32_t holder_of(std::int32_t noun) const {
    if (const std::int32_t owner = tree_.child(noun, "nmod:poss"); owner >= 0) return owner;
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

Frame verb_frame(const SentenceTree& tree, std::int32_t verb) {
  return VerbReader(tree, verb, deepest).read();
}

namespace {

void add_modifiers(const SentenceTree& tree, std::int32_t noun, bool understood, Frame& frame,
                   std::int32_t but = -1) {
  for (const std::int32_t child : tree.children(noun)) {
    if (child == but) continue;
    const Token& token = tree.token(child);
    const std::string_view relation = token.deprel;
    if (relation == "nmod:poss") {
      frame.arguments.push_back({"poss", child, understood, -1});
    } else if (relation == "amod" || relation == "nmod:desc") {
      frame.arguments.push_back({"adj", child, understood, -1});
    } else if (relation == "compound") {
      frame.arguments.push_back({"comp", child, understood, -1});
    } else if (is_relation(relation, "nmod") || is_relation(relation, "obl")) {
      const std::string_view marker = tree.marker(child);
      if (!marker.empty()) frame.arguments.push_back({marker, child, understood, -1});
    } else if (relation == "nsubj" && (tree.child(noun, "cop") >= 0 || tree.head(child) == noun)) {
      frame.arguments.push_back({"subj", child, understood, -1});
    } else if (relation == "acl" || relation == "xcomp" || relation == "ccomp" ||
               relation == "advcl") {
      frame.arguments.push_back({"comp_clause", child, understood, -1});
    }
  }
}

}  // namespace

namespace {

/// "sanctions imposed on Iraq", "an attack carried out by rebels": the participle of a light verb
/// gives its phrases.
void add_participles(const SentenceTree& tree, std::int32_t noun, const IsLight& is_light,
                     Frame& frame) {
  for (const std::int32_t child : tree.children(noun)) {
    if (!tree.is(child, "acl") || tree.token(child).upos != Upos::VERB ||
        !is_light(tree.token(child)))
      continue;
    const Frame verb = verb_frame(tree, child);
    if (verb.find("obj") != noun && !verb.passive) continue;
    frame.light = child;
    for (const Argument& argument : verb.arguments) {
      if (argument.token != noun)
        frame.arguments.push_back({argument.slot, argument.token, true, argument.pronoun});
    }
  }
}

/// Whose act a noun is by its verb alone: "ordered an investigation", "a report accusing"; and
/// that verb.
void add_holder(const SentenceTree& tree, std::int32_t noun, Frame& frame) {
  const std::int32_t verb = tree.head(noun);
  if (verb >= 0) frame.arguments.push_back({"head", verb, true, -1});
  if (verb < 0 || tree.token(verb).upos != Upos::VERB || !tree.is(noun, "obj")) return;
  const std::int32_t subject = verb_frame(tree, verb).find("subj");
  if (subject >= 0) frame.arguments.push_back({"holder", subject, true, -1});
}

/// Who the clause around a noun is about: "said during a visit to", "after a meeting with".
void add_clause_subject(const SentenceTree& tree, std::int32_t noun, Frame& frame) {
  std::int32_t at = noun;
  for (int steps = 0; steps < 4; ++steps) {
    const bool subject = tree.is(at, "nsubj");
    at = tree.head(at);
    if (at < 0 || subject) return;
    if (tree.token(at).upos != Upos::VERB) continue;
    const Frame verb = verb_frame(tree, at);
    const std::int32_t surface = verb.find(verb.passive ? "obj" : "subj");
    if (surface >= 0 && surface != noun) frame.arguments.push_back({"above", surface, true, -1});
    return;
  }
}

}  // namespace

Frame noun_frame(const SentenceTree& tree, std::int32_t noun, const IsLight& is_light) {
  Frame frame;
  add_modifiers(tree, noun, false, frame);
  // "attacks and bombings by rebels": what precedes or follows the chain belongs to all of it.
  const std::int32_t first = tree.first_conjunct(noun);
  if (first != noun && is_nominal(tree.token(first))) add_modifiers(tree, first, true, frame);
  // "a number of attacks": what is done with the number is done with the attacks.
  std::int32_t top = first;
  for (int steps = 0; steps < 3; ++steps) {
    const std::int32_t above = tree.head(top);
    if (above < 0 || !tree.is(top, "nmod") || tree.marker(top) != "of") break;
    if (tree.token(above).upos == Upos::VERB || !is_light(tree.token(above))) break;
    add_modifiers(tree, above, true, frame, top);
    top = above;
  }
  add_participles(tree, first, is_light, frame);
  std::int32_t carrier = tree.head(top);
  add_clause_subject(tree, top, frame);
  add_holder(tree, top, frame);
  if (tree.is(top, "acl") || tree.is(top, "advcl") || tree.is(top, "xcomp")) {
    // "willing to talk" as a complement of a verb: its subject is the verb's.
    if (carrier >= 0 && frame.find("subj") < 0 && tree.token(carrier).upos == Upos::VERB) {
      const Frame above = verb_frame(tree, carrier);
      if (const std::int32_t subject = above.find(above.find("obj") >= 0 ? "obj" : "subj");
          subject >= 0) {
        frame.arguments.push_back({"subj", subject, true, -1});
      }
    }
    return frame;
  }
  if (carrier < 0 || tree.token(carrier).upos != Upos::VERB || !is_light(tree.token(carrier))) {
    return frame;
  }
  const Frame verb = verb_frame(tree, carrier);
  // "imposed sanctions after its invasion": what a clause comes after is not carried by its verb.
  constexpr std::array<std::string_view, 12> beside{"after",  "before",  "since",     "despite",
                                                    "during", "amid",    "following", "follow",
                                                    "over",   "because", "ahead",     "until"};
  const bool adjunct = std::find(beside.begin(), beside.end(), tree.marker(top)) != beside.end();
  const bool carried = verb.find("obj") == top || verb.find("subj") == top ||
                       (is_relation(tree.token(top).deprel, "obl") && !adjunct);
  if (!carried) return frame;
  frame.light = carrier;
  for (const Argument& argument : verb.arguments) {
    if (argument.token == top) continue;
    frame.arguments.push_back({argument.slot, argument.token, true, argument.pronoun});
  }
  return frame;
}

}  // namespace annals
