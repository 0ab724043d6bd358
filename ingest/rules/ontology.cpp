#include "ingest/rules/ontology.h"

#include <algorithm>
#include <charconv>

#include "ingest/text/rules.h"

namespace annals {
namespace {

std::string or_empty(const std::string& cell) { return cell == "-" ? std::string() : cell; }

template <class Row>
void put(std::vector<Row>& rows, Row row, std::string Row::*key) {
  const auto same = std::find_if(rows.begin(), rows.end(),
                                 [&](const Row& other) { return other.*key == row.*key; });
  if (same == rows.end()) {
    rows.push_back(std::move(row));
  } else {
    *same = std::move(row);
  }
}

EventCode read_code(const RuleLine& line, const std::vector<std::string>& cells) {
  if (cells.size() != 7) {
    fail_rule(line, "a code row has 7 cells: code, number, type, mode, score, when planned, label");
  }
  EventCode code{.code = cells[1],
                 .type = cells[2],
                 .mode = or_empty(cells[3]),
                 .when_planned = cells[5] == "-" ? cells[1] : cells[5],
                 .label = cells[6]};
  const std::string& score = cells[4];
  const auto [end, error] =
      std::from_chars(score.data(), score.data() + score.size(), code.goldstein);
  if (error != std::errc{} || end != score.data() + score.size() || code.goldstein < -10 ||
      code.goldstein > 10) {
    fail_rule(line, "\"" + score + "\" is no score; write a number from -10 to 10");
  }
  return code;
}

}  // namespace

Ontology Ontology::load(const LanguageOptions& options) {
  Ontology ontology;
  for (const RuleLine& line : read_rules(options, "ontology.tsv")) {
    const std::vector<std::string> cells = split_at(line.text, "\t");
    if (cells[0] == "type") {
      if (cells.size() != 4)
        fail_rule(line, "a type row has 4 cells: type, name, quad class, text");
      put(ontology.types_, EventType{cells[1], cells[2], cells[3]}, &EventType::name);
    } else if (cells[0] == "code") {
      EventCode code = read_code(line, cells);
      if (ontology.find_type(code.type) == nullptr) {
        fail_rule(line, "unknown type \"" + code.type + "\"; types come first");
      }
      put(ontology.codes_, std::move(code), &EventCode::code);
    } else {
      fail_rule(line, "unknown row \"" + cells[0] + "\"; rows are: type, code");
    }
  }
  std::sort(ontology.codes_.begin(), ontology.codes_.end(),
            [](const EventCode& a, const EventCode& b) { return a.code < b.code; });
  return ontology;
}

const EventType* Ontology::find_type(std::string_view name) const {
  const auto found = std::find_if(types_.begin(), types_.end(),
                                  [&](const EventType& type) { return type.name == name; });
  return found == types_.end() ? nullptr : &*found;
}

const EventCode* Ontology::find_code(std::string_view code) const {
  const auto found = std::find_if(codes_.begin(), codes_.end(),
                                  [&](const EventCode& row) { return row.code == code; });
  return found == codes_.end() ? nullptr : &*found;
}

std::string ontology_page(const Ontology& ontology) {
  std::string page =
      "# Kinds of events\n\n"
      "Made from `ingest/data/english/ontology.tsv`; a test keeps this page current.\n\n"
      "Types and modes follow PLOVER, codes CAMEO. The score is Goldstein's, from -10 (conflict) "
      "to 10\n"
      "(cooperation). *Planned* is the code that CAMEO gives to the mere intention.\n";
  for (const EventType& type : ontology.types()) {
    page += "\n## " + type.name + "\n" + type.covers + " (" + type.quad + ").\n\n";
    page += "| code | mode | score | planned | what it is |\n| --- | --- | --- | --- | --- |\n";
    for (const EventCode& code : ontology.codes()) {
      if (code.type != type.name) continue;
      char score[16];
      const auto end =
          std::to_chars(score, score + sizeof score, code.goldstein, std::chars_format::fixed, 1);
      page += "| " + code.code + " | " + code.mode + " | " + std::string(score, end.ptr) + " | " +
              (code.when_planned == code.code ? std::string() : code.when_planned) + " | " +
              code.label + " |\n";
    }
  }
  return page;
}

}  // namespace annals
