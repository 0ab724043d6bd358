#include "graph/store.h"

#include "graph/codec.h"
#include "graph/error.h"
#include "graph/keys.h"
#include "graph/kv_map.h"
#include "graph/kv_rocks.h"
#include "graph/store_impl.h"
#include "graph/varint.h"

namespace annals {

std::string setting_key(std::string_view name) { return key_of(table::setting, name); }

std::string unlinked_prefix(const StoreState& state) {
  std::string prefix(1, table::unlinked);
  put_number(prefix, state.linkings, 4);
  return prefix;
}

std::string id_value(std::uint64_t id) {
  std::string value;
  put_number(value, id, 8);
  return value;
}

std::string encode_state(const StoreState& state) {
  std::string bytes;
  for (const std::uint64_t count :
       {state.articles, state.mentions, state.actors, state.linked_events, state.imported_events,
        state.next_sequence, std::uint64_t{state.next_actor}, state.linkings}) {
    put_varint(bytes, count);
  }
  return bytes;
}

StoreState decode_state(std::string_view bytes) {
  ByteReader in(bytes);
  StoreState state;
  state.articles = in.varint();
  state.mentions = in.varint();
  state.actors = in.varint();
  state.linked_events = in.varint();
  state.imported_events = in.varint();
  state.next_sequence = in.varint();
  state.next_actor = static_cast<std::uint32_t>(in.varint());
  if (!in.at_end()) state.linkings = in.varint();
  return state;
}

void Store::Impl::write(KvBatch& batch, const StoreState& next) {
  if (next != state) batch.put(Family::settings, setting_key(state_setting), encode_state(next));
  kv->write(batch, Durability::buffered);
  state = next;
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const std::filesystem::path& folder, OpenMode mode) {
  auto impl = std::make_unique<Impl>();
  impl->kv = open_rocks_kv(folder, mode);
  check_layout(*impl->kv, folder, mode);
  if (const auto state = impl->kv->get(Family::settings, setting_key(state_setting))) {
    impl->state = decode_state(*state);
  }
  impl->kinds = KindTable::load(*impl->kv);
  return Store(std::move(impl));
}

Store Store::in_memory() {
  auto impl = std::make_unique<Impl>();
  impl->kv = make_map_kv();
  check_layout(*impl->kv, "memory", OpenMode::create);
  return Store(std::move(impl));
}

void Store::put_decision(const Decision& decision) {
  KvBatch batch;
  batch.put(Family::settings, key_of(table::decision, decision.id), decision.json);
  impl_->kv->write(batch, Durability::buffered);
}

bool Store::remove_decision(std::uint64_t id) {
  const auto key = key_of(table::decision, id);
  if (!impl_->kv->get(Family::settings, key)) return false;
  KvBatch batch;
  batch.erase(Family::settings, key);
  impl_->kv->write(batch, Durability::buffered);
  return true;
}

std::vector<Decision> Store::decisions() const {
  std::vector<Decision> decisions;
  const std::string prefix(1, table::decision);
  impl_->kv->scan(Family::settings, prefix, end_of_prefix(prefix),
                  [&](std::string_view key, std::string_view value) {
                    decisions.push_back({id_in(key), std::string(value)});
                    return true;
                  });
  return decisions;
}

void Store::put_setting(std::string_view name, std::string_view value) {
  KvBatch batch;
  batch.put(Family::settings, setting_key("user." + std::string(name)), std::string(value));
  impl_->kv->write(batch, Durability::buffered);
}

std::optional<std::string> Store::setting(std::string_view name) const {
  return impl_->kv->get(Family::settings, setting_key("user." + std::string(name)));
}

StoreCounts Store::counts() const {
  const StoreState& state = impl_->state;
  return {.articles = state.articles,
          .mentions = state.mentions,
          .actors = state.actors,
          .events = state.linked_events + state.imported_events,
          .bytes = impl_->kv->bytes()};
}

void Store::sync() { impl_->kv->sync(); }

void Store::compact() { impl_->kv->compact(); }

void Store::backup(const std::filesystem::path& folder) const {
  std::error_code error;
  if (std::filesystem::exists(folder, error)) {
    throw Error(ErrorKind::input,
                folder.string() + ": exists already; name a new folder for the backup");
  }
  impl_->kv->backup(folder);
}

}  // namespace annals
