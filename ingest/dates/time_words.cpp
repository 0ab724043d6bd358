#include "ingest/dates/time_words.h"

#include <array>
#include <string_view>

namespace annals {
namespace {

/// In the order of TimeWord.
constexpr std::array<std::string_view, 42> list_names = {
    "says",    "holds",      "figures",   "realis", "due",      "deferred", "plannable",
    "trips",   "starts",     "lasting",   "ends",   "ahead",    "for",      "of",
    "against", "resolves",   "behind",    "goes",   "formerly", "former",   "while",
    "until",   "behindmark", "during",    "beside", "edge",     "stage",    "stages",
    "ending",  "speech",     "dedicates", "hours",  "partakes", "happens",  "putoff",
    "occurs",  "sameday",    "occasion",  "agenda", "open",     "moves",    "deaths"};

}  // namespace

TimeWords::TimeWords() : WordsOf(list_names) {}

}  // namespace annals
