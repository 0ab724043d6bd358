#include "ingest/dates/timex_actions.h"

#include <array>
#include <charconv>

#include "ingest/text/characters.h"

namespace annals {
namespace {

struct NamedAction {
  std::string_view name;
  TimexAction run;
};
constexpr std::array<NamedAction, 14> actions = {{{"ago", read_ago},
                                                  {"calendar", read_calendar},
                                                  {"century", read_century},
                                                  {"clock", read_clock},
                                                  {"every", read_every},
                                                  {"holiday", read_holiday},
                                                  {"is", read_fixed},
                                                  {"length", read_length},
                                                  {"quarter", read_quarter},
                                                  {"shift", read_shift},
                                                  {"step", read_step},
                                                  {"step-weekday", read_step_weekday},
                                                  {"weekday-of-month", read_weekday_of_month},
                                                  {"weekday-of-week", read_weekday_of_week}}};

std::optional<int> to_int(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<std::uint8_t> find_timex_action(std::string_view name) {
  for (std::size_t i = 0; i < actions.size(); ++i) {
    if (actions[i].name == name) return static_cast<std::uint8_t>(i);
  }
  return std::nullopt;
}

std::string timex_action_names() {
  std::string names;
  for (const auto& action : actions) names += std::string(action.name) + ", ";
  return names + "none";
}

std::optional<TimexValue> timex_value_of(const DateMatch& match, std::span<const DateAtom> atoms,
                                         const TimexReading& reading) {
  const DateRule& rule = reading.rules.rules[static_cast<std::size_t>(match.rule)];
  return actions.at(rule.action).run(DateCaptures(match, atoms, reading.rules), reading);
}

const DateAtom* DateCaptures::find(std::string_view name) const {
  const std::uint8_t id = rules_.capture_of(name);
  for (std::size_t i = 0; i < match_.size && id != 0; ++i) {
    if (match_.captured[i].first == id) return &atoms_[match_.captured[i].second];
  }
  return nullptr;
}

std::string DateCaptures::value(std::string_view name) const {
  const std::uint8_t id = rules_.capture_of(name);
  for (std::size_t i = 0; i < match_.size && id != 0; ++i) {
    if (match_.captured[i].first != id) continue;
    const DateAtom& atom = atoms_[match_.captured[i].second];
    if (atom.word == nullptr) return {};
    // "{far/near}" keeps a word of the class far under the name near, so any class of the word may
    // have been meant.
    const auto own = rules_.find_class(name);
    if (own) {
      if (const auto value = value_in(atom, *own); !value.empty()) return std::string(value);
    }
    for (const auto& sense : atom.word->senses) {
      if (!sense.capital || starts_upper(atom.text)) return sense.value;
    }
  }
  return {};
}

std::optional<int> DateCaptures::number(std::string_view name) const {
  const DateAtom* atom = find(name);
  if (atom == nullptr) return std::nullopt;
  if (const auto listed = to_int(value(name))) return listed;
  return atom->number > 1000000 ? std::nullopt : std::optional(static_cast<int>(atom->number));
}

std::string DateCaptures::argument(std::size_t index) const {
  const auto& arguments = rules_.rules[static_cast<std::size_t>(match_.rule)].arguments;
  if (index >= arguments.size()) return {};
  const std::string& given = arguments[index];
  if (given.size() < 3 || given.front() != '{') return given;
  return value(given.substr(1, given.size() - 2));
}

std::optional<Grain> grain_of(std::string_view unit) {
  if (unit == "D") return Grain::day;
  if (unit == "WE") return Grain::weekend;
  if (unit == "W") return Grain::week;
  if (unit == "M") return Grain::month;
  if (unit == "Q") return Grain::quarter;
  if (unit == "Y") return Grain::year;
  if (unit == "E") return Grain::decade;
  if (unit == "C") return Grain::century;
  return std::nullopt;
}

std::string mod_of(const DateCaptures& words) {
  for (const char* name : {"mod", "edge", "amount"}) {
    if (const std::string value = words.value(name); !value.empty()) return value;
  }
  return {};
}

TimexValue calendar_value(const DateCaptures& words, const TimexReading& reading, Moment moment) {
  TimexValue result;
  result.type = moment.clock.empty() ? "DATE" : "TIME";
  result.value = timex_value(moment);
  result.mod = mod_of(words);
  const DateAtom* mod = words.find("mod");
  const bool against_now =
      mod != nullptr && (mod->text.ends_with("rlier") || mod->text.ends_with("ter"));
  result.date = cut_date(event_date(moment), result.mod, against_now, reading.now);
  result.date.approximate = result.mod == "APPROX" && moment.clock.empty();  // "about 5 p.m."
  result.moment = std::move(moment);
  return result;
}

}  // namespace annals
