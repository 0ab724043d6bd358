// Asks a question of a database that `annals ingest` made, and prints the answer.
#include <iostream>

#include "export/formats.h"
#include "graph/error.h"
#include "query/verbs.h"

int main(int argc, char** argv) try {
  const char* folder = argc > 1 ? argv[1] : "annals.db";
  const char* question = argc > 2 ? argv[2] : "who met whom";
  const auto store = annals::Store::open(folder, annals::OpenMode::read);
  const annals::Answer answer = annals::ask(store, question);
  for (const annals::Event& event : answer.events)
    std::cout << annals::format_edtf(event.date) << " " << event.type << '\n';
  annals::format_named("text").write(std::cout, answer, {.width = 100});
} catch (const annals::Error& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
