#pragma once

#include <filesystem>
#include <sstream>
#include <string>

#include "ingest/text/rules.h"
#include "ingest/trees/clause_words.h"
#include "ingest/trees/conllu.h"

namespace annals {

/// A treebank from short lines: `form lemma UPOS XPOS head relation`, heads counted from 1, 0 for
/// the root.
inline Treebank tiny_tree(const std::string& lines) {
  std::istringstream in(lines);
  std::ostringstream out;
  std::string line;
  int number = 0;
  while (std::getline(in, line)) {
    std::istringstream words(line);
    std::string form, lemma, upos, xpos, head, relation;
    if (!(words >> form >> lemma >> upos >> xpos >> head >> relation)) continue;
    out << ++number << '\t' << form << '\t' << lemma << '\t' << upos << '\t' << xpos << "\t_\t"
        << head << '\t' << relation << "\t_\t_\n";
  }
  out << '\n';
  std::istringstream conllu(out.str());
  return read_conllu(conllu, "tiny");
}

/// The words of clauses that Annals ships.
inline const ClauseWords& clause_words() {
  static const ClauseWords words = [] {
    ClauseWords all;
    all.add(read_rules(std::filesystem::path(ANNALS_SOURCE_DIR) /
                       "ingest/data/english/events/clauses.words"));
    return all;
  }();
  return words;
}

}  // namespace annals
