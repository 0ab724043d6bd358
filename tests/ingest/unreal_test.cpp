#include <catch2/catch.hpp>

#include "tests/ingest/events_support.h"

namespace annals {
namespace {

TEST_CASE("what was not done is not told as done", "[ingest][events][status]") {
  const auto row = GENERATE(values<TextAndEvent>({
      // nearly, not, by nobody
      {"Kenyan troops almost attacked Somalia.", "ASSAULT Kenyan troops > Somalia denied"},
      {"Instead of attacking Iraq, Turkey sent envoys.", "ASSAULT Turkey > Iraq denied"},
      {"The cease-fire between Israel and Hamas failed to take effect.",
       "RETREAT Israel, Hamas denied"},
      {"The army was unable to capture the rebels.", "COERCE army > rebels denied"},
      {"Germany said it will no longer sell weapons to Turkey.",
       "COOPERATE Germany > Turkey denied"},
      // told to do it, and whatever may come
      {"The United States told Iran to free the sailors.", "RETREAT Iran > sailors hypothetical"},
      {"Kenya will bomb whatever Somalia sells to Uganda.",
       "COOPERATE Somalia > Uganda hypothetical"},
      // attempts: those at violence are violence
      {"Sudan tried to negotiate with rebels.", "CONSULT Sudan, rebels hypothetical"},
      {"Hamas militants tried to storm a camp of Israel.",
       "ASSAULT Hamas militants > Israel happened"},
      // ahead
      {"Egypt was about to attack Israel.", "ASSAULT Egypt > Israel planned"},
      {"Kerry was supposed to meet Lavrov.", "CONSULT Kerry, Lavrov planned"},
      // duties
      {"Russia still has to sign the protocol with Costa Rica.",
       "AGREE Russia, Costa Rica hypothetical"},
      {"The rebels have yet to sign the accord with Uganda.", "AGREE rebels, Uganda hypothetical"},
      {"Kenya had to release the prisoners.", "RETREAT Kenya > prisoners happened"},
      // what somebody was made, helped or able to do, and what is still to be brought about
      {"Iran was forced to withdraw its troops from Iraq.", "RETREAT Iran > Iraq happened"},
      {"Pressure compelled Iran to sign the accord with Turkey.", "AGREE Iran, Turkey happened"},
      {"Kenya has been forced to expel the Ugandan ambassador.",
       "SANCTION Kenya > Ugandan ambassador happened"},
      {"Kenya was able to arrest the rebels.", "COERCE Kenya > rebels happened"},
      {"Kenya was not able to arrest the rebels.", "COERCE Kenya > rebels denied"},
      {"The army is able to attack the rebels.", "ASSAULT army > rebels hypothetical"},
      {"The law will force Turkey to release the prisoners.",
       "RETREAT Turkey > prisoners hypothetical"},
      {"France wants to help Kenya arrest the rebels.", "COERCE Kenya > rebels hypothetical"},
      {"The sanctions could have forced Iran to free the sailors.",
       "RETREAT Iran > sailors hypothetical"},
      // what somebody is the first to have done, and what it will be
      {"Gandhi is the first minister to visit Kenya.", "CONSULT ministers > Kenya happened"},
      {"Gandhi will be the first minister to visit Kenya.", "CONSULT ministers > Kenya planned"},
      {"Troops went on to kill four villagers.", "ASSAULT troops > villagers happened"},
      {"France insisted on withdrawing its troops from Mali.",
       "RETREAT France > Mali hypothetical"},
      // gerunds and infinitives behind what is wanted, planned, weighed or pressed for
      {"Kenya will take part in talks aimed at reaching a peace treaty with Chad.",
       "AGREE Chad planned 2015-06-11/.."},
      {"His government lost a vote on sending troops to Albania.",
       "MOBILIZE Albanian government > Albania hypothetical"},
      {"Chad took a step towards releasing two Kenyan soldiers.",
       "RETREAT Chad > Kenyan soldiers hypothetical"},
      {"The group called off a truce with Turkey.", "RETREAT Turkey cancelled"},
      {"International pressure mounted on Monday to deploy Kenyan forces to Chad.",
       "MOBILIZE Kenyan forces > Chad hypothetical"},
      {"The talks could open only after Kenya recognizes Chad.",
       "SUPPORT Kenya > Chad hypothetical"},
      {"The deal is a step toward ending a dispute sparked last year when France rejected a Kenyan "
       "proposal.",
       "REJECT France > Kenya happened"},
      // bills are not yet what they are for
      {"The Chadian opposition put forward two bills to oust Ricardo Lagos.",
       "COERCE Chadian opposition > Ricardo Lagos hypothetical"},
      // who is the latest to do it does
      {"Nuri al-Maliki has become the latest Iraqi leader to reject Kofi Annan's call.",
       "REJECT Iraqi leader > Kofi Annan happened"},
      // what something is done for
      {"Kenya sent police to arrest the rebels.", "COERCE police > rebels planned"},
      {"Kenya closed roads in order to arrest the rebels.", "COERCE Kenya > rebels planned"},
      {"He urged Kenya to be patient and release the prisoners.",
       "RETREAT Kenya > prisoners hypothetical"},
      {"France deplored the lack of cooperation between Kenya and Uganda.",
       "COOPERATE Kenya, Uganda denied"},
      {"Jemaah Islamiyah is accused of being behind bombings in Indonesia.",
       "ASSAULT Jemaah Islamiyah > Indonesia alleged"},
      {"Iraq is thinking of arresting the rebels.", "COERCE Iraq > rebels hypothetical"},
      {"Rebels launched their offensive on Monday to topple Mobutu.",
       "COERCE rebels > Mobutu Sese Seko hypothetical"},
      {"A gunman shot two soldiers next to a Kenyan base.", "ASSAULT gunmen > soldiers happened"},
      {"Aleksovski is charged with involvement in the massacre of dozens of Muslims.",
       "ASSAULT Aleksovski > Muslims alleged"},
      // what a noun between is about
      {"Kenya expressed its hope for talks with Uganda.", "CONSULT Kenya, Uganda hypothetical"},
      // questions, doubts and conditions
      {"It is unclear whether Israel attacked Syria.", "ASSAULT Israel > Syria hypothetical"},
      {"Had Iraq attacked Kuwait, the United States would have struck.",
       "ASSAULT Iraq > Kuwait hypothetical"},
      {"NATO will respond as if Russia had attacked Finland.",
       "ASSAULT Russia > Finland hypothetical"},
      {"Officials denied a report that France bombed Mali.", "ASSAULT France > Mali denied"},
      {"France would have signed the treaty with Algeria.", "AGREE France, Algeria hypothetical"},
  }));
  check_told(row.text, row.event);
}

TEST_CASE("nobody's act is no act", "[ingest][events][status]") {
  const auto text = GENERATE(as<std::string>(), "Nobody attacked Israel.",
                             "Neither side attacked the villages of Uganda.",
                             "In case of an attack on Taiwan, the United States would respond.",
                             "Soldiers took part in a drill simulating an attack by North Korea.",
                             "Cameron faced Blair in a battle of wits.");
  const auto lines = told(read(text));
  CAPTURE(lines);
  CHECK(having(lines, "happened") == 0);
}

TEST_CASE("what is judged before it is done is not told as done", "[ingest][events][status]") {
  CHECK_FALSE(tells(read("Lifting the embargo on Iraq is out of the question, Lagos said."),
                    "CONCEDE  > Iraq happened"));
  CHECK(tells(read("Torturing the prisoners was a mistake, Lagos said."),
              "ASSAULT  > prisoners happened"));
}

}  // namespace
}  // namespace annals
