// annals restore: archives of `annals export jsonl`, read back into a database.

#include <fstream>
#include <iostream>

#include "app/commands.h"
#include "app/link_words.h"
#include "export/archive.h"
#include "graph/error.h"
#include "link/link.h"

namespace annals {
namespace {

void link_all(const LinkWords& words, Store& store) {
  link_store(store, words);
  store.put_setting("linked", "yes");
  store.sync();
}

}  // namespace

int run_restore(const Context& context, const std::vector<std::filesystem::path>& files) {
  std::error_code ignored;
  if (files.size() == 1 && std::filesystem::is_directory(files.front(), ignored))
    return run_restore_backup(context, files.front());
  Store store = context.open(OpenMode::create);
  const LinkWords words = load_link_words(context.language);
  ArchiveCounts counts;
  for (const auto& file : files) {
    std::ifstream opened;
    if (file != "-") opened.open(file, std::ios::binary);
    if (file != "-" && !opened) {
      throw Error(ErrorKind::input,
                  file.string() + ": cannot be read; is the path right and readable?");
    }
    try {
      const ArchiveCounts read = read_archive(file == "-" ? std::cin : opened, store);
      counts.articles += read.articles;
      counts.known += read.known;
      counts.rows += read.rows;
      counts.decisions += read.decisions;
    } catch (const Error& error) {
      link_all(words, store);  // what stood before the bad line is there, and usable
      throw Error(error.kind(), file.string() + ": " + error.what());
    }
  }
  link_all(words, store);
  if (!context.quiet) {
    std::cerr << "annals: " << counted(counts.articles, "article") << " added, "
              << format_number(counts.known) << " known, " << counted(counts.decisions, "decision")
              << ", " << counted(counts.rows, "row") << " of tables; " << context.db.string()
              << " holds " << counted(store.counts().events, "event") << '\n';
  }
  return exit_done;
}

}  // namespace annals
