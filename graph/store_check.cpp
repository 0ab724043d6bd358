// check(): every table against those that it refers to, and the indexes against the records.

#include <algorithm>
#include <map>
#include <set>

#include "graph/codec.h"
#include "graph/error.h"
#include "graph/imports.h"
#include "graph/keys.h"
#include "graph/store.h"
#include "graph/store_impl.h"

namespace annals {
namespace {

constexpr std::size_t most_lines = 100;

std::string hex(std::uint64_t id) { return format_hex(id); }

/// A row of a list as it should be and as it is.
struct ListRow {
  ListName list;
  std::uint32_t day = 0;
  std::uint64_t id = 0;
  std::uint64_t content = 0;  // hash of the rest

  auto operator<=>(const ListRow&) const = default;
};

ListRow list_row(const ListName& list, const EventRows& rows, std::size_t i) {
  std::string bytes;
  put_number(bytes, rows.length[i], 4);
  put_number(bytes, rows.kind[i], 4);
  put_number(bytes, static_cast<std::uint64_t>(rows.status[i]), 1);
  for (const auto& who : rows.parties_of(i)) {
    put_number(bytes, who.actor, 4);
    put_number(bytes, static_cast<std::uint64_t>(who.role), 1);
  }
  return {list, rows.day[i], rows.id[i], hash_of({bytes})};
}

class Checker {
 public:
  Checker(const Kv& kv, const StoreState& state, const KindTable& kinds)
      : kv_(kv), state_(state), kinds_(kinds), numbers_(kv, state.next_actor) {}

  std::vector<std::string> run() {
    lines_ = kv_.verify();
    // A part that cannot be read must not keep the others from being looked at.
    for (const auto part : {&Checker::articles, &Checker::mentions, &Checker::actors,
                            &Checker::events, &Checker::imported, &Checker::links, &Checker::names,
                            &Checker::numbers, &Checker::lists, &Checker::counts}) {
      try {
        (this->*part)();
      } catch (const Error& error) {
        say(error.what());
      }
    }
    if (lines_.size() > most_lines) {
      const auto more = lines_.size() - most_lines;
      lines_.resize(most_lines);
      lines_.push_back("and " + std::to_string(more) + " more");
    }
    return std::move(lines_);
  }

 private:
  void say(std::string line) { lines_.push_back(std::move(line)); }

  /// Decodes, or says what cannot be.
  template <class T>
  std::optional<T> read(std::string_view bytes, T (*decode)(std::string_view),
                        const std::string& what) {
    try {
      return decode(bytes);
    } catch (const Error&) {
      say(what + ": its record is damaged");
      return std::nullopt;
    }
  }

  void articles() {
    std::set<std::string> bodies;
    scan_table(
        kv_, Family::articles, table::article, [&](std::string_view key, std::string_view value) {
          const std::uint64_t id = id_in(key);
          const std::string name = "article " + hex(id), path(key.substr(9));
          const auto article = read(value, decode_article, name);
          if (article && (article->id.value != id || article->path != path)) {
            say(name + ": its record is another article's");
          }
          const auto owner =
              path.empty() ? std::nullopt : kv_.get(Family::articles, key_of(table::path, path));
          if (!path.empty() && owner != id_value(id))
            say(name + ": " + path + " does not lead to it");
          if (!kv_.get(Family::articles, key_of(table::statements, id, path))) {
            say(name + ": what it says is missing");
          }
          if (!path.empty()) ++paths_;
          return true;
        });
    std::uint64_t before = 0;
    scan_table(kv_, Family::articles, table::statements,
               [&](std::string_view key, std::string_view value) {
                 const std::uint64_t id = id_in(key);
                 const std::string path(key.substr(9));
                 if (!kv_.get(Family::articles, key_of(table::article, id, path))) {
                   say("article " + hex(id) + ": its text is missing");
                 }
                 if (id != before) statements(id, value);
                 before = id;
                 return true;
               });
    scan_table(kv_, Family::articles, table::path, [&](auto, auto) { return paths_-- > 0; });
    if (paths_ != 0) say("the table of paths does not agree with the articles");
  }

  /// What the smallest path of an article says, which is what counts.
  void statements(std::uint64_t id, std::string_view bytes) {
    ++articles_;
    const std::string name = "article " + hex(id);
    const auto facts = read(bytes, decode_statements, name);
    if (!facts) return;
    std::set<ActorId> actors;
    for (const auto& actor : facts->actors) actors.insert(actor.id);
    for (const auto& mention : facts->mentions) {
      mentions_.push_back(mention.id.value);
      if (mention.article.value != id)
        say(name + ": tells mention " + hex(mention.id.value) + " of another");
      for (const auto& who : mention.participants) {
        if (!actors.contains(who.actor)) {
          say(name + ": mention " + hex(mention.id.value) + " has an actor that the article lacks");
        }
      }
      if (kv_.get(Family::records, key_of(table::mention, mention.id.value)) != id_value(id)) {
        say("mention " + hex(mention.id.value) + ": is not found by its id");
      }
    }
  }

  void mentions() {
    std::sort(mentions_.begin(), mentions_.end());
    scan_table(kv_, Family::records, table::mention, [&](std::string_view key, auto) {
      if (!std::binary_search(mentions_.begin(), mentions_.end(), id_in(key))) {
        say("mention " + hex(id_in(key)) + ": no article tells it");
      }
      return true;
    });
  }

  void actors() {
    for (const char table : {table::actor, table::known}) {
      scan_table(kv_, Family::records, table, [&](std::string_view key, std::string_view value) {
        const auto actor = read(value, decode_actor, "actor " + hex(id_in(key)));
        if (!actor) return true;
        if (actor->id.value != id_in(key))
          say("actor " + hex(id_in(key)) + ": its record is another's");
        actors_.insert(actor->id);
        for (auto& name : name_keys(*actor)) names_.insert(std::move(name));
        return true;
      });
    }
  }

  void events() {
    KindTable kinds = kinds_;
    KvBatch ignored;
    scan_table(kv_, Family::records, table::event,
               [&](std::string_view key, std::string_view value) {
                 const std::string name = "event " + hex(id_in(key));
                 const auto event = read(value, decode_event, name);
                 if (!event) return true;
                 ++linked_events_;
                 if (event->id.value != id_in(key)) say(name + ": its record is another's");
                 for (const auto& who : event->participants) {
                   if (!actors_.contains(who.actor))
                     say(name + ": its actor " + hex(who.actor.value) + " is missing");
                 }
                 for (const auto id : event->mentions) {
                   links_.emplace(id.value, event->id.value);
                   if (!std::binary_search(mentions_.begin(), mentions_.end(), id.value)) {
                     say(name + ": mention " + hex(id.value) +
                         " is in no article any more; linking again repairs it");
                   }
                 }
                 const IndexedEvent indexed = index_event(*event, kinds, numbers_, ignored);
                 for (const auto& list : indexed.lists)
                   wanted_.push_back(list_row(list, indexed.row, 0));
                 return true;
               });
    if (!numbers_.added().empty() || !ignored.empty())
      say("actors or kinds of events lack their numbers");
  }

  void imported() {
    for (const auto& import : imports_in(kv_)) {
      for (std::uint64_t at = import.first; at < import.first + import.events; at += rows_a_chunk) {
        const std::string name = import.name + ": its events from " + std::to_string(at);
        const auto bytes = kv_.get(Family::records, rows_key(at));
        const auto rows = bytes ? read(*bytes, decode_rows, name) : std::nullopt;
        if (!bytes) say(name + " are missing");
        if (!rows) continue;
        if (rows->size() != std::min(rows_a_chunk, import.first + import.events - at)) {
          say(name + " are not as many as they should be");
        }
        for (std::size_t i = 0; i < rows->size(); ++i) add_imported(*rows, i, at + i);
      }
      imported_events_ += import.events;
    }
  }

  void add_imported(const ImportedRows& rows, std::size_t i, std::uint64_t sequence) {
    const auto& date = rows.date[i];
    const SpanClass span = span_class(date);
    const bool pair = rows.target[i] != no_actor;
    const Party parties[] = {{rows.source[i], Role::source}, {rows.target[i], Role::target}};
    EventRows row;
    row.add(day_number(sort_day(span, date.first, date.last)),
            static_cast<std::uint32_t>((date.last - date.first).count()), sequence, rows.kind[i],
            Status::happened, {parties, pair ? 2U : 1U});
    const auto add = [&](char table, std::uint32_t owner) {
      wanted_.push_back(list_row({table, owner, span, Origin::imported}, row, 0));
    };
    add(table::by_time, kinds_.kind(rows.kind[i]).type_number);
    add(table::of_actor, rows.source[i]);
    if (pair && rows.target[i] != rows.source[i]) add(table::of_actor, rows.target[i]);
  }

  void links() {
    scan_table(kv_, Family::records, table::linked,
               [&](std::string_view key, std::string_view value) {
                 const auto found = links_.find(id_in(key));
                 if (found == links_.end() || id_value(found->second) != value) {
                   say("mention " + hex(id_in(key)) + ": leads to an event that does not have it");
                 } else {
                   links_.erase(found);
                 }
                 return true;
               });
    for (const auto& [mention, event] : links_) {
      say("event " + hex(event) + ": is not found by its mention " + hex(mention));
    }
    scan_table(kv_, Family::records, table::became,
               [&](std::string_view key, std::string_view value) {
                 if (value.size() != 8 || !actors_.contains(ActorId{get_number(value, 8)})) {
                   say("actor " + hex(id_in(key)) + ": became one that is missing");
                 }
                 return true;
               });
  }

  void names() {
    scan_table(kv_, Family::index, table::name, [&](std::string_view key, auto) {
      if (names_.erase(std::string(key)) == 0)
        say("a name leads to an actor that is not called so");
      return true;
    });
    if (!names_.empty()) say(std::to_string(names_.size()) + " names of actors lead nowhere");
  }

  void numbers() {
    std::uint64_t count = 0;
    scan_table(
        kv_, Family::index, table::number, [&](std::string_view key, std::string_view value) {
          const auto number = static_cast<std::uint32_t>(get_number(value, 4));
          if (number >= state_.next_actor || actor_numbered(kv_, number).value != id_in(key)) {
            say("actor " + hex(id_in(key)) + ": its number is another's");
          }
          ++count;
          return true;
        });
    if (count != state_.next_actor) say("some numbers of actors are missing");
  }

  void lists() {
    std::vector<ListRow> found;
    for (const char table : {table::of_actor, table::by_time}) {
      scan_lists(
          kv_, table, std::nullopt, {}, true, Columns::all,
          [&](const ListName& list, const EventRows& rows, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) found.push_back(list_row(list, rows, i));
          });
    }
    std::sort(found.begin(), found.end());
    std::sort(wanted_.begin(), wanted_.end());
    std::vector<ListRow> differing;
    std::set_symmetric_difference(found.begin(), found.end(), wanted_.begin(), wanted_.end(),
                                  std::back_inserter(differing));
    for (const auto& row : differing) {
      const bool extra = std::binary_search(found.begin(), found.end(), row);
      say("event " + hex(event_id(row.list.origin, row.id).value) +
          (extra ? ": the index has it where it is not" : ": the index lacks it"));
    }
  }

  void counts() {
    const auto same = [&](const char* what, std::uint64_t stored, std::uint64_t counted) {
      if (stored != counted) {
        say("the store counts " + std::to_string(stored) + " " + what + " and holds " +
            std::to_string(counted));
      }
    };
    same("articles", state_.articles, articles_);
    same("mentions", state_.mentions, mentions_.size());
    same("actors", state_.actors, actors_.size());
    same("events", state_.linked_events, linked_events_);
    same("imported events", state_.imported_events, imported_events_);
  }

  const Kv& kv_;
  const StoreState& state_;
  const KindTable& kinds_;
  ActorNumbers numbers_;
  std::vector<std::string> lines_;
  std::uint64_t articles_ = 0, linked_events_ = 0, imported_events_ = 0;
  std::int64_t paths_ = 0;
  std::vector<std::uint64_t> mentions_;
  std::set<ActorId> actors_;
  std::set<std::string, std::less<>> names_;
  std::map<std::uint64_t, std::uint64_t> links_;  // mention -> event
  std::vector<ListRow> wanted_;
};

}  // namespace

std::vector<std::string> Store::check() const {
  return Checker(*impl_->kv, impl_->state, impl_->kinds).run();
}

}  // namespace annals
