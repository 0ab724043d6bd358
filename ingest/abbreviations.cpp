#include "ingest/abbreviations.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/characters.h"
#include "ingest/one_of.h"

namespace annals {
namespace {

/// Words that keep their full stop, in lower case and without it. Months, days and "no" keep it
/// only before a number.
constexpr std::array abbreviations = {
    "adm",  "al",   "approx", "assn", "atty",  "ave",  "blvd",   "bldg", "brig",  "bros", "capt",
    "cf",   "cmdr", "co",     "col",  "comdr", "corp", "cpl",    "dept", "dist",  "dr",   "drs",
    "esq",  "est",  "etc",    "ft",   "gen",   "gov",  "govt",   "hon",  "hr",    "hrs",  "hwy",
    "inc",  "intl", "jr",     "lt",   "ltd",   "maj",  "messrs", "mfg",  "mgr",   "mr",   "mrs",
    "ms",   "msgr", "mt",     "mts",  "natl",  "nos",  "pres",   "prof", "pvt",   "rd",   "rep",
    "reps", "rev",  "sen",    "sens", "sgt",   "sr",   "st",     "ste",  "supt",  "univ", "viz",
    "vol",  "vols", "vs",     "v",    "mln",   "bn",   "ph.d",   "ariz", "calif", "colo", "conn",
    "fla",  "ga",   "ill",    "kan",  "ky",    "mass", "md",     "mich", "minn",  "mo",   "mont",
    "neb",  "nev",  "okla",   "pa",   "tenn",  "tex",  "va",     "vt",   "wis",   "wyo",  "gens",
    "cos",  "plc",  "bhd",    "fig",  "figs",  "ed",   "eds",    "op",   "pp",    "spc",  "insp"};
constexpr std::array dated_abbreviations = {
    "jan", "feb", "mar",  "apr", "jun", "jul",  "aug",   "sep", "sept", "oct", "nov", "dec", "no",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat",  "sun", "p",   "art", "sec"};
/// Abbreviations that are also common words, which have no full stop of their own.
constexpr std::array also_words = {"ill", "mass", "mo",  "pa",  "co",  "est",  "ed",   "rep",
                                   "gen", "sen",  "col", "rev", "hon", "ave",  "op",   "conn",
                                   "fig", "dist", "ga",  "md",  "va",  "reps", "pres", "st"};

}  // namespace

bool is_initials(std::string_view word) {
  if (word.empty() || word.size() > 12) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool letter = is_upper(word[i]) || is_lower(word[i]);
    if (i % 2 == 0 ? !letter : word[i] != '.') return false;
  }
  return word.size() % 2 == 1;
}

bool keeps_full_stop(std::string_view word) {
  const std::string lower = lowered(word);
  return one_of(lower, abbreviations) && (is_upper(word[0]) || !one_of(lower, also_words));
}

bool keeps_full_stop_before_number(std::string_view word) {
  const std::string lower = lowered(word);
  return one_of(lower, dated_abbreviations) && (is_upper(word[0]) || lower == "p" || lower == "no");
}

bool is_abbreviation(std::string_view word) {
  if (word.size() < 2 || word.back() != '.') return false;
  word.remove_suffix(1);
  if (is_initials(word)) return true;
  const std::string lower = lowered(word);
  return one_of(lower, abbreviations) || one_of(lower, dated_abbreviations);
}

bool is_title_abbreviation(std::string_view word) {
  static constexpr std::array titles = {
      "mr.",   "mrs.",    "ms.",   "dr.",  "gen.",  "sen.", "rep.", "gov.",    "lt.",   "col.",
      "maj.",  "capt.",   "sgt.",  "rev.", "prof.", "st.",  "adm.", "brig.",   "cmdr.", "cpl.",
      "hon.",  "messrs.", "pres.", "mt.",  "ft.",   "vs.",  "v.",   "no.",     "nos.",  "reps.",
      "sens.", "gens.",   "drs.",  "fig.", "e.g.",  "i.e.", "cf.",  "approx.", "pvt.",  "supt.",
      "msgr.", "insp.",   "jan.",  "feb.", "mar.",  "apr.", "jun.", "jul.",    "aug.",  "sep.",
      "sept.", "oct.",    "nov.",  "dec.", "viz."};
  const std::string lower = lowered(word);
  return one_of(lower, titles);
}

}  // namespace annals
