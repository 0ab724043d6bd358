#include "ingest/trees/lemmas.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "ingest/text/characters.h"
#include "ingest/trees/parser_features.h"

namespace annals {
namespace {

constexpr std::size_t longest_form = 64;
constexpr std::size_t room = 128;  // a form and the longest ending

std::uint64_t salted(std::string_view text, Upos upos, std::string_view xpos, bool whole) {
  const std::uint64_t tag = hash_of(xpos, 100 + static_cast<std::uint64_t>(upos));
  return hash_of(text, tag ^ (whole ? 0x51ULL : 0x52ULL)) | 1U;
}

Upos upos_named(std::string_view name) {
  for (int i = 0; i < static_cast<int>(Upos::X); ++i)
    if (name_of(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
  return Upos::X;
}

/// "1,100" and "12,000.5", whose lemmas have no commas, but not "3,40".
bool has_thousands(std::string_view form) {
  const std::string_view whole = form.substr(0, form.find('.'));
  std::size_t digits = 0;  // since the last comma
  bool commas = false;
  for (const char c : whole) {
    if (c != ',' && !is_digit(c)) return false;
    if (c == ',' && (digits == 0 || digits > 3 || (commas && digits != 3))) return false;
    commas = commas || c == ',';
    digits = c == ',' ? 0 : digits + 1;
  }
  return commas && digits == 3;
}

/// A word in capitals that is too long for an abbreviation: "TEHRAN". In the treebanks 65 of 74
/// such names have lemmas in small letters; of five letters, half of them.
bool shouts(std::string_view form) {
  return form.size() >= 6 &&
         std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::uint64_t key_of(std::string_view text, std::string_view tag, bool whole) {
  const auto tab = tag.find('\t');
  return salted(text, upos_named(tag.substr(0, tab)), tag.substr(tab + 1), whole);
}

}  // namespace

LemmaScript parse_lemma_script(std::string_view text) {
  LemmaScript script;
  script.lower = text[0] == 'L';
  std::size_t at = 1;
  for (; at < text.size() && at < 4 && is_digit(text[at]); ++at)
    script.cut = script.cut * 10 + static_cast<std::size_t>(text[at] - '0');
  script.ending = text.substr(std::min(at + 1, text.size()));
  return script;
}

std::uint64_t lemma_key(std::string_view lower_form, std::string_view tag) {
  return key_of(lower_form, tag, true);
}

std::uint64_t lemma_ending_key(std::string_view lower_ending, std::string_view tag) {
  return key_of(lower_ending, tag, false);
}

Lemmas::Lemmas(const Model& model) : table_(model.table("lemmas")) {
  const StringTable scripts = model.strings("lemmas.scripts");
  for (std::size_t i = 0; i < scripts.size(); ++i)
    scripts_.push_back(parse_lemma_script(scripts[i]));
}

/// Writes the lemma to `to`, which has `room` bytes, and gives its size.
std::size_t Lemmas::write(const Token& token, char* to) const {
  const std::string_view form = token.form;
  if (token.upos == Upos::NUM && has_thousands(form))
    return static_cast<std::size_t>(std::remove_copy(form.begin(), form.end(), to, ',') - to);
  std::array<char, longest_form> bytes{};
  std::transform(form.begin(), form.end(), bytes.begin(), to_lower);
  const std::string_view lower(bytes.data(), form.size());
  const HashTable::Slot* found = table_.find(salted(lower, token.upos, token.xpos, true));
  const bool shouted = !found && token.upos == Upos::PROPN && shouts(form);
  for (std::size_t size = std::min(longest_lemma_ending, lower.size()); !found; --size) {
    found = table_.find(salted(lower.substr(lower.size() - size), token.upos, token.xpos, false));
    if (size == 0) break;
  }
  const bool address = token.xpos == "ADD" || form.find('@') != std::string_view::npos;
  const bool name = token.upos == Upos::PROPN && !address;
  LemmaScript script{.lower = !name && !address, .cut = 0, .ending = {}};
  if (found) script = scripts_[found->value];
  if (shouted) script.lower = true;
  const std::string_view base = script.lower ? lower : form;
  std::size_t kept = base.size() - std::min(script.cut, base.size());
  // A word of signs that no script was made for keeps its form: no cut goes through a character.
  const bool broken =
      kept < base.size() && (static_cast<unsigned char>(base[kept]) & 0xC0U) == 0x80U;
  if (broken || kept + script.ending.size() == 0) {
    kept = base.size();
    script.ending = {};
  }
  std::memcpy(to, base.data(), kept);
  // A name in careless writing: "kerala".
  if (name && kept > 3 && is_lower(to[0]) && (shouted || !found || script.cut == 0))
    to[0] = to_upper(to[0]);
  const std::size_t ending = std::min(script.ending.size(), room - kept);
  std::copy_n(script.ending.data(), ending, to + kept);
  return kept + ending;
}

std::string Lemmas::lemma_of(std::string_view form, Upos upos, std::string_view xpos) const {
  if (form.size() > longest_form || form.empty()) return std::string(form);
  Token token;
  token.form = form;
  token.upos = upos;
  token.xpos = xpos;
  char bytes[room];
  return {bytes, write(token, bytes)};
}

void Lemmas::annotate(Analysis& analysis) const {
  constexpr std::size_t block = 1U << 15;
  char* at = nullptr;
  std::size_t left = 0;
  for (Sentence& sentence : analysis.sentences) {
    for (Token& token : sentence.tokens) {
      token.lemma = token.form;
      if (token.form.size() > longest_form || token.form.empty()) continue;
      if (left < room) {
        analysis.strings.push_back(std::make_unique<char[]>(block));
        at = analysis.strings.back().get();
        left = block;
      }
      const std::size_t size = write(token, at);
      if (size == 0 || std::string_view(at, size) == token.form) continue;
      token.lemma = {at, size};
      at += size;
      left -= size;
    }
  }
}

}  // namespace annals
