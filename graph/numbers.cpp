#include "graph/numbers.h"

#include "graph/keys.h"
#include "graph/varint.h"

namespace annals {
namespace {

constexpr std::uint32_t ids_a_chunk = 512;

std::string kinds_key() { return std::string(1, table::kinds); }

std::string chunk_key(std::uint32_t number) {
  std::string key(1, table::numbered);
  put_number(key, number / ids_a_chunk, 4);
  return key;
}

std::string number_value(std::uint32_t number) {
  std::string value;
  put_number(value, number, 4);
  return value;
}

std::string kind_name(std::string_view type, std::string_view cameo) {
  std::string name(type);
  name += '\0';
  name += cameo;
  return name;
}

}  // namespace

KindTable KindTable::load(const Kv& kv) {
  KindTable result;
  const auto bytes = kv.get(Family::settings, kinds_key());
  if (!bytes) return result;
  ByteReader in(*bytes);
  while (!in.at_end()) {
    const auto type = in.bytes(in.varint());
    result.enter(type, in.bytes(in.varint()));
  }
  return result;
}

void KindTable::enter(std::string_view type, std::string_view cameo) {
  const auto next_type = static_cast<std::uint32_t>(types_.size());
  const auto type_number = types_.emplace(type, next_type).first->second;
  numbers_.emplace(kind_name(type, cameo), static_cast<std::uint32_t>(kinds_.size()));
  kinds_.push_back({std::string(type), std::string(cameo), type_number});
}

std::uint32_t KindTable::number(std::string_view type, std::string_view cameo, KvBatch& batch) {
  const auto found = numbers_.find(kind_name(type, cameo));
  if (found != numbers_.end()) return found->second;
  std::string bytes;
  for (const auto text : {type, cameo}) {
    put_varint(bytes, text.size());
    bytes += text;
  }
  batch.append(Family::settings, kinds_key(), bytes);
  enter(type, cameo);
  return static_cast<std::uint32_t>(kinds_.size() - 1);
}

const EventKind& KindTable::kind(std::uint32_t number) const {
  if (number >= kinds_.size()) ByteReader::fail();
  return kinds_[number];
}

std::optional<std::uint32_t> KindTable::type_number(std::string_view type) const {
  const auto found = types_.find(type);
  return found == types_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::uint32_t> actor_number(const Kv& kv, ActorId id) {
  const auto value = kv.get(Family::index, key_of(table::number, id.value));
  if (!value) return std::nullopt;
  return static_cast<std::uint32_t>(get_number(*value, 4));
}

ActorId actor_numbered(const Kv& kv, std::uint32_t number) { return NumberedActors(kv).at(number); }

ActorId NumberedActors::at(std::uint32_t number) {
  const auto [chunk, fresh] = chunks_.try_emplace(number / ids_a_chunk);
  if (fresh) chunk->second = kv_.get(Family::index, chunk_key(number)).value_or("");
  const std::size_t at = std::size_t{8} * (number % ids_a_chunk);
  if (chunk->second.size() < at + 8) ByteReader::fail();
  return ActorId{get_number(std::string_view(chunk->second).substr(at), 8)};
}

std::vector<ActorId> numbered_actors(const Kv& kv) {
  std::vector<ActorId> ids;
  const std::string prefix(1, table::numbered);
  kv.scan(Family::index, prefix, end_of_prefix(prefix), [&](auto, std::string_view chunk) {
    for (std::size_t at = 0; at + 8 <= chunk.size(); at += 8)
      ids.push_back(ActorId{get_number(chunk.substr(at), 8)});
    return true;
  });
  return ids;
}

std::uint32_t ActorNumbers::number(ActorId id) {
  const auto known = known_.find(id.value);
  if (known != known_.end()) return known->second;
  auto number = first_new_ == 0 ? std::nullopt : actor_number(kv_, id);
  if (!number) {
    number = next_++;
    added_.push_back(id);
  }
  known_.emplace(id.value, *number);
  return *number;
}

void ActorNumbers::write(KvBatch& batch) const {
  std::uint32_t number = first_new_;
  for (const auto id : added_) {
    batch.put(Family::index, key_of(table::number, id.value), number_value(number));
    std::string value;
    put_number(value, id.value, 8);
    batch.append(Family::index, chunk_key(number++), std::move(value));
  }
}

void ActorNumbers::write(SortedRun& run) const {
  auto& rows = run.rows;
  std::uint32_t number = first_new_;
  std::string chunk;
  if (!added_.empty()) chunk = kv_.get(Family::index, chunk_key(number)).value_or("");
  for (const auto id : added_) {
    rows.emplace_back(key_of(table::number, id.value), number_value(number));
    put_number(chunk, id.value, 8);
    if (++number % ids_a_chunk == 0) {
      rows.emplace_back(chunk_key(number - 1), std::move(chunk));
      chunk.clear();
    }
  }
  if (!chunk.empty() && !added_.empty()) rows.emplace_back(chunk_key(number - 1), std::move(chunk));
}

}  // namespace annals
