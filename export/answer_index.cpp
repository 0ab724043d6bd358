#include "export/answer_index.h"

#include <algorithm>

#include "export/escape.h"
#include "query/tell.h"

namespace annals {
namespace {

template <class Record>
std::vector<const Record*> sorted_by_id(const std::vector<Record>& records) {
  std::vector<const Record*> out;
  out.reserve(records.size());
  for (const auto& record : records) out.push_back(&record);
  const auto by_id = [](const Record* a, const Record* b) { return a->id < b->id; };
  if (!std::is_sorted(out.begin(), out.end(), by_id)) std::sort(out.begin(), out.end(), by_id);
  return out;
}

template <class Record, class Key>
const Record* find_in(const std::vector<const Record*>& records, Key id) {
  const auto at = std::lower_bound(records.begin(), records.end(), id,
                                   [](const Record* record, Key key) { return record->id < key; });
  return at != records.end() && (*at)->id == id ? *at : nullptr;
}

}  // namespace

AnswerIndex::AnswerIndex(const Answer& answer)
    : actors_(sorted_by_id(answer.actors)),
      events_(sorted_by_id(answer.events)),
      mentions_(sorted_by_id(answer.mentions)),
      articles_(sorted_by_id(answer.articles)) {}

const Actor* AnswerIndex::actor(ActorId id) const { return find_in(actors_, id); }
const Event* AnswerIndex::event(EventId id) const { return find_in(events_, id); }
const Mention* AnswerIndex::mention(MentionId id) const { return find_in(mentions_, id); }
const Article* AnswerIndex::article(ArticleId id) const { return find_in(articles_, id); }

std::string AnswerIndex::name(ActorId id) const {
  const auto* found = actor(id);
  return found != nullptr && !found->name.empty() ? found->name : format_hex(id.value);
}

std::string AnswerIndex::names(std::span<const ActorId> ids) const {
  std::string out;
  for (const auto id : ids) out += (out.empty() ? "" : ", ") + name(id);
  return out;
}

std::vector<const Mention*> AnswerIndex::mentions(const Event& event) const {
  std::vector<const Mention*> out;
  for (const auto id : event.mentions) {
    if (const auto* found = mention(id)) out.push_back(found);
  }
  return out;
}

std::string outlet_of(const Article& article) {
  if (!article.source.empty()) return article.source;
  const auto host = article.url.find("://");
  if (host != std::string::npos) {
    auto name = article.url.substr(host + 3);
    name = name.substr(0, name.find('/'));
    if (name.starts_with("www.")) name.erase(0, 4);
    if (!name.empty()) return name;
  }
  return display_name(article);
}

}  // namespace annals
