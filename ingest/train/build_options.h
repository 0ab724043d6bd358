#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "ingest/train/half_products.h"
#include "ingest/train/names_training.h"
#include "ingest/train/network.h"
#include "ingest/train/parser_training.h"
#include "ingest/train/teachers.h"

namespace annals::train {

/// How annals-train is called.
inline constexpr const char* usage =
    "annals-train build MODEL [options] TREEBANK...\n"
    "    trains tagger, parser, lemmas and names on CoNLL-U files (plain or .gz), writes MODEL\n"
    "      --data DIR      countries.tsv, regions.tsv, roles.tsv (ingest/data/english)\n"
    "      --lists DIR     irregular.txt, names.txt (ingest/train/data)\n"
    "      --dev FILE      measured after each epoch\n"
    "      --teachers N    so many networks are trained first, for the one that is kept to learn\n"
    "                      from (0: none)\n"
    "      --teacher-epochs N --teacher-cells N\n"
    "      --only-teacher N    trains this one of them, keeps it, writes it as MODEL, without "
    "names,\n"
    "                      and ends: for several at a time\n"
    "      --teacher MODEL    teaches too, beside those or alone; may be repeated\n"
    "      --keep DIR      keeps trained teachers there, and takes those that are there\n"
    "      --own FILE      a treebank that network and names learn from, but not the teachers\n"
    "      --named FILE    words with names (.conll) by the convention of the first treebank\n"
    "      --raw FILE      text that the teachers parse for it to learn from; may be repeated\n"
    "      --start MODEL   trains on from the weights of MODEL, at half the rate\n"
    "      --lesson N      which lesson that is: other copies, another order (1)\n"
    "      --parser MODEL  takes tagger and parser from MODEL and trains the rest\n"
    "      --products single|half    of single precision, or rounded to 16 bits (needs AMX)\n"
    "      --epochs N --layers N --cells N --seed N --name-epochs N\n"
    "annals-train eval MODEL TREEBANK...\n"
    "    measures MODEL on treebanks: gold words, everything else predicted\n"
    "annals-train parse MODEL TEXT [conllu|json|tree]\n"
    "    analyses a text file\n";

/// What `annals-train build` is asked for.
struct BuildOptions {
  std::string model;
  std::filesystem::path data = "ingest/data/english";
  std::filesystem::path lists = "ingest/train/data";
  std::string dev;
  std::string parser;
  std::string start;
  std::size_t lesson = 1;  ///< of a model that is trained on
  NetworkOptions network;
  ParserTraining training;
  TeacherOptions teachers;
  NamesTraining names;
  std::vector<std::string> raw;
  std::vector<std::string> own;
  std::vector<std::string> named;
  std::vector<std::string> treebanks;
  Products products = Products::single;
};

/// Reads the words behind `build`. Throws Error(query) with what is wrong with them.
[[nodiscard]] BuildOptions parse_build(const std::vector<std::string>& words);

/// What the weights of the teachers depend on: their options and the content of the treebanks.
[[nodiscard]] std::uint64_t fingerprint_of_teachers(const BuildOptions& options);
/// What the model was made of, for those who find the file.
[[nodiscard]] std::string made_of(const BuildOptions& options);

}  // namespace annals::train
