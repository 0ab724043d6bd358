// Articles and what they say: one batch an article, found by id, by path and by mention.

#include <algorithm>

#include "graph/codec.h"
#include "graph/keys.h"
#include "graph/store.h"
#include "graph/store_impl.h"
#include "graph/varint.h"

namespace annals {
namespace {

/// The stored record of the article's smallest path, which speaks for all of them.
struct Stored {
  std::string path;
  std::string article;
};
std::optional<Stored> find_article(const Kv& kv, ArticleId id) {
  std::optional<Stored> found;
  const auto prefix = key_of(table::article, id.value);
  kv.scan(Family::articles, prefix, end_of_prefix(prefix),
          [&](std::string_view key, std::string_view value) {
            found = Stored{std::string(key.substr(prefix.size())), std::string(value)};
            return false;
          },
          {.limit = 1});
  return found;
}

std::vector<std::string> paths_of(const Kv& kv, ArticleId id) {
  std::vector<std::string> paths;
  const auto prefix = key_of(table::statements, id.value);
  kv.scan(Family::articles, prefix, end_of_prefix(prefix), [&](std::string_view key, auto) {
    paths.emplace_back(key.substr(prefix.size()));
    return true;
  });
  return paths;
}

Facts read_statements(const Kv& kv, ArticleId id, std::string_view path) {
  const auto bytes = kv.get(Family::articles, key_of(table::statements, id.value, path));
  if (!bytes) ByteReader::fail();
  return decode_statements(*bytes);
}

/// Takes `path` away from the article `id`, and with its last path the article. What speaks for the
/// article may change by that, so its mentions are entered anew. `paths` are those that it has now,
/// sorted.
class ArticleChange {
 public:
  ArticleChange(const Kv& kv, KvBatch& batch, StoreState& state, ArticleId id)
      : kv_(kv), batch_(batch), state_(state), id_(id), paths_(paths_of(kv, id)) {
    if (!paths_.empty()) before_ = read_statements(kv, id, paths_.front()).mentions;
    was_there_ = !paths_.empty();
  }

  void put(const Facts& facts, std::string article, std::string statements) {
    note_unlinked();
    const std::string& path = facts.article.path;
    batch_.put(Family::articles, key_of(table::article, id_.value, path), std::move(article));
    batch_.put(Family::articles, key_of(table::statements, id_.value, path), std::move(statements));
    if (!path.empty()) {
      batch_.put(Family::articles, key_of(table::path, path), id_value(id_.value));
    }
    const auto place = std::lower_bound(paths_.begin(), paths_.end(), path);
    if (place == paths_.end() || *place != path) paths_.insert(place, path);
    if (paths_.front() == path) {
      enter(facts.mentions);
    }
  }

  void remove_path(const std::string& path) {
    note_unlinked();
    const bool spoke = paths_.front() == path;
    erase(path);
    std::erase(paths_, path);
    if (!spoke) return;
    enter(paths_.empty() ? std::vector<Mention>{}
                         : read_statements(kv_, id_, paths_.front()).mentions);
  }

  void remove_all() {
    note_unlinked();
    for (const auto& path : paths_) {
      erase(path);
      if (!path.empty()) batch_.erase(Family::articles, key_of(table::path, path));
    }
    paths_.clear();
    enter({});
  }

 private:
  /// Keeps what the article said when the graph was written, for linking to take it back.
  void note_unlinked() {
    const std::string key = unlinked_prefix(state_) + id_value(id_.value);
    if (kv_.get(Family::articles, key)) return;
    std::string before;
    if (was_there_) {
      const auto& path = paths_.front();
      const auto article = kv_.get(Family::articles, key_of(table::article, id_.value, path));
      const auto statements = kv_.get(Family::articles, key_of(table::statements, id_.value, path));
      if (!article || !statements) ByteReader::fail();
      put_varint(before, article->size());
      before += *article + *statements;
    }
    batch_.put(Family::articles, key, std::move(before));
  }

  void erase(const std::string& path) {
    batch_.erase(Family::articles, key_of(table::article, id_.value, path));
    batch_.erase(Family::articles, key_of(table::statements, id_.value, path));
  }

  void enter(const std::vector<Mention>& mentions) {
    for (const auto& mention : before_) {
      batch_.erase(Family::records, key_of(table::mention, mention.id.value));
    }
    for (const auto& mention : mentions) {
      batch_.put(Family::records, key_of(table::mention, mention.id.value), id_value(id_.value));
    }
    state_.mentions += mentions.size() - before_.size();
    state_.articles +=
        static_cast<std::uint64_t>(!paths_.empty()) - static_cast<std::uint64_t>(was_there_);
    was_there_ = !paths_.empty();
    before_ = mentions;
  }

  const Kv& kv_;
  KvBatch& batch_;
  StoreState& state_;
  ArticleId id_;
  std::vector<std::string> paths_;
  std::vector<Mention> before_;
  bool was_there_ = false;
};

}  // namespace

bool Store::add(const Facts& facts) {
  const Kv& kv = *impl_->kv;
  const ArticleId id = facts.article.id;
  const std::string& path = facts.article.path;
  std::string article = encode_article(facts.article);
  std::string statements = encode_statements(facts);
  if (kv.get(Family::articles, key_of(table::article, id.value, path)) == article &&
      kv.get(Family::articles, key_of(table::statements, id.value, path)) == statements) {
    return false;
  }
  KvBatch batch;
  StoreState state = impl_->state;
  if (!path.empty()) {
    const auto before = kv.get(Family::articles, key_of(table::path, path));
    if (before && get_number(*before, 8) != id.value) {
      ArticleChange(kv, batch, state, ArticleId{get_number(*before, 8)}).remove_path(path);
    }
  }
  ArticleChange(kv, batch, state, id).put(facts, std::move(article), std::move(statements));
  impl_->write(batch, state);
  return true;
}

bool Store::remove(ArticleId id) {
  if (!has(id)) return false;
  KvBatch batch;
  StoreState state = impl_->state;
  ArticleChange(*impl_->kv, batch, state, id).remove_all();
  impl_->write(batch, state);
  return true;
}

bool Store::has(ArticleId id) const { return find_article(*impl_->kv, id).has_value(); }

std::optional<Article> Store::article(ArticleId id) const {
  const auto found = find_article(*impl_->kv, id);
  return found ? decode_article(found->article) : impl_->imported_article(id);
}

std::optional<Facts> Store::facts(ArticleId id) const {
  const auto found = find_article(*impl_->kv, id);
  if (!found) return std::nullopt;
  Facts facts = read_statements(*impl_->kv, id, found->path);
  facts.article = decode_article(found->article);
  return facts;
}

std::vector<UnlinkedArticle> Store::unlinked() const {
  std::vector<UnlinkedArticle> result;
  const std::string prefix = unlinked_prefix(impl_->state);
  impl_->kv->scan(Family::articles, prefix, end_of_prefix(prefix),
                  [&](std::string_view key, std::string_view value) {
                    UnlinkedArticle& each = result.emplace_back();
                    each.id = ArticleId{get_number(key.substr(prefix.size()), 8)};
                    if (value.empty()) return true;
                    ByteReader in(value);
                    const auto article = in.bytes(in.varint());
                    each.before = decode_statements(in.bytes(in.left()));
                    each.before->article = decode_article(article);
                    return true;
                  });
  return result;
}

bool Store::has_unlinked() const {
  bool found = false;
  const std::string prefix = unlinked_prefix(impl_->state);
  impl_->kv->scan(Family::articles, prefix, end_of_prefix(prefix), [&](auto, auto) {
    found = true;
    return false;
  });
  return found;
}

std::vector<ArticleId> Store::article_ids() const {
  std::vector<ArticleId> ids;
  const std::string prefix(1, table::statements);
  impl_->kv->scan(Family::articles, prefix, end_of_prefix(prefix), [&](std::string_view key, auto) {
    const ArticleId id{id_in(key)};
    if (ids.empty() || ids.back() != id) ids.push_back(id);
    return true;
  });
  return ids;
}

std::optional<Mention> Store::mention(MentionId id) const {
  const auto article = impl_->kv->get(Family::records, key_of(table::mention, id.value));
  if (!article) return impl_->imported_mention(id);
  const ArticleId in{get_number(*article, 8)};
  const auto paths = paths_of(*impl_->kv, in);
  if (paths.empty()) ByteReader::fail();
  for (auto& mention : read_statements(*impl_->kv, in, paths.front()).mentions) {
    if (mention.id == id) return std::move(mention);
  }
  ByteReader::fail();
}

}  // namespace annals
