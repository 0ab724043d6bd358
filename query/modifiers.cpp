#include "query/modifiers.h"

#include <algorithm>

#include "graph/calendar_names.h"
#include "graph/names.h"
#include "query/actor_names.h"
#include "query/exceptions.h"
#include "query/time_words.h"
#include "query/vocabulary.h"
#include "query/window_words.h"

namespace annals {
namespace {

using Words = std::span<const Word>;

std::optional<Status> status_of(const Word& word) {
  if (word.quoted) return std::nullopt;
  if (word.folded == "canceled" || word.folded == "postponed") return Status::cancelled;
  if (word.folded == "scheduled") return Status::planned;
  if (word.folded == "confirmed" || word.folded == "actual" || word.folded == "occurred")
    return Status::happened;
  if (word.folded == "happened") return std::nullopt;  // "what happened" is a question
  return parse_status(word.folded);
}

bool looks_like_month(const Word& word) {
  static const std::vector<std::string> months(month_names.begin(), month_names.end());
  return nearest_name(word.folded, months) < months.size();
}

/// Reads the modifiers at one place; every function gives how many words it took, 0 for none.
class ModifierReader {
 public:
  ModifierReader(const NameBook& names, std::string_view line, const AskOptions& options,
                 Leniency leniency, Request& request)
      : names_(names),
        store_(names.store()),
        line_(line),
        leniency_(leniency),
        request_(request),
        windows_(names.store(), line, options, leniency, request) {}

  std::size_t read(Words words, const Word* before) {
    if (const std::size_t count = order(words)) return count;
    if (const std::size_t count = left_out(words)) return count;
    if (const std::size_t count = windows_.read(words)) return count;
    for (const auto step :
         {&ModifierReader::outlet, &ModifierReader::unit, &ModifierReader::topic}) {
      if (const std::size_t count = (this->*step)(words)) return count;
    }
    if (const std::size_t count = status(words, before)) return count;
    return place(words);
  }

 private:
  /// "limit 10", "max 4 hops", "sort by date", "newest first", "deadliest"
  std::size_t order(Words words) {
    static const std::vector<WordRow> superlatives = rows_of(WordTable::superlatives);
    if (const std::size_t count = entry_of(superlatives, words, request_.sort)) {
      request_.descending = true;
      return count;
    }
    if (words.size() < 2) return 0;
    // "in three steps"
    const bool steps = words.size() > 2 && is_one_of(words[0], {"in", "within"}) &&
                       is_one_of(words[2], {"steps", "step", "hops", "hop"});
    if (steps && small_number(words[1]) > 0) {
      request_.hops = static_cast<std::size_t>(small_number(words[1]));
      return 3;
    }
    if (is_one_of(words[0], {"limit", "max", "maximum"})) {
      const auto number = number_of(words[1]);
      if (!number || *number == 0) {
        throw error_at(line_, words[1].begin,
                       "\"" + words[1].text + "\" is no number; write " + words[0].folded + " 10");
      }
      const auto value = static_cast<std::size_t>(*number);
      if (words[0].folded == "limit") {
        request_.limit = value;
      } else {
        request_.hops = value;
      }
      return words.size() > 2 && is_one_of(words[2], {"hops", "hop", "steps", "rows"}) ? 3 : 2;
    }
    if (is_one_of(words[0], {"newest", "latest"}) && is_one_of(words[1], {"first"})) {
      request_.sort = "date";
      request_.descending = true;
      return 2;
    }
    if (!is_one_of(words[0], {"sort", "sorted", "order", "ordered"}) || words[1].folded != "by")
      return 0;
    return sort_key(words);
  }

  std::size_t sort_key(Words words) {
    const auto* const end = std::end(sort_keys);
    if (words.size() < 3 || std::find(std::begin(sort_keys), end, words[2].folded) == end) {
      std::string known;
      for (const auto key : sort_keys) known += (known.empty() ? "" : ", ") + std::string(key);
      throw error_at(line_, words.size() < 3 ? line_.size() : words[2].begin,
                     "sort by one of: " + known);
    }
    request_.sort = words[2].folded;
    request_.descending = words.size() > 3 && is_one_of(words[3], {"descending", "desc", "down"});
    return request_.descending ? 4 : 3;
  }

  static bool ends_name(const Word& word) {
    return status_of(word) || stands_in(WordList::ends_name, word);
  }

  /// The words from `from` up to the next modifier.
  std::size_t name_length(Words words, std::size_t from) {
    if (from < words.size() && words[from].quoted) return 1;
    std::size_t end = from;
    while (end < words.size() && !words[end].quoted && !ends_name(words[end])) {
      // "in Zaire the week of 7 April", "in Gaza last month"
      if (end > from && is_one_of(words[end], {"the", "this", "last", "next"}) &&
          windows_.begins_time(words.subspan(end)))
        break;
      ++end;
    }
    return end - from;
  }

  /// "by source Reuters", "reported by VOA", "according to Reuters", "but not by Reuters"
  std::size_t outlet(Words words) {
    const auto starts = [&](std::initializer_list<std::string_view> with) {
      std::size_t i = 0;
      for (const auto word : with) {
        if (i >= words.size() || !is_one_of(words[i++], {word})) return false;
      }
      return words.size() > with.size();
    };
    const bool negative = starts({"but", "not", "by"}) || starts({"not", "by"});
    std::size_t from = 0;
    // "everything Reuters wrote about Kayani"
    const bool wrote = words.size() > 1 && !words[0].quoted && words[0].text[0] >= 'A' &&
                       words[0].text[0] <= 'Z' && is_one_of(words[1], {"wrote", "published"}) &&
                       leniency_ != Leniency::strict;
    if (wrote) {
      request_.source = words[0].text;
      return 2;
    }
    if (starts({"but", "not", "by"})) from = 3;
    if (starts({"not", "by"}) || starts({"by", "source"}) || starts({"reported", "by"}) ||
        starts({"according", "to"}) || starts({"from", "source"}) || starts({"told", "by"})) {
      from = 2;
    }
    if (from == 0) return 0;
    if (is_one_of(words[from], {"source"}) && from + 1 < words.size()) ++from;
    const std::size_t length = name_length(words, from);
    if (length == 0) return 0;
    (negative ? request_.not_source : request_.source) = join_words(words.subspan(from, length));
    if (negative) check_outlet(words[from], request_.not_source);
    const bool only = from + length < words.size() && is_one_of(words[from + length], {"only"});
    return from + length + (only ? 1 : 0);
  }

  /// "attacks not by Hamas" asks for other doers, and no form does.
  void check_outlet(const Word& at, const std::string& name) const {
    for (const ActorId id : find_exact_actor(store_, name).ids) {
      const auto actor = store_.actor(id);
      if (!actor || actor->kind == ActorKind::organization) continue;  // it may be an agency
      throw error_at(line_, at.begin,
                     "\"not by\" leaves out what an outlet tells, and " + actor->name +
                         " is none; what others did cannot be asked for, what it did can: by " +
                         name);
    }
  }

  /// "except Mullen"; what an outlet tells is left out by outlet().
  std::size_t left_out(Words words) {
    if (is_one_of(words[0], {"but"}) && words.size() > 2 && is_one_of(words[2], {"by"})) return 0;
    return take_exception(names_, line_, words, request_);
  }

  /// "about drones": words of the sentence, where nobody of that name is asked for
  std::size_t topic(Words words) {
    if (leniency_ == Leniency::strict || words.size() < 2) return 0;
    if (!is_one_of(words[0], {"about", "concerning", "regarding"})) return 0;
    const std::size_t length = name_length(words, 1);
    if (length == 0) return 0;
    // "has anything been reported about Kayani"
    if (leniency_ == Leniency::free &&
        !find_exact_actor(store_, join_words(words.subspan(1, length))).ids.empty())
      return 0;
    request_.about = join_words(words.subspan(1, length));
    return 1 + length;
  }

  std::size_t unit(Words words) {
    if (!is_one_of(words[0], {"per", "by", "each", "every"}) || words.size() < 2) return 0;
    if (!is_one_of(words[1],
                   {"day", "week", "month", "quarter", "year", "type", "actor", "status"}))
      return 0;
    request_.unit = words[1].folded;
    return 2;
  }

  void add_status(Status value) {
    auto& all = request_.statuses;
    const auto at = std::lower_bound(all.begin(), all.end(), value);
    if (at == all.end() || *at != value) all.insert(at, value);
  }

  /// A status word asks for events of that status where events are spoken of: "planned meetings",
  /// "... planned".
  std::size_t status(Words words, const Word* before) {
    const bool adds = is_one_of(words[0], {"including", "also"}) && words.size() > 1;
    const Word& word = adds ? words[1] : words[0];
    const bool all = is_one_of(word, {"all"});
    const auto value = status_of(word);
    if (!all && !value) return 0;
    std::size_t count = adds ? 2 : 1;
    const Words rest = words.subspan(count);
    if (before != nullptr && is_one_of(*before, {"who", "what", "did"})) return 0;
    const bool spoken_of = rest.empty() || adds || find_type(rest) || status_of(rest[0]) ||
                           stands_in(WordList::behind_status, rest[0]);
    if (!spoken_of) return 0;
    if (adds) add_status(Status::happened);
    for (int i = 0; all && i < 6; ++i) add_status(static_cast<Status>(i));
    if (value) add_status(*value);
    if (rest.size() > 1 && is_one_of(rest[0], {"and", "or"}) && status_of(rest[1])) ++count;
    if (!rest.empty() && is_one_of(rest[0], {"only", "statuses"})) ++count;
    return count;
  }

  std::size_t place(Words words) {
    if (!is_one_of(words[0], {"at", "in"}) || words.size() < 2) return 0;
    const std::size_t length = name_length(words, 1);
    if (length == 0) return 0;
    const Words name = words.subspan(1, length);
    // "fired rockets at Israel": nothing is at a country
    if (is_one_of(words[0], {"at"}) && find_country(store_, join_words(name))) return 0;
    // "killed in the cross-border attack"
    const Words bare = name.subspan(is_determiner(name[0]) && length > 1 ? 1 : 0);
    const auto event = find_kind(bare);
    if (is_one_of(words[0], {"at"}) && event && event->count == bare.size()) return 0;
    if (length > 2 && is_determiner(name[0]) && find_type(name.last(1)) && request_.about.empty()) {
      request_.about = join_words(name.subspan(1));
      return 1 + length;
    }
    // "died in drone strikes"
    const auto kind = find_kind(name);
    const bool is_kind = kind && kind->count == length && !words[1].quoted;
    if (is_kind && (words[1].text[0] < 'A' || words[1].text[0] > 'Z') && request_.about.empty()) {
      const std::string_view keyword = kind->word->keyword;
      request_.about = keyword.empty() ? join_words(name) : std::string(keyword);
      return 1 + length;
    }
    if (length == 1 && is_month_word(words[1])) {
      throw error_at(line_, words[1].begin,
                     "\"" + words[1].text + "\" of which year? Write " + words[1].text + " 2011");
    }
    // "in Beirut december 2006"
    for (std::size_t count = 1; count < length; ++count) {
      const Words rest = words.subspan(1 + count, length - count);
      if (count == 1 && looks_like_month(words[1])) continue;  // "in sepember 2011"
      if (!windows_.read_whole(rest)) continue;
      request_.place = join_words(words.subspan(1, count));
      return 1 + length;
    }
    const Word& last = words[length];
    const bool year = length > 1 && last.text.size() == 4 && number_of(last);
    if (year) {
      throw error_at(line_, words[1].begin,
                     "\"" + join_words(words.subspan(1, length)) +
                         "\" is no date; write September 2011, 2011-09 or 2011-09-26");
    }
    if (!request_.place.empty()) return 0;
    request_.place = join_words(name);
    return 1 + length;
  }

  const NameBook& names_;
  const Store& store_;
  std::string_view line_;
  Leniency leniency_;
  Request& request_;
  WindowReader windows_;
};

}  // namespace

std::vector<Word> take_modifiers(const NameBook& names, std::string_view line,
                                 const std::vector<Word>& words, const AskOptions& options,
                                 Leniency leniency, Request& request) {
  ModifierReader reader(names, line, options, leniency, request);
  std::vector<Word> rest;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t count =
        reader.read(Words(words).subspan(i), i == 0 ? nullptr : &words[i - 1]);
    if (count == 0) rest.push_back(words[i++]);
    i += count;
  }
  return rest;
}

}  // namespace annals
