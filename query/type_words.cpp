#include "query/type_words.h"

#include <algorithm>
#include <string>
#include <vector>

namespace annals {
namespace {

constexpr TypeWord table[] = {
    {"happened|happen|happens|events|event|did|do|done|does|everything|anything|happenings|news|"
     "incidents|developments|relations|ties|dealings|contacts",
     "", "", ""},
    // CONSULT
    {"met|meet|meets|meeting|meetings|met with|meet with|encounter|encounters", "CONSULT",
     "04 036 040 042 043 044 046", ""},
    {"talked|talk|talks|held talks|hold talks|talked with|talk with|talked to|talk "
     "to|discussed|discuss|"
     "discussion|discussions|consulted|consult|consultations|spoke|speak|spoken|spoke with|speak "
     "with|spoken with|spoken to|spoke to|speak to",
     "CONSULT", "", ""},
    {"negotiated|negotiate|negotiations|negotiation|negotiated with|negotiate with", "CONSULT",
     "046", ""},
    {"visited|visit|visits|visiting|travelled|traveled|travel|trip|trips|go|went|gone|arrived|"
     "arrive|arrives|arrival|arrivals|left "
     "for|leave "
     "for",
     "CONSULT", "042 036", ""},
    {"hosted|host|hosts|received|receive|welcomed|welcome|welcomes", "CONSULT", "043", ""},
    {"phoned|phone|phones|called|call|calls|phone calls|phone call|telephoned", "CONSULT", "041",
     ""},
    {"mediated|mediate|mediation", "CONSULT", "045", ""},
    {"summit|summits", "CONSULT", "", "summit"},
    // verbal conflict
    {"accused|accuse|accuses|accusation|accusations|blamed|blame|blames", "ACCUSE", "", ""},
    {"criticized|criticised|criticize|criticise|criticism|condemned|condemn|condemns|denounced|"
     "denounce",
     "ACCUSE", "111", ""},
    {"investigated|investigate|investigation|investigations", "ACCUSE", "09", ""},
    {"sued|sue|lawsuit|lawsuits", "ACCUSE", "115", ""},
    {"rejected|reject|rejects|rejection|rejections|refused|refuse|refuses|refusal|refusals|"
     "declined|decline",
     "REJECT", "", ""},
    {"opposed|oppose|opposes|objected|object to|objected to|objections", "REJECT", "", ""},
    {"denied|deny|denies|denial|denials|refuted|refute", "REJECT", "", ""},
    {"vetoed|veto|vetoes", "REJECT", "129", ""},
    {"threatened|threaten|threatens|threat|threats|warned|warn|warns|warning|warnings|ultimatum|"
     "ultimatums",
     "THREATEN", "", ""},
    // verbal cooperation
    {"promised|promise|promises|pledged|pledge|pledges|vowed|vow|vows", "AGREE", "030", ""},
    {"agreed|agree|agrees|agreement|agreements|signed|sign|deal|deals|agreed with|agree "
     "with|accord|accords|treaty|treaties|pact|pacts",
     "AGREE", "", ""},
    {"supported|support|supports|praised|praise|praises|endorsed|endorse|defended|defend|"
     "supporting|backed|"
     "back|backing",
     "SUPPORT", "", ""},
    {"recognized|recognised|recognize|recognise|recognition", "SUPPORT", "054", ""},
    {"thanked|thank|congratulated|congratulate|hailed|hail", "SUPPORT", "051", ""},
    {"apologized|apologised|apologize|apologise|apology|apologies", "SUPPORT", "055", ""},
    {"requested|request|requests|asked|ask|asks|demanded|demand|demands|urged|urge|urges|appealed|"
     "appeal|"
     "appeals|proposed|propose|proposal|proposals|called for|call for",
     "REQUEST", "", ""},
    // material cooperation
    {"cooperated|cooperate|cooperation|cooperated with|cooperate with|joint operations",
     "COOPERATE", "", ""},
    {"exercise|exercises|joint exercise|joint exercises|drills", "COOPERATE", "", "exercise"},
    {"aided|aid|helped|help|assisted|assist|assistance|gave aid|funded|fund|armed", "AID", "", ""},
    {"conceded|concede|concession|concessions|yielded|yield", "CONCEDE", "", ""},
    {"freed|free|released|release|releases", "CONCEDE", "084", ""},
    {"resigned|resign|resigns|resignation|resignations|stepped down|step down|quit", "CONCEDE",
     "083", ""},
    {"ceasefire|ceasefires|cease fire|cease fires|truce|truces", "CONCEDE", "0871", ""},
    {"retreated|retreat|withdrew|withdraw|withdrawn|withdrawal|withdrawals", "CONCEDE", "087", ""},
    // material conflict
    {"protested|protest|protests|demonstrated|demonstrate|demonstration|demonstrations|rallied|"
     "rally|rallies|"
     "riot|riots|strike action|marched|march",
     "PROTEST", "", ""},
    {"boycotted|boycott|boycotts", "PROTEST", "143", ""},
    {"sanctioned|sanction|sanctions|expelled|expel|expulsion|embargo|embargoes|suspended|suspend|"
     "suspension",
     "SANCTION", "", ""},
    {"mobilized|mobilised|mobilize|mobilise|mobilization|mobilisation|deployed|deploy|deployment|"
     "deployments",
     "MOBILIZE", "", ""},
    {"arrested|arrest|arrests|detained|detain|detention|detentions|captured|capture|captures|"
     "jailed",
     "COERCE", "173", ""},
    {"seized power|seize power|took power|take power|coup|coups|overthrew|overthrow|overthrown|"
     "ousted|oust|toppled|topple|deposed|depose",
     "COERCE", "172", ""},
    {"coerced|coerce|coercion|seized|seize|seizure|convicted|convict|deported|deport", "COERCE", "",
     ""},
    {"drone strikes|drone strike|drone attacks|drone attack", "ASSAULT", "", "drone"},
    {"air strikes|air strike|airstrikes|airstrike|air raid|air raids", "ASSAULT", "", "air"},
    {"suicide bombing|suicide bombings|suicide attack|suicide attacks", "ASSAULT", "", "suicide"},
    {"bombed|bomb|bombs|bombing|bombings|explosion|explosions|blast|blasts", "ASSAULT",
     "18 183 19 195 20", ""},
    {"besieged|besiege|siege|sieges|blockaded|blockade|blockades", "ASSAULT", "191", ""},
    {"tortured|torture", "ASSAULT", "1822", ""},
    {"kidnapped|kidnap|kidnapping|kidnappings|abducted|abduct|abduction|abductions|took hostage|"
     "took hostages|take hostages",
     "ASSAULT", "181", ""},
    {"executed|execute|execution|executions|hanged|hang|hanging", "ASSAULT", "1823", ""},
    {"wounded|wound|injured|injure|hurt", "ASSAULT", "", ""},
    {"poisoned|poison|poisoning", "ASSAULT", "", "poison"},
    {"killed|kill|kills|killing|killings|assassinated|assassinate|assassination|assassinations|"
     "murdered|murder|murders|died|die|dies|deaths",
     "ASSAULT", "", ""},
    {"fought|fight|fights|fighting|battle|battles|clash|clashes|clashed", "ASSAULT", "19", ""},
    {"attacked|attack|attacks|assaulted|assault|assaults|struck|strike|strikes|hit|shot|shoot|raid|"
     "raids|"
     "raided|shelled|shell|ambushed|ambush|violence|invaded|invade|invasion|stormed|storm",
     "ASSAULT", "", ""},
    // the names of the types
    {"consult", "CONSULT", "", ""},
    {"retreat", "RETREAT", "", ""},
    {"mobilize", "MOBILIZE", "", ""},
};

/// "attacking" for "attack", "accusing" for "accuse", "sanctioning"; empty for other words.
std::vector<std::string> without_ing(std::string_view word) {
  constexpr std::string_view ending = "ing";
  if (word.size() < 6 || !word.ends_with(ending)) return {};
  const std::string stem(word.substr(0, word.size() - ending.size()));
  std::vector<std::string> result = {stem, stem + "e"};
  if (stem[stem.size() - 1] == stem[stem.size() - 2])
    result.push_back(stem.substr(0, stem.size() - 1));
  return result;
}

bool is_form(std::string_view forms, std::string_view wanted) {
  while (!forms.empty()) {
    const auto bar = forms.find('|');
    if (forms.substr(0, bar) == wanted) return true;
    if (bar == std::string_view::npos) return false;
    forms.remove_prefix(bar + 1);
  }
  return false;
}

struct SayingRow {
  std::string_view type;
  std::string_view cameo;
  Saying saying;
};

constexpr SayingRow sayings[] = {
    {"CONSULT", "041", {"phoned", "phone", "phoned", "phone"}},
    {"CONSULT", "042", {"visited", "visit", "travelled", "travel"}},
    {"CONSULT", "043", {"hosted", "host", "received visitors", "receive visitors"}},
    {"CONSULT", "045", {"mediated for", "mediate for", "mediated", "mediate"}},
    {"CONSULT", "046", {"negotiated with", "negotiate with", "negotiated", "negotiate"}},
    {"CONSULT", "", {"met", "meet", "held talks", "hold talks"}},
    {"ACCUSE", "09", {"investigated", "investigate", "investigated", "investigate"}},
    {"ACCUSE", "111", {"criticized", "criticize", "voiced criticism", "voice criticism"}},
    {"ACCUSE", "", {"accused", "accuse", "made accusations", "make accusations"}},
    {"REJECT", "", {"rejected", "reject", "refused", "refuse"}},
    {"THREATEN", "", {"threatened", "threaten", "made threats", "make threats"}},
    {"AGREE", "", {"agreed with", "agree with", "agreed", "agree"}},
    {"SUPPORT", "054", {"recognized", "recognize", "granted recognition", "grant recognition"}},
    {"SUPPORT", "055", {"apologized to", "apologize to", "apologized", "apologize"}},
    {"SUPPORT", "", {"supported", "support", "voiced support", "voice support"}},
    {"REQUEST", "", {"asked", "ask", "made demands", "make demands"}},
    {"COOPERATE", "", {"cooperated with", "cooperate with", "cooperated", "cooperate"}},
    {"AID", "", {"aided", "aid", "gave aid", "give aid"}},
    {"CONCEDE", "", {"yielded to", "yield to", "gave way", "give way"}},
    {"STATEMENT",
     "",
     {"made a statement on", "make a statement on", "made a statement", "make a statement"}},
    {"RETREAT", "0831", {"resigned before", "resign before", "resigned", "resign"}},
    {"RETREAT", "0841", {"released", "release", "made a release", "make a release"}},
    {"RETREAT",
     "0842",
     {"returned property to", "return property to", "returned property", "return property"}},
    {"RETREAT",
     "0871",
     {"agreed on a truce with", "agree on a truce with", "held a ceasefire", "hold a ceasefire"}},
    {"RETREAT", "0873", {"disarmed", "disarm", "disarmed", "disarm"}},
    {"RETREAT", "0874", {"withdrew from", "withdraw from", "withdrew", "withdraw"}},
    {"RETREAT", "", {"retreated before", "retreat before", "retreated", "retreat"}},
    {"PROTEST", "", {"protested against", "protest against", "protested", "protest"}},
    {"SANCTION", "", {"sanctioned", "sanction", "imposed sanctions", "impose sanctions"}},
    {"MOBILIZE", "", {"mobilized against", "mobilize against", "mobilized", "mobilize"}},
    {"COERCE", "173", {"arrested", "arrest", "made arrests", "make arrests"}},
    {"COERCE", "", {"coerced", "coerce", "used force", "use force"}},
    {"ASSAULT", "181", {"abducted", "abduct", "abducted people", "abduct people"}},
    {"ASSAULT", "1823", {"killed", "kill", "killed", "kill"}},
    {"ASSAULT", "", {"attacked", "attack", "attacked", "attack"}},
};

const TypeWord* find_row(std::string_view wanted) {
  const auto* const at = std::find_if(std::begin(table), std::end(table), [&](const TypeWord& row) {
    return is_form(row.words, wanted);
  });
  return at == std::end(table) ? nullptr : at;
}

std::optional<FoundType> find_plain_type(std::span<const Word> words) {
  constexpr std::size_t longest = 3;
  std::string joined;
  std::optional<FoundType> best;
  for (std::size_t count = 1; count <= std::min(longest, words.size()); ++count) {
    if (words[count - 1].quoted) break;
    if (!joined.empty()) joined += ' ';
    joined += words[count - 1].folded;
    const TypeWord* at = count == 1 ? type_of_word(joined) : find_row(joined);
    if (at != nullptr) best = FoundType{.word = at, .count = count};
  }
  return best;
}

/// How many words stand before the noun in "imposed sanctions", "signed a new agreement", "paid
/// a visit"; 0 when they are none such.
std::size_t light_words(std::span<const Word> words) {
  const auto is_light = [](const Word& word) {
    return is_one_of(word, {"imposed",  "impose", "signed",  "sign",  "held",      "hold",
                            "launched", "launch", "carried", "carry", "made",      "make",
                            "paid",     "pay",    "staged",  "stage", "reached",   "reach",
                            "gave",     "give",   "ordered", "order", "conducted", "conduct",
                            "issued",   "issue",  "offered", "offer", "declared",  "declare"});
  };
  const auto is_between = [](const Word& word) {
    return is_one_of(word,
                     {"a", "an", "the", "new", "out", "any", "fresh", "further", "more", "its"});
  };
  if (words.size() < 2 || !is_light(words[0])) return 0;
  std::size_t count = 1;
  while (count + 1 < words.size() && count < 3 && is_between(words[count])) ++count;
  return count;
}

}  // namespace

std::span<const TypeWord> type_words() { return table; }

const TypeWord* type_of_word(std::string_view folded) {
  if (const TypeWord* at = find_row(folded)) return at;
  for (const std::string& base : without_ing(folded)) {
    if (const TypeWord* at = find_row(base)) return at;
  }
  return nullptr;
}

std::optional<FoundType> find_type(std::span<const Word> words) {
  const auto plain = find_plain_type(words);
  const std::size_t lead = light_words(words);
  if (lead == 0) return plain;
  auto carried = find_plain_type(words.subspan(lead));
  if (!carried) return plain;
  carried->count += lead;
  return carried;
}

std::optional<FoundType> find_kind(std::span<const Word> words) {
  const auto found = find_type(words);
  return found && !found->word->type.empty() ? found : std::nullopt;
}

bool agrees(const TypeWord& word, std::string_view type, std::string_view cameo) {
  if (!word.type.empty() && word.type != type && !(word.type == "CONCEDE" && type == "RETREAT") &&
      !(word.type == "RETREAT" && type == "CONCEDE")) {
    return false;
  }
  if (word.cameo.empty() || cameo.empty()) return true;
  std::string_view prefixes = word.cameo;
  while (!prefixes.empty()) {
    const auto blank = prefixes.find(' ');
    const std::string_view prefix = prefixes.substr(0, blank);
    // a bare root, such as 04, stands for events that are coded no finer
    if (prefix.size() == 2 ? (cameo == prefix || word.cameo == prefix) && cameo.starts_with(prefix)
                           : cameo.starts_with(prefix)) {
      return true;
    }
    if (blank == std::string_view::npos) return false;
    prefixes.remove_prefix(blank + 1);
  }
  return false;
}

Saying saying_of(std::string_view type, std::string_view cameo) {
  for (const SayingRow& row : sayings) {
    if (row.type == type && cameo.starts_with(row.cameo)) return row.saying;
  }
  return {.past = type, .base = type, .past_alone = type, .base_alone = type};
}

}  // namespace annals
