// Bulk import: rows become sorted runs, which the engine takes in together, a chunk of rows at a
// time.

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/codec.h"
#include "graph/error.h"
#include "graph/imports.h"
#include "graph/keys.h"
#include "graph/store.h"
#include "graph/store_impl.h"

namespace annals {
namespace {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
template <class T>
using ByText = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

/// Makes the runs of one chunk of rows after the other.
class ImportLoader {
 public:
  ImportLoader(Kv& kv, const StoreState& state, KindTable& kinds, const ImportTable& table)
      : kv_(kv),
        state_(state),
        kinds_(kinds),
        table_(table),
        rows_a_load_((table.rows_at_once + rows_a_chunk - 1) / rows_a_chunk * rows_a_chunk) {}

  /// Reads and loads one chunk into `part`; false when there were no more rows. Changes the state
  /// only when the engine has taken the chunk.
  bool load(Import& part, StoreState& state) {
    rows_ = {};
    state_ = state;
    actors_.emplace(kv_, state_.next_actor);
    runs_ = {SortedRun{Family::settings}, SortedRun{Family::records}, SortedRun{Family::index}};
    const bool more = read();
    Import next = part;
    next.taken += rows_.size();
    next.done = !more;
    sort_by_date();
    if (next.events == 0) next.first = first_free();
    const std::uint64_t first = next.first + next.events;
    next.events += rows_.size();
    add_records(first);
    add_lists(first);
    actors_->write(runs_[2]);
    state_.next_actor = actors_->next();
    state_.imported_events += rows_.size();
    state_.next_sequence = first + rows_.size();
    if (next.events > 0) runs_[0].rows.emplace_back(import_key(next.first), encode_import(next));
    runs_[0].rows.emplace_back(setting_key(state_setting), encode_state(state_));
    for (auto& run : runs_) {
      std::sort(run.rows.begin(), run.rows.end(),
                [](const auto& a, const auto& b) { return a.first < b.first; });
    }
    if (!new_kinds_.empty()) kv_.write(new_kinds_, Durability::synced);
    new_kinds_ = {};
    kv_.ingest(runs_);
    part = next;
    state = state_;
    return more;
  }

 private:
  [[nodiscard]] std::uint64_t first_free() const {
    return (state_.next_sequence + rows_a_chunk - 1) / rows_a_chunk * rows_a_chunk;
  }

  /// False at the end of the table.
  bool read() {
    ImportRow row;
    while (rows_.size() < rows_a_load_) {
      if (!table_.next(row)) return false;
      if (row.source.empty()) {
        throw Error(ErrorKind::input, table_.name + ":" + std::to_string(row.line) +
                                          ": a row needs an actor as its source");
      }
      rows_.date.push_back(row.date);
      rows_.kind.push_back(kind_number(row));
      rows_.source.push_back(actor_number_of(row.source));
      rows_.target.push_back(row.target.empty() ? no_actor : actor_number_of(row.target));
      rows_.line.push_back(row.line);
      row = {};
    }
    return true;
  }

  std::uint32_t kind_number(const ImportRow& row) {
    const auto type = row.type.empty() ? type_of_cameo(row.cameo) : row.type;
    key_.assign(type);
    key_ += '\0';
    key_ += row.cameo;
    const auto known = kind_of_.find(key_);
    if (known != kind_of_.end()) return known->second;
    const auto number = kinds_.number(type, row.cameo, new_kinds_);
    kind_of_.emplace(key_, number);
    return number;
  }

  std::uint32_t actor_number_of(std::string_view name) {
    const auto known = number_of_.find(name);
    if (known != number_of_.end()) return known->second;
    const Actor actor = table_.actor ? table_.actor(name) : make_imported_actor(name);
    const auto number = actors_->number(actor.id);
    number_of_.emplace(name, number);
    add_actor(actor);
    return number;
  }

  void add_actor(const Actor& actor) {
    if (!entered_.insert(actor.id.value).second) return;  // another spelling of the same name
    const auto key = key_of(table::known, actor.id.value);
    // In a store without actors there is nothing to look for.
    if (state_.next_actor > 0 && kv_.get(Family::records, key)) return;
    if (state_.actors == 0 || !kv_.get(Family::records, key_of(table::actor, actor.id.value))) {
      ++new_actors_;
    }
    runs_[1].rows.emplace_back(key, encode_actor(actor));
    for (auto& name : name_keys(actor)) runs_[2].rows.emplace_back(std::move(name), std::string());
  }

  /// Rows of a day get neighbouring sequence numbers, so that their differences take a byte in the
  /// lists.
  void sort_by_date() {
    state_.actors += std::exchange(new_actors_, 0);
    std::vector<std::uint32_t> order(rows_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto earlier = [&](auto a, auto b) { return rows_.date[a].first < rows_.date[b].first; };
    if (std::is_sorted(order.begin(), order.end(), earlier)) return;
    std::stable_sort(order.begin(), order.end(), earlier);
    const auto reorder = [&](auto& column) {
      auto sorted = column;
      for (std::size_t i = 0; i < order.size(); ++i) sorted[i] = column[order[i]];
      column = std::move(sorted);
    };
    reorder(rows_.date);
    reorder(rows_.kind);
    reorder(rows_.source);
    reorder(rows_.target);
    reorder(rows_.line);
  }

  void add_records(std::uint64_t first) {
    for (std::size_t begin = 0; begin < rows_.size(); begin += rows_a_chunk) {
      const std::size_t end = std::min(rows_.size(), begin + rows_a_chunk);
      runs_[1].rows.emplace_back(rows_key(first + begin), encode_rows(rows_, begin, end));
    }
  }

  /// Where a row stands in a list: the list first, then the row's place in it.
  struct Placed {
    std::uint64_t list;   // table, owner, span: in the order of the lists' keys
    std::uint64_t place;  // sort day, row
    auto operator<=>(const Placed&) const = default;
  };

  void add_lists(std::uint64_t first) {
    std::vector<Placed> placed;
    placed.reserve(3 * rows_.size());
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      const auto& date = rows_.date[i];
      const SpanClass span = span_class(date);
      const auto place =
          std::uint64_t{day_number(sort_day(span, date.first, date.last))} << 32U | i;
      const auto add = [&](std::uint64_t in_time, std::uint32_t owner) {
        placed.push_back(
            {in_time << 40U | std::uint64_t{owner} << 8U | static_cast<std::uint64_t>(span),
             place});
      };
      add(1, kinds_.kind(rows_.kind[i]).type_number);
      add(0, rows_.source[i]);
      if (rows_.target[i] != no_actor && rows_.target[i] != rows_.source[i]) {
        add(0, rows_.target[i]);
      }
    }
    std::sort(placed.begin(), placed.end());
    const bool fresh = state_.imported_events == 0;
    auto& out = runs_[2].rows;
    const auto put = [&](const std::string& key, std::string value) {
      out.emplace_back(key, std::move(value));
    };
    const auto erase = [&](const std::string& key) { out.emplace_back(key, std::nullopt); };
    ListChange change;
    for (std::size_t i = 0; i < placed.size();) {
      const std::uint64_t list = placed[i].list;
      change.come.clear();
      for (; i < placed.size() && placed[i].list == list; ++i) {
        add_row(change.come, placed[i].place, first);
      }
      change_list(kv_,
                  {.table = list >> 40U == 0 ? table::of_actor : table::by_time,
                   .owner = static_cast<std::uint32_t>(list >> 8U),
                   .span = static_cast<SpanClass>(list & 0xFFU),
                   .origin = Origin::imported},
                  change, fresh, put, erase);
    }
  }

  void add_row(EventRows& to, std::uint64_t place, std::uint64_t first) const {
    const auto i = static_cast<std::uint32_t>(place);
    const auto& date = rows_.date[i];
    const Party parties[] = {{rows_.source[i], Role::source}, {rows_.target[i], Role::target}};
    to.add(static_cast<std::uint32_t>(place >> 32U),
           static_cast<std::uint32_t>((date.last - date.first).count()), first + i, rows_.kind[i],
           Status::happened, {parties, rows_.target[i] == no_actor ? 1U : 2U});
  }

  Kv& kv_;
  StoreState state_;  // as it will be after the chunk
  KindTable& kinds_;
  const ImportTable& table_;
  std::size_t rows_a_load_;  // whole chunks, so that the next load begins with a new one
  ImportedRows rows_;
  std::vector<SortedRun> runs_;  // settings, records, index
  KvBatch new_kinds_;
  std::optional<ActorNumbers> actors_;
  std::uint64_t new_actors_ = 0;
  std::unordered_set<std::uint64_t> entered_;
  ByText<std::uint32_t> number_of_, kind_of_;
  std::string key_;
};

/// What is there of a table: the part that can be gone on with, or a new one behind what was taken.
Import unfinished_part(const Kv& kv, const StoreState& state, const ImportTable& table,
                       ImportReport& report) {
  Import part{.id = table.id, .name = table.name};
  for (const auto& there : imports_in(kv)) {
    if (there.id != table.id) continue;
    report.events += there.events;
    report.done = report.done || there.done;
    const bool last =
        there.first + there.events == state.next_sequence && there.events % rows_a_chunk == 0;
    part.taken = std::max(part.taken, there.taken);
    part.first = last ? there.first : 0;
    part.events = last ? there.events : 0;
  }
  return part;
}

}  // namespace

ImportReport Store::import_events(const ImportTable& table) {
  ImportReport report{.id = table.id, .name = table.name};
  Import part = unfinished_part(*impl_->kv, impl_->state, table, report);
  if (report.done) return report;
  ImportRow skipped;
  for (std::uint64_t i = 0; i < part.taken; ++i) {
    if (!table.next(skipped)) break;
  }
  KindTable kinds = impl_->kinds;
  ImportLoader loader(*impl_->kv, impl_->state, kinds, table);
  const bool in_parts = impl_->state.imported_events + impl_->state.linked_events > 0;
  std::size_t parts = 0;
  for (bool more = true; more; ++parts) {
    const std::uint64_t before = impl_->state.imported_events;
    more = loader.load(part, impl_->state);
    impl_->kinds = kinds;
    report.added += impl_->state.imported_events - before;
  }
  report.events += report.added;
  report.done = true;
  // lists that lie in several files are read at half the speed
  const bool is_much = 4 * report.added > impl_->state.imported_events + impl_->state.linked_events;
  if ((in_parts || parts > 1) && is_much) impl_->kv->compact(Family::index);
  return report;
}

}  // namespace annals
