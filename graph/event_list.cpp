#include "graph/event_list.h"

#include <algorithm>
#include <utility>

#include "graph/imports.h"
#include "graph/keys.h"
#include "graph/segments.h"
#include "graph/varint.h"

namespace annals {
namespace {

// Key: table (1), owner (4), origin and class (1), sort day (4) and id (8) of the last row or
// twelve times 255.
constexpr std::size_t name_size = 6;
constexpr std::size_t key_size = name_size + 12;

std::string name_key(const ListName& list) {
  std::string key(1, list.table);
  put_number(key, list.owner, 4);
  key += static_cast<char>(static_cast<unsigned>(list.origin) << 4U |
                           static_cast<unsigned>(list.span));
  return key;
}

std::string row_key(const std::string& name, std::uint32_t day, std::uint64_t id) {
  std::string key = name;
  put_number(key, day, 4);
  put_number(key, id, 8);
  return key;
}

std::string tail_key(const std::string& name) { return name + std::string(12, '\xFF'); }

bool is_tail(std::string_view key) {
  return key.substr(name_size) ==
         std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
}

/// One id in 256, whatever its shape (the multiplier of Knuth's multiplicative hashing for 64
/// bits).
bool ends_segment(std::uint64_t id) { return (id * 0x9E3779B97F4A7C15U) >> 56U == 0; }

using Place = std::pair<std::uint32_t, std::uint64_t>;  // of a row: sort day and id
Place place_of(const EventRows& rows, std::size_t i) { return {rows.day[i], rows.id[i]}; }

/// Works through a list from one change to the next, segment by segment.
class ListEditor {
 public:
  ListEditor(const ListName& list, const ListChange& change, const PutSegment& put,
             const EraseSegment& erase)
      : list_(list), name_(name_key(list)), change_(change), put_(put), erase_(erase) {}

  void run(const Kv& kv) {
    kv.walk(Family::index, next_change(), end_of_prefix(name_),
            [&](std::string_view key, std::string_view value, std::string& target) {
              if (read(key, value)) return Step::next;
              if (done()) return Step::stop;
              target = next_change();
              return Step::seek;
            });
    run_fresh();
  }

  /// Makes the changes that are left behind the last segment.
  void run_fresh() {
    segment_.clear();
    merge(behind_all);
    write();
  }

 private:
  static constexpr Place behind_all{~0U, ~0ULL};

  [[nodiscard]] bool done() const {
    return gone_ == change_.gone.size() && come_ == change_.come.size();
  }

  [[nodiscard]] std::string next_change() const {
    Place next = behind_all;
    if (gone_ < change_.gone.size()) next = std::min(next, change_.gone[gone_]);
    if (come_ < change_.come.size()) next = std::min(next, place_of(change_.come, come_));
    return row_key(name_, next.first, next.second);
  }

  /// Makes the changes that fall into a segment. True when the next segment is needed too, because
  /// the row that ended this one has gone.
  bool read(std::string_view key, std::string_view value) {
    decode_segment(list_, value, Columns::all, {}, segment_);
    merge(is_tail(key) ? behind_all : place_of(segment_, segment_.size() - 1));
    old_keys_.emplace_back(key);
    if (work_.size() > 0 && !ends_segment(work_.id.back())) return true;
    write();
    return false;
  }

  /// Moves the rows of `segment_` to `work_`, with the changes up to the place `last` made among
  /// them.
  void merge(Place last) {
    const auto comes = [&] {
      return come_ < change_.come.size() && place_of(change_.come, come_) <= last;
    };
    for (std::size_t i = 0; i < segment_.size() || comes();) {
      if (i < segment_.size() && goes(place_of(segment_, i))) {
        ++i;
      } else if (i == segment_.size() ||
                 (comes() && place_of(change_.come, come_) < place_of(segment_, i))) {
        work_.take(change_.come, come_++);
      } else {
        work_.take(segment_, i++);
      }
    }
    while (gone_ < change_.gone.size() && change_.gone[gone_] <= last) ++gone_;
  }

  /// True when the row at this place is to go. Places are asked for in rising order.
  bool goes(Place place) {
    while (gone_ < change_.gone.size() && change_.gone[gone_] < place) ++gone_;
    return gone_ < change_.gone.size() && change_.gone[gone_] == place;
  }

  /// Writes what has been gathered as segments, and erases the keys that it lay under before.
  void write() {
    std::vector<std::string> keys;
    for (std::size_t begin = 0, i = 0; i < work_.size(); ++i) {
      const bool ends = ends_segment(work_.id[i]);
      if (!ends && i + 1 < work_.size()) continue;
      keys.push_back(ends ? row_key(name_, work_.day[i], work_.id[i]) : tail_key(name_));
      put_(keys.back(), encode_segment(list_, work_, begin, i + 1));
      begin = i + 1;
    }
    for (const auto& key : old_keys_) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) erase_(key);
    }
    old_keys_.clear();
    work_.clear();
  }

  const ListName& list_;
  std::string name_;
  const ListChange& change_;
  const PutSegment& put_;
  const EraseSegment& erase_;
  std::size_t gone_ = 0, come_ = 0;  // how many of the changes are made
  EventRows segment_;                // as it was read
  EventRows work_;                   // as it is to be
  std::vector<std::string> old_keys_;
};

/// What a scan knows of the list that it is in.
struct ListWindow {
  std::string name;  ///< empty before the first list
  ListName list;
  std::uint32_t from = 0, to = 0;  ///< sort days wanted, both included
  bool wanted = false;

  void enter(std::string_view key, const Window& window, bool undated) {
    name = key.substr(0, name_size);
    list = list_in(key);
    const Window days = sort_days(list.span, window);
    from = day_number(days.first);
    to = day_number(days.last);
    wanted = from <= to && (undated || list.span != SpanClass::unknown);
  }
};

}  // namespace

EventId event_id(Origin origin, std::uint64_t stored) {
  return origin == Origin::linked ? EventId{stored} : imported_id(stored);
}

void EventRows::clear() {
  day.clear();
  length.clear();
  id.clear();
  kind.clear();
  status.clear();
  party_end.clear();
  parties.clear();
}

void EventRows::add(std::uint32_t sort_day, std::uint32_t days, std::uint64_t event,
                    std::uint32_t of_kind, Status with, std::span<const Party> who) {
  day.push_back(sort_day);
  length.push_back(days);
  id.push_back(event);
  kind.push_back(of_kind);
  status.push_back(with);
  parties.insert(parties.end(), who.begin(), who.end());
  party_end.push_back(static_cast<std::uint32_t>(parties.size()));
}

void EventRows::take(const EventRows& from, std::size_t i) {
  add(from.day[i], from.length[i], from.id[i], from.kind[i], from.status[i], from.parties_of(i));
}

void change_list(const Kv& kv, const ListName& list, const ListChange& change, bool fresh,
                 const PutSegment& put, const EraseSegment& erase) {
  ListEditor editor(list, change, put, erase);
  if (fresh) {
    editor.run_fresh();
  } else {
    editor.run(kv);
  }
}

ListName list_in(std::string_view key) {
  if (key.size() < name_size) ByteReader::fail();
  const auto kind = static_cast<unsigned char>(key[5]);
  if (kind >> 4U > 1 || (kind & 15U) >= span_classes) ByteReader::fail();
  return {.table = key[0],
          .owner = static_cast<std::uint32_t>(get_number(key.substr(1), 4)),
          .span = static_cast<SpanClass>(kind & 15U),
          .origin = static_cast<Origin>(kind >> 4U)};
}

std::size_t lists_bytes(const Kv& kv, char table, std::uint32_t owner) {
  std::string prefix(1, table);
  put_number(prefix, owner, 4);
  std::size_t bytes = 0;
  kv.scan(Family::index, prefix, end_of_prefix(prefix), [&](auto, std::string_view value) {
    bytes += value.size();
    return true;
  });
  return bytes;
}

void scan_lists(const Kv& kv, char table, std::optional<std::uint32_t> owner, const Window& window,
                bool undated, Columns columns, const SegmentVisitor& see) {
  std::string prefix(1, table);
  if (owner) put_number(prefix, *owner, 4);
  ListWindow in;
  EventRows rows;
  kv.walk(Family::index, prefix, end_of_prefix(prefix),
          [&](std::string_view key, std::string_view value, std::string& target) {
            if (key.size() != key_size) ByteReader::fail();
            if (key.substr(0, name_size) != in.name) in.enter(key, window, undated);
            if (!in.wanted) {
              target = end_of_prefix(in.name);
              return Step::seek;
            }
            const auto last = get_number(key.substr(name_size), 4);  // of a tail: behind all days
            if (last < in.from) {
              target = row_key(in.name, in.from, 0);
              return Step::seek;
            }
            const Part part = decode_segment(in.list, value, columns, {in.from, in.to}, rows);
            if (part.count > 0) see(in.list, rows, 0, part.count);
            if (part.behind == 0 || is_tail(key)) return Step::next;
            target = end_of_prefix(in.name);
            return Step::seek;
          });
}

}  // namespace annals
