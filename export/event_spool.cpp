#include "export/event_spool.h"

#include <cerrno>
#include <cstring>

#include "graph/error.h"

namespace annals {
namespace {

/// The fixed part of an event; its participants and sayers follow. Never leaves the process, so
/// that the layout is the machine's.
struct Head {
  EventId id;
  EventDate date;
  std::uint32_t type = 0;
  std::uint16_t participants = 0;
  std::uint16_t said_by = 0;
  Status status = Status::happened;
};

struct Part {
  ActorId actor;
  Role role = Role::other;
};

template <class Value>
void put(std::FILE* file, const Value& value) {
  static_assert(std::is_trivially_copyable_v<Value>);
  std::fwrite(&value, sizeof value, 1, file);
}

template <class Value>
void take(std::FILE* file, Value& value) {
  if (std::fread(&value, sizeof value, 1, file) != 1)
    throw Error(ErrorKind::input, "the temporary file cannot be read back");
}

}  // namespace

TemporaryFile open_temporary_file() {
  TemporaryFile file(std::tmpfile(), std::fclose);
  if (file == nullptr) {
    throw Error(ErrorKind::input,
                std::string("no temporary file can be written: ") + std::strerror(errno));
  }
  return file;
}

void flush_temporary_file(std::FILE& file) {
  if (std::fflush(&file) != 0 || std::ferror(&file) != 0)
    throw Error(ErrorKind::input, "the temporary file cannot be written; is its disk full?");
}

void EventSpool::begin() {
  file_ = open_temporary_file();
  events_ = 0;
  complete_ = false;
}

void EventSpool::add(const Event& event) {
  auto number = numbers_.find(event.type);
  if (number == numbers_.end()) {
    number = numbers_.emplace(event.type, static_cast<std::uint32_t>(types_.size())).first;
    types_.push_back(event.type);
  }
  put(file_.get(), Head{.id = event.id,
                        .date = event.date,
                        .type = number->second,
                        .participants = static_cast<std::uint16_t>(event.participants.size()),
                        .said_by = static_cast<std::uint16_t>(event.said_by.size()),
                        .status = event.status});
  for (const auto& participant : event.participants)
    put(file_.get(), Part{participant.actor, participant.role});
  for (const auto actor : event.said_by) put(file_.get(), actor);
  ++events_;
}

void EventSpool::end() {
  flush_temporary_file(*file_);
  complete_ = true;
}

void EventSpool::each(const std::function<void(const Event&)>& see) {
  std::rewind(file_.get());
  Event event;
  for (std::uint64_t i = 0; i < events_; ++i) {
    Head head;
    take(file_.get(), head);
    event.id = head.id;
    event.date = head.date;
    event.type = types_[head.type];
    event.status = head.status;
    event.participants.resize(head.participants);
    for (auto& participant : event.participants) {
      Part part;
      take(file_.get(), part);
      participant = {.actor = part.actor, .role = part.role, .span = {}};
    }
    event.said_by.resize(head.said_by);
    for (auto& actor : event.said_by) take(file_.get(), actor);
    see(event);
  }
}

}  // namespace annals
