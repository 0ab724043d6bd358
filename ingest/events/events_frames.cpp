#include "ingest/events/events_frames.h"

#include <algorithm>
#include <vector>

#include "graph/ascii.h"
#include "ingest/text/one_of.h"
#include "ingest/trees/relations.h"

namespace annals {

std::optional<WordClass> class_of(const Token& token) {
  switch (token.upos) {
    case Upos::VERB:
      return WordClass::verb;
    case Upos::NOUN:
    case Upos::PROPN:
      return WordClass::noun;
    case Upos::ADJ:
      return WordClass::adjective;
    default:
      return std::nullopt;
  }
}

std::span<const Sense> FrameReader::senses_at(std::int32_t at, WordClass word_class) const {
  const Token& token = tree_.token(at);
  auto senses = rules_.senses(word_class, token.lemma);
  if (!senses.empty()) return senses;
  const std::string lemma = lowered(token.lemma);
  senses = rules_.senses(word_class, lemma);
  // Capitalised headline words keep their plural: "Talks".
  if (senses.empty() && token.upos == Upos::PROPN && lemma.size() > 3 && lemma.ends_with('s')) {
    senses = rules_.senses(word_class, std::string_view(lemma).substr(0, lemma.size() - 1));
  }
  return senses;
}

Frame FrameReader::frame_at(std::int32_t at, WordClass word_class) const {
  Frame frame = word_class == WordClass::verb
                    ? verb_frame(tree_, at)
                    : noun_frame(tree_, at, [&](const Token& token) {
                        const WordClass carrier =
                            token.upos == Upos::VERB ? WordClass::verb : WordClass::noun;
                        return rules_.effect(carrier, token.lemma) == Effect::light;
                      });
  // "called the king on Saturday": when it was fills no slot.
  std::erase_if(frame.arguments, [&](const Argument& argument) { return is_time(argument); });
  if (word_class == WordClass::noun) lift_nested(at, frame);
  if (word_class == WordClass::adjective) name_speaker(frame);
  if (word_class == WordClass::verb) {
    if (tree_.head(at) >= 0) frame.arguments.push_back({"head", tree_.head(at), true, -1});
    name_speaker(frame);
    tell_receiver(at, frame);
    add_bare_object(at, frame);
    if (frame.passive && frame.find("subj") < 0) lift_agent(at, frame);
    lift_phrases(frame);
  }
  // Of whom or what the clause is, whatever the voice.
  const bool suffers = word_class == WordClass::verb && frame.passive;
  if (const std::int32_t topic = frame.find(suffers ? "obj" : "subj"); topic >= 0)
    frame.arguments.push_back({"topic", topic, true, -1});
  return frame;
}

/// "The army said it has seized the town": a pronoun that nothing else explains means who speaks.
void FrameReader::name_speaker(Frame& frame) const {
  for (Argument& argument : frame.arguments) {
    if (argument.slot != "subj" && !(frame.passive && argument.slot == "obj")) continue;
    const Token& pronoun = tree_.token(argument.token);
    const bool personal = pronoun.xpos == "PRP" || one_of(pronoun.lemma, {"this", "that", "who"});
    if (pronoun.upos != Upos::PRON || !personal || !actors_.of_token(argument.token).empty())
      continue;
    if (const std::int32_t speaker = speaker_above(argument.token); speaker >= 0)
      argument.token = speaker;
  }
}

std::int32_t FrameReader::speaker_above(std::int32_t pronoun) const {
  std::int32_t at = tree_.head(pronoun);
  for (int steps = 0; steps < 4 && at >= 0; ++steps) {
    const std::int32_t above = tree_.head(at);
    if (above < 0) return -1;
    if (tree_.is(at, "ccomp") && tree_.token(above).upos == Upos::VERB) {
      const std::int32_t speaker = verb_frame(tree_, above).find("subj");
      return speaker == pronoun ? -1 : speaker;
    }
    at = above;
  }
  return -1;
}

/// "give inspectors access", with two objects: the first receives.
void FrameReader::tell_receiver(std::int32_t verb, Frame& frame) const {
  Argument* first = nullptr;
  int objects = 0;
  for (Argument& argument : frame.arguments) {
    if (argument.slot != "obj" || argument.understood || argument.token < verb) continue;
    if (first == nullptr || argument.token < first->token) first = &argument;
    ++objects;
  }
  if (objects != 2 || frame.find("iobj") >= 0) return;
  const Upos upos = tree_.token(first->token).upos;
  if (upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::PRON) first->slot = "iobj";
}

/// "released at least 19 Christians", with the object hung on the verb as if it told when.
void FrameReader::add_bare_object(std::int32_t verb, Frame& frame) const {
  if (frame.passive || frame.find("obj") >= 0) return;
  for (const std::int32_t child : tree_.children(verb)) {
    const Token& token = tree_.token(child);
    const bool nominal = is_nominal(token);
    if (child <= verb || !nominal || !tree_.is(child, "obl") || is_time_word(token)) continue;
    // ... or, in "handed over power", with its particle taken for a preposition
    const std::string_view marker = tree_.marker(child);
    const bool particle = verb + 1 < child && tree_.token(verb + 1).lemma == marker &&
                          tree_.head(verb + 1) == child && is_particle_of(verb, marker);
    if (marker.empty() || particle) {
      frame.arguments.push_back({"obj", child, false, -1});
      return;
    }
  }
}

bool FrameReader::is_particle_of(std::int32_t verb, std::string_view word) const {
  constexpr std::string_view adverbs[] = {"over", "out", "up", "down", "off", "back", "in"};
  const auto senses = senses_at(verb, WordClass::verb);
  return std::find(std::begin(adverbs), std::end(adverbs), word) != std::end(adverbs) &&
         std::any_of(senses.begin(), senses.end(),
                     [&](const Sense& sense) { return sense.particle == word; });
}

/// "returned a pendant to Peru", "hold villagers as shields": a phrase that the tree hangs on the
/// object, or on what is measured in it, is the verb's where the verb has none such.
void FrameReader::lift_phrases(Frame& frame) const {
  constexpr std::string_view lifted[] = {"as", "to", "from", "into", "against"};
  constexpr std::size_t deepest = 4;
  const std::int32_t object = frame.find("obj");
  if (object < 0) return;
  const bool measured = tree_.child(object, "nummod") >= 0;
  std::vector<std::int32_t> open{object};
  for (std::size_t i = 0; i < open.size() && i < deepest; ++i) {
    for (const std::int32_t child : tree_.children(open[i])) {
      if (!tree_.is(child, "nmod") && !tree_.is(child, "obl")) continue;
      const std::string_view marker = tree_.marker(child);
      // "tonnes of wheat from Canada", "50 million euros in loans to Chad"
      if (marker == "of" || (marker == "in" && measured)) open.push_back(child);
      // "described the arrest of the man as illegal"
      const bool deep = measured || marker == "as";
      if (std::find(std::begin(lifted), std::end(lifted), marker) == std::end(lifted) ||
          frame.find(marker) >= 0 || is_time_word(tree_.token(child)) || (i > 0 && !deep)) {
        continue;
      }
      frame.arguments.push_back({marker, child, true, -1});
    }
  }
}

/// "was fired at protesters by police", with the agent hung on the phrase before it.
void FrameReader::lift_agent(std::int32_t verb, Frame& frame) const {
  for (const std::int32_t child : tree_.children(verb)) {
    if (!tree_.is(child, "obl") || child < verb) continue;
    for (const std::int32_t inner : tree_.children(child)) {
      if (tree_.is(inner, "nmod") && tree_.marker(inner) == "by" &&
          !is_time_word(tree_.token(inner))) {
        frame.arguments.push_back({"subj", inner, true, -1});
        return;
      }
    }
  }
}

/// "the donation of vaccines by India to Nepal", "a crackdown by the army on rebels", with each
/// phrase hung on the one before it.
void FrameReader::lift_nested(std::int32_t noun, Frame& frame) const {
  constexpr std::string_view lifted[] = {"by", "to", "against", "from", "on"};
  std::vector<std::int32_t> open;
  for (const std::int32_t child : tree_.children(noun)) {
    const std::string_view marker = tree_.marker(child);
    if (tree_.is(child, "nmod") && (marker == "of" || marker == "by")) open.push_back(child);
  }
  constexpr std::size_t deepest = 4;
  for (std::size_t i = 0; i < open.size() && i < deepest; ++i) {
    for (const std::int32_t child : tree_.children(open[i])) {
      if (!tree_.is(child, "nmod")) continue;
      const std::string_view marker = tree_.marker(child);
      if (std::find(std::begin(lifted), std::end(lifted), marker) == std::end(lifted)) continue;
      open.push_back(child);
      if (frame.find(marker) < 0 && !is_time_word(tree_.token(child)))
        frame.arguments.push_back({marker, child, true, -1});
    }
  }
}

bool FrameReader::is_time_word(const Token& token) const {
  return rules_.in_list("time", token.upos == Upos::PROPN ? lowered(token.lemma) : token.lemma);
}

bool FrameReader::is_time(const Argument& argument) const {
  constexpr std::string_view of_time[] = {"in",   "on",     "at",    "by",    "for",   "from",
                                          "over", "during", "since", "until", "after", "before"};
  return std::find(std::begin(of_time), std::end(of_time), argument.slot) != std::end(of_time) &&
         tree_.marker(argument.token) == argument.slot && is_time_word(tree_.token(argument.token));
}

Frame FrameReader::frame_of(std::int32_t token) const {
  return frame_at(token, class_of(tree_.token(token)).value_or(WordClass::noun));
}

}  // namespace annals
