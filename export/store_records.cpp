#include "export/store_records.h"

#include <algorithm>
#include <array>

#include "export/words.h"

namespace annals {
namespace {

constexpr std::size_t chunk = 65536;  // events that are in memory at once; about 40 MB

/// What the edge of a mention is made of; stands before its telling. Never leaves the process, so
/// that the layout is the machine's.
struct MentionHead {
  EventDate date;
  Status status = Status::happened;
  std::uint32_t type_size = 0;
};

/// The fields of a telling, in the order of the file; each is preceded by its length.
std::array<std::string Telling::*, 6> fields() {
  return {&Telling::quote,       &Telling::position,   &Telling::document,
          &Telling::source_name, &Telling::source_url, &Telling::published};
}

}  // namespace

StoreRecords::StoreRecords(const Store& store)
    : StoreRecords(store, store.events_in(Window{}, true)) {
  active_only_ = false;
}

StoreRecords::StoreRecords(const Store& store, std::vector<EventId> events)
    : store_(store), events_(std::move(events)), file_(open_temporary_file()), active_only_(true) {
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
    const MentionHead head{.date = mention.date,
                           .status = mention.status,
                           .type_size = static_cast<std::uint32_t>(mention.type.size())};
    std::fwrite(&head, sizeof head, 1, file_.get());
    std::fwrite(mention.type.data(), 1, mention.type.size(), file_.get());
    written_ += sizeof head + mention.type.size();
    for (const auto field : fields()) {
      const std::string& text = telling.*field;
      const auto size = static_cast<std::uint32_t>(text.size());
      std::fwrite(&size, sizeof size, 1, file_.get());
      std::fwrite(text.data(), 1, text.size(), file_.get());
      written_ += sizeof size + text.size();
    }
  }
}

bool StoreRecords::find_telling(MentionId id) {
  const auto at = std::lower_bound(places_.begin(), places_.end(), std::pair(id, std::uint64_t{0}));
  if (at == places_.end() || at->first != id) return false;
  return std::fseek(file_.get(), static_cast<long>(at->second), SEEK_SET) == 0;
}

void StoreRecords::take_telling(Telling& telling) {
  for (const auto field : fields()) {
    std::uint32_t size = 0;
    if (std::fread(&size, sizeof size, 1, file_.get()) != 1) return;
    std::string& text = telling.*field;
    text.resize(size);
    if (std::fread(text.data(), 1, size, file_.get()) != size) return;
  }
}

/// With id, type, date and status. An imported event is its own mention, which no article has.
std::vector<Mention> StoreRecords::mentions_of(const Event& event) {
  std::vector<Mention> mentions;
  for (const auto id : event.mentions) {
    Mention mention;
    MentionHead head;
    if (find_telling(id) && std::fread(&head, sizeof head, 1, file_.get()) == 1) {
      mention.id = id;
      mention.type.resize(head.type_size);
      mention.date = head.date;
      mention.status = head.status;
      if (std::fread(mention.type.data(), 1, head.type_size, file_.get()) != head.type_size)
        continue;
    } else if (auto found = store_.mention(id)) {
      mention = std::move(*found);
    } else {
      continue;
    }
    mentions.push_back(std::move(mention));
  }
  return mentions;
}

RecordSource StoreRecords::records() {
  RecordSource records;
  records.actors = [this](const std::function<void(const Actor&)>& see) {
    for (const auto id : store_.actor_ids()) {
      if (const auto actor = store_.actor(id)) see(*actor);
    }
  };
  records.active_only = active_only_;
  records.events = [this](const RecordSource::Wanted& wanted,
                          const std::function<void(const RecordSource::Told&)>& see) {
    if (!wanted.telling && !wanted.mentions && spool_.is_complete()) {
      spool_.each(
          [&](const Event& event) { see({.event = &event, .mentions = {}, .telling = {}}); });
      return;
    }
    read_events(wanted, see);
  };
  return records;
}

void StoreRecords::read_events(const RecordSource::Wanted& wanted,
                               const std::function<void(const RecordSource::Told&)>& see) {
  const std::span<const EventId> ids(events_);
  undated_ = 0;
  const bool spooling = !spool_.is_complete();
  if (spooling) spool_.begin();
  for (std::size_t at = 0; at < ids.size(); at += chunk) {
    for (const auto& event : store_.events(ids.subspan(at, std::min(chunk, ids.size() - at)))) {
      if (spooling) spool_.add(event);
      if (!has_day(event.date)) ++undated_;
      RecordSource::Told told{.event = &event, .mentions = {}, .telling = {}};
      MentionHead head;
      if (wanted.telling && !event.mentions.empty() && find_telling(event.mentions.front()) &&
          std::fread(&head, sizeof head, 1, file_.get()) == 1 &&
          std::fseek(file_.get(), static_cast<long>(head.type_size), SEEK_CUR) == 0) {
        take_telling(told.telling);
      }
      const auto mentions = wanted.mentions ? mentions_of(event) : std::vector<Mention>();
      std::vector<const Mention*> loans;
      loans.reserve(mentions.size());
      for (const auto& mention : mentions) loans.push_back(&mention);
      told.mentions = loans;
      see(told);
    }
  }
  if (spooling) spool_.end();
}

}  // namespace annals
