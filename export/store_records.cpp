#include "export/store_records.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

constexpr std::size_t chunk = 65536;  // events that are in memory at once; about 40 MB

/// The fields of a telling, in the order of the file; each is preceded by its length.
std::array<std::string Telling::*, 6> fields() {
  return {&Telling::quote,       &Telling::position,   &Telling::document,
          &Telling::source_name, &Telling::source_url, &Telling::published};
}

}  // namespace

StoreRecords::StoreRecords(const Store& store)
    : store_(store), events_(store.events_in(Window{}, true)), file_(open_temporary_file()) {
  std::sort(events_.begin(), events_.end());
  for (const auto id : store.article_ids()) {
    if (const auto facts = store.facts(id)) spool(*facts);
  }
  flush_temporary_file(*file_);
  std::sort(places_.begin(), places_.end());
}

void StoreRecords::spool(const Facts& facts) {
  for (const auto& mention : facts.mentions) {
    const auto telling = telling_from(mention, &facts.article);
    places_.emplace_back(mention.id, written_);
    for (const auto field : fields()) {
      const std::string& text = telling.*field;
      const auto size = static_cast<std::uint32_t>(text.size());
      std::fwrite(&size, sizeof size, 1, file_.get());
      std::fwrite(text.data(), 1, text.size(), file_.get());
      written_ += sizeof size + text.size();
    }
  }
}

Telling StoreRecords::telling_of(const Event& event) {
  Telling telling;
  if (event.mentions.empty()) return telling;
  const auto at = std::lower_bound(places_.begin(), places_.end(),
                                   std::pair(event.mentions.front(), std::uint64_t{0}));
  if (at == places_.end() || at->first != event.mentions.front()) return telling;
  std::fseek(file_.get(), static_cast<long>(at->second), SEEK_SET);
  for (const auto field : fields()) {
    std::uint32_t size = 0;
    if (std::fread(&size, sizeof size, 1, file_.get()) != 1) return telling;
    std::string& text = telling.*field;
    text.resize(size);
    if (std::fread(text.data(), 1, size, file_.get()) != size) return telling;
  }
  return telling;
}

RecordSource StoreRecords::records() {
  RecordSource records;
  records.actors = [this](const std::function<void(const Actor&)>& see) {
    for (const auto id : store_.actor_ids()) {
      if (const auto actor = store_.actor(id)) see(*actor);
    }
  };
  records.events = [this](bool with_tellings,
                          const std::function<void(const RecordSource::Told&)>& see) {
    if (!with_tellings && spool_.is_complete()) {
      spool_.each(
          [&](const Event& event) { see({.event = &event, .mentions = {}, .telling = {}}); });
      return;
    }
    read_events(see);
  };
  return records;
}

void StoreRecords::read_events(const std::function<void(const RecordSource::Told&)>& see) {
  const std::span<const EventId> ids(events_);
  spool_.begin();
  for (std::size_t at = 0; at < ids.size(); at += chunk) {
    for (const auto& event : store_.events(ids.subspan(at, std::min(chunk, ids.size() - at)))) {
      spool_.add(event);
      see({.event = &event, .mentions = {}, .telling = telling_of(event)});
    }
  }
  spool_.end();
}

}  // namespace annals
