#include "ingest/gazetteer/gazetteer.h"

#include <algorithm>
#include <fstream>

#include "graph/error.h"
#include "graph/names.h"
#include "ingest/gazetteer/gazetteer_tables.h"
#include "ingest/gazetteer/petrarch_actors.h"
#include "ingest/gazetteer/petrarch_agents.h"
#include "ingest/text/rules.h"

namespace annals {
namespace {

std::size_t count_words(std::string_view folded) {
  return static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
}

}  // namespace

void PhraseTable::add(std::string_view phrase, Phrase meaning) {
  std::string folded = fold(phrase);
  if (folded.empty()) return;
  auto& longest = longest_[folded.substr(0, folded.find(' '))];
  longest = std::max(longest, count_words(folded));
  auto& meanings = meanings_[std::move(folded)];
  if (std::find(meanings.begin(), meanings.end(), meaning) == meanings.end())
    meanings.push_back(meaning);
}

void PhraseTable::add_first(std::string_view phrase, Phrase meaning) {
  add(phrase, meaning);
  const auto found = meanings_.find(fold(phrase));
  if (found == meanings_.end()) return;
  auto& meanings = found->second;
  std::rotate(meanings.begin(), std::find(meanings.begin(), meanings.end(), meaning),
              meanings.end());
}

const std::vector<Phrase>& PhraseTable::find(const std::string& folded) const {
  static const std::vector<Phrase> none;
  const auto found = meanings_.find(folded);
  return found == meanings_.end() ? none : found->second;
}

std::size_t PhraseTable::longest_from(const std::string& first_word) const {
  const auto found = longest_.find(first_word);
  return found == longest_.end() ? 0 : found->second;
}

const Country* Gazetteer::country(std::string_view code) const {
  const auto found = country_by_code.find(std::string(code));
  return found == country_by_code.end() ? nullptr : &countries[found->second];
}

Gazetteer load_gazetteer(const LanguageOptions& options) {
  if (!std::filesystem::exists(options.data / "countries.tsv")) {
    throw Error(ErrorKind::rule,
                (options.data / "countries.tsv").string() +
                    ": missing; the data folder is ingest/data/english or $ANNALS_DATA");
  }
  Gazetteer all;
  read_gazetteer_tables(options.data, all);
  for (const auto& overlay : options.overlays) read_gazetteer_tables(overlay, all);
  all.words.add(read_rules(options, "actors.words"));
  all.numbers = NumberWords::load(options);
  const auto read = [&all](const std::vector<std::filesystem::path>& files, auto reader) {
    for (const auto& file : files) {
      std::ifstream in(file, std::ios::binary);
      if (!in)
        throw Error(ErrorKind::input,
                    file.string() + ": cannot be read; a PETRARCH dictionary was expected");
      reader(in, file.filename().string(), all, all.problems);
    }
  };
  read(options.actor_files, read_petrarch_actors);
  read(options.agent_files, read_petrarch_agents);
  return all;
}

}  // namespace annals
