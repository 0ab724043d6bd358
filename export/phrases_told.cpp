// Words for what articles' own words say more closely than the type and mode of an event.

#include <algorithm>
#include <iterator>
#include <utility>

#include "export/phrases.h"

namespace annals {
namespace {

/// Words of articles, with spaces around each, and what they say more closely; the gravest first.
constexpr std::pair<std::string_view, Phrase> worded[] = {
    {" kill kills killed killing killings murder murders murdered murdering slain slaying slayings "
     "die dies died perish perished dead death deaths ",
     {"ASSAULT", "", "killed", "killed people", "was killed"}},
    {" wound wounds wounded wounding injure injures injured injuring hurt ",
     {"ASSAULT", "", "wounded", "wounded people", "was wounded"}},
    {" rape rapes raped raping ", {"ASSAULT", "", "raped", "raped people", "was raped"}},
    {" shoot shoots shot gunned ", {"ASSAULT", "", "shot", "shot people", "was shot"}},
    {" invade invades invaded invading invasion invasions ",
     {"ASSAULT", "", "invaded", "carried out an invasion", "was invaded"}},
    {" besiege besieged siege surround surrounded surrounding encircle encircled ",
     {"ASSAULT", "", "besieged", "laid siege", "was besieged"}},
    {" seize seized capture captured capturing retake retook recapture recaptured overran overrun "
     "occupy occupied occupation annexed annexation takeover ",
     {"ASSAULT", "", "seized", "seized ground", "was seized"}},
    {" ambush ambushed ", {"ASSAULT", "", "ambushed", "laid an ambush", "was ambushed"}},
    {" raid raids raided raiding storm stormed storming ",
     {"ASSAULT", "", "raided", "carried out a raid", "was raided"}},
    {" clash clashes clashed clashing fight fights fought fighting battle battles battled battling "
     "skirmish skirmishes firefight gunbattle gunfight shootout crossfire ",
     {"ASSAULT", "", "fought with", "fought", "came under attack"}},
    {" sentence sentences sentenced sentencing condemned ",
     {"COERCE", "", "sentenced", "sentenced people", "was sentenced"}},
    {" jail jails jailed jailing imprison imprisoned imprisonment ",
     {"COERCE", "", "jailed", "jailed people", "was jailed"}},
    {" try tries tried trial trials prosecute prosecuted prosecuting prosecution court-martial ",
     {"COERCE", "", "tried", "held a trial", "was tried"}},
    {" charge charges charged charging indict indicted indictment arraigned ",
     {"COERCE", "", "charged", "brought charges", "was charged"}},
    {" warrant warrants ",
     {"COERCE", "", "issued an arrest warrant for", "issued an arrest warrant",
      "faced an arrest warrant"}},
    {" question questioned questioning interrogate interrogated interrogation ",
     {"COERCE", "", "questioned", "questioned people", "was questioned"}},
    {" damage damaged damaging burn burned burnt torched smashed ",
     {"COERCE", "", "damaged property of", "damaged property", "had property damaged"}},
    {" destroy destroyed destroying demolish demolished demolition bulldozed razed ",
     {"COERCE", "", "destroyed property of", "destroyed property", "had property destroyed"}},
    {" loot loots looted looting ransack ransacked ",
     {"COERCE", "", "looted property of", "looted property", "was looted"}},
    {" trial trials ", {"ACCUSE", "", "tried", "held a trial", "was tried"}},
    {" warn warns warned warning warnings caution cautions cautioned ",
     {"THREATEN", "", "warned", "gave a warning", "was warned"}},
    {" ultimatum deadline ",
     {"THREATEN", "", "gave an ultimatum to", "gave an ultimatum", "faced an ultimatum"}},
};

}  // namespace

const Phrase* phrase_of(const Event& event, const std::set<std::string>& told) {
  for (const auto& [words, phrase] : worded) {
    if (phrase.type != event.type) continue;
    const bool said = std::any_of(told.begin(), told.end(), [&, all = words](const auto& word) {
      return all.find(" " + word + " ") != std::string_view::npos;
    });
    if (said) return &phrase;
  }
  return nullptr;
}

bool is_graver(const Phrase& a, const Phrase& b) {
  const auto place = [](const Phrase& phrase) {
    return std::find_if(std::begin(worded), std::end(worded),
                        [&](const auto& row) { return &row.second == &phrase; });
  };
  return place(a) < place(b);
}

bool befalls_people(const Phrase& phrase) {
  return (phrase.type == "ASSAULT" || phrase.type == "COERCE") &&
         (phrase.alone.ends_with(" people") || phrase.mode == "arrest");
}

}  // namespace annals
