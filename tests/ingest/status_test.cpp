#include "ingest/events/status.h"

#include <catch2/catch.hpp>

#include "tests/ingest/tiny_tree.h"

namespace annals {
namespace {

const EventRules& rules() {
  static const EventRules loaded = [] {
    LanguageOptions options;
    options.data = std::filesystem::path(ANNALS_SOURCE_DIR) / "ingest/data/english";
    return EventRules::load(options);
  }();
  return loaded;
}

TEST_CASE("status follows tense, negation and what governs the event", "[ingest][status]") {
  struct Row {
    const char* name;
    const char* tree;
    std::int32_t trigger;
    Status status;
    std::int32_t speaker;
  };
  const auto row = GENERATE(values<Row>({
      {"Obama met Putin",
       "Obama Obama PROPN NNP 2 nsubj\nmet meet VERB VBD 0 root\nPutin Putin PROPN NNP 2 obj\n", 1,
       Status::happened, -1},
      {"Obama will meet Putin",
       "Obama Obama PROPN NNP 3 nsubj\nwill will AUX MD 3 aux\nmeet meet VERB VB 0 root\nPutin "
       "Putin PROPN NNP 3 obj\n",
       2, Status::planned, -1},
      {"Obama to meet Putin",
       "Obama Obama PROPN NNP 3 nsubj\nto to PART TO 3 mark\nmeet meet VERB VB 0 root\nPutin Putin "
       "PROPN NNP 3 obj\n",
       2, Status::planned, -1},
      {"Obama did not meet Putin",
       "Obama Obama PROPN NNP 4 nsubj\ndid do AUX VBD 4 aux\nnot not PART RB 4 advmod\nmeet meet "
       "VERB VB 0 root\n",
       3, Status::denied, -1},
      {"Kiev sent a team to attack it",
       "Kiev Kiev PROPN NNP 2 nsubj\nsent send VERB VBD 0 root\nteam team NOUN NN 2 obj\nto to "
       "PART "
       "TO 5 mark\nattack attack VERB VB 3 acl\nit it PRON PRP 5 obj\n",
       4, Status::planned, -1},
      {"Kiev left to explain it as Moscow attacked towns",
       "Kiev Kiev PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root\nto to PART TO 4 mark\nexplain "
       "explain VERB VB 2 advcl\nas as SCONJ IN 7 mark\nMoscow Moscow PROPN NNP 7 "
       "nsubj\nattacked attack VERB VBD 4 advcl\ntowns town NOUN NNS 7 obj\n",
       6, Status::happened, -1},
      {"Iran denied attacking ships",
       "Iran Iran PROPN NNP 2 nsubj\ndenied deny VERB VBD 0 root\nattacking attack VERB VBG 2 "
       "xcomp\n",
       2, Status::denied, 0},
      {"Kiev accused Moscow of shelling",
       "Kiev Kiev PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nMoscow Moscow PROPN NNP 2 "
       "obj\n"
       "of of SCONJ IN 5 mark\nshelling shell VERB VBG 2 advcl\n",
       4, Status::alleged, 0},
      {"they agreed to release him",
       "they they PRON PRP 2 nsubj\nagreed agree VERB VBD 0 root\nto to PART TO 4 mark\nrelease "
       "release VERB VB 2 xcomp\n",
       3, Status::planned, -1},
      {"the visit was postponed",
       "the the DET DT 2 det\nvisit visit NOUN NN 4 nsubj:pass\nwas be AUX VBD 4 "
       "aux:pass\npostponed postpone VERB VBN 0 root\n",
       1, Status::cancelled, -1},
      {"a planned visit",
       "a a DET DT 3 det\nplanned planned ADJ JJ 3 amod\nvisit visit NOUN NN 0 root\n", 2,
       Status::planned, -1},
      {"called for an end to strikes",
       "He he PRON PRP 2 nsubj\ncalled call VERB VBD 0 root\nfor for ADP IN 5 case\nan a DET DT 5 "
       "det\nend end NOUN NN 2 obl\n"
       "to to ADP IN 7 case\nstrikes strike NOUN NNS 5 nmod\n",
       6, Status::happened, -1},
      {"police said troops attacked",
       "Police police NOUN NN 2 nsubj\nsaid say VERB VBD 0 root\ntroops troop NOUN NNS 4 "
       "nsubj\nattacked attack VERB VBD 2 ccomp\n",
       3, Status::happened, 0},
      {"police said troops would attack",
       "Police police NOUN NN 2 nsubj\nsaid say VERB VBD 0 root\ntroops troop NOUN NNS 5 "
       "nsubj\nwould would AUX MD 5 aux\n"
       "attack attack VERB VB 2 ccomp\n",
       4, Status::planned, 0},
  }));
  CAPTURE(row.name);
  const Treebank bank = tiny_tree(row.tree);
  const SentenceTree tree(bank.analysis.sentences[0], clause_words());
  const Standing standing = standing_of(tree, rules(), row.trigger, -1);
  CHECK(format_status(standing.status) == format_status(row.status));
  CHECK(standing.speaker == row.speaker);
}

}  // namespace
}  // namespace annals
