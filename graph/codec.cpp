#include "graph/codec.h"

#include <bit>
#include <concepts>
#include <type_traits>
#include <utility>

#include "graph/varint.h"

namespace annals {
namespace {

/// Matches T and const T, so that one list of fields serves writing and reading.
template <class Given, class T>
concept Is = std::same_as<std::remove_const_t<Given>, T>;

// The number of enumerators, so that no byte on disk can make a value that a switch does not know.
template <class E>
constexpr std::uint64_t size_of = 0;
template <>
constexpr std::uint64_t size_of<PublishedBasis> = 6;
template <>
constexpr std::uint64_t size_of<BlockKind> = 7;
template <>
constexpr std::uint64_t size_of<ActorKind> = 6;
template <>
constexpr std::uint64_t size_of<Status> = 6;
template <>
constexpr std::uint64_t size_of<DateBasis> = 5;
template <>
constexpr std::uint64_t size_of<Role> = 3;
template <>
constexpr std::uint64_t size_of<Precision> = 10;

void fields(auto& io, Is<Span> auto& v) { io(v.begin, v.end); }
void fields(auto& io, Is<EventDate> auto& v) {
  io(v.first, v.last, v.precision, v.approximate, v.month, v.day);
}
void fields(auto& io, Is<Block> auto& v) { io(v.span, v.kind); }
void fields(auto& io, Is<Article> auto& v) {
  io(v.id, v.name, v.path, v.source, v.title, v.url, v.published, v.published_basis,
     v.published_text, v.text, v.blocks);
}
void fields(auto& io, Is<ActorRole> auto& v) { io(v.title, v.code, v.seen); }
void fields(auto& io, Is<Actor> auto& v) {
  io(v.id, v.kind, v.name, v.aliases, v.code, v.country, v.roles);
}
void fields(auto& io, Is<Timex> auto& v) { io(v.span, v.type, v.value, v.mod, v.date); }
void fields(auto& io, Is<Participant> auto& v) { io(v.actor, v.role, v.span); }
void fields(auto& io, Is<Place> auto& v) { io(v.name, v.country, v.latitude, v.longitude); }
void fields(auto& io, Is<Count> auto& v) { io(v.what, v.value, v.words); }
void fields(auto& io, Is<Contest> auto& v) { io(v.what, v.values, v.mentions); }
void fields(auto& io, Is<Mention> auto& v) {
  io(v.id, v.article, v.type, v.mode, v.cameo, v.participants, v.date, v.date_basis, v.date_text,
     v.status, v.said_by, v.place, v.counts, v.confidence, v.rule, v.evidence, v.trigger,
     v.sentence);
}
void fields(auto& io, Is<Event> auto& v) {
  io(v.id, v.type, v.mode, v.cameo, v.participants, v.date, v.date_basis, v.date_reason, v.status,
     v.said_by, v.place, v.counts, v.confidence, v.mentions, v.sources, v.independent_sources,
     v.contested);
}
void fields(auto& io, Is<Facts> auto& v) {  // the article has its own record
  io(v.sentences, v.timexes, v.actors, v.mentions, v.language);
  // behind the rest: records of layout 1 end before it
  for (auto& mention : v.mentions) io.more(mention.brief);
}

struct Writer {
  std::string out;

  template <class... T>
  void operator()(const T&... values) {
    (one(values), ...);
  }
  template <class T>
  void one(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      put_varint(out, static_cast<std::uint64_t>(value));
    } else if constexpr (std::unsigned_integral<T>) {
      put_varint(out, value);
    } else {
      fields(*this, value);
    }
  }
  template <class Tag>
  void one(const Id<Tag>& id) {
    fixed(id.value);
  }
  void one(const double& value) { fixed(std::bit_cast<std::uint64_t>(value)); }
  void one(const date::sys_days& day) { put_varint(out, zigzag(day.time_since_epoch().count())); }
  void one(const std::string& text) {
    put_varint(out, text.size());
    out += text;
  }
  template <class T>
  void one(const std::vector<T>& values) {
    put_varint(out, values.size());
    for (const auto& value : values) one(value);
  }
  template <class T>
  void one(const std::optional<T>& value) {
    one(value.has_value());
    if (value) one(*value);
  }
  template <class T>
  void more(const T& value) {
    one(value);
  }
  void fixed(std::uint64_t value) {
    for (int i = 0; i < 8; ++i, value >>= 8U) out += static_cast<char>(value & 0xFFU);
  }
};

struct Reader {
  ByteReader in;

  template <class... T>
  void operator()(T&... values) {
    (one(values), ...);
  }
  template <class T>
  void one(T& value) {
    if constexpr (std::is_enum_v<T>) {
      const auto number = in.varint();
      if (number >= size_of<T>) ByteReader::fail();
      value = static_cast<T>(number);
    } else if constexpr (std::unsigned_integral<T>) {
      const auto number = in.varint();
      if (number > std::numeric_limits<T>::max()) ByteReader::fail();
      value = static_cast<T>(number);
    } else {
      fields(*this, value);
    }
  }
  template <class Tag>
  void one(Id<Tag>& id) {
    id.value = fixed();
  }
  void one(double& value) { value = std::bit_cast<double>(fixed()); }
  void one(date::sys_days& day) {
    const auto count = unzigzag(in.varint());
    if (count < first_day.time_since_epoch().count() ||
        count > last_day.time_since_epoch().count()) {
      ByteReader::fail();
    }
    day = date::sys_days{date::days{static_cast<int>(count)}};
  }
  void one(std::string& text) { text = in.bytes(in.varint()); }
  template <class T>
  void one(std::vector<T>& values) {
    const auto count = in.varint();
    if (count > in.left()) ByteReader::fail();  // every value takes a byte at least
    values.resize(count);
    for (auto& value : values) one(value);
  }
  template <class T>
  void one(std::optional<T>& value) {
    bool there = false;
    one(there);
    if (there) one(value.emplace());
  }
  /// What records of an older layout end before.
  template <class T>
  void more(T& value) {
    if (!in.at_end()) one(value);
  }
  std::uint64_t fixed() {
    const auto bytes = in.bytes(8);
    std::uint64_t value = 0;
    for (std::size_t i = 8; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return value;
  }
};

template <class T>
std::string encode(const T& value) {
  Writer writer;
  writer.one(value);
  return std::move(writer.out);
}

template <class T>
T decode(std::string_view bytes) {
  Reader reader{ByteReader(bytes)};
  T value;
  reader.one(value);
  if (!reader.in.at_end()) ByteReader::fail();
  return value;
}

}  // namespace

std::string encode_article(const Article& article) { return encode(article); }
Article decode_article(std::string_view bytes) { return decode<Article>(bytes); }
std::string encode_statements(const Facts& facts) { return encode(facts); }
Facts decode_statements(std::string_view bytes) { return decode<Facts>(bytes); }
std::string encode_actor(const Actor& actor) { return encode(actor); }
Actor decode_actor(std::string_view bytes) { return decode<Actor>(bytes); }
std::string encode_event(const Event& event) { return encode(event); }
Event decode_event(std::string_view bytes) { return decode<Event>(bytes); }

}  // namespace annals
