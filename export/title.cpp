// Titles of events: words for types and modes, and how participants go around them.

#include <algorithm>
#include <array>
#include <cctype>

#include "export/words.h"

namespace annals {
namespace {

/// How a kind of event is told: "A <active> B", "A <alone>", "B <passive>".
struct Phrase {
  std::string_view type;
  std::string_view mode;  ///< PLOVER mode, or a CAMEO code where no mode says it; "" is every other
  std::string_view active;
  std::string_view alone;
  std::string_view passive;
};

/// Types and modes follow the ontology of ingest/data; an unknown one is told by its name.
constexpr Phrase phrases[] = {
    {"AGREE", "sign", "signed an agreement with", "signed an agreement",
     "was party to an agreement"},
    {"AGREE", "meet", "agreed to meet", "agreed to meet", "was promised a meeting"},
    {"AGREE", "aid", "promised aid to", "promised aid", "was promised aid"},
    {"AGREE", "", "agreed with", "agreed", "was party to an agreement"},
    {"CONSULT", "phone", "spoke by telephone with", "spoke by telephone", "was telephoned"},
    {"CONSULT", "visit", "visited", "made a visit", "was visited"},
    {"CONSULT", "host", "hosted", "hosted a visit", "was received"},
    {"CONSULT", "mediate", "mediated for", "mediated", "was offered mediation"},
    {"CONSULT", "negotiate", "negotiated with", "negotiated", "was party to negotiations"},
    {"CONSULT", "", "held talks with", "held talks", "was party to talks"},
    {"SUPPORT", "praise", "praised", "gave praise", "was praised"},
    {"SUPPORT", "defend", "defended", "spoke in defence", "was defended"},
    {"SUPPORT", "recognize", "recognised", "gave recognition", "was recognised"},
    {"SUPPORT", "apologize", "apologised to", "apologised", "received an apology"},
    {"SUPPORT", "forgive", "forgave", "forgave", "was forgiven"},
    {"SUPPORT", "", "supported", "gave support", "was supported"},
    {"CONCEDE", "ease", "eased restrictions on", "eased restrictions", "saw restrictions eased"},
    {"CONCEDE", "sanctions", "eased sanctions on", "eased sanctions", "saw sanctions eased"},
    {"CONCEDE", "reform", "agreed to changes asked by", "made political changes",
     "saw its demands met"},
    {"CONCEDE", "", "yielded to", "yielded", "saw its demands met"},
    {"COOPERATE", "economic", "worked economically with", "worked together economically",
     "received economic cooperation"},
    {"COOPERATE", "military", "worked militarily with", "worked together militarily",
     "received military cooperation"},
    {"COOPERATE", "intelligence", "shared intelligence with", "shared intelligence",
     "received intelligence"},
    {"COOPERATE", "judicial", "worked with the courts of", "worked together in law",
     "received judicial cooperation"},
    {"COOPERATE", "", "worked with", "worked together", "received cooperation"},
    {"AID", "economic", "gave economic aid to", "gave economic aid", "received economic aid"},
    {"AID", "military", "gave military aid to", "gave military aid", "received military aid"},
    {"AID", "humanitarian", "gave relief to", "gave relief", "received relief"},
    {"AID", "protection", "protected", "gave protection", "was protected"},
    {"AID", "asylum", "gave asylum to", "gave asylum", "was given asylum"},
    {"AID", "", "aided", "gave aid", "received aid"},
    {"RETREAT", "resign", "resigned before", "resigned", "resigned"},
    {"RETREAT", "release", "released", "released prisoners", "was released"},
    {"RETREAT", "return", "returned property to", "returned property", "received property back"},
    {"RETREAT", "access", "let in", "granted access", "was let in"},
    {"RETREAT", "ceasefire", "ceased fire with", "ceased fire", "was offered a ceasefire"},
    {"RETREAT", "disarm", "laid down arms before", "laid down arms", "was disarmed"},
    {"RETREAT", "withdraw", "withdrew before", "withdrew", "saw a withdrawal"},
    {"RETREAT", "", "pulled back before", "pulled back", "saw a pull-back"},
    {"REQUEST", "assist", "asked help of", "asked for help", "was asked for help"},
    {"REQUEST", "change", "demanded change of", "demanded change", "was asked to change course"},
    {"REQUEST", "yield", "called on", "called for concessions", "was called on to yield"},
    {"REQUEST", "meet", "sought talks with", "sought talks", "was asked for talks"},
    {"REQUEST", "", "appealed to", "made an appeal", "was asked"},
    {"ACCUSE", "investigate", "investigated", "opened an investigation", "was investigated"},
    {"ACCUSE", "disapprove", "criticised", "voiced criticism", "was criticised"},
    {"ACCUSE", "lawsuit", "sued", "went to court", "was sued"},
    {"ACCUSE", "guilty", "found guilty", "gave a verdict of guilty", "was found guilty"},
    {"ACCUSE", "", "accused", "made an accusation", "was accused"},
    {"REJECT", "deny", "denied what was said by", "issued a denial", "met a denial"},
    {"REJECT", "meet", "refused talks with", "refused talks", "was refused talks"},
    {"REJECT", "veto", "vetoed a proposal of", "cast a veto", "met a veto"},
    {"REJECT", "defy", "defied", "was defiant", "was defied"},
    {"REJECT", "", "refused", "refused", "was refused"},
    {"THREATEN", "violence", "threatened force against", "threatened force",
     "was threatened with force"},
    {"THREATEN", "", "threatened", "made a threat", "was threatened"},
    {"PROTEST", "strike", "went on strike against", "went on strike", "faced a strike"},
    {"PROTEST", "hunger", "went on hunger strike against", "went on hunger strike",
     "faced a hunger strike"},
    {"PROTEST", "riot", "rioted against", "rioted", "faced riots"},
    {"PROTEST", "", "protested against", "protested", "faced protests"},
    {"SANCTION", "embargo", "imposed sanctions on", "imposed sanctions", "came under sanctions"},
    {"SANCTION", "withdraw", "broke off talks with", "broke off talks", "saw talks broken off"},
    {"SANCTION", "expel", "expelled", "ordered an expulsion", "was expelled"},
    {"SANCTION", "discontinue", "stopped aid to", "stopped aid", "lost aid"},
    {"SANCTION", "", "cut ties with", "cut ties", "saw ties cut"},
    {"MOBILIZE", "weapons", "showed weapons against", "showed or tested weapons",
     "faced a show of weapons"},
    {"MOBILIZE", "police", "sent police against", "sent police", "faced police"},
    {"MOBILIZE", "", "mobilised against", "mobilised forces", "faced mobilised forces"},
    {"COERCE", "arrest", "arrested", "made arrests", "was arrested"},
    {"COERCE", "seize", "seized property of", "seized property", "had property seized"},
    {"COERCE", "ban", "banned", "imposed a ban", "was banned"},
    {"COERCE", "restrict", "restricted", "imposed restrictions", "was restricted"},
    {"COERCE", "curfew", "imposed a curfew on", "imposed a curfew", "came under a curfew"},
    {"COERCE", "martial-law", "imposed emergency rule on", "imposed emergency rule",
     "came under emergency rule"},
    {"COERCE", "deport", "deported", "ordered deportations", "was deported"},
    {"COERCE", "cyber", "hacked", "carried out a cyber attack", "was hacked"},
    {"COERCE", "", "used force of law against", "acted with coercion", "was coerced"},
    {"ASSAULT", "1823", "killed", "killed", "was killed"},
    {"ASSAULT", "abduct", "abducted", "carried out an abduction", "was abducted"},
    {"ASSAULT", "beat", "beat", "carried out a beating", "was beaten"},
    {"ASSAULT", "torture", "tortured", "used torture", "was tortured"},
    {"ASSAULT", "assassinate", "assassinated or tried to kill", "carried out an assassination",
     "was the target of an assassination"},
    {"ASSAULT", "explosives", "bombed", "carried out a bombing", "was bombed"},
    {"ASSAULT", "suicide-attack", "carried out a suicide attack on", "carried out a suicide attack",
     "was hit by a suicide attack"},
    {"ASSAULT", "aerial", "struck from the air", "carried out an air strike",
     "was struck from the air"},
    {"ASSAULT", "drone", "struck by drone", "carried out a drone strike", "was struck by a drone"},
    {"ASSAULT", "massacre", "massacred", "carried out a massacre", "was massacred"},
    {"ASSAULT", "firearms", "fought with", "fought", "came under fire"},
    {"ASSAULT", "", "attacked", "carried out an attack", "was attacked"},
};

/// The infinitives of all first words of the phrases.
constexpr std::pair<std::string_view, std::string_view> infinitives[] = {
    {"was", "be"},
    {"held", "hold"},
    {"spoke", "speak"},
    {"made", "make"},
    {"gave", "give"},
    {"forgave", "forgive"},
    {"saw", "see"},
    {"met", "meet"},
    {"sought", "seek"},
    {"found", "find"},
    {"went", "go"},
    {"broke", "break"},
    {"cut", "cut"},
    {"lost", "lose"},
    {"came", "come"},
    {"sent", "send"},
    {"had", "have"},
    {"beat", "beat"},
    {"killed", "kill"},
    {"struck", "strike"},
    {"fought", "fight"},
    {"laid", "lay"},
    {"withdrew", "withdraw"},
    {"let", "let"},
    {"cast", "cast"},
    {"expelled", "expel"},
    {"signed", "sign"},
    {"visited", "visit"},
    {"telephoned", "telephone"},
    {"agreed", "agree"},
    {"promised", "promise"},
    {"hosted", "host"},
    {"mediated", "mediate"},
    {"negotiated", "negotiate"},
    {"praised", "praise"},
    {"defended", "defend"},
    {"recognised", "recognise"},
    {"apologised", "apologise"},
    {"supported", "support"},
    {"eased", "ease"},
    {"yielded", "yield"},
    {"worked", "work"},
    {"shared", "share"},
    {"aided", "aid"},
    {"protected", "protect"},
    {"resigned", "resign"},
    {"released", "release"},
    {"returned", "return"},
    {"granted", "grant"},
    {"ceased", "cease"},
    {"pulled", "pull"},
    {"asked", "ask"},
    {"demanded", "demand"},
    {"called", "call"},
    {"appealed", "appeal"},
    {"investigated", "investigate"},
    {"opened", "open"},
    {"criticised", "criticise"},
    {"voiced", "voice"},
    {"sued", "sue"},
    {"accused", "accuse"},
    {"denied", "deny"},
    {"issued", "issue"},
    {"refused", "refuse"},
    {"vetoed", "veto"},
    {"defied", "defy"},
    {"threatened", "threaten"},
    {"rioted", "riot"},
    {"faced", "face"},
    {"protested", "protest"},
    {"imposed", "impose"},
    {"ordered", "order"},
    {"stopped", "stop"},
    {"showed", "show"},
    {"mobilised", "mobilise"},
    {"arrested", "arrest"},
    {"seized", "seize"},
    {"banned", "ban"},
    {"restricted", "restrict"},
    {"deported", "deport"},
    {"hacked", "hack"},
    {"used", "use"},
    {"acted", "act"},
    {"abducted", "abduct"},
    {"carried", "carry"},
    {"tortured", "torture"},
    {"assassinated", "assassinate"},
    {"bombed", "bomb"},
    {"massacred", "massacre"},
    {"attacked", "attack"},
    {"received", "receive"},
};

/// "held talks with" -> "to hold talks with": what has not happened is told as headlines tell it.
std::string told_as(std::string_view past, Status status) {
  const auto end = past.find(' ');
  const auto first = past.substr(0, end);
  if (status == Status::alleged) return "allegedly " + std::string(past);
  if (status == Status::happened || status == Status::denied) return std::string(past);
  for (const auto& [word, infinitive] : infinitives) {
    if (word != first) continue;
    std::string out = "to " + std::string(infinitive);
    return end == std::string_view::npos ? out : out + std::string(past.substr(end));
  }
  return std::string(past);
}

const Phrase* phrase_of(const Event& event) {
  for (const auto& phrase : phrases) {
    const bool fits =
        phrase.mode.empty() || phrase.mode == event.mode || phrase.mode == event.cameo;
    if (phrase.type == event.type && fits) return &phrase;
  }
  return nullptr;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

struct Sides {
  std::vector<std::string> sources;
  std::vector<std::string> targets;
  std::vector<std::string> others;
};

Sides sides_of(const Event& event, const AnswerIndex& index) {
  Sides sides;
  for (const auto& participant : event.participants) {
    auto& side = participant.role == Role::source   ? sides.sources
                 : participant.role == Role::target ? sides.targets
                                                    : sides.others;
    auto name = index.name(participant.actor);
    if (std::find(side.begin(), side.end(), name) == side.end()) side.push_back(std::move(name));
  }
  // Who acts or is acted on needs not be said to be there as well.
  std::erase_if(sides.others, [&](const std::string& name) {
    const auto in = [&](const std::vector<std::string>& side) {
      return std::find(side.begin(), side.end(), name) != side.end();
    };
    return in(sides.sources) || in(sides.targets);
  });
  return sides;
}

/// "Consult (visit)": for types that the table does not know.
std::string type_words(const Event& event) {
  std::string out = event.type.empty() ? "Event" : event.type;
  std::transform(out.begin() + 1, out.end(), out.begin() + 1,
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return event.mode.empty() ? out : out + " (" + event.mode + ")";
}

std::string sentence(const Phrase& phrase, const Sides& sides, Status status) {
  const auto with = [status](std::string_view words) { return " " + told_as(words, status); };
  std::string out;
  if (!sides.sources.empty() && !sides.targets.empty()) {
    out = joined(sides.sources) + with(phrase.active) + " " + joined(sides.targets);
  } else if (!sides.sources.empty()) {
    out = joined(sides.sources) + with(phrase.alone);
  } else if (!sides.targets.empty()) {
    out = joined(sides.targets) + with(phrase.passive);
  } else if (!sides.others.empty()) {
    return joined(sides.others) + with(phrase.alone);
  }
  if (!sides.others.empty()) out += ", with " + joined(sides.others);
  return out;
}

}  // namespace

std::string event_title(const Event& event, const AnswerIndex& index) {
  const Sides sides = sides_of(event, index);
  const auto* phrase = phrase_of(event);
  std::string out = phrase != nullptr ? sentence(*phrase, sides, event.status) : "";
  if (out.empty()) {
    out = type_words(event);
    for (const auto* side : {&sides.sources, &sides.targets, &sides.others}) {
      if (!side->empty()) out += (side == &sides.sources ? ": " : ", ") + joined(*side);
    }
  }
  if (event.place && !event.place->name.empty()) out += " (" + event.place->name + ")";
  return out;
}

std::string status_tag(const Event& event, const AnswerIndex& index) {
  const auto names = index.names(event.said_by);
  if (event.status == Status::happened) return names.empty() ? "" : "[according to " + names + "]";
  std::string out = "[" + std::string(format_status(event.status));
  if (!names.empty())
    out +=
        (event.status == Status::alleged || event.status == Status::denied ? " by " : ", says ") +
        names;
  return out + "]";
}

}  // namespace annals
