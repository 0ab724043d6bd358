#pragma once

#include "graph/store.h"
#include "link/link.h"
#include "tests/query/crisis.h"
#include "tests/support/link_words.h"
#include "tests/support/temp_folder.h"

namespace annals::test {

/// The facts of crisis.cpp as a database in a folder: answers of the program do not hang on how
/// well it reads English.
inline void write_crisis(const std::filesystem::path& folder) {
  Store store = Store::open(folder, OpenMode::create);
  for (const Facts& facts : crisis_facts()) store.add(facts);
  link_store(store, link_words());
  store.sync();
}

}  // namespace annals::test
