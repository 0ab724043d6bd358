#include "link/copies.h"

#include <algorithm>

#include "link/disjoint.h"

namespace annals {
namespace {

constexpr char copies_note = 'T';
constexpr std::size_t least_shared = 3;
constexpr std::size_t least_alone = 2;  // sentences of an article that may be a copy for fewer
constexpr std::size_t most_compared =
    16;  // articles before it that an article is compared with for one sentence

}  // namespace

void Copies::remove(const LinkArticle& article) {
  changed_.insert(article.id);
  for (const std::uint64_t sentence : article.sentences) {
    sentences_.remove(sentence, article.id.value);
    touched_[sentence].push_back(article.id);
  }
}

void Copies::add(const LinkArticle& article) {
  changed_.insert(article.id);
  for (const std::uint64_t sentence : article.sentences) {
    sentences_.add(sentence, article.id.value);
    touched_[sentence].push_back(article.id);
  }
}

/// The note of the first article of a group lists them all, that of each other one has the first.
Copies::Group Copies::group_of(ArticleId id) const {
  auto bytes = (*read_)(key_of(copies_note, id.value));
  if (bytes && bytes->size() == 8) bytes = (*read_)(key_of(copies_note, get_number(*bytes, 8)));
  if (!bytes) return {id};
  Group group;
  for (ByteReader in(*bytes); !in.at_end();) group.push_back(ArticleId{get_number(in.bytes(8), 8)});
  return group;
}

std::vector<ArticleId> Copies::copied_by(ArticleId id) {
  const LinkArticle* article = articles_.find(id);
  if (article == nullptr) return {};
  std::map<std::uint64_t, std::size_t> shared;
  for (const std::uint64_t sentence : article->sentences) {
    for (const auto other : sentences_.before(sentence, id.value, most_compared)) ++shared[other];
  }
  std::vector<ArticleId> result;
  for (const auto& [other, count] : shared) {
    if (count < std::min(least_alone, least_shared)) continue;
    const LinkArticle* earlier = articles_.find(ArticleId{other});
    const std::size_t shorter = std::min(article->sentences.size(), earlier->sentences.size());
    const bool whole = count == shorter && shorter >= least_alone;
    if (whole || (count >= least_shared && 2 * count >= shorter))
      result.push_back(ArticleId{other});
  }
  return result;
}

/// Whom a changed article comes or came shortly before for one of its sentences is compared anew.
/// Another changed article between the two sees to what stands behind it.
std::set<ArticleId> Copies::concerned() {
  std::set<ArticleId> result = changed_;
  for (const auto& [sentence, articles] : touched_) {
    for (const ArticleId id : articles) {
      for (const auto later : sentences_.after(sentence, id.value, most_compared))
        result.insert(ArticleId{later});
    }
  }
  return result;
}

std::set<ArticleId> Copies::update() {
  const std::set<ArticleId> concern = concerned();
  std::vector<ArticleId> open(concern.begin(), concern.end());
  std::set<ArticleId> all;
  std::vector<std::pair<ArticleId, ArticleId>> pairs;
  while (!open.empty()) {
    const ArticleId id = open.back();
    open.pop_back();
    if (!all.insert(id).second) continue;
    for (const ArticleId other : group_of(id)) open.push_back(other);
    for (const ArticleId other : copied_by(id)) {
      pairs.emplace_back(id, other);
      open.push_back(other);
    }
  }
  regroup(all, pairs);
  std::set<ArticleId> result;
  for (const ArticleId id : all) {
    if (articles_.find(id) != nullptr && group_of(id) != groups_.at(id)) result.insert(id);
  }
  return result;
}

void Copies::regroup(const std::set<ArticleId>& articles,
                     const std::vector<std::pair<ArticleId, ArticleId>>& pairs) {
  const std::vector<ArticleId> sorted(articles.begin(), articles.end());
  const auto place = [&](ArticleId id) {
    return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), id) -
                                    sorted.begin());
  };
  DisjointSets sets(sorted.size());
  for (const auto& [a, b] : pairs) sets.join(place(a), place(b));
  std::map<std::size_t, Group> groups;
  for (std::size_t i = 0; i < sorted.size(); ++i) groups[sets.find(i)].push_back(sorted[i]);
  for (std::size_t i = 0; i < sorted.size(); ++i) groups_[sorted[i]] = groups.at(sets.find(i));
}

std::uint64_t Copies::text_of(ArticleId id) {
  const auto at = groups_.find(id);
  return (at == groups_.end() ? group_of(id) : at->second).front().value;
}

void Copies::write(std::vector<Note>& notes) {
  for (const auto& [id, group] : groups_) {
    std::optional<std::string> bytes;
    if (group.size() > 1) {
      bytes.emplace();
      for (const ArticleId member : group) {
        put_number(*bytes, (id == group.front() ? member : group.front()).value, 8);
        if (id != group.front()) break;
      }
    }
    const bool known = (*read_)(key_of(copies_note, id.value)).has_value();
    if (bytes || known) notes.push_back({key_of(copies_note, id.value), std::move(bytes)});
  }
  sentences_.write(notes);
}

}  // namespace annals
