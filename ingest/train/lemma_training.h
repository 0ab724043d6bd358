#pragma once

#include <filesystem>
#include <vector>

#include "ingest/train/corpus.h"
#include "ingest/train/model_writer.h"

namespace annals::train {

/// Learns how forms become lemmas (ingest/trees/lemmas.h) from treebanks and from a list of
/// irregular forms, and adds the sections. Lines of `irregular`: form, lemma, "UPOS XPOS", with
/// tabs; `#` begins a comment. It may be missing.
void add_lemmas(ModelWriter& writer, const std::vector<Treebank>& banks,
                const std::filesystem::path& irregular);

}  // namespace annals::train
