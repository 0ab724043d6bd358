#include "query/offices.h"

#include <algorithm>

#include "graph/names.h"
#include "query/vocabulary.h"
#include "query/words.h"

namespace annals {
namespace {

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string join(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
  std::string result;
  for (std::size_t i = from; i < to; ++i) {
    if (i > from) result += ' ';
    result += words[i];
  }
  return result;
}

/// "defense minister" for "defence minister".
std::string in_one_spelling(std::string folded) {
  for (auto at = folded.find("defence"); at != std::string::npos; at = folded.find("defence"))
    folded.replace(at, 7, "defense");
  return folded;
}

/// The office of a title, without the small or great body before it: "president" of "Chinese
/// president", "director" of "CIA director".
std::string office_of(std::string_view title) {
  const auto words = split(title);
  std::size_t from = 0;
  while (from + 1 < words.size() && words[from][0] >= 'A' && words[from][0] <= 'Z') ++from;
  return in_one_spelling(fold(join(words, from, words.size())));
}

/// "China" and "president" of "president of China", "China's president" and "China president".
struct OwnedOffice {
  std::string owner;
  std::string office;
};

std::vector<OwnedOffice> owned_offices(std::string_view text) {
  std::vector<OwnedOffice> result;
  auto words = split(text);
  if (words.size() > 1 && fold(words.front()) == "the") words.erase(words.begin());
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] == "of" && i + 1 < words.size()) {
      const std::size_t begin = fold(words[i + 1]) == "the" && i + 2 < words.size() ? i + 2 : i + 1;
      result.push_back({join(words, begin, words.size()), join(words, 0, i)});
    }
    result.push_back({without_owner(join(words, 0, i)), join(words, i, words.size())});
  }
  for (OwnedOffice& each : result) each.office = in_one_spelling(fold(each.office));
  return result;
}

void add(std::vector<Holder>& holders, Holder holder) {
  for (Holder& each : holders) {
    if (each.actor != holder.actor) continue;
    each.seen.first = std::min(each.seen.first, holder.seen.first);
    each.seen.last = std::max(each.seen.last, holder.seen.last);
    each.weight += holder.weight;
    return;
  }
  holders.push_back(std::move(holder));
}

/// The days on which articles speak of somebody's office: who held one before or after is not
/// meant where no time is asked for.
Window time_of_articles(const NameBook& names) {
  Window result{.first = last_day, .last = first_day};
  for (const NameBook::Office& each : names.offices()) {
    if (each.weight > 1 || each.seen.first != each.seen.last) continue;
    result.first = std::min(result.first, each.seen.first);
    result.last = std::max(result.last, each.seen.last);
  }
  return result.first > result.last ? Window{} : result;
}

std::string described(const Holder& holder, std::string_view name) {
  const auto day = [](date::sys_days at) { return at == last_day ? ".." : format_day(at); };
  return std::string(name) + " (" + day(holder.seen.first) + "/" + day(holder.seen.last) + ")";
}

/// Nobody has a name of their own who is called so: "Iranian president".
bool is_only_an_office(const Store& store, const std::vector<ActorId>& ids) {
  return std::all_of(ids.begin(), ids.end(), [&](ActorId id) {
    const auto actor = store.actor(id);
    if (!actor || actor->kind != ActorKind::person) return false;
    const auto words = split(actor->name);
    return !words.empty() && words.back()[0] >= 'a' && words.back()[0] <= 'z';
  });
}

}  // namespace

bool names_office(std::string_view text) {
  const std::string folded = fold(text);
  const auto words = split(folded);
  return std::any_of(words.begin(), words.end(),
                     [](std::string_view word) { return stands_in(WordList::office, word); });
}

std::vector<Holder> holders_of(const NameBook& names, std::string_view text, const Window& when) {
  if (!names_office(text)) return {};
  std::vector<std::string> titles;
  for (const std::string& form : folded_forms(text)) titles.push_back(in_one_spelling(form));
  struct Wanted {
    std::string country;
    std::string office;
  };
  std::vector<Wanted> wanted;
  for (const OwnedOffice& each : owned_offices(text)) {
    titles.push_back(in_one_spelling(fold(each.owner)) + " " + each.office);
    const NameLookup owner = find_exact_actor(names.store(), each.owner);
    if (owner.ids.empty()) continue;
    const auto actor = names.store().actor(owner.ids.front());
    if (actor && actor->kind != ActorKind::person && !actor->country.empty())
      wanted.push_back({actor->country, each.office});
  }
  const Window then_asked = when == Window{} ? time_of_articles(names) : when;
  std::vector<Holder> then, ever;
  for (const NameBook::Office& each : names.offices()) {
    const bool titled = std::find(titles.begin(), titles.end(), each.folded) != titles.end();
    const bool owned = std::any_of(wanted.begin(), wanted.end(), [&](const Wanted& want) {
      return want.country == each.country && want.office == each.office;
    });
    if (!titled && !owned) continue;
    const Holder holder{
        .actor = each.actor, .title = each.title, .seen = each.seen, .weight = each.weight};
    add(ever, holder);
    if (each.seen.first <= then_asked.last && each.seen.last >= then_asked.first) add(then, holder);
  }
  // an office may be told of a man but once, on a day outside the time that is asked for
  auto& holders = then.empty() ? ever : then;
  std::stable_sort(holders.begin(), holders.end(),
                   [](const Holder& a, const Holder& b) { return a.weight > b.weight; });
  // who was called so but once, beside one who was it for years, is most often misread
  constexpr std::size_t least_share = 20;
  std::erase_if(holders, [best = holders.empty() ? 0 : holders.front().weight](const Holder& each) {
    return each.weight * least_share < best;
  });
  return std::move(holders);
}

std::string without_rank(std::string_view text) {
  const auto words = split(text);
  std::size_t from = 0;
  while (from < words.size() && stands_in(WordList::rank, fold(words[from]))) ++from;
  if (from == 0 || from == words.size()) return {};
  return join(words, from, words.size());
}

bool resolve_office(const NameBook& names, std::string_view line, const Window& when,
                    NamedActor& actor) {
  if (!names_office(actor.text)) return false;
  const Store& store = names.store();
  const NameLookup called = find_exact_actor(store, actor.text);
  if (!called.ids.empty() && !is_only_an_office(store, called.ids)) return false;
  const auto holders = holders_of(names, actor.text, when);
  if (holders.empty()) return false;
  constexpr std::size_t times = 4;  // as often told as any other who is called so
  const auto name = [&](const Holder& holder) { return store.actor(holder.actor)->name; };
  if (holders.size() > 1 && holders[0].weight < times * holders[1].weight) {
    constexpr std::size_t most = 6;
    std::string known;
    for (std::size_t i = 0; i < std::min(most, holders.size()); ++i)
      known += (i == 0 ? "" : ", ") + described(holders[i], name(holders[i]));
    throw error_at(line, actor.at,
                   "\"" + actor.text + "\" may be " + known + "; write the name, or say when");
  }
  actor.ids = {holders.front().actor};
  actor.name = name(holders.front());
  actor.office = described(holders.front(), holders.front().title);
  return true;
}

namespace {

NameBook::Office office_record(const Actor& actor, const ActorRole& role) {
  constexpr std::size_t table = 100;
  return {.title = role.title,
          .folded = in_one_spelling(fold(role.title)),
          .office = office_of(role.title),
          .country = actor.country,
          .actor = actor.id,
          .seen = {.first = role.seen.first, .last = role.seen.last},
          .weight = role.seen.first == role.seen.last || role.seen.precision == Precision::unknown
                        ? 1
                        : table};
}

}  // namespace

const std::vector<NameBook::Office>& NameBook::offices() const {
  if (!offices_) {
    offices_.emplace();
    for (const ActorId id : store_->actor_ids()) {
      const auto actor = store_->actor(id);
      if (!actor || actor->kind != ActorKind::person) continue;
      for (const ActorRole& role : actor->roles) {
        if (names_office(role.title)) offices_->push_back(office_record(*actor, role));
      }
    }
  }
  return *offices_;
}

}  // namespace annals
