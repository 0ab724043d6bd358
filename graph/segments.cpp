#include "graph/segments.h"

#include <algorithm>
#include <span>

#include "graph/keys.h"
#include "graph/varint.h"

namespace annals {
namespace {

constexpr std::uint64_t all_happened = 1;  // flags of a segment: no column of statuses
constexpr std::uint64_t all_pairs = 2;     // each row has one source and one target, in this order

bool is_pair(std::span<const Party> parties) {
  return parties.size() == 2 && parties[0].role == Role::source && parties[1].role == Role::target;
}

/// Calls `take(i)` for each wanted row, to read its number, and passes over the others.
template <class Take>
void decode_column(ByteReader& in, const Part& part, Take take) {
  in.skip_varints(part.before);
  for (std::size_t i = 0; i < part.count; ++i) take(i);
  in.skip_varints(part.behind);
}

Part decode_days(ByteReader& in, std::size_t count, SortDays wanted, EventRows& rows) {
  rows.day.resize(count);
  std::uint32_t day = 0;
  for (auto& each : rows.day) each = day += static_cast<std::uint32_t>(in.varint());
  const auto begin = std::lower_bound(rows.day.begin(), rows.day.end(), wanted.from);
  const auto end = std::upper_bound(begin, rows.day.end(), wanted.to);
  const Part part{.before = static_cast<std::size_t>(begin - rows.day.begin()),
                  .count = static_cast<std::size_t>(end - begin),
                  .behind = static_cast<std::size_t>(rows.day.end() - end)};
  rows.day.erase(end, rows.day.end());
  rows.day.erase(rows.day.begin(), begin);
  return part;
}

void decode_ids(ByteReader& in, Origin origin, const Part& part, EventRows& rows) {
  rows.id.resize(part.count);
  if (origin == Origin::linked) {
    in.bytes(8 * part.before);
    for (auto& id : rows.id) id = get_number(in.bytes(8), 8);
    in.bytes(8 * part.behind);
    return;
  }
  std::uint64_t id = 0;
  const auto next = [&] { return id += static_cast<std::uint64_t>(unzigzag(in.varint())); };
  for (std::size_t i = 0; i < part.before; ++i) next();
  for (auto& each : rows.id) each = next();
  in.skip_varints(part.behind);
}

void decode_pairs(ByteReader& in, const ListName& list, const Part& part, EventRows& rows) {
  rows.party_end.resize(part.count);
  rows.parties.resize(2 * part.count);
  const std::size_t numbers = list.table == table::of_actor ? 1 : 2;  // of a row
  in.skip_varints(numbers * part.before);
  Party* out = rows.parties.data();
  for (std::size_t i = 0; i < part.count; ++i, out += 2) {
    rows.party_end[i] = static_cast<std::uint32_t>(2 * i + 2);
    std::uint32_t source = 0, target = 0;
    if (list.table == table::of_actor) {
      const auto other = in.varint();
      const auto number = static_cast<std::uint32_t>(other >> 1U);
      const bool is_source = (other & 1U) != 0;
      source = is_source ? list.owner : number;
      target = is_source ? number : list.owner;
    } else {
      source = static_cast<std::uint32_t>(in.varint());
      target = static_cast<std::uint32_t>(in.varint());
    }
    out[0] = {source, Role::source};
    out[1] = {target, Role::target};
  }
  in.skip_varints(numbers * part.behind);
}

void decode_parties(ByteReader& in, const Part& part, EventRows& rows) {
  rows.party_end.reserve(part.count);
  rows.parties.reserve(2 * part.count);
  for (std::size_t i = 0; i < part.before; ++i) in.skip_varints(in.varint());
  for (std::size_t i = 0; i < part.count; ++i) {
    for (auto left = in.varint(); left > 0; --left) {
      const auto who = in.varint();
      if ((who & 3U) > 2) ByteReader::fail();
      rows.parties.push_back({static_cast<std::uint32_t>(who >> 2U), static_cast<Role>(who & 3U)});
    }
    rows.party_end.push_back(static_cast<std::uint32_t>(rows.parties.size()));
  }
  for (std::size_t i = 0; i < part.behind; ++i) in.skip_varints(in.varint());
}

}  // namespace

std::string encode_segment(const ListName& list, const EventRows& rows, std::size_t begin,
                           std::size_t end) {
  std::uint64_t flags = all_happened | all_pairs;
  for (std::size_t i = begin; i < end; ++i) {
    if (rows.status[i] != Status::happened) flags &= ~all_happened;
    if (!is_pair(rows.parties_of(i))) flags &= ~all_pairs;
  }
  std::string out;
  out.reserve((end - begin) * 12);
  put_varint(out, end - begin);
  put_varint(out, flags);
  std::uint32_t day = 0;
  for (std::size_t i = begin; i < end; ++i) {
    put_varint(out, rows.day[i] - day);
    day = rows.day[i];
  }
  if (list.span != SpanClass::day) {
    for (std::size_t i = begin; i < end; ++i) put_varint(out, rows.length[i]);
  }
  std::uint64_t id = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (list.origin == Origin::linked) {  // a hash: nothing to be saved
      put_number(out, rows.id[i], 8);
    } else {
      put_varint(out, zigzag(static_cast<std::int64_t>(rows.id[i] - id)));
      id = rows.id[i];
    }
  }
  for (std::size_t i = begin; i < end; ++i) put_varint(out, rows.kind[i]);
  if ((flags & all_happened) == 0) {
    for (std::size_t i = begin; i < end; ++i) out += static_cast<char>(rows.status[i]);
  }
  for (std::size_t i = begin; i < end; ++i) {
    const auto parties = rows.parties_of(i);
    if ((flags & all_pairs) == 0) {
      put_varint(out, parties.size());
      for (const auto& who : parties) {
        put_varint(out, std::uint64_t{who.actor} << 2U | static_cast<std::uint64_t>(who.role));
      }
    } else if (list.table == table::of_actor) {  // only the other one, and which end that is
      const bool is_source = parties[0].actor == list.owner;
      put_varint(out, std::uint64_t{parties[is_source ? 1 : 0].actor} << 1U |
                          static_cast<std::uint64_t>(is_source));
    } else {
      put_varint(out, parties[0].actor);
      put_varint(out, parties[1].actor);
    }
  }
  return out;
}

Part decode_segment(const ListName& list, std::string_view bytes, Columns columns, SortDays wanted,
                    EventRows& rows) {
  rows.clear();
  ByteReader in(bytes);
  const auto count = in.varint();
  const auto flags = in.varint();
  if (count > in.left()) ByteReader::fail();
  const Part part = decode_days(in, count, wanted, rows);
  if (part.count == 0) return part;
  rows.length.resize(part.count);
  if (list.span != SpanClass::day) {
    decode_column(in, part,
                  [&](auto i) { rows.length[i] = static_cast<std::uint32_t>(in.varint()); });
  }
  decode_ids(in, list.origin, part, rows);
  if (columns == Columns::dates) return part;
  rows.kind.resize(part.count);
  decode_column(in, part, [&](auto i) { rows.kind[i] = static_cast<std::uint32_t>(in.varint()); });
  rows.status.resize(part.count, Status::happened);
  if ((flags & all_happened) == 0) {
    decode_column(in, part, [&](auto i) {
      const auto value = in.varint();
      if (value > 5) ByteReader::fail();
      rows.status[i] = static_cast<Status>(value);
    });
  }
  (flags & all_pairs) != 0 ? decode_pairs(in, list, part, rows) : decode_parties(in, part, rows);
  if (!in.at_end()) ByteReader::fail();
  return part;
}

}  // namespace annals
