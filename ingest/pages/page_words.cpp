#include "ingest/pages/page_words.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

#include "graph/error.h"
#include "ingest/text/characters.h"
#include "ingest/text/rules.h"

namespace annals {
namespace {

constexpr std::array<std::string_view, page_word_kinds> kind_names = {
    "line",    "start",  "within", "section",  "comments", "closed",  "speaker",   "credit",
    "picture", "agency", "outlet", "byline",   "month",    "weekday", "published", "updated",
    "fetched", "zone",   "glue",   "particle", "common",   "foreign"};

}  // namespace

std::string page_key(std::string_view line, std::size_t limit) {
  line = line.substr(0, limit);
  std::string key(line.size(), ' ');
  std::size_t size = 0;
  bool gap = false;
  const auto put = [&](char c) {
    if (gap && size > 0) ++size;  // a space stands there already
    gap = false;
    key[size++] = c;
  };
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    if (is_digit(c) || c == '#') {
      while (at < line.size() && (is_digit(line[at]) || line[at] == '#')) ++at;
      put('#');
      continue;
    }
    if (is_lower(c) || is_upper(c)) {
      put(to_lower(c));
      ++at;
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x80) {
      gap = true;
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(line, at);
    if (is_space_code(point.code) || is_mark_code(point.code)) {
      gap = true;
    } else {
      put(c);
      for (std::size_t i = 1; i < point.size; ++i) key[size++] = line[at + i];
    }
    at += point.size;
  }
  key.resize(size);
  return key;
}

PageWords PageWords::load(const LanguageOptions& options) {
  PageWords words;
  std::vector<std::filesystem::path> folders = {options.data};
  folders.insert(folders.end(), options.overlays.begin(), options.overlays.end());
  for (const auto& folder : folders) {
    const auto file = folder / "page.words";
    std::ifstream in(file, std::ios::binary);
    if (!in) {
      if (&folder != &folders.front()) continue;
      throw Error(ErrorKind::rule, file.string() +
                                       ": cannot be read; --data names a folder with "
                                       "the files of ingest/data/english");
    }
    std::ostringstream text;
    text << in.rdbuf();
    words.add(text.view(), file.string());
  }
  words.text_words_ = TextWords::load(options);
  return words;
}

void PageWords::add(std::string_view text, const std::string& name) {
  std::size_t number = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto wrong = [&](const std::string& what) {
      std::string place = name + ":" + std::to_string(number);
      throw Error(ErrorKind::rule, place + ": " + what);
    };
    const auto space = std::min(line.find_first_of(" \t"), line.size());
    const auto kind = std::find(kind_names.begin(), kind_names.end(), line.substr(0, space));
    if (kind == kind_names.end()) {
      wrong("unknown kind \"" + std::string(line.substr(0, space)) +
            "\"; the first word is line, start, section, comments, month ...");
    }
    std::string_view phrase = trimmed(line.substr(space));
    int value = 0;
    if (const auto equals = phrase.rfind('='); equals != std::string_view::npos) {
      const std::string_view digits = trimmed(phrase.substr(equals + 1));
      const auto [end_of, error] =
          std::from_chars(digits.data(), digits.data() + digits.size(), value);
      if (error != std::errc{} || end_of != digits.data() + digits.size()) {
        wrong("\"" + std::string(digits) + "\" is no whole number");
      }
      phrase = trimmed(phrase.substr(0, equals));
    }
    const std::string key = page_key(phrase);
    if (key.empty()) wrong("a phrase is missing after the kind");
    // Each phrase's first words are entries too, so that prefix() can stop at the first word that
    // begins none.
    for (auto space_at = key.find(' '); space_at != std::string::npos;
         space_at = key.find(' ', space_at + 1)) {
      entries_.try_emplace(key.substr(0, space_at));
    }
    const auto index = static_cast<std::size_t>(kind - kind_names.begin());
    Entry& entry = entries_[key];
    entry.kinds |= 1U << index;
    entry.values.at(index) = static_cast<std::int16_t>(value);
  }
}

std::optional<int> PageWords::find(PageWord kind, std::string_view key) const {
  const auto found = entries_.find(key);
  const auto index = static_cast<std::size_t>(kind);
  if (found == entries_.end() || (found->second.kinds >> index & 1U) == 0) return std::nullopt;
  return found->second.values.at(index);
}

std::size_t PageWords::prefix(PageWord kind, std::string_view key) const {
  std::size_t longest = 0;
  for (std::size_t end = 0; end < key.size();) {
    end = std::min(key.find(' ', end + 1), key.size());
    const auto found = entries_.find(key.substr(0, end));
    if (found == entries_.end()) break;
    if ((found->second.kinds >> static_cast<std::size_t>(kind) & 1U) != 0) longest = end;
  }
  return longest;
}

}  // namespace annals
