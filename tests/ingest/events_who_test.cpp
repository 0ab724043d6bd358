#include <catch2/catch.hpp>

#include "tests/ingest/events_support.h"

namespace annals {
namespace {

TEST_CASE("who takes part is found across joins and sentences", "[ingest][events][who]") {
  const auto row = GENERATE(values<TextAndEvent>({
      // whose planes they are says not where to
      {"Kenya deployed Chadian planes on Monday.", "MOBILIZE Kenya >  happened"},
      // those of many who are named
      {"Kenya held talks with several countries including Chad on Monday.",
       "CONSULT Kenya, Chad happened"},
      // a place, and when
      {"Mwai Kibaki arrived in Prague Friday afternoon for a three-day visit.",
       "CONSULT Mwai Kibaki > Prague happened"},
      // who acts for a country does nothing to it by what he says of it
      {"Chancellor Angela Merkel pledged to bring Germany's budget deficit down.",
       "AGREE Angela Merkel >  happened"},
      {"Kenyan President Mwai Kibaki said that Kenya must save energy.",
       "REQUEST Mwai Kibaki >  happened"},
      {"Kenyan President Mwai Kibaki proposed that Kenya and Chad build a road.",
       "REQUEST Mwai Kibaki > Chad happened"},
      {"Kenyan President Mwai Kibaki urged Kenya to save energy.",
       "REQUEST Mwai Kibaki > Kenya happened"},
      {"The Kenyan opposition pledged to support Kenya.",
       "SUPPORT Kenyan opposition > Kenya planned"},
      // parties of many countries are of the article's
      {"Hong Kong people marched in Hong Kong on Sunday. The Democratic Party urged China to "
       "listen.",
       "REQUEST Democratic Party of Hong Kong > China happened"},
      {"Republicans refused to lift sanctions on Iran.", "REJECT Republican Party > Iran"},
      {"Canadian Prime Minister Paul Martin was criticised by Conservatives in Ottawa.",
       "ACCUSE Conservative Party of Canada > Paul Martin happened"},
      {"U.S. President Bush was criticised by Democrats in Washington on Monday.",
       "ACCUSE Democratic Party > Bush happened"},
      // a clause that hangs on the last of those joined
      {"Chilean President Ricardo Lagos and Peruvian President Alejandro Toledo, who met in Quito, "
       "praised the treaty.",
       "CONSULT Ricardo Lagos, Alejandro Toledo happened"},
      // the two that the article speaks of, and not a country in passing
      {"Kenya and Uganda agreed on Monday to trade more. Kenya sends Uganda tea, and both buy fish "
       "from Tanzanian ships. The two countries signed a pact.",
       "AGREE Kenya, Uganda happened"},
      // the people of two countries are of both
      {"Kenya and Uganda met on Monday. The diplomats of the two countries discussed fish.",
       "CONSULT Kenyan diplomats, Ugandan diplomats happened"},
      {"Diplomats from Kenya and Uganda discussed fish on Monday.",
       "CONSULT Kenyan diplomats, Ugandan diplomats happened"},
      // who is blamed for several is blamed for each
      {"The Abu Sayyaf has been blamed for a wave of bombings in Manila.",
       "ASSAULT Abu Sayyaf > Manila alleged"},
      {"Officials from the United States, the European Union (EU) and Norway met on Monday.",
       "CONSULT U.S. officials, European Union officials, Norwegian officials happened"},
      // what is communist, nationalist or rebel may be land
      {"Newt Gingrich paid a visit to Taiwan. He called his visit to the nationalist island short.",
       "CONSULT Newt Gingrich > Taiwan happened"},
      // "A, B, and C"
      {"Diplomats from Kenya, Chad, and Niger met on Monday.",
       "CONSULT Kenyan diplomats, Chadian diplomats, Nigerien diplomats happened"},
      // a proposal is not of those who would act under it
      {"Under the proposal made by President Mwai Kibaki, Chad would join the talks.",
       "REQUEST Mwai Kibaki >  happened"},
      // a participle and its object are two
      {"Mobutu used troops to stop a march backing Kenyan President Mwai Kibaki, arresting him.",
       "COERCE Mobutu Sese Seko > Mwai Kibaki happened"},
      // who speaks speaks of others
      {"Nicholas Burns praised Kenyan President Mwai Kibaki. \"We have not asked him to resign,\" "
       "Burns said.",
       "REQUEST Nicholas Burns > Mwai Kibaki denied"},
      // ... also in the last sentence of what he says
      {"Nicholas Burns praised Kenyan President Mwai Kibaki. \"We trust him. We have not asked him "
       "to resign,\" Burns said.",
       "REQUEST Nicholas Burns > Mwai Kibaki denied"},
      {"The Mungiki are a shadowy group and blamed for a string of murders.",
       "ASSAULT Mungiki >  alleged"},
      // when it was, and not what they did
      {"In Wednesday's demonstration, Kenyan troops sealed off the parliament.",
       "PROTEST  >  happened"},
      {"Kenya accused Italian, German and Swiss tourists of lying.",
       "ACCUSE Kenya > Italian tourists, German tourists, Swiss tourists"},
      {"Ricardo Lagos came for a meeting with the Kenyan premier, Ralph Berg, and other meetings.",
       "CONSULT Ricardo Lagos, Ralph Berg happened"},
      // forces of nobody that is told are what is refused, pledged or moved
      {"Hungary ruled out sending troops.", "REJECT Hungary >  happened"},
      // officials protest in words
      {"Kenyan government officials protested the advance.",
       "ACCUSE Kenyan government officials >  happened"},
      // several are met by whoever says so there
      {"Ricardo Lagos made the remark during a meeting with Kenyan President Mwai Kibaki and "
       "Chadian President Idriss Deby.",
       "CONSULT Ricardo Lagos, Mwai Kibaki, Idriss Deby happened"},
      // "which" is no person
      {"Lagos met Foreign Minister Philippe Douste-Blazy of France, which has helped Chad.",
       "AID France > Chad"},
      // the victim's name before the deed
      {"Chad wants an inquiry into the Tueni killing. Gibran Tueni was a lawmaker.",
       "ASSAULT  > Gibran Tueni"},
      // nobody investigates the victim
      {"British police probed the killing of Gibran Tueni.", "ACCUSE British police >  happened"},
      // who is only said to have done it
      {"The report implicated Syrian officials in the killing of Gibran Tueni.",
       "ASSAULT Syrian officials > Gibran Tueni alleged"},
      // an army deploys its own, and against nobody
      {"The Kenyan army has deployed nearly 1,000 army troops, 100 navy and 50 airforce personnel.",
       "MOBILIZE Kenyan army >  happened"},
      // one who stands near is whom it is done to, unless in what says where or in another clause
      {"Kenya rejected a draft treaty drawn up by Uganda.", "REJECT Kenya > Uganda happened"},
      {"Kenya rejected a plan to send aid to Uganda.", "REJECT Kenya >  happened"},
      {"Kenya's health authorities stressed the need for clean water in Uganda.",
       "REQUEST Kenyan health authorities >  happened"},
      {"Kenya promised an aid package to help Uganda.", "AGREE Kenya > Uganda happened"},
      // what one does is done for what oneself means to do, but who is asked is to do it
      {"Kenyan police opened fire to disperse the demonstrators.",
       "COERCE Kenyan police > demonstrators"},
      {"Ricardo Lagos demanded the rebels to free the prisoners.", "RETREAT rebels > prisoners"},
      // of what is blamed those are meant whom the blame names
      {"Ricardo Lagos said the verdict was illegal because torture was used in Peru.",
       "ACCUSE Ricardo Lagos >  happened"},
      // of whom a participle behind a hyphen speaks takes no part, unless the rest is his
      {"Kenya supported the Ugandan-backed plan.", "SUPPORT Kenya >  happened"},
      {"Kenyan rebels looted the Ugandan-owned shops.", "COERCE Kenyan rebels > Uganda"},
      // who is called by what he is to another is the one named beside it
      {"Ricardo Lagos met his Peruvian counterpart, Alejandro Toledo, on Monday.",
       "CONSULT Ricardo Lagos, Alejandro Toledo happened"},
      // what happened meanwhile was done to others
      {"Ricardo Lagos resigned on Monday as crowds stormed a bank in Peru.",
       "RETREAT Ricardo Lagos >  happened"},
      // one threatens others
      {"Chad's ruling party said on Monday it will withdraw its support for Kenya.",
       "THREATEN Chadian ruling party > Kenya happened"},
      // who is attacked is not helped by what helps the attack
      {"Iran gave weapons for the invasion of Kuwait.", "AID Iran >  happened"},
      // who is pressed is to do it
      {"The United States piled pressure on Iran to cut its ties with Hamas.",
       "SANCTION Iran > Hamas hypothetical"},
      // a clause that lacks nothing has no other object
      {"Police studied charges that Kenyan troops raped hundreds of women.",
       "ASSAULT Kenyan troops > women alleged"},
      // support that is won is somebody else's
      {"Ricardo Lagos has won the endorsement of the Awami League.",
       "SUPPORT Awami League > Ricardo Lagos happened"},
      // who is told to have taken some took more
      {"Swiss authorities have confiscated two houses of a smuggler. A boat was seized later.",
       "COERCE Swiss authorities >  happened"},
      {"Israel has objected to Hamas taking part in the elections.",
       "REJECT Israel > Hamas happened"},
      // an office is nobody whom one leaves
      {"Ricardo Lagos resigned as president.", "RETREAT Ricardo Lagos >  happened"},
      {"Ricardo Lagos resigned as leader of the Awami League.",
       "RETREAT Ricardo Lagos > Awami League"},
      // "they" are those whom two words named
      {"Ricardo Lagos held talks with Alejandro Toledo in Quito. The two leaders agreed that the "
       "Bolivians should decide. They also discussed trade.",
       "CONSULT Ricardo Lagos, Alejandro Toledo happened"},
      // whom a rally is against, and not whose it is
      {"Thousands of people in Beirut joined an anti-Syrian rally.",
       "PROTEST Lebanese people > Syria"},
      {"Anti-Syrian protesters marched in Beirut.", "PROTEST Lebanese protesters > Syria"},
      // phrases with "by" that stand far from what was done, and gerunds behind them
      {"Mobutu ruled Zaire before being ousted by advancing Rwandan troops.",
       "ASSAULT Rwandan troops > Mobutu"},
      {"Tokyo made the offer ahead of a visit to Kenya by Ricardo Lagos.",
       "CONSULT Ricardo Lagos > Kenya"},
      // one visits no country of one's own
      {"French Defence Minister Michele Alliot-Marie flew to Lebanon. She spoke to reporters "
       "during "
       "a visit to the country.",
       "CONSULT Michele Alliot-Marie > Lebanon"},
      // an outcome goes with what burst, and what erupted was not drawn
      {"A bomb exploded near the hall where Kenya's parliament will meet, killing a guard.",
       "ASSAULT  > guards"},
      {"The visit drew protesters and clashes erupted between Kenyan soldiers and Ugandan police.",
       "ASSAULT Kenyan soldiers > Ugandan police"},
      // one deed with its outcome
      {"Militants staged bombings in Dhaka, killing two Kenyan soldiers.",
       "ASSAULT militants > Dhaka, Kenyan soldiers"},
      // the last of those told before, and the one before that
      {"Kenya criticised Uganda after the latter arrested two envoys.", "COERCE Uganda > envoys"},
      {"Kenya criticised Uganda because the former had arrested two envoys.",
       "COERCE Kenya > envoys"},
      // whose driver it is has a title and a name of his own
      {"A driver for the French ambassador Jean Dupont was killed by rebels.",
       "ASSAULT rebels > drivers"},
      // whose officials they are stands before a short name in brackets
      {"A senior World Food Program (WFP) official urged Kenya to open the port.",
       "REQUEST World Food Programme officials > Kenya"},
      // the deed kills, and neither when it was nor where, nor whoever is named in between
      {"Chad condemned the attacks on hotels in the Jordanian capital of Amman last night which "
       "killed ten people.",
       "ASSAULT  > people"},
      {"Rebels claimed responsibility for the suicide bombings on two Amman hotels, which killed "
       "ten people and wounded twenty.",
       "ASSAULT  > people"},
      // nobody does what they support an inquiry into
      {"Lebanese leaders voiced more support on Tuesday for a UN-backed probe into the "
       "assassination of former Prime Minister Ricardo Lagos.",
       "ASSAULT  > Ricardo Lagos"},
      // of two kings the one of the country beside the name, or of the one that the text is about
      {"Jordan's King Abdullah met Ricardo Lagos.", "CONSULT King Abdullah II, Ricardo Lagos"},
      {"Saudi King Abdullah met Ricardo Lagos.", "CONSULT King Abdullah, Ricardo Lagos"},
      {"Saudi Arabia sent oil to Chile. King Abdullah met Ricardo Lagos.",
       "CONSULT King Abdullah, Ricardo Lagos"},
      // what stands behind the commas of a participle is the verb's
      {"Kenya would send its negotiators, led by Ricardo Lagos, back to Chad on Monday.",
       "CONSULT Kenya > Chad planned"},
      // the enemies of one are others
      {"Uganda blamed the enemies of Kenya for the raid.", "ACCUSE Uganda"},
      // a country does nothing to "the country" that is itself
      {"Chad held an election on Sunday. Kenya sent troops to the country.",
       "MOBILIZE Kenya > Chad"},
      {"Peruvian President Alejandro Toledo was disappointed that the deal was small, but hailed "
       "Ricardo Lagos nonetheless.",
       "SUPPORT Alejandro Toledo > Ricardo Lagos"},
      {"The exiled leader of the Islamic Resistance Movement (Hamas) Khaled Meshaal arrived in "
       "Kenya.",
       "CONSULT Khaled Meshaal > Kenya"},
      {"Chile contributed troops to the Peruvian-led invasion of Bolivia.",
       "ASSAULT Peru > Bolivia"},
      // those who die in one clash fought each other
      {"A Kenyan soldier and three rebels died in a clash near Garissa.",
       "ASSAULT Kenyan soldiers > Kenyan rebels"},
      {"One Kenyan soldier was killed in a clash with rebels in Somalia.",
       "ASSAULT Somali rebels > Kenyan soldiers"},
      // whoever issued it says what a statement says
      {"The African Union issued a statement on Tuesday. The statement urged Chad to stop.",
       "REQUEST African Union > Chad"},
      // two names before one noun: there are fighters of both
      {"Kenyan troops were attacked by al-Qaeda and Taliban fighters.",
       "ASSAULT al-Qaeda fighters, Taliban fighters > Kenyan troops"},
      // of whom a deed is said did it
      {"A court convicted Zhou Wei of the murder of two Chilean teachers.",
       "ASSAULT Zhou Wei > Chilean teachers"},
      {"Two Chilean rebels were arrested for the murder of Zhou Wei.",
       "ASSAULT Chilean rebels > Zhou Wei"},
      // whose decision it is
      {"Kenya condemned a decision by Chad to extend the house arrest of Zhou Wei.",
       "COERCE Chad > Zhou Wei"},
      {"Kenya condemned a decision by Chad to arrest Zhou Wei.", "COERCE Chad > Zhou Wei"},
      // the agent behind where and what for
      {"Zhou Wei was shot dead at his home by Chilean soldiers.",
       "ASSAULT Chilean soldiers > Zhou Wei"},
      // nobody acts on himself without being told so
      {"Protesters clashed with Kenyan police, who detained 40 of them.",
       "COERCE Kenyan police > protesters"},
      {"Militants armed with spears attacked Kenyan soldiers.",
       "ASSAULT militants > Kenyan soldiers"},
      {"Ricardo Lagos met his Kenyan and Peruvian counterparts in Quito.",
       "CONSULT Ricardo Lagos, Kenya, Peru"},
      {"Army helicopters bombed a market, killing 20 villagers.",
       "ASSAULT army helicopters > villagers"},
      {"Chile was opposed to the war and refused to send troops to Niger.", "REJECT Chile > Niger"},
      {"Kenyan police arrested three rebels in Garissa on Monday. A rebel was killed in the raid.",
       "ASSAULT Kenyan police > rebels"},
      // why somebody does something is done by the same
      {"Kenya quit the talks on Monday in protest at Chadian raids.", "PROTEST Kenya > Chad"},
      // a body under its own name
      {"Zhou Wei's new party, the Action Congress, condemned Kenya.",
       "ACCUSE Action Congress > Kenya"},
      // whom fighters fight, where the article tells it
      {"Kenyan troops killed six rebels near Garissa on Monday. The rebels have been fighting "
       "since March.",
       "ASSAULT rebels > Kenyan troops"},
      // who is said to have been harmed is not who is answered
      {"Kenya accused Chad of arming rebels. Chad denied any role in the killing of Zhou Wei.",
       "REJECT Chad > Kenya"},
      {"The talks between Chad and Kenya were put off because of a deal with Libya.",
       "CONSULT Chad, Kenya cancelled"},
      {"Fresh rounds of talks between Chad and Kenya had been scheduled for May.",
       "CONSULT Chad, Kenya planned"},
      {"Chad has no intention of withdrawing its troops from Niger.", "REJECT Chad > Niger"},
      {"Ricardo Lagos said Chile would not tolerate Peruvian patrols.", "REJECT Chile > Peru"},
      // a number or a rank before the first of two countries
      {"Two senior Chadian and Sudanese officials met Kenyan ministers.",
       "CONSULT Chadian officials, Sudanese officials, Kenyan ministers happened"},
      // those of whom the doers are do it with them
      {"Chadian and Sudanese officials agreed to open the border between the two countries.",
       "AGREE Chadian officials, Sudanese officials happened"},
      // a border is nobody's but the two's whom it parts
      {"Chad massed tanks on its border with Libya.", "MOBILIZE Chad > Libya"},
      // what is measured comes from where the measured thing comes
      {"Kenya bought two million tonnes of wheat from Uganda.", "COOPERATE Kenya > Uganda"},
      {"Chile said it was willing to return Peruvian ships.", "AGREE Chile > Peru"},
  }));
  check_told(row.text, row.event);
}

TEST_CASE("nothing is done to the one who merely tells it", "[ingest][events][who]") {
  const auto lines = told(
      read("Kenya signed a pact with Chad. \"We want this to happen again,\" Ricardo Lagos said."));
  CAPTURE(lines);
  CHECK(having(lines, "> Ricardo Lagos") == 0);
  CHECK(having(told(read("Ricardo Lagos said he was arrested by Kenyan police.")),
               "COERCE Kenyan police > Ricardo Lagos") == 1);
}

TEST_CASE("what somebody denies is not denied to those whom it is about", "[ingest][events][who]") {
  const auto lines = told(
      read("North Korea is accused of holding thousands of political prisoners, which it denies."));
  CAPTURE(lines);
  CHECK(having(lines, "REJECT North Korea >  happened") == 1);
}

TEST_CASE("what one comes or meets for is told with it", "[ingest][events][who]") {
  const auto [text, visits] = GENERATE(values<std::pair<const char*, std::ptrdiff_t>>({
      {"Ricardo Lagos arrived in Kenya on Monday for a two-day visit to the country.", 1},
      {"Ricardo Lagos met Alejandro Toledo on Monday for talks on trade.", 1},
      {"Ricardo Lagos arrived in Kenya on Monday after a visit to Chad.", 2},
  }));
  CAPTURE(text);
  CHECK(having(told(read(text)), "CONSULT") == visits);
}

TEST_CASE("who is visiting is met or speaks, and is not visited", "[ingest][events][who]") {
  const auto row = GENERATE(values<TextAndEvent>({
      {"Ricardo Lagos began a meeting with visiting Kenyan President Mwai Kibaki in Quito.",
       "CONSULT Ricardo Lagos, Mwai Kibaki happened"},
      {"Visiting Kenyan President Mwai Kibaki praised Chad on Monday.",
       "SUPPORT Mwai Kibaki > Chad happened"},
      {"Visiting Kenya's President Mwai Kibaki praised Chad on Monday.",
       "SUPPORT Mwai Kibaki > Chad happened"},
  }));
  CAPTURE(row.text);
  check_told(row.text, row.event);
  CHECK(read(row.text).mentions.size() == 1);
}

TEST_CASE("who comes home visits nobody", "[ingest][events][who]") {
  const auto lines = told(read("Egyptian President Hosni Mubarak returned to Egypt on Monday."));
  CAPTURE(lines);
  CHECK(having(lines, "CONSULT") == 0);
}

TEST_CASE("neither another clock nor who tells of it later gives a deed its day",
          "[ingest][events][dating]") {
  // 2015-06-10 is a Wednesday
  CHECK(tells(read("Modi will meet Angela Merkel at 9 pm Friday (0300 GMT Saturday)."),
              "CONSULT Narendra Modi, Angela Merkel planned 2015-06-12"));
  const Facts recent = read("Chile said on Tuesday that Peru had recently attacked Bolivia.");
  const auto lines = told(recent);
  CAPTURE(lines);
  CHECK(tells(recent, "ASSAULT Peru > Bolivia happened"));
  CHECK_FALSE(tells(recent, "ASSAULT Peru > Bolivia happened 2015-06-09"));
  CHECK(tells(read("Chile said on Tuesday that it had no intention of attacking Peru. Chad has no "
                   "plans to meet Libya."),
              "REJECT Chad > Libya happened 2015-06-10"));
}

TEST_CASE("whoever made or sent what acts does it", "[ingest][events][who]") {
  const auto row = GENERATE(values<TextAndEvent>({
      {"A report released by Amnesty International accused Chad of torture.",
       "ACCUSE Amnesty International > Chad"},
      {"A motion presented by Kenya called on Chad to leave.", "REQUEST Kenya > Chad"},
      // whoever is hit by it has not made it
      {"A truck hit by rebels accused Chad of torture.", "ACCUSE  > Chad"},
      // troops that are somewhere are there for their country
      {"Danish soldiers stationed in Mali played football.", "MOBILIZE Danish soldiers > Mali"},
      {"France has 400 troops deployed in Mali.", "MOBILIZE France > Mali"},
      // one word for both sides, and not who stands above
      {"He visited Japan on Friday amid clashes in Chad between rival factions.",
       "ASSAULT factions"},
      // the last phrase hung on the verb
      {"A truce ended a crackdown by Peru on Kenyan protesters.",
       "COERCE Peru > Kenyan protesters"},
      // on a visit: the country, and not oneself
      {"Ricardo Lagos expressed pleasure with his visit to Kenya.",
       "SUPPORT Ricardo Lagos > Kenya"},
      {"Peru will continue its targeted killing against rebels.", "ASSAULT Peru > rebels"},
      // "who" is the subject of what is said
      {"Peru arrested two men who officials said killed a Kenyan soldier.",
       "ASSAULT men > Kenyan soldiers"},
      {"The Evening Standard, which the mayor believes has attacked Peru, closed.",
       "ASSAULT Evening Standard > Peru"},
      // what one has in mind
      {"Chad has plans to launch an offensive against Boko Haram.", "ASSAULT Chad > Boko Haram"},
      // a thing that kills is not who speaks of it
      {"Kenya's Foreign Minister Amina Mohamed expressed grief on Wednesday after a bombing near "
       "Mecca killed 217 pilgrims.",
       "ASSAULT  > pilgrims"},
  }));
  CAPTURE(row.text, row.event);
  const auto lines = told(read(row.text));
  CAPTURE(lines);
  CHECK(having(lines, row.event) > 0);
}

TEST_CASE("what is against a country is not of it", "[ingest][events][who]") {
  const Facts facts = read("The anti-Syrian majority, who won in May, threatened to protest.");
  const auto lines = told(facts);
  CAPTURE(lines);
  CHECK(having(lines, "Syria >") == 0);
}

TEST_CASE("a plan that nobody has is no deed", "[ingest][events][who]") {
  const Facts facts = read("Chad has no plans to withdraw its troops from Niger.");
  const auto lines = told(facts);
  CAPTURE(lines);
  CHECK(tells(facts, "REJECT Chad > Niger"));
  CHECK_FALSE(tells(facts, "RETREAT Chad > Niger happened"));
  CHECK_FALSE(tells(facts, "RETREAT Chad > Niger planned"));
}

TEST_CASE("a group that nobody knows is none that was spoken of", "[ingest][events][who]") {
  const Facts facts = read(
      "Boko Haram attacked a village on Monday. Nigeria condemned a raid by an unidentified group "
      "on its convoy.");
  const auto lines = told(facts);
  CAPTURE(lines);
  CHECK(having(lines, "ACCUSE Nigeria") == 1);
  CHECK(having(lines, "ACCUSE Nigeria > Boko Haram") == 0);
}

TEST_CASE("who is said to have done it is not told as the doer where it is told as done",
          "[ingest][events][who]") {
  check_told(
      "A report implicated Syrian officials in the killing of Gibran Tueni. Tueni was killed in a "
      "bomb blast.",
      "ASSAULT  > Gibran Tueni happened");
}

TEST_CASE("a man is joined by men and not by a thing of theirs", "[ingest][events][who]") {
  const auto row = GENERATE(values<TextAndEvent>({
      {"Iraq waits for the execution of Saddam Hussein and a backlash from his supporters.",
       "ASSAULT  > Saddam Hussein planned"},
      {"A court sentenced Saddam Hussein and two of his aides to death on Sunday.",
       "COERCE court > Saddam Hussein, Iraqi aides happened"},
  }));
  check_told(row.text, row.event);
}

TEST_CASE("who calls for an end to fighting does not fight", "[ingest][events][who]") {
  const auto lines = told(
      read("The Maoists and seven opposition parties formed an alliance, calling for an end to "
           "fighting."));
  CAPTURE(lines);
  CHECK(having(lines, "ASSAULT Maoists") == 0);
}

TEST_CASE("the make of a weapon is nobody", "[ingest][events][who]") {
  const auto lines = told(read("Separatists had fired Grad rockets at the checkpoint."));
  CAPTURE(lines);
  CHECK(having(lines, "ASSAULT separatists") == 1);
  CHECK(having(lines, "> Grad") == 0);
}

}  // namespace
}  // namespace annals
