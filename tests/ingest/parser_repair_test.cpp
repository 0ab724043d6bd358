#include "ingest/trees/parser_repair.h"

#include <catch2/catch.hpp>

#include "tests/ingest/tiny_tree.h"

using namespace annals;

TEST_CASE("a day behind a subject is when the verb happened", "[ingest][repair]") {
  Treebank bank = tiny_tree(
      "Iran Iran PROPN NNP 4 nsubj\non on ADP IN 3 case\nMonday Monday PROPN NNP 1 nmod\n"
      "warned warn VERB VBD 0 root\nIsrael Israel PROPN NNP 4 obj");
  Sentence& named = bank.analysis.sentences[0];
  mend_days(named);
  CHECK(named.tokens[2].head == 3);
  CHECK(named.tokens[2].deprel == "obl");

  // What happens has its own day.
  Treebank other = tiny_tree(
      "Attacks attack NOUN NNS 4 nsubj\non on ADP IN 3 case\nMonday Monday PROPN NNP 1 nmod\n"
      "killed kill VERB VBD 0 root\nfive five NUM CD 4 obj");
  Sentence& happening = other.analysis.sentences[0];
  mend_days(happening);
  CHECK(happening.tokens[2].head == 0);
}

TEST_CASE("a year behind what is counted from is that one's", "[ingest][repair]") {
  Treebank bank = tiny_tree(
      "It it PRON PRP 3 nsubj\nwas be AUX VBD 3 cop\nmeeting meeting NOUN NN 0 root\n"
      "since since ADP IN 5 case\nfounding founding NOUN NN 3 nmod\nof of ADP IN 7 case\n"
      "state state NOUN NN 5 nmod\nin in ADP IN 9 case\n1949 1949 NUM CD 3 obl");
  Sentence& counted = bank.analysis.sentences[0];
  mend_days(counted);
  CHECK(counted.tokens[8].head == 4);

  // Nothing is counted from.
  Treebank other = tiny_tree(
      "It it PRON PRP 3 nsubj\nwas be AUX VBD 3 cop\nmeeting meeting NOUN NN 0 root\n"
      "of of ADP IN 5 case\nleaders leader NOUN NNS 3 nmod\nin in ADP IN 7 case\n"
      "1949 1949 NUM CD 3 obl");
  Sentence& dated = other.analysis.sentences[0];
  mend_days(dated);
  CHECK(dated.tokens[6].head == 2);
}

TEST_CASE("a month and a day behind a place are when the verb happened", "[ingest][repair]") {
  Treebank bank = tiny_tree(
      "Guards guard NOUN NNS 2 nsubj\nstand stand VERB VBP 0 root\nin in ADP IN 4 case\n"
      "Homs Homs PROPN NNP 2 obl\nMarch March PROPN NNP 6 nmod:unmarked\n3 3 NUM CD 4 appos\n");
  Sentence& dated = bank.analysis.sentences[0];
  mend_days(dated);
  CHECK(dated.tokens[5].head == 1);
  CHECK(dated.tokens[5].deprel == "obl:unmarked");
}

TEST_CASE("the words of a name are proper nouns", "[ingest][repair]") {
  Treebank bank = tiny_tree(
      "Minister minister NOUN NN 4 nsubj\nSyed sy VERB VBN 1 acl\nShah Shah PROPN NNP 2 flat\n"
      "spoke speak VERB VBD 0 root\n");
  Sentence& named = bank.analysis.sentences[0];
  named.names = {{.first = 1, .last = 3, .kind = NameKind::person}};
  mend_names(named);
  CHECK(named.tokens[1].upos == Upos::PROPN);
  CHECK(named.tokens[1].lemma == "Syed");
  CHECK(named.tokens[1].deprel == "appos");
}

TEST_CASE("the date before a noun is the noun's", "[ingest][repair]") {
  Treebank bank = tiny_tree(
      "War war NOUN NN 2 nsubj\nbegan begin VERB VBD 0 root\nafter after ADP IN 6 case\n"
      "the the DET DT 6 det\nMay May PROPN NNP 6 nmod:unmarked\n3 3 NUM CD 2 obl\n, , PUNCT , 6 "
      "punct\n2001 2001 NUM CD 6 nmod:unmarked\nattacks attack NOUN NNS 2 obl\n");
  Sentence& dated = bank.analysis.sentences[0];
  mend_days(dated);
  CHECK(dated.tokens[5].head == 8);
  CHECK(dated.tokens[2].head == 8);
  CHECK(dated.tokens[8].head == 1);
}

TEST_CASE("of two objects side by side, the noun describes the name", "[ingest][repair]") {
  Treebank bank = tiny_tree(
      "laughed laugh VERB VBD 0 root\nat at ADP IN 4 case\nhis his PRON PRP$ 4 nmod:poss\n"
      "rival rival NOUN NN 1 obl\nKhan Khan PROPN NNP 1 obl");
  Sentence& beside = bank.analysis.sentences[0];
  mend_described_names(beside);
  CHECK(beside.tokens[3].head == 4);
  CHECK(beside.tokens[3].deprel == "nmod:desc");
  CHECK(beside.tokens[1].head == 4);
  CHECK(beside.tokens[4].head == 0);

  // a month is no name
  Treebank other = tiny_tree(
      "left leave VERB VBD 0 root\nthe the DET DT 3 det\ncity city NOUN NN 1 obj\n"
      "May May PROPN NNP 1 obl");
  Sentence& dated = other.analysis.sentences[0];
  mend_described_names(dated);
  CHECK(dated.tokens[2].head == 0);
}

TEST_CASE("people who meet somewhere are no meeting", "[ingest][repair]") {
  Treebank bank = tiny_tree(
      "Danish Danish ADJ JJ 3 amod\nministers minister NOUN NNS 3 compound\n"
      "meeting meeting NOUN NN 6 nsubj\nin in ADP IN 5 case\nOslo Oslo PROPN NNP 3 nmod\n"
      "left leave VERB VBD 0 root");
  Sentence& sentence = bank.analysis.sentences[0];
  mend_meetings(sentence);
  CHECK(sentence.tokens[1].deprel == "nsubj");
  CHECK(sentence.tokens[1].head == 5);
  CHECK(sentence.tokens[0].head == 1);
  CHECK(sentence.tokens[2].deprel == "acl");
  CHECK(sentence.tokens[4].deprel == "obl");

  // "a ministers meeting in Oslo"
  Treebank held = tiny_tree(
      "a a DET DT 3 det\nministers minister NOUN NNS 3 compound\nmeeting meeting NOUN NN 0 root\n"
      "in in ADP IN 5 case\nOslo Oslo PROPN NNP 3 nmod");
  mend_meetings(held.analysis.sentences[0]);
  CHECK(held.analysis.sentences[0].tokens[1].deprel == "compound");
}

TEST_CASE("who follows said at the end says it", "[ingest][repair]") {
  Treebank bank = tiny_tree(
      "Prices price NOUN NNS 2 nsubj\nfell fall VERB VBD 0 root\n, , PUNCT , 4 punct\n"
      "said say VERB VBD 2 conj\nthe the DET DT 6 det\nofficial official NOUN NN 4 obj");
  Sentence& sentence = bank.analysis.sentences[0];
  mend_speakers(sentence);
  CHECK(sentence.tokens[5].deprel == "nsubj");
  CHECK(sentence.tokens[3].deprel == "parataxis");

  // With a subject of its own it keeps what it says.
  Treebank told = tiny_tree(
      "He he PRON PRP 2 nsubj\nleft leave VERB VBD 0 root\n, , PUNCT , 5 punct\n"
      "he he PRON PRP 5 nsubj\nsaid say VERB VBD 2 conj\nnothing nothing PRON NN 5 obj");
  Sentence& silent = told.analysis.sentences[0];
  mend_speakers(silent);
  CHECK(silent.tokens[5].deprel == "obj");
}

TEST_CASE("a title that hangs on its name stays there", "[ingest][repair]") {
  Treebank bank = tiny_tree(
      "President President PROPN NNP 2 nmod:desc\nAna Ana PROPN NNP 4 nsubj\n"
      "Lee Lee PROPN NNP 2 flat\nleft leave VERB VBD 0 root");
  Sentence& sentence = bank.analysis.sentences[0];
  sentence.names = {{.first = 1, .last = 3, .kind = NameKind::person}};
  mend_names(sentence);
  CHECK(sentence.tokens[0].head == 1);
  CHECK(sentence.tokens[1].head == 3);
}

TEST_CASE("who is named before a bare word of time is the subject", "[ingest][repair]") {
  Treebank bank = tiny_tree(
      "A a DET DT 4 det\ntop top ADJ JJ 3 amod\nofficial official NOUN NN 4 amod\n"
      "today today NOUN NN 5 nsubj\npraised praise VERB VBD 0 root\nHaiti Haiti PROPN NNP 5 obj");
  Sentence& sentence = bank.analysis.sentences[0];
  mend_times(sentence);
  CHECK(sentence.tokens[2].head == 4);
  CHECK(sentence.tokens[2].deprel == "nsubj");
  CHECK(sentence.tokens[0].head == 2);
  CHECK(sentence.tokens[3].deprel == "obl:unmarked");

  // A day that something belongs to stays: "Last Monday marked the end".
  Treebank other = tiny_tree(
      "Last last ADJ JJ 2 amod\nMonday Monday PROPN NNP 3 nsubj\nmarked mark VERB VBD 0 root\n"
      "change change NOUN NN 3 obj");
  Sentence& marked = other.analysis.sentences[0];
  mend_times(marked);
  CHECK(marked.tokens[1].deprel == "nsubj");
}

TEST_CASE("what is counted with up to is the object", "[ingest][repair]") {
  Treebank bank = tiny_tree(
      "Rebels rebel NOUN NNS 2 nsubj\nseized seize VERB VBD 0 root\nup up ADP RP 2 compound:prt\n"
      "to to ADP IN 6 case\n16 16 NUM CD 6 nummod\nadvisers adviser NOUN NNS 2 obl");
  Sentence& sentence = bank.analysis.sentences[0];
  mend_amounts(sentence);
  CHECK(sentence.tokens[5].deprel == "obj");
  CHECK(sentence.tokens[2].head == 4);

  // "went up to 16 soldiers" goes the same way; "climbed up to the roof" has no number.
  Treebank other = tiny_tree(
      "They they PRON PRP 2 nsubj\nclimbed climb VERB VBD 0 root\nup up ADP RP 2 compound:prt\n"
      "to to ADP IN 6 case\nthe the DET DT 6 det\nroof roof NOUN NN 2 obl");
  Sentence& climbed = other.analysis.sentences[0];
  mend_amounts(climbed);
  CHECK(climbed.tokens[5].deprel == "obl");
}

TEST_CASE("what has an owner and no object is a noun", "[ingest][repair]") {
  const auto tag = [](const std::string& lines) {
    Treebank bank = tiny_tree(lines);
    mend_gerunds(bank.analysis.sentences[0]);
    return bank.analysis.sentences[0].tokens[2].upos;
  };
  CHECK(tag("gave give VERB VBD 0 root\nits its PRON PRP$ 3 nmod:poss\n"
            "blessing bless VERB VBG 1 obj") == Upos::NOUN);
  CHECK(tag("hailed hail VERB VBD 0 root\nhis his PRON PRP$ 3 nmod:poss\n"
            "leaving leave VERB VBG 1 obj\noffice office NOUN NN 3 obj") == Upos::VERB);
}

TEST_CASE("a participle before a noun without an article describes the subject",
          "[ingest][repair]") {
  const auto mended = [](const std::string& lines) {
    Treebank bank = tiny_tree(lines);
    mend_described_subjects(bank.analysis.sentences[0]);
    const Token& noun = bank.analysis.sentences[0].tokens[1];
    return std::string(noun.deprel) + " of " + std::to_string(noun.head + 1);
  };
  CHECK(mended("Visiting visit VERB VBG 3 csubj\nKhan Khan PROPN NNP 1 obj\n"
               "said say VERB VBD 0 root") == "nsubj of 3");
  CHECK(mended("Killing kill VERB VBG 3 csubj\ncivilians civilian NOUN NNS 1 obj\n"
               "angers anger VERB VBZ 0 root") == "obj of 1");
}

TEST_CASE("the first word is the subject that its verb lacks", "[ingest][repair]") {
  const auto first = [](const std::string& lines) {
    Treebank bank = tiny_tree(lines);
    mend_first_word(bank.analysis.sentences[0]);
    return std::string(bank.analysis.sentences[0].tokens[0].deprel);
  };
  const std::string named = first(
      "Hill hill INTJ UH 5 discourse\n, , PUNCT , 1 punct\narriving arrive VERB VBG 5 advcl\n"
      ", , PUNCT , 3 punct\nsaid say VERB VBD 0 root");
  CHECK(named == "nsubj");
  CHECK(first("Uribe uribe AUX VB 2 aux:pass\ndemanded demand VERB VBN 0 root\n"
              "it it PRON PRP 2 obj") == "nsubj");
  CHECK(first("Both both DET DT 2 advmod\nflew fly VERB VBD 0 root") == "nsubj");

  CHECK(first("Hill hill INTJ UH 3 discourse\nhe he PRON PRP 3 nsubj\nsaid say VERB VBD 0 root") ==
        "discourse");
  CHECK(first("Was be AUX VBD 2 aux:pass\nseized seize VERB VBN 0 root") == "aux:pass");
  CHECK(first("Yes yes INTJ UH 2 discourse\nsaid say VERB VBD 0 root") == "discourse");
}
