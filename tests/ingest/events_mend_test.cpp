#include "ingest/mend/events_mend_attach.h"
#include "ingest/mend/events_mend_bounds.h"
#include "ingest/mend/events_mend_listed.h"
#include "ingest/mend/events_mend_verbs.h"

#include <catch2/catch.hpp>

#include "ingest/mend/events_mend.h"
#include "ingest/trees/sentence_tree.h"
#include "tests/ingest/events_support.h"
#include "tests/ingest/tiny_tree.h"

namespace annals {
namespace {

std::size_t word(const Sentence& sentence, const std::string& form) {
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i)
    if (sentence.tokens[i].form == form) return i;
  FAIL("no word " << form);
  return 0;
}

/// What the word `form` of a tree hangs on once it is mended, and by which relation.
struct Row {
  const char* tree;
  const char* form;
  const char* head;
  const char* relation;
};

void check(const Row& row, void (*mend)(Sentence&, const EventRules&)) {
  Treebank bank = tiny_tree(row.tree);
  Sentence& sentence = bank.analysis.sentences.at(0);
  mend(sentence, english().events());
  INFO(row.tree);
  const Token& token = sentence.tokens[word(sentence, row.form)];
  REQUIRE(token.head >= 0);
  CHECK(sentence.at(token.head).form == row.head);
  CHECK(token.deprel == row.relation);
}

}  // namespace

TEST_CASE("verbs of one subject are no list of what the first is done to", "[ingest][events]") {
  const auto row = GENERATE(values<Row>({
      {"Police police NOUN NN 2 nsubj\nraided raid VERB VBD 0 root\nhomes home NOUN NNS 2 obj\n"
       ", , PUNCT , 6 punct\nseized seize VERB VBN 6 amod\nguns gun NOUN NNS 3 conj\n"
       "and and CCONJ CC 9 cc\ndetained detain VERB VBN 9 amod\nmen man NOUN NNS 3 conj\n",
       "detained", "seized", "conj"},
      {"Police police NOUN NN 2 nsubj\nraided raid VERB VBD 0 root\nhomes home NOUN NNS 2 obj\n"
       ", , PUNCT , 6 punct\nseized seize VERB VBN 6 amod\nguns gun NOUN NNS 3 conj\n"
       "and and CCONJ CC 8 cc\ncars car NOUN NNS 3 conj\n",
       "cars", "guns", "conj"},
      // a quality: the verb above is in the present
      {"Laws law NOUN NNS 2 nsubj\nname name VERB VBP 0 root\nguns gun NOUN NNS 2 obj\n"
       "and and CCONJ CC 6 cc\nseized seize VERB VBN 6 amod\ncars car NOUN NNS 3 conj\n",
       "cars", "guns", "conj"},
      // ... and another: "rising prices" are not made to rise
      {"Fearing fear VERB VBG 0 root\nwar war NOUN NN 1 obj\nand and CCONJ CC 5 cc\n"
       "rising rise VERB VBG 5 amod\nprices price NOUN NNS 2 conj\n",
       "prices", "war", "conj"},
  }));
  check(row, mend_listed);
}

TEST_CASE("what hangs on a neighbour is hung where it belongs", "[ingest][events]") {
  const auto row = GENERATE(values<Row>({
      // finite verbs beside a noun or an adjective
      {"He he PRON PRP 2 nsubj\nrejected reject VERB VBD 0 root\nit it PRON PRP 2 obj\n"
       "as as ADP IN 5 case\nvague vague ADJ JJ 2 obl\nand and CCONJ CC 7 cc\n"
       "called call VERB VBN 5 conj\nfor for ADP IN 9 case\nhelp help NOUN NN 7 obl\n",
       "called", "rejected", "conj"},
      {"Norway Norway PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\nit it PRON PRP 5 nsubj\n"
       "was be AUX VBD 5 cop\nready ready ADJ JJ 2 ccomp\nand and CCONJ CC 7 cc\n"
       "called call VERB VBD 5 conj\nthem they PRON PRP 7 obj\n",
       "called", "ready", "conj"},
      // a verb that was read as a noun
      {"He he PRON PRP 3 nsubj\nwill will AUX MD 3 aux\nask ask VERB VB 0 root\n"
       "men man NOUN NNS 3 obj\nliving live VERB VBG 4 acl\nthere there ADV RB 5 advmod\n"
       "and and CCONJ CC 8 cc\npush push NOUN NN 5 conj\nfor for ADP IN 10 case\n"
       "talks talk NOUN NNS 8 obl\n",
       "push", "ask", "conj"},
      {"He he PRON PRP 3 nsubj\nwill will AUX MD 3 aux\nask ask VERB VB 0 root\n"
       "men man NOUN NNS 3 obj\nleaving leave VERB VBG 4 acl\nChad Chad PROPN NNP 5 obj\n"
       "and and CCONJ CC 8 cc\npush push NOUN NN 6 conj\nfor for ADP IN 10 case\n"
       "talks talk NOUN NNS 5 obl\n",
       "talks", "push", "obl"},
      // the subject of a clause that was read as a phrase
      {"War war NOUN NN 2 nsubj\nbegan begin VERB VBD 0 root\nafter after ADP IN 4 case\n"
       "rebels rebel NOUN NNS 2 obl\ncrossed cross VERB VBN 4 acl\nit it PRON PRP 5 obj\n",
       "rebels", "crossed", "nsubj"},
      {"War war NOUN NN 2 nsubj\nbegan begin VERB VBD 0 root\nafter after ADP IN 4 case\n"
       "rebels rebel NOUN NNS 2 obl\ncrossed cross VERB VBN 4 acl\nit it PRON PRP 5 obj\n"
       "and and CCONJ CC 8 cc\nattacked attack VERB VBD 2 conj\nus we PRON PRP 8 obj\n",
       "attacked", "crossed", "conj"},
      {"Peace peace NOUN NN 2 nsubj\nbegan begin VERB VBD 0 root\nafter after ADP IN 4 case\n"
       "talks talk NOUN NNS 2 obl\nheld hold VERB VBN 4 acl\nin in ADP IN 7 case\n"
       "Oslo Oslo PROPN NNP 5 obl\n",
       "talks", "began", "obl"},
      // the subject of a second clause that was read as one more object of the first
      {"They they PRON PRP 2 nsubj\nhope hope VERB VBP 0 root\nto to PART TO 4 mark\n"
       "deal deal VERB VB 2 xcomp\nwith with ADP IN 6 case\nDanes Dane PROPN NNPS 4 obl\n"
       "and and CCONJ CC 8 cc\nSwedes Swede PROPN NNPS 6 conj\nhave have AUX VBP 10 aux\n"
       "offered offer VERB VBN 4 conj\ntalks talk NOUN NNS 10 obj\n",
       "Swedes", "offered", "nsubj"},
      {"They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\nDanes Dane PROPN NNPS 2 obj\n"
       "and and CCONJ CC 5 cc\nSwedes Swede PROPN NNPS 3 conj\nand and CCONJ CC 7 cc\n"
       "offered offer VERB VBD 2 conj\ntalks talk NOUN NNS 7 obj\n",
       "Swedes", "Danes", "conj"},
      // participles of the noun before them
      {"It it PRON PRP 2 nsubj\nbegan begin VERB VBD 0 root\nfollowing follow ADP VBG 4 case\n"
       "talks talk NOUN NNS 5 obl\nheld hold VERB VBD 2 advcl\nin in ADP IN 7 case\n"
       "Oslo Oslo PROPN NNP 5 obl\n",
       "held", "talks", "acl"},
      {"They they PRON PRP 2 nsubj\nfought fight VERB VBD 0 root\ndespite despite ADP IN 4 case\n"
       "truce truce NOUN NN 2 obl\nagreed agree VERB VBD 2 advcl\nin in ADP IN 7 case\n"
       "May May PROPN NNP 5 obl\n",
       "agreed", "truce", "acl"},
      {"They they PRON PRP 2 nsubj\nfound find VERB VBD 0 root\nan a DET DT 4 det\n"
       "expert expert NOUN NN 2 obj\nkidnapped kidnap VERB VBD 2 ccomp\nby by ADP IN 7 case\n"
       "rebels rebel NOUN NNS 5 obl:agent\n",
       "kidnapped", "expert", "acl"},
      // names
      {"Kent Kent PROPN NNP 0 root\nAnn Ann PROPN NNP 1 flat\nand and CCONJ CC 4 cc\n"
       "Bob Bob PROPN NNP 2 conj\n",
       "Bob", "Kent", "conj"},
  }));
  check(row, mend_attachments);
}

TEST_CASE("what hangs on the wrong clause is hung on its own", "[ingest][events]") {
  const auto row = GENERATE(values<Row>({
      // the subject of an auxiliary
      {"Rebels rebel NOUN NNS 2 nsubj\nhave have AUX VBP 3 aux\nlost lose VERB VBN 0 root\n",
       "Rebels", "lost", "nsubj"},
      // a second passive without its auxiliary
      {"One one NUM CD 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nshot shoot VERB VBN 0 root\n"
       "and and CCONJ CC 5 cc\nsix six NUM CD 3 nsubj:pass\nheld hold VERB VBN 5 acl\n",
       "six", "held", "nsubj:pass"},
      {"One one NUM CD 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nshot shoot VERB VBN 0 root\n"
       "and and CCONJ CC 5 cc\nsix six NUM CD 3 nsubj:pass\nheld hold VERB VBN 5 acl\n",
       "held", "shot", "conj"},
      {"They they PRON PRP 2 nsubj\nshot shoot VERB VBD 0 root\nmen man NOUN NNS 2 obj\n"
       "and and CCONJ CC 5 cc\nboys boy NOUN NNS 3 conj\nheld hold VERB VBN 5 acl\n",
       "held", "boys", "acl"},
      // the subject of what is said, read as one of saying
      {"Rebels rebel NOUN NNS 7 nsubj\nkilled kill VERB VBD 7 ccomp\nten ten NUM CD 2 obj\n"
       ", , PUNCT , 2 punct\nthe the DET DT 6 det\narmy army NOUN NN 7 nsubj\n"
       "said say VERB VBD 0 root\n",
       "Rebels", "killed", "nsubj"},
      // who says so also warns, unless what is said tells of something done
      {"He he PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\nit it PRON PRP 4 nsubj\n"
       "lacked lack VERB VBD 2 ccomp\naims aim NOUN NNS 4 obj\nand and CCONJ CC 7 cc\n"
       "warned warn VERB VBD 4 conj\n",
       "warned", "said", "conj"},
      {"He he PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\nit it PRON PRP 5 nsubj\n"
       "has have AUX VBZ 5 aux\ncalled call VERB VBN 2 ccomp\nChad Chad PROPN NNP 5 obj\n"
       "and and CCONJ CC 8 cc\nwarned warn VERB VBD 5 conj\nPeru Peru PROPN NNP 8 obj\n",
       "warned", "called", "conj"},
      {"He he PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\nit it PRON PRP 4 nsubj\n"
       "won win VERB VBD 2 ccomp\n, , PUNCT , 6 punct\nrejecting reject VERB VBG 4 advcl\n"
       "doubts doubt NOUN NNS 6 obj\n",
       "rejecting", "said", "advcl"},
      {"He he PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\nit it PRON PRP 4 nsubj\n"
       "won win VERB VBD 2 ccomp\n, , PUNCT , 6 punct\nkilling kill VERB VBG 4 advcl\n"
       "ten ten NUM CD 6 obj\n",
       "killing", "won", "advcl"},
      // so does who claims it, and who asks for it meanwhile asks for more
      {"He he PRON PRP 2 nsubj\nclaimed claim VERB VBD 0 root\nit it PRON PRP 4 nsubj\n"
       "lacked lack VERB VBD 2 ccomp\naims aim NOUN NNS 4 obj\nand and CCONJ CC 7 cc\n"
       "accused accuse VERB VBD 4 conj\nthem they PRON PRP 7 obj\n",
       "accused", "claimed", "conj"},
      {"He he PRON PRP 2 nsubj\nasked ask VERB VBD 0 root\nus we PRON PRP 2 obj\n"
       "to to PART TO 5 mark\nleave leave VERB VB 2 xcomp\n, , PUNCT , 8 punct\n"
       "while while SCONJ IN 8 mark\nurging urge VERB VBG 5 advcl\nthem they PRON PRP 8 obj\n",
       "urging", "asked", "advcl"},
      {"He he PRON PRP 2 nsubj\nasked ask VERB VBD 0 root\nus we PRON PRP 2 obj\n"
       "to to PART TO 5 mark\nleave leave VERB VB 2 xcomp\n, , PUNCT , 8 punct\n"
       "while while SCONJ IN 8 mark\nwaving wave VERB VBG 5 advcl\nflags flag NOUN NNS 8 obj\n",
       "waving", "leave", "advcl"},
      // what kills is the deed
      {"They they PRON PRP 2 nsubj\nfired fire VERB VBD 0 root\nat at ADP IN 4 case\n"
       "men man NOUN NNS 2 obl\nleaving leave VERB VBG 4 acl\nit it PRON PRP 5 obj\n"
       ", , PUNCT , 8 punct\nkilling kill VERB VBG 5 advcl\nten ten NUM CD 8 obj\n",
       "killing", "fired", "advcl"},
      // guests
      {"He he PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\nvisiting visit VERB VBG 2 advcl\n"
       "officials official NOUN NNS 3 obj\n",
       "officials", "met", "obj"},
      {"He he PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\nwith with ADP IN 4 mark\n"
       "outgoing outgo VERB VBG 2 advcl\nministers minister NOUN NNS 4 obj\n",
       "ministers", "met", "obl"},
      {"He he PRON PRP 2 nsubj\nbegan begin VERB VBD 0 root\nvisiting visit VERB VBG 2 xcomp\n"
       "Chad Chad PROPN NNP 3 obj\n",
       "Chad", "visiting", "obj"},
      // some of several
      {"He he PRON PRP 2 nsubj\nblamed blame VERB VBD 0 root\naides aide NOUN NNS 2 obj\n"
       "of of ADP IN 5 case\nLula Lula PROPN NNP 3 nmod\n, , PUNCT , 10 punct\n"
       "six six NUM CD 10 nsubj\nof of ADP IN 9 case\nwhom whom PRON WP 7 nmod\n"
       "fled flee VERB VBD 5 acl:relcl\n",
       "fled", "aides", "acl:relcl"},
  }));
  check(row, mend_bounds);
}

TEST_CASE("a perfect that a phrase parts is one predicate", "[ingest][events]") {
  const auto verb_of = [](const std::string& lines) {
    Treebank bank = tiny_tree(lines);
    Sentence& sentence = bank.analysis.sentences.at(0);
    mend_perfects(sentence);
    const Token& verb = sentence.tokens.at(word(sentence, "rejected"));
    const Token& doer = sentence.tokens.at(0);
    const Token& thing = sentence.tokens.at(word(sentence, "offers"));
    return std::string(verb.deprel) + ' ' + std::string(sentence.at(doer.head).form) + ' ' +
           std::string(doer.deprel) + ' ' + std::string(thing.deprel);
  };
  CHECK(verb_of("Iran Iran PROPN NNP 5 nsubj\nhas have AUX VBZ 5 aux\nin in ADP IN 5 case\n"
                "the the DET DT 5 det\npast past NOUN NN 0 root\n"
                "rejected reject VERB VBN 5 acl\noffers offer NOUN NNS 6 obj\n") ==
        "root rejected nsubj obj");
  CHECK(verb_of("Iran Iran PROPN NNP 2 nsubj\nhas have VERB VBZ 0 root\nin in ADP IN 5 case\n"
                "the the DET DT 5 det\npast past NOUN NN 2 obl\n"
                "rejected reject VERB VBN 7 amod\noffers offer NOUN NNS 2 obj\n") ==
        "root rejected nsubj obj");
  // What one has is no perfect.
  CHECK(verb_of("Iran Iran PROPN NNP 2 nsubj\nhas have VERB VBZ 0 root\nin in ADP IN 6 case\n"
                "its its PRON PRP$ 6 nmod:poss\nrejected reject VERB VBN 6 amod\n"
                "offers offer NOUN NNS 2 obl\n") == "amod has nsubj obl");
}

TEST_CASE("a title that was read as one noun has its verb", "[ingest][events]") {
  const auto title = [](const std::string& lines) {
    const Treebank bank = tiny_tree(lines);
    const Sentence sentence = mended(bank.analysis.sentences.at(0), english().events());
    return std::string(sentence.tokens[1].deprel) + ' ' + std::string(sentence.tokens[2].deprel);
  };
  const std::string words =
      "Rocket rocket NOUN NN 2 compound\nhits hit NOUN NNS 3 compound\nbus bus NOUN NN 0 root\n";
  CHECK(title(words) == "root obj");
  CHECK(title(words + ". . PUNCT . 3 punct\n") == "compound root");
}

TEST_CASE("what is hard for somebody to do is not told as done", "[ingest][events]") {
  const auto hard = GENERATE("difficult", "harder", "impossible");
  const Facts facts = read(std::string("The mood also makes it ") + hard +
                           " for the army to cave in to U.S. pressure.");
  const auto lines = told(facts);
  CAPTURE(lines);
  CHECK(having(lines, "happened") == 0);
  CHECK_FALSE(lines.empty());
}

TEST_CASE("the first to be attacked was attacked", "[ingest][events]") {
  CHECK(tells(read("Norway is the first country to be attacked in 50 years of war."),
              "ASSAULT  > Norway happened"));
}

TEST_CASE("a past without an auxiliary does not go with a modal verb", "[ingest][events]") {
  const auto above = [](const std::string& lemma, const std::string& form) {
    const Treebank bank = tiny_tree(
        "He he PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\nit it PRON PRP 5 nsubj\n"
        "would would AUX MD 5 aux\nwatch watch VERB VB 2 ccomp\nand and CCONJ CC 7 cc\n" +
        form + ' ' + lemma + " VERB VBD 5 conj\nthem they PRON PRP 7 obj\n");
    return std::string(bank.analysis.sentences.at(0)
                           .tokens
                           .at(static_cast<std::size_t>(
                               SentenceTree(bank.analysis.sentences.at(0), clause_words()).head(6)))
                           .form);
  };
  CHECK(above("warn", "warned") == "said");
  CHECK(above("put", "put") == "watch");
}

TEST_CASE("clauses behind nouns hang where they belong", "[ingest][events]") {
  const auto above = [](const std::string& words, std::size_t clause,
                        std::vector<NameSpan> names = {}) {
    Treebank bank = tiny_tree(words);
    Sentence& sentence = bank.analysis.sentences.at(0);
    sentence.names = std::move(names);
    const Sentence put = mended(sentence, english().events());
    const Token& token = put.tokens.at(clause);
    return std::string(put.tokens.at(static_cast<std::size_t>(token.head)).form) + ' ' +
           std::string(token.deprel);
  };
  const std::string told =
      "Mwai Mwai PROPN NNP 2 nsubj\ntold tell VERB VBD 0 root\nreporters reporter NOUN NNS 2 "
      "iobj\nin in ADP IN 5 case\nKisumu Kisumu PROPN NNP 3 nmod\n";
  CHECK(above(told + "he he PRON PRP 8 nsubj\nwould would AUX MD 8 aux\nresign resign VERB VB 5 "
                     "acl:relcl\n",
              7) == "told ccomp");
  // Those of whom something is told in a relative clause keep it.
  CHECK(above(told + "who who PRON WP 7 nsubj\nasked ask VERB VBD 3 acl:relcl\n", 6) ==
        "reporters acl:relcl");
  const std::string said =
      "Mwai Mwai PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\nin in ADP IN 5 case\na a DET DT 5 "
      "det\nstatement statement NOUN NN 2 obl\n";
  CHECK(above(said + "that that SCONJ IN 8 mark\nrebels rebel NOUN NNS 8 nsubj\nfled flee VERB VBD "
                     "5 acl\n",
              7) == "said ccomp");
  CHECK(above("Talks talk NOUN NNS 0 root\nthat that SCONJ IN 4 mark\nrebels rebel NOUN NNS 4 "
              "nsubj\nheld hold VERB VBD 1 acl\n",
              3) == "Talks acl:relcl");
  const std::string met =
      "Putin Putin PROPN NNP 2 nsubj\nheld hold VERB VBD 0 root\ntalks talk NOUN NNS 2 obj\nwith "
      "with ADP IN 5 case\nSadr Sadr PROPN NNP 3 nmod\nwho who PRON WP 7 nsubj\narrived arrive "
      "VERB VBD 3 acl:relcl\n";
  CHECK(above(met, 6, {{.first = 4, .last = 5, .kind = NameKind::person}}) == "Sadr acl:relcl");
  CHECK(above(met, 6, {{.first = 4, .last = 5, .kind = NameKind::location}}) == "talks acl:relcl");
}

}  // namespace annals
