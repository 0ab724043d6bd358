#include "graph/imports.h"

#include "graph/keys.h"
#include "graph/varint.h"

namespace annals {
namespace {

constexpr std::uint64_t first_factor = 0xBF58476D1CE4E5B9U;
constexpr std::uint64_t second_factor = 0x94D049BB133111EBU;

/// The number that gives 1 when multiplied by odd `factor` modulo 2^64 (Newton's method, doubling
/// the right bits).
constexpr std::uint64_t inverse(std::uint64_t factor) {
  std::uint64_t result = factor;
  for (int i = 0; i < 6; ++i) result *= 2 - factor * result;
  return result;
}
static_assert(inverse(first_factor) * first_factor == 1);

constexpr std::uint64_t unshift(std::uint64_t value, unsigned by) {
  std::uint64_t result = value;
  for (unsigned done = by; done < 64; done += by) result = value ^ result >> by;
  return result;
}

}  // namespace

EventId imported_id(std::uint64_t sequence) {
  std::uint64_t value = sequence + 1;  // 0 stays 0, and no id is 0
  value = (value ^ value >> 30U) * first_factor;
  value = (value ^ value >> 27U) * second_factor;
  return EventId{value ^ value >> 31U};
}

std::uint64_t imported_sequence(EventId id) {
  std::uint64_t value = unshift(id.value, 31) * inverse(second_factor);
  value = unshift(value, 27) * inverse(first_factor);
  return unshift(value, 30) - 1;
}

std::string import_key(std::uint64_t first) { return key_of(table::import_of, first); }

std::string encode_import(const Import& import) {
  std::string bytes;
  put_number(bytes, import.id, 8);
  put_varint(bytes, import.name.size());
  bytes += import.name;
  put_varint(bytes, import.taken);
  put_varint(bytes, import.events);
  put_varint(bytes, import.done ? 1 : 0);
  return bytes;
}

namespace {

Import decode_import(std::string_view key, std::string_view value) {
  ByteReader in(value);
  Import import{.first = id_in(key), .id = get_number(in.bytes(8), 8)};
  import.name = in.bytes(in.varint());
  import.taken = in.varint();
  import.events = in.varint();
  import.done = in.varint() != 0;
  return import;
}

}  // namespace

std::vector<Import> imports_in(const Kv& kv) {
  std::vector<Import> imports;
  const std::string prefix(1, table::import_of);
  kv.scan(Family::settings, prefix, end_of_prefix(prefix), [&](auto key, auto value) {
    imports.push_back(decode_import(key, value));
    return true;
  });
  return imports;
}

std::string rows_key(std::uint64_t sequence) {
  return key_of(table::rows, sequence / rows_a_chunk * rows_a_chunk);
}

std::string encode_rows(const ImportedRows& rows, std::size_t begin, std::size_t end) {
  std::string out;
  put_varint(out, end - begin);
  std::int64_t day = 0;
  bool days_only = true;
  for (std::size_t i = begin; i < end; ++i) {
    if (rows.date[i] != day_date(rows.date[i].first)) days_only = false;
  }
  put_varint(out, days_only ? 1 : 0);
  for (std::size_t i = begin; i < end; ++i) {
    const std::int64_t first = (rows.date[i].first - first_day).count();
    put_varint(out, zigzag(first - day));
    day = first;
  }
  if (!days_only) {
    for (std::size_t i = begin; i < end; ++i) {
      const auto& date = rows.date[i];
      put_varint(out, static_cast<std::uint64_t>((date.last - date.first).count()));
      put_varint(out, static_cast<std::uint64_t>(date.precision) << 1U |
                          static_cast<std::uint64_t>(date.approximate));
      put_varint(out, date.month);
      put_varint(out, date.day);
    }
  }
  for (std::size_t i = begin; i < end; ++i) put_varint(out, rows.kind[i]);
  for (std::size_t i = begin; i < end; ++i) put_varint(out, rows.source[i]);
  for (std::size_t i = begin; i < end; ++i) put_varint(out, rows.target[i] + 1U);  // none is 0
  std::uint64_t line = 0;
  for (std::size_t i = begin; i < end; ++i) {
    put_varint(out, zigzag(static_cast<std::int64_t>(rows.line[i] - line - 1)));
    line = rows.line[i];
  }
  return out;
}

ImportedRows decode_rows(std::string_view bytes) {
  ByteReader in(bytes);
  const auto count = in.varint();
  const bool days_only = in.varint() == 1;
  if (count > rows_a_chunk) ByteReader::fail();
  ImportedRows rows;
  rows.date.reserve(count);
  std::int64_t day = 0;
  EventDate date = day_date(first_day);
  for (std::size_t i = 0; i < count; ++i) {
    const auto step = unzigzag(in.varint());
    if (step != 0) {
      day += step;
      if (day < 0 || day > (last_day - first_day).count()) ByteReader::fail();
      date.first = date.last = first_day + date::days{static_cast<int>(day)};
    }
    rows.date.push_back(date);
  }
  for (std::size_t i = 0; !days_only && i < count; ++i) {
    auto& each = rows.date[i];
    const auto length = in.varint(), precision = in.varint();
    if (length > static_cast<std::uint64_t>((last_day - each.first).count()) ||
        precision >> 1U > static_cast<std::uint64_t>(Precision::unknown)) {
      ByteReader::fail();
    }
    each.last = each.first + date::days{static_cast<int>(length)};
    each.precision = static_cast<Precision>(precision >> 1U);
    each.approximate = (precision & 1U) != 0;
    each.month = static_cast<std::uint8_t>(in.varint());
    each.day = static_cast<std::uint8_t>(in.varint());
  }
  const auto number = [&] { return static_cast<std::uint32_t>(in.varint()); };
  rows.kind.resize(count);
  rows.source.resize(count);
  rows.target.resize(count);
  rows.line.resize(count);
  for (auto& kind : rows.kind) kind = number();
  for (auto& source : rows.source) source = number();
  for (auto& target : rows.target) target = number() - 1U;
  std::uint64_t line = 0;
  for (auto& each : rows.line) {
    line += static_cast<std::uint64_t>(unzigzag(in.varint())) + 1;
    each = line;
  }
  if (!in.at_end()) ByteReader::fail();
  return rows;
}

}  // namespace annals
