#include "ingest/text/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "graph/error.h"
#include "ingest/text/characters.h"

namespace annals {
namespace {

/// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> upper_controls = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct Magic {
  std::string_view start;
  const char* kind;
};

constexpr std::array<Magic, 22> magics = {{
    {"%PDF-", "a PDF document; turn it into text first (pdftotext FILE)"},
    {"{\\rtf", "a rich text document (RTF); save it as plain text"},
    {"\xD0\xCF\x11\xE0", "an old Office document; save it as plain text"},
    {"\x89PNG", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"GIF8", "a GIF picture"},
    {"RIFF", "a sound, film or WebP picture"},
    {"ID3", "an MP3 sound"},
    {"OggS", "an Ogg sound"},
    {"\x1A\x45\xDF\xA3", "a Matroska film"},
    {"\x7F"
     "ELF",
     "a program"},
    {"MZ\x90", "a program"},
    {"\xCA\xFE\xBA\xBE", "a program"},
    {"SQLite format 3", "an SQLite database"},
    {"PAR1", "a Parquet table; export it as JSONL or CSV"},
    {"ARROW1", "an Arrow table; export it as JSONL or CSV"},
    {"Obj\x01", "an Avro file; export it as JSONL or CSV"},
    {"wOFF", "a font"},
    {"wOF2", "a font"},
    {std::string_view("\0\0\1\0", 4), "an icon"},
    {"bplist", "a binary property list"},
    {"Rar!", "a RAR archive; unpack it first"},
}};

/// Bytes of the UTF-8 sequence at `at`; 0 when none stands there (overlong forms and surrogates are
/// none).
std::uint32_t utf8_size_at(std::string_view text, std::size_t at) {
  const CodePoint point = code_point_at(text, at);
  if (point.size == 1) return static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 0;
  const bool overlong = (point.size == 3 && point.code < 0x800) ||
                        (point.size == 4 && (point.code < 0x10000 || point.code > 0x10FFFF));
  return overlong || (point.code >= 0xD800 && point.code < 0xE000) ? 0 : point.size;
}

[[noreturn]] void refuse(const std::string& what) { throw Error(ErrorKind::input, what); }

[[noreturn]] void refuse_encoding(const std::string& name) {
  refuse("text in " + name + ", which is not read; convert it to UTF-8 first (iconv -f " +
         (name.find(' ') == std::string::npos ? name : "ENCODING") + " -t UTF-8)");
}

std::string from_utf16(std::string_view bytes, bool big) {
  std::string text;
  text.reserve(bytes.size());
  const auto unit = [&](std::size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big ? a << 8 | b : b << 8 | a);
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t code = unit(i);
    if (code >= 0xD800 && code < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    append_utf8(text, code);
  }
  return text;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const char32_t code =
        byte >= 0x80 && byte < 0xA0 ? upper_controls.at(byte - 0x80U) : char32_t{byte};
    append_utf8(text, code == 0 && byte != 0 ? char32_t{0xFFFD} : code);
  }
  return text;
}

/// How the bytes above 0x7F are spread; what tells 8-bit encodings apart.
struct Highs {
  std::size_t high = 0;        ///< all of them
  std::size_t letters = 0;     ///< ASCII letters
  std::size_t valid = 0;       ///< bytes of valid UTF-8 sequences
  std::size_t invalid = 0;     ///< bytes that belong to none
  std::size_t unassigned = 0;  ///< bytes that Windows-1252 has nothing for
  std::size_t after_high = 0;  ///< high bytes right after a high byte
};

Highs count_highs(std::string_view bytes) {
  Highs highs;
  bool before = false;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) {
      highs.letters += is_lower(bytes[i]) || is_upper(bytes[i]) ? 1 : 0;
      before = false;
      ++i;
      continue;
    }
    const std::uint32_t size = utf8_size_at(bytes, i);
    (size > 0 ? highs.valid : highs.invalid) += std::max(size, 1U);
    for (const auto end = i + std::max(size, 1U); i < end; ++i) {
      const auto high = static_cast<unsigned char>(bytes[i]);
      ++highs.high;
      highs.after_high += before ? 1 : 0;
      before = true;
      if (high < 0xA0 && upper_controls.at(high - 0x80U) == 0) ++highs.unassigned;
    }
  }
  return highs;
}

enum class Label { unknown, utf8, windows_1252, utf16, other };

Label label_of(std::string_view declared) {
  std::string name;
  for (const char c : declared) {
    if (c != '_' && c != '-' && c != ' ' && c != '"' && c != '\'') name += to_lower(c);
  }
  if (name.empty()) return Label::unknown;
  if (name == "utf8") return Label::utf8;
  if (name.starts_with("utf16")) return Label::utf16;
  for (const auto* latin : {"iso88591", "latin1", "l1", "windows1252", "cp1252", "ascii", "usascii",
                            "iso885915", "x-cp1252", "cp819", "ansix3.41968"}) {
    if (name == latin) return Label::windows_1252;
  }
  return Label::other;
}

/// Names the 8-bit encoding that the bytes look like when it is none that is read.
std::optional<std::string> foreign_encoding(std::string_view bytes, const Highs& highs) {
  if (bytes.find("\x1B$") != std::string_view::npos) return "ISO-2022-JP";
  if (highs.high * 4 < highs.letters || highs.high < 6) return std::nullopt;
  // Most letters are high: not a Western European language.
  if (highs.unassigned > 0 || highs.after_high * 2 < highs.high) {
    return "a double-byte East Asian encoding (GB18030, Big5, Shift_JIS or EUC-KR)";
  }
  std::size_t upper_half = 0;
  for (const char c : bytes) upper_half += static_cast<unsigned char>(c) >= 0xC0 ? 1 : 0;
  if (upper_half * 10 >= highs.high * 9)
    return "a Cyrillic or Greek encoding (Windows-1251, KOI8-R)";
  return "a double-byte East Asian encoding (GB18030, Big5, Shift_JIS or EUC-KR)";
}

Decoded mended_utf8(std::string bytes, const Highs& highs) {
  for (std::size_t i = 0; i < bytes.size();) {
    const std::uint32_t size = utf8_size_at(bytes, i);
    if (size == 0) bytes[i] = '?';
    i += std::max(size, 1U);
  }
  return {.text = std::move(bytes),
          .encoding = "UTF-8",
          .doubt = std::to_string(highs.invalid) +
                   (highs.invalid == 1 ? " byte is" : " bytes are") +
                   " no UTF-8 and read as \"?\"; is the file cut off or damaged?"};
}

Decoded decode_eight_bits(std::string bytes, std::string_view declared) {
  if (is_utf8(bytes)) return {.text = std::move(bytes), .encoding = "UTF-8", .doubt = {}};
  const Label label = label_of(declared);
  const Highs highs = count_highs(bytes);
  const bool nearly_utf8 = highs.valid >= 4 * highs.invalid;
  if (nearly_utf8 || label == Label::utf8) return mended_utf8(std::move(bytes), highs);
  if (label == Label::other) refuse_encoding(std::string(declared));
  if (label != Label::windows_1252) {
    if (const auto name = foreign_encoding(bytes, highs)) refuse_encoding(*name);
  }
  return {.text = from_windows_1252(bytes), .encoding = "Windows-1252", .doubt = {}};
}

/// Replaces stray NULs by spaces; refuses when there are too many for a text.
std::string blank_nuls(std::string& bytes) {
  const auto nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  if (nuls == 0) return {};
  if (nuls * 100 > bytes.size()) {
    std::size_t odd = 0;
    for (std::size_t i = 1; i < bytes.size(); i += 2) odd += bytes[i] == '\0' ? 1 : 0;
    std::size_t printable = 0;
    for (const char c : bytes) printable += c >= ' ' || c == '\n' || c == '\r' || c == '\t' ? 1 : 0;
    if (nuls * 5 > bytes.size() * 2 && (odd == nuls || odd == 0) &&
        (printable + nuls) * 10 > bytes.size() * 9) {
      refuse_encoding(odd == nuls ? "UTF-16LE" : "UTF-16BE");
    }
    refuse(
        "binary file, not text; annals reads text, HTML, JSONL, CSV, WARC, RSS and archives of "
        "them");
  }
  std::replace(bytes.begin(), bytes.end(), '\0', ' ');
  return std::to_string(nuls) + (nuls == 1 ? " NUL byte" : " NUL bytes") + " read as spaces";
}

}  // namespace

void append_utf8(std::string& text, char32_t code) {
  if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::uint32_t size = utf8_size_at(text, i);
    if (size == 0) return false;
    i += size;
  }
  return true;
}

std::optional<std::string> binary_kind(std::string_view start) {
  for (const auto& magic : magics) {
    if (start.starts_with(magic.start)) return magic.kind;
  }
  if (start.size() > 12 && start.substr(4, 4) == "ftyp") return "a film";
  return std::nullopt;
}

Decoded decode(std::string bytes, std::string_view declared) {
  const std::string_view start(bytes);
  if (start.starts_with(std::string_view("\xFF\xFE\0\0", 4)) ||
      start.starts_with(std::string_view("\0\0\xFE\xFF", 4))) {
    refuse_encoding("UTF-32");
  }
  if (const auto kind = binary_kind(start)) refuse("not text but " + *kind);
  Decoded decoded;
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
    const bool big = start.starts_with("\xFE\xFF");
    decoded.text = from_utf16(start.substr(2), big);
    decoded.encoding = big ? "UTF-16BE" : "UTF-16LE";
    decoded.doubt = blank_nuls(decoded.text);
    return decoded;
  }
  const std::string doubt = blank_nuls(bytes);
  decoded = decode_eight_bits(std::move(bytes), declared);
  if (!doubt.empty()) decoded.doubt = doubt + (decoded.doubt.empty() ? "" : "; " + decoded.doubt);
  return decoded;
}

}  // namespace annals
