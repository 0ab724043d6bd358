// Tables of dyads as event-data projects publish them: the columns of ICEWS and of PETRARCH.

#include <map>

#include "export/escape.h"
#include "export/projection.h"
#include "export/words.h"
#include "export/writers.h"

namespace annals {
namespace {

/// Goldstein's scale for CAMEO's twenty root codes, -10 (conflict) to +10 (cooperation); the finer
/// codes differ from their root where the longer keys say so. Source: Goldstein, Journal of
/// Conflict Resolution 36 (1992), as scaled for CAMEO by its authors.
constexpr std::pair<std::string_view, const char*> intensities[] = {
    {"01", "0.0"},    {"02", "3.0"},    {"03", "4.0"},    {"04", "1.0"},   {"05", "3.5"},
    {"06", "6.0"},    {"07", "7.0"},    {"08", "5.0"},    {"09", "-2.0"},  {"10", "-5.0"},
    {"11", "-2.0"},   {"12", "-4.0"},   {"13", "-4.4"},   {"14", "-6.5"},  {"15", "-7.2"},
    {"16", "-4.0"},   {"17", "-7.0"},   {"18", "-9.0"},   {"19", "-10.0"}, {"20", "-10.0"},
    {"016", "-2.0"},  {"036", "4.0"},   {"042", "1.9"},   {"043", "2.8"},  {"044", "2.5"},
    {"045", "5.0"},   {"046", "7.0"},   {"051", "3.4"},   {"054", "6.0"},  {"055", "7.0"},
    {"057", "8.0"},   {"061", "6.4"},   {"062", "7.4"},   {"064", "7.0"},  {"072", "8.3"},
    {"074", "8.5"},   {"084", "7.0"},   {"0841", "7.0"},  {"085", "7.0"},  {"087", "9.0"},
    {"0871", "9.0"},  {"0874", "9.0"},  {"163", "-8.0"},  {"166", "-7.0"}, {"173", "-5.0"},
    {"183", "-10.0"}, {"186", "-10.0"}, {"194", "-10.0"}, {"195", "-10.0"}};

std::string intensity_of(std::string_view cameo) {
  for (; cameo.size() >= 2; cameo.remove_suffix(1)) {
    for (const auto& [code, value] : intensities) {
      if (code == cameo) return value;
    }
  }
  return "";
}

/// "PAKGOV" is Pakistan's government: the first three letters say where, the others what.
std::string country_code(const Actor& actor) {
  return !actor.country.empty() ? actor.country : actor.code.substr(0, 3);
}
std::string sectors_of(const Actor& actor) {
  std::string out;
  for (std::size_t at = 3; at + 3 <= actor.code.size(); at += 3)
    out += (out.empty() ? "" : ",") + actor.code.substr(at, 3);
  return out;
}
/// PETRARCH writes a code for every actor; who has none is called by the sort of actor.
std::string code_of(const Actor& actor) { return actor.code.empty() ? "---" : actor.code; }

class TsvRow {
 public:
  explicit TsvRow(std::ostream& out) : out_(out) {}
  TsvRow& add(std::string_view text) {
    if (!first_) line_ += '\t';
    first_ = false;
    for (const char c : one_line(valid_utf8(text))) line_ += c;
    return *this;
  }
  void end() { out_ << line_ << '\n'; }

 private:
  std::ostream& out_;
  std::string line_;
  bool first_ = true;
};

bool is_wanted(const Event& event, const FormatOptions& options) {
  return event.status == Status::happened || options.all_statuses;
}

/// Calls `see(event, source, target, number)` for each dyad that these tables can hold: dated to
/// the day, and happened unless all are asked for.
template <class See>
void each_dyad(const Answer& answer, const AnswerIndex& index, const FormatOptions& options,
               See see) {
  for (const auto& event : answer.events) {
    if (event.date.precision != Precision::day || !is_wanted(event, options)) continue;
    std::size_t number = 0;
    for (const auto& pair : pairs_of(event.participants)) {
      const auto* source = index.actor(pair.from);
      const auto* target = index.actor(pair.to);
      if (source == nullptr || target == nullptr) continue;
      see(event, *source, *target, ++number);
      if (pair.symmetric)
        see(event, *target, *source, ++number);  // as these tables do: once from each side
    }
  }
}

const Article* article_of(const AnswerIndex& index, const Mention* mention) {
  return mention == nullptr ? nullptr : index.article(mention->article);
}

}  // namespace

void write_icews(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  out << "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO "
         "Code\tIntensity\t"
         "Target Name\tTarget Sectors\tTarget Country\tStory ID\tSentence "
         "Number\tPublisher\tCity\tDistrict\tProvince\t"
         "Country\tLatitude\tLongitude\n";
  const AnswerIndex index(answer);
  each_dyad(answer, index, options,
            [&](const Event& event, const Actor& source, const Actor& target, std::size_t n) {
              const auto mentions = index.mentions(event);
              const auto* mention = mentions.empty() ? nullptr : mentions.front();
              const auto* article = article_of(index, mention);
              const auto& place = event.place;
              TsvRow row(out);
              row.add(format_hex(event.id.value) + "#" + std::to_string(n))
                  .add(format_day(event.date.first));
              row.add(source.name).add(sectors_of(source)).add(country_code(source));
              row.add(event.type + (event.mode.empty() ? "" : " " + event.mode))
                  .add(event.cameo)
                  .add(intensity_of(event.cameo));
              row.add(target.name).add(sectors_of(target)).add(country_code(target));
              row.add(article == nullptr ? "" : format_hex(article->id.value)).add("");
              row.add(article == nullptr ? "" : outlet_of(*article))
                  .add(place ? place->name : "")
                  .add("")
                  .add("");
              row.add(place ? place->country : "");
              row.add(place && place->latitude ? format_number(*place->latitude) : "");
              row.add(place && place->longitude ? format_number(*place->longitude) : "");
              row.end();
            });
}

void write_petrarch(std::ostream& out, const Answer& answer, const FormatOptions& options) {
  const AnswerIndex index(answer);
  each_dyad(answer, index, options,
            [&](const Event& event, const Actor& source, const Actor& target, std::size_t n) {
              const auto mentions = index.mentions(event);
              const auto* article =
                  article_of(index, mentions.empty() ? nullptr : mentions.front());
              auto day = format_day(event.date.first);
              std::erase(day, '-');
              TsvRow row(out);
              row.add(day)
                  .add(code_of(source))
                  .add(code_of(target))
                  .add(event.cameo.empty() ? "---" : event.cameo)
                  .add("");
              row.add(format_hex(event.id.value) + "#" + std::to_string(n));
              row.add(article == nullptr ? "" : article->url)
                  .add(article == nullptr ? "" : outlet_of(*article));
              row.end();
            });
}

std::vector<std::string> event_table_remarks(const Answer& answer, const FormatOptions& options) {
  std::size_t vague = 0;
  std::size_t unsure = 0;
  std::size_t alone = 0;
  for (const auto& event : answer.events) {
    if (event.date.precision != Precision::day) {
      ++vague;
    } else if (!is_wanted(event, options)) {
      ++unsure;
    } else if (pairs_of(event.participants).empty()) {
      ++alone;
    }
  }
  std::vector<std::string> out;
  const auto add = [&](std::size_t count, const std::string& why) {
    if (count > 0)
      out.push_back(counted(count, "event is", "events are") + " not in the table: " + why);
  };
  add(vague, "the day is not known");
  add(unsure, "told as planned, alleged, denied or the like; --all writes these too");
  add(alone, "one actor alone makes no dyad");
  return out;
}

}  // namespace annals
