// Holds the shipped model to its figures where the treebanks are at hand.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "ingest/train/evaluation.h"

using namespace annals;
using namespace annals::train;

namespace {

std::filesystem::path treebanks() {
  const char* const shared = std::getenv("ANNALS_SHARED");
  const std::filesystem::path root = shared ? shared : ANNALS_SOURCE_DIR "/../shared";
  return root / "data" / "ud";
}

double share(std::size_t part, std::size_t whole) {
  return 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

TEST_CASE("the shipped model keeps its accuracy on EWT dev", "[train][accuracy]") {
  const auto treebank = treebanks() / "en_ewt-ud-dev.conllu.gz";
  if (!std::filesystem::exists(treebank)) {
    WARN("skipped: no treebank at " << treebank);
    return;
  }
  const Analyzer analyzer = Analyzer::load(ANNALS_SOURCE_DIR "/ingest/data/english/model.annals");
  const Scores scores = evaluate(analyzer, treebank);
  CAPTURE(format_scores(scores));
  CHECK(share(scores.upos, scores.words) >= 95.7);
  CHECK(share(scores.heads, scores.words) >= 89.5);
  CHECK(share(scores.labels, scores.words) >= 86.7);
  CHECK(share(scores.lemmas, scores.words) >= 97.2);
  CHECK(share(2 * scores.names_right, scores.names + scores.names_found) >= 73.5);
}
