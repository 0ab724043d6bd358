#include "graph/store.h"

#include <algorithm>
#include <charconv>

#include "graph/codec.h"
#include "graph/error.h"
#include "graph/keys.h"
#include "graph/kv_map.h"
#include "graph/kv_rocks.h"
#include "graph/store_impl.h"
#include "graph/varint.h"

namespace annals {
namespace {

constexpr std::uint64_t layout = 1;
constexpr const char* layout_setting = "layout";
constexpr const char* counts_setting = "counts";

std::string setting_key(std::string_view name) { return key_of(table::setting, name); }

std::string id_value(std::uint64_t id) {
  std::string value;
  put_number(value, id, 8);
  return value;
}

void check_layout(Kv& kv, const std::filesystem::path& folder, OpenMode mode) {
  const auto found = kv.get(Family::settings, setting_key(layout_setting));
  if (!found) {
    if (mode == OpenMode::read) {
      throw Error(ErrorKind::missing, folder.string() +
                                          ": no database of Annals; make one with `annals ingest`, "
                                          "or name another with --db");
    }
    KvBatch batch;
    batch.put(Family::settings, setting_key(layout_setting), std::to_string(layout));
    kv.write(batch, Durability::synced);
    return;
  }
  std::uint64_t version = 0;
  std::from_chars(found->data(), found->data() + found->size(), version);
  if (version > layout) {
    throw Error(ErrorKind::missing, folder.string() + ": made by a newer Annals (layout " + *found +
                                        ", this one knows up to " + std::to_string(layout) +
                                        "); update Annals to open it");
  }
}

StoreCounts read_counts(const Kv& kv) {
  StoreCounts counts;
  if (const auto bytes = kv.get(Family::settings, setting_key(counts_setting))) {
    ByteReader in(*bytes);
    counts.articles = in.varint();
    counts.mentions = in.varint();
    counts.actors = in.varint();
    counts.events = in.varint();
  }
  return counts;
}

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
  ArticleChange(const Kv& kv, KvBatch& batch, StoreCounts& counts, ArticleId id)
      : kv_(kv), batch_(batch), counts_(counts), id_(id), paths_(paths_of(kv, id)) {
    if (!paths_.empty()) before_ = read_statements(kv, id, paths_.front()).mentions;
    was_there_ = !paths_.empty();
  }

  void put(const Facts& facts, std::string article, std::string statements) {
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
    const bool spoke = paths_.front() == path;
    erase(path);
    std::erase(paths_, path);
    if (!spoke) return;
    enter(paths_.empty() ? std::vector<Mention>{}
                         : read_statements(kv_, id_, paths_.front()).mentions);
  }

  void remove_all() {
    for (const auto& path : paths_) {
      erase(path);
      if (!path.empty()) batch_.erase(Family::articles, key_of(table::path, path));
    }
    paths_.clear();
    enter({});
  }

 private:
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
    counts_.mentions += mentions.size() - before_.size();
    counts_.articles +=
        static_cast<std::uint64_t>(!paths_.empty()) - static_cast<std::uint64_t>(was_there_);
    was_there_ = !paths_.empty();
    before_ = mentions;
  }

  const Kv& kv_;
  KvBatch& batch_;
  StoreCounts& counts_;
  ArticleId id_;
  std::vector<std::string> paths_;
  std::vector<Mention> before_;
  bool was_there_ = false;
};

}  // namespace

void Store::Impl::write(KvBatch& batch) {
  std::string bytes;
  for (const auto count : {counts.articles, counts.mentions, counts.actors, counts.events}) {
    put_varint(bytes, count);
  }
  batch.put(Family::settings, setting_key(counts_setting), bytes);
  kv->write(batch, Durability::buffered);
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const std::filesystem::path& folder, OpenMode mode) {
  auto impl = std::make_unique<Impl>();
  impl->kv = open_rocks_kv(folder, mode);
  check_layout(*impl->kv, folder, mode);
  impl->counts = read_counts(*impl->kv);
  return Store(std::move(impl));
}

Store Store::in_memory() {
  auto impl = std::make_unique<Impl>();
  impl->kv = make_map_kv();
  check_layout(*impl->kv, "memory", OpenMode::create);
  return Store(std::move(impl));
}

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
  StoreCounts counts = impl_->counts;
  if (!path.empty()) {
    const auto before = kv.get(Family::articles, key_of(table::path, path));
    if (before && get_number(*before, 8) != id.value) {
      ArticleChange(kv, batch, counts, ArticleId{get_number(*before, 8)}).remove_path(path);
    }
  }
  ArticleChange(kv, batch, counts, id).put(facts, std::move(article), std::move(statements));
  std::swap(impl_->counts, counts);
  impl_->write(batch);
  return true;
}

bool Store::remove(ArticleId id) {
  if (!has(id)) return false;
  KvBatch batch;
  ArticleChange(*impl_->kv, batch, impl_->counts, id).remove_all();
  impl_->write(batch);
  return true;
}

bool Store::has(ArticleId id) const { return find_article(*impl_->kv, id).has_value(); }

std::optional<Article> Store::article(ArticleId id) const {
  const auto found = find_article(*impl_->kv, id);
  return found ? std::optional(decode_article(found->article)) : std::nullopt;
}

std::optional<Facts> Store::facts(ArticleId id) const {
  const auto found = find_article(*impl_->kv, id);
  if (!found) return std::nullopt;
  Facts facts = read_statements(*impl_->kv, id, found->path);
  facts.article = decode_article(found->article);
  return facts;
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
  if (!article) return std::nullopt;
  const ArticleId in{get_number(*article, 8)};
  const auto paths = paths_of(*impl_->kv, in);
  if (paths.empty()) ByteReader::fail();
  for (auto& mention : read_statements(*impl_->kv, in, paths.front()).mentions) {
    if (mention.id == id) return std::move(mention);
  }
  ByteReader::fail();
}

void Store::put_decision(const Decision& decision) {
  KvBatch batch;
  batch.put(Family::settings, key_of(table::decision, decision.id), decision.json);
  impl_->kv->write(batch, Durability::buffered);
}

bool Store::remove_decision(std::uint64_t id) {
  const auto key = key_of(table::decision, id);
  if (!impl_->kv->get(Family::settings, key)) return false;
  KvBatch batch;
  batch.erase(Family::settings, key);
  impl_->kv->write(batch, Durability::buffered);
  return true;
}

std::vector<Decision> Store::decisions() const {
  std::vector<Decision> decisions;
  const std::string prefix(1, table::decision);
  impl_->kv->scan(Family::settings, prefix, end_of_prefix(prefix),
                  [&](std::string_view key, std::string_view value) {
                    decisions.push_back({id_in(key), std::string(value)});
                    return true;
                  });
  return decisions;
}

void Store::put_setting(std::string_view name, std::string_view value) {
  KvBatch batch;
  batch.put(Family::settings, setting_key("user." + std::string(name)), std::string(value));
  impl_->kv->write(batch, Durability::buffered);
}

std::optional<std::string> Store::setting(std::string_view name) const {
  return impl_->kv->get(Family::settings, setting_key("user." + std::string(name)));
}

StoreCounts Store::counts() const {
  StoreCounts counts = impl_->counts;
  counts.bytes = impl_->kv->bytes();
  return counts;
}

void Store::sync() { impl_->kv->sync(); }

void Store::backup(const std::filesystem::path& folder) const { impl_->kv->backup(folder); }

}  // namespace annals
