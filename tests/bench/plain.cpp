#include "tests/bench/plain.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>
#include <set>
#include <unordered_map>

namespace annals::bench {
namespace {

constexpr bool is_consulting(std::string_view code) { return code.starts_with("04"); }
long epoch_day(date::sys_days day) { return day.time_since_epoch().count(); }

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (auto tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
    fields.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  fields.push_back(line);
  return fields;
}

}  // namespace

std::string read_table(const std::string& file) {
  const bool packed = file.ends_with(".gz");
  std::FILE* in =
      packed ? ::popen(("gzip -dc '" + file + "'").c_str(), "r") : std::fopen(file.c_str(), "rb");
  std::string text;
  char buffer[1U << 16U];
  if (in != nullptr) {
    while (const auto got = std::fread(buffer, 1, sizeof buffer, in)) text.append(buffer, got);
    packed ? ::pclose(in) : std::fclose(in);
  }
  if (text.empty()) {
    std::cerr << file << ": cannot be read, or is empty\n";
    std::exit(2);
  }
  return text;
}

PlainTable::PlainTable(std::string text) : text_(std::move(text)) {
  std::unordered_map<std::string_view, std::uint32_t> ids;
  const auto id_of = [&](std::string_view name) {
    const auto [at, fresh] = ids.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (fresh) names_.push_back(name);
    return at->second;
  };
  std::string_view left = text_;
  while (!left.empty()) {
    const auto end = std::min(left.find('\n'), left.size());
    const auto fields = fields_of(left.substr(0, end));
    left.remove_prefix(std::min(end + 1, left.size()));
    if (fields.size() != 4) continue;
    const auto who = id_of(fields[1]);
    events_.push_back({*parse_day(fields[0]), who, id_of(fields[3]), fields[2]});
  }
  const auto first = events_.front().day;
  w30 = {first + date::days{120}, first + date::days{149}};
  w90 = {first + date::days{90}, first + date::days{179}};
  std::vector<std::uint32_t> degree(names_.size(), 0), rank(names_.size());
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> of_pair;
  for (const auto& event : events_) {
    ++degree[event.who];
    if (event.who == event.whom) continue;
    ++degree[event.whom];
    ++of_pair[std::minmax(event.who, event.whom)];
  }
  for (std::uint32_t i = 0; i < rank.size(); ++i) rank[i] = i;
  hub = *std::max_element(rank.begin(), rank.end(),
                          [&](auto a, auto b) { return degree[a] < degree[b]; });
  std::stable_sort(rank.begin(), rank.end(), [&](auto a, auto b) { return degree[a] < degree[b]; });
  const auto hundred_about = [&](std::size_t at) {
    const auto begin = rank.begin() + static_cast<std::ptrdiff_t>(at) - 50;
    return std::vector<std::uint32_t>(begin, begin + 100);
  };
  if (rank.size() >= 1000) {
    middling = hundred_about(rank.size() / 2);
    active = hundred_about(rank.size() * 9 / 10);
  }
  top = std::max_element(of_pair.begin(), of_pair.end(), [](auto& a, auto& b) {
          return a.second < b.second;
        })->first;
  std::set<std::uint32_t> consulting;
  for (const auto& event : in_w30(true)) {
    if (event.who != event.whom) consulting.insert({event.who, event.whom});
  }
  const std::vector<std::uint32_t> them(consulting.begin(), consulting.end());
  // A linear congruence, so that every program that measures the same table takes the same pairs.
  std::uint64_t state = 12345;
  const auto next = [&] {
    state = (state * 1103515245 + 12345) % 2147483648U;
    return them[(state >> 8U) % them.size()];
  };
  while (pairs.size() < 50 && them.size() > 1) {
    const auto a = next(), b = next();
    if (a != b) pairs.emplace_back(a, b);
  }
}

std::string PlainTable::five_times() const {
  const auto span = events_.back().day - events_.front().day + date::days{1};
  std::vector<std::uint32_t> degree(names_.size(), 0);
  for (const auto& event : events_) {
    ++degree[event.who];
    ++degree[event.whom];
  }
  std::string all;
  all.reserve(6 * text_.size());
  for (int round = 0; round < 5; ++round) {
    const auto name = [&](std::uint32_t actor) {
      const bool renamed = round > 0 && degree[actor] < 50 && actor % 3 == 0;
      return std::string(names_[actor]) + (renamed ? " " + std::to_string(round) : "");
    };
    for (const auto& event : events_) {
      all += format_day(event.day + round * span) + '\t' + name(event.who) + '\t';
      all += std::string(event.code) + '\t' + name(event.whom) + '\n';
    }
  }
  return all;
}

std::vector<PlainEvent> PlainTable::in_w30(bool consulting) const {
  std::vector<PlainEvent> found;
  for (const auto& event : events_) {
    if (event.day < w30.first || event.day > w30.last) continue;
    if (!consulting || is_consulting(event.code)) found.push_back(event);
  }
  return found;
}

Result PlainTable::met() const {
  std::map<std::pair<std::uint32_t, std::uint32_t>, long> counts;
  for (const auto& event : in_w30(true)) {
    if (event.who != event.whom) ++counts[std::minmax(event.who, event.whom)];
  }
  Result result{.rows = static_cast<long>(counts.size())};
  for (const auto& [pair, count] : counts) result.sum += count;
  return result;
}

Result PlainTable::timeline(const std::vector<std::uint32_t>& actors, const Window& window) const {
  Result result;
  const std::set<std::uint32_t> asked(actors.begin(), actors.end());
  for (const auto& event : events_) {
    if (event.day < window.first || event.day > window.last) continue;
    const long times = static_cast<long>(asked.contains(event.who)) +
                       static_cast<long>(event.who != event.whom && asked.contains(event.whom));
    result.rows += times;
    result.sum += times * epoch_day(event.day);
  }
  return result;
}

Result PlainTable::between() const {
  Result result;
  for (const auto& event : events_) {
    if (std::pair<std::uint32_t, std::uint32_t>(std::minmax(event.who, event.whom)) != top)
      continue;
    ++result.rows;
    result.sum += epoch_day(event.day);
  }
  return result;
}

Result PlainTable::hops(bool consulting) const {
  std::vector<std::vector<std::uint32_t>> met(names_.size());
  for (const auto& event : in_w30(consulting)) {
    met[event.who].push_back(event.whom);
    met[event.whom].push_back(event.who);
  }
  Result result;
  for (const auto& [from, to] : pairs) {
    std::vector<long> steps(names_.size(), -1);
    std::vector<std::uint32_t> queue = {from};
    steps[from] = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
      for (const auto next : met[queue[i]]) {
        if (steps[next] >= 0) continue;
        steps[next] = steps[queue[i]] + 1;
        queue.push_back(next);
      }
    }
    result.rows += steps[to] >= 0 ? 1 : 0;
    result.sum += steps[to];
  }
  return result;
}

Result PlainTable::arrivals(bool consulting) const {
  const auto events = in_w30(consulting);
  Result result;
  for (const auto& [from, to] : pairs) {
    std::set<std::uint32_t> there = {from};
    long arrival = -1;
    for (std::size_t begin = 0; begin < events.size() && arrival < 0;) {
      std::size_t end = begin;
      for (bool changed = true; changed;) {
        changed = false;
        for (end = begin; end < events.size() && events[end].day == events[begin].day; ++end) {
          const bool one = there.contains(events[end].who),
                     other = there.contains(events[end].whom);
          if (one == other) continue;
          there.insert(one ? events[end].whom : events[end].who);
          changed = true;
        }
      }
      if (there.contains(to)) arrival = (events[begin].day - w30.first).count();
      begin = end;
    }
    result.rows += arrival >= 0 ? 1 : 0;
    result.sum += arrival;
  }
  return result;
}

Result PlainTable::degrees() const {
  std::map<std::uint32_t, std::set<std::uint32_t>> met;
  for (const auto& event : in_w30(false)) {
    if (event.who == event.whom) continue;
    met[event.who].insert(event.whom);
    met[event.whom].insert(event.who);
  }
  std::vector<long> counts;
  for (const auto& [actor, others] : met) counts.push_back(static_cast<long>(others.size()));
  std::sort(counts.rbegin(), counts.rend());
  Result result;
  for (std::size_t i = 0; i < 10 && i < counts.size(); ++i) {
    ++result.rows;
    result.sum += counts[i];
  }
  return result;
}

Result PlainTable::betweenness() const {
  std::map<std::uint32_t, std::set<std::uint32_t>> met;
  for (const auto& event : in_w30(true)) {
    if (event.who == event.whom) continue;
    met[event.who].insert(event.whom);
    met[event.whom].insert(event.who);
  }
  // Brandes' method as he wrote it down: shortest routes from each actor, then what depends on
  // whom.
  std::vector<double> through(names_.size(), 0), depends(names_.size(), 0);
  std::vector<long> steps(names_.size(), -1);
  std::vector<double> routes(names_.size(), 0);
  for (const auto& [from, ignored] : met) {
    std::vector<std::uint32_t> order = {from};
    steps.assign(names_.size(), -1);
    routes.assign(names_.size(), 0);
    depends.assign(names_.size(), 0);
    steps[from] = 0;
    routes[from] = 1;
    for (std::size_t i = 0; i < order.size(); ++i) {
      for (const auto next : met.at(order[i])) {
        if (steps[next] < 0) {
          steps[next] = steps[order[i]] + 1;
          order.push_back(next);
        }
        if (steps[next] == steps[order[i]] + 1) routes[next] += routes[order[i]];
      }
    }
    for (std::size_t i = order.size(); i-- > 1;) {
      const auto at = order[i];
      for (const auto before : met.at(at)) {
        if (steps[before] == steps[at] - 1)
          depends[before] += routes[before] / routes[at] * (1 + depends[at]);
      }
      through[at] += depends[at];
    }
  }
  std::sort(through.rbegin(), through.rend());
  Result result;
  for (std::size_t i = 0; i < 10 && i < through.size(); ++i) {
    ++result.rows;
    result.sum += static_cast<long>(through[i] / 2 + 0.5);  // every pair was seen from both ends
  }
  return result;
}

}  // namespace annals::bench
