// Reads what archive.cpp writes.

#include <map>

#include <nlohmann/json.hpp>

#include "export/archive.h"
#include "export/archive_records.h"
#include "graph/error.h"

namespace annals {
namespace {

using archive::fail;
using archive::Json;
using archive::read_actor;
using archive::read_date;
using archive::read_facts;

Json parse_line(std::string_view line) {
  auto json = Json::parse(line, nullptr, false);
  if (json.is_discarded() || !json.is_object() || !json.contains("record")) {
    fail("not a line of an Annals archive; write one with `annals export jsonl`");
  }
  return json;
}

/// nlohmann's exceptions name the field that is missing or of another type.
template <class Read>
auto with_plain_errors(Read read) {
  try {
    return read();
  } catch (const Json::exception& error) {
    fail(error.what());
  }
}

/// The lines of an archive, one after the other.
class Lines {
 public:
  explicit Lines(std::istream& in) : in_(in) {}

  /// The next record that is not empty; null at the end.
  const Json* next() {
    if (kept_) {
      kept_ = false;
      return &json_;
    }
    for (std::string line; std::getline(in_, line);) {
      ++number_;
      if (line.empty()) continue;
      json_ = parse_line(line);
      return &json_;
    }
    return nullptr;
  }

  /// The record comes again.
  void keep() { kept_ = true; }

  [[nodiscard]] std::size_t number() const { return number_; }

 private:
  std::istream& in_;
  Json json_;
  std::size_t number_ = 0;
  bool kept_ = false;
};

/// The rows behind the head of a table, as they stream into the store. What is no row ends them.
class TableRows {
 public:
  explicit TableRows(Lines& lines) : lines_(lines) {}

  bool next(ImportRow& row) {
    while (const Json* json = lines_.next()) {
      const auto record = json->at("record").get<std::string>();
      if (record == "actor") {
        Actor actor = read_actor(json->at("actor"));
        actors_.insert_or_assign(actor.name, std::move(actor));
        continue;
      }
      if (record != "row") {
        lines_.keep();
        return false;
      }
      source_ = json->at("source").get<std::string>();
      if (source_.empty()) fail("a row names nobody who did it");
      target_ = json->value("target", std::string());
      json->at("type").get_to(type_);
      json->at("cameo").get_to(cameo_);
      row = {.date = read_date(*json, "date"),
             .source = source_,
             .target = target_,
             .cameo = cameo_,
             .type = type_,
             .line = json->at("line").get<std::uint64_t>()};
      return true;
    }
    return false;
  }

  [[nodiscard]] Actor actor(std::string_view name) const {
    const auto at = actors_.find(name);
    return at == actors_.end() ? make_imported_actor(name) : at->second;
  }

 private:
  Lines& lines_;
  std::map<std::string, Actor, std::less<>> actors_;
  std::string source_, target_, type_, cameo_;
};

std::size_t read_table(const Json& head, Lines& lines, Store& store) {
  TableRows rows(lines);
  const auto id = parse_hex(head.at("id").get<std::string>());
  if (!id) fail("a table has no id of 16 hex digits");
  ImportTable table{.id = *id, .name = head.at("name").get<std::string>()};
  table.next = [&](ImportRow& row) { return rows.next(row); };
  table.actor = [&](std::string_view name) { return rows.actor(name); };
  const auto added = store.import_events(table).added;
  ImportRow rest;  // of a table that was known already
  while (rows.next(rest)) {
  }
  return added;
}

void read_record(const Json& json, Lines& lines, Store& store, ArchiveCounts& counts) {
  const auto record = json.at("record").get<std::string>();
  if (record == "facts") {
    const auto facts = read_facts(json);
    store.add(facts) ? ++counts.articles : ++counts.known;
  } else if (record == "table") {
    counts.rows += read_table(Json(json), lines, store);
  } else if (record == "decision") {
    const auto id = parse_hex(json.at("id").get<std::string>());
    store.put_decision({id.value_or(0), json.at("json").get<std::string>()});
    ++counts.decisions;
  } else if (record == "archive") {
    if (json.at("schema") != "annals.archive/1") fail("an archive of a newer version of Annals");
  } else {
    fail("unknown record \"" + record +
         "\"; there are: archive, facts, table, actor, row, decision");
  }
}

}  // namespace

Facts parse_facts(std::string_view line) {
  return with_plain_errors([&] { return read_facts(parse_line(line)); });
}

ArchiveCounts read_archive(std::istream& in, Store& store) {
  ArchiveCounts counts;
  Lines lines(in);
  try {
    with_plain_errors([&] {
      while (const Json* json = lines.next()) read_record(*json, lines, store, counts);
    });
  } catch (const Error& error) {
    throw Error(ErrorKind::input, "line " + std::to_string(lines.number()) + ": " + error.what());
  }
  return counts;
}

}  // namespace annals
