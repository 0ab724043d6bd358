#include "ingest/trees/arguments.h"

#include <catch2/catch.hpp>

#include "tests/ingest/tiny_tree.h"

namespace annals {
namespace {

std::string word(const SentenceTree& tree, std::int32_t token) {
  return token < 0 ? "" : std::string(tree.token(token).form);
}

TEST_CASE("a passive verb's subject is whom it is done to", "[ingest][arguments]") {
  const Treebank bank = tiny_tree(
      "Militants militant NOUN NNS 3 nsubj:pass\n"
      "were be AUX VBD 3 aux:pass\n"
      "arrested arrest VERB VBN 0 root\n"
      "by by ADP IN 5 case\n"
      "police police NOUN NN 3 obl:agent\n"
      "in in ADP IN 7 case\n"
      "Karachi Karachi PROPN NNP 3 obl\n");
  const SentenceTree tree(bank.analysis.sentences[0], clause_words());
  const Frame frame = verb_frame(tree, 2);
  CHECK(frame.passive);
  CHECK(word(tree, frame.find("subj")) == "police");
  CHECK(word(tree, frame.find("obj")) == "Militants");
  CHECK(word(tree, frame.find("in")) == "Karachi");
}

TEST_CASE("coordinated and controlled verbs share the subject", "[ingest][arguments]") {
  const Treebank bank = tiny_tree(
      "Iran Iran PROPN NNP 2 nsubj\n"
      "refused refuse VERB VBD 0 root\n"
      "to to PART TO 4 mark\n"
      "meet meet VERB VB 2 xcomp\n"
      "and and CCONJ CC 6 cc\n"
      "left leave VERB VBD 2 conj\n");
  const SentenceTree tree(bank.analysis.sentences[0], clause_words());
  CHECK(word(tree, verb_frame(tree, 3).find("subj")) == "Iran");
  CHECK(word(tree, verb_frame(tree, 5).find("subj")) == "Iran");
}

TEST_CASE("who is urged, accused or forced is the subject of what follows", "[ingest][arguments]") {
  const Treebank bank = tiny_tree(
      "Kiev Kiev PROPN NNP 2 nsubj\n"
      "accused accuse VERB VBD 0 root\n"
      "Moscow Moscow PROPN NNP 2 obj\n"
      "of of SCONJ IN 5 mark\n"
      "shelling shell VERB VBG 2 advcl\n"
      "towns town NOUN NNS 5 obj\n");
  const SentenceTree tree(bank.analysis.sentences[0], clause_words());
  CHECK(word(tree, verb_frame(tree, 4).find("subj")) == "Moscow");
}

TEST_CASE("who is spoken to is the object where there is no other", "[ingest][arguments]") {
  const Treebank urged = tiny_tree(
      "Kiev Kiev PROPN NNP 2 nsubj\n"
      "urged urge VERB VBD 0 root\n"
      "Moscow Moscow PROPN NNP 2 iobj\n"
      "to to PART TO 5 mark\n"
      "leave leave VERB VB 2 xcomp\n");
  const SentenceTree alone(urged.analysis.sentences[0], clause_words());
  CHECK(word(alone, verb_frame(alone, 1).find("obj")) == "Moscow");
  CHECK(word(alone, verb_frame(alone, 1).find("iobj")) == "Moscow");
  const Treebank given = tiny_tree(
      "Kiev Kiev PROPN NNP 2 nsubj\n"
      "gave give VERB VBD 0 root\n"
      "Moscow Moscow PROPN NNP 2 iobj\n"
      "time time NOUN NN 2 obj\n");
  const SentenceTree both(given.analysis.sentences[0], clause_words());
  CHECK(word(both, verb_frame(both, 1).find("obj")) == "time");
  CHECK(word(both, verb_frame(both, 1).find("iobj")) == "Moscow");
}

TEST_CASE("an infinitive on the object of push is what the object is to do",
          "[ingest][arguments]") {
  const Treebank pushed = tiny_tree(
      "Kiev Kiev PROPN NNP 2 nsubj\n"
      "pushed push VERB VBD 0 root\n"
      "Moscow Moscow PROPN NNP 2 obj\n"
      "to to PART TO 5 mark\n"
      "free free VERB VB 3 acl\n"
      "sailors sailor NOUN NNS 5 obj\n");
  const SentenceTree tree(pushed.analysis.sentences[0], clause_words());
  CHECK(word(tree, verb_frame(tree, 1).find("xcomp")) == "free");
  CHECK(word(tree, verb_frame(tree, 4).find("subj")) == "Moscow");
  const Treebank summoned = tiny_tree(
      "Kiev Kiev PROPN NNP 2 nsubj\n"
      "summoned summon VERB VBD 0 root\n"
      "envoys envoy NOUN NNS 2 obj\n"
      "to to PART TO 5 mark\n"
      "complain complain VERB VB 2 xcomp\n");
  const SentenceTree purpose(summoned.analysis.sentences[0], clause_words());
  CHECK(word(purpose, verb_frame(purpose, 4).find("subj")) == "Kiev");
}

TEST_CASE("participles and relative clauses speak of the noun before them", "[ingest][arguments]") {
  const Treebank bank = tiny_tree(
      "militants militant NOUN NNS 0 root\n"
      "arrested arrest VERB VBN 1 acl\n"
      "in in ADP IN 4 case\n"
      "Karachi Karachi PROPN NNP 2 obl\n"
      "who who PRON WP 6 nsubj\n"
      "attacked attack VERB VBD 1 acl:relcl\n"
      "ships ship NOUN NNS 6 obj\n");
  const SentenceTree tree(bank.analysis.sentences[0], clause_words());
  CHECK(word(tree, verb_frame(tree, 1).find("obj")) == "militants");
  CHECK(word(tree, verb_frame(tree, 5).find("subj")) == "militants");
}

TEST_CASE("a mission of attacking a town attacks nothing itself", "[ingest][arguments]") {
  const Treebank bank = tiny_tree(
      "failed fail VERB VBD 0 root\n"
      "in in ADP IN 3 case\n"
      "mission mission NOUN NN 1 obl\n"
      "of of ADP IN 5 mark\n"
      "attacking attack VERB VBG 3 acl\n"
      "ships ship NOUN NNS 5 obj\n");
  const SentenceTree tree(bank.analysis.sentences[0], clause_words());
  CHECK(verb_frame(tree, 4).find("subj") != 2);
}

TEST_CASE("a widow of assassinated kings assassinates nobody", "[ingest][arguments]") {
  const Treebank bank = tiny_tree(
      "left leave VERB VBD 0 root\n"
      "widow widow NOUN NN 1 obj\n"
      "of of ADP IN 4 mark\n"
      "assassinated assassinate VERB VBN 2 acl\n"
      "kings king NOUN NNS 4 obj\n");
  const SentenceTree tree(bank.analysis.sentences[0], clause_words());
  CHECK(verb_frame(tree, 3).find("subj") != 1);
}

TEST_CASE("a light verb gives its arguments to the noun", "[ingest][arguments]") {
  const Treebank bank = tiny_tree(
      "Kerry Kerry PROPN NNP 2 nsubj\n"
      "held hold VERB VBD 0 root\n"
      "talks talk NOUN NNS 2 obj\n"
      "with with ADP IN 5 case\n"
      "Lavrov Lavrov PROPN NNP 2 obl\n");
  const SentenceTree tree(bank.analysis.sentences[0], clause_words());
  const Frame frame = noun_frame(tree, 2, [](const Token& token) { return token.lemma == "hold"; });
  CHECK(frame.light == 1);
  CHECK(word(tree, frame.find("subj")) == "Kerry");
  CHECK(word(tree, frame.find("with")) == "Lavrov");
  CHECK(noun_frame(tree, 2, [](const Token&) { return false; }).light == -1);
}

TEST_CASE("what something begins with is not what it does", "[ingest][arguments]") {
  const Treebank bank = tiny_tree(
      "Revolts revolt NOUN NNS 2 nsubj\n"
      "began begin VERB VBD 0 root\n"
      "with with ADP IN 4 case\n"
      "attacks attack NOUN NNS 2 obl\n");
  const SentenceTree tree(bank.analysis.sentences[0], clause_words());
  const Frame frame =
      noun_frame(tree, 3, [](const Token& token) { return token.lemma == "begin"; });
  CHECK(frame.find("subj") == -1);
}

}  // namespace
}  // namespace annals
